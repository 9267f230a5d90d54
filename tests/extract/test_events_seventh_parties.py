"""Events of invented sentences: both sides of a meeting, and those whom a noun's event befell."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_events_parted import event, names
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    ("text", "trigger", "met"),
    [
        ("Ada Cole has announced plans for a summit with Ben Lund in Oslo.", "summit",
         ["Ada Cole", "Ben Lund"]),
        ("Ada Cole made the remarks after a meeting with Ben Lund.", "meeting",
         ["Ada Cole", "Ben Lund"]),
        ("Ada Cole spoke to reporters following a meeting with Ben Lund.", "meeting",
         ["Ada Cole", "Ben Lund"]),
        ("Talks remain stalled between the government and rebels.", "Talks",
         ["government", "rebels"]),
        ("The rebels attacked the port after a meeting with Norway.", "meeting", ["Norway"]),
        ("Police arrested nine men after a meeting between Ben Lund and Ada Cole.", "meeting",
         ["Ben Lund", "Ada Cole"]),
        ("The talks remain stalled over borders between Norway and Denmark.", "talks", []),
    ],
)  # fmt: skip
def test_who_speaks_of_a_meeting_was_there(text: str, trigger: str, met: list[str]) -> None:
    assert names(text, event(text, trigger).actor) == met


@pytest.mark.parametrize(
    ("text", "trigger", "on"),
    [
        ("The arrest of more than 30 miners caused an outcry.", "arrest", ["miners"]),
        ("The deportation of up to 30 miners caused an outcry.", "deportation", ["miners"]),
        ("The killing of 30 miners caused an outcry.", "killing", ["miners"]),
    ],
)
def test_those_counted_behind_a_noun_are_its_victims(
    text: str, trigger: str, on: list[str]
) -> None:
    assert names(text, event(text, trigger).recipient) == on


@pytest.mark.parametrize(
    ("text", "trigger", "by", "on"),
    [
        ("Norway fears a Danish attack on its port.", "attack", ["Denmark"], ["Norway"]),
        ("Norway has criticized Danish plans to expand the base.", "criticized", ["Norway"],
         ["Denmark"]),
        ("41 activists have been on a hunger strike since Monday.", "hunger strike",
         ["unnamed activists"], []),
        ("The suicide bomber triggered another explosion at the gate.", "explosion",
         ["suicide bomber"], []),
        ("The ruling triggered riots in Oslo.", "riots", [], []),
    ],
)  # fmt: skip
def test_whose_a_deed_is_by_the_words_before_it(
    text: str, trigger: str, by: list[str], on: list[str]
) -> None:
    one = event(text, trigger)
    assert (names(text, one.actor), names(text, one.recipient)) == (by, on)


def test_where_an_attack_was_does_not_say_whose_it_was() -> None:
    text = "The Danish attacks killed nine people."
    assert event(text, "attacks").actor == ()


def test_with_whom_somebody_will_not_talk_is_turned_down() -> None:
    text = "The king said he will not hold talks with the rebels."
    one = event(text, "hold talks")
    assert (one.type, names(text, one.actor), names(text, one.recipient)) == (
        "REJECT", ["king"], ["rebels"],
    )  # fmt: skip


def test_plans_that_endanger_peace_threaten_nobody() -> None:
    found = record("The minister said Danish plans could threaten peace with Norway.").events
    assert not [e for e in found if e.type == "THREATEN"]
    assert event("Norway could threaten Denmark.", "threaten").type == "THREATEN"


@pytest.mark.parametrize(
    ("text", "trigger", "on"),
    [
        ("The court rejected complaints of fraud filed by Ben Lund.", "rejected", ["Ben Lund"]),
        ("The court rejected complaints filed by the union.", "rejected", ["union"]),
        ("The court rejected complaints, and an appeal was filed by the union.", "rejected", []),
        ("The trial of Ben Lund has resumed in Lagos.", "trial", ["Ben Lund"]),
    ],
)
def test_whose_complaint_is_rejected_and_whose_trial_resumes(
    text: str, trigger: str, on: list[str]
) -> None:
    assert names(text, event(text, trigger).recipient) == on


def test_a_trial_of_a_drug_accuses_nobody() -> None:
    assert record("The trial of the new drug has begun.").events == ()
