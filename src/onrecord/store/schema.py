"""The tables of a record, made and recognised."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources

from onrecord.errors import StoreError, StoreVersionError
from onrecord.records import RECORD_MARK
from onrecord.store import identify, tally

VERSION = 5
"""Of the tables (``PRAGMA user_version``). Raised with every change to them."""

FILES = (
    "schema.sql", "corrections.sql", "linking.sql", "actors.sql", "tallies.sql", "doubtful.sql",
)  # fmt: skip
"""Where the tables are described, in the order in which they refer to one another."""

KEPT = ("actor_key", "correction", "source", "name", "redated")
"""Tables none of which lets a row be changed or removed."""

FOLLOWING = (
    "report", "item", "span", "time", "place", "candidate", "actor", "alias",
    "role", "statement", "event", "context", "count", "event_actor", "link", "link_span",
    "item_name", "touches", "as_read", "actor_short", "actor_post",
)  # fmt: skip
"""Tables whose rows follow what persons decide, and are changed by that alone: see correcting."""

TABLES = (*KEPT, *FOLLOWING)
"""Every table that only grows, but for what persons decide."""

LINKING = (
    "linked", "unit", "unit_key", "full_key", "edge", "telling", "happening", "cross_link",
    "cross_span", "run", "credit", "note", "linking_version",
)  # fmt: skip
"""The tables of linking.sql, but that of the reports that wait: what may be forgotten."""

DERIVED = (
    "actor_tally", "actor_use", "actor_tenure", "actor_stale", "actor_group", "actor_own",
    "actor_parted", "actor_decided", "actor_rules", "waiting", *LINKING, *tally.TABLES,
)  # fmt: skip
"""Tables of conclusions, which change as the record grows."""

AS_READ = ("num", "id", "length", "sha256", "readable", "path", "received", "text", "original")
"""What nobody's decision changes in a report."""


def create(db: sqlite3.Connection) -> None:
    """Makes the tables in an empty database, in one transaction; another's are left alone."""
    with _alone(db):
        if _pragma(db, "application_id") != RECORD_MARK:
            for statement in (*_statements(), *_guards()):
                db.execute(statement)
            db.execute(f"PRAGMA application_id = {RECORD_MARK}")
            db.execute(f"PRAGMA user_version = {VERSION}")


def is_older(db: sqlite3.Connection) -> bool:
    """Whether it is a record whose tables an earlier program made."""
    return _pragma(db, "application_id") == RECORD_MARK and _pragma(db, "user_version") < VERSION


def upgrade(db: sqlite3.Connection) -> None:
    """Gives an older record the tables that it lacks, in one transaction; its rows stay.

    Triggers and views hold nothing, so all are made anew.
    """
    with _alone(db):
        if not is_older(db):
            return
        made = db.execute("SELECT type, name FROM sqlite_schema WHERE type IN ('trigger', 'view')")
        for kind, name in made.fetchall():
            db.execute(f"DROP {kind} {name}")
        db.execute("DROP INDEX IF EXISTS actor_by_key")
        renewed = _drop_first_keys(db)
        there = {name for (name,) in db.execute("SELECT name FROM sqlite_schema")}
        for statement in _statements():
            if _name_of(statement) not in there:
                db.execute(statement)
        if renewed:
            identify.rebuild(db)
        tally.make(db)
        db.execute(
            "INSERT OR IGNORE INTO waiting "
            "SELECT num FROM report WHERE num NOT IN (SELECT report FROM linked)"
        )
        for guard in _guards():
            db.execute(guard)
        db.execute(f"PRAGMA user_version = {VERSION}")


def _drop_first_keys(db: sqlite3.Connection) -> bool:
    """Whether there were the actors' keys of version 1, which knew of names alone; now gone."""
    columns = [name for _, name, *_ in db.execute("PRAGMA table_info(actor_key)")]
    if "class" not in columns:
        return False
    db.execute("UPDATE actor SET key = NULL")
    db.execute("DROP TABLE IF EXISTS actor_country")
    db.execute("DROP TABLE actor_key")
    return True


@contextmanager
def _alone(db: sqlite3.Connection) -> Iterator[None]:
    db.execute("BEGIN EXCLUSIVE")
    try:
        yield
        db.execute("COMMIT")
    except BaseException:
        db.execute("ROLLBACK")
        raise


def is_empty(db: sqlite3.Connection) -> bool:
    """Whether there is nothing at all in the database."""
    return db.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone() is None


def check(db: sqlite3.Connection, path: str) -> None:
    """StoreError where the database is not a record that this program can use."""
    if _pragma(db, "application_id") != RECORD_MARK:
        raise StoreError(f"{path} is a database, but not a record; give another file")
    found = _pragma(db, "user_version")
    if found > VERSION:
        raise StoreVersionError(
            f"{path} was written by a newer program (its tables are version {found}, "
            f"this program knows up to {VERSION}); install a newer onrecord"
        )


def _pragma(db: sqlite3.Connection, name: str) -> int:
    value: int = db.execute(f"PRAGMA {name}").fetchone()[0]
    return value


def _statements() -> list[str]:
    """The statements of the files."""
    found, sofar = [], ""
    for file in FILES:
        script = (resources.files("onrecord.store") / "sql" / file).read_text("utf-8")
        for line in script.splitlines(keepends=True):
            sofar += line
            if sqlite3.complete_statement(sofar):
                found.append(sofar)
                sofar = ""
    return found


def _name_of(statement: str) -> str:
    """What a CREATE statement creates."""
    made = re.search(r"^CREATE (?:UNIQUE |VIRTUAL )?\w+ (\w+)", statement, re.MULTILINE)
    return made[1] if made else ""


def _guards() -> Iterator[str]:
    """The triggers that keep rows as they are."""
    allowed = "WHEN NOT EXISTS (SELECT 1 FROM correcting) "
    for table in TABLES:
        for verb in ("UPDATE", "DELETE"):
            yield _guard(table, verb, allowed if table in FOLLOWING else "")
    changed = " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in AS_READ)
    yield _guard("report", "UPDATE", f"WHEN {changed} ", name="report_text_no_update")
    yield _guard("report", "DELETE", "", name="report_text_no_delete")


def _guard(table: str, verb: str, when: str, name: str | None = None) -> str:
    name = name or f"{table}_no_{verb.lower()}"
    return (
        f"CREATE TRIGGER {name} BEFORE {verb} ON {table} {when}"
        f"BEGIN SELECT RAISE(ABORT, '{table}: nothing in a record is overwritten'); END"
    )
