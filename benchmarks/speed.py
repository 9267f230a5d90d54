"""How fast the whole program is: reports and words a second, peak memory, start-up.

Everything is measured end to end in fresh processes, as a user would run it: reading the table,
the model, extraction and the record's JSON. The texts are FA-KES's, or where it is absent invented
ones of the same length.
"""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.corpora import CorpusMissing, fakes
from benchmarks.tasks.base import Result

STARTS = 3  # start-ups measured; the best is told, for the rest is the machine's
GENERATED_WORDS = 600

_CHILD = """
import json, multiprocessing, resource, sys, time
began = time.perf_counter()
from onrecord.codec import to_json_line
from onrecord.pipeline import read_records
from onrecord.read import Problem
from onrecord.workers import Work, processes_here
work = Work(processes=processes_here())
reports = words = problems = 0
first = None
for record in read_records(sys.argv[1:], work=work):
    if isinstance(record, Problem):
        problems += 1
        continue
    to_json_line(record)
    reports += 1
    words += len(record.report.text.split())
    first = first or time.perf_counter() - began
seconds = time.perf_counter() - began
others = multiprocessing.active_children()
for other in others:
    other.join()
own, theirs = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(json.dumps({
    "cpu": own.ru_utime + own.ru_stime + theirs.ru_utime + theirs.ru_stime,
    "reports": reports, "words": words, "problems": problems, "first": first,
    "seconds": seconds,
    "peak_mb": (own.ru_maxrss + len(others) * theirs.ru_maxrss) / 1024,
}))
"""

_SENTENCES = (
    "The defence ministry of Arvenia said on Monday that its forces had shelled the port of Lun.",
    "Two officials, who asked not to be named, told reporters that 12 people had been killed.",
    "“If they cross the line again we will answer,” the foreign minister, Ana Roe, told the paper.",
    "Besk denied the accusation and called on the council to meet in the capital by Friday.",
    "Aid groups have warned that some 4,000 families may be forced to leave the valley this month.",
)


def measure(limit: int | None = None, say: Callable[[str], None] = print) -> list[Result]:
    """Read the reports once in a fresh process, and start the program up several times."""
    with tempfile.TemporaryDirectory() as folder:
        table, name = _table(Path(folder), limit)
        say(f"reading {name} …")
        told = _child([str(table)])
        small = Path(folder) / "one.txt"
        small.write_text(" ".join(_SENTENCES), encoding="utf-8")
        starts = [_start_up(small) for _ in range(STARTS)]
    cores = os.cpu_count() or 1
    busy = f"{cores} cores, load {os.getloadavg()[0]:.1f} before"
    rate, words = told["reports"] / told["seconds"], told["words"] / told["seconds"]
    each = f"{told['words'] / max(1, told['reports']):.0f} words a report"
    problems = told["problems"]
    return [
        Result("speed", name, "reports read", told["reports"], "", f"{problems} problems"),
        Result("speed", name, "reports a second", round(rate, 2), "5 wanted, 10 aimed at", each),
        Result("speed", name, "words a second", round(words), "", busy),
        Result("speed", name, "words a CPU-second", round(told["words"] / told["cpu"]), "",
               "what a busy machine leaves comparable"),
        Result("speed", name, "600-word reports a second", round(words / 600, 2), "5 wanted"),
        Result("speed", name, "peak memory, MB", round(told["peak_mb"]), "under 1000 wanted"),
        Result("speed", "one short report", "start-up to answer, s", round(min(starts), 2),
               "under 1.5 wanted", f"best of {STARTS}"),
    ]  # fmt: skip


def _table(folder: Path, limit: int | None) -> tuple[Path, str]:
    """A CSV of reports to read, and what to call it."""
    try:
        rows = [(r.outlet, r.published, r.title, r.text) for r in fakes.reports()]
        name = "FA-KES"
    except CorpusMissing:
        rows, name = [_generated(n) for n in range(limit or 200)], "generated reports"
    rows = rows[:limit]
    path = folder / "reports.csv"
    with path.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle)
        writer.writerow(("outlet", "date", "title", "text"))
        writer.writerows(rows)
    return path, f"{name}, {len(rows)} reports"


def _generated(number: int) -> tuple[str, str, str, str]:
    """An invented report of the usual length, different for each number."""
    text = ""
    turn = number
    while len(text.split()) < GENERATED_WORDS:
        text += _SENTENCES[turn % len(_SENTENCES)] + (" " if turn % 3 else "\n\n")
        turn += 1 + number % 3
    return "The Courier", "2031-05-06", f"Report {number}", f"{text}{number}."


def _child(paths: Sequence[str]) -> dict[str, float]:
    """Run the whole program over ``paths`` in a fresh process and take what it measured."""
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, *paths], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"the reading process failed:\n{done.stderr[-2000:]}")
    found: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


def _start_up(path: Path) -> float:
    """Seconds from nothing to the record of one short report on standard output.

    With bytecode kept, as an installed program has it; the first of the starts writes it.
    """
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", "read", "--json", str(path)],
        capture_output=True,
        check=False,
        env=kept,
    )
    if done.returncode:  # the command line is not there: the pipeline stands in
        began = time.perf_counter()
        _child([str(path)])
    return time.perf_counter() - began
