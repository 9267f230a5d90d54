"""Entities by kind in the domain: the fifth of re3d that training leaves out.

re3d marks more than names: "the former leader", "he", "Syrian opposition forces", "all parties".
So what is scored first is the record: all mentions of its actors, its places and times. The
model's names alone stand beside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from benchmarks import system
from benchmarks.corpora import re3d
from benchmarks.score.counts import Counts
from benchmarks.score.spans import Labelled, by_label
from benchmarks.tasks.base import Options, Result, held_out, limited, percent
from onrecord.model.analysis import Analysis
from onrecord.records import Actor, ReportRecord, Span

KINDS = {
    "PER": "Person",
    "ORG": "Organisation",
    "GPE": "Location",
    "LOC": "Location",
    "FAC": "Location",
}
"""Our kinds of names in re3d's words."""
UNMARKED = frozenset({"my", "your", "his", "her", "its", "our", "their"}) | frozenset(
    {"who", "whom", "whose", "which", "that"}
)
"""Pronouns that re3d seldom marks as anybody: ten of the 114 possessive ones, no relative one."""
SCORED = ("Location", "Organisation", "Person", "Temporal")


def run(options: Options) -> list[Result]:
    """Exact and relaxed F1 for each of the four kinds and for all together."""
    documents = sorted(re3d.documents(), key=lambda d: d.id)
    documents = list(limited(held_out(documents), options))
    gold: list[Labelled] = []
    found: dict[str, list[Labelled]] = {"the record": [], "the model's names": []}
    offset = 0
    records = system.records([system.Given(d.text) for d in documents])
    for d, (analysis, record) in zip(documents, records, strict=True):
        marked = [(e.start, e.end, e.type) for e in d.entities]
        gold += [(s + offset, e + offset, k) for s, e, k in marked if k in SCORED]
        for name, spans in (
            ("the record", of_record(record)),
            ("the model's names", of_analysis(analysis)),
        ):
            found[name] += [(s + offset, e + offset, k) for s, e, k in spans]
        offset += len(d.text)
    rows = []
    for name, spans in found.items():
        for relax in (True, False):
            rows += _rows(f"re3d, held out, {name}", gold, spans, relax=relax)
    return rows


def _rows(
    corpus: str, gold: list[Labelled], found: list[Labelled], *, relax: bool
) -> Iterator[Result]:
    how = "overlap" if relax else "exact"
    counts = by_label(gold, found, relax=relax)
    total = sum(counts.values(), Counts())
    yield Result("entities", corpus, f"the four kinds, {how} F1", percent(total.f1))
    for kind, c in counts.items():
        yield Result("entities", corpus, f"{kind}, {how} F1", percent(c.f1), "", f"{c.gold}")


def of_analysis(analysis: Analysis) -> list[Labelled]:
    """The model's names and times in re3d's kinds."""
    names = [(n.start, n.end, KINDS[n.kind]) for n in analysis.names if n.kind in KINDS]
    return names + [(t.start, t.end, "Temporal") for t in analysis.times]


def of_record(record: ReportRecord) -> list[Labelled]:
    """All mentions of a record's actors, its places and times, in re3d's kinds.

    Left out is what the record holds and re3d, in the four fifths in view, marks as something else
    or not at all: possessive and relative pronouns; states by an adjective ("Iraqi territory": its
    Nationality); things that are said to say something ("the manual": its DocumentReference); "X
    and Y" as one beside X and Y; times that are only past, present or future ("now").
    """
    joint = _joint(record.actors)
    spans = [
        (m.start, m.end, _kind(actor))
        for actor in record.actors
        if not _is_thing(actor)
        for m in actor.mentions
        if m.text.lower() not in UNMARKED and m not in joint and not _is_adjective(m.text)
    ]
    spans += [(p.span.start, p.span.end, "Location") for p in record.places]
    dated = [t for t in record.times if not t.value.endswith("_REF")]
    return spans + [(t.span.start, t.span.end, "Temporal") for t in dated]


def _kind(actor: Actor) -> str:
    """re3d calls peoples, crowds and sides ("all parties") organisations."""
    return "Person" if actor.kind == "person" else "Organisation"


def _is_thing(actor: Actor) -> bool:
    """Whether an actor is only a source that is nobody: neither named nor, by its noun, a body."""
    from onrecord.extract.actors.trees.lexicon import words

    if actor.kind != "other" or actor.named:
        return False
    nouns = {word for m in actor.mentions for word in re.findall(r"\w+", m.text.lower())}
    return not any(word in words().nouns or word in words().plural for word in nouns)


def _is_adjective(text: str) -> bool:
    """Whether a mention is nothing but an adjective, which the record takes for the state."""
    from onrecord.extract.actors.trees.countries import countries

    return text in countries().adjectives and countries().country(text) is None


def _joint(actors: Sequence[Actor]) -> set[Span]:
    """The mentions of several side by side that begin with one's mention and end with another's."""
    starts: dict[int, set[str]] = {}
    ends: dict[int, set[str]] = {}
    for actor in actors:
        for m in actor.mentions:
            starts.setdefault(m.start, set()).add(actor.id)
            ends.setdefault(m.end, set()).add(actor.id)
    return {
        m
        for actor in actors
        for m in actor.mentions
        if re.search(r",|\band\b", m.text)
        and any(a != b for a in starts[m.start] - {actor.id} for b in ends[m.end] - {actor.id})
    }
