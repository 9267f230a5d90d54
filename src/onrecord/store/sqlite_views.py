"""The views over many reports, of a record in an SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import ParamSpec, TypeVar

from onrecord.store import (
    bounding,
    chronicle,
    density,
    disputing,
    happenings,
    linklist,
    originating,
    speaking,
    speeches,
)
from onrecord.store import doubtful as doubting
from onrecord.store import joining as joins
from onrecord.store import news as newly
from onrecord.store import viewrows as views
from onrecord.store.connect import explained
from onrecord.store.filters import EventFilter, StatementFilter, TimelineFilter, WarningFilter
from onrecord.store.found import full_id
from onrecord.store.linkindex import LinkIndex
from onrecord.store.pages import Page, Paging
from onrecord.store.rows import EventRow

P = ParamSpec("P")
T = TypeVar("T")


class SqliteViews:
    """The part of ``SqliteStore`` that answers about many reports at once."""

    path: Path

    @property
    def _db(self) -> sqlite3.Connection:
        raise NotImplementedError

    def _writing(self) -> AbstractContextManager[sqlite3.Connection]:
        raise NotImplementedError

    def _asked(self, ask: Callable[P, Iterator[T]], *args: P.args, **kw: P.kwargs) -> Iterator[T]:
        with explained(self.path):
            yield from ask(*args, **kw)

    def happenings(self, asked: EventFilter | None = None, /) -> Iterator[views.Happening]:
        return self._asked(happenings.happenings, self._db, asked or EventFilter())

    def chronicle(
        self, asked: TimelineFilter | None = None, /
    ) -> Iterator[views.Happening | views.Said]:
        return self._asked(chronicle.chronicle, self._db, asked or TimelineFilter())

    def days(self, asked: TimelineFilter, lanes: density.Lanes, /) -> Iterator[density.DayCount]:
        return self._asked(density.days, self._db, asked, lanes)

    def happening(self, event_id: str) -> views.HappeningPage:
        with explained(self.path):
            return happenings.page(self._db, event_id)

    def disputes(self, asked: EventFilter | None = None, /) -> Iterator[views.Dispute]:
        return self._asked(disputing.disputes, self._db, asked or EventFilter())

    def origins(self, item_id: str) -> views.OriginsPage:
        with explained(self.path):
            page = originating.page(self._db, item_id)
            if not isinstance(page.about, EventRow):
                return page
            return replace(page, event=happenings.of(self._db, page.about.event.id))

    def origins_of(self, report_ids: Iterable[str]) -> tuple[views.Origin, ...]:
        with explained(self.path):
            return originating.origins_of(self._db, report_ids)

    def copies(self, report_id: str | None = None) -> Iterator[views.CopyRow]:
        return self._asked(originating.copies, self._db, report_id)

    def ledger(self, asked: WarningFilter | None = None, /) -> Iterator[views.LedgerRow]:
        return self._asked(speaking.ledger, self._db, asked or WarningFilter())

    def silences(self, asked: StatementFilter | None = None, /) -> Iterator[views.SilenceRow]:
        return self._asked(speaking.silences, self._db, asked or StatementFilter())

    def speaker(self, who: str) -> views.SpeakerPage:
        with explained(self.path):
            return speaking.speaker(self._db, who)

    def said(self, asked: StatementFilter, paging: Paging, /) -> Page[views.Repeated]:
        with explained(self.path):
            return speeches.said(self._db, asked, paging)

    def reversals(self, who: str) -> tuple[views.Reversal, ...]:
        with explained(self.path):
            return speeches.reversals(self._db, who)

    def bounds(self) -> Iterator[views.Bound]:
        return self._asked(bounding.bounds, self._db)

    def joined(self, item_id: str) -> tuple[views.Joined, ...]:
        with explained(self.path):
            return joins.joined(self._db, full_id(self._db, item_id))

    def linked(
        self, item_id: str | None = None, /, *, kinds: Sequence[str] = (), limit: int | None = None
    ) -> Iterator[views.LinkRow]:
        return self._asked(linklist.listed, self._db, item_id, kinds, limit)

    def doubtful(self, kinds: Sequence[str], paging: Paging, /) -> views.Doubts:
        with explained(self.path):
            return doubting.doubtful(self._db, kinds, paging)

    def news(
        self, since: str, /, *, kinds: Sequence[str] = (), limit: int | None = None
    ) -> Iterator[views.News]:
        return self._asked(newly.news, self._db, since, kinds, limit)

    def news_counts(self, since: str, /) -> dict[str, int]:
        with explained(self.path):
            return newly.counts(self._db, since)

    @contextmanager
    def linking(self, *, limit: int, few: Mapping[int, int] | None = None) -> Iterator[LinkIndex]:
        with self._writing() as db:
            yield LinkIndex(db, limit=limit, few=few)
