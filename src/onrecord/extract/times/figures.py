"""Dates in figures: "2017-06-27", "27/6/2017", "10/30", "1990s"."""

from __future__ import annotations

import re
from datetime import date

from onrecord.extract.times.expressions import Clock, Either, Expression, Fixed, Named

_ISO = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[t ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s?(z|utc|[+-][\d:]+)?)?"
)
EXPANDED_BEFORE = 30
"""Two digits below this are years of the 2000s: "'29" is 2029, "'30" is 1930."""


def iso(low: str) -> Expression | None:
    """An ISO date or date-time in lower case; None where the calendar has no such day."""
    match = _ISO.fullmatch(low)
    if match is None or _day(*(int(part) for part in match[1].split("-"))) is None:
        return None
    if not match[2]:
        return Fixed(match[1])
    zone = match[3] or ""
    return Clock("T" + match[2] + ("Z" if zone in ("z", "utc") else zone), Fixed(match[1]))


def slashed(low: str) -> Expression | None:
    """ "27/6/2017", "08/14/98", "27.6.2017", "10/30": settled where one number can be no month.

    Where both could be, the order is not known ("04/05/2017") and neither is the month; but who
    writes full stops puts the day first.
    """
    parts = re.split(r"[/.-]", low)
    if len(parts) == 2:
        return _unordered(int(parts[0]), int(parts[1]), None)
    first, second, third = (int(part) for part in parts)
    if len(parts[0]) == 4:
        return _fixed(first, second, third) if len(parts[2]) == 2 else None
    if len(parts[0]) > 2:
        return None
    year = third if len(parts[2]) == 4 else two_digit_year(parts[2])
    if "." in low:
        return _fixed(year, second, first) if len(parts[2]) == 4 else None
    return _unordered(first, second, year)


def _unordered(first: int, second: int, year: int | None) -> Expression | None:
    if first == second or 1 <= first <= 12 < second <= 31:
        month, day = first, second
    elif 1 <= second <= 12 < first <= 31:
        month, day = second, first
    elif year is not None and 1 <= first <= 12 and 1 <= second <= 12:
        readings = (
            Fixed(f"{year:04d}-{first:02d}-{second:02d}"),
            Fixed(f"{year:04d}-{second:02d}-{first:02d}"),
        )
        return Either(f"{year:04d}-XX-XX", readings)
    else:
        return None
    if year is None:
        # A bare fraction is likelier than a date in two figures ("9/11" is a name of its own).
        return None if day < 13 else Named("date", month, day)
    return _fixed(year, month, day)


def _fixed(year: int, month: int, day: int) -> Fixed | None:
    return Fixed(f"{year:04d}-{month:02d}-{day:02d}") if _day(year, month, day) else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def two_digit_year(written: str) -> int:
    """The year that two digits stand for."""
    number = int(re.sub(r"\D", "", written)[-2:])
    return number + (2000 if number < EXPANDED_BEFORE else 1900)


def decade(low: str) -> str:
    """The TIMEX3 value of "1990s", "90s", "'90s"."""
    digits = re.sub(r"\D", "", low)
    if len(digits) == 2:
        digits = str(two_digit_year(digits))
    return digits[:3]
