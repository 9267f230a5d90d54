"""Time expressions: TempEval-3's corpora (the fifth held out), WikiWars (likewise), MEANTIME."""

from __future__ import annotations

import re
from collections.abc import Sequence

from benchmarks import system
from benchmarks.corpora import meantime, timeml, wikiwars
from benchmarks.score.times import TimeScore, TimeSpan
from benchmarks.tasks.base import Options, Result, held_out, limited, percent
from onrecord.records import ReportRecord

_ISO = re.compile(r"\d{4}-\d\d-\d\d")
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
    return rows + _rows("WikiWars", score) + _meantime(options)


def _meantime(options: Options) -> list[Result]:
    """Wikinews, for which no rule was written: the sentences that are annotated, with the date of
    the report as its annotators give it."""
    score = TimeScore()
    documents = limited(meantime.documents("intra-doc_annotation"), options)
    given = []
    for d in documents:
        stop = d.text.find("\n", d.annotated - 1)
        dated = next((t.value for t in d.timexes if t.function == "CREATION_TIME"), "")
        known = dated[:10] if _ISO.match(dated) else None
        given.append(system.Given(d.text[: stop if stop > 0 else None], known))
    for d, (_, record) in zip(documents, system.records(given), strict=True):
        gold = [TimeSpan(t.spans[0].start, t.spans[-1].end, t.type, t.value) for t in d.timexes]
        score.add(gold, of_record(record))
    return _rows("MEANTIME", score)


def of_record(record: ReportRecord) -> Sequence[TimeSpan]:
    """A record's time expressions."""
    return [TimeSpan(t.span.start, t.span.end, t.type, t.value) for t in record.times]


def _rows(corpus: str, score: TimeScore) -> list[Result]:
    best = BEST.get(corpus, ("", "", ""))
    name = f"{corpus}, held out" if corpus in BEST else f"{corpus}, two of four parts"
    rows = [
        Result("time", name, metric, percent(f1), f"HeidelTime {top} (all of it)" if top else "")
        for metric, f1, top in zip(
            ("strict F1", "relaxed F1", "value F1"),
            (score.strict.f1, score.relaxed.f1, score.value.f1),
            best,
            strict=True,
        )
    ]
    meant = percent(score.meant.f1)
    return [*rows, Result("time", name, "value F1, equal notations as equal", meant)]
