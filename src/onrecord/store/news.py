"""What came into the record since a moment: reports, and what they brought to what was there.

It follows from when reports were received alone, so the same question has the same answer whoever
asks it, and asking changes nothing.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from typing import get_args

from onrecord.errors import QueryError
from onrecord.records import WITHDRAWN
from onrecord.store.answer import chunks, report_refs
from onrecord.store.items import LATEST
from onrecord.store.joining import items_by_number, join
from onrecord.store.load import load_links
from onrecord.store.viewrows import News, NewsKind

KINDS: tuple[NewsKind, ...] = get_args(NewsKind)

_MOMENT = re.compile(r"\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2})?Z)?)?)?", re.ASCII)

_NEW = f"SELECT r.num FROM report r WHERE r.received > :since AND {LATEST}"

# An event is new where all who tell of it are; a later version mostly tells what the earlier told.
_EVENTS = (
    "SELECT DISTINCT coalesce(t.lead, e.num) FROM event e LEFT JOIN telling t ON t.event = e.num "
    f"WHERE e.report IN ({_NEW} AND r.version_of IS NULL) AND NOT EXISTS ("
    "SELECT 1 FROM telling o JOIN event f ON f.num = o.event JOIN report r ON r.num = f.report "
    "WHERE o.lead = t.lead AND r.received <= :since)"
)

_LINKED: dict[str, tuple[str, ...]] = {
    "dispute": ("denies", "contradicts", "undercuts"),
    "met": ("meets_condition",),
    "carried out": ("fulfils",),
    "withdrawn": ("contradicts",),
}
"""By kind of news the links that make it."""


def news(
    db: sqlite3.Connection, since: str, kinds: Sequence[str] = (), limit: int | None = None
) -> Iterator[News]:
    """What is new since a day or a moment in UTC, kind by kind; ``limit`` of each at most."""
    if not _MOMENT.fullmatch(since):
        raise QueryError(f"since is {since!r}; give a day or a moment, as 2017-04-04T12:00:00Z")
    for kind in kinds:
        if kind not in KINDS:
            raise QueryError(f"kind is {kind!r}; it may be {', '.join(KINDS)}")
    for kind in KINDS:
        if kinds and kind not in kinds:
            continue
        if kind in ("report", "version"):
            yield from _reports(db, since, kind, limit)
        elif kind == "event":
            yield from _events(db, since, limit)
        else:
            yield from _links(db, since, kind, limit)


def counts(db: sqlite3.Connection, since: str) -> dict[str, int]:
    """How much of each kind is new."""
    return {kind: sum(1 for _ in _numbers(db, since, kind)) for kind in KINDS}


def _numbers(db: sqlite3.Connection, since: str, kind: NewsKind) -> Iterator[int]:
    """The numbers of the reports, events, or links of that kind, in their order."""
    if kind in ("report", "version"):
        told = "IS NULL" if kind == "report" else "IS NOT NULL"
        sql = f"{_NEW} AND r.version_of {told} ORDER BY r.received, r.id"
    elif kind == "event":
        sql = (
            f"SELECT x.num FROM event x JOIN item i ON i.num = x.num WHERE x.num IN ({_EVENTS}) "
            "ORDER BY coalesce(x.day, '~'), i.id"
        )
    else:
        listed = ", ".join(f"'{link}'" for link in _LINKED[kind])
        back = f"l.why LIKE '{WITHDRAWN}%' = {kind == 'withdrawn'}"
        parts = " UNION ALL ".join(
            f"SELECT {sign}l.num, f.id, t.id FROM {table} l JOIN item f ON f.id = l.from_id "
            f"JOIN item t ON t.id = l.to_id WHERE l.kind IN ({listed}) AND {back} "
            f"AND (f.report IN ({_NEW}) OR t.report IN ({_NEW}))"
            for table, sign in (("link", ""), ("cross_link", "-"))
        )
        sql = f"SELECT * FROM ({parts}) ORDER BY 2, 3"
    for num, *_ in db.execute(sql, {"since": since}):
        yield num


def _some(numbers: Iterator[int], limit: int | None) -> Iterator[list[int]]:
    """The first ``limit`` of the numbers, some at a time."""
    kept = (num for n, num in enumerate(numbers) if limit is None or n < limit)
    yield from chunks(kept)


def _reports(
    db: sqlite3.Connection, since: str, kind: NewsKind, limit: int | None
) -> Iterator[News]:
    for nums in _some(_numbers(db, since, kind), limit):
        refs = report_refs(db, nums)
        for num in nums:
            yield News(kind, refs[num], None, None)


def _events(db: sqlite3.Connection, since: str, limit: int | None) -> Iterator[News]:
    for nums in _some(_numbers(db, since, "event"), limit):
        found = items_by_number(db, nums)
        for num in nums:
            yield News("event", found[num].report, found[num], None)


def _links(db: sqlite3.Connection, since: str, kind: NewsKind, limit: int | None) -> Iterator[News]:
    """What is denied or contradicted now; a warning of which something came."""
    for nums in _some(_numbers(db, since, kind), limit):
        loaded = load_links(db, f"num IN ({', '.join(map(str, nums))})", ())
        for one in sorted(join(db, loaded), key=lambda j: (j.link.from_, j.link.to, j.link.kind)):
            about, by = one.to, one.from_
            if about is not None and by is not None:
                # of a condition or a threat, the news is the event
                yield News(kind, by.report, about, one)
