"""What was threatened and is told of in other words when it is done; one threat told twice."""

from __future__ import annotations

import pytest

from onrecord.compare.accounts.facts import view
from onrecord.compare.pairs.sayings import told_again
from onrecord.compare.pairs.warnings import fulfilled, met
from tests.compare.accounts import Account


def threat(text: str, consequence: str, **fields: str) -> Account:
    account = Account("r1", text, "2031-03-10")
    who = account.actor("Norway", "Norway", country="NOR")
    to = account.actor("Denmark", "Denmark", country="DNK") if "Denmark" in text else None
    account.said(
        "threaten", who, text.removeprefix("Norway warned ").rstrip("."), said="2031-03-10",
        consequence=consequence, addressee=to, **fields,
    )  # fmt: skip
    return account


def came_of(account: Account, text: str, trigger: str, type_: str, doer: str = "Norway") -> bool:
    """Whether the event of a later report carries the threat out."""
    later = Account("r2", text, "2031-03-14")
    codes = {"Norway": "NOR", "Sweden": "SWE"}
    actors = (later.actor(doer, doer, country=codes[doer]),) if doer in text else ()
    hit = ()
    if "Danish" in text:
        hit = (later.actor("Denmark", "Danish", country="DNK"),)
    later.event(trigger, type=type_, actor=actors, recipient=hit, when="2031-03-13")
    warning = next(iter(view(account.record()).said.values()))
    event = next(iter(view(later.record()).events.values()))
    return fulfilled(event, warning) is not None


DATA = "Norway warned that it would cut mobile data in the north if the marches went on."
BOARD = "Norway warned Denmark that its boats must leave or face boarding and detention."


@pytest.mark.parametrize(
    ("text", "trigger", "done"),
    [
        ("Access to the internet was limited on Thursday.", "limited", True),
        ("Norway switched off the mobile network on Thursday.", "switched off", True),
        ("Norway cut the price of bread on Thursday.", "cut", False),
        ("Norway restored access to the internet on Thursday.", "restored", False),
        ("Access to the lake was limited on Thursday.", "limited", False),
    ],
)
def test_a_network_is_cut_in_other_words(text: str, trigger: str, done: bool) -> None:
    account = threat(DATA, "it would cut mobile data in the north", condition="the marches went on")
    assert came_of(account, text, trigger, "COERCE") is done


@pytest.mark.parametrize(
    ("text", "trigger", "doer", "done"),
    [
        ("Norway detained nine Danish fishermen on Thursday.", "detained", "Norway", True),
        ("Sweden detained nine Danish fishermen on Thursday.", "detained", "Sweden", False),
        ("Norway detained nine smugglers on Thursday.", "detained", "Norway", False),
        ("Norway fed nine Danish fishermen on Thursday.", "fed", "Norway", False),
    ],
)
def test_one_of_two_acts_held_out_is_enough(text: str, trigger: str, doer: str, done: bool) -> None:
    account = threat(BOARD, "face boarding and detention", condition="its boats must leave")
    assert came_of(account, text, trigger, "COERCE", doer) is done


def test_a_march_is_an_advance_on_the_same_palace() -> None:
    text = "Norway warned that its men will march on the palace."
    account = threat(text, "its men will march on the palace")
    assert came_of(account, "Norway advanced on the palace on Thursday.", "advanced", "ASSAULT")
    assert not came_of(account, "Norway advanced on the port on Thursday.", "advanced", "ASSAULT")


@pytest.mark.parametrize(
    ("text", "trigger", "type_", "named"),
    [
        ("Guards stormed a mill and freed a nurse who was kidnapped.", "stormed", "ASSAULT", True),
        ("The band freed a nurse who was kidnapped in May.", "freed", "RETREAT", False),
        ("Guards stormed a mill that had been closed for years.", "stormed", "ASSAULT", False),
    ],
)
def test_they_are_freed_by_force_where_those_who_hold_them_are_stormed(
    text: str, trigger: str, type_: str, named: bool
) -> None:
    account = Account(
        "r1", "The band said the hostages would die if anyone tried to free them by force.",
        "2031-03-10",
    )  # fmt: skip
    band = account.actor("Red Band", "The band", "armed_group")
    account.said(
        "threaten", band, "the hostages would die if anyone tried to free them by force",
        said="2031-03-10", condition="anyone tried to free them by force",
        consequence="the hostages would die",
    )  # fmt: skip
    later = Account("r2", text, "2031-03-14")
    later.event(trigger, type=type_, when="2031-03-13")
    warning = next(iter(view(account.record()).said.values()))
    event = next(iter(view(later.record()).events.values()))
    assert (met(event, warning) is not None) is named


def said_of(id_: str, text: str, condition: str, consequence: str, name: str, day: str) -> Account:
    account = Account(id_, text, day)
    who = account.actor(name, name, "person")
    account.said(
        "threaten", who, text.partition(" that ")[2].rstrip("."), said="2031-03-10",
        condition=condition, consequence=consequence,
    )  # fmt: skip
    return account


def test_one_threat_told_by_two_in_other_words_is_one() -> None:
    one = said_of(
        "r1", "Tor Lunde warned that unpaid wages by Friday meant we will march on the palace.",
        "unpaid wages by Friday", "we will march on the palace", "Tor Lunde", "2031-03-10",
    )  # fmt: skip
    again = said_of(
        "r2", "On Monday Tor Lunde said that his men would march if wages stayed unpaid.",
        "wages stayed unpaid", "his men would march", "Tor Lunde", "2031-03-13",
    )  # fmt: skip
    other = said_of(
        "r3", "On Monday Tor Lunde said that his men would strike if bread stayed dear.",
        "bread stayed dear", "his men would strike", "Tor Lunde", "2031-03-13",
    )  # fmt: skip
    first, second, third = (next(iter(view(a.record()).said.values())) for a in (one, again, other))
    assert told_again(first, second) is not None
    assert told_again(first, third) is None
