"""What of a report stands in others too: the links of all its items at once."""

from __future__ import annotations

import sqlite3
from collections import Counter

_SQL = "SELECT {own}, {other} FROM {table} WHERE {own} >= :first AND {own} < :last"


def elsewhere(db: sqlite3.Connection, report_id: str) -> dict[str, int]:
    """Of each item of the report that has any, how many links it has to items of others."""
    # ";" is the character after ":", so these bound the ids of the report's items
    ends = {"first": f"{report_id}:", "last": f"{report_id};"}
    found: Counter[str] = Counter()
    for table in ("link", "cross_link"):
        for own, other in (("from_id", "to_id"), ("to_id", "from_id")):
            for item, away in db.execute(_SQL.format(own=own, other=other, table=table), ends):
                found[item] += not away.startswith(ends["first"])
    return {item: count for item, count in found.items() if count}
