"""From an entity to an actor of the record: the name shown, kind, country, sector, roles."""

from __future__ import annotations

import re
from collections import Counter

from onrecord.extract.actors.mentions.entities import Entity, named_person
from onrecord.extract.actors.mentions.general import BARE
from onrecord.extract.actors.mentions.mention import Mention
from onrecord.extract.actors.mentions.roles import Post
from onrecord.extract.actors.trees.countries import bare
from onrecord.extract.actors.trees.syntax import Syntax
from onrecord.extract.actors.trees.tables import Tables
from onrecord.extract.actors.trees.text import name_parts
from onrecord.records import Actor, ActorKind, Role, Span

REPORTER = "reporter"
"""The name of whoever writes the report, where they say "I"."""

_NOBODY = {"he": "person", "she": "person", "they": "people", "it": "body"}
_PREPOSITIONS = ("at", "in", "of", "for", "from", "with", "within", "inside", "across", "to")
_COUNTED = frozenset(
    {"one", "some", "many", "several", "two", "both", "other", "others", "another"}
)
_HOLDERS = frozenset({"GOV", "MIL", "LEG", "JUD", "COP"})


def wanted(entity: Entity) -> bool:
    """Whether an entity is an actor of the report: somebody, or a body, that is more than named in
    passing as a place or a description."""
    if any(m.wanted for m in entity.mentions):
        return True
    kind = entity.kind
    if kind is None:
        return False
    if is_joint(entity) and any(m.acts for m in entity.mentions):
        return True  # "talks between | the two sides", of whom it told who they are
    if entity.mentions[0].label == REPORTER:
        return True
    shown = [m for m in entity.mentions if m.kind is not None and m.form != "pronoun"]
    named = any(m.named for m in shown)
    if not named and kind == "other":
        return any(m.acts and m.sort is not None and m.sort.name in _SIDES for m in shown)
    if shown and all(m.sort is not None and m.sort.name == "states" for m in shown):
        return any(m.acts and m.number == "p" for m in shown)
    if not named and all(m.definite == "indef" for m in shown):
        return kind != "government" or any(m.number == "p" for m in shown)
    if kind == "other" and len(entity.mentions) == 1 and _idle(shown):
        return False
    return any(not m.modifier or m.kind in _BY_THE_WAY for m in shown)


def _idle(shown: list[Mention]) -> bool:
    """Whether a name of which nothing is known does nothing: a headline's debris, a place."""
    return all(
        m.form == "name" and m.sort is None and not m.acts and m.key and m.key[0] == "org"
        for m in shown
    )


_SIDES = frozenset({"group", "party"})
"""Sorts of bodies that are actors without a name where they do something: "both parties"."""

_BY_THE_WAY = frozenset({"office", "outlet", "igo", "ngo", "armed_group"})
"""Bodies that are actors though they only say of something else whose it is: "Hamas fighters"."""


def is_joint(entity: Entity) -> bool:
    """Whether an entity is several named side by side."""
    return entity.mentions[0].form == "joint"


def joint_actor(entity: Entity, parts: list[Actor], identity: str, syntax: Syntax) -> Actor:
    """The actor that several make together: "Russia and Iran said"."""
    kinds = {actor.kind for actor in parts}
    lands = {actor.country for actor in parts}
    sectors = {actor.sector for actor in parts}
    text = syntax.analysis.text
    first = entity.mentions[0]
    names = list(dict.fromkeys(actor.name for actor in parts)) or [text[first.start : first.end]]
    return Actor(
        id=identity,
        name=", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else names[0],
        kind=_joint_kind(kinds),
        mentions=tuple(Span.of(text, m.start, m.end) for m in entity.mentions),
        country=min(lands, key=str) if len(lands) == 1 else None,
        sector=min(sectors, key=str) if len(sectors) == 1 else None,
        named=bool(parts) and all(actor.named for actor in parts),
    )


def _joint_kind(kinds: set[ActorKind]) -> ActorKind:
    if kinds <= {"person", "people"}:
        return "people"
    return min(kinds) if len(kinds) == 1 else "other"


def one_of_each_class(entities: list[Entity], syntax: Syntax) -> list[Entity]:
    """The entities with the generic ones of one name made one: "civilians" are an actor once.

    Whether the same civilians are meant, a report seldom says; as an actor they are a class.
    """
    kept: list[Entity] = []
    classes: dict[tuple[str, str | None], Entity] = {}
    for entity in entities:
        label = _class(entity, syntax)
        if label is None:
            kept.append(entity)
            continue
        before = classes.setdefault((label, entity.country), entity)
        if before is not entity and _of_two_lands(before, entity, entities, syntax):
            classes[label, entity.country] = before = entity
        if before is entity:
            kept.append(entity)
        else:
            before.mentions = sorted([*before.mentions, *entity.mentions], key=lambda m: m.start)
            before.changed()
    return kept


def _of_two_lands(one: Entity, other: Entity, entities: list[Entity], syntax: Syntax) -> bool:
    """Whether "authorities" stand twice among other countries: in a bulletin of several items."""
    if other.kind not in ("office", "government"):
        return False
    near: list[set[str | None]] = []
    for place in (one.mentions[-1].head, other.mentions[0].head):
        lands = {
            entity.country or mention.country
            for entity in entities
            for mention in entity.mentions
            if mention.form != "pronoun"
            and 0 <= syntax.sent[place] - syntax.sent[mention.head] < _SCENE
        }
        near.append(lands - {None})
    return all(near) and not near[0] & near[1]


_SCENE = 3
"""Sentences in which the country must be named of which "authorities" are."""


def _class(entity: Entity, syntax: Syntax) -> str | None:
    """What a generic plural is called; None for all that are somebody."""
    nouns = [m for m in entity.mentions if m.form != "pronoun"]
    if not nouns or any(m.form != "nominal" or m.named or m.number != "p" for m in nouns):
        return None
    first = nouns[0]
    if first.sort is None or first.sort.unnamed or first.kind is None:
        return None
    return _described(first, syntax).casefold().removeprefix("unnamed ")


def to_actor(entity: Entity, identity: str, syntax: Syntax, lexicons: Tables) -> Actor:
    """The actor of an entity; ``identity`` is its id."""
    text = syntax.analysis.text
    shown = _outermost([m for m in entity.mentions if _shown(m)] or entity.mentions)
    name = _name(entity, syntax, lexicons).strip() or text[shown[0].start : shown[0].end]
    name = " ".join(name.split())
    named = any(m.named for m in entity.mentions)
    return Actor(
        id=identity,
        name=name,
        kind=_kind(entity),
        mentions=tuple(Span.of(text, m.start, m.end) for m in shown),
        country=entity.country if entity.kind not in ("igo",) else None,
        sector=_sector(entity),
        named=named,
        aliases=_aliases(entity, name, syntax),
        roles=_roles(entity, text),
    )


def _outermost(mentions: list[Mention]) -> list[Mention]:
    """The mentions without those that lie within another, pronouns apart."""
    return [
        m
        for m in mentions
        if m.form == "pronoun"
        or not any(o is not m and o.start <= m.start and m.end <= o.end for o in mentions)
    ] or mentions[:1]


def _shown(mention: Mention) -> bool:
    if mention.wanted:
        return True
    if mention.form == "pronoun":
        return mention.gender != "r"
    return mention.kind is not None and not (mention.modifier and mention.nature == "place")


def _kind(entity: Entity) -> ActorKind:
    kind = entity.kind
    if kind is not None:
        return kind
    first = entity.mentions[0]
    if first.form == "pronoun":
        if first.number == "p":
            return "people"
        return "person" if first.nature == "person" else "other"
    return "other"


def _sector(entity: Entity) -> str | None:
    for post in entity.posts:
        if (
            post.past
            and post.sector in _HOLDERS
            and not any(not p.past and p.sector for p in entity.posts)
        ):
            return "ELI"
    for mention in entity.mentions:
        if mention.form == "name" and mention.sector is not None:
            return mention.sector
    return next((m.sector for m in entity.mentions if m.sector is not None), None)


def _name(entity: Entity, syntax: Syntax, lexicons: Tables) -> str:
    if entity.mentions[0].label == REPORTER:
        return REPORTER
    if named_person(entity):
        return _personal(entity)
    kind = entity.kind
    if kind == "government" and entity.country is not None:
        return _government(entity, lexicons)
    for mention in entity.mentions:
        if mention.key is not None and mention.key[0] == "institution":
            return mention.label
    names = [m for m in entity.mentions if m.form == "name" and m.label]
    if names:
        return max(names, key=lambda m: (len(m.label.split()), -m.start)).label
    if any(m.form == "pronoun" and m.named for m in entity.mentions):  # the outlet's own "we"
        return next(m.label for m in entity.mentions if m.form == "pronoun" and m.named)
    nouns = [m for m in entity.mentions if m.form == "nominal"]
    # "a letter from a general" is called by the general
    nouns = [m for m in nouns if m.core not in lexicons.words.documents] or nouns
    if not nouns:
        return _nobody(entity.mentions[0])
    posted = [m for m in nouns if m.named]
    best = (posted or nouns)[0]
    name = _described(best, syntax)
    named = best.named and best.country is not None
    return lexicons.countries.adjectival(name, best.country or "") if named else name


def _personal(entity: Entity) -> str:
    """The fullest name; of spellings of it the most frequent, "al-Amin" before "Al-Amin"."""
    people = [m for m in entity.mentions if m.name >= 0 and m.kind == "person"]
    # A title beside a body's name ("CIA Director") is no name of its own.
    names = [m.label for m in people if m.form == "name"] or [m.label for m in people]
    most = max(len(name_parts(name)) for name in names)
    counts = Counter(" ".join(name.split()) for name in names if len(name_parts(name)) == most)
    small = {name for name in counts if any(p in name for p in (" al-", " el-", " al ", " el "))}
    folded = {name.casefold() for name in small}
    best = max(
        counts, key=lambda name: (name in small or name.casefold() not in folded, counts[name])
    )
    return best.removesuffix("'s").removesuffix("’s")


def _government(entity: Entity, lexicons: Tables) -> str:
    country = entity.country or ""
    adjective = lexicons.countries.adjective_of.get(country)
    named = [m.core for m in entity.mentions if m.form == "name"]
    bodies = [lexicons.words.institution(bare(core)) for core in named]
    body = next((one for one in bodies if one is not None and one.kind == "government"), None)
    if body is not None and not any(lexicons.countries.country(core) for core in named):
        return body.name  # "the Palestinian Authority"
    ruled = any(m.sort is not None and m.sort.name == "government" for m in entity.mentions)
    if ruled and adjective is not None:
        return f"{adjective} government"
    return lexicons.countries.common.get(country) or entity.mentions[0].label


def _nobody(mention: Mention) -> str:
    return f"unnamed {_NOBODY.get(mention.core, 'people' if mention.number == 'p' else 'speaker')}"


def _described(mention: Mention, syntax: Syntax) -> str:
    """The name of somebody known by description: "unnamed Navy officials", "rebels"."""
    label = mention.label or syntax.text(mention.head, mention.head)
    told = mention.core != "one" and not (mention.core == "other" and mention.wanted)
    noun = syntax.tokens[mention.head].upos in ("NOUN", "PROPN") and told
    if not noun and (mention.sort is None or mention.core in _COUNTED):
        people = "person" if mention.number == "s" else "people"
        unnamed = mention.sort is not None or not mention.label
        return f"unnamed {mention.label or people}" if unnamed else mention.label
    behind = _behind(mention, syntax) if _LESSER.search(label) is None else None
    apart = mention.kind in _FORCES and not mention.wanted
    if behind is not None and behind[0] in _WHERE and apart:
        behind = None  # rebels are not called by where they are
    unnamed = mention.sort is not None and mention.sort.unnamed and not mention.named
    alone = mention.core in BARE and " " not in label and behind is None
    unnamed = unnamed or (alone and not mention.named and mention.definite in ("def", "dem"))
    if behind is not None:
        preposition, words, single = behind
        if bare(words).lower() == label.lower():
            pass  # "much of the council" is called by the council
        elif unnamed and single:
            label = f"{bare(words)} {label}"
        else:
            label = f"{label} {preposition} {words}"
    return f"unnamed {label}" if unnamed else label


def _behind(mention: Mention, syntax: Syntax) -> tuple[str, str, bool] | None:
    """What a description's "at X" or "of X" says, and whether X is one body's name."""
    for kid in syntax.of(mention.head, "nmod"):
        preposition = syntax.case(kid)
        if kid < mention.head or preposition not in _PREPOSITIONS or kid > mention.last:
            continue
        first, last = syntax.phrase(kid)
        joined = syntax.of(kid, "conj")
        last = max([last, *(syntax.phrase(k)[1] for k in joined)])
        while first < kid and syntax.deprel[first] == "case":
            first += 1
        name = syntax.name_of[kid]
        if preposition in ("with", "to") and name < 0:
            continue
        if preposition == "for" and mention.core == "other":
            continue  # "a warrant for seven others | for the raid": what they are sought for
        body = name >= 0 and syntax.name_kinds[name] == "ORG"
        single = not joined and last - first < 5 and body and preposition in _AFFILIATED
        return preposition, syntax.text(first, last), single
    return None


_LESSER = re.compile(r"^[A-Z].* \w+(?:al|district|enclave) government$")
"""The label of a region's government, which has the region in it."""
_WHERE = ("at", "in", "inside", "across")
_FORCES = ("armed_group", "military")
_AFFILIATED = ("at", "of", "for", "from", "with", "within", "inside")


def _aliases(entity: Entity, name: str, syntax: Syntax) -> tuple[str, ...]:
    """Its other names in the report, in the order of the text."""
    found: list[str] = []
    for mention in entity.mentions:
        if mention.form == "pronoun" or mention.kind is None:
            continue
        nominal = mention.form == "nominal" or (mention.kind == "person" and mention.name < 0)
        if nominal and (not mention.named or " " not in mention.label):
            continue
        alias = " ".join((mention.label if nominal else mention.core).split())
        alias = alias.removesuffix("'s").removesuffix("’s")
        if syntax.deprel[mention.head] == "amod" and syntax.tokens[mention.head].upos == "ADJ":
            continue
        if alias and alias != name and alias not in found:
            found.append(alias)
    return tuple(found)


def _roles(entity: Entity, text: str) -> tuple[Role, ...]:
    if not named_person(entity):
        return ()
    found: list[Role] = []
    for post in entity.posts:
        others = (other for other in entity.posts if other is not post)
        if any(_says_more(other, post) for other in others):
            continue
        if any(r.title.lower() == post.title.lower() and r.organisation == post.organisation
               for r in found):  # fmt: skip
            continue
        span = Span.of(text, post.start, post.end)
        found.append(Role(post.title, post.organisation, post.since, post.past, span))
    return tuple(found)


def _says_more(one: Post, other: Post) -> bool:
    """Whether a post is the other said in full: "Foreign Minister of X" and "the minister"."""
    if other.organisation not in (None, one.organisation) or one.past != other.past:
        return False
    longer = one.key.endswith(" " + other.key)
    return longer or (one.key == other.key and one.organisation != other.organisation)
