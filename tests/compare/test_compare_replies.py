"""What a source answers in its own words within one report, and numbers put to what was counted."""

from __future__ import annotations

import pytest
from accounts import Account

from onrecord.compare import within
from onrecord.records import Link, ReportRecord


def ends(record: ReportRecord) -> list[tuple[str, str, str]]:
    """Kind and ends of the links between statements, without their report's id."""

    def own(link: Link) -> tuple[str, str, str]:
        return link.kind, link.from_.split(":")[1], link.to.split(":")[1]

    kinds = ("denies", "contradicts", "undercuts")
    return sorted(own(link) for link in within(record) if link.kind in kinds)


def test_the_accused_answers_in_a_word_of_the_accusation() -> None:
    a = Account(
        "r",
        "Kalmeria said that Ordavian soldiers crossed the river and burnt a mill. "
        "Rain fell. Ordavia denied that any soldier entered Kalmerian fields.",
    )
    kal = a.actor("Kalmeria", "Kalmeria", country="KAL")
    a.said("accuse", kal, "that Ordavian soldiers crossed the river and burnt a mill")
    ord_ = a.actor("Ordavia", "Ordavia#2|Ordavia", country="ORD")
    a.said("deny", ord_, "that any soldier entered Kalmerian fields", polarity="negative")
    assert ends(a.record()) == [("denies", "s2", "s1")]


def test_there_was_no_such_thing_is_a_denial_and_no_victims_is_none() -> None:
    def told(answer: str) -> list[tuple[str, str, str]]:
        a = Account("r", f"A guard said: fighters hid in the cellar. A nurse said: {answer}.")
        guard = a.actor("guard", "guard", kind="person", named=False)
        a.said("assert", guard, "fighters hid in the cellar")
        nurse = a.actor("nurse", "nurse", kind="person", named=False)
        a.said("assert", nurse, answer, polarity="negative")
        return ends(a.record())

    assert told("there is no cellar") == [("denies", "s2", "s1")]
    assert told("there were no casualties among the fighters") == []


def test_a_charge_that_is_called_false_is_the_nearest_that_accuses() -> None:
    a = Account(
        "r",
        "The union accused Brenta Steel of hiding a leak. A doctor said two men fainted. "
        "Brenta Steel dismissed the allegation as pure invention.",
    )
    union = a.actor("union", "union", kind="other")
    a.said("accuse", union, "Brenta Steel of hiding a leak")
    doctor = a.actor("doctor", "doctor", kind="person", named=False)
    a.said("assert", doctor, "two men fainted")
    firm = a.actor("Brenta Steel", "Brenta Steel#2|Brenta Steel", kind="company", named=True)
    a.said("deny", firm, "the allegation as pure invention", polarity="negative")
    assert ends(a.record()) == [("denies", "s3", "s1")]


def test_who_saw_no_evidence_undercuts_and_denies_nothing() -> None:
    a = Account(
        "r",
        "Police said the bomb was planted by miners. Two monks said they had seen no evidence "
        "of a bomb planted by miners.",
    )
    police = a.actor("police", "Police", kind="office")
    a.said("assert", police, "the bomb was planted by miners")
    monks = a.actor("monks", "monks", kind="people", named=False)
    content = "they had seen no evidence of a bomb planted by miners"
    a.said("assert", monks, content.replace("evidence ", "evidence "), polarity="negative")
    assert ends(a.record()) == [("undercuts", "s2", "s1")]


def test_another_number_for_what_was_counted_contradicts_in_number() -> None:
    def told(later: str) -> list[tuple[str, str | None]]:
        a = Account("r", f"The mayor said that nine people were killed. A surgeon put {later}.")
        mayor = a.actor("mayor", "mayor", kind="person")
        a.said("assert", mayor, "that nine people were killed")
        surgeon = a.actor("surgeon", "surgeon", kind="person", named=False)
        a.said("assert", surgeon, later)
        return [(x.kind, x.slot) for x in within(a.record()) if x.kind == "contradicts"]

    assert told("the number of dead at 14") == [("contradicts", "number")]
    assert told("the number of injured at 20 and the number of dead at 14") == [
        ("contradicts", "number")
    ]
    assert told("the toll as nine") == []
    assert told("the number of dead militants at 14") == []


def test_what_is_only_planned_is_not_answered_by_a_denial_of_the_past() -> None:
    a = Account(
        "r",
        "Kalmeria said Ordavia is planning a gas attack. "
        "Ordavia denied ever using gas in an attack.",
    )
    kal = a.actor("Kalmeria", "Kalmeria", country="KAL")
    s = a.said("accuse", kal, "Ordavia is planning a gas attack")
    ord_ = a.actor("Ordavia", "Ordavia#2|Ordavia", country="ORD")
    a.event("gas attack", status="planned", on_word_of=s, actor=(ord_,))
    a.said("deny", ord_, "ever using gas in an attack", polarity="negative")
    assert ends(a.record()) == []


def test_no_information_about_the_incident_undercuts_what_was_told_of_it() -> None:
    a = Account(
        "r",
        "Kalmeria said two guards were shot at the pier. Grain was cheap, a baker said. "
        "Latria said it had no information about the incident.",
    )
    kal = a.actor("Kalmeria", "Kalmeria", country="KAL")
    s = a.said("assert", kal, "two guards were shot at the pier")
    a.event("shot", on_word_of=s, status="alleged")
    baker = a.actor("baker", "baker", kind="person", named=False)
    a.said("assert", baker, "Grain was cheap")
    lat = a.actor("Latria", "Latria", country="LAT")
    a.said("disclaim", lat, "it had no information about the incident")
    assert ends(a.record()) == [("undercuts", "s3", "s1")]


def test_two_who_say_that_it_was_not_are_not_at_odds() -> None:
    a = Account(
        "r",
        "The rebels said they freed the men and that no ransom was paid. "
        "A minister said Kalmeria did not pay a ransom.",
    )
    rebels = a.actor("rebels", "rebels", kind="armed_group")
    a.said("assert", rebels, "they freed the men and that no ransom was paid")
    minister = a.actor("minister", "minister", kind="person")
    a.said("assert", minister, "Kalmeria did not pay a ransom", polarity="negative")
    assert ends(a.record()) == []


def test_that_claim_is_the_one_right_before_and_that_figure_one_that_counts() -> None:
    a = Account(
        "r",
        "Miners accused Brenta Steel of hiding a leak. A guard said fighters hid in a barn. "
        "Two nurses rejected that claim. Doctors put the dead at 61. The centre could not confirm "
        "that figure.",
    )
    miners = a.actor("miners", "Miners", kind="people")
    a.said("accuse", miners, "Brenta Steel of hiding a leak")
    guard = a.actor("guard", "guard", kind="person", named=False)
    a.said("assert", guard, "fighters hid in a barn")
    nurses = a.actor("nurses", "nurses", kind="people", named=False)
    a.said("deny", nurses, "that claim", polarity="negative")
    doctors = a.actor("doctors", "Doctors", kind="people", named=False)
    a.said("assert", doctors, "the dead at 61")
    centre = a.actor("centre", "centre", kind="ngo")
    a.said("disclaim", centre, "that figure")
    assert ends(a.record()) == [("denies", "s3", "s2"), ("undercuts", "s5", "s4")]


def test_a_witness_who_does_not_know_one_thing_undercuts_nothing() -> None:
    answer = "rockets fell on the yard when the depot blew up but we dont know if they lit the fuel"
    a = Account("r", f"Police said rockets blew up a depot. A baker said {answer}.")
    police = a.actor("police", "Police", kind="office")
    a.said("assert", police, "rockets blew up a depot")
    baker = a.actor("baker", "baker", kind="person", named=False)
    a.said("disclaim", baker, answer)
    assert ends(a.record()) == []


def two(
    first: str, act: str, content: str, polarity: str = "positive"
) -> list[tuple[str, str, str]]:
    """The links of a report in which a baker tells something and a clerk answers."""
    a = Account("r", f"A baker said {first}. A clerk answered {content}.")
    baker = a.actor("baker", "baker", kind="person", named=False)
    a.said("assert", baker, first)
    clerk = a.actor("clerk", "clerk", kind="person", named=False)
    a.said(act, clerk, content, polarity=polarity)
    kinds = ("denies", "contradicts", "undercuts", "supports")
    own = [(x.kind, x.from_.split(":")[1], x.to.split(":")[1]) for x in within(a.record())]
    return sorted(one for one in own if one[0] in kinds)


def test_who_says_that_it_is_so_supports_and_who_knows_of_none_undercuts() -> None:
    told = "that thieves robbed the granary"
    assert two(told, "confirm", "the report") == [("supports", "s2", "s1")]
    assert two(told, "assert", "that they were right") == [("supports", "s2", "s1")]
    assert two(told, "assert", "that they were late") == []
    assert two(told, "disclaim", "it knew of none") == [("undercuts", "s2", "s1")]


def test_nobody_was_hurt_contradicts_a_toll() -> None:
    told = "that shells killed nine people"
    answer = two(told, "assert", "nobody was killed", "negative")
    assert ("contradicts", "s2", "s1") in answer or ("denies", "s2", "s1") in answer


def test_that_figure_is_the_last_number_of_people_and_no_year() -> None:
    a = Account(
        "r",
        "A clerk said 14 people had died. A baker said he moved there in 2025. "
        "Latria disputed that figure.",
    )
    clerk = a.actor("clerk", "clerk", kind="person", named=False)
    a.said("assert", clerk, "14 people had died")
    baker = a.actor("baker", "baker", kind="person", named=False)
    a.said("assert", baker, "he moved there in 2025")
    latria = a.actor("Latria", "Latria", country="LAT")
    a.said("deny", latria, "that figure", polarity="negative")
    assert ("denies", "s3", "s1") in ends(a.record())


def test_what_was_said_at_first_is_gainsaid_by_what_the_same_source_says_later() -> None:
    def told(cue: str, later: str) -> list[tuple[str, str, str]]:
        text = f"The navy {cue} sinking the ferry. It {later} that a torpedo had struck it."
        a = Account("r", text)
        navy = a.actor("navy", "navy", kind="military", country="LAT")
        a.said("deny", navy, "sinking the ferry", polarity="negative", cue=cue)
        a.said("confirm", navy, "that a torpedo had struck it", cue=later)
        return ends(a.record())

    assert told("at first denied", "later admitted") == [("contradicts", "s2", "s1")]
    assert told("denied", "admitted") == []


def test_the_accused_speaks_of_his_own_side_and_answers_the_charge_further_up() -> None:
    def told(answer: str) -> list[tuple[str, str, str]]:
        a = Account(
            "r",
            "Kalmeria accused Ordavia of sending the gunmen. A baker said bread was dear. "
            f"Ordavia said {answer}.",
        )
        kal = a.actor("Kalmeria", "Kalmeria", country="KAL")
        a.said("accuse", kal, "Ordavia of sending the gunmen")
        baker = a.actor("baker", "baker", kind="person", named=False)
        a.said("assert", baker, "bread was dear")
        ord_ = a.actor("Ordavia", "Ordavia|Ordavia#2", country="ORD")
        a.said("deny", ord_, answer, polarity="negative")
        return ends(a.record())

    assert told("nobody of our side fired a bullet") == [("denies", "s3", "s1")]
    assert told("there was no cholera") == []


@pytest.mark.parametrize(
    ("accused", "expected"),
    [
        ("Kalmeria of the incident", [("denies", "s3", "s2")]),
        ("Besk of theft", []),
    ],
)
def test_who_is_accused_and_denies_it_answers_the_accusation(
    accused: str, expected: list[tuple[str, str, str]]
) -> None:
    a = Account(
        "r",
        f"Envoys spoke of a gas leak in Brasnik. Ordavia accused {accused}. "
        "Kalmeria denied carrying out the massacre.",
    )
    envoys = a.actor("envoys", "Envoys", "people", named=False)
    ord_ = a.actor("Ordavia", "Ordavia", country="ORD")
    kal = a.actor("Kalmeria", "Kalmeria", country="KAL")
    a.said("assert", envoys, "a gas leak in Brasnik")
    a.said("accuse", ord_, accused)
    a.said("deny", kal, "carrying out the massacre")
    assert ends(a.record()) == expected


@pytest.mark.parametrize(("cue", "answered"), [("had said", True), ("later said", False)])
def test_what_somebody_had_said_is_answered_before_it_is_told(cue: str, answered: bool) -> None:
    a = Account("r1", f"The army knew nothing of a drone strike. Farmers {cue} a drone hit a barn.")
    army = a.actor("army", "The army", "military", country="ORD", named=True)
    farmers = a.actor("farmers", "Farmers", "people")
    a.said("disclaim", army, "knew nothing of a drone strike")
    a.said("assert", farmers, "a drone hit a barn", cue=cue)
    found = [(x.from_, x.to) for x in within(a.record()) if x.kind == "undercuts"]
    assert found == ([("r1:s1", "r1:s2")] if answered else [])


@pytest.mark.parametrize(
    ("first", "second", "differ"),
    [
        ("the death toll at six", "nine people had been killed", True),
        ("the number of evacuated at 24,000", "at least 31,000 had fled", True),
        ("three people had been killed", "there were no deaths", True),
        ("17 fighters had been killed", "none of its men had been killed", False),
        ("the death toll at six", "nine had been injured", False),
        ("the death toll at six", "at least six people had been killed", False),
    ],
)
def test_counts_of_what_the_report_is_about(first: str, second: str, differ: bool) -> None:
    a = Account("r1", f"A raid on Lun. The mayor told of {first}. Police said {second}.")
    mayor = a.actor("mayor", "The mayor", "person")
    police = a.actor("police", "Police", "office", country="ORD", named=True)
    a.said("assert", mayor, first, cue="told")
    negative = "none" in second or "no deaths" in second
    polarity = {"polarity": "negative"} if negative else {}
    a.said("assert", police, second, cue="said", **polarity)
    found = [(x.from_, x.to) for x in within(a.record()) if x.slot == "number"]
    assert found == ([("r1:s2", "r1:s1")] if differ else [])


def test_who_knows_of_no_decision_speaks_of_what_is_yet_to_be() -> None:
    a = Account(
        "r",
        "A clerk said the navy planned to close the strait. "
        "The chairwoman said she was not aware of any decision to close anything.",
    )
    clerk = a.actor("clerk", "clerk", kind="person", named=False)
    told = a.said("assert", clerk, "the navy planned to close the strait")
    a.event("close", type="COERCE", status="planned", on_word_of=told)
    chair = a.actor("chairwoman", "chairwoman", kind="person", named=False)
    a.said("disclaim", chair, "she was not aware of any decision to close anything")
    assert ends(a.record()) == [("undercuts", "s2", "s1")]
