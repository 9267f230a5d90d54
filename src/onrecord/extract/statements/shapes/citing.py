"""On whose word another tells it: "the radio said, citing the staff, that …".

What the one tells is the other's statement as well, and stands within the teller's.
"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.naming import somebody
from onrecord.extract.statements.words.phrases import noun_phrase
from onrecord.extract.statements.words.syntax import Syntax, covers, overlap

_CITING = frozenset({"citing", "quoting"})


def with_cited(syntax: Syntax, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, and one for each whose word is given right behind the teller's verb."""
    found = list(drafts)
    for verb, word in enumerate(syntax.words):
        token = syntax.tokens[verb]
        span = (token.start, token.end)
        if word not in _CITING or any(d.cue and overlap(d.cue, span) for d in drafts):
            continue
        teller = _teller(syntax, drafts, verb)
        party = next((k for k in syntax.kids(verb, "obj", "iobj") if k > verb), None)
        if teller is None or party is None or not somebody(syntax, party):
            continue
        source = noun_phrase(syntax, party)
        if source[0] > span[1] and not covers(teller.content, source):
            found.append(Draft(source, span, teller.content, head=verb, by="rule", outer=teller))
    return found


def _teller(syntax: Syntax, drafts: Sequence[Draft], verb: int) -> Draft | None:
    """Whose verb stands before the "citing", with no more than a comma between."""
    for draft in drafts:
        if draft.cue is None or draft.source is None or not draft.content:
            continue
        last = syntax.within(*draft.cue)[-1]
        if last < verb and all(syntax.tokens[i].text == "," for i in range(last + 1, verb)):
            return draft
    return None
