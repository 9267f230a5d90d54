"""Drawings for the pages, made on the server: a timeline to scale, and a map."""

from onrecord.web.draw.map import Box, box_of, map_
from onrecord.web.draw.timeline import LANES, Mark, density, marks, span_of

__all__ = ["LANES", "Box", "Mark", "box_of", "density", "map_", "marks", "span_of"]
