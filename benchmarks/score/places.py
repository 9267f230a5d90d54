"""Places: recognised, and of those resolved, how far from the truth."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from benchmarks.score.counts import Counts
from benchmarks.score.spans import match_overlapping

NEAR_KM = 161.0  # a hundred miles, the field's measure of "the right place"
EARTH_KM = 6371.0088
FARTHEST_KM = 20038.0  # half the equator: what a place without coordinates costs in the AUC


@dataclass(frozen=True, slots=True)
class PlaceSpan:
    """A place name and its degrees; None where it was not resolved."""

    start: int
    end: int
    lat: float | None
    lon: float | None


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """The great-circle distance of two points given in degrees."""
    p1, p2 = math.radians(lat1), math.radians(lat2)
    dp, dl = p2 - p1, math.radians(lon2 - lon1)
    a = math.sin(dp / 2) ** 2 + math.cos(p1) * math.cos(p2) * math.sin(dl / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(a)))


@dataclass(slots=True)
class PlaceScore:
    """``distances`` are of names found and resolved by both; ``unresolved`` were found only.

    Names that the gold leaves without coordinates count for recognition alone.
    """

    exact: Counts = field(default_factory=Counts)
    relaxed: Counts = field(default_factory=Counts)
    distances: list[float] = field(default_factory=list)
    unresolved: int = 0

    def add(self, gold: Sequence[PlaceSpan], predicted: Sequence[PlaceSpan]) -> None:
        """Count one document in."""
        golds = [(p.start, p.end) for p in gold]
        predictions = [(p.start, p.end) for p in predicted]
        pairs = match_overlapping(golds, predictions)
        total = (len(predicted), len(gold))
        self.exact += Counts(len(set(golds) & set(predictions)), *total)
        self.relaxed += Counts(len(pairs), *total)
        for i, j in pairs:
            g, p = gold[i], predicted[j]
            if g.lat is None or g.lon is None:
                continue
            if p.lat is None or p.lon is None:
                self.unresolved += 1
            else:
                self.distances.append(distance_km(g.lat, g.lon, p.lat, p.lon))

    @property
    def accuracy(self) -> float:
        """Of the names found, the share put within 161 km; an unresolved one is a miss."""
        found = len(self.distances) + self.unresolved
        return sum(d <= NEAR_KM for d in self.distances) / found if found else 0.0

    @property
    def mean_km(self) -> float:
        """The mean distance of the resolved; 0 where there are none."""
        return sum(self.distances) / len(self.distances) if self.distances else 0.0
