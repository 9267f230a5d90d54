"""Hits made into the rows of an answer, many at a time."""

from __future__ import annotations

import heapq
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar, get_args

from onrecord.store.filters import (
    EventFilter,
    StatementFilter,
    TimelineFilter,
    WarningFilter,
)
from onrecord.store.items import Hit, find_events, find_statements
from onrecord.store.load import (
    load_events,
    load_links_of,
    load_places,
    load_statements,
    made,
    quotes,
    rows,
)
from onrecord.store.rows import (
    ActorRef,
    EventRow,
    Match,
    ReportRef,
    StatementRow,
    TimelineRow,
    WarningRow,
)

CHUNK = 200
"""Rows whose parts are looked up together: enough that a lookup's cost is shared, and few enough
that their reports' texts are small in memory."""

REF = "id, outlet, title, published, published_basis, url, language, version_of"
"""The columns of a ReportRef."""

T = TypeVar("T")


def chunks(items: Iterable[T], size: int = CHUNK) -> Iterator[list[T]]:
    """The items, ``size`` at a time."""
    left = iter(items)
    while chunk := list(islice(left, size)):
        yield chunk


def report_refs(db: sqlite3.Connection, nums: Iterable[int]) -> dict[int, ReportRef]:
    """References to reports, by number."""
    sql = f"SELECT num, {REF} FROM report WHERE num IN {{nums}}"
    return {num: ReportRef(*fields) for num, *fields in rows(db, sql, set(nums))}


def actor_refs(db: sqlite3.Connection, nums: Iterable[int | None]) -> dict[int | None, ActorRef]:
    """References to actors, by number; nothing for None."""
    sql = (
        "SELECT actor.num, item.id, actor_record.id, name, actor.kind, country, sector, named "
        "FROM actor JOIN item USING (num) JOIN actor_record ON actor_record.actor = num "
        "WHERE num IN {nums}"
    )
    found = {num for num in nums if num is not None}
    return {
        num: made(ActorRef, *fields, bool(named)) for num, *fields, named in rows(db, sql, found)
    }


def _why(hit: Hit) -> tuple[Match, ...]:
    given = set(hit.why.split(",")) if hit.why else set()
    if "content" in given:
        # what is in the content is in the sentence, and in the report
        given -= {"sentence", "report"}
    if "sentence" in given:
        given -= {"report"}
    return tuple(match for match in get_args(Match) if match in given)


def statement_rows(db: sqlite3.Connection, hits: Sequence[Hit]) -> Iterator[StatementRow]:
    """The rows of at most a chunk of hits, in their order."""
    nums = [hit.num for hit in hits]
    words = quotes(db, nums)
    found = load_statements(db, nums, words)
    sql = "SELECT num, report, source_actor, addressee FROM statement WHERE num IN {nums}"
    refers = {num: refs for num, *refs in rows(db, sql, nums)}
    reports = report_refs(db, (report for report, _, _ in refers.values()))
    actors = actor_refs(db, (actor for _, *pair in refers.values() for actor in pair))
    for hit in hits:
        report, speaker, addressee = refers[hit.num]
        yield StatementRow(
            statement=found[hit.num],
            report=reports[report],
            speaker=actors.get(speaker),
            addressee=actors.get(addressee),
            sentence=words[hit.num]["sentence"][0],
            day=hit.day,
            basis=hit.basis,
            matched=_why(hit),
        )


def event_rows(db: sqlite3.Connection, hits: Sequence[Hit]) -> Iterator[EventRow]:
    """The rows of at most a chunk of hits, in their order."""
    nums = [hit.num for hit in hits]
    words = quotes(db, nums)
    found = load_events(db, nums, words)
    sql = (
        "SELECT event.num, event.report, where_place, source_actor FROM event "
        "LEFT JOIN statement ON statement.num = on_word_of WHERE event.num IN {nums}"
    )
    refers = {num: refs for num, *refs in rows(db, sql, nums)}
    sql = "SELECT event, side, actor FROM event_actor WHERE event IN {nums} ORDER BY event, side, n"
    sides = list(rows(db, sql, nums))
    own: dict[tuple[int, str], list[ActorRef]] = defaultdict(list)
    reports = report_refs(db, (report for report, _, _ in refers.values()))
    places = load_places(db, {place for _, place, _ in refers.values() if place is not None})
    actors = actor_refs(db, [*(s for _, _, s in refers.values()), *(a for _, _, a in sides)])
    for event, side, actor in sides:
        own[event, side].append(actors[actor])
    for hit in hits:
        report, place, source = refers[hit.num]
        yield EventRow(
            event=found[hit.num],
            report=reports[report],
            actors=tuple(own[hit.num, "actor"]),
            recipients=tuple(own[hit.num, "recipient"]),
            place=places.get(place),
            word_of=actors.get(source),
            sentence=words[hit.num]["sentence"][0],
            day=hit.day,
            basis=hit.basis,
            matched=_why(hit),
        )


def statements(db: sqlite3.Connection, asked: StatementFilter) -> Iterator[StatementRow]:
    """The statements asked for."""
    for hits in chunks(find_statements(db, asked)):
        yield from statement_rows(db, hits)


def events(db: sqlite3.Connection, asked: EventFilter) -> Iterator[EventRow]:
    """The events asked for."""
    for hits in chunks(find_events(db, asked)):
        yield from event_rows(db, hits)


def timeline(db: sqlite3.Connection, asked: TimelineFilter) -> Iterator[TimelineRow]:
    """Events and statements, merged by day."""
    streams: list[Iterator[tuple[Hit, bool]]] = []
    common = {
        name: getattr(asked, name)
        for name in ("by", "to", "about", "outlet", "report", "since", "until", "versions")
    }
    if asked.events:
        found = find_events(db, EventFilter(at=asked.at, **common))
        streams.append((hit, True) for hit in found)
    if asked.statements and asked.at is None:
        found = find_statements(db, StatementFilter(**common))
        streams.append((hit, False) for hit in found)
    merged = heapq.merge(*streams, key=lambda pair: pair[0].order())
    kept = (pair for pair in merged if not asked.dated or pair[0].basis == "stated")
    for chunk in chunks(islice(kept, asked.limit)):
        happened = event_rows(db, [hit for hit, is_event in chunk if is_event])
        said = statement_rows(db, [hit for hit, is_event in chunk if not is_event])
        for hit, is_event in chunk:
            item = next(happened) if is_event else next(said)
            yield TimelineRow(hit.day, hit.basis, item)


def warnings(db: sqlite3.Connection, asked: WarningFilter) -> Iterator[WarningRow]:
    """Warnings and threats, with their links."""
    fields = {name: getattr(asked, name) for name in asked.__slots__}
    query = StatementFilter(act=("warn", "threaten"), **fields)
    for hits in chunks(find_statements(db, query)):
        found = list(statement_rows(db, hits))
        links = load_links_of(db, [row.statement.id for row in found])
        for row in found:
            yield WarningRow(row, links[row.statement.id])
