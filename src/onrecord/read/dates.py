"""Written dates to ISO 8601, without a guess.

A date needs its day, month and year; a two-digit year, a month without a day, a time without a
zone and 03/04/2017 alone are not enough, and are left unknown. A weekday that does not fit its
date leaves the date unknown too, for one of the two is wrong.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

from onrecord.errors import InputError

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun",
            "july jul", "august aug", "september sept sep", "october oct", "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

MONTH = r"(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")"
WEEKDAY = (
    r"(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?"
    r"|sat(?:urday)?|sun(?:day)?)"
)
_DAY = r"(?:[0-3]?\d)"
_YEAR = r"(?:19\d\d|20\d\d)"
# BST, CST and IST each name two zones of the world, and are left out.
_ZONE = (
    r"(?:(?:GMT|UTC)?\s?[+-]\d\d:?\d\d|(?:GMT|UTC)\s?[+-]\d\d?|Z|GMT|UTC|[EMP][SD]T|CDT|CES?T"
    r"|EES?T|MSK)"
)
CLOCK = (
    r"(?:[0-2]?\d[:.h][0-5]\d(?::[0-5]\d(?:\.\d+)?)?(?:\s?[ap]\.?m\.?)?|[01]?\d\s?[ap]\.?m\.?)"
    rf"(?:\s?\(?{_ZONE}\b\)?)?"
)
_HOURS = rf"[0-2]\d[0-5]\d(?:\s?(?:hrs|hours))?(?:\s?{_ZONE}\b)?"
# The day and the year may have lost the comma and space between them ("Jan 202015").
_WRITTEN = (
    rf"(?:(?P<weekday>{WEEKDAY})\b[.,]?\s+)?(?:the\s+)?"
    rf"(?:(?P<d1>{_DAY})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?(?P<m1>{MONTH})\b[.,]?[\s-]*(?P<y1>{_YEAR})"
    rf"|(?P<m2>{MONTH})\b\.?[\s-]*(?P<d2>{_DAY})(?:st|nd|rd|th)?[,.]?\s*(?P<y2>{_YEAR})"
    rf"|(?P<y3>{_YEAR})(?P<sep3>[-/.])(?P<m3>[01]?\d)(?P=sep3)(?P<d3>{_DAY})"
    rf"|(?P<a4>{_DAY})(?P<sep4>[-/.])(?P<b4>{_DAY})(?P=sep4)(?P<y4>{_YEAR}))(?!\d)"
)
_TIMED = (
    rf"(?:T(?P<t1>{CLOCK})|(?:\s*,)?\s+at\s+(?P<t2>{CLOCK}|{_HOURS})"
    rf"|(?:\s*,)?\s+(?:-\s+|\|\s+)?(?P<t3>{CLOCK})"
    rf"|\s+(?P<t4>[0-2]\d[0-5]\d\s?(?:hrs|hours|{_ZONE})\b))?"
)
DATE_RE = re.compile(_WRITTEN + r"(?P<end>)" + _TIMED, re.IGNORECASE)
"""A date with its year and, after the empty group ``end``, the time of day if one is given."""
_CLOCK_RE = re.compile(
    r"(?P<h>\d{1,2}?)(?:[:.h]?(?P<m>[0-5]\d))?(?::(?P<s>[0-5]\d)(?:\.\d+)?)?"
    rf"\s?(?P<half>[ap]\.?m\.?)?(?:\s?(?:hrs|hours))?\s?\(?(?P<zone>{_ZONE})?\)?",
    re.IGNORECASE,
)
_ZONES = {
    "z": 0, "gmt": 0, "utc": 0, "est": -5, "edt": -4, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8,
    "pdt": -7, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "msk": 3,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class DateReading:
    """A written date as read. Exactly one of three: known, ambiguous, or neither (both empty).

    ``value`` is an ISO date, or date-time with its zone, where the words settle it; ``either``
    holds the two ISO dates (day first, month first) where a number date could be one or other.
    """

    value: str | None = None
    either: tuple[str, str] | None = None

    def settled(self, day_first: bool | None) -> str | None:
        """The value, choosing between the two readings if ``day_first`` is known."""
        if self.value is not None or self.either is None or day_first is None:
            return self.value
        return self.either[0] if day_first else self.either[1]


UNKNOWN = DateReading()


def read_match(match: re.Match[str]) -> DateReading:
    """The reading of a match of ``DATE_RE``."""
    year = int(match["y1"] or match["y2"] or match["y3"] or match["y4"])
    if match["a4"]:
        return _by_numbers(match, year)
    if match["y3"]:
        month = int(match["m3"])
    else:
        month = _MONTHS[(match["m1"] or match["m2"]).lower()]
    day = _date(year, month, int(match["d1"] or match["d2"] or match["d3"]))
    if day is None or not _fits(day, match["weekday"]):
        return UNKNOWN
    return DateReading(_with_time(day, match))


def _by_numbers(match: re.Match[str], year: int) -> DateReading:
    first, second = int(match["a4"]), int(match["b4"])
    days = [_date(year, second, first), _date(year, first, second)]
    if match["weekday"]:
        days = [d if d and _fits(d, match["weekday"]) else None for d in days]
    day_first, month_first = days
    if day_first and month_first and day_first != month_first:
        return DateReading(either=(day_first.isoformat(), month_first.isoformat()))
    day = day_first or month_first
    return DateReading(_with_time(day, match)) if day else UNKNOWN


def parse_date(text: str, *, day_first: bool | None = None) -> DateReading:
    """The date that ``text`` is, as a cell of a table or a tag of a page gives it.

    The whole of ``text`` must be the date; numbers of seconds or milliseconds since 1970 and
    20170405 are read too, since they can mean nothing else here.
    """
    text = text.strip()
    if re.fullmatch(r"(19|20)\d{6}", text):
        day = _date(int(text[:4]), int(text[4:6]), int(text[6:]))
        return DateReading(day.isoformat()) if day else UNKNOWN
    if re.fullmatch(r"\d{9,10}(\.\d+)?|\d{12,13}", text):
        seconds = float(text) / (1000 if len(text.split(".")[0]) > 10 else 1)
        moment = datetime.fromtimestamp(int(seconds), tz=UTC)
        return DateReading(moment.isoformat().replace("+00:00", "Z"))
    match = DATE_RE.fullmatch(text)
    if match is None:
        match = _unzoned(text)
    if match is None:
        return UNKNOWN
    reading = read_match(match)
    settled = reading.settled(day_first)
    return DateReading(settled) if settled else reading


def _unzoned(text: str) -> re.Match[str] | None:
    """A date whose zone or tail we do not know: the date alone counts ("… 09:14 Damascus time")."""
    match = DATE_RE.match(text)
    if match and re.match(r"(?:\s*[(\[]?[A-Za-z]{1,5}\b.{0,12})?$", text[match.end() :]):
        return match
    return None


def parse_told(text: str) -> str:
    """The ISO date or date-time that a user wrote; InputError where it is not a full date."""
    reading = parse_date(text)
    if reading.value is None:
        raise InputError(
            f"{text!r} is not a date that can be read one way only; "
            "write it as 2017-04-07 or 2017-04-07T09:14:00+03:00"
        )
    return reading.value


def numbers_order(text: str) -> bool | None:
    """Whether an all-number date at the start of ``text`` must be day first; None if it may be
    either or is no such date."""
    match = DATE_RE.match(text.lstrip())
    if match is None or not match["a4"]:
        return None
    first, second = int(match["a4"]), int(match["b4"])
    if first > 12 >= second:
        return True
    return False if second > 12 >= first else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _fits(day: date, weekday: str | None) -> bool:
    return weekday is None or _WEEKDAYS[day.weekday()] == weekday[:3].lower()


def _with_time(day: date, match: re.Match[str]) -> str:
    """``day``, with the time of ``match`` where that has a zone; a time without one says little."""
    written = match["t1"] or match["t2"] or match["t3"] or match["t4"]
    clock = _CLOCK_RE.fullmatch(written.strip()) if written else None
    if clock is None or not clock["zone"]:
        return day.isoformat()
    hour, minute = int(clock["h"]), int(clock["m"] or 0)
    half = (clock["half"] or "").replace(".", "").lower()
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    try:
        moment = datetime(
            day.year, day.month, day.day, hour, minute, int(clock["s"] or 0), tzinfo=_zone(clock)
        )
    except ValueError:
        return day.isoformat()
    return moment.isoformat().replace("+00:00", "Z")


def _zone(clock: re.Match[str]) -> timezone:
    name = clock["zone"].lower().strip()
    if name in _ZONES:
        return timezone(timedelta(hours=_ZONES[name]))
    digits = re.sub(r"\D", "", name)
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:] or 0))
    return timezone(-offset if "-" in name else offset)
