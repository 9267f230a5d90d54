"""Reports to records, several at a time, in the order they came: in this process or in others.

A report is read by itself, whatever stands beside it: the networks' integer arithmetic takes its
scale from all that is run at once, so that reports run together would change one another, and a
run that was stopped and taken up again would give another record than one that was not.

In this process the networks of two reports run side by side while the report before is extracted.
What is not the networks' cannot run side by side there: on two cores a quarter of their time was
spent waiting. Processes of their own wait for nobody (160 reports in 17 s, not 22), but take a
second to start, so that a few reports are read here all the same.

What is held in memory is a few reports, whatever the size of the input.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING

from onrecord.errors import GazetteerError, InputError, LexiconError, ModelError
from onrecord.read.items import Problem
from onrecord.records import Report, ReportRecord

if TYPE_CHECKING:
    from onrecord.extract.gazetteer import Gazetteer
    from onrecord.model.analysis import Analysis

Item = Report | Problem
Read = ReportRecord | Problem
Begun = Callable[[], Read]
"""A reading that is under way; the call waits for its end."""

MOST_PROCESSES = 4  # each takes 350 MB
FEW = 24  # items that are read in this process: another's start costs as long as ten of them

_LOADING = threading.Lock()


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """How the reading is shared out: ``threads`` reports at a time, ``ahead`` of them in waiting.

    Each thread runs the networks on one core. Two of them cost a quarter less than one that shares
    its every step between two cores, since nobody waits for the other half. With ``processes`` more
    than ``few`` items are read in so many others. A script that asks for these must be guarded by
    ``if __name__ == "__main__":``, for each process begins by importing it.
    """

    threads: int = 2
    ahead: int = 8
    processes: int = 0
    few: int = FEW


def processes_here() -> int:
    """As many processes as this one has cores to use, 0 on a single one."""
    if hasattr(os, "sched_getaffinity"):
        cores = len(os.sched_getaffinity(0))
    else:
        cores = os.cpu_count() or 1
    return min(cores, MOST_PROCESSES) if cores > 1 else 0


def records_of(
    items: Iterable[Item],
    *,
    known: Callable[[Report], bool],
    gazetteer: Gazetteer | None,
    work: Work,
) -> Iterator[Read]:
    """The record of each item, in their order; a Problem stays one.

    A report that is ``known``, or that is not in a language the model reads, is not analysed: its
    record holds the report alone.
    """
    # numpy reads this as it loads. Its products here are small; threads of its own would only wait
    # for one another, and took a third of all processor time.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    items = iter(items)
    first = list(islice(items, work.few + 1)) if work.processes else []
    many = bool(work.processes) and len(first) > work.few
    readers = _apart(work.processes, gazetteer) if many else _here(work.threads, gazetteer)
    ahead = work.ahead + (work.processes if many else work.threads)
    waiting: deque[Begun] = deque()
    with readers as begin:
        for item in chain(first, items):
            # ``known`` is asked here, for a store is used by the thread that opened it.
            if isinstance(item, Problem):
                waiting.append(partial(_unchanged, item))
            elif not item.readable or known(item):
                waiting.append(partial(ReportRecord, item))
            else:
                waiting.append(begin(item))
            if len(waiting) > ahead:
                yield waiting.popleft()()
        while waiting:
            yield waiting.popleft()()


def analysis_of(report: Report) -> Analysis:
    """What the networks tell of a report; its headline and first sentence end where they end."""
    from onrecord.model import analyse
    from onrecord.read.frontmatter import front
    from onrecord.read.legible import as_read

    report = as_read(report)
    with _LOADING:  # one thread loads the networks, and the others wait for them
        analyse([], threads=1)
    before = front(report.text, title=report.title)
    # A headline ends where it ends, and the body's first sentence begins after the dateline.
    ends = (before.headline.end,) if before.headline is not None else ()
    breaks = [(*ends, before.body)]
    return analyse([report.text], breaks=breaks, threads=1)[0]


@contextmanager
def _here(threads: int, gazetteer: Gazetteer | None) -> Iterator[Callable[[Report], Begun]]:
    """What begins a reading in this process."""
    with _closing(ThreadPoolExecutor(threads, thread_name_prefix="analysis")) as executor:
        yield lambda report: partial(
            _record, report, executor.submit(analysis_of, report).result, gazetteer
        )


@contextmanager
def _apart(processes: int, gazetteer: Gazetteer | None) -> Iterator[Callable[[Report], Begun]]:
    """What begins a reading in another process; should one of those end, the rest is read here."""
    # Begun afresh rather than forked: a fork of a program with threads may wait for ever.
    afresh = multiprocessing.get_context("spawn")
    executor = ProcessPoolExecutor(processes, afresh, _set_up, (gazetteer,))

    def begin(report: Report) -> Begun:
        read_here = partial(_record, report, partial(analysis_of, report), gazetteer)
        try:
            reading = executor.submit(_read, report)
        except BrokenProcessPool:
            return read_here

        def end() -> Read:
            try:
                return reading.result()
            except BrokenProcessPool:
                return read_here()

        return end

    with _closing(executor):
        yield begin


@contextmanager
def _closing(executor: Executor) -> Iterator[Executor]:
    """Ends ``executor`` without waiting for what was begun: the caller may have had enough."""
    try:
        yield executor
    finally:
        executor.shutdown(wait=False, cancel_futures=True)


_gazetteer: Gazetteer | None = None
"""The user's places, in a process that reads for another."""


def _set_up(gazetteer: Gazetteer | None) -> None:
    global _gazetteer
    _gazetteer = gazetteer
    # Whoever interrupts the program means the one that shares out the work: it ends the others,
    # also where it is killed and cannot.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _read(report: Report) -> Read:
    return _record(report, partial(analysis_of, report), _gazetteer)


def _unchanged(problem: Problem) -> Read:
    return problem


def _record(report: Report, analysis: Callable[[], Analysis], gazetteer: Gazetteer | None) -> Read:
    """The report's record; a report that trips the program over costs no other report."""
    # Loaded while the first analysis is under way.
    from onrecord.compare import within
    from onrecord.extract import read_record

    try:
        record = read_record(report, analysis(), gazetteer=gazetteer)
        return replace(record, links=within(record))
    except (GazetteerError, LexiconError, ModelError):
        raise  # the next report would fare no better
    except Exception as error:
        last = traceback.extract_tb(error.__traceback__)[-1]
        reason = f"{type(error).__name__}: {error} ({last.name}, line {last.lineno})"
    where = report.path or report.title or report.id
    reason = f"report {report.id} could not be read, a fault of ours: {reason}"
    return Problem(where, reason, InputError)
