"""Attributions that the tagger cut out of another's content: put back into it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.syntax import Offsets, Syntax


def absorb(syntax: Syntax, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts as tagged, without those whose subject is the end of another's content.

    "Though the road | was not considered | safe, it was kept open, X said": nobody is named who
    considered; the words before the cue are X's, and so is the rest of them.
    """
    found = list(drafts)
    for draft in drafts:
        whole = next((d for d in found if d is not draft and _goes_on_in(syntax, d, draft)), None)
        if whole is not None and draft in found:
            found.remove(draft)
            found[found.index(whole)] = _joined(syntax, whole, draft)
    return found


def _goes_on_in(syntax: Syntax, whole: Draft, draft: Draft) -> bool:
    """Whether the draft's cue follows on a part of the other's content, and its content on that."""
    if draft.source is not None or draft.cue is None or whole.cue is None or whole.source is None:
        return False
    if not draft.content or not _beside(syntax, draft.cue[1], draft.content[0][0]):
        return False
    return any(_beside(syntax, end, draft.cue[0]) for _, end in whole.content)


def _beside(syntax: Syntax, end: int, start: int) -> bool:
    """Whether nothing but space within a line stands between the two places."""
    between = syntax.text[end:start]
    return end <= start and not between.strip() and "\n" not in between


def _joined(syntax: Syntax, whole: Draft, draft: Draft) -> Draft:
    assert draft.cue is not None
    parts: list[Offsets] = []
    for start, end in sorted((*whole.content, draft.cue, *draft.content)):
        if parts and _beside(syntax, parts[-1][1], start):
            parts[-1] = parts[-1][0], end
        else:
            parts.append((start, end))
    return replace(whole, content=tuple(parts))
