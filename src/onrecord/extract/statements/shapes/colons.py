"""What the one who speaks goes on to say behind a colon: "Not so, said the envoy: he was there"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.syntax import Syntax, covers, overlap
from onrecord.extract.statements.words.unsaid import trim

_COLON = re.compile(r":\s+(?=\S)")


def behind_colon(syntax: Syntax, found: Sequence[Draft]) -> list[Draft]:
    """The drafts, where what was said stands on both sides of who says it, with both sides."""
    kept = list(found)
    for at, draft in enumerate(kept):
        if draft.source is None or draft.cue is None or not draft.content:
            continue
        end = max(draft.source[1], draft.cue[1])
        joint = _COLON.match(syntax.text, end)
        first = draft.content[0]
        if joint is None or first[1] > min(draft.source[0], draft.cue[0]):
            continue
        top = syntax.at(draft.cue[0])
        if top is None:
            continue
        stop = syntax.tokens[syntax.bounds[syntax.sentences[top]][1] - 1].end
        part = trim(syntax, (joint.end(), stop)) if joint.end() < stop else None
        own = [one for one in draft.content if covers([one], draft.source) or one == first]
        if part is None or len(own) < len(draft.content) or len(own) > 2:
            continue
        taken = (s for one in kept if one is not draft and one.source for s in one.spans())
        if not any(overlap(span, part) for span in taken):
            kept[at] = replace(draft, content=(first, part))
    return [one for one in kept if not _loose(syntax, one, kept)]


def _loose(syntax: Syntax, draft: Draft, found: Sequence[Draft]) -> bool:
    """Whether a colon is taken for a cue of nobody's, whose words somebody has said."""
    if draft.source is not None or draft.cue is None or not draft.content:
        return False
    if syntax.text[draft.cue[0] : draft.cue[1]].strip() != ":":
        return False
    return any(covers(one.content, draft.content[0]) for one in found if one.source is not None)
