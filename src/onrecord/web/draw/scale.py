"""Days on a line: how wide a bin is, where the axis has its marks, what each is called."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

Unit = Literal["day", "week", "month", "year"]

_FROM_DAYS: tuple[tuple[int, Unit], ...] = ((7300, "year"), (1100, "month"), (140, "week"))
"""The least days for which a bin is a year, a month, a week: some hundred bins at the most."""
_TICKS = 12
_STEPS: dict[Unit, tuple[int, ...]] = {
    "day": (1, 2, 7, 14), "week": (1, 2, 4), "month": (1, 3, 6), "year": (1, 2, 5, 10, 20, 50, 100),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scale:
    """Days from ``start`` to before ``end`` on ``width`` units that begin at ``left``."""

    start: date
    end: date
    left: float
    width: float

    @property
    def days(self) -> int:
        """How many days it shows."""
        return max((self.end - self.start).days, 1)

    @property
    def unit(self) -> Unit:
        """How wide a bin is."""
        return _unit(self.days)

    def x(self, day: date, part: float = 0.0) -> float:
        """Where a day begins, and ``part`` of it; beyond the ends at the ends."""
        at = (day - self.start).days + part
        return self.left + self.width * min(max(at / self.days, 0.0), 1.0)

    def bin(self, day: date) -> date:
        """The first day of the bin that holds ``day``."""
        return floor(day, self.unit)

    def ticks(self) -> Iterator[tuple[float, str]]:
        """Where the axis is marked, and with what: a dozen marks at the most."""
        unit: Unit = self.unit
        if unit == "week":
            unit = "month"
        elif unit == "month" and self.days > 1500:
            unit = "year"
        elif unit == "day" and self.days > 45:
            unit = "week"
        found = list(_firsts(self.start, self.end, unit))
        step = next((n for n in _STEPS[unit] if len(found) / n <= _TICKS), _STEPS[unit][-1])
        for day in found:
            if _number(day, unit) % step == 0:
                yield self.x(day), called(day, unit)


@lru_cache(maxsize=64)
def _unit(days: int) -> Unit:
    return next((unit for least, unit in _FROM_DAYS if days >= least), "day")


def floor(day: date, unit: Unit) -> date:
    """The first day of the unit that holds ``day``."""
    if unit == "week":
        return day - timedelta(days=day.weekday())
    if unit == "month":
        return day.replace(day=1)
    return day.replace(month=1, day=1) if unit == "year" else day


def following(day: date, unit: Unit) -> date:
    """The first day of the next unit; ``day`` is the first of its own."""
    if unit == "day":
        return day + timedelta(days=1)
    if unit == "week":
        return day + timedelta(days=7)
    return floor(day + timedelta(days=32 if unit == "month" else 370), unit)


def called(day: date, unit: Unit) -> str:
    """What people call the unit that begins on ``day``."""
    if unit == "year":
        return f"{day.year}"
    if unit == "month":
        return f"{day:%B %Y}" if day.month == 1 else f"{day:%B}"
    return f"{day.day} {day:%b %Y}" if day.timetuple().tm_yday <= 7 else f"{day.day} {day:%b}"


def in_full(day: date, unit: Unit) -> str:
    """The same where nothing stands beside it."""
    told = {"year": f"{day.year}", "month": f"{day:%B %Y}", "week": f"week of {day.isoformat()}"}
    return told.get(unit, day.isoformat())


def _firsts(start: date, end: date, unit: Unit) -> Iterator[date]:
    day = floor(start, unit)
    while day < end:
        if day >= start:
            yield day
        day = following(day, unit)


def _number(day: date, unit: Unit) -> int:
    if unit == "year":
        return day.year
    if unit == "month":
        return day.month - 1
    return day.toordinal() // 7 if unit == "week" else day.toordinal()
