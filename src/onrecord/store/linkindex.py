"""What the linking stage keeps between runs: units under their keys, edges, and what they gave.

The store knows nothing of what a unit or an edge means; it finds those that share a key, keeps what
it is given, and forgets what a changed report no longer gives.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from onrecord.records import Link, Report
from onrecord.store.correcting_looked import Refused, refused
from onrecord.store.dates import narrowest
from onrecord.store.load import load_report, rows
from onrecord.store.schema import LINKING
from onrecord.store.write import insert_between

GIVEN = "(SELECT value FROM json_each(?))"


@dataclass(frozen=True, slots=True)
class KeptUnit:
    """A unit to be kept: the id of its item, its encoding, and its (key, side) pairs."""

    id: str
    data: bytes
    keys: tuple[tuple[int, int], ...]


class Asked(NamedTuple):
    """Where a unit looks for others: because of its key ``own``, on a side of the key ``key``.

    ``weight`` says how much it tells to be found there.
    """

    own: int
    key: int
    side: int
    weight: int


class KeptEdge(NamedTuple):
    """An edge between two units, by their numbers."""

    from_: int
    to: int
    kind: str
    score: float
    why: str
    slot: str = ""


class Decided(NamedTuple):
    """A person's decision about two units, by their numbers."""

    one: int
    other: int
    why: str


class LinkIndex:
    """The linking stage's tables. Every method runs inside its caller's transaction.

    ``limit``: how many units may stand on one side of a key, and how many reports may share a run
    of words; beyond it the key leads to nobody. ``few``: the same of sides for which it is another.
    """

    def __init__(
        self, db: sqlite3.Connection, *, limit: int, few: Mapping[int, int] | None = None
    ) -> None:
        self._db = db
        self._limit = limit
        whens = "".join(f"WHEN {int(s)} THEN {int(n)} " for s, n in sorted((few or {}).items()))
        self._most = f"CASE side {whens}ELSE {int(limit)} END" if whens else str(int(limit))

    def prepare(self, version: str) -> None:
        """Forgets everything that another ``version`` of the linking stage has kept."""
        row = self._db.execute("SELECT version FROM linking_version").fetchone()
        if row is not None and row[0] == version:
            return
        for table in LINKING:
            self._db.execute(f"DELETE FROM {table}")
        self._db.execute("INSERT INTO linking_version VALUES (1, ?)", (version,))

    def pending(self) -> list[tuple[int, str]]:
        """Number and id of every report that is not linked, by id."""
        sql = (
            "SELECT num, id FROM waiting CROSS JOIN report ON num = waiting.report "
            "WHERE num NOT IN (SELECT report FROM retracted_report) ORDER BY id"
        )
        return self._db.execute(sql).fetchall()

    def stale(self) -> list[int]:
        """Reports that have units and are not linked (any more)."""
        sql = (
            "SELECT report FROM waiting w "
            "WHERE EXISTS (SELECT 1 FROM unit WHERE report = w.report) "
            "OR EXISTS (SELECT 1 FROM run WHERE report = w.report) ORDER BY report"
        )
        return [num for (num,) in self._db.execute(sql)]

    def reports(self, ids: Iterable[str]) -> Iterator[Report]:
        """The reports of these ids, without their items."""
        sql = f"SELECT num FROM report WHERE id IN {GIVEN} ORDER BY id"
        for (num,) in self._db.execute(sql, (json.dumps(list(ids)),)).fetchall():
            yield load_report(self._db, num)

    def units_of(self, reports: Sequence[int]) -> dict[int, bytes]:
        """The encodings of these reports' units, by number."""
        return dict(rows(self._db, "SELECT num, data FROM unit WHERE report IN {nums}", reports))

    def forget(
        self, reports: Sequence[int], units: Mapping[int, Sequence[tuple[int, int]]]
    ) -> set[int]:
        """Removes what these reports gave; the units that had to do with theirs.

        ``units`` are theirs, with their keys.
        """
        db, given = self._db, json.dumps(list(reports))
        gone = set(units)
        touched = set(self.component(gone)) | {
            other for edge in self.edges(gone) for other in (edge.from_, edge.to)
        }
        self.drop_links(touched | gone)
        self._drop_tellings(touched | gone)
        pairs = [(key, side, unit) for unit, keys in units.items() for key, side in keys]
        db.executemany("DELETE FROM unit_key WHERE key = ? AND side = ? AND unit = ?", pairs)
        listed = json.dumps(sorted(gone))
        for table, column in (("edge", "from_unit"), ("edge", "to_unit")):
            db.execute(
                f"DELETE FROM {table} WHERE {column} IN (SELECT value FROM json_each(?))",
                (listed,),
            )
        for table in ("unit", "run", "note", "credit"):
            db.execute(
                f"DELETE FROM {table} WHERE report IN (SELECT value FROM json_each(?))", (given,)
            )
        self._drop_copies(reports)
        return (touched - gone) | self._emptied({key for key, _, _ in pairs})

    def _emptied(self, keys: set[int]) -> set[int]:
        """The units of keys that were full and no longer are."""
        found: set[int] = set()
        for (key,) in rows(self._db, "SELECT key FROM full_key WHERE key IN {nums}", keys):
            if not self._is_full(key):
                self._db.execute("DELETE FROM full_key WHERE key = ?", (key,))
                found |= self.under((key,))
        return found

    def _is_full(self, key: int) -> bool:
        sql = f"SELECT 1 FROM unit_key WHERE key = ? GROUP BY side HAVING count(*) > {self._most}"
        return self._db.execute(sql, (key,)).fetchone() is not None

    def keep(
        self,
        report: int,
        units: Iterable[KeptUnit],
        runs: Iterable[int],
        notes: Iterable[tuple[str, str, str]],
        agencies: Iterable[str] = (),
    ) -> tuple[list[int], set[int]]:
        """Keeps what a report gives; the numbers of its units, and the keys that are full by it.

        ``notes`` are (item id, what, JSON), ``agencies`` those that the report credits.
        """
        db = self._db
        units, notes = list(units), list(notes)
        wanted = [*(unit.id for unit in units), *(id_ for id_, _, _ in notes)]
        sql = "SELECT id, num FROM item WHERE id IN (SELECT value FROM json_each(?))"
        nums = dict(db.execute(sql, (json.dumps(wanted),)).fetchall())
        db.executemany(
            "INSERT INTO unit VALUES (?, ?, ?, ?)",
            [(nums[unit.id], unit.id, report, unit.data) for unit in units],
        )
        pairs = [(key, side, nums[unit.id]) for unit in units for key, side in unit.keys]
        db.executemany("INSERT INTO unit_key VALUES (?, ?, ?)", pairs)
        db.executemany("INSERT INTO run VALUES (?, ?)", [(run, report) for run in runs])
        db.executemany(
            "INSERT INTO note VALUES (?, ?, ?, ?)",
            [(nums[id_], report, what, data) for id_, what, data in notes],
        )
        db.executemany("INSERT INTO credit VALUES (?, ?)", [(report, name) for name in agencies])
        db.execute("INSERT INTO linked VALUES (?)", (report,))
        return [nums[unit.id] for unit in units], self._filled({key for key, _, _ in pairs})

    def _filled(self, keys: set[int]) -> set[int]:
        """Marks the keys that have become full, and tells them."""
        sql = (
            "SELECT DISTINCT key FROM unit_key WHERE key IN {nums} AND key NOT IN "
            "(SELECT key FROM full_key) GROUP BY key, side HAVING count(*) > "
        )
        found = {key for (key,) in rows(self._db, sql + self._most, keys)}
        self._db.executemany("INSERT INTO full_key VALUES (?)", [(key,) for key in sorted(found)])
        return found

    def under(self, keys: Iterable[int]) -> set[int]:
        """The units of these keys, on any side."""
        sql = "SELECT unit FROM unit_key WHERE key IN {nums}"
        return {unit for (unit,) in rows(self._db, sql, sorted(keys))}

    def meeting(
        self, units: Mapping[int, Sequence[Asked]], enough: int
    ) -> Iterator[tuple[int, int]]:
        """Pairs of one of ``units``, given with where it looks, and another that it finds.

        What tells of a pair must weigh ``enough``. A pair may come both ways round. Keys that are
        full bring nobody.
        """
        numbers = {n for asked in units.values() for one in asked for n in (one.own, one.key)}
        full = self.full(numbers)
        given = [
            (one.key, one.side, unit, one.weight)
            for unit, asked in units.items()
            for one in asked
            if one.own not in full and one.key not in full
        ]
        sql = (
            "SELECT j.value ->> 2 AS own, k.unit FROM json_each(?) j CROSS JOIN unit_key k "
            "ON k.key = j.value ->> 0 AND k.side = j.value ->> 1 WHERE k.unit <> j.value ->> 2 "
            "GROUP BY own, k.unit HAVING sum(j.value ->> 3) >= ?"
        )
        yield from self._db.execute(sql, (json.dumps(given), enough))

    def full(self, keys: Iterable[int]) -> set[int]:
        """Those of the keys that bring together too many units to tell anything."""
        given = set(keys)
        return {
            key for (key,) in rows(self._db, "SELECT key FROM full_key WHERE key IN {nums}", given)
        }

    def load(self, units: Iterable[int]) -> dict[int, bytes]:
        """The encodings of units, by number."""
        return dict(rows(self._db, "SELECT num, data FROM unit WHERE num IN {nums}", units))

    def together(self, units: Iterable[int]) -> set[int]:
        """The units of the reports that these are of."""
        sql = f"SELECT report FROM unit WHERE num IN {GIVEN}"
        sql = f"SELECT num FROM unit WHERE report IN ({sql})"
        return {num for (num,) in self._db.execute(sql, (json.dumps(sorted(units)),))}

    def numbers(self, ids: Iterable[str]) -> dict[str, int]:
        """The numbers of units, by id."""
        sql = "SELECT id, num FROM unit WHERE id IN (SELECT value FROM json_each(?))"
        return dict(self._db.execute(sql, (json.dumps(sorted(ids)),)).fetchall())

    def add_edges(self, edges: Iterable[KeptEdge]) -> None:
        """Keeps edges; those that are there stay."""
        sql = "INSERT INTO edge VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
        self._db.executemany(sql, list(edges))

    def remove_edges(self, edges: Iterable[KeptEdge]) -> None:
        """Forgets these edges."""
        sql = "DELETE FROM edge WHERE from_unit = ? AND to_unit = ? AND kind = ? AND slot = ?"
        self._db.executemany(sql, [(e.from_, e.to, e.kind, e.slot) for e in edges])

    def edges(self, units: Iterable[int]) -> list[KeptEdge]:
        """Every edge from or to these units, once."""
        columns = "from_unit, to_unit, kind, score, why, slot"
        sql = (
            f"SELECT {columns} FROM edge WHERE from_unit IN {{nums}} "
            f"UNION SELECT {columns} FROM edge WHERE to_unit IN {{nums}}"
        )
        given = json.dumps(sorted(units))
        sql = sql.replace("{nums}", GIVEN)
        return [KeptEdge(*row) for row in self._db.execute(sql, (given, given))]

    def component(self, units: Iterable[int]) -> set[int]:
        """These units and all that ``same_event`` edges lead to from them."""
        sql = (
            "WITH RECURSIVE found (num) AS (SELECT value FROM json_each(?) "
            "UNION SELECT e.to_unit FROM found JOIN edge e ON e.from_unit = found.num "
            "WHERE e.kind = 'same_event' "
            "UNION SELECT e.from_unit FROM found JOIN edge e ON e.to_unit = found.num "
            "WHERE e.kind = 'same_event') SELECT num FROM found"
        )
        return {num for (num,) in self._db.execute(sql, (json.dumps(sorted(units)),))}

    def decisions(self, field: str, units: set[int]) -> list[Decided]:
        """The standing decisions ``field`` ("same_as", "not_same_as") about these units' items.

        Only where both items are in the record; the two come in the order of their ids.
        """
        sql = (
            "SELECT c.item_id, c.value ->> '$', c.by_whom, c.reason FROM correction c "
            "WHERE c.field = ? AND c.undoes IS NULL "
            "AND NOT EXISTS (SELECT 1 FROM correction u WHERE u.undoes = c.num) ORDER BY c.num"
        )
        found = []
        for one, other, by, reason in self._db.execute(sql, (field,)).fetchall():
            first, second = (self._unit_of(id_) for id_ in sorted((one, str(other))))
            if first is None or second is None or first == second:
                continue
            if {first, second} & units:
                found.append(Decided(first, second, f"decided by {by}: {reason}"))
        return found

    def refused(self, ids: Iterable[str]) -> Refused:
        """The links from these items that persons decided are none."""
        return refused(self._db, ids)

    def _unit_of(self, item_id: str) -> int | None:
        """The unit whose telling an item is."""
        sql = "SELECT num FROM unit WHERE id = ?"
        row = self._db.execute(sql, (item_id,)).fetchone()
        if row is None:
            # a later telling in its own report: the first one is the unit
            sql = (
                "SELECT unit.num FROM link JOIN unit ON unit.id = link.to_id "
                "WHERE link.from_id = ? AND link.kind = 'same_event' AND link.report IS NOT NULL"
            )
            row = self._db.execute(sql, (item_id,)).fetchone()
        return None if row is None else int(row[0])

    def drop_links(self, owners: Iterable[int]) -> None:
        """Removes the links that these units own."""
        given = (json.dumps(sorted(owners)),)
        of = "SELECT num FROM cross_link WHERE owner IN (SELECT value FROM json_each(?))"
        self._db.execute(f"DELETE FROM cross_span WHERE link IN ({of})", given)
        self._db.execute(f"DELETE FROM cross_link WHERE num IN ({of})", given)

    def drop_links_between(self, pairs: Iterable[tuple[int, str]]) -> None:
        """Removes the links that a unit owns and that lead to an item, for each such pair."""
        pairs = sorted(pairs)
        of = "SELECT num FROM cross_link WHERE owner = ? AND to_id = ?"
        self._db.executemany(f"DELETE FROM cross_span WHERE link IN ({of})", pairs)
        self._db.executemany("DELETE FROM cross_link WHERE owner = ? AND to_id = ?", pairs)

    def _drop_copies(self, reports: Sequence[int]) -> None:
        ids = "SELECT id FROM report WHERE num IN (SELECT value FROM json_each(?))"
        given = json.dumps(list(reports))
        of = (
            "SELECT num FROM cross_link WHERE owner IS NULL "
            f"AND (from_id IN ({ids}) OR to_id IN ({ids}))"
        )
        self._db.execute(f"DELETE FROM cross_span WHERE link IN ({of})", (given, given))
        self._db.execute(f"DELETE FROM cross_link WHERE num IN ({of})", (given, given))

    def add_links(self, links: Iterable[tuple[int | None, Link]]) -> None:
        """Keeps links with the units that own them."""
        insert_between(self._db, links)

    def _drop_tellings(self, units: Iterable[int]) -> None:
        given = (json.dumps(sorted(units)),)
        of = GIVEN
        leads = f"SELECT lead FROM telling WHERE event IN {of}"
        self._db.execute(f"DELETE FROM happening WHERE lead IN ({leads})", given)
        self._db.execute(f"DELETE FROM telling WHERE lead IN ({leads})", given)

    def keep_tellings(self, units: Iterable[int], groups: Mapping[str, Sequence[str]]) -> None:
        """Of these units, which items tell of one event: by the id of each lead all its tellings.

        What was kept of them before is forgotten.
        """
        self._drop_tellings(units)
        ids = sorted({id_ for lead, members in groups.items() for id_ in (lead, *members)})
        sql = "SELECT id, num FROM item WHERE id IN (SELECT value FROM json_each(?))"
        nums = dict(self._db.execute(sql, (json.dumps(ids),)).fetchall())
        pairs = [(nums[m], nums[lead]) for lead in sorted(groups) for m in groups[lead]]
        self._db.executemany("INSERT INTO telling VALUES (?, ?)", pairs)
        leads = sorted({lead for _, lead in pairs})
        days: dict[int, list[tuple[str | None, str | None, str | None]]] = defaultdict(list)
        sql = (
            "SELECT lead, day, day_end, basis FROM telling JOIN event ON event.num = telling.event "
            "WHERE lead IN {nums}"
        )
        for lead, *day in rows(self._db, sql, leads):
            days[lead].append((day[0], day[1], day[2]))
        self._db.executemany(
            "INSERT INTO happening VALUES (?, ?, ?, ?)",
            [(lead, *narrowest(days[lead])) for lead in leads],
        )

    def sharing(self, report: int, least: int) -> list[str]:
        """The ids of the other reports that share ``least`` runs of words and more with it.

        A run that more than the limit of reports hold leads to nobody.
        """
        sql = (
            "SELECT report.id FROM run a JOIN run b ON b.hash = a.hash AND b.report <> a.report "
            "JOIN report ON report.num = b.report WHERE a.report = ? "
            f"AND (SELECT count(*) FROM (SELECT 1 FROM run c WHERE c.hash = a.hash "
            f"LIMIT {self._limit + 1})) <= {self._limit} "
            "GROUP BY b.report HAVING count(*) >= ? ORDER BY report.id"
        )
        return [id_ for (id_,) in self._db.execute(sql, (report, least))]
