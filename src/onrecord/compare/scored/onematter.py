"""How likely two statements of two reports are of one matter: a trained scorer.

What ties two accounts is seldom one thing: a rare word in both weighs more than three common ones,
a town or a day settles some doubts and not others. So the things that can be observed are weighed
together by a small network (``training/one_matter.py`` makes it, from the labelled cases of links
that may be looked at and from pairs of reports of one war, of which next to none are of one
matter). It looks at the two statements alone, so that what it says never changes with the record.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from onrecord.compare.accounts.facts import Said
from onrecord.compare.accounts.matter import other_towns
from onrecord.compare.pairs.claims import alike, told_figures
from onrecord.compare.scored.chains import scorer
from onrecord.link.words import topics

Floats = npt.NDArray[np.float64]

WEIGHTS = Path(__file__).parents[1] / "weights" / "one_matter.npz"
FEATURES = (
    "soft least", "soft most", "soft weight", "rare shared", "rare cover", "rarest", "cover",
    "shared", "telling", "place", "other place", "names", "sides", "figure", "other figure", "day",
    "other day", "least words", "most words", "acts", "gap", "topics",
)  # fmt: skip

_NAME = re.compile(r"(?<![.!?“\"] )(?<!^)\b[A-Z][\w’'-]+")
_FAR = 14
"""Days between two reports from which it no longer matters how many."""
_LIKE = 0.35
"""How near in meaning two words must be to count as alike at all."""


@dataclass(frozen=True, slots=True)
class Network:
    """Networks of one hidden layer whose outputs are averaged.

    ``mean`` and ``spread`` of the features (f,); ``inner`` (n, f, h), ``inner_bias`` (n, h),
    ``outer`` (n, h), ``outer_bias`` (n,); ``rarity``: how rare a stem is in news, from 0, and
    ``unseen`` for those that are in no text.
    """

    mean: Floats
    spread: Floats
    inner: Floats
    inner_bias: Floats
    outer: Floats
    outer_bias: Floats
    rarity: Mapping[str, float]
    unseen: float

    def chance(self, features: Floats) -> float:
        """How likely it is that two statements with these features are of one matter."""
        x = (features - self.mean) / self.spread
        hidden = np.tanh(np.einsum("f,nfh->nh", x, self.inner) + self.inner_bias)
        score = float(((hidden * self.outer).sum(1) + self.outer_bias).mean())
        return float(1 / (1 + np.exp(-score)))

    def rare(self, key: str) -> float:
        """How rare a stem is."""
        return self.rarity.get(key, self.unseen)


@cache
def network() -> Network:
    """The shipped scorer."""
    with np.load(WEIGHTS) as data:
        names = ("mean", "spread", "inner", "inner_bias", "outer", "outer_bias")
        mean, spread, inner, inner_bias, outer, outer_bias = (
            data[name].astype(np.float64) for name in names
        )
        rarity = dict(zip(map(str, data["stems"]), map(float, data["rarity"]), strict=True))
        unseen = float(data["unseen"])
    return Network(mean, spread, inner, inner_bias, outer, outer_bias, rarity, unseen)


def one_matter(left: Said, right: Said) -> float:
    """How likely the two are of one matter, from 0 to 1; the same whichever is given first."""
    if not left.matter.keys or not right.matter.keys:
        return 0.0
    known = network()
    return known.chance(features(left, right, known.rarity, known.unseen))


def near(left: Said, right: Said) -> float:
    """What part of either's words the other has, or has a word near in meaning for, each by how
    rare it is: of the two the smaller part."""
    known = network()
    a, b = left.matter.keys, right.matter.keys
    weigh = {key: known.rare(key) for key in a | b}
    parts = ((one, sum(weigh[key] for key in one), other) for one, other in ((a, b), (b, a)))
    return min(_soft(one, other, weigh) / weight if weight else 0.0 for one, weight, other in parts)


def features(left: Said, right: Said, rarity: Mapping[str, float], unseen: float) -> Floats:
    """What can be observed of the two, in the order of ``FEATURES``."""
    one, other = left.matter, right.matter
    a, b = one.keys, other.keys
    hard = a & b
    fewer, more = sorted((a - hard, b - hard), key=lambda rest: (len(rest), sorted(rest)))
    shared_or_kin = hard | alike(fewer, more)
    weigh = {key: rarity.get(key, unseen) for key in a | b}
    soft = [_soft(a, b, weigh), _soft(b, a, weigh)]
    weight = [sum(weigh[key] for key in keys_) for keys_ in (a, b)]
    shared = sum(weigh[key] for key in hard)
    figures = told_figures(left.text), told_figures(right.text)
    gap = 3.0
    if left.published is not None and right.published is not None:
        gap = abs(left.published.start - right.published.start)
    days = one.days is not None and other.days is not None
    meets = one.days is not None and other.days is not None and one.days.meets(other.days)
    least, most = sorted((len(a), len(b)))
    parts = [s / w if w else 0.0 for s, w in zip(soft, weight, strict=True)]
    return np.array([
        min(parts), max(parts), min(soft) / 10, shared / 10, shared / (min(weight) or 1.0),
        max((weigh[key] for key in hard), default=0.0) / unseen,
        len(shared_or_kin) / max(1, least), min(len(shared_or_kin), 6),
        min(len(hard & one.telling & other.telling), 5),
        bool((one.spots or one.setting) & (other.spots or other.setting)), other_towns(one, other),
        min(len(_named(left.text) & _named(right.text)), 3), bool(one.sides & other.sides),
        bool(figures[0] & figures[1]), bool(all(figures) and not figures[0] & figures[1]),
        meets, days and not meets, min(least, 8), min(most, 15), bool(one.heads & other.heads),
        min(gap, _FAR) / _FAR, bool(topics(hard)),
    ], dtype=np.float64)  # fmt: skip


def _soft(some: frozenset[str], others: frozenset[str], weigh: Mapping[str, float]) -> float:
    """How much of ``some`` the others have or nearly have, each word by how rare it is."""
    total = sum(weigh[key] for key in some & others)
    rest = sorted(some - others)
    if not rest or not others:
        return total
    nearest = (_vectors(tuple(rest)) @ _vectors(tuple(sorted(others))).T).max(1)
    near = np.clip((nearest - _LIKE) / (1 - _LIKE), 0, None) * 0.8
    return total + float(sum(weigh[key] * n for key, n in zip(rest, near, strict=True)))


@lru_cache(maxsize=4096)
def _vectors(stems: tuple[str, ...]) -> npt.NDArray[np.float32]:
    return scorer().vectors.of(stems)


@lru_cache(maxsize=8192)
def _named(text: str) -> frozenset[str]:
    """Words with a capital that no sentence begins with."""
    return frozenset(_NAME.findall(text))
