"""Times by the rules alone on the parts that may be looked at: figures, and errors by kind.

    python -m benchmarks.tune_times              strict, relaxed, value and type F1
    python -m benchmarks.tune_times value 20     also the first 20 wrong values of each corpus
    python -m benchmarks.tune_times held         also the figures of the held-out parts

Kinds of error are missed, spurious, value and span. Of held-out parts no error is ever shown, and
their figures only where they are asked for: who sees them at each step tunes to them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from benchmarks.corpora import timeml, wikiwars
from benchmarks.score.spans import match_overlapping
from benchmarks.score.times import TimeScore, TimeSpan
from onrecord.extract.times import find_times
from onrecord.model.analysis import Analysis
from onrecord.records import Report


@dataclass(frozen=True, slots=True)
class Case:
    """A text with its date, if it has one, and its times as annotated."""

    text: str
    published: str | None
    gold: list[TimeSpan]


def news(part: str, corpus: str) -> Iterator[Case]:
    """TimeBank or AQUAINT."""
    for d in timeml.split(part, corpus):
        gold = [TimeSpan(t.start, t.end, t.type, t.value) for t in d.timexes]
        yield Case(d.text, d.dct[:10] or None, gold)


def wars(first: int) -> Iterator[Case]:
    """Every second war: from the first on to look at, from the second on held out."""
    for d in wikiwars.documents()[first::2]:
        yield Case(d.text, None, [TimeSpan(t.start, t.end, t.type, t.value) for t in d.outermost()])


def read(case: Case) -> list[TimeSpan]:
    """The times that the rules find."""
    basis = "told" if case.published else None
    report = Report(
        "r",
        case.text,
        "0" * 64,
        published=case.published,
        published_basis=basis,  # type: ignore[arg-type]
    )
    found = find_times(report, Analysis(case.text))
    return [TimeSpan(t.span.start, t.span.end, t.type, t.value) for t in found]


def scored(cases: Iterable[Case]) -> tuple[TimeScore, list[tuple[str, str]]]:
    """The score, and each error as its kind and a line."""
    score, errors = TimeScore(), []
    for case in cases:
        found = read(case)
        score.add(case.gold, found)
        errors += _errors(case, found)
    return score, errors


def _errors(case: Case, found: list[TimeSpan]) -> Iterator[tuple[str, str]]:
    gold = case.gold
    pairs = match_overlapping([(t.start, t.end) for t in gold], [(t.start, t.end) for t in found])
    for i in sorted(set(range(len(gold))) - {i for i, _ in pairs}):
        yield "missed", f"{gold[i].value} | {_shown(case, gold[i])}"
    for j in sorted(set(range(len(found))) - {j for _, j in pairs}):
        yield "spurious", f"{found[j].value} | {_shown(case, found[j])}"
    for i, j in pairs:
        if gold[i].value != found[j].value:
            yield "value", f"{gold[i].value} not {found[j].value} | {_shown(case, gold[i])}"
        elif (gold[i].start, gold[i].end) != (found[j].start, found[j].end):
            yield "span", f"{case.text[found[j].start : found[j].end]!r} | {_shown(case, gold[i])}"


def _shown(case: Case, time: TimeSpan) -> str:
    before = case.text[max(0, time.start - 50) : time.start]
    after = case.text[time.end : time.end + 30]
    quoted = f"{before}[{case.text[time.start : time.end]}]{after}"
    return f"{case.published} | " + " ".join(quoted.split())


def main(kind: str = "", many: int = 20) -> None:
    """Print the figures, and ``many`` errors of ``kind``."""
    parts = [
        ("TimeBank train", news("train", "TimeBank"), True),
        ("AQUAINT train", news("train", "AQUAINT"), True),
        ("WikiWars 1, 3, …", wars(0), True),
        ("TimeBank held out", news("heldout", "TimeBank"), False),
        ("AQUAINT held out", news("heldout", "AQUAINT"), False),
        ("WikiWars 2, 4, …", wars(1), False),
    ]
    for name, cases, shown in parts:
        if not shown and kind != "held":
            continue
        score, errors = scored(cases)
        figures = (score.strict.f1, score.relaxed.f1, score.value.f1, score.type.f1)
        print(f"{name:20}", *(f"{100 * f1:5.1f}" for f1 in figures))
        for which, line in [e for e in errors if e[0] == kind][:many] if shown else ():
            print(f"  {which}: {line}")


if __name__ == "__main__":
    main(*sys.argv[1:2], *(int(n) for n in sys.argv[2:3]))
