"""Where a run of characters without white space is cut into words: a linear tagger.

Each place inside a run is scored by the characters and the shapes of characters around it, hashed
into one table of weights. It was taught by treebanks (`training/bounds.py`), so that "e-mail",
"9/30/01", ":-)" and "file.doc" stay whole where "al-Assad" and "end.Next" do not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from onrecord.errors import ModelError

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
Hashes = npt.NDArray[np.uint64]

TABLE_BITS = 15
PAD = 12
"""Characters between two runs in the text of all runs: no window sees the next run."""

LINKS = "-\u2010\u2011\u2013/_&+"
REPEATED = "!?=*_~$#+-"
_DASHES = re.compile(r"(?<=[^\W\d_])-{2,3}(?!-)")
_WIRE_MARKS = re.compile(r"(?<!`)``(?!`)|(?<!')''(?!')")
_ADDRESS = re.compile(r"https?://|www\.", re.IGNORECASE)
_BEHIND_LINKS = ".,;:!?)]>'\"’”"
CACHE_LIMIT = 100_000
"""Runs remembered, since reports repeat theirs: a few tens of MB at most."""

# (characters before the place, characters after it)
_LETTERS = (
    (1, 0), (2, 0), (3, 0), (4, 0), (0, 1), (0, 2), (0, 3), (0, 4), (1, 1), (2, 1), (1, 2), (2, 2),
    (3, 1), (1, 3), (3, 2), (2, 3), (3, 3), (4, 4), (6, 1), (1, 6), (8, 8),
)  # fmt: skip
_SHAPES = ((1, 1), (2, 2), (3, 3), (4, 4), (6, 2), (2, 6), (6, 6), (8, 8), (12, 12))
_WITH_NEXT = ((1, 1), (3, 1), (8, 1))
_WITH_KIND = ((1, 1), (2, 2), (0, 1), (1, 0))
FEATURES = len(_LETTERS) + len(_SHAPES) + len(_WITH_NEXT) + len(_WITH_KIND)
_EDGE = 1
_MIX = np.uint64(0x9E3779B97F4A7C15)


def next_class(text: str, end: int) -> int:
    """What follows the white space after a run: nothing or a line end, a capital, small, digit."""
    i = end
    while i < len(text) and text[i].isspace():
        if text[i] in "\n\r\u2028\u2029":
            return 0
        i += 1
    if i == len(text):
        return 0
    c = text[i]
    return 1 if c.isupper() else 2 if c.islower() else 3 if c.isdigit() else 4


def _shape(c: str) -> int:
    if c.islower():
        return 2
    if c.isupper():
        return 3
    if c.isdigit():
        return 4
    return 5 if c.isalpha() else 16 + ord(c)


def _kind(run: str) -> int:
    """Links, addresses, numbers and the rest are cut differently as a whole."""
    if "://" in run or run[:4].lower() == "www.":
        return 0
    if "@" in run:
        return 1
    letters = any(c.isalpha() for c in run)
    dots = min(2, run.count("."))
    return 2 + 3 * letters + dots if any(c.isalnum() for c in run) else 8


def places(runs: Sequence[tuple[str, int]]) -> tuple[Hashes, list[int]]:
    """The features of every place inside ``runs`` of ``(characters, next class)``.

    Gives (N, FEATURES) rows of the table and, for each run, how many places it has: one less than
    its characters, in their order.
    """
    letters: list[int] = [_EDGE] * PAD
    shapes: list[int] = [_EDGE] * PAD
    at: list[int] = []
    following: list[int] = []
    kinds: list[int] = []
    sizes: list[int] = []
    for run, after in runs:
        begin, size = len(letters), len(run) - 1
        letters += [ord(c) for c in run.lower()] if len(run.lower()) == len(run) else map(ord, run)
        shapes += map(_shape, run)
        letters += [_EDGE] * PAD
        shapes += [_EDGE] * PAD
        at += range(begin + 1, begin + 1 + size)
        following += [after] * size
        kinds += [_kind(run)] * size
        sizes.append(size)
    return _hashed(letters, shapes, at, following, kinds), sizes


def _hashed(
    letters: list[int], shapes: list[int], at: list[int], following: list[int], kinds: list[int]
) -> Hashes:
    here: Ints = np.asarray(at, dtype=np.int64)
    out: Hashes = np.empty((len(at), FEATURES), dtype=np.uint64)
    low, form = np.asarray(letters, np.uint64), np.asarray(shapes, np.uint64)
    after, kind = np.asarray(following, np.uint64), np.asarray(kinds, np.uint64)
    column = 0
    none = np.zeros(len(at), dtype=np.uint64)
    for source, windows, extra in (
        (low, _LETTERS, none),
        (form, _SHAPES, none),
        (low, _WITH_NEXT, after + np.uint64(1)),
        (low, _WITH_KIND, kind + np.uint64(11)),
    ):
        for before, behind in windows:
            value = extra * _MIX + np.uint64(column + 1)
            for k in range(-before, behind):
                value = (value + source[here + k]) * _MIX
                value ^= value >> np.uint64(29)
            out[:, column] = value >> np.uint64(64 - TABLE_BITS)
            column += 1
    return out


class Cutter:
    """The tagger with its weights: int8 with one scale, and the score of a place without any."""

    def __init__(self, path: Path) -> None:
        if not path.exists():
            raise ModelError(f"the reading model's file {path} is missing; reinstall onrecord")
        with np.load(path) as data:
            self._weights: Floats = data["cuts"].astype(np.float32) * data["cuts_scale"]
            self._bias = float(data["cuts_bias"])
        self._known: dict[tuple[str, int], tuple[int, ...]] = {}

    def cut(self, runs: Sequence[tuple[str, int]]) -> list[tuple[int, ...]]:
        """Where each run of ``(characters, next class)`` is cut, in characters from its start."""
        known = self._known
        new = [run for run in dict.fromkeys(runs) if run not in known]
        if new:
            if len(known) > CACHE_LIMIT:
                known = self._known = {}  # not emptied: another thread may be reading
                new = list(dict.fromkeys(runs))
            rows, sizes = places(new)
            scores = (self._weights[rows].sum(1) + self._bias).tolist()
            at = 0
            for run, size in zip(new, sizes, strict=True):
                known[run] = _decided(run[0], scores[at : at + size])
                at += size
        return [known[run] for run in runs]


def _decided(run: str, scores: list[float]) -> tuple[int, ...]:
    """The cuts where scores are above 0; both sides of a link between two words go together, a
    mark that is repeated stays whole, and so does an address."""
    for i in range(1, len(run)):
        if run[i] in LINKS and run[i - 1].isalnum() and run[i + 1 : i + 2].isalnum():
            scores[i - 1] = scores[i] = (scores[i - 1] + scores[i]) / 2
        elif run[i] == run[i - 1] and run[i] in REPEATED:
            scores[i - 1] = -1.0
    for mark in _WIRE_MARKS.finditer(run):  # "``We go,''": the quotation marks of the wires
        scores[mark.start() - 1 : mark.start()] = [1.0] * (mark.start() > 0)
        scores[mark.start()] = -1.0
        scores[mark.end() - 1 : mark.end()] = [1.0] * (mark.end() < len(run))
    for dash in _DASHES.finditer(run):  # "talks--the": two hyphens are no link
        scores[dash.start() - 1] = 1.0
        scores[dash.end() - 1 : dash.end()] = [1.0] * (dash.end() < len(run))
    address = _ADDRESS.search(run)
    if address:  # the marks behind it are the sentence's
        last = len(run)
        while last > 1 and run[last - 1] in _BEHIND_LINKS:
            last -= 1
            scores[last - 1] = 1.0
        begin = address.start() + 1
        scores[begin - 1 : last - 1] = [-1.0] * max(0, last - begin)
    return tuple(i + 1 for i, score in enumerate(scores) if score > 0)


@cache
def shipped_cutter() -> Cutter:
    """The cutter with the package's weights, read once."""
    return Cutter(Path(__file__).parent / "weights" / "bounds.npz")
