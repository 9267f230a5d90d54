"""Which actors and places of the record a question names."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

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
    # one after the other: together they would go through all bearers of the name for each of them
    name = {"norm": normalise(asked)}
    bearers = (
        "FROM name CROSS JOIN item_name n ON n.name = name.num "
        "CROSS JOIN {table} x ON x.num = n.item WHERE name.norm = :norm AND x.country IS NOT NULL"
    )
    ruled = db.execute(
        f"SELECT DISTINCT x.country {bearers.format(table='actor')} AND x.kind = 'government'", name
    ).fetchall()
    if not ruled:
        return None
    divisions = db.execute(
        f"SELECT DISTINCT x.country {bearers.format(table='place')} "
        "AND n.what = 'name' AND x.feature = 'A'",
        name,
    ).fetchall()
    both = sorted({code for (code,) in ruled} & {code for (code,) in divisions})
    return both[0] if both else None


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
    found = whose(db, asked).actors(query)
    return found if db.execute(f"{found} LIMIT 1", query.values).fetchone() else None


@dataclass(frozen=True, slots=True)
class Whose:
    """What an id of an actor of the record comes to: the forms of ``keys`` wholly, but for actors
    that are taken out of them; ``alone``, a form each actor of which is one by itself; and, by
    what was decided of them, actors of any form that have one of ``ids``. ``plain``: the forms
    tell all."""

    ids: tuple[str, ...]
    keys: tuple[int, ...]
    alone: int | None
    plain: bool

    def holds(self, query: Query, table: str) -> str:
        """A condition: an actor ``table`` of a report is the record's."""
        if self.plain:
            return f"{table}.key IN {_names(query, self.keys)}"
        return f"{table}.num IN ({self.actors(query)})"

    def actors(self, query: Query) -> str:
        """A subquery of the numbers of the actors."""
        if self.plain:
            return f"SELECT num FROM actor WHERE key IN {_names(query, self.keys)}"
        ids = f"(SELECT value FROM json_each({query.bind(json.dumps(self.ids))}))"
        found = (
            f"SELECT num FROM actor WHERE key IN {_names(query, self.keys)} "
            "AND num NOT IN (SELECT actor FROM actor_own) "
            f"UNION ALL SELECT actor FROM actor_own WHERE id IN {ids} "
            f"UNION ALL SELECT num FROM item WHERE id IN {ids} AND kind = 'a'"
        )
        if self.alone is None:
            return found
        return (
            f"{found} UNION ALL "
            f"SELECT num FROM actor WHERE key = {query.bind(self.alone)} AND EXISTS "
            f"(SELECT 1 FROM actor_record r WHERE r.actor = num AND (r.id IN {ids} "
            "OR r.why IS NULL))"
        )


def whose(db: sqlite3.Connection, asked: str) -> Whose:
    """What the id of an actor of the record comes to.

    The id of a form is that of whatever the form is part of now, so that an id which was given
    once goes on to be answered when names turn out to be one.
    """
    form = db.execute(
        "SELECT k.num, coalesce(p.id, g.id) FROM actor_key k "
        "LEFT JOIN actor_group g ON g.key = k.num LEFT JOIN actor_parted p ON p.key = k.num "
        "WHERE k.id = ?",
        (asked,),
    ).fetchone()
    now = {asked} | ({form[1]} if form and form[1] else set())
    decided = now | _strings(db, "SELECT id FROM actor_decided WHERE was IN {ids}", now)
    ids = decided | _strings(db, "SELECT was FROM actor_decided WHERE id IN {ids}", decided)
    listed = json.dumps(sorted(ids))
    among = "(SELECT value FROM json_each(:ids))"
    keys = db.execute(
        f"WITH mine (key) AS (SELECT key FROM actor_group WHERE id IN {among} "
        f"UNION SELECT key FROM actor_parted WHERE id IN {among}) "
        "SELECT mine.key FROM mine LEFT JOIN actor_group g ON g.key = mine.key "
        "LEFT JOIN actor_parted p ON p.key = mine.key "
        "LEFT JOIN actor_decided d ON d.was = coalesce(p.id, g.id) "
        f"WHERE coalesce(d.id, p.id, g.id) IN {among} ORDER BY 1",
        {"ids": listed},
    )
    alone = form[0] if form and form[1] is None else None
    (own,) = db.execute("SELECT EXISTS (SELECT 1 FROM actor_own)").fetchone()
    plain = alone is None and not own and all(id_.startswith(f"{RECORD}:") for id_ in ids)
    return Whose(tuple(sorted(ids)), tuple(key for (key,) in keys), alone, plain)


def groups_of(db: sqlite3.Connection, keys: Iterable[int]) -> dict[int, str]:
    """The actors of the record that these forms are; forms that are no one's are left out."""
    sql = (
        "SELECT k.num, coalesce(d.id, p.id, g.id) FROM actor_key k "
        "LEFT JOIN actor_group g ON g.key = k.num LEFT JOIN actor_parted p ON p.key = k.num "
        "LEFT JOIN actor_decided d ON d.was = coalesce(p.id, g.id) "
        "WHERE k.num IN (SELECT value FROM json_each(?))"
    )
    found = db.execute(sql, (json.dumps(sorted(keys)),))
    return {key: id_ for key, id_ in found if id_ is not None}


def _strings(db: sqlite3.Connection, sql: str, given: set[str]) -> set[str]:
    listed = sql.replace("{ids}", "(SELECT value FROM json_each(?))")
    return {value for (value,) in db.execute(listed, (json.dumps(sorted(given)),))}


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
        "SELECT place.num FROM item_name b CROSS JOIN place ON place.num = b.item "
        f"WHERE b.name IN {_names(query, names)}"
    )
    numbered = db.execute(
        "SELECT DISTINCT place.geonameid FROM item_name b CROSS JOIN place ON place.num = b.item "
        "WHERE b.name IN (SELECT value FROM json_each(?)) AND place.geonameid IS NOT NULL",
        (json.dumps(names),),
    )
    same = f"SELECT num FROM place WHERE geonameid IN {_names(query, [n for (n,) in numbered])}"
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
