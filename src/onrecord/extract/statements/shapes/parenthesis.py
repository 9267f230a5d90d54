"""Who says it in a parenthesis, and what goes on behind it: "X met, the army said, and agreed"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.syntax import Syntax


def goes_on_behind(syntax: Syntax, draft: Draft) -> bool:
    """ "The rebels left, the governor said, and | promised to return": the rebels did.

    Whoever says so in the parenthesis is not who promised; what is told behind it is the rest of
    their words.
    """
    if draft.cue is None:
        return False
    cue = syntax.within(*draft.cue)
    verb = next((i for i in cue if syntax.upos(i) in ("VERB", "AUX")), -1)
    if verb < 0 or syntax.deprel(verb) != "conj" or syntax.has(verb, "nsubj", "nsubj:pass"):
        return False
    joined = syntax.heads[verb]
    told = [joined, *(k for k in syntax.kids(joined, "ccomp", "parataxis") if k < joined)]
    for first in told:
        says = syntax.heads[first] if first == joined else joined
        if syntax.deprel(first) not in ("ccomp", "parataxis") or not 0 <= first < says < verb:
            continue
        who = next((k for k in syntax.kids(says, "nsubj") if first < k < verb), None)
        if who is not None and syntax.word(says + 1) == ",":
            return draft.source is None or syntax.top(*draft.source) == who
    return False


def only_behind(syntax: Syntax, draft: Draft) -> Draft:
    """ "Police fired tear gas and, | witnesses said, | live rounds": they told of the rounds alone.

    Who is set between commas right behind an "and" tells what stands behind it; what stands before
    it is the report's own.
    """
    if draft.cue is None or draft.source is None:
        return draft
    start = min(draft.cue[0], draft.source[0])
    inside = syntax.within(start, max(draft.cue[1], draft.source[1]))
    if not inside or inside[0] < 2:
        return draft
    joint = syntax.words[inside[0] - 2 : inside[0]]
    if joint not in (["and", ","], ["but", ","], ["or", ","]):
        return draft
    behind = tuple(part for part in draft.content if part[0] >= draft.cue[1])
    return replace(draft, content=behind) if behind else draft
