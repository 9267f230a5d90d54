"""One item of the record, or one number of what it holds, at a time."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

from onrecord.errors import QueryError
from onrecord.records import Actor, Event, Place, Statement, Time
from onrecord.store import load
from onrecord.store.answer import event_rows, statement_rows
from onrecord.store.correcting import corrections
from onrecord.store.correcting_rows import as_read
from onrecord.store.earliest import BY_DATE, earliest
from onrecord.store.items import STANDING, Hit
from onrecord.store.match import actors_by_id, whose
from onrecord.store.names import RECORD
from onrecord.store.query import Query
from onrecord.store.rows import EventRow, Found, Info, StatementRow
from onrecord.store.schema import VERSION


def report_number(db: sqlite3.Connection, report_id: str) -> int:
    """The number of a report; QueryError where there is none of that id."""
    row = db.execute("SELECT num FROM report WHERE id = ?", (report_id,)).fetchone()
    if row is None:
        raise QueryError(f"there is no report {report_id!r} in the record")
    return int(row[0])


def full_id(db: sqlite3.Connection, asked: str) -> str:
    """The id that ``asked`` is, or of whose report it gives the beginning ("9f2c:s3").

    QueryError where there is none, or several.
    """
    start, colon, item = asked.partition(":")
    if start == RECORD and colon:
        return _first_of(db, asked)
    if not start:
        raise QueryError(f"{asked!r} is no id; give a report's id, a colon and the item's own")
    found = [
        row[0]
        for row in db.execute(
            "SELECT id FROM report WHERE id >= ? AND id < ? ORDER BY id = ? DESC, id LIMIT 3",
            (start, start + "\U0010ffff", start),
        )
    ]
    if not found:
        raise QueryError(f"there is no report whose id begins with {start!r} in the record")
    if found[0] != start and len(found) > 1:
        raise QueryError(f"{start!r} begins the ids of several reports, as {' and '.join(found)}")
    whole = f"{found[0]}:{item}" if colon else found[0]
    there = "SELECT 1 FROM item WHERE id = :id UNION ALL SELECT 1 FROM as_read WHERE id = :id"
    if colon and not db.execute(there, {"id": whole}).fetchone():
        raise QueryError(f"there is no item {whole!r} in the record")
    return str(whole)


def full_ids(db: sqlite3.Connection, asked: str) -> list[str]:
    """As ``full_id``; of an actor of the record the ids under which all of its reports have it."""
    if not asked.startswith(f"{RECORD}:"):
        return [full_id(db, asked)]
    return _ids_of(db, asked)


def _first_of(db: sqlite3.Connection, record_id: str) -> str:
    """The id under which an actor of the record stands in its first report."""
    _known(db, record_id)
    of, query = whose(db, record_id), Query()
    many = db.execute(
        "SELECT coalesce(sum(n), 0) FROM actor_look WHERE key IN (SELECT value FROM json_each(?))",
        (json.dumps(of.keys),),
    ).fetchone()
    among = of.holds(query, "a")
    first = earliest(db, "actor a", query, among, many=many[0] if of.plain else 0, order=BY_DATE)
    if first is None:
        raise QueryError(_GONE.format(record_id))
    return str(db.execute("SELECT id FROM item WHERE num = ?", (first,)).fetchone()[0])


_GONE = "no actor that stands in the record is {!r}"


def _known(db: sqlite3.Connection, record_id: str) -> str:
    """The id; QueryError where it is no actor's."""
    if actors_by_id(db, record_id, Query()) is None:
        raise QueryError(f"{record_id!r} is the id of no actor in the record")
    return record_id


def _ids_of(db: sqlite3.Connection, record_id: str) -> list[str]:
    query = Query()
    actors = actors_by_id(db, _known(db, record_id), query)
    query.where(f"a.num IN ({actors})")
    sql = query.sql(
        "SELECT item.id FROM actor a JOIN item ON item.num = a.num "
        "JOIN report r ON r.num = a.report",
        "coalesce(r.published, '~'), r.id, a.num",
        None,
    )
    ids = [str(item_id) for (item_id,) in db.execute(sql, query.values)]
    if not ids:
        raise QueryError(_GONE.format(record_id))
    return ids


def get(db: sqlite3.Connection, asked: str) -> Found:
    """The item or report of an id, or of the beginning of one.

    For the id of a record's actor, that actor as its first report has it. A retracted item is as
    it was read, and has no row and no links.
    """
    item_id = full_id(db, asked)
    links = load.load_links_of(db, [item_id])[item_id]
    decisions = tuple(corrections(db, "c.item_id = ?", (item_id,)))
    read, retracted = as_read(db, item_id)
    report = load.load_report(db, report_number(db, item_id.partition(":")[0]))
    if ":" not in item_id:
        return Found(report, report, None, links, decisions, read, retracted)
    if retracted and read is not None:
        return Found(read, report, None, (), decisions, None, True)
    num, kind = db.execute("SELECT num, kind FROM item WHERE id = ?", (item_id,)).fetchone()
    item, row = _item(db, num, kind)
    return Found(item, report, row, links, decisions, read)


def _item(
    db: sqlite3.Connection, num: int, kind: str
) -> tuple[Time | Place | Actor | Statement | Event, StatementRow | EventRow | None]:
    if kind == "t":
        return load.load_times(db, [num])[num], None
    if kind == "p":
        return load.load_places(db, [num])[num], None
    if kind == "a":
        return load.load_actors(db, [num])[num], None
    table = "statement" if kind == "s" else "event"
    day, basis = db.execute(f"SELECT day, basis FROM {table} WHERE num = ?", (num,)).fetchone()
    hit = Hit(num, day, basis, "", 0, None)
    if kind == "s":
        said = next(statement_rows(db, [hit]))
        return said.statement, said
    happened = next(event_rows(db, [hit]))
    return happened.event, happened


def info(db: sqlite3.Connection, path: Path) -> Info:
    """What the record holds."""

    def one(sql: str) -> Any:
        return db.execute(f"SELECT {sql}").fetchone()[0]

    beside = (path, path.with_name(path.name + "-wal"))
    there = f"report r WHERE {STANDING}"
    # along the index by date; of no report the date is later than "~"
    at = "coalesce(r.published, '~')"
    dated = f"(SELECT published FROM {there} AND {at} < '~' ORDER BY {at} {{}} LIMIT 1)"
    return Info(
        path=str(path),
        schema_version=VERSION,
        size=sum(file.stat().st_size for file in beside if file.exists()),
        reports=one(f"count(*) FROM {there}"),
        versions=one(f"count(*) FROM {there} AND version_of IS NOT NULL"),
        unread=one(f"count(*) FROM {there} AND readable = 0"),
        outlets=one(f"count(DISTINCT outlet) FROM {there} AND outlet IS NOT NULL"),
        # a table's rows are counted along its narrowest index
        times=one("count(*) FROM time"),
        places=one("count(*) FROM place"),
        actors=one("count(*) FROM actor"),
        statements=one("count(*) FROM statement"),
        events=one("count(*) FROM event"),
        links=one("count(*) FROM link") + one("count(*) FROM cross_link"),
        corrections=one("count(*) FROM correction"),
        first=one(dated.format("")),
        last=one(dated.format("DESC")),
    )
