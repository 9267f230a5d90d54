"""The lines of a page that are no words of its report: adverts, buttons, lists of other reports."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from onrecord import lexicons

LONGEST = 240
"""Code points of a line that may still be furniture; a longer one is a paragraph."""
LISTED = 120
"""Code points of another report's headline in a list of them."""

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_EDGES = " \t\r.:,;!|*•·-–—»›>#()[]"


def furniture(text: str) -> Iterator[re.Match[str]]:
    """The lines of ``text`` that a page puts around a report, in order; never all of them."""
    found: list[re.Match[str]] = []
    others, listing, end = 0, False, 0
    for line in _LINE.finditer(text):
        words = " ".join(line[0].lower().replace("’", "'").split())
        headed = text.count("\n", end, line.start()) < 2
        listing = listing and headed and len(words) <= LISTED and words[-1] not in '.”"'
        end = line.end()
        listing = listing or words.strip(_EDGES) in _kinds()["lists"]
        if listing or (len(words) <= LONGEST and _is_furniture(words)):
            found.append(line)
        else:
            others += 1
    return iter(found if others else ())


def _is_furniture(words: str) -> bool:
    kinds = _kinds()
    if words.strip(_EDGES) in kinds["lines"] or words.startswith(_openings()):
        return True
    return _within().search(words) is not None


@cache
def _kinds() -> dict[str, frozenset[str]]:
    """The word list by its parts."""
    return {kind: frozenset(told) for kind, told in lexicons.load("read/furniture").items()}


@cache
def _openings() -> tuple[str, ...]:
    return tuple(sorted(_kinds()["openings"]))


@cache
def _within() -> re.Pattern[str]:
    told = sorted(_kinds()["within"])
    return re.compile(r"\b(?:" + "|".join(map(re.escape, told)) + r")\b" if told else r"(?!)")
