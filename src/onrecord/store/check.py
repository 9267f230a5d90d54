"""Whether a report's record is sound, told before any of it is kept.

The tables refuse most of the same, but cannot say it in words that name the item.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from onrecord.errors import RecordError, SpanError
from onrecord.records import REPORTER, Actor, Event, ReportRecord, Span, Statement
from onrecord.store.dates import days_of

Spans = Iterator[tuple[str, Span]]


def check_record(record: ReportRecord) -> None:
    """RecordError, or SpanError, naming the first thing that is not sound."""
    _check_report(record)
    _check_ids(record)
    _check_references(record)
    for where, span in _spans(record):
        if record.report.text[span.start : span.end] != span.text:
            raise SpanError(
                f"{where} quotes {span.text!r} at [{span.start}, {span.end}), where the report "
                f"has {record.report.text[span.start : span.end]!r}"
            )


def _check_report(record: ReportRecord) -> None:
    report = record.report
    if not report.id or ":" in report.id or any(c.isspace() for c in report.id):
        raise RecordError(f"the report's id is {report.id!r}; no colon or blank may be in it")
    try:
        digest = hashlib.sha256(report.text.encode()).hexdigest()
    except UnicodeEncodeError as error:
        raise RecordError(
            f"report {report.id}: its text holds half a surrogate pair at {error.start}, "
            "which is no character; replace it when reading"
        ) from None
    if digest != report.sha256:
        raise RecordError(f"report {report.id}: its text has not the sha256 that it was given")
    if report.published is not None and days_of(report.published) is None:
        raise RecordError(
            f"report {report.id}: published is {report.published!r}; it must be an ISO date, "
            "or a date-time with its zone"
        )
    if report.version_of == report.id:
        raise RecordError(f"report {report.id} is given as a version of itself")


def _check_ids(record: ReportRecord) -> None:
    seen: set[str] = set()
    kinds = (
        ("t", record.times),
        ("p", record.places),
        ("a", record.actors),
        ("s", record.statements),
        ("e", record.events),
    )
    for letter, items in kinds:
        start = f"{record.report.id}:{letter}"
        for item in items:
            number = item.id.removeprefix(start)
            if not (item.id.startswith(start) and number.isascii() and number.isdigit()):
                raise RecordError(f"item id {item.id!r} is not {start} and a number")
            if item.id in seen:
                raise RecordError(f"item id {item.id!r} is given twice")
            seen.add(item.id)


def _check_references(record: ReportRecord) -> None:
    times = {time.id for time in record.times}
    places = {place.id for place in record.places}
    actors = {actor.id for actor in record.actors}
    statements = {statement.id for statement in record.statements}
    for s in record.statements:
        _refers(s.id, "source.actor", [s.source.actor if s.source else None], actors)
        _refers(s.id, "addressee", [s.addressee], actors)
        _refers(s.id, "said_time", [s.said_time], times)
        _refers(s.id, "within", [s.within], statements - {s.id})
    for e in record.events:
        _refers(e.id, "actor", e.actor, actors)
        _refers(e.id, "recipient", e.recipient, actors)
        _refers(e.id, "when_time", [e.when_time], times)
        _refers(e.id, "where_place", [e.where_place], places)
        _refers(e.id, "on_word_of", [e.on_word_of], statements | {REPORTER})
    _check_nesting(record)


def _refers(item: str, field: str, ids: Iterable[str | None], allowed: set[str]) -> None:
    for found in ids:
        if found is not None and found not in allowed:
            raise RecordError(f"{item}: {field} is {found!r}, which is no such item of its report")


def _check_nesting(record: ReportRecord) -> None:
    within = {s.id: s.within for s in record.statements}
    for first in within:
        passed: set[str] = set()
        step: str | None = first
        while step is not None:
            if step in passed:
                raise RecordError(f"{first} lies within itself")
            passed.add(step)
            step = within[step]


def _spans(record: ReportRecord) -> Spans:
    for time in record.times:
        yield time.id, time.span
    for place in record.places:
        yield place.id, place.span
    for actor in record.actors:
        yield from _of_actor(actor)
    for statement in record.statements:
        yield from _of_statement(statement)
    for event in record.events:
        yield from _of_event(event)
    for link in record.links:
        for report, span in link.spans:
            if report == record.report.id:
                yield f"link {link.kind} from {link.from_}", span


def _of_actor(actor: Actor) -> Spans:
    for span in actor.mentions:
        yield f"{actor.id}: a mention", span
    for role in actor.roles:
        yield f"{actor.id}: a role", role.span


def _of_statement(s: Statement) -> Spans:
    single = {
        "source": s.source.span if s.source else None,
        "cue": s.cue,
        "condition": s.condition,
        "consequence": s.consequence,
        "channel_span": s.channel_span,
    }
    for name, span in single.items():
        if span is not None:
            yield f"{s.id}: {name}", span
    for span in s.content:
        yield f"{s.id}: content", span


def _of_event(e: Event) -> Spans:
    yield f"{e.id}: trigger", e.trigger
    for span in (*e.actor_spans, *e.recipient_spans, *(count.span for count in e.counts)):
        yield f"{e.id}: actor, recipient or count", span
