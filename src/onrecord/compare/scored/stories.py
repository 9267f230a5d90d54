"""Which reports tell one story: clusters of texts by the words and names that they share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import log, sqrt

import numpy as np
import numpy.typing as npt

from onrecord.link.words import fold, stem, words

Floats = npt.NDArray[np.float64]

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryOptions:
    """``least``: the mean likeness at which two clusters are one story; ``names``: how much a
    capitalised word or a number counts. ``names`` was chosen on ECB+'s training topics; ``least``,
    of five values from 0.12 to 0.2 that are alike on those, on its development topics.
    ``within``: the likeness, by what tells a cluster's own texts apart, under which it is two
    stories, of ``part`` texts each at least; both chosen on the training topics."""

    least: float = 0.18
    names: float = 3.0
    within: float = 0.075
    part: int = 4


def stories(texts: Sequence[str], *, options: StoryOptions | None = None) -> list[list[int]]:
    """The clusters of ``texts``, each a list of their positions, the first by its first text.

    What counts as a telling word depends on all the texts given; their order does not matter.
    """
    options = options or StoryOptions()
    found = average_link(likeness(texts, options=options), options.least)
    return sorted(part for cluster in found for part in _parts(texts, cluster, options))


def _parts(texts: Sequence[str], cluster: list[int], options: StoryOptions) -> list[list[int]]:
    """The stories of a cluster: two strikes on one town are alike among all the world's news, but
    of what the reports of them do not share in any case each has its own."""
    if len(cluster) < 2 * options.part:
        return [cluster]
    like = likeness([texts[at] for at in cluster], options=options)
    found = average_link(like, options.within)
    parts = [part for part in found if len(part) >= options.part]
    if len(parts) < 2:
        return [cluster]
    own = [list(part) for part in parts]
    for few in found:
        if len(few) < options.part:
            near = [float(like[np.ix_(few, part)].mean()) for part in parts]
            own[near.index(max(near))] += few
    return [sorted(cluster[at] for at in part) for part in own]


def likeness(texts: Sequence[str], *, options: StoryOptions | None = None) -> Floats:
    """The likeness of each text to each in [0, 1]: the cosine of their words, names and pairs of
    words, the rarer among ``texts`` the heavier. Shape: (texts, texts)."""
    options = options or StoryOptions()
    bags = [_bag(text, options.names) for text in texts]
    among = Counter(key for bag in bags for key in bag)
    column = {key: at for at, key in enumerate(sorted(k for k, n in among.items() if n > 1))}
    table = np.zeros((len(texts), max(1, len(column))), dtype=np.float32)
    for row, bag in enumerate(bags):
        for key, count in bag.items():
            if key in column:
                table[row, column[key]] = sqrt(count) * log(len(texts) / among[key])
    table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)
    return (table @ table.T).astype(np.float64)


def average_link(like: Floats, least: float) -> list[list[int]]:
    """Clusters joined, the likest first, while their members are alike by ``least`` in the mean.

    ``like`` is symmetric, (n, n).
    """
    table = like.astype(np.float64).copy()
    np.fill_diagonal(table, -np.inf)
    members = [[at] for at in range(len(table))]
    while len(table) > 1:
        first, second = sorted(divmod(int(table.argmax()), len(table)))
        if table[first, second] < least:
            break
        one, other = len(members[first]), len(members[second])
        joined = (one * table[first] + other * table[second]) / (one + other)
        table[first], table[:, first] = joined, joined
        table[first, first] = -np.inf
        table[second], table[:, second] = -np.inf, -np.inf
        members[first] += members[second]
        members[second] = []
    return [sorted(cluster) for cluster in members if cluster]


def _bag(text: str, names: float) -> Counter[str]:
    """Stems and pairs of stems in a row, with their counts; names and numbers count ``names``."""
    bag: Counter[str] = Counter()
    before: str | None = None
    for match in _WORD.finditer(text):
        weight = names if match.group()[0].isupper() or match.group()[0].isdigit() else 1.0
        for part in fold(match.group()).split("-"):
            if part in words().stop:
                before = None
            elif len(part) > 2 or part.isdigit():
                key = stem(part)
                bag[key] += weight  # type: ignore[assignment]
                if before is not None:
                    bag[f"{before} {key}"] += 1
                before = key
    return bag
