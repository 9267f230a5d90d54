"""What is worded as an attribution, and in which nobody says anything: "has ever offered", "put
alleged criminals on a list", "is often cited as a reason"."""

from __future__ import annotations

from onrecord.extract.statements.draft import Draft
from onrecord.extract.statements.lexicon import words
from onrecord.extract.statements.syntax import Syntax


def no_saying(syntax: Syntax, draft: Draft) -> bool:
    """Whether the cue of a draft, which must have a head, attributes nothing."""
    assert draft.head is not None
    head = draft.head
    if syntax.deprel(head) == "amod" and syntax.upos(head) != "NOUN":
        return True  # "put | alleged | criminals on a list"
    before = syntax.lemmas[max(head - 2, 0) : head]
    if before == ["fail", "to"] or before[-1:] == ["fail"]:
        return True
    if _kept(syntax, draft) or _entrusted(syntax, head):
        return True
    if syntax.deprel(head) == "acl:relcl" and "ever" in syntax.words[max(head - 2, 0) : head]:
        return True  # "the largest reward it has ever offered"
    return _cited_as(syntax, draft) or _done_to_a_thing(syntax, draft)


def _entrusted(syntax: Syntax, head: int) -> bool:
    """ "charged the inspectors with verifying it", "tasked with finding it": no accusation."""
    if syntax.lemmas[head] not in ("charge", "task", "entrust"):
        return False
    return any(
        syntax.word(mark) == "with" and syntax.lemmas[kid] in words("idioms", "duties")
        for kid in syntax.kids(head, "advcl", "acl", "xcomp", "obl")
        for mark in syntax.kids(kid, "mark", "case")
    )


def _kept(syntax: Syntax, draft: Draft) -> bool:
    """ "kept its promise to free them": it was given before."""
    if draft.cue is None:
        return False
    inside = [syntax.lemmas[i] for i in syntax.within(*draft.cue)]
    verbs = words("idioms", "keeping") | words("idioms", "breaking")
    return any(
        lemma in verbs and set(inside[k + 1 :]) & words("idioms", "one_word")
        for k, lemma in enumerate(inside)
    )


def _cited_as(syntax: Syntax, draft: Draft) -> bool:
    """ "gun control is often cited as a reason": by whom, it does not say."""
    assert draft.head is not None
    if syntax.lemmas[draft.head] != "cite" or draft.source is None:
        return False
    subject = syntax.kid(draft.head, "nsubj:pass")
    if subject is None or syntax.has(draft.head, "obl:agent"):
        return False
    behind = syntax.words[draft.head + 1 : draft.head + 3]
    inside = draft.source[0] <= syntax.tokens[subject].start < draft.source[1]
    return inside and behind[:1] == ["as"] and behind[1:] != ["saying"]


def _done_to_a_thing(syntax: Syntax, draft: Draft) -> bool:
    """ "accepted the papers of three envoys", "offered an arm": what is no word."""
    assert draft.head is not None
    things = words("idioms", "handed") if syntax.lemmas[draft.head] == "accept" else frozenset()
    return any(syntax.lemmas[kid] in things for kid in syntax.kids(draft.head, "obj"))
