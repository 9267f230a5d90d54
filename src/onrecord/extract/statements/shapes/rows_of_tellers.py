"""Several who tell, one after another: "with police reporting six dead and a union saying that …".

The tagger takes two of them for one speaker, or gives the last one's words to the first; each has
what stands behind his own participle.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.statements.words.draft import Draft
from onrecord.extract.statements.words.lexicon import Cues
from onrecord.extract.statements.words.syntax import Offsets, Syntax, overlap

_JOINTS = frozenset({"with", ",", "and", "while"})
_PHRASE = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON"})
_TOLD = frozenset({"reporting", "saying", "claiming", "acknowledging", "counting", "putting"})
"""Participles that tell of a number, or of what is so."""


def each_his_own(syntax: Syntax, lexicon: Cues, found: Sequence[Draft]) -> list[Draft]:
    """The drafts, each in a row of tellers with his own source, and those that were missed."""
    if not any(word in _TOLD for word in syntax.words):
        return list(found)
    kept = list(found)
    for low, high in syntax.bounds:
        row = list(_row(syntax, lexicon, low, high))
        if len(row) < 2:
            continue
        for at, (first, verb) in enumerate(row):
            stop = row[at + 1][0] - 1 if at + 1 < len(row) else high
            kept = _with_one(syntax, kept, first, verb, stop)
    return kept


def _row(syntax: Syntax, lexicon: Cues, low: int, high: int) -> list[tuple[int, int]]:
    """Of each teller of a row the first word, and the participle right behind his last."""
    found: list[tuple[int, int]] = []
    for verb in range(low + 2, high - 1):
        if syntax.words[verb] not in _TOLD or syntax.upos(verb) != "VERB":
            continue
        if not lexicon.verbs.get(syntax.lemmas[verb]) and syntax.words[verb] != "counting":
            continue
        first = verb
        while first > low and syntax.upos(first - 1) in _PHRASE:
            first -= 1
        opened = first > low and syntax.words[first - 1] in _JOINTS
        if first < verb and opened and (found or syntax.words[first - 1] in ("with", ",", "while")):
            found.append((first, verb))
    return found


def _with_one(syntax: Syntax, kept: list[Draft], first: int, verb: int, stop: int) -> list[Draft]:
    """The drafts with the one of a participle under its own source, and made where it is missing
    and a number is told."""
    who = syntax.tokens[first].start, syntax.tokens[verb - 1].end
    cue = syntax.tokens[verb].start, syntax.tokens[verb].end
    own = next((d for d in kept if d.cue is not None and overlap(d.cue, cue)), None)
    if own is not None:
        alien = own.source is not None and _of_others(syntax, own.source, who)
        return [replace(d, source=who) if d is own and alien else d for d in kept]
    last = stop - 1
    while last > verb and syntax.upos(last) == "PUNCT":
        last -= 1
    if not any(syntax.upos(i) == "NUM" for i in range(verb + 1, last + 1)):
        return kept
    told = syntax.tokens[verb + 1].start, syntax.tokens[last].end
    if any(d.cue and overlap(d.cue, told) for d in kept):
        return kept
    return [*kept, Draft(who, cue, (told,), head=verb, by="rule")]


def _of_others(syntax: Syntax, source: Offsets, who: Offsets) -> bool:
    """Whether a source is another of the row, or two of them in one."""
    before = [i for i in syntax.within(*source) if syntax.tokens[i].start < who[0]]
    return source[1] <= who[0] or any(syntax.words[i] in _TOLD for i in before)
