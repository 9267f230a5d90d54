"""Names in capitals that a tagger takes for everyday words: "IS said" is no "is said"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.model.analysis import Analysis, Name, NameKind, Sentence, Token

_LONG = 4
"""Letters of a small word that shows a sentence not to be all in capitals."""
_NAMES: dict[str, tuple[str, NameKind]] = {"IS": ("AUX", "ORG"), "US": ("PRON", "GPE")}
"""Each with what it is taken for, and the kind of name that it is."""
_SURE = 0.9


def with_capitals(analysis: Analysis) -> Analysis:
    """The analysis with "IS" and "US" as names, where a sentence is not in capitals as a whole."""
    if not any(name in analysis.text for name in _NAMES):
        return analysis
    sentences = type(analysis.sentences)(map(_mended, analysis.sentences))
    names = sorted([*analysis.names, *_untagged(analysis, sentences)], key=lambda n: n.start)
    return replace(analysis, sentences=sentences, names=type(analysis.names)(names))


def _mended(sentence: Sentence) -> Sentence:
    tokens = sentence.tokens
    if not any(t.text in _NAMES and t.upos == _NAMES[t.text][0] for t in tokens):
        return sentence
    if not _mixed(tokens):
        return sentence
    return replace(sentence, tokens=type(tokens)(_named(tokens, n) for n in range(len(tokens))))


def _mixed(tokens: Sequence[Token]) -> bool:
    return any(len(t.text) >= _LONG and t.text.islower() for t in tokens)


def _named(tokens: Sequence[Token], number: int) -> Token:
    token = tokens[number]
    if token.text not in _NAMES or token.upos != _NAMES[token.text][0]:
        return token
    relation, head = token.deprel, token.head
    behind = tokens[number + 1 : number + 3]
    object_ = len(behind) > 1 and behind[1].upos in ("NOUN", "DET", "PROPN", "NUM")
    if behind and behind[0].upos == "NOUN" and behind[0].head != number and not object_:
        relation, head = "compound", number + 1  # "IS | militants"
    elif relation in ("aux", "aux:pass", "cop", "nmod:poss"):
        noun = head == number + 1 and tokens[head].upos == "PROPN"
        relation = "compound" if noun else "nsubj"
    return replace(token, upos="PROPN", lemma=token.text, deprel=relation, head=head)


def _untagged(analysis: Analysis, sentences: Sequence[Sentence]) -> Iterator[Name]:
    """A name for each such word that is read as one, and that the tagger left out."""
    taken = {offset for name in analysis.names for offset in range(name.start, name.end)}
    for sentence in sentences:
        if not _mixed(sentence.tokens):
            continue
        for token in sentence.tokens:
            if token.text in _NAMES and token.upos == "PROPN" and token.start not in taken:
                yield Name(token.start, token.end, _NAMES[token.text][1], _SURE)
