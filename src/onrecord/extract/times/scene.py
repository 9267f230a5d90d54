"""What an expression of time may be measured from: publication, and what was told before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.extract.times.expressions import (
    Around,
    Beside,
    Clock,
    Expression,
    Fixed,
    Named,
    Offset,
)
from onrecord.extract.times.intervals import period_of
from onrecord.extract.times.periods import FINENESS, Period, bounds

NARRATIVE_DATES = 4
"""A history names at least so many dates with their year."""
DATES_A_DEICTIC = 5
"""And for each "Tuesday" or "last week", which only news can say, at least so many."""
QUARTER_REMEMBERED = 1500
"""For how many characters a report that named a quarter is taken to speak of quarters."""


def is_narrative(expressions: Sequence[Expression], now: Period | None) -> bool:
    """Whether a text tells its story by dates of its own, so that "in June" follows from them.

    Of a text that carries a date, four fifths of the dates must also lie in other years than the
    publication's or the one before: a report on events of last year still speaks from its own day.
    """
    dates = far = deictics = 0
    for one in expressions:
        inner = one.on if isinstance(one, Clock) and one.on is not None else one
        inner = inner.of if isinstance(inner, Around | Beside) else inner
        if isinstance(inner, Fixed):
            period = period_of(inner.value)
            dates += period is not None
            far += period is not None and now is not None and abs(period.year - now.year) > 1
        elif isinstance(inner, Named):
            deictics += inner.kind == "weekday"
        elif isinstance(inner, Offset):
            deictics += inner.base == "now"
    told = dates >= NARRATIVE_DATES and deictics * DATES_A_DEICTIC <= dates
    return told and (now is None or far * 5 >= dates * 4)


@dataclass(frozen=True, slots=True)
class Told:
    """A date that the text has named: ``at`` is where, ``identifier`` the id of its expression.

    ``ago``: it was itself counted from another. ``aside``: the words only compare with it ("after a
    flat second quarter"). ``ended``: they say that it is over. ``said``: it is when somebody spoke.
    """

    period: Period
    at: int
    identifier: str
    ago: bool = False
    aside: bool = False
    ended: bool = False
    said: bool = False


@dataclass(slots=True)
class Scene:
    """The state of a reading, from the first expression to the last.

    ``now`` is the day of publication or writing, None where it is not known, ``now_by`` the anchor
    to name for it. ``narrative`` says that the text
    tells its story by dates of its own, as histories do. ``at`` is where the reading is,
    ``sentence`` where its sentence begins, ``on_calendar`` whether an election or the like of that
    month is meant, ``told`` the date named last, ``day`` the last that was
    no coarser than a month, ``deed`` the last day on which something was done that was not only
    said, ``deeds`` how often that changed, ``quarter`` the quarter that the figures are for,
    ``longer`` where figures for several quarters together began ("the first nine months").
    """

    now: Period | None
    now_by: str = "published"
    narrative: bool = False
    at: int = 0
    sentence: int = 0
    on_calendar: bool = False
    told: Told | None = None
    day: Told | None = None
    deed: Told | None = None
    deeds: int = 0
    quarter: Told | None = None
    longer: int | None = None

    @property
    def undated_story(self) -> bool:
        """Whether "last week" is that of the story: nobody knows when it was written."""
        return self.narrative and self.now is None

    def told_day(self) -> bool:
        """Whether the date told last is a day."""
        return self.told is not None and self.told.period.unit == "day"

    def tell(self, told: Told) -> None:
        """Remember the date named last."""
        self.told = told
        if FINENESS[told.period.unit] <= FINENESS["month"]:
            self.day = told
        if told.period.unit == "day" and not told.said:
            self.deeds += self.deed is None or self.deed.period != told.period
            self.deed = told
        if told.period.unit == "quarter" and not told.ago and not self._compared(told):
            if told.ended or self._just_over(told.period):
                self.quarter, self.longer = told, None

    def _compared(self, told: Told) -> bool:
        """Whether the quarter that figures are for is another, with which they compare this one."""
        known = self.quarter
        return known is not None and (told.aside or told.period.year < known.period.year)

    def that(self) -> Told | None:
        """The date that "that day" is: no day of another sentence on which somebody only spoke."""
        if self.told is not None and self.told.said and not self.told_here():
            return self.deed or self.told
        return self.told

    def told_here(self) -> bool:
        """Whether the date named last stands in the sentence that is read."""
        return self.told is not None and self.told.at >= self.sentence

    def by_quarter(self) -> Told | None:
        """The quarter that figures are for where the reading is, None where they are for none."""
        told = self.quarter
        if told is None or self.longer is not None or self.at - told.at > QUARTER_REMEMBERED:
            return None
        return told

    def _just_over(self, period: Period) -> bool:
        """Whether a quarter was over at publication, and for less than a year: such figures are."""
        ends = bounds(period)
        now = self.now.first() if self.now else None
        return ends is None or now is None or 0 <= (now - ends[1]).days < 365
