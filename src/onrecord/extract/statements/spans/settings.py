"""What a reporter sets before what somebody tells: "the row comes a day after | the depot blew up,
killing nine, according to the mayor"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import words
from onrecord.extract.statements.words.syntax import Syntax
from onrecord.extract.statements.words.unsaid import trim

_COMES = frozenset({"come", "follow"})
_AFTER = frozenset({"after", "before"})
_FAR = 8
"""Words from "comes" to its "after", at most."""
_LEAST = 3
"""Words that must be left."""


def without_setting(syntax: Syntax, draft: Draft) -> Draft:
    """The draft without the clause by which the reporter puts it in its place."""
    draft = _without_place(syntax, draft)
    if draft.cue is None or draft.source is None or len(draft.content) != 1:
        return draft
    start, end = draft.content[0]
    if end > draft.cue[0] or not syntax.text[slice(*draft.cue)].lower().startswith("according"):
        return draft
    inside = list(syntax.within(start, end))
    verb = next((n for n, i in enumerate(inside) if syntax.upos(i) == "VERB"), None)
    if verb is None or verb == 0 or syntax.lemmas[inside[verb]] not in _COMES:
        return draft
    subject = [syntax.lemmas[i] for i in inside[:verb]]
    if not words("idioms", "comes_after") & set(subject):
        return draft
    rest = inside[verb + 1 :]
    if syntax.lemmas[inside[verb]] == "come":
        after = next((n for n, i in enumerate(rest[:_FAR]) if syntax.words[i] in _AFTER), None)
        if after is None:
            return draft
        rest = rest[after + 1 :]
    if len(rest) < _LEAST:
        return draft
    part = trim(syntax, (syntax.tokens[rest[0]].start, end))
    return replace(draft, content=(part,)) if part else draft


def _without_place(syntax: Syntax, draft: Draft) -> Draft:
    """ "denied in a message sent on | Norsk Radio | that he was ill": not where it was said."""
    if draft.cue is None or not draft.content or draft.content[0][0] < draft.cue[1]:
        return draft
    inside = list(syntax.within(*draft.content[0]))
    opens = next((n for n, i in enumerate(inside) if syntax.word(i) == "that"), None)
    if not opens or inside[0] == 0 or syntax.deprel(inside[0] - 1) != "case":
        return draft
    name = inside[:opens]
    clause = syntax.upos(inside[opens]) == "SCONJ" and syntax.deprel(inside[opens]) == "mark"
    if not clause or any(syntax.upos(i) not in ("PROPN", "NOUN", "DET", "ADJ") for i in name):
        return draft
    part = (syntax.tokens[inside[opens]].start, draft.content[0][1])
    return replace(draft, content=(part, *draft.content[1:]))
