"""What the record holds and is least sure of, the most doubtful first.

Five kinds of doubt, each with what makes it one: links between reports by their score; actors of
two reports that other spellings, a surname or an office alone make one; places whose runner-up is
close; times that no date was found for; statements whose speaker is known by a pronoun only.

``doubt`` puts them in an order and is no probability. What a person decided leaves the list.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import get_args

from onrecord.errors import QueryError
from onrecord.store.correcting_looked import CONFIRMED, HOLDING
from onrecord.store.joining import join
from onrecord.store.load import load_links_of, load_places
from onrecord.store.pages import Page, Paging
from onrecord.store.viewrows import Doubtful, DoubtKind, Doubts, Joined

KINDS: tuple[DoubtKind, ...] = get_args(DoubtKind)

SHORTEST = 4
"""Characters of a source that is taken for a pronoun."""

_Light = tuple[float, str, str, str, str, int]
"""Doubt, id, the other's id, a link's kind, why, how many alike; "" where there is none."""

_OLD = (
    "SELECT num FROM report WHERE id IN "
    "(SELECT version_of FROM report WHERE version_of IS NOT NULL)"
)


def _decided(field: str, value: str) -> str:
    return f"SELECT c.item_id FROM correction c WHERE c.field = '{field}' AND {value} AND {HOLDING}"


_CONFIRMED_ITEMS = _decided(CONFIRMED, "c.value = 'true'")
_STANDS = f"i.report NOT IN ({_OLD}) AND i.id NOT IN ({_CONFIRMED_ITEMS})"
"""Of an item ``i``: nobody confirmed it, and its report has no later version."""

# Of links that were drawn at random and judged, those of three kinds were right far less often than
# the others of the same score (docs/decisions/links.md).
_LINK_DOUBT = (
    "round(1 - l.score + CASE WHEN l.kind IN ('supports', 'fulfils', 'meets_condition') "
    "THEN 0.2 ELSE 0 END, 3)"
)
_LINKS = (
    f"SELECT {_LINK_DOUBT} AS doubt, l.from_id AS id, l.to_id, l.kind, l.why, 1, count(*) OVER () "
    f"FROM cross_link l WHERE {_LINK_DOUBT} >= 0.2 AND NOT EXISTS ("
    f"{_decided(CONFIRMED, 'c.item_id = l.from_id')} "
    "AND c.value ->> 'to' = l.to_id AND c.value ->> 'kind' = l.kind) "
    f"AND NOT (l.kind = 'same_event' AND EXISTS ({_decided('same_as', 'c.item_id = l.from_id')} "
    f"AND c.value ->> '$' = l.to_id UNION ALL {_decided('same_as', 'c.item_id = l.to_id')} "
    "AND c.value ->> '$' = l.from_id)) ORDER BY doubt DESC, id, l.to_id, l.kind LIMIT ?"
)

# A form that does not give its group its id was joined to it.
_ACTORS = (
    "SELECT CASE WHEN g.why LIKE '1 report names %' THEN 0.4 "
    "WHEN g.why LIKE '%in full in another spelling%' THEN 0.35 "
    "WHEN g.why LIKE '%another spelling%' THEN 0.25 ELSE 0.3 END AS doubt, "
    "k.num, m.num, '', g.why, 1, count(*) OVER () FROM actor_group g "
    "JOIN actor_key k ON k.num = g.key JOIN actor_key m ON m.id = g.id "
    "WHERE k.id <> g.id AND (g.why LIKE '%spelling%' OR g.why LIKE '%name% “%' "
    "OR g.why LIKE 'the only %' OR g.why LIKE '%holds the office%') "
    "AND g.key NOT IN (SELECT a.key FROM correction c "
    "JOIN item i ON i.id IN (c.item_id, c.value ->> '$') JOIN actor a ON a.num = i.num "
    f"WHERE c.field IN ('same_as', 'not_same_as') AND a.key IS NOT NULL AND {HOLDING}) "
    "AND EXISTS (SELECT 1 FROM actor a WHERE a.key = k.num) "
    "AND EXISTS (SELECT 1 FROM actor a WHERE a.key = m.num) ORDER BY doubt DESC, k.id LIMIT ?"
)
_FIRST = "SELECT min(i.id) FROM actor a JOIN item i ON i.num = a.num WHERE a.key = ?"

# A runner-up next to the first, as a district is to its town, makes little difference. One mention
# stands for those of its report that may be the same two.
_PLACES = (
    "SELECT round(min(c.score, 0.6) * CASE WHEN abs(c.lat - p.lat) < 0.5 "
    "AND abs(c.lon - p.lon) < 0.5 THEN 0.5 ELSE 1 END, 3) AS doubt, min(i.id) AS id, '', '', '', "
    "count(*), count(*) OVER () FROM candidate c JOIN place p ON p.num = c.place "
    "JOIN item i ON i.num = p.num "
    f"WHERE c.n = 0 AND c.score >= 0.3 AND {_STANDS} "
    "GROUP BY p.report, p.name, p.geonameid, c.name, c.geonameid ORDER BY doubt DESC, id LIMIT ?"
)

_TIMES = (
    "SELECT 0.3, i.id, '', '', '', 1, count(*) OVER () FROM time t JOIN item i ON i.num = t.num "
    "WHERE t.from_ IS NULL AND t.type IN ('DATE', 'TIME') AND instr(t.value, 'X') "
    f"AND {_STANDS} ORDER BY i.id LIMIT ?"
)

# "It" and "they" are resolved rightly less often than "he" and "she" (docs/decisions/actors.md),
# which are not asked about; who they stand for tells which it is without a look at the text.
_SPEAKERS = (
    "SELECT 0.15, i.id, '', '', '', 1, count(*) OVER () FROM span p "
    "CROSS JOIN statement s ON s.num = p.item CROSS JOIN actor a ON a.num = s.source_actor "
    "CROSS JOIN item i ON i.num = s.num WHERE p.role = 'source' AND p.n = 0 "
    f"AND p.stop - p.start <= {SHORTEST} AND a.kind <> 'person' "
    f"AND length(a.name) > {SHORTEST} AND {_STANDS} "
    f"AND i.id NOT IN ({_decided('source', '1')}) ORDER BY i.id LIMIT ?"
)

_SOURCES: dict[DoubtKind, str] = {
    "link": _LINKS, "actor": _ACTORS, "place": _PLACES, "time": _TIMES, "speaker": _SPEAKERS,
}  # fmt: skip
"""Of each kind the most doubtful, and in the last column how many there are."""


def doubtful(db: sqlite3.Connection, kinds: Sequence[str], paging: Paging) -> Doubts:
    """The doubtful items of these kinds, of all where none is named."""
    for kind in kinds:
        if kind not in KINDS:
            raise QueryError(f"kind is {kind!r}; it may be {', '.join(KINDS)}")
    wanted = [kind for kind in KINDS if kind in (kinds or KINDS)]
    most = paging.start + paging.size
    found = {kind: db.execute(_SOURCES[kind], (most,)).fetchall() for kind in wanted}
    counts: dict[str, int] = {kind: rows[0][-1] if rows else 0 for kind, rows in found.items()}
    # stable: of kinds that are alike doubtful the order is theirs, within a kind the query's
    ranked = sorted(
        ((kind, row[:-1]) for kind, rows in found.items() for row in rows), key=lambda x: -x[1][0]
    )
    shown = tuple(_row(db, kind, row) for kind, row in ranked[paging.start : most])
    return Doubts(Page(shown, paging.start, sum(counts.values())), counts)


def _row(db: sqlite3.Connection, kind: DoubtKind, row: _Light) -> Doubtful:
    doubt, id_, other, what, why, alike = row
    if kind == "actor":
        id_, other = (str(db.execute(_FIRST, (key,)).fetchone()[0]) for key in (id_, other))
    joined = _joined(db, id_, other, what) if kind == "link" else None
    ids = _alike(db, id_) if alike > 1 else (id_,)
    choices = load_places(db, [_num(db, id_)])[_num(db, id_)].others if kind == "place" else ()
    return Doubtful(kind, id_, other or None, ids, doubt, why, joined, choices)


def _num(db: sqlite3.Connection, id_: str) -> int:
    return int(db.execute("SELECT num FROM item WHERE id = ?", (id_,)).fetchone()[0])


def _joined(db: sqlite3.Connection, from_: str, to: str, kind: str) -> Joined | None:
    found = load_links_of(db, [from_])[from_]
    return next(iter(join(db, [x for x in found if (x.kind, x.to) == (kind, to)][:1])), None)


def _alike(db: sqlite3.Connection, id_: str) -> tuple[str, ...]:
    """The mentions of the report that may be the same two places, the first of them first."""
    sql = (
        "SELECT i.id FROM place p JOIN candidate c ON c.place = p.num AND c.n = 0 "
        "JOIN place q ON q.report = p.report AND q.name = p.name AND q.geonameid IS p.geonameid "
        "JOIN candidate o ON o.place = q.num AND o.n = 0 AND o.name = c.name "
        "AND o.geonameid IS c.geonameid AND o.score >= 0.3 "
        f"JOIN item i ON i.num = q.num WHERE p.num = ? AND {_STANDS} ORDER BY i.id <> ?, i.num"
    )
    return tuple(found for (found,) in db.execute(sql, (_num(db, id_), id_)))
