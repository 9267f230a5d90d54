"""Which of the periods of a name is meant: the last Tuesday or the next, this April or another."""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.extract.times.expressions import Named
from onrecord.extract.times.periods import SEASON_MONTH, Period, bounds, of_day, shift


def in_year(named: Named, year: int) -> Period | None:
    """The period of ``named`` that begins in ``year``; None for weekdays and impossible days."""
    kind = named.kind
    try:
        if kind == "month":
            return Period("month", year, named.number)
        if kind == "date":
            day = date(year, named.number, named.day)
            return Period("day", day.year, day.month, day.day)
        if kind == "season":
            return Period("season", year, SEASON_MONTH[named.name])
        if kind == "quarter":
            return Period("quarter", year, named.number * 3 - 2)
        if kind == "half":
            return Period("half", year, named.number * 6 - 5)
        if kind == "holiday":
            return of_day("day", _holiday(named.name, year))
    except ValueError:
        return None
    return None


def near(named: Named, now: Period, direction: int, *, loosely: bool = False) -> Period | None:
    """The period of ``named`` that is meant on the day ``now``; ``loosely``: of what is fixed long
    before ("the November election"), which the verbs around it need not look to."""
    which = named.which
    if which == "this":
        return in_year(named, now.year)
    if which == "last":
        found = _back(named, now, strictly=True)
        just_over = found is not None and named.kind == "month" and _months(found, now) == -1
        # "last February" in March is a year ago: of this one "in February" would do.
        return _back(named, shift(now, -31) or now, strictly=True) if just_over else found
    if which == "next":
        return _ahead(named, now, strictly=True)
    found = _closest(named, now, direction, ON_THE_CALENDAR if loosely else None)
    return _on_weekday(named, found) or found


def _on_weekday(named: Named, found: Period | None) -> Period | None:
    """The same day of the year nearest to it on which it is the weekday told beside it."""
    day = found.first() if found else None
    if not named.weekday or found is None or day is None or day.isoweekday() == named.weekday:
        return None
    for step in (1, -1):
        other = in_year(named, found.year + step)
        day = other.first() if other else None
        if day is not None and day.isoweekday() == named.weekday:
            return other
    return None


def _begun(period: Period, now: Period) -> bool:
    return (period.year, period.month, period.day) <= (now.year, now.month, now.day)


def _months(period: Period, now: Period) -> int:
    """How many months ``period`` begins after ``now``."""
    return (period.year - now.year) * 12 + period.month - now.month


def _back(named: Named, now: Period, *, strictly: bool = False) -> Period | None:
    """The latest that has begun; ``strictly``: and is not the one of ``now`` itself."""
    for year in range(now.year, now.year - 9, -1):  # February 29 comes every fourth year or eighth
        period = in_year(named, year)
        if period is None or not _begun(period, now):
            continue
        if not strictly or not _holds(period, now):
            return period
    return None


def _ahead(named: Named, now: Period, *, strictly: bool = False) -> Period | None:
    """The first that is not over; ``strictly``: and is not the one of ``now`` itself."""
    for year in range(now.year, now.year + 9):
        period = in_year(named, year)
        if period is None:
            continue
        inside = _holds(period, now)
        if not strictly if inside else not _begun(period, now):
            return period
    return None


def _holds(period: Period, now: Period) -> bool:
    """Whether the day ``now`` lies in ``period``."""
    ends, day = bounds(period), now.first()
    return ends is not None and day is not None and ends[0] <= day < ends[1]


AGAINST_THE_VERB = {"date": 5.0, "holiday": 5.0, "monthday": 5.0, "quarter": 5.0}
OTHERS_AGAINST_THE_VERB = 100.0
"""How many times as far a period counts that lies where the verb does not look.

A month least of all: what "was hit in November" was not hit two months ahead; but a quarter's
figures that a company "expects to report" are mostly those of the last.
"""


ON_THE_CALENDAR = 2.0
"""The same of what stands on a calendar: "called November's election a farce" in August."""


def _closest(
    named: Named, now: Period, direction: int, against: float | None = None
) -> Period | None:
    """The nearer of the last and the next, unless the verbs look the other way.

    A date a few days off is meant whatever the verb says: "the deadline was set for Nov. 6".
    """
    back, ahead = _back(named, now), _ahead(named, now)
    if back is None or ahead is None:
        return back or ahead
    behind, before = _days(back, now), _days(ahead, now)
    certain = against or OTHERS_AGAINST_THE_VERB
    against = against or AGAINST_THE_VERB.get(named.kind, OTHERS_AGAINST_THE_VERB)
    if direction > 0:
        behind *= against
    elif direction < 0:
        before *= against if direction == -1 else certain
    return back if behind <= before else ahead


def _days(period: Period, now: Period) -> float:
    """How many days lie between ``now`` and ``period``; none where it holds it."""
    ends, day = bounds(period), now.first()
    if ends is None or day is None:
        return 0
    return max((ends[0] - day).days, (day - ends[1]).days + 1, 0)


def nearest_told(named: Named, base: Period) -> Period | None:
    """The period of ``named`` nearest to the time told last, rather after it than before it."""
    if base.unit in ("year", "half") or base.unit == "quarter":
        return in_year(named, base.year)
    options = [in_year(named, base.year + step) for step in (-1, 0, 1)]
    found = [option for option in options if option is not None]
    return min(found, key=lambda option: _distance(option, base), default=None)


def goes_on(named: Named, base: Period) -> Period | None:
    """The period of ``named`` where it goes on from the day or month ``base``, else None.

    It goes on where it lies within four months after it, or one before.
    """
    nearest = nearest_told(named, base)
    if nearest is None:
        return None
    return nearest if -1 <= _months(nearest, base) <= 4 else None


def _distance(option: Period, base: Period) -> float:
    """Months from ``base`` to ``option``; back counts more than ahead."""
    months = _months(option, base) + (option.day - base.day) / 31
    return months if months >= 0 else -1.2 * months


def beyond(named: Named, base: Period, sign: int) -> Period | None:
    """The first after ("the following March") or the last before the time told."""
    years = range(base.year, base.year + 3 * sign, sign)
    for year in years:
        period = in_year(named, year)
        if period is None:
            continue
        months = (period.year, period.month, period.day) > (base.year, base.month, base.day)
        if months == (sign > 0) and not _holds(period, base):
            return period
    return None


def weekday_near(named: Named, now: Period, direction: int, *, narrative: bool) -> Period | None:
    """The weekday that is meant on the day ``now``, which may be that very day."""
    if named.which in ("next", "this"):
        week = of_day("week", day) if (day := now.first()) else None
        following = shift(week, 1) if week and named.which == "next" else week
        return weekday_of_week(named.number, following) if following else None
    if named.which == "last" or named.which == "previous":
        return weekday(named.number, shift(now, -1) or now, -1)
    if named.which == "following" or narrative:
        return weekday(named.number, shift(now, 1) or now, 1)
    found = weekday(named.number, now, direction or -1)
    # What had been planned for yesterday was not planned for six days on: "next Tuesday" is that.
    passed = direction == 2 and found is not None and found == shift(now, 6)
    return shift(now, -1) if passed else found


def day_of_month(named: Named, base: Period, direction: int) -> Period | None:
    """The 15th that is meant on the day or in the month ``base``; a weekday that is told must fit.

    Within a year either way where there is one ("Friday the 13th"), else within a month.
    """
    reach = 12 if named.number else 1
    best: tuple[float, Period] | None = None
    for step in range(-reach, reach + 1):
        month = shift(Period("month", base.year, base.month), step)
        try:
            day = date(month.year, month.month, named.day) if month else None
        except ValueError:
            continue
        if day is None or (named.number and day.isoweekday() != named.number):
            continue
        period = of_day("day", day)
        days = _days(period, base)
        against = direction < 0 if _begun(base, period) and period != base else direction > 0
        cost = days * (AGAINST_THE_VERB["date"] if against else 1) + (step != 0) / 2
        if best is None or cost < best[0]:
            best = cost, period
    return best[1] if best else None


def weekday(number: int, now: Period, direction: int) -> Period | None:
    """The nearest weekday ``number`` (1-7), ``now`` itself included, back or ahead."""
    today = now.first()
    if today is None:
        return None
    days = (number - today.isoweekday()) % 7
    return shift(now, days if direction > 0 or not days else days - 7)


def weekday_of_week(number: int, week: Period) -> Period | None:
    """The weekday ``number`` of a week."""
    first = week.first()
    return of_day("day", first + timedelta(days=number - 1)) if first else None


def _holiday(rule: str, year: int) -> date:
    """The day of a holiday; ``rule`` as in ``lexicons/times/words.toml``."""
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule.removeprefix("easter")))
    nth = re.fullmatch(r"(\d+)-(\d+)-(-?\d+)", rule)
    if nth is None:
        month, day = (int(part) for part in rule.split("-"))
        return date(year, month, day)
    month, weekday_, count = (int(part) for part in nth.groups())
    if count < 0:
        following = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return following - timedelta(days=(following.isoweekday() - weekday_) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday_ - first.isoweekday()) % 7 + 7 * (count - 1))


def easter(year: int) -> date:
    """The western Easter Sunday (the Gregorian computus as Butcher gave it)."""
    century, of_century = divmod(year, 100)
    moon = (
        19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15
    ) % 30
    weekday_ = (32 + 2 * (century % 4) + 2 * (of_century // 4) - moon - of_century % 4) % 7
    late = (year % 19 + 11 * moon + 22 * weekday_) // 451
    month, day = divmod(moon + weekday_ - 7 * late + 114, 31)
    return date(year, month, day + 1)
