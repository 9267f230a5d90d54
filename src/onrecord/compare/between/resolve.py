"""The links between reports that the edges between their units add up to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from onrecord.compare.accounts.build import LEAST, End, link, quote
from onrecord.compare.accounts.facts import EventFacts, Said
from onrecord.compare.between.edges import Edge
from onrecord.compare.between.units import Unit
from onrecord.compare.pairs.groups import groups
from onrecord.compare.pairs.sameness import match
from onrecord.compare.pairs.slots import numbers
from onrecord.compare.pairs.withdrawals import claims_it, of_claim
from onrecord.link.identity import same_voice
from onrecord.records import Link

CHAINS = ("restates", "repeats")
"""Kinds of which a unit has one link at most: to the first telling, to the last time before."""
DOUBTS = ("denies", "undercuts")
"""Kinds of which a unit has one link to each other report: to what it answers best."""
DECIDED = 1.5
"""The score of an edge that a person decided on; what the program finds scores 1 at most."""


def clusters(
    units: Mapping[str, Unit],
    edges: Iterable[Edge],
    *,
    apart: Collection[frozenset[str]] = (),
) -> list[list[Unit]]:
    """The events of two and more tellings, each in the order of its reports.

    ``units`` and ``edges`` are those of whole connected components of ``same_event`` edges: what
    is outside them has no bearing. What a person has put together (``DECIDED``) is together, and
    pairs that a person keeps ``apart`` are apart, whatever else speaks for it.
    """
    told = {id_: unit.event for id_, unit in units.items() if unit.event is not None}
    ranked = sorted(
        (e for e in edges if e.kind == "same_event"), key=lambda e: (-e.score, e.to, e.from_)
    )
    ranked = [e for e in ranked if frozenset((e.from_, e.to)) not in apart]
    plain = [e for e in ranked if e.score < DECIDED]
    found = groups(told, [(e.score, told[e.to], told[e.from_], e) for e in plain])
    named = [{facts.event.id for facts in group} for group in found]
    for edge in ranked:
        if edge.score >= DECIDED:
            named = _joined(named, edge.from_, edge.to)
    ordered = [sorted((units[id_] for id_ in group), key=Unit.order) for group in named]
    kept = [_without(group, apart) for group in ordered]
    return sorted((group for group in kept if len(group) > 1), key=lambda group: group[0].id)


def _joined(groups_: list[set[str]], one: str, other: str) -> list[set[str]]:
    """The groups with those of ``one`` and ``other`` in one."""
    both = {one, other}
    joined = both.union(*(group for group in groups_ if group & both))
    return [joined, *(group for group in groups_ if not group & both)]


def _without(group: list[Unit], apart: Collection[frozenset[str]]) -> list[Unit]:
    """The group, in its order, without those that are kept apart from an earlier one of it."""
    kept: list[Unit] = []
    for unit in group:
        if not any(frozenset((unit.id, other.id)) in apart for other in kept):
            kept.append(unit)
    return kept


def event_links(cluster: Sequence[Unit], edges: Iterable[Edge]) -> Iterator[Link]:
    """What the tellings of one event have to do with each other, a report with another."""
    root, *others = cluster
    known = {(e.from_, e.to): e for e in edges if e.kind == "same_event"}
    for later in others:
        edge = known.get((later.id, root.id)) or known.get((root.id, later.id))
        if edge is not None:
            score, why = edge.score, edge.why
        else:
            found = match(_event(root), _event(later))
            score, why = found.score, "; ".join(found.reasons)
        yield link("same_event", _event(later), _event(root), max(min(score, 1.0), LEAST), why)
    yield from _claimed(cluster)
    yield from _answered(cluster)
    yield from _followed(cluster)
    yield from _contradictions(cluster)


def _event(unit: Unit) -> EventFacts:
    if unit.event is None:
        raise ValueError(f"{unit.id} is no event")
    return unit.event


def _claimed(cluster: Sequence[Unit]) -> Iterator[Link]:
    """Who claims responsibility for an event claims the first telling of it elsewhere."""
    for unit in cluster:
        word, facts = unit.word, _event(unit)
        if word is None or facts.event.type != "ASSAULT" or facts.event.status == "denied":
            continue
        if not claims_it(word, facts.actors):
            continue
        told = next(
            (
                _event(one)
                for one in cluster
                if one.report != unit.report
                and not (one.word is not None and same_voice(one.word.who, word.who))
            ),
            None,
        )
        if told is not None:
            named = quote(told.event.trigger.text)
            yield link("claims", word, told, 0.7, f"the {named} is the event that it claims")


def _answered(cluster: Sequence[Unit]) -> Iterator[Link]:
    """A denial of an event denies what another report tells of that event, and so for doubt.

    Once: to the first telling elsewhere, which stands for all of them.
    """
    for unit in cluster:
        for answer in unit.answers:
            told = next(
                (
                    _event(other)
                    for other in cluster
                    if other.report != unit.report
                    and _event(other).event.status != "denied"
                    and (_event(other).actors or not of_claim(answer.said))
                ),
                None,
            )
            if told is not None:
                named = quote(told.event.trigger.text)
                what = "denies" if answer.kind == "denies" else "knows nothing of"
                why = f"the {named} is the event that it {what}: {answer.why}"
                yield link(answer.kind, answer.said, told, min(answer.score, 0.8), why)


def _followed(cluster: Sequence[Unit]) -> Iterator[Link]:
    """What one report tells to have followed an event followed the first telling of that event."""
    root = cluster[0]
    known = {id_ for unit in cluster for id_ in unit.tellings}
    for unit in cluster[1:]:
        for one in unit.followers:
            if one.event.event.id in known:
                continue
            named = quote(_event(root).event.trigger.text)
            why = f"the {named} is the event that it is told to follow: {one.why}"
            yield link("follows", one.event, _event(root), min(one.score, 0.7), why)


def direct_links(unit: Unit, edges: Iterable[Edge], units: Mapping[str, Unit]) -> Iterator[Link]:
    """The links from a unit that rest on its own edges alone.

    Of an utterance: the first telling of it, else the last time before that it was said. Of what
    another report tells a denial denies what it answers best. ``edges`` are all from this unit,
    ``units`` those at their other ends.
    """
    mine = sorted((e for e in edges if e.from_ == unit.id), key=lambda e: units[e.to].order())
    told = [e for e in mine if e.kind == "restates"]
    again = [e for e in mine if e.kind == "repeats"]
    chosen = told[:1] or again[-1:]
    best: dict[tuple[str, str], float] = defaultdict(float)
    for edge in mine:
        of = edge.kind, units[edge.to].report
        best[of] = max(best[of], edge.score)
    chosen += [
        e for e in mine
        if e.kind not in (*CHAINS, "same_event")
        and (e.kind not in DOUBTS or e.score == best[e.kind, units[e.to].report])
    ]  # fmt: skip
    for edge in chosen:
        yield link(edge.kind, _end(unit), _end(units[edge.to]), edge.score, edge.why, edge.slot)


def _end(unit: Unit) -> EventFacts | Said:
    end = unit.event or unit.said
    if end is None:
        raise ValueError(f"{unit.id} is neither event nor statement")
    return end


def _contradictions(cluster: Sequence[Unit]) -> list[Link]:
    """``contradicts`` with slot ``number``: two tellings of one event whose tolls exclude each
    other; a later and higher toll is an update and none. ``cluster`` is in the reports' order."""
    links: list[Link] = []
    for at, later in enumerate(cluster):
        for earlier in cluster[:at]:
            if later.event is None or earlier.event is None or later.report == earlier.report:
                continue
            found = numbers(earlier.event, later.event, earlier.word, later.word)
            if found is None:
                continue
            ends: tuple[End, End] = (later.word or later.event, earlier.word or earlier.event)
            links.append(link("contradicts", *ends, 0.7, found, "number"))
            break
    return links
