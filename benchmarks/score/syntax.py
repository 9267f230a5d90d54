"""UPOS, UAS and LAS, on gold words or on raw text, aligned by characters as in CoNLL 2018.

A word of the system is the gold's where both cover the same characters, white space aside.
On gold words every word aligns, and the F1 is the accuracy. Relations lose their subtypes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from benchmarks.score.counts import Counts


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a document. ``head`` indexes the document's words, -1 at a sentence's root."""

    start: int
    end: int
    upos: str
    head: int
    deprel: str


@dataclass(slots=True)
class SyntaxScore:
    """Counts over words; ``sentences`` are right where both their ends are."""

    words: Counts = field(default_factory=Counts)
    sentences: Counts = field(default_factory=Counts)
    upos: Counts = field(default_factory=Counts)
    uas: Counts = field(default_factory=Counts)
    las: Counts = field(default_factory=Counts)

    def add(
        self,
        gold: Sequence[Word],
        predicted: Sequence[Word],
        sentences: tuple[Sequence[tuple[int, int]], Sequence[tuple[int, int]]] = ((), ()),
    ) -> None:
        """Count one document in; ``sentences`` are the gold's and the system's spans."""
        pairs = align(gold, predicted)
        to_gold = {j: i for i, j in pairs}
        total = (len(predicted), len(gold))
        upos = uas = las = 0
        for i, j in pairs:
            g, p = gold[i], predicted[j]
            upos += g.upos == p.upos
            attached = g.head == -1 if p.head == -1 else to_gold.get(p.head) == g.head
            uas += attached
            las += attached and plain(g.deprel) == plain(p.deprel)
        self.words += Counts(len(pairs), *total)
        self.upos += Counts(upos, *total)
        self.uas += Counts(uas, *total)
        self.las += Counts(las, *total)
        one, other = set(sentences[0]), set(sentences[1])
        self.sentences += Counts(len(one & other), len(other), len(one))


def plain(deprel: str) -> str:
    """A relation without its subtype."""
    return deprel.partition(":")[0]


def align(gold: Sequence[Word], predicted: Sequence[Word]) -> list[tuple[int, int]]:
    """Pairs of indices of words with the same span, in order.

    Words that share one span (an uncut contraction) are paired in their order.
    """
    places: dict[tuple[int, int], list[int]] = {}
    for j, word in enumerate(predicted):
        places.setdefault((word.start, word.end), []).append(j)
    pairs = []
    for i, word in enumerate(gold):
        same = places.get((word.start, word.end))
        if same:
            pairs.append((i, same.pop(0)))
    return pairs
