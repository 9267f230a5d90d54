"""The day on which a report says that it was written: its dateline, its date line.

"Saturday", "last week" are counted from the day of writing. Where the report tells it itself ("AFP
Saturday 10 Sep 2016", "LIMA, 4 August 2030 -"), that is surer than the day for which a table or a
page has it: papers print a wire days later, and tables go by the day of the events.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.extract.times.expressions import Clock, Fixed
from onrecord.extract.times.grammar import Found
from onrecord.extract.times.intervals import period_of
from onrecord.extract.times.periods import Period

_FRONT = 400
"""Code points within which a report tells when it was written."""
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
_HAS_WEEKDAY = re.compile(rf"\b{_WEEKDAY}\b\W*$", re.IGNORECASE)
_SAID_SO = re.compile(
    r"(?:(?:updated|published|posted|issued|filed)(?: (?:on|at))?(?: \d\d:?\d\d)?"
    r"|date(?: of publication)?)\W*$",
    re.IGNORECASE,
)
_OPENS = re.compile(r"\s*(?:UPDATED\W+)?$")
_PLACE = re.compile(r"(?:^|[\n(.]\s*|\)\s*)[A-Z][\w'’.-]*(?:,? [A-Z][\w'’.-]*){0,4}[,/]?\s+$")
_GOES_ON = re.compile(
    r"(?:st|nd|rd|th)?\W*(?:$|\n|[A-Z“\"'‘]|\d{1,2}[:.]\d\d|[–—-]|\d[\d,]* [A-Z])"
)
"""What follows a date that stands alone; "54 Killed in Besk" is a headline."""
_HEADLINE = re.compile(r"\s+[A-Z“\"‘]")
_LINE = re.compile(r"\)?\s*(?:\([\w /]+\)\s*)?[.–—-]")


def filed(text: str, found: Sequence[Found]) -> tuple[Period, int] | None:
    """The day of writing and the number of the expression that tells it; None where none does."""
    for number, one in enumerate(found):
        if one.start > _FRONT:
            return None
        inner = one.expression
        if isinstance(inner, Clock) and isinstance(inner.on, Fixed):
            inner = inner.on
        if not isinstance(inner, Fixed):
            continue
        period = period_of(inner.value)
        if period is not None and period.unit == "day" and _stands_alone(text, one):
            return period, number
    return None


def opens(text: str, start: int, end: int) -> bool:
    """Whether the date ``[start, end)`` stands before a headline: "7 December 2014 Rebels …".

    It tells when the report was written, and nothing of when what the headline tells was; so does
    a report's stamp ("As of 10 May, 17:00").
    """
    if text[max(start - 6, 0) : start].lower() == "as of ":
        return True
    if start > _FRONT or re.search(r"\d{4}", text[start:end]) is None:
        return False
    before = re.sub(rf"(?i)\b{_WEEKDAY}\W*$", "", text[:start])
    return bool(_OPENS.match(before)) and _HEADLINE.match(text, end) is not None


def _stands_alone(text: str, one: Found) -> bool:
    """Whether a date is part of no sentence but of the front of the report."""
    before, after = text[max(0, one.start - 60) : one.start], text[one.end : one.end + 30]
    if not _GOES_ON.match(after):
        return False
    if _OPENS.match(before) or _SAID_SO.search(before):
        return True
    if _PLACE.search(before) and _LINE.match(after):
        return True
    named = _HAS_WEEKDAY.search(before) or re.match(_WEEKDAY, text[one.start :], re.IGNORECASE)
    lead = re.sub(rf"(?i)\b{_WEEKDAY}\W*$", "", before)
    last = re.search(r"(\S+)\s*$", lead)
    return bool(named) and (last is None or not last[1][:1].islower())
