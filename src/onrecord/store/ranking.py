"""The record's actors by how much they say and do, from the numbers kept of their forms."""

from __future__ import annotations

import heapq
import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple

from onrecord.store.query import Query
from onrecord.store.tally import DID, SAID

_BASE = "coalesce(d.id, p.id, g.id)"
_BY_FORM = (
    "LEFT JOIN actor_group g ON g.key = {key} LEFT JOIN actor_parted p ON p.key = {key} "
    "LEFT JOIN actor_decided d ON d.was = coalesce(p.id, g.id)"
)
"""Whose a form is; nobody's where each actor of it is one by itself."""


class Ranked(NamedTuple):
    """An actor of the record; ``num`` is that of its only actor where it is one by itself, and
    ``many`` how many actors of reports it is."""

    id: str
    said: int
    did: int
    many: int
    num: int | None

    def order(self) -> tuple[int, int, str]:
        """Those who say the most first."""
        return (-self.said, -self.did, self.id)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of the actors of reports: any of ``kinds``, of a country, named or not."""

    kinds: tuple[str, ...] = ()
    country: str | None = None
    named: bool | None = None

    def put(self, query: Query, table: str) -> None:
        """Asks it of the rows of ``table``, which are found by other things."""
        # the signs hide the index by country: a country's actors are half of a record of its war
        if self.kinds:
            marks = ", ".join(query.bind(kind) for kind in self.kinds)
            query.where(f"+{table}.kind IN ({marks})")
        if self.country is not None:
            query.where(f"+{table}.country = {query.bind(self.country)}")
        # what has a form is named
        if self.named is not None and table != "l":
            query.where(f"{table}.named = {int(self.named)}")


@dataclass(slots=True)
class _Sums:
    said: int = 0
    did: int = 0
    many: int = 0

    def add(self, said: int, did: int, sign: int) -> None:
        self.said += sign * said
        self.did += sign * did
        self.many += sign


@dataclass(slots=True)
class _Groups:
    sums: dict[str, _Sums] = field(default_factory=dict)
    apart: list[int] = field(default_factory=list)
    """Actors that are one by itself no longer, since somebody decided so."""


def ranked(
    db: sqlite3.Connection, wanted: Wanted, start: int, size: int | None
) -> tuple[list[Ranked], int]:
    """Of the actors asked for some from the one numbered ``start``, and how many there are."""
    groups = _groups(db, wanted)
    named = [Ranked(id_, s.said, s.did, s.many, None) for id_, s in groups.sums.items() if s.many]
    named.sort(key=Ranked.order)
    end = None if size is None else start + size
    both = heapq.merge(named, _alone(db, wanted, groups.apart, end), key=Ranked.order)
    total = len(named) + _count_alone(db, wanted, groups.apart)
    return list(islice(both, start, end)), total


def _groups(db: sqlite3.Connection, wanted: Wanted) -> _Groups:
    found = _Groups()
    if wanted.named is not False:
        query = Query()
        wanted.put(query, "l")
        query.where(f"{_BASE} IS NOT NULL")
        sql = query.sql(
            f"SELECT {_BASE}, sum(l.said), sum(l.did), sum(l.standing) FROM actor_look l "
            + _BY_FORM.format(key="l.key"),
            None,
            None,
            group="1",
        )
        found.sums = {id_: _Sums(*sums) for id_, *sums in db.execute(sql, query.values)}
    _decide(db, wanted, found)
    return found


def _decide(db: sqlite3.Connection, wanted: Wanted, found: _Groups) -> None:
    """Takes into account what was decided of single actors, over what their forms tell."""
    query = Query()
    wanted.put(query, "a")
    query.where("a.report NOT IN (SELECT report FROM past)")
    query.where(
        "a.num IN (SELECT actor FROM actor_own "
        "UNION SELECT i.num FROM actor_decided d CROSS JOIN item i ON i.id = d.was "
        "UNION SELECT x.num FROM actor_parted p CROSS JOIN actor_alone x ON x.key = p.key)"
    )
    sql = query.sql(
        f"SELECT a.num, {SAID}, {DID}, {_BASE}, k.id, a.num IN (SELECT actor FROM actor_own) "
        "FROM actor a JOIN actor_record k ON k.actor = a.num " + _BY_FORM.format(key="a.key"),
        None,
        None,
    )
    for num, said, did, form_of, whose, own in db.execute(sql, query.values).fetchall():
        found.apart.append(num)
        if form_of is not None:
            if not own:
                continue
            found.sums[form_of].add(said, did, -1)
        found.sums.setdefault(whose, _Sums()).add(said, did, 1)


def _alone_query(wanted: Wanted, apart: Iterable[int]) -> Query:
    query = Query()
    wanted.put(query, "x")
    if apart:
        listed = query.bind(json.dumps(list(apart)))
        query.where(f"x.num NOT IN (SELECT value FROM json_each({listed}))")
    return query


def _alone(
    db: sqlite3.Connection, wanted: Wanted, apart: list[int], end: int | None
) -> Iterable[Ranked]:
    query = _alone_query(wanted, apart)
    sql = query.sql(
        "SELECT x.id, x.said, x.did, 1, x.num FROM actor_alone x",
        "x.said DESC, x.did DESC, x.id",
        end,
    )
    return (Ranked(*row) for row in db.execute(sql, query.values))


def _count_alone(db: sqlite3.Connection, wanted: Wanted, apart: list[int]) -> int:
    query = _alone_query(wanted, apart)
    sql = query.sql("SELECT count(*) FROM actor_alone x", None, None)
    return int(db.execute(sql, query.values).fetchone()[0])
