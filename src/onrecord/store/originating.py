"""Reports by independent origin, and the way by which a claim came into each."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Any

from onrecord.errors import QueryError
from onrecord.records import UNTOLD, Link
from onrecord.store.answer import report_refs
from onrecord.store.found import full_id
from onrecord.store.joining import LISTED, items_by_number, numbers, roots, tellings_of
from onrecord.store.load import load_links, rows
from onrecord.store.rows import ReportRef, StatementRow
from onrecord.store.viewrows import Chain, CopyRow, Item, Origin, OriginsPage, Step

WHOLE = 0.8
"""The least score of a copy that has no origin of its own: most of it is taken over."""

FEW = 60
"""Copies whose passages are looked up together: those of a page."""

CUT = 80
"""Characters between two passages up to which what stands there is shown as a change of words."""


def origins_of(db: sqlite3.Connection, report_ids: Iterable[str]) -> tuple[Origin, ...]:
    """Reports by independent origin, those of most reports first."""
    ids = sorted(set(report_ids))
    given = json.dumps(ids)
    refs = {
        ref.id: ref
        for ref in report_refs(
            db, (n for (n,) in db.execute(f"SELECT num FROM report WHERE id IN {LISTED}", (given,)))
        ).values()
    }
    sql = (
        "SELECT from_id, to_id, why FROM cross_link WHERE kind = 'copies' AND score >= ? "
        f"AND from_id IN {LISTED} AND to_id IN {LISTED} ORDER BY from_id, to_id"
    )
    pairs = db.execute(sql, (WHOLE, given, given)).fetchall()
    groups = _groups(refs, [(one, other) for one, other, _ in pairs])
    copies_ = {one for one, _, _ in pairs}
    untold = {id_ for one, other, why in pairs if UNTOLD in why for id_ in (one, other)}
    agencies = _agencies(db, given)
    found = []
    for group in groups:
        first = min(group, key=lambda id_: (id_ in copies_, refs[id_].published or "~", id_))
        rest = sorted(set(group) - {first}, key=lambda id_: (refs[id_].published or "~", id_))
        found.append(
            Origin(
                report=refs[first],
                copies=tuple(refs[id_] for id_ in rest),
                agencies=tuple(sorted({a for id_ in group for a in agencies[id_]})),
                told=not rest or first not in untold,
            )
        )
    return tuple(
        sorted(found, key=lambda o: (-len(o.copies), o.report.published or "~", o.report.id))
    )


def copied(db: sqlite3.Connection, report_ids: Iterable[str]) -> frozenset[str]:
    """Those of the reports that are known to copy others of them."""
    given = json.dumps(sorted(set(report_ids)))
    sql = (
        "SELECT from_id FROM cross_link WHERE kind = 'copies' "
        f"AND from_id IN {LISTED} AND to_id IN {LISTED} AND instr(why, ?) = 0"
    )
    return frozenset(id_ for (id_,) in db.execute(sql, (given, given, UNTOLD)))


def _groups(ids: Iterable[str], pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    parent = {id_: id_ for id_ in ids}

    def top(id_: str) -> str:
        while parent[id_] != id_:
            id_ = parent[id_]
        return id_

    for one, other in pairs:
        first, second = sorted((top(one), top(other)))
        parent[second] = first
    found: dict[str, list[str]] = defaultdict(list)
    for id_ in sorted(parent):
        found[top(id_)].append(id_)
    return list(found.values())


def _agencies(db: sqlite3.Connection, given: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    sql = (
        "SELECT r.id, c.agency FROM credit c JOIN report r ON r.num = c.report "
        f"WHERE r.id IN {LISTED} ORDER BY c.agency"
    )
    for id_, agency in db.execute(sql, (given,)):
        found[id_].append(agency)
    return found


def copies(db: sqlite3.Connection, report_id: str | None) -> Iterator[CopyRow]:
    """Reports that copy others, the nearest first."""
    where = "kind = 'copies'"
    ends: list[str] = []
    if report_id is not None:
        ends = [full_id(db, report_id)] * 2
        where = f"{where} AND (from_id = ? OR to_id = ?)"
    order = db.execute(
        f"SELECT num FROM any_link WHERE {where} ORDER BY -score, from_id, to_id", ends
    ).fetchall()
    for at in range(0, len(order), FEW):
        nums = ", ".join(str(num) for (num,) in order[at : at + FEW])
        links = load_links(db, f"num IN ({nums})", ())
        yield from _copy_rows(db, sorted(links, key=lambda x: (-x.score, x.from_, x.to)))


def _copy_rows(db: sqlite3.Connection, links: Sequence[Link]) -> Iterator[CopyRow]:
    ids = json.dumps(sorted({end for link in links for end in (link.from_, link.to)}))
    nums = dict(db.execute(f"SELECT id, num FROM report WHERE id IN {LISTED}", (ids,)).fetchall())
    refs = report_refs(db, nums.values())
    for link in links:
        texts = dict(
            db.execute("SELECT id, text FROM report WHERE id IN (?, ?)", (link.from_, link.to))
        )
        changed = _changed(link, texts[link.from_], texts[link.to])
        yield CopyRow(link, refs[nums[link.from_]], refs[nums[link.to]], changed)


def _changed(link: Link, copy: str, origin: str) -> tuple[tuple[str, str], ...]:
    """The words, origin's and copy's, between passages that follow on each other in both."""
    mine = [span for id_, span in link.spans if id_ == link.from_]
    theirs = [span for id_, span in link.spans if id_ == link.to]
    found = []
    for (one, other), (one2, other2) in pairwise(sorted(zip(mine, theirs, strict=False))):
        now, was = copy[one.end : one2.start], origin[other.end : other2.start]
        if one2.start >= one.end and other2.start >= other.end and max(len(now), len(was)) <= CUT:
            now, was = " ".join(now.split()), " ".join(was.split())
            if now != was and any(c.isalnum() for c in now + was):
                found.append((was, now))
    return tuple(found)


def page(db: sqlite3.Connection, item_id: str) -> OriginsPage:
    """A claim's or an event's tellings by origin."""
    id_ = full_id(db, item_id)
    num = numbers(db, [id_]).get(id_)
    about = items_by_number(db, [num]).get(num) if num is not None else None
    if num is None or about is None:
        raise QueryError(f"{item_id!r} is neither a statement nor an event")
    found = items_by_number(db, _tellings(db, num, about))
    told = sorted(found.values(), key=_order)
    steps = _chains(db, found)
    chains = tuple(Chain(row, steps.get(n, ())) for n, row in _by_order(found))
    reports = {row.report.id for row in told}
    return OriginsPage(about, chains, origins_of(db, reports), len(reports))


def _tellings(db: sqlite3.Connection, num: int, about: Item) -> list[int]:
    if isinstance(about, StatementRow):
        top = roots(db, [num])[num]
        return tellings_of(db, [top])[top]
    sql = "SELECT event FROM telling WHERE lead = (SELECT lead FROM telling WHERE event = ?)"
    return [event for (event,) in db.execute(sql, (num,))] or [num]


def _order(row: Item) -> tuple[str, str, int]:
    return (row.report.published or "~", row.report.id, row.sentence.start)


def _by_order(found: dict[int, Item]) -> list[tuple[int, Item]]:
    return sorted(found.items(), key=lambda pair: _order(pair[1]))


def _chains(db: sqlite3.Connection, found: dict[int, Item]) -> dict[int, tuple[Step, ...]]:
    sql = "SELECT item, data FROM note WHERE what = 'chain' AND item IN {nums}"
    noted = {num: _steps(json.loads(data)) for num, data in rows(db, sql, found)}
    return {num: (*_outlet(row.report), *noted.get(num, ())) for num, row in found.items()}


def _outlet(report: ReportRef) -> tuple[Step, ...]:
    name = report.outlet or report.title or report.id
    return (Step("outlet", name, report.outlet is not None, None, None, None),)


def _steps(data: list[dict[str, Any]]) -> tuple[Step, ...]:
    return tuple(Step(**step) for step in data)
