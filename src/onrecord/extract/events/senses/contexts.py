"""What an event is about, by the words near it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from onrecord import lexicons
from onrecord.extract.events.clauses.lexicon import Sense
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.senses.triggers import Trigger


@cache
def _cues() -> Mapping[str, tuple[str, ...]]:
    """The contexts of each cue, which may be of two words."""
    found: dict[str, list[str]] = {}
    for context, cues in lexicons.load("events/contexts").items():
        for cue in cues:
            found.setdefault(cue, []).append(context)
    return {cue: tuple(contexts) for cue, contexts in found.items()}


def contexts(text: Text, trigger: Trigger, near: list[tuple[int, int]]) -> tuple[str, ...]:
    """The contexts that the trigger and its parties' words give, in alphabetical order.

    ``near`` are first and last tokens of what belongs to the event.
    """
    cues, found = _cues(), set[str]()
    for first, last in [(trigger.first, trigger.last), *near]:
        lemmas = text.syntax.lemmas[first : last + 1]
        for index, lemma in enumerate(lemmas):
            if trigger.noun is not None and first + index == trigger.verb:
                continue  # "traded fire": no trade
            pair = f"{lemma} {lemmas[index + 1]}" if index + 1 < len(lemmas) else ""
            found.update(cues.get(pair, ()), cues.get(lemma, ()))
    return tuple(sorted(found))


def with_mode(sense: Sense, contexts: tuple[str, ...]) -> Sense:
    """The sense with the mode that its words give: an attack by gas is unconventional."""
    if sense.type == "ASSAULT" and sense.mode is None and "cbrn" in contexts:
        return replace(sense, mode="unconventional")
    return sense
