"""Events of invented sentences: those who tell of a deed, those who stand near it, not in it."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_events_parted import event, names
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


def speakers(text: str) -> list[str | None]:
    read = record(text)
    known = {actor.id: actor.name for actor in read.actors}
    return [known.get(s.source.actor or "") if s.source else None for s in read.statements]


def test_a_monitor_that_tells_of_a_blast_has_hurt_nobody() -> None:
    text = "The Yemen Data Monitor confirmed the blast, saying it also wounded 20 people."
    assert names(text, event(text, "wounded").actor) == []


def test_a_province_that_is_called_by_its_country_is_not_the_state() -> None:
    text = (
        "The Syrian government denied it. Nine civilians were killed in an airstrike on Syrias"
        " northwestern province of Idlib, and a raid hit a Syrian village."
    )
    for trigger in ("airstrike", "raid"):
        assert "Syrian government" not in names(text, event(text, trigger).recipient)


def test_whom_somebody_gives_an_interview_was_not_killed_in_what_he_tells_of() -> None:
    text = "The mayor told of a raid on the barracks in an interview with the Norwegian daily VG."
    assert "VG" not in names(text, event(text, "raid").recipient)


def test_a_governor_is_called_by_his_name_and_not_by_his_town() -> None:
    text = "Two men died at an airbase near Nakuru on Friday, Nakuru Governor Ann Keru said."
    (speaker,) = speakers(text)
    assert speaker is not None and "Keru" in speaker


def test_much_of_a_council_is_called_by_the_council() -> None:
    assert speakers("Much of the city council has denied it.") == ["city council"]


@pytest.mark.parametrize(
    "text",
    ["Fresh fighting threatens the ceasefire.", "The new law has threatened a million jobs."],
)
def test_what_endangers_something_has_threatened_nobody(text: str) -> None:
    read = record(text)
    assert not [s for s in read.statements if s.act == "threaten"]
    assert not [e for e in read.events if e.type == "THREATEN"]
    assert not [e for e in read.events if e.status == "threatened"]


def test_who_threatens_is_still_told() -> None:
    assert event("The rebels threatened reprisals.", "reprisals").status == "threatened"
    assert event("The gang threatened the villagers.", "threatened").type == "THREATEN"


def test_what_a_clause_calls_its_own_is_its_subjects_and_not_the_tellers() -> None:
    text = "The ministry said that Norway had stepped up its raids on the camps."
    assert names(text, event(text, "raids").actor) == ["Norway"]


def test_those_who_have_said_nothing_yet_are_not_taken_for_the_speaker() -> None:
    told = speakers("The union said that the troops had left. They added that the port was open.")
    assert "troops" not in told


def test_the_victims_of_an_attack_did_not_carry_it_out() -> None:
    text = "Tests on victims of an attack which killed dozens of people point to gas."
    assert names(text, event(text, "attack").actor) == []


def test_a_toll_that_is_put_somewhere_is_the_source_and_no_town_within_it() -> None:
    text = "An earlier death toll of the raid on the port of Nakuru reported 15 people were killed."
    read = record(text)
    assert [s.source.span.text for s in read.statements if s.source] == [
        "An earlier death toll of the raid on the port of Nakuru"
    ]


def test_the_toll_that_another_takes_the_place_of_is_not_told_of_the_attack() -> None:
    text = "The attack killed 32 men, the office said, updating an earlier toll of 15."
    assert [c.low for c in event(text, "attack").counts] == [32]


def test_what_those_who_died_were_about_was_no_attack() -> None:
    found = record("The raid killed nine fighters as they were entering Nakuru.").events
    assert [e.trigger.text for e in found] == ["raid"]


def test_what_is_received_is_no_guest() -> None:
    found = record("Rebels received ammunition from the coalition on Monday.").events
    assert not [e for e in found if e.type == "CONSULT"]


def test_an_officer_killed_and_two_wounded_suffered_it() -> None:
    text = "Rockets hit the town of Nakuru, one police officer killed and two injured."
    killed = event(text, "killed")
    assert killed.actor == ()
    assert [(c.what, c.low) for c in killed.counts] == [("killed", 1), ("injured", 2)]


def test_who_says_it_in_a_statement_says_it_and_not_what_it_was_posted_on() -> None:
    text = (
        "The Front in a statement posted on its website and the messaging service Telegram said"
        " that it had left the town."
    )
    assert speakers(text) == ["Front"]


def test_a_body_beside_its_name_is_the_body_though_the_comma_is_lost() -> None:
    text = (
        "Nine men died according to the Harbour Watch a local group that relies on volunteers."
        " The group said the town was calm."
    )
    assert len(set(speakers(text))) == 1


@pytest.mark.parametrize(
    ("text", "trigger", "doers", "hit"),
    [
        ("Gunmen shelled the port, leaving 3 sailors killed.", "shelled", ["gunmen"], ["sailors"]),
        (
            "Rebels targeted with mortar shells the city of Nakuru.",
            "targeted",
            ["rebels"],
            [],
        ),
        (
            "The army resumed its bombardment of eastern Mombasa after days of calm they said.",
            "bombardment",
            ["army"],
            [],
        ),
    ],
)
def test_whom_a_deed_befell_where_the_words_stand_in_another_order(
    text: str, trigger: str, doers: list[str], hit: list[str]
) -> None:
    deed = event(text, trigger)
    assert names(text, deed.actor) == doers
    assert names(text, deed.recipient) == hit


def test_a_condition_ends_where_but_begins() -> None:
    text = "They may leave if they put down their arms but the rebels dismissed the offer."
    assert event(text, "dismissed").status == "happened"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Kenyas northern neighbour Ethiopia said it had closed the border.", "Ethiopia"),
        ("The UN envoy for Yemen Martin Doru stressed that the truce held.", "Martin Doru"),
        ("The ambassador to Yemen Martin Doru said the truce held.", "Martin Doru"),
        (
            "The Kenyan government denied it. The administration of U.S. President Ane Holm said"
            " it was appalled.",
            "US government",
        ),
    ],
)
def test_who_speaks_is_told_by_the_name_and_not_by_the_land_beside_it(
    text: str, speaker: str
) -> None:
    assert speakers(text)[-1] == speaker


def test_what_is_believed_to_be_something_believes_nothing() -> None:
    assert speakers("Nine men fled after a gas believed to be chlorine gas was released.") == []


def test_who_steps_up_its_own_deeds_does_them() -> None:
    text = "The rebels hold the port. The army has escalated its attacks on them this week."
    assert names(text, event(text, "attacks").actor) == ["army"]


def test_those_whom_others_are_linked_to_are_promised_nothing() -> None:
    text = "Kenya agreed to send food to villages run by men linked to the Red Brigade."
    found = record(text).events
    known = {actor.id: actor.name for actor in record(text).actors}
    assert all("Brigade" not in known[one] for e in found for one in e.recipient)


def test_the_group_that_adds_something_is_the_one_that_spoke_and_not_one_told_of() -> None:
    text = (
        "The Harbour Rights Monitor said members of the Red Brigade had shot nine sailors."
        " The group added that 19 men were held."
    )
    assert len(set(speakers(text))) == 1


def test_those_who_drive_an_attack_back_kill_and_those_who_attack_are_not_they() -> None:
    text = "Troops repelled the attack, killing 24 insurgents near Nakuru."
    assert names(text, event(text, "repelled").actor) == ["troops"]
    assert [c.low for c in event(text, "repelled").counts] == [24]


def test_one_family_is_no_toll() -> None:
    text = "Five civilians of one family including a child were killed near Nakuru."
    assert [c.low for c in event(text, "killed").counts] == [5]
