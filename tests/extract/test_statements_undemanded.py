"""How somebody speaks and is no demand, what nobody has yet said, and what is no condition."""

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
        '"It was sunk on purpose," an officer said, requesting anonymity.',
        "A clerk who pleaded anonymity said the safe was empty.",
        "Seeking anonymity, a guard said he had fled.",
    ],
)
def test_anonymity_is_asked_for_and_nothing_demanded(text: str) -> None:
    read = record(text)
    assert [s.act for s in read.statements] == ["assert"]
    assert all(e.type != "REQUEST" for e in read.events)


@pytest.mark.parametrize(
    "text",
    [
        "The ministry has yet to say whether it will pay.",
        "Officials have yet to explain why the gates were open.",
    ],
)
def test_what_they_have_yet_to_say_they_did_not_say(text: str) -> None:
    assert [s.act for s in record(text).statements] == ["decline"]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor criticised the deal, if deal it was, as a gift to the rebels.",
        "The mayor said that the plot, if plot there was, had been betrayed.",
        "The company said it would print the report, whoever it embarrasses.",
    ],
)
def test_doubt_whether_it_was_one_is_no_condition(text: str) -> None:
    assert all(s.condition is None for s in record(text).statements)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said that the truce, if it holds, would open the road.",
        "The mayor said whoever crosses the line will be shot.",
    ],
)
def test_a_condition_stays_one(text: str) -> None:
    assert all(s.condition is not None for s in record(text).statements)
