"""Accounts that are like another's, and words that are no statement of anybody's.

"gave a matching account: …" tells what stands behind the colon; "spoke on condition that he not be
named", "witnesses disagreed about it", "called out names" tell nothing that was said.
"""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import words
from onrecord.extract.statements.words.phrases import noun_phrase
from onrecord.extract.statements.words.syntax import Syntax
from onrecord.extract.statements.words.unsaid import trim

_TELLS = frozenset({"give", "offer", "provide", "tell", "describe", "recount", "relate", "report"})
_DIFFER = frozenset({"disagree", "differ", "diverge"})
_OVER = frozenset({"about", "over", "on", "as", "how", "who", "what"})
_BEHIND = 8
"""Words from the verb to the colon, at most."""
_LEAST = 3
"""Words behind the colon, at least."""


def told_alike(syntax: Syntax, verb: int, speaker: int | None) -> Draft | None:
    """ "A student | gave a matching account | : soldiers carried a list": what he told."""
    if syntax.lemmas[verb] not in _TELLS or syntax.has(verb, "aux:pass") or speaker is None:
        return None
    if syntax.negated(verb) or speaker > verb:
        return None
    _, high = syntax.bounds[syntax.sentences[verb]]
    near = range(verb + 1, min(verb + _BEHIND, high))
    colon = next((i for i in near if syntax.tokens[i].text == ":"), None)
    if colon is None or high - colon <= _LEAST:
        return None
    noun = colon - 1
    alike = any(syntax.lemmas[i] in words("idioms", "alike") for i in range(verb + 1, noun))
    if syntax.lemmas[noun] not in words("idioms", "told_alike") or not alike:
        return None
    part = trim(syntax, (syntax.tokens[colon + 1].start, syntax.tokens[high - 1].end))
    if part is None:
        return None
    cue = syntax.tokens[verb].start, syntax.tokens[noun].end
    return Draft(noun_phrase(syntax, speaker), cue, (part,), head=noun, by="phrase")


def behind_account(syntax: Syntax, draft: Draft) -> Draft:
    """ "described | the same thing: bullets through the door": what it was, behind the colon."""
    verb = syntax.at(draft.cue[0]) if draft.cue is not None else None
    if verb is None or draft.source is None:
        return draft
    speaker = syntax.top(*draft.source)
    found = told_alike(syntax, verb, speaker)
    if found is None:
        return draft
    return replace(draft, cue=found.cue, content=found.content, head=found.head, by="phrase")


def tells_nothing(syntax: Syntax, draft: Draft) -> bool:
    """Whether the cue of a draft, which must have a head, tells of no words of its source's."""
    return _on_condition(syntax, draft) or at_odds(syntax, draft.head) or _reads(syntax, draft)


def _on_condition(syntax: Syntax, draft: Draft) -> bool:
    """ "who spoke on condition | that he not be named"."""
    if draft.head is None or syntax.lemmas[draft.head] not in ("speak", "talk"):
        return False
    near = syntax.words[draft.head + 1 : draft.head + 4]
    return near[:2] == ["on", "condition"] or near == ["on", "the", "condition"]


def at_odds(syntax: Syntax, verb: int | None) -> bool:
    """ "witnesses disagreed about what they saw": with each other, and nothing is denied."""
    if verb is None or syntax.lemmas[verb] not in _DIFFER or syntax.upos(verb) != "VERB":
        return False
    who = syntax.kid(verb, "nsubj")
    if who is None or syntax.upos(who) == "PRON":
        return False
    several = syntax.has(who, "conj") or syntax.tokens[who].text.lower() != syntax.lemmas[who]
    behind = syntax.words[verb + 1 : verb + 3]
    return several and bool(_OVER & set(behind[:1])) and "whether" not in behind


def _reads(syntax: Syntax, draft: Draft) -> bool:
    """ "called out names at each house": read aloud, and no reproach."""
    head = draft.head
    if head is None or syntax.lemmas[head] != "call" or syntax.word(head + 1) != "out":
        return False
    things = {syntax.lemmas[k] for k in syntax.kids(head, "obj")}
    return bool(things & words("idioms", "read_out"))
