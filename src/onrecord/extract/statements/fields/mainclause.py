"""Which time is of the main clause, and not of a relative clause before it."""

from __future__ import annotations

from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.syntax import Offsets, Syntax

_WHO = frozenset({"who", "which"})


def of_main_clause(syntax: Syntax, time: Offsets, draft: Draft) -> bool:
    """ "the mayor, who had warned of unrest, said | on Friday": the day of the saying, and not of
    the warning, whatever a tree makes of it."""
    if draft.source is None or draft.cue is None or time[0] < draft.cue[1]:
        return False
    if syntax.text[slice(*draft.source)].casefold() not in _WHO:
        return False
    between = syntax.within(draft.cue[1], time[0])
    comma = next((i for i in between if syntax.tokens[i].text == ","), None)
    return comma is not None and any(
        syntax.upos(i) in ("VERB", "AUX") for i in range(comma, between.stop)
    )
