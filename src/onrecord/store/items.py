"""Questions about statements and events as SQL."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, Protocol

from onrecord.store.dates import asked_days
from onrecord.store.filters import EventFilter, Scope, StatementFilter
from onrecord.store.match import actors_named, place_names, places_named
from onrecord.store.names import normalise
from onrecord.store.query import Query
from onrecord.store.words import expression

STANDING = "r.num NOT IN (SELECT report FROM retracted_report)"
"""Of a report ``r``: nobody retracted it."""

LATEST = "r.num NOT IN (SELECT report FROM past)"
"""Of a report ``r``: it stands, and no later version of it does."""

OLDEST = "coalesce(x.day, '~'), r.id, h.start, x.num"
NEWEST = "coalesce(x.day, '~') DESC, r.id, h.start, x.num"
"""The orders of items ``x``, both along the index by day. Undated ones, which no day is later than,
are last in the one and first in the other: whoever wants the newest asks for the dated alone."""


class Hit(NamedTuple):
    """A statement or event that answers, by number, with what puts it in its place."""

    num: int
    day: str | None
    basis: Any
    report_id: str
    start: int
    why: str | None

    def order(self) -> tuple[bool, str, str, int, int]:
        """By day, undated last; then by report and by where in it."""
        return (self.day is None, self.day or "", self.report_id, self.start, self.num)


class _Common(Protocol):
    """What statements and events are alike asked for."""

    @property
    def outlet(self) -> str | None: ...
    @property
    def report(self) -> str | None: ...
    @property
    def since(self) -> str | None: ...
    @property
    def until(self) -> str | None: ...
    @property
    def versions(self) -> str: ...
    @property
    def limit(self) -> int | None: ...


def find_statements(db: sqlite3.Connection, asked: StatementFilter) -> Iterator[Hit]:
    """The statements asked for, in order."""
    return find(db, statement_query(db, asked), "statement", limit=asked.limit)


def find_events(db: sqlite3.Connection, asked: EventFilter) -> Iterator[Hit]:
    """The events asked for, in order."""
    return find(db, event_query(db, asked), "event", limit=asked.limit)


def statement_query(db: sqlite3.Connection, asked: StatementFilter) -> Query:
    """What is wanted of a statement ``x`` in a report ``r``."""
    query = Query()
    _acts(query, asked.act)
    if asked.named is not None:
        query.where(f"x.source_named = {int(asked.named)}")
    if asked.by is not None:
        query.where(f"x.source_actor IN ({actors_named(db, asked.by, query, wide=True)})")
    if asked.to is not None:
        query.hits("told", _told(db, asked.to, query), "x.num")
    if asked.about is not None:
        hits = [
            *_mentioned(db, asked.about, query, asked.scope),
            _addressed(db, asked.about, query),
        ]
        query.hits("about", hits, "x.num")
    return _narrowed(db, query, asked)


def event_query(db: sqlite3.Connection, asked: EventFilter) -> Query:
    """What is wanted of an event ``x`` in a report ``r``."""
    query = Query()
    for column, values in (("type", asked.type), ("status", asked.status)):
        if values:
            query.where(f"x.{column} IN ({', '.join(query.bind(value) for value in values)})")
    for side, name in (("actor", asked.by), ("recipient", asked.to)):
        if name is not None:
            actors = actors_named(db, name, query, wide=True)
            query.where(
                "x.num IN (SELECT event FROM event_actor "
                f"WHERE side = '{side}' AND actor IN ({actors}))"
            )
    if asked.at is not None:
        places = places_named(db, asked.at, query, wide=True)
        # a place that no gazetteer knows may be told in words alone
        where = f"x.where_place IS NULL AND lower(x.where_) = lower({query.bind(asked.at)})"
        query.where(f"x.where_place IN ({places}) OR {where}")
    if asked.about is not None:
        hits = [*_mentioned(db, asked.about, query, "sentence"), _involved(db, asked.about, query)]
        query.hits("about", hits, "x.num")
    return _narrowed(db, query, asked)


def _narrowed(db: sqlite3.Connection, query: Query, asked: _Common) -> Query:
    """``query`` with what statements and events are alike asked for.

    Of the item alone, so that whoever counts need not look up a hundred thousand reports.
    """
    if asked.outlet is not None:
        named = outlets(db, asked.outlet, query)
        query.where(f"x.report IN (SELECT num FROM report WHERE outlet IN ({named}))")
    if asked.report is not None:
        query.where(f"x.report = (SELECT num FROM report WHERE id = {query.bind(asked.report)})")
    if asked.versions == "latest":
        query.where("x.report NOT IN (SELECT report FROM past)")
    start, end = asked_days(asked.since, asked.until)
    if start is not None:
        query.where(f"x.day_end > {query.bind(start)}")
    if end is not None:
        query.where(f"coalesce(x.day, '~') < {query.bind(end)}")
    return query


def find(
    db: sqlite3.Connection,
    query: Query,
    table: str,
    *,
    limit: int | None,
    start: int = 0,
    newest: bool = False,
) -> Iterator[Hit]:
    """The hits of a query by day, ``start`` of them passed over; the newest first where wished."""
    why = " || ',' || ".join(f"{name}.why" for name in query.made) or "NULL"
    # holds of all, and tells SQLite that the index by day is of use
    query.where("coalesce(x.day, '~') > ''")
    sql = query.sql(
        f"SELECT x.num, x.day, x.basis, r.id, h.start, {why} FROM {table} x",
        NEWEST if newest else OLDEST,
        limit,
        start=start,
        # CROSS keeps SQLite from beginning with them
        after="CROSS JOIN report r ON r.num = x.report "
        "CROSS JOIN span h ON h.item = x.num AND h.role = 'sentence' AND h.n = 0",
    )
    for row in db.execute(sql, query.values):
        yield Hit(*row)


def outlets(db: sqlite3.Connection, asked: str, query: Query) -> str:
    """The record's outlets of the name asked for, as bound values."""
    return ", ".join(query.bind(name) for name in outlets_called(db, asked))


def outlets_called(db: sqlite3.Connection, asked: str) -> list[str]:
    """The record's outlets of the name asked for."""
    norm = normalise(asked)
    # from one to the next along their index: there are few, of many reports each
    names = db.execute(
        "WITH RECURSIVE one (name) AS (SELECT min(outlet) FROM report WHERE outlet IS NOT NULL "
        "UNION ALL SELECT (SELECT min(outlet) FROM report WHERE outlet > name) "
        "FROM one WHERE name IS NOT NULL) SELECT name FROM one WHERE name IS NOT NULL"
    )
    return [name for (name,) in names.fetchall() if normalise(name) == norm]


def _acts(query: Query, acts: Iterable[str]) -> None:
    if acts:
        query.where(f"x.act IN ({', '.join(query.bind(act) for act in acts)})")


def _told(db: sqlite3.Connection, asked: str, query: Query) -> list[str]:
    """Statements to somebody, and warnings to nobody in particular that say "if" of them."""
    actors = actors_named(db, asked, query, wide=True)
    return [
        f"SELECT num, 'addressee' AS why FROM statement WHERE addressee IN ({actors})",
        "SELECT num, 'condition' FROM statement WHERE addressee IS NULL "
        "AND act IN ('warn', 'threaten') AND num IN (SELECT holder FROM touches "
        f"WHERE scope = 'condition' AND what IN ({actors}))",
    ]


def _addressed(db: sqlite3.Connection, asked: str, query: Query) -> str:
    actors = _actors_about(db, asked, query)
    return f"SELECT num, 'addressee' FROM statement WHERE addressee IN ({actors})"


def _involved(db: sqlite3.Connection, asked: str, query: Query) -> str:
    places = places_named(db, asked, query, wide=False)
    return (
        "SELECT event, 'actor' FROM event_actor "
        f"WHERE actor IN ({_actors_about(db, asked, query)}) "
        f"UNION SELECT num, 'place' FROM event WHERE where_place IN ({places})"
    )


def _actors_about(db: sqlite3.Connection, asked: str, query: Query) -> str:
    # words that are nobody's name, such as a quoted phrase alone, name nobody
    if not normalise(asked):
        return "SELECT NULL"
    return actors_named(db, asked, query, wide=False)


def _mentioned(db: sqlite3.Connection, asked: str, query: Query, scope: Scope) -> list[str]:
    """What mentions the words, or a place or actor of that name, within ``scope``."""
    words = expression(asked, place_names(db, asked))
    scopes = (
        "('condition', 'content')" if scope == "content" else "('condition', 'content', 'sentence')"
    )
    columns = ["content"] if scope == "content" else ["content", "sentence"]
    hits = [
        f"SELECT rowid AS num, '{column}' AS why FROM item_fts "
        f"WHERE item_fts MATCH {query.bind(f'{column} : ({words})')}"
        for column in columns
    ]
    for why, named in (
        ("place", places_named(db, asked, query, wide=False)),
        ("actor", _actors_about(db, asked, query)),
    ):
        hits.append(
            f"SELECT holder, '{why}' FROM touches WHERE scope IN {scopes} AND what IN ({named})"
        )
    if scope == "report":
        hits.append(
            "SELECT item.num, 'report' FROM report_fts JOIN item ON item.report = report_fts.rowid "
            f"WHERE report_fts MATCH {query.bind(words)}"
        )
    return hits
