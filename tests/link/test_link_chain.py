"""The way by which a claim came into a report."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.errors import RecordError
from onrecord.link import chain
from onrecord.records import Actor, Event, Report, ReportRecord, Source, Span, Statement

TEXT = (
    "HARROW (Reuters) - The convoy was ambushed at dawn. The governor told Courier News that, "
    "citing two officials, six drivers had died. State media, quoted by SANA, said nobody was hurt."
)


def span(words: str) -> Span:
    at = TEXT.index(words)
    return Span.of(TEXT, at, at + len(words))


def record() -> ReportRecord:
    report = Report("r", TEXT, "0" * 64, outlet="Herald")
    governor = Actor("r:a1", "Ada Bell", "person", (span("The governor"),))
    told = Statement(
        "r:s1",
        Source(span("The governor"), "r:a1", True),
        span("told"),
        (span("six drivers had died"),),
        "indirect",
        "assert",
        channel="Courier News",
        channel_span=span("Courier News"),
    )
    officials = Statement(
        "r:s2", Source(span("two officials"), None, False), span("citing"),
        (span("six drivers"),), "indirect", "assert", within="r:s1",
    )  # fmt: skip
    media = Statement(
        "r:s3", Source(span("State media"), None, False), span("said"),
        (span("nobody was hurt"),), "indirect", "assert",
    )  # fmt: skip
    ambush = Event("r:e1", span("ambushed"), "ASSAULT", "happened")
    died = Event("r:e2", span("died"), "ASSAULT", "alleged", on_word_of="r:s1")
    return ReportRecord(
        report, actors=(governor,), statements=(told, officials, media), events=(ambush, died)
    )


def steps(item: str) -> list[tuple[str, str, bool]]:
    return [(step.role, step.name, step.named) for step in chain(record(), item)]


def test_what_the_reporter_tells_came_by_the_agency_of_the_dateline() -> None:
    assert steps("r:e1") == [("outlet", "Herald", True), ("agency", "Reuters", True)]


def test_an_outlet_that_was_told_stands_before_the_speaker_and_whom_he_cites_behind() -> None:
    wanted = [
        ("outlet", "Herald", True),
        ("agency", "Courier News", True),
        ("speaker", "Ada Bell", True),
        ("cited", "two officials", False),
    ]
    assert steps("r:s1") == wanted
    assert steps("r:e2") == wanted
    assert steps("r:s2") == wanted


def test_a_credit_in_the_sentence_wins_over_the_dateline() -> None:
    assert steps("r:s3") == [
        ("outlet", "Herald", True),
        ("agency", "SANA", True),
        ("speaker", "State media", False),
    ]


def test_every_step_within_the_text_shows_its_words() -> None:
    for item in (*record().statements, *record().events):
        for step in chain(record(), item.id):
            assert step.span is None or TEXT[step.span.start : step.span.end] == step.span.text


def test_an_agency_is_not_credited_by_itself_and_an_unknown_item_is_told() -> None:
    wire = replace(record(), report=replace(record().report, outlet="Reuters"))
    assert [step.role for step in chain(wire, "r:e1")] == ["outlet"]
    with pytest.raises(RecordError, match="r:s9"):
        chain(record(), "r:s9")
