"""The links between reports: one event, one utterance, repeats, denials and contradictions.

Nothing is compared with everything: units meet under the keys that they share. What comes out is a
function of the set of reports; a store that keeps units, keys and edges yields the same bit by bit.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from onrecord.compare.build import LEAST
from onrecord.compare.edges import Edge, edges
from onrecord.compare.keys import LIMIT, PARTNER, Key, keys_of
from onrecord.compare.resolve import clusters, direct_links, event_links
from onrecord.compare.units import Unit, units
from onrecord.records import Link, ReportRecord


def across(records: Sequence[ReportRecord]) -> tuple[Link, ...]:
    """What the items of several reports have to do with each other.

    The order of ``records`` does not matter. Links that hold within one report are in the record
    (``within``); only what joins two reports is given here.
    """
    found = {unit.id: unit for record in records for unit in units(record)}
    joined = list(_all_edges(found))
    links = list(_links(found, joined))
    return tuple(sorted(links, key=lambda one: (one.kind, one.from_, one.to, one.slot or "")))


def _all_edges(found: dict[str, Unit]) -> Iterator[Edge]:
    at: dict[Key, list[str]] = defaultdict(list)
    for id_ in sorted(found):
        for key in keys_of(found[id_]):
            at[key].append(id_)
    seen: set[tuple[str, str]] = set()
    for key, members in at.items():
        others = at.get(Key(key.number, PARTNER[key.side]), [])
        if len(members) > LIMIT or len(others) > LIMIT:
            continue
        for one in members:
            for other in others:
                pair = (min(one, other), max(one, other))
                if one != other and pair not in seen:
                    seen.add(pair)
                    yield from edges(found[one], found[other])


def _links(found: dict[str, Unit], joined: Iterable[Edge]) -> Iterator[Link]:
    joined = list(joined)
    same = [e for e in joined if e.kind == "same_event"]
    for cluster in clusters(found, same):
        for one in event_links(cluster, same):
            if one.score >= LEAST:
                yield one
    by_end: dict[str, list[Edge]] = defaultdict(list)
    for edge in joined:
        by_end[edge.from_].append(edge)
    for id_ in sorted(by_end):
        yield from direct_links(found[id_], by_end[id_], found)
