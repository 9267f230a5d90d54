"""Time expressions as TempEval-3 scores them: strict, relaxed, and relaxed with the right value."""

from __future__ import annotations

import re
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


_CLOCK = re.compile(r"(T\d\d(?::\d\d){0,2})(?:Z|[+-]\d\d(?::?\d\d)?)$")
_LENGTHS = {"P7D": "P1W", "P24H": "P1D", "PT24H": "P1D", "P12M": "P1Y", "P1DE": "P10Y"}


def plain(value: str) -> str:
    """One notation for what TIMEX3 lets be written in several: 2000-W7 and 2000-W07, 196X and 196,
    1968-XX and 1968, a clock with and without its zone, P7D and P1W."""
    value = re.sub(r"-W(\d)(?!\d)", r"-W0\1", value.strip())
    value = _CLOCK.sub(r"\1", value)
    value = re.sub(r"T(\d)(?!\d)", r"T0\1", value)
    value = re.sub(r"^(\d{3})X$", r"\1", value)
    value = re.sub(r"^(\d{4})(?:-XX)+$", r"\1", value)
    return _LENGTHS.get(value, value)


@dataclass(slots=True)
class TimeScore:
    """``strict``: the same span; ``relaxed``: overlap; ``value``, ``type``: overlap and equal, as
    strings; ``meant``: overlap, and the same value in whatever notation (``plain``)."""

    strict: Counts = field(default_factory=Counts)
    relaxed: Counts = field(default_factory=Counts)
    value: Counts = field(default_factory=Counts)
    meant: Counts = field(default_factory=Counts)
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
        same = sum(plain(gold[i].value) == plain(predicted[j].value) for i, j in pairs)
        self.meant += Counts(same, *total)
        same = sum(gold[i].type == predicted[j].type for i, j in pairs)
        self.type += Counts(same, *total)
