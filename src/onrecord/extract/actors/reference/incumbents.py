"""Who holds an office that a noun phrase tells: "the president", "the Peruvian leader"."""

from __future__ import annotations

from onrecord.extract.actors.mentions.entities import Entities, Entity, agree, named_person
from onrecord.extract.actors.mentions.mention import Mention
from onrecord.extract.actors.mentions.roles import Post
from onrecord.extract.actors.trees.syntax import Syntax

NEAR = 2
"""Sentences between two holders of one title within which "the minister" may be either."""


def holders(entities: Entities, mention: Mention) -> list[Entity]:
    """The persons who the report says have the post."""
    me = entities.of(mention)
    return [
        entity
        for entity in entities.all()
        if entity is not me
        and entity.nature == "person"
        and entity.posts
        and _same_post(entity, mention)
        and agree(entity, me)
    ]


def holder(
    entities: Entities, mention: Mention, syntax: Syntax, holders: list[Entity]
) -> Mention | None:
    """The person who has the post: the last one mentioned before, else the only one after."""
    if mention.definite == "indef" or not _by_itself(entities, mention, syntax):
        return None
    post, place = mention.posts[0], entities.index(mention)
    if post.past:
        return None
    before = [e for e in holders if e.order < place]
    # No headline's "spokesman says"; "a hospital spokesman" is somebody of the text.
    before = [e for e in before if named_person(e) or _brought_in(e)] or before
    if not before and len(holders) == 1 and post.one and post.organisation is not None:
        return holders[0].mentions[0]
    if mention.definite not in ("def", "dem") and post.organisation is None:
        return None
    if len(before) > 1 and post.lead and post.organisation is None:
        # "President Obama … the Russian president … The president": his of whom no land is told.
        # Of two spokesmen none is the report's own.
        plain = [e for e in before if any(_plain(held, post) for held in _told(entities, e, place))]
        before = plain if len(plain) == 1 else before
    latest = _latest(entities, before, place) if before else None
    if latest is None or post.organisation is not None:
        return latest
    # Of two presidents "the president" is the one just spoken of, if the other is not near.
    others = [e for e in before if e is not entities.of(latest)]
    rival = _latest(entities, others, place) if others else None
    near = rival is not None and syntax.sent[latest.head] - syntax.sent[rival.head] <= NEAR
    return None if near else latest


def _by_itself(entities: Entities, mention: Mention, syntax: Syntax) -> bool:
    """Whether nothing but what its own sentence says of it belongs to a mention yet: "The monarch
    is the guest"."""
    entity = entities.of(mention)
    if entities.alone(mention):
        return True
    others = [m for m in entity.mentions if m is not mention]
    said = all(syntax.head[mention.head] == m.head and m.form == "nominal" for m in others)
    return said and entity.mentions[0] is mention


def counterpart(entities: Entities, mention: Mention, syntax: Syntax) -> Mention | None:
    """ "President Lund rang his Peruvian counterpart Ana Ruiz. | The Peruvian leader": hers."""
    post = mention.posts[0]
    if not post.lead or post.country is None or not entities.alone(mention):
        return None
    for other in reversed(entities.mentions[: entities.index(mention)]):
        if syntax.sent[mention.head] - syntax.sent[other.head] > NEAR:
            return None
        entity = entities.of(other)
        if other.core != "counterpart" or entity.country != post.country:
            continue
        near = [m for m in entities.mentions if syntax.sent[m.head] == syntax.sent[other.head]]
        leads = any(post.lead for m in near for post in entities.of(m).posts if m.head < other.head)
        if leads and named_person(entity) and agree(entity, entities.of(mention)):
            return other
    return None


def _brought_in(entity: Entity) -> bool:
    """Whether somebody is brought in as new: "a hospital spokesman"."""
    return any(mention.definite == "indef" for mention in entity.mentions)


def anothers(entities: Entities, mention: Mention, target: Mention, syntax: Syntax) -> bool:
    """ "Norway denied it, with the minister adding …": Norway's, and no other state's minister."""
    behind = mention.first > 0 and syntax.tokens[mention.first - 1].text.lower() == "with"
    if mention.posts[0].organisation is not None or not behind:
        return False
    person = entities.of(target)
    of: set[str | None] = {post.country for post in person.posts if post.country}
    of = of or {person.country}
    states = [
        entities.of(other).country
        for other in entities.mentions
        if other.kind == "government"
        and syntax.sent[other.head] == syntax.sent[mention.head]
        and other.head < mention.first
        and syntax.deprel[other.head].startswith("nsubj")
    ]
    return bool(states) and states[-1] not in of | {None}


def _told(entities: Entities, entity: Entity, place: int) -> list[Post]:
    """The posts that somebody was given before a place in the report."""
    before = [m for m in entity.mentions if entities.index(m) < place]
    return [post for mention in before for post in mention.posts]


def _plain(held: Post, post: Post) -> bool:
    """Whether somebody was given the post without a word of whose it is."""
    return held.key == post.key and not held.country and not held.organisation and not held.past


def _same_post(entity: Entity, mention: Mention) -> bool:
    post = mention.posts[0]
    for held in entity.posts:
        if held.past and not post.past:
            continue
        alike = held.key == post.key or held.key.endswith(" " + post.key)
        alike = alike or (post.lead and held.lead and post.key in ("leader", "ruler", "dictator"))
        alike = alike or (post.key == "monarch" and held.key in _CROWNED)
        alike = alike or {held.key, post.key} <= _SPOKES
        if not alike or not _party(post) <= _party(held) | _words(held.organisation):
            continue
        if post.country and post.country != (held.country or entity.country):
            # Whose president a "President Lund" is, the report has not said.
            if held.country or held.lead or post.lead:
                continue
        if post.organisation and not post.country:
            if post.organisation.casefold() not in (held.organisation or "").casefold():
                continue
        return True
    return False


def _party(post: Post) -> set[str]:
    """What a title says beyond the office: "Liberal" of "Liberal presidential nominee"."""
    return _words(post.title) - set(post.key.split())


def _words(text: str | None) -> set[str]:
    return set((text or "").casefold().split())


_CROWNED = frozenset({"king", "queen", "emir", "sultan"})
_SPOKES = frozenset({"spokesman", "spokeswoman", "spokesperson"})


def _latest(entities: Entities, candidates: list[Entity], place: int) -> Mention | None:
    """The last mention before ``place`` among the candidates."""
    best: Mention | None = None
    for entity in candidates:
        for mention in entity.mentions:
            if entities.index(mention) >= place:
                break
            if best is None or entities.index(mention) > entities.index(best):
                best = mention
    return best
