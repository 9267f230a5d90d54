"""Whether two ways of naming somebody may mean the same one, leniently.

Used to compare a hand-written name ("Syrian government") with all that a record calls an actor
(name, aliases, mentions). It is a measure's leniency, not a way to merge actors.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

_CUT = re.compile(r"[,;(]|\b(?:of|from|for|at|in|across|who|which|familiar)\b", re.IGNORECASE)
_DROPPED = {
    "a", "an", "the", "mr", "mrs", "ms", "dr", "sir", "al", "himself", "herself", "itself",
    "themselves", "unnamed", "several", "some", "two", "many",
}  # fmt: skip


def tokens(name: str) -> tuple[str, ...]:
    """The words of a name, in small letters, without accents, articles and titles of courtesy."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    plain = re.sub(r"['’]s\b|(?<=s)['’]", "", plain).replace(".", "")
    return tuple(w for w in re.findall(r"\w+", plain) if w not in _DROPPED)


def alike(one: str, other: str) -> bool:
    """Whether the names are equal, or one is the other's ending or has all its words and its head.

    The head is the last word before a comma or a preposition: "the president of Arvenia" is a
    president, "White House" is no "White House press secretary".
    """
    a, b = tokens(_CUT.split(one)[0]), tokens(_CUT.split(other)[0])
    whole_a, whole_b = tokens(one), tokens(other)
    if whole_a and (whole_a == whole_b or _same_country(one, other)):
        return True
    if not a or not b or a[-1] != b[-1]:
        return False
    return set(a) <= set(b) or set(b) <= set(a)


def any_alike(gold: Iterable[str], names: Iterable[str]) -> bool:
    """Whether any of the gold's names is like any of the others."""
    others = list(names)
    return any(alike(one, other) for one in gold for other in others)


def share_words(one: str, others: Iterable[str]) -> bool:
    """Whether ``one`` shares a word with any of the others: all that an unnamed source can."""
    words = set(tokens(one))
    return any(words & set(tokens(other)) for other in others)


def country_of(name: str) -> str | None:
    """The ISO alpha-3 code of a name that is a country's, None for any other."""
    return _countries().get(" ".join(tokens(name)))


def _same_country(one: str, other: str) -> bool:
    code = country_of(one)
    return code is not None and code == country_of(other)


@cache
def _countries() -> dict[str, str]:
    """Names and codes of countries → alpha-3 codes."""
    import pycountry  # heavy: only when a name is compared

    found = {"us": "USA", "usa": "USA", "america": "USA", "uk": "GBR", "britain": "GBR"}
    for country in pycountry.countries:
        for attribute in ("name", "common_name", "official_name"):
            name = getattr(country, attribute, None)
            if name:
                found.setdefault(" ".join(tokens(name)), country.alpha_3)
                found.setdefault(" ".join(tokens(name.partition(",")[0])), country.alpha_3)
    return found
