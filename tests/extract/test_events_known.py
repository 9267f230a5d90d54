"""Events that the words beside them take for known; what stands right behind them."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_events_parted import event, names
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The militia vowed revenge for Monday's raid on the harbour.", "raid"),
        ("Turkey threatened further strikes following the attack on its convoy.", "attack"),
        ("Kenya urged a UN team to probe the shooting at the port.", "shooting"),
        ("The minister promised an answer to the shelling of the camp.", "shelling"),
    ],
)
def test_what_is_avenged_answered_or_looked_into_has_been(text: str, trigger: str) -> None:
    assert event(text, trigger).status in ("alleged", "happened")


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The militia threatened an attack on the harbour.", "attack", "threatened"),
        ("Kenya urged a UN team to probe any attack on the port.", "attack", "hypothetical"),
    ],
)
def test_what_is_threatened_or_may_be_is_not(text: str, trigger: str, status: str) -> None:
    assert event(text, trigger).status == status


def test_the_time_right_behind_a_noun_is_its_own_and_not_one_further_on() -> None:
    text = "Nine men died in a raid Saturday on the port, scene of a shooting earlier this week."
    assert event(text, "raid").when == "2030-05-04"


def test_the_site_of_an_attack_tells_of_the_attack_and_a_place_of_detention_of_none() -> None:
    text = "The envoy visited the site of a suicide attack on Monday."
    assert event(text, "suicide attack").type == "ASSAULT"
    read = record("The envoy visited a place of detention on Monday.")
    assert "detention" not in [e.trigger.text for e in read.events]


def test_an_attack_was_where_its_relative_clause_says_whom_it_killed() -> None:
    text = "Envoys condemned the attack which killed nine people in Nairobi on Monday."
    assert event(text, "attack").where == "Nairobi"


def test_with_somebody_doing_something_is_no_other_side_of_an_attack() -> None:
    text = "Norway denied the raid on the port with the minister saying that no ship had sailed."
    assert "minister" not in names(text, event(text, "raid").recipient)


def test_whose_minister_is_told_by_the_clause_and_not_by_the_last_one_named() -> None:
    text = (
        "Kenyan Foreign Minister Ann Keru spoke to envoys on Monday. Norway has denied firing on"
        " the port, with the foreign minister saying that no ship had sailed."
    )
    read = record(text)
    (told,) = [s for s in read.statements if s.cue and s.cue.text == "saying"]
    assert told.source is not None
    assert "Keru" not in {a.id: a.name for a in read.actors}[told.source.actor or ""]


def test_whom_an_attack_massacred_is_its_toll() -> None:
    text = "Warplanes bombed the market on Monday, massacring 30 people."
    found = record(text).events
    assert [(e.trigger.text, [c.low for c in e.counts]) for e in found] == [("bombed", [30])]
