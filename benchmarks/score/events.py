"""Event words: found or not, and of the found, how many attributes are right."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from benchmarks.score.counts import Counts
from benchmarks.score.spans import match_overlapping


@dataclass(frozen=True, slots=True)
class EventSpan:
    """An event word and its attributes by name ("class", "polarity" …).

    An attribute that the gold does not give, or gives as None, is not asked for.
    """

    start: int
    end: int
    attributes: Mapping[str, str | None] = field(default_factory=dict)


@dataclass(slots=True)
class EventScore:
    """Mentions by exact span and by overlap; attributes as (right, asked) over overlaps."""

    exact: Counts = field(default_factory=Counts)
    relaxed: Counts = field(default_factory=Counts)
    attributes: dict[str, tuple[int, int]] = field(default_factory=dict)

    def add(self, gold: Sequence[EventSpan], predicted: Sequence[EventSpan]) -> None:
        """Count one document in."""
        golds = [(e.start, e.end) for e in gold]
        predictions = [(e.start, e.end) for e in predicted]
        pairs = match_overlapping(golds, predictions)
        total = (len(predicted), len(gold))
        self.exact += Counts(sum(golds[i] == predictions[j] for i, j in pairs), *total)
        self.relaxed += Counts(len(pairs), *total)
        for i, j in pairs:
            for name, value in gold[i].attributes.items():
                if value is not None:
                    right, asked = self.attributes.get(name, (0, 0))
                    same = predicted[j].attributes.get(name) == value
                    self.attributes[name] = (right + same, asked + 1)

    def accuracy(self, name: str) -> float:
        """Of the mentions found that the gold gives this attribute, the share that is right."""
        right, asked = self.attributes.get(name, (0, 0))
        return right / asked if asked else 0.0
