"""What a paper takes back: "Correction: A report said that 12 had died. The figure was 11".

What the report said then it said, and nobody whom it cited; the figure behind it is its giver's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import words
from onrecord.extract.statements.words.naming import somebody
from onrecord.extract.statements.words.syntax import Syntax

_FIGURE = 8
"""Words from "the officials' figure" to its "was", at most."""


def withdrawn(syntax: Syntax, index: int) -> bool:
    """Whether a word stands in what a paper says, under "Correction:", that it said before."""
    number = syntax.sentences[index]
    low, _ = syntax.bounds[number]
    if not _corrects(syntax, number):
        return False
    told = False
    for place in range(low, index + 1):
        told = told or _paper(syntax, place)
        if told and syntax.upos(place) == "VERB":
            if syntax.lemmas[place] in words("corrections", "telling"):
                return True
    return False


def misstated(cue: str) -> bool:
    """Whether the words that attribute say that it is not so: "wrongly stated"."""
    return not words("corrections", "wrongly").isdisjoint(cue.lower().split())


def _corrects(syntax: Syntax, number: int) -> bool:
    """Whether a sentence is of a paragraph that opens with "Correction:"."""
    paragraph = syntax.paragraphs[number]
    first = number
    while first > 0 and syntax.paragraphs[first - 1] == paragraph:
        first -= 1
    low, high = syntax.bounds[first]
    opening = syntax.lemmas[low : min(low + 3, high)]
    heads = words("corrections", "headings")
    return bool(set(opening) & heads) and ":" in syntax.words[low : min(low + 4, high)]


def _paper(syntax: Syntax, who: int) -> bool:
    """ "we", "an earlier report", "this newspaper": who takes back what was told."""
    return syntax.words[who] == "we" or syntax.lemmas[who] in words("corrections", "papers")


def taken_back(syntax: Syntax, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without those on whose word a paper says it once told what it takes back."""
    return [draft for draft in drafts if not _cited(syntax, draft)]


def _cited(syntax: Syntax, draft: Draft) -> bool:
    if draft.cue is None:
        return False
    cue = syntax.at(draft.cue[0])
    return cue is not None and syntax.words[cue] in ("citing", "quoting") and withdrawn(syntax, cue)


def figure_was(syntax: Syntax, noun: int) -> Iterator[Draft]:
    """ "The officials' | figure at that time was | 11": what figure they gave."""
    if syntax.lemmas[noun] not in ("figure", "estimate", "count"):
        return
    owner = syntax.kid(noun, "nmod:poss", "compound")
    if owner is None or syntax.upos(owner) == "PRON" or owner > noun:
        return
    if not somebody(syntax, owner):
        return
    _, high = syntax.bounds[syntax.sentences[noun]]
    reach = range(noun + 1, min(noun + _FIGURE, high - 1))
    copula = next((i for i in reach if syntax.words[i] in ("was", "is", "were")), None)
    if copula is None or any(syntax.upos(i) in ("VERB", "PUNCT") for i in range(noun, copula)):
        return
    number = next((i for i in range(copula + 1, min(copula + 4, high))
                   if syntax.upos(i) == "NUM"), None)  # fmt: skip
    if number is None:
        return
    inside = [i for i in syntax.subtree(owner) if i < noun]
    opens = inside[0] - 1 if syntax.upos(inside[0] - 1) == "DET" else inside[0]
    source = syntax.span([opens, *inside])
    cue = syntax.tokens[noun].start, syntax.tokens[copula].end
    content = syntax.tokens[copula + 1].start, syntax.tokens[number].end
    yield Draft(source, cue, (content,), head=noun, by="phrase")
