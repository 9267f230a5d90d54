"""Nouns that may stand for many a body: "the group", "the agency"."""

from __future__ import annotations

from onrecord.extract.actors.entities import Entities, agree
from onrecord.extract.actors.mentions import Mention
from onrecord.extract.actors.syntax import Syntax

# What a general noun may stand for: the kinds of the actors that it can mean.
GENERAL: dict[str, tuple[str, ...]] = {
    "group": ("ngo", "armed_group", "igo", "company"),
    "organisation": ("ngo", "igo", "armed_group"),
    "organization": ("ngo", "igo", "armed_group"),
    "body": ("igo", "ngo", "office"),
    "agency": ("office", "igo", "outlet"),
    "movement": ("armed_group", "other"),
    "alliance": ("igo", "military"),
    "bloc": ("igo",),
    "charity": ("ngo",),
    "monitor": ("ngo",),
    "watchdog": ("igo", "ngo", "office"),
    "company": ("company",),
    "firm": ("company",),
    "bank": ("company", "igo"),
    "newspaper": ("outlet",),
    "paper": ("outlet",),
    "daily": ("outlet",),
    "weekly": ("outlet",),
    "magazine": ("outlet",),
    "broadcaster": ("outlet",),
    "channel": ("outlet",),
    "party": ("other",),
    "country": ("government",),
    "kingdom": ("government",),
    "militia": ("armed_group",),
    "institute": ("ngo", "other"),
    "foundation": ("ngo",),
}

FORBIDDEN = frozenset({"banned", "outlawed", "proscribed"})
"""Words that tell of a group, and do not say which."""
TEAMS = frozenset({"team", "delegation", "mission"})
"""Nouns for those who are sent somewhere, of whom a report says now the one, now the other."""
BARE = frozenset({*TEAMS, "country", "nation", "side", "head"})
"""Nouns that alone are nobody's name."""


def last_teller(entities: Entities, mention: Mention, syntax: Syntax) -> Mention | None:
    """ "The Observatory said …. The group added …": the body that spoke last, not one told of."""
    kinds = GENERAL.get(mention.core)
    place, sentence = entities.index(mention), syntax.sent[mention.head]
    for back in range(place - 1, -1, -1):
        other = entities.mentions[back]
        if kinds is None or sentence - syntax.sent[other.head] > 2:
            return None
        if other.wanted and other.form != "pronoun":
            entity = entities.of(other)
            body = entity.kind in kinds and entity.kind != "armed_group" and entity.number != "p"
            return other if body and agree(entity, entities.of(mention)) else None
    return None


def is_new(entities: Entities, mention: Mention) -> bool:
    """Whether a phrase is yet nobody's: by itself, or the first of those that are called so.

    "Colombian rebels freed two men. | The rebels | said …. The rebels …": all three the same, where
    the report tells of no other rebels.
    """
    if entities.alone(mention):
        return True
    entity = entities.of(mention)
    named = next((m for m in entity.mentions if m.form != "pronoun"), None)
    if named is not mention or mention.key is None or mention.key[0] != "class":
        return False
    others = {
        id(entities.of(m)): m for m in entities.mentions
        if m.form == "nominal" and m.core == mention.core and entities.of(m) is not entity
    }  # fmt: skip
    return len(others) == 1 and next(iter(others.values())).number == mention.number
