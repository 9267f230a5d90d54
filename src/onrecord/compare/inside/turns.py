"""What a source said at first and what was said later: it took back its own account.

"The army at first denied the raid" tells by itself that something else was said later; the report
mostly goes on to tell it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.compare.accounts.build import link, quote
from onrecord.compare.accounts.facts import Said, View
from onrecord.compare.pairs.denials import speaks_for
from onrecord.link.identity import same_voice
from onrecord.link.words import has_mark, tokens
from onrecord.records import Link

_ACCOUNTS = frozenset({"assert", "accuse", "confirm", "deny"})
_AFFIRMS = frozenset({"assert", "confirm"})
_NEXT = 3
"""Statements behind the first account among which the later one is looked for."""
_BEFORE = 30
"""Characters before a cue within which "at first" stands."""


def turns(view: View) -> Iterator[Link]:
    """``contradicts`` from what was said later to what the same source, or whoever answers for it,
    said at first."""
    for place, first in enumerate(view.ordered):
        if first.statement.act not in _ACCOUNTS:
            continue
        behind = view.ordered[place + 1 : place + 1 + _NEXT]
        if marked("at_first", first, view):
            later = _later(first, behind, view)
        else:
            later = _admitted(first, behind, view)
        if later is not None:
            why = f"what was said later, against {quote(first.text)} at first"
            yield link("contradicts", later, first, 0.65, why, "whether")


def _later(first: Said, behind: Sequence[Said], view: View) -> Said | None:
    """The account that takes the place of the first: of the same voice, or of what came out."""
    for said in behind:
        if said.statement.act not in _ACCOUNTS or said.statement.within == first.statement.id:
            continue
        now = marked("in_the_end", said, view)
        if said.statement.act == "deny" and first.statement.act != "deny" and not now:
            continue  # "at first gave the dead as nine, denied that …": the same account goes on
        if _of_one(first, said, view) and (now or said.statement.act != first.statement.act):
            return said
        if now and _admits(said):
            return said  # "a former minister has since confirmed that it did"
    return None


def _admitted(first: Said, behind: Sequence[Said], view: View) -> Said | None:
    """What was brought out since, against a denial that stands right before it."""
    if first.statement.act != "deny":
        return None
    said = next(iter(behind), None)
    if said is None or not _admits(said) or not marked("in_the_end", said, view):
        return None
    affirms = said.statement.act in _AFFIRMS and said.statement.polarity == "positive"
    return said if affirms else None


def _admits(said: Said) -> bool:
    cue = said.statement.cue
    return cue is not None and has_mark("admitting", tokens(cue.text))


def _of_one(first: Said, later: Said, view: View) -> bool:
    """Whether one voice tells both, or the later one answers for the first."""
    return same_voice(later.who, first.who) or speaks_for(later, first, view)


def marked(mark: str, said: Said, view: View) -> bool:
    """Whether the words of the cue, or right before it, say when it was said."""
    cue = said.statement.cue
    if cue is None:
        return False
    before = view.record.report.text[max(0, cue.start - _BEFORE) : cue.start]
    return has_mark(mark, [*tokens(before)[-3:], *tokens(cue.text)])
