"""Which mentions of events in a story's reports are one: a trained scorer, then clusters.

This is for reports that are read together, each mention with all its company at hand. A record,
which grows report by report, links events by what two of them say alone (``settled``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from math import sqrt
from pathlib import Path

import numpy as np
import numpy.typing as npt

from onrecord.compare.scored.company import Vectors, pair_features
from onrecord.compare.scored.mentions import Telling
from onrecord.compare.scored.retold import Retold
from onrecord.compare.scored.stories import average_link

Floats = npt.NDArray[np.float64]

WEIGHTS = Path(__file__).parents[1] / "weights" / "same_event.npz"
_ARRAYS = ("mean", "spread", "inner", "inner_bias", "outer", "around")
_AGAIN = ("mean", "spread", "weights", "meaning")
CLIP = 4.0
"""Beyond so many standard deviations more of an observation says nothing more."""
# How much it counts that a mention seems to have no fellow: with ``least``, of settings that are
# alike on ECB+'s training topics, one that is among the best on its development topics.
SHARE, USUAL, MOST = 0.3, 0.5, 3.0


@dataclass(frozen=True, slots=True)
class Layers:
    """Networks of one hidden layer whose outputs are averaged, with a linear way around it.

    ``mean`` and ``spread`` of the features (f,); ``inner`` (n, f, h), ``inner_bias`` (n, h),
    ``outer`` (n, h); the ways around are one: ``around`` (f,); ``bias``.
    """

    mean: npt.NDArray[np.float32]
    spread: npt.NDArray[np.float32]
    inner: npt.NDArray[np.float32]
    inner_bias: npt.NDArray[np.float32]
    outer: npt.NDArray[np.float32]
    around: npt.NDArray[np.float32]
    bias: float

    def __call__(self, features: npt.NDArray[np.float32]) -> Floats:
        """Log-odds, (pairs, f) to (pairs,)."""
        seen = np.clip((features - self.mean) / self.spread, -CLIP, CLIP)
        total = seen @ self.around + self.bias
        for inner, bias, outer in zip(self.inner, self.inner_bias, self.outer, strict=True):
            total += _gelu(seen @ inner + bias) @ outer / len(self.inner)
        return np.asarray(total, dtype=np.float64)


def _gelu(x: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    return np.asarray(0.5 * x * (1 + np.tanh(sqrt(2 / np.pi) * (x + 0.044715 * x**3))))


@dataclass(frozen=True, slots=True)
class Scorer:
    """The networks over pairs, how likely a mention has a fellow, ``retold``, and the mean score
    at which two clusters are one event, ``least``; with the word vectors that features use."""

    layers: Layers
    retold: Retold
    least: float
    vectors: Vectors

    def score(self, tellings: Sequence[Telling], like: Floats) -> Floats:
        """How likely each two are one event, (n, n). ``like`` is the documents' likeness."""
        odds = pair_odds(self.layers, pair_features(tellings, like, self.vectors))
        found = 1 / (1 + np.exp(-weighed(odds, self.retold(tellings, odds))))
        np.fill_diagonal(found, 1.0)
        return np.asarray(found)

    def chains(self, tellings: Sequence[Telling], like: Floats) -> list[list[int]]:
        """The clusters of the mentions of one story, each a list of their positions."""
        if not tellings:
            return []
        return average_link(self.score(tellings, like), self.least)


def pair_odds(layers: Layers, features: npt.NDArray[np.float32]) -> Floats:
    """Log-odds that two mentions are one event, (n, n) from (n, n, f); zeros for one mention."""
    count = len(features)
    one, other = np.triu_indices(count, 1)
    found = np.zeros((count, count))
    found[one, other] = found[other, one] = layers(features[one, other])
    return found


def weighed(odds: Floats, retold: Floats) -> Floats:
    """The pairs' log-odds, the lower the less likely the two have a fellow at all."""
    own = SHARE * np.clip(retold - USUAL, -MOST, MOST)
    return np.asarray(odds + own[:, None] + own[None])


@cache
def scorer() -> Scorer:
    """The shipped scorer (``training/same_event.py`` makes it)."""
    with np.load(WEIGHTS) as data:
        rows = data["rows"].astype(np.float32) * data["scale"][:, None]
        vectors = Vectors({str(word): row for word, row in zip(data["stems"], rows, strict=True)})
        arrays = {name: data[name].astype(np.float32) for name in _ARRAYS}
        layers = Layers(**arrays, bias=float(data["bias"]))
        again = {name: data[f"retold_{name}"].astype(np.float64) for name in _AGAIN}
        retold = Retold(**again, bias=float(data["retold_bias"]))
        return Scorer(layers, retold, float(data["least"]), vectors)
