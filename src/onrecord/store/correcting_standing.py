"""A report's record with what persons decided about it: a function of the two alone.

What follows from a decision follows here too: a place's new name is where its events happened, what
rests on a retracted statement's word goes with it.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from onrecord.records import (
    Actor,
    Event,
    Place,
    Report,
    ReportRecord,
    Source,
    Statement,
    Time,
)
from onrecord.store.correcting_apply import Decided, changed, counted, of
from onrecord.store.correcting_asked import Item, Json
from onrecord.store.correcting_looked import CONFIRMED, NOT_LINKED
from onrecord.store.correcting_redate import Redated, redate
from onrecord.store.correcting_retract import without
from onrecord.store.correcting_values import RETRACTED
from onrecord.store.rows import Correction

Redating = Callable[[str | None], Redated | None]
"""What the report's times come to with another date of publication, where that is known."""

Taken = list[tuple[str, str, Json]]
"""Item, field and value of each decision that holds, in the order in which they were taken."""

Items = dict[str, Item]


@dataclass(frozen=True, slots=True)
class Standing:
    """What stands of a report: its record without what is retracted, and the ids of that."""

    record: ReportRecord
    retracted: frozenset[str]


def standing(read: ReportRecord, decisions: Iterable[Correction], redating: Redating) -> Standing:
    """``read`` with the ``decisions`` about it that hold, in the order in which they were taken."""
    taken = [(d.item_id, d.field, json.loads(d.value)) for d in decisions]
    decided: Decided = defaultdict(set)
    for item_id, field, _ in taken:
        decided[item_id].add(field)
    base = replace(read, report=_report(read.report, taken))
    if base.report.published != read.report.published:
        base = redate(base, redating(base.report.published))
    items: Items = {item.id: item for item in items_of(base)}
    for item_id, field, value in taken:
        if item_id in items:
            items[item_id] = changed(items, items[item_id], field, value, decided[item_id])
    for event in base.events:
        counts = {f: v for i, f, v in taken if i == event.id and f.startswith("count.")}
        now = of(items, event.id, Event)
        if counts and now is not None:
            items[event.id] = counted(now, counts)
    _follow(base, items, decided)
    retracted = {i for i, field, _ in taken if field == RETRACTED}
    record, gone = without(base, items, retracted)
    return Standing(record, gone)


def items_of(record: ReportRecord) -> tuple[Item, ...]:
    """Every item of a record, in the order in which they are numbered."""
    return (*record.times, *record.places, *record.actors, *record.statements, *record.events)


def _report(report: Report, taken: Taken) -> Report:
    for item_id, field, value in taken:
        if item_id != report.id or field in (RETRACTED, CONFIRMED, NOT_LINKED):
            continue
        if field == "published":
            report = dated(report, value)
        else:
            report = replace(report, **{field: value})
    return report


def dated(report: Report, published: str | None) -> Report:
    """``report`` with the date of publication that somebody tells, or without one."""
    return replace(
        report, published=published, published_basis=None if published is None else "told"
    )


def _follow(base: ReportRecord, items: Items, decided: Decided) -> None:
    """Lets items follow those that they refer to, in what nobody decided of themselves."""
    times = {t.id: (t, items[t.id]) for t in base.times if "value" in decided[t.id]}
    places = {p.id: (p, items[p.id]) for p in base.places if decided[p.id] & {"name", "geonameid"}}
    for statement in base.statements:
        now = items[statement.id]
        assert isinstance(now, Statement)
        if "said" not in decided[statement.id]:
            now = replace(now, said=_value(times, now.said_time, now.said))
        if now.source is not None:
            now = replace(now, source=_source(base, items, decided, statement, now.source))
        items[statement.id] = now
    for event in base.events:
        happened = items[event.id]
        assert isinstance(happened, Event)
        if "when" not in decided[event.id]:
            when = _value(times, happened.when_time, happened.when)
            happened = replace(happened, when=when)
        if "where" not in decided[event.id]:
            before, after = places.get(happened.where_place or "", (None, None))
            if isinstance(before, Place) and isinstance(after, Place):
                where = after.name if happened.where == before.name else happened.where
                happened = replace(happened, where=where)
        items[event.id] = happened


def _value(
    times: dict[str, tuple[Time, Item]], time_id: str | None, value: str | None
) -> str | None:
    """The value that rests on a time, or the time's new one."""
    before, after = times.get(time_id or "", (None, None))
    if before is None or not isinstance(after, Time) or value != before.value:
        return value
    return after.value


def _source(
    base: ReportRecord, items: Items, decided: Decided, read: Statement, source: Source
) -> Source:
    """A source is named where its actor is, if it was so read or somebody decided on either."""
    actor = of(items, source.actor, Actor)
    if actor is None:
        return source
    if "source" in decided[read.id]:
        return replace(source, named=actor.named)
    before = next(one for one in base.actors if one.id == actor.id)
    if "named" in decided[actor.id] and source.named == before.named:
        return replace(source, named=actor.named)
    return source
