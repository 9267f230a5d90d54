"""Who said what: PolNeAR's development part."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks import system
from benchmarks.corpora import polnear
from benchmarks.score.attribution import ROLES, AttributionScore, Roles
from benchmarks.tasks.base import Options, Result, limited, percent
from onrecord.model.analysis import Attribution
from onrecord.records import Statement

BEST = {
    "source": "CofeNet 83.2 (test)",
    "cue": "CofeNet 75.3 (test)",
    "content": "CofeNet 72.9 (test)",
}
Span = tuple[int, int]


def run(options: Options) -> list[Result]:
    """The model's attributions, the record's statements, and how far two people agree."""
    documents = limited(polnear.documents("dev"), options)
    model, record = AttributionScore(), AttributionScore()
    read = system.records([system.Given(d.text) for d in documents])
    for document, (analysis, found) in zip(documents, read, strict=True):
        gold = [Roles(*_spans(a)) for a in document.attributions]
        model.add(document.text, gold, of_model(analysis.attributions))
        record.add(document.text, gold, of_record(found.statements))
    rows = _rows("PolNeAR dev, the model", model, BEST)
    rows += _rows("PolNeAR dev, the record", record, BEST)
    if options.limit is None:
        people = AttributionScore()
        for one, other in polnear.annotated_twice("train"):
            people.add(
                one.text,
                [Roles(*_spans(a)) for a in one.attributions],
                [Roles(*_spans(a)) for a in other.attributions],
            )
        rows += _rows("PolNeAR train, two people", people, {})
    return rows


def of_model(attributions: Sequence[Attribution]) -> list[Roles]:
    """The model's attributions that stand within no other's content."""
    found = [
        Roles((a.source,) if a.source else (), (a.cue,) if a.cue else (), a.content)
        for a in attributions
    ]
    return outermost(found)


def of_record(statements: Sequence[Statement]) -> list[Roles]:
    """The statements that no other reports."""
    return [
        Roles(
            ((s.source.span.start, s.source.span.end),) if s.source else (),
            ((s.cue.start, s.cue.end),) if s.cue else (),
            tuple((c.start, c.end) for c in s.content),
        )
        for s in statements
        if s.within is None
    ]


def outermost(found: Sequence[Roles]) -> list[Roles]:
    """Those whose cue stands in no other's content."""
    return [
        a
        for a in found
        if not any(
            b is not a and any(s <= c[0] and c[1] <= e for c in a.cue for s, e in b.content)
            for b in found
        )
    ]


def _spans(a: polnear.Attribution) -> tuple[tuple[Span, ...], tuple[Span, ...], tuple[Span, ...]]:
    return tuple(a.source), tuple(a.cue), tuple(a.content)


def _rows(corpus: str, score: AttributionScore, best: dict[str, str]) -> list[Result]:
    rows = []
    for role in ROLES:
        f1 = percent(score.exact[role].f1)
        rows.append(Result("attribution", corpus, f"{role}, exact span F1", f1, best.get(role, "")))
    for role in ROLES:
        f1 = percent(score.token[role].f1)
        rows.append(Result("attribution", corpus, f"{role}, word F1", f1))
    linked = percent(score.linked.f1)
    rows.append(Result("attribution", corpus, "all roles overlap, F1", linked))
    return rows
