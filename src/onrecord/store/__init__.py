"""The record kept: one interface, SQLite by default."""

from __future__ import annotations

from pathlib import Path

from onrecord.store.filters import (
    ActorFilter,
    EventFilter,
    PlaceFilter,
    ReportFilter,
    StatementFilter,
    TimeFilter,
    TimelineFilter,
    WarningFilter,
)
from onrecord.store.interface import Store

__all__ = [
    "ActorFilter",
    "EventFilter",
    "PlaceFilter",
    "ReportFilter",
    "StatementFilter",
    "Store",
    "TimeFilter",
    "TimelineFilter",
    "WarningFilter",
    "open_store",
]


def open_store(path: str | Path, *, write: bool = False) -> Store:
    """The record at ``path``; with ``write`` it may be added to, and is made where there is none.

    StoreError where there is no record to read, the file is something else or cannot be used;
    StoreVersionError where a newer program wrote it.
    """
    # sqlite3 is loaded only by those who use a store
    from onrecord.store.sqlite import SqliteStore

    return SqliteStore(path, write=write)
