"""Links within one report, on records made by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from accounts import Account

from onrecord.compare import within
from onrecord.records import Link


def pairs(links: tuple[Link, ...], kind: str) -> list[tuple[str, str]]:
    """The ends of the links of a kind, without their report's id."""
    return [(x.from_.split(":")[1], x.to.split(":")[1]) for x in links if x.kind == kind]


def test_a_denial_goes_to_the_attack_that_its_definite_noun_comes_back_to() -> None:
    a = Account(
        "r",
        "A nerve gas attack in Brasnik killed 40. Ordavia then bombed a Kalmerian barracks. "
        "Kalmeria denied that it carried out the attack.",
    )
    kal = a.actor("Kalmeria", "Kalmeria#2", country="KAL")
    ord_ = a.actor("Ordavia", "Ordavia", country="ORD")
    a.event("nerve gas attack", status="alleged", context=("cbrn",))
    a.event("bombed", actor=(ord_,), recipient=(kal,))
    a.said("deny", kal, "that it carried out the attack")
    a.event("attack#2", status="denied", actor=(kal,), on_word_of="r:s1")
    links = within(a.record())
    assert pairs(links, "denies") == [("s1", "e1")]
    (denies,) = [x for x in links if x.kind == "denies"]
    assert all(a.report.text[s.start : s.end] == s.text for _, s in denies.spans)


def test_nobody_denies_what_others_are_said_to_have_done_or_what_is_only_feared() -> None:
    a = Account(
        "r",
        "Ordavia launched a missile attack. Another attack is feared. "
        "Kalmeria denied using chemical weapons.",
    )
    kal = a.actor("Kalmeria", "Kalmeria", country="KAL")
    ord_ = a.actor("Ordavia", "Ordavia", country="ORD")
    a.event("missile attack", actor=(ord_,))
    a.event("attack#2", status="hypothetical")
    a.said("deny", kal, "using chemical weapons")
    assert pairs(within(a.record()), "denies") == []


def test_not_knowing_what_prompted_a_threat_undercuts_its_first_telling() -> None:
    a = Account(
        "r",
        "The Palace said Kalmeria is plotting a raid and warned it will pay. "
        "Two officials did not know what had prompted the threat. "
        "An aide was unaware of the intelligence behind it.",
    )
    palace = a.actor("Palace", "The Palace", "office", country="ORD")
    two = a.actor("unnamed officials", "Two officials", "people", named=False)
    aide = a.actor("unnamed aide", "An aide", "person", named=False)
    a.said("accuse", palace, "Kalmeria is plotting a raid")
    a.said("threaten", palace, "it will pay")
    a.said("disclaim", two, "what had prompted the threat")
    a.said("disclaim", aide, "the intelligence behind it")
    assert pairs(within(a.record()), "undercuts") == [("s3", "s2"), ("s4", "s1")]


@pytest.mark.parametrize(
    ("quoted", "expected"),
    [("face a long winter", [("s2", "s1")]), ("face quite other things", [])],
)
def test_a_lead_that_quotes_words_of_a_later_quotation_tells_the_same(
    quoted: str, expected: list[tuple[str, str]]
) -> None:
    a = Account(
        "r",
        f"The Palace warned that rebels will “{quoted}”. “They will face a long winter,” "
        "Palace spokeswoman Mara Venn said.",
    )
    palace = a.actor("Palace", "The Palace", "office", country="ORD")
    venn = a.actor("Mara Venn", "Palace spokeswoman Mara Venn", "person")
    a.said("threaten", palace, f"that rebels will “{quoted}”", quote="mixed")
    a.said("threaten", venn, "“They will face a long winter,”", quote="direct")
    assert pairs(within(a.record()), "restates") == expected


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        ("the strike on the depot", [("e2", "e1")]),
        ("another strike on the depot", []),
        ("three strikes on the depot", []),
    ],
)
def test_the_strike_is_the_one_told_of_and_another_is_not(
    later: str, expected: list[tuple[str, str]]
) -> None:
    a = Account("r", f"Ordavia carried out a missile strike on Kalmeria. After {later} it rained.")
    ord_ = a.actor("Ordavia", "Ordavia", country="ORD")
    kal = a.actor("Kalmeria", "Kalmeria", country="KAL")
    a.event("missile strike", actor=(ord_,), recipient=(kal,))
    a.event("strikes" if "strikes" in later else "strike#2", actor=(ord_,), recipient=(kal,))
    assert pairs(within(a.record()), "same_event") == expected


def test_events_on_different_days_are_never_one() -> None:
    a = Account(
        "r", "A bombing hit Brasnik on 1 March. The bombing in Brasnik on 3 March was worse."
    )
    at = ("Brasnik", "Brasnik", 50.0, 20.0)
    a.event("bombing", when="2021-03-01", place=at)
    a.event("bombing#2", when="2021-03-03", place=at)
    assert pairs(within(a.record()), "same_event") == []


def test_an_event_in_a_consequence_is_threatened_and_in_a_claim_claimed() -> None:
    a = Account(
        "r", "Ordavia accused rebels of a raid. It said it would bomb them if they attack again."
    )
    ord_ = a.actor("Ordavia", "Ordavia", country="ORD")
    a.said("accuse", ord_, "a raid")
    a.event("raid", status="alleged", on_word_of="r:s1")
    a.said(
        "threaten", ord_, "it would bomb them if they attack again",
        consequence="it would bomb them", condition="they attack again",
    )  # fmt: skip
    a.event("bomb", status="threatened", on_word_of="r:s2")
    a.event("attack", status="hypothetical", on_word_of="r:s2")
    links = within(a.record())
    assert pairs(links, "claims") == [("s1", "e1")]
    assert pairs(links, "threatens") == [("s2", "e2")]
    assert pairs(links, "about") == [("s2", "e3")]


def test_a_report_without_items_has_no_links() -> None:
    assert within(Account("r", "Nothing happened.").record()) == ()


@pytest.mark.parametrize("words", ["it", "the accusations", "such claims"])
def test_a_denial_in_a_word_answers_the_claim_of_another_before_it(words: str) -> None:
    a = Account(
        "r",
        "Ordavia said the market reopened. A lawyer alleged that soldiers shot two men. "
        f"The army of Kalmeria denied {words}.",
    )
    ord_ = a.actor("Ordavia", "Ordavia", country="ORD")
    lawyer = a.actor("lawyer", "A lawyer", "person", named=False)
    army = a.actor("army", "The army of Kalmeria", "military", country="KAL")
    a.said("assert", ord_, "the market reopened")
    a.said("accuse", lawyer, "that soldiers shot two men")
    a.said("deny", army, words)
    assert pairs(within(a.record()), "denies") == [("s3", "s2")]


def test_nobody_denies_their_own_claim_in_a_word() -> None:
    a = Account("r", "Kalmeria said the road was mined. Kalmeria denied it.")
    kal = a.actor("Kalmeria", "Kalmeria|Kalmeria#2", country="KAL")
    a.said("assert", kal, "the road was mined")
    a.said("deny", kal, "it")
    assert pairs(within(a.record()), "denies") == []


def test_who_tells_that_it_is_denied_does_not_claim_it() -> None:
    a = Account("r1", "Kalmeria denies having wiped the land registry, Ana Brel told Latria.")
    kalmeria = a.actor("Kalmeria", "Kalmeria", country="KAL")
    brel = a.actor("Ana Brel", "Ana Brel", kind="person")
    outer = a.said("assert", brel, "Kalmeria denies having wiped the land registry")
    inner = a.said("deny", kalmeria, "having wiped the land registry", polarity="negative",
                   within=outer)  # fmt: skip
    assert not [x for x in within(a.record()) if (x.from_, x.to) == (inner, outer)]


def test_the_lead_tells_the_headlines_event_and_no_later_one() -> None:
    a = Account(
        "r",
        "Ordavia seizes tanker\n\nOrdavia seized a tanker off Brasnik. It had seized a barge.",
    )
    a.report = replace(a.report, title="Ordavia seizes tanker")
    for trigger in ("seizes", "seized", "seized#2"):
        a.event(trigger, type="COERCE", mode="seize")
    assert pairs(within(a.record()), "same_event") == [("e2", "e1")]


def test_whose_version_is_denied_is_who_told_it() -> None:
    a = Account(
        "r",
        "The police said the mob threw bombs. Ordavia said two men died. "
        "Its convenor refuted the police version.",
    )
    police = a.actor("police", "The police", "office")
    ord_ = a.actor("Ordavia", "Ordavia", country="ORD")
    convenor = a.actor("convenor", "Its convenor", "person", named=False)
    a.said("assert", police, "the mob threw bombs")
    a.said("accuse", ord_, "two men died")
    a.said("deny", convenor, "the police version")
    assert pairs(within(a.record()), "denies") == [("s3", "s1")]


@pytest.mark.parametrize("words", ["any involvement", "that as a lie", "the claim as baseless"])
def test_a_denial_of_involvement_or_with_scorn_answers_the_accusation(words: str) -> None:
    a = Account("r", f"Ordavia accused Kalmeria of the raid. Kalmeria denied {words}.")
    ord_ = a.actor("Ordavia", "Ordavia", country="ORD")
    kal = a.actor("Kalmeria", "Kalmeria|Kalmeria#2", country="KAL")
    a.said("accuse", ord_, "Kalmeria of the raid")
    a.said("deny", kal, words)
    assert pairs(within(a.record()), "denies") == [("s2", "s1")]


def test_who_denies_a_part_does_not_answer_for_another_who_is_accused() -> None:
    a = Account("r", "Ordavia accused Kalmeria of coming late. Besk denied any involvement.")
    ord_ = a.actor("Ordavia", "Ordavia", country="ORD")
    a.actor("Kalmeria", "Kalmeria", country="KAL")
    besk = a.actor("Besk", "Besk", country="BSK")
    a.said("accuse", ord_, "Kalmeria of coming late")
    a.said("deny", besk, "any involvement")
    assert pairs(within(a.record()), "denies") == []


@pytest.mark.parametrize(
    ("later", "trigger", "expected"),
    [
        ("the abduction", "abduction", [("e2", "e1")]),
        ("the worst abduction", "abduction", []),
        ("an abduction", "abduction", []),
        ("the bombing", "bombing", []),
    ],
)
def test_a_definite_noun_comes_back_to_the_only_event_that_it_can_mean(
    later: str, trigger: str, expected: list[tuple[str, str]]
) -> None:
    a = Account("r", f"A band claimed the kidnapping of four miners. The army saw {later} at once.")
    a.event("kidnapping")
    a.event(trigger)
    assert pairs(within(a.record()), "same_event") == expected


def test_a_definite_noun_that_may_mean_either_of_two_events_stays_by_itself() -> None:
    a = Account("r", "One kidnapping was in May, one seizure in June. The army saw the abduction.")
    a.event("kidnapping", when="2021-05")
    a.event("seizure", when="2021-06")
    a.event("abduction")
    assert pairs(within(a.record()), "same_event") == []


def test_the_attack_is_what_the_report_is_about_unless_another_was_told_of_last() -> None:
    def meant(between: str) -> list[tuple[str, str]]:
        a = Account(
            "r",
            f"Two drones struck a depot in Tarn on Monday. {between} In May, guards shot at a "
            "car in Belm. The attack shut the road.",
        )
        a.event("struck", when="2021-03-08", place=("Tarn", "Tarn", 10.0, 10.0))
        a.event("shot", when="2020-05", place=("Belm", "Belm", 30.0, 30.0))
        a.event("attack")
        return pairs(within(a.record()), "same_event")

    assert meant("Shops closed. " * 40) == [("e3", "e2")]
    assert meant("Shops closed.") == []


def test_an_attack_on_something_else_is_not_what_the_report_is_about() -> None:
    a = Account(
        "r",
        "Two drones struck a depot in Tarn on Monday. Guards shot at a car in Belm. "
        "The attack on a convoy of doctors was years ago.",
    )
    a.event("struck", place=("Tarn", "Tarn", 10.0, 10.0))
    a.event("shot", place=("Belm", "Belm", 30.0, 30.0))
    a.event("attack")
    assert [x for x in within(a.record()) if x.kind == "same_event"] == []


@pytest.mark.parametrize(("later", "is_it"), [("the blast", True), ("the fighting", False)])
def test_what_is_over_at_once_may_be_the_attack_told_before(later: str, is_it: bool) -> None:
    a = Account("r", f"An attack on a hotel in Brasnik killed 4. A nurse was hurt in {later}.")
    a.event("attack", status="happened")
    a.event(later.removeprefix("the "), status="happened")
    assert pairs(within(a.record()), "same_event") == ([("e2", "e1")] if is_it else [])


def test_the_attack_told_in_the_words_of_the_report_goes_before_any_attack() -> None:
    a = Account(
        "r",
        "An attack on a hotel killed 4. A bomb went off at the port. A nurse died in the blast.",
    )
    a.event("attack", status="happened")
    a.event("bomb", status="happened")
    a.event("blast", status="happened")
    assert pairs(within(a.record()), "same_event") == [("e3", "e2")]
