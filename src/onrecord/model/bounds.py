"""Where sentences begin in running text: three small convolutions over words.

A word is its frozen embeddings (its first and its last piece), how it begins and ends, its casing,
its length and the gap before it. The convolutions see fourteen words on either side, and the mean
of the whole text, which tells a chat in small letters from a report. Taught by treebanks
(`training/sentences.py`).
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from onrecord.errors import ModelError
from onrecord.model.network import WEIGHTS, WordTable, word_table
from onrecord.model.pieces import Piecer, piecer, shape

WIDTH, KERNEL = 48, 5
DILATIONS = (1, 2, 4)
SIZES = (1024, 512, 16, 8)
"""Rows of the tables: a word's last three letters and first two, hashed, its shape, its length."""
GAPS = 4
SPAN = 2000
"""Words looked at together: the mean of a book's words would say nothing of its pages."""

Floats = npt.NDArray[np.float32]
Rows = npt.NDArray[np.int64]


@lru_cache(maxsize=50_000)
def _columns(word: str) -> tuple[int, int, int, int]:
    low = word.lower()
    return (
        _hash("s" + low[-3:]) % SIZES[0],
        _hash("p" + low[:2]) % SIZES[1],
        shape(word),
        min(len(word), SIZES[3]) - 1,
    )


def features(word: str, pieces: Sequence[int]) -> tuple[int, ...]:
    """What tables and projection look up: a row of each table, the first piece and the last."""
    return (*_columns(word), pieces[0], pieces[-1])


def _hash(text: str) -> int:
    return zlib.crc32(text.encode("utf-8", "replace"))


def unit(rows: Floats) -> Floats:
    """Rows of length one: rare words' embeddings are longer, and say no more."""
    lengths: Floats = np.sqrt(np.square(rows).sum(-1, keepdims=True))
    np.maximum(lengths, 1e-6, out=lengths)
    return np.divide(rows, lengths, dtype=np.float32)


class Finder:
    """The convolutions with their weights; all but the biases are int8 with one scale each."""

    def __init__(self, path: Path, table: WordTable, cutter: Piecer) -> None:
        if not path.exists():
            raise ModelError(f"the reading model's file {path} is missing; reinstall onrecord")
        self._words, self._pieces = table, cutter
        with np.load(path) as data:

            def load(name: str) -> Floats:
                values: Floats = data[name].astype(np.float32) * data[f"{name}_scale"]
                return values

            self._tables = [load(f"table{i}") for i in range(len(SIZES))]
            self._gaps = load("gaps")
            self._projection = load("projection")  # (2 * 384, WIDTH)
            steps = range(len(DILATIONS))
            self._convolutions = [(load(f"conv{i}"), load(f"conv{i}_bias")) for i in steps]
            self._whole = (load("whole"), load("whole_bias"))
            self._out, self._bias = load("out"), float(load("out_bias")[0])

    def scores(self, words: Sequence[str], gaps: Sequence[int]) -> Floats:
        """(W,) above 0 where a sentence more likely begins than not.

        ``gaps`` says what stands before each word: 0 nothing, 1 a space, 3 a bound that is known.
        """
        if not words:
            return np.empty(0, dtype=np.float32)
        index: dict[str, int] = {}
        places = np.array([index.setdefault(word, len(index)) for word in words])
        rows = np.array([features(word, self._pieces.word(word)) for word in index])
        x = self._different(rows)[places] + self._gaps[np.asarray(gaps)]  # (W, WIDTH)
        parts = [self._part(x[i : i + SPAN]) for i in range(0, len(x), SPAN)]
        return np.concatenate(parts)

    def _different(self, rows: Rows) -> Floats:
        """The vectors (U, WIDTH) of different words, the gap apart."""
        pieces = unit(self._words.look_up(rows[:, -2:])).reshape(len(rows), -1)
        x: Floats = pieces @ self._projection
        for i, table in enumerate(self._tables):
            x += table[rows[:, i]]
        return x

    def _part(self, x: Floats) -> Floats:
        count, reach = len(x), KERNEL // 2
        for i, (step, (weight, bias)) in enumerate(zip(DILATIONS, self._convolutions, strict=True)):
            padded = np.zeros((count + 2 * reach * step, WIDTH), dtype=np.float32)
            padded[reach * step : reach * step + count] = x
            near = np.concatenate([padded[k * step : k * step + count] for k in range(KERNEL)], 1)
            x = x + np.maximum(near @ weight + bias, 0)  # (W, 5 * WIDTH) @ (5 * WIDTH, WIDTH)
            if i == 0:
                x += np.maximum(x.mean(0) @ self._whole[0] + self._whole[1], 0)
        scores: Floats = x @ self._out + self._bias
        return scores


@cache
def shipped_finder() -> Finder:
    """The finder with the package's weights, read once."""
    table, cutter = word_table(WEIGHTS / "words.npz"), piecer(WEIGHTS / "vocab.txt")
    return Finder(WEIGHTS / "bounds.npz", table, cutter)
