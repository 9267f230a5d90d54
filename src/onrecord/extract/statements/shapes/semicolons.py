"""Headlines of two clauses: "Ordavia boards ships; Kalmeria threatens | force".

What stands before a semicolon is a clause of its own, and nothing that the next one's verb says,
where that verb has its own object.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.syntax import Offsets, Syntax

_QUOTES = frozenset("“”\"«»„'‘’")


def own_clauses(syntax: Syntax, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts, each with the object of its verb where it had the clause before the semicolon.

    One within which others stand stays as it is.
    """
    holding = {id(draft.outer) for draft in drafts}
    for draft in drafts:
        whole = id(draft) in holding or not _before_semicolon(syntax, draft)
        thing = None if whole else _object(syntax, draft)
        yield draft if thing is None else replace(draft, content=(thing,))


def _before_semicolon(syntax: Syntax, draft: Draft) -> bool:
    """Whether all that was drawn as said ends at a semicolon before its source, unquoted."""
    if draft.source is None or draft.cue is None or len(draft.content) != 1:
        return False
    start, end = draft.content[0]
    if end > draft.source[0] or draft.source[0] > draft.cue[0]:
        return False
    between = [syntax.word(i) for i in syntax.within(end, draft.source[0])]
    said = [syntax.tokens[i].text for i in syntax.within(start, end)]
    return between == [";"] and not _QUOTES & set(said[:1] + said[-1:])


def _object(syntax: Syntax, draft: Draft) -> Offsets | None:
    """The object behind the verb, with all that hangs on it."""
    head = draft.head
    if head is None or draft.cue is None:
        return None
    things = [kid for kid in syntax.kids(head, "obj", "ccomp", "xcomp") if kid > head]
    if not things:
        return None
    inside = [i for i in syntax.subtree(things[0]) if i > head]
    return syntax.tokens[inside[0]].start, syntax.tokens[inside[-1]].end
