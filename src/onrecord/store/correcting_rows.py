"""The rows of a report made to follow what persons decided about it, and what was read kept beside.

Every function here runs inside its caller's transaction.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from onrecord.codec import item_to_dict, record_from_dict, record_to_dict
from onrecord.records import Report, ReportRecord
from onrecord.store import tally
from onrecord.store.actorforms import key_numbers
from onrecord.store.correcting_asked import Item
from onrecord.store.correcting_links import Links, follow_links, numbered_links
from onrecord.store.correcting_standing import Standing, items_of
from onrecord.store.flatten import ORDER, Flat, Row
from onrecord.store.load import load_record
from onrecord.store.write import insert_names

TOLD = ("outlet", "title", "author", "url", "published", "published_basis")
"""What of a report may be decided otherwise."""

_LISTS = {"t": "times", "p": "places", "a": "actors", "s": "statements", "e": "events"}

# What of each table is a report's: by the report's number, or by those of its items, as indexed.
_BY_ITEM = {
    "span": "item",
    "event_actor": "event",
    "candidate": "place",
    "alias": "actor",
    "role": "actor",
    "actor_short": "actor",
    "actor_post": "actor",
    "context": "event",
    "count": "event",
    # of two items of one report; this is the one that is indexed
    "touches": "what",
}


# Whose these are is told by the word lists too, and those may be others than when it was read.
_FORMS = ("actor", "actor_short", "actor_post")


class Kept:
    """A report as it is kept: as it stands, as it was read, and by which numbers."""

    def __init__(self, db: sqlite3.Connection, num: int) -> None:
        self.num = num
        self.stands = load_record(db, num)
        given = db.execute("SELECT num, id FROM item WHERE report = ?", (num,))
        self.nums: dict[str, int] = {item_id: n for n, item_id in given}
        aside = db.execute(
            "SELECT id, num, kind, data FROM as_read WHERE report = ? ORDER BY num", (num,)
        ).fetchall()
        self.links: Links = numbered_links(db, num)
        self.read = self.stands
        if aside:
            self._restore(aside)

    def _restore(self, aside: list[tuple[str, int, str, str]]) -> None:
        """Puts what was read in the place of what stands."""
        record = record_to_dict(self.stands)
        items = {item["id"]: item for name in _LISTS.values() for item in record[name]}
        for item_id, num, kind, data in aside:
            if kind == "r":
                found = json.loads(data)
                record["report"] |= found["report"]
                self.links = Links.from_json(found["links"])
            else:
                items[item_id] = json.loads(data)
                self.nums[item_id] = num
        for letter, name in _LISTS.items():
            own = [i for i in self.nums if i.rpartition(":")[2].startswith(letter)]
            record[name] = [items[i] for i in sorted(own, key=self.nums.__getitem__)]
        record["links"] = []
        self.read = record_from_dict(record)


def as_read(db: sqlite3.Connection, item_id: str) -> tuple[Item | None, bool]:
    """What was read of an item or report that stands otherwise, and whether it is retracted."""
    row = db.execute("SELECT report, retracted FROM as_read WHERE id = ?", (item_id,)).fetchone()
    if row is None:
        return None, False
    read = Kept(db, row[0]).read
    found = (item for item in items_of(read) if item.id == item_id)
    return next(found, read.report), bool(row[1])


@contextmanager
def opened(db: sqlite3.Connection, report: int) -> Iterator[None]:
    """Lets rows be changed within the block, which is within one transaction."""
    # rows are taken out and put in one after the other; at the end all refer to what there is
    db.execute("PRAGMA defer_foreign_keys = ON")
    db.execute("INSERT INTO correcting VALUES (?)", (report,))
    yield
    db.execute("DELETE FROM correcting")


def follow(db: sqlite3.Connection, kept: Kept, new: Standing, links: Links) -> None:
    """Makes the rows of a report those of ``new``; what was read is kept where it is otherwise."""
    with opened(db, kept.num):
        tally.go(db, [kept.num])
        _follow_report(db, kept.num, kept.stands.report, new.record.report)
        _follow_items(db, kept, new.record)
        tally.come(db, [kept.num])
        follow_links(db, kept.num, links)
        _keep_aside(db, kept, new, links)
    tally.settle(db)


def _follow_report(db: sqlite3.Connection, num: int, old: Report, new: Report) -> None:
    fields = [name for name in TOLD if getattr(old, name) != getattr(new, name)]
    if not fields:
        return
    insert = "INSERT INTO report_fts ({}rowid, title, text) VALUES ({}?, ?, ?)"
    db.execute(insert.format("report_fts, ", "'delete', "), (num, old.title, old.text))
    marks = ", ".join(f"{name} = ?" for name in fields)
    values = [getattr(new, name) for name in fields]
    db.execute(f"UPDATE report SET {marks} WHERE num = ?", (*values, num))
    db.execute(insert.format("", ""), (num, new.title, new.text))


def _follow_items(db: sqlite3.Connection, kept: Kept, record: ReportRecord) -> None:
    old, new = _flat(db, kept, kept.stands), _flat(db, kept, record)
    listed = json.dumps(sorted(kept.nums.values()))
    same = _unchanged_actors(kept, record)
    changes: list[tuple[str, set[Row], set[Row]]] = []
    for table in ORDER:
        # the words of a report stay, and what stands nowhere else is found by none of them
        if table == "item_fts":
            continue
        column = _BY_ITEM.get(table)
        if column is None:
            rows = db.execute(f"SELECT * FROM {table} WHERE report = ?", (kept.num,))
        else:
            among = "(SELECT value FROM json_each(?))"
            rows = db.execute(f"SELECT * FROM {table} WHERE {column} IN {among}", (listed,))
        there, wanted = set(rows.fetchall()), set(new.rows.get(table, ()))
        if table in _FORMS:
            there = {row for row in there if row[0] not in same}
            wanted = {row for row in wanted if row[0] not in same}
        changes.append((table, there - wanted, wanted - there))
    for table, gone, _ in reversed(changes):
        _delete(db, table, gone)
    for table, _, come in changes:
        _insert(db, table, come)
    _delete_names(db, [name for name in old.names if name not in new.names])
    insert_names(db, [name for name in new.names if name not in old.names])


def _unchanged_actors(kept: Kept, record: ReportRecord) -> set[int]:
    """The numbers of the actors that are as they were, in a report of the same date."""
    if record.report.published != kept.stands.report.published:
        return set()
    return {kept.nums[actor.id] for actor in {*record.actors} & {*kept.stands.actors}}


def _flat(db: sqlite3.Connection, kept: Kept, record: ReportRecord) -> Flat:
    keys = key_numbers(db, record.actors, record.report.published)
    return Flat(record, kept.num, 0, keys, kept.nums)


def _delete(db: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    columns = [name for _, name, *_ in db.execute(f"PRAGMA table_info({table})")]
    where = " AND ".join(f"{name} IS ?" for name in columns)
    db.executemany(f"DELETE FROM {table} WHERE {where}", list(rows))


def _insert(db: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    # in the order of their first columns, so that the same rows are always put in alike
    ordered = sorted(rows, key=lambda row: [(v is not None, str(v)) for v in row])
    if ordered:
        marks = ", ".join("?" * len(ordered[0]))
        db.executemany(f"INSERT INTO {table} VALUES ({marks})", ordered)


def _delete_names(db: sqlite3.Connection, names: Iterable[tuple[str, int, str]]) -> None:
    # a name that nobody bears any more stays known: it is found, and leads to nobody
    db.executemany(
        "DELETE FROM item_name WHERE name = (SELECT num FROM name WHERE norm = ?) "
        "AND item = ? AND what = ?",
        list(names),
    )


def _keep_aside(db: sqlite3.Connection, kept: Kept, new: Standing, links: Links) -> None:
    """Keeps as read what stands otherwise, and nothing else."""
    rows: set[Row] = set()
    report = kept.read.report
    whole = report.id in new.retracted
    if whole or _told(report) != _told(new.record.report) or links != kept.links:
        data = json.dumps({"report": _told(report), "links": kept.links.to_json()})
        rows.add((report.id, kept.num, kept.num, "r", data, int(whole)))
    stands = {item.id: item for item in items_of(new.record)}
    for item in items_of(kept.read):
        if stands.get(item.id) != item:
            data = json.dumps(item_to_dict(item))
            letter = item.id.rpartition(":")[2][0]
            gone = int(item.id not in stands)
            rows.add((item.id, kept.nums[item.id], kept.num, letter, data, gone))
    there = set(db.execute("SELECT * FROM as_read WHERE report = ?", (kept.num,)).fetchall())
    _delete(db, "as_read", there - rows)
    _insert(db, "as_read", rows - there)


def _told(report: Report) -> Mapping[str, Any]:
    return {name: getattr(report, name) for name in TOLD}
