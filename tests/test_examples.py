"""The examples, read as a newcomer's first command reads them, say what they say and no more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import onrecord
from onrecord.records import ReportRecord, Span
from onrecord.store.rows import StatementRow


@pytest.fixture(scope="module")
def record(example_db: Path) -> Iterator[onrecord.Record]:
    with onrecord.Record(example_db) as opened:
        yield opened


@pytest.fixture(scope="module")
def reports(record: onrecord.Record) -> dict[str, ReportRecord]:
    """Everything that each report gave, by the first words of its text."""
    return {row.path or "": record.record(row.report.id) for row in record.reports(versions="all")}


def from_file(reports: dict[str, ReportRecord], start: str) -> ReportRecord:
    (found,) = (r for path, r in reports.items() if Path(path).name.startswith(start))
    return found


def content(row: StatementRow) -> str:
    return " … ".join(span.text for span in row.statement.content)


def test_every_report_is_read_and_dated_as_it_says(reports: dict[str, ReportRecord]) -> None:
    assert len(reports) == 17
    dates = {Path(path).name[:2]: r.report.published for path, r in reports.items()}
    assert dates["01"] == "2024-03-04"
    assert (dates["03"] or "")[:10] == "2024-03-05"
    assert dates["06"] == "2024-03-06"
    assert dates["12"] == "2024-03-10"
    assert dates["13"] == "2024-03-13"


def test_a_page_gives_its_text_and_not_its_furniture(reports: dict[str, ReportRecord]) -> None:
    page = from_file(reports, "03").report
    assert page.outlet == "The Tovrin Courier" and page.author == "Vera Lindqvar"
    assert "Ilka Brandeis" in page.text
    for furniture in ("cookies", "Subscribe", "Read next", "All rights reserved"):
        assert furniture not in page.text


def test_no_date_is_made_up_for_the_undated_report(reports: dict[str, ReportRecord]) -> None:
    undated = from_file(reports, "09")
    assert undated.report.published is None
    weekdays = [time for time in undated.times if time.span.text in ("Tuesday", "Wednesday")]
    assert weekdays
    for time in undated.times:
        assert not time.value[:4].isdigit() and time.from_ is None, time
    for said in [s.said for s in undated.statements] + [e.when for e in undated.events]:
        assert said is None or not said[:4].isdigit()


def test_every_span_quotes_its_report(reports: dict[str, ReportRecord]) -> None:
    spans = 0
    for record in reports.values():
        for span in _spans(record):
            assert record.report.text[span.start : span.end] == span.text
            spans += 1
    assert spans > 1000


def _spans(record: ReportRecord) -> Iterator[Span]:
    yield from (time.span for time in record.times)
    yield from (place.span for place in record.places)
    for actor in record.actors:
        yield from actor.mentions
    for s in record.statements:
        yield from s.content
        yield from (span for span in (s.cue, s.condition, s.consequence) if span)
    for e in record.events:
        yield from (e.trigger, *e.actor_spans, *e.recipient_spans)


def test_who_denied_it(record: onrecord.Record) -> None:
    denials = list(record.statements(act=("deny",)))
    speakers = {row.speaker.name for row in denials if row.speaker}
    assert any("Ordavia" in name or "Yelland" in name for name in speakers), speakers
    assert any("Lemva Front" in name for name in speakers), speakers


def test_the_threat_is_kept_with_its_condition(record: onrecord.Record) -> None:
    rows = [found.row for found in record.warnings(by="Ostrand")]
    conditions = [row.statement.condition.text for row in rows if row.statement.condition]
    assert any("strait" in condition and "clos" in condition for condition in conditions)


def test_silence_is_kept(record: onrecord.Record) -> None:
    silent = [row for row in record.statements(act=("decline", "disclaim"))]
    assert len(silent) >= 5
    assert any("coastguard" in row.sentence.text for row in silent)


def test_unnamed_sources_are_told_from_named_ones(record: onrecord.Record) -> None:
    names = ("Valk", "Teveth", "Ostrand", "Marrek", "Lorrel", "Adeyar", "Solm", "Yelland")
    sources = [row.statement.source for row in record.statements()]
    named = [s for s in sources if s is not None and s.span.text.endswith(names)]
    unnamed = [s for s in sources if s is not None and "official" in s.span.text]
    assert len(named) >= 20 and len(unnamed) >= 5
    # The actors' own tests are strict; here a slip in one apposition is let pass.
    assert sum(not s.named for s in named) == 0
    assert sum(s.named for s in unnamed) <= 1


def test_places_are_those_of_the_gazetteer(reports: dict[str, ReportRecord]) -> None:
    places = [place for record in reports.values() for place in record.places]
    brasnik = [place for place in places if place.name == "Brasnik"]
    assert len(brasnik) >= 5
    assert {(place.country, place.lat) for place in brasnik} == {("XKM", -32.41)}
