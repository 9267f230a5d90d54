"""Persons' decisions: taken, undone, and made to stand in everything that the record answers.

The decisions are rows that stay. What they come to is worked out from the report as it was read and
all that holds of them, each time anew; so undoing one leaves exactly what the others come to, and
undoing all of them the report as it was read. Every function runs inside its caller's transaction.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from onrecord.errors import RecordError
from onrecord.store import identify
from onrecord.store.check import check_record
from onrecord.store.correcting_asked import Json
from onrecord.store.correcting_check import check_rest, checked, checked_other
from onrecord.store.correcting_redate import Redated, compared
from onrecord.store.correcting_rows import Kept, follow
from onrecord.store.correcting_standing import Standing, dated, items_of, standing
from onrecord.store.correcting_values import NOT_SAME, SAME
from onrecord.store.rereading import Rereading
from onrecord.store.rows import Correction


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision to be taken about the item or report of a whole id.

    ``value`` is as somebody writes it. ``at`` is the moment of a decision that was taken elsewhere.
    """

    item_id: str
    field: str
    value: Json
    reason: str
    by: str
    at: str | None = None

    def __post_init__(self) -> None:
        if not (self.reason.strip() and self.by.strip()):
            raise RecordError("a correction needs a reason, and the name of whose it is")

    @property
    def joins(self) -> bool:
        """Whether it is about two items, and so about none of their fields."""
        return self.field in (SAME, NOT_SAME)


def now() -> str:
    """The moment in UTC, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def corrections(
    db: sqlite3.Connection, where: str = "1", values: Sequence[Any] = ()
) -> list[Correction]:
    """The decisions ``c`` for which ``where`` holds, in the order taken."""
    sql = (
        "SELECT c.num, c.item_id, c.field, c.value, c.reason, c.by_whom, c.at, c.undoes, u.num "
        f"FROM correction c LEFT JOIN correction u ON u.undoes = c.num WHERE {where} ORDER BY c.num"
    )
    return [Correction(*row) for row in db.execute(sql, values)]


def holding(db: sqlite3.Connection, report_id: str) -> list[Correction]:
    """The decisions about a report and its items that are not undone, in the order taken."""
    # a semicolon follows the colon, so that these are all the ids that begin with the report's
    found = corrections(
        db,
        "(c.item_id = ? OR c.item_id >= ? AND c.item_id < ?)",
        (report_id, f"{report_id}:", f"{report_id};"),
    )
    return [c for c in found if c.undoes is None and c.undone_by is None]


def decide(
    db: sqlite3.Connection, decision: Decision, reread: Rereading | None = None
) -> Correction:
    """Takes a decision; RecordError where it cannot be taken."""
    kept = _kept(db, decision.item_id)
    before = holding(db, kept.read.report.id)
    if decision.joins:
        value: Json = _checked_other(db, kept, decision)
    else:
        value = checked(kept.read, lambda d: _stand(db, kept, d), before, decision)
    if decision.field == "published":
        _read_again(db, kept, value, reread)
    num = _insert(db, replace(decision, value=json.dumps(value, ensure_ascii=False)), None)
    _take_effect(db, kept, reread)
    if decision.joins:
        _unlink(db, _kept(db, value).num)
    return corrections(db, "c.num = ?", (num,))[0]


def undo(
    db: sqlite3.Connection,
    number: int,
    *,
    reason: str,
    by: str,
    at: str | None = None,
    reread: Rereading | None = None,
) -> Correction:
    """Takes the decision that an earlier one holds no longer; the others hold as before."""
    found = corrections(db, "c.num = ?", (number,))
    if not found:
        raise RecordError(f"there is no correction {number}")
    (before,) = found
    if before.undoes is not None:
        raise RecordError(f"correction {number} undoes {before.undoes}; decide that again instead")
    if before.undone_by is not None:
        raise RecordError(f"correction {number} is undone already, by {before.undone_by}")
    decision = Decision(before.item_id, before.field, before.value, reason, by, at)
    num = _insert(db, decision, number)
    kept = _kept(db, before.item_id)
    check_rest(kept.read, lambda d: _stand(db, kept, d), holding(db, kept.read.report.id))
    _take_effect(db, kept, reread)
    if decision.joins:
        _unlink(db, _kept(db, json.loads(before.value)).num)
    return corrections(db, "c.num = ?", (num,))[0]


def _insert(db: sqlite3.Connection, d: Decision, undoes: int | None) -> int:
    row = (d.item_id, d.field, d.value, d.reason, d.by, d.at or now(), undoes)
    num = db.execute(
        "INSERT INTO correction (item_id, field, value, reason, by_whom, at, undoes) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        row,
    ).lastrowid
    assert num is not None
    return num


def _kept(db: sqlite3.Connection, item_id: str) -> Kept:
    report_id = item_id.partition(":")[0]
    row = db.execute("SELECT num FROM report WHERE id = ?", (report_id,)).fetchone()
    if row is None:
        raise RecordError(f"there is no report {report_id!r} in the record")
    return Kept(db, row[0])


def _checked_other(db: sqlite3.Connection, kept: Kept, decision: Decision) -> str:
    other_id = decision.value
    if not isinstance(other_id, str) or ":" not in other_id:
        raise RecordError(f"{decision.field} wants the id of another actor or event")
    both = (decision.item_id, other_id)
    said = corrections(db, "c.field IN (?, ?) AND c.item_id IN (?, ?)", (SAME, NOT_SAME, *both))
    return checked_other(kept.stands, _kept(db, other_id).stands, said, decision)


def _stand(db: sqlite3.Connection, kept: Kept, decisions: Sequence[Correction]) -> Standing:
    """What stands of a report by these decisions about it."""

    def redating(published: str | None) -> Redated | None:
        sql = "SELECT data FROM redated WHERE report = ? AND published = ?"
        row = db.execute(sql, (kept.num, published or "")).fetchone()
        return None if row is None else Redated.from_json(row[0])

    return standing(kept.read, decisions, redating)


def _read_again(
    db: sqlite3.Connection, kept: Kept, published: str | None, reread: Rereading | None
) -> None:
    """Keeps what the report's times come to with another date, where it can be read with it."""
    there = "SELECT 1 FROM redated WHERE report = ? AND published = ?"
    if reread is None or db.execute(there, (kept.num, published or "")).fetchone():
        return
    again = reread.again(dated(kept.read.report, published))
    if again is not None:
        data = compared(kept.read, again).to_json()
        db.execute("INSERT INTO redated VALUES (?, ?, ?)", (kept.num, published or "", data))


def _take_effect(db: sqlite3.Connection, kept: Kept, reread: Rereading | None) -> None:
    """Makes the report's rows what the decisions that hold come to."""
    new = _stand(db, kept, holding(db, kept.read.report.id))
    check_record(new.record)
    wanted = [link for _, link in kept.links.numbered]
    if reread is not None and items_of(new.record) != items_of(kept.read):
        wanted = list(reread.links(new.record))
    follow(db, kept, new, kept.links.of(wanted, new.retracted))
    _unlink(db, kept.num)
    identify.refresh(db)


def _unlink(db: sqlite3.Connection, report: int) -> None:
    """Lets the report be set against the others anew."""
    db.execute("DELETE FROM linked WHERE report = ?", (report,))
