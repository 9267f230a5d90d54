"""A named person dies once, however it is told; an attempt on them is another matter."""

from __future__ import annotations

import pytest
from accounts import Account

from onrecord.compare import across, within

LUN = ("Lun", "Lun", 50.0, 20.0)
FAR = ("Harne", "Harne", 53.0, 27.0)


def killed(id: str, text: str, trigger: str, name: str = "Ana Roe", **fields: object) -> Account:
    report = Account(id, text, "2021-03-10" if id == "r1" else "2021-05-20")
    whom = report.actor(name, name, "person", named=True)
    report.event(trigger, recipient=(whom,), **fields)
    return report


def same(*reports: Account) -> set[tuple[str, str]]:
    links = across([report.record() for report in reports])
    return {(x.from_, x.to) for x in links if x.kind == "same_event"}


SHOT = killed("r1", "Ana Roe was shot dead in Lun.", "shot dead", when="2021-03-08", place=LUN)


@pytest.mark.parametrize(
    ("text", "trigger", "fields", "one"),
    [
        ("Two men went on trial over the murder of Ana Roe.", "murder", {}, True),
        ("Ana Roe was killed in March.", "killed", {"when": "2021-03"}, True),
        ("Ana Roe was killed on Monday.", "killed", {"when": "2021-05-17"}, False),
        ("Ana Roe was killed in Harne.", "killed", {"place": FAR}, False),
        ("Ana Roe was wounded in a raid.", "wounded", {}, False),
        ("An attempt to murder Ana Roe had failed.", "murder", {}, False),
        ("They had planned the murder of Ana Roe.", "murder", {"status": "planned"}, False),
    ],
)
def test_one_death_is_one_event(
    text: str, trigger: str, fields: dict[str, object], one: bool
) -> None:
    later = killed("r2", text, trigger, **fields)
    assert same(SHOT, later) == ({("r2:e1", "r1:e1")} if one else set())


def test_two_persons_die_two_deaths() -> None:
    assert same(SHOT, killed("r2", "The murder of Carl Beck.", "murder", "Carl Beck")) == set()


def test_a_surname_alone_ties_no_two_reports() -> None:
    one = killed("r1", "Roe was killed.", "killed", "Roe")
    assert same(one, killed("r2", "The murder of Roe.", "murder", "Roe")) == set()


def test_who_is_said_to_have_done_it_does_not_make_two_of_one_death() -> None:
    text = "The rebels killed Ana Roe, the army says. Soldiers murdered her, they say."
    report = Account("r1", text)
    whom = report.actor("Ana Roe", "Ana Roe|her", "person", named=True)
    rebels = report.actor("rebels", "The rebels", "armed_group")
    soldiers = report.actor("soldiers", "Soldiers", "military")
    report.event("killed", actor=(rebels,), recipient=(whom,), status="alleged")
    report.event("murdered", actor=(soldiers,), recipient=(whom,), status="alleged")
    links = within(report.record())
    assert [(x.from_, x.to) for x in links if x.kind == "same_event"] == [("r1:e2", "r1:e1")]


@pytest.mark.parametrize(
    ("text", "trigger", "side", "one"),
    [
        ("Its raid on Lun was told of again.", "raid", "", True),
        ("Rebels made a raid on Ordavia at Lun.", "raid", "ORD", False),
        ("In Lun they returned fire in a raid.", "returned fire", "", False),
    ],
)
def test_whom_it_befell_did_not_do_it(text: str, trigger: str, side: str, one: bool) -> None:
    first = Account("r1", "Ordavia made a raid on Lun on Monday.", "2021-03-10")
    ordavia = first.actor("Ordavia", "Ordavia", country="ORD", named=True)
    first.event("raid", actor=(ordavia,), when="2021-03-08", place=LUN)
    later = Account("r2", text, "2021-03-10")
    whom = later.actor("Ordavia", "Ordavia", country="ORD", named=True) if side else None
    given = {"recipient": (whom,)} if whom else {}
    later.event(trigger, when="2021-03-08", place=LUN, **given)
    assert bool(same(first, later)) is one
