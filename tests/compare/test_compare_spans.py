"""Numbers of a day against those of a longer time, and of one side's men against others' dead."""

from __future__ import annotations

import pytest

from onrecord.compare import within
from onrecord.model.network import WEIGHTS
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)

OPENING = "The army shot at farmers in Lagos on 3 May 2029, Ada Cole's watchdog said. "


def numbers(text: str) -> set[str]:
    """The reasons of the contradictions in numbers that a report holds."""
    return {one.why for one in within(record(OPENING + text)) if one.slot == "number"}


def test_the_toll_of_a_day_is_set_against_that_days() -> None:
    text = (
        "The watchdog said that 31 people had been killed since April. Its director, Ben Lund,"
        " said 19 of them died on 3 May alone. The ministry put the toll that day at four."
    )
    assert numbers(text) == {"“four” against “19” killed"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The ministry said two officers had died. A doctor said he had counted seven bodies.",
            set(),
        ),
        (
            "The ministry said two people had died. A doctor said he had counted seven bodies.",
            {"“seven” against “two” killed"},
        ),
    ],
)
def test_a_sides_own_men_are_not_the_dead_of_others(text: str, found: set[str]) -> None:
    assert numbers(text) == found


def test_it_takes_up_the_toll_told_before() -> None:
    text = (
        "The death toll has risen to seven, the ministry said. The miners' union puts it at nine."
    )
    assert numbers(text) == {"“nine” against “seven” killed"}
    assert record(text).statements[-1].content[0].text == "it at nine"
    assert len(record("The army has no plan. Ada Cole puts it at nine.").statements) == 0
