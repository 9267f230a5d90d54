"""Records to JSON objects, their keys in the order in which the format documents them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from onrecord.records import (
    Actor,
    Candidate,
    Count,
    Event,
    Link,
    Place,
    Report,
    ReportRecord,
    Role,
    Source,
    Span,
    Statement,
    Time,
)

Json = dict[str, Any]

# JSON leaves these bare in strings, but readers that split lines as Unicode does would cut there.
_LINE_BREAKS = {"\u0085": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def record_to_dict(record: ReportRecord) -> Json:
    """The JSON object of a report's record. Where it came from on disk is no part of it."""
    return {
        "report": _report(record.report),
        "times": [_time(time) for time in record.times],
        "places": [_place(place) for place in record.places],
        "actors": [_actor(actor) for actor in record.actors],
        "statements": [_statement(statement) for statement in record.statements],
        "events": [_event(event) for event in record.events],
        "links": [link_to_dict(link) for link in record.links],
    }


def item_to_dict(item: Report | Time | Place | Actor | Statement | Event) -> Json:
    """The JSON object of one item, as it stands in its report's record."""
    match item:
        case Report():
            return _report(item)
        case Time():
            return _time(item)
        case Place():
            return _place(item)
        case Actor():
            return _actor(item)
        case Statement():
            return _statement(item)
        case Event():
            return _event(item)


def link_to_dict(link: Link) -> Json:
    """The JSON object of a link; its spans say which report they stand in."""
    return {
        "kind": link.kind,
        "from": link.from_,
        "to": link.to,
        "score": link.score,
        "why": link.why,
        "slot": link.slot,
        "spans": [{"report": report, **_span(span)} for report, span in link.spans],
    }


def to_json_line(record: ReportRecord) -> str:
    """A report's record on one line, without the line end."""
    return json_line(record_to_dict(record))


def links_line(links: Sequence[Link]) -> str:
    """A line of links between reports, without the line end."""
    return json_line({"links": [link_to_dict(link) for link in links]})


def json_line(value: Json) -> str:
    """Any JSON object on one line, whatever a reader of lines takes for a line end."""
    line = json.dumps(value, ensure_ascii=False, allow_nan=False)
    for char, escape in _LINE_BREAKS.items():
        line = line.replace(char, escape)
    return line


def _span(span: Span) -> Json:
    return {"start": span.start, "end": span.end, "text": span.text}


def _spans(spans: Sequence[Span]) -> list[Json]:
    return [_span(span) for span in spans]


def _span_or_none(span: Span | None) -> Json | None:
    return None if span is None else _span(span)


def _report(report: Report) -> Json:
    return {
        "id": report.id,
        "outlet": report.outlet,
        "title": report.title,
        "author": report.author,
        "url": report.url,
        "published": report.published,
        "published_basis": report.published_basis,
        "language": report.language,
        "sha256": report.sha256,
        "version_of": report.version_of,
        "text": report.text,
    }


def _time(time: Time) -> Json:
    return {
        "id": time.id,
        **_span(time.span),
        "type": time.type,
        "value": time.value,
        "from": time.from_,
        "to": time.to,
        "anchor": time.anchor,
    }


def _place(place: Place) -> Json:
    return {
        "id": place.id,
        **_span(place.span),
        "name": place.name,
        "country": place.country,
        "lat": place.lat,
        "lon": place.lon,
        "geonameid": place.geonameid,
        "feature": place.feature,
        "others": [_candidate(other) for other in place.others],
    }


def _candidate(other: Candidate) -> Json:
    return {
        "name": other.name,
        "country": other.country,
        "lat": other.lat,
        "lon": other.lon,
        "geonameid": other.geonameid,
        "feature": other.feature,
        "score": other.score,
    }


def _actor(actor: Actor) -> Json:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind,
        "country": actor.country,
        "sector": actor.sector,
        "named": actor.named,
        "aliases": list(actor.aliases),
        "roles": [_role(role) for role in actor.roles],
        "mentions": _spans(actor.mentions),
    }


def _role(role: Role) -> Json:
    return {
        "title": role.title,
        "organisation": role.organisation,
        "since": role.since,
        "until": role.until,
        **_span(role.span),
    }


def _source(source: Source | None) -> Json | None:
    if source is None:
        return None
    return {**_span(source.span), "actor": source.actor, "named": source.named}


def _statement(statement: Statement) -> Json:
    return {
        "id": statement.id,
        "source": _source(statement.source),
        "cue": _span_or_none(statement.cue),
        "content": _spans(statement.content),
        "quote": statement.quote,
        "act": statement.act,
        "addressee": statement.addressee,
        "condition": _span_or_none(statement.condition),
        "consequence": _span_or_none(statement.consequence),
        "certainty": statement.certainty,
        "polarity": statement.polarity,
        "said": statement.said,
        "said_time": statement.said_time,
        "channel": statement.channel,
        "channel_span": _span_or_none(statement.channel_span),
        "within": statement.within,
    }


def _event(event: Event) -> Json:
    return {
        "id": event.id,
        "trigger": _span(event.trigger),
        "type": event.type,
        "mode": event.mode,
        "context": list(event.context),
        "actor": list(event.actor),
        "actor_spans": _spans(event.actor_spans),
        "recipient": list(event.recipient),
        "recipient_spans": _spans(event.recipient_spans),
        "when": event.when,
        "when_time": event.when_time,
        "where": event.where,
        "where_place": event.where_place,
        "status": event.status,
        "on_word_of": event.on_word_of,
        "counts": [_count(count) for count in event.counts],
    }


def _count(count: Count) -> Json:
    return {"what": count.what, "low": count.low, "high": count.high, **_span(count.span)}
