"""Words → the numbers that the networks read: subword pieces and three features of layout.

The tokenizer is uncased and splits words into pieces; the features give back casing, the gap
before each word and whether it stands inside quotation marks.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from onrecord.model.layout import gap

CLS, SEP = 101, 102
MAX_PIECES_A_WORD = 8
"""A longer word (a URL, a line of a table) is cut: its first pieces say what it is."""
_CACHE_LIMIT = 200_000

LOWER, TITLE, UPPER, SINGLE_UPPER, MIXED, DIGITS, ALNUM, MARK, OTHER, EDGE = range(10)


def shape(word: str) -> int:
    """The casing of a word, as one of ten classes."""
    if word.isalpha():
        if word.islower():
            return LOWER
        if word.isupper():
            return UPPER if len(word) > 1 else SINGLE_UPPER
        if word[0].isupper() and word[1:].islower():
            return TITLE
        return MIXED if word[0].isupper() or any(c.isupper() for c in word) else OTHER
    if word[0].isdigit():
        return DIGITS
    if any(c.isalnum() for c in word):
        if word[0].isupper():
            return UPPER if word.isupper() else ALNUM
        return LOWER if word.islower() else ALNUM
    return MARK


def quoted(words: Sequence[str], gaps: Sequence[int]) -> list[int]:
    """1 for each word inside quotation marks (the marks included), 0 for others.

    A line end closes a quotation: one that runs over paragraphs opens again in each.
    """
    flags, inside = [], False
    for word, space in zip(words, gaps, strict=True):
        if space >= 2:
            inside = False
        if word in ("“", "``", "«"):
            inside = True
            flags.append(1)
        elif word in ("”", "''", "»"):
            flags.append(1)
            inside = False
        elif word == '"':
            flags.append(1)
            inside = not inside
        else:
            flags.append(int(inside))
    return flags


@dataclass(frozen=True, slots=True)
class Pieces:
    """Pieces of a run of words, without the two edge marks.

    ``ids`` and ``features`` have one entry a piece; ``firsts`` gives each word's first piece.
    """

    ids: list[int]
    features: list[tuple[int, int, int]]
    firsts: list[int]


class Piecer:
    """Cuts words into pieces; remembers what it has cut, since news repeats its words."""

    def __init__(self, vocabulary: Path) -> None:
        # Imported here: tokenizers costs 30 ms that `onrecord --help` should not pay.
        from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

        model = models.WordPiece.from_file(str(vocabulary), unk_token="[UNK]")
        self._tokenizer = Tokenizer(model)
        self._tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
        self._tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
        self._known: dict[str, tuple[int, ...]] = {}

    def word(self, word: str) -> tuple[int, ...]:
        """The piece ids of one word, at least one."""
        ids = self._known.get(word)
        if ids is None:
            found = self._tokenizer.encode(word, add_special_tokens=False).ids
            ids = tuple(found[:MAX_PIECES_A_WORD]) or (100,)
            if len(self._known) >= _CACHE_LIMIT:
                self._known.clear()
            self._known[word] = ids
        return ids

    def cut(self, words: Sequence[str], gaps: Sequence[int]) -> Pieces:
        """``gaps`` says what stands before each word, see ``sentences.gap``."""
        ids: list[int] = []
        features: list[tuple[int, int, int]] = []
        firsts: list[int] = []
        for word, space, inside in zip(words, gaps, quoted(words, gaps), strict=True):
            firsts.append(len(ids))
            pieces = self.word(word)
            ids.extend(pieces)
            features.extend([(shape(word), space, inside)] * len(pieces))
        return Pieces(ids, features, firsts)


@cache
def piecer(vocabulary: Path) -> Piecer:
    """The piecer of a vocabulary, made once a process, with what it remembers."""
    return Piecer(vocabulary)


def gaps_of(text: str, words: Sequence[tuple[int, int]]) -> list[int]:
    """What stands before each word; the first word of a text begins a paragraph."""
    gaps = [3] if words else []
    gaps.extend(gap(text[a[1] : b[0]]) for a, b in itertools.pairwise(words))
    return gaps
