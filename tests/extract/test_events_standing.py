"""What events are held to be, asked, feared or taken for granted; their days and places."""

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
        ("Police arrested six men suspected of plotting to bomb a bank.", "bomb", "alleged"),
        ("Police held two men suspected of helping fund the rebels.", "fund", "alleged"),
        ("The guard accused of shooting the boy was freed on bail.", "shooting", "alleged"),
        ("A man arrested for killing a judge escaped on Sunday.", "killing", "alleged"),
        (
            "Police hunted a gang believed to have robbed and killed a man.",
            "killed",
            "alleged",
        ),
        ("They were held on suspicion of planning bomb attacks.", "bomb attacks", "alleged"),
        ("A woman wanted for killing a judge was caught on Sunday.", "killing", "alleged"),
        ("A man wanted for murder was arrested on Monday.", "murder", "alleged"),
        ("Jan Holt, wanted for the murder of a judge, was caught.", "murder", "happened"),
        ("A man convicted of murdering three girls was hanged.", "murdering", "happened"),
        ("A man jailed for killing a boy was freed on Monday.", "killing", "happened"),
        ("The rebels were paid for freeing the hostages.", "freeing", "happened"),
        ("He was known to have killed two men.", "killed", "happened"),
    ],
)
def test_who_is_held_to_have_done_it_may_not_have(text: str, trigger: str, status: str) -> None:
    one = event(text, trigger)
    assert (one.status, one.on_word_of) == (status, "reporter")


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The king ordered the army to end attacks on the camp.", "attacks", "alleged"),
        ("The rebels said they will not stop attacks until he leaves.", "attacks", "alleged"),
        ("The rebels must cease their practice of kidnapping nurses, he said.", "kidnapping",
         "alleged"),
        ("Observers say Norway has failed to disarm them and stop attacking farms.", "attacking",
         "alleged"),
        ("The king vowed to avenge the killing of his son.", "killing", "alleged"),
        ("Norway threatened to veto a text condemning the raid.", "raid", "alleged"),
        ("A court ordered them held over a role in the murder of a judge.", "murder", "happened"),
        ("The prosecutor accused four men of backing a 2002 coup.", "coup", "happened"),
        ("They were being questioned about the bombing of a bank in Oslo.", "bombing", "happened"),
        ("The latest attempt to kill the king could have been staged.", "kill", "happened"),
        ("They fled after failing in an attempt to bomb a refinery.", "bomb", "happened"),
        ("She is the most senior minister to visit Kosovo since May.", "visit", "happened"),
        ("He did not say who had killed the envoy.", "killed", "happened"),
        ("Police failed to prevent the attack.", "attack", "happened"),
        ("The talks failed on Monday.", "talks", "happened"),
        ("Thousands marched in Lagos to demand the release of Ada Cole.", "demand", "happened"),
        ("The U.N. demanded that the attacks end.", "attacks", "alleged"),
        ("Rebels must stop attacking convoys, he said.", "attacking", "alleged"),
        # Near misses.
        ("Measures to stop future attacks were agreed.", "attacks", "planned"),
        ("Police foiled an attempt to kill the king.", "kill", "hypothetical"),
        ("The rebels fired in an attempt to free the prisoners.", "free", "hypothetical"),
        ("He did not say whether the envoy had been killed.", "killed", "hypothetical"),
        ("The army prevented an attack.", "attack", "hypothetical"),
    ],
)  # fmt: skip
def test_what_is_taken_for_granted_has_been(text: str, trigger: str, status: str) -> None:
    assert event(text, trigger).status == status


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("Elections will require cooperation between Norway and Sweden.", "cooperation",
         "hypothetical"),
        ("A nuclear test would be an act of defiance, the minister said.", "nuclear test",
         "hypothetical"),
        ("The report could anger Norway and prompt Sweden to discuss sanctions.", "sanctions",
         "hypothetical"),
        ("The general faces arrest in Chile.", "arrest", "hypothetical"),
        ("He faces deportation to Norway.", "deportation", "hypothetical"),
        ("A judge has ordered four men detained.", "detained", "hypothetical"),
        ("The soldiers were sent to the farm to arrest a rebel.", "arrest", "hypothetical"),
        ("Norway has not ruled out military action against Sweden.", "military action",
         "hypothetical"),
        ("He feared being killed.", "killed", "hypothetical"),
        ("The minister will take part in a meeting in Oslo.", "meeting", "planned"),
        ("The minister arrived in Oslo for the annual meeting of the bloc.", "meeting", "planned"),
        ("The king will visit Norway on Tuesday for talks with the premier.", "talks", "planned"),
        ("The premier was finalizing a deal with the rebels.", "finalizing a deal", "planned"),
        ("The talks, scheduled to begin on Saturday, are to end the war.", "talks", "planned"),
        ("The hostages were to be freed on Monday.", "freed", "planned"),
        ("Unions have called a general strike for Monday.", "general strike", "planned"),
        ("The parliament voted to send troops to Sudan.", "send troops", "planned"),
        ("They broke up a cell planning attacks on trains.", "attacks", "planned"),
        ("The gunmen were planning another attack.", "attack", "planned"),
        ("They will be held until a panel concludes its investigation.", "investigation",
         "ongoing"),
        ("Norway is not taking part in any exercises, the ministry said.", "exercises", "denied"),
        ("Reports of an attack on the palace proved false.", "attack", "denied"),
        ("The army says it has no plans to attack.", "attack", "denied"),
        ("The supposed attack never took place.", "attack", "denied"),
        ("The rebels talked of attacking the town.", "attacking", "hypothetical"),
        ("An attack on Norway is not imminent, he said.", "attack", "hypothetical"),
        ("Police are on alert for attacks.", "attacks", "hypothetical"),
        ("The hostages were probably killed by rebels.", "killed", "alleged"),
        ("He pleaded not guilty to killing nine people.", "killing", "denied"),
        ("Al-Qaida is promising more attacks on plants.", "attacks", "threatened"),
        # Near misses.
        ("The minister took part in a meeting in Oslo.", "meeting", "happened"),
        ("The country faced attacks by rebels in March.", "attacks", "happened"),
        ("The council voted to condemn the raid.", "condemn", "happened"),
        ("Reports of an attack on the palace were confirmed.", "attack", "alleged"),
        ("The raid, planned for months, killed nine.", "raid", "happened"),
    ],
)  # fmt: skip
def test_what_has_yet_to_be(text: str, trigger: str, status: str) -> None:
    assert event(text, trigger).status == status


def test_what_is_feared_has_neither_the_day_nor_the_dead_of_what_it_is_like() -> None:
    text = "Officials warned of more bombings like the two blasts that killed 20 people in Lagos."
    feared, been = event(text, "bombings"), event(text, "blasts")
    assert (feared.status, feared.where, feared.counts) == ("hypothetical", None, ())
    assert (been.status, been.where, been.on_word_of) == ("happened", "Lagos", "reporter")
    assert [c.low for c in been.counts] == [20]


@pytest.mark.parametrize(
    ("text", "trigger", "where"),
    [
        ("Gunmen shot a man for teaching English in eastern Afghanistan.", "shot", "Afghanistan"),
        ("He was leaving a school in Kandahar when he was killed.", "killed", "Kandahar"),
        ("A bomb exploded as the judge's car passed through Kirkuk.", "exploded", "Kirkuk"),
        ("The ministers will meet in the Hungarian capital, Budapest, on Friday.", "meet",
         "Budapest"),
        ("Rebels attacked a convoy north of Goma on Monday.", "attacked", "Goma"),
        ("A former rebel goes on trial Monday in France.", "goes on trial", "France"),
        ("They killed two men and arrested nine during a raid in Goma.", "killed", "Goma"),
        ("The envoy left for Geneva, where he is to meet the rebels.", "meet", "Geneva"),
        ("The king arrived in Cairo on Sunday for talks with the premier.", "talks", "Cairo"),
        ("Two men were killed in fighting with rebels in eastern Afghanistan.", "killed",
         "Afghanistan"),
        ("The blast, in a busy street in Lahore, wounded 40 people.", "blast", "Lahore"),
        ("Forces raided the West Bank town of Jenin on Tuesday.", "raided", "Jenin"),
        # Near misses.
        ("The rebels attacked after a minister in Nigeria threatened them.", "attacked", None),
        ("The army shelled rebels after an attack in Lagos.", "shelled", None),
        ("He was in jail in Norway when his brother was killed.", "killed", None),
        ("A man was arrested for killing a judge in Lagos.", "arrested", None),
        ("A former rebel went on trial for killings in Bosnia.", "went on trial", None),
        ("A court sentenced him to death on Sunday for bombings in Kandahar.", "sentenced", None),
        ("More than 6,000 African Union peacekeepers are deployed there.", "deployed", None),
    ],
)  # fmt: skip
def test_where_it_was(text: str, trigger: str, where: str | None) -> None:
    assert event(text, trigger).where == where


@pytest.mark.parametrize(
    ("text", "trigger", "when"),
    [
        ("The March 7 bus and subway bombings in Lagos killed 52.", "subway bombings",
         "2030-03-07"),
        ("They were blamed for the March 3 incident in which a boy was shot.", "shot",
         "2030-03-03"),
        ("In Sunday's violence, a bomb killed four people in Mosul.", "killed", "2030-05-05"),
        ("A foreign invasion ousted the regime in 2001.", "invasion", "2001"),
        ("Rebels killed two officers and captured a third in an ambush on Sunday.", "killed",
         "2030-05-05"),
        # Near misses.
        ("They were arrested three days after the bombing on March 3.", "arrested", None),
        ("An inquiry into the March 3 incident has begun.", "inquiry", None),
        ("The police arrested him and released him on Sunday.", "arrested", None),
        ("The shelling resumed on Tuesday after a two-day truce.", "truce", None),
    ],
)  # fmt: skip
def test_when_it_was(text: str, trigger: str, when: str | None) -> None:
    assert event(text, trigger).when == when


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("Gunmen fired Sunday at a United Nations helicopter.", "fired Sunday at", "ASSAULT"),
        ("Al-Qaida is promising more attacks on plants.", "promising", "THREATEN"),
        ("China will retaliate if Norway raises tariffs, he said.", "retaliate", "SANCTION"),
        ("Norway will retaliate if rockets hit it, he said.", "retaliate", "ASSAULT"),
        ("A mortar round landed near a mosque in Baghdad.", "landed", "ASSAULT"),
        ("A raid set off sectarian violence that left 14 people dead.", "violence", "ASSAULT"),
        ("Sudanese troops will withdraw to the border, he said.", "withdraw to", "CONCEDE"),
        ("Norwegian aircraft struck targets in Sweden.", "struck", "ASSAULT"),
        ("Norway is willing to send troops to Sudan.", "willing", "AGREE"),
        ("Ben Lund was sentenced to 10 years in prison.", "sentenced to", "SANCTION"),
        ("Troops arrived in Oslo on Monday to restore order.", "arrived in", "MOBILIZE"),
        ("Premier Ada Cole arrived in Oslo on Monday.", "arrived in", "CONSULT"),
    ],
)
def test_which_act_it_is(text: str, trigger: str, kind: str) -> None:
    assert event(text, trigger).type == kind


@pytest.mark.parametrize(
    "text",
    [
        "The price of oil hit another record on Friday.",
        "The rebels pose a threat to the town.",
        "The minister left the vehicle.",
        "The king returned on Sunday from a trip to Norway.",
        "He pleaded guilty to fraud.",
        "A raid would damage ties with Norway.",
        "The company hit its targets.",
        "Many young people are willing to join the rebels.",
        "Militants have crossed into the valley.",
    ],
)
def test_what_is_no_act(text: str) -> None:
    assert not [e for e in record(text).events if e.trigger.text != "raid"]


def where_of(text: str, trigger: str) -> list[str | None]:
    """Where the events of a trigger were."""
    return [e.where for e in record(text).events if e.trigger.text == trigger]


@pytest.mark.parametrize(
    ("text", "trigger", "where"),
    [
        ("The army held 12 suspects over the Djibo massacre.", "held", None),
        ("The army held 12 suspects over the Djibo massacre.", "massacre", "Djibo"),
        ("The shelling of Zalambessa went on for hours.", "shelling", "Zalambessa"),
    ],
)
def test_a_deed_that_is_answered_keeps_its_town(text: str, trigger: str, where: str | None) -> None:
    assert where_of(text, trigger) == [where]


def test_those_who_were_held_were_held_whatever_is_denied_of_them() -> None:
    read = record("The minister denied that those arrested were shepherds.")
    (event,) = [e for e in read.events if e.type == "COERCE"]
    assert (event.status, event.on_word_of) == ("happened", "reporter")


@pytest.mark.parametrize("text", ["not behind the raid", "not responsible for the raid"])
def test_who_was_not_behind_it_has_not_done_it(text: str) -> None:
    read = record(f"The Coast Front was {text}, its spokesman Idris Kone said.")
    (event,) = [e for e in read.events if e.type == "ASSAULT"]
    assert event.actor == ()


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("Militants launched rockets at Israel on Friday.", None),
        ("Militants launched rockets in Israel on Friday.", "Israel"),
        ("In Iraq a bomb exploded at an American military base.", "Iraq"),
    ],
)
def test_what_is_fired_at_is_not_where(text: str, where: str | None) -> None:
    (event,) = [e for e in record(text).events if e.type == "ASSAULT"]
    assert event.where == where


def test_a_land_of_several_words_is_one() -> None:
    text = "Poland and the Czech Republic have agreed to start talks with Washington."
    names = {actor.name for actor in record(text).actors}
    assert {"Poland", "Czechia"} <= names and "Republic" not in names


def test_who_promises_a_backlash_threatens() -> None:
    (said,) = record("The militia promised a backlash if its members were indicted.").statements
    assert said.act == "threaten"
