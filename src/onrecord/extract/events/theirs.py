"""Whose talks "their talks" are, and whose fighters "our fighters": those of whom it was told."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.draft import Draft
from onrecord.extract.statements.words.lexicon import words
from onrecord.records import Statement

_WHOSE = frozenset({"our", "its", "their"})
_NEAR = 2
"""Sentences back in which those who met are looked for."""


def give_theirs(text: Text, drafts: Sequence[Draft]) -> None:
    """ "Ada Lund met Ben Cole. Following | their talks, …": the two talked."""
    met: Draft | None = None
    for draft in drafts:
        if draft.sense.type != "CONSULT":
            continue
        noun = draft.trigger.noun
        phrase = text.phrases.of(noun) if noun is not None else None
        owner = text.phrases.owner(phrase) if phrase is not None else None
        if owner is not None and met is not None and not draft.actor:
            sentences = text.syntax.sentences
            apart = sentences[draft.trigger.head] - sentences[met.trigger.head]
            if text.syntax.word(owner.head) == "their" and apart <= _NEAR:
                draft.actor, draft.actors = list(met.actor), [owner]
        if len(draft.actor) > 1:
            met = draft
    for draft in drafts:
        _give_fighters(text, draft)


def _give_fighters(text: Text, draft: Draft) -> None:
    """ "“Our fighters placed the charges,” the group said": who owns up has done it."""
    said = text.innermost(draft.trigger.head)
    if said is None or said.act != "confirm" or draft.standing.on_word_of != said.id:
        return
    for phrase in draft.actors:
        theirs = text.actor(phrase.first, phrase.last)
        owner = text.phrases.owner(phrase)
        whose = text.syntax.word(owner.head) if owner is not None else ""
        if theirs is None or theirs.named or owner is None or whose not in _WHOSE:
            continue
        if text.syntax.lemmas[phrase.head] not in words("harms", "ours"):
            continue
        group = _group(text, said, owner)
        if group is not None and theirs.id in draft.actor:
            draft.actor = [group if id_ == theirs.id else id_ for id_ in draft.actor]


def _group(text: Text, said: Statement, owner: Phrase) -> str | None:
    """The body whose "our" or "its" it is: who speaks, is spoken for, or the one group told of."""
    if said.source is None or said.source.actor is None:
        return None
    people = text.actors
    speaker = people.get(said.source.actor)
    if speaker.kind not in ("person", "people"):
        return speaker.id
    whose = text.actor(owner.first, owner.last)
    if whose is not None and whose.kind == "armed_group":
        return whose.id
    span = said.source.span
    for actor in people.actors:
        inside = any(span.start <= m.start and m.end <= span.end for m in actor.mentions)
        if inside and actor.named and actor.kind not in ("person", "people"):
            return actor.id
    named = [a.id for a in people.actors if a.kind == "armed_group" and a.named]
    return named[0] if len(named) == 1 else None
