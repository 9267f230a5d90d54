"""The words of a text as the search for places needs them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.extract.gazetteer.keys import ARTICLES

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*(?:\.[^\W\d_]+)*")
_OWNED = ("'s", "’s", "'S", "’S")
_JOINT = re.compile(r"\.? ?[ \-–\n]?")
_PARTICLES = frozenset(
    "of the de del la las le les du da do dos van von am an auf upon al el ash on sur di y e and"
    " ar as ad at az ez es en et".split()
)
# Articles as words of their own ("Al Maleh"), and those that are English words as well.
_ALONE = frozenset(("Al", "El", "Ar", "Ash", "Ad", "Az", "Es", "Ez"))
_ENGLISH = frozenset(("as", "an", "at", "en", "et", "er", "ed", "ad", "l"))
LONGEST = 5
"""Words of the longest name that is looked up."""


class Word(NamedTuple):
    """A word at ``[start, end)``, without a possessive "'s". A tuple, since texts have many.

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
        start, end = match.span()
        word = match[0]
        if word.endswith(_OWNED):
            end -= 2
            word = word[:-2]
        dot = end + 1 if text[end : end + 1] == "." else end
        yield Word(start, end, dot, word, word[:1].isupper())


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


def opens_with_article(text: str, tokens: list[Word], at: int) -> bool:
    """Whether word ``at`` is an Arabic article with its name: "al-Bab", "Al Bab"."""
    if at + 1 >= len(tokens) or tokens[at].text.lower() not in ARTICLES:
        return False
    gap = text[tokens[at].end : tokens[at + 1].start]
    return tokens[at + 1].capital and (gap == "-" or (gap == " " and tokens[at].text in _ALONE))


def joined_by_article(text: str, tokens: list[Word], at: int) -> bool:
    """Whether word ``at`` goes on after an article: "Jisr" in "Jisr al-Shughour", "Aqareb" in
    "Aqareb es Safi"."""
    if at + 2 >= len(tokens) or not tokens[at].capital or tokens[at + 1].capital:
        return False
    article = tokens[at + 1]
    if article.text not in ARTICLES or not tokens[at + 2].capital:
        return False
    before = text[tokens[at].end : article.start]
    after = text[article.end : tokens[at + 2].start]
    if article.text in _ENGLISH:
        return before == "-" == after
    return before in (" ", "-") and after in (" ", "-")
