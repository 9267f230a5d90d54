"""PLOVER classes: PLV's sentences with a marked source and target, by five folds.

Each fifth is read with a classifier that was fitted without it (`python -m training.plover`).
With the pair given, the classifier is asked for the class of what passes between the two. From
raw text, the record's events with both roles are counted: right is one whose actor overlaps the
source, whose recipient overlaps the target and whose class is the marked one.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from benchmarks import system
from benchmarks.corpora import CorpusMissing, plover
from benchmarks.score.counts import Counts, accuracy, macro_f1
from benchmarks.score.spans import overlap
from benchmarks.tasks.base import Options, Result, limited, percent
from onrecord.extract.events import find_events
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.senses.kinds import Kinds, Told, kind_of, observe, states_of
from onrecord.records import Event, Report, Span

NOTHING = "NONE"
HEADS = Path(__file__).parent.parent.parent / "training" / "runs" / "plover"
BEST = {"accuracy": "ZSP 83.5 (test)", "macro F1": "ZSP 82.1 (test)"}


def run(options: Options) -> list[Result]:
    """Accuracy and macro F1 with the pair given; pair and class from raw text."""
    from training.plover import marked, read

    heads = [_head(number) for number in range(plover.FOLDS)]
    cases = limited(plover.plv(), options)
    gold, listed, predicted = [], [], []
    found, pairs = Counts(), 0
    analyses = system.analyses([c.text for c in cases])
    for case, analysis in zip(cases, analyses, strict=True):
        text, told = read(analysis)
        pair = marked(text, case.source, case.target)
        odds = dict(heads[case.fold].weigh(observe(text, states_of(text), told, pair)))
        odds.pop(NOTHING)
        gold.append(case.root)
        predicted.append(max(odds, key=lambda kind: odds[kind]))
        listed.append(nearest(told, pair.source, pair.target))
        events = _events(text, heads[case.fold])
        both = [e for e in events if e.actor_spans and e.recipient_spans]
        hits = [e for e in both if _met(case.source, e.actor_spans)]
        hits = [e for e in hits if _met(case.target, e.recipient_spans)]
        pairs += bool(hits)
        found += Counts(int(any(kind_of(e.type) == case.root for e in hits)), len(both), 1)
    rows = [
        ("PLV train, pair given", "accuracy", accuracy(gold, predicted), BEST["accuracy"]),
        ("PLV train, pair given", "macro F1", macro_f1(gold, predicted), BEST["macro F1"]),
        ("PLV train, pair given, lists alone", "accuracy", accuracy(gold, listed), ""),
        ("PLV train, pair given, lists alone", "macro F1", macro_f1(gold, listed), ""),
        ("PLV train, raw text", "pair, recall", pairs / len(cases), ""),
        ("PLV train, raw text", "pair and class, recall", found.recall, ""),
        ("PLV train, raw text", "pair and class, F1", found.f1, ""),
    ]
    return [
        Result("events", corpus, metric, percent(x), best, "five folds")
        for corpus, metric, x, best in rows
    ]


def _head(number: int) -> Kinds:
    path = HEADS / f"fold{number}.npz"
    if not path.exists():
        raise CorpusMissing(f"{path}; `python -m training.plover` makes it")
    return Kinds(head=path)


def _events(text: Text, kinds: Kinds) -> Sequence[Event]:
    """The record's events of a text that has been read, judged by a fold's classifier."""
    report = Report(id="0", text=text.syntax.text, sha256="0" * 64, language="en")
    return find_events(
        report, text.analysis, text.times, text.places, text.actors, text.statements, kinds=kinds
    )


def nearest(told: Sequence[Told], source: frozenset[int], target: frozenset[int]) -> str:
    """The class of the listed event that fits the pair best, "NONE" where there is none."""

    def fit(event: Told) -> int:
        return bool(event.actor & source) + bool(event.recipient & target)

    best = max(told, key=lambda e: (fit(e), -e.at), default=None)
    return kind_of(best.type) if best is not None else NOTHING


def _met(marks: Sequence[tuple[int, int]], spans: Sequence[Span]) -> bool:
    return any(overlap(m, (s.start, s.end)) > 0 for m in marks for s in spans)
