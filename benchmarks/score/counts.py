"""Precision, recall and F1 from counts."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were right, how many predicted, how many there were. Ratios are in [0, 1]."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.right + other.right, self.predicted + other.predicted, self.gold + other.gold
        )

    @property
    def precision(self) -> float:
        """Right of the predicted; 0 where nothing was predicted."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Right of the gold; 0 where there was none."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.predicted + self.gold
        return 2 * self.right / total if total else 0.0


def of_sets(gold: Iterable[Hashable], predicted: Iterable[Hashable]) -> Counts:
    """Counts of two sets of things that are right where they are equal."""
    golds, predictions = set(gold), set(predicted)
    return Counts(len(golds & predictions), len(predictions), len(golds))


def macro_f1(gold: list[str], predicted: list[str]) -> float:
    """The mean of the classes' F1, over the classes that occur in either list."""
    classes = sorted(set(gold) | set(predicted))
    scores = []
    for name in classes:
        right = sum(g == p == name for g, p in zip(gold, predicted, strict=True))
        scores.append(Counts(right, predicted.count(name), gold.count(name)).f1)
    return sum(scores) / len(scores) if scores else 0.0


def accuracy(gold: list[str], predicted: list[str]) -> float:
    """The share of equal labels; 0 for none at all."""
    if not gold:
        return 0.0
    return sum(g == p for g, p in zip(gold, predicted, strict=True)) / len(gold)
