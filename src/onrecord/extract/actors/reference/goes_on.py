"""Who goes on speaking: "…," said Captain Rosa Diaz. "…," the coast guard officer added."""

from __future__ import annotations

from onrecord.extract.actors.mentions.entities import Entities, agree, named_person
from onrecord.extract.actors.mentions.mention import Mention
from onrecord.extract.actors.trees.syntax import Syntax

_ON = frozenset({"add", "continue"})
_NEAR = 2
"""Sentences back in which the one who goes on must have spoken."""


def goes_on(entities: Entities, mention: Mention, syntax: Syntax) -> Mention | None:
    """The named person whom a description means under a verb that only who has just spoken does.

    Whoever else has spoken since, and another office, leave it open.
    """
    if mention.kind != "person" or mention.number == "p" or not entities.alone(mention):
        return None
    verb = syntax.head[mention.head]
    if syntax.deprel[mention.head] != "nsubj" or verb < 0 or mention.definite not in ("def", "dem"):
        return None
    if syntax.tokens[verb].lemma.lower() not in _ON or syntax.of(mention.head, "nmod:poss"):
        return None
    for other in reversed(entities.mentions[: entities.index(mention)]):
        if syntax.sent[mention.head] - syntax.sent[other.head] > _NEAR:
            return None
        if other.wanted:
            return other if _may_be(entities, other, mention) else None
    return None


def _may_be(entities: Entities, other: Mention, mention: Mention) -> bool:
    """Whether the last one to speak is a person by name, and of no other office."""
    if other.form == "pronoun":
        return False
    entity = entities.of(other)
    offices = bool(mention.posts and entity.posts)
    return named_person(entity) and agree(entity, entities.of(mention)) and not offices
