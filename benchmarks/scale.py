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
from itertools import islice
from pathlib import Path

from benchmarks.generate import records
from benchmarks.tasks.base import Result
from onrecord.linking import relink
from onrecord.records import ReportRecord
from onrecord.store import Store, open_store

SIZES = (1_000, 10_000, 100_000)
SINGLE = 20
"""Reports that are added one by one at each size."""
PORTION = 500
"""Reports that are added at a time in between."""


def measure(
    sizes: Sequence[int] = SIZES,
    say: Callable[[str], None] = print,
    *,
    folder: Path | None = None,
) -> list[Result]:
    """The rows for each size; the record is kept where a ``folder`` is given."""
    with tempfile.TemporaryDirectory() as made:
        path = (folder or Path(made)) / "scale.db"
        rows: list[Result] = []
        with open_store(path, write=True) as store:
            coming = records(max(sizes) + SINGLE)
            held = 0
            for size in sorted(sizes):
                began = time.process_time()
                before = held
                while held < size:
                    held += _add(store, coming, min(PORTION, size - held))
                    say(f"{held} reports, {time.process_time() - began:.0f} s of processor time")
                each = 1000 * (time.process_time() - began) / max(1, size - before)
                costs = [_timed(store, coming) for _ in range(SINGLE)]
                held += SINGLE
                found = _rows(size, each, costs, path)
                say("; ".join(f"{row.metric}: {row.ours}" for row in found))
                rows += found
        return rows


def _add(store: Store, coming: Iterator[ReportRecord], count: int) -> int:
    for record in islice(coming, count):
        store.add(record)
    relink(store)
    return count


def _timed(store: Store, coming: Iterator[ReportRecord]) -> float:
    record = next(coming)
    began = time.process_time()
    store.add(record)
    relink(store)
    return 1000 * (time.process_time() - began)


def _rows(size: int, each: float, costs: Sequence[float], path: Path) -> list[Result]:
    corpus = f"generated, {size:,} reports"
    files = [file for file in path.parent.glob(path.name + "*") if file.is_file()]
    kilobytes = sum(file.stat().st_size for file in files) / size / 1024
    return [
        Result("scale", corpus, "one report more, ms", round(statistics.median(costs), 1),
               "under 1000 wanted", f"median of {len(costs)}, processor time"),
        Result("scale", corpus, "the slowest of them, ms", round(max(costs), 1)),
        Result("scale", corpus, "many at a time, ms a report", round(each, 1)),
        Result("scale", corpus, "on disk, KB a report", round(kilobytes, 1)),
    ]  # fmt: skip
