"""Whose talks "their talks" are: those who met in what was told before."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.extract.events.draft import Draft
from onrecord.extract.events.text import Text

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
