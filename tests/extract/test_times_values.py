"""TIMEX3 values: the calendar behind them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.times import find_times, interval, nearest, resolve
from onrecord.extract.times.choose import easter
from onrecord.extract.times.intervals import period_of
from onrecord.extract.times.numerals import combined
from onrecord.extract.times.periods import FINENESS, bounds, of_day, shift, value, widen
from onrecord.model.analysis import Analysis
from tests.factories import report

DAYS = st.dates(date(1000, 1, 8), date(2200, 12, 31))
UNITS = st.sampled_from(sorted(FINENESS))


@pytest.mark.parametrize(
    ("timex", "first", "end"),
    [
        ("2017-04-04", "2017-04-04", "2017-04-05"),
        ("2018-W35", "2018-08-27", "2018-09-03"),
        ("2018-W35-WE", "2018-09-01", "2018-09-03"),
        ("2017-12", "2017-12-01", "2018-01-01"),
        ("2017-Q4", "2017-10-01", "2018-01-01"),
        ("2017-H1", "2017-01-01", "2017-07-01"),
        ("2017-SU", "2017-06-01", "2017-09-01"),
        ("2017-WI", "2016-12-01", "2018-03-01"),
        ("2017", "2017-01-01", "2018-01-01"),
        ("199", "1990-01-01", "2000-01-01"),
        ("19", "1900-01-01", "2000-01-01"),
        ("2017-06-27TEV", "2017-06-27T17:00", "2017-06-28T00:00"),
        ("2017-06-27TNI", "2017-06-27T18:00", "2017-06-28T06:00"),
        ("2017-06-27T14:00", "2017-06-27T14:00", "2017-06-27T14:01"),
        ("2017-06-27T14:00Z", "2017-06-27T14:00Z", "2017-06-27T14:01Z"),
        ("2017-06-05/2017-06-07", "2017-06-05", "2017-06-08"),
    ],
)
def test_interval(timex: str, first: str, end: str) -> None:
    assert interval(timex) == (first, end)


@pytest.mark.parametrize(
    "timex",
    ["P3M", "PT1H", "PXY", "XXXX-WXX-2", "XXXX-04-04", "2017-XX-XX", "PRESENT_REF", "BC0480",
     "2017-02-30", "2017-13", "2017-W60", "", "2017-06-27T99:00", "P2W/P3W", "9999-12-31", "0000"],
)  # fmt: skip
def test_what_no_calendar_shows_has_no_interval(timex: str) -> None:
    assert interval(timex) == (None, None)


@given(DAYS, UNITS)
def test_a_period_and_its_value_say_the_same(day: date, unit: str) -> None:
    period = of_day(unit, day)  # type: ignore[arg-type]
    ends = bounds(period)
    assert ends is not None and ends[0] < ends[1]
    if unit not in ("weekend", "season"):
        assert ends[0] <= day < ends[1]
    if unit != "millennium":
        assert period_of(value(period)) == period


@given(DAYS, UNITS, st.integers(-40, 40))
def test_counting_there_and_back_ends_where_it_began(day: date, unit: str, n: int) -> None:
    period = of_day(unit, day)  # type: ignore[arg-type]
    there = shift(period, n)
    if there is not None:
        assert shift(there, -n) == period


def test_the_year_before_christ() -> None:
    year = period_of("BC0001")
    assert year is not None
    following = shift(year, 1)
    assert following is not None and value(following) == "0001"
    assert value(widen(period_of("BC0480") or year, "decade")) == "BC048"
    assert value(shift(period_of("BC047") or year, 1) or year) == "BC046"


@pytest.mark.parametrize(
    ("year", "day"),
    [(1998, "1998-04-12"), (2000, "2000-04-23"), (2017, "2017-04-16"), (2024, "2024-03-31")],
)
def test_easter(year: int, day: str) -> None:
    assert easter(year).isoformat() == day


@pytest.mark.parametrize(
    ("parts", "numbers"),
    [
        ([20, 3], [23]),
        ([19, 90, 4], [1994]),
        ([100, 50], [150]),
        ([3, 100], [300]),
        ([2, 1000], [2000]),
        ([3, 5], [3, 5]),
        ([100], [100]),
    ],
)
def test_numbers_in_words(parts: list[int], numbers: list[int]) -> None:
    assert [number for _, number in combined(parts)] == numbers
    assert sum(taken for taken, _ in combined(parts)) == len(parts)


@pytest.mark.parametrize(
    ("words", "published", "told", "expected"),
    [
        ("last Tuesday", "2018-09-07", None, "2018-09-04"),
        ("two days later", None, "2017-04-04", "2017-04-06"),
        ("two days later", None, None, "XXXX-XX-XX"),
        ("that year", None, "2017-04-04", "2017"),
        ("the minister", "2018-09-07", None, None),
        ("in 2017 and 2018", "2018-09-07", None, None),
    ],
)
def test_resolve_one_expression(
    words: str, published: str | None, told: str | None, expected: str | None
) -> None:
    assert resolve(words, published=published, told=told) == expected


def test_nearest_takes_a_dated_time_within_the_sentence() -> None:
    text = "In 2013 it began. For six years, recently, they fought on Monday and left in May."
    times = find_times(report(text), Analysis(text))
    left = (text.index("left"), text.index("left") + 4)
    fought = (text.index("fought"), text.index("fought") + 6)
    sentence = (18, len(text))
    assert [t.span.text for t in (nearest(times, *left), nearest(times, *fought)) if t] == [
        "May",
        "Monday",
    ]
    began = (text.index("began"), text.index("began") + 5)
    inside = nearest(times, *began, within=sentence)
    assert inside is not None and inside.span.text == "Monday"
    assert nearest(times, 0, 2, within=(0, 3)) is None


def test_clock_times_with_a_full_stop() -> None:
    text = "23.05\nPolice came at 13.40. Prices rose by 13.40 per cent to 20.50."
    found = find_times(report(text, published="2030-08-06", published_basis="told"), Analysis(text))
    assert [(one.span.text, one.value) for one in found] == [
        ("23.05", "2030-08-06T23:05"),
        ("13.40", "2030-08-06T13:40"),
    ]
