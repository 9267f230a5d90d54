"""Names of places and what they may mean."""

from onrecord.extract.gazetteer.gazetteer import Gazetteer, load_gazetteer
from onrecord.extract.gazetteer.index import Entry

__all__ = ["Entry", "Gazetteer", "load_gazetteer"]
