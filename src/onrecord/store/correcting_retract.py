"""A report's record without what was retracted, and without what rested on it alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from onrecord.records import Event, ReportRecord, Statement
from onrecord.store.correcting_asked import Item

T = TypeVar("T", bound=Item)
Items = Mapping[str, Item]


def without(
    base: ReportRecord, items: Items, retracted: set[str]
) -> tuple[ReportRecord, frozenset[str]]:
    """The record of ``items``, ``retracted`` aside, and the ids of all that is gone with them.

    ``items`` are those of ``base`` as they stand. With a report all of its items go. An event told
    of on a retracted statement's word goes too, since it is not the reporter's own; whatever else
    refers to what is gone loses that reference, and what rested on it is not known any more.
    """
    whole = base.report.id in retracted
    gone = set(items) if whole else set(items) & retracted
    told = {item.id for item in items.values() if isinstance(item, Statement)} & gone
    gone |= {e.id for e in items.values() if isinstance(e, Event) and e.on_word_of in told}
    outer = {s.id: s.within for s in items.values() if isinstance(s, Statement)}

    def left(kept: tuple[T, ...]) -> tuple[T, ...]:
        found = (items[item.id] for item in kept if item.id not in gone)
        return tuple(_apart(item, items, gone, outer) for item in found)  # type: ignore[misc]

    record = ReportRecord(
        report=base.report,
        times=left(base.times),
        places=left(base.places),
        actors=left(base.actors),
        statements=left(base.statements),
        events=left(base.events),
        links=base.links,
    )
    return record, frozenset(gone | ({base.report.id} if whole else set()))


def _apart(item: Item, items: Items, gone: set[str], outer: Mapping[str, str | None]) -> Item:
    """``item`` without references to what is gone."""
    match item:
        case Statement():
            return _statement(item, gone, outer)
        case Event():
            return _event(item, items, gone)
        case _:
            return item


def _statement(s: Statement, gone: set[str], outer: Mapping[str, str | None]) -> Statement:
    within = s.within
    while within is not None and within in gone:
        within = outer[within]
    timed = s.said_time not in gone
    source = s.source
    if source is not None and source.actor in gone:
        source = replace(source, actor=None)
    return replace(
        s,
        source=source,
        addressee=None if s.addressee in gone else s.addressee,
        said=s.said if timed else None,
        said_time=s.said_time if timed else None,
        within=within,
    )


def _event(e: Event, items: Items, gone: set[str]) -> Event:
    timed, placed = e.when_time not in gone, e.where_place not in gone
    actor = tuple(one for one in e.actor if one not in gone)
    recipient = tuple(one for one in e.recipient if one not in gone)
    return replace(
        e,
        actor=actor,
        actor_spans=e.actor_spans if actor or not e.actor else (),
        recipient=recipient,
        recipient_spans=e.recipient_spans if recipient or not e.recipient else (),
        when=e.when if timed else None,
        when_time=e.when_time if timed else None,
        where=e.where if placed else None,
        where_place=e.where_place if placed else None,
    )
