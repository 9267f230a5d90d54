"""Decoding attribution: word tags and links → who said what.

A report is read in windows that overlap; each word's scores come from the window in which it
stands farthest from an edge. Tags are decoded under the constraint that a span begins before it
goes on; each source and content span then goes to the cue that it points to most strongly.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import numpy.typing as npt

TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
WINDOW, OVERLAP = 380, 96
"""In pieces. 64 and more of overlap were worth 0.6 points on content in a first probe."""

Scores = npt.NDArray[np.float32]
RoleSpan = tuple[str, int, int]
"""A role with its first word and one past its last."""


def windows(firsts: Sequence[int], pieces: int) -> list[tuple[int, int]]:
    """Word bounds of the windows of a text of ``pieces`` pieces, all of about one length."""
    count = len(firsts)
    if pieces <= WINDOW:
        return [(0, count)] if count else []
    number = -(-(pieces - OVERLAP) // (WINDOW - OVERLAP))
    step = (pieces - OVERLAP) / number
    starts = np.asarray(firsts)
    bounds: list[tuple[int, int]] = []
    for i in range(number):
        first = int(np.searchsorted(starts, i * step))
        limit = starts[first] + WINDOW
        last = count if i + 1 == number else int(np.searchsorted(starts, i * step + step + OVERLAP))
        while last > first + 1 and (starts[last] if last < count else pieces) > limit:
            last -= 1
        bounds.append((first, last))
    return bounds


def owners(bounds: Sequence[tuple[int, int]], count: int) -> npt.NDArray[np.int64]:
    """For each of ``count`` words the window in which it stands farthest from an edge."""
    depth = np.full((len(bounds), count), -1, dtype=np.int64)
    for i, (first, last) in enumerate(bounds):
        places = np.arange(first, last)
        left = places - first if first else np.full_like(places, count)
        right = last - 1 - places if last < count else np.full_like(places, count)
        depth[i, first:last] = np.minimum(left, right)
    deepest: npt.NDArray[np.int64] = np.argmax(depth, axis=0)
    return deepest


def join_windows(bounds: Sequence[tuple[int, int]], parts: Sequence[Scores], count: int) -> Scores:
    """Tag scores of all words, (words, 7), from those of the windows."""
    scores = np.zeros((count, len(TAGS)), dtype=np.float32)
    scores[:, 0] = 1.0  # a word in no window is in no span
    owner = owners(bounds, count)
    for i, (first, last) in enumerate(bounds):
        mine = owner[first:last] == i
        scores[first:last][mine] = parts[i][mine]
    return scores


def _forbidden() -> Scores:
    allowed = np.zeros((len(TAGS), len(TAGS)), dtype=np.float32)
    for j, tag in enumerate(TAGS):
        if tag.startswith("I-"):
            for i, before in enumerate(TAGS):
                if before[2:] != tag[2:]:
                    allowed[i, j] = -1e4
    return allowed


FORBIDDEN: Final = _forbidden()
"""(7, 7), from tag to tag: nought, or so little that no sequence makes the move."""


def decode_tags(scores: Scores, moves: Scores = FORBIDDEN) -> list[RoleSpan]:
    """The best sequence of tags under the constraint, as spans of words.

    ``scores`` (words, 7) are logarithms; ``moves`` (7, 7) is what each step from a tag to the next
    adds to them.
    """
    count = len(scores)
    if not count:
        return []
    moves = moves + FORBIDDEN
    best = scores[0].copy()
    best[2::2] = -1e4  # nothing goes on at the beginning
    back = np.zeros((count, len(TAGS)), dtype=np.int8)
    for i in range(1, count):
        options = best[:, None] + moves
        back[i] = options.argmax(0)
        best = options.max(0) + scores[i]
    tag = int(best.argmax())
    tags = [tag]
    for i in range(count - 1, 0, -1):
        tag = int(back[i, tag])
        tags.append(tag)
    return _spans(tags[::-1])


def _spans(tags: Sequence[int]) -> list[RoleSpan]:
    spans: list[RoleSpan] = []
    for i, tag in enumerate(tags):
        if tag % 2 == 1:
            spans.append((TAGS[tag][2:], i, i + 1))
        elif tag:
            role, first, _ = spans[-1]
            spans[-1] = (role, first, i + 1)
    return spans


def link_spans(
    spans: Sequence[RoleSpan],
    bounds: Sequence[tuple[int, int]],
    links: Sequence[npt.NDArray[Any]],
) -> list[list[RoleSpan]]:
    """Groups of spans that are one attribution: a cue with its source and contents.

    ``links`` holds each window's (words, words) scores of a span's first word depending on a
    cue's first word. A cue may itself point to an earlier part of a cue ("did not … respond").
    """
    if not spans:
        return []
    count = max(last for _, _, last in spans)
    owner = owners(bounds, max(count, max(last for _, last in bounds)))
    starts = [first for role, first, _ in spans if role == "cue"]
    groups: dict[int, list[RoleSpan]] = {}
    orphans: list[list[RoleSpan]] = []
    heads: dict[int, int] = {}
    for span in sorted(spans, key=lambda s: s[0] != "cue"):
        window = int(owner[span[1]])
        first, last = bounds[window]
        options = [c for c in starts if first <= c < last]
        if not options:
            orphans.append([span])
            continue
        row = links[window][span[1] - first]
        target = max(options, key=lambda c: float(row[c - first]))
        if span[0] == "cue":
            if target > span[1]:
                target = span[1]
            target = heads.get(target, target)
            heads[span[1]] = target
        else:
            target = heads.get(target, target)
        groups.setdefault(target, []).append(span)
    found = [sorted(g, key=lambda s: s[1]) for g in groups.values()]
    return sorted(found + orphans, key=lambda g: g[0][1])
