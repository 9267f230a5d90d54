"""How likely a mention's event is told of once more in its story.

Most mentions that have no fellow look as if they had one: an event beside the story's own, named in
the same word by two reports. Two mentions are joined the sooner the more likely each of them has a
fellow at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from onrecord.compare.scored.mentions import Telling
from onrecord.compare.scored.phrases import KINDS, meanings

Floats = npt.NDArray[np.float64]

READ = tuple(KINDS.index(kind) for kind in ("alone", "five around", "sentence"))
"""Phrases whose meaning is weighed."""
CLIP = 4.0
_MOST = 5.0


@dataclass(frozen=True, slots=True)
class Retold:
    """A logistic regression: of what is observed, beside ``mean`` and by ``spread``, with
    ``weights`` (f,); of three phrases' meanings, with ``meaning`` (3, 384)."""

    mean: Floats
    spread: Floats
    weights: Floats
    meaning: Floats
    bias: float

    def __call__(self, tellings: Sequence[Telling], odds: Floats) -> Floats:
        """Log-odds of each mention, at most ``CLIP`` either way. ``odds`` are the pairs'."""
        seen = np.clip((observed(tellings, odds) - self.mean) / self.spread, -CLIP, CLIP)
        told = np.einsum("mkw,kw->m", meant(tellings), self.meaning)
        return np.asarray(np.clip(seen @ self.weights + told + self.bias, -CLIP, CLIP))


def meant(tellings: Sequence[Telling]) -> Floats:
    """The vectors that are weighed, (mentions, 3, 384)."""
    return np.asarray(meanings(t.phrases for t in tellings)[:, READ], dtype=np.float64)


def observed(tellings: Sequence[Telling], odds: Floats) -> Floats:
    """(mentions, f): how like the others of the story it is, and how its sentence puts it."""
    one = ~np.eye(len(tellings), dtype=bool)
    like = np.where(one, 1 / (1 + np.exp(-odds)), 0.0)
    heads = np.array([t.head for t in tellings])
    documents = np.array([t.document for t in tellings])
    same = heads[:, None] == heads[None]
    every = len(set(documents.tolist()))
    best = -np.sort(-like, axis=1)
    nearest = np.where(one, odds, -_MOST).max(1)
    spread = [len(set(documents[row].tolist())) / every for row in same]
    company = np.stack(
        [
            best[:, 0],
            best[:, min(1, len(best) - 1)],
            best[:, :5].mean(1),
            np.log1p(like.sum(1)),
            np.log1p((like > 0.5).sum(1)),
            np.log1p(same.sum(1)),
            np.array(spread),
            (like * same).max(1),
            (like * ~same).max(1),
            np.log1p((like * ~same).sum(1)),
            np.full(len(tellings), np.log(len(tellings))),
            np.full(len(tellings), np.log(every)),
            np.log1p((documents[:, None] == documents[None]).sum(1)),
            np.clip(nearest, -_MOST, _MOST),
        ],
        axis=1,
    )
    own = [
        (not t.left, not t.right, not t.args, *map(len, (t.names, t.numbers, t.places, t.times)))
        for t in tellings
    ]
    put = [t.manner for t in tellings]
    return np.concatenate([company, np.array(own, dtype=np.float64), np.array(put)], axis=1)
