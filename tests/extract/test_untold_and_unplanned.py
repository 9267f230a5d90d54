"""What was rejected, not told or not planned; calls to the press; missions; forced cuts."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_events_parted import event
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Norway rejected the charge that its navy fired on the boat.", "fired on", "denied"),
        ("He said there were no plans for an evacuation.", "evacuation", "denied"),
        (
            'A spokesman said there were "no plans at this stage" for an evacuation.',
            "evacuation",
            "denied",
        ),
        ("He said there were plans for an evacuation.", "evacuation", "planned"),
        ("The statement made no mention of a withdrawal.", "withdrawal", "hypothetical"),
        ("There was no word of a ceasefire.", "ceasefire", "hypothetical"),
        ("The statement made no mention of the killings.", "killings", "happened"),
    ],
)
def test_what_becomes_of_what_nobody_owns_to(text: str, trigger: str, status: str) -> None:
    assert event(text, trigger).status == status


@pytest.mark.parametrize(
    "text",
    [
        "Lund, who spoke by telephone from Oslo, said that nothing had been ordered.",
        "A resident who spoke by phone said that the men had fled.",
    ],
)
def test_a_call_to_the_press_is_no_consultation(text: str) -> None:
    assert not [e for e in record(text).events if e.type == "CONSULT"]


def test_a_call_with_another_is_one() -> None:
    read = record("Lund spoke by phone with his Danish counterpart. The presidents spoke by phone.")
    assert [e.type for e in read.events] == ["CONSULT", "CONSULT"]


def test_a_mission_is_no_attack() -> None:
    read = record("Italy, which leads the EU's Irini naval operation, stopped the ship.")
    assert all(e.type != "ASSAULT" for e in read.events)
    assert event("The army began a naval operation against rebels in Lagos.", "operation")


@pytest.mark.parametrize(
    ("text", "act"),
    [
        (
            "The food agency warns that, unless money arrives, it will have to cut rations.",
            "warn",
        ),
        ("The hospital warned it would be forced to shut its wards if the fuel ran out.", "warn"),
        (
            "The ministry warned that it would have to expel the envoy if the raids went on.",
            "threaten",
        ),
        ("Norway warned it would be forced to respond if its ships were hit.", "threaten"),
    ],
)
def test_what_they_would_sooner_not_do_they_do_not_threaten(text: str, act: str) -> None:
    assert record(text).statements[0].act == act
