"""Names in capitals that a tagger takes for everyday words: "IS said" is no "is said"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model.analysis import Analysis, Sentence, Token

_LONG = 4
"""Letters of a small word that shows a sentence not to be all in capitals."""


def with_capitals(analysis: Analysis) -> Analysis:
    """The analysis with "IS" as a name, where a sentence is not in capitals as a whole."""
    if "IS" not in analysis.text:
        return analysis
    return replace(analysis, sentences=type(analysis.sentences)(map(_mended, analysis.sentences)))


def _mended(sentence: Sentence) -> Sentence:
    tokens = sentence.tokens
    if not any(t.text == "IS" and t.upos == "AUX" for t in tokens):
        return sentence
    if not any(len(t.text) >= _LONG and t.text.islower() for t in tokens):
        return sentence
    return replace(sentence, tokens=type(tokens)(_named(tokens, n) for n in range(len(tokens))))


def _named(tokens: Sequence[Token], number: int) -> Token:
    token = tokens[number]
    if token.text != "IS" or token.upos != "AUX":
        return token
    relation = token.deprel
    if relation in ("aux", "aux:pass", "cop"):
        noun = token.head == number + 1 and tokens[token.head].upos in ("NOUN", "PROPN")
        relation = "compound" if noun else "nsubj"
    return replace(token, upos="PROPN", lemma="IS", deprel=relation)
