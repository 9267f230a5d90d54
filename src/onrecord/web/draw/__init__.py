"""Drawings for the pages: a timeline to scale, and a map."""

from onrecord.web.draw.plain import map_, timeline

__all__ = ["map_", "timeline"]
