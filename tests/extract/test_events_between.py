"""Who fought whom, who did it and not whether, and whom a number counts."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from onrecord.records import ReportRecord
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


def _names(read: ReportRecord, at: int = 0) -> list[str]:
    names = {actor.id: actor.name for actor in read.actors}
    return [names[one] for one in read.events[at].actor]


@pytest.mark.parametrize(
    "text",
    [
        "Clashes between the Army of Dawn and the Levant Front left a village in ruins.",
        "Clashes among the Army of Dawn and the Levant Front left a village in ruins.",
        "Clashes erupted between the Army of Dawn and the Levant Front.",
    ],
)
def test_both_sides_of_a_fight_are_its_parties(text: str) -> None:
    assert _names(record(text)) == ["Army of Dawn", "Levant Front"]


def test_one_side_of_talks_that_broke_down_is_no_fighter() -> None:
    read = record("Clashes erupted after talks between the army and the rebels.")
    assert _names(read) == []


def test_who_did_it_is_asked_and_not_whether() -> None:
    asked = record("It was unclear if the raids were carried out by Russian or Syrian aircraft.")
    assert [event.status for event in asked.events] == ["happened"]
    would = record("It was unclear if the raids would be carried out by the navy.")
    assert {event.status for event in would.events} == {"hypothetical"}
    whether = record("It was unclear if raids were carried out by the navy.")
    assert {event.status for event in whether.events} == {"hypothetical"}


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Three suicide bombers killed at least two people.", [("killed", 2, None)]),
        ("34 people were killed 6 of them women.", [("killed", 34, 34)]),
        ("Five rebels were killed.", [("killed", 5, 5)]),
    ],
)
def test_a_number_counts_those_who_died(
    text: str, counts: list[tuple[str, int, int | None]]
) -> None:
    found = [c for event in record(text).events for c in event.counts]
    assert [(c.what, c.low, c.high) for c in found] == counts


def test_a_time_since_when_there_were_many_is_not_when_they_were() -> None:
    since = record("The deaths of 735 civilians in its strikes on the town since 2014 were noted.")
    assert [event.when for event in since.events] == [None] * len(since.events)
    one = record("She has been on hunger strike since 30 March 2030.")
    assert [event.when for event in one.events] == ["2030-03-30"]


def test_a_date_before_the_headline_is_no_day_of_an_event() -> None:
    read = record("7 December 2029 Rocket attack kills a civilian in Lun. It was loud.")
    assert read.events
    assert all(event.when is None for event in read.events)


def test_an_alliance_is_what_a_group_is_and_forming_one_is_an_event() -> None:
    told = record("The Levant Front, an alliance of rebel groups, shelled the town.")
    assert [event.type for event in told.events] == ["ASSAULT"]
    formed = record("Iran forged an alliance with Russia.")
    assert [event.type for event in formed.events] == ["COOPERATE"]
