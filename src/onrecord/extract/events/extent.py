"""How much ground a place takes in."""

from __future__ import annotations

from functools import cache

from onrecord.records import Place


def breadth(place: Place) -> int:
    """How much a place takes in: 0 a town or a spot, 1 a district or province, 2 a country."""
    if place.country is not None and place.name == country_name(place.country):
        return 2
    if place.feature == "COUNTRY":
        return 2
    # what no gazetteer knows is a quarter, a street, a village
    return 1 if (place.feature or "").startswith(("A", "L")) else 0


@cache
def country_name(code: str) -> str | None:
    """The common name of a country by its ISO 3166-1 alpha-3 code."""
    import pycountry

    found = pycountry.countries.get(alpha_3=code)
    if found is None:
        return None
    name: str = getattr(found, "common_name", None) or found.name
    return name.split(",")[0]
