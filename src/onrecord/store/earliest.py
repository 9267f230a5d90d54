"""The first of the rows that one thing has, in an order of their reports.

The order, by id or by date, depends on what the record holds, not on how it came there. No table
of items has it: of few rows each one's report is looked up; where there are many, going through
the reports in order meets the first of them soon.
"""

from __future__ import annotations

import sqlite3

from onrecord.store.query import Query

BY_ID = "r.id"
BY_DATE = "coalesce(r.published, '~'), r.id"


def earliest(
    db: sqlite3.Connection,
    table: str,
    query: Query,
    among: str,
    *,
    many: int,
    order: str = BY_ID,
) -> int | None:
    """The number of the first row of a table ("place p") that ``query`` asks for.

    ``among`` holds of those rows and is quick to find by an index, and true of about ``many``.
    """
    name, letter = table.split()
    select = f"SELECT {letter}.num FROM {table} CROSS JOIN report r ON r.num = {letter}.report"
    # to meet one of m rows, one in m of all is gone through
    if many * many > _size(db, name):
        select = f"SELECT {letter}.num FROM report r CROSS JOIN {table} ON {letter}.report = r.num"
        among = f"+({among})"  # a sign that hides the index
    query.where(among)
    row = db.execute(query.sql(select, f"{order}, {letter}.num", 1), query.values).fetchone()
    return None if row is None else int(row[0])


def _size(db: sqlite3.Connection, table: str) -> int:
    """About how many rows a table has: items of all kinds are numbered together."""
    return int(db.execute(f"SELECT coalesce(max(num), 0) FROM {table}").fetchone()[0]) // 4
