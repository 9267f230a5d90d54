"""What an expression means before it is known what it is measured from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.extract.times.periods import Unit

Which = Literal["last", "this", "next", "that", "following", "previous"] | None
"""How a named period is chosen: seen from the day of speaking (last, this, next), or from the
time told last (that, following, previous). None where the words leave it to the context."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that stands complete in the text: a date with its year, PRESENT_REF, a duration.

    ``type`` is TIMEX3's where the value does not show it: "daily" is a SET, P1D a DURATION.
    """

    value: str
    type: Literal["DATE", "TIME", "DURATION", "SET"] | None = None


@dataclass(frozen=True, slots=True)
class Offset:
    """``n`` of ``unit`` from the day of speaking ("now") or the time told last ("told").

    ``counted``: the words count ("two weeks later"), rather than name a period of the calendar
    ("the following week"). ``quarterly``: in a report of quarterly figures it is a quarter that
    is meant ("a year ago", "the year-ago period"). ``over``: it is over already ("over the
    weekend"). ``length``: where there is no day to count from, or a story is told, it is this
    length and no date ("will return in two days"). ``points``: the words point at a day that was
    told ("that day"): where none was there is no date. ``likewise``: the same part of the year as
    was told ("the same period last year").
    """

    unit: Unit
    n: int
    base: Literal["now", "told"]
    counted: bool = False
    quarterly: bool = False
    over: bool = False
    length: str = ""
    points: bool = False
    likewise: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """A period named within a larger one: a month, a day of a month, a weekday, a quarter …

    ``number`` counts within the larger one (month 1-12, weekday 1-7, quarter 1-4); ``day`` is the
    day of the month; of a "monthday" the month is not said ("on the 15th"), ``number`` is its
    weekday where that is. ``year`` says which year where the words do. An ``owner`` is a day that
    something belongs to ("Tuesday's attack"). The ``weekday`` of a date is told beside it, 0 where
    it is not.
    """

    kind: Literal["month", "date", "weekday", "season", "quarter", "half", "holiday", "monthday"]
    number: int = 0
    day: int = 0
    name: str = ""
    which: Which = None
    owner: bool = False
    year: Offset | Fixed | None = None
    weekday: int = 0


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: ``time`` is what TIMEX3 writes after the date ("T14:00", "TEV").

    ``on`` is the day, None where it is the day of which the text speaks. A ``bare`` one counts
    only beside a day ("Friday morning").
    """

    time: str
    on: Fixed | Offset | Named | None = None
    bare: bool = False


@dataclass(frozen=True, slots=True)
class Around:
    """The ``unit`` that a date falls in: "the week of March 6"."""

    unit: Unit
    of: Fixed | Offset | Named


@dataclass(frozen=True, slots=True)
class Beside:
    """So many days before or after a day: "the day before Christmas"."""

    step: int
    of: Fixed | Offset | Named


@dataclass(frozen=True, slots=True)
class Either:
    """A date in figures whose order is not known: "04/05/2017". ``value`` is what is sure."""

    value: str
    readings: tuple[Fixed, Fixed]


@dataclass(frozen=True, slots=True)
class Range:
    """From one time to another, in one expression."""

    first: Fixed | Offset | Named
    last: Fixed | Offset | Named


Expression = Fixed | Offset | Named | Clock | Around | Beside | Either | Range
