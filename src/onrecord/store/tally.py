"""The tables of numbers (sql/tallies.sql), kept up with what comes into a record and goes from it.

Every function here runs inside its caller's transaction. A report's numbers are taken off before
its rows are changed and put on again after, so that both are read from the rows themselves.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from onrecord.store.load import rows

PAST = (
    "SELECT report FROM retracted_report UNION SELECT r.num FROM report v "
    "JOIN report r ON r.id = v.version_of WHERE v.version_of IS NOT NULL "
    "AND v.num NOT IN (SELECT report FROM moot_report)"
)
"""The reports that answer nothing unless asked for, as the other tables tell."""

STATEMENTS = ("act", "by", "outlet", "month", "named", "certainty")
EVENTS = ("type", "status", "at", "outlet", "month")
"""The fields by which a list may be narrowed further."""

OF = {
    "statement": ((), ("act",), ("named",), ("outlet",), ("act", "named")),
    "event": ((), ("type",), ("status",), ("outlet",), ("type", "status")),
}
"""By which fields together a list may be narrowed and its numbers still be at hand."""

_SQL = {
    "statement": (
        "SELECT x.act, coalesce(-a.key, x.source_actor), r.outlet, substr(x.day, 1, 7), "
        "x.source_named, x.certainty FROM statement x JOIN report r ON r.num = x.report "
        "LEFT JOIN actor a ON a.num = x.source_actor WHERE x.report IN {nums}"
    ),
    "event": (
        "SELECT x.type, x.status, x.where_, r.outlet, substr(x.day, 1, 7) "
        "FROM event x JOIN report r ON r.num = x.report WHERE x.report IN {nums}"
    ),
}

SAME = "coalesce(p.geonameid, p.name || '/' || coalesce(p.country, ''))"
"""What the mentions ``p`` of one place have in common, and is indexed."""

SAID = "(SELECT count(*) FROM statement s WHERE s.source_actor = a.num)"
DID = "(SELECT count(DISTINCT event) FROM event_actor e WHERE e.actor = a.num)"
"""What an actor ``a`` of a report said and took part in."""

TABLES = (
    "past", "facet_tally", "place_tally", "place_spelling", "actor_look", "actor_alias",
    "actor_alone",
)  # fmt: skip
"""The tables of tallies.sql."""

MANY = 500
"""Reports counted together where all are."""


def come(db: sqlite3.Connection, reports: Sequence[int]) -> None:
    """Puts on the numbers of these reports, whose rows are in their tables."""
    _appear(db, reports, 1)
    _stand(db, _standing(db, reports), 1)


def go(db: sqlite3.Connection, reports: Sequence[int]) -> None:
    """Takes off the numbers of these reports, whose rows are about to change."""
    _appear(db, reports, -1)
    _stand(db, _standing(db, reports), -1)


def settle(db: sqlite3.Connection) -> None:
    """Takes off the numbers of reports that answer no longer, and puts on those that do again."""
    now = {num for (num,) in db.execute(PAST)}
    was = {num for (num,) in db.execute("SELECT report FROM past")}
    _stand(db, sorted(now - was), -1)
    db.executemany("INSERT INTO past VALUES (?)", [(num,) for num in sorted(now - was)])
    db.executemany("DELETE FROM past WHERE report = ?", [(num,) for num in sorted(was - now)])
    _stand(db, sorted(was - now), 1)


def regroup(db: sqlite3.Connection, keys: Iterable[int]) -> None:
    """Sets which actors are each one by itself right, for forms that a group won or lost."""
    keys = sorted(set(keys))
    if not keys:
        return
    for _ in rows(db, "DELETE FROM actor_alone WHERE key IN {nums}", keys):
        pass
    _alone(db, "a.key IN {nums} AND a.report NOT IN (SELECT report FROM past)", keys)


def make(db: sqlite3.Connection) -> None:
    """Makes all the numbers anew."""
    for table in TABLES:
        db.execute(f"DELETE FROM {table}")
    db.execute(f"INSERT INTO past {PAST}")
    reports = [num for (num,) in db.execute("SELECT num FROM report ORDER BY num")]
    for at in range(0, len(reports), MANY):
        come(db, reports[at : at + MANY])


def _standing(db: sqlite3.Connection, reports: Sequence[int]) -> list[int]:
    past = {num for (num,) in rows(db, "SELECT report FROM past WHERE report IN {nums}", reports)}
    return [num for num in reports if num not in past]


def _stand(db: sqlite3.Connection, reports: Sequence[int], sign: int) -> None:
    """The numbers in which reports that answer alone are counted."""
    if not reports:
        return
    for name, fields in (("statement", STATEMENTS), ("event", EVENTS)):
        _facets(db, name, fields, reports, sign)
    _places(db, reports, sign)
    _spellings(db, reports, sign)
    _work(db, reports, sign)
    if sign > 0:
        _alone(db, "a.report IN {nums}", reports)
    else:
        sql = "DELETE FROM actor_alone WHERE num IN (SELECT num FROM actor WHERE report IN {nums})"
        for _ in rows(db, sql, reports):
            pass


def _facets(
    db: sqlite3.Connection, name: str, fields: Sequence[str], reports: Sequence[int], sign: int
) -> None:
    counts: Counter[tuple[str, str, str]] = Counter()
    for row in rows(db, _SQL[name], reports):
        given = dict(zip(fields, row, strict=True))
        told = [(field, str(value)) for field, value in given.items() if value is not None]
        for of in OF[name]:
            if all(given[field] is not None for field in of):
                label = labelled(of, [given[field] for field in of])
                counts.update((label, field, value) for field, value in told)
    values = [
        (name, *place, sign * n)
        for place, n in counts.items()
        # an unnamed source that speaks once is none of those told of
        if n > 1 or place[1] != "by" or place[2].startswith("-")
    ]
    _put(db, "facet_tally", ("list", "of", "field", "value"), ("n",), values)


def labelled(fields: Sequence[str], values: Sequence[Any]) -> str:
    """What ``facet_tally.of`` says of rows that have these values in these fields."""
    return ",".join(f"{field}={value}" for field, value in zip(fields, values, strict=True))


def _places(db: sqlite3.Connection, reports: Sequence[int], sign: int) -> None:
    sql = (
        f"SELECT report, {SAME}, name, country, lat, lon, geonameid, feature FROM place p "
        "WHERE report IN {nums}"
    )
    found: dict[tuple[Any, ...], Counter[str]] = defaultdict(Counter)
    in_report: dict[tuple[int, Any], set[tuple[str, str | None]]] = defaultdict(set)
    for report, same, *look in rows(db, sql, reports):
        told = json.dumps(look, ensure_ascii=False)
        found[same, told, look[0], look[1]]["n"] += 1
        in_report[report, same].add((told, look[1]))
    for (_, same), looks in in_report.items():
        seen: set[str | None] = set()
        for number, (told, country) in enumerate(sorted(looks, key=lambda look: look[0])):
            counter = found[same, told, json.loads(told)[0], country]
            counter["reports"] += number == 0
            counter["in_country"] += country not in seen
            seen.add(country)
    numbers = ("n", "reports", "in_country")
    values = [(*place, *(sign * c[number] for number in numbers)) for place, c in found.items()]
    _put(db, "place_tally", ("same", "look", "name", "country"), numbers, values, keys=2)


def _spellings(db: sqlite3.Connection, reports: Sequence[int], sign: int) -> None:
    texts = dict(rows(db, "SELECT num, text FROM report WHERE num IN {nums}", reports))
    sql = (
        f"SELECT {SAME}, p.report, h.start, h.stop FROM place p "
        "JOIN span h ON h.item = p.num AND h.role = 'self' WHERE p.report IN {nums}"
    )
    found = Counter(
        (same, texts[report][start:stop]) for same, report, start, stop in rows(db, sql, reports)
    )
    values = [(*place, sign * n) for place, n in found.items()]
    _put(db, "place_spelling", ("same", "words"), ("n",), values)


def _work(db: sqlite3.Connection, reports: Sequence[int], sign: int) -> None:
    values = [
        (key, _look(look), look[1], look[2], 0, sign, sign * said, sign * did)
        for key, said, did, *look in rows(
            db,
            f"SELECT key, {SAID}, {DID}, name, kind, country, sector FROM actor a "
            "WHERE key IS NOT NULL AND report IN {nums}",
            reports,
        )
    ]
    _put_looks(db, values)


def _look(look: Sequence[str | None]) -> str:
    return json.dumps(look, ensure_ascii=False)


def _put_looks(db: sqlite3.Connection, values: Sequence[tuple[Any, ...]]) -> None:
    summed: dict[tuple[Any, ...], list[int]] = {}
    for row in values:
        sums = summed.setdefault(row[:4], [0] * 4)
        for at, number in enumerate(row[4:]):
            sums[at] += number
    _put(
        db, "actor_look", ("key", "look", "kind", "country"), ("n", "standing", "said", "did"),
        [(*place, *sums) for place, sums in summed.items()], keys=2,
    )  # fmt: skip


def _appear(db: sqlite3.Connection, reports: Sequence[int], sign: int) -> None:
    """The numbers in which every report is counted."""
    sql = (
        "SELECT key, name, kind, country, sector FROM actor "
        "WHERE key IS NOT NULL AND report IN {nums}"
    )
    looks = [
        (key, _look(look), look[1], look[2], sign, 0, 0, 0) for key, *look in rows(db, sql, reports)
    ]
    _put_looks(db, looks)
    sql = (
        "SELECT a.key, l.alias, count(*) FROM actor a JOIN alias l ON l.actor = a.num "
        "WHERE a.key IS NOT NULL AND a.report IN {nums} GROUP BY 1, 2"
    )
    aliases = [(key, alias, sign * n) for key, alias, n in rows(db, sql, reports)]
    _put(db, "actor_alias", ("key", "alias"), ("n",), aliases)


def _alone(db: sqlite3.Connection, where: str, nums: Sequence[int]) -> None:
    sql = (
        "INSERT INTO actor_alone "
        f"SELECT a.num, a.key, i.id, a.kind, a.country, a.named, {SAID}, {DID} "
        "FROM actor a JOIN item i ON i.num = a.num LEFT JOIN actor_group g ON g.key = a.key "
        f"WHERE g.key IS NULL AND {where}"
    )
    for _ in rows(db, sql, nums):
        pass


def _put(
    db: sqlite3.Connection,
    table: str,
    columns: Sequence[str],
    numbers: Sequence[str],
    values: Sequence[tuple[Any, ...]],
    *,
    keys: int | None = None,
) -> None:
    """Adds numbers to those in a table; of ``columns`` the first ``keys``, or all, are its key."""
    key = columns[: keys or len(columns)]
    marks = ", ".join("?" * (len(columns) + len(numbers)))
    sums = ", ".join(f"{number} = {number} + excluded.{number}" for number in numbers)
    db.executemany(
        f"INSERT INTO {table} ({', '.join((*columns, *numbers))}) VALUES ({marks}) "
        f"ON CONFLICT ({', '.join(key)}) DO UPDATE SET {sums}",
        values,
    )
    none = " AND ".join(f"{column} = 0" for column in numbers)
    where = " AND ".join(f"{column} = ?" for column in key)
    gone = [row[: len(key)] for row in _taken(values, len(columns))]
    db.executemany(f"DELETE FROM {table} WHERE {where} AND {none}", gone)


def _taken(values: Iterable[tuple[Any, ...]], columns: int) -> Iterator[tuple[Any, ...]]:
    """The rows that take something off."""
    return (row for row in values if any(number < 0 for number in row[columns:]))
