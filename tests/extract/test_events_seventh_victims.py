"""Events of invented sentences: all who were hit, how many they were, and who made an attack."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_events_parted import event, names

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)

Counts = list[tuple[str, int | None, int | None]]


@pytest.mark.parametrize(
    ("text", "trigger", "on", "counts"),
    [
        ("A baby, her mother and two other women were hurt when soldiers opened fire.",
         "opened fire", ["baby", "mother", "women"], [("injured", 4, 4)]),
        ("A driver of a truck and a six-year-old boy were injured in the blast.", "blast",
         ["driver of a truck", "boy"], [("injured", 2, 2)]),
        ("Late on Monday, a baby, her mother and two other women were hurt in a raid.", "raid",
         ["baby", "mother", "women"], [("injured", 4, 4)]),
        ("A man and a woman were killed in the raid.", "raid", ["man", "woman"],
         [("killed", 2, 2)]),
        ("Two people, a man and a boy, were killed in Besk.", "killed", ["people", "man", "boy"],
         [("killed", 2, 2)]),
        ("The attack left a soldier and two civilians dead.", "attack", ["soldier", "civilians"],
         [("killed", 3, 3)]),
        ("Police said a guard and a cook were arrested on Monday.", "arrested", ["guard", "cook"],
         [("detained", 2, 2)]),
    ],
)  # fmt: skip
def test_all_of_a_row_were_hit(text: str, trigger: str, on: list[str], counts: Counts) -> None:
    one = event(text, trigger)
    assert names(text, one.recipient) == on
    assert [(c.what, c.low, c.high) for c in one.counts] == counts


def test_those_in_a_row_with_others_before_it_are_not_all() -> None:
    text = "Ada Cole, a nurse and a guard were killed in the raid."
    assert [c.low for c in event(text, "raid").counts] != [2]


@pytest.mark.parametrize(
    ("text", "trigger", "on", "counts"),
    [
        ("A bomb went off in Lagos on Monday. Six people died.", "went off", ["people"],
         [("killed", 6, 6)]),
        ("Rebels shelled a market in Lagos. A nurse and two boys died at the scene.", "shelled",
         ["unnamed nurse", "boys"], [("killed", 3, 3)]),
        ("A bomb exploded in Lagos. The mayor died.", "exploded", ["mayor"], []),
        ("Rebels attacked Besk. Six people died of hunger.", "attacked", [], []),
        ("Rebels attacked Besk. The king did not die.", "attacked", [], []),
    ],
)  # fmt: skip
def test_deaths_told_right_behind_an_attack_are_its(
    text: str, trigger: str, on: list[str], counts: Counts
) -> None:
    one = event(text, trigger)
    assert names(text, one.recipient) == on
    assert [(c.what, c.low, c.high) for c in one.counts] == counts


@pytest.mark.parametrize(
    ("text", "trigger", "by", "when"),
    [
        ("The town was hit by an attack which the rebels carried out on Monday.", "attack",
         ["rebels"], "2030-05-06"),
        ("The raid, which the army launched on Monday, killed nine.", "raid", ["army"],
         "2030-05-06"),
        ("An attack that the rebels are planning was foiled.", "attack", [], None),
    ],
)  # fmt: skip
def test_who_carried_out_an_attack_and_when(
    text: str, trigger: str, by: list[str], when: str | None
) -> None:
    one = event(text, trigger)
    assert (names(text, one.actor), one.when) == (by, when)


def test_two_heads_of_state_behind_their_lands_both_met() -> None:
    text = "The president of Norway and the king of Denmark met on Monday."
    assert names(text, event(text, "met").actor) == ["president of Norway", "king of Denmark"]


def test_those_among_the_dead_are_added_up() -> None:
    text = "Three activists and three civilians were among the dead, and 15 people were wounded."
    counts = {c.what: c.low for c in event(text, "wounded").counts}
    assert counts == {"killed": 6, "injured": 15}
