"""Whoever "was quoted as saying" it, behind what they said: "The rebels fled, the bishop was quoted
as saying". The tagger takes the speaker for a part of what was said, or finds neither.

So too "Cole, flanked by two men, is heard saying …", where it loses the speaker over the aside.
"""

from __future__ import annotations

from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.phrases import noun_phrase
from onrecord.extract.statements.words.syntax import Offsets, Syntax, overlap
from onrecord.extract.statements.words.unsaid import trim

_THROUGH = frozenset({"quote", "cite", "hear", "see", "film", "record", "show"})
"""Verbs by which somebody's words come to the reporter, in the passive."""


def was_quoted(syntax: Syntax, draft: Draft) -> Draft:
    """The draft with its speaker, and the clause before where that is what they said."""
    if draft.cue is None:
        return draft
    verb = next((i for i in syntax.within(*draft.cue) if _passed_on(syntax, i)), None)
    subject = syntax.kid(verb, "nsubj:pass", "nsubj") if verb is not None else None
    if verb is None or subject is None or subject > verb:
        return draft
    source = draft.source or noun_phrase(syntax, subject)
    if _is_agent(syntax, verb, source):  # "Bell was quoted by the Herald as saying"
        source = noun_phrase(syntax, subject)
    if source[1] > draft.cue[0] or syntax.words[subject] in ("it", "that", "which", "who"):
        return draft
    content = tuple(part for part in draft.content if not overlap(part, source))
    if not any(part[0] >= draft.cue[1] and _clause(syntax, part) for part in content):
        before = _before(syntax, verb, source)
        content = content if before is None else (before,)
    return draft.with_(source=source, content=content) if content else draft


def _is_agent(syntax: Syntax, verb: int, source: Offsets) -> bool:
    """Whether it is whom somebody's words were passed on by that is taken for their speaker."""
    agent = syntax.kid(verb, "obl:agent")
    return agent is not None and agent in syntax.within(*source)


def _clause(syntax: Syntax, part: Offsets) -> bool:
    """Whether something is said in a part: "telling | the paper" tells only whom it was said to."""
    return any(syntax.upos(i) in ("VERB", "AUX") for i in syntax.within(*part))


def _passed_on(syntax: Syntax, verb: int) -> bool:
    """Whether a verb tells, in the passive, that somebody's words were passed on."""
    passive = syntax.has(verb, "aux:pass") or syntax.words[verb - 1] in ("was", "were", "is", "are")
    return verb > 0 and passive and syntax.lemmas[verb] in _THROUGH


def _before(syntax: Syntax, verb: int, source: Offsets) -> Offsets | None:
    """The clause on which the verb hangs, or that hangs on it, before the speaker and a comma."""
    first = syntax.at(source[0])
    if first is None or first < 2 or syntax.tokens[first - 1].text != ",":
        return None
    clause = syntax.heads[verb] if syntax.deprel(verb) in _HANGS else None
    if clause is None:  # some trees hang what was said on the verb
        told = (k for k in syntax.kids(verb, *_HANGS) if k < first and not syntax.has(k, "mark"))
        clause = next((k for k in told if syntax.has(k, "nsubj", "nsubj:pass", "expl")), -1)
    if not 0 <= clause < first or syntax.sentences[clause] != syntax.sentences[verb]:
        return None
    low = min(i for i in syntax.subtree(clause, without=[verb]) if i < first)
    return trim(syntax, syntax.span(range(low, first - 1)))


_HANGS = frozenset({"parataxis", "ccomp", "conj", "advcl"})
