"""The reporter's words around what was said: a turn to it before, what it is called behind it."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.extract.statements.words.lexicon import words
from onrecord.extract.statements.words.syntax import Offsets, Syntax, covers

_TURNS = (("on", "the", "other", "hand", ","), ("by", "contrast", ","), ("in", "turn", ","),
          ("for", "its", "part", ","), ("for", "their", "part", ","))  # fmt: skip
_SHORT = 16
"""Words of a clause at most in which somebody else is said to have denied, or told, the rest."""
_ANSWERS = frozenset({"deny", "dispute", "reject", "refute", "contradict", "dismiss"})
_TOLD = frozenset({"allege", "report", "claim", "say", "charge", "assert", "suggest", "state"})


def without_turn(syntax: Syntax, part: Offsets) -> Offsets:
    """ "on the other hand, | they wore masks": the turn to it is the reporter's."""
    inside = syntax.within(*part)
    for turn in _TURNS:
        opening = syntax.words[inside.start : inside.start + len(turn)]
        if len(inside) > len(turn) and tuple(opening) == turn:
            return syntax.tokens[inside[len(turn)]].start, part[1]
    return part


def without_gloss(syntax: Syntax, marks: Sequence[Offsets], part: Offsets) -> Offsets:
    """ "… had fled|, an allegation the army denies": the reporter's words about the claim."""
    inside = list(syntax.within(*part))
    for at in range(2, len(inside) - 3):
        comma, det, noun = inside[at : at + 3]
        if syntax.tokens[comma].text != "," or syntax.upos(det) != "DET":
            continue
        told = syntax.lemmas[noun] in words("harms", "told")
        if told and any(syntax.upos(i) == "VERB" for i in inside[at + 3 :]):
            token = syntax.tokens[comma]
            if not covers(marks, (token.start, token.end)):
                return part[0], token.start
    return _without_answer(syntax, marks, part)


def _without_answer(syntax: Syntax, marks: Sequence[Offsets], part: Offsets) -> Offsets:
    """ "… had fled|, which the army denied", "|, as the radio had reported": others' words."""
    inside = list(syntax.within(*part))
    for at in range(2, len(inside) - 2):
        comma, joint = inside[at : at + 2]
        if syntax.tokens[comma].text != "," or syntax.words[joint] not in (
            "which",
            "something",
            "as",
        ):
            continue
        verb = _last_verb(syntax, inside[at + 2 :])
        token = syntax.tokens[comma]
        if verb is None or covers(marks, (token.start, token.end)):
            continue
        said = _TOLD if syntax.words[joint] == "as" else _ANSWERS
        if syntax.lemmas[verb] in said and syntax.has(verb, "nsubj"):
            return part[0], token.start
    return part


def _last_verb(syntax: Syntax, rest: Sequence[int]) -> int | None:
    """The verb of a short clause: the only one in it, and nothing said behind it."""
    verbs = [i for i in rest if syntax.upos(i) == "VERB"]
    if len(verbs) != 1 or len(rest) > _SHORT:
        return None
    return verbs[0]
