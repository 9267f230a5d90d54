"""Accounts like another's, words that say nothing, clauses joined by "and", and corrections."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_accused import told
from tests.extract.test_events_parted import event
from tests.extract.test_statements_read import record, said

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Another villager, a nurse, gave a matching account: men in boots had a list.",
         "men in boots had a list"),
        ("Her son, Ben Lund, described the same thing: glass in the street, a bus on its side.",
         "glass in the street, a bus on its side"),
        ("A driver offered a similar version: the men had come in two cars.",
         "the men had come in two cars"),
    ],
)  # fmt: skip
def test_an_account_like_anothers_tells_what_is_behind_its_colon(text: str, content: str) -> None:
    (one,) = record(text).statements
    assert (one.act, said(one)) == ("assert", [content])


@pytest.mark.parametrize(
    "text",
    [
        "Villagers disagreed about what they had heard.",
        "The two doctors differed over the cause of death.",
        "The soldiers called out the names of the men.",
        "The general spoke on condition that the camp be closed first.",
    ],
)
def test_what_tells_nothing_is_no_statement(text: str) -> None:
    read = record(text)
    assert not read.statements
    assert not [e for e in read.events if e.type in ("REJECT", "ACCUSE")]


def test_who_disagrees_with_another_denies_and_who_is_called_out_is_blamed() -> None:
    (one,) = record("The minister disagreed with the general about the raid.").statements
    assert one.act == "deny"
    assert event("The king called out the general for lying.", "called out").type == "ACCUSE"
    text = "A sergeant, who spoke on condition that he not be named, admitted he had been there."
    assert [s.act for s in record(text).statements] == ["confirm"]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The envoy demanded an immediate truce and the council will meet on Monday.",
         "an immediate truce"),
        ("The mayor called for calm and the army will patrol the streets.", "calm"),
        ("The mayor demanded a truce and the release of the nurses.",
         "a truce and the release of the nurses"),
        ("The mayor demanded a truce and that the men be freed.",
         "a truce and that the men be freed"),
    ],
)  # fmt: skip
def test_what_another_clause_tells_is_not_demanded(text: str, content: str) -> None:
    assert said(record(text).statements[0]) == [content]
    assert told(text, "demanded" if "demanded" in text else "called for")[2] == []


def test_who_is_killed_beside_an_abduction_was_not_abducted() -> None:
    text = "The rebels raided a convoy on 4 May and abducted five nurses, killing two guards."
    taking, _, taken = told(text, "abducted")
    assert (taken, [(c.what, c.low) for c in taking.counts]) == (
        ["unnamed nurses"], [("abducted", 5)]
    )  # fmt: skip
    assert ("killed", 2) in {(c.what, c.low) for c in event(text, "raided").counts}
    text = "A bomb struck a bus in Lagos, killing nine passengers."
    assert [(c.what, c.low) for c in event(text, "struck").counts] == [("killed", 9)]


def test_what_a_paper_takes_back_stands_on_nobodys_word() -> None:
    text = (
        "The hall was rebuilt.\n\nCorrection: An earlier report in this paper said that 12 people "
        "had been killed in the shelling of Lagos, citing health officials. The officials' figure "
        "was 11."
    )
    read = record(text)
    first, second = read.statements
    assert said(second) == ["11"]
    assert second.source is not None
    assert second.source.span.text == "The officials'"
    assert {e.on_word_of for e in read.events} == {first.id}


def test_without_that_heading_it_stands() -> None:
    text = "A report said that 12 people had been killed in the shelling of Lagos, citing police."
    read = record(text)
    assert {e.on_word_of for e in read.events} == {read.statements[1].id}


def test_within_what_another_says_the_demand_is_its_object_and_the_name_whole() -> None:
    text = (
        "The U.N. Secretary-General demanded an immediate truce and the council will meet on "
        "Monday, envoys said."
    )
    inner = next(s for s in record(text).statements if s.within is not None)
    assert inner.source is not None
    assert (inner.source.span.text, said(inner)) == (
        "The U.N. Secretary-General", ["an immediate truce"]
    )  # fmt: skip
