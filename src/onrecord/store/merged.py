"""The record's actors: what several reports say of one, in one."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from onrecord.records import Actor, ActorKind, Event, ReportRecord, Source, Statement
from onrecord.store.match import actors_by_id
from onrecord.store.query import Query

CACHED = 20_000
"""Actors kept at hand while exporting: those in many reports are costly to put together."""


class Merged(NamedTuple):
    """What the record says of an actor: of every value the one most often given."""

    id: str
    name: str
    kind: ActorKind
    country: str | None
    sector: str | None
    named: bool
    aliases: tuple[str, ...]


def by_frequency(values: Iterable[str]) -> tuple[str, ...]:
    """Each of ``values`` once, the most frequent first; of equals, those in capitals last."""
    return _by_number((value, 1) for value in values)


def _by_number(values: Iterable[tuple[str, int]]) -> tuple[str, ...]:
    """``by_frequency`` of values that come with how often they do."""
    counted: Counter[str] = Counter()
    for value, number in values:
        counted[value] += number
    return tuple(sorted(counted, key=lambda value: (-counted[value], value.isupper(), value)))


class Merger:
    """Puts actors together, each once for as long as it is asked for again."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._merged = lru_cache(maxsize=CACHED)(self._merge)

    def of(self, num: int) -> Merged:
        """The record's actor that the report's actor of this number is."""
        (record_id,) = self._db.execute(
            "SELECT id FROM actor_record WHERE actor = ?", (num,)
        ).fetchone()
        return self._merged(record_id)

    def _merge(self, record_id: str) -> Merged:
        query = Query()
        actors = actors_by_id(self._db, record_id, query) or "SELECT NULL"
        got = self._db.execute(
            "SELECT name, a.kind, a.country, sector, named, k.sort = 'person', count(*) "
            f"FROM actor a LEFT JOIN actor_key k ON k.num = a.key WHERE a.num IN ({actors}) "
            "GROUP BY 1, 2, 3, 4, 5, 6",
            query.values,
        ).fetchall()
        aliases = self._db.execute(
            f"SELECT DISTINCT alias FROM alias WHERE actor IN ({actors})", query.values
        )
        # a person's surname, or an office, is no name to be shown by where there is a full one
        full = [row for row in got if row[5]] or got
        names = _by_number((row[0], row[6]) for row in full)
        others = {*(row[0] for row in got), *(alias for (alias,) in aliases)} - {names[0]}
        kinds: tuple[ActorKind, ...] = _by_number((r[1], r[6]) for r in full)  # type: ignore[assignment]
        countries = _by_number((row[2], row[6]) for row in got if row[2] is not None)
        sectors = _by_number((row[3], row[6]) for row in got if row[3] is not None)
        return Merged(
            id=record_id,
            name=names[0],
            kind=kinds[0],
            country=countries[0] if countries else None,
            sector=sectors[0] if sectors else None,
            named=bool(got[0][4]),
            aliases=tuple(sorted(others)),
        )


def with_record_actors(merger: Merger, record: ReportRecord, nums: list[int]) -> ReportRecord:
    """``record`` with the record's actors in place of its own, whose numbers are ``nums``.

    Two actors of one report that are one of the record's become one here.
    """
    ids: dict[str, str] = {}
    actors: dict[str, Actor] = {}
    for own, num in zip(record.actors, nums, strict=True):
        merged = merger.of(num)
        ids[own.id] = merged.id
        before = actors.get(merged.id)
        actors[merged.id] = Actor(
            id=merged.id,
            name=merged.name,
            kind=merged.kind,
            mentions=tuple(sorted((*(before.mentions if before else ()), *own.mentions))),
            country=merged.country,
            sector=merged.sector,
            named=merged.named,
            aliases=merged.aliases,
            roles=(*(before.roles if before else ()), *own.roles),
        )
    return replace(
        record,
        actors=tuple(actors.values()),
        statements=tuple(_statement(s, ids) for s in record.statements),
        events=tuple(_event(e, ids) for e in record.events),
        links=tuple(
            replace(link, from_=ids.get(link.from_, link.from_), to=ids.get(link.to, link.to))
            for link in record.links
        ),
    )


def _statement(s: Statement, ids: dict[str, str]) -> Statement:
    source = s.source
    if source is not None and source.actor is not None:
        source = Source(source.span, ids[source.actor], source.named)
    return replace(s, source=source, addressee=ids[s.addressee] if s.addressee else None)


def _event(e: Event, ids: dict[str, str]) -> Event:
    # two of one side may have become one
    return replace(
        e,
        actor=tuple(dict.fromkeys(ids[actor] for actor in e.actor)),
        recipient=tuple(dict.fromkeys(ids[actor] for actor in e.recipient)),
    )
