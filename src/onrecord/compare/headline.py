"""What a headline tells is told again in the lead: one event, in fewer words."""

from __future__ import annotations

from dataclasses import replace

from onrecord.compare.facts import EventFacts, View
from onrecord.compare.sameness import Match, conflict

_LEAD = 600
"""Code points behind the headline within which the lead tells what it is of."""


def headlined(view: View, earlier: EventFacts, later: EventFacts) -> Match | None:
    """The match of an event of the headline with the first of its kind in the lead."""
    end = _end(view)
    start = later.event.trigger.start
    if not earlier.event.trigger.start < end <= start <= end + _LEAD:
        return None
    # A headline names a state for its guards, so that only other words and doers rule it out.
    who = earlier.head != later.head
    shorter = replace(earlier, plural=later.plural)  # "fires missile" is no plural
    if not _alike(earlier, later) or later.another or conflict(shorter, later, who=who):
        return None
    between = (e for e in view.events.values() if end <= e.event.trigger.start < start)
    if any(_alike(earlier, other) for other in between):
        return None
    return Match(0.75, ("the headline tells what the lead tells",), 0, False)


def _end(view: View) -> int:
    """Where the headline ends in the text; 0 where the text does not begin with it."""
    title, text = view.record.report.title, view.record.report.text
    if not title:
        return 0
    start = len(text) - len(text.lstrip())
    return start + len(title) if text.startswith(title, start) else 0


def _alike(one: EventFacts, other: EventFacts) -> bool:
    """Whether two words name acts of one kind."""
    if one.event.type != other.event.type:
        return False
    moded = one.event.mode is not None and one.event.mode == other.event.mode
    if one.head == other.head or moded or bool(one.kin & other.kin):
        return True
    # "Killings during evictions", and in the lead "shot dead": one of the two is told in general.
    return one.event.type == "ASSAULT" and None in (one.event.mode, other.event.mode)
