"""What a headline tells is told again in the lead: one event, in fewer words."""

from __future__ import annotations

from dataclasses import replace

from onrecord.compare.accounts.facts import AHEAD, REAL, EventFacts, View
from onrecord.compare.pairs.sameness import Match, conflict

LEAD = 600
"""Code points behind the headline within which the lead tells what it is of."""


_TOLD = REAL - {"denied"}


def headlined(view: View, earlier: EventFacts, later: EventFacts) -> Match | None:
    """The match of an event of the headline with the first of its kind in the lead."""
    end = view.headline
    start = later.event.trigger.start
    if not earlier.event.trigger.start < end <= start <= end + LEAD:
        return None
    one, other = earlier.event.status, later.event.status
    if one != other and (other in AHEAD or other == "denied"):
        return None
    # A headline names a state for its guards, so that only other words and doers rule it out.
    who = earlier.head != later.head
    # "Fires missile" is no plural, and "leaves 22 dead" counts no events.
    shorter = replace(earlier, plural=later.plural, several=later.several)
    alike = _alike if _several(view, earlier, end) else _told_as
    if not alike(earlier, later) or later.another or later.several:
        return None
    if conflict(shorter, later, who=who, worded=False):
        return None
    between = (e for e in view.events.values() if end <= e.event.trigger.start < start)
    # "The army denies that anyone was hurt", below a headline, tells of no other event.
    if any(alike(earlier, told) and told.event.status in _TOLD for told in between):
        return None
    return Match(0.75, ("the headline tells what the lead tells",), 0, False)


def _several(view: View, event: EventFacts, end: int) -> bool:
    """Whether the headline tells another event of this kind beside it."""
    return any(
        e.event.id != event.event.id and e.event.type == event.event.type
        for e in view.events.values()
        if e.event.trigger.start < end
    )


def _told_as(one: EventFacts, other: EventFacts) -> bool:
    """Whether the lead may tell in its words what the headline has in others: a strike, and who
    was killed by it."""
    both = {one.event.status, other.event.status}
    return _alike(one, other) or (one.event.type == other.event.type == "ASSAULT" and both <= _TOLD)


def _alike(one: EventFacts, other: EventFacts) -> bool:
    """Whether two words name acts of one kind."""
    if one.event.type != other.event.type:
        return False
    moded = one.event.mode is not None and one.event.mode == other.event.mode
    if one.head == other.head or moded or bool(one.kin & other.kin):
        return True
    # "Killings during evictions", and in the lead "shot dead": one of the two is told in general.
    return one.event.type == "ASSAULT" and None in (one.event.mode, other.event.mode)
