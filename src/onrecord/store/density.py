"""How many events and statements there are on which days, for drawing them to scale."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Literal

from onrecord.store.filters import EventFilter, StatementFilter, TimelineFilter
from onrecord.store.items import event_query, statement_query
from onrecord.store.query import Query

Lanes = Literal["type", "actor"]

_FROM = (
    " x JOIN report r ON r.num = x.report"
    " JOIN span h ON h.item = x.num AND h.role = 'sentence' AND h.n = 0"
)


@dataclass(frozen=True, slots=True)
class DayCount:
    """So many items of one lane whose day is stated to lie within the half-open days."""

    kind: Literal["event", "statement"]
    lane: str
    day: str
    day_end: str
    count: int


def days(db: sqlite3.Connection, asked: TimelineFilter, lanes: Lanes) -> Iterator[DayCount]:
    """The counts by lane and days; ``lane`` is a type, an act, or an actor's id in the record."""
    names = {f.name for f in fields(EventFilter)} & {f.name for f in fields(TimelineFilter)}
    common = {name: getattr(asked, name) for name in names - {"limit"}}
    if asked.events:
        query = event_query(db, EventFilter(**common))
        yield from _counted(db, query, "event", "x.type" if lanes == "type" else _DOER)
    if asked.statements and asked.at is None:
        common.pop("at", None)
        query = statement_query(db, StatementFilter(**common))
        yield from _counted(db, query, "statement", "x.act" if lanes == "type" else _SPEAKER)


_SPEAKER = "(SELECT k.id FROM actor_record k WHERE k.actor = x.source_actor)"
_DOER = (
    "(SELECT k.id FROM event_actor ea JOIN actor_record k ON k.actor = ea.actor "
    "WHERE ea.event = x.num AND ea.side = 'actor' AND ea.n = 0)"
)


def _counted(
    db: sqlite3.Connection, query: Query, kind: Literal["event", "statement"], lane: str
) -> Iterator[DayCount]:
    query.where("x.basis = 'stated'")
    sql = query.sql(
        f"SELECT {lane}, x.day, x.day_end, count(*) FROM {kind}{_FROM}", None, None,
        group=f"{lane}, x.day, x.day_end",
    )  # fmt: skip
    for found, day, day_end, count in db.execute(sql, query.values):
        if found is not None:
            yield DayCount(kind, found, day, day_end, count)
