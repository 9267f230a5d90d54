"""Pages of the answers, so that nobody loads a hundred thousand rows to see fifty."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from onrecord.store import actorlist, listing, placelist
from onrecord.store.answer import chunks, event_rows, statement_rows
from onrecord.store.filters import (
    ActorFilter,
    EventFilter,
    PlaceFilter,
    ReportFilter,
    StatementFilter,
)
from onrecord.store.items import Hit, event_query, find, statement_query
from onrecord.store.pages import Page, Paging
from onrecord.store.query import Query
from onrecord.store.rows import ActorRow, EventRow, PlaceRow, ReportRow, StatementRow

T = TypeVar("T")

ITEM = "FROM {table} x"


def count(db: sqlite3.Connection, query: Query, source: str, what: str = "*") -> int:
    """How many rows of ``source`` a query is answered with."""
    sql = query.sql(f"SELECT count({what}) {source}", None, None)
    return int(db.execute(sql, query.values).fetchone()[0])


def statements(
    db: sqlite3.Connection, asked: StatementFilter, paging: Paging
) -> Page[StatementRow]:
    """A page of the statements asked for."""
    total = count(db, statement_query(db, asked), ITEM.format(table="statement"))
    hits = _hits(db, lambda: statement_query(db, asked), "statement", paging)
    return Page(_by_chunk(hits, lambda some: statement_rows(db, some)), paging.start, total)


def events(db: sqlite3.Connection, asked: EventFilter, paging: Paging) -> Page[EventRow]:
    """A page of the events asked for."""
    total = count(db, event_query(db, asked), ITEM.format(table="event"))
    hits = _hits(db, lambda: event_query(db, asked), "event", paging)
    return Page(_by_chunk(hits, lambda some: event_rows(db, some)), paging.start, total)


def reports(db: sqlite3.Connection, asked: ReportFilter, paging: Paging) -> Page[ReportRow]:
    """A page of the reports asked for."""
    total = count(db, listing.report_query(db, asked), "FROM report r")
    part = replace(asked, limit=paging.size)
    newest = paging.order == "newest"
    rows = tuple(listing.reports(db, part, start=paging.start, newest=newest))
    return Page(rows, paging.start, total)


def actors(db: sqlite3.Connection, asked: ActorFilter, paging: Paging) -> Page[ActorRow]:
    """A page of the record's actors asked for."""
    rows, total = actorlist.actors_page(db, asked, paging.start, paging.size)
    return Page(rows, paging.start, total)


def places(db: sqlite3.Connection, asked: PlaceFilter, paging: Paging) -> Page[PlaceRow]:
    """A page of the record's places asked for."""
    rows, total = placelist.places_page(db, asked, paging.start, paging.size)
    return Page(rows, paging.start, total)


def _hits(
    db: sqlite3.Connection, ask: Callable[[], Query], table: str, paging: Paging
) -> list[Hit]:
    """The hits of a page; ``ask`` makes the query anew."""
    start, size = paging.start, paging.size
    if paging.order == "oldest":
        return list(find(db, ask(), table, limit=size, start=start))
    dated = _where(ask(), "x.day IS NOT NULL")
    found = list(find(db, dated, table, limit=size, start=start, newest=True))
    if len(found) < size:
        before = count(db, _where(ask(), "x.day IS NOT NULL"), ITEM.format(table=table))
        undated = _where(ask(), "x.day IS NULL")
        left = size - len(found)
        found += find(db, undated, table, limit=left, start=max(0, start - before))
    return found


def _where(query: Query, condition: str) -> Query:
    query.where(condition)
    return query


def _by_chunk(hits: Sequence[Hit], make: Callable[[Sequence[Hit]], Iterable[T]]) -> tuple[T, ...]:
    return tuple(row for some in chunks(hits) for row in make(some))
