"""Words passed on: who was quoted as saying it, what is told reportedly, what is left out of it."""

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
            "The ministry closed two camps. The rebels burned the church, the bishop was quoted as "
            "saying.",
            "the bishop",
            "The rebels burned the church",
        ),
        (
            "The envoy left. If Besk goes on, Lun will be compelled to take measures, the ministry "
            "was quoted as warning.",
            "the ministry",
            "If Besk goes on, Lun will be compelled to take measures",
        ),
        (
            "Three soldiers were shot, a nurse was cited as telling the paper.",
            "a nurse",
            "Three soldiers were shot",
        ),
        (
            "The governor was cited as reporting that ten soldiers fell.",
            "The governor",
            "that ten soldiers fell",
        ),
    ],
)
def test_who_was_quoted_as_saying_it(text: str, source: str, content: str) -> None:
    (said,) = record(text).statements
    assert said.source is not None and said.source.span.text == source
    assert [part.text for part in said.content] == [content]


def test_what_is_cited_as_a_reason_nobody_says() -> None:
    assert record("Poverty is often cited as a reason for the unrest.").statements == ()


def test_what_is_told_reportedly_is_the_whole_clause() -> None:
    text = (
        "HIGHLIGHTS\n• At least 51 civilians were reportedly killed in Djaiba on the night of 9 to "
        "10 May by suspected gunmen.\n• Two mills burned down."
    )
    (said,) = record(text).statements
    assert said.source is None
    assert said.content[-1].text.endswith("by suspected gunmen")


@pytest.mark.parametrize(
    "text",
    [
        "Our men fought back, he said, without giving casualties.",
        "He said our men fought back, without providing evidence.",
        "He said, without elaborating, that our men fought back.",
    ],
)
def test_what_is_left_out_is_not_said(text: str) -> None:
    read = record(text)
    assert not any("without" in part.text for s in read.statements for part in s.content)
    assert not any("casualties" in e.trigger.text for e in read.events)


def test_without_warning_is_how_it_was_done() -> None:
    (said,) = record("The general said the town had been shelled without warning.").statements
    assert said.content[0].text == "the town had been shelled without warning"


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The embassy referred reporters to the ministry.", "referred reporters to the ministry"),
        (
            "The ministry said it was in touch with Lun but would not give details.",
            "would not give details",
        ),
    ],
)
def test_who_leaves_it_to_others_declines(text: str, cue: str) -> None:
    last = record(text).statements[-1]
    assert last.act == "decline"
    assert last.cue is not None and last.cue.text == cue


def test_a_letter_that_refers_questions_of_law_declines_nothing() -> None:
    assert record("The letter refers questions of law to the court.").statements == ()


@pytest.mark.parametrize(
    ("text", "channels"),
    [
        (
            "The army, which had not responded to requests for comment, said in a statement that "
            "it had left.",
            {"said": "a statement", "had not responded to requests for comment": None},
        ),
        (
            "Ana Cole, who said on state radio that she had won, was arrested on Monday.",
            {"said": "state radio"},
        ),
        ("Dmitri Loz wrote on Max that the strikes would go on.", {"wrote": "Max"}),
    ],
)
def test_each_clause_has_its_own_channel(text: str, channels: dict[str, str | None]) -> None:
    found = {s.cue.text: s.channel for s in record(text).statements if s.cue is not None}
    assert found == channels


def test_to_ask_that_a_name_be_withheld_demands_nothing() -> None:
    text = "The bridge had been mined, he said, asking that his name be withheld."
    assert [s.act for s in record(text).statements] == ["assert"]
    assert [s.act for s in record("She asked that the bridge be renamed.").statements] == ["demand"]


def test_what_leads_on_to_what_others_say_is_no_part_of_it() -> None:
    text = (
        "A former soldier told a court on Monday that he was ordered by Colonel Julio Arce to "
        "shoot women at the Río Claro on 18 July 1982, in which prosecutors say 268 villagers "
        "were killed."
    )
    first = record(text).statements[0]
    assert first.content[0].text.endswith("18 July 1982")


@pytest.mark.parametrize(
    ("text", "source", "content", "channel"),
    [
        (
            '"We fired first," General Obo was quoted by the Herald as saying on Sunday.',
            "General Obo",
            '"We fired first,"',
            "the Herald",
        ),
        (
            '"We fired first," he was quoted by state television as saying.',
            "he",
            '"We fired first,"',
            "state television",
        ),
        (
            '"We fired first," General Obo was quoted as saying by the Herald on Sunday.',
            "General Obo",
            '"We fired first,"',
            None,
        ),
        (
            "The mayor, accused by relatives of the dead of a cover-up, resigned on Tuesday.",
            "relatives of the dead",
            "a cover-up",
            None,
        ),
    ],
)
def test_whose_words_are_passed_on_and_by_whom(
    text: str, source: str, content: str, channel: str | None
) -> None:
    (one,) = record(text).statements
    assert one.source is not None
    assert one.source.span.text == source
    assert [span.text for span in one.content] == [content]
    assert one.channel == channel


def test_who_has_not_been_heard_of_is_missing_and_nobody_is_ignorant() -> None:
    (one,) = record("The two have not been heard of since, their employer said.").statements
    assert one.act == "assert"
