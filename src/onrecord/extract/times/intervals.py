"""The half-open interval that a TIMEX3 value denotes, and the period that it names."""

from __future__ import annotations

import re
from datetime import MAXYEAR, date, datetime, timedelta

from onrecord.extract.times.periods import SEASON_MONTH, Period, bounds
from onrecord.records import TimeType

Interval = tuple[str | None, str | None]

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_CLOCK = re.compile(r"T(\d\d)(?::(\d\d))?(?::(\d\d))?(Z|[+-]\d\d:?\d\d)?")
_DAY_PARTS = {
    # Hours from the day's midnight. They overlap, as the words do.
    "MO": (0, 12), "MI": (11, 14), "AF": (12, 18), "EV": (17, 24), "NI": (18, 30), "DT": (6, 18),
}  # fmt: skip


def interval(value: str) -> Interval:
    """``(from, to)`` of a TIMEX3 ``value``: ISO dates, or date-times for a time of day.

    ``(None, None)`` for durations, sets, references such as PAST_REF, values with X digits, and
    years before 1: nothing that a calendar can show.
    """
    if "/" in value:
        first, last = (interval(part) for part in value.split("/", 1))
        return (first[0], last[1]) if first[0] and last[1] else (None, None)
    day, mark, _ = value.partition("T")
    if mark and _DAY.fullmatch(day):
        return _of_time(day, value[len(day) :])
    period = period_of(value)
    ends = bounds(period) if period else None
    return (ends[0].isoformat(), ends[1].isoformat()) if ends else (None, None)


def _of_time(day: str, time: str) -> Interval:
    try:
        midnight = datetime.fromisoformat(day)
        part = _DAY_PARTS.get(time[1:])
        if part:
            begin, end = (midnight + timedelta(hours=hours) for hours in part)
            return begin.isoformat("T", "minutes"), end.isoformat("T", "minutes")
        clock = _CLOCK.fullmatch(time)
        if clock is None:
            return None, None
        hour, minute, second, zone = clock.groups()
        if not (int(hour) <= 24 and int(minute or 0) < 60 and int(second or 0) <= 60):
            return None, None
        begin = midnight + timedelta(hours=int(hour), minutes=int(minute or 0))
        begin += timedelta(seconds=int(second or 0))
        step = timedelta(seconds=1) if second else timedelta(minutes=1)
        if not minute:
            step = timedelta(hours=1)
        spec = "seconds" if second else "minutes"
        return tuple(t.isoformat("T", spec) + (zone or "") for t in (begin, begin + step))  # type: ignore[return-value]
    except (ValueError, OverflowError):
        return None, None


_FORMS: tuple[tuple[str, str], ...] = (
    (r"(\d{4})-(\d\d)-(\d\d)", "day"),
    (r"(\d{4})-(\d\d)", "month"),
    (r"(\d{4})-W(\d\d)-WE", "weekend"),
    (r"(\d{4})-W(\d\d)", "week"),
    (r"(\d{4})-Q([1-4])", "quarter"),
    (r"(\d{4})-H([12])", "half"),
    (r"(\d{4})-(SP|SU|FA|WI)", "season"),
    (r"(\d{4})", "year"),
    (r"(\d{3})", "decade"),
    (r"(\d{2})", "century"),
    (r"BC(\d{4})-(\d\d)", "month"),
    (r"BC(\d{4})-(SP|SU|FA|WI)", "season"),
    (r"BC(\d{4})", "year"),
    (r"BC(\d{3})", "decade"),
    (r"BC(\d{2})", "century"),
)
_PATTERN = re.compile("|".join(f"(?P<f{i}>{form})" for i, (form, _) in enumerate(_FORMS)))


def period_of(value: str) -> Period | None:
    """The period that a TIMEX3 date ``value`` names; a time's is its day. None for all else."""
    match = _PATTERN.fullmatch(value.partition("T")[0])
    if match is None or match.lastgroup is None:
        return None
    groups = [group for group in match.groups()[match.lastindex or 0 :] if group]
    unit = _FORMS[int(match.lastgroup[1:])][1]
    year = groups[0]
    try:
        if value.startswith("BC"):
            return _before_christ(unit, int(year), groups[1:])
        return _period(unit, int(year), groups[1:])
    except ValueError:
        return None


def type_of(value: str) -> TimeType:
    """The TIMEX3 type of a value."""
    if value.startswith("P") and not value.endswith("_REF"):
        return "DURATION"
    return "TIME" if "T" in value.partition("REF")[0] and "_REF" not in value else "DATE"


def day_of(published: str | None) -> Period | None:
    """The day of an ISO date or date-time, None where there is none."""
    period = period_of((published or "")[:10])
    return period if period is not None and period.unit == "day" else None


def _before_christ(unit: str, number: int, rest: list[str]) -> Period | None:
    if unit == "decade":
        return Period("decade", -number * 10 - 8)
    if unit == "century":
        return Period("century", -number * 100 - 98)
    if unit == "month":
        return Period("month", 1 - number, date(4, int(rest[0]), 1).month)
    if unit == "season":
        return Period("season", 1 - number, SEASON_MONTH[rest[0]])
    return Period("year", 1 - number)


def _period(unit: str, number: int, rest: list[str]) -> Period | None:
    """ValueError where the calendar has no such period ("2017-02-30")."""
    if unit == "day":
        day = date(number, int(rest[0]), int(rest[1]))
        return Period("day", day.year, day.month, day.day)
    if unit == "month":
        return Period("month", number, date(number, int(rest[0]), 1).month)
    if unit in ("week", "weekend"):
        monday = date.fromisocalendar(number, int(rest[0]), 1)
        kind = "week" if unit == "week" else "weekend"
        return Period(kind, monday.year, monday.month, monday.day)  # type: ignore[arg-type]
    if unit == "quarter":
        return Period("quarter", number, int(rest[0]) * 3 - 2)
    if unit == "half":
        return Period("half", number, int(rest[0]) * 6 - 5)
    if unit == "season":
        return Period("season", number, SEASON_MONTH[rest[0]])
    if unit == "decade":
        return Period("decade", number * 10)
    if unit == "century":
        return Period("century", number * 100)
    return Period("year", number) if 1 <= number <= MAXYEAR else None
