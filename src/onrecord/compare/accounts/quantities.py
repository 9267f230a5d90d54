"""How much and how many of a thing a statement tells: kilometres flown, homes burnt, a crowd."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import inf

from onrecord import lexicons
from onrecord.compare.accounts.facts import Said
from onrecord.compare.accounts.figures import figures
from onrecord.extract.events.numbers.counts import quantity
from onrecord.extract.events.numbers.quantities import any_number, quantity_pattern
from onrecord.link.words import has_mark, keys, mark_keys, tokens

_REACH = 8
"""Words on either side of a number that tell of what it is."""
_NOUN = 3
"""Words behind a number among which stands what is counted."""
_SLIP = 1.1
"""How many times the one must be the other at least for the two to differ."""
CLOCK = "clock"
"""The kind of a time of day, in minutes."""
_LATER = 30
"""Minutes between two times of day that are no slip."""
_CLOCK = re.compile(
    r"\b(?:at|around|about|by|until|before|after) (?:about |around |nearly )?"
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?(?:\s?(?P<half>[ap])\.?m\b\.?|(?<=[:.]\d\d)\b)",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.,;:()“”\"\n]")
_NO_COUNT = re.compile(
    r"(?:[-–:/]\d|(?:st|nd|rd|th)\b|[-\s]year|\s?(?:a\.?m\b|p\.?m\b|o.clock)"
    r"|\s(?:of (?:the|them|these|those|its|his|their)|in (?:ten|a hundred)"
    r"|more|other|others|another|further)\b)",
    re.IGNORECASE,
)
"""Behind a number that counts nothing, some of what was told of before, or more of it."""
_EACH = re.compile(
    r"^\W*(?:\w+\W+){0,2}?(?:a|an|per|each|every) (?:day|week|month|year|head|hour)\b", re.I
)
_APART_FROM = re.compile(
    r"^\W*(?:from|off|away|north|south|east|west|outside|inland"
    r"|of the (?:border|town|city|capital)|ago|old|later|earlier|before|after)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:[\d:/.$€£₦-]|\b(?:aged?|age of|another|further|than the|of the|other))\s*$", re.I
)
_AS = re.compile(r"\b(?:at|as|was|is|to|of|about|than)\s*$", re.IGNORECASE)
_MONEY = re.compile(r"(?:[$€£₦]|\b(?:N|Rs|US\$))\s?$")


@dataclass(frozen=True, slots=True)
class Quantity:
    """So much or so many: ``kind`` is the kind of unit, or empty for things counted; ``of`` the
    keys of what is counted, ``near`` those beside the number, ``groups`` what is measured."""

    kind: str
    low: float
    high: float
    text: str
    of: frozenset[str]
    near: frozenset[str]
    groups: frozenset[str]

    def apart(self, other: Quantity) -> bool:
        """Whether the two cannot both be, nor be one number rounded otherwise."""
        one, two = sorted((self, other), key=lambda q: (q.low, q.high))
        if self.kind == CLOCK:
            return two.low - one.low >= _LATER
        if one.high * _SLIP < two.low:
            return True
        return one.high == inf > two.high and one.low * 1.5 <= two.low  # "at least 40", and 90


def quantities(said: Said) -> tuple[Quantity, ...]:
    """The quantities told in what is said, apart from those of people who came to harm."""
    found = []
    for span in said.statement.content:
        if any_number().search(span.text) is not None:
            harmed = tuple(figure.text for figure in figures(said))
            found += [one for one in _told(span.text) if not one.text.startswith(harmed)]
    return tuple(found)


@cache
def _number() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.,]){quantity_pattern()}(?![\w])", re.IGNORECASE)


def _clock(text: str) -> Iterator[Quantity]:
    """The times of day that are told, in minutes."""
    for match in _CLOCK.finditer(text):
        hour, minute = int(match["hour"]), int(match["minute"] or 0)
        if hour > 24 or minute > 59:
            continue
        if match["half"]:
            hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
        before, behind = text[: match.start()], text[match.end() :]
        told, at = [*_last(before), *_next(behind)], float(60 * hour + minute)
        near = _beside(before, behind)
        yield Quantity(CLOCK, at, at, match[0].strip(), frozenset(), near, _groups(told))


def _told(text: str) -> Iterator[Quantity]:
    yield from _clock(text)
    for match in _number().finditer(text):
        before, behind = text[: match.start()], text[match.end() :]
        money = _MONEY.search(before) is not None
        if match["vague"] or _NO_COUNT.match(behind) or (not money and _BEFORE.search(before)):
            continue
        one = quantity(text, match.start(), len(text), "", match.start())
        if one is None or (one.low is None and one.high is None) or _EACH.match(behind):
            continue
        low = float(one.low if one.low is not None else 0)
        high = inf if one.high is None else float(one.high)
        unit, times, width = _unit(behind)
        if unit and _APART_FROM.match(behind[width:]):
            continue
        noun = _STOP.split(behind)[0]
        of = frozenset() if unit or money else keys(" ".join(tokens(noun)[:_NOUN]))
        if not (unit or money or of) and _AS.search(before) is None:
            continue
        near = _beside(before, behind[width:])
        if (of | near) & mark_keys("no_facts"):
            continue
        told = [*_last(before), *_next(behind[width:])]
        yield Quantity(
            "money" if money else unit, low * times, high * times,
            text[match.start() : match.end() + width].strip(),
            of, near, _groups(told),
        )  # fmt: skip


def _unit(behind: str) -> tuple[str, float, int]:
    """The kind of the unit that follows, how many of the first it is, and how long its word is."""
    match = _unit_word().match(behind)
    if match is not None:
        kind, times = _units()[match["unit"].lower()]
        return kind, times, match.end()
    percent = re.match(r"\s?%", behind)
    return ("share", 1.0, percent.end()) if percent else ("", 1.0, 0)


@cache
def _units() -> dict[str, tuple[str, float]]:
    listed = lexicons.load("compare/measures")
    return {
        word.lower(): (kind, float(times))
        for kind, units in listed.items()
        if kind != "measured"
        for word, times in units.items()
    }


@cache
def _unit_word() -> re.Pattern[str]:
    """A unit right behind a number, the longest word first."""
    units = sorted(_units(), key=len, reverse=True)
    return re.compile(rf"[\s-]?(?P<unit>{'|'.join(map(re.escape, units))})\b", re.IGNORECASE)


def _last(before: str) -> list[str]:
    return tokens(re.split(r"[.;:]", before)[-1])[-_REACH:]


def _next(behind: str) -> list[str]:
    return tokens(re.split(r"[.;:]", behind)[0])[:_REACH]


def _beside(before: str, behind: str) -> frozenset[str]:
    told = keys(" ".join((*_last(before), *_next(behind))))
    return told - mark_keys("numbering") - mark_keys("telling") - mark_keys("figures")


def _groups(told: list[str]) -> frozenset[str]:
    """Which of the quantities that the lexicon knows the words tell of."""
    listed = lexicons.load("compare/measures")["measured"]
    return frozenset(name for name, group in listed.items() if set(group) & set(told))


def renewed(said: Said) -> bool:
    """Whether it tells of another or more than was told of before."""
    return has_mark("another", tokens(said.text))
