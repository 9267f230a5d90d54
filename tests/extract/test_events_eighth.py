"""What is taken for granted, what nature does, who gives up a post, and who does it to whom."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from onrecord.records import REPORTER
from tests.extract.test_accused import told
from tests.extract.test_events_parted import event
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        (
            "The embassy urged Danes to leave the valley in the wake of the recent abduction "
            "of two nurses by rebels.",
            "abduction",
            "happened",
        ),
        (
            "The mayor urged shops to close after last week's bombing of a bank.",
            "bombing",
            "happened",
        ),
        ("The junta called on Norway to help the army in its war against the rebels.", "war", None),
        (
            "The herders want back the plateau -- pastures seized by the army in the 1978 war.",
            "seized",
            "happened",
        ),
        (
            "The plan is said to foresee a court for suspects in last month's murder of Ada Lund.",
            "murder",
            "happened",
        ),
        (
            "The party blames the embargo, in place since 1983, for the shortages.",
            "embargo",
            "ongoing",
        ),
    ],
)
def test_what_a_demand_or_claim_takes_for_granted_has_been(
    text: str, trigger: str, status: str | None
) -> None:
    one = event(text, trigger)
    assert one.on_word_of == REPORTER
    assert one.status == (status or "happened")


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The mayor demanded a raid on the camp.", "raid", "hypothetical"),
        ("The envoy said the army seized the pastures in the 1978 war.", "seized", "alleged"),
        ("The general said last month's murder of Ada Lund took minutes.", "murder", "alleged"),
    ],
)
def test_what_is_demanded_or_claimed_itself_stays_on_the_speakers_word(
    text: str, trigger: str, status: str
) -> None:
    one = event(text, trigger)
    assert one.on_word_of != REPORTER
    assert one.status == status


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The envoy will fly home after a meeting with the mayor.", "meeting", "planned"),
        ("The envoy flew home after a meeting with the mayor.", "meeting", "happened"),
        ("Miners will walk out on Monday after talks on pay ended in a row.", "talks", "happened"),
        (
            "The ban is part of a bill that the senate has not yet debated.",
            "ban",
            "planned",
        ),
        ("The ban is part of a bill that the senate passed in 2020.", "ban", "happened"),
        (
            "Clinics will open when the army pulls out of the valley later this year.",
            "pulls out of",
            "planned",
        ),
    ],
)
def test_what_follows_what_is_to_come_is_to_come(text: str, trigger: str, status: str) -> None:
    assert event(text, trigger).status == status


@pytest.mark.parametrize(
    "text",
    [
        "Typhoon Orla turned south on Friday. Before hitting Denmark, Orla killed six people.",
        "Cholera, which kills thousands every year, is back.",
        "Poachers killed six rhinos in the reserve.",
        "The warden said some of the geese were poisoned, while others were captured.",
        "A bear attacked two hikers in the valley.",
        "Wedding guests fired shots in the air.",
        "Ben Lund took his group out of the assembly, forcing fresh elections.",
        "The premier is seeking to win over the clans.",
    ],
)
def test_what_nature_does_and_shots_in_the_air_harm_no_party(text: str) -> None:
    assert record(text).events == ()


@pytest.mark.parametrize(
    ("text", "trigger", "type_", "mode"),
    [
        ("Rebels killed six herders and their goats.", "killed", "ASSAULT", None),
        ("Police fired shots in the air to disperse the fans.", "shots", "ASSAULT", "firearms"),
        ("Rebels fired shots at the mayor.", "shots", "ASSAULT", "firearms"),
        ("The army forced villagers to move.", "forced", "COERCE", "restrict"),
        ("Ben Lund quit the Harvest Party on Friday.", "quit", "RETREAT", "resign"),
        ("Finance Minister Ada Cole left the cabinet on Friday.", "left", "RETREAT", "resign"),
        ("Ada Cole has sent a letter of resignation to the king.", None, "RETREAT", "resign"),
        ("The envoys left the summit early in protest on Friday.", "left", "SANCTION", "withdraw"),
        ("The evacuation of settlers from the hills began.", "evacuation", "RETREAT", "withdraw"),
        ("The evacuation of wounded farmers from the hills began.", "evacuation", "AID", None),
        ("The withdrawal of Danish funding hurt.", "withdrawal", "SANCTION", "discontinue"),
        ("The withdrawal of Danish troops ended.", "withdrawal", "RETREAT", "withdraw"),
        ("The premier faced a revolt of senators.", "revolt", "REJECT", None),
        ("A revolt of soldiers broke out.", "revolt", "PROTEST", "riot"),
        ("Norway received a loan from Denmark in March.", None, "AID", None),
        ("The pact it signed in March binds Norway.", "signed", "AGREE", None),
        ("Militants have been fighting for independence.", "fighting", "ASSAULT", None),
    ],
)
def test_what_act_it_is(text: str, trigger: str | None, type_: str, mode: str | None) -> None:
    found = [e for e in record(text).events if trigger in (None, e.trigger.text)]
    assert [(e.type, e.mode) for e in found] == [(type_, mode)]


def test_a_bomb_that_is_detonated_is_one_blast() -> None:
    one = "Rebels detonated a car bomb near the port, killing six sailors."
    assert [e.trigger.text for e in record(one).events if e.type == "ASSAULT"] == ["detonated"]
    assert event("A car bomb blew up near the port.", "car bomb").mode == "explosives"


@pytest.mark.parametrize(
    ("text", "trigger", "by", "on"),
    [
        ("The coast saw raids along its whole length from the Danes and Turks.", "raids", 2, 0),
        ("The king welcomed a reprimand of two soldiers.", "reprimand", 0, 1),
        ("The court upheld Ben Lund's conviction.", "upheld Ben Lund's conviction", 1, 1),
        ("Ada Cole and Ben Lund are under pressure to resign.", "resign", 2, 0),
        ("Ben Lund, who leads talks with Denmark, fell ill.", "talks", 2, 0),
        (
            "Norway's elder stateswoman, Nobel laureate Ada Cole, was ousted on Friday.",
            "ousted",
            0,
            1,
        ),
        ("The radio said attacks were planned on aid workers.", "attacks", 0, 1),
        ("Sergeants involved in beating a prisoner were held.", "beating", 1, 1),
        ("He blamed the militia for causing the deaths of six herders.", "deaths", 1, 1),
        (
            "The port saw two attacks in 2019, including the country's first car bombing in Lagos, "
            "and fighting between soldiers and rebels.",
            "car bombing",
            0,
            0,
        ),
    ],
)
def test_who_does_it_and_to_whom(text: str, trigger: str, by: int, on: int) -> None:
    _, doers, victims = told(text, trigger)
    assert (len(doers), len(victims)) == (by, on)


def test_who_is_helped_in_doing_it_does_it() -> None:
    text = "Norwegian troops assisted the rebels in overthrowing the king."
    assert told(text, "overthrowing")[1] == ["rebels"]
    assert told(text, "assisted")[1] == ["Norwegian troops"]


def test_those_who_are_to_be_freed_are_no_subjects_above() -> None:
    text = "The woman who guarded the prisoners to be released on Friday was ill."
    assert told(text, "released")[2] == ["prisoners"]


@pytest.mark.parametrize(
    ("text", "trigger", "when", "where"),
    [
        ("A clerk was held for his role in the 1994 massacre in Lagos.", "held", None, None),
        ("Families fled Norway in search of farms in Denmark.", "fled", None, "Norway"),
        ("They grazed on lands that Norway captured in the 1978 war.", "captured", "1978", None),
        ("He was criticized for his speech during last summer's war.", "criticized", None, None),
        (
            "In May six nurses were abducted in Lagos, but later freed.",
            "freed",
            None,
            None,
        ),
        ("The raid took place early Friday.", "raid", "2030-05-03", None),
        (
            "Norway saw a civil war between rebels and the army from 1983 - 89.",
            "war",
            "1983/1989",
            "Norway",
        ),
        (
            "The army shot six people while dispersing a crowd in Lagos.",
            "shot",
            None,
            "Lagos",
        ),
        (
            "In the port city of Lagos, nurses face trouble in delivering aid amid clashes.",
            "clashes",
            None,
            "Lagos",
        ),
        (
            "Norway suffered two attacks in 2019, including a raid on a port.",
            "raid",
            "2019",
            "Norway",
        ),
    ],
)
def test_when_and_where_it_was(
    text: str, trigger: str, when: str | None, where: str | None
) -> None:
    one = event(text, trigger)
    assert (one.when, one.where) == (when, where)


@pytest.mark.parametrize(
    ("text", "trigger", "counts"),
    [
        ("He was convicted of three murders.", "murders", [("killed", 3)]),
        ("He denies the 1987 murders.", "murders", []),
        ("Troops were seen burning the bodies of two dead rebels.", "burning", []),
        (
            "The army did not find the two pilots whose abduction began the war.",
            "abduction",
            [("abducted", 2)],
        ),
        (
            "The war between Norway and Denmark killed about 900 men in Norway and about 70 Danes.",
            "war",
            [("killed", 900), ("killed", 70)],
        ),
    ],
)
def test_how_many(text: str, trigger: str, counts: list[tuple[str, int]]) -> None:
    assert [(c.what, c.low) for c in event(text, trigger).counts] == counts


def test_wars_that_are_fought_are_those_of_both_sides() -> None:
    text = "Norway and Denmark fought two wars - in 1971 and 1984 - over the strait."
    one, doers, _ = told(text, "fought two wars")
    assert (doers, one.when) == (["Norway", "Denmark"], None)
