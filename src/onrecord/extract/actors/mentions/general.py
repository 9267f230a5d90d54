"""Nouns that may stand for many a body: "the group", "the agency"."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.extract.actors.mentions.entities import Entities, agree
from onrecord.extract.actors.mentions.mention import Mention
from onrecord.extract.actors.trees.syntax import Syntax

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
            body = entity.kind in kinds and entity.kind != "armed_group"
            body = body or (entity.kind == "other" and other.named and other.nature == "group")
            body = body and entity.number != "p"
            return other if body and agree(entity, entities.of(mention)) else None
    return None


_PAPERS = frozenset({"paper", "newspaper", "daily", "weekly", "magazine"})
_PRESS = 4
"""Sentences back in which the paper must be named that "the paper" is."""


def part_papers(mentions: Sequence[Mention]) -> None:
    """Keep each "the paper" of a report by itself: a review tells of several."""
    for mention in mentions:
        if _is_paper(mention):
            mention.key = None


def _is_paper(mention: Mention) -> bool:
    bare = mention.form == "nominal" and mention.definite == "def" and mention.number == "s"
    alone = mention.first >= mention.head - 1 and mention.last == mention.head
    return bare and alone and mention.core in _PAPERS


def join_papers(entities: Entities, syntax: Syntax) -> None:
    """ "The Oslo daily Fjord hails it. | The paper | says …": of several the one named last."""
    names = [m for m in entities.mentions if m.form == "name" and m.name >= 0]
    names.sort(key=lambda m: len(m.core))  # of two that begin together the longer
    starts = {syntax.name_tokens[m.name][0]: m for m in names}
    for mention in entities.mentions:
        if mention.form == "nominal" and mention.core in _PAPERS and mention.number == "s":
            name = starts.get(mention.last + 1)
            if name is not None and syntax.sent[name.head] == syntax.sent[mention.head]:
                _called(entities, mention, name)
                continue
        if not _is_paper(mention) or not entities.alone(mention):
            continue
        named = _named_last(entities, mention, syntax)
        if named is not None:
            entities.merge(named, mention)


def _called(entities: Entities, paper: Mention, name: Mention) -> None:
    """ "The Danish paper | Havn": a paper of that name, whatever else the name may be taken for."""
    same = [m for m in entities.mentions if m.form == "name" and m.core == name.core]
    for one in same:
        if one.kind in (None, "other", "person", "government", "outlet") and not one.posts:
            one.kind, one.nature, one.gender = "outlet", "group", None
            one.country, one.sector, one.named = None, "JRN", True
            entities.of(one).changed()
            entities.of(one).gender = entities.of(one).country = None
            entities.merge(name, one)
    if name.kind == "outlet":
        paper.wanted, paper.kind, paper.nature = False, "outlet", "group"
        entities.merge(name, paper)


def _named_last(entities: Entities, mention: Mention, syntax: Syntax) -> Mention | None:
    for back in range(entities.index(mention) - 1, -1, -1):
        other = entities.mentions[back]
        if syntax.sent[mention.head] - syntax.sent[other.head] > _PRESS:
            return None
        if other.form == "nominal" and other.core in _PAPERS and not _is_paper(other):
            return other if other.number == "s" else None  # "the Danish newspaper | Havn"
        if other.form != "name" or other.modifier:
            continue
        called = any(
            syntax.tokens[i].lemma.lower() in _PAPERS
            for i in range(other.first, syntax.name_tokens[other.name][0] if other.name >= 0 else 0)
        )
        if entities.of(other).kind == "outlet" or called:
            return other
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
