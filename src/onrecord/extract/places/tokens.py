"""The words of a text as the search for places needs them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*(?:\.[^\W\d_]+)*")
_OWNED = re.compile(r"['’][sS]$")
_JOINT = re.compile(r"\.? ?[ \-–\n]?")
_PARTICLES = frozenset(
    "of the de del la las le les du da do dos van von am an auf upon al el ash on sur di y e and"
    " ar as ad at az ez es en et".split()
)
LONGEST = 5
"""Words of the longest name that is looked up."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word at ``[start, end)``, without a possessive "'s".

    ``dot`` is its end with the full stop that follows it, which may belong to it ("Calif.").
    """

    start: int
    end: int
    dot: int
    text: str
    capital: bool


def tokenize(text: str) -> list[Word]:
    """The words of ``text`` in order."""
    return list(_words(text))


def _words(text: str) -> Iterator[Word]:
    for match in _WORD.finditer(text):
        end = match.end()
        if owned := _OWNED.search(match[0]):
            end = match.start() + owned.start()
        dot = end + 1 if text[end : end + 1] == "." else end
        word = text[match.start() : end]
        yield Word(match.start(), end, dot, word, word[:1].isupper())


def reach(text: str, tokens: list[Word], first: int) -> list[int]:
    """The words that may end a name that begins with word ``first``, nearest first."""
    ends, at = [first], first
    while at + 1 < len(tokens) and at + 1 - first < LONGEST:
        after = tokens[at + 1]
        gap = text[tokens[at].end : after.start]
        sentence = gap.startswith(".") and tokens[at].end - tokens[at].start > 2
        if sentence or not gap or not _JOINT.fullmatch(gap):
            break
        if not after.capital and after.text not in _PARTICLES:
            break
        at += 1
        if after.capital:
            ends.append(at)
    return ends
