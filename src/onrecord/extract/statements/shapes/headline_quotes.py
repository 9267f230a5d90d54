"""Headlines that open with somebody's words: "‘They took my son’: mothers tell of raid in Lun".

Whose they are is told behind the colon. Nothing within the marks is said by whom they tell of, and
nobody further down has said the headline.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import words
from onrecord.extract.statements.words.syntax import Offsets, overlap
from onrecord.read.frontmatter import Front

_OPENING = re.compile(r"\s*(?:'(.+?)'|‘(.+?)’|“(.+?)”|\"(.+?)\")\s*:\s+(?=\w)")
_WORD = re.compile(r"[\w’'-]+")
_MOST = 5
"""Words of who tells it."""
_LEAST = 3
"""Words from which on what is quoted is somebody's sentence, and no name."""


def quoted_first(text: str, front: Front, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, with the words that a headline opens with given to who tells them there."""
    if front.headline is None:
        return list(drafts)
    start, end = front.headline.start, max(front.headline.end, front.body)
    found = _OPENING.match(text, start, front.headline.end)
    if found is None or len(found.group().split()) <= _LEAST:
        return list(drafts)
    opened = found.group()
    quote = start + len(opened) - len(opened.lstrip()), start + len(opened.rstrip(" :\n"))
    told = _teller(drafts, (found.end(), end))
    kept: dict[int, Draft] = {}
    if told is None and (spoken := _spoken(text, found.end(), front.headline.end)) is not None:
        kept[id(spoken)] = replace(spoken, content=(quote,))
    for draft in drafts:
        if draft.cue is not None and overlap(draft.cue, (start, quote[1])):
            continue
        if draft is told and _recounts(text, draft):
            kept[id(draft)] = replace(draft, content=(quote,), outer=None)
        elif (cut := _below(draft, (start, end))) is not None:
            kept[id(draft)] = cut
    return [
        replace(d, outer=kept.get(id(d.outer))) if d.outer is not None else d for d in kept.values()
    ]


def _teller(drafts: Sequence[Draft], behind: Offsets) -> Draft | None:
    """The first draft whose speaker and cue stand behind the colon, in the headline itself."""
    own = [
        d
        for d in drafts
        if d.cue is not None
        and d.source is not None
        and behind[0] <= min(d.source[0], d.cue[0])
        and max(d.source[1], d.cue[1]) <= behind[1]
    ]
    return min(own, key=Draft.order, default=None)


def _spoken(text: str, start: int, end: int) -> Draft | None:
    """Who tells it, by the order of words, where the tagger found nobody: "nurse | recalls | …"."""
    told = list(_WORD.finditer(text, start, end))[: _MOST + 1]
    for at, word in enumerate(told[1:], start=1):
        plain = word.group().casefold()
        if {plain, plain.removesuffix("s")} & words("headlines", "recounting"):
            return Draft((start, told[at - 1].end()), word.span(), (), by="rule")
    return None


def _recounts(text: str, draft: Draft) -> bool:
    """Whether a cue only tells, as "recall" does; who "rejects" a thing rejects what follows."""
    assert draft.cue is not None
    first = text[slice(*draft.cue)].casefold().split()[0]
    return bool({first, first.removesuffix("s")} & words("headlines", "recounting"))


def _below(draft: Draft, headline: Offsets) -> Draft | None:
    """A draft without the headline's words, where its cue stands below; None where none is left."""
    if draft.cue is None or draft.cue[0] < headline[1]:
        return draft
    content = tuple((max(s, headline[1]), e) for s, e in draft.content if e > headline[1])
    return replace(draft, content=content) if content or not draft.content else None
