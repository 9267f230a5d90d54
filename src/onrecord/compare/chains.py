"""Which mentions of events in a story's reports are one: a trained scorer, then clusters.

This is for reports that are read together, each mention with all its company at hand. A record,
which grows report by report, links events by what two of them say alone (``settled``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from onrecord.compare.company import Vectors, pair_features
from onrecord.compare.mentions import Telling
from onrecord.compare.stories import average_link

Floats = npt.NDArray[np.float64]

WEIGHTS = Path(__file__).parent / "weights" / "same_event.npz"


@dataclass(frozen=True, slots=True)
class Scorer:
    """A logistic regression over pairs: ``weights`` (features,), ``bias``, and the mean score at
    which two clusters are one event, ``least``; with the word vectors that features use."""

    weights: Floats
    bias: float
    least: float
    vectors: Vectors

    def score(self, tellings: Sequence[Telling], like: Floats) -> Floats:
        """How likely each two are one event, (n, n). ``like`` is the documents' likeness."""
        features = pair_features(tellings, like, self.vectors)
        return np.asarray(1 / (1 + np.exp(-(features @ self.weights + self.bias))))

    def chains(self, tellings: Sequence[Telling], like: Floats) -> list[list[int]]:
        """The clusters of the mentions of one story, each a list of their positions."""
        if not tellings:
            return []
        return average_link(self.score(tellings, like), self.least)


@cache
def scorer() -> Scorer:
    """The shipped scorer (``training/same_event.py`` makes it)."""
    with np.load(WEIGHTS) as data:
        rows = data["rows"].astype(np.float32) * data["scale"][:, None]
        vectors = Vectors({str(word): row for word, row in zip(data["stems"], rows, strict=True)})
        return Scorer(
            data["weights"].astype(np.float64), float(data["bias"]), float(data["least"]), vectors
        )
