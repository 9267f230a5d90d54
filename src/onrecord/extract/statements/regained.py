"""What a tagger left out between its cue and what it drew of the content."""

from __future__ import annotations

from onrecord.extract.statements.draft import Draft
from onrecord.extract.statements.syntax import Syntax

_RELATIVES = frozenset({"that", "which", "who"})


def regained(syntax: Syntax, draft: Draft) -> Draft:
    """ "They fled, police said, | in riots | that went on for days": a clause with its noun."""
    if draft.cue is None or len(draft.content) < 2:
        return draft
    start, end = draft.content[-1]
    first = syntax.at(start)
    if first is None or start < draft.cue[1] or syntax.words[first] not in _RELATIVES:
        return draft
    verb = next((i for i in syntax.up(first) if syntax.deprel(i) == "acl:relcl"), None)
    noun = syntax.heads[verb] if verb is not None else -1
    gap = list(syntax.within(draft.cue[1], start))
    while gap and syntax.upos(gap[0]) == "PUNCT":
        gap = gap[1:]
    phrase = set(syntax.subtree(noun)) if noun >= 0 else set()
    if not gap or noun not in gap or not set(gap) <= phrase:
        return draft
    return draft.with_(content=(*draft.content[:-1], (syntax.tokens[gap[0]].start, end)))
