"""Two events that the text sets apart in time: "killed two more clerics, days after a bomb killed a
mullah". They are two, however alike their words.
"""

from __future__ import annotations

import re

from onrecord.compare.accounts.facts import EventFacts

_LAPSE = re.compile(
    r"\b(?:minutes?|hours?|days?|weeks?|months?|years?|night|morning|evening)\s+(?:after|before)\b",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.!?][”\"’]?\s+(?=[A-Z“\"])|\n")
_NEAR = 160
"""Characters between two events of which one is told to come so long after the other."""
_WEEKDAY = re.compile(r"XXXX-WXX-\d")


def parted(text: str, earlier: EventFacts, later: EventFacts) -> bool:
    """Whether a lapse of time, or another day of the week, stands between the two."""
    one, other = earlier.event.when or "", later.event.when or ""
    if _WEEKDAY.match(one) and _WEEKDAY.match(other) and one[:10] != other[:10]:
        return True
    end, start = earlier.event.trigger.end, later.event.trigger.start
    between = text[end:start]
    if len(between) > _NEAR or _STOP.search(between):
        return False
    return _LAPSE.search(between) is not None or _leads(text, earlier.event.trigger.start, between)


def _leads(text: str, start: int, between: str) -> bool:
    """ "Days after a bomb killed one, gunmen killed two": the lapse stands before both."""
    begin = max((found.end() for found in _STOP.finditer(text, 0, start)), default=0)
    opening = _LAPSE.search(text[begin:start])
    return opening is not None and opening.start() < 20 and "," in between
