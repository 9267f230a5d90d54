"""Decoding syntax: arc scores → one tree a sentence, with one root.

Greedy heads give an invalid tree in about one sentence of twenty; only those are decoded by
Chu-Liu and Edmonds' maximum spanning tree.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Doubles = npt.NDArray[np.float64]
Heads = npt.NDArray[np.int64]
_NO = -1e9
LABEL_ROWS = 512
"""Words labelled in one product: 7 MB of scores."""


def best_heads(scores: Floats) -> Heads:
    """Heads of words 1…n from scores (n + 1, n + 1) of word i depending on word j; 0 is the root.

    The result has n entries; exactly one of them is 0.
    """
    arcs: Doubles = scores.astype(np.float64)
    np.fill_diagonal(arcs, _NO)
    best: Heads = arcs[1:].argmax(1)
    if (best == 0).sum() == 1 and not _cycle(best):
        return best
    best = _edmonds(arcs)[1:]
    if (best == 0).sum() == 1:
        return best
    best_score = -np.inf
    for root in np.argsort(-arcs[1:, 0])[:4]:  # the single root that gives the best whole tree
        one = arcs.copy()
        one[1:, 0] = _NO
        one[root + 1, 0] = arcs[root + 1, 0]
        tree = _edmonds(one)
        total = float(arcs[np.arange(1, len(arcs)), tree[1:]].sum())
        if total > best_score:
            best, best_score = tree[1:], total
    return best


def _cycle(heads: Heads) -> list[int]:
    """The words (1-based) of one cycle among ``heads``, or an empty list."""
    state = [0] * (len(heads) + 1)
    state[0] = 2
    for start in range(1, len(heads) + 1):
        path: list[int] = []
        node = start
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = int(heads[node - 1])
        if state[node] == 1:
            return path[path.index(node) :]
        for seen in path:
            state[seen] = 2
    return []


def _edmonds(scores: Doubles) -> Heads:
    """Maximum spanning tree of dense scores (n, n), rows depend on columns, 0 is the root."""
    count = len(scores)
    scores = scores.copy()
    scores[0] = _NO
    np.fill_diagonal(scores, -np.inf)
    heads: Heads = scores.argmax(1)
    heads[0] = 0
    cycle = _cycle(heads[1:])
    if not cycle:
        return heads
    inside = np.zeros(count, dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    ring = np.asarray(cycle)
    kept = scores[ring, heads[ring]]
    enter = scores[np.ix_(ring, outside)] - kept[:, None]  # breaking the cycle at each of its words
    leave = scores[np.ix_(outside, ring)]
    size = len(outside)
    smaller = np.full((size + 1, size + 1), -np.inf)
    smaller[:size, :size] = scores[np.ix_(outside, outside)]
    smaller[size, :size] = enter.max(0)
    smaller[:size, size] = leave.max(1)
    tree = _edmonds(smaller)
    result = heads.copy()
    for i in range(1, size):
        target = tree[i]
        result[outside[i]] = ring[leave[i].argmax()] if target == size else outside[target]
    entered = tree[size]
    broken = ring[enter[:, entered].argmax()]
    result[broken] = outside[entered]
    return result


def flat_relations(weight: Floats) -> Floats:
    """(relations, d, d) → (d, relations * d), laid out for ``label``'s one product."""
    relations, width, _ = weight.shape
    return np.ascontiguousarray(weight.transpose(1, 0, 2).reshape(width, relations * width))


def label(dependents: Floats, governors: Floats, flat: Floats) -> Heads:
    """The relation of each of n words with its head, for the words of a whole batch at once.

    ``dependents`` and ``governors`` (n, d) are the words and their heads, ``flat`` as
    ``flat_relations`` makes it. A product a sentence would take ten times as long.
    """
    width = len(flat)
    best = np.empty(len(dependents), dtype=np.int64)
    for i in range(0, len(dependents), LABEL_ROWS):
        left = (dependents[i : i + LABEL_ROWS] @ flat).reshape(-1, flat.shape[1] // width, width)
        left *= governors[i : i + LABEL_ROWS, None, :]
        best[i : i + LABEL_ROWS] = left.sum(-1).argmax(1)
    return best
