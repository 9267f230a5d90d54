"""Time expressions: TempEval-3's training corpora (the fifth held out) and WikiWars (likewise)."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks import system
from benchmarks.corpora import timeml, wikiwars
from benchmarks.score.times import TimeScore, TimeSpan
from benchmarks.tasks.base import Options, Result, held_out, limited, percent
from onrecord.records import ReportRecord

BEST = {
    "TimeBank": ("82.6", "89.1", "77.8"),
    "AQUAINT": ("80.1", "92.1", "71.3"),
    "WikiWars": ("86.1", "92.1", "83.4"),
}


def run(options: Options) -> list[Result]:
    """Strict, relaxed and value F1 for each corpus."""
    rows = []
    for corpus in timeml.CORPORA:
        documents = limited(timeml.split("heldout", corpus), options)
        score = TimeScore()
        given = [system.Given(d.text, d.dct or None) for d in documents]
        for d, (_, record) in zip(documents, system.records(given), strict=True):
            gold = [TimeSpan(t.start, t.end, t.type, t.value) for t in d.timexes]
            score.add(gold, of_record(record))
        rows += _rows(corpus, score)
    wars = limited(held_out(wikiwars.documents()), options)
    score = TimeScore()
    for war, (_, record) in zip(
        wars, system.records([system.Given(w.text) for w in wars]), strict=True
    ):
        gold = [TimeSpan(t.start, t.end, t.type, t.value) for t in war.outermost()]
        score.add(gold, of_record(record))
    return rows + _rows("WikiWars", score)


def of_record(record: ReportRecord) -> Sequence[TimeSpan]:
    """A record's time expressions."""
    return [TimeSpan(t.span.start, t.span.end, t.type, t.value) for t in record.times]


def _rows(corpus: str, score: TimeScore) -> list[Result]:
    best = BEST[corpus]
    name = f"{corpus}, held out"
    rows = [
        Result("time", name, metric, percent(f1), f"HeidelTime {top} (all of it)")
        for metric, f1, top in zip(
            ("strict F1", "relaxed F1", "value F1"),
            (score.strict.f1, score.relaxed.f1, score.value.f1),
            best,
            strict=True,
        )
    ]
    meant = percent(score.meant.f1)
    return [*rows, Result("time", name, "value F1, equal notations as equal", meant)]
