"""Writing to the tables. Every function here runs inside its caller's transaction."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from onrecord.errors import RecordError
from onrecord.records import Link, Report, ReportRecord
from onrecord.store import identify, tally
from onrecord.store.actorforms import key_numbers
from onrecord.store.flatten import ORDER, Flat, Row

TOLD = ("outlet", "title", "author", "url", "published", "published_basis", "language")
"""What may be known of a report beside its text, and may differ when it is added again."""


_REPORT = "data -> 'report'"
_READ = f"SELECT id FROM as_read WHERE kind = 'r' AND {_REPORT}"
"""Reports of which a person decided otherwise are known by what was read of them too."""


def differing(db: sqlite3.Connection, report: Report) -> tuple[str, ...]:
    """The fields in which a report that is there is now given another value than none."""
    row = db.execute(f"SELECT {', '.join(TOLD)} FROM report WHERE id = ?", (report.id,)).fetchone()
    there = dict(zip(TOLD, row, strict=True)) | _as_read(db, report.id)
    given = {field: getattr(report, field) for field in TOLD}
    return tuple(f for f, new in given.items() if new is not None and new != there[f])


def _as_read(db: sqlite3.Connection, report_id: str) -> dict[str, Any]:
    """What was read of a report of which a person decided otherwise."""
    row = db.execute("SELECT data FROM as_read WHERE id = ?", (report_id,)).fetchone()
    found: dict[str, Any] = json.loads(row[0])["report"] if row else {}
    return found


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
        (f"id IN ({_READ} ->> 'url' = ?)", (report.url,)),
        ("outlet = ? AND title = ? AND published = ?",
         (report.outlet, report.title, report.published)),
        (f"id IN ({_READ} ->> 'outlet' = ? AND {_REPORT} ->> 'title' = ? "
         f"AND {_REPORT} ->> 'published' = ?)",
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
    first = next_item(db)
    keys = key_numbers(db, record.actors, record.report.published)
    flat = Flat(record, report, first, keys)
    for table in ORDER:
        rows = flat.rows.get(table)
        if rows:
            columns = "(rowid, content, sentence)" if table == "item_fts" else ""
            _insert(db, f"{table} {columns}", rows)
    insert_names(db, flat.names)
    tally.come(db, [report])
    identify.refresh(db)
    if version_of is not None:
        tally.settle(db)
    for link in record.links:
        insert_link(db, link, report)


def next_item(db: sqlite3.Connection) -> int:
    """The first number that no item has, nor any that was retracted and may come back."""
    (last,) = db.execute(
        "SELECT max(coalesce((SELECT max(num) FROM item), 0), "
        "coalesce((SELECT max(num) FROM as_read WHERE kind <> 'r'), 0))"
    ).fetchone()
    return int(last) + 1


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


def insert_names(db: sqlite3.Connection, names: Iterable[tuple[str, int, str]]) -> None:
    """Inserts (normalised name, item, what it is to the item), new names made."""
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


def insert_between(db: sqlite3.Connection, links: Iterable[tuple[int | None, Link]]) -> None:
    """Inserts links that the linking stage made, each with the unit that owns it."""
    links = list(links)
    texts = _texts(db, {report_id for _, link in links for report_id, _ in link.spans})
    (last,) = db.execute("SELECT coalesce(max(num), 0) FROM cross_link").fetchone()
    heads, spans = [], []
    for num, (owner, link) in enumerate(links, last + 1):
        ends = (link.kind, link.from_, link.to, link.slot)
        heads.append((num, owner, *ends, link.score, link.why))
        for n, (report_id, span) in enumerate(link.spans):
            in_report, text = texts[report_id]
            if text[span.start : span.end] != span.text:
                raise RecordError(
                    f"link {link.kind} from {link.from_} quotes {span.text!r}, which is not at "
                    f"[{span.start}, {span.end}) of {report_id}"
                )
            spans.append((num, n, in_report, span.start, span.end))
    marks = "INSERT INTO cross_link VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
    db.executemany(marks, heads)
    db.executemany("INSERT INTO cross_span VALUES (?, ?, ?, ?, ?)", spans)
