"""Threats and warnings that are told in plain words: what is to come, and from whose mouth."""

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
        "The hijackers said the ferry would be blown up if it was not given fuel.",
        "The admiral said any boat entering the strait would be sunk.",
        "The junta said that clerks who stayed away on Monday would be shot.",
        'The Sons of the Lake said that foreign drillers would be "legitimate targets" from May.',
        "The army said it would cut power to the three villages that had hidden the rebels.",
        '"The villages that feed them will burn," a rebel commander said.',
    ],
)
def test_who_has_the_guns_threatens_with_what_is_to_be_done(text: str) -> None:
    assert [s.act for s in record(text).statements] == ["threaten"]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The minister said all rifles handed in would be destroyed.", {"assert", "pledge"}),
        ("The bishop said the churches would be seized if the troops came.", {"assert", "predict"}),
        ("The army said the town would be bombed by the rebels if it fell.", {"assert", "predict"}),
        ("The minister said the dead would be buried on Friday.", {"assert", "pledge"}),
        (
            "Our men have moved back to be safe in case of another raid, a rebel commander said.",
            {"assert"},
        ),
        (
            "The marshal said he would withdraw his troops from Lorn only if the king left Sarn.",
            {"pledge"},
        ),
        (
            '"Another week without oxygen and we bury children," a doctor told reporters.',
            {"assert", "warn", "predict"},
        ),
        ("The archdiocese said it would open its churches to the flooded.", {"assert", "pledge"}),
    ],
)
def test_who_tells_what_others_may_do_threatens_nobody(text: str, act: set[str]) -> None:
    (one,) = record(text).statements
    assert one.act in act


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said the dam could burst within hours.",
        "Aid workers said the camp was on the brink of famine.",
        "A surgeon said the wounded would run out of blood by Friday.",
        "The monitors said villagers risked abduction on the northern road.",
    ],
)
def test_harm_that_may_follow_is_a_warning_whatever_the_verb(text: str) -> None:
    assert [s.act for s in record(text).statements] == ["warn"]


@pytest.mark.parametrize(
    "text",
    [
        "The fire chief said that an explosion of gas could be the cause.",
        "The council said that the attacks may amount to war crimes.",
        "Tenants could be afraid of a backlash, she said.",
        "The envoy said that a new truce could end the war.",
    ],
)
def test_what_may_have_been_or_may_end_is_no_warning(text: str) -> None:
    assert "warn" not in {s.act for s in record(text).statements}


def test_what_must_not_be_done_is_demanded_and_the_harm_is_why() -> None:
    text = '"The king must not shell Karsa! Hundreds of people could be killed," she wrote.'
    assert [s.act for s in record(text).statements] == ["demand"]
