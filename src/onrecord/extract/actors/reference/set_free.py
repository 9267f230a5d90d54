"""Whose release or arrest is spoken of: never that of who asks for it, or condemns it.

"Police held six nurses. The union demanded | their release": the nurses', and not the union's.
"""

from __future__ import annotations

from onrecord.extract.actors.mentions.entities import Entities, Entity
from onrecord.extract.actors.mentions.mention import Mention
from onrecord.extract.actors.trees.syntax import Syntax

_BEFELL = frozenset(
    {"release", "arrest", "detention", "abduction", "kidnapping", "extradition", "deportation",
     "imprisonment", "capture", "freedom", "jailing", "killing", "murder", "execution", "rescue"}
)  # fmt: skip
"""What is done to somebody who is in others' hands."""
_TELLS = frozenset(
    {"demand", "urge", "call", "seek", "request", "ask", "press", "want", "condemn", "denounce",
     "order", "secure", "negotiate", "welcome", "hail", "announce", "confirm", "appeal", "plead",
     "deplore", "criticise", "criticize", "push", "insist", "campaign", "celebrate"}
)  # fmt: skip
"""What others than they say of it, or do about it."""
_HELD = frozenset(
    {"prisoner", "detainee", "hostage", "captive", "inmate", "convict", "abductee", "internee"}
)
_TAKEN = frozenset(
    {"arrest", "detain", "jail", "imprison", "hold", "kidnap", "abduct", "seize", "capture",
     "sentence", "convict", "charge", "extradite", "deport"}
)  # fmt: skip
_SUBJECTS = ("nsubj", "nsubj:pass")


_BACK = 2
"""Sentences back to whoever was taken."""


def whose_release(entities: Entities, syntax: Syntax, mention: Mention) -> Mention | None:
    """ "Gunmen took six nurses. The union demanded | their release": those who were taken.

    Only where the sentences just before tell of one such party, which is not who asks for it.
    """
    asks = _who_speaks_of_it(entities, syntax, mention)
    if not asks:
        return None
    own, found = syntax.sent[mention.head], []
    for other in entities.mentions[: entities.index(mention)]:
        entity = entities.of(other)
        near = 0 <= own - syntax.sent[other.head] <= _BACK and other.form != "pronoun"
        if near and _held(syntax, other) and not any(entity is one for one in asks):
            found.append(other)
    nearest = max((syntax.sent[other.head] for other in found), default=-1)
    there = [other for other in found if syntax.sent[other.head] == nearest]
    one = len({id(entities.of(other)) for other in there}) == 1
    return there[-1] if one and _agrees(entities.of(there[-1]), mention) else None


def others_release(entities: Entities, syntax: Syntax, mention: Mention, entity: Entity) -> bool:
    """Whether an actor asks for the release that a pronoun owns, or took those it is of.

    Only those who are known to be held speak of their own: "the prisoners demanded their release".
    """
    asks = _who_speaks_of_it(entities, syntax, mention)
    if not asks or any(_held(syntax, other) for other in entity.mentions):
        return False
    own = syntax.sent[mention.head]
    near = [m for m in entity.mentions if 0 <= own - syntax.sent[m.head] <= _BACK]
    return any(entity is one for one in asks) or any(_takes(syntax, m) for m in near)


def _takes(syntax: Syntax, other: Mention) -> bool:
    """ "Police | detained them": who holds others is not let go."""
    above, relation = syntax.head[other.head], syntax.deprel[other.head]
    return above >= 0 and relation == "nsubj" and syntax.tokens[above].lemma.lower() in _TAKEN


def _who_speaks_of_it(entities: Entities, syntax: Syntax, mention: Mention) -> list[Entity]:
    """Who demands, orders or condemns the release or arrest that a pronoun owns."""
    owned = syntax.head[mention.head]
    if owned < 0 or syntax.deprel[mention.head] != "nmod:poss":
        return []
    verb = syntax.head[owned]
    if syntax.tokens[owned].lemma.lower() not in _BEFELL or verb < 0:
        return []
    if syntax.tokens[verb].lemma.lower() not in _TELLS:
        return []
    if syntax.deprel[owned] not in ("obj", "obl"):
        return []
    while not syntax.of(verb, *_SUBJECTS) and syntax.deprel[verb] in ("conj", "xcomp"):
        verb = syntax.head[verb]
    does = [entities.headed(kid) for kid in syntax.of(verb, *_SUBJECTS)]
    return [entities.of(m) for m in does if m is not None]


def _agrees(entity: Entity, mention: Mention) -> bool:
    """Whether "their" means many of them or a body of people, "his" and "her" one."""
    many = entity.number == "p" or entity.nature == "group"
    return many if mention.core == "their" else not many


def _held(syntax: Syntax, other: Mention) -> bool:
    """ "the hostages", "were arrested": somebody who is in others' hands, or was."""
    part = other.parts[0] if other.form == "joint" and other.parts else other.head
    above, relation = syntax.head[part], syntax.deprel[part]
    taken = above >= 0 and syntax.tokens[above].lemma.lower() in _TAKEN
    return other.core in _HELD or (taken and relation in ("obj", "nsubj:pass"))
