"""The numbers of people that a statement tells, and where two statements differ in one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import product
from math import inf
from typing import TypeVar

from onrecord.compare.accounts.facts import Said
from onrecord.compare.accounts.matter import Tally
from onrecord.extract.events.numbers.counts import (
    Found,
    befallen,
    find_counts,
    find_figures,
    quantity,
)
from onrecord.extract.events.numbers.quantities import quantity_pattern
from onrecord.link.words import counted, keys, mark_keys, stem, topics, words

_GROWS = frozenset({"killed", "injured", "missing", "displaced", "detained", "abducted"})
_LEAST = 2
"""The least number told of people: "killed, one of them a child" is no toll."""
_ANY = ("any", "a single")
_LONG = 4
"""Content words beyond which what stands between "the number of" and the number is a clause."""
_PARTS = frozenset({"soldier", "police", "guard", "young", "woman", "journalist"})
"""Sorts of people that are told apart from all who came to harm."""
_MANNED = frozenset({"soldier", "fighter", "police", "guard"})
"""Sorts of people who are also told of as men."""
_FEWER = re.compile(r"\s*(?:fewer|less)\b")
_HELD = frozenset({"missing", "abducted", "detained"})
_MORE, _FAR_MORE = 1.1, 1.5
"""How much more than "at least", and than "more than" or "about", another count must tell."""
_LEAST_OF = re.compile(r"(?:at least|no (?:fewer|less) than|a minimum of)\b", re.IGNORECASE)
_LOOSE = re.compile(r"\b(?:dozens?|scores|hundreds|thousands|several|many|number)\b", re.I)
_OF_OWN = re.compile(r"\s+of (?:the|its|their|our|his|her)\b", re.IGNORECASE)
_UNIT = re.compile(
    r"[\s-]*(?:%|per ?cent|years?|kilomet|miles?|km|days?|"
    r"hours?|minutes?|dollars?|weeks?|months?|times)\b",
    re.IGNORECASE,
)
"""What is no people: "waited seven hours while prisoners were killed"."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number told; ``bare`` where its words leave it to the report what is counted, but for the
    words ``of`` it; ``sort`` is the sort of people that it counts, where it says so."""

    what: str
    low: int
    high: float
    text: str
    bare: bool
    of: frozenset[str]
    sort: str | None

    def apart(self, other: Figure) -> bool:
        """Whether no number is in both ranges."""
        return self.high < other.low or other.high < self.low

    def short_of(self, other: Figure) -> bool:
        """Whether it is a least that the other's count passes: "at least 35", and 52."""
        if not self.high == inf > other.high or _LOOSE.search(self.text):
            return False
        margin = _MORE if _LEAST_OF.match(self.text) else _FAR_MORE
        return self.low * margin <= other.low

    def part_of(self, other: Figure) -> bool:
        """Whether it may count some of those of the other: officers among so many bodies."""
        return self.sort in _PARTS and not other.sort and 0 < self.high < other.low

    def alike(self, other: Figure) -> bool:
        """Whether both may count the same."""
        one, two = self.what, other.what
        if self.sort and other.sort and self.sort != other.sort:
            sorts = {self.sort, other.sort}
            manned = "man" in sorts and sorts & _MANNED and self.high and other.high
            if not manned:
                return False  # soldiers and children
        if {"injured", "killed"} == {one, two}:  # whom nobody hurt nobody killed
            return (self if one == "injured" else other).high == 0
        if "released" in (one, two):
            return one == two  # the number of hostages is not that of those who were freed
        return not one or not two or one == two or {one, two} <= _HELD


@dataclass(frozen=True, slots=True)
class Difference:
    """Two numbers that exclude each other; ``grown`` where the later one is the higher."""

    grown: bool
    why: str


def figures(said: Said) -> tuple[Figure, ...]:
    """The numbers of people in what is said, each once."""
    told = (f for span in said.statement.content for f in _figures(span.text))
    # "Any" is nobody only where it is denied.
    flat = said.statement.act == "deny" or said.statement.polarity == "negative"
    return tuple(f for f in told if flat or f.high or not f.text.lower().startswith(_ANY))


def beside(said: Said, figure: Figure) -> frozenset[str]:
    """What a statement tells beside a number and what befell those whom it counts."""
    return said.keys - befalling() - keys(figure.text) - words().sort_of.keys()


_Count = TypeVar("_Count", Figure, Tally)


def sole(counts: Iterable[_Count]) -> list[_Count]:
    """The counts that are the only ones of their kind: of several, each is of a part."""
    every = list(counts)
    number = Counter(one.what for one in every)
    return [one for one in every if number[one.what] == 1]


def differ(earlier: Said, later: Said) -> Difference | None:
    """Where the one number that each tells of one kind excludes the other's."""
    means = _means(earlier), _means(later)
    if all(means) and means[0].isdisjoint(means[1]):
        return None  # those whom gas killed are not those whom shells did
    all_told = of_all(earlier.text), of_all(later.text)
    for one in figures(earlier):
        for other in figures(later):
            if not one.alike(other) or not one.apart(other):
                continue
            whole, part = (one, other) if all_told[0] else (other, one)
            if all_told[0] != all_told[1] and part.low <= whole.low:
                continue  # one town's dead are some of the country's
            if _number_of(one, earlier) > 1 or _number_of(other, later) > 1:
                continue
            if told_as_part(one.low, later) or told_as_part(other.low, earlier):
                continue
            grown = (one.what or other.what) in _GROWS and other.low > one.low
            return Difference(grown, f"“{one.text}” against “{other.text}” {one.what}".rstrip())
    return None


def told_as_part(low: int, said: Said) -> bool:
    """Whether a statement tells a number as some of those whom it counts: "49 killed, | including
    seven | commanders"."""
    for span in said.statement.content:
        for match in _part().finditer(span.text):
            one = quantity(span.text, match.start("many"), len(span.text), "", match.start("many"))
            if one is not None and one.low == low:
                return True
    return False


_AND_OTHERS = re.compile(
    r"\b(?:and|with|while)\s+(?P<more>[\w-]+)\s+(?:others|more|other \w+)\b"
    r"(?!(?:\s+\w+){0,3}\s+(?:injured|wounded|hurt|missing|arrested|detained))",
    re.IGNORECASE,
)
"""Others of the same: "and seven others at the port"."""


def adds_up(said: Said, some: int, every: int) -> bool:
    """Whether those told of beside a number make it the other: "eleven died in the old town and
    seven others at the port", and 18."""
    others = (stem(found["more"].lower()) for found in _AND_OTHERS.finditer(said.text))
    return any(more.isdigit() and some + int(more) == every for more in others)


def sum_of(left: Said, right: Said) -> bool:
    """Whether what one tells in parts makes what the other tells of all."""
    lows = [
        (one.low, other.low) for one, other in product(left.matter.tallies, right.matter.tallies)
    ]
    return any(
        one and other and (adds_up(left, one, other) or adds_up(right, other, one))
        for one, other in lows
    )


@cache
def _part() -> re.Pattern[str]:
    lead = r"(?:including|among (?:them|those|the dead)|of (?:whom|them|those))"
    return re.compile(rf"\b{lead}\s+(?:at least\s+)?(?P<many>{quantity_pattern()})\b", re.I)


@lru_cache(maxsize=4096)
def of_all(text: str) -> bool:
    """Whether a number is told of all places together: "across the country", "in all"."""
    return _of_all().search(text) is not None


@cache
def _of_all() -> re.Pattern[str]:
    listed = "|".join(re.escape(phrase) for phrase in sorted(words().marks["of_all"]))
    return re.compile(rf"\b(?:{listed})\b", re.IGNORECASE)


def _means(said: Said) -> frozenset[str]:
    """By what means or mishap it tells that people came to harm."""
    acts = frozenset(act for key in said.matter.keys for act in words().kin_of.get(key, ()))
    return topics(said.matter.keys) | (acts & words().marks["means"])


def _number_of(one: Figure, said: Said) -> int:
    """How many numbers of its kind a statement tells: of several, each is of a part."""
    return sum(other.alike(one) for other in figures(said))


@cache
def befalling() -> frozenset[str]:
    """Words that say no more than what befell those who are counted."""
    return mark_keys("numbering") | keys(" ".join(befallen()))


@cache
def _ways() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """How a number of people is told without a word of harm: "cost it 50 men", "a single body",
    and "90 were taken" where that is all."""
    many = quantity_pattern()
    men = r"(?:men|lives|soldiers|troops|fighters|officers|people)"
    return (
        ("killed", re.compile(rf"\bcost\b(?:\s+[\w’']+){{1,4}}?\s+{many}\s+{men}\b", re.I)),
        (
            "killed",
            re.compile(r"\b(?P<one>a single|only one|just one|one) (?:body|corpse)\b", re.I),
        ),
        (
            "abducted",
            re.compile(
                rf"^\W*(?:that )?{many} (?:\w+ )?(?:were|was|had been) "
                r"(?:taken|seized|snatched|carried off|led away|marched off)\W*$",
                re.I,
            ),
        ),
    )


def _by_the_way(text: str) -> Iterator[Found]:
    """The numbers that are told in one of these ways."""
    for what, pattern in _ways():
        for match in pattern.finditer(text):
            if "bound" not in pattern.groupindex:  # one body
                start, end = match.span("one")
                yield Found(what, 1, 1, start, end, start)
                continue
            start = min(match.start(n) for n in ("bound", "one", "vague") if match[n] is not None)
            found = quantity(text, start, len(text), what, start)
            if found is not None:
                yield found


@lru_cache(maxsize=8192)
def _figures(text: str) -> tuple[Figure, ...]:
    found: dict[tuple[int, int], Figure] = {}
    for bare, counts in (
        (True, [*find_figures(text, 0, len(text)), *_by_the_way(text)]),
        (False, find_counts(text, 0, len(text))),
    ):
        for one in counts:
            if one.low is None or (not bare and one.low < _LEAST):
                continue
            if _FEWER.match(text[one.end :]) or _UNIT.match(text, one.end):
                continue  # "many fewer bodies": so many fewer, and not so many
            between = keys(text[min(one.word, one.end) : one.start]) - befalling()
            if len(between) > _LONG:
                between = frozenset()  # a clause, which tells the event and no sort of people
            high = inf if one.high is None else one.high
            told = text[one.start : one.end]
            own = _OF_OWN.match(text, one.end)
            sort = counted(text, one.start, own.end() if own is not None else one.end)
            figure = Figure(one.what, one.low, high, told, bare, between, sort)
            found.setdefault((one.start, one.end), figure)
    return tuple(found.values())
