"""The record's actors: what several reports say of one, in one."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from onrecord.records import Actor, ActorKind, Event, ReportRecord, Source, Statement
from onrecord.store.load import made
from onrecord.store.match import Whose, actors_by_id, whose
from onrecord.store.names import RECORD
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


def by_number(values: Iterable[tuple[str, int]]) -> tuple[str, ...]:
    """Each of the values once, the most frequent first; they come with how often they do. Of equals
    those in capitals are last."""
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

    def called(self, record_id: str) -> Merged:
        """The record's actor of this id."""
        return self._merged(record_id)

    def _merge(self, record_id: str) -> Merged:
        of = whose(self._db, record_id)
        got, aliases = self._tallied(of.keys) if of.plain else self._looked_up(record_id, of)
        # a person's surname, or an office, is no name to be shown by where there is a full one
        full = [look for look in got if look.person] or got
        names = by_number((look.name, look.n) for look in full)
        others = {*(look.name for look in got), *aliases} - {names[0]}
        kinds: tuple[ActorKind, ...] = by_number((x.kind, x.n) for x in full)  # type: ignore[assignment]
        countries = by_number((x.country, x.n) for x in got if x.country is not None)
        sectors = by_number((x.sector, x.n) for x in got if x.sector is not None)
        return Merged(
            id=record_id,
            name=names[0],
            kind=kinds[0],
            country=countries[0] if countries else None,
            sector=sectors[0] if sectors else None,
            named=got[0].named,
            aliases=tuple(sorted(others)),
        )

    def _tallied(self, keys: Sequence[int]) -> tuple[list[_Look], list[str]]:
        """What reports say of all actors of some forms, from the numbers kept of them."""
        of = "IN (SELECT value FROM json_each(?))"
        given = (json.dumps(keys),)
        found = self._db.execute(
            "SELECT l.look, k.sort = 'person', l.n FROM actor_look l "
            f"JOIN actor_key k ON k.num = l.key WHERE l.key {of}",
            given,
        )
        got = [made(_Look, *json.loads(look), True, bool(person), n) for look, person, n in found]
        aliases = self._db.execute(f"SELECT DISTINCT alias FROM actor_alias WHERE key {of}", given)
        return got, [alias for (alias,) in aliases]

    def _looked_up(self, record_id: str, of: Whose) -> tuple[list[_Look], list[str]]:
        """The same of single actors."""
        query = Query()
        known = record_id.startswith(f"{RECORD}:")
        actors = of.actors(query) if known else actors_by_id(self._db, record_id, query)
        found = self._db.execute(
            "SELECT name, a.kind, a.country, sector, named, k.sort = 'person', count(*) "
            f"FROM actor a LEFT JOIN actor_key k ON k.num = a.key WHERE a.num IN ({actors}) "
            "GROUP BY 1, 2, 3, 4, 5, 6",
            query.values,
        )
        got = [
            made(_Look, *look, bool(named), bool(person), n) for *look, named, person, n in found
        ]
        aliases = self._db.execute(
            f"SELECT DISTINCT alias FROM alias WHERE actor IN ({actors})", query.values
        )
        return got, [alias for (alias,) in aliases]


class _Look(NamedTuple):
    """What some reports say of an actor: how many, and whether of a person's full name."""

    name: str
    kind: ActorKind
    country: str | None
    sector: str | None
    named: bool
    person: bool
    n: int


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
