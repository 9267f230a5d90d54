"""The stages in their order: inputs → reports → analyses → records → store.

Reports are pooled in batches, so that short ones cost no more a word than long ones; while one
batch is extracted the next is analysed, so that both cores are busy. What is held in memory is two
batches, whatever the size of the input.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.errors import GazetteerError, InputError, LexiconError, ModelError
from onrecord.read.items import OnNotice, Problem, ignore
from onrecord.read.options import ReadOptions
from onrecord.records import Report, ReportRecord

if TYPE_CHECKING:
    from onrecord.extract.gazetteer import Gazetteer
    from onrecord.model.analysis import Analysis
    from onrecord.store import Store
    from onrecord.store.rows import Added

Batch = list[Report | Problem]


@dataclass(frozen=True, slots=True, kw_only=True)
class Batching:
    """How many words are analysed at once: ``words`` of text, in at most ``reports`` reports.

    6,000 words are ten reports of the usual length: enough to fill the model's windows evenly,
    and little enough for a first answer within seconds and a few dozen MB.
    """

    words: int = 6_000
    reports: int = 64


def read_records(
    inputs: Sequence[str],
    *,
    options: ReadOptions | None = None,
    gazetteer: Gazetteer | None = None,
    known: Callable[[Report], bool] = lambda _: False,
    on_notice: OnNotice = ignore,
    batching: Batching | None = None,
) -> Iterator[ReportRecord | Problem]:
    """The record of every report in ``inputs``, in their order, and a Problem for what is none.

    A report that is ``known``, or that is not in a language the model reads, is not analysed: its
    record holds the report alone.
    """
    from onrecord.read import read_reports

    items = read_reports(inputs, options=options, on_notice=on_notice)
    batches = _batches(items, batching or Batching())
    for batch, analyses in _analysed(batches, known):
        for item in batch:
            analysis = analyses.get(item.id) if isinstance(item, Report) else None
            yield _record(item, analysis, gazetteer)


def add(
    store: Store,
    inputs: Sequence[str],
    *,
    options: ReadOptions | None = None,
    gazetteer: Gazetteer | None = None,
    on_notice: OnNotice = ignore,
    batching: Batching | None = None,
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
        batching=batching,
    )
    for record in records:
        yield record if isinstance(record, Problem) else (record, store.add(record))


def _batches(items: Iterable[Report | Problem], batching: Batching) -> Iterator[Batch]:
    batch: Batch = []
    words = 0
    for item in items:
        batch.append(item)
        words += len(item.text) // 6 if isinstance(item, Report) else 0
        if words >= batching.words or len(batch) >= batching.reports:
            yield batch
            batch, words = [], 0
    if batch:
        yield batch


def _analysed(
    batches: Iterable[Batch], known: Callable[[Report], bool]
) -> Iterator[tuple[Batch, dict[str, Analysis]]]:
    """Each batch with the analyses of its reports by id, the next one always under way."""
    executor = ThreadPoolExecutor(1, thread_name_prefix="analysis")
    before: tuple[Batch, Future[dict[str, Analysis]]] | None = None
    try:
        for batch in batches:
            # Asked here and not in the thread, for a store is used by the thread that opened it.
            new = [r for r in batch if isinstance(r, Report) and r.readable and not known(r)]
            after = (batch, executor.submit(_analyse, new))
            if before is not None:
                yield before[0], before[1].result()
            before = after
        if before is not None:
            yield before[0], before[1].result()
    finally:
        executor.shutdown(wait=False, cancel_futures=True)


def _analyse(reports: Sequence[Report]) -> dict[str, Analysis]:
    if not reports:
        return {}
    from onrecord.model import analyse

    by_id = {report.id: report.text for report in reports}
    return dict(zip(by_id, analyse(list(by_id.values())), strict=True))


def _record(
    item: Report | Problem, analysis: Analysis | None, gazetteer: Gazetteer | None
) -> ReportRecord | Problem:
    """The report's record; a report that trips the program over costs no other report."""
    if isinstance(item, Problem):
        return item
    if analysis is None:
        return ReportRecord(item)
    from onrecord.extract import read_record

    try:
        return read_record(item, analysis, gazetteer=gazetteer)
    except (GazetteerError, LexiconError, ModelError):
        raise  # the next report would fare no better
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        reason = f"{type(error).__name__}: {error} ({last.name}, line {last.lineno})"
    where = item.path or item.title or item.id
    return Problem(
        where, f"report {item.id} could not be read, a fault of ours: {reason}", InputError
    )
