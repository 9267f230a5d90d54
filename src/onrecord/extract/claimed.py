"""What is said of a claim: "Reports that he had fled were groundless, a spokesman said".

A tree may hang the claim on the verb of saying behind it; it is the subject of what is said of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.statements.words.lexicon import words
from onrecord.extract.surnames import sound
from onrecord.model.analysis import Analysis, Sentence, Token

_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "expl")


def with_claimed(analysis: Analysis) -> Analysis:
    """The analysis with claims as the subjects of what is said of them."""
    return analysis.mended(_mended)


def _mended(sentence: Sentence) -> Sentence:
    tokens = sentence.tokens
    for noun in range(min(2, len(tokens) - 2)):  # "Reports that", "The claims that"
        if tokens[noun].upos != "NOUN" or tokens[noun + 1].text != "that":
            continue
        if tokens[noun].lemma not in words("harms", "told"):
            continue
        head = _said_of_it(tokens, noun)
        if head is not None and head != tokens[noun].head:
            mended = list(tokens)
            mended[noun] = replace(tokens[noun], head=head, deprel="nsubj")
            if sound([t.head for t in mended]):
                return replace(sentence, tokens=type(tokens)(mended))
    return sentence


def _said_of_it(tokens: Sequence[Token], noun: int) -> int | None:
    """What stands with a "were" right behind the clause of a claim, and has no subject."""
    clause = next(
        (i for i, t in enumerate(tokens) if t.head == noun and t.deprel.startswith("acl")), None
    )
    if clause is None or tokens[noun + 1].head != clause:
        return None
    inside = _below(tokens, clause)
    be = max(inside) + 1
    if be >= len(tokens) or tokens[be].lemma != "be":
        return None
    head = tokens[be].head
    taken = any(t.head == head and t.deprel in _SUBJECTS for t in tokens)
    return head if head > be and tokens[be].deprel == "cop" and not taken else None


def _below(tokens: Sequence[Token], top: int) -> set[int]:
    """A token and all that hangs on it."""
    found = {top}
    grown = True
    while grown:
        more = {i for i, t in enumerate(tokens) if t.head in found} - found
        found |= more
        grown = bool(more)
    return found
