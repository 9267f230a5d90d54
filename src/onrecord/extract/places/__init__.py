"""Places: the names of places in a report, and where on earth each is."""

from onrecord.extract.places.find import PlacesConfig, find_places

__all__ = ["PlacesConfig", "find_places"]
