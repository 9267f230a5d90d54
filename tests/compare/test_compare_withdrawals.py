"""A threat or a claim that is taken back by whoever made it, in another report."""

from __future__ import annotations

import pytest

from onrecord.compare import across
from onrecord.records import Link
from tests.compare.accounts import Account

UNION = "The tram drivers' union threatened to strike from Monday if the city cut their wages."


def strike() -> Account:
    """A union's threat, with the strike that it holds out."""
    account = Account("r1", UNION, "2031-05-01")
    who = account.actor("tram drivers' union", "The tram drivers' union", "people", named=False)
    account.said(
        "threaten", who, "to strike from Monday if the city cut their wages", said="2031-05-01",
        condition="the city cut their wages", consequence="to strike from Monday",
    )  # fmt: skip
    return account


def links(*accounts: Account) -> list[Link]:
    return [link for link in across([a.record() for a in accounts]) if link.kind == "contradicts"]


@pytest.mark.parametrize(
    ("text", "who", "trigger", "act", "taken_back"),
    [
        ("Tram drivers called off a strike planned for Monday.", "Tram drivers", "called off",
         "strike", True),
        ("The tram drivers' union has suspended the strike that it had announced.",
         "The tram drivers' union", "suspended", "strike", True),
        ("The strike of the tram drivers was cancelled on Sunday.", "the tram drivers", "cancelled",
         "strike", True),
        # another union's strike, and another thing that is suspended
        ("The bakers' union suspended its strike on Sunday.", "The bakers' union", "suspended",
         "strike", False),
        ("The tram drivers' union suspended its march on Sunday.", "The tram drivers' union",
         "suspended", "march", False),
        ("The tram drivers' union suspended two members on Sunday.", "The tram drivers' union",
         "suspended", "", False),
    ],
)  # fmt: skip
def test_a_strike_that_is_called_off_takes_the_threat_back(
    text: str, who: str, trigger: str, act: str, taken_back: bool
) -> None:
    later = Account("r2", text, "2031-05-04")
    by = later.actor(who, who, "people", named=False)
    later.event(trigger, type="RETREAT", actor=(by,), when="2031-05-04")
    if act:
        later.event(act, type="PROTEST", actor=(by,), status="planned")
    found = links(strike(), later)
    assert [link.withdraws for link in found] == [True] * taken_back
    assert all(link.to == "r1:s1" for link in found)


def test_nothing_is_taken_back_before_it_is_threatened() -> None:
    earlier = Account("r0", "Tram drivers called off a strike planned for Friday.", "2031-04-20")
    by = earlier.actor("tram drivers", "Tram drivers", "people", named=False)
    earlier.event("called off", type="RETREAT", actor=(by,), when="2031-04-20")
    earlier.event("strike", type="PROTEST", actor=(by,), status="planned")
    assert links(earlier, strike()) == []


THREAT = "Norway threatened to close its harbours to Danish trawlers if the talks failed."


@pytest.mark.parametrize(
    ("words", "fields", "taken_back"),
    [
        ("it would not close its harbours to trawlers after all", {}, True),
        ("it would no longer close its harbours to Danish boats", {}, True),
        ("it would not hesitate to close its harbours to trawlers", {}, False),
        ("it would not close its harbours to trawlers if Denmark paid",
         {"condition": "if Denmark paid"}, False),
        ("it would not withdraw the threat to close its harbours to trawlers", {}, False),
        ("it had not closed its harbours to trawlers", {}, False),
        ("it would not send its trawlers to Iceland", {}, False),
    ],
)  # fmt: skip
def test_what_will_not_be_done_after_all(
    words: str, fields: dict[str, str], taken_back: bool
) -> None:
    threat = Account("r1", THREAT, "2031-03-10")
    norway = threat.actor("Norway", "Norway", country="NOR")
    threat.said(
        "threaten", norway, "to close its harbours to Danish trawlers if the talks failed",
        condition="the talks failed", consequence="to close its harbours to Danish trawlers",
        said="2031-03-10",
    )  # fmt: skip
    later = Account("r2", f"Norway said {words}.", "2031-03-20")
    who = later.actor("Norway", "Norway", country="NOR")
    later.said("assert", who, words, polarity="negative", said="2031-03-20", **fields)
    assert [link.withdraws for link in links(threat, later)] == [True] * taken_back


def claimed(place: str = "Sarnow") -> Account:
    text = (
        f"The River Brigade claimed responsibility for Sunday's bombing of a barracks in {place}."
    )
    account = Account("r1", text, "2031-06-10")
    who = account.actor("River Brigade", "The River Brigade", "armed_group", named=True)
    said = account.said(
        "confirm", who, f"for Sunday's bombing of a barracks in {place}",
        cue="claimed responsibility", said="2031-06-10",
    )  # fmt: skip
    account.event(
        "bombing", type="ASSAULT", status="alleged", on_word_of=said, when="2031-06-08",
        place=(place, place, 52.1, 21.0),
    )  # fmt: skip
    return account


@pytest.mark.parametrize(("place", "taken_back"), [("Sarnow", True), ("Kolbin", False)])
def test_a_claim_that_is_withdrawn_is_set_against_it(place: str, taken_back: bool) -> None:
    text = f"The River Brigade has withdrawn its claim of the bombing of a barracks in {place}."
    later = Account("r2", text, "2031-06-14")
    who = later.actor("River Brigade", "The River Brigade", "armed_group", named=True)
    later.said(
        "deny", who, f"its claim of the bombing of a barracks in {place}", cue="has withdrawn",
        polarity="negative", said="2031-06-14",
    )  # fmt: skip
    later.event(
        "bombing", type="ASSAULT", status="happened", place=(place, place, 52.1, 21.0)
    )  # fmt: skip
    found = links(claimed(), later)
    assert [(link.from_, link.to) for link in found] == [("r2:s1", "r1:s1")] * taken_back
    assert not any(link.withdraws for link in found)  # a claim is no threat


def test_who_claims_responsibility_claims_what_another_report_tells() -> None:
    text = "A bombing killed six soldiers at a barracks in Sarnow on Sunday."
    first = Account("r0", text, "2031-06-09")
    first.event(
        "bombing", type="ASSAULT", when="2031-06-08", place=("Sarnow", "Sarnow", 52.1, 21.0)
    )
    found = [x for x in across([first.record(), claimed().record()]) if x.kind == "claims"]
    assert [(link.from_, link.to) for link in found] == [("r1:s1", "r0:e1")]


@pytest.mark.parametrize(("who", "one"), [("The River Brigade", True), ("The Hill Brigade", False)])
def test_the_attack_of_one_side_in_a_village_is_its_bombing(who: str, one: bool) -> None:
    text = f"{who} said that its men carried out the attack in Sarnow on Sunday."
    later = Account("r2", text, "2031-06-10")
    by = later.actor(who.removeprefix("The "), who, "armed_group", named=True)
    later.event("attack", actor=(by,), when="2031-06-08", place=("Sarnow", "Sarnow", 52.1, 21.0))
    first = Account(
        "r1", "The River Brigade carried out a bombing in Sarnow on Sunday.", "2031-06-09"
    )
    brigade = first.actor("River Brigade", "The River Brigade", "armed_group", named=True)
    first.event(
        "bombing", actor=(brigade,), when="2031-06-08", place=("Sarnow", "Sarnow", 52.1, 21.0)
    )
    kinds = [x.kind for x in across([first.record(), later.record()])]
    assert ("same_event" in kinds) is one
