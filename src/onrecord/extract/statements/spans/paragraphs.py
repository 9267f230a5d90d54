"""A content that the tagger let run from one paragraph into the next: a headline and its lead.

Only what is quoted, or what a colon introduces, goes on over a break; the rest is said elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.syntax import Offsets, Syntax

_MARK = 1
"""Code points before a piece's quotation mark that may still be the piece's."""


def keep_apart(syntax: Syntax, marks: Sequence[Offsets], drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with each unquoted content in one paragraph, its cue's own.

    What is cut off goes to the draft of its own sentence that has a cue and nothing said, if any.
    """
    kept: list[Draft] = []
    loose: list[Offsets] = []
    for given in drafts:
        draft = _not_beyond(syntax, marks, _of_one_paragraph(syntax, given))
        pieces = [piece for part in draft.content for piece in _pieces(syntax, part)]
        if draft.cue is None or len(pieces) == len(draft.content):
            kept.append(draft)
            continue
        own = [piece for piece in pieces if _belongs(syntax, marks, draft.cue, piece)]
        loose += [piece for piece in pieces if piece not in own]
        kept.append(replace(draft, content=tuple(own) if own else draft.content))
    return [_given(syntax, draft, loose) for draft in kept]


def _of_one_paragraph(syntax: Syntax, draft: Draft) -> Draft:
    """The draft with what of its source stands in the cue's own paragraph."""
    if draft.source is None or draft.cue is None:
        return draft
    pieces = _pieces(syntax, draft.source)
    here = syntax.at(draft.cue[0])
    if len(pieces) < 2 or here is None:
        return draft
    for piece in reversed(pieces):
        there = syntax.at(piece[0])
        if there is not None and _paragraph(syntax, there) == _paragraph(syntax, here):
            return replace(draft, source=piece)
    return draft


def _not_beyond(syntax: Syntax, marks: Sequence[Offsets], draft: Draft) -> Draft:
    """ "Troops fired on a crowd, doctors say¶| The army has …": no cue reaches over a break."""
    here = syntax.at(draft.cue[0]) if draft.cue else None
    if draft.cue is None or draft.source is None or here is None:
        return draft
    content = tuple(
        part
        for part in draft.content
        if part[0] < draft.cue[0] or _belongs(syntax, marks, draft.cue, part)
    )
    return draft if content == draft.content else replace(draft, content=content)


def _pieces(syntax: Syntax, part: Offsets) -> list[Offsets]:
    """A part cut at the ends of paragraphs."""
    found: list[Offsets] = []
    last = -1
    for index in syntax.within(*part):
        paragraph = syntax.paragraphs[syntax.sentences[index]]
        token = syntax.tokens[index]
        if found and paragraph == last:
            found[-1] = (found[-1][0], min(token.end, part[1]))
        else:
            found.append((max(token.start, part[0]), min(token.end, part[1])))
        last = paragraph
    return found if len(found) > 1 else [part]


def _belongs(syntax: Syntax, marks: Sequence[Offsets], cue: Offsets, piece: Offsets) -> bool:
    here, there = syntax.at(cue[0]), syntax.at(piece[0])
    if here is None or there is None or _paragraph(syntax, here) == _paragraph(syntax, there):
        return True
    for mark in marks:
        if mark[0] <= piece[0] + _MARK and piece[0] < mark[1]:
            return not _said_by_another(syntax, cue, mark)
    gap = syntax.text[cue[1] : piece[0]]
    return cue[1] <= piece[0] and ":" in gap


def _said_by_another(syntax: Syntax, cue: Offsets, mark: Offsets) -> bool:
    """ "“…,” the minister told the radio": who stands behind a comma in its sentence says it."""
    if mark[0] < cue[1] or syntax.text[mark[1] - 2 : mark[1] - 1] != ",":
        return False
    last = syntax.at(mark[1] - 1)
    if last is None:
        return False
    _, high = syntax.bounds[syntax.sentences[last]]
    return any(syntax.upos(i) == "VERB" for i in range(last + 1, high))


def _paragraph(syntax: Syntax, index: int) -> int:
    return syntax.paragraphs[syntax.sentences[index]]


def _given(syntax: Syntax, draft: Draft, loose: Sequence[Offsets]) -> Draft:
    """A draft that says nothing with the loose piece of its sentence."""
    if draft.content or draft.cue is None:
        return draft
    cue = syntax.at(draft.cue[0])
    for piece in loose:
        last = syntax.at(piece[1] - 1)
        if cue is not None and last is not None and syntax.sentences[cue] == syntax.sentences[last]:
            return replace(draft, content=(piece,))
    return draft
