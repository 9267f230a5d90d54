"""Records that an earlier program made."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from onrecord.errors import StoreError
from onrecord.linking import relink
from onrecord.store import open_store, schema
from tests.recordmaking import example


def first_version(path: Path) -> None:
    """A record as version 1 had it: without what was added since, and with stricter guards."""
    with open_store(path, write=True) as store:
        store.add(example(received="2021-03-12T08:00:00Z"))
    db = sqlite3.connect(path)
    made = db.execute("SELECT type, name FROM sqlite_schema WHERE type IN ('trigger', 'view')")
    for kind, name in made.fetchall():
        db.execute(f"DROP {kind} {name}")
    for table in ("correcting", "as_read", "redated", "waiting"):
        db.execute(f"DROP TABLE {table}")
    db.execute(
        "CREATE TRIGGER statement_no_update BEFORE UPDATE ON statement BEGIN "
        "SELECT RAISE(ABORT, 'statement: nothing in a record is overwritten'); END"
    )
    db.execute("PRAGMA user_version = 1")
    db.close()


def shape(path: Path) -> set[tuple[str, str, str]]:
    """What there is in the database, and how it is described."""
    db = sqlite3.connect(path)
    found = db.execute("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL")
    rows = set(found.fetchall())
    db.close()
    return rows


@pytest.mark.parametrize("write", [True, False])
def test_an_older_record_is_brought_up_to_date(tmp_path: Path, write: bool) -> None:
    old, new = tmp_path / "old.db", tmp_path / "new.db"
    first_version(old)
    with open_store(new, write=True) as store:
        store.add(example(received="2021-03-12T08:00:00Z"))
        there = store.record("aa11")
    with open_store(old, write=write) as store:
        assert store.record("aa11") == there
        assert store.info().schema_version == schema.VERSION
    assert shape(old) == shape(new)
    with open_store(old, write=True) as store:
        assert relink(store) == 1  # what the earlier program had not linked waits to be
        store.correct("aa11:s1", "act", '"accuse"', reason="misread", by="M. Reader")


def test_one_that_may_not_be_written_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "old.db"
    first_version(path)

    def refused(db: sqlite3.Connection) -> None:
        raise StoreError("no")

    monkeypatch.setattr(schema, "upgrade", refused)
    with pytest.raises(StoreError, match="older program"):
        open_store(path)
