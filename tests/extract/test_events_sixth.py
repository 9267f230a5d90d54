"""What is only a choice or a condition, what is no more done, when and where it was."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_accused import told
from tests.extract.test_events_parted import event
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("China spoke of the regional summit, which officially begins Monday.", "summit",
         "planned"),
        ("The summit, which began Monday, ended in failure.", "summit", "happened"),
        ("The council has six options, ranging from keeping the status quo to a full withdrawal "
         "of the peacekeepers.", "withdrawal", "hypothetical"),
        ("The options include a withdrawal of troops and new sanctions.", "sanctions",
         "hypothetical"),
        ("Fighters who surrender their arms will be integrated into the army, the minister said.",
         "surrender their arms", "hypothetical"),
        ("Rebels who attacked the port will be tried, the minister said.", "attacked", "alleged"),
        ("Norway said it no longer wanted U.N. food aid.", "food aid", "hypothetical"),
        ("Norway has warned the United States not to attack its nuclear plants.", "attack",
         "hypothetical"),
        ("Norway warned Washington not to play with fire by repeatedly threatening Oslo.",
         "threatening", "alleged"),
        ("The two states differed on whether the missiles were launched as a test or by mistake.",
         "launched", "alleged"),
        ("It is unclear whether the missiles were launched.", "launched", "hypothetical"),
        ("Norway has offered no public information about the missile launches.",
         "missile launches", "happened"),
        ("A victory made him the first Norwegian leader to visit Cairo in four decades.", "visit",
         "happened"),
        ("President Lund has telephoned his Danish counterpart Ben Cole to express his support.",
         "express his support", "happened"),
        ("President Lund travelled to Oslo to express his support.", "express his support",
         "hypothetical"),
    ],
)  # fmt: skip
def test_whether_it_was(text: str, trigger: str, status: str) -> None:
    assert event(text, trigger).status == status


@pytest.mark.parametrize(
    ("text", "trigger", "type_", "status"),
    [
        ("Norway's decision to stop allowing the United Nations to distribute food was criticized.",
         "allowing", "REJECT", "hypothetical"),
        ("Norway stopped providing aid to the rebels.", "providing aid", "SANCTION", "happened"),
        ("The militants said they are ending a truce with Israel.", "ending a truce", "REJECT",
         "alleged"),
        ("Both Norway and Denmark have increased troops along their border.", "increased troops",
         "MOBILIZE", "happened"),
        ("The United Nations removed some staff from Ivory Coast.", "removed some staff",
         "RETREAT", "happened"),
        ("Egyptian forces resealed the border on February 3.", "resealed the border", "COERCE",
         "happened"),
        ("He works for a newspaper that the Malawian government tried to ban.", "ban",
         "COERCE", "hypothetical"),
        ("An appeals court overturned the conviction of Ben Lund.", "overturned the conviction",
         "CONCEDE", "happened"),
    ],
)  # fmt: skip
def test_what_was_left_out(text: str, trigger: str, type_: str, status: str) -> None:
    one = event(text, trigger)
    assert (one.type, one.status) == (type_, status)


def test_a_file_is_handed_to_whom_stands_before_it() -> None:
    text = "Norwegian authorities Friday turned over to U.N. prosecutors a secret file on the case."
    one, by, on = told(text, "turned over")
    assert (one.type, by, on) == ("COOPERATE", ["Norway"], ["unnamed U.N. prosecutors"])
    kept = "The doctors refused to hand over the documents."
    assert [e.trigger.text for e in record(kept).events] == ["refused"]


def test_who_is_not_stopped_is_not_refused() -> None:
    text = "Syria is refusing to stop insurgents from entering Iraq, the minister said."
    assert told(text, "refusing")[1:] == (["Syria"], [])
    assert "entering" not in [e.trigger.text for e in record(text).events]
    assert event("The rebels entered the town on Monday.", "entered").type == "ASSAULT"


@pytest.mark.parametrize(
    ("text", "trigger", "when"),
    [
        ("President Lund suggested holding such a conference Wednesday after meeting the king.",
         "holding such a conference", None),
        ("Thursday, China ruled out holding a meeting with Norway.", "holding a meeting", None),
        ("The next round of talks is scheduled for November.", "talks", "2030-11"),
        ("The army will withdraw by March.", "withdraw", "2031-03"),
        ("The army had withdrawn by March.", "withdrawn", None),
        ("Police launched a raid early Tuesday and detained nine suspects.", "detained",
         "2030-04-30"),
        ("The borders have been sealed following a violent takeover by the rebels last year.",
         "sealed", None),
        ("They shelled the port in March and attacked the town in April.", "attacked", "2030-04"),
    ],
)  # fmt: skip
def test_when_it_was(text: str, trigger: str, when: str | None) -> None:
    assert event(text, trigger).when == when


@pytest.mark.parametrize(
    ("text", "trigger", "where"),
    [
        ("In Norway, 17 members of the militia laid down their arms and surrendered to the police.",
         "surrendered", "Norway"),
        ("In Belgrade, visiting French Foreign Minister Luc Blanc urged officials to go.",
         "visiting", "Belgrade"),
        ("King Ben Lund arrived in India from China on Tuesday.", "arrived in", "India"),
        ("The premier said Norway would pull its troops out of Iraq next year.",
         "pull its troops", "Iraq"),
        ("The group planned to stage an attack somewhere in Denmark.", "attack", "Denmark"),
        ("Greece has seen several rounds of riots this year.", "riots", "Greece"),
    ],
)  # fmt: skip
def test_where_it_was(text: str, trigger: str, where: str) -> None:
    assert event(text, trigger).where == where


@pytest.mark.parametrize(
    ("text", "trigger", "by", "on"),
    [
        ("The blockade was stepped up due to a surge in border clashes between the Israeli "
         "military and Palestinian militants.", "border clashes",
         ["Israeli military", "Palestinian militants"], []),
        ("The rebels were killed after attacking a post.", "killed", [], ["rebels"]),
        ("The rebels were killed after attacking a post.", "attacking", ["rebels"], []),
        ("President Lund suggested holding a conference after meeting in Cairo with Egyptian "
         "President Ben Cole.", "meeting", ["Lund", "Ben Cole"], []),
        ("Gunmen stormed a club for United Nations workers.", "stormed", ["gunmen"],
         ["United Nations workers"]),
    ],
)  # fmt: skip
def test_the_parties_of_each(text: str, trigger: str, by: list[str], on: list[str]) -> None:
    assert told(text, trigger)[1:] == (by, on)


def test_closing_ones_own_plants_shuts_nobody_out() -> None:
    assert not record("The agency said it would close its plants in Norway.").events
    assert event("Norway closed its border.", "closed its border").type == "COERCE"


@pytest.mark.parametrize(
    ("text", "trigger", "by", "on"),
    [
        ("U.S. officials say Washington has begun to press Damascus to arrest certain Iraqis.",
         "arrest", ["Syria"], ["Iraqis"]),
        ("The premier has called on the kidnappers of a German woman taken hostage in Iraq to "
         "release the woman.", "taken hostage", [], ["German woman"]),
        ("The newspaper also quoted Norway's ambassador to the United States Ben Lund rejecting "
         "the allegations as unfounded.", "rejecting", ["Ben Lund"], []),
        ("Norwegian President Ben Lund offered an amnesty to rank-and-file rebel fighters.",
         "offered an amnesty", ["Ben Lund"], ["rank-and-file rebel fighters"]),
        ("The envoy said officials obstructed his mission, particularly when visiting prisons.",
         "obstructed", ["unnamed officials"], ["unnamed envoy"]),
        ("The envoy said officials obstructed his mission, particularly when visiting prisons.",
         "visiting", [], []),
        ("Officials say at least six suspected rebels have been killed and 15 arrested.",
         "arrested", [], ["suspected rebels"]),
        ("Pyongyang said nothing. A senior diplomat, Li Gun, repeated Pyongyang's refusal to "
         "return to talks.", "refusal", ["North Korea"], []),
        ("Egypt said it will no longer tolerate Palestinians trying to enter.", "tolerate",
         ["Egypt"], ["Palestinians"]),
    ],
)  # fmt: skip
def test_who_is_asked_or_quoted(text: str, trigger: str, by: list[str], on: list[str]) -> None:
    one, *found = told(text, trigger)
    assert found == [by, on]
    assert one.status != "denied"


def test_a_day_between_subject_and_verb_is_the_verbs() -> None:
    text = "The daily says police Thursday seized an unlicensed gun during a search of homes."
    assert event(text, "seized").when == "2030-05-02"


@pytest.mark.parametrize(
    ("text", "trigger", "by", "on", "where"),
    [
        ("Police launched a raid early Tuesday and detained nine suspects in Lagos.", "raid",
         ["police"], [], "Lagos"),
        ("The army launched an offensive to recapture the town.", "recapture", ["army"], [], None),
        ("The army repelled an assault to retake the town.", "retake", [], [], None),
        ("U.S. fighter jets scrambled to protect Kurdish forces.", "scrambled",
         ["U.S. fighter jets"], ["Kurdish forces"], None),
        ("Norway has re-opened its border crossing.", "re-opened its border crossing",
         ["Norway"], [], None),
    ],
)  # fmt: skip
def test_raids_and_offensives(
    text: str, trigger: str, by: list[str], on: list[str], where: str | None
) -> None:
    one, *found = told(text, trigger)
    assert (found, one.where) == ([by, on], where)


def test_deaths_among_people_are_theirs() -> None:
    _, by, on = told("The raids led to numerous deaths among the villagers.", "deaths")
    assert (by, on) == ([], ["villagers"])


def test_whom_a_call_is_for_is_asked_and_acts() -> None:
    text = (
        "Some senators have called for Norway and allies to raise a naval force to fight Ansar in "
        "Somalia and Yemen."
    )
    assert told(text, "called for")[2] == ["Norway", "allies"]
    text = "The envoy renewed his push for Syria to free the prisoners. Syria refused."
    assert told(text, "free")[1] == ["Syria"]


def test_a_siege_that_is_to_be_broken_is_there() -> None:
    text = "The rebels launched an assault to retake the road and break the regime siege of Lun."
    assert event(text, "siege").status == "happened"


def test_and_accused_is_a_second_verb() -> None:
    text = "Lund defended his record and accused officials of fraud."
    assert told(text, "accused")[1:] == (["Lund"], ["unnamed officials"])
    text = "Lund proclaimed his innocence and accused aides opposed to his views of a plot."
    assert told(text, "accused")[1:] == (["Lund"], ["unnamed aides"])
    text = "The court freed two officers and accused spies of the north."
    assert "ACCUSE" not in [e.type for e in record(text).events]


@pytest.mark.parametrize(
    ("text", "trigger", "by", "status"),
    [
        ("The two sides have expressed hope at reaching a peace deal.", "reaching a peace deal",
         ["unnamed sides"], "hypothetical"),
        ("Norway expressed interest in arming the rebels.", "arming", ["Norway"], "hypothetical"),
    ],
)  # fmt: skip
def test_whose_hope_it_is(text: str, trigger: str, by: list[str], status: str) -> None:
    one, *found = told(text, trigger)
    assert (found[0], one.status) == (by, status)


def test_who_asks_for_a_release_is_not_who_is_to_be_released() -> None:
    text = (
        "Chancellor Ada Cole has called on the kidnappers of a German woman taken hostage in Iraq "
        "to release her."
    )
    assert told(text, "release")[1:] == (["kidnappers of a German woman"], ["German woman"])
    assert told("The mayor urged the court to free him.", "free")[2] == ["mayor"]


def test_whose_mission_another_relays_is_left_open() -> None:
    text = "The spokesman denied Mr. Hale's claim that officials obstructed his mission."
    assert told(text, "obstructed")[2] == []
