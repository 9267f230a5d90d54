"""From what an expression means to its value: against publication, or against what was told."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.extract.times import choose
from onrecord.extract.times.expressions import (
    Around,
    Beside,
    Clock,
    Either,
    Expression,
    Fixed,
    Named,
    Offset,
    Range,
)
from onrecord.extract.times.intervals import period_of
from onrecord.extract.times.periods import (
    FINENESS,
    UNKNOWN,
    Period,
    Unit,
    moved,
    of_day,
    shift,
    value,
    widen,
)
from onrecord.extract.times.scene import QUARTER_REMEMBERED, Scene, Told
from onrecord.extract.times.story import of_story, of_year_told
from onrecord.extract.times.tense import Direction

_FINER: dict[tuple[str, str], str] = {
    ("month", "day"): "-XX", ("year", "day"): "-XX-XX", ("year", "month"): "-XX",
    ("year", "week"): "-WXX", ("year", "quarter"): "-QX",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Resolved:
    """A value, the period that it names where it names one, and what it was measured from.

    ``anchor`` is "published", "text" for what stands complete in the text, the id of another
    expression, or None where it could not be resolved.
    """

    value: str
    period: Period | None = None
    anchor: str | None = None


def resolve(expression: Expression, scene: Scene, direction: Direction) -> Resolved:
    """The value of ``expression`` in ``scene``; ``direction`` is what the verbs around it say."""
    if isinstance(expression, Fixed):
        period = period_of(expression.value)
        return Resolved(expression.value, period, "text" if period else None)
    if isinstance(expression, Offset):
        return _offset(expression, scene)
    if isinstance(expression, Named):
        return _named(expression, scene, direction)
    if isinstance(expression, Clock):
        return _clock(expression, scene, direction)
    if isinstance(expression, Either):
        return _either(expression, scene)
    if isinstance(expression, Around):
        return _around(expression, scene, direction)
    if isinstance(expression, Beside):
        of = resolve(expression.of, scene, direction)
        return _settled(of.period and moved(of.period, "day", expression.step), of.anchor, "day")
    return _range(expression, scene, direction)


NEAR_PUBLICATION = 10
"""Within so many days of publication one reading of "04/05/2017" settles the order."""


def _either(expression: Either, scene: Scene) -> Resolved:
    """The reading that lies at the publication's day, where the other does not."""
    now = scene.now.first() if scene.now else None
    near = []
    for reading in expression.readings:
        period = period_of(reading.value)
        day = period.first() if period else None
        if period and day and now and abs((day - now).days) <= NEAR_PUBLICATION:
            near.append(Resolved(reading.value, period, scene.now_by))
    return near[0] if len(near) == 1 else Resolved(expression.value)


def _around(expression: Around, scene: Scene, direction: Direction) -> Resolved:
    """The week or month that a date is in; of weekends the nearer one."""
    of = resolve(expression.of, scene, direction)
    period = of.period and widen(of.period, expression.unit)
    day = of.period.first() if of.period else None
    if period and expression.unit == "weekend" and day and day.isoweekday() <= 2:
        period = shift(period, -1)
    return _settled(period, of.anchor, expression.unit)


def _settled(period: Period | None, anchor: str | None, unit: Unit) -> Resolved:
    if period is None:
        return Resolved(UNKNOWN[unit])
    return Resolved(value(period), period, anchor)


def _base(offset: Offset, scene: Scene) -> tuple[Period | None, str | None]:
    """What ``offset`` is counted from, and the anchor to name."""
    told = scene.that() if offset.n == 0 and offset.unit == "day" else scene.told
    if told is not None and (offset.base == "told" or scene.undated_story):
        return told.period, told.identifier
    if scene.now is None:
        return None, None
    return scene.now, scene.now_by


def _offset(offset: Offset, scene: Scene) -> Resolved:
    if offset.length and (scene.now is None or scene.narrative):
        return Resolved(offset.length)
    of_told = offset.unit == "quarter" and offset.base == "told"
    if not scene.narrative and (offset.quarterly or of_told):
        found = _by_quarter(offset, scene) or _likewise(offset, scene)
        if found is not None:
            return found
        of_year = scene.told and scene.told.period.unit == "year"
        if scene.now is not None and not (of_year and scene.told_here()):
            offset = replace(offset, base="now")
    if scene.narrative and offset.base == "now" and offset.unit == "day" and not offset.counted:
        if offset.n == 0 or scene.now is None:
            return Resolved("PRESENT_REF" if offset.n == 0 else UNKNOWN["day"])
    base, anchor = _base(offset, scene)
    after = offset.base == "told" and (offset.n > 0 or offset.points)
    if base is None or (after and scene.told is None):
        return Resolved(UNKNOWN[offset.unit])  # "a week later", and nothing told before
    coarser = FINENESS[offset.unit] < FINENESS[base.unit]
    if (
        coarser
        and offset.n == 0
        and not offset.points
        and scene.now is not None
        and not scene.narrative
    ):
        base, anchor, coarser = scene.now, scene.now_by, False
    if coarser:
        tail = None if _crosses(base.unit, offset) else _FINER.get((base.unit, offset.unit))
        return (
            Resolved(value(base) + tail, None, anchor) if tail else Resolved(UNKNOWN[offset.unit])
        )
    if offset.over:
        return _settled(_past_weekend(base), anchor, offset.unit)
    if offset.counted and offset.unit == "week" and base.unit == "day" and anchor != scene.now_by:
        return _settled(moved(base, "day", 7 * offset.n), anchor, "day")
    return _settled(moved(base, offset.unit, offset.n), anchor, offset.unit)


_WITHIN: dict[tuple[str, str], int] = {
    ("month", "day"): 3, ("year", "day"): 30, ("year", "week"): 4, ("year", "month"): 1,
}  # fmt: skip
"""So many units after some day of a longer one are mostly still in it."""


def _crosses(unit: str, offset: Offset) -> bool:
    """Whether what is counted may lead out of it: "two months later" than some day of 2015."""
    return offset.counted and abs(offset.n) > _WITHIN.get((unit, offset.unit), 0)


YEARS_FIGURES = 4
"""Figures for a year come out in so many months after it."""


def _by_quarter(offset: Offset, scene: Scene) -> Resolved | None:
    """Seen from the quarter that figures are for: "a year ago", "the quarter", "for the year"."""
    if offset.unit == "year" and offset.n == 0:
        of, now = scene.quarter, scene.now
        if of is None or now is None or scene.at - of.at > QUARTER_REMEMBERED:
            return None
        if of.period.year != now.year - (now.month <= YEARS_FIGURES):
            return None
        return _settled(widen(of.period, "year"), of.identifier, "year")
    told = scene.by_quarter() if offset.unit == "year" else scene.quarter
    if told is None or scene.at - told.at > QUARTER_REMEMBERED:
        if offset.unit != "quarter" or offset.base != "told" or scene.now is None:
            return None
        return _settled(moved(scene.now, "quarter", -1), scene.now_by, "quarter")
    steps = offset.n * 4 if offset.unit == "year" else offset.n
    return _settled(shift(told.period, steps), told.identifier, "quarter")


def _likewise(offset: Offset, scene: Scene) -> Resolved | None:
    """ "Sales in May rose 5 % from the same period last year": from the May of last year."""
    told = scene.told
    if not offset.likewise or told is None or not scene.told_here():
        return None
    if told.period.unit != "month":
        return None
    return _settled(shift(told.period, 12 * offset.n), told.identifier, "month")


def _past_weekend(base: Period) -> Period | None:
    """The weekend that ``base`` is in or that was last."""
    first = base.first()
    if first is None:
        return None
    weekend = of_day("weekend", first)
    return weekend if first.isoweekday() >= 6 else moved(weekend, "weekend", -1)


def _named(named: Named, scene: Scene, direction: Direction) -> Resolved:
    if named.kind == "weekday":
        return _weekday(named, scene, direction)
    if named.kind == "monthday":
        return _day_of_month(named, scene, direction)
    if named.year is not None:
        return _in_year(named, scene, direction)
    if scene.now is None and not (scene.narrative and scene.told):
        return Resolved(_unresolved(named))
    if named.which in ("that", "following", "previous"):
        return _by_told(named, scene)
    of_year = None if named.which else of_year_told(named, scene) or of_story(named, scene)
    if of_year is not None:
        return _settled(*of_year)
    if not scene.narrative or (scene.now is not None and named.which):
        return _by_publication(named, scene, direction)
    found = _by_told(named, scene)
    if not _fits(named, found.period):
        return _by_publication(named, scene, direction)
    if direction < 0 and _to_come(found.period, scene.now):
        return _by_publication(named, scene, direction)  # what was done lies behind the report
    return found


def _fits(named: Named, period: Period | None) -> bool:
    """Whether a day is the weekday that is told beside it: "Friday, April 1" is of few years."""
    day = period.first() if period else None
    return not named.weekday or day is None or day.isoweekday() == named.weekday


def _to_come(period: Period | None, now: Period | None) -> bool:
    """Whether ``period`` begins after the day of publication, where that is known."""
    begins, today = period and period.first(), now and now.first()
    return bool(begins and today and begins > today)


def _unresolved(named: Named) -> str:
    if named.kind == "month":
        return f"XXXX-{named.number:02d}"
    if named.kind == "date":
        return f"XXXX-{named.number:02d}-{named.day:02d}"
    if named.kind == "weekday":
        return f"XXXX-WXX-{named.number}"
    if named.kind == "season":
        return f"XXXX-{named.name}"
    if named.kind == "monthday":
        return f"XXXX-XX-{named.day:02d}"
    if named.kind == "holiday":
        return (
            f"XXXX-{named.name}"
            if named.name[:2].isdigit() and len(named.name) == 5
            else UNKNOWN["day"]
        )
    return f"XXXX-{'Q' if named.kind == 'quarter' else 'H'}{named.number}"


def _in_year(named: Named, scene: Scene, direction: Direction) -> Resolved:
    """A part of a year that the words name: "June last year"."""
    year = named.year
    if isinstance(year, Fixed):
        told = Resolved(year.value, period_of(year.value), "text")
    else:
        told = resolve(year, scene, direction) if year is not None else Resolved("XXXX")
    if told.period is None:
        return Resolved(_unresolved(named))
    if named.kind == "quarter" and not named.number:
        quarter = scene.by_quarter()
        if quarter is None:
            return told
        named = replace(named, number=quarter.period.month // 3 + 1)
    period = choose.in_year(named, told.period.year)
    return Resolved(value(period), period, told.anchor) if period else Resolved(_unresolved(named))


def _weekday(named: Named, scene: Scene, direction: Direction) -> Resolved:
    of_story = scene.narrative and (scene.now is None or scene.told_day())
    told_based = named.which in ("that", "following", "previous") or of_story
    base, anchor = _base(Offset("day", 0, "told" if told_based else "now"), scene)
    if base is None or base.unit != "day":
        return Resolved(_unresolved(named))
    if isinstance(named.year, Offset):  # of which week
        week = moved(base, "week", named.year.n or 0)
        week = of_day("week", week.first()) if week and week.first() else None  # type: ignore[arg-type]
        found = choose.weekday_of_week(named.number, week) if week else None
    else:
        found = choose.weekday_near(named, base, direction, narrative=of_story)
    return Resolved(value(found), found, anchor) if found else Resolved(_unresolved(named))


def _day_of_month(named: Named, scene: Scene, direction: Direction) -> Resolved:
    """ "On the 15th": of the month named last, else of the one that publication lets be."""
    told = scene.told
    near = told is not None and told.period.unit in ("day", "month")
    if told is not None and near and (scene.narrative or told.at >= scene.sentence):
        month = Period("month", told.period.year, told.period.month)
        found = choose.day_of_month(named, month, 0)
        return _settled(found, told.identifier, "day") if found else Resolved(_unresolved(named))
    if scene.now is None or scene.narrative:
        return Resolved(_unresolved(named))
    return _settled(choose.day_of_month(named, scene.now, direction), scene.now_by, "day")


def _by_told(named: Named, scene: Scene) -> Resolved:
    """Seen from the time told last."""
    told = scene.told
    if told is None and scene.now is not None:
        told = Told(scene.now, -1, scene.now_by)
    if told is None:
        return Resolved(_unresolved(named))
    if named.which == "following":
        period = choose.beyond(named, told.period, 1)
    elif named.which == "previous":
        period = choose.beyond(named, told.period, -1)
    else:
        period = choose.nearest_told(named, told.period)
        goes_on = scene.day is not None and choose.goes_on(named, scene.day.period)
        if goes_on and scene.day and FINENESS[told.period.unit] > FINENESS["month"]:
            # A year named in passing ("which it had held since 1939") does not move the story.
            told, period = scene.day, goes_on
    if period is None:
        return Resolved(_unresolved(named))
    return Resolved(value(period), period, told.identifier)


def _by_publication(named: Named, scene: Scene, direction: Direction) -> Resolved:
    """Seen from the day of publication."""
    now = scene.now
    if now is None:
        return Resolved(_unresolved(named))
    period = choose.near(named, now, direction, loosely=scene.on_calendar and direction < 0)
    return Resolved(value(period), period, scene.now_by) if period else Resolved(_unresolved(named))


DAY_REMEMBERED = 400
"""For how many characters a time of day in news is one of the day named last."""


def _clock(clock: Clock, scene: Scene, direction: Direction) -> Resolved:
    told = scene.that()
    known = told is not None and told.period.unit == "day"
    if told is not None and not scene.narrative:
        known = known and scene.at - told.at < DAY_REMEMBERED
    if not known and clock.on is None and scene.deed is not None and not scene.narrative:
        if scene.deed.period != scene.now:
            return _of_deed(clock, scene.deed, scene.deeds)
    on = resolve(clock.on or Offset("day", 0, "told" if known else "now"), scene, direction)
    day = on.value.partition("T")[0]
    if len(day.rpartition("BC")[2]) not in (10, 8, 9) or (on.period and on.period.unit != "day"):
        day = UNKNOWN["day"]
    return Resolved(day + clock.time, on.period, on.anchor if on.period else None)


def _of_deed(clock: Clock, deed: Told, deeds: int) -> Resolved:
    """ "At 4:40 p.m. soldiers came in", pages after the day: of the only day that the report tells
    of; where it has told of several, of which one is not known."""
    if deeds > 1:
        return Resolved(UNKNOWN["day"] + clock.time)
    return Resolved(value(deed.period) + clock.time, deed.period, deed.identifier)


def _range(expression: Range, scene: Scene, direction: Direction) -> Resolved:
    first = resolve(expression.first, scene, direction)
    last = resolve(expression.last, scene, direction)
    anchor = last.anchor if first.anchor == last.anchor else first.anchor or last.anchor
    return Resolved(f"{first.value}/{last.value}", last.period, anchor)
