"""Clauses that a tree hangs on the wrong word: "was the mayor warned, Mr Lund?", "who was jailed
and was freed in May"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.reduced import with_participles
from onrecord.extract.surnames import sound
from onrecord.model.analysis import Analysis, Sentence, Token

_SUBJECTS = ("nsubj", "nsubj:pass")


def with_clauses(analysis: Analysis) -> Analysis:
    """The analysis with such clauses where they belong."""
    return analysis.mended(_mended)


def _mended(sentence: Sentence) -> Sentence:
    tokens = tuple(with_participles(sentence.tokens))
    mended = list(tokens)
    for index, token in enumerate(tokens):
        if token.deprel == "conj" and (above := _relative(tokens, index)) is not None:
            mended[index] = replace(token, head=above)
        if token.deprel in _SUBJECTS and (first := _beside(tokens, index)) is not None:
            mended[index] = replace(token, head=first, deprel="conj")
        if token.deprel in _SUBJECTS and _addressed(tokens, index):
            mended[index] = replace(token, deprel="vocative")
        if token.deprel == "conj" and (twin := _doing(tokens, index)) is not None:
            mended[index] = replace(token, head=twin)
        if token.deprel == "advcl" and (said := _once_said(tokens, index)) is not None:
            mended[index] = replace(token, head=said)
    if mended == list(sentence.tokens) or not sound([t.head for t in mended]):
        return sentence
    return replace(sentence, tokens=type(tokens)(mended))


def _kids(tokens: Sequence[Token], index: int, *deprels: str) -> list[int]:
    return [k for k, token in enumerate(tokens) if token.head == index and token.deprel in deprels]


def _relative(tokens: Sequence[Token], verb: int) -> int | None:
    """ "spoke for Ada Cole, who had been | jailed | and was freed": she was, and not who spoke.

    A comma before the "and" would give it back to the main clause.
    """
    above = tokens[verb].head
    joint = next(iter(_kids(tokens, verb, "cc")), None)
    if joint is None or not 0 <= above < joint - 2 or tokens[joint - 1].text == ",":
        return None
    if not _kids(tokens, verb, "aux:pass") or _kids(tokens, verb, *_SUBJECTS):
        return None
    if _kids(tokens, above, "aux:pass") or tokens[above].upos != "VERB":
        return None
    for clause in range(joint - 1, above, -1):
        if tokens[clause].deprel != "acl:relcl" or tokens[clause].head <= above:
            continue
        passive = _kids(tokens, clause, "aux:pass") and _kids(tokens, clause, "nsubj:pass")
        return clause if passive and _reaches(tokens, clause, joint - 1) else None
    return None


def _beside(tokens: Sequence[Token], index: int) -> int | None:
    """ "three residents and a clerk | said": the second of two subjects that an "and" joins."""
    verb = tokens[index].head
    joint = next(iter(_kids(tokens, index, "cc")), None)
    if joint is None or verb < index or tokens[joint].text not in ("and", "or"):
        return None
    first = next((k for k in _kids(tokens, verb, tokens[index].deprel) if k < joint), None)
    if first is None or not _reaches(tokens, first, joint - 1):
        return None
    between = tokens[first + 1 : index]
    return None if any(token.upos in ("VERB", "AUX") for token in between) else first


def _reaches(tokens: Sequence[Token], clause: int, last: int) -> bool:
    """Whether a clause goes on up to a word."""
    index = last
    while index >= 0 and index != clause:
        index = tokens[index].head
    return index == clause


def _addressed(tokens: Sequence[Token], index: int) -> bool:
    """ "Mr Lund, was the mayor | warned?": who is asked is not who was warned."""
    verb = tokens[index].head
    if verb < 0 or tokens[-1].text != "?" or index > verb:
        return False
    others = [k for k in _kids(tokens, verb, *_SUBJECTS) if index < k < verb]
    helpers = [k for k in _kids(tokens, verb, "aux", "aux:pass") if index < k]
    if not others or not helpers or helpers[0] > others[0]:
        return False
    return tokens[index].upos == "PROPN" and tokens[helpers[0] - 1].text == ","


def _doing(tokens: Sequence[Token], verb: int) -> int | None:
    """ "repelled attempts to cross, killing 14 and | capturing three": the doing beside it."""
    above = tokens[verb].head
    joint = next(iter(_kids(tokens, verb, "cc")), None)
    if joint is None or not tokens[verb].text.endswith("ing") or joint > verb:
        return None
    if tokens[above].text.endswith("ing") or tokens[above].upos != "VERB":
        return None
    for twin in range(joint - 1, above, -1):
        if tokens[twin].deprel == "advcl" and tokens[twin].text.endswith("ing"):
            return twin if _reaches(tokens, twin, joint - 1) else None
    return None


def _once_said(tokens: Sequence[Token], verb: int) -> int | None:
    """ "“We will reopen it,” the mayor said after | meeting them": when he said it."""
    link = next(iter(_kids(tokens, verb, "mark")), None)
    told = tokens[verb].head
    if link is None or not tokens[verb].text.endswith("ing") or not 0 <= told < link:
        return None
    cue = tokens[told].head
    behind = tokens[told].deprel in ("ccomp", "parataxis") and told < cue < link
    if not behind or tokens[link].text not in ("after", "before", "while", "on", "upon"):
        return None
    between = tokens[cue + 1 : link]
    return None if any(t.upos in ("PUNCT", "VERB", "AUX") for t in between) else cue
