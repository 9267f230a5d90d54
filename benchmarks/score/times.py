"""Time expressions as TempEval-3 scores them: strict, relaxed, and relaxed with the right value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from benchmarks.score.counts import Counts
from benchmarks.score.spans import match_overlapping


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A time expression; ``value`` is TIMEX3's. The document's own time takes no part."""

    start: int
    end: int
    type: str
    value: str


@dataclass(slots=True)
class TimeScore:
    """``strict``: the same span; ``relaxed``: overlap; ``value``, ``type``: overlap and equal."""

    strict: Counts = field(default_factory=Counts)
    relaxed: Counts = field(default_factory=Counts)
    value: Counts = field(default_factory=Counts)
    type: Counts = field(default_factory=Counts)

    def add(self, gold: Sequence[TimeSpan], predicted: Sequence[TimeSpan]) -> None:
        """Count one document in."""
        golds = [(t.start, t.end) for t in gold]
        predictions = [(t.start, t.end) for t in predicted]
        pairs = match_overlapping(golds, predictions)
        total = (len(predicted), len(gold))
        self.strict += Counts(sum(golds[i] == predictions[j] for i, j in pairs), *total)
        self.relaxed += Counts(len(pairs), *total)
        same = sum(gold[i].value == predicted[j].value for i, j in pairs)
        self.value += Counts(same, *total)
        same = sum(gold[i].type == predicted[j].type for i, j in pairs)
        self.type += Counts(same, *total)
