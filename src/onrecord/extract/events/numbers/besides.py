"""One more beside those who are counted: "a woman and her two children were killed"."""

from __future__ import annotations

import re

from onrecord.extract.actors.trees.lexicon import words as actor_words
from onrecord.extract.events.numbers.quantities import tables

PERSONS = frozenset({"people", "military", "armed_group", "person"})
"""The kinds of actors that are persons."""
_AND = re.compile(
    r"(?:\b(?P<a>[Aa]n?|[Oo]ne)\s+(?:[\w’'-]+\s+){0,2}?|(?<!\w\s)(?P<name>(?:[A-Z][\w’'-]+\s+)+))"
    r"(?P<who>[\w’'-]+\s+)?and\s+(?:his\s+|her\s+|their\s+)?$"
)


_LISTED = re.compile(r"\b(?:an?|one)\s+(?:[\w’'-]+\s+){0,2}?(?P<who>[\w’'-]+),\s+$", re.IGNORECASE)


def listed_one(text: str, low: int) -> bool:
    """ "a teacher, | two pupils and a driver were killed"."""
    before = _LISTED.search(text, max(0, low - 60), low)
    sort = actor_words().sort_of([before["who"].lower()], before["who"].lower()) if before else None
    return sort is not None and sort.kind in PERSONS


def one_more(text: str, low: int, high: int) -> bool:
    """ "a woman and her two children were killed", "Ben Lund and 20 others": one more."""
    before = _AND.search(text, max(0, low - 60), low)
    if before is None or _done_to(text, before.start()):
        return False
    if before["a"] is None:
        return re.match(r"\s+(?:others?|more|other\s+people)\b", text[high:]) is not None
    who = (before["who"] or "").strip().lower()
    sort = actor_words().sort_of([who], who) if who else None
    return sort is not None and sort.kind in PERSONS


def _done_to(text: str, start: int) -> bool:
    """ "killed | a guard and two others were hurt": who was killed was not hurt."""
    before = re.findall(r"[\w’'-]+", text[max(0, start - 20) : start].lower())
    return bool(before) and before[-1] in tables()[3] and text[:start].endswith(" ")
