"""Days that TIMEX3 values denote, so that items can be put in order and asked for by date."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from onrecord.records import Time

Days = tuple[str, str]
"""A half-open interval of ISO days."""

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T.*)?")
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_YEAR = re.compile(r"(\d{4})")
_WEEK = re.compile(r"(\d{4})-W(\d{2})(-WE)?")
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_HALF = re.compile(r"(\d{4})-H([12])")


def days_of(value: str | None) -> Days | None:
    """The days that a TIMEX3 value denotes; None where it names no calendar days by itself.

    >>> days_of("2017-06-27TEV"), days_of("2018-W35"), days_of("XXXX-WXX-2")
    (('2017-06-27', '2017-06-28'), ('2018-08-27', '2018-09-03'), None)
    """
    if value is None:
        return None
    if "/" in value:
        first, _, last = value.partition("/")
        start, end = days_of(first), days_of(last)
        return (start[0], end[1]) if start and end and start[0] < end[1] else None
    try:
        return _days_of_one(value)
    except (ValueError, OverflowError):
        # no such day or week, or one beyond the calendar
        return None


def _days_of_one(value: str) -> Days | None:
    if found := _DAY.fullmatch(value):
        start = date(int(found[1]), int(found[2]), int(found[3]))
        return _days(start, start + timedelta(days=1))
    if found := _MONTH.fullmatch(value):
        return _months(int(found[1]), int(found[2]), 1)
    if found := _YEAR.fullmatch(value):
        return _months(int(found[1]), 1, 12)
    if found := _WEEK.fullmatch(value):
        start = date.fromisocalendar(int(found[1]), int(found[2]), 6 if found[3] else 1)
        return _days(start, start + timedelta(days=2 if found[3] else 7))
    if found := _QUARTER.fullmatch(value):
        return _months(int(found[1]), 3 * int(found[2]) - 2, 3)
    if found := _HALF.fullmatch(value):
        return _months(int(found[1]), 6 * int(found[2]) - 5, 6)
    return None


def _months(year: int, month: int, count: int) -> Days:
    start = date(year, month, 1)
    after = year * 12 + month - 1 + count
    return _days(start, date(after // 12, after % 12 + 1, 1))


def _days(start: date, end: date) -> Days:
    return start.isoformat(), end.isoformat()


def days_of_time(time: Time) -> Days | None:
    """The days of a time expression: of its value, or else of its interval."""
    found = days_of(time.value)
    if found or time.from_ is None or time.to is None:
        return found
    start, end = days_of(time.from_), days_of(time.to)
    if start is None or end is None:
        return None
    # an interval that ends within a day takes part of it
    last = end[1] if "T" in time.to else end[0]
    return (start[0], last) if start[0] < last else None


def asked_days(since: str | None, until: str | None) -> tuple[str | None, str | None]:
    """The half-open days of a question whose ``since`` and ``until`` are both included."""
    start, end = days_of(since), days_of(until)
    return start[0] if start else None, end[1] if end else None


def narrowest(
    days: Iterable[tuple[str | None, str | None, str | None]],
) -> tuple[str | None, str | None, str | None]:
    """The days (first, end, basis) on which all who state a day agree; else those of the shortest,
    of several as short those that most state.

    Only where nobody states a day do the days of publication speak: the earliest.
    """
    known = [(a, b, c) for a, b, c in days if a and b and c]
    stated = [(a, b, c) for a, b, c in known if c == "stated"]
    if not stated:
        return min(known, default=(None, None, None))
    start, end = max(a for a, _, _ in stated), min(b for _, b, _ in stated)
    if start < end:
        return start, end, "stated"
    often = Counter(stated)
    return min(stated, key=lambda d: (_length(d[0], d[1]), -often[d], d))


def _length(start: str, end: str) -> int:
    return (date.fromisoformat(end[:10]) - date.fromisoformat(start[:10])).days
