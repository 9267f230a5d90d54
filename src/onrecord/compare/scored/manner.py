"""How an event's mention is put: as news, in passing, in a clause of another event.

What is told in passing is seldom told by two reports in a way that anyone would call one event;
what is observed here is how the sentence holds the mention, not what it is about.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model.analysis import Analysis, Token

_CLASSES = ("VERB", "NOUN", "PROPN", "ADJ", "PRON", "NUM", "ADV")
_RELATIONS = (
    "root", "acl", "amod", "compound", "obj", "obl", "nmod", "nsubj", "nsubj:pass", "advcl",
    "xcomp", "ccomp", "conj", "acl:relcl", "parataxis", "advmod", "appos", "nmod:poss",
)  # fmt: skip
_MODALS = frozenset({"will", "would", "can", "could", "may", "might", "should", "must", "shall"})
_NOT = frozenset({"not", "n't", "no", "never"})
_THESE = frozenset({"this", "that", "these", "those"})
_DEEPEST = 12


def manner(
    analysis: Analysis, number: int, inside: Sequence[int], at: int, start: int
) -> tuple[float, ...]:
    """Of a mention of the words ``inside`` of a sentence, with its head ``at``; ``start`` is the
    mention's own."""
    sentence = analysis.sentences[number]
    words = sentence.tokens
    above = _above(words, at)
    before = analysis.text[sentence.start : start]
    quoted = before.count('"') % 2 == 1 or before.count("“") > before.count("”")
    found = (
        *_word(words, at),
        *_beside(words, at),
        len(inside),
        quoted,
        min(len(above), 6),
        min(number, 10),
        number == 0,
        at / len(words),
        len(words) / 30,
        any(r.startswith(("advcl", "acl")) for r in above[1:]),
        any(r in ("ccomp", "xcomp") for r in above[1:]),
        any(r.startswith(("nmod", "obl", "obj", "nsubj")) for r in above[1:]),
    )
    return tuple(float(value) for value in found)


def _word(words: Sequence[Token], at: int) -> list[float]:
    word = words[at]
    low, noun = word.text.lower(), word.upos in ("NOUN", "PROPN")
    return [
        *(float(word.upos == upos) for upos in _CLASSES),
        *(float(word.deprel == relation) for relation in _RELATIONS),
        low.endswith("ing"),
        word.upos == "VERB" and low.endswith("ed"),
        noun and low.endswith("s"),
        word.text[:1].isupper(),
    ]


def _beside(words: Sequence[Token], at: int) -> list[float]:
    below = [t for t in words if t.head == at]
    low = {t.text.lower() for t in below}
    helping = {t.lemma.lower() for t in below if t.deprel.startswith(("aux", "cop"))}
    articles = {t.text.lower() for t in below if t.deprel == "det"}
    marks = {t.text.lower() for t in below if t.deprel == "mark"}
    return [
        bool(low & _NOT),
        bool(helping & _MODALS),
        "have" in helping,
        "be" in helping,
        "the" in articles,
        bool(articles & {"a", "an"}),
        bool(articles & _THESE),
        words[at].upos in ("NOUN", "PROPN") and not articles,
        any(t.deprel == "nmod:poss" for t in below),
        "to" in marks,
        bool(marks),
    ]


def _above(words: Sequence[Token], at: int) -> list[str]:
    """The relations from the word up to the root's."""
    found: list[str] = []
    while words[at].head >= 0 and len(found) < _DEEPEST:
        found.append(words[at].deprel)
        at = words[at].head
    return found
