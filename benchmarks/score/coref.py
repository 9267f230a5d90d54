"""Coreference: MUC, B³, CEAF-e and their mean, CoNLL F1.

A mention is anything hashable; a clustering is a list of sets of them. Singletons are kept where
the caller keeps them. Mentions that only one side has count as the official scorer counts them.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from benchmarks.score.assignment import best_assignment

Cluster = AbstractSet[Hashable]


@dataclass(frozen=True, slots=True)
class Ratio:
    """Sums behind a precision and a recall; they add up over documents."""

    right_predicted: float = 0.0
    predicted: float = 0.0
    right_gold: float = 0.0
    gold: float = 0.0

    def __add__(self, other: Ratio) -> Ratio:
        return Ratio(
            self.right_predicted + other.right_predicted,
            self.predicted + other.predicted,
            self.right_gold + other.right_gold,
            self.gold + other.gold,
        )

    @property
    def precision(self) -> float:
        """In [0, 1]; 0 where nothing was predicted."""
        return self.right_predicted / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """In [0, 1]; 0 where there was nothing to find."""
        return self.right_gold / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


@dataclass(slots=True)
class CorefScore:
    """The three measures over all documents counted in."""

    muc: Ratio = field(default_factory=Ratio)
    b_cubed: Ratio = field(default_factory=Ratio)
    ceaf_e: Ratio = field(default_factory=Ratio)

    def add(self, gold: Sequence[Cluster], predicted: Sequence[Cluster]) -> None:
        """Count one document (or one set of documents) in."""
        self.muc += muc(gold, predicted)
        self.b_cubed += b_cubed(gold, predicted)
        self.ceaf_e += ceaf_e(gold, predicted)

    @property
    def conll(self) -> float:
        """The mean of the three F1."""
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf_e.f1) / 3


def clusters_of(pairs: Iterable[tuple[Hashable, Hashable]]) -> list[set[Hashable]]:
    """The clustering of ``(mention, cluster's name)`` pairs, in the order of the first mentions."""
    found: dict[Hashable, set[Hashable]] = {}
    for mention, name in pairs:
        found.setdefault(name, set()).add(mention)
    return list(found.values())


def muc(gold: Sequence[Cluster], predicted: Sequence[Cluster]) -> Ratio:
    """Links: a cluster of n mentions needs n - 1, and keeps one less for each part it is cut in."""
    right_gold, all_gold = _links(gold, predicted)
    right_predicted, all_predicted = _links(predicted, gold)
    return Ratio(right_predicted, all_predicted, right_gold, all_gold)


def _links(key: Sequence[Cluster], response: Sequence[Cluster]) -> tuple[float, float]:
    """The links of ``key`` that ``response`` keeps, and all of them."""
    home = _home(response)
    kept = total = 0
    for cluster in key:
        parts = {home[m] for m in cluster if m in home}
        alone = sum(m not in home for m in cluster)
        kept += len(cluster) - len(parts) - alone
        total += len(cluster) - 1
    return float(kept), float(total)


def b_cubed(gold: Sequence[Cluster], predicted: Sequence[Cluster]) -> Ratio:
    """For every mention, how much of its cluster is shared by its cluster on the other side."""
    return Ratio(
        _shares(predicted, gold),
        float(sum(len(c) for c in predicted)),
        _shares(gold, predicted),
        float(sum(len(c) for c in gold)),
    )


def _shares(key: Sequence[Cluster], response: Sequence[Cluster]) -> float:
    """The sum over the mentions of ``key`` of the share of their cluster found together."""
    home = _home(response)
    total = 0.0
    for cluster in key:
        counts: dict[int, int] = {}
        for mention in cluster:
            if mention in home:
                counts[home[mention]] = counts.get(home[mention], 0) + 1
        total += sum(n * n for n in counts.values()) / len(cluster) if cluster else 0.0
    return total


def ceaf_e(gold: Sequence[Cluster], predicted: Sequence[Cluster]) -> Ratio:
    """The best one-to-one alignment of clusters by how like they are (2·shared / both sizes)."""
    home = _home(predicted)
    likeness: dict[tuple[int, int], float] = {}
    for i, cluster in enumerate(gold):
        shared: dict[int, int] = {}
        for mention in cluster:
            if mention in home:
                shared[home[mention]] = shared.get(home[mention], 0) + 1
        for j, n in shared.items():
            likeness[i, j] = 2 * n / (len(cluster) + len(predicted[j]))
    best = best_assignment(likeness)
    return Ratio(best, float(len(predicted)), best, float(len(gold)))


def _home(clusters: Sequence[Cluster]) -> dict[Hashable, int]:
    """Which cluster each mention is in."""
    return {mention: i for i, cluster in enumerate(clusters) for mention in cluster}
