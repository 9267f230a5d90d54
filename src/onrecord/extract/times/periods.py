"""Periods of the calendar: what a TIMEX3 date value denotes, and how to count from one to another.

A period is a unit and where it begins. Years are astronomical (1 BC is year 0), so that counting
across the era works; ``value`` writes them as TIMEX3 does ("BC0480").
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from typing import Literal

Unit = Literal[
    "day", "week", "weekend", "month", "quarter", "season", "half", "year", "decade", "century",
    "millennium",
]  # fmt: skip

FINENESS: dict[str, int] = {
    "day": 0, "weekend": 1, "week": 2, "month": 3, "quarter": 4, "season": 4, "half": 5,
    "year": 6, "decade": 7, "century": 8, "millennium": 9,
}  # fmt: skip
"""Units from the finest to the coarsest."""

UNKNOWN: dict[str, str] = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX",
    "quarter": "XXXX-QX", "half": "XXXX-HX", "season": "XXXX-XX", "year": "XXXX", "decade": "XXX",
    "century": "XX", "millennium": "X",
}  # fmt: skip
"""What TIMEX3 writes for a period of a unit of which no more is known."""

SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The month in which a season begins, as northern weather services count."""

_SEASONS = {month: season for season, month in SEASON_MONTH.items()}
_MONTHS = {"month": 1, "quarter": 3, "season": 3, "half": 6}
_YEARS = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar: ``unit`` and its first day (a week's is its Monday).

    ``month`` and ``day`` are 1 where the unit is coarser.
    """

    unit: Unit
    year: int
    month: int = 1
    day: int = 1

    def first(self) -> date | None:
        """Its first day, or None where the calendar of ``datetime`` does not reach it."""
        if not 1 <= self.year <= MAXYEAR:
            return None
        return date(self.year, self.month, self.day)


def of_day(unit: Unit, day: date) -> Period:
    """The period of ``unit`` that ``day`` falls in."""
    if unit == "day":
        return Period("day", day.year, day.month, day.day)
    if unit in ("week", "weekend"):
        monday = day - timedelta(days=day.weekday()) if day.toordinal() > 7 else day
        return Period(unit, monday.year, monday.month, monday.day)
    if unit == "season":
        month = day.month // 3 * 3
        return Period("season", day.year if month else day.year - 1, month or 12)
    if unit in _MONTHS:
        step = _MONTHS[unit]
        return Period(unit, day.year, (day.month - 1) // step * step + 1)
    return _of_year(unit, day.year)


def _of_year(unit: Unit, year: int) -> Period:
    step = _YEARS[unit]
    if year > 0 or step == 1:
        return Period(unit, year // step * step)
    # The 480s BC are 489 to 480 BC: they are named by the digits of the BC year.
    return Period(unit, 1 - ((1 - year) // step * step + step - 1))


def widen(period: Period, unit: Unit) -> Period:
    """The period of ``unit`` that ``period`` begins in; itself where ``unit`` is no coarser."""
    if FINENESS[unit] <= FINENESS[period.unit]:
        return period
    if unit in _YEARS:
        return _of_year(unit, period.year)
    first = period.first()
    return of_day(unit, first) if first is not None else _of_year("year", period.year)


def shift(period: Period, n: int) -> Period | None:
    """``n`` periods of the same unit on; None where the calendar ends."""
    if period.unit in _YEARS:
        return _within(Period(period.unit, period.year + n * _YEARS[period.unit]))
    if period.unit in _MONTHS:
        months = period.year * 12 + period.month - 1 + n * _MONTHS[period.unit]
        return _within(Period(period.unit, months // 12, months % 12 + 1))
    first = period.first()
    if first is None:
        return None
    try:
        day = first + timedelta(days=n * (1 if period.unit == "day" else 7))
    except OverflowError:
        return None
    return Period(period.unit, day.year, day.month, day.day)


def _within(period: Period) -> Period | None:
    return period if -9998 <= period.year <= MAXYEAR else None


def moved(period: Period, unit: Unit, n: int) -> Period | None:
    """``n`` of ``unit`` on from ``period``, as coarse as the coarser of the two.

    A day and "two months" give a month: how far apart the days are is not said.
    """
    return shift(widen(period, unit), n) if _counts(period, unit) else None


def _counts(period: Period, unit: Unit) -> bool:
    return FINENESS[unit] >= FINENESS[period.unit]


def value(period: Period) -> str:
    """The TIMEX3 value: "2018-09-04", "2018-W35", "1998-Q3", "199", "BC0480"."""
    unit = period.unit
    if unit in ("week", "weekend"):
        first = period.first() or date.min
        year, week, _ = first.isocalendar()
        return f"{year:04d}-W{week:02d}" + ("-WE" if unit == "weekend" else "")
    year_digits = f"{period.year:04d}" if period.year > 0 else f"BC{1 - period.year:04d}"
    if unit == "day":
        return f"{year_digits}-{period.month:02d}-{period.day:02d}"
    if unit == "month":
        return f"{year_digits}-{period.month:02d}"
    if unit == "quarter":
        return f"{year_digits}-Q{period.month // 3 + 1}"
    if unit == "half":
        return f"{year_digits}-H{period.month // 6 + 1}"
    if unit == "season":
        return f"{year_digits}-{_SEASONS[period.month]}"
    dropped = {"year": 0, "decade": 1, "century": 2, "millennium": 3}[unit]
    return year_digits[: len(year_digits) - dropped]


def bounds(period: Period) -> tuple[date, date] | None:
    """First day and the day after the last; None outside the years 1 to 9999.

    A winter is counted by the year that it begins in or by the one that it ends in, so it is
    given from the first December that it may mean to the last February.
    """
    following = shift(period, 1)
    first, end = period.first(), following.first() if following else None
    if first is None or end is None:
        return None
    if period.unit == "weekend":
        return first + timedelta(days=5), end
    if period.unit == "season" and period.month == 12 and first.year > 1:
        return first.replace(year=first.year - 1), end
    return first, end
