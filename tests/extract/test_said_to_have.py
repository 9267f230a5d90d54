"""Who is said to have said something, and who was only told it."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The mayor is said to have told the cabinet that the dam was unsafe.",
            "The mayor",
            "that the dam was unsafe",
        ),
        (
            "The general is alleged to have said that no prisoners would be taken.",
            "The general",
            "that no prisoners would be taken",
        ),
        (
            "She was reported to have accused the minister of theft.",
            "She",
            "the minister of theft",
        ),
    ],
)
def test_what_somebody_is_said_to_have_said_is_within_hearsay(
    text: str, source: str, content: str
) -> None:
    outer, inner = record(text).statements
    assert outer.source is None
    assert outer.content[0].text == source
    assert inner.source is not None
    assert inner.source.span.text == source
    assert [span.text for span in inner.content] == [content]
    assert inner.within == outer.id


def test_what_is_known_to_have_been_said_is_no_hearsay() -> None:
    (one,) = record("The minister is known to have denied the charge.").statements
    assert one.act == "deny"
    assert one.source is not None


@pytest.mark.parametrize(
    "text",
    ["The mayor is said to have fled the town.", "The rebels are believed to have left."],
)
def test_what_somebody_is_said_to_have_done_is_one_statement(text: str) -> None:
    (one,) = record(text).statements
    assert one.source is None


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The council was warned last year that the dyke would fail.", "that the dyke would fail"),
        ("The ministry was informed two days earlier that a raid was planned.",
         "that a raid was planned"),
        ("Residents were told on Monday to leave their homes.", "to leave their homes"),
    ],
)  # fmt: skip
def test_who_was_told_has_said_nothing(text: str, content: str) -> None:
    (one,) = record(text).statements
    assert one.source is None
    assert [span.text for span in one.content] == [content]


def test_by_whom_they_were_told_to() -> None:
    (one,) = record("Residents were told by the army to leave their homes.").statements
    assert one.act == "demand"
    assert one.source is not None
    assert one.source.span.text == "the army"


def test_what_they_were_told_not_to_do_is_not_denied() -> None:
    found = record("Soldiers had been told not to shoot, a witness said.")
    assert [e.status for e in found.events] == ["hypothetical"]


def test_who_denies_a_link_denies_neither_thing() -> None:
    text = "The army denied any link between the arrest of the mayor and the bombing of the depot."
    found = {e.trigger.text: e.status for e in record(text).events}
    assert found["arrest"] == found["bombing"] == "happened"
    text = "The army denied the bombing of the depot."
    assert "denied" in {e.status for e in record(text).events}


def test_to_deny_food_to_a_town_is_to_say_nothing() -> None:
    found = record("The army had denied food to the town, the monitors said.")
    assert [s.act for s in found.statements] == ["assert"]


def test_traded_fire_at_a_border_is_no_trade() -> None:
    (event,) = record("Lornish and Veltan troops traded fire at the border on Monday.").events
    assert event.context == ()
    assert event.recipient_spans == ()


def test_who_leaves_a_ministry_after_a_visit_keeps_the_post() -> None:
    assert record("The envoy left the ministry without a word to reporters.").events == ()
    (event,) = record("The minister left the government on Monday.").events
    assert event.mode == "resign"


def test_who_is_dragged_away_and_by_whom() -> None:
    (event,) = record("Police dragged protesters from the square.").events
    assert (event.type, event.mode) == ("COERCE", "arrest")
    assert record("Guards dragged the chairs from the hall.").events == ()


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The premier, an aide told the paper, would resign within days.",
            "an aide",
            ["The premier", "would resign within days"],
        ),
        (
            "Reporters were shown a letter in which the colonel admitted the killings.",
            "the colonel",
            ["the killings"],
        ),
        (
            "The bishop was heard telling the crowd that the army would not fire.",
            "The bishop",
            ["that the army would not fire"],
        ),
    ],
)
def test_who_speaks_and_who_only_hears_or_sees(text: str, source: str, content: list[str]) -> None:
    (one,) = record(text).statements
    assert one.source is not None
    assert one.source.span.text == source
    assert [span.text for span in one.content] == content


@pytest.mark.parametrize(
    "text",
    [
        "The airport was calm, state television said, quoting the general staff.",
        "State television said, citing the general staff, that the airport was calm.",
    ],
)
def test_on_whose_word_it_is_told_behind_the_tellers_verb(text: str) -> None:
    teller, cited = record(text).statements
    assert cited.within == teller.id
    assert cited.source is not None
    assert cited.source.span.text == "the general staff"
    assert cited.content == teller.content


def test_a_reason_that_is_cited_is_nobodys_word() -> None:
    text = "The ministry said, citing security concerns, that the road was shut."
    assert len(record(text).statements) == 1


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The rebels claimed to have shot down a jet.", "The rebels"),
        ("The group claims to have 400 fighters, the army said.", "The group"),
        ("A message claimed to be his was broadcast on Monday.", None),
    ],
)
def test_who_claims_to_have_done_it_says_so(text: str, source: str | None) -> None:
    found = [s.source.span.text if s.source else None for s in record(text).statements]
    assert source in found


def test_who_is_summoned_and_given_a_note_protests_nothing() -> None:
    found = record("The ambassador was summoned and given a protest note.")
    assert all(event.actor == () for event in found.events)


def test_bodies_pulled_out_are_no_retreat() -> None:
    assert record("Rescue workers pulled two bodies out of the wreckage.").events == ()
    (event,) = record("Troops were pulled out of the valley.").events
    assert event.type == "RETREAT"
