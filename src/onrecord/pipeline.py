"""The stages in their order: inputs → reports → analyses → records → store → links.

A report is analysed by itself, whatever stands beside it: the networks' integer arithmetic takes
its scale from all that is run at once, so that reports run together would change one another, and a
run that was stopped and taken up again would give another record than one that was not. Both cores
are busy all the same, with a report each, while the report before is extracted. What is held in
memory is a few reports, whatever the size of the input.
"""

from __future__ import annotations

import json
import os
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from threading import Lock
from typing import TYPE_CHECKING

from onrecord.errors import GazetteerError, InputError, LexiconError, ModelError
from onrecord.read.items import OnNotice, Problem, ignore
from onrecord.read.options import ReadOptions
from onrecord.records import Link, Report, ReportRecord

if TYPE_CHECKING:
    from onrecord.extract.gazetteer import Gazetteer
    from onrecord.model.analysis import Analysis
    from onrecord.store import Store
    from onrecord.store.rows import Added, Correction, Taken

Pending = tuple[Report | Problem, "Future[Analysis] | None"]

_LOADING = Lock()


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """How the analysis is shared out: ``workers`` reports at a time, ``ahead`` of them in waiting.

    Each worker runs the networks on one core. Two of them cost a quarter less than one that shares
    its every step between two cores, since nobody waits for the other half.
    """

    workers: int = 2
    ahead: int = 8


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
    for item, analysis in _analysed(items, known, work or Work()):
        if isinstance(item, Problem):
            yield item
        elif analysis is None:
            yield ReportRecord(item)
        else:
            yield _record(item, analysis, gazetteer)


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


def _analysed(
    items: Iterable[Report | Problem], known: Callable[[Report], bool], work: Work
) -> Iterator[Pending]:
    """Each item in its order with its analysis to come, the next ones under way."""
    # numpy reads this as it loads. Its products here are small; threads of its own would only wait
    # for one another, and took a third of all processor time.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    executor = ThreadPoolExecutor(work.workers, thread_name_prefix="analysis")
    waiting: deque[Pending] = deque()
    try:
        for item in items:
            # ``known`` is asked here, for a store is used by the thread that opened it.
            if isinstance(item, Report) and item.readable and not known(item):
                waiting.append((item, executor.submit(_analyse, item)))
            else:
                waiting.append((item, None))
            if len(waiting) > work.workers + work.ahead:
                yield waiting.popleft()
        while waiting:
            yield waiting.popleft()
    finally:
        executor.shutdown(wait=False, cancel_futures=True)


def _analyse(report: Report) -> Analysis:
    from onrecord.model import analyse
    from onrecord.read.frontmatter import front

    with _LOADING:  # one thread loads the networks, and the others wait for them
        analyse([], threads=1)
    # A headline ends where it ends, and the body's first sentence begins after the dateline.
    before = front(report.text, title=report.title)
    ends = (before.headline.end,) if before.headline is not None else ()
    breaks = [(*ends, before.body)]
    return analyse([report.text], breaks=breaks, threads=1)[0]


def _record(
    report: Report, analysis: Future[Analysis], gazetteer: Gazetteer | None
) -> ReportRecord | Problem:
    """The report's record; a report that trips the program over costs no other report."""
    # Loaded while the first analysis is under way.
    from onrecord.compare import within
    from onrecord.extract import read_record

    try:
        record = read_record(report, analysis.result(), gazetteer=gazetteer)
        return replace(record, links=within(record))
    except (GazetteerError, LexiconError, ModelError):
        raise  # the next report would fare no better
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        reason = f"{type(error).__name__}: {error} ({last.name}, line {last.lineno})"
    where = report.path or report.title or report.id
    reason = f"report {report.id} could not be read, a fault of ours: {reason}"
    return Problem(where, reason, InputError)


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
        return read_record(report, _analyse(report))
