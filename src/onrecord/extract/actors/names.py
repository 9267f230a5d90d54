"""Which names mean the same person or body, wherever in the report they stand."""

from __future__ import annotations

from onrecord.extract.actors.beside import title_start
from onrecord.extract.actors.countries import bare
from onrecord.extract.actors.entities import Entities, Entity, head_word
from onrecord.extract.actors.mentions import Key, Mention
from onrecord.extract.actors.syntax import Syntax
from onrecord.extract.actors.tables import Tables
from onrecord.extract.actors.text import fold, name_parts

_SMALL = frozenset({"of", "the", "for", "and", "in", "on", "to", "a", "de", "des", "la", "&"})


def retag(syntax: Syntax, lexicons: Tables) -> None:
    """Set right names whose kind the rest of the report, or the lexicon, contradicts.

    A single word tagged as a body or a place that is the surname of a person named in full is that
    person; a "person" whose name is a country's is the country.
    """
    texts = [bare(syntax.name_text(number)) for number in range(len(syntax.name_heads))]
    parts = [name_parts(text) for text in texts]
    where = _only_where(syntax, texts, lexicons)
    tagged = zip(parts, syntax.name_kinds, strict=True)
    surnames = {p[-1] for p, kind in tagged if kind == "PER" and len(p) > 1}
    surnames -= {p[-1] for p, text in zip(parts, texts, strict=True) if p and text in where}
    if not syntax.apostrophes:
        surnames |= {name[:-1] for name in surnames if name.endswith("s")}
    alone = {(p[0], kind) for p, kind in zip(parts, syntax.name_kinds, strict=True) if len(p) == 1}
    rulers = _rulers(syntax, texts)
    for number, kind in enumerate(syntax.name_kinds):
        if not parts[number]:
            continue
        if kind in ("PER", "ORG") and texts[number] in where:
            syntax.name_kinds[number] = "GPE"
            continue
        last_token = syntax.name_tokens[number][1]
        following = syntax.tokens[last_token + 1 : last_token + 2]
        if kind == "ORG" and len(parts[number]) == 1 and country_free(texts[number], lexicons):
            if texts[number] in rulers or (
                following and following[0].text in ("regime", "administration")
            ):
                syntax.name_kinds[number] = "PER"
                continue
        known = lexicons.words.institution(texts[number]) if len(parts[number]) > 1 else None
        if kind == "PER" and known is not None:
            syntax.name_kinds[number] = "ORG"
            continue
        ending = lexicons.words.sort_of_name(texts[number].lower().split())
        if kind == "PER" and len(parts[number]) > 1 and ending and ending.kind in _BODIES:
            syntax.name_kinds[number] = "ORG"
            continue
        last, country = parts[number][-1], lexicons.countries.country(texts[number])
        surname = last in surnames or (
            not syntax.apostrophes and last.removesuffix("s") in surnames
        )
        if len(parts[number]) == 1 and texts[number] in lexicons.countries.adjectives:
            syntax.name_kinds[number] = "NORP"
            continue
        capital = lexicons.countries.capital(texts[number]) is not None
        if kind == "PER" and (country is not None or capital) and not surname:
            syntax.name_kinds[number] = "GPE"
        elif kind in _DOUBTFUL and len(parts[number]) == 1 and surname and country is None:
            place = kind in ("GPE", "LOC", "FAC") and (last, "PER") not in alone
            if lexicons.words.institution(texts[number]) is None and not place:
                syntax.name_kinds[number] = "PER"


def _rulers(syntax: Syntax, texts: list[str]) -> set[str]:
    """The names of one word whose a regime is said to be: "Amar's brutal regime"."""
    found: set[str] = set()
    for text, head in zip(texts, syntax.name_heads, strict=True):
        above = syntax.head[head]
        if above < 0 or syntax.tokens[above].text.lower() not in ("regime", "dictatorship"):
            continue
        owner = syntax.deprel[head] == "nmod:poss" or syntax.case(head) == "of"
        if owner and text[:1].isupper() and not text.isupper():
            found.add(text)
    return found


_WHERE = frozenset({"in", "near", "at", "inside", "outside", "around", "into"})
_DOES = ("nsubj", "nsubj:pass", "obj", "iobj", "obl:agent", "vocative", "appos")


def _only_where(syntax: Syntax, texts: list[str], lexicons: Tables) -> set[str]:
    """Names tagged as persons or bodies that only say where: "killed in Tal Amin"."""
    found: set[str] = set()
    does: set[str] = set()
    for number, head in enumerate(syntax.name_heads):
        first = syntax.name_tokens[number][0]
        while syntax.deprel[head] == "conj" and syntax.head[head] >= 0:
            head = syntax.head[head]
        titled = title_start(syntax, first, lexicons.words) < first
        above = syntax.head[head]
        noun = above >= 0 and syntax.tokens[above].upos in ("NOUN", "PROPN")
        if (
            titled
            or syntax.deprel[head].startswith(_DOES)
            or (syntax.deprel[head] in ("compound", "nmod:poss", "flat", "amod") and noun)
        ):
            does.add(texts[number])
        elif syntax.case(head) in _WHERE and syntax.deprel[head] in ("obl", "nmod"):
            sort = lexicons.words.sort_of_name(texts[number].lower().split())
            if sort is None and lexicons.words.institution(texts[number]) is None:
                found.add(texts[number])
    return {text for text in found - does if not text.isupper()}


def country_free(text: str, lexicons: Tables) -> bool:
    """Whether neither a country nor an institution of the lexicon is so called."""
    known = lexicons.countries.of_word(text) or lexicons.countries.capital(text)
    return known is None and lexicons.words.institution(text) is None


_BODIES = frozenset({"outlet", "office", "armed_group", "ngo", "igo", "company"})
_DOUBTFUL = frozenset({"ORG", "GPE", "LOC", "MISC", "FAC"})


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
        core = bare(mention.core)
        if not (core.isupper() and 2 <= len(core) <= 8 and " " not in core):
            continue
        before = bodies[place - 1] if place else None
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
            and _shortens(short, fold(m.label).split(), definite=definite)
        ]
        if len({id(entities.of(m)) for m in owners}) == 1:
            entities.merge(owners[0], mention)


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
        if len({id(entities.of(m)) for m in named}) == 1 and mention.number != "p":
            entities.merge(named[0], mention)


def _short(mention: Mention, syntax: Syntax) -> bool:
    """Whether a mention may be a longer name's short form: a name, or "the" and a capital."""
    if mention.form == "name":
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
    return definite and long[stop - len(short) : stop] == short


_COMMON = frozenset(
    {"national", "international", "united", "central", "new", "general", "federal", "royal",
     "democratic", "free", "north", "south", "east", "west", "human", "world", "state", "islamic"}
)  # fmt: skip
