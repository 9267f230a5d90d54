"""The record's places as a list."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from onrecord.store.answer import chunks
from onrecord.store.earliest import earliest
from onrecord.store.filters import PlaceFilter
from onrecord.store.listing import examples
from onrecord.store.load import made
from onrecord.store.match import country_of, places_named
from onrecord.store.merged import by_number
from onrecord.store.query import Query
from onrecord.store.rows import PlaceRow
from onrecord.store.tally import SAME


class _Counted(NamedTuple):
    """A place: what its mentions have in common, what it is taken for, how often it is told of."""

    same: int | str
    look: str
    mentions: int
    reports: int


def places(db: sqlite3.Connection, asked: PlaceFilter) -> Iterator[PlaceRow]:
    """The record's places asked for, the most often mentioned first.

    Mentions are one place by the gazetteer's number; without one, by name and country.
    """
    yield from _rows(db, asked, _found(db, asked)[: asked.limit])


def places_page(
    db: sqlite3.Connection, asked: PlaceFilter, start: int, size: int
) -> tuple[tuple[PlaceRow, ...], int]:
    """Some of them from the one numbered ``start``, and how many there are."""
    found = _found(db, asked)
    return tuple(_rows(db, asked, found[start : start + size])), len(found)


def _query(db: sqlite3.Connection, asked: PlaceFilter, table: str) -> Query:
    query = Query()
    if asked.name is not None:
        query.where(f"{table}.num IN ({places_named(db, asked.name, query, wide=True)})")
    _in_country(db, asked, query, table)
    query.where(f"{table}.report NOT IN (SELECT report FROM past)")
    return query


def _in_country(db: sqlite3.Connection, asked: PlaceFilter, query: Query, table: str) -> None:
    if asked.country is not None:
        code = country_of(db, asked.country) or asked.country.upper()
        query.where(f"{table}.country = {query.bind(code)}")


def _found(db: sqlite3.Connection, asked: PlaceFilter) -> list[_Counted]:
    return _tallied(db, asked) if asked.name is None else _looked_up(db, asked)


def _tallied(db: sqlite3.Connection, asked: PlaceFilter) -> list[_Counted]:
    query = Query()
    _in_country(db, asked, query, "t")
    in_reports = "in_country" if asked.country is not None else "reports"
    looks = query.sql(
        f"SELECT same, look, name, country, n, {in_reports} FROM place_tally t", None, None
    )
    return _ordered(db.execute(looks, query.values))


def _looked_up(db: sqlite3.Connection, asked: PlaceFilter) -> list[_Counted]:
    """Those of a name, few enough to be counted each time."""
    query = _query(db, asked, "p")
    sql = query.sql(
        f"SELECT {SAME}, p.name, p.country, p.lat, p.lon, p.geonameid, p.feature, "
        "p.report, count(*) FROM place p",
        None,
        None,
        group="1, 2, 3, 4, 5, 6, 7, 8",
    )
    seen: set[tuple[int | str, int]] = set()
    looks = []
    for same, *look, report, n in db.execute(sql, query.values):
        told = json.dumps(look, ensure_ascii=False)
        looks.append((same, told, look[0], look[1], n, int((same, report) not in seen)))
        seen.add((same, report))
    return _ordered(looks)


def _ordered(looks: Any) -> list[_Counted]:
    """The places of these looks, each as it is taken for most often."""
    numbers: dict[int | str, list[int]] = defaultdict(lambda: [0, 0])
    often: dict[int | str, dict[tuple[str, str, str], int]] = defaultdict(lambda: defaultdict(int))
    for same, look, name, country, n, in_reports in looks:
        numbers[same][0] += n
        numbers[same][1] += in_reports
        often[same][look, name, country or ""] += n
    placed = []
    for same, (mentions, in_reports) in numbers.items():
        look, name, country = min(often[same], key=lambda told: (-often[same][told], told))
        placed.append((-mentions, name, country, str(same), same, look, in_reports))
    placed.sort(key=lambda place: place[:4])
    return [_Counted(same, look, -n, reports) for n, _, _, _, same, look, reports in placed]


def _rows(
    db: sqlite3.Connection, asked: PlaceFilter, found: Sequence[_Counted]
) -> Iterator[PlaceRow]:
    for chunk in chunks(found):
        firsts = [_first(db, _query(db, asked, "p"), one) for one in chunk]
        shown = examples(db, firsts, "self")
        spelled = _spellings(db, chunk)
        for one, first in zip(chunk, firsts, strict=True):
            look = json.loads(one.look)
            names = spelled[one.same]
            yield made(PlaceRow, *look, names, one.mentions, one.reports, *shown[first])


def _first(db: sqlite3.Connection, query: Query, one: _Counted) -> int:
    among = f"{SAME} = {query.bind(one.same)}"
    first = earliest(db, "place p", query, among, many=one.mentions)
    assert first is not None  # its mentions were counted
    return first


def _spellings(
    db: sqlite3.Connection, found: Sequence[_Counted]
) -> dict[int | str, tuple[str, ...]]:
    """How reports write each of the places, the most frequent first."""
    # one by one: a name may hold a NUL, at which a list as JSON would end it
    sql = "SELECT words, n FROM place_spelling WHERE same = ?"
    return {one.same: by_number(db.execute(sql, (one.same,)).fetchall()) for one in found}
