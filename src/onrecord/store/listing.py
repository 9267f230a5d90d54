"""The lists of a record: its reports, actors, places and times."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from onrecord.records import Span
from onrecord.store.answer import REF, chunks, report_refs
from onrecord.store.dates import asked_days
from onrecord.store.filters import ReportFilter, TimeFilter
from onrecord.store.items import LATEST, STANDING, outlets
from onrecord.store.load import load_times, made, rows
from onrecord.store.match import actors_named, place_names, places_named
from onrecord.store.names import normalise
from onrecord.store.query import Query
from onrecord.store.rows import ReportRef, ReportRow, TimeRow
from onrecord.store.words import expression


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


def examples(
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
