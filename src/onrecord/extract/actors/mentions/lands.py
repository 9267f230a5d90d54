"""The country of a person or a body, where the words beside its name say whose it is.

"White House spokeswoman Dana Whitlock", "Iran's foreign ministry spokesman, Behzad Karimi": what a
person speaks for is of a country, and so are they. Nothing is concluded from what else a report is
about.
"""

from __future__ import annotations

from onrecord.extract.actors.mentions.entities import Entities, Entity
from onrecord.extract.actors.mentions.mention import Mention
from onrecord.extract.actors.mentions.phrases import modifiers
from onrecord.extract.actors.trees.syntax import Syntax
from onrecord.extract.actors.trees.tables import Tables

_BODIES = frozenset({"office", "government", "military"})
_ABROAD = frozenset({"ambassador", "envoy", "consul", "correspondent", "reporter"})


def settle_countries(entities: Entities, syntax: Syntax, lexicons: Tables) -> None:
    """Give the entities without a country the one that their own phrases name."""
    lacking = [one for one in entities.all() if one.country is None and one.kind is not None]
    for entity in sorted(lacking, key=lambda one: one.kind == "person"):
        if entity.kind not in (*_BODIES, "person"):
            continue
        found = {
            land
            for mention in entity.mentions
            if mention.form in ("name", "nominal")
            for land in _lands(entity, mention, entities, syntax, lexicons)
        }
        if len(found) == 1:
            entity.country = found.pop()
            _name_sole(entity)


def _name_sole(entity: Entity) -> None:
    """ "Norway's army": of a country that is told there is one."""
    for mention in entity.mentions:
        sole = mention.sort is not None and mention.sort.one and mention.number == "s"
        if mention.form == "nominal" and sole and mention.definite != "indef":
            mention.named = mention.named or entity.kind in ("office", "military")


def _lands(
    entity: Entity, mention: Mention, entities: Entities, syntax: Syntax, lexicons: Tables
) -> list[str]:
    """The countries that one mention's phrase names for its head."""
    if entity.kind != "person":
        return [land for land in [_owner(mention, syntax, lexicons)] if land is not None]
    titled = bool(mention.posts) or (mention.form == "nominal" and mention.sort is not None)
    if not titled:
        return []
    if _ABROAD & {post.title.lower().split()[-1] for post in mention.posts}:
        sent = _owner(mention, syntax, lexicons)  # "Norway's | ambassador to Lima": Norway's
        before = syntax.tokens[mention.first - 1].text if mention.first else ""
        return [sent] if sent is not None and before in ("'s", "’s") else []
    stop = mention.first + len(modifiers(mention, syntax, before_name=True))
    start = mention.first
    while start > 0 and _joins(syntax, start - 1):  # "Iran's foreign ministry | spokesman"
        start -= 1
    own = lexicons.countries.within([syntax.tokens[i].text for i in range(start, stop)])
    if own is not None:
        return [own]
    found = []
    for token in range(start, stop):
        body = entities.headed(token)
        if body is None or body is mention:
            continue
        whose = entities.of(body)
        if whose is not entity and whose.kind in _BODIES and whose.country is not None:
            found.append(whose.country)
    return found


def _joins(syntax: Syntax, token: int) -> bool:
    """Whether a word may stand within a phrase, before its head."""
    upos = syntax.tokens[token].upos
    return upos in ("NOUN", "ADJ", "PROPN") or syntax.tokens[token].text in ("'s", "’s")


def _owner(mention: Mention, syntax: Syntax, lexicons: Tables) -> str | None:
    """The country named right before a body, or right behind it by "of"."""
    first = mention.first
    before = [syntax.tokens[i].text for i in range(max(0, first - 4), first)]
    if before and before[-1] in ("'s", "’s", "'", "’"):
        before = before[:-1]
        for size in (3, 2, 1):
            land = lexicons.countries.country(" ".join(before[-size:]))
            if land is not None and len(before) >= size:
                return land
    elif before:
        land = lexicons.countries.adjectives.get(before[-1])
        if land is not None:
            return land
    behind = mention.last + 1
    if mention.name >= 0:
        behind = max(syntax.name_tokens[mention.name][1] + 1, mention.head + 1)
    words = [token.text for token in syntax.tokens[behind : behind + 5]]
    if len(words) > 1 and words[0] == "of":
        rest = words[2:] if words[1] == "the" else words[1:]
        for size in (3, 2, 1):
            land = lexicons.countries.country(" ".join(rest[:size]))
            if land is not None:
                return land
    return None
