"""A timeline of many reports: each event and each utterance once, in the order of their days."""

from __future__ import annotations

import heapq
import sqlite3
from collections.abc import Iterator
from itertools import islice

from onrecord.store.filters import EventFilter, StatementFilter, TimelineFilter
from onrecord.store.happenings import happenings
from onrecord.store.items import find_statements
from onrecord.store.originating import origins_of
from onrecord.store.speaking import utterances
from onrecord.store.viewrows import Happening, Said

_COMMON = ("by", "to", "about", "outlet", "report", "since", "until", "versions")


def chronicle(db: sqlite3.Connection, asked: TimelineFilter) -> Iterator[Happening | Said]:
    """Events and utterances by day, those without one last. Of the latter no links are given."""
    common = {name: getattr(asked, name) for name in _COMMON}
    streams: list[Iterator[Happening | Said]] = []
    if asked.events:
        streams.append(happenings(db, EventFilter(at=asked.at, **common)))
    if asked.statements and asked.at is None:
        streams.append(_said(db, StatementFilter(**common)))
    merged = heapq.merge(*streams, key=_place)
    kept = (one for one in merged if not asked.dated or _basis(one) == "stated")
    yield from islice(kept, asked.limit)


def _said(db: sqlite3.Connection, asked: StatementFilter) -> Iterator[Said]:
    for row, tellings in utterances(db, find_statements(db, asked)):
        reports = {one.report.id for one in tellings}
        origins = len(origins_of(db, reports)) if len(reports) > 1 else len(reports)
        yield Said(row, tellings, len(reports), origins, ())


def _place(one: Happening | Said) -> tuple[bool, str]:
    day = one.day if isinstance(one, Happening) else one.row.day
    return day is None, day or ""


def _basis(one: Happening | Said) -> str | None:
    return one.basis if isinstance(one, Happening) else one.row.basis
