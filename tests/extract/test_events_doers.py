"""Who does it by the noun before it, who is hit where a toll is told, and on what day."""

from __future__ import annotations

import pytest

from onrecord.extract.events.numbers.single import all_counts
from onrecord.model.network import WEIGHTS
from tests.extract.test_events_parted import event, names
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    ("text", "trigger", "doers"),
    [
        ("The port was hit in government air strikes on Monday.", "air strikes", ["government"]),
        ("Rebel rocket attacks killed ten people.", "rocket attacks", ["rebels"]),
        ("Fifty men were killed in army operations in the north.", "operations", ["army"]),
        ("A Kenyan-led coalition air strike killed nine.", "air strike", ["Kenyan-led coalition"]),
        ("A rebel-led offensive began. The rebels hold the port.", "offensive", ["rebels"]),
        ("The Kenyan-led coalition is back. A Kenyan-led strike killed two.", "strike",
         ["Kenyan-led coalition"]),
        ("The terrorists fled. Terrorist attacks killed nine.", "attacks", ["terrorists"]),
        ("Terrorist attacks killed nine.", "attacks", []),
    ],
)  # fmt: skip
def test_a_noun_before_the_act_names_who_does_it(text: str, trigger: str, doers: list[str]) -> None:
    assert names(text, event(text, trigger).actor) == doers


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian or Kenyan army jets bombed the port.",
        "Rebels or army troops shelled the port, residents said.",
        "The port was shelled by the army or the rebels.",
    ],
)
def test_of_one_or_the_other_neither_is_said_to_have_done_it(text: str) -> None:
    (found,) = [e for e in record(text).events if e.type == "ASSAULT"]
    assert found.actor == ()


@pytest.mark.parametrize(
    ("text", "trigger", "hit", "doers"),
    [
        ("Eight soldiers were killed in clashes with rebels.", "clashes", ["soldiers"], ["rebels"]),
        ("Air strikes on rebels in the port killed nine civilians.", "Air strikes",
         ["rebels", "civilians"], []),
        ("Raids on rebels left nine civilians dead.", "Raids", ["rebels", "civilians"], []),
        ("Raids on Kenya killed nine civilians.", "Raids", ["civilians"], []),
        ("31 militants killed in the north", "killed", ["militants"], []),
        ("Jets hit a convoy near the border with Kenya killing a guard.", "hit", ["guard"],
         ["Jets"]),
    ],
)  # fmt: skip
def test_whom_a_toll_counts_was_hit(
    text: str, trigger: str, hit: list[str], doers: list[str]
) -> None:
    found = event(text, trigger)
    assert names(text, found.recipient) == hit
    assert names(text, found.actor) == doers


def test_who_beats_an_attack_back_kills_and_not_the_attack() -> None:
    text = "The army thwarted an attack by rebels on the port, killing two commanders."
    (found,) = [e for e in record(text).events if e.counts]
    assert names(text, found.actor) == ["army"]
    assert "unnamed commanders" in names(text, found.recipient)
    assert event(text, "attack").counts == ()


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Five women and a child were killed in the raid.", [("killed", 6, 6)]),
        ("Four were killed including 3 boys and 43 others were hurt.", [("killed", 4, 4),
                                                                         ("injured", 43, 43)]),
        ("Three were killed and 14 people were hurt.", [("killed", 3, 3), ("injured", 14, 14)]),
        ("Two soldiers and three policemen were killed.", [("killed", 5, 5)]),
        ("About 20 militants and 3 soldiers were killed.", [("killed", 20, None)]),
        ("The raid killed and injured five people.", []),
        ("175 rebels Killed Injured in the port", []),
        ("The blast claimed 21 lives and wounded dozens.", [("killed", 21, 21),
                                                            ("injured", 24, None)]),
        ("The war has claimed the lives of more than 4000 people.", [("killed", 4000, None)]),
        ("A shell hit a bus, killing a woman and injuring 25.", [("killed", 1, 1),
                                                                 ("injured", 25, 25)]),
        ("The strike killed a family and injured 5.", [("injured", 5, 5)]),
    ],
)  # fmt: skip
def test_counts_side_by_side(text: str, counts: list[tuple[str, int, int | None]]) -> None:
    assert [(c.what, c.low, c.high) for c in all_counts(text, 0, len(text))] == counts


@pytest.mark.parametrize(
    ("text", "trigger", "when"),
    [
        ("Three men were killed in a raid, the army said on Monday.", "raid", None),
        ("Dozens were killed in raids on the port a monitor said on Monday.", "raids", None),
        ("On Monday nine people were killed in a raid, the army said.", "raid", "2030-05-06"),
        ("Nine people were killed on Monday, the army said on Tuesday.", "killed", "2030-05-06"),
    ],
)
def test_the_day_of_telling_is_not_the_day_of_what_is_told(
    text: str, trigger: str, when: str | None
) -> None:
    assert event(text, trigger).when == when


def test_a_lost_comma_makes_no_victim_a_doer() -> None:
    text = "A raid killed two patients injured eight and destroyed the clinic."
    assert all(names(text, e.actor) == [] for e in record(text).events if e.type == "ASSAULT")


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Jets struck the town of Mombasa in the western Nairobi countryside.", "Mombasa"),
        ("Jets struck the Kenyan town of Mombasa.", "Mombasa"),
    ],
)
def test_the_town_that_is_hit_is_where_and_not_the_land_around_it(text: str, where: str) -> None:
    assert event(text, "struck").where == where


@pytest.mark.parametrize(
    "text",
    [
        "The wives of the five alleged rebel fighters were killed.",
        "Kenyas state news agency did not give a death toll for the raid.",
        "He sought to promote the city as a port.",
        "Kenya itself stands accused of arming militants.",
        "The source added that the blast claimed the lives of three people injured two others.",
    ],
)
def test_words_that_only_describe_say_nothing(text: str) -> None:
    read = record(text)
    assert [s for s in read.statements if s.cue and s.cue.text != "added"] == []


def test_strikes_that_hit_something_are_no_walkout() -> None:
    assert event("The strikes hit a school in the port.", "strikes").type != "PROTEST"


def test_a_claim_is_told_by_who_made_it() -> None:
    read = record("Ansar claimed the raid. The claim said that 40 people were killed.")
    who = {a.id: a.name for a in read.actors}
    assert [who[s.source.actor] for s in read.statements if s.source and s.source.actor] == [
        "Ansar",
        "Ansar",
    ]


@pytest.mark.parametrize(
    ("text", "trigger", "doers"),
    [
        ("Army troops captured two towns in a major offensive.", "offensive", ["army troops"]),
        ("Rebel fighters surrounded the port after clashes with the army.", "clashes",
         ["rebel fighters"]),
        ("Ten soldiers died in an offensive.", "offensive", []),
        ("Civilians fled during an offensive.", "offensive", []),
        ("The port fell in an offensive launched by the army.", "offensive", ["army"]),
        ("The army continued on Tuesday operations against the rebels.", "operations", ["army"]),
        ("The group said one of its fighters fired on a gathering.", "fired on", ["fighters"]),
    ],
)  # fmt: skip
def test_the_clause_around_a_noun_tells_who_does_it(
    text: str, trigger: str, doers: list[str]
) -> None:
    assert names(text, event(text, trigger).actor) == doers


def test_towns_that_are_captured_are_no_detainees() -> None:
    text = "Army troops captured two towns and 40 rebels."
    counted = [(c.what, c.low) for e in record(text).events for c in e.counts]
    assert ("detained", 2) not in counted


@pytest.mark.parametrize(
    ("text", "trigger", "counts", "hit"),
    [
        ("Four people were killed and six others injured in a car bomb attack in Lamu.",
         "car bomb attack", [("killed", 4), ("injured", 6)], ["people", "other people"]),
        ("At least 29 rebels died in a blast in the north.", "blast", [("killed", 29)], ["rebels"]),
        ("Rebels killed 3 soldiers and wounded 5 in an ambush.", "ambush",
         [("killed", 3), ("injured", 5)], ["soldiers"]),
        ("A reporter from Harbour TV was killed in a raid.", "raid", [],
         ["reporter"]),
    ],
)  # fmt: skip
def test_both_tolls_of_one_attack_are_its_own(
    text: str, trigger: str, counts: list[tuple[str, int]], hit: list[str]
) -> None:
    found = event(text, trigger)
    assert [(c.what, c.low) for c in found.counts] == counts
    assert names(text, found.recipient) == hit


def test_a_possessive_that_lost_its_mark_tells_whose_it_is() -> None:
    text = "The army targeted the militants positions in the north."
    assert names(text, event(text, "targeted").recipient) == ["militants"]
    text = "The army’s jets targeted the militants positions in the north."
    assert names(text, event(text, "targeted").recipient) != ["militants"]


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("They must not attack the town, the envoy said.", "attack", "hypothetical"),
        ("The army did not attack the town, the envoy said.", "attack", "denied"),
        ("A raid that would likely result in the mass murder of civilians is feared.",
         "mass murder", "hypothetical"),
        ("The raid resulted in the killing of nine people.", "killing", "happened"),
    ],
)  # fmt: skip
def test_what_must_not_be_or_would_come_of_it_has_not_been(
    text: str, trigger: str, status: str
) -> None:
    assert event(text, trigger).status == status
