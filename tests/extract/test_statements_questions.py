"""What is asked, imagined or doubted: no condition, no pledge, and the day of nothing beside it."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    "text",
    [
        "“Imagine if this had happened in Europe,” Mr Orlo said.",
        "“Can you imagine if they had won the vote?” the candidate asked.",
        "“The question is if they will pay,” the broker said.",
    ],
)
def test_what_is_imagined_or_asked_is_no_condition(text: str) -> None:
    (statement,) = record(text).statements
    assert statement.condition is None and statement.consequence is None


def test_what_follows_if_something_happens_still_is_one() -> None:
    (statement,) = record(
        "“It would be a disaster if the dam burst,” the engineer said."
    ).statements
    assert statement.condition is not None and statement.condition.text == "the dam burst"


def test_a_doubt_that_forces_will_leave_is_no_pledge() -> None:
    (statement,) = record("“I doubt if the army will leave,” the envoy said.").statements
    assert statement.act == "assert"


@pytest.mark.parametrize("marks", ["“”", '""'])
def test_a_question_keeps_its_opening_mark(marks: str) -> None:
    text = f"{marks[0]}Why do they shell the port?{marks[1]} the mayor asked."
    (statement,) = record(text).statements
    assert statement.content[0].text == text[: text.index(" the mayor")]


def test_the_day_of_what_moved_somebody_is_not_that_of_the_order() -> None:
    text = "The incident of 4 April prompted the president to order an air strike on the base."
    assert [statement.said for statement in record(text).statements] == [None]
    text = "The president on Friday ordered the army to leave."
    assert record(text).statements[0].said == "2030-05-03"
