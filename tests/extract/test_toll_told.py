"""Numbers of dead and held that no deed's own word tells, and numbers that count somebody else."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_accused import told
from tests.extract.test_events_parted import event
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)

Counts = list[tuple[str, int | None, int | None]]


def counts(text: str, trigger: str) -> Counts:
    return [(c.what, c.low, c.high) for c in event(text, trigger).counts]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "Police shot at farmers. Ada Cole said two officers had died.",
            "died",
            [("killed", 2, 2)],
        ),
        (
            "Police shot at farmers on 3 May. The ministry put the toll that day at four.",
            "toll",
            [("killed", 4, 4)],
        ),
        (
            "A bomb hit a market in Lagos on Monday. The death toll has risen to seven.",
            "hit",
            [("killed", 7, 7)],
        ),
        (
            "The number of people killed by the army since May has risen to 31, Ada Cole said.",
            "killed",
            [("killed", 31, 31)],
        ),
        ("Seven men are in Norwegian custody, Ada Cole said.", "custody", [("detained", 7, 7)]),
        ("Seven men were taken into custody.", "taken into custody", [("detained", 7, 7)]),
        ("Five rebels were killed and two captured in Lagos.", "captured", [("detained", 2, 2)]),
        ("Norway released all eight Danish sailors.", "released", [("released", 8, 8)]),
        (
            "At least one woman, a 40-year-old nurse, was wounded.",
            "wounded",
            [("injured", 1, None)],
        ),
    ],
)
def test_numbers_told_in_other_shapes(text: str, trigger: str, expected: Counts) -> None:
    assert counts(text, trigger) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Police shot at farmers. Ada Cole said two officers had died of cholera.",
        "Police shot at farmers. Two officers may have died, Ada Cole said.",
        "The flood reached Lagos on Monday. Two officers had died, Ada Cole said.",
        "Two officers had died, Ada Cole said.",
    ],
)
def test_deaths_by_nobodys_hand_are_no_events(text: str) -> None:
    assert "died" not in [e.trigger.text for e in record(text).events]


def test_a_toll_of_no_day_is_what_somebody_says_of_the_deed() -> None:
    text = "Police shot at farmers. The ministry put the toll at four."
    assert "toll" not in [e.trigger.text for e in record(text).events]


def test_a_day_of_many_has_its_own_number_and_day() -> None:
    text = (
        "The army shot at farmers on 3 May 2029. Ada Cole said 31 people had been killed since"
        " April. 19 of them died on 3 May 2029 alone, she said."
    )
    assert event(text, "died").when == "2029-05-03"
    assert counts(text, "died") == [("killed", 19, 19)]
    assert counts(text, "killed") == [("killed", 31, 31)]


def test_a_number_that_it_was_not_counts_nobody() -> None:
    text = (
        "Sixteen lives were not lost on Monday, as is claimed, but four, among them two guards"
        " who were murdered by rebels."
    )
    assert counts(text, "lost") == [("killed", 4, 4)]
    assert counts(text, "murdered") == [("killed", 2, 2)]


def test_what_is_added_of_others_is_not_what_was_told_before() -> None:
    text = '"Only tear gas was fired," Ada Cole said, adding that two officers had died.'
    assert told(text, "tear gas")[2] == []
    assert counts(text, "tear gas") == []
    assert counts(text, "died") == [("killed", 2, 2)]


def test_those_in_a_states_custody_are_held_by_it() -> None:
    assert told("Seven men are in Norwegian custody.", "custody")[1] == ["Norway"]
    assert told("Seven men are in custody.", "custody")[1] == []


def test_two_relative_clauses_apart_in_place() -> None:
    text = (
        "Police beat four men. Ada Cole said three of them had died in jail, which the"
        " authorities in Lagos deny."
    )
    assert event(text, "died").where is None
