"""Who does it, to whom and how many, where words are shared: in rows, in raids, in talks."""

from __future__ import annotations

import pytest

from onrecord.extract.events.numbers.single import all_counts
from onrecord.model.network import WEIGHTS
from tests.extract.test_accused import told
from tests.extract.test_statements_read import record

needs_weights = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


def counted(text: str) -> list[tuple[str, int | None, int | None]]:
    return [(c.what, c.low, c.high) for c in all_counts(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("One U.S. sailor and one Danish pilot have been killed.", 2, 2),
        ("The two drivers, as well as two mechanics, were killed on Monday.", 4, 4),
        ("A bomb killed two Danish soldiers and their interpreter.", 3, 3),
        ("The blast killed a judge and his two guards.", 3, 3),
        ("Gunmen killed a mayor, his wife and two guards.", 4, 4),
        ("Gunmen killed two soldiers, a policeman and three pupils.", 6, 6),
        ("The blast killed at least three policemen and two pupils.", 5, None),
        ("Troops fought rebels, leaving 30 rebels and four soldiers dead.", 34, 34),
        ("The two gunmen who died in the attack were brothers.", 2, 2),
        ("Only one of the four gunmen was killed.", 1, 1),
        ("Two boys aged 12 and 14 were killed.", 2, 2),
    ],
)
def test_all_of_a_row_are_counted(text: str, low: int, high: int | None) -> None:
    assert counted(text) == [("killed", low, high)]


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("The blast killed two people, a teacher and a pupil.", 2),
        ("The blast killed four people, three soldiers and a boy.", 4),
        ("Gunmen killed two soldiers, a spokesman said.", 2),
        ("Gunmen killed two soldiers, a spokesman and a witness said.", 2),
        ("Gunmen killed three guards and burned two cars.", 3),
        ("A bomb killed three policemen and their relatives fled.", 3),
    ],
)
def test_who_is_named_again_or_tells_of_it_is_not_counted(text: str, low: int) -> None:
    assert counted(text) == [("killed", low, low)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Police arrested a man and two women.", [("detained", 3, 3)]),
        ("Police arrested three Danes and a Swede.", [("detained", 4, 4)]),
        ("The four, aged between 16 and 20, were arrested.", [("detained", 4, 4)]),
        ("The boy, 14, was killed.", []),
        ("Three Danes, a Pole and two Turks were hurt.", []),
        ("A teacher, two pupils and a driver were hurt.", [("injured", 4, 4)]),
        ("A car was damaged but no one was hurt.", []),
        ("None of the 20 passengers was hurt.", []),
        ("A judge sentenced 12 men to death.", []),
        ("They stabbed 12 men to death.", [("killed", 12, 12)]),
        ("Gunmen killed a guard and two officers were hurt.",
         [("killed", 1, 1), ("injured", 2, 2)]),
        ("The war has driven two million others from their homes.",
         [("displaced", 2_000_000, 2_000_000)]),
        ("About 40,000 people have been forced from their homes.", [("displaced", 40_000, None)]),
        ("The rebels drove 300 soldiers from the town.", []),
    ],
)  # fmt: skip
def test_other_numbers_are_what_they_are_of(
    text: str, found: list[tuple[str, int | None, int | None]]
) -> None:
    assert counted(text) == found


@needs_weights
@pytest.mark.parametrize(
    ("text", "trigger", "counts"),
    [
        ("The murder sparked riots that left at least 14 people dead.", "murder", []),
        ("The killing of a pupil sparked clashes that left 12 people dead.", "killing", []),
        ("The killing of a pupil sparked clashes that left 12 people dead.", "clashes",
         [("killed", 12)]),
        ("The bombing sparked a fire that killed nine people.", "bombing", [("killed", 9)]),
    ],
)  # fmt: skip
def test_what_a_deed_sparks_has_its_own_dead(
    text: str, trigger: str, counts: list[tuple[str, int]]
) -> None:
    one = next(e for e in record(text).events if e.trigger.text == trigger)
    assert [(c.what, c.low) for c in one.counts] == counts


@needs_weights
@pytest.mark.parametrize(
    ("text", "trigger", "by", "on"),
    [
        ("A Turk, a Swede and a Bosnian were arrested in Oslo.", "arrested", [],
         ["Turk", "Swede", "Bosnian"]),
        ("The Iraqi was shot by soldiers at a checkpoint.", "shot", ["soldiers"], ["Iraqi"]),
        ("Fighting between rebels and the army has killed dozens of people.", "Fighting",
         ["rebels", "army"], ["people"]),
        ("The army and the rebels have killed dozens of people.", "killed", ["army", "rebels"],
         ["people"]),
        ("The two soldiers, as well as two drivers, were killed on Monday during an attack.",
         "attack", [], ["soldiers", "drivers"]),
        ("A mayor, a judge and two pupils were killed.", "killed", [],
         ["mayor", "unnamed judge", "unnamed pupils"]),
        ("The war has killed tens of thousands of people.", "killed", [], ["people"]),
        ("Police killed three militants and arrested another 12.", "arrested", ["police"],
         ["militants"]),
    ],
)  # fmt: skip
def test_all_who_are_named_are_parties(
    text: str, trigger: str, by: list[str], on: list[str]
) -> None:
    assert told(text, trigger)[1:] == (by, on)


@needs_weights
@pytest.mark.parametrize(
    ("text", "trigger", "by"),
    [
        ("The rebels use ambushes, abductions and roadside bombings.", "roadside bombings",
         ["rebels"]),
        ("Police arrested 11 people in raids across Norway.", "raids", ["police"]),
        ("In another attack, gunmen killed three soldiers.", "attack", ["gunmen"]),
        ("The rebels agreed to stop attacks in the north.", "attacks", ["rebels"]),
        ("The army vowed to stop attacks on the town.", "attacks", []),
        ("The minister ordered troops to end attacks.", "attacks", ["troops"]),
        ("The rebels live by kidnapping.", "kidnapping", ["rebels"]),
        ("The army is preparing for an offensive.", "offensive", ["army"]),
        ("Police are preparing for protests.", "protests", []),
        ("Police said they had foiled a plot by rebels to kill the president.", "kill",
         ["rebels"]),
        ("Police foiled a plot to kill the president.", "kill", []),
        ("Police announced the arrest of Ben Lund.", "arrest", ["police"]),
        ("The mayor announced the arrest of Ben Lund.", "arrest", []),
        ("A bomb planted by rebels killed six people.", "killed", ["rebels"]),
        ("Activists said 30 people were killed in shelling by the army.", "shelling", ["army"]),
        ("President Lund is on a visit to Lagos.", "visit", ["Lund"]),
        ("Ada Lund is the most senior Danish official to visit Besk.", "visit", ["Ada Lund"]),
    ],
)  # fmt: skip
def test_the_clause_tells_whose_deed_a_noun_names(text: str, trigger: str, by: list[str]) -> None:
    assert told(text, trigger)[1] == by


@needs_weights
@pytest.mark.parametrize(
    ("text", "trigger", "by", "on"),
    [
        ("Since Ben Lund's killing last year, police have arrested four people.", "killing", [],
         ["Ben Lund"]),
        ("Three men were convicted of plotting to kill Prime Minister Ben Lund.", "kill", [],
         ["Ben Lund"]),
        ("Norway broke ties with Denmark for pardoning four men.", "pardoning", ["Denmark"],
         ["men"]),
        ("The president thanked Mr. Cole for sending troops to Besk.", "sending troops", ["Cole"],
         []),
        ("The men were jailed for al-Qaida-linked bombings.", "bombings", ["men"], []),
        ("Ben Lund was arrested on suspicion of killing a priest.", "killing", ["Ben Lund"],
         ["unnamed priest"]),
        ("Police arrested Ben Lund on charges of murder.", "murder", ["Ben Lund"], []),
        ("A jury found Ben Lund guilty of the murder of a priest.", "murder", ["Ben Lund"],
         ["unnamed priest"]),
        ("Ben Lund confessed to the murder of a priest.", "murder", ["Ben Lund"],
         ["unnamed priest"]),
        ("Norway is holding two men for extradition to Denmark.", "extradition", [], []),
        ("A court acquitted the general of ordering the massacre.", "massacre", [], []),
        ("The government is demanding the group disarm.", "disarm", ["group"], []),
        ("Norway asked the court for permission to impose sanctions on Denmark.",
         "impose sanctions", ["Norway"], ["Denmark"]),
    ],
)  # fmt: skip
def test_who_is_punished_thanked_or_asked_acts(
    text: str, trigger: str, by: list[str], on: list[str]
) -> None:
    assert told(text, trigger)[1:] == (by, on)


@needs_weights
def test_who_is_arrested_for_a_murder_is_only_said_to_have_done_it() -> None:
    one, by, on = told("Two men were arrested for the murder of Ada Cole.", "murder")
    assert (one.status, by, on) == ("alleged", ["men"], ["Ada Cole"])


@needs_weights
@pytest.mark.parametrize(
    ("text", "trigger", "on"),
    [
        ("The army captured the hometown of rebel leader Ben Lund.", "captured", []),
        ("The army captured rebel leader Ben Lund.", "captured", ["Ben Lund"]),
        ("Soldiers were defending their positions from rebel attacks.", "attacks", ["soldiers"]),
        ("Gunmen attacked a bus carrying pilgrims, killing 12.", "attacked", ["pilgrims"]),
        ("Jets bombed rebel sites near the town.", "bombed", ["rebels"]),
        ("Denmark is calling for sanctions against Norway.", "calling for", []),
        ("Soldiers mutinied and ousted the president.", "mutinied", []),
        ("The agency is helping 30,000 refugees in Chad.", "helping", ["refugees"]),
        ("Police launched a manhunt for three soldiers.", "manhunt", ["soldiers"]),
        ("The party is under investigation for fraud.", "investigation", ["party"]),
        ("The brother of a senator killed last year was arrested.", "killed", ["senator"]),
        ("The brother of a senator was killed last year.", "killed", ["brother of a senator"]),
        ("Norway says 14 rebels and two soldiers died in clashes.", "clashes",
         ["rebels", "soldiers"]),
        ("Israel released 200 prisoners as a gesture to President Lund.", "released",
         ["prisoners"]),
        ("The army launched an operation to flush out militants.", "operation", ["militants"]),
        ("The army launched an operation to free the hostages.", "operation", []),
        ("The rebels fired on a checkpoint in a clash in which six soldiers were killed.", "clash",
         ["soldiers"]),
    ],
)  # fmt: skip
def test_whom_it_befalls_is_who_is_hit_and_no_one_near(
    text: str, trigger: str, on: list[str]
) -> None:
    assert told(text, trigger)[2] == on


@needs_weights
@pytest.mark.parametrize(
    ("text", "trigger", "by"),
    [
        ("Officials met at the Foreign Ministry.", "met", ["unnamed officials"]),
        ("Officials met with the Foreign Ministry.", "met with",
         ["unnamed officials", "Foreign Ministry"]),
        ("President Lund hailed his discussions with Mr. Cole.", "discussions", ["Lund", "Cole"]),
        ("Ben Cole flew to Lagos for talks with President Ada Lund.", "talks",
         ["Ben Cole", "Ada Lund"]),
        ("Ada Lund met Ben Cole in Oslo. Their talks lasted three hours.", "talks",
         ["Ada Lund", "Ben Cole"]),
        ("Hundreds of Muslims demonstrated outside the embassy.", "demonstrated", ["Muslims"]),
    ],
)  # fmt: skip
def test_who_meets_and_who_marches(text: str, trigger: str, by: list[str]) -> None:
    assert told(text, trigger)[1] == by


@needs_weights
@pytest.mark.parametrize(
    ("text", "trigger", "on"),
    [
        ("Police fear bombings like the blast that killed 20 people.", "bombings", []),
        ("Police fear bombings like the blast that killed 20 people.", "blast", ["people"]),
        ("The rebels were shot by police during the attack.", "attack", []),
        ("Three soldiers were killed during the attack.", "attack", ["soldiers"]),
    ],
)  # fmt: skip
def test_a_deed_has_its_own_victims(text: str, trigger: str, on: list[str]) -> None:
    assert told(text, trigger)[2] == on


@needs_weights
def test_who_runs_onto_a_mine_strikes_nobody() -> None:
    read = record("Three peacekeepers were killed when their car struck a mine.")
    assert [e.trigger.text for e in read.events] == ["killed"]
    assert not read.events[0].actor


@needs_weights
def test_gunfire_is_no_fire() -> None:
    text = "Two Palestinians were killed by Israeli fire in Gaza."
    assert told(text, "killed")[2] == ["Palestinians"]
    burnt = record("Two Palestinians were killed by a fire in Gaza.")
    assert not [e for e in burnt.events if e.type == "ASSAULT"]
