"""Verbs of denying and declining by which nobody says anything: who is denied a thing does not get
it, and figures that decline are lower.
"""

from __future__ import annotations

from onrecord.extract.statements.words.lexicon import words
from onrecord.extract.statements.words.naming import somebody
from onrecord.extract.statements.words.syntax import Syntax

_UNITS = frozenset({"%", "percent", "cent", "point", "pc"})


def kept_from(syntax: Syntax, verb: int) -> bool:
    """ "denied Petrov the nomination", "was denied promotion": it was kept from him."""
    if syntax.lemmas[verb] != "deny" or syntax.upos(verb) != "VERB":
        return False
    things = [k for k in syntax.kids(verb, "obj", "iobj") if k > verb]
    if syntax.has(verb, "nsubj:pass") and syntax.has(verb, "aux:pass"):
        return any(syntax.upos(k) in ("NOUN", "PROPN") for k in things)
    first, *more = things or [verb]
    held = syntax.lemmas[first] in words("idioms", "withheld")  # "denied food | to the town"
    return (bool(more) and somebody(syntax, first)) or (bool(things) and not more and held)


def shrinks(syntax: Syntax, verb: int) -> bool:
    """ "profits declined 43%": they fell, and nobody refuses anything."""
    if syntax.lemmas[verb] != "decline" or syntax.upos(verb) != "VERB":
        return False
    things = syntax.kids(verb, "obj", "obl", "obl:npmod")
    numbered = any(
        syntax.upos(k) in ("NUM", "SYM") or syntax.lemmas[k] in _UNITS or syntax.has(k, "nummod")
        for k in things
        if k > verb
    )
    subject = syntax.subject(verb)
    return numbered and not (subject is not None and syntax.upos(subject) == "PRON")
