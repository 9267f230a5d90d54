"""Which names mean the same person or body, wherever in the report they stand."""

from __future__ import annotations

from onrecord.extract.actors.mentions.entities import Entities, Entity, head_word
from onrecord.extract.actors.mentions.mention import Key, Mention
from onrecord.extract.actors.trees.countries import bare
from onrecord.extract.actors.trees.lexicon import words
from onrecord.extract.actors.trees.syntax import Syntax
from onrecord.extract.actors.trees.tables import Tables
from onrecord.extract.actors.trees.text import fold, name_parts

_SMALL = frozenset({"of", "the", "for", "and", "in", "on", "to", "a", "de", "des", "la", "&"})


_MIXED = 6
"""Letters at most of a short name that is not all capitals: "PfL"."""


def join_names(entities: Entities, syntax: Syntax, lexicons: Tables) -> None:
    """Merge equal keys, then persons, then bodies by country, acronym and short form."""
    first: dict[Key, Mention] = {}
    for mention in entities.mentions:
        if mention.key is not None:
            entities.merge(first.setdefault(mention.key, mention), mention)
    _persons(entities)
    bodies = [m for m in entities.mentions if m.form == "name" and m.nature == "group"]
    _acronyms(entities, bodies, syntax)
    _countries(entities)
    _short_forms(entities, bodies, syntax)
    _only_heads(entities, bodies)


def _persons(entities: Entities) -> None:
    people = [m for m in entities.mentions if m.form == "name" and m.kind == "person"]
    parts = {id(m): name_parts(m.core) for m in people}
    full: list[Mention] = []
    for mention in (m for m in people if len(parts[id(m)]) > 1):
        known = next((f for f in full if _same_name(parts[id(f)], parts[id(mention)])), None)
        if known is not None and _may_be(entities.of(known), mention):
            entities.merge(known, mention)
        else:
            full.append(mention)
    bound: dict[str, Mention] = {}
    for mention in (m for m in people if len(parts[id(m)]) == 1):
        part = parts[id(mention)][0]
        chosen = _bearer(entities, mention, part, full, bound.get(part))
        if chosen is not None:
            entities.merge(chosen, mention)
            bound[part] = chosen
        elif part in bound and _may_be(entities.of(bound[part]), mention):
            entities.merge(bound[part], mention)
        else:
            bound.setdefault(part, mention)


def _same_name(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Equal names, or one is the other less a middle part or a first ("Tayyip Erdogan")."""
    short, long = sorted((one, other), key=len)
    if sorted(short) == sorted(long):
        return True
    rest = iter(long)
    inside = all(any(_part_equal(p, q) for q in rest) for p in short)
    return inside and short[-1] == long[-1]


def _part_equal(one: str, other: str) -> bool:
    return one == other or (one.endswith(".") and len(one) == 2 and other.startswith(one[0]))


def _may_be(entity: Entity, mention: Mention) -> bool:
    """Whether gender and country allow a mention to be of the entity."""
    if mention.gender and entity.gender and mention.gender != entity.gender:
        return False
    return not (mention.country and entity.country and mention.country != entity.country)


def _bearer(
    entities: Entities, mention: Mention, part: str, full: list[Mention], bound: Mention | None
) -> Mention | None:
    """The full name that a surname stands for: the only one, or the one that is known by it."""
    able = [m for m in full if _may_be(entities.of(m), mention)]
    named = [m for m in able if part == name_parts(m.core)[-1] or part + "s" == _last(m)]
    named = named or [m for m in able if part in name_parts(m.core)]
    if not named and part.endswith("s") and len(part) > 4:  # a lost apostrophe: "Assads forces"
        named = [m for m in able if part[:-1] == name_parts(m.core)[-1]]
    if len(named) < 2:
        return named[0] if named else None
    titles = {post.key for post in mention.posts}
    if titles:
        titled = [m for m in named if titles & {p.key for p in entities.of(m).posts}]
        if len(titled) == 1:
            return titled[0]
    if bound is not None and any(entities.of(bound) is entities.of(m) for m in named):
        return bound
    before = [m for m in named if m.start < mention.start]
    if len({id(entities.of(m)) for m in before}) == 1:
        return before[0]
    # who leads a state is called by surname, and namesakes beside him in full
    leads = [m for m in named if any(p.lead and not p.past for p in entities.of(m).posts)]
    return leads[0] if len({id(entities.of(m)) for m in leads}) == 1 else None


def _last(mention: Mention) -> str:
    return name_parts(mention.core)[-1]


def _acronyms(entities: Entities, bodies: list[Mention], syntax: Syntax) -> None:
    """ "Joint Observer Mission (JOM)", and JOM wherever its letters are one name's initials."""
    text = syntax.analysis.text
    for place, mention in enumerate(bodies):
        core = bare(mention.core).replace(".", "")
        mixed = " " not in core and sum(c.isupper() for c in core) > 1 and len(core) <= _MIXED
        before = bodies[place - 1] if place else None
        if mixed and before is not None and text[before.end : mention.start].strip() == "(":
            if initials(before.core).upper() == "".join(c for c in core if c.isupper()):
                entities.merge(before, mention)  # "Doctors for the Lakes (DfL)"
                continue
        if not (core.isupper() and 2 <= len(core) <= 8 and " " not in core):
            continue
        if before is not None and text[before.end : mention.start].strip() == "(":
            entities.merge(before, mention)
            continue
        owners = [m for m in bodies if len(m.core.split()) > 1 and initials(m.core) == core]
        if owners and len({id(entities.of(m)) for m in owners}) == 1:
            entities.merge(owners[0], mention)


def initials(name: str) -> str:
    """The first letters of a name's words, small words left out."""
    parts = bare(name).replace("-", " ").split()
    return "".join(part[0] for part in parts if part.lower() not in _SMALL and part[0].isalpha())


def _countries(entities: Entities) -> None:
    """A body with its country and the same without it are one, where there is one country."""
    known: dict[str, dict[str, Mention]] = {}
    for mention in entities.mentions:
        if mention.key is not None and mention.key[0] == "org":
            known.setdefault(mention.key[1], {}).setdefault(mention.key[2], mention)
    for by_country in known.values():
        if "" in by_country and len(by_country) == 2:
            one, other = by_country.values()
            entities.merge(one, other)


def _short_forms(entities: Entities, bodies: list[Mention], syntax: Syntax) -> None:
    """ "the Observatory" after the "Harbour Observatory for Rights"."""
    long = [m for m in bodies if len(m.label.split()) > 1]
    for mention in entities.mentions:
        if mention.nature != "group" or not _short(mention, syntax):
            continue
        short = fold(mention.core).split()
        definite = mention.definite == "def" or (mention.form == "name" and mention.kind != "other")
        owners = [
            m
            for m in long
            if entities.of(m) is not entities.of(mention)
            and mention.kind in (m.kind, "other")
            and not _both_known(mention, m)
            and _shortens(short, fold(m.label).split(), definite=definite)
        ]
        if len({id(entities.of(m)) for m in owners}) == 1:
            entities.merge(owners[0], mention)


def _both_known(one: Mention, other: Mention) -> bool:
    """Whether the lexicon has each as a body of its own: "al-Qaeda in Iraq" is no al-Qaeda."""
    kinds = {m.key[0] for m in (one, other) if m.key is not None}
    return kinds == {"institution"} and None not in (one.key, other.key) and one.key != other.key


def _only_heads(entities: Entities, bodies: list[Mention]) -> None:
    """ "The ministry", where one ministry is named before it and no other."""
    owners: dict[str, list[Mention]] = {}
    for body in bodies:
        owners.setdefault(head_word(body), []).append(body)
    for mention in entities.mentions:
        if mention.form != "nominal" or mention.definite != "def" or mention.kind is None:
            continue
        named = owners.get(mention.core, [])
        alone = mention.label.lower() == mention.core and entities.alone(mention)
        if not named or not alone or named[0].start > mention.start:
            continue
        if len({id(entities.of(m)) for m in named}) > 1 or mention.number == "p":
            continue
        if not _another(entities, mention, named[0]):
            entities.merge(named[0], mention)


def _another(entities: Entities, mention: Mention, named: Mention) -> bool:
    """Whether the noun may mean another body: "the spy agency … the agency", beside a News Agency.

    An army is no armed group that calls itself one.
    """
    if mention.kind == "military" and named.kind == "armed_group":
        return True
    before = entities.mentions[: entities.index(mention)]
    alike = (m for m in before if m.form == "nominal" and m.core == mention.core)
    return any(" " in m.label and entities.of(m) is not entities.of(named) for m in alike)


def _short(mention: Mention, syntax: Syntax) -> bool:
    """Whether a mention may be a longer name's short form: a name, or "the" and a capital."""
    if mention.form == "name":
        if mention.core.lower() in words().nouns and mention.definite != "def":
            return False  # "state | TV" is no short form of "Harbour TV"
        known = mention.key is not None or mention.sort is not None
        return len(mention.core.split()) <= 2 and known
    capital = syntax.tokens[mention.head].text[:1].isupper()
    return mention.form == "nominal" and mention.definite == "def" and capital


def _shortens(short: list[str], long: list[str], *, definite: bool) -> bool:
    if len(short) >= len(long):
        return False
    if long[: len(short)] == short and (definite or long[0] not in _COMMON):
        return True
    stop = next((i for i, word in enumerate(long) if word in _SMALL), len(long))
    if short[-1] in _OWN_NAMES:
        return False
    return definite and long[stop - len(short) : stop] == short


# Last words of names that mean something else alone: "the House" is not the White House.
_OWN_NAMES = frozenset({"house", "kingdom", "states", "nations", "hill", "street", "republic"})


_COMMON = frozenset(
    {"national", "international", "united", "central", "new", "general", "federal", "royal",
     "democratic", "free", "north", "south", "east", "west", "human", "world", "state", "islamic"}
)  # fmt: skip
