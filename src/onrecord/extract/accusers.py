"""An "accused" that a tagger takes for an adjective: "left and accused officials of fraud" tells
that he accused them, and of no officials that were accused.

Behind an "and", with a clause before it and an "of" behind its noun, it is the second verb.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.surnames import sound
from onrecord.model.analysis import Analysis, Sentence, Token

_INSIDE = ("ADJ", "NOUN", "PROPN", "NUM", "DET")


def with_accusers(analysis: Analysis) -> Analysis:
    """The analysis with such words as the verbs that they are."""
    if " and accused " not in analysis.text:
        return analysis
    return analysis.mended(_mended)


def _mended(sentence: Sentence) -> Sentence:
    tokens = sentence.tokens
    for index in range(2, len(tokens) - 2):
        mended = _second_verb(tokens, index)
        if mended is not None:
            return replace(sentence, tokens=type(tokens)(mended))
    return sentence


def _second_verb(tokens: Sequence[Token], index: int) -> list[Token] | None:
    """The tokens with the "accused" at an index as a second verb; None where it is none."""
    token, noun = tokens[index], tokens[index].head
    if token.text != "accused" or token.deprel != "amod" or tokens[index - 1].text != "and":
        return None
    if noun <= index or any(t.upos not in _INSIDE for t in tokens[index + 1 : noun + 1]):
        return None
    first = _clause_before(tokens, index)
    charge = next((n for n in range(noun + 1, len(tokens)) if tokens[n].text == "of"), None)
    if first is None or charge is None or tokens[charge].head <= charge:
        return None
    if any(t.head == noun and t.deprel == "aux" for t in tokens[noun:]):
        return None
    said = _behind(tokens, noun)
    if any(t.upos == "AUX" and t.head in (said, tokens[noun].head) for t in tokens[noun + 1 :]):
        return None  # "the officers and accused men of the guard were freed"
    named = (n for n in range(charge, len(tokens)) if tokens[n].text == "of" and _names(tokens, n))
    of = max(named, default=None)
    if of is None:
        return None
    mended = list(tokens)
    mended[index] = replace(token, upos="VERB", head=first, deprel="conj", lemma="accuse")
    mended[index - 1] = replace(tokens[index - 1], head=index, deprel="cc")
    mended[noun] = replace(tokens[noun], head=index, deprel="obj")
    if said is not None:
        mended[said] = replace(tokens[said], head=noun, deprel="acl")
    thing = tokens[of].head
    mended[thing] = replace(tokens[thing], head=index, deprel="obl")
    return mended if sound([t.head for t in mended]) else None


def _clause_before(tokens: Sequence[Token], index: int) -> int | None:
    """The verb before, with a subject of its own, to which another may be joined."""
    for place in range(index - 1, 0, -1):
        if tokens[place].upos == "VERB" and tokens[place].deprel not in ("amod", "acl", "xcomp"):
            owned = any(t.head == place and t.deprel == "nsubj" for t in tokens[:place])
            finite = tokens[place].text != tokens[place].lemma
            return place if owned and finite else None
    return None


def _behind(tokens: Sequence[Token], noun: int) -> int | None:
    """The participle behind the noun of which the tree makes its verb: "officials | close", …"""
    above = tokens[noun].head
    own = above > noun and tokens[noun].deprel.startswith("nsubj")
    return above if own and tokens[above].text.endswith("ed") else None


def _names(tokens: Sequence[Token], place: int) -> bool:
    """Whether a noun stands behind an "of"."""
    head = tokens[place].head
    return head > place and tokens[head].upos in ("NOUN", "PROPN")
