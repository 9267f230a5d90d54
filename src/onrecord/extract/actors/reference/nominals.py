"""Whom a noun phrase means: "the president", "the group", "the official", "the government".

Only what is known by the article or by syntax is resolved; what could be two is left alone.
"""

from __future__ import annotations

from onrecord.extract.actors.mentions.entities import Entities, Entity, agree, named_person
from onrecord.extract.actors.mentions.general import FORBIDDEN, GENERAL, TEAMS, is_new, last_teller
from onrecord.extract.actors.mentions.mention import Mention
from onrecord.extract.actors.reference.goes_on import goes_on
from onrecord.extract.actors.reference.grammar import beside, join_by_grammar
from onrecord.extract.actors.reference.home import Home
from onrecord.extract.actors.reference.incumbents import anothers, counterpart, holder, holders
from onrecord.extract.actors.reference.introduced import introduced
from onrecord.extract.actors.reference.kin import call_by_owner, child_of, neighbour
from onrecord.extract.actors.reference.leads import named_behind
from onrecord.extract.actors.reference.opening import announced, in_headline
from onrecord.extract.actors.reference.ownclause import MEMBERS
from onrecord.extract.actors.reference.speech import last_body
from onrecord.extract.actors.reference.taken_up import take_up
from onrecord.extract.actors.trees.countries import countries
from onrecord.extract.actors.trees.lexicon import words
from onrecord.extract.actors.trees.syntax import Syntax
from onrecord.extract.actors.trees.tables import Tables

REACH = 6
"""Sentences back in which the one that "the official" or "the group" means must be named."""

_OFFICIALS = frozenset({"GOV", "MIL", "SPY", "COP", "MED", "LEG", "JUD", "IGO"})


def join_nominals(entities: Entities, syntax: Syntax, lexicons: Tables, home: Home) -> None:
    """Merge noun phrases into earlier actors, left to right."""
    join_by_grammar(entities, syntax)
    announced(entities, syntax)
    named_behind(entities, syntax)
    introduced(entities, syntax)
    take_up(entities, syntax)
    things: dict[str, list[Mention]] = {}
    for mention in entities.mentions:
        if mention.form != "nominal":
            continue
        if mention.kind is None:
            _thing(entities, mention, things)
            continue
        if _of_several(mention, syntax):
            continue
        target = home.of(mention)
        if target is not None:
            pass
        elif mention.posts and mention.kind == "person":
            able = holders(entities, mention)
            target = holder(entities, mention, syntax, able)
            # Of two presidents, who is not clear by the office is not clear by its word alone.
            if target is None and mention.definite in ("def", "dem") and len(able) < 2:
                target = _anaphor(entities, mention, syntax, lexicons)
            target = target or counterpart(entities, mention, syntax)
            target = target or in_headline(entities, mention, syntax, able)
            if target is not None and anothers(entities, mention, target, syntax):
                target = None
        elif mention.core in lexicons.words.documents:
            continue
        elif mention.definite in ("def", "dem") and is_new(entities, mention):
            target = _anaphor(entities, mention, syntax, lexicons)
        target = target or beside(entities, mention, syntax) or goes_on(entities, mention, syntax)
        if target is not None:
            if mention.core in _LANDS and mention.kind == "people":
                mention.kind, mention.sector, mention.named = "government", "GOV", True
            entities.merge(target, mention)


def _of_several(mention: Mention, syntax: Syntax) -> bool:
    """ "the governments of Norway and Chad": of neither alone."""
    if mention.number != "p" or mention.kind not in ("government", "military", "office"):
        return False
    return any(
        syntax.case(kid) == "of" and syntax.tokens[kid].upos == "PROPN"
        and any(syntax.tokens[k].upos == "PROPN" for k in syntax.of(kid, "conj"))
        for kid in syntax.of(mention.head, "nmod")
    )  # fmt: skip


def _thing(entities: Entities, mention: Mention, things: dict[str, list[Mention]]) -> None:
    """The same thing again: "the strike" after "a strike"; for "it" and "they" to choose among."""
    known = things.setdefault(mention.core + (mention.number or ""), [])
    own = _modifiers(mention)
    bare = mention.definite == "bare"
    if (bare or mention.definite in ("def", "dem")) and mention.last == mention.head:
        for other in reversed(known):
            theirs = _modifiers(other)
            if own == theirs or (own < theirs and not bare):
                entities.merge(other, mention)
                break
    known.append(mention)


def _anaphor(
    entities: Entities, mention: Mention, syntax: Syntax, lexicons: Tables
) -> Mention | None:
    """The earlier actor that a definite noun phrase takes up again."""
    if (mention.last > mention.head and not _owns(mention, syntax)) or _shared_of(mention, syntax):
        return None
    place, sentence = entities.index(mention), syntax.sent[mention.head]
    own, quoted = _modifiers(mention), syntax.quoted(mention.head)
    me = entities.of(mention)
    teller = last_teller(entities, mention, syntax) if mention.wanted and not own else None
    if teller is not None:
        return teller
    if mention.core in _LANDS and _owns(mention, syntax):
        return _owning_land(entities, mention, syntax)
    for back in range(place - 1, -1, -1):
        other = entities.mentions[back]
        if sentence - syntax.sent[other.head] > REACH:
            return None
        entity = entities.of(other)
        if (
            entity is me
            or (other.kind is None and not _land(mention, other))
            or other.form in ("pronoun", "joint")
            or other.modifier
        ):
            continue
        if _inside(other, mention) or not agree(entity, me) or _anybody(other, syntax):
            continue
        if quoted != syntax.quoted(other.head) and not other.named:
            continue
        if _takes_up(mention, entity, own, lexicons):
            return other
    return _only_body(entities, mention, syntax) if not own else None


def _shared_of(mention: Mention, syntax: Syntax) -> bool:
    """ "The children and relatives of farmers": farmers' children, and no others."""
    joined = [k for k in syntax.of(mention.head, "conj") if not syntax.of(k, "det", "nmod:poss")]
    heads = (mention.head, *joined) if joined else ()
    return any(syntax.case(k) == "of" for head in heads for k in syntax.of(head, "nmod"))


def _owns(mention: Mention, syntax: Syntax) -> bool:
    """ "That country's government": nothing behind the noun but the mark of an owner."""
    return mention.last == mention.head + 1 and syntax.tokens[mention.last].upos == "PART"


def _owning_land(entities: Entities, mention: Mention, syntax: Syntax) -> Mention | None:
    """ "The Norwegian president said | the country's | army": the one country of which the
    sentence tells, or the last that named any; of two, neither."""
    own, me = syntax.sent[mention.head], _modifiers(mention)
    before = [m for m in entities.mentions[: entities.index(mention)] if m.form != "pronoun"]
    lands = [m for m in before if own - syntax.sent[m.head] <= REACH and _land(mention, m)]
    told = {entities.of(m).country for m in before if syntax.sent[m.head] == own} - {None}
    if not told:
        last = max((syntax.sent[m.head] for m in lands), default=-1)
        told = {entities.of(m).country for m in lands if syntax.sent[m.head] == last}
    found = [m for m in lands if len(told) == 1 and entities.of(m).country in told]
    fits = [m for m in found if _suits(mention, me, entities.of(m))]
    return fits[-1] if fits else None


def _suits(mention: Mention, own: set[str], entity: Entity) -> bool:
    """Whether a country may be called so: "the kingdom", "the Baltic state"."""
    if mention.core == "kingdom" and entity.country not in countries().described["kingdom"]:
        return False
    return _described(own, entity)


def _only_body(entities: Entities, mention: Mention, syntax: Syntax) -> Mention | None:
    """ "The firm": the one body named before of which the report has not told what it is."""
    if GENERAL.get(mention.core) is None or mention.core in _LANDS or mention.number == "p":
        return None
    place = entities.index(mention)
    before = [m for m in entities.mentions[:place] if m.named and m.form == "name"]
    bodies = {
        id(entities.of(m)): m for m in before if m.nature == "group" and m.sort is None
        and entities.of(m).kind == "other" and not m.modifier
    }  # fmt: skip
    known = [m for m in before if entities.of(m).kind in GENERAL[mention.core]]
    if len(bodies) != 1 or known:
        return None
    found = next(iter(bodies.values()))
    near = syntax.sent[mention.head] - syntax.sent[found.head] <= REACH
    return found if near and agree(entities.of(found), entities.of(mention)) else None


_LANDS = frozenset({"country", "kingdom", "republic", "nation", "state"})
_ANY_LAND = frozenset(
    {"impoverished", "poor", "war-torn", "oil-rich", "landlocked", "reclusive", "isolated",
     "troubled", "volatile", "secretive", "oil-producing", "strife-torn", "island"}
)  # fmt: skip
"""What may be said of the country just named, whichever it is."""


def _described(own: set[str], entity: Entity) -> bool:
    """Whether "the Baltic country", "the impoverished nation" may be a country."""
    table = countries().described
    fits = any(entity.country in codes for told, codes in table.items() if own == {*told.split()})
    return fits or own <= _ANY_LAND


def _land(mention: Mention, other: Mention) -> bool:
    """Whether "the country" may be the country that ``other`` names."""
    named = other.key is not None and other.key[0] == "gov" and not other.modifier
    return mention.core in _LANDS and named


def _anybody(mention: Mention, syntax: Syntax) -> bool:
    """Whether a phrase means nobody in particular, whom "the group" cannot take up: "any group"."""
    return syntax.tokens[mention.first].text.lower() in ("any", "every", "each", "no", "whichever")


def _inside(other: Mention, mention: Mention) -> bool:
    return mention.first <= other.head <= mention.last or other.first <= mention.head <= other.last


def _modifiers(mention: Mention) -> set[str]:
    """The words before the head that narrow it; "Britain-based" tells, but does not narrow."""
    words = {word.casefold() for word in mention.label.split()[:-1]}
    return {word for word in words if not word.endswith(_TELLING) and word not in FORBIDDEN}


_TELLING = ("-based", "-backed", "-led", "-run", "-linked", "-affiliated", "-allied", "-funded")


def _takes_up(mention: Mention, entity: Entity, own: set[str], lexicons: Tables) -> bool:
    head = mention.core
    if head in _LANDS:
        return _suits(mention, own, entity) and any(_land(mention, m) for m in entity.mentions)
    said = {w.casefold() for m in entity.mentions for w in m.label.split()}
    if mention.kind == "military" and entity.kind == "armed_group":
        return False  # "the army" is no band that is called one
    if head in entity.heads() and own <= said:
        return True
    if head in TEAMS and not own and entity.heads() & TEAMS:
        return True
    general = lexicons.words.nouns.get(mention.label.lower())
    if own & _JUDGING and not own & said:
        return False  # "the terrorist group": of several, the one that the report has called so
    if head == "party" and own and not own & said and "party" not in entity.heads():
        return False  # "the ruling party": of nobody is it told by the way
    if general is not None and mention.kind in (entity.kind, "other"):
        own = set()  # "monitoring group", "news agency": nothing that narrows the noun
    if own and not own <= said:
        return False
    if mention.nature == "person" and mention.number == "s":
        return _individual(head, entity)
    kinds = GENERAL.get(head)
    if head == "agency" and any(m.sector in ("LEG", "JUD") for m in entity.mentions):
        return False
    if kinds is None or entity.kind not in kinds or entity.number == "p":
        return False
    if head == "group" and entity.kind == "igo" and entity.heads() & {"council", "nations"}:
        return False
    # "a rights group … the organisation", but no "the council … the agency": of bodies without a
    # name the noun tells which.
    named = any(m.name >= 0 or m.named for m in entity.mentions)
    return named or bool(entity.heads() & GENERAL.keys())


_JUDGING = frozenset(
    {"terrorist", "terror", "extremist", "jihadist", "militant", "rebel", "opposition", "islamist"}
)
_PRESS = frozenset({"reporter", "correspondent", "journalist", "photographer", "interviewer"})
_ANY = frozenset({"official", "source", "officer", "diplomat", "person", "man", "woman"})


def _individual(head: str, entity: Entity) -> bool:
    """Whether "the official", "the source", "the officer" may be the person."""
    if entity.number == "p" or entity.kind != "person":
        return False
    if not any(m.label for m in entity.mentions if m.form != "pronoun"):
        return head in _ANY  # "one of them", who has said something
    sector = next((m.sector for m in entity.mentions if m.sector is not None), None)
    if head == "official":
        return sector in _OFFICIALS
    if head == "source":
        if entity.heads() and entity.heads() <= _PRESS:
            return False  # who is told things by sources
        return not named_person(entity) and any(m.sort and m.sort.unnamed for m in entity.mentions)
    if head == "officer":
        return sector in ("MIL", "COP", "SPY")
    return head in ("diplomat", "lawmaker", "activist") and head in entity.heads()


def join_owned(entities: Entities, syntax: Syntax, home: Home) -> None:
    """ "His government", now that "he" is known; "his father" twice, of one man, is one father."""
    first: dict[tuple[int, str], Mention] = {}
    for mention in entities.mentions:
        if mention.form != "nominal" or mention.definite != "poss":
            continue
        target = home.of(mention)
        if target is not None:
            entities.merge(target, mention)
            continue
        owners = [entities.headed(k) for k in syntax.of(mention.head, "nmod:poss")]
        if len(owners) != 1 or owners[0] is None:
            continue
        child = child_of(entities, mention, owners[0], syntax)
        child = child or neighbour(entities, mention, owners[0], syntax)
        if child is not None:
            entities.merge(child, mention)
            continue
        if mention.core in words().documents and mention.wanted:
            maker = (
                owners[0] if entities.of(owners[0]).kind else last_body(entities, mention, syntax)
            )
            if maker is not None:
                entities.merge(maker, mention)  # "his report says": he does
            continue
        office = mention.sort is not None and mention.sort.kind == "office"
        if office and any(m.named for m in entities.of(owners[0]).mentions):
            mention.named = True  # "his ministry": a minister has one
        _of_body(entities.of(owners[0]), mention)
        _of_land(entities, owners[0], mention)
        call_by_owner(entities, mention, owners[0], syntax)
        key = (entities.of(owners[0]).order, mention.label.casefold() + (mention.number or ""))
        other = first.setdefault(key, mention)
        if other is not mention and agree(entities.of(other), entities.of(mention)):
            entities.merge(other, mention)


def own_countries(entities: Entities, syntax: Syntax) -> None:
    """ "His country", now that it is known of which he is."""
    for mention in entities.mentions:
        if mention.form != "nominal" or mention.definite != "poss" or mention.core not in _LANDS:
            continue
        owners = [entities.headed(k) for k in syntax.of(mention.head, "nmod:poss")]
        if len(owners) == 1 and owners[0] is not None and entities.alone(mention):
            _ones_country(entities, owners[0], mention)


def _ones_country(entities: Entities, owner: Mention, mention: Mention) -> None:
    """ "Her country", now that "she" is known: the state, where the report tells of which."""
    person = entities.of(owner)
    if person.nature != "person" or person.country is None or mention.last > mention.head:
        return
    mention.country = entities.of(mention).country = person.country
    mention.kind, mention.nature, mention.sector = "government", "group", "GOV"
    mention.key, mention.named, mention.sort = ("gov", person.country), True, None
    same = (m for m in entities.mentions if m.key == mention.key and m is not mention)
    target = next((m for m in same if m.form == "name" or m.kind == "government"), None)
    entities.of(mention).changed()
    if target is not None:
        entities.merge(target, mention)


def _of_body(owner: Entity, mention: Mention) -> None:
    """ "Three of its members", now that "it" is known: they are called by whose they are."""
    named = next((m.label for m in owner.mentions if m.form == "name" and m.label), None)
    body = owner.nature == "group" and owner.kind not in (None, "government", "people")
    if named is not None and body and mention.core in MEMBERS and " " not in mention.label:
        mention.label = f"{named} {mention.label}"
        mention.country = mention.country or owner.country


def _of_land(entities: Entities, owner: Mention, mention: Mention) -> None:
    """ "The country's leaders", now that it is known which: "Norwegian leaders"."""
    land, words = entities.of(owner).country, mention.label.split()
    adjective = countries().adjective_of.get(land or "")
    if adjective is None or owner.core not in _LANDS or mention.posts or len(words) < 2:
        return
    if words[0].replace("’", "'").lower() in (f"{owner.core}'s", f"{owner.core}s"):
        mention.label = " ".join([adjective, *words[1:]])
        mention.country = entities.of(mention).country = mention.country or land


def name_parts_of_groups(entities: Entities, syntax: Syntax) -> None:
    """ "One of them", now that "they" are known: one of those officials, unnamed like them."""
    for mention in entities.mentions:
        if mention.form != "nominal" or mention.label or mention.kind not in ("person", "people"):
            continue
        if mention.head + 2 > mention.last or syntax.tokens[mention.head + 1].text != "of":
            continue
        inner = next((m for m in entities.mentions if mention.head + 2 <= m.first <= m.last), None)
        if inner is None or inner.first > mention.last:
            continue
        group = next((m for m in entities.of(inner).mentions if m.form == "nominal"), None)
        if group is None or group.sort is None:
            continue
        mention.sort, mention.sector = group.sort, group.sector
        mention.country = entities.of(mention).country = entities.of(inner).country
        mention.label = group.label
        if mention.kind == "person":
            mention.label = " ".join([*group.label.split()[:-1], group.core])


def join_joint(entities: Entities) -> None:
    """The same two named side by side again are the same two."""
    first: dict[tuple[int, ...], Mention] = {}
    for mention in entities.mentions:
        if mention.form != "joint":
            continue
        parts = [entities.headed(head) for head in mention.parts]
        orders = sorted(entities.of(part).order for part in parts if part is not None)
        entities.merge(first.setdefault(tuple(orders), mention), mention)
