"""How long it is that nothing of the kind was said: "the first time | since the port was shelled".

"It was the first time that the army has admitted to a raid since a bus was blown up": the army has
owned up to the raid, and the reporter tells of the bus.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.syntax import Syntax
from onrecord.extract.statements.words.unsaid import trim

_COUNTED = frozenset({"first", "second", "third", "fourth", "only", "last"})
_SINCE = "since"
_QUOTES = frozenset('“”"')


def without_since(syntax: Syntax, draft: Draft) -> Draft:
    """The draft without the clause that tells since when it is the first such statement."""
    if draft.cue is None or draft.source is None or not draft.content:
        return draft
    start, end = draft.content[-1]
    inside = list(syntax.within(start, end))
    first = syntax.at(draft.source[0])
    if first is None or not inside or start < draft.cue[1]:
        return draft
    if any(syntax.tokens[i].text in _QUOTES for i in inside):
        return draft
    low, _ = syntax.bounds[syntax.sentences[first]]
    since = [at for at, i in enumerate(inside) if syntax.words[i] == _SINCE]
    if not since or since[-1] == 0:
        return draft
    cut = since[-1]
    if _time(syntax, inside[:cut]) and syntax.words[inside[0]] != "that":
        cut -= 4  # "for the first time"
    elif not _told_how_often(syntax, low, first):
        return draft
    part = trim(syntax, (start, syntax.tokens[inside[cut - 1]].end)) if cut > 0 else None
    return replace(draft, content=(*draft.content[:-1], part)) if part else draft


def _time(syntax: Syntax, before: list[int]) -> bool:
    """Whether the words end in "for the first time"."""
    last = [syntax.words[i] for i in before[-4:]]
    return len(last) == 4 and last[0] == "for" and last[2] in _COUNTED and last[3] == "time"


def _told_how_often(syntax: Syntax, low: int, first: int) -> bool:
    """Whether "it was the first time" stands before whoever speaks."""
    before = [syntax.words[i] for i in range(low, first)]
    before = before[:-1] if before[-1:] == ["that"] else before
    return len(before) > 1 and before[-1] == "time" and before[-2] in _COUNTED
