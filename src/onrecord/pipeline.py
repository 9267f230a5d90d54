"""The stages in their order: inputs → reports → analyses → records → store → links."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.read.items import OnNotice, Problem, ignore
from onrecord.read.options import ReadOptions
from onrecord.records import Link, Report, ReportRecord
from onrecord.workers import Work, analysis_of, records_of

if TYPE_CHECKING:
    from onrecord.extract.gazetteer import Gazetteer
    from onrecord.store import Store
    from onrecord.store.rows import Added, Correction, Taken


def read_records(
    inputs: Sequence[str],
    *,
    options: ReadOptions | None = None,
    gazetteer: Gazetteer | None = None,
    known: Callable[[Report], bool] = lambda _: False,
    on_notice: OnNotice = ignore,
    work: Work | None = None,
) -> Iterator[ReportRecord | Problem]:
    """The record of every report in ``inputs``, in their order, and a Problem for what is none.

    A report that is ``known``, or that is not in a language the model reads, is not analysed: its
    record holds the report alone.
    """
    from onrecord.read import read_reports

    items = read_reports(inputs, options=options, on_notice=on_notice)
    return records_of(items, known=known, gazetteer=gazetteer, work=work or Work())


def add(
    store: Store,
    inputs: Sequence[str],
    *,
    options: ReadOptions | None = None,
    gazetteer: Gazetteer | None = None,
    on_notice: OnNotice = ignore,
    work: Work | None = None,
) -> Iterator[tuple[ReportRecord, Added] | Problem]:
    """Keep every report of ``inputs`` in ``store``, telling of each as it is kept.

    Each is kept whole or not at all, so that a run that was killed, or stopped by the caller, goes
    on where it was when the same is given again: what is there already is passed over.
    """
    records = read_records(
        inputs,
        options=options,
        gazetteer=gazetteer,
        known=lambda report: store.has(report.id),
        on_notice=on_notice,
        work=work,
    )
    for record in records:
        yield record if isinstance(record, Problem) else (record, store.add(record))


def correct(
    store: Store, item_id: str, field: str, value: object, *, reason: str, by: str
) -> Correction:
    """Keep a person's decision about a field of an item, and let all that it bears on follow.

    ``value`` is as JSON has it, or as somebody writes it ("a2", "12-20 killed").
    """
    given = json.dumps(value, ensure_ascii=False)
    made = store.correct(item_id, field, given, reason=reason, by=by, reread=_Reread())
    _relink(store)
    return made


def undo(store: Store, number: int, *, reason: str, by: str) -> Correction:
    """Keep the decision that an earlier one holds no longer, and let all follow that it bore on."""
    made = store.undo(number, reason=reason, by=by, reread=_Reread())
    _relink(store)
    return made


def take(store: Store, lines: Iterable[object]) -> Iterator[Taken]:
    """Keep decisions of another record of the same reports, telling of each as it is taken."""
    try:
        yield from store.take(lines, reread=_Reread())
    finally:
        _relink(store)


def _relink(store: Store) -> None:
    from onrecord.linking import relink

    relink(store)


class _Reread:
    """What reading tells of a report that a person corrected; see ``store.rereading``."""

    def links(self, record: ReportRecord) -> tuple[Link, ...]:
        """The links of the report's own record, as it stands now."""
        from onrecord.compare import within

        return within(record)

    def again(self, report: Report) -> ReportRecord | None:
        """All that the report gives; None where the program cannot read it."""
        from onrecord.extract import read_record

        if not report.readable:
            return None
        return read_record(report, analysis_of(report))
