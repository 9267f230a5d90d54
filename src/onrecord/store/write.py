"""Writing to the tables. Every function here runs inside its caller's transaction."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping

from onrecord.errors import RecordError
from onrecord.records import Link, Report, ReportRecord
from onrecord.store.flatten import ORDER, Flat, Row
from onrecord.store.names import key_of, record_id

TOLD = ("outlet", "title", "author", "url", "published", "published_basis", "language")
"""What may be known of a report beside its text, and may differ when it is added again."""


def differing(db: sqlite3.Connection, report: Report) -> tuple[str, ...]:
    """The fields in which a report that is there is now given another value than none."""
    row = db.execute(f"SELECT {', '.join(TOLD)} FROM report WHERE id = ?", (report.id,)).fetchone()
    given = [getattr(report, field) for field in TOLD]
    return tuple(
        field
        for field, new, old in zip(TOLD, given, row, strict=True)
        if new is not None and new != old
    )


def earlier_version(db: sqlite3.Connection, report: Report) -> str | None:
    """The id of the last report that this one, fetched again and changed, is a version of."""
    if report.version_of is not None:
        if not db.execute("SELECT 1 FROM report WHERE id = ?", (report.version_of,)).fetchone():
            raise RecordError(
                f"report {report.id} is a version of {report.version_of}, which is not in the "
                "record; add that first"
            )
        return report.version_of
    for where, values in (
        ("url = ?", (report.url,)),
        ("outlet = ? AND title = ? AND published = ?",
         (report.outlet, report.title, report.published)),
    ):  # fmt: skip
        row = db.execute(
            f"SELECT id FROM report r WHERE {where} AND NOT EXISTS "
            "(SELECT 1 FROM report v WHERE v.version_of = r.id) ORDER BY num DESC LIMIT 1",
            values,
        ).fetchone()
        if row is not None:
            return str(row[0])
    return None


def insert_record(
    db: sqlite3.Connection, record: ReportRecord, version_of: str | None, received: str
) -> None:
    """Inserts a report that is not there, its items, their names and its links."""
    report = _insert_report(db, record.report, version_of, received)
    (first,) = db.execute("SELECT coalesce(max(num), 0) + 1 FROM item").fetchone()
    flat = Flat(record, report, first, _actor_keys(db, record))
    for table in ORDER:
        rows = flat.rows.get(table)
        if rows:
            columns = "(rowid, content, sentence)" if table == "item_fts" else ""
            _insert(db, f"{table} {columns}", rows)
    _insert_names(db, flat.names)
    for link in record.links:
        insert_link(db, link, report)


def _insert(db: sqlite3.Connection, table: str, rows: list[Row]) -> None:
    marks = ", ".join("?" * len(rows[0]))
    db.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)


def _insert_report(db: sqlite3.Connection, r: Report, version_of: str | None, received: str) -> int:
    row = (None, r.id, len(r.text), r.sha256, r.outlet, r.title, r.author, r.url, r.published,
           r.published_basis, r.language, version_of, r.readable, r.path, received, r.text,
           r.original)  # fmt: skip
    _insert(db, "report", [row])
    (num,) = db.execute("SELECT num FROM report WHERE id = ?", (r.id,)).fetchone()
    _insert(db, "report_fts (rowid, title, text)", [(num, r.title, r.text)])
    return int(num)


def _actor_keys(db: sqlite3.Connection, record: ReportRecord) -> dict[str, int]:
    """The number of each named actor's key, new keys and their countries made."""
    keys = {actor.id: key for actor in record.actors if (key := key_of(actor)) is not None}
    ids = {key: record_id(key) for key in keys.values()}
    db.executemany(
        "INSERT INTO actor_key (class, norm, id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        [(*key, id_) for key, id_ in ids.items()],
    )
    nums = _numbers(db, "SELECT id, num FROM actor_key WHERE id IN", list(ids.values()))
    found = {actor: nums[ids[key]] for actor, key in keys.items()}
    db.executemany(
        "INSERT INTO actor_country VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        [
            (found[actor.id], actor.country, record_id(keys[actor.id], actor.country))
            for actor in record.actors
            if actor.id in keys and actor.country is not None
        ],
    )
    return found


def _insert_names(db: sqlite3.Connection, names: Iterable[tuple[str, int, str]]) -> None:
    rows = list(names)
    norms = list(dict.fromkeys(norm for norm, _, _ in rows))
    select = "SELECT norm, num FROM name WHERE norm IN"
    there = _numbers(db, select, norms)
    new = [norm for norm in norms if norm not in there]
    db.executemany("INSERT INTO name (norm) VALUES (?)", [(norm,) for norm in new])
    made = _numbers(db, select, new)
    db.executemany(
        "INSERT INTO name_fts (rowid, norm) VALUES (?, ?)", [(made[norm], norm) for norm in new]
    )
    nums = there | made
    db.executemany(
        "INSERT INTO item_name VALUES (?, ?, ?)",
        [(nums[norm], item, what) for norm, item, what in rows],
    )


def _numbers(db: sqlite3.Connection, select: str, values: list[str]) -> dict[str, int]:
    return dict(db.execute(f"{select} (SELECT value FROM json_each(?))", (json.dumps(values),)))


def insert_link(db: sqlite3.Connection, link: Link, report: int | None) -> bool:
    """Inserts a link of a report's own record, or between reports; False where it is there."""
    ends = (link.kind, link.from_, link.to, link.slot)
    if (
        report is None
        and db.execute(
            "SELECT 1 FROM link WHERE report IS NULL AND kind = ? AND from_id = ? AND to_id = ? "
            "AND slot IS ?",
            ends,
        ).fetchone()
    ):
        return False
    _check_ends(db, link)
    num = db.execute(
        "INSERT INTO link (report, kind, from_id, to_id, slot, score, why) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (report, *ends, link.score, link.why),
    ).lastrowid
    texts = _texts(db, {report_id for report_id, _ in link.spans})
    for n, (report_id, span) in enumerate(link.spans):
        in_report, text = texts[report_id]
        if text[span.start : span.end] != span.text:
            raise RecordError(
                f"link {link.kind} from {link.from_} quotes {span.text!r}, which is not at "
                f"[{span.start}, {span.end}) of {report_id}"
            )
        _insert(db, "link_span", [(num, n, in_report, span.start, span.end)])
    return True


def _check_ends(db: sqlite3.Connection, link: Link) -> None:
    for end in (link.from_, link.to):
        table = "item" if ":" in end else "report"
        if not db.execute(f"SELECT 1 FROM {table} WHERE id = ?", (end,)).fetchone():
            raise RecordError(f"link {link.kind}: {end!r} is no item or report of the record")


def _texts(db: sqlite3.Connection, report_ids: set[str]) -> Mapping[str, tuple[int, str]]:
    found = {}
    for report_id in sorted(report_ids):
        row = db.execute("SELECT num, text FROM report WHERE id = ?", (report_id,)).fetchone()
        if row is None:
            raise RecordError(f"a link's span is in {report_id!r}, which is not in the record")
        found[report_id] = (row[0], row[1])
    return found
