"""A second person behind an "and" whom a tree makes part of the first one's name: "accused Mr. Lund
and Norwegian Secretary of State Ane Holm"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.actors.trees.lexicon import words
from onrecord.extract.surnames import sound
from onrecord.model.analysis import Analysis, Sentence, Token

_PARTS = ("flat", "nmod:desc")
_BETWEEN = ("PROPN", "ADJ", "NOUN", "ADP")


def with_conjuncts(analysis: Analysis) -> Analysis:
    """The analysis with such persons beside each other."""
    return analysis.mended(_mended)


def _mended(sentence: Sentence) -> Sentence:
    tokens = sentence.tokens
    mended = list(tokens)
    for index, token in enumerate(tokens):
        if token.deprel not in _PARTS or not 0 <= token.head < index - 1:
            continue
        if tokens[token.head].deprel not in ("obj", "obl"):
            continue  # as a subject the first one's title would be the second's, too
        joint = _second(tokens, index)
        if joint is None:
            continue
        title = next(
            (k for k in range(joint + 1, index) if tokens[k].head == index and _title(tokens[k])),
            index,
        )
        mended[index] = replace(token, head=title, deprel="flat")
        mended[title] = replace(tokens[title], head=token.head, deprel="conj")
        mended[joint] = replace(tokens[joint], head=title, deprel="cc")
    if mended == list(tokens) or not sound([t.head for t in mended]):
        return sentence
    return replace(sentence, tokens=type(tokens)(mended))


def _second(tokens: Sequence[Token], index: int) -> int | None:
    """The "and" that, with a title behind it, parts a name from what the tree hangs it on."""
    between = range(tokens[index].head + 1, index)
    joint = next((k for k in between if tokens[k].text == "and"), None)
    if joint is None or tokens[index].upos != "PROPN" or tokens[tokens[index].head].upos != "PROPN":
        return None
    inside = [*tokens[joint + 1 : index], tokens[index]]
    if any(token.upos not in _BETWEEN for token in inside):
        return None
    return joint if any(_title(token) for token in inside) else None


def _title(token: Token) -> bool:
    return words().title_only([token.text])
