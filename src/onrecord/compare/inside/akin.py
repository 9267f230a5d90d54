"""Which words a report may use of one happening: "shot dead", and then "the killing"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.compare.accounts.facts import EventFacts
from onrecord.link.words import has_mark, stem, tokens, words

_SLAUGHTER = 4
"""Killed of whom "the massacre" may be told."""


def akin(one: EventFacts, later: EventFacts) -> bool:
    """Whether a noun may name what another word of the report has told of."""
    struck = one.event.type == "ASSAULT" and one.event.mode != "abduct"
    if other_arms(one, later):
        return False
    if of_kin(one, later):
        return True
    if later.general and struck and not (later.plural and has_mark("fighting", [one.head])):
        return True
    if one.event.type != later.event.type or one.plural or later.plural:
        return False
    moded = one.event.mode is not None and one.event.mode == later.event.mode
    return struck and (moded or _deaths(one, later))


def other_arms(one: EventFacts, later: EventFacts) -> bool:
    """ "The rocket attack" is not what jets bombed."""
    left, right = _armed(one), _armed(later)
    return later.general and left is not None and right is not None and left != right


def _armed(event: EventFacts) -> str | None:
    """What it was done with, as far as told; from the air, whatever flew."""
    return "aerial" if event.event.mode == "drone" else event.event.mode


def _deaths(one: EventFacts, later: EventFacts) -> bool:
    """ "Nine died in an ambush", and "the killings": whatever killed them."""
    killed = max((c.low or 0 for c in one.event.counts if c.what == "killed"), default=0)
    if has_mark("slaughter", [later.head]):
        return killed >= _SLAUGHTER
    return has_mark("deadly", [later.head]) and (one.deadly or killed > 0)


def single_of(group: Sequence[EventFacts], later: EventFacts) -> EventFacts:
    """A noun in the plural as it stands for one act that befell several: "shot nine people", and
    "the killings". ``group`` are the tellings of that act."""
    if not later.plural or not has_mark("of_each", tokens(later.event.trigger.text)):
        return later
    told = [one for one in group if not one.plural]
    several = any((count.low or 0) > 1 for one in told for count in one.event.counts)
    return replace(later, plural=False) if several else later


def of_kin(one: EventFacts, later: EventFacts) -> bool:
    """Whether the two words name one happening, by themselves."""
    return bool(one.head == later.head or one.kin & later.kin or _groups(one) & _groups(later))


def narrowed(one: EventFacts, later: EventFacts) -> bool:
    """ "an attack … the blast"; not "the fighting", which may be all that there is of it."""
    if one.event.type != "ASSAULT" or not one.general or one.event.trigger.text.endswith("ed"):
        return False
    return has_mark("single", tokens(later.event.trigger.text))


def _groups(event: EventFacts) -> frozenset[str]:
    """The groups of words that may name one happening with any word of the trigger: "opened fire"
    is a shooting."""
    told = (stem(word) for word in tokens(event.event.trigger.text))
    return frozenset(group for word in told for group in words().kin_of.get(word, ()))
