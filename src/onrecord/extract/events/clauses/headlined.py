"""Participles that stand for a passive: "31 militants killed in raids", as headlines have it."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.extract.events.clauses.lexicon import words
from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.events.clauses.text import Text

_HURT = frozenset({"injured", "wounded", "hurt", "missing"})
_INSIDE = frozenset({"NUM", "ADP", "ADV", "ADJ", "CCONJ"})
_SETTINGS = frozenset(
    {"in", "near", "during", "outside", "by", "while", "after", "before", "as", "on", "at", "again"}
)

Object = Callable[[int], Phrase | None]


def headlined(text: Text, verb: int, object_of: Object) -> bool:
    """Whether a word of harm without "was" tells what befell its subject."""
    if _shot_dead(text, verb) or _two_tolls(text, verb) or aimed(text, verb):
        return True
    return _no_object(text, verb, object_of)


def _shot_dead(text: Text, verb: int) -> bool:
    """ "Two men shot dead in …", and not "shot dead two men"."""
    syntax = text.syntax
    if syntax.words[verb : verb + 2] != ["shot", "dead"]:
        return False
    _, high = text.sentence(verb)
    after = syntax.upos(verb + 2) if verb + 2 < high else ""
    return after not in ("NUM", "DET", "NOUN", "PROPN", "ADJ", "PRON")


def _two_tolls(text: Text, verb: int) -> bool:
    """ "A woman killed 30 people injured in attacks", "an officer killed and two wounded": two
    tolls side by side, and no object."""
    syntax = text.syntax
    if syntax.lemmas[verb] not in words().harm or syntax.words[verb] == syntax.lemmas[verb]:
        return False
    _, high = text.sentence(verb)
    index = verb + 1
    while index < high and syntax.words[index].lower() not in _HURT:
        counted = syntax.upos(index - 1) == "NUM" and syntax.upos(index) in ("NOUN", "PROPN")
        if not counted and syntax.upos(index) not in _INSIDE:
            return False
        index += 1
    if index >= high or not any(syntax.upos(i) == "NUM" for i in range(verb + 1, index)):
        return False
    return syntax.upos(index - 1) != "CCONJ"  # "killed 3 soldiers and wounded 5"


def _no_object(text: Text, verb: int, object_of: Object) -> bool:
    """ "31 militants killed in raids": nobody kills without killing somebody."""
    syntax = text.syntax
    if syntax.words[verb].lower() not in ("killed", "injured", "wounded"):
        return False
    if syntax.has(verb, "aux", "obj", "ccomp", "xcomp") or syntax.deprel(verb) == "acl:relcl":
        return False
    joined = [verb, *syntax.kids(verb, "conj"), syntax.heads[verb]]
    harm = (one for one in joined if one >= 0 and syntax.lemmas[one] in words().harm)
    if any(object_of(one) is not None for one in harm):
        return False
    _, high = text.sentence(verb)
    behind = syntax.upos(verb + 1) if verb + 1 < high else "PUNCT"
    return behind in ("ADP", "PUNCT", "SCONJ", "ADV") and syntax.has(verb, "nsubj")


def shoots(text: Text, verb: int) -> bool:
    """ "the army fired on the crowd", which a tree may take for a passive without its "was"."""
    syntax = text.syntax
    bare = not syntax.has(verb, "aux", "aux:pass")
    if not bare or syntax.lemmas[verb] not in ("fire", "shoot"):
        return False
    return text.after(verb) in ("on", "at", "into", "upon", "toward", "towards") and not aimed(
        text, verb
    )


def aimed(text: Text, verb: int) -> bool:
    """ "Police shot at | during a traffic stop", "aid convoy fired on | near Lun": nobody stands
    behind the preposition, so that it is the subject who was fired at."""
    syntax = text.syntax
    relative = syntax.deprel(verb) == "acl:relcl"  # "the village that they shot at"
    if syntax.word(verb) not in ("shot", "fired") or syntax.has(verb, "obj") or relative:
        return False
    if text.after(verb) not in ("on", "at", "upon"):
        return False
    _, high = text.sentence(verb)
    behind = verb + 2
    if behind >= high:
        return True
    return syntax.upos(behind) in ("PUNCT", "SCONJ") or syntax.word(behind) in _SETTINGS
