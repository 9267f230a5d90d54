"""Events of invented sentences: who is no party of an act, what is taken, what is only meant."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from onrecord.records import Event
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


def event(text: str, trigger: str) -> Event:
    return next(e for e in record(text).events if e.trigger.text == trigger)


def names(text: str, ids: tuple[str, ...]) -> list[str]:
    known = {actor.id: actor.name for actor in record(text).actors}
    return [known[one] for one in ids]


def test_those_who_are_left_killed_were_killed() -> None:
    text = "Jets raided the town in a wave of airstrikes that left at least 38 civilians killed."
    killed = event(text, "killed")
    assert names(text, killed.actor) == []
    assert names(text, killed.recipient) == ["civilians"]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("A governor told AFP the first got out before the other detonated his explosives.",
         "detonated"),
        ("According to a military source two hideouts were destroyed.", "destroyed"),
        ("Jets destroyed two bridges in airstrikes in the same region near the border with Iraq.",
         "airstrikes"),
    ],
)  # fmt: skip
def test_who_tells_whose_weapon_it_is_and_whose_border_suffer_nothing(
    text: str, trigger: str
) -> None:
    assert event(text, trigger).recipient == ()


def test_land_that_is_taken_from_somebody_is_not_arrested() -> None:
    taken = event("The forces have captured wide areas from the extremists.", "captured")
    assert (taken.type, taken.mode) == ("COERCE", "seize")
    held = event("The forces have captured two extremists in the town.", "captured")
    assert held.mode == "arrest"


def test_who_forces_others_does_not_blow_himself_up() -> None:
    text = "The guards opened fire on them forcing them to blow themselves up before they entered."
    assert "guards" not in names(text, event(text, "blow themselves up").actor)


@pytest.mark.parametrize(
    "text",
    [
        "Fighters launched the attack on posts triggering clashes and leaving many casualties.",
        "The army pulled out last year leaving Kurds to fend for themselves.",
    ],
)
def test_what_is_left_behind_is_no_retreat(text: str) -> None:
    assert all(e.trigger.text != "leaving" for e in record(text).events)


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Recapturing the town would sever the road from the west.", "Recapturing",
         "hypothetical"),
        ("The group sent fighters in anticipation of a fierce battle.", "battle", "hypothetical"),
        ("The air strikes are intended to limit the advance.", "air strikes", "happened"),
        ("Destruction of the bridges was aimed at dividing the region.", "Destruction",
         "happened"),
    ],
)  # fmt: skip
def test_what_is_only_thought_of_and_what_has_an_aim(text: str, trigger: str, status: str) -> None:
    assert event(text, trigger).status == status


def test_raids_that_hit_a_thing_do_not_inherit_the_dead_of_others() -> None:
    text = (
        "US airstrikes on Besk killed 50 civilians. The US airstrikes have pounded seven bridges "
        "since Monday."
    )
    assert record(text).events[-1].recipient == ()


def test_lending_an_ear_is_no_aid() -> None:
    text = "Ada Cole, a leader of the rebels, said Lun must lend an ear to calls for peace."
    assert all(e.type != "AID" for e in record(text).events)


def test_a_child_is_named_without_its_age() -> None:
    text = "A 5-year-old child was killed by rebels on Monday."
    assert names(text, event(text, "killed").recipient) == ["child"]
