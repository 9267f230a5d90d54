"""Names by kind in the domain: the fifth of re3d that training leaves out."""

from __future__ import annotations

from benchmarks import system
from benchmarks.corpora import re3d
from benchmarks.score.counts import Counts
from benchmarks.score.spans import Labelled, by_label
from benchmarks.tasks.base import Options, Result, held_out, limited, percent
from onrecord.model.analysis import Analysis

KINDS = {
    "PER": "Person",
    "ORG": "Organisation",
    "GPE": "Location",
    "LOC": "Location",
    "FAC": "Location",
    "NORP": "Nationality",
}
"""Our kinds in re3d's words. re3d marks titles as persons too, and governments as organisations."""


def run(options: Options) -> list[Result]:
    """Exact and relaxed F1 for each kind and for all together."""
    documents = sorted(re3d.documents(), key=lambda d: d.id)
    documents = list(limited(held_out(documents), options))
    gold: list[Labelled] = []
    found: list[Labelled] = []
    offset = 0
    for d, analysis in zip(documents, system.analyses([d.text for d in documents]), strict=True):
        marked = [(e.start, e.end, e.type) for e in d.entities]
        kinds = {*KINDS.values(), "Temporal"}
        gold += [(s + offset, e + offset, k) for s, e, k in marked if k in kinds]
        found += [(s + offset, e + offset, k) for s, e, k in of_analysis(analysis)]
        offset += len(d.text)
    rows = []
    for relax in (False, True):
        how = "overlap" if relax else "exact"
        counts = by_label(gold, found, relax=relax)
        total = sum(counts.values(), Counts())
        rows.append(Result("entities", "re3d, held out", f"all kinds, {how} F1", percent(total.f1)))
        rows += [
            Result(
                "entities", "re3d, held out", f"{kind}, {how} F1", percent(c.f1), "", f"{c.gold}"
            )
            for kind, c in counts.items()
        ]
    return rows


def of_analysis(analysis: Analysis) -> list[Labelled]:
    """The model's names and times in re3d's kinds."""
    names = [(n.start, n.end, KINDS[n.kind]) for n in analysis.names if n.kind in KINDS]
    return names + [(t.start, t.end, "Temporal") for t in analysis.times]
