"""How much ground a place takes in."""

from __future__ import annotations

from functools import cache

from onrecord.extract.events.clauses.text import Text
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


def with_others(text: Text, place: Place) -> str | None:
    """ "in Besk and Lun": both names, where one alone would say that it was there only."""
    inside = text.syntax.within(place.span.start, place.span.end)
    phrase = text.phrases.of(inside[-1]) if inside else None
    if phrase is None or not inside:
        return None
    names = [place.name]
    for other in text.joined(phrase)[1:]:
        found = next((text.place_of[i] for i in range(other.first, other.last + 1)
                      if i in text.place_of), None)  # fmt: skip
        if found is None:
            return None
        if breadth(found) == breadth(place) and found.name not in names:
            names.append(found.name)
    if len(names) < 2:
        return None
    return ", ".join(names[:-1]) + f" and {names[-1]}"


def compound(text: Text, index: int) -> bool:
    """Whether a name is the first half of a compound: "US-led", "Daesh-held"."""
    after = index + 1
    tokens = text.syntax.tokens
    glued = after < len(tokens) and tokens[after].start == tokens[index].end
    return glued and tokens[after].text in ("-", "–")
