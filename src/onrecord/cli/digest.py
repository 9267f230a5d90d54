"""``read`` without ``--json``: one report's statements and events, as ``timeline`` shows them."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord import words
from onrecord.cli.cards import Ledger
from onrecord.cli.out import console, safe
from onrecord.records import Event, ReportRecord, Span, Statement
from onrecord.store.rows import ActorRef, Basis, EventRow, ReportRef, StatementRow


def print_digest(record: ReportRecord) -> None:
    """The report's headline, then what it says, in the order of its text."""
    out = console()
    report = _ref(record)
    out.print(safe(report.title or words.reference(report), style="bold"))
    if not record.report.readable:
        out.print(safe(f"Not read: language {report.language or 'unknown'}", style="yellow"))
    actors = {a.id: ActorRef(a.id, a.id, a.name, a.kind, a.country, a.sector, a.named)
              for a in record.actors}  # fmt: skip
    rows: list[StatementRow | EventRow] = []
    rows += [_statement(record, report, s, actors) for s in record.statements]
    rows += [_event(record, report, e, actors) for e in record.events]
    ledger = Ledger()
    for row in sorted(rows, key=lambda row: row.sentence):
        out.print(ledger.entry(row))
    out.print()


def _ref(record: ReportRecord) -> ReportRef:
    r = record.report
    return ReportRef(
        r.id, r.outlet, r.title, r.published, r.published_basis, r.url, r.language, r.version_of
    )


def _statement(
    record: ReportRecord, report: ReportRef, s: Statement, actors: dict[str, ActorRef]
) -> StatementRow:
    spans = [*s.content, *(span for span in (s.cue, s.source and s.source.span) if span)]
    speaker = actors.get(s.source.actor or "") if s.source else None
    addressee = actors.get(s.addressee or "")
    day, basis = _day(s.said, report)
    return StatementRow(s, report, speaker, addressee, _around(record, spans), day, basis)


def _event(
    record: ReportRecord, report: ReportRef, e: Event, actors: dict[str, ActorRef]
) -> EventRow:
    word = next((s for s in record.statements if s.id == e.on_word_of), None)
    word_of = actors.get(word.source.actor or "") if word and word.source else None
    place = next((p for p in record.places if p.id == e.where_place), None)
    day, basis = _day(e.when, report)
    return EventRow(
        e,
        report,
        tuple(actors[a] for a in e.actor if a in actors),
        tuple(actors[a] for a in e.recipient if a in actors),
        place,
        word_of,
        _around(record, [e.trigger]),
        day,
        basis,
    )


def _day(value: str | None, report: ReportRef) -> tuple[str | None, Basis | None]:
    """What the report says of when, or else its own day."""
    if value is not None:
        return value, "stated"
    return (report.published[:10], "published") if report.published else (None, None)


def _around(record: ReportRecord, spans: Iterable[Span]) -> Span:
    """The lines of the report that hold the spans."""
    text = record.report.text
    spans = list(spans)
    start = text.rfind("\n", 0, min(s.start for s in spans)) + 1
    stop = text.find("\n", max(s.end for s in spans))
    return Span.of(text, start, stop if stop > 0 else len(text))
