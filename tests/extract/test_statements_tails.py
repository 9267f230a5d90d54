"""Headlines whose last words say whose they are, and where they end."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.extract import read_record
from onrecord.model import analyse
from onrecord.model.network import WEIGHTS
from onrecord.read.frontmatter import front
from onrecord.records import ReportRecord
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)

BODY = " Harbour News Monday 6 May 2030 At least nine people were hurt on Sunday, a clinic said."


def headed(title: str) -> ReportRecord:
    """The record of a report whose headline runs into its text."""
    report = replace(record("x").report, text=title + BODY, title=title)
    before = front(report.text, title=title)
    assert before.headline is not None
    breaks = [(before.headline.end, before.body)]
    return read_record(report, analyse([report.text], breaks=breaks)[0])


def first(title: str) -> tuple[str | None, str | None, list[str]]:
    told = headed(title).statements[0]
    source = told.source.span.text if told.source is not None else None
    return source, told.cue.text if told.cue is not None else None, [s.text for s in told.content]


@pytest.mark.parametrize(
    ("title", "source", "cue", "content"),
    [
        ("Air strikes kill 15 near the old port Monitor", "Monitor", None,
         "Air strikes kill 15 near the old port"),
        ("Rebels execute ten captives in the north Monitoring group", "Monitoring group", None,
         "Rebels execute ten captives in the north"),
        ("Blast kills nine sailors near the harbour - Reports", None, "Reports",
         "Blast kills nine sailors near the harbour"),
    ],
)  # fmt: skip
def test_the_last_words_say_whose_the_headline_is(
    title: str, source: str | None, cue: str | None, content: str
) -> None:
    assert first(title) == (source, cue, [content])
    told = headed(title)
    acts = [e for e in told.events if e.trigger.start < len(title)]
    assert acts and all(e.status == "alleged" for e in acts)
    assert all(e.on_word_of == told.statements[0].id for e in acts)


@pytest.mark.parametrize(
    "title",
    ["Government attacks a war monitor", "Envoys Meet Rights Monitor", "Nine Held by Police"],
)
def test_what_a_headline_tells_of_is_no_teller(title: str) -> None:
    heads = [s for s in headed(title).statements if s.content and s.content[0].start == 0]
    assert not [s for s in heads if s.cue is None]


def test_a_bare_capital_begins_a_sentence_behind_a_line_without_its_stop() -> None:
    text = "Tags raids Harbour Ansar A bomber struck a wedding in the old town, residents said."
    sentences = analyse([text])[0].sentences
    assert [text[s.start : s.end].split()[0] for s in sentences] == ["Tags", "A"]


def test_letters_and_headlines_are_left_whole() -> None:
    for text in (
        "Doctors gave vitamin A tablets to the children who came from the north.",
        "How A Small Town Lost Its Old Harbour",
        "Police chief A K Lund claimed that the crowd had attacked the guards first.",
    ):
        assert len(analyse([text])[0].sentences) == 1


LEAD = "\n\nA strike on a market in the north was reported on Tuesday. Officials gave no details."


@pytest.mark.parametrize(
    ("title", "source"),
    [
        ("12 dead in strike on market: medics", "medics"),
        ("Army takes town - state media", "state media"),
        ("Army takes town: general", "general"),
        ("Rebels shell port: ministry", "ministry"),
        ("Rebels shell port - minister", "minister"),
        ("Rebels shell port – report", None),
        ("Strike on market kills 12, says army", "army"),
        ("General: Army has taken town", "General"),
    ],
)
def test_a_headline_is_of_whom_it_names_last_or_first(title: str, source: str | None) -> None:
    read = record(title + LEAD)
    told = read.statements[0]
    assert (told.source.span.text if told.source else None) == source
    assert told.content[0].end <= len(title)
    inside = [e for e in read.events if e.trigger.start < len(title)]
    assert all((e.status, e.on_word_of) == ("alleged", told.id) for e in inside)


@pytest.mark.parametrize(
    "title",
    [
        "Rebels shell port: what we know",
        "Explainer: why rebels shell port",
        "Live: rebels shell port",
        "Rebels shell port: a timeline",
    ],
)
def test_what_a_text_is_nobody_says(title: str) -> None:
    told = record(title + LEAD).statements
    assert not [s for s in told if s.content and s.content[0].start < len(title)]
