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


def entrusted(syntax: Syntax, verb: int) -> bool:
    """ "charged the inspectors with verifying it", "tasked with finding it": no accusation."""
    if syntax.lemmas[verb] not in ("charge", "task", "entrust"):
        return False
    return any(
        syntax.word(mark) == "with" and syntax.lemmas[kid] in words("idioms", "duties")
        for kid in syntax.kids(verb, "advcl", "acl", "xcomp", "obl")
        for mark in syntax.kids(kid, "mark", "case")
    )
