"""Opening a database file, and SQLite's errors in our own words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from onrecord.errors import OnRecordError, StoreError, StoreLocked
from onrecord.store import schema

WAIT_SECONDS = 10.0
"""How long to wait for another process that is writing. Each report is one short transaction."""

CACHE_KIB = 32_768
"""Memory for pages, of the 1 GB that the program may use at its peak."""

_OLDEST = (3, 37, 0)  # STRICT tables


def connect(path: Path, *, write: bool) -> sqlite3.Connection:
    """The record at ``path``, made where there is none and ``write`` is set; StoreError else."""
    if sqlite3.sqlite_version_info < _OLDEST:
        raise StoreError(
            f"SQLite {sqlite3.sqlite_version} is too old; 3.37 or newer is needed (Python's own)"
        )
    if not write and not path.exists():
        raise StoreError(f"there is no record at {path}; `onrecord add` makes one")
    if path.is_dir():
        raise StoreError(f"{path} is a folder; give the file of a record")
    if write and not path.parent.is_dir():
        raise StoreError(f"the folder {path.parent} does not exist; make it first")
    with explained(path):
        db = _open(path, write)
        if not write and schema.is_older(db):
            db.close()
            _upgrade(path)
            db = _open(path, write)
        try:
            _prepare(db, path, write)
        except BaseException:
            db.close()
            raise
        return db


def _open(path: Path, write: bool) -> sqlite3.Connection:
    uri = "file:" + quote(str(path.absolute()))
    if write:
        return _connect(uri + "?mode=rwc")
    db = _connect(uri + "?mode=ro")
    try:
        db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except sqlite3.OperationalError as error:
        db.close()
        wal = path.with_name(path.name + "-wal")
        unwritten = not wal.exists() or wal.stat().st_size == 0
        # a reader makes a file beside the record; where it may not, nobody else can be writing
        refused = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
        if error.sqlite_errorcode & 0xFF in refused and unwritten:
            return _connect(uri + "?immutable=1")
        raise
    return db


def _connect(uri: str) -> sqlite3.Connection:
    return sqlite3.connect(uri, uri=True, timeout=WAIT_SECONDS, isolation_level=None)


def _upgrade(path: Path) -> None:
    """Brings an older program's record up to date, which a reader cannot do."""
    try:
        connect(path, write=True).close()
    except StoreError as error:
        raise StoreError(
            f"{path} was written by an older program and has to be brought up to date before it "
            f"is read, which failed: {error}"
        ) from error


def _prepare(db: sqlite3.Connection, path: Path, write: bool) -> None:
    if schema.is_empty(db):
        if not write:
            raise StoreError(f"{path} is empty; `onrecord add` makes a record of it")
        db.execute("PRAGMA journal_mode = WAL")
        schema.create(db)
        # into the file itself, so that whoever comes upon it in a folder knows it for a record
        db.execute("PRAGMA wal_checkpoint")
    schema.check(db, str(path))
    if write and schema.is_older(db):
        schema.upgrade(db)
    db.execute("PRAGMA foreign_keys = ON")
    # without it REPLACE would remove rows unseen by the triggers that forbid it
    db.execute("PRAGMA recursive_triggers = ON")
    # safe against a killed program; a power cut may lose the last reports, never the record
    db.execute("PRAGMA synchronous = NORMAL")
    db.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    if write:
        # fails here, not after the first report has been analysed, where the file is read-only
        db.execute("BEGIN IMMEDIATE")
        db.execute("ROLLBACK")


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turns SQLite's errors inside the block into StoreError or StoreLocked."""
    try:
        yield
    except OnRecordError:
        raise
    except sqlite3.Error as error:
        raise _explain(path, error) from error


def _explain(path: Path, error: sqlite3.Error) -> StoreError:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return StoreLocked(
            f"another process is writing to {path} (waited {WAIT_SECONDS:.0f} s); try again later"
        )
    if code == sqlite3.SQLITE_READONLY:
        return StoreError(f"{path} is read-only; make it writable, or give another file")
    if code == sqlite3.SQLITE_CANTOPEN:
        return StoreError(f"{path} cannot be opened; look at the rights of the file and its folder")
    if code == sqlite3.SQLITE_NOTADB:
        return StoreError(f"{path} is not a database; give the file of a record")
    if code == sqlite3.SQLITE_CORRUPT:
        return StoreError(f"{path} is damaged ({error}); restore a copy, or add the reports anew")
    if code == sqlite3.SQLITE_FULL:
        return StoreError(f"the disk of {path} is full; what was added before is kept")
    return StoreError(f"{path}: {error}")
