"""What goes into a dossier: entries with their quotes, and the reports that they stand in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from onrecord import words
from onrecord.records import Actor, Event, Report, Span, Statement
from onrecord.store import Store, TimelineFilter
from onrecord.store.rows import EventRow, ReportRef, StatementRow
from onrecord.store.viewrows import Happening, HappeningPage, Item, Joined, Said

MOST = 500
"""Entries of a dossier that is asked for by a question; a longer one says that it was cut."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Exact words of a report."""

    report: str
    span: Span


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that the record holds. ``notes`` say in words how it is known or what came of it;
    ``beside`` are entries that belong to it: other accounts, denials, answers."""

    day: str
    head: str
    what: str
    quotes: tuple[Quote, ...]
    report: ReportRef
    id: str
    notes: tuple[str, ...] = ()
    beside: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """Entries under a title, and the reports quoted in them by id."""

    title: str
    asked: str
    entries: tuple[Entry, ...]
    reports: dict[str, Report]
    cut: bool = False


def of_items(store: Store, ids: Sequence[str]) -> Dossier:
    """The dossier of items, reports and actors of the record, each with all that belongs to it.

    QueryError where an id is none.
    """
    entries: list[Entry] = []
    titles: list[str] = []
    for id_ in ids:
        title, found = _of_item(store, id_)
        titles.append(title)
        entries += found
    title = titles[0] if len(titles) == 1 else f"{len(titles)} items of the record"
    return _made(store, title, " ".join(ids), entries)


def _event_title(event: Happening) -> str:
    """What, where and when, as far as its accounts tell, and the word that tells it."""
    lead = event.lead
    where = event.place.name if event.place else lead.event.where
    when = words.day_of(event.day, event.basis, event.whens[0] if len(event.whens) == 1 else None)
    told = ", ".join(part for part in (words.what_of(lead).capitalize(), where, when) if part)
    return f"{told}: “{lead.event.trigger.text}”"


def _of_item(store: Store, id_: str) -> tuple[str, list[Entry]]:
    found = store.get(id_)
    item = found.item
    if isinstance(item, Event):
        page = store.happening(item.id)
        return _event_title(page.happening), [_of_happening(page)]
    if isinstance(item, Statement) and isinstance(found.row, StatementRow):
        beside = tuple(_linked(store.joined(item.id), item.id))
        entry = replace(_of_row(found.row), beside=beside)
        return f"{words.speaker_of(found.row)}: {words.what_of(found.row)}", [entry]
    if isinstance(item, Actor):
        name = id_ if id_.startswith("record:") else item.name
        page_ = store.speaker(name)
        entries = [_of_said(said) for said in page_.said]
        entries += [_of_row(row) for row in page_.silences]
        return f"What {page_.actor.name} said", sorted(entries, key=lambda e: e.day)
    report = found.report
    asked = TimelineFilter(report=report.id, versions="all")
    return report.title or report.id, [_of_row(row.item) for row in store.timeline(asked)]


def of_question(store: Store, asked: TimelineFilter, *, title: str | None = None) -> Dossier:
    """The dossier of the events and utterances that a question finds, by day."""
    found = list(islice(store.chronicle(replace(asked, limit=MOST + 1)), MOST + 1))
    entries = [_of_said(x) if isinstance(x, Said) else _of_event(x) for x in found[:MOST]]
    told = ", ".join(
        f"{name} {value}"
        for name in ("about", "by", "to", "at", "outlet", "since", "until")
        if (value := getattr(asked, name))
    )
    made = _made(store, title or (f"The record: {told}" if told else "The record"), told, entries)
    return replace(made, cut=len(found) > MOST)


def _made(store: Store, title: str, asked: str, entries: list[Entry]) -> Dossier:
    ids = sorted({quote.report for entry in _all(entries) for quote in entry.quotes})
    reports = {id_: store.get(id_).report for id_ in ids}
    return Dossier(title, asked, tuple(entries), reports)


def _all(entries: Iterable[Entry]) -> Iterator[Entry]:
    for entry in entries:
        yield entry
        yield from _all(entry.beside)


def _of_row(row: Item, notes: Sequence[str] = ()) -> Entry:
    if isinstance(row, EventRow):
        value, id_ = row.event.when, row.event.id
        what = f"{words.what_of(row)}, {words.status_of(row)}"
        quotes: tuple[Quote, ...] = (Quote(row.report.id, row.sentence),)
    else:
        value, id_ = row.statement.said, row.statement.id
        what = f"{words.what_of(row)}, {words.manner_of(row.statement)}"
        spans = row.statement.content or (row.sentence,)
        quotes = tuple(Quote(row.report.id, span) for span in spans)
    day = words.day_of(row.day, row.basis, value)
    return Entry(day, words.parties_of(row), what, quotes, row.report, id_, tuple(notes))


def _of_said(said: Said) -> Entry:
    entry = _of_row(said.row, [_carried(said.reports, said.origins)])
    others = [row for row in said.tellings if row.statement.id != said.row.statement.id]
    told = [_of_row(row, ["the same utterance"]) for row in others]
    return replace(entry, beside=(*told, *_linked(said.links, said.row.statement.id)))


def _of_event(event: Happening) -> Entry:
    """An event with its accounts."""
    count = _carried(event.reports, len(event.origins))
    notes = [count] if event.reports > 1 else []
    why = {link.from_: link.why for link in event.merged}
    others = [row for row in event.tellings if row.event.id != event.lead.event.id]
    told = [_of_row(row, _one_event(why.get(row.event.id))) for row in others]
    return replace(_of_row(event.lead, notes), beside=tuple(told))


def _one_event(why: str | None) -> list[str]:
    return [f"taken for the same event: {why}"] if why else ["taken for the same event"]


def _of_happening(page: HappeningPage) -> Entry:
    entry = _of_event(page.happening)
    more: list[Entry] = []
    for part in (page.denials, page.conflicts, page.undercuts, page.claims, page.related):
        for one in part:
            more += list(_linked([one], None))
    known = {x.id for x in _all([entry])}
    return replace(entry, beside=(*entry.beside, *(x for x in more if x.id not in known)))


def _linked(joined: Iterable[Joined], own: str | None) -> Iterator[Entry]:
    """The items at the far end of links, with how they are linked."""
    for one in joined:
        ends = [one.from_] if own is None else [
            end for end, id_ in ((one.from_, one.link.from_), (one.to, one.link.to)) if id_ != own
        ]  # fmt: skip
        kind = one.link.kind.replace("_", " ")
        slot = f" ({one.link.slot})" if one.link.slot else ""
        for end in ends:
            if end is not None:
                yield _of_row(end, [f"{kind}{slot}: {one.link.why}"])


def _carried(reports: int, origins: int) -> str:
    noun = "report" if reports == 1 else "reports"
    return f"{reports} {noun}, {origins} {'origin' if origins == 1 else 'origins'}"
