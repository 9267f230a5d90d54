"""The record's actors as a list."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

from onrecord.store.answer import chunks
from onrecord.store.earliest import earliest
from onrecord.store.filters import ActorFilter
from onrecord.store.listing import examples
from onrecord.store.match import actors_named, country_of, whose
from onrecord.store.merged import Merger
from onrecord.store.query import Query
from onrecord.store.ranking import Ranked, Wanted, ranked
from onrecord.store.rows import ActorRow
from onrecord.store.tally import DID, SAID


def actors(db: sqlite3.Connection, asked: ActorFilter) -> Iterator[ActorRow]:
    """The record's actors asked for, those who say the most first.

    Of reports that have later versions only the last counts.
    """
    found, _ = _found(db, asked, 0, asked.limit)
    yield from _rows(db, asked, found)


def actors_page(
    db: sqlite3.Connection, asked: ActorFilter, start: int, size: int
) -> tuple[tuple[ActorRow, ...], int]:
    """Some of them from the one numbered ``start``, and how many there are."""
    found, total = _found(db, asked, start, size)
    return tuple(_rows(db, asked, found)), total


def _found(
    db: sqlite3.Connection, asked: ActorFilter, start: int, size: int | None
) -> tuple[list[Ranked], int]:
    if asked.name is None:
        return ranked(db, _wanted(db, asked), start, size)
    named = list(_named(db, asked))
    return named[start : None if size is None else start + size], len(named)


def _wanted(db: sqlite3.Connection, asked: ActorFilter) -> Wanted:
    country = asked.country and (country_of(db, asked.country) or asked.country.upper())
    return Wanted(asked.kind, country, asked.named)


def _named(db: sqlite3.Connection, asked: ActorFilter) -> Iterator[Ranked]:
    """Those of a name, few enough to be counted each time."""
    query = _query(db, asked, "a")
    sql = query.sql(
        f"SELECT k.id, sum({SAID}) AS said, sum({DID}) AS did, count(*), min(a.num) "
        "FROM actor a JOIN actor_record k ON k.actor = a.num",
        "said DESC, did DESC, k.id",
        None,
        group="k.id",
    )
    for id_, said, did, many, num in db.execute(sql, query.values):
        yield Ranked(id_, said, did, many, num if many == 1 else None)


def _query(db: sqlite3.Connection, asked: ActorFilter, table: str) -> Query:
    query = Query()
    if asked.name is not None:
        query.where(f"{table}.num IN ({actors_named(db, asked.name, query, wide=True)})")
    _wanted(db, asked).put(query, table)
    query.where(f"{table}.report NOT IN (SELECT report FROM past)")
    return query


def _rows(
    db: sqlite3.Connection, asked: ActorFilter, found: Sequence[Ranked]
) -> Iterator[ActorRow]:
    merger = Merger(db)
    for chunk in chunks(found):
        shown = [(one, *_reports(db, asked, one)) for one in chunk]
        quoted = examples(db, [first for _, first, _ in shown], "mention")
        for one, first, in_reports in shown:
            span, ref = quoted[first]
            own = merger.of(first)
            yield ActorRow(
                id=one.id,
                name=own.name,
                kind=own.kind,
                country=own.country,
                sector=own.sector,
                named=own.named,
                aliases=own.aliases,
                reports=in_reports,
                statements=one.said,
                events=one.did,
                example=span,
                report=ref,
            )


def _reports(db: sqlite3.Connection, asked: ActorFilter, one: Ranked) -> tuple[int, int]:
    """The first of the actors of reports that an actor of the record is, and in how many reports
    they are."""
    if one.num is not None:
        return one.num, 1
    of = whose(db, one.id)
    query = _query(db, asked, "x")
    first = earliest(db, "actor x", query, of.holds(query, "x"), many=one.many)
    assert first is not None  # its actors were counted
    query = _query(db, asked, "x")
    query.where(of.holds(query, "x"))
    sql = query.sql("SELECT count(DISTINCT x.report) FROM actor x", None, None)
    return first, int(db.execute(sql, query.values).fetchone()[0])
