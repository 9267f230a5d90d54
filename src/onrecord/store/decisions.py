"""What persons decide of who is who, and users' rules, over what names tell.

A person's decision is a correction of an actor: ``same_as`` another, ``not_same_as`` it. Of several
the later goes before the earlier, and all of them before a user's rules. Those undone do not count.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.identity import RECORD, Rules

SAME, NOT_SAME = "same_as", "not_same_as"


@dataclass(frozen=True, slots=True)
class _Actor:
    """A report's actor that a decision is about: ``key`` is that of its form."""

    num: int
    item: str
    key: int | None


@dataclass(frozen=True, slots=True)
class _Decision:
    number: int
    same: bool
    one: _Actor
    other: _Actor
    why: str


def pending(db: sqlite3.Connection) -> bool:
    """Whether what was decided is not what stands: there are decisions, or there were."""
    sql = (
        "SELECT EXISTS (SELECT 1 FROM correction WHERE field IN (?, ?)) "
        "OR EXISTS (SELECT 1 FROM actor_own) OR EXISTS (SELECT 1 FROM actor_parted) "
        "OR EXISTS (SELECT 1 FROM actor_decided)"
    )
    return bool(db.execute(sql, (SAME, NOT_SAME)).fetchone()[0])


def apply(db: sqlite3.Connection, rules: Rules) -> None:
    """Makes anew what decisions and rules say of who is who."""
    for table in ("actor_own", "actor_parted", "actor_decided"):
        db.execute(f"DELETE FROM {table}")
    decided = list(_decisions(db))
    over = _overruled(decided)
    apart = [d for d in decided if not d.same and d.number not in over]
    for decision in apart:
        _part(db, decision)
    whose = _Union()
    for name, norms in rules.aliases:
        ids = _ids_of(db, norms)
        for other in ids[1:]:
            whose.join(other, ids[0], f"a rule of the user's: {name}")
    for decision in decided:
        if decision.same and decision.number not in over:
            one, other = _base(db, decision.one), _base(db, decision.other)
            whose.join(one, other, decision.why)
    db.executemany("INSERT INTO actor_decided VALUES (?, ?, ?)", whose.rows())


class _Union:
    """Which ids are one, told by the least of them."""

    def __init__(self) -> None:
        self._up: dict[str, str] = {}
        self._why: dict[str, str] = {}

    def find(self, id_: str) -> str:
        while id_ in self._up:
            id_ = self._up[id_]
        return id_

    def join(self, one: str, other: str, why: str) -> None:
        for id_ in (one, other):
            self._why.setdefault(id_, why)
        ends = {self.find(one), self.find(other)}
        if len(ends) == 2:
            # an actor of the record goes before one of a report
            first, second = sorted(ends, key=lambda i: (not i.startswith(f"{RECORD}:"), i))
            self._up[second] = first

    def rows(self) -> Iterator[tuple[str, str, str]]:
        for id_ in sorted(self._why):
            yield id_, self.find(id_), self._why[id_]


def _decisions(db: sqlite3.Connection) -> Iterator[_Decision]:
    """Those that stand, in the order taken."""
    sql = (
        "SELECT num, item_id, field, value, reason, by_whom FROM correction c "
        "WHERE field IN (?, ?) AND undoes IS NULL "
        "AND NOT EXISTS (SELECT 1 FROM correction u WHERE u.undoes = c.num) ORDER BY num"
    )
    for num, item, field, value, reason, by in db.execute(sql, (SAME, NOT_SAME)).fetchall():
        one, other = _actor(db, item), _actor(db, json.loads(value))
        if one is not None and other is not None and one != other:
            yield _Decision(num, field == SAME, one, other, f"{by}: {reason}")


def _actor(db: sqlite3.Connection, id_: object) -> _Actor | None:
    """The report's actor of an id; of a record's actor its first."""
    sql = "SELECT a.num, item.id, a.key FROM actor a JOIN item ON item.num = a.num WHERE "
    row = db.execute(sql + "item.id = ?", (id_,)).fetchone()
    if row is None:
        row = db.execute(
            sql + "a.key IN (SELECT num FROM actor_key WHERE id = ?1 "
            "UNION SELECT key FROM actor_group WHERE id = ?1) ORDER BY item.id LIMIT 1",
            (id_,),
        ).fetchone()
    return None if row is None else _Actor(*row)


def _overruled(decided: list[_Decision]) -> set[int]:
    """The numbers of decisions that a later one about the same two takes back."""
    last: dict[frozenset[object], _Decision] = {}
    over = set()
    for decision in decided:
        two: frozenset[object] = frozenset(
            actor.item if decision.one.key == decision.other.key else actor.key or actor.item
            for actor in (decision.one, decision.other)
        )
        before = last.get(two)
        if before is not None and before.same != decision.same:
            over.add(before.number)
        last[two] = decision
    return over


def _part(db: sqlite3.Connection, decision: _Decision) -> None:
    """Takes the one out of what the other is of: the actor where both bear one form, else the form.

    A form that gives its group its id stays in it, and the other is taken out.
    """
    one, other = decision.one, decision.other
    if one.key is None or one.key == other.key:
        db.execute(
            "INSERT OR REPLACE INTO actor_own VALUES (?, ?, ?)", (one.num, one.item, decision.why)
        )
        return
    if _base(db, one) != _base(db, other):
        return
    out = one if _own_id(db, one) != _base(db, one) else other
    if out.key is None:
        return
    db.execute(
        "INSERT OR REPLACE INTO actor_parted SELECT num, id, ? FROM actor_key WHERE num = ?",
        (decision.why, out.key),
    )


def _own_id(db: sqlite3.Connection, actor: _Actor) -> str | None:
    row = db.execute("SELECT id FROM actor_key WHERE num = ?", (actor.key,)).fetchone()
    return None if row is None else str(row[0])


def _base(db: sqlite3.Connection, actor: _Actor) -> str:
    """Whose a report's actor is before ``same_as`` and the rules are applied."""
    for table, column, value in (
        ("actor_own", "actor", actor.num),
        ("actor_parted", "key", actor.key),
        ("actor_group", "key", actor.key),
    ):
        row = db.execute(f"SELECT id FROM {table} WHERE {column} = ?", (value,)).fetchone()
        if row is not None:
            return str(row[0])
    return actor.item


def _ids_of(db: sqlite3.Connection, norms: frozenset[str]) -> list[str]:
    """The actors of the record whose form has one of these norms."""
    found = db.execute(
        "SELECT DISTINCT g.id FROM actor_key k JOIN actor_group g ON g.key = k.num "
        "JOIN actor_tally t ON t.key = k.num AND t.n > 0 "
        "WHERE k.norm IN (SELECT value FROM json_each(?)) AND k.sort IN "
        "('person', 'surname', 'body', 'people') ORDER BY 1",
        (json.dumps(sorted(norms)),),
    )
    return [id_ for (id_,) in found]
