"""What nobody owned up to: "no group has claimed the raid", "has never acknowledged holding them".

The report says that these words are still missing. Whoever is named as not having said them has
declined to; where the report names nobody, the silence is nobody's.
"""

from __future__ import annotations

from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import words
from onrecord.extract.statements.words.naming import somebody
from onrecord.extract.statements.words.phrases import noun_phrase
from onrecord.extract.statements.words.sides import is_first
from onrecord.extract.statements.words.syntax import Offsets, Syntax
from onrecord.extract.statements.words.unsaid import trim
from onrecord.extract.statements.words.verbgroup import group_start, negated

_HELPERS = frozenset({"have", "do", "be"})


def unclaimed(syntax: Syntax, verb: int, speaker: int | None) -> Draft | None:
    """The silence that a verb of owning up tells of: "the group | has not claimed | the raid"."""
    if not keeps_mum(syntax, verb):
        return None
    passive = syntax.kid(verb, "nsubj:pass")
    part = _deed(syntax, passive) if passive is not None else _kept_back(syntax, verb)
    if part is None:
        return None
    start = verb - 3 if _not_yet(syntax, verb) else group_start(syntax, verb)
    cue = syntax.tokens[start].start, syntax.tokens[verb].end
    if passive is not None:
        return Draft(None, cue, (part,), head=verb, by="phrase")
    who = _nobody(syntax, verb)
    if who is not None:
        cue = syntax.tokens[who].start, syntax.tokens[verb].end
        return Draft(None, cue, (part,), head=verb, by="phrase")
    if speaker is None and syntax.deprel(verb) == "xcomp":
        speaker = syntax.subject(syntax.heads[verb])  # "the militia | has yet to claim"
    if speaker is None or is_first(syntax.word(speaker)) or not somebody(syntax, speaker):
        return None
    return Draft(noun_phrase(syntax, speaker), cue, (part,), head=verb, by="phrase")


def keeps_mum(syntax: Syntax, verb: int) -> bool:
    """Whether a verb of owning up is denied, and no more than that: "would not claim it" is not."""
    if syntax.lemmas[verb] not in words("refusals", "owning") or syntax.upos(verb) != "VERB":
        return False
    if any(syntax.words[k] in ("if", "unless", "until") for k in syntax.kids(verb, "mark")):
        return False
    if any(syntax.lemmas[k] not in _HELPERS for k in syntax.kids(verb, "aux")):
        return False
    if _not_yet(syntax, verb):
        return True
    finite = syntax.has(verb, "aux", "aux:pass") or syntax.words[verb] != syntax.lemmas[verb]
    told = negated(syntax, verb) or _nobody(syntax, verb) is not None
    return told and finite and not syntax.word(verb).endswith("ing")


def _not_yet(syntax: Syntax, verb: int) -> bool:
    """ "| has yet to | claim the raid"."""
    before = syntax.lemmas[max(verb - 3, 0) : verb]
    return before[1:] == ["yet", "to"] and before[0] in ("have", "be")


def _nobody(syntax: Syntax, verb: int) -> int | None:
    """The first word of a subject that is nobody: "| no | armed group"."""
    subject = syntax.kid(verb, "nsubj")
    if subject is None or subject > verb:
        return None
    first = syntax.at(noun_phrase(syntax, subject)[0])
    listed = words("refusals", "nobody")
    return first if first is not None and syntax.word(first) in listed else None


def _deed(syntax: Syntax, thing: int) -> Offsets | None:
    """A deed that the report tells of, as one would own up to it."""
    listed = words("harms", "deed") | words("harms", "wrong")
    return noun_phrase(syntax, thing) if syntax.lemmas[thing] in listed else None


def _kept_back(syntax: Syntax, verb: int) -> Offsets | None:
    """What was not owned up to: a deed, a clause, or what one has been doing."""
    clause = next((k for k in syntax.kids(verb, "ccomp", "xcomp", "advcl") if k > verb), None)
    thing = next((k for k in syntax.kids(verb, "obj") if k > verb), None)
    if syntax.lemmas[verb] == "mention" and thing is not None:
        return trim(syntax, syntax.span(syntax.subtree(thing)))
    if syntax.lemmas[verb] == "claim" or thing is not None:
        listed = words("refusals", "claimed")
        own = thing is not None and (
            syntax.lemmas[thing] in listed or _deed(syntax, thing) is not None
        )
        return trim(syntax, syntax.span(syntax.subtree(thing))) if own and thing else None
    if clause is None or not (
        syntax.deprel(clause) == "ccomp" or syntax.word(clause).endswith("ing")
    ):
        return None
    return trim(syntax, syntax.span(syntax.subtree(clause)))
