"""Spans against spans: exactly, by overlap, and by the words that they cover."""

from __future__ import annotations

import re
from collections.abc import Sequence

from benchmarks.score.counts import Counts

Span = tuple[int, int]
Labelled = tuple[int, int, str]

_WORD = re.compile(r"\w+|[^\w\s]")


def words(text: str) -> list[Span]:
    """The words and punctuation marks of a text, each a span: the common measure of all spans."""
    return [match.span() for match in _WORD.finditer(text)]


def covered(tokens: Sequence[Span], spans: Sequence[Span]) -> set[int]:
    """The indices of the ``tokens`` that any of ``spans`` touches."""
    return {i for i, (a, b) in enumerate(tokens) for s, e in spans if a < e and s < b}


def as_tokens(tokens: Sequence[Span], span: Span) -> tuple[int, int] | None:
    """The first and the last of ``tokens`` that ``span`` touches, None where it touches none."""
    touched = covered(tokens, [span])
    return (min(touched), max(touched)) if touched else None


def overlap(a: Span, b: Span) -> int:
    """How many code points two spans share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def match_overlapping(gold: Sequence[Span], predicted: Sequence[Span]) -> list[tuple[int, int]]:
    """Pairs of indices of spans that overlap, each span in one pair at most.

    The pairs that share most of what both cover come first, ties in the order of the text.
    """
    candidates = []
    for i, g in enumerate(gold):
        for j, p in enumerate(predicted):
            shared = overlap(g, p)
            if shared:
                union = max(g[1], p[1]) - min(g[0], p[0])
                candidates.append((-shared / union, g, p, i, j))
    pairs: list[tuple[int, int]] = []
    used_gold: set[int] = set()
    used_predicted: set[int] = set()
    for _, _, _, i, j in sorted(candidates):
        if i not in used_gold and j not in used_predicted:
            pairs.append((i, j))
            used_gold.add(i)
            used_predicted.add(j)
    return sorted(pairs)


def exact(gold: Sequence[Labelled], predicted: Sequence[Labelled]) -> Counts:
    """Counts where a span is right if both its ends and its label are."""
    return Counts(len(set(gold) & set(predicted)), len(set(predicted)), len(set(gold)))


def relaxed(gold: Sequence[Labelled], predicted: Sequence[Labelled]) -> Counts:
    """Counts where a span is right if it overlaps one of the same label, one to one."""
    total = Counts()
    for label in sorted({s[2] for s in gold} | {s[2] for s in predicted}):
        golds = sorted({(s[0], s[1]) for s in gold if s[2] == label})
        predictions = sorted({(s[0], s[1]) for s in predicted if s[2] == label})
        right = len(match_overlapping(golds, predictions))
        total += Counts(right, len(predictions), len(golds))
    return total


def by_label(
    gold: Sequence[Labelled], predicted: Sequence[Labelled], *, relax: bool = False
) -> dict[str, Counts]:
    """``exact`` or ``relaxed`` counts for each label."""
    score = relaxed if relax else exact
    labels = sorted({s[2] for s in gold} | {s[2] for s in predicted})
    return {
        label: score([s for s in gold if s[2] == label], [s for s in predicted if s[2] == label])
        for label in labels
    }
