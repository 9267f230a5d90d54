"""Events of invented sentences: who does what an infinitive, a participle or a passive tells."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_events_parted import event, names
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    ("text", "trigger", "by"),
    [
        ("The council has tried to pressure Norway to cooperate with the inquiry.", "cooperate",
         ["Norway"]),
        ("The council has asked Norway to cooperate.", "cooperate", ["Norway"]),
        ("Dozens of fighters were sent to Besk to kill the governor.", "kill", ["fighters"]),
        ("Norway sent troops to Besk to free the hostages.", "free", ["Norway"]),
        ("Ben Lund is wanted by Norway for allegedly bombing a ferry.", "bombing", ["Ben Lund"]),
        ("The union denounced the party for endorsing the pact.", "endorsing the pact",
         ["party"]),
        ("One of the groups has agreed to back the law, after reaching a deal with negotiators.",
         "reaching a deal", ["unnamed group"]),
    ],
)  # fmt: skip
def test_who_is_pressed_sent_or_wanted_does_it(text: str, trigger: str, by: list[str]) -> None:
    assert names(text, event(text, trigger).actor) == by


@pytest.mark.parametrize(
    ("text", "trigger", "by", "on"),
    [
        ("Ada Cole was freed by her captors on Monday.", "freed", ["captors"], ["Ada Cole"]),
        ("Ada Cole was released by her abductors.", "released", ["abductors"], ["Ada Cole"]),
        ("The mayor was freed by his guards.", "freed", ["guards"], ["mayor"]),
    ],
)
def test_who_is_freed_by_captors_frees_nobody(
    text: str, trigger: str, by: list[str], on: list[str]
) -> None:
    one = event(text, trigger)
    assert (names(text, one.actor), names(text, one.recipient)) == (by, on)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The party accused the premier of influencing the decision to free Ben Lund.", "free"),
        ("The assembly was to debate plans to demolish the homes.", "demolish"),
    ],
)
def test_whose_decision_is_only_spoken_of_is_not_known(text: str, trigger: str) -> None:
    assert event(text, trigger).actor == ()


def test_who_takes_a_decision_does_what_it_is_to_do() -> None:
    text = "The premier has taken a decision to free Ben Lund."
    assert names(text, event(text, "free").actor) == ["premier"]


def test_who_helps_himself_aids_nobody() -> None:
    found = record("Rescuers used ropes to help them wade through the water.").events
    assert not [e for e in found if e.type == "AID"]
    assert event("Rescuers used ropes to help the miners wade out.", "help").type == "AID"


def test_what_is_done_after_a_deal_waits_for_nothing() -> None:
    text = "The union agreed to back the law after reaching a deal with negotiators."
    assert event(text, "reaching a deal").status == "happened"


def test_to_be_released_is_what_one_speaks_for() -> None:
    text = "The engineer spoke in order to be released by his captors."
    assert event(text, "released").status == "hypothetical"
