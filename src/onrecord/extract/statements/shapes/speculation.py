"""Talk of what may be: "the news fuelled speculation that he would quit", "media speculation".

It is the word of whoever is told to speculate, and else nobody's: who or what gives rise to it has
said nothing of the kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.extract.statements.shapes.nominal import author_of
from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import words
from onrecord.extract.statements.words.syntax import Offsets, Syntax
from onrecord.extract.statements.words.unsaid import trim
from onrecord.extract.statements.words.verbgroup import group_start

_NEAR = 8
"""Words from the noun to the "that" of what is talked of: "speculation in recent days that"."""
_NONE = frozenset({"no", "without", "any"})


def talked_of(syntax: Syntax, draft: Draft) -> int | None:
    """The noun of talk in a draft's cue: "has further fuelled | speculation"."""
    inside = syntax.within(*draft.cue) if draft.cue is not None else ()
    listed = words("hedges", "talk")
    return next((i for i in inside if syntax.lemmas[i] in listed), None)


def speculation(syntax: Syntax, noun: int) -> Iterator[Draft]:
    """What is talked of in the report's own words, for where the tagger saw nothing."""
    if syntax.lemmas[noun] not in words("hedges", "talk") or syntax.upos(noun) != "NOUN":
        return
    if any(syntax.words[k] in _NONE for k in syntax.children[noun]):
        return
    _, high = syntax.bounds[syntax.sentences[noun]]
    near = range(noun + 1, min(noun + _NEAR, high))
    that = next((i for i in near if syntax.words[i] == "that"), None)
    clause = next((k for k in syntax.kids(noun, "acl") if that is not None and k > that), None)
    if that is None or clause is None or not syntax.has(clause, "nsubj", "nsubj:pass", "expl"):
        return
    verb = syntax.heads[noun]
    caused = syntax.deprel(noun) == "obj" and verb == noun - 1
    first = group_start(syntax, verb) if caused else noun
    part = trim(syntax, (syntax.tokens[that].start, syntax.span(syntax.subtree(clause))[1]))
    if part is not None:
        cue = syntax.tokens[first].start, syntax.tokens[noun].end
        yield Draft(author_of(syntax, noun, ()), cue, (part,), head=noun, by="phrase")


def of_talk(syntax: Syntax, times: Sequence[Offsets], draft: Draft) -> Draft:
    """The draft with whoever is told to speculate for its source, and nobody else."""
    noun = talked_of(syntax, draft)
    if noun is None or draft.source is None or syntax.upos(noun) != "NOUN":
        return draft
    return replace(draft, source=author_of(syntax, noun, times), head=noun)
