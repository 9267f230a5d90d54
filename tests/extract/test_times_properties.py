"""What holds of the times of any text whatever."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.extract.times import find_times, interval
from onrecord.model.analysis import Analysis
from tests.factories import report

WORDS = st.sampled_from(
    "the a last next this that of in on and to - – , . ' 's \n\n ( ) / : Monday Tuesday May March"
    " june Sept. October 4 12 31 30th 1990 2017 1990s '98 27/6/2017 2017-06-27 14:00 p.m. GMT noon"
    " morning night day days week weeks month years decade century quarter half first second third"
    " two twenty hundred few several ago later earlier before after today tonight summer winter"
    " fall Christmas Easter New Year Eve BC every each daily now more than Q 3 ½ ０ ١٢ İ ß 年"
    " \U0001f600".split(" ")
)
TEXTS = st.one_of(
    st.text(min_size=1), st.lists(WORDS, min_size=1, max_size=25).map(" ".join)
).filter(str.strip)
PUBLISHED = st.one_of(
    st.none(),
    st.dates().map(lambda day: day.isoformat()),
    st.sampled_from(["0001-01-01", "9999-12-31", "2017-06-27T23:59:00+03:00"]),
)
DEICTIC = st.sampled_from(
    "today yesterday tonight Monday|on Tuesday|last week|this month|next year|last summer"
    "|three days ago|two weeks later|the following day|this morning|at 10 a.m.|4 April|in May"
    "|the third quarter|over the weekend|last night|Christmas|that day|a year earlier".split("|")
)


@given(TEXTS, PUBLISHED)
@settings(deadline=None)
def test_every_span_quotes_its_text_and_none_overlaps(text: str, published: str | None) -> None:
    basis = "told" if published else None
    found = find_times(report(text, published=published, published_basis=basis), Analysis(text))
    end = 0
    for time in found:
        assert text[time.span.start : time.span.end] == time.span.text
        assert time.span.start >= end
        assert time.value and (time.from_, time.to) == interval(time.value)
        assert time.from_ is None or time.to is None or time.from_ < time.to
        end = time.span.end


@given(st.lists(DEICTIC, min_size=1, max_size=6))
def test_an_undated_report_invents_no_calendar_date(phrases: list[str]) -> None:
    text = "He said " + ", she said ".join(phrases) + "."
    for time in find_times(report(text), Analysis(text)):
        assert not re.search(r"\d{4}", time.value), time
        assert (time.from_, time.to, time.anchor) == (None, None, None)


@given(TEXTS)
@settings(deadline=None)
def test_the_same_text_gives_the_same_times(text: str) -> None:
    assert find_times(report(text), Analysis(text)) == find_times(report(text), Analysis(text))
