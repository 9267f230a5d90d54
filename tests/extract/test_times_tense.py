"""Whether a weekday, a month or a date without its year is over or lies ahead."""

from __future__ import annotations

import pytest

from onrecord.extract.times import find_times
from onrecord.model.analysis import Analysis
from onrecord.model.network import WEIGHTS
from tests.extract.test_statements_read import record
from tests.factories import report

WEDNESDAY = "2031-11-05"


def values(text: str, published: str = WEDNESDAY) -> list[str]:
    read = find_times(report(text, published=published, published_basis="told"), Analysis(text))
    return [time.value for time in read]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("By Monday, the toll had risen to 14.", "2031-11-03"),
        ("By late Saturday, rebels held the town.", "2031-11-01"),
        ("Rebels had taken the town by Monday.", "2031-11-03"),
        ("They were told to leave by Friday.", "2031-11-07"),
        ("They had to leave by Friday.", "2031-11-07"),
        ("By Friday, they must leave.", "2031-11-07"),
        ("The talks ran until Saturday.", "2031-11-01"),
        ("The airport was shut by snow and the road was open until Monday.", "2031-11-03"),
        ("The hearing was postponed until Friday.", "2031-11-07"),
        ("The poll was conducted through Sunday.", "2031-11-02"),
        ("The exhibition runs through Sunday.", "2031-11-09"),
        ("Russia announced a truce starting on Thursday.", "2031-11-06"),
    ],
)
def test_by_and_until_lie_ahead_unless_the_verb_says_that_it_is_over(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The envoys are meeting Thursday.", "2031-11-06"),
        ("The premier arrives Friday.", "2031-11-07"),
        ("The vote takes place Friday.", "2031-11-07"),
        ("The rules to be published Friday are strict.", "2031-11-07"),
        ("He would have to leave Friday.", "2031-11-07"),
        ("She will decide when the case is heard on Friday.", "2031-11-07"),
        ("Ahead of Friday's vote, parties argued.", "2031-11-07"),
        ("Sunday's election will be close.", "2031-11-09"),
        ("Sunday's attack will be investigated.", "2031-11-02"),
        ("The pumps failed due to shelling on Sunday.", "2031-11-02"),
        ("Talks are due to resume on Sunday.", "2031-11-09"),
        ("A convoy was not able to enter on Sunday.", "2031-11-02"),
        ("The minister on Tuesday called for calm.", "2031-11-04"),
        ("The minister called for a strike on Friday.", "2031-11-07"),
        ("On Friday the UN-brokered talks will go on.", "2031-11-07"),
        ("He would not say Tuesday how he votes.", "2031-11-04"),
        ("He was expected to come, but on Monday, he fell ill.", "2031-11-03"),
        ("He may lose the allies who on Monday wrote to him.", "2031-11-03"),
    ],
)
def test_present_tense_plans_and_clauses(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The rally planned for Tuesday was called off.", "2031-11-04"),
        ("He had set Tuesday as the deadline.", "2031-11-04"),
        ("The truce set to begin on Tuesday failed.", "2031-11-04"),
        ("The truce is set to begin on Tuesday.", "2031-11-11"),
        ("He will leave on Tuesday.", "2031-11-11"),
        ("The rally planned for Monday was called off.", "2031-11-10"),
        ("They had told him to leave by Friday.", "2031-11-07"),
    ],
)
def test_what_was_planned_for_yesterday_is_not_six_days_off(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The mayor was killed on Nov. 23 in his home.", "2030-11-23"),
        ("The mayor was killed Nov. 23.", "2030-11-23"),
        ("Since Thanksgiving, the pass has been shut.", "2030-11-28"),
        ("The trial was set for Nov. 23.", "2031-11-23"),
        ("The court set Nov. 23 as the deadline.", "2031-11-23"),
        ("Last Nov. 23, the mayor left.", "2030-11-23"),
        ("Next Nov. 3, the mayor will leave.", "2032-11-03"),
        ("Exports fell in the 12 months through September.", "2031-09"),
        ("They will sell it in the months through March.", "2032-03"),
    ],
)
def test_dates_that_only_one_year_fits(text: str, value: str) -> None:
    assert values(text)[-1] == value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was seized that same day.", ["XXXX-XX-XX"]),
        ("He was seized in October. He was tried that same day.", ["2031-10", "2031-10-XX"]),
        ("He was seized on Monday and tried that same day.", ["2031-11-03", "2031-11-03"]),
        ("A week later the bridge fell.", ["XXXX-WXX"]),
        ("It fell on Monday. The next day it burned.", ["2031-11-03", "2031-11-04"]),
        ("Later in the day, it rained.", ["2031-11-05"]),
    ],
)
def test_what_points_at_a_day_that_was_not_told_stays_open(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.skipif(not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In exchange 2000 Sunni residents were given safe passage.", []),
        ("In the year 2000 rebels took it.", ["2000"]),
        ("The crisis of 1998 rebels said was over.", ["1998"]),
    ],
)
def test_a_number_behind_another_noun_is_no_year(text: str, expected: list[str]) -> None:
    assert [time.value for time in record(text).times] == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("If you want to know what Monday night's shelling meant, ask them.", "2031-11-03TNI"),
        ("He should ignore the deputies who on Monday cast doubt on it.", "2031-11-03"),
        ("They may get hurt on Friday.", "2031-11-07"),
        ("They may lose if the March vote does not go their way.", "2032-03"),
        ("They lost when the March vote did not go their way.", "2031-03"),
        ("She is the favourite to win come January.", "2032-01"),
        ("He needs to have a chance of winning in January.", "2032-01"),
        ("The army fears the prospect of protests in January.", "2032-01"),
        ("The army put down the protests in January.", "2031-01"),
        ("He called January's general election a farce.", "2032-01"),
        ("He called August's general election a farce.", "2031-08"),
        ("He called January's shelling a crime.", "2031-01"),
    ],
)
def test_clauses_and_votes_that_lie_ahead(text: str, value: str) -> None:
    assert values(text) == [value]


HISTORY = "The war of 2012 followed that of 1998, the coup of 1987 and the famine of 1991. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Envoys met last week.", ["2031-W44"]),
        ("Envoys met on Monday.", ["2031-11-03"]),
        ("Envoys met last March.", ["2031-03"]),
        ("In the run-up to 2031, the council met in December.", ["2031", "2030-12"]),
    ],
)
def test_a_dated_history_counts_from_its_date(text: str, expected: list[str]) -> None:
    assert values(HISTORY + text)[4:] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2012 the rebels fought on from April to June.", ["2012", "2012-04", "2012-06"]),
        ("In 2031 the rebels fought on in April.", ["2031", "2031-04"]),
        ("The law dates from 2012. In April it was changed.", ["2012", "2031-04"]),
        ("The firm was sold in 2030. Six months later it was shut.", ["2030", "XXXX-XX"]),
        ("They lost six of the past seven seats.", []),
        ("The law drew anger in some quarters.", []),
    ],
)
def test_months_of_a_year_and_what_is_no_time(text: str, expected: list[str]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They'll put the matter to a vote on Friday.", "2031-11-07"),
        ("He says he'll have enough votes in January.", "2032-01"),
        ("They let the matter rest on Friday.", "2031-10-31"),
        ("They may vote for him because of the killing in Lun on Friday of two men.", "2031-10-31"),
        ("The army will begin the attack on Friday.", "2031-11-07"),
        ("The terms were worked out beginning on Sunday.", "2031-11-02"),
        ("It listed what was paid through the end of September.", "2031-09"),
        ("The truce was extended through March.", "2032-03"),
        ("The campaign spent millions beginning in April.", "2031-04"),
        ("Mourners will meet on Friday, April 2.", "2032-04-02"),
        ("He was shot on Wednesday, April 2.", "2031-04-02"),
        ("He was shot on Tuesday, April 2.", "2030-04-02"),
        ("If he follows up his Tuesday win with another, any hope is gone.", "2031-11-04"),
    ],
)
def test_helpers_known_deeds_and_weekdays_beside_dates(text: str, value: str) -> None:
    assert values(text) == [value]
