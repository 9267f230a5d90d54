"""Figures of businesses: which quarter, which year they are for and compared with."""

from __future__ import annotations

import pytest

from onrecord.extract.times import find_times
from onrecord.model.analysis import Analysis
from tests.factories import report


def values(text: str, published: str) -> list[str]:
    read = find_times(report(text, published=published, published_basis="told"), Analysis(text))
    return [time.value for time in read]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Third-quarter profit rose from $4 million in the 2030 third quarter. Sales rose to $9"
            " million from $7 million a year ago.",
            ["2031-Q3", "2030-Q3", "2030-Q3"],
        ),
        (
            "Profit rose in the third quarter. In the third quarter of 2030 it was $4 million."
            " Sales rose from $7 million a year earlier.",
            ["2031-Q3", "2030-Q3", "2030-Q3"],
        ),
        (
            "Third-quarter profit fell from $4 million in the second quarter. Sales fell from $7"
            " million a year earlier.",
            ["2031-Q3", "2031-Q2", "2030-Q3"],
        ),
        ("Third-quarter profit fell. The latest period had a gain.", ["2031-Q3", "2031-Q3"]),
        (
            "Third-quarter profit fell. She was named chairwoman a year ago.",
            ["2031-Q3", "2030"],
        ),
        ("The latest period of calm was short.", []),
        ("In the final quarter of 2030 it lost $3 million.", ["2030-Q4"]),
        ("In the 2030 second half it lost $3 million.", ["2030-H2"]),
        ("In the latest month, 14 shops closed.", ["2031-10"]),
        ("It lost more than the year previous.", ["2030"]),
        ("September sales rose from the year-earlier month.", ["2031-09", "2030-09"]),
        ("September sales rose from the same period last year.", ["2031-09", "2030-09"]),
        ("For 2029, profit fell from $4 million a year earlier.", ["2029", "2028"]),
        ("The average daily volume fell; the firm went from a fiscal year to a calendar year.", []),
    ],
)
def test_what_figures_are_compared_with(text: str, expected: list[str]) -> None:
    assert values(text, "2031-11-05") == expected


def test_figures_for_the_year_are_for_the_one_of_their_quarter() -> None:
    text = "It lost $3 million in the fourth quarter and $8 million for the full year."
    assert values(text, "2032-01-28") == ["2031-Q4", "2031"]
    compared = "It lost $3 million in the 2030 third quarter. For the year, it expects a profit."
    assert values(compared, "2031-11-05") == ["2030-Q3", "2031"]


def test_how_many_were_hurt_is_no_year() -> None:
    text = "Since Monday 359 people have been killed and 1407 injured near the 2000-year-old wall."
    assert [t.span.text for t in find_times(report(text), Analysis(text))] == ["Monday"]
    text = "The city fell in 2014 wounded by years of war."
    assert next(t.span.text for t in find_times(report(text), Analysis(text))) == "2014"
