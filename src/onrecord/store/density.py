"""How many events and statements there are on which days, for drawing them to scale."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import fields
from typing import Literal, NamedTuple

from onrecord.store.filters import EventFilter, StatementFilter, TimelineFilter
from onrecord.store.items import event_query, statement_query
from onrecord.store.load import rows
from onrecord.store.match import groups_of
from onrecord.store.query import Query

Lanes = Literal["type", "actor"]
Kind = Literal["event", "statement"]

OTHERS = "others"


class DayCount(NamedTuple):
    """So many items of one lane whose day is stated to lie within the half-open days.

    A tuple, since there are ten thousand and more of them: a frozen dataclass takes four times as
    long to make.
    """

    kind: Kind
    lane: str
    day: str
    day_end: str
    items: int


def days(db: sqlite3.Connection, asked: TimelineFilter, lanes: Lanes) -> Iterator[DayCount]:
    """The counts by lane and days.

    ``lane`` is a type, an act, or the id in the record of an actor; all unnamed ones, of whom there
    are thousands and each in one report alone, are ``OTHERS``.
    """
    names = {f.name for f in fields(EventFilter)} & {f.name for f in fields(TimelineFilter)}
    common = {name: getattr(asked, name) for name in names - {"limit"}}
    found: list[tuple[Kind, Query]] = []
    if asked.events:
        found.append(("event", event_query(db, EventFilter(**common))))
    if asked.statements and asked.at is None:
        common.pop("at", None)
        found.append(("statement", statement_query(db, StatementFilter(**common))))
    for kind, query in found:
        query.where("x.basis = 'stated'")
        yield from _by_type(db, query, kind) if lanes == "type" else _by_actor(db, query, kind)


_TYPE = {"event": "x.type", "statement": "x.act"}
_DOER = {
    "event": "(SELECT e.actor FROM event_actor e "
    "WHERE e.event = x.num AND e.side = 'actor' AND e.n = 0)",
    "statement": "x.source_actor",
}

_WHO = (
    "CASE WHEN NOT a.named THEN 0 "
    "WHEN a.key IN (SELECT key FROM actor_group UNION ALL SELECT key FROM actor_parted) "
    "AND a.num NOT IN (SELECT actor FROM actor_own) THEN -a.key ELSE a.num END"
)
"""An actor's form, made negative, where that tells who it is; else the actor's own number; 0 for
all that are unnamed."""


def _by_type(db: sqlite3.Connection, query: Query, kind: Kind) -> Iterator[DayCount]:
    lane = _TYPE[kind]
    sql = query.sql(
        f"SELECT {lane}, x.day, x.day_end, count(*) FROM {kind} x", None, None,
        group=f"{lane}, x.day, x.day_end",
    )  # fmt: skip
    for row in db.execute(sql, query.values):
        yield DayCount(kind, *row)


def _by_actor(db: sqlite3.Connection, query: Query, kind: Kind) -> Iterator[DayCount]:
    """By the record's actors, each form looked up once."""
    sql = query.sql(
        f"SELECT {_WHO}, x.day, x.day_end, count(*) FROM {kind} x", None, None, group="1, 2, 3",
        after=f"CROSS JOIN actor a ON a.num = {_DOER[kind]}",
    )  # fmt: skip
    counts = db.execute(sql, query.values).fetchall()
    who = {who for who, *_ in counts}
    ids = {0: OTHERS}
    ids |= {-key: id_ for key, id_ in groups_of(db, [-w for w in who if w < 0]).items()}
    alone = "SELECT actor, id FROM actor_record WHERE actor IN {nums}"
    ids |= dict(rows(db, alone, [w for w in who if w > 0]))
    for one, day, day_end, count in counts:
        yield DayCount(kind, ids[one], day, day_end, count)
