"""Coreference within a report: GUM's development part, the actors' mentions.

GUM marks every noun phrase with all that hangs on it; our mentions are names, titles and
pronouns. So beside exact spans, mentions are also compared by their heads: a mention of ours is
the smallest of GUM's whose head it contains and whose span contains it.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

from benchmarks import system
from benchmarks.corpora import ud
from benchmarks.score.coref import CorefScore
from benchmarks.tasks.base import Options, Result, limited, percent

Chain = Sequence[tuple[int, int]]
ACTORS = {"person", "organization", "place"}  # what an actor can be; a place may stand for a state


def run(options: Options) -> list[Result]:
    """CoNLL F1 without singletons, of the record's actors."""
    documents = limited(ud.documents("gum", "dev"), options)
    scores = {key: CorefScore() for key in ("actors", "actors, heads")}
    read = system.records([system.Given(d.text) for d in documents])
    for document, (_, record) in zip(documents, read, strict=True):
        actors = [[(m.start, m.end) for m in actor.mentions] for actor in record.actors]
        gold = _gold(document, ACTORS)
        scores["actors"].add(gold, _clusters(actors))
        scores["actors, heads"].add(gold, _by_head(document, actors, ACTORS))
    corpus = "GUM dev, persons bodies places"
    return [
        Result("coreference", corpus, f"{what}, CoNLL F1", percent(score.conll))
        for what, score in scores.items()
    ]


def _gold(document: ud.Document, only: set[str] | None) -> list[set[Hashable]]:
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
    document: ud.Document, chains: Sequence[Chain], only: set[str] | None
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
