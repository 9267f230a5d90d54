"""The benchmarks' commands.

python -m benchmarks run [--only NAME …]   measure, and write RESULTS.md and results.json
python -m benchmarks speed                 reports a second, memory, start-up
python -m benchmarks scale [--sizes N …]   what adding one report to a large record costs
python -m benchmarks seeds                 the hand-coded reports, with every miss
python -m benchmarks reports               the unseen reports in view, with every miss
python -m benchmarks sentences             the unseen sentences in view, with every miss
"""

from __future__ import annotations

import argparse
import json
import sys
import time
import traceback
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from benchmarks import results, seeds, system
from benchmarks.corpora import CorpusMissing
from benchmarks.tasks import MODEL_TASKS, TASKS, Options, Result, load


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0 where all of it could be carried out."""
    options = _parser().parse_args(arguments)
    if options.command == "seeds":
        return _seeds(options)
    commands = {"speed": _speed, "scale": _scale, "cases": _cases, "run": _run, "reports": _reports,
                "sentences": _sentences}  # fmt: skip
    return commands[options.command](options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="command", required=True)
    run = commands.add_parser("run", help="measure and write the table of results")
    run.add_argument("--only", nargs="+", choices=list(TASKS), metavar="NAME",
                     help=f"some tasks only: {', '.join(TASKS)}")  # fmt: skip
    run.add_argument("--fp32", type=Path, metavar="FOLDER",
                     help="measure the unquantised networks there, too")  # fmt: skip
    speed = commands.add_parser("speed", help="reports a second, memory, start-up")
    scale = commands.add_parser("scale", help="what adding one report to a large record costs")
    scale.add_argument("--sizes", nargs="+", type=int, metavar="N", help="reports in the record")
    scale.add_argument("--folder", type=Path, help="keep the record there")
    scale.add_argument("--dry", action="store_true", help="print, write nothing")
    for command in (run, speed):
        command.add_argument("--limit", type=int, help="read this many documents of a corpus "
                             "at most; the results are printed and not kept")  # fmt: skip
        command.add_argument("--dry", action="store_true", help="print, write nothing")
    commands.add_parser("cases", help="the labelled cases that fail, and what was found instead")
    commands.add_parser("reports", help="the unseen reports in view, with every miss")
    commands.add_parser("sentences", help="the unseen sentences in view, with every miss")
    seed = commands.add_parser("seeds", help="score the hand-coded reports, with every miss")
    seed.add_argument("--json", nargs="+", type=Path, help="lines that `onrecord read` printed")
    seed.add_argument("--no-extra", action="store_true", help="leave out what the gold lacks")
    seed.add_argument("--summary", action="store_true", help="print the totals only")
    return parser


def _run(options: argparse.Namespace) -> int:
    """Measure the tasks asked for; one that fails, for want of its corpus say, costs no other."""
    failed = 0
    for task in options.only or TASKS:
        began = time.perf_counter()
        try:
            rows = _measure(task, options)
        except CorpusMissing as error:
            print(f"{task}: not measured: {error}", file=sys.stderr)
            failed += 1
            continue
        except Exception:
            print(f"{task}: not measured, a fault:", file=sys.stderr)
            traceback.print_exc()
            failed += 1
            continue
        _tell(task, rows, time.perf_counter() - began, f"run --only {task}", options)
    return 1 if failed else 0


def _measure(task: str, options: argparse.Namespace) -> list[Result]:
    """A task's rows, with the unquantised networks' figures where they were asked for."""
    limit = Options(limit=options.limit)
    rows = load(task)(limit)
    if options.fp32 is None or task not in MODEL_TASKS:
        return rows
    with system.other_weights(options.fp32):
        others = load(task)(limit)
    return [replace(row, fp32=other.ours) for row, other in zip(rows, others, strict=True)]


def _speed(options: argparse.Namespace) -> int:
    from benchmarks import speed

    began = time.perf_counter()
    rows = speed.measure(options.limit)
    _tell("speed", rows, time.perf_counter() - began, "speed", options)
    return 0


def _scale(options: argparse.Namespace) -> int:
    from benchmarks import scale

    began = time.perf_counter()
    rows = scale.measure(options.sizes or scale.SIZES, folder=options.folder)
    measured = {row.corpus for row in rows}
    rows = [row for row in results.rows("scale") if row.corpus not in measured] + rows
    sizes = "" if options.sizes is None else f" --sizes {' '.join(map(str, options.sizes))}"
    options.limit = None
    _tell("scale", rows, time.perf_counter() - began, f"scale{sizes}", options)
    return 0


def _tell(
    task: str, rows: Sequence[Result], seconds: float, command: str, options: argparse.Namespace
) -> None:
    """Print the rows, and keep them where they were measured on everything."""
    for row in rows:
        print(
            f"{row.task:12} {row.corpus:34} {row.metric:32} {row.ours:>8g}"
            + (f" ({row.fp32:g})" if row.fp32 is not None else "")
            + f"  {row.of}  {row.best}"
        )
    if options.dry or options.limit is not None:
        return
    command = f"python -m benchmarks {command}"
    run = results.Run(results.commit(), results.today(), command, round(seconds, 1))
    results.save(task, rows, run, order=["speed", "scale", *TASKS])


def _cases(options: argparse.Namespace) -> int:
    from benchmarks.tasks.cases import outcomes

    found = outcomes()
    for outcome in found:
        if outcome.wrong:
            print(f"{outcome.at}: {outcome.case}\n       {outcome.wrong}")
    print(f"{sum(not o.wrong for o in found)} of {len(found)} right")
    return 0


def _reports(options: argparse.Namespace) -> int:
    from benchmarks.tasks.reports import told

    print(told(), end="")
    return 0


def _sentences(options: argparse.Namespace) -> int:
    from benchmarks.tasks.sentences import told

    print("\n".join(told()))
    return 0


def _seeds(options: argparse.Namespace) -> int:
    root = seeds.seeds_root()
    if not root.exists():
        print(f"no seeds at {root}", file=sys.stderr)
        return 2
    if options.json:
        lines = [json.loads(line) for path in options.json for line in path.open(encoding="utf-8")]
    else:
        lines = seeds.read_seeds(root)
    scores = seeds.score_lines(root, lines)
    if options.summary:
        print("\n".join(seeds.summary(scores)))
    else:
        print(seeds.render(scores, extra=not options.no_extra), end="")
    print("\n".join(seeds.link_lines(root, scores, lines)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
