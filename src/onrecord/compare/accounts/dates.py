"""Days as numbers, so that intervals can be set against each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onrecord.extract.times.intervals import interval


@dataclass(frozen=True, slots=True)
class Days:
    """A half-open interval of days, as ordinals of the calendar."""

    start: int
    end: int

    @property
    def length(self) -> int:
        """How many days."""
        return self.end - self.start

    def meets(self, other: Days) -> bool:
        """Whether the two share a day."""
        return self.start < other.end and other.start < self.end


def days_of(value: str | None) -> Days | None:
    """The days of a TIMEX3 value or an ISO date(-time); None where the calendar shows none."""
    if value is None:
        return None
    first, last = interval(value[:10] if value[4:5] == "-" and "T" in value[10:11] else value)
    if first is None or last is None:
        return None
    start = date.fromisoformat(first[:10]).toordinal()
    end = date.fromisoformat(last[:10]).toordinal()
    # The end of a time of day lies within its day.
    return Days(start, end if end > start and len(last) == 10 else max(end, start) + 1)


def same_day(left: Days | None, right: Days | None) -> bool:
    """Whether both are known to the day and the day is one."""
    return left is not None and left == right and left.length == 1


def apart(left: Days | None, right: Days | None) -> bool:
    """Whether both are known and share no day."""
    return left is not None and right is not None and not left.meets(right)
