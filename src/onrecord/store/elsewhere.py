"""What of a report stands in others too: the links of all its items at once."""

from __future__ import annotations

import sqlite3
from collections import defaultdict

from onrecord.records import Link
from onrecord.store.load import load_links


def links_of_report(db: sqlite3.Connection, report_id: str) -> dict[str, tuple[Link, ...]]:
    """Of each item of the report that has any, its links to items of other reports."""
    # ";" is the character after ":", so these bound the ids of the report's items
    ends = (f"{report_id}:", f"{report_id};")
    found: dict[str, list[Link]] = defaultdict(list)
    where = "num IN (SELECT num FROM link WHERE {0} >= ? AND {0} < ?)"
    for own, other in (("from_id", "to_id"), ("to_id", "from_id")):
        for link in load_links(db, where.format(own), ends):
            at, away = (link.from_, link.to) if other == "to_id" else (link.to, link.from_)
            if not away.startswith(ends[0]):
                found[at].append(link)
    return {item: tuple(links) for item, links in found.items()}
