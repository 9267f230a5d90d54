"""The links of a report's own record, made to follow what persons decided about it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from onrecord.codec import link_to_dict
from onrecord.codec.decode import link_from_fields
from onrecord.codec.fields import Fields
from onrecord.records import Link
from onrecord.store.load import load_links


@dataclass(frozen=True, slots=True)
class Links:
    """Links in their order, each with the number of its row where it had one."""

    numbered: tuple[tuple[int | None, Link], ...]

    def to_json(self) -> list[Any]:
        """As they are kept beside a report that stands otherwise than it was read."""
        return [[num, link_to_dict(link)] for num, link in self.numbered]

    @classmethod
    def from_json(cls, data: list[Any]) -> Links:
        """What ``to_json`` gave."""
        return cls(tuple((num, link_from_fields(Fields(link, "link"))) for num, link in data))

    def of(self, wanted: Iterable[Link], gone: frozenset[str]) -> Links:
        """``wanted`` of those that have both ends, with the numbers that they have here."""
        left: dict[Link, list[int | None]] = {}  # a record from elsewhere may have one twice
        for num, link in reversed(self.numbered):
            left.setdefault(link, []).append(num)
        kept = (link for link in wanted if not {link.from_, link.to} & gone)
        return Links(tuple((left[link].pop() if left.get(link) else None, link) for link in kept))


def numbered_links(db: sqlite3.Connection, report: int) -> Links:
    """The links of a report's own record, as they stand."""
    nums = db.execute("SELECT num FROM link WHERE report = ? ORDER BY num", (report,)).fetchall()
    links = load_links(db, "report = ?", (report,))
    return Links(tuple((num, link) for (num,), link in zip(nums, links, strict=True)))


def follow_links(db: sqlite3.Connection, report: int, links: Links) -> None:
    """Makes ``links`` those of the report's own record, within a block that may change rows."""
    there = numbered_links(db, report)
    if [link for _, link in there.numbered] == [link for _, link in links.numbered]:
        return
    own = [(num,) for num, _ in there.numbered]
    db.executemany("DELETE FROM link_span WHERE link = ?", own)
    db.executemany("DELETE FROM link WHERE num = ?", own)
    for num, link in _free(db, links):
        row = (num, report, link.kind, link.from_, link.to, link.score, link.why, link.slot)
        db.execute("INSERT INTO link VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
        db.executemany(
            "INSERT INTO link_span SELECT ?, ?, num, ?, ? FROM report WHERE id = ?",
            [(num, n, s.start, s.end, id_) for n, (id_, s) in enumerate(link.spans)],
        )


def _free(db: sqlite3.Connection, links: Links) -> list[tuple[int, Link]]:
    """The links with their old numbers where all of those are free, else with new ones: a report's
    links stand in the order of their numbers."""
    nums = [num for num, _ in links.numbered]
    taken = any(
        num is None or db.execute("SELECT 1 FROM link WHERE num = ?", (num,)).fetchone()
        for num in nums
    )
    (last,) = db.execute("SELECT coalesce(max(num), 0) FROM link").fetchone()
    return [
        (n if taken or num is None else num, link)
        for n, (num, link) in enumerate(links.numbered, last + 1)
    ]
