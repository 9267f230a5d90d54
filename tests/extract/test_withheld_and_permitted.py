"""Who is denied a thing, figures that decline, whose claims are refuted, and permitted force."""

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
        "The party council denied Petrov the nomination on Monday.",
        "Petrov was denied the nomination by the party council on Monday.",
        "Company profits declined 43% in the quarter, with earnings declining 12%.",
        "The army refuted terrorists' claims that it had lost the airfield.",
    ],
)
def test_nobody_says_anything(text: str) -> None:
    assert [s.act for s in record(text).statements] == []


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("The charge was denied by the general.", "deny"),
        ("The ministry denied the report on Monday.", "deny"),
        ("The army refuted the rebels' claims that it had lost the airfield.", "deny"),
        ("The minister declined an invitation to the talks.", "reject"),
    ],
)
def test_what_is_denied_or_declined_still_is(text: str, act: str) -> None:
    assert record(text).statements[0].act == act


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Parliament approved the use of force against the rebels.", "use of force", "planned"),
        ("He spoke of a resolution authorising air strikes on Sel.", "air strikes", "planned"),
        ("Lawmakers approved the strike that killed 40 people in Sel.", "strike", "happened"),
        ("The general was accused of authorising the shelling of Sel.", "shelling", "alleged"),
    ],
)
def test_force_that_is_allowed_has_not_been_used(text: str, trigger: str, status: str) -> None:
    told = {e.trigger.text: e.status for e in record(text).events}
    assert told[trigger] == status


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Ordavia has rejected calls by opposition figures to halt the bombings.", "reject"),
        ("Ordavia rejected the figures given by the opposition.", "deny"),
        ("The ministry rejected claims that it had ignored calls for help.", "deny"),
    ],
)
def test_who_rejects_a_call_denies_nothing(text: str, act: str) -> None:
    assert record(text).statements[0].act == act


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The militia, which backs the dockers' strike, spoke of a massacre.", "PROTEST"),
        ("The guards' strike went into its third week.", "PROTEST"),
        ("The rebels' strike on the depot killed nine soldiers.", "ASSAULT"),
        ("The pilots' strike on the convoy killed three.", "ASSAULT"),
    ],
)
def test_a_strike_of_those_who_work_is_a_walkout(text: str, type_: str) -> None:
    told = {e.trigger.text: e.type for e in record(text).events}
    assert told["strike"] == type_
