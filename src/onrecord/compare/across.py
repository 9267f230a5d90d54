"""The links between reports: one event, one utterance, repeats, denials and contradictions.

Nothing is compared with everything: events meet in blocks of their type and month, or topic and
place; statements in blocks of their act and speaker. A block too big to say much is passed over.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.compare.build import LEAST, link, quote
from onrecord.compare.facts import REAL, EventFacts, Said, View, view
from onrecord.compare.groups import groups
from onrecord.compare.sameness import TYPES, Match, conflict, includes, match
from onrecord.compare.sayings import another_occasion, repeated, told_again
from onrecord.compare.slots import contradictions
from onrecord.compare.warnings import conditions_met
from onrecord.compare.within import within
from onrecord.records import Link, ReportRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """``block``: how many items may meet in one block; a bigger one is passed over in favour of
    narrower ones. ``event``: the least score of an event's being one across reports."""

    block: int = 400
    event: float = 0.7


def across(records: Sequence[ReportRecord], *, limits: Limits | None = None) -> tuple[Link, ...]:
    """What the items of several reports have to do with each other.

    The order of ``records`` does not matter. Links that hold within one report are in the record
    (``within``); only what joins two reports is given here, each item linked to the earliest.
    """
    limits = limits or Limits()
    ordered = sorted(records, key=lambda record: record.report.id)
    views = [view(record) for record in ordered]
    links = [link for record in ordered for link in record.links or within(record)]
    told = _first_tellings(views, links)
    same, clusters = _same_events(told, limits)
    found = [
        *same,
        *_whole_and_parts(told, limits),
        *_sayings(views, links, limits),
        *_denied_elsewhere(views, links, clusters),
        *contradictions(clusters, views),
        *(m for m in conditions_met(views) if _report(m.from_) != _report(m.to)),
    ]
    return tuple(one for one in found if one.score >= LEAST)


def _report(item: str) -> str:
    return item.rsplit(":", 1)[0]


def _first_tellings(views: Sequence[View], links: Iterable[Link]) -> dict[str, EventFacts]:
    """The events of each report, each once: the first telling, with what later ones add."""
    events = {id_: facts for seen in views for id_, facts in seen.events.items()}
    for one in links:
        if one.kind != "same_event" or one.from_ not in events or one.to not in events:
            continue
        later, first = events.pop(one.from_), events[one.to]
        events[one.to] = replace(
            first,
            topics=first.topics or later.topics,
            actors=first.actors or later.actors,
            recipients=first.recipients or later.recipients,
            days=first.days or later.days,
            place=later.place if first.place is None else first.place,
            where=later.where if first.place is None and later.place else first.where,
        )
    return {id_: facts for id_, facts in events.items() if facts.event.type in TYPES}


def _time(facts: EventFacts | Said) -> tuple[int, str, int]:
    """When a report came out, for order; the undated stand last."""
    start = facts.event.trigger.start if isinstance(facts, EventFacts) else facts.start
    return (facts.published.start if facts.published else 10**7, facts.report, start)


def _pairs(
    blocks: dict[tuple[object, ...], list[EventFacts]], most: int
) -> Iterator[tuple[EventFacts, EventFacts]]:
    seen: set[tuple[str, str]] = set()
    for key in sorted(blocks, key=repr):
        members = sorted(blocks[key], key=_time)
        if len(members) > most:
            continue
        for at, later in enumerate(members):
            for earlier in members[:at]:
                pair = (earlier.event.id, later.event.id)
                if earlier.report != later.report and pair not in seen:
                    seen.add(pair)
                    yield earlier, later


def _same_events(
    told: dict[str, EventFacts], limits: Limits
) -> tuple[list[Link], list[list[EventFacts]]]:
    """``same_event`` links, each to the earliest telling, and the clusters behind them."""
    blocks: dict[tuple[object, ...], list[EventFacts]] = defaultdict(list)
    for facts in told.values():
        for key in _event_keys(facts):
            blocks[key].append(facts)
    edges: list[tuple[float, EventFacts, EventFacts, Match]] = []
    for earlier, later in _pairs(blocks, limits.block):
        found = _one(earlier, later)
        if found is not None and found.score >= limits.event:
            edges.append((found.score, earlier, later, found))
    edges.sort(key=lambda e: (-e[0], e[1].event.id, e[2].event.id))
    clusters = groups(told, edges)
    best: dict[tuple[str, str], Match] = {}
    for _, earlier, later, found in edges:
        for pair in ((earlier, later), (later, earlier)):
            best.setdefault((pair[0].event.id, pair[1].event.id), found)
    links = []
    for cluster in clusters:
        cluster.sort(key=_time)
        root = cluster[0]
        for later in cluster[1:]:
            found = best.get((root.event.id, later.event.id)) or match(root, later)
            links.append(link("same_event", later, root, found.score, "; ".join(found.reasons)))
    return links, clusters


def _event_keys(facts: EventFacts) -> Iterator[tuple[object, ...]]:
    """The blocks in which an event meets others: where it is, and when or of what matter."""
    if facts.event.status not in REAL | {"planned", "threatened"} or facts.place is None:
        return
    spot = (facts.event.type, facts.place.country, facts.place.name)
    if facts.days is not None and facts.days.length <= 31:
        for month in {facts.days.start // 30, (facts.days.end - 1) // 30}:
            yield ("when", *spot, month)
            yield ("when", facts.event.type, facts.place.country, tuple(facts.topics), month)
    for topic in sorted(facts.topics):
        yield ("what", *spot, topic)
    if facts.event.status in ("planned", "threatened") and facts.published:
        yield ("ahead", *spot, facts.published.start // 30)


def _one(earlier: EventFacts, later: EventFacts) -> Match | None:
    """Whether two reports tell of one event: time and place must both be settled.

    An undated telling of a rare kind at one spot ("the sarin attack in X") is the dated one if it
    is told after it.
    """
    if later.another or earlier.another or conflict(earlier, later):
        return None
    found = match(earlier, later)
    rare = bool(earlier.topics & later.topics)
    if found.day and rare and found.place:
        return found  # a kind of act so rare that the day and the country tell it
    if found.place < 2:
        return None
    if earlier.days is None and later.days is None:
        return found if earlier.event.status == "planned" else None
    if earlier.days is not None and later.days is not None:
        short = max(earlier.days.length, later.days.length) <= 31
        return found if found.day or (short and found.score >= 0.8) else None
    dated, undated = (earlier, later) if earlier.days else (later, earlier)
    told_after = undated.published is not None and dated.days is not None
    if not (told_after and rare and not undated.plural):
        return None
    gap = undated.published.start - dated.days.start  # type: ignore[union-attr]
    if not 0 <= gap <= 200:
        return None
    return Match(min(1.0, found.score + 0.1), (*found.reasons, "told after it"), 2, False)


def _whole_and_parts(told: dict[str, EventFacts], limits: Limits) -> list[Link]:
    """``includes``: "has twice struck" to each single strike, by the same on the same, before."""
    wholes = [e for e in told.values() if e.several and e.event.status in REAL and e.actors]
    parts: dict[tuple[str, str], list[EventFacts]] = defaultdict(list)
    for facts in told.values():
        if facts.event.status in REAL and not facts.several and not facts.plural:
            for side in sorted(facts.actors):
                parts[facts.event.type, side].append(facts)
    links = []
    for whole in sorted(wholes, key=_time):
        for side in sorted(whole.actors):
            members = sorted(parts[whole.event.type, side], key=_time)
            for part in members if len(members) <= limits.block else ():
                found = includes(whole, part) if part.report != whole.report else None
                if found is not None:
                    links.append(link("includes", whole, part, *found))
    return links


def _sayings(views: Sequence[View], links: Iterable[Link], limits: Limits) -> list[Link]:
    """``restates`` and ``repeats`` between reports, each utterance by its fullest telling."""
    best = _fullest(views, links)
    blocks: dict[tuple[str, str], list[Said]] = defaultdict(list)
    for said in best:
        if said.who is None or said.who.name is None or said.statement.within:
            continue
        if said.statement.act in ("decline", "disclaim") or not said.keys:
            continue
        for tag in sorted({said.who.side or "", said.who.name} - {""}):
            blocks[said.statement.act, tag].append(said)
    found: list[Link] = []
    seen: set[tuple[str, str]] = set()
    for key in sorted(blocks):
        members = sorted(blocks[key], key=_time)
        for at, later in enumerate(members):
            # The nearest telling before, so that a chain of repeats is not told as its square.
            for earlier in reversed(members[max(0, at - limits.block) : at]):
                pair = (earlier.statement.id, later.statement.id)
                if earlier.report == later.report or pair in seen:
                    continue
                one = _saying(earlier, later)
                if one is not None:
                    seen.add(pair)
                    found.append(one)
                    break
    return found


def _saying(earlier: Said, later: Said) -> Link | None:
    again = told_again(earlier, later)
    if again is not None:
        return link("restates", later, earlier, *again)
    if another_occasion(earlier, later):
        again = repeated(earlier, later)
        if again is not None:
            return link("repeats", later, earlier, *again)
    return None


def _fullest(views: Sequence[View], links: Iterable[Link]) -> list[Said]:
    """Of each utterance of a report the telling that quotes most."""
    said = {id_: s for seen in views for id_, s in seen.said.items()}
    root = {one.from_: one.to for one in links if one.kind == "restates"}
    best: dict[str, Said] = {}
    for id_ in sorted(said):
        one = said[id_]
        top = root.get(id_, id_)
        rank = (one.statement.quote == "direct", len(one.text))
        if top not in best or rank > (best[top].statement.quote == "direct", len(best[top].text)):
            best[top] = one
    return [best[top] for top in sorted(best)]


def _denied_elsewhere(
    views: Sequence[View], links: Iterable[Link], clusters: Sequence[Sequence[EventFacts]]
) -> list[Link]:
    """``denies``: a denial of an event also denies what other reports tell of that event."""
    said = {id_: s for seen in views for id_, s in seen.said.items()}
    at = {facts.event.id: cluster for cluster in clusters for facts in cluster}
    found = []
    for one in sorted(links, key=lambda one: (one.from_, one.to)):
        denial = said.get(one.from_)
        if one.kind != "denies" or denial is None:
            continue
        for other in at.get(one.to, ()):
            if other.report != denial.report and other.event.status != "denied":
                named = quote(other.event.trigger.text)
                why = f"the {named} is the event that it denies: {one.why}"
                found.append(link("denies", denial, other, min(one.score, 0.8), why))
    return found
