"""Who accuses and who is accused; what is dismissed, kept, asked and handed over."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from onrecord.records import Event, ReportRecord
from tests.extract.test_events_parted import event
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


def parties(read: ReportRecord, one: Event) -> tuple[list[str], list[str]]:
    known = {actor.id: actor.name for actor in read.actors}
    return [known[i] for i in one.actor], [known[i] for i in one.recipient]


def told(text: str, trigger: str) -> tuple[Event, list[str], list[str]]:
    read = record(text)
    one = next(e for e in read.events if e.trigger.text == trigger)
    return one, *parties(read, one)


@pytest.mark.parametrize(
    "text",
    [
        "The rebels were accused by the army of shelling the port.",
        "The rebels, accused by the army of shelling the port, denied it.",
        "The rebels, whom the army accused of shelling the port, denied it.",
    ],
)
def test_a_deed_that_somebody_is_accused_of_is_on_the_accusers_word(text: str) -> None:
    read = record(text)
    shelled = next(e for e in read.events if e.trigger.text == "shelling")
    accusing = next(s for s in read.statements if s.act == "accuse")
    known = {actor.id: actor.name for actor in read.actors}
    assert accusing.source is not None and known[accusing.source.actor or ""] == "army"
    assert (shelled.status, shelled.on_word_of) == ("alleged", accusing.id)
    assert parties(read, shelled)[0] == ["rebels"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The army, accused of shelling the port, denied it.", "army"),
        ("German police arrested two teenagers, accused of plotting an attack, on Friday.",
         "German police"),
        ("Blamed by many for the killing of the priest, the general fled.", "unnamed general"),
    ],
)  # fmt: skip
def test_who_is_accused_or_makes_an_arrest_is_not_the_accuser(text: str, who: str) -> None:
    read = record(text)
    known = {actor.id: actor.name for actor in read.actors}
    accusing = [s for s in read.statements if s.act == "accuse" and s.source]
    assert who not in {known.get(s.source.actor or "") for s in accusing if s.source}
    assert not [e for e in read.events if e.type == "ACCUSE" and set(e.actor) & set(e.recipient)]


@pytest.mark.parametrize("verb", ["dismissed", "poured scorn on", "ridiculed", "rejected"])
def test_what_claims_tell_that_somebody_dismisses_is_denied(verb: str) -> None:
    read = record(f"The mayor {verb} claims that the police had shot the boy.")
    one = next(e for e in read.events if e.trigger.text == "shot")
    assert read.statements[0].act == "deny"
    assert one.status == "denied"


def test_a_proposal_that_is_rejected_has_not_been_carried_out() -> None:
    text = "The minister rejected a proposal that the army withdraw from the town."
    one = next(e for e in record(text).events if e.type == "RETREAT")
    assert one.status == "hypothetical"


def test_it_is_not_true_denies_and_takes_what_was_known_of_for_alleged() -> None:
    text = '"It is absolutely not true that the governor knew of the raid," the aide said.'
    read = record(text)
    assert read.statements[0].act == "deny"
    assert [e.status for e in read.events if e.trigger.text == "raid"] == ["alleged"]


def test_to_ask_who_did_it_accuses_nobody() -> None:
    text = '"We must know who was directing the killer," the minister said.'
    assert [s.act for s in record(text).statements] == ["assert"]


def test_what_was_asked_begins_behind_whom_it_was_asked_of() -> None:
    text = "Reporters asked the minister on Monday why the army had shelled the town."
    read = record(text)
    (asked,) = read.statements
    assert [part.text for part in asked.content] == ["why the army had shelled the town"]
    assert not [e for e in read.events if e.type == "REQUEST"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The rebels kept their promise to free the nuns on Tuesday.", "happened"),
        ("The army did not break its promise to free the nuns.", "happened"),
        ("The army could break its promise to free the nuns.", "hypothetical"),
    ],
)
def test_a_promise_kept_is_done(text: str, status: str) -> None:
    read = record(text)
    assert not read.statements
    assert [e.status for e in read.events if e.trigger.text == "free"] == [status]
    assert not [e for e in read.events if e.type == "AGREE"]


def test_a_promise_broken_is_not_done() -> None:
    read = record("The government broke its promise to withdraw its troops from the valley.")
    assert [e.type for e in read.events] == ["REJECT"]


@pytest.mark.parametrize(
    ("text", "kind", "doer", "sufferer"),
    [
        ("Kenya handed over two suspects to the United States on Friday.", ("COERCE", "deport"),
         ["Kenya"], ["unnamed suspects"]),
        ("The company handed over two suspects to the police on Friday.", ("COERCE", "arrest"),
         ["company"], ["unnamed suspects"]),
        ("Guerrillas handed over three engineers to a Red Cross team.", ("RETREAT", "release"),
         ["guerrillas"], ["unnamed engineers"]),
    ],
)  # fmt: skip
def test_who_is_handed_over_and_to_whom_says_what_it_is(
    text: str, kind: tuple[str, str], doer: list[str], sufferer: list[str]
) -> None:
    one, by, on = told(text, "handed over")
    assert ((one.type, one.mode), by, on) == (kind, doer, sufferer)


def test_who_awaits_extradition_is_the_one_extradited() -> None:
    _, _, on = told("Another suspect is awaiting extradition from Britain.", "extradition")
    assert on == ["unnamed suspect"]


def test_a_driver_shot_afterwards_is_no_victim_of_the_blast() -> None:
    text = (
        "The blast left one officer dead and three people wounded before police shot and killed "
        "the attacker."
    )
    _, _, on = told(text, "blast")
    assert on == ["unnamed officer", "people"]
    _, by, shot = told(text, "shot")
    assert (by, shot) == (["police"], ["attacker"])


def test_a_name_taken_off_a_list_expels_nobody() -> None:
    assert not record("The two airlines were removed from the list on Friday.").events


def test_a_prison_term_that_is_sought_is_not_served() -> None:
    text = "Prosecutors had sought a 25-year prison term for the general."
    assert event(text, "prison term").status == "hypothetical"


def test_condolences_promise_nothing() -> None:
    text = "The president offered condolences to the families of the victims on Monday."
    assert [s.act for s in record(text).statements] == ["assert"]


def test_officials_of_two_countries_are_of_neither_alone() -> None:
    read = record("Officials in Kenya and Uganda said rebels burned three villages.")
    speaker = next(a for a in read.actors if a.name.startswith("unnamed officials"))
    assert speaker.country is None


def test_what_is_asked_within_what_is_said_is_no_statement_of_the_speaker() -> None:
    text = "The Pentagon said that the minister is considering urging the president to resign."
    (said,) = record(text).statements
    assert said.content[0].text.endswith("urging the president to resign")


def test_to_charge_with_a_duty_accuses_nobody() -> None:
    text = "The council has charged the inspectors with verifying the destruction of the weapons."
    read = record(text)
    assert not [s for s in read.statements if s.act == "accuse"]
    assert [(e.type, e.status) for e in read.events] == [("ASSAULT", "hypothetical")]


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Residents urged both sides to stop the shelling of the town.", "shelling"),
        ("Oslo demanded that the rebels leave the port that they occupy.", "occupy"),
    ],
)
def test_what_a_demand_takes_for_granted_is_there(text: str, trigger: str) -> None:
    assert event(text, trigger).status == "alleged"


def test_a_demand_that_nothing_be_done_denies_nothing() -> None:
    text = "Lebanon must give guarantees that Israel would not be attacked, the minister said."
    assert event(text, "attacked").status == "hypothetical"


def test_whose_a_body_is_is_no_part_of_its_name() -> None:
    text = "Forces backed by Lebanese Hezbollah fighters entered the town. Hezbollah said it won."
    named = next(a for a in record(text).actors if a.name == "Hezbollah")
    assert len(named.mentions) > 1


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Oslo accused of arming rebels as envoys meet", "Norway"),
        ("Minister criticised for shelling of town", "minister"),
    ],
)
def test_a_headline_tells_who_is_accused_and_not_by_whom(text: str, whom: str) -> None:
    read = record(text)
    one = read.events[0]
    assert one.type == "ACCUSE"
    by, on = parties(read, one)
    assert (by, [name.lower() for name in on]) == ([], [whom.lower()])
    assert not [s for s in read.statements if s.source is not None]


def test_it_is_not_true_alone_denies() -> None:
    text = '"It is absolutely not true," spokeswoman Ane Lund said.'
    assert [s.act for s in record(text).statements] == ["deny"]
