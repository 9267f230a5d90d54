"""A store whose views over many reports are made of one report's links alone, told by hand.

The pages are tried with it where what they show is the point, not how it was found.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.errors import QueryError
from onrecord.store import EventFilter, StatementFilter, Store, WarningFilter, open_store
from onrecord.store.rows import EventRow, ReportRef, StatementRow
from onrecord.store.viewrows import (
    Chain,
    CopyRow,
    Dispute,
    Happening,
    HappeningPage,
    Joined,
    LedgerRow,
    Origin,
    OriginsPage,
    SilenceRow,
    Step,
    Toll,
)
from onrecord.web.room import Room

VIEWS = (
    "happenings", "happening", "disputes", "origins", "copies", "ledger", "silences", "joined",
)  # fmt: skip


class Views:
    """The views over ``store``; everything else is the store's own."""

    def __init__(self, store: Store, copies: tuple[CopyRow, ...] = ()) -> None:
        self._store = store
        self._copies = copies

    def __enter__(self) -> Views:
        self._store.__enter__()
        return self

    def __exit__(self, *about: Any) -> None:
        self._store.__exit__(*about)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    def _row(self, item_id: str) -> EventRow | StatementRow | None:
        return self._store.get(item_id).row if ":" in item_id else None

    def joined(self, item_id: str) -> tuple[Joined, ...]:
        found = self._store.get(item_id).links
        return tuple(Joined(link, self._row(link.from_), self._row(link.to)) for link in found)

    def happenings(self, asked: EventFilter | None = None, /) -> Iterator[Happening]:
        return (self._happening(row) for row in self._store.events(asked))

    def _happening(self, row: EventRow) -> Happening:
        event = row.event
        tolls = tuple(Toll(c.what, c.low, c.high, c.span.text, row) for c in event.counts)
        copies = tuple(c.copy for c in self._copies if c.origin.id == row.report.id)
        more = [r for c in copies for r in self._store.events(EventFilter(report=c.id))]
        tellings = (row, *(r for r in more if r.event.trigger == event.trigger))
        return Happening(
            event.id, row, tellings, row.day, None, row.basis, (event.when or "",), row.place,
            row.actors, row.recipients, (event.status,), tolls, len(tellings),
            (Origin(row.report, copies, ("Pelagia",), True),), (),
        )  # fmt: skip

    def happening(self, event_id: str) -> HappeningPage:
        row = self._store.get(event_id).row
        if not isinstance(row, EventRow):
            raise QueryError(f"{event_id!r} is no event")
        joined = self.joined(row.event.id)
        denials = tuple(j for j in joined if j.link.kind == "denies")
        others = tuple(j for j in joined if j.link.kind != "denies")
        return HappeningPage(self._happening(row), (), denials, (), (), others)

    def origins(self, item_id: str) -> OriginsPage:
        row = self._store.get(item_id).row
        if row is None:
            raise QueryError(f"{item_id!r} is told by nobody")
        steps = (Step("outlet", row.report.outlet or "nobody", True, None, None, None),)
        return OriginsPage(row, (Chain(row, steps),), (), 1)

    def copies(self, report_id: str | None = None) -> Iterator[CopyRow]:
        return (
            c for c in self._copies if report_id is None or report_id in (c.copy.id, c.origin.id)
        )

    def disputes(self, asked: EventFilter | None = None, /) -> Iterator[Dispute]:
        for row in self._store.events(asked):
            sides = tuple(j for j in self.joined(row.event.id) if j.link.kind == "denies")
            if sides:
                yield Dispute(row.event.id, row, sides, ("denies",), ("whether",), row.day, 1, 1)

    def ledger(self, asked: WarningFilter | None = None, /) -> Iterator[LedgerRow]:
        for found in self._store.warnings(asked):
            yield LedgerRow(found.row, (), (), (), (), (), (), None, "open", 1, 1)

    def silences(self, asked: StatementFilter | None = None, /) -> Iterator[SilenceRow]:
        for row in self._store.statements(asked):
            if row.statement.act in ("decline", "disclaim"):
                yield SilenceRow(row, None, None)


class FakeRoom(Room):
    """A room whose store has the views above; ``given_copies`` are all that it knows."""

    given_copies: tuple[CopyRow, ...] = ()

    def open(self, *, write: bool = False) -> Any:
        store = open_store(self.path, write=write)
        return store if write else Views(store, self.given_copies)


def ref(store: Store, report_id: str) -> ReportRef:
    """The reference of a report."""
    return next(r.report for r in store.reports() if r.report.id == report_id)
