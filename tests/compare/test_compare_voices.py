"""One source under two names, and whether it says the same in two reports."""

from __future__ import annotations

import pytest
from accounts import Account

from onrecord.compare import across
from onrecord.compare.accounts.facts import Said, view
from onrecord.compare.accounts.voices import Called, may_be_one
from onrecord.compare.between.voiced import same_told
from onrecord.records import Link, Role


def spoken(
    id: str,
    source: str,
    said: str,
    day: str,
    *,
    kind: str = "office",
    cue: str = "said",
    act: str = "assert",
    country: str | None = None,
    title: tuple[str, str | None] | None = None,
    before: str = "",
) -> Account:
    """A report in which one source says one thing."""
    account = Account(id, f"{before}{source} {cue} that {said}.", day)
    roles = (Role(*title, None, None, account.span(source)),) if title else ()
    name = source.split(", ")[-1] if title else source.removeprefix("The ")
    actor = account.actor(name, source, kind=kind, country=country, roles=roles)
    account.said(act, actor, f"that {said}", cue=cue)
    return account


def kinds(*accounts: Account) -> list[tuple[str, str, str]]:
    links: tuple[Link, ...] = across([account.record() for account in accounts])
    return [(x.kind, x.from_, x.to) for x in links if x.kind in ("restates", "repeats")]


FERRY = "the ferry Lindrasund hit an old mine off Torvik island"
MINED = "an old mine off Torvik island sank the ferry Lindrasund"


def test_a_body_is_known_again_with_and_without_its_state() -> None:
    one = spoken("r1", "Norway's coastguard", FERRY, "2021-03-10", country="NOR")
    two = spoken("r2", "The coastguard", MINED, "2021-03-10")
    assert kinds(one, two) == [("restates", "r2:s1", "r1:s1")]
    other = spoken("r3", "Sweden's coastguard", MINED, "2021-03-10", country="SWE")
    assert kinds(one, other) == []


def test_a_post_is_known_again_in_who_holds_it() -> None:
    one = spoken("r1", "The ports minister", FERRY, "2021-03-10", kind="person")
    holder = "Ports minister, Nils Aune"
    two = spoken("r2", holder, MINED, "2021-03-11", kind="person", title=("ports minister", None))
    assert kinds(one, two) == [("restates", "r2:s1", "r1:s1")]
    deputy = spoken("r3", "Deputy ports minister, Ida Moe", MINED, "2021-03-11", kind="person",
                    title=("deputy ports minister", None))  # fmt: skip
    assert kinds(one, deputy) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Called(name=("zelaya", "paz")), Called(name=("oscar", "zelaya", "paz")), True),
        (Called(name=("ana", "paz")), Called(name=("oscar", "zelaya", "paz")), False),
        (Called(body=frozenset({"prison", "servic"})),
         Called(name=("lund",), posts=(frozenset({"spokesman", "prison", "servic"}),)), True),
        (Called(body=frozenset({"prison", "servic"})),
         Called(name=("lund",), posts=(frozenset({"spokesman", "rail", "servic"}),)), False),
        (Called(posts=(frozenset({"spokesman"}),)), Called(posts=(frozenset({"spokesman"}),)),
         False),
        (Called(posts=(frozenset({"governor"}),), home=frozenset({"NOR"})),
         Called(posts=(frozenset({"governor"}),), home=frozenset({"SWE"})), False),
        (None, Called(name=("lund",)), False),
    ],
)  # fmt: skip
def test_who_may_be_one(one: Called | None, other: Called, same: bool) -> None:
    assert may_be_one(one, other) is same
    assert may_be_one(other, one) is same


def test_what_is_told_to_be_said_again_is_a_repeat_some_days_later() -> None:
    one = spoken("r1", "Norway's coastguard", FERRY, "2021-03-10", country="NOR")
    again = spoken("r2", "Norway's coastguard", MINED, "2021-03-14", country="NOR",
                   cue="reiterated")  # fmt: skip
    once = spoken("r2", "Norway's coastguard", MINED, "2021-03-14", country="NOR")
    assert kinds(one, again) == [("repeats", "r2:s1", "r1:s1")]
    assert kinds(one, once) == []  # whether it is another occasion is not known


@pytest.mark.parametrize(
    ("cue", "again"),
    [
        ("said once more", True),
        ("repeated on Monday", True),
        ("maintained, as it had in May,", True),
        ("insisted for the third time", True),
        ("continues to say", True),
        ("said on Monday", False),
        ("told a conference against piracy", False),
    ],
)
def test_a_report_tells_that_it_was_said_before(cue: str, again: bool) -> None:
    account = Account("r1", f"The harbour office {cue} that the pier was safe.")
    office = account.actor("harbour office", "The harbour office", kind="office")
    id_ = account.said("assert", office, "that the pier was safe", cue=cue.split()[0])
    assert view(account.record()).said[id_].again is again


def said(text: str, id: str) -> Said:
    account = Account(id, f"The minister said that {text}.")
    minister = account.actor("minister", "The minister", kind="person")
    statement = account.said("assert", minister, f"that {text}")
    return view(account.record()).said[statement]


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ("the Vessel Safety Act would be changed before the winter", True),
        ("a review of the Vessel Safety Act had been ordered by nobody", False),
        ("critics of the Vessel Safety Act were paid by shipowners", False),
    ],
)
def test_two_things_said_of_one_matter_are_not_one(other: str, same: bool) -> None:
    one = said("the government will change the Vessel Safety Act before winter comes", "r1")
    assert same_told(one, said(other, "r2")) is same
    assert same_told(said(other, "r2"), one) is same
