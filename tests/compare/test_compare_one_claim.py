"""Reports of one matter of which an answer means one claim and not every other."""

from __future__ import annotations

import pytest
from accounts import Account

from onrecord.compare import across, within
from onrecord.compare.accounts.facts import Said, view
from onrecord.compare.accounts.negation import attitude, for_now, pivot
from onrecord.compare.accounts.refrain import refrain
from onrecord.compare.accounts.unaware import unaware_of
from onrecord.compare.between.denying import answers, denying, of_it, only_names
from onrecord.compare.pairs.claims import affirms, sources_are_two
from onrecord.compare.pairs.gainsaid import met, other_doer
from onrecord.records import Report


def claim(id: str, who: str, act: str, content: str, **fields: str) -> Said:
    """One statement that makes up its report."""
    cue = fields.pop("cue", "told reporters")
    account = Account(id, f"{who} {cue}: {content}.", "2021-03-10")
    kind = fields.pop("kind", "government")
    actor = account.actor(who, who, kind=kind, country=fields.pop("country", None))
    statement = account.said(act, actor, content, cue=cue, **fields)
    return view(account.record()).said[statement]


def denied(content: str, who: str = "Ordavia", **fields: str) -> Said:
    return claim("r2", who, "deny", content, polarity="negative", **fields)


def told(content: str, who: str = "Latria", **fields: str) -> Said:
    return claim("r1", who, "assert", content, **fields)


def test_a_report_keeps_coming_back_to_words_that_stand_in_many_of_its_sentences() -> None:
    text = (
        "Otters are back. The otter bill passed. A fine for killing otters was doubled. "
        "Farmers lost ducks. Otter traps are banned."
    )
    assert "otter" in refrain(Report("r", text, "0" * 64))
    assert "duck" not in refrain(Report("r", text, "0" * 64))
    assert not refrain(Report("r", "Otters are back. An otter bit a duck.", "0" * 64))


def test_what_both_reports_are_all_about_ties_no_denial_to_a_claim() -> None:
    beside = " The otter law is old. The otter law is long. The otter law is read out."
    one = Account("r1", f"Latria said that otter law fines had doubled.{beside}", "2021-03-09")
    latria = one.actor("Latria", "Latria", country="LAT")
    one.said("assert", latria, "that otter law fines had doubled")
    for content, kinds in (
        ("that otter law traps were banned", []),
        ("that otter law fines had been doubled", ["denies"]),
    ):
        two = Account("r2", f"Ordavia denied {content}.{beside}", "2021-03-10")
        ordavia = two.actor("Ordavia", "Ordavia", country="ORD")
        two.said("deny", ordavia, content, cue="denied", polarity="negative")
        links = across([one.record(), two.record()])
        assert [x.kind for x in links if x.kind == "denies"] == kinds


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("the ferries were not suspended", {"suspend"}),
        ("there was no exercise at Lysk", {"exercis", "lysk"}),
        ("no prisoners had been exchanged", {"prisoner", "exchang"}),
        ("the raid did not take place", {"raid"}),
        ("it had not used chlorine", {"use", "chemical"}),
        ("no one was hurt in the fire", {"hurt"}),
        ("the ferries ran", set()),
    ],
)
def test_what_a_not_turns_round(text: str, meant: set[str]) -> None:
    assert meant <= pivot(text) and bool(meant) is bool(pivot(text))


@pytest.mark.parametrize("text", ["she does not favour a ban", "he did not regret the killings",
                                  "there was no other offer"])  # fmt: skip
def test_how_somebody_takes_a_thing_is_no_fact(text: str) -> None:
    assert attitude(text)
    assert not attitude("the ferries were not suspended")


def test_what_was_not_so_until_something_was_so_then() -> None:
    assert for_now("they would not name the donor until he had died")
    assert not for_now("they did not name the donor")


def test_a_not_must_meet_what_the_claim_tells() -> None:
    none = told("the ferries to Lysk were not suspended", polarity="negative")
    assert met(none, told("the harbour master suspended all ferries"))
    assert not met(none, told("the ferries to Lysk were full"))
    own = told("we were not evicted", "shopkeepers", kind="people", polarity="negative")
    assert not met(own, told("the tenants of Lysk were evicted"))


def test_a_plain_word_for_saying_denies_only_by_a_not_or_of_a_claim() -> None:
    assert not denying(denied("the new bill is absurd and a danger", cue="said"))
    assert not denying(denied("he did not regret the burning of the ferry", cue="said"))
    assert denying(denied("the report of a fire is absurd", cue="said"))
    assert denying(denied("the burning of the ferry", cue="denied"))
    assert not denying(claim("r2", "Ordavia", "reject", "that it would not sign the pact"))


def test_two_who_say_that_there_was_none_do_not_deny_each_other() -> None:
    none = denied("the boy did not have a gun in his hand", cue="said")
    assert not of_it(none, told("there had been no gun in his hand at all"))
    assert of_it(none, told("the boy had a gun in his hand"))


def test_a_denial_means_no_claim_of_other_states_or_with_a_name_alone_in_common() -> None:
    denial = denied("that a Chinese tug rammed the trawler", country="ORD")
    assert of_it(denial, told("a Chinese tug rammed a trawler off Lysk"))
    assert not of_it(denial, told("a Thai trawler had cut his nets in May"))
    jailed = denied("that the prisoner Orlan had been beaten")
    assert not only_names(jailed, told("warders had beaten the prisoner Orlan"))
    assert not of_it(denied("that she had met Orlan Veld"), told("she voted for Orlan Veld"))


def test_a_rebel_claim_is_no_ministrys_and_nobody_answers_what_is_said_later() -> None:
    denial = denied("the rebels' claim that its troops had carried cholera to Lysk")
    assert not answers(denial, told("cholera had killed 310 people in Lysk", "ministry"))
    rebels = told("its troops had brought cholera to Lysk", "rebels", kind="armed_group")
    assert answers(denial, rebels)
    early = denied("that it had stuffed boxes in Lysk", said="2021-03-08")
    assert answers(early, told("officials stuffed boxes in Lysk", said="2021-03-07"))
    assert not answers(early, told("officials stuffed boxes in Lysk", said="2021-03-09"))


def test_who_tells_that_somebody_denies_affirms_nothing() -> None:
    assert affirms(told("ballot boxes were stuffed in Lysk"))
    assert not affirms(told("The commission denies that ballot boxes were stuffed in Lysk"))
    assert not affirms(told("Ordavia has flatly rejected the charge of arson"))


@pytest.mark.parametrize(
    ("doubt", "unknown"),
    [
        ("it had no information on the whereabouts of the raiders", False),
        ("it had no information on any raiders", True),
        ("it was treated as arson, but he did not know of any threats", False),
        ("it did not know exactly what happened to the raiders", False),
        ("it knew of no connection between the raiders and the bank", False),
        ("it did not know they could have called the raiders", False),
    ],
)
def test_one_aspect_is_unknown_and_the_thing_is_granted(doubt: str, unknown: bool) -> None:
    known = told("arson by raiders had killed nine in Lysk")
    assert unaware_of(claim("r2", "Orland", "disclaim", doubt), known) is unknown


def test_two_who_did_the_same_do_not_bear_each_other_out() -> None:
    rovers = told("that the Rovers had made Brandt an offer")
    assert other_doer(rovers, told("that the Albion made Brandt an offer"))
    assert other_doer(rovers, told("he has made Brandt an offer", "Albion manager"))
    assert not other_doer(rovers, told("he saw an offer to Brandt", "clerk"))
    assert not other_doer(rovers, told("that Brandt had an offer of the Rovers"))


def test_guards_and_a_person_who_may_speak_for_them_are_not_two() -> None:
    shot = "soldiers cut the fence at Lysk"
    guards = told(shot, "border guards", kind="people")
    person = claim("r2", "Katrin Wolk", "assert", shot, kind="person")
    farmers = told(shot, "farmers", kind="people")
    assert not sources_are_two(guards, person)
    assert sources_are_two(farmers, claim("r2", "Lysk Police", "assert", shot, kind="office"))


def counts(text: str, first: str, then: str) -> list[str]:
    """The contradictions between two counts of a report."""
    a = Account("r", text)
    for source, said in (("monitor", first), ("ministry", then)):
        a.said("assert", a.actor(source, source, "ngo"), said, cue="said")
    return [one.kind for one in within(a.record()) if one.slot == "number"]


@pytest.mark.parametrize(
    ("first", "then", "differ"),
    [
        ("22 people had been killed", "31 people had been killed", True),
        ("the bombing campaign had killed hundreds", "31 people had been killed", False),
        ("22 people had been killed", "the army had also lost three men", False),
        ("22 people had been killed", "2200 people had been killed", False),
    ],
)
def test_a_wars_dead_and_those_of_others_are_no_other_count(
    first: str, then: str, differ: bool
) -> None:
    text = f"A raid shook Lysk. The monitor said {first}. The ministry said {then}."
    assert bool(counts(text, first, then)) is differ


def test_nobody_hurt_in_one_raid_says_nothing_of_those_who_died_in_another() -> None:
    text = (
        "A shell hit Lysk. The monitor said three people were killed in Lysk. "
        "A shell fell on Dorn. The ministry said nobody had been hurt."
    )
    a = Account("r", text)
    places = (("Lysk", 50.0, 20.0), ("Dorn", 51.0, 21.0))
    for trigger, (name, lat, lon) in zip(("hit", "fell"), places, strict=True):
        a.event(trigger, place=(name, name, lat, lon))
    a.said("assert", a.actor("monitor", "monitor", "ngo"), "three people were killed in Lysk")
    a.said("assert", a.actor("ministry", "ministry", "ngo"), "nobody had been hurt")
    assert not [one for one in within(a.record()) if one.slot == "number"]
    here = text.replace("A shell fell on Dorn. ", "")
    assert counts(here, "three people were killed in Lysk", "nobody had been hurt")
