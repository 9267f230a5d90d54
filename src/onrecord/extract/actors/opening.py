"""Whom a headline and the first words of a report mean, before they give the name."""

from __future__ import annotations

from onrecord.extract.actors.entities import Entities, Entity, named_person
from onrecord.extract.actors.mentions import Mention
from onrecord.extract.actors.syntax import Syntax

OPENING = 4
"""Sentences in which a report that opens with "a rights group said" tells its name."""


def announced(entities: Entities, syntax: Syntax) -> None:
    """ "A rights group said" at the opening is the only such body that the report then names."""
    named = [m for m in entities.mentions if m.kind == "ngo" and m.named and not m.modifier]
    if len({id(entities.of(m)) for m in named}) != 1 or not named[0].wanted:
        return
    for mention in entities.mentions:
        if mention.start > named[0].start or syntax.sent[named[0].head] > OPENING:
            return
        opens = mention.form == "nominal" and mention.kind == "ngo" and mention.wanted
        if opens and mention.definite in ("indef", "bare") and mention.number == "s":
            if entities.alone(mention):
                entities.merge(mention, named[0])


def in_headline(
    entities: Entities, mention: Mention, syntax: Syntax, holders: list[Entity]
) -> Mention | None:
    """ "Spokesman says": the only one with that post whom the opening then names."""
    bare = mention.definite == "bare" and mention.number == "s" and entities.alone(mention)
    if not bare or syntax.sent[mention.head] > 0 or mention.last > mention.head:
        return None
    opening = [
        entity.mentions[0]
        for entity in holders
        if named_person(entity) and syntax.sent[entity.mentions[0].head] <= OPENING
    ]
    return opening[0] if len(opening) == 1 else None
