"""Whom a description means that tells nothing new: "the boy", "the veteran lawmaker", "both sides".

Taken for those named just before where only they can be meant; where two fit, it is left alone.
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.extract.actors.mentions.entities import Entities, Entity, named_person
from onrecord.extract.actors.mentions.mention import Mention
from onrecord.extract.actors.mentions.roles import Post
from onrecord.extract.actors.reference.speech import Speech
from onrecord.extract.actors.trees.countries import countries
from onrecord.extract.actors.trees.syntax import Syntax

_PLAIN = frozenset({"boy", "girl", "teenager", "teen", "youth", "youngster", "toddler"})
"""Nouns for those of whom a report tells, and who seldom tell themselves."""
_TRADES = frozenset(
    {"journalist", "reporter", "correspondent", "hostage", "captive", "blogger", "contractor",
     "missionary", "photographer"}
)  # fmt: skip
"""Nouns for those to whom something is done, who were named without it."""
_FIRM = frozenset(
    {"lawmaker", "senator", "congressman", "congresswoman", "politician", "citizen", "national",
     "cleric", "preacher", "businessman", "businesswoman", "singer", "actor", "actress", "author",
     "writer", "novelist", "poet", "dissident", "billionaire", "tycoon", "financier", "footballer"}
)  # fmt: skip
"""Nouns that say of a named person what they are."""
_BANDS = frozenset({"guerrilla", "guerilla", "insurgent", "separatist"})
_STATES = frozenset({"country", "nation", "state", "government"})
_LEADERS = frozenset({"leader", "president", "minister", "man", "woman"})
_SIDES = frozenset({"side", "party"})
_OFFICIALS = frozenset({"official", "diplomat", "envoy", "negotiator", "politician"})
_ABROAD = frozenset({"diplomat", "envoy"})
_POSTED = frozenset({"ambassador", "representative", "envoy", "consul", "attaché", "nuncio"})
_CALLED = 2
"""Sentences back in which "the Norwegian official" must be named."""
_NEAR = 1
"""Sentences back in which a description's person must be named."""
_REACH = 3


def join_descriptions(entities: Entities, syntax: Syntax) -> None:
    """Merge descriptions into those named just before; a pair's becomes a mention of the two."""
    tellers = {id(entities.of(m)) for m in Speech(entities, syntax).sources}
    for mention in entities.mentions:
        if mention.form != "nominal" or mention.kind is None:
            continue
        if not entities.alone(mention) and not _both_again(entities, mention, syntax):
            continue
        if _of_two(mention, syntax):
            _pair(entities, mention, syntax)
            continue
        if mention.definite != "def" or mention.named:
            continue
        former = _former(entities, mention, syntax) or _official(entities, mention, syntax)
        former = former or _diplomat(entities, mention, syntax)
        if former is not None:
            entities.merge(former, mention)
            continue
        if mention.posts and mention.core not in _FIRM | _TRADES:
            continue
        found = _person(entities, mention, syntax, tellers) or _band(entities, mention, syntax)
        if found is not None:
            entities.merge(found, mention)


def _before(
    entities: Entities, mention: Mention, syntax: Syntax, sentences: int
) -> Iterable[Mention]:
    """The mentions before this one in its sentence and so many before it."""
    own = syntax.sent[mention.head]
    for other in entities.mentions[: entities.index(mention)]:
        near = own - syntax.sent[other.head] <= sentences
        if near and other.form != "pronoun" and other.last < mention.first:
            yield other


def _person(
    entities: Entities, mention: Mention, syntax: Syntax, tellers: set[int]
) -> Mention | None:
    """The one person named in the sentence or in the one before it."""
    plain = mention.core in _PLAIN or _of_trade(mention, syntax)
    firm = mention.core in _FIRM
    if mention.number == "p" or mention.kind != "person" or not (plain or firm):
        return None
    if syntax.quoted(mention.head):
        return None
    persons = _singles(entities, mention, syntax, 0) or _singles(entities, mention, syntax, _NEAR)
    if plain:
        persons = [m for m in persons if not entities.of(m).posts]
        persons = [m for m in persons if id(entities.of(m)) not in tellers]
    named = [m for m in persons if named_person(entities.of(m))]
    alike = [m for m in persons if mention.core in entities.of(m).heads()]
    if len(named) != 1 or alike or (plain and len(persons) > 1):
        return None
    return named[0] if _may_be(entities.of(named[0]), mention) else None


def _of_trade(mention: Mention, syntax: Syntax) -> bool:
    """ "Ane Holm came home on Monday. | The journalist | was freed": the subject, and no more."""
    opens = mention.first == 0 or syntax.sent[mention.first - 1] != syntax.sent[mention.first]
    subject = syntax.deprel[mention.head].startswith("nsubj") and " " not in mention.label
    return mention.core in _TRADES and opens and subject and not mention.wanted


def _former(entities: Entities, mention: Mention, syntax: Syntax) -> Mention | None:
    """ "Reed told voters he would go. | The former mayor of Karst | has …": Reed.

    Only behind a sentence whose subject is the one person named in it.
    """
    opens = mention.first == 0 or syntax.sent[mention.first - 1] != syntax.sent[mention.first]
    leads = syntax.deprel[mention.head] == "nsubj" and mention.kind == "person"
    if not opens or not leads or not any(post.past for post in mention.posts):
        return None
    before = syntax.sent[mention.head] - 1
    told = [m for m in entities.mentions if syntax.sent[m.head] == before and m.form == "name"]
    persons = {id(entities.of(m)): m for m in told if m.kind == "person"}
    if len(persons) != 1:
        return None
    found = next(iter(persons.values()))
    above = syntax.head[found.head]
    subject = syntax.deprel[found.head] == "nsubj" and above >= 0 and syntax.deprel[above] == "root"
    return found if subject and _may_be(entities.of(found), mention) else None


def _official(entities: Entities, mention: Mention, syntax: Syntax) -> Mention | None:
    """ "Norwegian Defence Minister Ane Holm said … | The Norwegian official": the one of that land
    who was named just before."""
    words = mention.label.split()
    if mention.core not in _OFFICIALS or mention.number == "p" or mention.country is None:
        return None
    adjective = " ".join(words[:-1])
    if countries().adjectives.get(adjective) != mention.country or mention.last > mention.head:
        return None
    near = _before(entities, mention, syntax, _CALLED)
    told = {id(entities.of(m)): m for m in near if m.kind == "person"}
    able = [
        m
        for m in told.values()
        if entities.of(m).country == mention.country and entities.of(m).number != "p"
    ]
    if len(able) != 1 or not named_person(entities.of(able[0])):
        return None
    held = [post for post in entities.of(able[0]).posts if not post.past]
    return able[0] if held and _may_be(entities.of(able[0]), mention) else None


def _diplomat(entities: Entities, mention: Mention, syntax: Syntax) -> Mention | None:
    """ "Norway's ambassador, Ane Holm, left. | The diplomat | said …": the one of such a post who
    was named just before, where the report tells of no other diplomat without a name."""
    if mention.core not in _ABROAD or mention.last > mention.first + 1 or mention.number == "p":
        return None
    if syntax.quoted(mention.head):
        return None
    earlier = entities.mentions[: entities.index(mention)]
    if any(m.core in _ABROAD and not named_person(entities.of(m)) for m in earlier):
        return None
    near = _before(entities, mention, syntax, _CALLED)
    able = {
        id(entities.of(m)): m
        for m in near
        if named_person(entities.of(m)) and any(_sent(post) for post in entities.of(m).posts)
    }
    found = next(iter(able.values())) if len(able) == 1 else None
    return found if found is not None and _may_be(entities.of(found), mention) else None


def _sent(post: Post) -> bool:
    """Whether a post is one of those who speak for a state abroad."""
    return not post.past and bool(set(post.title.lower().split()) & _POSTED)


def _singles(entities: Entities, mention: Mention, syntax: Syntax, sentences: int) -> list[Mention]:
    """One mention of each person told of in so many sentences before."""
    near = list(_before(entities, mention, syntax, sentences))
    persons = {
        id(entities.of(m)): m for m in near if m.kind == "person" and m.form in ("name", "nominal")
        and entities.of(m).number != "p" and not _inside(m, near)
    }  # fmt: skip
    return list(persons.values())


def _inside(mention: Mention, others: Iterable[Mention]) -> bool:
    """Whether a mention is only part of another: "Cole's | lawyer"."""
    return any(
        other is not mention and other.first <= mention.first and mention.last <= other.last
        and other.kind == "person" and other.head != mention.head
        for other in others
    )  # fmt: skip


def _may_be(entity: Entity, mention: Mention) -> bool:
    if mention.gender and entity.gender and mention.gender != entity.gender:
        return False
    return not (mention.country and entity.country and mention.country != entity.country)


def _band(entities: Entities, mention: Mention, syntax: Syntax) -> Mention | None:
    """ "The guerrillas": the only rebels that the report has told of."""
    if mention.core not in _BANDS or mention.number != "p" or " " in mention.label:
        return None
    before = entities.mentions[: entities.index(mention)]
    bands = {
        id(entities.of(m)): m
        for m in before
        if m.kind == "armed_group" and m.form in ("name", "nominal") and not m.modifier
    }
    if len(bands) != 1:
        return None
    found = next(iter(bands.values()))
    return found if syntax.sent[mention.head] - syntax.sent[found.head] <= _REACH else None


def _of_two(mention: Mention, syntax: Syntax) -> bool:
    """Whether a phrase means two and no more: "the two countries", "both sides"."""
    if mention.core not in _STATES | _LEADERS | _SIDES or mention.last > mention.head:
        return False
    words = [t.text.lower() for t in syntax.tokens[max(0, mention.head - 2) : mention.head]]
    return words[-1:] == ["both"] or words[-2:] == ["the", "two"] or _the_states(mention, syntax)


def _both_again(entities: Entities, mention: Mention, syntax: Syntax) -> bool:
    """Whether nobody but the two is meant by a phrase, which a report has twice."""
    others = [m for m in entities.of(mention).mentions if m.form != "pronoun"]
    return _of_two(mention, syntax) and all(m.core == mention.core for m in others)


def _the_states(mention: Mention, syntax: Syntax) -> bool:
    """ "Cuba and Panama have said … | The countries": no number is told, but there are two."""
    before = syntax.tokens[mention.head - 1].text.lower() if mention.head else ""
    several = mention.number == "p" and mention.core in ("country", "nation")
    return several and before in ("the", "these") and mention.first >= mention.head - 1


def _pair(entities: Entities, mention: Mention, syntax: Syntax) -> None:
    """Make the phrase a mention of the two of its sort that were named just before.

    "Both sides" of a conflict may be others than who was named last: of the whole report so far.
    """
    found: dict[int, Mention] = {}
    back = syntax.sent[mention.head] if mention.core in _SIDES else _NEAR
    backs = (back, 2, 3) if mention.core in ("man", "woman") else (back,)
    for back in backs:
        if len(found) > 1:
            break
        for other in _before(entities, mention, syntax, back):
            entity = entities.of(other)
            if other.form in ("name", "nominal") and _of_sort(mention.core, other, entity):
                found.setdefault(id(entity), other)
    parts = tuple(m.head for m in found.values())
    if _the_states(mention, syntax):
        joined = _joined(entities, mention, syntax)
        parts = parts if len(parts) == len(joined) == 2 else ()
    elif len(parts) != 2:
        parts = _joined(entities, mention, syntax)
    if len(parts) != 2:
        return
    mention.form, mention.parts = "joint", parts
    mention.nature, mention.number, mention.sort = "group", "p", None
    entities.of(mention).changed()


def _joined(entities: Entities, mention: Mention, syntax: Syntax) -> tuple[int, ...]:
    """The two whom a phrase like this one, or an "and", joined in the sentence or just before."""
    for other in reversed(entities.mentions[: entities.index(mention)]):
        if syntax.sent[mention.head] - syntax.sent[other.head] > _NEAR:
            break
        if other.form != "joint" or len(other.parts) != 2:
            continue
        said = _of_two(other, syntax)
        parts = [entities.headed(head) for head in other.parts]
        fits = [p for p in parts if p is not None and _of_sort(mention.core, p, entities.of(p))]
        between = syntax.case(other.head) == "between"  # "tensions between Cubans and Peruvians"
        if said or (len(fits) == 2 and (between or mention.core not in _SIDES)):
            return other.parts
    return ()


def _of_sort(noun: str, mention: Mention, entity: Entity) -> bool:
    """Whether somebody is a country, a leader or a side."""
    state = mention.key is not None and mention.key[0] == "gov" and mention.kind == "government"
    if noun in _STATES:
        return state
    person = entity.number != "p" and named_person(entity)
    if noun in _LEADERS:
        return person
    nation = entity.kind == "people" and mention.form == "name"  # no evacuees
    return state or nation or entity.kind in ("armed_group", "military")
