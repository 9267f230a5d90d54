"""Which actors and places of the record a question names."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable

from onrecord.errors import QueryError
from onrecord.store.countries import find_country
from onrecord.store.names import RECORD, normalise
from onrecord.store.query import Query

_ID = re.compile(r"[^\s:]+:[tpase][0-9a-f]+")
_BEARERS = "SELECT b.item FROM item_name b JOIN actor ON actor.num = b.item"


def country_of(db: sqlite3.Connection, asked: str) -> str | None:
    """The code of the country that ``asked`` names.

    A country that no table has (a user's own gazetteer may bring it) is known by a division of
    that name whose government bears the name too.
    """
    found = find_country(asked)
    if found is not None:
        return found
    row = db.execute(
        "SELECT DISTINCT place.country FROM name JOIN item_name n ON n.name = name.num "
        "JOIN place ON place.num = n.item WHERE norm = ? AND what = 'name' AND feature = 'A' "
        "AND place.country IN (SELECT actor.country FROM item_name m JOIN actor "
        "ON actor.num = m.item WHERE m.name = name.num AND kind = 'government') ORDER BY 1",
        (normalise(asked),),
    ).fetchone()
    return row[0] if row else None


def actors_named(db: sqlite3.Connection, asked: str, query: Query, *, wide: bool) -> str:
    """A subquery of the numbers of the actors that ``asked`` names.

    An id names one actor: a report's or the record's. Any other words are compared with names,
    aliases and mentions, normalised. With ``wide``, as who speaks or is spoken to, a country means
    its government, offices and forces, and persons of its government or forces; and a name may be
    part of a longer one ("Lavrov"; "defence ministry"), of persons' only where there are such, lest
    "Assad" find "Assad government".
    """
    if _ID.fullmatch(asked):
        found = actors_by_id(db, asked, query)
        if found is not None:
            return found
        if wide:
            raise QueryError(f"{asked!r} is the id of no actor in the record")
    norm = normalise(asked)
    if not norm:
        raise QueryError(f"{asked!r} is no name; give the name of an actor, or its id")
    exact = f"{_BEARERS} WHERE b.name IN {_names(query, _exact(db, norm))}"
    if not wide:
        return f"{exact} UNION {_persons(db, norm, query)}"
    country = country_of(db, asked)
    if country is not None:
        return (
            f"{exact} UNION SELECT num FROM actor WHERE country = {query.bind(country)} AND "
            "(kind IN ('government', 'office', 'military') OR "
            "kind = 'person' AND (sector LIKE '%GOV%' OR sector LIKE '%MIL%'))"
        )
    persons = _persons(db, norm, query)
    if db.execute(f"SELECT 1 FROM ({persons}) LIMIT 1", query.values).fetchone():
        return f"{exact} UNION {persons}"
    longer = _names(query, _containing(db, norm))
    return (
        f"{exact} UNION {_BEARERS} WHERE b.name IN {longer} "
        "AND b.what IN ('name', 'alias', 'organisation')"
    )


def actors_by_id(db: sqlite3.Connection, asked: str, query: Query) -> str | None:
    """A subquery of the numbers of the actors of a report's or the record's id; None of no id's."""
    if not asked.startswith(f"{RECORD}:"):
        known = "SELECT 1 FROM item WHERE id = ? AND kind = 'a'"
        if not db.execute(known, (asked,)).fetchone():
            return None
        return f"SELECT num FROM item WHERE id = {query.bind(asked)}"
    found = _of_record(query.bind(asked))
    return found if db.execute(f"{found} LIMIT 1", query.values).fetchone() else None


def _of_record(mark: str) -> str:
    """A subquery of the actors that are the record's actor of an id.

    The id of a form is that of whatever the form is part of now, so that an id which was given
    once goes on to be answered when names turn out to be one.
    """
    now = (
        "SELECT coalesce(p.id, g.id, k.id) FROM actor_key k "
        "LEFT JOIN actor_group g ON g.key = k.num LEFT JOIN actor_parted p ON p.key = k.num "
        f"WHERE k.id = {mark} UNION SELECT {mark}"
    )
    decided = f"SELECT id FROM actor_decided WHERE was IN ({now}) UNION {now}"
    ids = f"(SELECT was FROM actor_decided WHERE id IN ({decided}) UNION {decided})"
    return (
        f"SELECT num FROM actor WHERE key IN (SELECT key FROM actor_group WHERE id IN {ids} "
        f"UNION SELECT key FROM actor_parted WHERE id IN {ids} "
        f"UNION SELECT num FROM actor_key WHERE id = {mark}) AND EXISTS "
        f"(SELECT 1 FROM actor_record r WHERE r.actor = num AND (r.id IN {ids} "
        "OR r.why IS NULL)) "
        f"UNION SELECT actor FROM actor_own WHERE id IN {ids} "
        f"UNION SELECT num FROM item WHERE id IN {ids} AND kind = 'a'"
    )


def _persons(db: sqlite3.Connection, norm: str, query: Query) -> str:
    """Named persons whose name holds the words asked for."""
    return (
        f"{_BEARERS} WHERE b.name IN {_names(query, _containing(db, norm))} "
        "AND b.what IN ('name', 'alias') AND kind = 'person' AND named"
    )


def _exact(db: sqlite3.Connection, norm: str) -> list[int]:
    return [num for (num,) in db.execute("SELECT num FROM name WHERE norm = ?", (norm,))]


def _containing(db: sqlite3.Connection, norm: str) -> list[int]:
    """The names that hold the words of ``norm`` in their order, next to each other."""
    sql = "SELECT rowid FROM name_fts WHERE name_fts MATCH ? ORDER BY rowid"
    return [num for (num,) in db.execute(sql, (f'"{norm}"',))]


def _names(query: Query, nums: Iterable[int]) -> str:
    return f"(SELECT value FROM json_each({query.bind(json.dumps(list(nums)))}))"


def places_named(db: sqlite3.Connection, asked: str, query: Query, *, wide: bool) -> str:
    """A subquery of the numbers of the places that ``asked`` names, in any spelling.

    Two spellings are one place where the gazetteer gave them the same number. With ``wide``, as
    where something happens, a country means every place in it, and a name may go on ("Idlib"
    finds "Idlib province").
    """
    norm = normalise(asked)
    names = _exact(db, norm)
    if wide and norm:
        names = [
            num
            for (num,) in db.execute(
                "SELECT num FROM name WHERE norm = :n OR norm > :n || ' ' AND norm < :n || '!'",
                {"n": norm},
            )
        ]
    found = (
        "SELECT place.num FROM item_name b JOIN place ON place.num = b.item "
        f"WHERE b.name IN {_names(query, names)}"
    )
    same = (
        f"SELECT num FROM place WHERE geonameid IN (SELECT geonameid FROM place "
        f"WHERE num IN ({found}) AND geonameid IS NOT NULL)"
    )
    country = country_of(db, asked) if wide else None
    if country is None:
        return f"{found} UNION {same}"
    return f"{found} UNION SELECT num FROM place WHERE country = {query.bind(country)}"


def place_names(db: sqlite3.Connection, asked: str) -> list[str]:
    """The gazetteer's names of the places that ``asked`` names, itself aside."""
    query = Query()
    places = places_named(db, asked, query, wide=False)
    sql = f"SELECT DISTINCT name FROM place WHERE num IN ({places}) ORDER BY name"
    norm = normalise(asked)
    return [name for (name,) in db.execute(sql, query.values) if normalise(name) != norm]
