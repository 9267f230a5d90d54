"""What one actor said as a page tells it: each utterance once, with the later occasions on which it
was said again; and where the actor went back on it."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, islice, pairwise

from onrecord.store.answer import chunks
from onrecord.store.filters import StatementFilter
from onrecord.store.items import statement_query
from onrecord.store.joining import (
    RESTATES,
    items_by_number,
    join,
    links_of,
    roots,
    tellings_of,
)
from onrecord.store.load import rows
from onrecord.store.match import actors_named
from onrecord.store.originating import origins_of
from onrecord.store.pages import Page, Paging
from onrecord.store.query import Query
from onrecord.store.rows import StatementRow
from onrecord.store.viewrows import Joined, Repeated, Reversal, Said, Turn

AGAIN = (*RESTATES, "repeats")
"""Links that join the tellings of one utterance, and the occasions on which it was said."""

AT_ONCE = 60
"""Statements that are looked at together."""

TOLD_BY = ("restates", "repeats", "claims", "about")
"""Links that tell nothing which the rows of a page do not show."""


def said(db: sqlite3.Connection, asked: StatementFilter, paging: Paging) -> Page[Repeated]:
    """Some of the utterances asked for, in their order, each where it is first met.

    They are not counted: ``total`` is one more than are shown where there are more.
    """
    end = paging.start + paging.size
    firsts = list(islice(_firsts(db, asked, paging), paging.start, end + 1))
    found = _repeated(db, firsts[: paging.size])
    return Page(tuple(found), paging.start, paging.start + len(firsts))


def _firsts(db: sqlite3.Connection, asked: StatementFilter, paging: Paging) -> Iterator[int]:
    """The first telling of the first occasion, for every utterance that is met."""
    seen: set[int] = set()
    for nums in chunks(_statements(db, asked, newest=paging.order == "newest"), AT_ONCE):
        top = roots(db, nums, AGAIN)
        for num in nums:
            if top[num] not in seen:
                seen.add(top[num])
                yield top[num]


def _statements(db: sqlite3.Connection, asked: StatementFilter, *, newest: bool) -> Iterator[int]:
    """The statements by day, undated ones last, as they are wanted.

    Where they stand in their reports is looked up of those of a day at a time: somebody who said
    ten thousand things is asked for the first twenty.
    """
    query = statement_query(db, asked)
    order = "x.day IS NULL, x.day DESC" if newest else "x.day IS NULL, x.day"
    sql = query.sql("SELECT x.num, x.day FROM statement x", order, None)
    within = (
        "SELECT x.num FROM statement x JOIN report r ON r.num = x.report "
        "JOIN span h ON h.item = x.num AND h.role = 'sentence' AND h.n = 0 "
        "WHERE x.num IN {nums} ORDER BY r.id, h.start, x.num"
    )
    for _, same in groupby(db.execute(sql, query.values), key=lambda row: row[1]):
        nums = [num for num, _ in same]
        yield from (num for (num,) in rows(db, within, nums))


def _repeated(db: sqlite3.Connection, firsts: Sequence[int]) -> Iterator[Repeated]:
    members = tellings_of(db, firsts, AGAIN)
    every = [num for nums in members.values() for num in nums]
    top = roots(db, every)
    found = items_by_number(db, every)
    made: dict[int, StatementRow] = {
        num: row for num, row in found.items() if isinstance(row, StatementRow)
    }
    links = _links_by_end(db, [row.statement.id for row in made.values()])
    for first in firsts:
        occasions: dict[int, list[StatementRow]] = defaultdict(list)
        for num in members[first]:
            occasions[top[num]].append(made[num])
        told = [_said(db, sorted(rows_, key=_by_date), links) for rows_ in occasions.values()]
        told.sort(key=lambda one: (one.row.day or "~", _by_date(one.row)))
        yield Repeated(told[0], tuple(told[1:]))


def _by_date(row: StatementRow) -> tuple[str, str]:
    return (row.report.published or "~", row.report.id)


def _said(
    db: sqlite3.Connection, told: Sequence[StatementRow], links: dict[str, list[Joined]]
) -> Said:
    reports = {one.report.id for one in told}
    mine = {
        (x.link.kind, x.link.from_, x.link.to): x
        for one in told
        for x in links[one.statement.id]
        if x.link.kind not in TOLD_BY
    }
    origins = len(origins_of(db, reports)) if len(reports) > 1 else len(reports)
    return Said(told[0], tuple(told), len(reports), origins, tuple(mine.values()))


def _links_by_end(db: sqlite3.Connection, ids: Sequence[str]) -> dict[str, list[Joined]]:
    found: dict[str, list[Joined]] = defaultdict(list)
    wanted = [link for link in links_of(db, ids) if link.kind not in TOLD_BY]
    for one in join(db, wanted):
        for end in {one.link.from_, one.link.to}:
            found[end].append(one)
    return found


def reversals(db: sqlite3.Connection, who: str) -> tuple[Reversal, ...]:
    """Where an actor went back on what it had said, by day.

    It denied a matter and confirmed it later, or the other way round; or a statement of its own
    denies or contradicts another.
    """
    pairs = {**dict(_turned(db, who)), **dict(_against_itself(db, who))}
    found = items_by_number(db, {num for pair in pairs for num in pair})
    made = []
    for (one, other), (turn, why) in pairs.items():
        first, later = found[one], found[other]
        if isinstance(first, StatementRow) and isinstance(later, StatementRow):
            made.append(Reversal(first, later, turn, why))
    return tuple(sorted(made, key=lambda r: (r.later.day or "~", _by_date(r.later))))


Told = tuple[tuple[int, int], tuple[Turn, str]]
"""Two statements, the earlier first, and what the later makes of it."""


def _against_itself(db: sqlite3.Connection, who: str) -> Iterator[Told]:
    """Statements that deny or contradict one of the same actor's."""
    query = Query()
    own = f"IN ({actors_named(db, who, query, wide=True)})"
    kinds = "('denies', 'contradicts')"
    sql = (
        f"WITH l AS (SELECT from_id, to_id, why FROM link WHERE kind IN {kinds} "
        f"UNION ALL SELECT from_id, to_id, why FROM cross_link WHERE kind IN {kinds}) "
        "SELECT t.num, t.day, s.num, s.day, l.why FROM l "
        "CROSS JOIN item a ON a.id = l.from_id CROSS JOIN statement s ON s.num = a.num "
        "CROSS JOIN item b ON b.id = l.to_id CROSS JOIN statement t ON t.num = b.num "
        f"WHERE s.source_actor {own} AND t.source_actor {own} "
        "AND s.report NOT IN (SELECT report FROM past) "
        "AND t.report NOT IN (SELECT report FROM past) ORDER BY t.num, s.num"
    )
    for one, day, other, later, why in db.execute(sql, query.values):
        pair = (one, other) if (day or "~") <= (later or "~") else (other, one)
        yield pair, ("against itself", why)


def _turned(db: sqlite3.Connection, who: str) -> Iterator[Told]:
    """Of each matter that an actor both denied and confirmed, where it first turned."""
    told: dict[int, list[tuple[str, str, int]]] = defaultdict(list)
    for matter, day, act, statement in _matters(db, who):
        told[matter].append((day, act, statement))
    for statements in told.values():
        statements.sort()
        for (day, act, one), (next_day, next_act, other) in pairwise(statements):
            if act != next_act and day < next_day:
                turn: Turn = "confirmed" if next_act == "confirm" else "denied"
                yield (one, other), (turn, "both speak of the same")
                break


def _matters(db: sqlite3.Connection, who: str) -> Iterator[tuple[int, str, str, int]]:
    """What an actor denied or confirmed: the matter, the day, the act and the statement."""
    query = Query()
    own = f"IN ({actors_named(db, who, query, wide=True)})"
    query.where(f"x.source_actor {own}")
    query.where("x.act IN ('deny', 'confirm') AND x.day IS NOT NULL")
    query.where("x.report NOT IN (SELECT report FROM past)")
    spoken = query.sql("SELECT x.num, x.act, x.day FROM statement x", None, None)
    acts = {num: (act, day) for num, act, day in db.execute(spoken, query.values)}
    if len({act for act, _ in acts.values()}) < 2:
        return
    ends: dict[int, set[int]] = defaultdict(set)
    for table in ("link", "cross_link"):
        sql = (
            f"SELECT a.num, b.num FROM item a CROSS JOIN {table} l ON l.from_id = a.id "
            "CROSS JOIN item b ON b.id = l.to_id "
            "WHERE +l.kind IN ('denies', 'claims', 'about', 'supports') AND a.num IN {nums}"
        )
        for num, end in rows(db, sql, acts):
            ends[num].add(end)
    matter = _matter_of(db, {end for found in ends.values() for end in found})
    for num, found in ends.items():
        act, day = acts[num]
        for one in {matter[end] for end in found}:
            yield one, day, act, num


def _matter_of(db: sqlite3.Connection, nums: Iterable[int]) -> dict[int, int]:
    """What stands for each event or statement: the lead of its tellings, the first of them."""
    nums = list(nums)
    first = roots(db, nums)
    leads = dict(rows(db, "SELECT event, lead FROM telling WHERE event IN {nums}", nums))
    return {num: leads.get(num, first[num]) for num in nums}
