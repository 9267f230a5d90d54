"""Answers that only point at what they answer: "not so", "the agency's claim", "who did it"."""

from __future__ import annotations

from accounts import Account

from onrecord.compare import within
from onrecord.records import ReportRecord


def ends(record: ReportRecord) -> list[tuple[str, str, str]]:
    """Kind and ends of the denials and disclaimers, without their report's id."""
    return sorted(
        (one.kind, one.from_.split(":")[1], one.to.split(":")[1])
        for one in within(record)
        if one.kind in ("denies", "undercuts")
    )


def test_not_so_denies_what_was_said_right_before() -> None:
    a = Account(
        "r",
        "A minister said the envoy had been summoned. "
        "Not so, the embassy said: he had asked to come.",
    )
    minister = a.actor("minister", "minister", kind="person", named=False)
    a.said("assert", minister, "the envoy had been summoned")
    embassy = a.actor("embassy", "embassy", kind="office", named=False)
    a.said("assert", embassy, "Not so", polarity="negative")
    assert ends(a.record()) == [("denies", "s2", "s1")]


def test_that_rejected_as_insulting_is_what_was_said_right_before() -> None:
    a = Account(
        "r",
        "The ministry said the editor had fallen from a window. "
        "His wife rejected that as insulting.",
    )
    ministry = a.actor("ministry", "ministry", kind="office", named=False)
    a.said("assert", ministry, "the editor had fallen from a window")
    wife = a.actor("wife", "wife", kind="person", named=False)
    a.said("reject", wife, "that as insulting", cue="rejected", polarity="negative")
    assert ends(a.record()) == [("denies", "s2", "s1")]


def test_claim_of_an_agency_is_the_one_that_the_sentence_goes_on_to_quote() -> None:
    a = Account(
        "r",
        "Kalmeria rejects the claim of the Upper River News Service, which quoted a colonel as "
        "saying that its riders stole forty sheep.",
    )
    kal = a.actor("Kalmeria", "Kalmeria", country="KAL")
    a.said("deny", kal, "the claim of the Upper River News Service", polarity="negative")
    colonel = a.actor("colonel", "colonel", kind="person", named=False)
    a.said("assert", colonel, "that its riders stole forty sheep")
    assert ends(a.record()) == [("denies", "s1", "s2")]


def findings(noun: str) -> list[tuple[str, str, str]]:
    """The links of a report in which a ministry denies the findings of a ``noun``."""
    a = Account(
        "r",
        "Open Rivers said guards beat forty prisoners. A cook said the bread was old. "
        "A clerk said the roof leaked. A driver said the road was shut. A nurse said it rained. "
        f"The ministry rejected the {noun}’s findings.",
    )
    body = a.actor("Open Rivers", "Open Rivers", kind="ngo")
    a.said("assert", body, "guards beat forty prisoners")
    for name, words in (
        ("cook", "the bread was old"),
        ("clerk", "the roof leaked"),
        ("driver", "the road was shut"),
        ("nurse", "it rained"),
    ):
        a.said("assert", a.actor(name, name, kind="person", named=False), words)
    ministry = a.actor("ministry", "ministry", kind="office", named=False)
    a.said("deny", ministry, f"the {noun}’s findings", polarity="negative")
    return ends(a.record())


def test_findings_of_the_organisation_are_those_of_the_only_one() -> None:
    assert findings("organisation") == [("denies", "s6", "s1")]


def test_findings_of_somebody_who_told_nothing_are_nobodys() -> None:
    assert findings("shepherd") == []


def test_an_accusation_is_nothing_that_is_yet_to_be() -> None:
    a = Account(
        "r",
        "Kalmeria accused Ordavia of arming the raiders. A Kalmerian general said any Ordavian "
        "found in the hills would be treated as a spy. Ordavia called the charge absurd.",
    )
    kal = a.actor("Kalmeria", "Kalmeria", country="KAL")
    ord_ = a.actor("Ordavia", "Ordavia#2|Ordavia|Ordavian", country="ORD")
    a.said("accuse", kal, "Ordavia of arming the raiders")
    general = a.actor("general", "Kalmerian general", kind="person", country="KAL", named=False)
    a.said("assert", general, "any Ordavian found in the hills would be treated as a spy")
    a.said("deny", ord_, "the charge absurd", polarity="negative")
    assert ends(a.record()) == [("denies", "s3", "s1")]


def blamed(answer: str) -> list[tuple[str, str, str]]:
    """The links of a report in which a mission gives ``answer`` to an accusation."""
    a = Account(
        "r",
        "Kalmeria accused Ordavia of shelling the bridge. Bread was short. "
        f"The mission said it could not tell {answer}.",
    )
    kal = a.actor("Kalmeria", "Kalmeria", country="KAL")
    a.actor("Ordavia", "Ordavia", country="ORD")
    a.said("accuse", kal, "Ordavia of shelling the bridge")
    a.event("shelling", type="ASSAULT", status="alleged", on_word_of="r:s1")
    mission = a.actor("mission", "mission", kind="igo", named=False)
    a.said("disclaim", mission, f"it could not tell {answer}")
    return ends(a.record())


def test_who_cannot_say_who_did_it_undercuts_who_accuses() -> None:
    assert blamed("who was responsible") == [("undercuts", "s2", "s1")]
    assert blamed("who had fired") == [("undercuts", "s2", "s1")]
    assert blamed("who would pay for its repair") == []


def test_denied_responsibility_is_for_the_deed_told_of_right_before() -> None:
    a = Account("r", "In March a camp at the ford was shelled. The Front denied responsibility.")
    a.event("shelled", type="ASSAULT", status="happened", on_word_of="reporter")
    front = a.actor("Front", "Front", kind="armed_group")
    a.said("deny", front, "responsibility", polarity="negative")
    assert ends(a.record()) == [("denies", "s1", "e1")]


def test_denied_responsibility_is_for_no_deed_that_another_did() -> None:
    a = Account("r", "In March Ordavia shelled a camp. The Front denied responsibility.")
    ord_ = a.actor("Ordavia", "Ordavia", country="ORD")
    a.event("shelled", type="ASSAULT", status="happened", on_word_of="reporter", actor=(ord_,))
    front = a.actor("Front", "Front", kind="armed_group")
    a.said("deny", front, "responsibility", polarity="negative")
    assert ends(a.record()) == []


def test_denied_holding_her_answers_who_told_of_the_arrest() -> None:
    a = Account(
        "r", "Her paper said the editor had been arrested at home. The ministry denied holding her."
    )
    paper = a.actor("paper", "paper", kind="outlet", named=False)
    a.said("assert", paper, "the editor had been arrested at home")
    a.event("arrested", type="COERCE", status="alleged", on_word_of="r:s1")
    ministry = a.actor("ministry", "ministry", kind="office", named=False)
    a.said("deny", ministry, "holding her", polarity="negative")
    assert ends(a.record()) == [("denies", "s2", "s1")]
