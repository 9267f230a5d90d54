"""The tables of a record, made and recognised."""

from __future__ import annotations

import sqlite3
from importlib import resources

from onrecord.errors import StoreError, StoreVersionError

VERSION = 1
"""Of the tables (``PRAGMA user_version``). Raised with every change to them."""

APPLICATION = 0x4F4E5243
"""``PRAGMA application_id``: "ONRC" in ASCII, by which a database is known for a record."""

TABLES = (
    "report", "item", "span", "time", "place", "candidate", "actor_key", "actor_country", "actor",
    "alias", "role", "statement", "event", "context", "count", "event_actor", "link", "link_span",
    "correction", "source", "name", "item_name", "touches",
)  # fmt: skip
"""Every table, none of which lets a row be changed or removed."""


def create(db: sqlite3.Connection) -> None:
    """Makes the tables in an empty database, in one transaction; another's are left alone."""
    db.execute("BEGIN EXCLUSIVE")
    try:
        if _pragma(db, "application_id") != APPLICATION:
            for statement in _statements():
                db.execute(statement)
            db.execute(f"PRAGMA application_id = {APPLICATION}")
            db.execute(f"PRAGMA user_version = {VERSION}")
        db.execute("COMMIT")
    except BaseException:
        db.execute("ROLLBACK")
        raise


def is_empty(db: sqlite3.Connection) -> bool:
    """Whether there is nothing at all in the database."""
    return db.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchone() is None


def check(db: sqlite3.Connection, path: str) -> None:
    """StoreError where the database is not a record that this program can use."""
    if _pragma(db, "application_id") != APPLICATION:
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
    """The statements of schema.sql, then the triggers that keep rows as they are."""
    script = (resources.files("onrecord.store") / "sql" / "schema.sql").read_text("utf-8")
    found, sofar = [], ""
    for line in script.splitlines(keepends=True):
        sofar += line
        if sqlite3.complete_statement(sofar):
            found.append(sofar)
            sofar = ""
    for table in TABLES:
        for verb in ("UPDATE", "DELETE"):
            found.append(
                f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table}: nothing in a record is overwritten'); END"
            )
    return found
