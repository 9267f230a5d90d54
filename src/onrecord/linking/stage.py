"""Linking the reports that were added since the last time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, cast

from onrecord.compare.between.edges import Edge, edges
from onrecord.compare.between.keying import ENOUGH, FEW, LIMIT, WEIGHT, Key, Side, around, meet
from onrecord.compare.between.keys import keys_of
from onrecord.compare.between.resolve import (
    CHAINS,
    DECIDED,
    DOUBTS,
    clusters,
    direct_links,
    event_links,
)
from onrecord.compare.between.units import Unit, units
from onrecord.link.copies import SHARED, compare_copies, fingerprint
from onrecord.link.credits import credits_of
from onrecord.linking.notes import notes_of
from onrecord.linking.packing import pack, unpack
from onrecord.records import Link, LinkKind, Report, Slot
from onrecord.store.linkindex import Asked, KeptEdge, KeptUnit, LinkIndex

if TYPE_CHECKING:
    from onrecord.store import Store

BATCH = 50
"""Reports that are linked in one transaction: killed in between, a later run goes on from there."""

VERSION = "26"
"""Raised with every change to what units, keys or edges are: records are then linked anew."""

_SIDES: dict[Side, int] = {
    "meets": 0, "asks": 1, "offers": 2, "word": 3, "scene": 4, "lately": 5, "ever": 6, "voiced": 7,
    "wants": 8, "gives": 9, "alone": 10,
}  # fmt: skip


Looks = dict[int, list[Asked]]
"""Units, by number, and where they look for others."""


def relink(store: Store, *, on_progress: Callable[[int, int], None] | None = None) -> int:
    """Links what was added, or changed by a decision, since the last time; how many reports.

    ``on_progress`` is told how many reports of how many are linked.
    """
    few = {_SIDES[side]: most for side, most in FEW.items()}
    with store.linking(limit=LIMIT, few=few) as index:
        index.prepare(VERSION)
        stale = index.stale()
        if stale:
            units_ = index.units_of(stale)
            keys = {num: _kept(keys_of(unpack(data))) for num, data in units_.items()}
            touched = index.forget(stale, keys)
            # what was behind the forgotten comes forth
            _resolve(index, touched, _looking(index, touched))
        pending = index.pending()
    for at in range(0, len(pending), BATCH):
        batch = pending[at : at + BATCH]
        with store.linking(limit=LIMIT, few=few) as index:
            _link(store, index, batch)
        if on_progress is not None:
            on_progress(at + len(batch), len(pending))
    return len(pending)


def _link(store: Store, index: LinkIndex, batch: Sequence[tuple[int, str]]) -> None:
    """Links a batch of reports to each other and to all that were there."""
    looks: Looks = {}
    filled: set[int] = set()
    reports: list[tuple[int, Report]] = []
    for num, report_id in batch:
        record = store.record(report_id)
        made = units(record)
        keys = [keys_of(unit) for unit in made]
        kept = [KeptUnit(u.id, pack(u), _kept(mine)) for u, mine in zip(made, keys, strict=True)]
        runs = fingerprint(record.report)
        new, full = index.keep(num, kept, runs, notes_of(record), sorted(credits_of(record.report)))
        looks |= {n: list(_asked(mine)) for n, mine in zip(new, keys, strict=True)}
        filled |= full
        reports.append((num, record.report))
    lost = _lost(index, filled)
    ends = {num for edge in lost for num in (edge.from_, edge.to)}
    touched = set(looks) | index.component(ends)
    index.remove_edges(lost)
    # Behind an edge that led on from a unit there may be another, which was not kept.
    again = {edge.from_ for edge in lost if edge.kind in CHAINS}
    _resolve(index, touched, looks | _looking(index, again - set(looks)), fresh=set(looks))
    index.add_links(_allowed(index, [(None, link) for link in _copies(index, reports)]))


def _lost(index: LinkIndex, filled: set[int]) -> list[KeptEdge]:
    """The edges between units that met under one of the keys now full, and meet under no other."""
    if not filled:
        return []
    there = index.under(number for key in filled for number in around(key))
    found = [
        edge
        for edge in index.edges(index.under(filled))
        if edge.score < DECIDED and edge.from_ in there and edge.to in there
    ]
    units_ = _load(index, {num for edge in found for num in (edge.from_, edge.to)})
    keys = {num: keys_of(unit) for num, unit in units_.items()}
    full = index.full(key.number for mine in keys.values() for key in mine)
    return [edge for edge in found if not meet(keys[edge.from_], keys[edge.to], full)]


def _kept(keys: Iterable[Key]) -> tuple[tuple[int, int], ...]:
    return tuple(sorted((key.number, _SIDES[key.side]) for key in keys))


def _asked(keys: Iterable[Key]) -> Iterator[Asked]:
    """Under what a unit of these keys looks for others."""
    for key in keys:
        for number, side in key.partners():
            yield Asked(key.number, number, _SIDES[side], WEIGHT[key.side])


def _looking(index: LinkIndex, nums: Iterable[int]) -> Looks:
    """Where these units look for others."""
    return {num: list(_asked(keys_of(unit))) for num, unit in _load(index, nums).items()}


def _resolve(
    index: LinkIndex, touched: set[int], looks: Looks, *, fresh: Collection[int] = ()
) -> None:
    """Finds the edges of the units of ``looks``, and makes anew the links of all ``touched``.

    ``fresh`` were kept just now: no link leads to them.
    """
    index.add_edges(_new_edges(index, looks))
    index.add_edges(_decided(index, touched))
    # Whatever a report tells bears on which of its claims a denial answers best.
    beside = index.edges(index.together(touched))
    chained = {e.from_ for e in beside if e.kind in CHAINS and e.to in touched}
    # With an event all that may be the same event: its links are made for all of them at once.
    owners = index.component(touched | chained)
    theirs = index.edges(owners)
    # What others have to do with these is made anew, not all that those have: a warning that was
    # given for years is near to hundreds.
    others = [e for e in beside if e.from_ not in owners and (e.kind in DOUBTS or e.to in touched)]
    known = _load(index, owners | {n for e in (*theirs, *others) for n in (e.from_, e.to)})
    _redo(index, owners & set(known), known, theirs)
    between = [e for e in others if e.from_ in known and e.to in known]
    index.drop_links_between({(e.from_, known[e.to].id) for e in between if e.to not in fresh})
    _make_between(index, known, between)


def _load(index: LinkIndex, nums: Iterable[int]) -> dict[int, Unit]:
    return {num: unpack(data) for num, data in index.load(nums).items()}


def _new_edges(index: LinkIndex, looks: Looks) -> Iterator[KeptEdge]:
    """The edges of the units of ``looks``; between utterances only what a link can come of.

    An utterance is linked to the first telling of it, and to the last time before that it was
    said; who repeats himself a hundred times would else have ten thousand edges.
    """
    pairs = {(min(pair), max(pair)) for pair in index.meeting(looks, ENOUGH)}
    known = _load(index, {num for pair in pairs for num in pair})
    nums = {unit.id: num for num, unit in known.items()}
    chains: list[KeptEdge] = []
    for one, other in sorted(pairs):
        for edge in edges(known[one], known[other]):
            found = KeptEdge(
                nums[edge.from_], nums[edge.to], edge.kind, edge.score, edge.why, edge.slot or ""
            )
            if edge.kind in CHAINS:
                chains.append(found)
            else:
                yield found
    yield from _links_of_chains(index, chains, known)


def _links_of_chains(
    index: LinkIndex, new: Sequence[KeptEdge], known: dict[int, Unit]
) -> Iterator[KeptEdge]:
    """Of the new edges and those that are there, the one of each kind that leads on from a unit."""
    starts = {edge.from_ for edge in new}
    old = [e for e in index.edges(starts) if e.from_ in starts and e.kind in CHAINS]
    missing = {edge.to for edge in old} - set(known)
    known = {**known, **_load(index, missing)}
    best: dict[tuple[int, str], KeptEdge] = {}
    for edge in sorted({*old, *new}, key=lambda e: known[e.to].order()):
        if edge.kind == "repeats" or (edge.from_, edge.kind) not in best:
            best[edge.from_, edge.kind] = edge
    kept = set(best.values())
    index.remove_edges(edge for edge in old if edge not in kept)
    yield from sorted(kept)


def _decided(index: LinkIndex, touched: set[int]) -> Iterator[KeptEdge]:
    """Edges between events that a person has put together, those of ``touched`` among them."""
    for decision in index.decisions("same_as", touched):
        yield KeptEdge(decision.one, decision.other, "same_event", DECIDED, decision.why)


def _redo(
    index: LinkIndex, owners: set[int], known: Mapping[int, Unit], kept: Iterable[KeptEdge]
) -> None:
    """Makes anew the links that ``owners`` own; of events they are whole components."""
    ids = {num: unit.id for num, unit in known.items()}
    nums = {id_: num for num, id_ in ids.items()}
    by_id = {unit.id: unit for unit in known.values()}
    found = [_edge(ids, e) for e in sorted(kept)]
    events = {ids[num]: known[num] for num in owners if known[num].event is not None}
    same = [e for e in found if e.kind == "same_event" and e.from_ in events]
    apart = frozenset(
        frozenset((ids[d.one], ids[d.other]))
        for d in index.decisions("not_same_as", {nums[id_] for id_ in events})
        if d.one in ids and d.other in ids
    )
    groups = clusters(events, same, apart=apart)
    index.drop_links(owners)
    index.keep_tellings({nums[id_] for id_ in events}, _tellings(events.values(), groups))
    made: list[tuple[int | None, Link]] = []
    for group in groups:
        made += [(nums[group[0].id], link) for link in event_links(group, same)]
    out: dict[str, list[Edge]] = defaultdict(list)
    for edge in found:
        out[edge.from_].append(edge)
    for num in sorted(owners):
        made += [(num, link) for link in direct_links(known[num], out[ids[num]], by_id)]
    index.add_links(_allowed(index, made))


def _make_between(index: LinkIndex, known: Mapping[int, Unit], kept: Sequence[KeptEdge]) -> None:
    """Makes the links of these edges, which bear on no others of theirs."""
    ids = {num: unit.id for num, unit in known.items()}
    by_id = {unit.id: unit for unit in known.values()}
    out: dict[int, list[Edge]] = defaultdict(list)
    for edge in sorted(kept):
        out[edge.from_].append(_edge(ids, edge))
    made = [(n, link) for n, found in out.items() for link in direct_links(known[n], found, by_id)]
    index.add_links(_allowed(index, made))


def _allowed(
    index: LinkIndex, made: Sequence[tuple[int | None, Link]]
) -> Iterator[tuple[int | None, Link]]:
    """Those of the links of which nobody decided that they are none."""
    refused = index.refused(link.from_ for _, link in made)
    return ((num, x) for num, x in made if (x.kind, x.from_, x.to) not in refused)


def _edge(ids: Mapping[int, str], kept: KeptEdge) -> Edge:
    slot = cast("Slot | None", kept.slot or None)
    return Edge(
        ids[kept.from_], ids[kept.to], cast(LinkKind, kept.kind), kept.score, kept.why, slot
    )


def _tellings(
    events: Iterable[Unit], groups: Sequence[Sequence[Unit]]
) -> dict[str, tuple[str, ...]]:
    """Of each event that is told of more than once, by its lead, all tellings in all reports."""
    found = {unit.id: unit.tellings for unit in events if len(unit.tellings) > 1}
    for group in groups:
        for unit in group[1:]:
            found.pop(unit.id, None)
        found[group[0].id] = tuple(id_ for unit in group for id_ in unit.tellings)
    return found


def _copies(index: LinkIndex, batch: Sequence[tuple[int, Report]]) -> Iterator[Link]:
    texts = {report.id: report for _, report in batch}
    sharing = {report.id: index.sharing(num, SHARED) for num, report in batch}
    pairs = {(min(id_, other), max(id_, other)) for id_ in sharing for other in sharing[id_]}
    missing = sorted({id_ for pair in pairs for id_ in pair} - set(texts))
    texts |= {report.id: report for report in index.reports(missing)}
    for one, other in sorted(pairs):
        found = compare_copies(texts[one], texts[other])
        if found is not None:
            yield found
