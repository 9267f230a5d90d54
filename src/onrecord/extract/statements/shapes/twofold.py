"""Two statements where the tagger drew one: a paper that cites an agency, or closes a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.extract.statements.shapes.unstopped import closed_by, listed_verb
from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import Cues
from onrecord.extract.statements.words.syntax import Offsets, Syntax

_NAMING = ("NOUN", "PROPN")
_CLAUSE = 4
"""Words that a clause must have at least."""


def retold(syntax: Syntax, lexicon: Cues, found: Sequence[Draft]) -> list[Draft]:
    """Two statements where the tagger drew one: "Two died, | the radio | cited | the ministry as
    saying (on Monday)", "said that two died | the Herald | reported"."""
    kept: list[Draft] = []
    for draft in found:
        pair = _as_saying(syntax, draft) or _reported_last(syntax, lexicon, draft)
        if pair is None:
            kept.append(draft)
            continue
        kept = [d for d in kept if d.outer is not draft]
        kept += pair
    outer = {id(d) for d in kept}
    kept = [d for d in kept if d.outer is None or id(d.outer) in outer]
    for paper in [d for d in kept if d.outer is None and d.source and d.cue]:
        for number, told in enumerate(kept):
            begins = paper.content[:1] and told.source and paper.content[0][0] == told.source[0]
            if (
                told is not paper
                and told.outer is None
                and begins
                and closed_by(syntax, told, paper)
            ):
                kept[number] = replace(told, outer=paper)
    return kept


def _as_saying(syntax: Syntax, draft: Draft) -> list[Draft] | None:
    if draft.cue is None or draft.source is None or not draft.content or draft.outer is not None:
        return None
    cue = syntax.within(*draft.cue)
    if not cue or syntax.lemmas[cue[-1]] not in ("cite", "quote") or draft.source[1] > draft.cue[0]:
        return None
    *before, last = draft.content
    inside = list(syntax.within(*last))
    pairs = [(syntax.words[i], syntax.words[j]) for i, j in pairwise(inside)]
    at = pairs.index(("as", "saying")) if ("as", "saying") in pairs[1:] else None
    if at is None or last[0] < draft.cue[1]:
        return None
    rest = inside[at + 2 :]
    if (
        any(syntax.upos(i) in ("VERB", "AUX", "SCONJ", "PUNCT") for i in rest)
        or len(rest) > _CLAUSE
    ):
        return None  # what was said stands behind it
    claim = tuple(before) or _sentence_before(syntax, draft.source)
    if not claim:
        return None
    saying = syntax.tokens[inside[at + 1]]
    outer = replace(draft, content=claim)
    party = syntax.span(inside[:at])
    inner = Draft(
        party, (saying.start, saying.end), claim, head=inside[at + 1], by="rule", outer=outer
    )
    return [outer, inner]


def _reported_last(syntax: Syntax, lexicon: Cues, draft: Draft) -> list[Draft] | None:
    """ "said that two died | the Herald | reported": a paper that closes the sentence."""
    if draft.cue is None or draft.source is None or not draft.content or draft.outer is not None:
        return None
    last = draft.content[-1]
    inside = list(syntax.within(*last))
    if last[0] < draft.cue[1] or draft.source[0] > draft.cue[0] or len(inside) < _CLAUSE + 2:
        return None
    *rest, verb = inside
    _, high = syntax.bounds[syntax.sentences[verb]]
    closes = all(syntax.upos(i) == "PUNCT" for i in range(verb + 1, high))
    if not closes or syntax.lemmas[verb] != "report" or not listed_verb(syntax, lexicon, verb):
        return None
    at = len(rest)
    while at and syntax.upos(rest[at - 1]) == "PROPN":
        at -= 1
    if at == len(rest) or at < _CLAUSE:
        return None
    named, told = rest[at:], rest[:at]
    if syntax.words[told[-1]] == "the":
        named, told = [told[-1], *named], told[:-1]
    if syntax.upos(told[-1]) == "PUNCT":
        told = told[:-1]
    elif syntax.upos(told[-1]) not in (*_NAMING, "ADV", "ADJ"):
        return None
    token = syntax.tokens[verb]
    end = syntax.tokens[told[-1]].end
    whole = (draft.source[0], end)
    outer = Draft(syntax.span(named), (token.start, token.end), (whole,), head=verb, by="rule")
    return [outer, replace(draft, content=(*draft.content[:-1], (last[0], end)), outer=outer)]


def _sentence_before(syntax: Syntax, source: Offsets) -> tuple[Offsets, ...]:
    """What stands before a source in its sentence, if it is a clause."""
    first = syntax.at(source[0])
    if first is None:
        return ()
    low, _ = syntax.bounds[syntax.sentences[first]]
    words = list(range(low, first))
    while words and syntax.upos(words[-1]) == "PUNCT":
        words.pop()
    clause = len(words) >= _CLAUSE and any(syntax.upos(i) in ("VERB", "AUX") for i in words)
    return (syntax.span(words),) if clause else ()


def gives_reason(syntax: Syntax, draft: Draft) -> bool:
    """ "is closing it | because it says | the rebels smuggle arms": a claim of its own."""
    if draft.head is None or syntax.lemmas[draft.head] not in ("say", "claim", "allege", "believe"):
        return False
    marks = [syntax.words[k] for k in syntax.kids(draft.head, "mark")]
    return syntax.deprel(draft.head) == "advcl" and marks[:1] in (["because"], ["as"], ["since"])
