"""What expressions of time are measured from: publication, the verb, what was told before."""

from __future__ import annotations

import pytest

from onrecord.extract.times import find_times
from onrecord.model.analysis import Analysis, TimeMention
from onrecord.records import Time
from tests.factories import analysis, report


def times(text: str, published: str | None = None) -> tuple[Time, ...]:
    basis = "told" if published else None
    return find_times(report(text, published=published, published_basis=basis), Analysis(text))


def values(text: str, published: str | None = None) -> list[str]:
    return [time.value for time in times(text, published)]


FRIDAY = "2018-09-07"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The army left on Monday.", "2018-09-03"),
        ("The army will leave on Monday.", "2018-09-10"),
        ("Talks are expected to begin Monday.", "2018-09-10"),
        ("He said he would meet them on Monday.", "2018-09-10"),
        ("The minister said Monday that the army will leave.", "2018-09-03"),
        ("It has until Monday to answer.", "2018-09-10"),
        ("Monday's attack will be looked into.", "2018-09-03"),
        ("The army left on Friday.", "2018-09-07"),
        ("He leaves next Monday.", "2018-09-10"),
        ("They left last Friday.", "2018-08-31"),
        ("Talks resume Monday in Geneva.", "2018-09-10"),
        ("The envoys did not meet Monday.", "2018-09-03"),
    ],
)
def test_the_verb_decides_between_the_last_weekday_and_the_next(text: str, value: str) -> None:
    assert values(text, FRIDAY) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The town was hit in November.", "2017-11"),
        ("The talks will begin in November.", "2018-11"),
        ("The deadline was set for Sept. 12.", "2018-09-12"),
        ("The plant must be built by March.", "2019-03"),
        ("The bridge should be completed in October.", "2018-10"),
        ("The bridge was completed in October.", "2017-10"),
        ("The law was signed on Dec. 3.", "2017-12-03"),
    ],
)
def test_months_and_dates_lie_near_and_where_the_verb_looks(text: str, value: str) -> None:
    assert values(text, FRIDAY) == [value]


def test_a_narrative_goes_on_from_its_own_dates() -> None:
    text = (
        "The revolt broke out in May 1911. In August the port fell. On 4 September the fleet"
        " arrived; twelve days later it left. The following year the king fled. By the end of"
        " 1912 a council ruled. In March 1913 it was dissolved, and in April, a month after the"
        " vote, its leader was shot. In 1920 a statue of him was built."
    )
    assert values(text)[:6] == [
        "1911-05", "1911-08", "1911-09-04", "1911-09-16", "1912", "1912",
    ]  # fmt: skip
    assert values(text)[6:8] == ["1913-03", "1913-04"]
    assert values(text, "2018-09-07")[1] == "1911-08"


def test_news_with_a_few_old_dates_still_speaks_from_its_own_day() -> None:
    text = "The border was drawn in 1921 and closed in 1948. On Monday it was opened, as in May."
    assert values(text, FRIDAY)[2:] == ["2018-09-03", "2018-05"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Tuesday he left.", ["XXXX-WXX-2"]),
        ("Last week he left, and yesterday she did.", ["XXXX-WXX", "XXXX-XX-XX"]),
        ("Last month, last year, this weekend.", ["XXXX-XX", "XXXX", "XXXX-WXX-WE"]),
        ("It was hit on 4 April.", ["XXXX-04-04"]),
        ("It was hit in April, in the summer, at Christmas.", ["XXXX-04", "XXXX-SU"]),
        ("He spoke at 10 a.m. on Monday night's raid.", ["XXXX-WXX-1T10:00"]),
        ("In the third quarter sales fell.", ["XXXX-Q3"]),
        ("Three years ago they signed it.", ["XXXX"]),
    ],
)
def test_an_undated_report_keeps_what_is_not_settled(text: str, expected: list[str]) -> None:
    found = times(text)
    assert [time.value for time in found][: len(expected)] == expected
    assert {(time.from_, time.to, time.anchor) for time in found} == {(None, None, None)}


def test_what_the_text_settles_is_settled_without_a_publication_date() -> None:
    text = "On 4 April 2017 jets struck the town. Two days later ships fired missiles."
    first, second = times(text)
    assert (first.value, first.anchor) == ("2017-04-04", "text")
    assert (second.value, second.anchor) == ("2017-04-06", first.id)
    assert (second.from_, second.to) == ("2017-04-06", "2017-04-07")


def test_an_open_date_is_no_base_for_the_next() -> None:
    text = "The town was hit in April 2017. In June the army left. A year later it returned."
    assert values(text) == ["2017-04", "XXXX-06", "XXXX"]


def test_anchors_say_what_a_time_was_measured_from() -> None:
    text = "It was hit on Monday and in 2013. The next day, for six years, they left."
    monday, year, _, length = times(text, FRIDAY)
    assert (monday.anchor, year.anchor, length.anchor) == ("published", "text", None)
    assert length.type == "DURATION" and length.from_ is None


def test_figures_by_quarters_are_compared_with_the_same_quarter() -> None:
    text = "Third-quarter profit rose to $9 million from $7 million a year ago."
    assert values(text, "1999-11-02") == ["1999-Q3", "1998-Q3"]
    assert values("Profit rose to $9 million from $7 million a year ago.", "1999-11-02") == ["1998"]


def test_figures_are_for_the_quarter_that_they_were_said_to_be_for() -> None:
    compared = (
        "Third-quarter profit rose after a flat second quarter. It was $7 million a year ago."
    )
    assert values(compared, "1999-11-02") == ["1999-Q3", "1999-Q2", "1998-Q3"]
    ended = "Profit fell in the fourth quarter ended Oct. 2 from $7 million in the year-ago period."
    assert values(ended, "1999-11-02") == ["1999-Q4", "1999-10-02", "1998-Q4"]
    same = "The bank lost $2 million in the third quarter. In the quarter a year ago it earned $1."
    assert values(same, "1999-11-02") == ["1999-Q3", "1998-Q3"]


def test_figures_for_several_quarters_are_compared_with_the_year() -> None:
    text = (
        "Third-quarter profit rose from a year ago. For the nine months, it fell to $9 million from"
        " $12 million a year earlier, and sales were below the 1998 period."
    )
    assert values(text, "1999-11-02") == ["1999-Q3", "1998-Q3", "P9M", "1998", "1998"]
    again = text + " The third quarter was better than the year-ago quarter."
    assert values(again, "1999-11-02")[-2:] == ["1999-Q3", "1998-Q3"]
    year = "Third-quarter profit rose. For fiscal 1999, it fell from a year earlier."
    assert values(year, "1999-11-02") == ["1999-Q3", "1999", "1998"]


def test_the_current_quarter_is_the_one_of_publication() -> None:
    text = "Profit rose in the third quarter and may fall in the current quarter."
    assert values(text, "1999-11-02") == ["1999-Q3", "1999-Q4"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The envoy will be back in two days.", "2018-09-09"),
        ("She'll return in a week.", "2018-W37"),
        ("The bonds are expected to be repaid in five years.", "2023"),
        ("The bridge was built in two years.", "P2Y"),
        ("It would be the biggest strike in a decade.", "P10Y"),
        ("It will be done in two days of talks.", "P2D"),
    ],
)
def test_in_so_many_days_is_a_date_where_it_is_to_come(text: str, value: str) -> None:
    assert values(text, FRIDAY) == [value]


def test_in_so_many_days_is_a_length_where_nobody_knows_from_when() -> None:
    assert values("The envoy will be back in two days.") == ["P2D"]


def test_a_day_beside_another_stays_open_with_it() -> None:
    assert values("They left the day after Christmas.") == ["XXXX-XX-XX"]
    assert values("Over the Christmas weekend they left.") == ["XXXX-WXX-WE"]


def test_a_month_that_is_a_verb_to_the_parser_is_none() -> None:
    read = analysis("Protesters/NOUN/2/nsubj March/VERB/0/root in/ADP/4/case Rome/PROPN/2/obl")
    assert find_times(report(read.text), read) == ()
    noun = analysis("Since/ADP/2/case March/PROPN/0/root rains/NOUN/2/dep")
    assert [time.value for time in find_times(report(noun.text), noun)] == ["XXXX-03"]


def test_tagged_expressions_join_what_the_rules_found() -> None:
    text = "On the day of the raid, Tuesday, they left the street."
    mentions = (
        TimeMention(3, 10, "DATE", 0.99),  # "the day", which no rule reads
        TimeMention(24, 31, "DATE", 0.99),  # "Tuesday", which the rules have
        TimeMention(43, 53, "DATE", 0.99),  # "the street" is no word of time
    )
    found = find_times(report(text), Analysis(text, times=mentions))
    assert [(time.span.text, time.value) for time in found] == [
        ("the day", "XXXX-XX-XX"),
        ("Tuesday", "XXXX-WXX-2"),
    ]
    title = "He told USA Today."
    tagged = Analysis(title, times=(TimeMention(12, 17, "DATE", 0.99),))
    assert find_times(report(title), tagged) == ()
    unsure = tuple(TimeMention(m.start, m.end, m.type, 0.5) for m in mentions)
    assert len(find_times(report(text), Analysis(text, times=unsure))) == 1


def test_a_publication_date_that_is_no_day_is_none() -> None:
    assert values("They left on Monday.", "2018") == ["XXXX-WXX-1"]
    assert values("They left on Monday.", "2018-09-07T23:59:00+03:00") == ["2018-09-03"]


def test_ids_count_up_in_the_order_of_the_text() -> None:
    found = times("He left last week, on Monday and in 2013.", FRIDAY)
    assert [time.id for time in found] == ["r:t1", "r:t2", "r:t3"]
    assert [time.span for time in found] == sorted(time.span for time in found)


def test_a_figure_before_what_it_counts_is_no_year() -> None:
    read = analysis(
        "Jets/NOUN/2/nsubj flew/VERB/0/root nearly/ADV/4/advmod 2000/NUM/6/nummod"
        " air/NOUN/6/compound raids/NOUN/2/obj ~./PUNCT/2/punct",
        "In/ADP/3/case 2016/NUM/3/nummod polls/NOUN/4/obl voters/NOUN/5/nsubj stayed/VERB/0/root"
        " away/ADV/5/advmod ~./PUNCT/5/punct",
    )
    assert [time.value for time in find_times(report(read.text), read)] == ["2016"]


def test_that_day_is_no_day_on_which_somebody_only_spoke() -> None:
    text = "Guards fired on 3 March 2031. The army said on 7 March 2031 that {}."
    fired = text.format("nobody was there") + " The square was empty that night."
    assert values(fired)[-1] == "2031-03-03TNI"
    said = text.format("it would look into it that night")
    assert values(said)[-1] == "2031-03-07TNI"


def test_a_time_of_day_pages_after_is_of_the_only_day_of_deeds_and_of_none_among_several() -> None:
    long = "The guards had closed the gate and nobody could leave the yard. " * 8
    one = f"The prison was stormed on August 3. {long}Soldiers came in at 4:40 p.m."
    two = f"The prison burned on July 9. It was stormed on August 3. {long}They came at 4:40 p.m."
    assert values(one, FRIDAY)[-1] == "2018-08-03T16:40"
    assert values(two, FRIDAY)[-1] == "XXXX-XX-XXT16:40"
