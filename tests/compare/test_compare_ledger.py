"""What the ledger of warnings rests on: what is met, what is carried out, what is one warning."""

from __future__ import annotations

from dataclasses import replace

import pytest
from accounts import Account

from onrecord.compare import across, within
from onrecord.compare.accounts.build import link
from onrecord.compare.accounts.conditions import negated
from onrecord.compare.accounts.facts import view
from onrecord.compare.pairs.borne import timeless
from onrecord.compare.pairs.warnings import fulfilled, met
from onrecord.records import Span

PASS = ("the Skarn pass", "Skarn", 61.0, 8.0)


def warned(condition: str, consequence: str, day: str = "2031-03-10") -> Account:
    text = f"Norway warned Sweden that {consequence} {condition}."
    account = Account("r1", text, day)
    norway = account.actor("Norway", "Norway", country="NOR")
    sweden = account.actor("Sweden", "Sweden", country="SWE")
    account.said(
        "threaten", norway, f"that {consequence} {condition}", said=day, addressee=sweden,
        condition=condition.removeprefix("if "), consequence=consequence,
    )  # fmt: skip
    return account


def came_of(warning: Account, text: str, trigger: str, doer: str) -> tuple[bool, bool]:
    """Whether the event meets the condition, and whether it carries the threat out."""
    later = Account("r2", text, "2031-03-14")
    code = {"Norway": "NOR", "Sweden": "SWE"}[doer]
    by = later.actor(doer, doer, country=code)
    later.event(trigger, type="COERCE", actor=(by,), when="2031-03-13")
    (said,) = view(warning.record()).said.values()
    (event,) = view(later.record()).events.values()
    return met(event, said) is not None, fulfilled(event, said) is not None


def test_who_does_what_was_asked_has_not_met_the_condition() -> None:
    asked = warned("if Sweden did not open the Skarn road", "it would seize the dam")
    refused = warned("if Sweden opened the Skarn road", "it would seize the dam")
    told = "Sweden opened the Skarn road on Thursday."
    assert came_of(asked, told, "opened", "Sweden") == (False, False)
    assert came_of(refused, told, "opened", "Sweden") == (True, False)


def test_what_would_not_be_is_not_carried_out_by_being() -> None:
    held_out = warned("if Sweden mined the pass", "Norway would no longer guard the Skarn bridge")
    told = "Norway guarded the Skarn bridge on Thursday."
    assert came_of(held_out, told, "guarded", "Norway") == (False, False)


@pytest.mark.parametrize(
    ("words", "not_so"),
    [
        ("the wages were not paid", True),
        ("no lorry would pass", True),
        ("Sweden failed to pay", True),
        ("it would not hesitate to fire", False),
        ("it would open fire", False),
    ],
)
def test_a_half_of_a_warning_that_something_is_not_done(words: str, not_so: bool) -> None:
    assert negated(Span(0, len(words), words)) is not_so


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("close the pass within 48 hours", "close the pass "),
        ("leave by the end of the week", "leave "),
        ("pay before 1 May", "pay "),
        ("pay before May 1, 2031", "pay "),
        ("advance on the hill", "advance on the hill"),
        ("fire from the hill in the north", "fire from the hill in the north"),
    ],
)
def test_the_time_that_is_set_is_no_part_of_what_is_held_out(words: str, left: str) -> None:
    assert timeless(words) == left


def test_what_the_lead_tells_of_the_headlines_event_carries_it_out() -> None:
    warning = warned("if Sweden mined the road", "it would close the Skarn pass")
    text = "Norway closes border\n\nNorway closed the Skarn pass on Thursday, an army officer said."
    later = Account("r2", text, "2031-03-14")
    norway = later.actor("Norway", "Norway|Norway#2", country="NOR")
    later.event("closes border", type="COERCE", actor=(norway,))
    later.event("closed the Skarn pass", type="COERCE", actor=(norway,), when="2031-03-13")
    record = later.record()
    headline, lead = view(record).events.values()
    record = replace(record, links=(link("same_event", lead, headline, 0.9, "one act"),))
    found = [x for x in across([warning.record(), record]) if x.kind == "fulfils"]
    assert [(x.from_, x.to) for x in found] == [("r2:e1", "r1:s1")]
    assert "closed the Skarn pass" in found[0].why


@pytest.mark.parametrize(
    ("quoted", "same"),
    [
        ("If Stockholm mines the road, we shut the Skarn pass to lorries", True),
        ("If Stockholm mines the road, we bomb its ports", False),
        ("If Stockholm frees the pilot, we shut the Skarn pass to lorries", False),
    ],
)
def test_a_minister_quoted_below_the_ministrys_warning_gives_no_second_one(
    quoted: str, same: bool
) -> None:
    first = "it would shut the Skarn pass if the road were mined"
    text = f"The foreign ministry warned that {first}. “{quoted},” said the foreign minister."
    a = Account("r1", text, "2031-03-10")
    ministry = a.actor("foreign ministry", "The foreign ministry", kind="office")
    minister = a.actor("foreign minister", "the foreign minister", kind="person")
    a.said("warn", ministry, f"that {first}", condition="the road were mined",
           consequence="it would shut the Skarn pass")  # fmt: skip
    condition, consequence = quoted.removeprefix("If ").split(", ")
    a.said("threaten", minister, f"“{quoted},”", condition=condition, consequence=consequence,
           quote="direct")  # fmt: skip
    found = [(x.from_, x.to) for x in within(a.record()) if x.kind == "restates"]
    assert found == ([("r1:s2", "r1:s1")] if same else [])
