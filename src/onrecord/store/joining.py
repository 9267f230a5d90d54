"""Items by their ids, and links with what stands at their ends."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from onrecord.records import Link
from onrecord.store.answer import event_rows, statement_rows
from onrecord.store.items import Hit
from onrecord.store.load import load_links_of, made, rows
from onrecord.store.rows import EventRow, StatementRow
from onrecord.store.viewrows import Item, Joined

LISTED = "(SELECT value FROM json_each(?))"

STEPS = 100
"""Links that are followed one after the other at most: somebody may say a thing every day."""


def hits_of(db: sqlite3.Connection, nums: Iterable[int]) -> dict[int, tuple[str, Hit]]:
    """Of statements and events by number, their letter and what puts them in their place."""
    sql = (
        "SELECT i.num, i.kind, coalesce(s.day, e.day), coalesce(s.basis, e.basis), r.id, h.start "
        "FROM item i JOIN report r ON r.num = i.report "
        "JOIN span h ON h.item = i.num AND h.role = 'sentence' AND h.n = 0 "
        "LEFT JOIN statement s ON s.num = i.num LEFT JOIN event e ON e.num = i.num "
        "WHERE i.num IN {nums} AND i.kind IN ('s', 'e')"
    )
    found = rows(db, sql, nums)
    return {
        num: (kind, made(Hit, num, day, basis, *at, None)) for num, kind, day, basis, *at in found
    }


def items_by_number(db: sqlite3.Connection, nums: Iterable[int]) -> dict[int, Item]:
    """The rows of statements and events, by number."""
    hits = hits_of(db, sorted(set(nums)))
    said = [hit for kind, hit in hits.values() if kind == "s"]
    done = [hit for kind, hit in hits.values() if kind == "e"]
    found: dict[int, Item] = {}
    for row, hit in zip(statement_rows(db, said), said, strict=True):
        found[hit.num] = row
    for event, hit in zip(event_rows(db, done), done, strict=True):
        found[hit.num] = event
    return found


def numbers(db: sqlite3.Connection, ids: Iterable[str]) -> dict[str, int]:
    """The numbers of items, by id."""
    sql = f"SELECT id, num FROM item WHERE id IN {LISTED}"
    return dict(db.execute(sql, (json.dumps(sorted(set(ids))),)).fetchall())


def join(db: sqlite3.Connection, links: Sequence[Link]) -> tuple[Joined, ...]:
    """The links with their ends, in their order."""
    nums = numbers(db, (end for link in links for end in (link.from_, link.to)))
    found = items_by_number(db, nums.values())

    def end(id_: str) -> Item | None:
        return found.get(nums.get(id_, -1))

    return tuple(Joined(link, end(link.from_), end(link.to)) for link in links)


def links_of(db: sqlite3.Connection, ids: Sequence[str]) -> list[Link]:
    """The links from or to any of the items, each once."""
    seen: dict[tuple[str, str, str, str | None], Link] = {}
    for links in load_links_of(db, list(ids)).values():
        for one in links:
            seen.setdefault((one.kind, one.from_, one.to, one.slot), one)
    return list(seen.values())


def joined(db: sqlite3.Connection, item_id: str) -> tuple[Joined, ...]:
    """Every link from or to an item, with its ends."""
    return join(db, links_of(db, [item_id]))


def id_of(row: Item) -> str:
    """The id of a row's item."""
    return row.statement.id if isinstance(row, StatementRow) else row.event.id


RESTATES = ("restates",)


def roots(
    db: sqlite3.Connection, nums: Iterable[int], kinds: Sequence[str] = RESTATES
) -> dict[int, int]:
    """Of statements, the first telling of the same utterance in the record; itself where alone.

    Follows links of ``kinds``, of reports' own records and between reports, to their ends.
    """
    wanted = list(nums)
    found = {num: num for num in wanted}
    at = dict(found)
    for _ in range(STEPS):
        onward: dict[int, int] = {}
        for num, first in _linked(db, set(at.values()), "from_id", "to_id", kinds):
            onward[num] = min(first, onward.get(num, first))
        moved = {num: onward[top] for num, top in at.items() if top in onward}
        moved = {num: top for num, top in moved.items() if top != found[num] and top != num}
        if not moved:
            break
        found.update(moved)
        at = moved
    return found


def tellings_of(
    db: sqlite3.Connection, tops: Iterable[int], kinds: Sequence[str] = RESTATES
) -> dict[int, list[int]]:
    """Of first tellings, all tellings of the same utterance, themselves first."""
    found = {top: [top] for top in tops}
    home = {top: top for top in found}
    new = set(found)
    while new:
        reached: dict[int, list[int]] = defaultdict(list)
        for to, from_ in sorted(_linked(db, new, "to_id", "from_id", kinds), key=lambda x: x[1]):
            reached[to].append(from_)
        new = set()
        for to, others in reached.items():
            for other in others:
                if other not in home:
                    home[other] = home[to]
                    found[home[to]].append(other)
                    new.add(other)
    return found


def _linked(
    db: sqlite3.Connection, nums: Iterable[int], own: str, other: str, kinds: Sequence[str]
) -> Iterator[tuple[int, int]]:
    """Of statements, those at the other end of their links of ``kinds``, by number."""
    # Each table by its own index: SQLite would go through the whole of the view that joins them.
    # The sign keeps it from the index by kind, along which it would meet every such link each time.
    among = ", ".join(f"'{kind}'" for kind in kinds)
    for table in ("link", "cross_link"):
        sql = (
            f"SELECT a.num, b.num FROM item a CROSS JOIN {table} l ON l.{own} = a.id "
            f"CROSS JOIN item b ON b.id = l.{other} "
            f"WHERE +l.kind IN ({among}) AND a.num IN {{nums}}"
        )
        yield from rows(db, sql, list(nums))


def is_event(row: Item) -> bool:
    """Whether the row is an event's."""
    return isinstance(row, EventRow)
