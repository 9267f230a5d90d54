"""What a court was told, by nobody who is named: "the court heard that …", "…, court hears"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.phrases import noun_phrase
from onrecord.extract.statements.words.syntax import Syntax, overlap
from onrecord.extract.statements.words.unsaid import trim

_HEARINGS = frozenset(
    {"court", "inquest", "tribunal", "inquiry", "jury", "committee", "panel", "trial", "hearing",
     "judge", "commission"}
)  # fmt: skip


def heard(syntax: Syntax, verb: int) -> Iterator[Draft]:
    """ "The court | heard | that he had fired first": somebody told it so, and not who."""
    if syntax.lemmas[verb] != "hear" or syntax.negated(verb) or syntax.has(verb, "aux:pass"):
        return
    who = syntax.kid(verb, "nsubj")
    told = next((k for k in syntax.kids(verb, "ccomp") if k > verb), None)
    if who is None or syntax.lemmas[who] not in _HEARINGS or who > verb:
        return
    that = told is not None and (
        any(syntax.words[k] == "that" for k in syntax.kids(told, "mark"))
        or (syntax.has(told, "nsubj", "nsubj:pass") and syntax.has(told, "aux", "cop"))
    )
    part = trim(syntax, syntax.span(syntax.subtree(told))) if told is not None and that else None
    if part is not None and part[0] > syntax.tokens[verb].start:
        cue = noun_phrase(syntax, who)[0], syntax.tokens[verb].end
        yield Draft(None, cue, (part,), head=verb, by="phrase")


_TOLD = frozenset({"hear", "hears", "heard", "told"})
_LEAST = 3
"""Words of what the court heard, at least."""
_BETWEEN = ("is", "was", "has", "been", "had")
_WHEN = ("ADP", "NUM", "NOUN", "PROPN", "DET", "ADV", "PUNCT")


def heard_last(syntax: Syntax, verb: int) -> Draft | None:
    """ "He knew of the raid, | the inquiry was told": a claim, and not the inquiry's own."""
    low, high = syntax.bounds[syntax.sentences[verb]]
    if syntax.word(verb) not in _TOLD or verb - low < _LEAST + 2:
        return None
    after = [i for i in range(verb + 1, high) if syntax.upos(i) != "PUNCT"]
    if any(syntax.upos(i) not in _WHEN for i in after) or len(after) > _LEAST:
        return None
    noun = verb - 1
    while noun > low and syntax.words[noun] in _BETWEEN:
        noun -= 1
    passive = syntax.word(verb) == "told"
    helped = noun < verb - 1
    if syntax.lemmas[noun] not in _HEARINGS or (helped and not passive):
        return None
    first = noun
    while first > low and syntax.upos(first - 1) in ("NOUN", "PROPN", "DET", "ADJ"):
        first -= 1
    if first - 1 <= low or syntax.tokens[first - 1].text not in (",", "-", "–", "—"):
        return None
    bare = syntax.upos(first) != "DET"
    if passive and not helped and not bare:
        return None  # "a man whom the court told"
    part = trim(syntax, (syntax.tokens[low].start, syntax.tokens[first - 2].end))
    if part is None or len(syntax.within(*part)) < _LEAST:
        return None
    cue = syntax.tokens[first].start, syntax.tokens[verb].end
    return Draft(None, cue, (part,), head=verb, by="phrase")


def before_court(syntax: Syntax, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with what a court heard as one, in place of what was drawn around its cue.

    What is quoted of it in a headline ("Guard ‘ordered the killings’, court hears") is no other's
    statement of its own.
    """
    verbs = [i for i, word in enumerate(syntax.words) if word in _TOLD]
    told = [draft for i in verbs if (draft := heard_last(syntax, i)) is not None]
    taken = [span for one in told for span in one.spans()]
    kept = [d for d in drafts if not any(overlap(a, b) for a in d.spans() for b in taken)]
    return [*kept, *told] if told else list(drafts)
