"""The verb that says that a noun's event took place: "the raid was carried out on Monday"."""

from __future__ import annotations

from collections.abc import Set

from onrecord.extract.events.clauses.lexicon import listed, words
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.senses.triggers import Trigger

_DEEDS = frozenset({"ASSAULT", "MOBILIZE", "PROTEST", "CONSULT", "RETREAT", "COERCE"})
_FIXING = frozenset({"schedule", "slate", "set"})
_OUSTING = frozenset({"oust", "topple", "overthrow", "depose", "remove", "end"})


def carrier(text: Text, heads: Set[int], trigger: Trigger) -> int | None:
    """The verb that says that the noun's event took place, whose time is the event's."""
    syntax = text.syntax
    assert trigger.noun is not None
    phrase = text.phrases.of(trigger.noun)
    first = phrase.first if phrase is not None else trigger.first
    low, _ = text.sentence(trigger.noun)
    candidates = [syntax.heads[trigger.noun]]
    if candidates[0] >= 0 and syntax.lemmas[candidates[0]] in ("round", "session"):
        candidates[0] = syntax.heads[candidates[0]]  # "the next round | of talks is set for"
    if candidates[0] >= 0 and syntax.upos(candidates[0]) == "ADJ":  # "are likely to resume"
        candidates += syntax.kids(candidates[0], "xcomp")
    if first - 1 >= low:
        candidates.append(first - 1)
        if first - 2 >= low and syntax.word(first - 1) in ("out", "up"):
            candidates.append(first - 2)
    carriers = listed("roles", "performing") | listed("status", "taking_place") | _FIXING
    if phrase is not None and text.case(phrase) in ("after", "before", "since", "following"):
        candidates[0] = -1  # "the shelling resumed on Tuesday | after a truce"
    for verb in candidates:
        if verb < 0 or syntax.upos(verb) != "VERB":
            continue
        if syntax.lemmas[verb] == "announce" and trigger.senses[0].type in _DEEDS:
            continue  # "announced an offensive on Monday": the announcement was then
        struck = syntax.lemmas[verb] in listed("roles", "striking") | _OUSTING
        if struck and syntax.deprel(trigger.noun) == "nsubj":
            return verb  # "two explosions tore into the hull on Saturday"
        if syntax.lemmas[verb] == "leave" and _tells_outcome(text, verb):
            return verb  # "clashes left 41 dead"
        occurs = syntax.lemmas[verb] == "take" and text.after(verb) == "place"
        if verb in heads and not occurs:
            continue
        bears = syntax.lemmas[verb] in listed("roles", "bearing")
        if bears and syntax.deprel(trigger.noun) == "nsubj":
            return verb  # "the march filled the avenues on Sunday"
        if syntax.lemmas[verb] in carriers | listed("roles", "suffering"):
            return verb
        if syntax.lemmas[verb] in words().harm | {"die"}:
            return verb  # "died in clashes"
    return None


def _tells_outcome(text: Text, verb: int) -> bool:
    _, high = text.sentence(verb)
    near = text.syntax.lemmas[verb + 1 : min(high, verb + 12)]
    return bool(set(near) & listed("senses", "outcomes"))
