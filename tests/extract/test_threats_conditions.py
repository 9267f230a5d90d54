"""Whose condition a threat names, what a channel is, and days of a story and of a timetable."""

from __future__ import annotations

import pytest

from onrecord.extract.times import find_times
from onrecord.model.analysis import Analysis
from onrecord.model.network import WEIGHTS
from onrecord.records import Report, ReportRecord
from tests.extract.test_statements_read import record

shipped = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


def actors(read: ReportRecord, words: str) -> list[str]:
    found = next(e for e in read.events if e.trigger.text == words)
    return [actor.name for actor in read.actors if actor.id in found.actor]


@shipped
@pytest.mark.parametrize(
    ("text", "deed", "who"),
    [
        (
            "The United States said it would strike Iraq unless it gave inspectors access.",
            "gave inspectors access",
            ["Iraq"],
        ),
        (
            "Iran warned that it would bomb Iraq if it attacked the port.",
            "attacked",
            ["Iraq"],
        ),
        (
            "The ministry warned Norway that it would close the port unless it withdrew its boats.",
            "withdrew",
            ["Norway"],
        ),
        ("Iran said it would bomb Iraq if it had to attack the port.", "attack", ["Iran"]),
    ],
)
def test_who_is_to_meet_the_condition(text: str, deed: str, who: list[str]) -> None:
    assert actors(record(text), deed) == who


@shipped
def test_they_are_not_those_who_tell_of_them() -> None:
    read = record(
        "Gunmen killed eight fishermen in Baga, two local chiefs said. “They shot them in front of "
        "us,” one said."
    )
    assert "local chiefs" not in actors(read, "shot")


@shipped
@pytest.mark.parametrize(
    ("text", "channel"),
    [
        (
            "The rebels said in an interview with The Daily Star that they would fight on.",
            "an interview with The Daily Star",
        ),
        ("Officials played down the likelihood that the man was involved in the killing.", None),
    ],
)
def test_channels(text: str, channel: str | None) -> None:
    (said,) = record(text).statements
    assert said.channel == channel


@shipped
def test_the_red_cross_is_the_committee_only_where_that_is_named() -> None:
    (alone,) = record("The Red Cross said 12 people were wounded.").statements
    assert alone.source is not None
    read = record("The Red Cross said 12 people were wounded.")
    assert [a.name for a in read.actors if a.named] == ["Red Cross"]
    both = record("The ICRC visited the camp. The Red Cross said 12 people were wounded.")
    assert [a.name for a in both.actors if a.named] == ["International Committee of the Red Cross"]


def values(text: str, published: str) -> list[str | None]:
    report = Report("r", text, "0" * 64, published=published, published_basis="told")
    return [time.value for time in find_times(report, Analysis(text))]


def test_days_of_a_story_long_past() -> None:
    told = "The killings took place on 18 July 1982. He was in the capital from 16 to 20 July."
    assert values(told, "2024-05-07") == ["1982-07-18", "1982-07-16/1982-07-20"]
    # What may be of these weeks is: the trial opened a fortnight ago.
    told = "The killings took place on 18 July 1982. The trial opened on 20 July."
    assert values(told, "2024-08-01") == ["1982-07-18", "2024-07-20"]


def test_what_continues_on_a_day_is_to_come() -> None:
    assert values("The hearing continues on Thursday.", "2024-05-07") == ["2024-05-09"]
    assert values("Fighting continued on Thursday.", "2024-05-07") == ["2024-05-02"]


@shipped
def test_nor_are_they_the_group_of_whoever_saw_it() -> None:
    read = record(
        "Eight fishermen were killed on Saturday, two local chiefs and a lawmaker said. “They "
        "killed them in front of us,” said Abba Kachalla, one of the chiefs."
    )
    done = [e for e in read.events if e.trigger.text == "killed"]
    assert [e.actor for e in done] == [(), ()]
