"""By what an answer may be narrowed further, and how many of its rows that would leave."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Mapping

from onrecord.store.answer import actor_refs
from onrecord.store.filters import EventFilter, ReportFilter, StatementFilter
from onrecord.store.items import event_query, statement_query
from onrecord.store.listing import report_query
from onrecord.store.pages import Facet, Facets
from onrecord.store.paging import ITEM
from onrecord.store.query import Query

MOST = 12
"""Values told of a field, the most frequent ones; of months all."""

_WIDER = 4
"""Times as many actors of reports are looked at, since several may be one of the record's."""

_SPEAKER = "(SELECT coalesce(-key, num) FROM actor WHERE num = x.source_actor)"
"""Groups a speaker's actors in several reports: one row a name, and one an unnamed source."""

_STATEMENTS = {
    "act": "x.act",
    "by": _SPEAKER,
    "outlet": "r.outlet",
    "month": "substr(x.day, 1, 7)",
    "named": "x.source_named",
    "certainty": "x.certainty",
}
_EVENTS = {
    "type": "x.type",
    "status": "x.status",
    "at": "x.where_",
    "outlet": "r.outlet",
    "month": "substr(x.day, 1, 7)",
}
_REPORTS = {
    "outlet": "r.outlet",
    "language": "r.language",
    "month": "substr(r.published, 1, 7)",
}


def statements(db: sqlite3.Connection, asked: StatementFilter) -> Facets:
    """Of the statements asked for: acts, speakers (``by``), outlets, months, named sources."""
    query = statement_query(db, asked)
    found = _counted(db, query, ITEM.format(table="statement"), _STATEMENTS)
    speakers = _speakers(db, found.pop("by"))
    return {"by": speakers, **{field: _facets(field, found[field]) for field in found}}


def events(db: sqlite3.Connection, asked: EventFilter) -> Facets:
    """Of the events asked for: types, states, places (``at``), outlets, months."""
    found = _counted(db, event_query(db, asked), ITEM.format(table="event"), _EVENTS)
    return {field: _facets(field, found[field]) for field in found}


def reports(db: sqlite3.Connection, asked: ReportFilter) -> Facets:
    """Of the reports asked for: outlets, languages, months."""
    found = _counted(db, report_query(db, asked), "FROM report r", _REPORTS)
    return {field: _facets(field, found[field]) for field in found}


def _counted(
    db: sqlite3.Connection, query: Query, source: str, columns: Mapping[str, str]
) -> dict[str, Counter[str | int]]:
    """How often each value of each column occurs. Each row is looked up once for all of them."""
    select = ", ".join(f"{sql} AS {field}" for field, sql in columns.items())
    hits = query.sql(f"SELECT {select} {source}", None, None)
    each = " UNION ALL ".join(
        f"SELECT '{field}', {field}, count(*) FROM hit WHERE {field} IS NOT NULL GROUP BY {field}"
        for field in columns
    )
    found: dict[str, Counter[str | int]] = {field: Counter() for field in columns}
    for field, value, count in db.execute(
        f"WITH hit AS MATERIALIZED ({hits}) {each}", query.values
    ):
        found[field][value] = count
    return found


def _facets(field: str, found: Counter[str | int]) -> tuple[Facet, ...]:
    if field == "month":
        listed = sorted(found.items())
    else:
        listed = sorted(found.items(), key=lambda pair: (-pair[1], str(pair[0])))[:MOST]
    return tuple(Facet(str(value), str(value), count) for value, count in listed)


def _speakers(db: sqlite3.Connection, found: Counter[str | int]) -> tuple[Facet, ...]:
    """The most frequent speakers, those that the record takes for one counted together."""
    groups = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))[: MOST * _WIDER]
    actors = {}
    for group, _ in groups:
        # a name's group is told by the number of its key, made negative
        sql = "SELECT min(num) FROM actor WHERE key = ?" if int(group) < 0 else "SELECT ?"
        actors[group] = db.execute(sql, (abs(int(group)),)).fetchone()[0]
    refs = actor_refs(db, actors.values())
    counts: Counter[str] = Counter()
    labels: dict[str, str] = {}
    for group, count in groups:
        ref = refs[actors[group]]
        counts[ref.record_id] += count
        labels.setdefault(ref.record_id, ref.name)
    listed = sorted(counts.items(), key=lambda pair: (-pair[1], labels[pair[0]], pair[0]))[:MOST]
    return tuple(Facet(value, labels[value], count) for value, count in listed)
