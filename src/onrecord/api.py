"""The Python API: the same questions as on the command line, answered with typed rows.

``read`` reads without keeping; ``Record`` is a record on disk, added to and asked. Every row that
a question answers carries its evidence: the report, and the spans of its text.
"""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self, TextIO, Unpack

from onrecord.errors import QueryError, RecordError
from onrecord.read.items import Notice, Problem, ignore
from onrecord.read.options import ReadOptions
from onrecord.records import ReportRecord
from onrecord.store import (
    ActorFilter,
    EventFilter,
    ReportFilter,
    StatementFilter,
    TimelineFilter,
    WarningFilter,
    open_store,
)

if TYPE_CHECKING:
    from onrecord.extract.gazetteer import Gazetteer
    from onrecord.questions import (
        ActorQuestion,
        EventQuestion,
        LinkQuestion,
        Question,
        ReportQuestion,
        StatementQuestion,
        TimelineQuestion,
        Told,
    )
    from onrecord.store.rows import (
        ActorRow,
        Added,
        Correctable,
        Correction,
        Decided,
        EventRow,
        Found,
        Info,
        ReportRow,
        SearchHit,
        StatementRow,
        Taken,
        TimelineRow,
        WarningRow,
    )
    from onrecord.store.viewrows import (
        Bound,
        CopyRow,
        Dispute,
        Happening,
        HappeningPage,
        LedgerRow,
        LinkRow,
        News,
        OriginsPage,
        Said,
        SilenceRow,
        SpeakerPage,
    )

PathLike = str | os.PathLike[str]
ExportFormat = Literal["jsonl", "csv", "parquet"]
OnProblem = Callable[[Problem], None]


@dataclass(slots=True)
class Summary:
    """What reading into a record did, in reports; the items are those of new reports."""

    new: int = 0
    there: int = 0
    versions: int = 0
    unread: int = 0
    failed: int = 0
    words: int = 0
    statements: int = 0
    events: int = 0

    @property
    def reports(self) -> int:
        """How many reports were read, new or not."""
        return self.new + self.there

    def count(self, record: ReportRecord, added: Added) -> None:
        """Take one more report into account."""
        if added.status == "there":
            self.there += 1
            return
        self.new += 1
        self.versions += added.status == "version"
        self.unread += not record.report.readable
        self.words += len(record.report.text.split())
        self.statements += len(record.statements)
        self.events += len(record.events)


def read(
    *paths: PathLike,
    gazetteer: PathLike | None = None,
    workers: int = 0,
    on_problem: OnProblem | None = None,
    on_notice: Callable[[Notice], None] = ignore,
    **told: Unpack[Told],
) -> Iterator[ReportRecord]:
    """Read files, folders or patterns, and give each report's record as it is read.

    ``gazetteer`` is a CSV file of places that no atlas knows. More than a few reports are read in
    ``workers`` processes; the script that asks for them then begins by
    ``if __name__ == "__main__":``. What cannot be read is told to
    ``on_problem`` and the rest is read; without ``on_problem`` it is raised, as an InputError.
    """
    from onrecord import pipeline
    from onrecord.workers import Work

    options = ReadOptions(**told)
    records = pipeline.read_records(
        _names(paths),
        options=options,
        gazetteer=_load(gazetteer),
        on_notice=on_notice,
        work=Work(processes=workers),
    )
    for record in records:
        if isinstance(record, ReportRecord):
            yield record
        else:
            _tell(record, on_problem)


class Record:
    """A record on disk, made where there is none and ``write`` is wished; use it in ``with``.

    The questions give iterators that read the record as they are gone through, and end with it.
    Their arguments are described once, in ``onrecord.store.filters``.
    """

    def __init__(self, path: PathLike = "record.db", *, write: bool = False) -> None:
        """Open the record at ``path``; StoreError where it is not one, or is not there."""
        self.path = Path(path)
        self._write = write
        self._store = open_store(self.path, write=write)

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
        """End the use of the record. What was added is kept."""
        self._store.close()

    def add(
        self,
        *paths: PathLike,
        gazetteer: PathLike | None = None,
        workers: int = 0,
        on_problem: OnProblem | None = None,
        on_notice: Callable[[Notice], None] = ignore,
        on_report: Callable[[ReportRecord, Added], None] = lambda record, added: None,
        **told: Unpack[Told],
    ) -> Summary:
        """Read files, folders or patterns into the record, each report whole or not at all.

        A report that is there already is passed over. ``on_report`` is called as each is kept;
        the other arguments are those of ``read``. The record must have been opened to ``write``.
        """
        from onrecord import pipeline
        from onrecord.workers import Work

        summary = Summary()
        items = pipeline.add(
            self._store,
            _names(paths),
            options=ReadOptions(**told),
            gazetteer=_load(gazetteer),
            on_notice=on_notice,
            work=Work(processes=workers),
        )
        for item in items:
            if isinstance(item, Problem):
                summary.failed += 1
                _tell(item, on_problem)
            else:
                summary.count(*item)
                on_report(*item)
        self.relink()
        return summary

    def timeline(self, **asked: Unpack[TimelineQuestion]) -> Iterator[TimelineRow]:
        """Events and statements by day; ``dated`` leaves out what only its report dates."""
        return self._store.timeline(TimelineFilter(**asked))

    def statements(self, **asked: Unpack[StatementQuestion]) -> Iterator[StatementRow]:
        """Who said what: ``by`` whom, ``to`` whom, ``about`` what, in which ``act``."""
        return self._store.statements(StatementFilter(**asked))

    def events(self, **asked: Unpack[EventQuestion]) -> Iterator[EventRow]:
        """Who did what to whom, where and when, and whether that is said to have happened."""
        return self._store.events(EventFilter(**asked))

    def warnings(self, **asked: Unpack[Question]) -> Iterator[WarningRow]:
        """Warnings and threats, with what the record links to them."""
        return self._store.warnings(WarningFilter(**asked))

    def actors(self, **asked: Unpack[ActorQuestion]) -> Iterator[ActorRow]:
        """Who appears, those of most statements first."""
        return self._store.actors(ActorFilter(**asked))

    def reports(self, **asked: Unpack[ReportQuestion]) -> Iterator[ReportRow]:
        """The reports by date, undated ones last."""
        return self._store.reports(ReportFilter(**asked))

    def chronicle(self, **asked: Unpack[TimelineQuestion]) -> Iterator[Happening | Said]:
        """Events and utterances by day, each once however many reports carry it."""
        return self._store.chronicle(TimelineFilter(**asked))

    def happenings(self, **asked: Unpack[EventQuestion]) -> Iterator[Happening]:
        """Events by day, each once, with all its tellings and their independent origins."""
        return self._store.happenings(EventFilter(**asked))

    def happening(self, event_id: str) -> HappeningPage:
        """All about the event that a telling belongs to: claims, denials, what differs."""
        return self._store.happening(event_id)

    def disputes(self, **asked: Unpack[EventQuestion]) -> Iterator[Dispute]:
        """What is denied, contradicted or known nothing of, the latest first."""
        return self._store.disputes(EventFilter(**asked))

    def origins(self, item_id: str) -> OriginsPage:
        """How a claim or an event came into the record: each telling's chain, and the origins."""
        return self._store.origins(item_id)

    def copies(self, report_id: str | None = None) -> Iterator[CopyRow]:
        """Reports that copy others, the nearest first."""
        return self._store.copies(report_id)

    def ledger(self, **asked: Unpack[Question]) -> Iterator[LedgerRow]:
        """Warnings and threats, each utterance once, with what came of it."""
        return self._store.ledger(WarningFilter(**asked))

    def silences(self, **asked: Unpack[StatementQuestion]) -> Iterator[SilenceRow]:
        """Who declined to comment or knew of nothing, and what they said afterwards."""
        return self._store.silences(StatementFilter(**asked))

    def speaker(self, who: str) -> SpeakerPage:
        """All that an actor (a name, or a record's actor's id) said or would not say."""
        return self._store.speaker(who)

    def bounds(self) -> Iterator[Bound]:
        """Between which days undated reports must have come out, as far as others tell."""
        return self._store.bounds()

    def links(self, item_id: str | None = None, **asked: Unpack[LinkQuestion]) -> Iterator[LinkRow]:
        """Links with both ends: of an item, of a report and all in it, or of the whole record."""
        return self._store.linked(item_id, **asked)

    def news(
        self, since: str, *, kinds: Iterable[str] = (), limit: int | None = None
    ) -> Iterator[News]:
        """What came in since a day or a moment in UTC, kind by kind, ``limit`` of each at most."""
        return self._store.news(since, kinds=tuple(kinds), limit=limit)

    def relink(self) -> int:
        """Link what was added or corrected since the last time; how many reports.

        ``add`` does it; after corrections, and where adding was stopped, it is to be called.
        """
        from onrecord.linking import relink

        return relink(self._store)

    def correct(
        self, item_id: str, field: str, value: object, *, reason: str, by: str | None = None
    ) -> Correction:
        """Keep a decision about a field of an item, by which it stands from now on.

        ``value`` may be written as on the command line. What was read stays beside it. ``by`` is
        your name on this machine where it is not given. Of an actor of the record, every report's
        is corrected, and the first of the decisions given back. RecordError names what is allowed.
        """
        from onrecord import pipeline

        return pipeline.correct(
            self._store, item_id, field, value, reason=reason, by=by or own_name()
        )

    def undo(self, number: int, *, reason: str, by: str | None = None) -> Correction:
        """Undo a correction, which is kept; what the others come to stands from now on."""
        from onrecord import pipeline

        return pipeline.undo(self._store, number, reason=reason, by=by or own_name())

    def corrections(self, item_id: str | None = None) -> Iterator[Decided]:
        """Every decision in the order taken, undone ones too; of one item where it is given."""
        return self._store.decided(item_id)

    def take(self, decisions: Iterable[object]) -> Iterator[Taken]:
        """Take decisions from another record of the same reports: its ``corrections`` as JSON.

        Each is taken wholly or not at all, and none before the answer is gone through.
        """
        from onrecord import pipeline

        return pipeline.take(self._store, decisions)

    def correctable(self, item_id: str) -> tuple[Correctable, ...]:
        """The fields of an item, or of a report, that may be corrected."""
        return self._store.correctable(item_id)

    def search(self, words: str, *, limit: int | None = 20) -> Iterator[SearchHit]:
        """Sentences that hold the words, the best first."""
        return self._store.search(words, limit=limit)

    def get(self, item_id: str) -> Found:
        """The item or report of this id. The report's part of the id may be shortened.

        QueryError where there is none, or where several begin so.
        """
        report, colon, item = item_id.partition(":")
        found = self._store.get(report)
        return self._store.get(f"{found.report.id}:{item}") if colon else found

    def record(self, report_id: str) -> ReportRecord:
        """Everything that one report gave. QueryError where there is no such report."""
        return self._store.record(self.get(report_id).report.id)

    def info(self) -> Info:
        """What the record holds, and how much of it."""
        return self._store.info()

    def export(self, to: PathLike | TextIO, *, format: ExportFormat = "jsonl") -> int:
        """Write the whole record; how many reports it holds.

        ``jsonl`` goes to a file or a text stream; ``csv`` and ``parquet`` to a folder, a file for
        each kind of item. A file is there when it is whole, and not before.
        """
        from onrecord.export import write_csv, write_jsonl, write_parquet

        if not isinstance(to, (str, os.PathLike)):
            if format != "jsonl":
                raise QueryError(f"{format} needs a folder to be written to")
            return write_jsonl(self._store, to)
        if format == "csv":
            return write_csv(self._store, os.fspath(to))
        if format == "parquet":
            return write_parquet(self._store, os.fspath(to))
        part = Path(f"{os.fspath(to)}.part")
        try:
            with part.open("w", encoding="utf-8", newline="\n") as out:
                reports = write_jsonl(self._store, out)
            part.replace(to)
        finally:
            part.unlink(missing_ok=True)
        return reports


def own_name() -> str:
    """The name of whoever uses this machine; the environment's ONRECORD_BY where it is set."""
    told = os.environ.get("ONRECORD_BY", "").strip()
    try:
        return told or getpass.getuser()
    except (KeyError, OSError, ImportError):
        raise RecordError("this machine does not tell your name; give it with --by") from None


def _names(paths: tuple[PathLike, ...]) -> list[str]:
    return [os.fspath(path) for path in paths]


def _load(gazetteer: PathLike | None) -> Gazetteer | None:
    if gazetteer is None:
        return None
    from onrecord.extract.gazetteer import load_gazetteer

    return load_gazetteer(os.fspath(gazetteer))


def _tell(problem: Problem, listener: OnProblem | None) -> None:
    if listener is None:
        raise problem.as_error()
    listener(problem)
