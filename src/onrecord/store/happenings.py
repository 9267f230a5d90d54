"""Events, each once however many reports carry it."""

from __future__ import annotations

import heapq
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from onrecord.errors import QueryError
from onrecord.records import Link, Place
from onrecord.store.answer import chunks, event_rows
from onrecord.store.filters import EventFilter
from onrecord.store.found import full_id
from onrecord.store.items import find_events
from onrecord.store.joining import hits_of, id_of, join, links_of, numbers
from onrecord.store.load import rows
from onrecord.store.originating import origins_of
from onrecord.store.rows import ActorRef, Basis, EventRow
from onrecord.store.viewrows import Happening, HappeningPage, Joined, Toll

CLAIMING = frozenset({"claims", "about", "threatens"})


def happenings(db: sqlite3.Connection, asked: EventFilter) -> Iterator[Happening]:
    """The events asked for by day, an event answering where any of its tellings does."""
    for chunk in chunks(islice(_leads(db, asked), asked.limit)):
        yield from load_happenings(db, chunk)


def _leads(db: sqlite3.Connection, asked: EventFilter) -> Iterator[int]:
    """The leads in the order of the days that their tellings settle.

    A telling comes no later than the day of its event, which is the narrowest told; so that those
    at hand can be put in order before all have been read.
    """
    seen: set[int] = set()
    waiting: list[tuple[bool, str, int, int]] = []
    count = 0
    for hits in chunks(find_events(db, replace(asked, limit=None))):
        at = _placed(db, [hit.num for hit in hits])
        for hit in hits:
            lead, day = at.get(hit.num, (hit.num, hit.day))
            if lead in seen:
                continue
            seen.add(lead)
            count += 1
            heapq.heappush(waiting, (day is None, day or "", count, lead))
            while waiting and waiting[0][:2] <= (hit.day is None, hit.day or ""):
                yield heapq.heappop(waiting)[3]
    while waiting:
        yield heapq.heappop(waiting)[3]


def _placed(db: sqlite3.Connection, nums: Sequence[int]) -> dict[int, tuple[int, str | None]]:
    sql = (
        "SELECT t.event, t.lead, h.day FROM telling t JOIN happening h ON h.lead = t.lead "
        "WHERE t.event IN {nums}"
    )
    return {event: (lead, day) for event, lead, day in rows(db, sql, nums)}


def load_happenings(db: sqlite3.Connection, leads: Sequence[int]) -> Iterator[Happening]:
    """The events for which these tellings stand, in their order."""
    tellings: dict[int, list[int]] = {lead: [] for lead in leads}
    for event, lead in rows(db, "SELECT event, lead FROM telling WHERE lead IN {nums}", leads):
        tellings[lead].append(event)
    settled = {
        lead: day
        for lead, *day in rows(
            db, "SELECT lead, day, day_end, basis FROM happening WHERE lead IN {nums}", leads
        )
    }
    alone = [lead for lead in leads if not tellings[lead]]
    for lead in alone:
        tellings[lead] = [lead]
    sql = "SELECT num, day, day_end, basis FROM event WHERE num IN {nums}"
    settled |= {num: day for num, *day in rows(db, sql, alone)}
    hits = hits_of(db, [event for members in tellings.values() for event in members])
    made = dict(zip(hits, event_rows(db, [hit for _, hit in hits.values()]), strict=True))
    merged = _merged(db, made)
    for lead in leads:
        told = sorted((made[event] for event in tellings[lead]), key=_order)
        day, end, basis = settled[lead]
        yield _happening(db, made[lead], told, (day, end, basis), merged)


def _order(row: EventRow) -> tuple[str, str, int]:
    return (row.report.published or "~", row.report.id, row.event.trigger.start)


def _merged(db: sqlite3.Connection, made: dict[int, EventRow]) -> dict[str, list[Link]]:
    """The links by which tellings are one, by their from-side; only where there are several."""
    found: dict[str, list[Link]] = defaultdict(list)
    if len(made) > 1:
        for link in links_of(db, [row.event.id for row in made.values()]):
            if link.kind == "same_event":
                found[link.from_].append(link)
    return found


def _happening(
    db: sqlite3.Connection,
    lead: EventRow,
    told: Sequence[EventRow],
    days: tuple[str | None, str | None, Basis | None],
    merged: dict[str, list[Link]],
) -> Happening:
    reports = sorted({row.report.id for row in told})
    ids = {row.event.id for row in told}
    return Happening(
        id=lead.event.id,
        lead=lead,
        tellings=tuple(told),
        day=days[0],
        day_end=days[1],
        basis=days[2],
        whens=tuple(dict.fromkeys(row.event.when for row in told if row.event.when)),
        place=_place(told),
        actors=_actors(actor for row in told for actor in row.actors),
        recipients=_actors(actor for row in told for actor in row.recipients),
        statuses=_by_count(row.event.status for row in told),
        tolls=tuple(
            Toll(count.what, count.low, count.high, count.span.text, row)
            for row in told
            for count in row.event.counts
        ),
        reports=len(reports),
        origins=origins_of(db, reports),
        merged=tuple(x for row in told for x in merged.get(row.event.id, ()) if x.to in ids),
    )


def _by_count(values: Iterable[str]) -> tuple[str, ...]:
    counts = Counter(values)
    return tuple(sorted(counts, key=lambda value: (-counts[value], value)))


def _actors(actors: Iterable[ActorRef]) -> tuple[ActorRef, ...]:
    """The record's actors among them, each once, those told of most first.

    Of unnamed ones that are called alike the first stands for all: nobody says that they are one,
    and "people" ten times over tells no more.
    """
    found: dict[str, ActorRef] = {}
    counts: Counter[str] = Counter()
    for actor in actors:
        key = actor.record_id if actor.named else f"unnamed {actor.name}"
        found.setdefault(key, actor)
        counts[key] += 1
    order = sorted(found, key=lambda id_: (-counts[id_], found[id_].kind == "other", id_))
    return tuple(found[id_] for id_ in order)


def _place(told: Iterable[EventRow]) -> Place | None:
    """The place most often told of, a town before the area that it lies in."""
    places = [row.place for row in told if row.place is not None]
    if not places:
        return None
    counts = Counter(place.name for place in places)
    # A province and its capital share a name, and who tells of the one may be taken for the other.
    areas = {place.name for place in places if _area(place)}

    def rank(place: Place) -> tuple[bool, bool, bool, int, str, int]:
        known = place.lat is None, -counts[place.name], place.name, place.span.start
        return (_area(place), place.name in areas, *known)

    return min(places, key=rank)


def _area(place: Place) -> bool:
    return (place.feature or "A").startswith(("A", "L"))


def of(db: sqlite3.Connection, event_id: str) -> Happening:
    """The event that a telling belongs to."""
    id_ = full_id(db, event_id)
    num = numbers(db, [id_]).get(id_)
    row = db.execute("SELECT lead FROM event_lead WHERE event = ?", (num,)).fetchone()
    if row is None:
        raise QueryError(f"{event_id!r} is no event")
    (found,) = load_happenings(db, [row[0]])
    return found


def page(db: sqlite3.Connection, event_id: str) -> HappeningPage:
    """All about the event that a telling belongs to."""
    found = of(db, event_id)
    ids = {row.event.id for row in found.tellings}
    kinds: dict[str, list[Joined]] = defaultdict(list)
    for one in join(db, links_of(db, sorted(ids))):
        kinds[_part(one.link, ids)].append(one)
    words = {row.event.on_word_of for row in found.tellings} - {"reporter"}
    for one in join(db, links_of(db, sorted(words))):
        if one.link.kind in ("denies", "undercuts", "contradicts"):
            part = "conflicts" if one.link.kind == "contradicts" else one.link.kind
            kinds[part].append(one)
    sides = {part: tuple(sorted(_once(found_), key=_when)) for part, found_ in kinds.items()}
    return HappeningPage(
        happening=found,
        claims=sides.get("claims", ()),
        denials=sides.get("denies", ()),
        undercuts=sides.get("undercuts", ()),
        conflicts=sides.get("conflicts", ()),
        related=sides.get("related", ()),
    )


def _part(link: Link, ids: set[str]) -> str:
    if link.kind == "same_event" and {link.from_, link.to} <= ids:
        return "merged"
    if link.kind in CLAIMING and link.to in ids:
        return "claims"
    if link.kind in ("denies", "undercuts") and link.to in ids:
        return link.kind
    return "conflicts" if link.kind == "contradicts" else "related"


def _once(found: Iterable[Joined]) -> list[Joined]:
    return list({(x.link.kind, x.link.from_, x.link.to, x.link.slot): x for x in found}.values())


def _when(one: Joined) -> tuple[str, str, str]:
    row = one.from_
    day = (row.day if row else None) or "~"
    return (day, id_of(row) if row else one.link.from_, one.link.to)
