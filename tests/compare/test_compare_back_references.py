"""What "the killings", "that raid", "Sunday's blast" come back to, and what they do not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from accounts import Account
from test_compare_within import pairs

from onrecord.compare import within


def linked(account: Account) -> list[tuple[str, str]]:
    return pairs(within(account.record()), "same_event")


@pytest.mark.parametrize(
    ("noun", "expected"),
    [("killings", [("e2", "e1")]), ("massacre", [("e2", "e1")]), ("kidnappings", [])],
)
def test_the_killings_are_the_ambush_that_killed(
    noun: str, expected: list[tuple[str, str]]
) -> None:
    a = Account("r", f"Nine drivers died in an ambush near Brasnik. The {noun} shocked the valley.")
    a.event("ambush", killed=(9, 9, "Nine"))
    a.event(noun, mode="abduct" if noun == "kidnappings" else None)
    assert linked(a) == expected


def test_the_killings_are_no_act_that_killed_one() -> None:
    a = Account("r", "A baker died in an ambush near Brasnik. The killings shocked the valley.")
    a.event("ambush", killed=(1, 1, "A"))
    a.event("killings")
    assert linked(a) == []


def test_the_massacre_is_none_with_one_dead() -> None:
    a = Account("r", "A baker died in an ambush near Brasnik. The massacre shocked the valley.")
    a.event("ambush", killed=(1, 1, "A"))
    a.event("massacre")
    assert linked(a) == []


def test_the_deaths_of_a_war_are_not_those_of_a_day() -> None:
    text = "A strike on Brasnik killed 18. Kalmeria admitted the deaths of 735 civilians in all."
    a = Account("r", text)
    a.event("strike", killed=(18, 18, "18"))
    a.event("deaths", killed=(735, 735, "735"))
    assert linked(a) == []


@pytest.mark.parametrize(
    ("words", "expected"), [("that raid", [("e3", "e2")]), ("the raid", [("e3", "e2")])]
)
def test_that_raid_is_the_one_told_last(words: str, expected: list[tuple[str, str]]) -> None:
    text = (
        "Jets bombed a market in Brasnik on Monday. In May a raid on Ostrava had killed nine. "
        f"Kalmeria never explained {words}."
    )
    a = Account("r", text)
    a.event("bombed", place=("Brasnik", "Brasnik", 1.0, 1.0), when="2021-03-08")
    a.event("raid", place=("Ostrava", "Ostrava", 9.0, 9.0), when="2020-05")
    a.event("raid#2")
    assert linked(a) == expected


def test_that_raid_is_none_that_is_far() -> None:
    a = Account("r", f"A raid hit Brasnik. {'Nothing else is known. ' * 20}Who led that raid?")
    a.event("raid")
    a.event("raid#2")
    assert linked(a) == []


@pytest.mark.parametrize(
    "told",
    [
        "Villagers said that shelling went on",
        "Villagers fled a drone that hit the well",
        "Villagers said that raid after raid hit them",
        "Villagers conceded that a strike was likely",
    ],
)
def test_that_is_not_always_pointing(told: str) -> None:
    words = {
        "shelling": "shelling",
        "drone that hit": "hit",
        "raid after": "raid",
        "strike": "strike",
    }
    trigger = next(noun for begin, noun in words.items() if begin in told)
    a = Account("r", f"Rebels bombed a post in Brasnik. Gunners hit a mill. {told}.")
    a.event("bombed")
    a.event("hit")
    a.event(f"{trigger}#2" if trigger == "hit" else trigger)
    assert not any("told right before" in link.why for link in within(a.record()))


def test_an_act_is_called_by_its_day() -> None:
    text = "Rebels struck a fuel depot in Brasnik on Monday. Talks go on after Monday's strike."
    a = Account("r", text)
    a.event("struck", when="2021-03-08")
    a.event("strike", when="2021-03-08")
    assert linked(a) == [("e2", "e1")]


def test_what_was_called_so_right_before_is_meant() -> None:
    text = (
        "An air strike killed nine in Brasnik. Two died in a raid on Ostrava. "
        "The raid lasted an hour. The air strike had been denied."
    )
    a = Account("r", text)
    a.event("air strike", killed=(9, 9, "nine"))
    a.event("raid", killed=(2, 2, "Two"))
    a.event("raid#2")
    a.event("air strike#2")
    assert linked(a) == [("e3", "e2"), ("e4", "e1")]


def test_an_act_with_other_numbers_told_right_before_leaves_it_open() -> None:
    text = "Bombs killed nine in Brasnik. Shells hurt four in Ostrava. The attack broke windows."
    a = Account("r", text)
    a.event("killed", killed=(9, 9, "nine"))
    a.event("hurt", killed=(4, 4, "four"))
    a.event("attack")
    assert linked(a) == []


def test_what_a_noun_says_of_itself_decides() -> None:
    text = (
        "Jets bombed a market in Brasnik. Two days later guns struck a school. "
        "The market bombing was denied."
    )
    a = Account("r", text)
    a.event("bombed", when="2021-03-08")
    a.event("struck", when="2021-03-09")
    a.event("market bombing")
    assert linked(a) == [("e3", "e1")]


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("in a message to reporters", [("e2", "e1")]),
        ("in advance", [("e2", "e1")]),
        ("on the mill", []),
        ("in Ostrava", []),
    ],
)
def test_what_a_noun_is_of(behind: str, expected: list[tuple[str, str]]) -> None:
    a = Account("r", f"Rebels blew up a pipeline near Brasnik. Police told of the attack {behind}.")
    a.event("blew up", mode="explosives")
    a.event("attack")
    assert linked(a) == expected


def test_what_it_is_blamed_on_is_not_what_it_is_of() -> None:
    text = "Rebels blew up a pipeline near Brasnik. Police blamed the attack on foreign agents."
    a = Account("r", text)
    a.event("blew up", mode="explosives")
    a.event("attack")
    assert linked(a) == [("e2", "e1")]


def test_a_town_told_behind_is_not_where_it_was() -> None:
    text = (
        "Rebels blew up a pipeline near Brasnik. "
        "Envoys fear the attack could wreck talks in Ostrava."
    )
    a = Account("r", text)
    a.event("blew up", mode="explosives", place=("Brasnik", "Brasnik", 1.0, 1.0))
    a.event("attack")
    a._place("Ostrava", "Ostrava", 9.0, 9.0)
    assert linked(a) == [("e2", "e1")]


def test_a_town_told_before_is_where_it_was() -> None:
    text = "Rebels blew up a pipeline near Brasnik. In Ostrava the attack broke windows."
    a = Account("r", text)
    a.event("blew up", mode="explosives", place=("Brasnik", "Brasnik", 1.0, 1.0))
    a.event("attack")
    a._place("Ostrava", "Ostrava", 9.0, 9.0)
    assert linked(a) == []


def test_the_shelling_is_a_noun() -> None:
    a = Account("r", "Kalmeria shelled a camp near Brasnik. The shelling killed three.")
    a.event("shelled", mode="heavy-weapons")
    a.event("shelling", mode="heavy-weapons")
    assert linked(a) == [("e2", "e1")]


def test_a_siege_of_two_days_is_one() -> None:
    title = "Jail retaken after riot"
    a = Account("r", f"{title}\n\nSoldiers stormed a jail in Brasnik, ending a two-day riot there.")
    a.report = replace(a.report, title=title)
    a.event("riot", type="PROTEST", mode="riot")
    a.event("riot#2", type="PROTEST", mode="riot")
    assert linked(a) == [("e2", "e1")]


def test_strikes_of_a_whole_war_are_not_those_of_a_day() -> None:
    between = "The valley was quiet for most of the winter. " * 8
    text = f"Strikes on Brasnik killed nine. {between}The truce put an end to the bombardments."
    a = Account("r", text)
    a.event("Strikes", killed=(9, 9, "nine"))
    a.event("bombardments")
    assert linked(a) == []


def test_a_blast_elsewhere_is_not_the_attack_that_is_left() -> None:
    text = (
        "A blast hit the port of Brasnik. It came after an attack on a convoy. "
        "The blast in Ostrava broke windows."
    )
    a = Account("r", text)
    a.event("blast", place=("Brasnik", "Brasnik", 1.0, 1.0))
    a.event("attack")
    a.event("blast#2", place=("Ostrava", "Ostrava", 9.0, 9.0))
    assert linked(a) == []


def test_the_arrests_are_those_of_the_two_who_were_arrested() -> None:
    a = Account("r", "Police arrested two men in Brasnik. Kalmeria called the arrests a farce.")
    a.event("arrested", type="COERCE", mode="arrest", killed=(2, 2, "two"))
    a.event("arrests", type="COERCE", mode="arrest")
    assert linked(a) == [("e2", "e1")]


def test_the_launch_is_the_test() -> None:
    a = Account("r", "Kalmeria told of a missile test on Monday. Ordavia condemned the launch.")
    a.event("missile test", type="MOBILIZE", mode="weapons")
    a.event("launch", type="MOBILIZE", mode="weapons")
    assert linked(a) == [("e2", "e1")]


def test_a_rocket_attack_is_not_what_jets_bombed() -> None:
    a = Account("r", "Jets bombed a camp near Brasnik. Ordavia condemned the rocket attack.")
    a.event("bombed", mode="aerial")
    a.event("rocket attack", mode="heavy-weapons")
    assert linked(a) == []


def test_the_words_around_may_speak_for_the_first() -> None:
    text = (
        "A blast sank a ferry in Brasnik. In May a blast at a mall had hurt two. "
        "The mayor saw the ferry after the blast."
    )
    a = Account("r", text)
    a.event("blast", mode="explosives", when="2021-03-08")
    a.event("blast#2", mode="explosives", when="2020-05")
    a.event("blast#3", mode="explosives")
    assert linked(a) == []
