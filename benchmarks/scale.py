"""What it costs to add one more report to a record of some size: python -m benchmarks scale.

A record of generated reports (``generate``) is made, and at each size some reports are added one by
one, as ``onrecord add`` adds them: kept, then linked. The reading of a report, which does not
depend on the record, is not in it. Processor time is told, since the machine may be busy.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import count, islice
from pathlib import Path

from benchmarks.generate import records, report_id
from benchmarks.tasks.base import Result
from onrecord.linking import relink
from onrecord.records import ReportRecord
from onrecord.store import Store, open_store

SIZES = (1_000, 10_000, 100_000)
SINGLE = 100
"""Reports that are added one by one at each size."""
PORTION = 500
"""Reports that are added at a time in between."""


def measure(
    sizes: Sequence[int] = SIZES,
    say: Callable[[str], None] = print,
    *,
    folder: Path | None = None,
) -> list[Result]:
    """The rows for each size. The record is kept where a ``folder`` is given, and one that is kept
    there is gone on with: sizes that it is beyond are passed over."""
    with tempfile.TemporaryDirectory() as made:
        path = (folder or Path(made)) / "scale.db"
        rows: list[Result] = []
        with open_store(path, write=True) as store:
            held = next(n for n in count() if not store.has(report_id(n)))
            coming = records(max(sizes) + SINGLE, start=held)
            relink(store)
            for size in sorted(sizes):
                if held > size:
                    say(f"{size}: the record has {held} already")
                    continue
                began = time.process_time()
                before = held
                while held < size:
                    held += _add(store, coming, min(PORTION, size - held))
                    say(f"{held} reports, {time.process_time() - began:.0f} s of processor time")
                added = size - before
                each = 1000 * (time.process_time() - began) / added if added else None
                costs = [_timed(store, coming) for _ in range(SINGLE)]
                held += SINGLE
                found = _rows(size, each, costs, path)
                say("; ".join(f"{row.metric}: {row.ours}" for row in found))
                rows += found
        return rows


def _add(store: Store, coming: Iterator[ReportRecord], portion: int) -> int:
    for record in islice(coming, portion):
        store.add(record)
    relink(store)
    return portion


def _timed(store: Store, coming: Iterator[ReportRecord]) -> float:
    record = next(coming)
    began = time.process_time()
    store.add(record)
    relink(store)
    return 1000 * (time.process_time() - began)


def _rows(size: int, each: float | None, costs: Sequence[float], path: Path) -> list[Result]:
    corpus = f"generated, {size:,} reports"
    files = [file for file in path.parent.glob(path.name + "*") if file.is_file()]
    kilobytes = sum(file.stat().st_size for file in files) / size / 1024
    many = [] if each is None else [
        Result("scale", corpus, "many at a time, ms a report", round(each, 1))]  # fmt: skip
    return [
        Result("scale", corpus, "one report more, ms", round(statistics.median(costs), 1),
               "under 1000 wanted", f"median of {len(costs)}, processor time"),
        Result("scale", corpus, "the slowest of them, ms", round(max(costs), 1)),
        *many,
        Result("scale", corpus, "on disk, KB a report", round(kilobytes, 1)),
    ]  # fmt: skip
