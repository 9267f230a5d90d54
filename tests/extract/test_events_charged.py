"""Events of invented sentences: who is charged with a deed, and who says that it was his own."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from onrecord.records import Statement
from tests.extract.test_events_parted import event, names
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


def said(text: str) -> Statement:
    return record(text).statements[0]


@pytest.mark.parametrize(
    ("text", "trigger", "doer"),
    [
        ("The army accused the rebels of the shelling.", "shelling", "rebels"),
        ("Turkey blamed Kurdish militants for the blast.", "blast", "Kurdish militants"),
        ("Kenya says the group is responsible for the attack on the mall.", "attack", "group"),
        ("The Taliban claimed responsibility for the bombing.", "bombing", "Taliban"),
        ("A group called Ansar claimed the attack.", "attack", "Ansar"),
    ],
)
def test_whoever_is_charged_with_a_deed_is_its_doer_on_the_word_of_who_charges(
    text: str, trigger: str, doer: str
) -> None:
    deed = event(text, trigger)
    assert names(text, deed.actor) == [doer]
    assert deed.status == "alleged"
    assert deed.on_word_of == said(text).id


def test_a_noun_before_the_deed_is_whom_the_report_calls_by_it() -> None:
    text = "The US-led coalition is back. A monitor said ten men died in coalition raids."
    assert names(text, event(text, "raids").actor) == ["US-led coalition"]
    text = "The army holds the hill. Army helicopters dropped barrel bombs on the market."
    assert names(text, event(text, "dropped barrel bombs").actor) == ["army"]
    text = "Ten men died in coalition raids."
    assert names(text, event(text, "raids").actor) == ["coalition"]


def test_the_day_of_a_blast_is_that_of_what_it_did_and_of_a_when_clause_that_of_its_verb() -> None:
    text = "Two explosions tore into the hull shortly before 3am on Saturday."
    assert event(text, "explosions").when == "2030-05-04"
    text = "In March 2029, 21 people died when a camp outside Goma was shelled."
    assert event(text, "shelled").when == "2029-03"


def test_who_is_accused_is_not_called_by_the_deed() -> None:
    text = "The army accused the rebels of the shelling."
    assert names(text, event(text, "accused").recipient) == ["rebels"]


def test_who_claims_an_attack_owns_up_and_who_claims_that_it_failed_does_not() -> None:
    assert said("The rebels claimed the killing of two officers.").act == "confirm"
    assert said("The rebels claimed that the attack had failed.").act == "assert"


def test_whom_a_deed_befell_is_not_who_is_condemned_for_it() -> None:
    text = "The party condemned the killing of civilians by the army."
    assert "civilians" not in names(text, event(text, "condemned").recipient)


def test_shelling_before_a_verb_is_a_deed_of_those_named_before_it() -> None:
    text = "The Syrian government met. Syrian government shelling of a town killed 31 people."
    assert names(text, event(text, "shelling").actor) == ["Syrian government"]


def test_who_stands_in_a_headline_before_a_date_is_not_who_did_it() -> None:
    text = (
        "2 medics among 31 dead in Lun army reprisal for slain pilot AFP Saturday 4 May 2030 "
        "Lunian government shelling of a town killed 31 people including two medics."
    )
    done = [e for e in record(text).events if e.trigger.text in ("killed", "shelling")]
    assert done
    assert not any("medics" in name for e in done for name in names(text, e.actor))


def test_what_comes_after_what_is_only_hoped_for_has_not_happened() -> None:
    text = "The fighters advanced, hoping to encircle the city before launching a final assault."
    assert event(text, "assault").status == "hypothetical"


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("No group has claimed responsibility for the attack so far.", "attack"),
        ("Nobody was accused of the killing.", "killing"),
        ("The rebels have not claimed responsibility for the raid.", "raid"),
        ("The army is not responsible for the shelling of Lysk.", "shelling"),
        ("More than 20 traders were killed and 60 others wounded in two bomb explosions.",
         "bomb explosions"),
        ("According to the Kalmer Observatory heavy bombardment has shaken the harbour.",
         "bombardment"),
    ],
)  # fmt: skip
def test_who_is_charged_with_nothing_has_done_nothing(text: str, trigger: str) -> None:
    assert event(text, trigger).actor == ()


def test_strikes_that_hit_near_a_school_are_no_walkout() -> None:
    raid = event("Warplanes struck Lysk. The strikes hit as the school was full.", "strikes")
    assert raid.type == "ASSAULT"
    walkout = event("Teachers began a strike at every school in Lysk.", "strike")
    assert walkout.type == "PROTEST"


def test_who_was_there_when_it_struck_has_killed_nobody() -> None:
    text = (
        "A gunman has attacked a chapel in Lysk as the priest and the choir were singing psalms "
        "killing nine people and wounding dozens a doctor said."
    )
    doers = [name for deed in record(text).events for name in names(text, deed.actor)]
    assert "gunman" in doers and "priest" not in doers


def test_an_agency_at_the_end_of_a_headline_was_not_hit() -> None:
    text = (
        "Car bomb at Lysk market kills nine Police source AFP Monday 2 May 2016 A car bomb "
        "has struck a market."
    )
    assert not any("AFP" in names(text, deed.recipient) for deed in record(text).events)


def test_of_two_subjects_the_one_behind_to_is_who_is_cited() -> None:
    text = (
        "According to official Chadian army spokesman the Chadian Armed Forces killed a confirmed "
        "12 raiders on Friday."
    )
    deed = event(text, "killed")
    assert names(text, deed.actor) == ["Chadian Armed Forces"]
    assert [(c.what, c.low) for c in deed.counts] == [("killed", 12)]


def test_they_who_fled_when_they_were_struck_are_not_who_tells_it() -> None:
    text = (
        "The mission reported that 31 farmers were shot by a patrol as they left a hamlet near "
        "Lysk."
    )
    told = record(text)
    (mine,) = [a for a in told.actors if any(m.text == "they" for m in a.mentions)]
    assert "farmers" in {m.text.split()[-1] for m in mine.mentions}
