"""Relatives: "Cole's father", whom the next sentence names, and "his daughter", who is Cole."""

from __future__ import annotations

from onrecord.extract.actors.entities import Entities, named_person
from onrecord.extract.actors.mentions import Mention
from onrecord.extract.actors.syntax import Syntax
from onrecord.extract.actors.text import name_parts

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
