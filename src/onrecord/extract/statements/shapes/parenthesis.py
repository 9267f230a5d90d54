"""Who says it in a parenthesis, and what goes on behind it: "X met, the army said, and agreed"."""

from __future__ import annotations

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
