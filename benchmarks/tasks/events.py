"""PLOVER classes: PLV's sentences with a marked source and target.

What the record says of the pair is the event whose actor overlaps the source and whose recipient
the target. With the pair given, the nearest event of the sentence stands in where none has both.
"""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks import system
from benchmarks.corpora import plover
from benchmarks.score.counts import Counts, accuracy, macro_f1
from benchmarks.score.spans import overlap
from benchmarks.tasks.base import Options, Result, limited, percent
from onrecord.records import Event, ReportRecord, Span

YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
NOTHING = "none"
BEST = {"accuracy": "ZSP 83.5 (test)", "macro F1": "ZSP 82.1 (test)"}


def run(options: Options) -> list[Result]:
    """Accuracy and macro F1 with the pair given; pair and class from raw text."""
    cases = limited(plover.plv(), options)
    gold, predicted = [], []
    found = Counts()
    for case, (_, record) in zip(
        cases, system.records([system.Given(c.text) for c in cases]), strict=True
    ):
        gold.append(case.root)
        predicted.append(of_pair(case, record))
        pairs = [e for e in record.events if e.actor_spans and e.recipient_spans]
        right = any(root(e) == case.root and _both(case, e) for e in pairs)
        found += Counts(int(right), len(pairs), 1)
    rows = [
        ("PLV train, pair given", "accuracy", accuracy(gold, predicted), BEST["accuracy"]),
        ("PLV train, pair given", "macro F1", macro_f1(gold, predicted), BEST["macro F1"]),
        ("PLV train, raw text", "pair and class, recall", found.recall, ""),
        ("PLV train, raw text", "pair and class, F1", found.f1, ""),
    ]
    none = predicted.count(NOTHING)
    return [
        *(Result("events", corpus, metric, percent(x), best) for corpus, metric, x, best in rows),
        Result("events", "PLV train, pair given", "no event found", none, "", f"of {len(cases)}"),
    ]


def root(event: Event) -> str:
    """An event's type as PLV names it."""
    return YIELD.get(event.type, event.type)


def of_pair(case: plover.Case, record: ReportRecord) -> str:
    """The class of what passes between the marked source and target, "none" for no event."""
    best = max(record.events, key=lambda e: (_fit(case, e), -e.trigger.start), default=None)
    return root(best) if best is not None else NOTHING


def _fit(case: plover.Case, event: Event) -> int:
    """2 for both roles met, 1 for either."""
    return _met(case.source, event.actor_spans) + _met(case.target, event.recipient_spans)


def _both(case: plover.Case, event: Event) -> bool:
    return _fit(case, event) == 2


def _met(marked: Sequence[tuple[int, int]], spans: Sequence[Span]) -> bool:
    return any(overlap(m, (s.start, s.end)) > 0 for m in marked for s in spans)
