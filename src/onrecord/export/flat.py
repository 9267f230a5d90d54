"""The record as flat tables: one row an item, its evidence and its names beside it.

Offsets are half-open code points of the report's text, which the table of reports holds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.export.columns import TABLES, Row
from onrecord.records import (
    Actor,
    Event,
    Link,
    Place,
    Report,
    ReportRecord,
    Span,
    Statement,
    Time,
)


@dataclass(frozen=True, slots=True)
class _Items:
    """What the items of one report refer to."""

    report: Report
    actors: dict[str, Actor]
    places: dict[str, Place]
    times: dict[str, Time]
    statements: dict[str, Statement]


def rows_of(record: ReportRecord) -> Iterator[tuple[str, Row]]:
    """The rows of a report's record, each with the name of its table."""
    items = _Items(
        report=record.report,
        actors={actor.id: actor for actor in record.actors},
        places={place.id: place for place in record.places},
        times={time.id: time for time in record.times},
        statements={statement.id: statement for statement in record.statements},
    )
    yield "reports", {name: getattr(record.report, name) for name in TABLES["reports"]}
    for statement in record.statements:
        yield "statements", _statement(statement, items)
    for event in record.events:
        yield "events", _event(event, items)
    for actor in record.actors:
        yield "actors", _actor(actor, items)
    for place in record.places:
        yield "places", _place(place, items)
    for time in record.times:
        yield "times", _time(time, items)
    for link in record.links:
        yield "links", link_row(link)


def _in(items: _Items) -> Row:
    report = items.report
    return {"report": report.id, "outlet": report.outlet, "published": report.published}


def _quote(span: Span | None, prefix: str = "") -> Row:
    names = (f"{prefix}text", f"{prefix}start", f"{prefix}end")
    values = (None, None, None) if span is None else (span.text, span.start, span.end)
    return dict(zip(names, values, strict=True))


def _named(actor: Actor | None, column: str) -> Row:
    return {
        column: actor.name if actor else None,
        f"{column}_id": actor.id if actor else None,
        f"{column}_kind": actor.kind if actor else None,
        f"{column}_country": actor.country if actor else None,
    }


def _texts(spans: Sequence[Span]) -> list[str]:
    return [span.text for span in spans]


def _offsets(spans: Sequence[Span]) -> list[str]:
    return [f"{span.start}-{span.end}" for span in spans]


def _statement(s: Statement, items: _Items) -> Row:
    source = s.source
    said = items.times.get(s.said_time or "")
    return {
        "id": s.id,
        **_in(items),
        **_named(items.actors.get(source.actor or "") if source else None, "source"),
        "source_named": source.named if source else None,
        **_quote(source.span if source else None, "source_"),
        "act": s.act,
        "content": _texts(s.content),
        "content_spans": _offsets(s.content),
        "quote": s.quote,
        **_quote(s.cue, "cue_"),
        **_named(items.actors.get(s.addressee or ""), "addressee"),
        **_quote(s.condition, "condition_"),
        **_quote(s.consequence, "consequence_"),
        "certainty": s.certainty,
        "polarity": s.polarity,
        "said": s.said,
        "said_from": said.from_ if said else None,
        "said_to": said.to if said else None,
        "channel": s.channel,
        **_quote(s.channel_span, "channel_"),
        "within": s.within,
    }


def _event(e: Event, items: _Items) -> Row:
    when = items.times.get(e.when_time or "")
    place = items.places.get(e.where_place or "")
    word = items.statements.get(e.on_word_of)
    source = items.actors.get(word.source.actor or "") if word and word.source else None
    return {
        "id": e.id,
        **_in(items),
        "type": e.type,
        "mode": e.mode,
        "context": list(e.context),
        "status": e.status,
        **_quote(e.trigger, "trigger_"),
        "actors": [items.actors[actor].name for actor in e.actor],
        "actor_ids": list(e.actor),
        "recipients": [items.actors[actor].name for actor in e.recipient],
        "recipient_ids": list(e.recipient),
        "when": e.when,
        "when_from": when.from_ if when else None,
        "when_to": when.to if when else None,
        "where": e.where,
        "country": place.country if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "geonameid": place.geonameid if place else None,
        "on_word_of": e.on_word_of,
        "source": source.name if source else None,
        "counts": [_range(c.what, c.low, c.high) + f" ({c.span.text})" for c in e.counts],
    }


def _range(what: str, low: int | None, high: int | None) -> str:
    """How many, as "killed 5", "killed 24 or more", "killed up to 9", "killed 5 to 9"."""
    if low is None:
        return what if high is None else f"{what} up to {high}"
    if high is None:
        return f"{what} {low} or more"
    return f"{what} {low}" if low == high else f"{what} {low} to {high}"


def _actor(a: Actor, items: _Items) -> Row:
    return {
        "id": a.id,
        **_in(items),
        "name": a.name,
        "kind": a.kind,
        "country": a.country,
        "sector": a.sector,
        "named": a.named,
        "aliases": list(a.aliases),
        "roles": [f"{r.title}, {r.organisation}" if r.organisation else r.title for r in a.roles],
        "mentions": _texts(a.mentions),
        "mention_spans": _offsets(a.mentions),
    }


def _place(p: Place, items: _Items) -> Row:
    return {
        "id": p.id,
        **_in(items),
        **_quote(p.span),
        "name": p.name,
        "country": p.country,
        "lat": p.lat,
        "lon": p.lon,
        "geonameid": p.geonameid,
        "feature": p.feature,
        "others": [f"{c.name} ({c.country}) {c.score:.2f}" for c in p.others],
    }


def _time(t: Time, items: _Items) -> Row:
    return {
        "id": t.id,
        **_in(items),
        **_quote(t.span),
        "type": t.type,
        "value": t.value,
        "from": t.from_,
        "to": t.to,
        "anchor": t.anchor,
    }


def link_row(link: Link) -> Row:
    """A link's row; its spans say which report they stand in."""
    return {
        "kind": link.kind,
        "from": link.from_,
        "to": link.to,
        "score": link.score,
        "why": link.why,
        "slot": link.slot,
        "quotes": [span.text for _, span in link.spans],
        "quote_spans": [f"{report}:{span.start}-{span.end}" for report, span in link.spans],
    }
