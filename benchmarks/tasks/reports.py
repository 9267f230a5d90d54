"""Whole reports of many crises that the program had never read, coded by hand before it did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks import system
from benchmarks.cases import reports
from benchmarks.score.counts import Counts
from benchmarks.score.report_scores import FILLED, Scored, score
from benchmarks.tasks.base import Options, Result, limited, percent

_WHOLE = ("statements", "events", "times, value")


def scores(parts: Sequence[str] = reports.PARTS, options: Options | None = None) -> list[Scored]:
    """The score of every report of some parts, read as ``onrecord read`` reads it."""
    golds = [gold for gold in reports.golds() if gold.part in parts]
    found = []
    for gold in limited(golds, options or Options()):
        (record,) = system.read_files([gold.path], published=gold.published)
        found.append(score(gold, record))
    return found


def run(options: Options) -> list[Result]:
    """The sums over both parts."""
    found = scores(options=options)
    rows: list[Result] = []
    for part in reports.PARTS:
        mine = [scored for scored in found if scored.gold.part == part]
        rows += rows_of(f"cases/reports {part}", mine)
    return rows


def rows_of(corpus: str, found: Sequence[Scored]) -> list[Result]:
    """A row for all that was counted, whatever is found first."""
    total: dict[str, Counts] = {}
    for scored in found:
        for what, counts in scored.counts.items():
            total[what] = total.get(what, Counts()) + counts
    return [row for what, counts in total.items() for row in _rows(corpus, what, counts)]


def _rows(corpus: str, what: str, counts: Counts) -> Iterator[Result]:
    """Precision, recall and F1 of what may be found too much, F1 of fields that may be empty."""
    of = f"of {counts.gold}"
    if what in _WHOLE:
        shares = {"precision": counts.precision, "recall": counts.recall, "F1": counts.f1}
        for name, share in shares.items():
            among = f"of {counts.predicted} found" if name == "precision" else of
            yield Result("reports", corpus, f"{what} {name}", percent(share), "", among)
    elif what.split()[-1] in FILLED:
        among = f"of {counts.gold}, {counts.predicted} found"
        yield Result("reports", corpus, f"{what} F1", percent(counts.f1), "", among)
    else:
        yield Result("reports", corpus, what, percent(counts.recall), "", of)


def told(parts: Sequence[str] = ("tune",)) -> str:
    """Every miss of the reports of some parts, and their sums."""
    found = scores(parts)
    lines: list[str] = []
    for scored in found:
        lines += ["", f"== {scored.gold.name}"]
        for miss in scored.misses:
            lines.append(f"{miss.kind} {miss.id}: {miss.what}".replace(" :", ":"))
            lines += [f"       {wrong}" for wrong in miss.wrong]
    lines.append("")
    for row in rows_of(", ".join(parts), found):
        lines.append(f"{row.metric:34} {row.ours:>6g}  {row.of}")
    return "\n".join(lines) + "\n"
