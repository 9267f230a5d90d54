"""The record behind the pages: opened anew for every request, and what of it is remembered."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from pathlib import Path
from typing import Any, TypeVar, cast

from onrecord.store import Store, open_store

T = TypeVar("T")

REMEMBERED = 128
"""Answers kept: counts, facets, and pages that are costly to put together, up to some hundred
kilobytes each."""


class Room:
    """A record on disk, read by many threads.

    ``open`` gives a store for one request; SQLite's connections stay in their thread.
    ``remembered`` keeps what is costly to count for as long as the record's file is unchanged.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._kept: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = threading.Lock()

    def open(self, *, write: bool = False) -> Store:
        """The record, for one request. StoreError where it is gone."""
        return open_store(self.path, write=write)

    def remembered(self, key: Hashable, make: Callable[[], T]) -> T:
        """What ``make`` gives, made once for every state of the record and ``key``."""
        full = (key, self._state())
        with self._lock:
            if full in self._kept:
                self._kept.move_to_end(full)
                return cast(T, self._kept[full])
        made = make()
        with self._lock:
            self._kept[full] = made
            while len(self._kept) > REMEMBERED:
                self._kept.popitem(last=False)
        return made

    def _state(self) -> tuple[tuple[int, int], ...]:
        """Changes whenever something is written: to the file, or to the log beside it."""
        found = []
        for path in (self.path, self.path.with_name(self.path.name + "-wal")):
            try:
                stat = path.stat()
            except FileNotFoundError:
                found.append((0, 0))
            else:
                found.append((stat.st_mtime_ns, stat.st_size))
        return tuple(found)
