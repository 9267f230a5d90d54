"""Expressions of time: which words they are and what they come to, class by class.

Each is read in a sentence of a report published on Tuesday, 4 September 2018.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.extract.times import find_times
from onrecord.model.analysis import Analysis
from tests.factories import report

PUBLISHED = "2018-09-04"


def read(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str]]:
    """The words and the value of every expression in ``text``."""
    basis = "told" if published else None
    found = find_times(report(text, published=published, published_basis=basis), Analysis(text))
    return [(time.span.text, time.value) for time in found]


def one(phrase: str, before: str = "The raid took place") -> list[tuple[str, str]]:
    return read(f"{before} {phrase} in the valley, officials said.")


DATES = [
    ("on 4 April 2017", "4 April 2017", "2017-04-04"),
    ("on April 4, 2017", "April 4, 2017", "2017-04-04"),
    ("on Tuesday, April 4, 2017", "Tuesday, April 4, 2017", "2017-04-04"),
    ("on the 4th of April 2017", "the 4th of April 2017", "2017-04-04"),
    ("on April 4th", "April 4th", "2018-04-04"),
    ("on Aug. 7", "Aug. 7", "2018-08-07"),
    ("on 2017-06-27", "2017-06-27", "2017-06-27"),
    ("on 27/6/2017", "27/6/2017", "2017-06-27"),
    ("on 06/27/2017", "06/27/2017", "2017-06-27"),
    ("on 4/5/2017", "4/5/2017", "2017-XX-XX"),
    ("on 9/3/2018", "9/3/2018", "2018-09-03"),
    ("on 03.09.2018", "03.09.2018", "2018-09-03"),
    ("in March 1996", "March 1996", "1996-03"),
    ("in Sept. '98", "Sept. '98", "1998-09"),
    ("in October", "October", "2017-10"),
    ("in June last year", "June last year", "2017-06"),
    ("last November", "last November", "2017-11"),
    ("in mid-July 2016", "mid-July 2016", "2016-07"),
    ("at the end of March", "the end of March", "2018-03"),
    ("in 2013", "2013", "2013"),
    ("in late 2016", "late 2016", "2016"),
    ("in the 1990s", "the 1990s", "199"),
    ("in the late 1970s", "the late 1970s", "197"),
    ("in the '80s", "the '80s", "198"),
    ("in the nineties", "the nineties", "199"),
    ("in the 20th century", "the 20th century", "19"),
    ("in 480 BC", "480 BC", "BC0480"),
    ("in nineteen ninety-four", "nineteen ninety-four", "1994"),
    ("in the summer of 2014", "the summer of 2014", "2014-SU"),
    ("last winter", "last winter", "2017-WI"),
    ("in the fall of 1997", "the fall of 1997", "1997-FA"),
    ("in the third quarter of 2017", "the third quarter of 2017", "2017-Q3"),
    ("in Q3 2017", "Q3 2017", "2017-Q3"),
    ("in the first half of 2016", "the first half of 2016", "2016-H1"),
    ("in fiscal 2017", "fiscal 2017", "2017"),
    ("on Christmas Day 2016", "Christmas Day 2016", "2016-12-25"),
    ("on Easter Sunday", "Easter Sunday", "2018-04-01"),
    ("on the first Monday in March", "the first Monday in March", "2018-03-05"),
    ("in the week of March 6", "the week of March 6", "2018-W10"),
    ("in Easter week", "Easter week", "2018-W13"),
    ("over the Thanksgiving weekend of 2017", "Thanksgiving weekend of 2017", "2017-W47-WE"),
    ("over the Labor Day weekend", "Labor Day weekend", "2018-W35-WE"),
    ("the day after Christmas", "the day after Christmas", "2017-12-26"),
    ("the day before last Friday", "the day before last Friday", "2018-08-30"),
    ("in the summer of '42", "the summer of '42", "1942-SU"),
    ("in 1990's second quarter", "1990's second quarter", "1990-Q2"),
    ("in the full year 2016", "the full year 2016", "2016"),
    ("after her March visit", "March", "2018-03"),
    ("on June 5-7", "June 5-7", "2018-06-05/2018-06-07"),
    ("in 2011-12", "2011-12", "2011/2012"),
]
RELATIVE = [
    ("today", "today", "2018-09-04"),
    ("yesterday", "yesterday", "2018-09-03"),
    ("the day before yesterday", "the day before yesterday", "2018-09-02"),
    ("on Tuesday", "Tuesday", "2018-09-04"),
    ("on Monday", "Monday", "2018-09-03"),
    ("last Tuesday", "last Tuesday", "2018-08-28"),
    ("last week", "last week", "2018-W35"),
    ("last month", "last month", "2018-08"),
    ("earlier this month", "earlier this month", "2018-09"),
    ("last year", "last year", "2017"),
    ("over the weekend", "the weekend", "2018-W35-WE"),
    ("three days ago", "three days ago", "2018-09-01"),
    ("six weeks ago", "six weeks ago", "2018-W30"),
    ("nearly four years ago", "nearly four years ago", "2014"),
    ("a decade ago", "a decade ago", "2008"),
    ("several months ago", "several months ago", "PAST_REF"),
    ("recently", "recently", "PAST_REF"),
    ("a year earlier", "a year earlier", "2017"),
    ("in the same month last year", "the same month last year", "2017-09"),
    ("the year before last", "the year before last", "2016"),
    ("two years hence", "two years hence", "2020"),
    ("in four months' time", "four months' time", "2019-01"),
    ("by month's end", "month's end", "2018-09"),
    ("in the current quarter", "the current quarter", "2018-Q3"),
    ("half a century ago", "half a century ago", "1968"),
    ("three and a half years ago", "three and a half years ago", "2015"),
    ("some years ago", "some years ago", "PAST_REF"),
    ("a year or two ago", "a year or two ago", "PAST_REF"),
    ("some time ago", "some time ago", "PAST_REF"),
]
TIMES_OF_DAY = [
    ("this morning", "this morning", "2018-09-04TMO"),
    ("last night", "last night", "2018-09-03TNI"),
    ("on Monday evening", "Monday evening", "2018-09-03TEV"),
    ("on the night of April 4", "the night of April 4", "2018-04-04TNI"),
    ("at 10 p.m. on Monday", "10 p.m. on Monday", "2018-09-03T22:00"),
    ("at noon Monday", "noon Monday", "2018-09-03T12:00"),
    ("in the early hours of Monday", "the early hours of Monday", "2018-09-03TMO"),
    ("in the early hours of Monday morning", "the early hours of Monday morning", "2018-09-03TMO"),
    ("in the small hours", "the small hours", "2018-09-04TMO"),
    ("past noon", "noon", "2018-09-04T12:00"),
    ("at midnight tonight", "midnight tonight", "2018-09-04T24:00"),
    ("at 9:30 tonight", "9:30 tonight", "2018-09-04T21:30"),
    ("last evening", "last evening", "2018-09-03TEV"),
    ("at 9 a.m. local time Monday", "9 a.m. local time Monday", "2018-09-03T09:00"),
    ("at 14:00 GMT", "14:00 GMT", "2018-09-04T14:00Z"),
    ("at 4:30am", "4:30am", "2018-09-04T04:30"),
    ("at 2 o'clock in the afternoon", "2 o'clock in the afternoon", "2018-09-04T14:00"),
]
LENGTHS = [
    ("for more than six years", "more than six years", "P6Y"),
    ("for at least 72 hours", "at least 72 hours", "PT72H"),
    ("for half an hour", "half an hour", "PT30M"),
    ("for two and a half years", "two and a half years", "P2Y6M"),
    ("for 2 1/2 years", "2 1/2 years", "P2Y6M"),
    ("for an hour and a half", "an hour and a half", "PT1H30M"),
    ("for several days", "several days", "PXD"),
    ("within weeks", "weeks", "PXW"),
    ("over the last three months", "the last three months", "P3M"),
    ("during a 10-day visit", "10-day", "P10D"),
    ("for two to three weeks", "two to three weeks", "P2W/P3W"),
    ("in recent years", "recent years", "PXY"),
    ("for a quarter-century", "a quarter-century", "P25Y"),
    ("for two or more years", "two or more years", "P2Y"),
    ("in the past week", "the past week", "P1W"),
    ("in the week ended", "the week", "P1W"),
    ("three days after the strike", "three days", "P3D"),
    ("three days later than planned", "three days", "P3D"),
    ("for the last week", "the last week", "P1W"),
    ("over the next year", "the next year", "P1Y"),
    ("within the next day or two", "the next day or two", "P1D/P2D"),
    ("over the last year and a half", "the last year and a half", "P1Y6M"),
    ("on a three- to five-year term", "three- to five-year", "P3Y/P5Y"),
    ("despite months of fighting", "months", "PXM"),
    ("during talks that follow weeks of unrest", "weeks", "PXW"),
    ("for decades", "decades", "PXY"),
    ("for some time", "some time", "PXX"),
    ("after a while", "a while", "PXX"),
]
SETS = [
    ("every day", "every day", "P1D"),
    ("every two weeks", "every two weeks", "P2W"),
    ("twice a week", "twice a week", "P1W"),
    ("each fiscal year", "each fiscal year", "P1Y"),
    ("every Monday", "every Monday", "XXXX-WXX-1"),
    ("on Mondays", "Mondays", "XXXX-WXX-1"),
    ("daily", "daily", "P1D"),
]


@pytest.mark.parametrize(
    ("phrase", "words", "value"), DATES + RELATIVE + TIMES_OF_DAY + LENGTHS + SETS
)
def test_an_expression_of_each_class(phrase: str, words: str, value: str) -> None:
    assert one(phrase) == [(words, value)]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("from 2011 to 2013", [("2011", "2011"), ("2013", "2013")]),
        ("in 1955-1963", [("1955", "1955"), ("1963", "1963")]),
        ("on April 24 and 25", [("April 24", "2018-04-24"), ("25", "2018-04-25")]),
        ("in April and June 1955", [("April", "1955-04"), ("June 1955", "1955-06")]),
        ("from Monday to Wednesday", [("Monday", "2018-09-03"), ("Wednesday", "2018-09-05")]),
        ("for between 60 and 90 days", [("60", "P60D"), ("90 days", "P90D")]),
        ("in the 70s and 80s", [("the 70s", "197"), ("80s", "198")]),
    ],
)
def test_coordinated_expressions_are_each_their_own(
    phrase: str, expected: list[tuple[str, str]]
) -> None:
    assert one(phrase) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The council may march on, and it may not.",
        "A 23-year-old man and a six-month-old girl were hurt.",
        "He was the second to speak; the second man left.",
        "Resolution 2042 names Flight 2016 and 2000 people.",
        "They paid $2000 for 1,998 tents, three quarters of the stock.",
        "The fall of the city, the spring of water and the Prague Spring.",
        "Some 1500 troops and 1900 refugees crossed.",
        "He told USA Today that one 1/3 share was sold.",
        "The boats carry 700 seats a week at $1 billion a year.",
        "The well gives 10,000 barrels daily; prices rose 8.5% annually.",
        "Guards stand there 24 hours a day, seven days a week.",
        "In today's world the leaders of tomorrow are today's young people.",
        "Those 18 to 25 years old, 13-YEAR-OLDS and a man in his mid-20s fled.",
        "The quarter-to-quarter comparison; a note by expo2020.",
        "It is a matter of days; between two and six people left while it rained.",
    ],
)
def test_words_that_only_look_like_times(text: str) -> None:
    assert read(text) == []


def test_may_and_march_are_months_where_a_preposition_or_a_number_says_so() -> None:
    assert read("It rained in May and again on March 3.") == [
        ("May", "2018-05"),
        ("March 3", "2018-03-03"),
    ]


def test_no_expression_goes_across_a_blank_line() -> None:
    assert read("The army left in April\n\n2017 was the worst year.") == [
        ("April", "2018-04"),
        ("2017", "2017"),
    ]


def test_texts_that_lost_their_apostrophes() -> None:
    assert read("The monitor said Mondays bombardment killed six.") == [("Mondays", "2018-09-03")]
    assert read("They meet on Mondays and Fridays.") == [
        ("Mondays", "XXXX-WXX-1"),
        ("Fridays", "XXXX-WXX-5"),
    ]


def test_a_day_named_by_its_date_is_that_day() -> None:
    assert read("It was the deadliest since the Sept. 11 attacks.") == [("Sept. 11", "2001-09-11")]
    assert read("The ceremony is on Sept. 11.") == [("Sept. 11", "2018-09-11")]


def test_a_user_adds_a_holiday(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    text = "The guns fell silent on Liberation Day."
    assert read(text) == []
    (tmp_path / "times").mkdir()
    (tmp_path / "times" / "words.toml").write_text('[holidays]\n"liberation day" = "04-17"\n')
    monkeypatch.setenv("ONRECORD_LEXICONS", str(tmp_path))
    assert read(text) == [("Liberation Day", "2018-04-17")]


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("on Monday", "DATE"),
        ("on Monday evening", "TIME"),
        ("for three days", "DURATION"),
        ("daily", "SET"),
        ("every day", "SET"),
        ("recently", "DATE"),
    ],
)
def test_types(phrase: str, kind: str) -> None:
    text = f"They met {phrase}."
    (time,) = find_times(report(text), Analysis(text))
    assert time.type == kind
