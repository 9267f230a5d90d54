"""Whom a description takes up that was named just before: "the Shi'ite group", "the close ally".

Where two might be meant, neither is taken.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.extract.actors.mentions.entities import Entities, Entity, named_person
from onrecord.extract.actors.mentions.general import GENERAL, TEAMS
from onrecord.extract.actors.mentions.mention import Mention
from onrecord.extract.actors.trees.countries import countries
from onrecord.extract.actors.trees.syntax import Syntax
from onrecord.extract.actors.trees.text import fold

GROUPS = frozenset({"group", "movement", "organization", "organisation", "faction", "militia"})
CREEDS = frozenset(
    {"shi'ite", "shiite", "shia", "sunni", "islamic", "islamist", "muslim", "christian", "jewish",
     "hindu", "sikh", "marxist", "maoist", "leftist", "communist", "jihadist", "salafist"}
)  # fmt: skip
"""What a band is by its creed."""
_ARMS = frozenset(
    {"militant", "armed", "rebel", "radical", "guerrilla", "insurgent", "extremist", "terrorist",
     "terror", "hardline", "separatist", "resistance", "paramilitary", "political", "powerful"}
)  # fmt: skip
_ALLIES = frozenset({"ally", "rival", "neighbor", "neighbour"})
_CLOSE = frozenset(
    {"close", "key", "longtime", "long-time", "staunch", "important", "strategic", "regional",
     "old", "former", "main", "northern", "southern", "eastern", "western", "small"}
)  # fmt: skip
_CHIEFS = frozenset({"chief", "leader", "head", "boss"})
_OF = frozenset({"accuse", "suspect", "convict", "warn", "blame", "criticise", "criticize"})
"""Verbs by which what stands behind their object is no part of it."""
_NEAR = 1
"""Sentences back in which the band, or the ally, must be named."""


def take_up(entities: Entities, syntax: Syntax) -> None:
    """Merge descriptions of bands, allies, chiefs and delegations with those named before."""
    for mention in entities.mentions:
        if mention.form != "nominal" or mention.number == "p" or not entities.alone(mention):
            continue
        if mention.core in TEAMS:
            found = _team(entities, mention)
        elif mention.definite not in ("def", "dem") or not _ends(mention, syntax):
            continue
        elif mention.core in GROUPS:
            found = _band(entities, mention, syntax)
        elif mention.core in _ALLIES:
            found = _ally(entities, mention, syntax)
        elif mention.core in _CHIEFS:
            found = _chief(entities, mention)
        else:
            continue
        if found is not None:
            entities.merge(found, mention)


def _ends(mention: Mention, syntax: Syntax) -> bool:
    """Whether nothing behind a noun tells which is meant: "the group | that runs the port"."""
    if mention.last > mention.head:
        return False
    verb = syntax.head[mention.head] if syntax.deprel[mention.head] == "obj" else -1
    if verb >= 0 and syntax.tokens[verb].lemma.lower() in _OF:
        return True  # "accusing the close ally | of religious intolerance"
    if syntax.of(mention.head, "acl", "acl:relcl", "appos", "nmod"):
        return False
    behind = syntax.tokens[mention.head + 1 : mention.head + 2]
    return not behind or behind[0].upos not in ("PROPN", "NOUN", "PART")


def _words(mention: Mention, syntax: Syntax) -> list[str]:
    """The words between a phrase's article and its noun."""
    inside = [syntax.tokens[i] for i in range(mention.first, mention.head)]
    return [t.text for t in inside if t.upos != "DET"]


def _before(
    entities: Entities, mention: Mention, syntax: Syntax, sentences: int
) -> Iterator[Mention]:
    """The mentions before one, in its sentence and so many back."""
    own = syntax.sent[mention.head]
    for other in entities.mentions[: entities.index(mention)]:
        near = own - syntax.sent[other.head] <= sentences
        if near and other.form in ("name", "nominal") and other.last < mention.first:
            yield other


def _band(entities: Entities, mention: Mention, syntax: Syntax) -> Mention | None:
    """ "Hezbollah … | the Shi'ite militant group": the one band named near, whose land it may be.

    A name that only describes is one too: "a Fatah leader says | the group".
    """
    words = _words(mention, syntax)
    lands = {countries().adjectives.get(word) for word in words} - {None}
    rest = [w for w in words if w not in countries().adjectives]
    if any(w.lower() not in CREEDS | _ARMS for w in rest):
        return None
    near = list(_before(entities, mention, syntax, _NEAR))
    bodies = {id(entities.of(m)): m for m in near if _may_be_group(entities.of(m), m, mention)}
    if lands:
        bodies = {key: m for key, m in bodies.items() if entities.of(m).country in lands}
    if len(bodies) != 1:
        return None
    found = next(iter(bodies.values()))
    band = entities.of(found).kind == "armed_group" and any(m.name >= 0 for m in [found])
    return found if band else None


def _may_be_group(entity: Entity, mention: Mention, group: Mention) -> bool:
    """Whether somebody is a body that "the group" may mean; so is another that is called one."""
    if mention.form == "nominal":
        return mention.core in GROUPS and mention.number != "p"
    kinds = GENERAL.get(group.core, ("armed_group",))
    return entity.kind in kinds and entity.number != "p"


def _ally(entities: Entities, mention: Mention, syntax: Syntax) -> Mention | None:
    """ "Norway cut off aid to Chad, accusing | the close ally": the one named beside the doer."""
    words = [w for w in _words(mention, syntax) if w.lower() not in _CLOSE]
    lands = {countries().of_word(word) for word in words}
    if None in lands or (mention.posts and mention.named):
        return None
    doers = {id(entities.of(m)) for m in entities.mentions if _subject(m, mention, syntax)}
    found: dict[int, Mention] = {}
    for other in _before(entities, mention, syntax, 0):
        entity = entities.of(other)
        state = other.key is not None and other.key[0] == "gov" and not other.modifier
        if id(entity) in doers or entity.country in lands:
            continue
        if state or (entity.number != "p" and named_person(entity)):
            found.setdefault(id(entity), other)
    if len(found) != 1:
        return None
    one = next(iter(found.values()))
    if one.key is not None and one.key[0] == "gov":
        mention.kind, mention.nature, mention.sector = "government", "group", "GOV"
        mention.key, mention.named, mention.sort, mention.posts = one.key, True, None, ()
        mention.country = one.country
        entities.of(mention).changed()
    return one


def _subject(mention: Mention, ally: Mention, syntax: Syntax) -> bool:
    """Whether a mention is a subject in the sentence of another."""
    same = syntax.sent[mention.head] == syntax.sent[ally.head]
    return same and syntax.deprel[syntax.first_of(mention.head)].startswith("nsubj")


def _chief(entities: Entities, mention: Mention) -> Mention | None:
    """ "Fatah leader Karim Haddad … | the Fatah chief": the one who leads the same body."""
    inside = range(mention.first, mention.head)
    own = [entities.of(m) for m in entities.mentions if m.head in inside and m.form == "name"]
    names = {fold(m.core) for entity in own for m in entity.mentions if entity.nature == "group"}
    if len(own) != 1 or own[0].kind == "government" or not names:
        return None
    found: dict[int, Mention] = {}
    for other in entities.mentions[: entities.index(mention)]:
        entity = entities.of(other)
        posts = [p for p in entity.posts if not p.past and p.key.split()[-1] in _CHIEFS]
        leads = any(fold(p.organisation or "") in names for p in posts)
        if leads and named_person(entity):
            found.setdefault(id(entity), other)
    return next(iter(found.values())) if len(found) == 1 else None


def _team(entities: Entities, mention: Mention) -> Mention | None:
    """ "Norway's delegation … | the Norwegian delegation": of one land, and no more is told."""
    own = _of_land(mention)
    if own is None:
        return None
    before = entities.mentions[: entities.index(mention)]
    alike = [m for m in before if m.form == "nominal" and m.core == mention.core]
    return next((m for m in alike if _of_land(m) == own and m.number == mention.number), None)


def _of_land(mention: Mention) -> str | None:
    """The land of "Norway's delegation", "the Norwegian delegation"; None where more is told."""
    words = mention.label.replace("’", "'").removesuffix(mention.core).split()
    lands = {countries().of_word(word.removesuffix("'s")) for word in words if word != "'s"}
    return next(iter(lands)) if len(lands) == 1 and mention.country in lands else None
