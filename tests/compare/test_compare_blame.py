"""Who is blamed for what was told right before, and who denies no more than to have done it."""

from __future__ import annotations

import pytest
from accounts import Account

from onrecord.compare import across

LUN = ("Lun", "Lun", 50.0, 20.0)
DAY = "2021-03-09"


def ends(*reports: Account) -> set[tuple[str, str, str]]:
    links = across([report.record() for report in reports])
    return {(x.kind, x.from_, x.to) for x in links}


def denial(content: str) -> Account:
    report = Account("r3", f"The Front denied {content}.", "2021-03-11")
    front = report.actor("Front", "The Front", "armed_group", named=True)
    report.said("deny", front, content, cue="denied", polarity="negative")
    return report


def blast(id: str, text: str, trigger: str) -> Account:
    report = Account(id, text)
    report.event(trigger, when=DAY, place=LUN)
    return report


def test_a_bare_accusation_is_of_the_deed_told_before_it() -> None:
    text = "A bomb exploded at a market in Lun on Tuesday. The army blamed the Front."
    report = blast("r1", text, "exploded")
    army = report.actor("army", "The army", "military", country="ORD", named=True)
    report.actor("Front", "the Front", "armed_group", named=True)
    report.said("accuse", army, "the Front", cue="blamed")
    found = ends(report, denial("that it had bombed the market in Lun"))
    assert ("denies", "r3:s1", "r1:s1") in found


def test_a_bare_accusation_far_from_any_deed_is_answered_by_nobody() -> None:
    filler = "The price of bread rose again, and with it that of salt and of oil. " * 6
    text = f"A bomb exploded at a market in Lun on Tuesday. {filler}The army blamed the Front."
    report = blast("r1", text, "exploded")
    army = report.actor("army", "The army", "military", country="ORD", named=True)
    report.actor("Front", "the Front", "armed_group", named=True)
    report.said("accuse", army, "the Front", cue="blamed")
    found = ends(report, denial("that it had bombed the market in Lun"))
    assert ("denies", "r3:s1", "r1:s1") not in found


@pytest.mark.parametrize(
    ("said", "denied"),
    [
        ("the Front bombed the market in Lun", True),
        ("a bomb had hit the market in Lun", False),
    ],
)
def test_who_did_not_do_it_leaves_it_that_it_was_done(said: str, denied: bool) -> None:
    report = Account("r1", f"Police said {said}.")
    police = report.actor("police", "Police", "office", country="ORD", named=True)
    front = report.actor("Front", "Front", "armed_group", named=True) if denied else None
    trigger = "bombed" if denied else "hit"
    report.said("accuse" if denied else "assert", police, said, cue="said")
    report.event(trigger, actor=(front,) if front else (), place=LUN, status="alleged")
    found = ends(report, denial("that it had bombed the market in Lun"))
    assert (("denies", "r3:s1", "r1:s1") in found) is denied


@pytest.mark.parametrize("trigger", ["went off", "exploded", "was detonated"])
def test_a_bomb_goes_off_in_many_words(trigger: str) -> None:
    one = blast("r1", "An explosion in Lun on Tuesday.", "explosion")
    two = blast("r2", f"A bomb {trigger} in Lun on Tuesday.", trigger)
    assert ("same_event", "r2:e1", "r1:e1") in ends(one, two)
