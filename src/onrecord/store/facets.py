"""By what an answer may be narrowed further, and how many of its rows that would leave."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Mapping
from dataclasses import fields
from itertools import product

from onrecord.store.answer import actor_refs
from onrecord.store.filters import EventFilter, ReportFilter, StatementFilter
from onrecord.store.items import event_query, outlets_called, statement_query
from onrecord.store.listing import report_query
from onrecord.store.match import groups_of
from onrecord.store.merged import Merger
from onrecord.store.names import RECORD
from onrecord.store.pages import Facet, Facets
from onrecord.store.paging import ITEM
from onrecord.store.query import Query
from onrecord.store.tally import OF, labelled

MOST = 12
"""Values told of a field, the most frequent ones; of months all."""

_WIDER = 4
"""Times as many actors of reports are looked at, since several may be one of the record's."""

Found = dict[str, Counter[str | int]]

_SPEAKER = "(SELECT coalesce(-key, num) FROM actor WHERE num = x.source_actor)"
"""Groups a speaker's actors in several reports: one row a form, and one an unnamed source."""

_OUTLET = "(SELECT outlet FROM report r WHERE r.num = x.report)"

_STATEMENTS = {
    "act": "x.act",
    "by": _SPEAKER,
    "outlet": _OUTLET,
    "month": "substr(x.day, 1, 7)",
    "named": "x.source_named",
    "certainty": "x.certainty",
}
_EVENTS = {
    "type": "x.type",
    "status": "x.status",
    "at": "x.where_",
    "outlet": _OUTLET,
    "month": "substr(x.day, 1, 7)",
}
_REPORTS = {
    "outlet": "r.outlet",
    "language": "r.language",
    "month": "substr(r.published, 1, 7)",
}


def statements(db: sqlite3.Connection, asked: StatementFilter) -> Facets:
    """Of the statements asked for: acts, speakers (``by``), outlets, months, named sources."""
    if asked.by is not None and asked.by.startswith(f"{RECORD}:"):
        # by one actor alone: there is nobody to narrow it to
        columns = {field: sql for field, sql in _STATEMENTS.items() if field != "by"}
        counts = _counted(db, statement_query(db, asked), ITEM.format(table="statement"), columns)
        return {"by": (), **{field: _facets(field, counts[field]) for field in counts}}
    query = statement_query(db, asked)
    source = ITEM.format(table="statement")
    found = _tallied(db, "statement", asked)
    if found is None:
        found = _counted(db, query, source, _STATEMENTS)
    elif len(found["by"]) < MOST * _WIDER:
        # so few are told of more than once that those who speak once are wanted too
        found |= _counted(db, query, source, {"by": _SPEAKER})
    speakers = _speakers(db, found.pop("by"), statement_query(db, asked))
    return {"by": speakers, **{field: _facets(field, found[field]) for field in found}}


def events(db: sqlite3.Connection, asked: EventFilter) -> Facets:
    """Of the events asked for: types, states, places (``at``), outlets, months."""
    found = _tallied(db, "event", asked)
    if found is None:
        found = _counted(db, event_query(db, asked), ITEM.format(table="event"), _EVENTS)
    return {field: _facets(field, found[field]) for field in found}


def reports(db: sqlite3.Connection, asked: ReportFilter) -> Facets:
    """Of the reports asked for: outlets, languages, months."""
    found = _counted(db, report_query(db, asked), "FROM report r", _REPORTS)
    return {field: _facets(field, found[field]) for field in found}


def _tallied(
    db: sqlite3.Connection, name: str, asked: StatementFilter | EventFilter
) -> Found | None:
    """The numbers that are at hand of what is asked for; None where there are none."""
    given = {f.name: getattr(asked, f.name) for f in fields(asked)}
    if given["versions"] != "latest":
        return None
    plain = ("versions", "limit", "scope")
    narrowed = {k: v for k, v in given.items() if k not in plain and v is not None and v != ()}
    of = next((of for of in OF[name] if set(of) == set(narrowed)), None)
    if of is None:
        return None
    choices = []
    for field in of:
        value = narrowed[field]
        if field == "outlet":
            value = outlets_called(db, value)
        choices.append(value if isinstance(value, (tuple, list)) else (int(value),))
    labels = [labelled(of, values) for values in product(*choices)]
    columns = _STATEMENTS if name == "statement" else _EVENTS
    found: Found = {field: Counter() for field in columns}
    for field, told, n in db.execute(
        "SELECT field, value, sum(n) FROM facet_tally "
        f"WHERE list = ? AND of IN ({', '.join('?' * len(labels))}) GROUP BY 1, 2",
        (name, *labels),
    ):
        found[field][int(told) if field in ("by", "named") else told] = n
    return found


def _counted(
    db: sqlite3.Connection, query: Query, source: str, columns: Mapping[str, str]
) -> Found:
    """How often each value of each column occurs. Each row is looked up once for all of them."""
    select = ", ".join(f"{sql} AS {field}" for field, sql in columns.items())
    hits = query.sql(f"SELECT {select} {source}", None, None)
    each = " UNION ALL ".join(
        f"SELECT '{field}', {field}, count(*) FROM hit WHERE {field} IS NOT NULL GROUP BY {field}"
        for field in columns
    )
    found: Found = {field: Counter() for field in columns}
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


def _speakers(db: sqlite3.Connection, found: Counter[str | int], query: Query) -> tuple[Facet, ...]:
    """The most frequent speakers, those that the record takes for one counted together."""
    ordered = sorted(found.items(), key=lambda pair: (-pair[1], pair[0]))
    groups = {int(group): count for group, count in ordered[: MOST * _WIDER]}
    whose = groups_of(db, [-group for group in groups if group < 0])
    # a form that is nobody's stands for as many speakers as there are reports that have it
    nobody = [-group for group in groups if group < 0 and -group not in whose]
    alone = {group: count for group, count in groups.items() if group > 0}
    alone |= _apart(db, query, nobody)
    counts: Counter[str] = Counter()
    labels: dict[str, str] = {}
    refs = actor_refs(db, alone)
    for actor, count in alone.items():
        counts[refs[actor].record_id] += count
        labels[refs[actor].record_id] = refs[actor].name
    for key, id_ in whose.items():
        counts[id_] += groups[-key]
    merger = Merger(db)
    listed = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    told = {id_: labels.get(id_) or merger.called(id_).name for id_, _ in listed[: 2 * MOST]}
    best = sorted(told, key=lambda id_: (-counts[id_], told[id_], id_))[:MOST]
    return tuple(Facet(id_, told[id_], counts[id_]) for id_ in best)


def _apart(db: sqlite3.Connection, query: Query, keys: list[int]) -> dict[int, int]:
    """How often each actor of these forms speaks by itself."""
    if not keys:
        return {}
    among = query.bind(json.dumps(keys))
    query.where(
        "x.source_actor IN (SELECT num FROM actor "
        f"WHERE key IN (SELECT value FROM json_each({among})))"
    )
    sql = query.sql(
        "SELECT x.source_actor, count(*) FROM statement x", None, None, group="x.source_actor"
    )
    return dict(db.execute(sql, query.values).fetchall())
