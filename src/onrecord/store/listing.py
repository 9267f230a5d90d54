"""The lists of a record: its reports, actors, places and times."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from onrecord.records import Span
from onrecord.store.answer import REF, chunks, report_refs
from onrecord.store.dates import asked_days
from onrecord.store.filters import ActorFilter, PlaceFilter, ReportFilter, TimeFilter
from onrecord.store.items import LATEST, STANDING, outlets
from onrecord.store.load import load_times, made, rows
from onrecord.store.match import actors_named, country_of, place_names, places_named
from onrecord.store.merged import Merger, by_frequency
from onrecord.store.names import normalise
from onrecord.store.query import Query
from onrecord.store.rows import ActorRow, PlaceRow, ReportRef, ReportRow, TimeRow
from onrecord.store.words import expression

SPELLINGS_FROM = 200
"""Mentions of a place of which the spellings are looked at: each is in another report's text."""

SAME_PLACE = "coalesce(p.geonameid, p.name || '/' || coalesce(p.country, ''))"
"""What the mentions of one place have in common, and is indexed."""


def report_query(db: sqlite3.Connection, asked: ReportFilter) -> Query:
    """What is wanted of a report ``r``."""
    query = Query()
    if asked.outlet is not None:
        query.where(f"r.outlet IN ({outlets(db, asked.outlet, query)})")
    if asked.language is not None:
        query.where(f"r.language = {query.bind(asked.language)}")
    if asked.received_since is not None:
        query.where(f"r.received > {query.bind(asked.received_since)}")
    start, end = asked_days(asked.since, asked.until)
    if start is not None:
        query.where(f"r.published >= {query.bind(start)}")
    if end is not None:
        query.where(f"r.published < {query.bind(end)}")
    query.where(LATEST if asked.versions == "latest" else STANDING)
    if asked.about is not None:
        words = query.bind(expression(asked.about, place_names(db, asked.about)))
        hits = [f"SELECT rowid AS num, '' AS why FROM report_fts WHERE report_fts MATCH {words}"]
        if normalise(asked.about):
            hits += [
                f"SELECT report, '' FROM item WHERE num IN ({named})"
                for named in (
                    places_named(db, asked.about, query, wide=False),
                    actors_named(db, asked.about, query, wide=False),
                )
            ]
        query.hits("about", hits, "r.num")
    return query


def reports(
    db: sqlite3.Connection, asked: ReportFilter, *, start: int = 0, newest: bool = False
) -> Iterator[ReportRow]:
    """The reports asked for by date, ``start`` passed over; the newest first where wished."""
    query = report_query(db, asked)
    ref = ", ".join(f"r.{column}" for column in REF.split(", "))
    sql = query.sql(
        f"SELECT r.num, {ref}, r.length, r.received, r.path, r.readable, "
        "(SELECT min(v.id) FROM report v WHERE v.version_of = r.id) FROM report r",
        "coalesce(r.published, '') DESC, r.id" if newest else "coalesce(r.published, '~'), r.id",
        asked.limit,
        start=start,
    )
    for chunk in chunks(db.execute(sql, query.values)):
        counts = _item_counts(db, [row[0] for row in chunk])
        for num, *fields in chunk:
            *ref_fields, length, received, path, readable, newer = fields
            found = [counts.get((num, letter), 0) for letter in "tpase"]
            ref_ = ReportRef(*ref_fields)
            yield made(ReportRow, ref_, length, received, path, bool(readable), *found, newer)


def _item_counts(db: sqlite3.Connection, nums: list[int]) -> dict[tuple[int, str], int]:
    sql = "SELECT report, kind, count(*) FROM item WHERE report IN {nums} GROUP BY report, kind"
    return {(report, kind): count for report, kind, count in rows(db, sql, nums)}


def times(db: sqlite3.Connection, asked: TimeFilter) -> Iterator[TimeRow]:
    """The time expressions asked for."""
    query = Query()
    if asked.report is not None:
        query.where(f"r.id = {query.bind(asked.report)}")
    start, end = asked_days(asked.since, asked.until)
    if start is not None:
        query.where(f"t.to_ > {query.bind(start)}")
    if end is not None:
        query.where(f"t.from_ < {query.bind(end)}")
    sql = query.sql(
        "SELECT t.num, r.num FROM time t JOIN report r ON r.num = t.report",
        "coalesce(r.published, '~'), r.id, t.num",
        asked.limit,
    )
    for chunk in chunks(db.execute(sql, query.values)):
        found = load_times(db, [num for num, _ in chunk])
        refs = report_refs(db, (report for _, report in chunk))
        for num, report in chunk:
            yield TimeRow(found[num], refs[report])


def actor_query(db: sqlite3.Connection, asked: ActorFilter) -> Query:
    """What is wanted of an actor ``a`` in a report ``r``."""
    query = Query()
    if asked.name is not None:
        query.where(f"a.num IN ({actors_named(db, asked.name, query, wide=True)})")
    if asked.kind:
        query.where(f"a.kind IN ({', '.join(query.bind(kind) for kind in asked.kind)})")
    if asked.country is not None:
        code = country_of(db, asked.country) or asked.country.upper()
        query.where(f"a.country = {query.bind(code)}")
    if asked.named is not None:
        query.where(f"a.named = {int(asked.named)}")
    query.where(LATEST)
    return query


def actors(db: sqlite3.Connection, asked: ActorFilter, *, start: int = 0) -> Iterator[ActorRow]:
    """The record's actors asked for, those who say the most first, ``start`` passed over.

    Of reports that have later versions only the last counts.
    """
    query = actor_query(db, asked)
    sql = query.sql(
        f"SELECT k.id, {_first('a')}, count(DISTINCT a.report), "
        "sum((SELECT count(*) FROM statement s WHERE s.source_actor = a.num)) AS said, "
        "sum((SELECT count(DISTINCT event) FROM event_actor e WHERE e.actor = a.num)) AS did "
        "FROM actor a JOIN actor_record k ON k.actor = a.num JOIN report r ON r.num = a.report",
        "said DESC, did DESC, k.id",
        asked.limit,
        group="k.id",
        start=start,
    )
    merger = Merger(db)
    for chunk in chunks(db.execute(sql, query.values)):
        firsts = [int(row[1].partition(" ")[2]) for row in chunk]
        examples = _examples(db, firsts, "mention")
        for (record_id, _, in_reports, said, did), first in zip(chunk, firsts, strict=True):
            span, ref = examples[first]
            own = merger.of(first)
            yield ActorRow(
                id=record_id,
                name=own.name,
                kind=own.kind,
                country=own.country,
                sector=own.sector,
                named=own.named,
                aliases=own.aliases,
                reports=in_reports,
                statements=said,
                events=did,
                example=span,
                report=ref,
            )


def place_query(db: sqlite3.Connection, asked: PlaceFilter) -> Query:
    """What is wanted of a place ``p`` in a report ``r``."""
    query = Query()
    if asked.name is not None:
        query.where(f"p.num IN ({places_named(db, asked.name, query, wide=True)})")
    if asked.country is not None:
        code = country_of(db, asked.country) or asked.country.upper()
        query.where(f"p.country = {query.bind(code)}")
    query.where(LATEST)
    return query


def places(db: sqlite3.Connection, asked: PlaceFilter, *, start: int = 0) -> Iterator[PlaceRow]:
    """The record's places asked for, the most often mentioned first, ``start`` passed over.

    Mentions are one place by the gazetteer's number; without one, by name and country.
    """
    query = place_query(db, asked)
    sql = query.sql(
        "SELECT p.name, p.country, p.lat, p.lon, p.geonameid, p.feature, count(*) AS mentions, "
        f"count(DISTINCT p.report), {_first('p')}, {SAME_PLACE} "
        "FROM place p JOIN report r ON r.num = p.report",
        "mentions DESC, p.name, p.country, p.geonameid",
        asked.limit,
        group=SAME_PLACE,
        start=start,
    )
    for chunk in chunks(db.execute(sql, query.values)):
        firsts = [int(row[8].partition(" ")[2]) for row in chunk]
        examples = _examples(db, firsts, "self")
        for (*fields, mentions, in_reports, _, same), first in zip(chunk, firsts, strict=True):
            spelled = _spellings(db, same)
            yield made(PlaceRow, *fields, spelled, mentions, in_reports, *examples[first])


def _spellings(db: sqlite3.Connection, same: int | str) -> tuple[str, ...]:
    """How reports write a place, the most frequent first."""
    sql = (
        "SELECT s.start, s.stop, r.text FROM place p JOIN report r ON r.num = p.report "
        f"JOIN span s ON s.item = p.num WHERE {SAME_PLACE} = ? ORDER BY r.id, p.num LIMIT ?"
    )
    found = db.execute(sql, (same, SPELLINGS_FROM))
    return by_frequency(text[start:stop] for start, stop, text in found)


def _first(table: str) -> str:
    """The first item of the group: in the report of the least id, so the same however added."""
    return f"min(r.id || ' ' || printf('%015d', {table}.num))"


def _examples(
    db: sqlite3.Connection, nums: list[int], role: str
) -> dict[int, tuple[Span, ReportRef]]:
    """Of each item its first span of ``role``, and the report that it stands in."""
    sql = (
        "SELECT s.item, s.report, s.start, s.stop, r.text FROM span s JOIN report r "
        f"ON r.num = s.report WHERE s.item IN {{nums}} AND s.role = '{role}' AND s.n = 0"
    )
    found = list(rows(db, sql, nums))
    refs = report_refs(db, (report for _, report, *_ in found))
    return {
        item: (Span(start, stop, text[start:stop]), refs[report])
        for item, report, start, stop, text in found
    }
