"""Two sources of one report at odds: other tolls and amounts, another doer, another account."""

from __future__ import annotations

from typing import Any

import pytest
from accounts import Account

from onrecord.compare import within

Said = tuple[str, str, str]


def odds(text: str, *said: Said, acts: dict[str, str] | None = None, **kinds: Any) -> list[str]:
    """The slots of the contradictions from the last of two or more statements, each its source,
    its cue and its content. ``acts`` are those that are not assertions, by the source."""
    a = Account("r", text)
    for source, cue, content in said:
        actor = a.actor(source, source, kind=kinds.get(source.split()[-1], "people"), named=False)
        act = (acts or {}).get(source, "assert")
        negative = act == "deny" or content.startswith(("no ", "nobody"))
        polarity = "negative" if negative else "positive"
        a.said(act, actor, content, cue=cue, polarity=polarity)
    last = f"r:s{len(said)}"
    found = (one for one in within(a.record()) if one.kind == "contradicts")
    return sorted(str(one.slot) for one in found if one.from_ == last)


LEAD = ("The Red Cross", "said", "At least 14 people were killed when a dock collapsed")


@pytest.mark.parametrize(
    ("second", "differ"),
    [
        ("the toll was 21", True),
        ("21 people had been killed when the dock collapsed", True),
        ("21 bodies had been brought to the clinic", True),
        ("six bodies had been brought to the clinic", False),  # some of them
        ("only six people had been killed", True),
        ("at least 20 people had been killed", False),
        ("15 people had been killed", False),  # next to the same
        ("21 people had been hurt", False),
        ("nine children were among the dead", False),
        ("21 people had died since the spring", False),
    ],
)
def test_more_dead_than_another_source_has_at_least(second: str, differ: bool) -> None:
    text = f"{LEAD[2]}, {LEAD[0]} said. A doctor told reporters that {second}."
    found = odds(text, LEAD, ("A doctor", "told", second))
    assert found == (["number"] if differ else [])


def test_the_dead_of_another_town_are_others() -> None:
    text = f"{LEAD[2]}, {LEAD[0]} said. In another port, a doctor told us, 21 people were killed."
    assert odds(text, LEAD, ("a doctor", "told", "21 people were killed")) == []
    told = text.replace("In another port, a doctor told us,", "A doctor told us that")
    assert odds(told, LEAD, ("A doctor", "told", "21 people were killed")) == ["number"]


def test_one_ministry_that_raises_its_toll_is_one_source() -> None:
    first = ("The health ministry", "said", "At least 14 people were killed when a dock collapsed")
    text = f"{first[0]} said: {first[2]}. Later the ministry raised the toll to 21."
    assert odds(text, first, ("the ministry", "raised", "the toll to 21"), ministry="office") == []


@pytest.mark.parametrize(("word", "differ"), [("while", True), ("and", False)])
def test_a_count_of_other_words_set_against_the_first(word: str, differ: bool) -> None:
    first = ("A lawyers' group", "said", "eleven people died in the unrest of Kovin")
    then = ("the police", "hold", "four looters lost their lives in a stampede")
    text = f"{first[0]} said {first[2]}, {word} the police hold that {then[2]}."
    assert ("number" in odds(text, first, then)) == differ


def test_hours_are_no_dead() -> None:
    first = ("An observatory", "said", "soldiers waited seven hours while prisoners were massacred")
    then = ("A committee", "told", "53 prisoners were massacred")
    text = f"{first[0]} said {first[2]}. {then[0]} told us that {then[2]}."
    assert odds(text, first, then) == []


@pytest.mark.parametrize(
    ("first", "second", "slot"),
    [
        ("the missile flew 1,400 kilometres", "it flew less than 300 miles", "number"),
        ("the missile flew 980 km", "it flew 1,000 km", None),
        ("rangers burned 140 homes", "12 homes had been burned", "number"),
        ("rangers burned 140 homes", "12 of the homes had been burned by lightning", None),
        ("rangers burned 140 homes", "12 lorries had been burned", None),
        ("15,000 people attended the rally", "the rally drew 90,000 supporters", "number"),
        ("the shoot-out lasted 20 minutes", "it had lasted four hours", "number"),
        ("rebels were 20 km from the capital", "a camp lay 60 km from the capital", None),
        ("40 tonnes of flour reached the town", "another 60 tonnes of flour came", None),
        ("the fire broke out at 4 a.m.", "it had started at about 1 a.m.", "time"),
        ("the fire broke out at 4 a.m.", "it had started at about 4.10 a.m.", None),
        ("the fire broke out at 4 a.m.", "the council had met at 10 a.m.", None),
    ],
)
def test_amounts_of_one_thing(first: str, second: str, slot: str | None) -> None:
    text = f"Officials said {first}. Residents told us that {second}."
    found = odds(text, ("Officials", "said", first), ("Residents", "told", second))
    assert found == ([slot] if slot else [])


@pytest.mark.parametrize(
    ("first", "second", "differ"),
    [
        ("the first shots were fired from the crowd", "they came from the police lines", True),
        ("the first shots were fired from the barracks", "they came from an army post", False),
        ("the shells had come from the rebels' hills", "soldiers had no shells", False),
        ("the barn was burned by looters", "the barn had been set alight by soldiers", True),
        ("the barn was burned by looters", "the mill had been robbed by soldiers", False),
        ("the barn was burned by looters", "it was not burned by soldiers", False),
        ("the barn was burned by looters", "it was burned by soldiers or looters", False),
    ],
)
def test_who_did_it_by_what_he_is(first: str, second: str, differ: bool) -> None:
    text = f"Teachers said {first}. Shopkeepers told us that {second}."
    found = odds(text, ("Teachers", "said", first), ("Shopkeepers", "told", second))
    assert ("who" in found) == differ


@pytest.mark.parametrize(
    ("announced", "differ"),
    [
        ("Accounts of the clash differed.", True),
        ("Villagers gave conflicting accounts.", True),
        ("At first accounts of the clash differed.", False),
        ("Accounts did not differ.", False),
        ("There were many conflicting accounts.", False),
        ("The clash lasted all day.", False),
    ],
)
def test_accounts_that_the_report_says_differ(announced: str, differ: bool) -> None:
    first = ("A miner", "said", "guards had fired without a word")
    second = ("The company", "claimed", "the men had tried to break into the armoury")
    text = f"{announced} A miner said {first[2]}. The company claimed {second[2]}."
    assert odds(text, first, second) == (["whether"] if differ else [])


@pytest.mark.parametrize(
    ("announced", "differ"),
    [
        ("Drivers told a different story.", True),
        ("Drivers contradicted this.", True),
        ("Drivers told us of their day.", False),
        ("Everyone has a different story.", False),
    ],
)
def test_an_account_told_as_another_than_the_one_before(announced: str, differ: bool) -> None:
    first = ("The governor", "said", "the road had been cleared in an hour")
    second = ("Farmers", "remembered", "soldiers had set fire to lorries")
    text = f"The governor said {first[2]}. {announced} Farmers remembered that {second[2]}."
    assert odds(text, first, second) == (["whether"] if differ else [])


def test_what_is_conceded_in_the_sentence_of_a_denial() -> None:
    first = ("The ministry", "denied", "having troops in the valley")
    second = ("a diplomat", "conceded", "a handful of trainers came and went")
    text = f"The ministry denied having troops in the valley, and a diplomat conceded {second[2]}."
    acts = {"The ministry": "deny"}
    assert odds(text, first, second, acts=acts) == ["whether"]
    apart = text.replace(", and a diplomat", ". Of the harvest a diplomat")
    assert odds(apart, first, second, acts=acts) == []


@pytest.mark.parametrize(
    ("first", "second", "differ"),
    [
        ("officers used rubber bullets", "they had removed live rounds from four men", True),
        ("officers used rubber bullets and live rounds", "gunshot wounds were common", False),
        ("it had summoned the envoy", "he had gone there at his own request", True),
        ("all of the dead were militants", "they were farmers", True),
        ("militants had come at noon", "they were farmers", False),
        ("the fire was under control", "it was still spreading", True),
    ],
)
def test_opposite_states_of_force_and_will(first: str, second: str, differ: bool) -> None:
    text = f"The police said {first}. Doctors told us that {second}."
    found = odds(text, ("The police", "said", first), ("Doctors", "told", second))
    assert found == (["whether"] if differ else [])


def test_a_first_account_that_goes_on_with_a_denial_is_taken_back_by_what_is_admitted() -> None:
    text = (
        "The army at first gave the number of dead as nine and denied that the base had fallen; "
        "it acknowledged 52 deaths in May."
    )
    a = Account("r", text)
    army = a.actor("army", "The army", kind="military", named=False)
    a.said("assert", army, "the number of dead as nine", cue="gave")
    a.said("deny", army, "the base had fallen", cue="denied", polarity="negative")
    a.said("confirm", army, "52 deaths", cue="acknowledged")
    found = [(x.from_, x.to) for x in within(a.record()) if x.kind == "contradicts"]
    assert found == [("r:s3", "r:s1")]
