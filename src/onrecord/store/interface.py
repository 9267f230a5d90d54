"""The record on disk as the rest of the program sees it, whatever keeps it.

Obtained from ``open_store(path)`` and used in a ``with`` block. Every method may raise StoreError
(StoreLocked where another process is writing, after a wait); questions may raise QueryError.
Answers are iterators: they read the record as it is gone through, and end with the store; what is
wrong with a question is told when its first row is asked for.
The order of every answer is fixed by what the record holds, not by how it came there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from types import TracebackType
from typing import TYPE_CHECKING, Any, Protocol, Self

from onrecord.records import Link, ReportRecord
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
from onrecord.store.pages import Facets, Page, Paging
from onrecord.store.rereading import Rereading
from onrecord.store.rows import (
    ActorRow,
    Added,
    Correctable,
    Correction,
    Decided,
    EventRow,
    Found,
    Info,
    PlaceRow,
    ReportRow,
    SearchHit,
    StatementRow,
    Taken,
    TimelineRow,
    TimeRow,
    WarningRow,
)
from onrecord.store.viewrows import (
    Bound,
    CopyRow,
    Dispute,
    Doubts,
    Happening,
    HappeningPage,
    Joined,
    LedgerRow,
    LinkRow,
    News,
    Origin,
    OriginsPage,
    Repeated,
    Reversal,
    Said,
    SilenceRow,
    SpeakerPage,
)

if TYPE_CHECKING:
    # these load sqlite3, which those who use no store go without
    from onrecord.store.density import DayCount, Lanes
    from onrecord.store.linkindex import LinkIndex


class Store(Protocol):
    """A record: reports and what they give, added to and asked, never overwritten."""

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...

    def close(self) -> None:
        """Ends the use of the store; what was added is kept. Closing twice does nothing."""

    # Keeping

    def add(self, record: ReportRecord) -> Added:
        """Keeps a report and its items, all or nothing.

        A report that is there already is left as it is. One with the URL of an earlier report, or
        its outlet, title and date, and another text, becomes a later version of it. RecordError
        (SpanError) where the record is not sound: a span that misquotes, an id that is no item's.
        """

    def add_links(self, links: Iterable[Link]) -> int:
        """Keeps links between items or reports that are there; how many of them were new."""

    def has(self, report_id: str) -> bool:
        """Whether the report is in the record."""

    def has_source(self, path: str, sha256: str) -> bool:
        """Whether ``add_source`` told of this file, or whatever ``path`` names, as it is now."""

    def add_source(self, path: str, sha256: str, reports: int) -> None:
        """Notes that all of a source is in the record, so that a later run can pass it over.

        ``sha256`` is of its bytes, and of the options too where they change what is read.
        """

    def correct(
        self,
        item_id: str,
        field: str,
        value: str,
        *,
        reason: str,
        by: str,
        reread: Rereading | None = None,
    ) -> Correction:
        """Keeps a person's decision about a field of an item, by which it stands from now on.

        ``value`` is JSON. What was read stays beside it. Without ``reread`` a report whose date is
        corrected has no settled days left that rested on the former date. RecordError where the
        item has no such field, the field no such value, or stands so already.
        """

    def undo(
        self, number: int, *, reason: str, by: str, reread: Rereading | None = None
    ) -> Correction:
        """Undoes a correction, which is kept; what the others come to stands from now on.

        RecordError where it is undone already, or where a later one rests on it.
        """

    def corrections(self, item_id: str | None = None) -> Iterator[Correction]:
        """Every decision in the order taken, undone ones too; of one item where it is given."""

    def decided(self, item_id: str | None = None) -> Iterator[Decided]:
        """The same with the words of the items, to be taken to another record."""

    def take(self, lines: Iterable[Any], *, reread: Rereading | None = None) -> Iterator[Taken]:
        """Takes decisions of another record of the same reports, each wholly or not at all.

        Each of ``lines`` is the JSON object of a ``Decided``. Nothing is taken while nobody goes
        through what is given back.
        """

    def correctable(self, item_id: str) -> tuple[Correctable, ...]:
        """The fields of an item, or of a report, that may be corrected."""

    # Asking

    def reports(self, asked: ReportFilter | None = None, /) -> Iterator[ReportRow]:
        """Reports by date, undated ones last."""

    def statements(self, asked: StatementFilter | None = None, /) -> Iterator[StatementRow]:
        """Statements by day, then in the order of their report."""

    def events(self, asked: EventFilter | None = None, /) -> Iterator[EventRow]:
        """Events by day, then in the order of their report."""

    def timeline(self, asked: TimelineFilter | None = None, /) -> Iterator[TimelineRow]:
        """Events and statements together by day, undated ones last."""

    def warnings(self, asked: WarningFilter | None = None, /) -> Iterator[WarningRow]:
        """The ledger of warnings and threats by day."""

    def actors(self, asked: ActorFilter | None = None, /) -> Iterator[ActorRow]:
        """Actors of the record, those of most statements first; reports' unnamed ones apart."""

    def places(self, asked: PlaceFilter | None = None, /) -> Iterator[PlaceRow]:
        """Places of the record, the most often mentioned first."""

    def times(self, asked: TimeFilter | None = None, /) -> Iterator[TimeRow]:
        """Time expressions in the order of their reports."""

    def search(self, words: str, *, limit: int | None = 20) -> Iterator[SearchHit]:
        """Sentences of reports that hold the words, the best first, at most ``limit``.

        "A phrase" in double quotes, a prefix with ``*``; every word is wanted in the report.
        QueryError where there is no word.
        """

    def get(self, item_id: str) -> Found:
        """The item or report of this id, or the only one that the id begins.

        An actor of the record ("record:a…") is given as its first report has it.
        QueryError where there is none, or several.
        """

    def record(self, report_id: str) -> ReportRecord:
        """Everything that a report gave, with its own actors. QueryError where there is none."""

    def export(self) -> Iterator[ReportRecord]:
        """Every report's record with the record's actors, by date and id, versions included.

        An actor's id, name, kind, country and aliases are the record's, shared by reports; its
        mentions and roles are those of the report at hand.
        """

    def links(self) -> Iterator[Link]:
        """Links between reports, those that no report's own record holds."""

    # Views over many reports. What they tell of reports added since the last linking is missing.

    def happenings(self, asked: EventFilter | None = None, /) -> Iterator[Happening]:
        """Events by day, each once however many reports carry it.

        An event answers where any of its tellings does, and is given with all of them.
        """

    def chronicle(self, asked: TimelineFilter | None = None, /) -> Iterator[Happening | Said]:
        """Events and utterances by day, each once however many reports carry it."""

    def days(self, asked: TimelineFilter, lanes: Lanes, /) -> Iterator[DayCount]:
        """How many items that state their day there are on which days, by type or by actor."""

    def happening(self, event_id: str) -> HappeningPage:
        """All about the event that this id, of any of its tellings, belongs to."""

    def disputes(self, asked: EventFilter | None = None, /) -> Iterator[Dispute]:
        """What is denied, contradicted or undercut, the latest first."""

    def origins(self, item_id: str) -> OriginsPage:
        """How a claim or an event came into the record: each telling's chain, and the origins."""

    def origins_of(self, report_ids: Iterable[str]) -> tuple[Origin, ...]:
        """Reports by independent origin."""

    def copies(self, report_id: str | None = None) -> Iterator[CopyRow]:
        """Reports that copy others, the nearest first; of one report where it is given."""

    def ledger(self, asked: WarningFilter | None = None, /) -> Iterator[LedgerRow]:
        """Warnings and threats by day, each utterance once, with what came of it."""

    def silences(self, asked: StatementFilter | None = None, /) -> Iterator[SilenceRow]:
        """Who declined to comment or knew of nothing, by day, and what they said afterwards."""

    def speaker(self, who: str) -> SpeakerPage:
        """All that an actor (a name, or a record's actor's id) said. QueryError where nobody is
        so called."""

    def said(self, asked: StatementFilter, paging: Paging, /) -> Page[Repeated]:
        """Some of the utterances asked for, each once, later occasions beside the first; not
        counted beforehand: ``total`` is one more than are shown where there are more."""

    def reversals(self, who: str) -> tuple[Reversal, ...]:
        """Where an actor went back on what it had said, by day."""

    def bounds(self) -> Iterator[Bound]:
        """Between which days undated reports must have come out, as far as others tell."""

    def joined(self, item_id: str) -> tuple[Joined, ...]:
        """Every link from or to an item, within its report and across, with its ends."""

    def linked(
        self, item_id: str | None = None, /, *, kinds: Sequence[str] = (), limit: int | None = None
    ) -> Iterator[LinkRow]:
        """Links with their ends: of an item, or of a report and all in it, or of the record; of
        ``kinds``, or of all. QueryError where there is no such item or kind."""

    def doubtful(self, kinds: Sequence[str], paging: Paging, /) -> Doubts:
        """What the record is least sure of, the most doubtful first; ``kinds`` of it, or all."""

    def news(
        self, since: str, /, *, kinds: Sequence[str] = (), limit: int | None = None
    ) -> Iterator[News]:
        """What came in since a day or a moment in UTC, kind by kind, ``limit`` of each at most."""

    def news_counts(self, since: str, /) -> dict[str, int]:
        """How much of each kind came in since."""

    def linking(
        self, *, limit: int, few: Mapping[int, int] | None = None
    ) -> AbstractContextManager[LinkIndex]:
        """The tables of the linking stage, in one transaction; see ``LinkIndex``."""

    def info(self) -> Info:
        """What the record holds, how much, and since when."""

    # Parts of the long answers. A filter's ``limit`` is of no effect on them.

    def reports_page(self, asked: ReportFilter, paging: Paging, /) -> Page[ReportRow]:
        """Some of the reports asked for."""

    def statements_page(self, asked: StatementFilter, paging: Paging, /) -> Page[StatementRow]:
        """Some of the statements asked for."""

    def events_page(self, asked: EventFilter, paging: Paging, /) -> Page[EventRow]:
        """Some of the events asked for."""

    def actors_page(self, asked: ActorFilter, paging: Paging, /) -> Page[ActorRow]:
        """Some of the actors asked for; always those of most statements first."""

    def places_page(self, asked: PlaceFilter, paging: Paging, /) -> Page[PlaceRow]:
        """Some of the places asked for; always the most often mentioned first."""

    def elsewhere(self, report_id: str) -> dict[str, int]:
        """Of each item of the report that has any, how many links it has to items of others."""

    def facets(self, asked: ReportFilter | StatementFilter | EventFilter, /) -> Facets:
        """By what the answer may be narrowed, and how many rows that would leave."""
