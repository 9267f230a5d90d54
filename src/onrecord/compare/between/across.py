"""The links between reports: one event, one utterance, repeats, denials and contradictions.

Nothing is compared with everything: units meet under the keys that they share. What comes out is a
function of the set of reports; a store that keeps units, keys and edges yields the same bit by bit.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from onrecord.compare.accounts.build import LEAST
from onrecord.compare.between.edges import Edge, edges
from onrecord.compare.between.keying import ENOUGH, FEW, LIMIT, WEIGHT, Key, Side
from onrecord.compare.between.keys import keys_of
from onrecord.compare.between.resolve import clusters, direct_links, event_links
from onrecord.compare.between.units import Unit, units
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
    keys = {id_: keys_of(found[id_]) for id_ in sorted(found)}
    for one, other in sorted(meeting(keys)):
        yield from edges(found[one], found[other])


def meeting(keys: Mapping[str, Collection[Key]]) -> Iterator[tuple[str, str]]:
    """The pairs of units that meet, each once."""
    at: dict[tuple[int, Side], list[str]] = defaultdict(list)
    for id_, mine in keys.items():
        for key in mine:
            at[key.number, key.side].append(id_)
    full = {number for (number, side), members in at.items() if len(members) > FEW.get(side, LIMIT)}
    for id_, mine in keys.items():
        shared: Counter[str] = Counter()
        for key in mine:
            if key.number in full:
                continue
            weight = WEIGHT[key.side]
            for partner in key.partners():
                if partner[0] not in full:
                    shared.update({other: weight for other in at.get(partner, ()) if other > id_})
        yield from ((id_, other) for other, count in shared.items() if count >= ENOUGH)


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
