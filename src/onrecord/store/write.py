"""Writing to the tables. Every function here runs inside its caller's transaction."""

from __future__ import annotations

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
    row = (None, r.id, r.text, len(r.text), r.sha256, r.outlet, r.title, r.author, r.url,
           r.published, r.published_basis, r.language, version_of, r.readable, r.path, received,
           r.original)  # fmt: skip
    _insert(db, "report", [row])
    (num,) = db.execute("SELECT num FROM report WHERE id = ?", (r.id,)).fetchone()
    _insert(db, "report_fts (rowid, title, text)", [(num, r.title, r.text)])
    return int(num)


def _actor_keys(db: sqlite3.Connection, record: ReportRecord) -> dict[str, int]:
    """The number of each named actor's key, new keys and their countries made."""
    found: dict[str, int] = {}
    for actor in record.actors:
        key = key_of(actor)
        if key is None:
            continue
        db.execute(
            "INSERT INTO actor_key (class, norm, id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            (*key, record_id(key)),
        )
        (num,) = db.execute(
            "SELECT num FROM actor_key WHERE class = ? AND norm = ?", key
        ).fetchone()
        found[actor.id] = num
        if actor.country is not None:
            db.execute(
                "INSERT INTO actor_country VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                (num, actor.country, record_id(key, actor.country)),
            )
    return found


def _insert_names(db: sqlite3.Connection, names: Iterable[tuple[str, int, str]]) -> None:
    nums: dict[str, int] = {}
    rows: list[Row] = []
    for norm, item, what in names:
        if norm not in nums:
            nums[norm] = _name(db, norm)
        rows.append((nums[norm], item, what))
    if rows:
        _insert(db, "item_name", rows)


def _name(db: sqlite3.Connection, norm: str) -> int:
    row = db.execute("SELECT num FROM name WHERE norm = ?", (norm,)).fetchone()
    if row is None:
        num = db.execute("INSERT INTO name (norm) VALUES (?)", (norm,)).lastrowid
        db.execute("INSERT INTO name_fts (rowid, norm) VALUES (?, ?)", (num, norm))
        return int(num or 0)
    return int(row[0])


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
