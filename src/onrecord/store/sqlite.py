"""The record in one SQLite file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import ParamSpec, Self, TypeVar

from onrecord.errors import RecordError, StoreError
from onrecord.records import Link, ReportRecord
from onrecord.store import (
    actorlist,
    answer,
    elsewhere,
    found,
    listing,
    load,
    placelist,
    rows,
    write,
)
from onrecord.store import facets as faceting
from onrecord.store import paging as pagings
from onrecord.store import search as searching
from onrecord.store.check import check_record
from onrecord.store.connect import connect, explained
from onrecord.store.correcting import now
from onrecord.store.filters import (
    ActorFilter,
    EventFilter,
    PlaceFilter,
    ReportFilter,
    StatementFilter,
    TimeFilter,
    TimelineFilter,
    WarningFilter,
)
from onrecord.store.items import STANDING
from onrecord.store.merged import Merger, with_record_actors
from onrecord.store.pages import Facets, Page, Paging
from onrecord.store.sqlite_corrections import SqliteCorrections
from onrecord.store.sqlite_views import SqliteViews

P = ParamSpec("P")
T = TypeVar("T")


class SqliteStore(SqliteCorrections, SqliteViews):
    """A ``Store`` (see interface.py) in a file; made by ``open_store``."""

    def __init__(self, path: str | Path, *, write: bool) -> None:
        self.path = Path(path)
        self._write = write
        self._open: sqlite3.Connection | None = connect(self.path, write=write)

    @property
    def _db(self) -> sqlite3.Connection:
        if self._open is None:
            raise StoreError(f"{self.path} is closed")
        return self._open

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        if self._open is not None:
            self._open.close()
            self._open = None

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all that is done in the block, or nothing."""
        if not self._write:
            raise StoreError(f"{self.path} was opened for reading only")
        db = self._db
        with explained(self.path):
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
                db.execute("COMMIT")
            except BaseException as error:
                if db.in_transaction:
                    db.execute("ROLLBACK")
                if isinstance(error, sqlite3.IntegrityError):
                    raise RecordError(f"the record refuses it: {error}") from error
                if isinstance(error, UnicodeEncodeError):
                    raise RecordError(
                        f"half a surrogate pair is no text: {error.object!r}"
                    ) from None
                raise

    def _asked(self, ask: Callable[P, Iterator[T]], *args: P.args, **kw: P.kwargs) -> Iterator[T]:
        with explained(self.path):
            yield from ask(*args, **kw)

    # Keeping

    def add(self, record: ReportRecord) -> rows.Added:
        check_record(record)
        report = record.report
        with self._writing() as db:
            if self.has(report.id):
                return rows.Added(report.id, "there", differs=write.differing(db, report))
            earlier = write.earlier_version(db, report)
            received = report.received or now()
            write.insert_record(db, record, earlier, received)
        return rows.Added(report.id, "version" if earlier else "new", version_of=earlier)

    def add_links(self, links: Iterable[Link]) -> int:
        with self._writing() as db:
            return sum(write.insert_link(db, link, None) for link in links)

    def has(self, report_id: str) -> bool:
        return self._there("report WHERE id = ?", report_id)

    def has_source(self, path: str, sha256: str) -> bool:
        return self._there("source WHERE path = ? AND sha256 = ?", path, sha256)

    def _there(self, what: str, *values: str) -> bool:
        with explained(self.path):
            return self._db.execute(f"SELECT 1 FROM {what}", values).fetchone() is not None

    def add_source(self, path: str, sha256: str, reports: int) -> None:
        row = (path, sha256, reports, now())
        with self._writing() as db:
            db.execute("INSERT INTO source VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", row)

    # Asking

    def reports(self, asked: ReportFilter | None = None, /) -> Iterator[rows.ReportRow]:
        return self._asked(listing.reports, self._db, asked or ReportFilter())

    def statements(self, asked: StatementFilter | None = None, /) -> Iterator[rows.StatementRow]:
        return self._asked(answer.statements, self._db, asked or StatementFilter())

    def events(self, asked: EventFilter | None = None, /) -> Iterator[rows.EventRow]:
        return self._asked(answer.events, self._db, asked or EventFilter())

    def timeline(self, asked: TimelineFilter | None = None, /) -> Iterator[rows.TimelineRow]:
        return self._asked(answer.timeline, self._db, asked or TimelineFilter())

    def warnings(self, asked: WarningFilter | None = None, /) -> Iterator[rows.WarningRow]:
        return self._asked(answer.warnings, self._db, asked or WarningFilter())

    def actors(self, asked: ActorFilter | None = None, /) -> Iterator[rows.ActorRow]:
        return self._asked(actorlist.actors, self._db, asked or ActorFilter())

    def places(self, asked: PlaceFilter | None = None, /) -> Iterator[rows.PlaceRow]:
        return self._asked(placelist.places, self._db, asked or PlaceFilter())

    def times(self, asked: TimeFilter | None = None, /) -> Iterator[rows.TimeRow]:
        return self._asked(listing.times, self._db, asked or TimeFilter())

    def search(self, words: str, *, limit: int | None = 20) -> Iterator[rows.SearchHit]:
        return self._asked(searching.search, self._db, words, limit)

    def get(self, item_id: str) -> rows.Found:
        with explained(self.path):
            return found.get(self._db, item_id)

    def record(self, report_id: str) -> ReportRecord:
        with explained(self.path):
            return load.load_record(self._db, found.report_number(self._db, report_id))

    def export(self) -> Iterator[ReportRecord]:
        return self._asked(self._export)

    def _export(self) -> Iterator[ReportRecord]:
        db, merger = self._db, Merger(self._db)
        # all that is there now, so that what another process adds meanwhile is left out whole
        nums = db.execute(
            f"SELECT num FROM report r WHERE {STANDING} ORDER BY coalesce(published, '~'), id"
        )
        for (num,) in nums.fetchall():
            record = load.load_record(db, num)
            actors = db.execute("SELECT num FROM actor WHERE report = ? ORDER BY num", (num,))
            yield with_record_actors(merger, record, [actor for (actor,) in actors])

    def links(self) -> Iterator[Link]:
        with explained(self.path):
            between = load.load_links(self._db, "report IS NULL", ())
        return iter(sorted(between, key=lambda x: (x.kind, x.from_, x.to, x.slot or "")))

    def info(self) -> rows.Info:
        with explained(self.path):
            return found.info(self._db, self.path)

    def reports_page(self, asked: ReportFilter, paging: Paging, /) -> Page[rows.ReportRow]:
        with explained(self.path):
            return pagings.reports(self._db, asked, paging)

    def statements_page(self, asked: StatementFilter, paging: Paging, /) -> Page[rows.StatementRow]:
        with explained(self.path):
            return pagings.statements(self._db, asked, paging)

    def events_page(self, asked: EventFilter, paging: Paging, /) -> Page[rows.EventRow]:
        with explained(self.path):
            return pagings.events(self._db, asked, paging)

    def actors_page(self, asked: ActorFilter, paging: Paging, /) -> Page[rows.ActorRow]:
        with explained(self.path):
            return pagings.actors(self._db, asked, paging)

    def places_page(self, asked: PlaceFilter, paging: Paging, /) -> Page[rows.PlaceRow]:
        with explained(self.path):
            return pagings.places(self._db, asked, paging)

    def elsewhere(self, report_id: str) -> dict[str, int]:
        with explained(self.path):
            return elsewhere.elsewhere(self._db, report_id)

    def facets(self, asked: ReportFilter | StatementFilter | EventFilter, /) -> Facets:
        with explained(self.path):
            match asked:
                case ReportFilter():
                    return faceting.reports(self._db, asked)
                case StatementFilter():
                    return faceting.statements(self._db, asked)
                case EventFilter():
                    return faceting.events(self._db, asked)
