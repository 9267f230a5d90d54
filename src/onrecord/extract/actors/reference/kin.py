"""Relatives: "Cole's father", whom the next sentence names, and "his daughter", who is Cole."""

from __future__ import annotations

from onrecord.extract.actors.mentions.entities import Entities, named_person
from onrecord.extract.actors.mentions.mention import Mention
from onrecord.extract.actors.trees.countries import countries
from onrecord.extract.actors.trees.syntax import Syntax
from onrecord.extract.actors.trees.text import name_parts

_PARENTS = frozenset({"father", "mother"})
_CHILDREN = frozenset({"son", "daughter"})
_KIN = frozenset({"brother", "sister", "wife", "husband", "widow", "uncle", "aunt", "cousin"})


def join_kin(entities: Entities, syntax: Syntax) -> None:
    """ "Cole's father says …. | Jim Cole | says …": a speaker with the same surname, not named
    before, right behind."""
    for mention in entities.mentions:
        known = mention.core in _PARENTS | _CHILDREN | _KIN and mention.number == "s"
        if not known or mention.definite != "poss" or not entities.alone(mention):
            continue
        owner = _owner(entities, mention, syntax)
        if owner is None or not named_person(entities.of(owner)) or not mention.wanted:
            continue
        surname = _last(entities, owner)
        behind = syntax.sent[mention.head] + 1
        found = [m for m in entities.mentions if _opens(entities, m, behind, syntax)]
        found = [m for m in found if _last(entities, m) == surname]
        if len(found) == 1 and entities.of(found[0]) is not entities.of(owner):
            entities.merge(mention, found[0])


def child_of(
    entities: Entities, mention: Mention, owner: Mention, syntax: Syntax
) -> Mention | None:
    """ "Jim Cole says | his daughter": her of whom the report says that he is the father."""
    if mention.core not in _CHILDREN or mention.number != "s":
        return None
    for other in entities.of(owner).mentions:
        if other.core not in _PARENTS or other.definite != "poss":
            continue
        child = _owner(entities, other, syntax)
        if child is not None and entities.of(child) is not entities.of(owner):
            gender = entities.of(child).gender
            return child if gender in (None, mention.gender) else None
    return None


def call_by_owner(entities: Entities, mention: Mention, owner: Mention, syntax: Syntax) -> None:
    """ "His brother", now that it is known whose: he is called by that."""
    relative = mention.core in _PARENTS | _CHILDREN | _KIN or mention.core in _NEIGHBOURS
    alone = owner.form == "pronoun" and mention.label == syntax.tokens[mention.head].text
    if not relative or not alone or mention.posts:
        return
    entity = entities.of(owner)
    names = [m.label for m in entity.mentions if m.form == "name" and m.label]
    if entity.kind == "government" and entity.country is not None:
        names = [countries().common.get(entity.country, "")]
    name = max(names, key=len, default="").removesuffix("'s")
    if name and (named_person(entity) or entity.kind == "government"):
        mention.label = f"{name}'s {mention.label}"


def neighbour(
    entities: Entities, mention: Mention, owner: Mention, syntax: Syntax
) -> Mention | None:
    """ "Norway … its neighbour": the one other country told of in the sentence or just before."""
    own = entities.of(owner)
    if mention.core not in _NEIGHBOURS or mention.number != "s" or own.kind != "government":
        return None
    here = syntax.sent[mention.head]
    before = entities.mentions[: entities.index(mention)]
    near = [m for m in before if here - syntax.sent[m.head] <= _NEAR]
    near = [m for m in near if m.key is not None and m.key[0] == "gov"]
    others = {entities.of(m).country: m for m in near if entities.of(m).country != own.country}
    return next(iter(others.values())) if len(others) == 1 else None


_NEAR = 2
_NEIGHBOURS = frozenset({"neighbor", "neighbour"})


def _owner(entities: Entities, mention: Mention, syntax: Syntax) -> Mention | None:
    owners = [entities.headed(kid) for kid in syntax.of(mention.head, "nmod:poss")]
    return owners[0] if len(owners) == 1 else None


def _last(entities: Entities, mention: Mention) -> str:
    """The surname by which somebody goes."""
    names = [m.core for m in entities.of(mention).mentions if m.name >= 0 and m.kind == "person"]
    parts = name_parts(max(names, key=len)) if names else ()
    return parts[-1].removesuffix("'s") if parts else ""


def _opens(entities: Entities, mention: Mention, sentence: int, syntax: Syntax) -> bool:
    """Whether a full name, the first of its bearer, opens the sentence and speaks."""
    if mention.form != "name" or mention.kind != "person" or syntax.sent[mention.head] != sentence:
        return False
    first = mention.first == 0 or syntax.sent[mention.first - 1] != sentence
    new = entities.of(mention).mentions[0] is mention and mention.wanted
    return first and new and len(name_parts(mention.core)) > 1


def whose_body(entities: Entities, syntax: Syntax, mention: Mention) -> Mention | None:
    """ "Norway rejected the charge. | Its | navy said …": of the state that the sentence right
    before is about."""
    if mention.core != "its" or syntax.deprel[mention.head] != "nmod:poss":
        return None
    body = entities.headed(syntax.head[mention.head])
    if body is None or body.sort is None or body.sort.kind not in ("military", "office"):
        return None
    opens = mention.head == 0 or syntax.sent[mention.head - 1] != syntax.sent[mention.head]
    if not opens or syntax.deprel[body.head] not in ("nsubj", "nsubj:pass"):
        return None
    before = syntax.sent[mention.head] - 1
    for other in entities.mentions:
        if syntax.sent[other.head] != before or syntax.deprel[other.head] != "nsubj":
            continue
        above = syntax.head[other.head]
        if above >= 0 and syntax.deprel[above] == "root":
            entity = entities.of(other)
            state = entity.kind == "government" or (other.key and other.key[0] == "gov")
            return other if state and entity.country is not None else None
    return None
