"""Coreference within a report: GUM's development part, what the record holds.

The record holds persons and bodies as actors, and towns and countries as places, each mention of
a place by itself: mentions of one place are one entity here, and one with the actor of which a
mention is the same words (a state). Things, events and ideas, which are half of GUM's mentions,
the record does not hold; the last row says what it has of all.

GUM marks every noun phrase with all that hangs on it; our mentions are names, titles and
pronouns. So beside exact spans, mentions are also compared by their heads: a mention of ours is
the smallest of GUM's whose head it contains and whose span contains it.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from collections.abc import Set as AbstractSet

from benchmarks import system
from benchmarks.corpora import ud
from benchmarks.score.coref import CorefScore
from benchmarks.tasks.base import Options, Result, limited, percent
from onrecord.records import ReportRecord

Chain = Sequence[tuple[int, int]]
BODIES = frozenset({"person", "organization"})
KINDS: dict[str, frozenset[str] | None] = {
    "GUM dev, persons bodies places": BODIES | {"place"},
    "GUM dev, persons bodies": BODIES,
    "GUM dev, all mentions": None,
}


def run(options: Options) -> list[Result]:
    """CoNLL F1 without singletons, of the record's actors and places."""
    documents = limited(ud.documents("gum", "dev"), options)
    spans = {corpus: CorefScore() for corpus in KINDS}
    heads = {corpus: CorefScore() for corpus in KINDS}
    read = system.records([system.Given(d.text) for d in documents])
    for document, (_, record) in zip(documents, read, strict=True):
        for corpus, kinds in KINDS.items():
            found = chains(record, places=kinds != BODIES)
            gold = _gold(document, kinds)
            spans[corpus].add(gold, _clusters(found))
            heads[corpus].add(gold, _by_head(document, found, kinds))
    results = []
    for corpus in KINDS:
        for what, scores in (("heads, CoNLL F1", heads), ("CoNLL F1", spans)):
            results.append(Result("coreference", corpus, what, percent(scores[corpus].conll)))
    return results


def chains(record: ReportRecord, *, places: bool) -> list[list[tuple[int, int]]]:
    """The mentions of each actor and, if asked, of each place of the record."""
    found = [[(m.start, m.end) for m in actor.mentions] for actor in record.actors]
    if not places:
        return found
    whose = {span: chain for chain in found for span in chain}
    known: dict[Hashable, list[tuple[int, int]]] = {}
    for place in record.places:
        span = (place.span.start, place.span.end)
        known.setdefault(place.geonameid or place.name.casefold(), []).append(span)
    for chain in known.values():
        actor = next((whose[span] for span in chain if span in whose), None)
        if actor is None:
            found.append(chain)
        else:
            actor.extend(span for span in chain if span not in whose)
    return found


def _gold(document: ud.Document, only: AbstractSet[str] | None) -> list[set[Hashable]]:
    groups: dict[int, set[Hashable]] = {}
    for m in document.mentions:
        if only is None or m.type in only:
            groups.setdefault(m.group, set()).add((m.start, m.end))
    return [group for group in groups.values() if len(group) > 1]


def _clusters(chains: Sequence[Chain]) -> list[set[Hashable]]:
    """The chains as sets of spans, each span in the first chain that has it; no singletons."""
    seen: set[tuple[int, int]] = set()
    found: list[set[Hashable]] = []
    for chain in chains:
        fresh = {span for span in chain if span not in seen}
        seen |= fresh
        if len(fresh) > 1:
            found.append(set(fresh))
    return found


def _by_head(
    document: ud.Document, chains: Sequence[Chain], only: AbstractSet[str] | None
) -> list[set[Hashable]]:
    """The chains with each span replaced by the gold mention that it means, where there is one."""
    heads = []
    for m in document.mentions:
        if only is None or m.type in only:
            token = _head(document.sentences[m.sentence], m)
            heads.append((m.end - m.start, m.start, m.end, *token))
    heads.sort()
    moved = []
    for chain in chains:
        spans: list[tuple[int, int]] = []
        for start, end in chain:
            meant = (
                (a, b) for _, a, b, s, e in heads if start <= s and e <= end <= b and a <= start
            )
            spans.append(next(meant, (start, end)))
        moved.append(spans)
    return _clusters(moved)


def _head(sentence: ud.Sentence, mention: ud.Mention) -> tuple[int, int]:
    """The span of a mention's head: the word whose own head stands outside."""
    inside = range(mention.first, mention.last + 1)
    number = next((i for i in inside if sentence.tokens[i].head not in inside), mention.last)
    token = sentence.tokens[number]
    return sentence.start + token.start, sentence.start + token.end
