"""The record's actors: what several reports say of one, in one."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from onrecord.records import Actor, ActorKind, Event, ReportRecord, Source, Statement

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
    counted = Counter(values)
    return tuple(sorted(counted, key=lambda value: (-counted[value], value.isupper(), value)))


class Merger:
    """Puts actors together, each once for as long as it is asked for again."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._merged = lru_cache(maxsize=CACHED)(self._merge)

    def of(self, num: int) -> Merged:
        """The record's actor that the report's actor of this number is."""
        key, country, record_id = self._db.execute(
            "SELECT actor.key, actor.country, k.id FROM actor JOIN actor_record k "
            "ON k.actor = actor.num WHERE actor.num = ?",
            (num,),
        ).fetchone()
        if key is None:
            return self._merge(record_id, None, None, num)
        several = self._db.execute(
            "SELECT count(*) > 1 FROM actor_country WHERE key = ?", (key,)
        ).fetchone()[0]
        if not several:
            return self._merged(record_id, key, None, None)
        if country is None:
            # a namesake of actors of several countries: nobody says which it is
            return self._merge(record_id, None, None, num)
        return self._merged(record_id, key, country, None)

    def _merge(
        self, record_id: str, key: int | None, country: str | None, num: int | None
    ) -> Merged:
        where, value = ("key = ?", key) if num is None else ("num = ?", num)
        if country is not None:
            where += " AND country = ?"
        values = (value,) if country is None else (value, country)
        got = self._db.execute(
            f"SELECT name, kind, country, sector, named FROM actor WHERE {where}", values
        ).fetchall()
        aliases = self._db.execute(
            "SELECT DISTINCT alias FROM alias WHERE actor IN "
            f"(SELECT num FROM actor WHERE {where})",
            values,
        )
        names = by_frequency(row[0] for row in got)
        others = {*names[1:], *(alias for (alias,) in aliases)} - {names[0]}
        kinds: tuple[ActorKind, ...] = by_frequency(row[1] for row in got)  # type: ignore[assignment]
        countries = by_frequency(row[2] for row in got if row[2] is not None)
        sectors = by_frequency(row[3] for row in got if row[3] is not None)
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
