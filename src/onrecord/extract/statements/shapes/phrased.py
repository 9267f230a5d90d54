"""Attributions by a phrase: "according to X", "in the words of X"."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import words
from onrecord.extract.statements.words.phrases import noun_phrase
from onrecord.extract.statements.words.syntax import Offsets, Syntax
from onrecord.extract.statements.words.unsaid import trim


def according(syntax: Syntax, index: int) -> Iterator[Draft]:
    """ "…, according to X": the rest of the clause that the phrase hangs on."""
    holder = syntax.heads[index]
    if holder < 0:
        return
    # "according" is the case of X in some trees, the head of the phrase in others.
    if syntax.deprel(index) in ("case", "fixed", "mark"):
        speaker, phrase, anchor = holder, holder, syntax.heads[holder]
    else:
        inner = syntax.kid(index, "obl", "obj", "nmod")
        if inner is None:
            return
        speaker, phrase, anchor = inner, index, holder
    to = index + 1
    if anchor < 0 or to >= len(syntax.tokens) or syntax.lemmas[to] != "to":
        return
    spans = _rest(syntax, anchor, phrase)
    cue = (syntax.tokens[index].start, syntax.tokens[to].end)
    source = noun_phrase(syntax, speaker, after=to)
    if spans:
        yield Draft(source, cue, spans, head=index, by="rule")


def in_words(syntax: Syntax, noun: int) -> Iterator[Draft]:
    """ "…, in the words of X", "In the view of X, …"."""
    if not phrased(syntax, noun) or syntax.heads[noun] < 0:
        return
    of = noun + 1
    speaker = syntax.heads[of]
    if speaker <= of or syntax.heads[speaker] != noun:
        return
    spans = _rest(syntax, syntax.heads[noun], noun)
    source = noun_phrase(syntax, speaker, after=of)
    if spans and any(syntax.upos(i) in ("VERB", "AUX") for s in spans for i in syntax.within(*s)):
        cue = syntax.span([noun - 2, of])
        yield Draft(source, cue, spans, head=noun, by="rule")


def phrased(syntax: Syntax, noun: int) -> bool:
    """Whether the noun stands in such a phrase: "in the words of"."""
    listed = syntax.words[noun] in words("idioms", "voiced") and noun >= 2
    return (
        listed
        and syntax.words[noun - 2 : noun] == ["in", "the"]
        and syntax.words[noun + 1 : noun + 2] == ["of"]
    )


def _rest(syntax: Syntax, anchor: int, phrase: int) -> tuple[Offsets, ...]:
    """The clause that the phrase hangs on, without the phrase."""
    clause = syntax.clause(anchor)
    joints = [k for k in syntax.kids(clause, "cc", "mark") if syntax.words[k] != "to"]
    rest = syntax.subtree(clause, without=[phrase, *joints])
    return tuple(span for span in (trim(syntax, run) for run in syntax.runs(rest)) if span)
