"""An event's mention as its sentence shows it: its word, who and what stand with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.compare.scored.manner import manner
from onrecord.compare.scored.phrases import Phrase, phrases
from onrecord.link.words import keys, stem, tokens
from onrecord.model.analysis import Analysis, Token

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_DOERS = frozenset({"nsubj", "nsubj:pass", "nmod:poss", "obl:agent", "csubj"})
_OBJECTS = ("obj", "iobj", "nmod", "obl")
_INSIDE = frozenset({"compound", "flat", "amod", "nmod", "nummod", "appos"})
_BESIDE = 6


@dataclass(frozen=True, slots=True)
class Telling:
    """A mention of an event. ``document`` and ``sentence`` are positions; ``head`` is the stem of
    its head word; the sets hold stems of words: of its sentence (``keys``), of names in it, of what
    stands left and right of it by syntax, of all its arguments, and of the six words to each side.
    ``times`` and ``places`` are values and names, ``numbers`` the figures of its sentence;
    ``phrases`` are what ``phrases.KINDS`` names, ``manner`` what ``manner`` observes."""

    document: int
    sentence: int
    text: str
    lemma: str
    head: str
    verb: bool
    upos: str
    keys: frozenset[str]
    names: frozenset[str]
    times: frozenset[str]
    places: frozenset[str]
    numbers: frozenset[str]
    left: frozenset[str]
    right: frozenset[str]
    args: frozenset[str]
    near: frozenset[str]
    phrases: tuple[Phrase, ...]
    manner: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Of a document: times and places as ``(offset, value)``."""

    times: tuple[tuple[int, str], ...] = ()
    places: tuple[tuple[int, str], ...] = ()


def telling(
    analysis: Analysis, start: int, end: int, *, document: int, around: Surroundings
) -> Telling | None:
    """The mention at ``[start, end)`` of a document; None where no word stands there."""
    for number, sentence in enumerate(analysis.sentences):
        inside = [i for i, t in enumerate(sentence.tokens) if t.start < end and start < t.end]
        if inside:
            return _telling(analysis, number, inside, (start, end), document, around)
    return None


def _telling(
    analysis: Analysis,
    number: int,
    inside: Sequence[int],
    bounds: tuple[int, int],
    document: int,
    around: Surroundings,
) -> Telling:
    sentence = analysis.sentences[number]
    words = sentence.tokens
    at = next((i for i in inside if words[i].head not in inside), inside[-1])
    left, right, other = _arguments(words, at)
    begin, stop = sentence.start, sentence.end
    beside = range(max(0, at - _BESIDE), min(len(words), at + _BESIDE + 1))
    named = [n for n in analysis.names if begin <= n.start < stop]
    return Telling(
        document=document,
        sentence=number,
        text=analysis.text[bounds[0] : bounds[1]].lower(),
        lemma=words[at].lemma.lower(),
        head=_stem(words[at]),
        verb=words[at].upos == "VERB",
        upos=words[at].upos,
        keys=keys(analysis.text[begin:stop]),
        names=frozenset(stem(w) for n in named for w in tokens(analysis.text[n.start : n.end])),
        times=frozenset(value for offset, value in around.times if begin <= offset < stop),
        places=frozenset(value for offset, value in around.places if begin <= offset < stop),
        numbers=frozenset(t.text for t in words if t.upos == "NUM"),
        left=frozenset(left),
        right=frozenset(right),
        args=frozenset(left | right | other),
        near=frozenset(_stem(words[i]) for i in beside if i != at and words[i].upos in _CONTENT),
        phrases=phrases(words, inside, at),
        manner=manner(analysis, number, inside, at, bounds[0]),
    )


def _arguments(words: Sequence[Token], at: int) -> tuple[set[str], set[str], set[str]]:
    """Stems of who does it, of whom it is done to, and of what else describes it."""
    left: set[str] = set()
    right: set[str] = set()
    other: set[str] = set()
    for i in _below(words, at):
        relation = words[i].deprel
        if relation in _DOERS:
            left |= _phrase(words, i)
        elif relation.startswith(_OBJECTS):
            right |= _phrase(words, i)
        elif relation in ("compound", "amod", "flat"):
            other |= _phrase(words, i)
    above = words[at].head
    if above >= 0 and words[at].deprel in ("amod", "compound", "acl", "acl:relcl"):
        other |= _phrase(words, above)
    if above >= 0 and not left and words[at].deprel in ("conj", "xcomp", "advcl"):
        for i in _below(words, above):
            if words[i].deprel in _DOERS:
                left |= _phrase(words, i)
    return left, right, other


def _phrase(words: Sequence[Token], at: int) -> set[str]:
    """Stems of a noun and of what is part of its name."""
    found = {at}
    for i in _below(words, at):
        if words[i].deprel.split(":")[0] in _INSIDE:
            found.add(i)
            if words[i].deprel.startswith("nmod"):
                found |= {j for j in _below(words, i) if words[j].deprel in ("compound", "flat")}
    return {_stem(words[i]) for i in found if words[i].upos in _CONTENT}


def _below(words: Sequence[Token], at: int) -> list[int]:
    return [i for i, token in enumerate(words) if token.head == at]


def _stem(token: Token) -> str:
    return stem(re.sub(r"[’']s$", "", token.lemma.lower()))
