"""What becomes of a word that was given before, and what somebody is charged with doing."""

from __future__ import annotations

from onrecord.extract.statements.words.lexicon import words
from onrecord.extract.statements.words.syntax import Syntax


def settled(syntax: Syntax, verb: int, noun: int) -> bool | None:
    """Whether a verb keeps a promise; None where it is neither kept nor broken by it."""
    if syntax.lemmas[noun] not in words("idioms", "one_word"):
        return None
    if syntax.lemmas[verb] in words("idioms", "keeping"):
        return True
    return False if syntax.lemmas[verb] in words("idioms", "breaking") else None


_CHECKS = frozenset(
    {"verify", "check", "confirm", "establish", "determine", "ascertain", "ensure", "prove"}
)
"""What one does who does not know yet."""
_DUTIES = {
    "charge": "with", "task": "with", "entrust": "with", "responsible": "for", "job": "of",
    "duty": "of", "mandate": "of", "mission": "of",
}  # fmt: skip
"""What it is to have to do something, and the word that leads to what that is."""


def entrusted(syntax: Syntax, verb: int) -> bool:
    """ "charged the inspectors with verifying it", "tasked with finding it": no accusation."""
    if syntax.lemmas[verb] not in ("charge", "task", "entrust"):
        return False
    return any(
        syntax.word(mark) == "with" and syntax.lemmas[kid] in words("idioms", "duties")
        for kid in syntax.kids(verb, "advcl", "acl", "xcomp", "obl")
        for mark in syntax.kids(kid, "mark", "case")
    )


def as_duty(syntax: Syntax, verb: int) -> bool:
    """Whether a verb is what somebody is there to do: "the job of | confirming | it"."""
    duty = syntax.heads[verb]
    if duty < 0 or not syntax.word(verb).endswith("ing") or syntax.upos(verb) != "VERB":
        return False
    joint = {syntax.words[k] for k in syntax.kids(verb, "mark", "case")}
    return _DUTIES.get(syntax.lemmas[duty], "") in joint


def to_be_checked(syntax: Syntax, verb: int) -> bool:
    """ "went in | to verify | that …", "tasked with | confirming | that …": nobody has, so far."""
    if syntax.lemmas[verb] not in _CHECKS or syntax.upos(verb) != "VERB":
        return False
    to = syntax.word(verb - 1) == "to" and syntax.deprel(verb) in ("advcl", "acl", "root")
    return to or as_duty(syntax, verb)
