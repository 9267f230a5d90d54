"""One decision taken into account in the item that it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from onrecord.records import Actor, Count, Event, Place, Source, Span, Statement, Time, TimeType
from onrecord.store.correcting_asked import Item, Json
from onrecord.store.dates import days_of

T = TypeVar("T")
Decided = Mapping[str, set[str]]
"""By item, the fields that a person has decided."""


def changed(
    items: Mapping[str, Item], item: Item, field: str, value: Json, decided: set[str]
) -> Item:
    """``item`` with one decision taken into account; those on other items do not change it."""
    match item:
        case Time() if field == "value":
            from_, to = days_of(value) or (None, None)
            timed = "T" in value
            kind: TimeType = "TIME" if timed else "DATE"
            ends = (None, None) if timed else (from_, to)
            return replace(item, value=value, type=kind, from_=ends[0], to=ends[1], anchor=None)
        case Place():
            return _place(item, field, value, decided)
        case Actor() if field == "name":
            others = (item.name, *(alias for alias in item.aliases if alias != value))
            return replace(item, name=value, aliases=tuple(dict.fromkeys(others)))
        case Actor() if field in ("kind", "country", "named"):
            return _with(item, {field: value})
        case Statement():
            return _statement(items, item, field, value)
        case Event():
            return _event(items, item, field, value, decided)
    return item


def _place(place: Place, field: str, value: Json, decided: set[str]) -> Place:
    """Another name or number is another place: what was read of the first is not kept, but taken
    from the runners-up where the person chose among them."""
    if field == "country":
        return replace(place, country=value)
    if field == "coordinates":
        lat, lon = value or (None, None)
        return replace(place, lat=lat, lon=lon)
    if field not in ("name", "geonameid") or getattr(place, field) == value:
        return place  # as where what had been changed is decided back
    chosen = next((other for other in place.others if getattr(other, field) == value), None)
    new: dict[str, Any] = {
        name: getattr(chosen, name) if chosen else None
        for name in ("name", "country", "lat", "lon", "geonameid", "feature")
    }
    new["name"] = new["name"] or place.name
    new[field] = value
    if "coordinates" in decided:
        new |= {"lat": place.lat, "lon": place.lon}
    for kept in {"name", "country", "geonameid"} & decided - {field}:
        new[kept] = getattr(place, kept)
    return replace(place, others=(), **new)


def _statement(
    items: Mapping[str, Item], statement: Statement, field: str, value: Json
) -> Statement:
    if field == "said":
        same = of(items, statement.said_time, Time)
        told = statement.said_time if same and same.value == value else None
        return replace(statement, said=value, said_time=told)
    if field == "source":
        actor = of(items, value, Actor)
        if actor is None:
            return replace(statement, source=None)
        span = statement.source.span if statement.source else _nearest(actor, statement)
        return replace(statement, source=Source(span, actor.id, actor.named))
    if field in ("act", "addressee", "certainty", "polarity", "quote"):
        return _with(statement, {field: value})
    return statement


def _nearest(actor: Actor, statement: Statement) -> Span:
    """The mention of an actor that is nearest to a statement which named no source."""
    shown = [span for span in (statement.cue, *statement.content) if span is not None]
    return min(actor.mentions, key=lambda span: (abs(span.start - shown[0].start), span.start))


def _event(
    items: Mapping[str, Item], event: Event, field: str, value: Json, decided: set[str]
) -> Event:
    if field == "when":
        same = of(items, event.when_time, Time)
        told = event.when_time if same and same.value == value else None
        return replace(event, when=value, when_time=told)
    if field == "where":
        at = value or {"name": None, "place": None}
        return replace(event, where=at["name"], where_place=at["place"])
    if field == "type":
        # a mode is one of its type's
        mode = event.mode if event.type == value or "mode" in decided else None
        return replace(event, type=value, mode=mode)
    if field in ("actor", "recipient"):
        spans = getattr(event, f"{field}_spans") if value else ()
        return _with(event, {field: tuple(value), f"{field}_spans": spans})
    if field in ("mode", "status", "on_word_of"):
        return _with(event, {field: value})
    return event


def of(items: Mapping[str, Item], item_id: str | None, kind: type[T]) -> T | None:
    found = items.get(item_id or "")
    return found if isinstance(found, kind) else None


def counted(event: Event, decisions: Mapping[str, Json]) -> Event:
    """``event`` with what was decided of its numbers ("count.1"); null takes one out."""
    counts: list[Count | None] = list(event.counts)
    for field, value in decisions.items():
        nth = int(field.partition(".")[2]) - 1
        span = event.counts[nth].span
        counts[nth] = value and Count(value["what"], value["low"], value["high"], span)
    return replace(event, counts=tuple(count for count in counts if count))


def _with(item: T, fields: Mapping[str, Any]) -> T:
    """``item`` with other values, which were looked at when they were decided."""
    return replace(item, **fields)  # type: ignore[type-var]
