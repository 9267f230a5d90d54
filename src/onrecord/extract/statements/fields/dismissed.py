"""Whether a statement says of what it tells that it is untrue."""

from __future__ import annotations

from onrecord.extract.statements.fields.wording import idiom
from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import words
from onrecord.extract.statements.words.syntax import Syntax

_NEAR_TOLD = 7
"""Words from a cue to the claim that it is about."""


def dismissed(syntax: Syntax, draft: Draft) -> bool:
    """Whether a claim is called false, or is scorned before it is told."""
    return _called_false(syntax, draft) or _told_behind(syntax, draft)


def _called_false(syntax: Syntax, draft: Draft) -> bool:
    """ "dismissed the account | as a fairy tale", "as fabrication": it is said to be untrue."""
    after = draft.cue[1] if draft.cue else 0
    for start, end in draft.content:
        for index in syntax.within(min(start, after), end):
            if syntax.words[index] != "as":
                continue
            near = syntax.lemmas[index + 1 : index + 6]
            if words("harms", "false") & set(near) or idiom(near, words("harms", "untrue")):
                return True
            before = {syntax.lemmas[i] for i in syntax.within(start, end) if i < index}
            if before & words("harms", "told") and words("harms", "doubted") & set(near):
                return True  # "the allegation as grotesque", and no palace
    return False


def _told_behind(syntax: Syntax, draft: Draft) -> bool:
    """ "dismissed | claims that …", "poured scorn on | reports that …", by the words."""
    if draft.cue is None or not draft.content:
        return False
    near = syntax.within(draft.cue[0], draft.content[0][1])[1:_NEAR_TOLD]
    return any(
        syntax.lemmas[i].rstrip("s") in words("harms", "told")
        and syntax.words[i + 1 : i + 2] == ["that"]
        for i in near
    )
