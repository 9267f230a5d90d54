"""What a name says of whom it means: persons, bodies, and names that no tag covers."""

from __future__ import annotations

import re

from onrecord.extract.actors.mentions.mention import Mention
from onrecord.extract.actors.mentions.nouns import nominal
from onrecord.extract.actors.mentions.phrases import gender_of, modifiers
from onrecord.extract.actors.mentions.roles import posts
from onrecord.extract.actors.mentions.states import acting, half, people, place
from onrecord.extract.actors.trees.countries import bare
from onrecord.extract.actors.trees.lexicon import LONGEST, Institution, Sort, Words
from onrecord.extract.actors.trees.syntax import Syntax
from onrecord.extract.actors.trees.tables import Tables
from onrecord.extract.actors.trees.tagged import PLACES
from onrecord.extract.actors.trees.text import fold

_BASED = re.compile(r"^(?:[\w.]+ ?[-–] ?)?based ")
_GROUPS = frozenset(
    {"government", "office", "military", "armed_group", "igo", "ngo", "company", "outlet", "other"}
)


def institution(mention: Mention, syntax: Syntax, lexicons: Tables) -> bool:
    """Names of the lexicon, unless another country stands before them ("Israel's Central Command").

    A tagged person is one only where the lexicon has an acronym or several words.
    """
    found = _known_name(mention, syntax, lexicons)
    if found is None:
        return False
    if found.short_of is not None:
        found = lexicons.words.in_full(found, syntax.analysis.text)
    tagged = syntax.name_kinds[mention.name] if mention.name >= 0 else None
    if tagged == "PER" and not (
        mention.core.isupper() or " " in mention.core or found.kind == "outlet"
    ):
        return False
    before = modifiers(mention, syntax, before_name=True)
    country = lexicons.countries.within(before)
    if country is not None and found.country not in (None, country):
        return False
    if mention.modifier and found.kind != "outlet" and mention.name < 0:
        return False
    if found.common and syntax.countries and found.country not in syntax.countries:
        return False
    mention.kind, mention.nature, mention.number = found.kind, "group", "s"
    mention.country, mention.sector = found.country, found.sector
    mention.named, mention.label = True, found.name
    mention.key = ("gov", found.country) if found.kind == "government" and found.country else (
        "institution", found.id)  # fmt: skip
    return True


def _known_name(mention: Mention, syntax: Syntax, lexicons: Tables) -> Institution | None:
    """The lexicon's institution of this name, or of it with the capitalised words before it."""
    text = bare(mention.core).replace(" - ", "-")
    known = lexicons.words.institution(text)
    if known is None and not syntax.apostrophes and text.endswith("s"):
        known = lexicons.words.institution(text[:-1])
    if mention.name < 0:
        return known
    first, last = syntax.name_tokens[mention.name]
    for more in range(max(mention.first, first - 3), first):
        if syntax.tokens[more].text[:1].isupper():
            longer = lexicons.words.institution(bare(syntax.text(more, last)))
            if longer is not None:
                mention.core = bare(syntax.text(more, last))
                return longer
    return known


def person(mention: Mention, syntax: Syntax, lexicons: Tables) -> None:
    name_first, name_last = syntax.name_tokens[mention.name]
    mention.kind, mention.nature, mention.number, mention.named = "person", "person", "s", True
    mention.core, extra = _stripped(mention.core, lexicons.words)
    if _lost_apostrophe(mention, syntax):
        mention.core = mention.core[:-1]
    mention.posts = tuple(posts(syntax, mention.first, name_first - 1 + extra, lexicons))
    for index in range(mention.first, name_first + extra):
        text = syntax.tokens[index].text.lower()
        mention.gender = mention.gender or lexicons.words.address.get(text)
    for post in mention.posts:
        mention.gender = mention.gender or gender_of(post.key, lexicons.words)
        mention.country = mention.country or post.country
        mention.sector = "ELI" if post.past else post.sector
    if mention.country is None and mention.posts and mention.last > name_last:
        after = [syntax.tokens[i].text for i in range(name_last + 1, mention.last + 1)]
        mention.country = lexicons.countries.within(after)
    for owner in syntax.of(mention.head, "nmod:poss"):
        whose = syntax.name_of[owner]
        if mention.country is None and whose >= 0 and owner < name_first:
            mention.country = lexicons.countries.country(syntax.name_text(whose))
    mention.label = mention.core


def _lost_apostrophe(mention: Mention, syntax: Syntax) -> bool:
    """Whether "Amins regime" is Amin's: an owner, in a text without a single apostrophe."""
    if not mention.core.endswith("s") or len(mention.core) < 4 or syntax.apostrophes:
        return False
    after = syntax.name_tokens[mention.name][1] + 1
    return after < len(syntax.tokens) and syntax.tokens[after].upos == "NOUN"


def _stripped(core: str, words: Words) -> tuple[str, int]:
    """A name without the titles that were tagged as part of it, and how many words they are."""
    parts = core.split()
    extra = 0
    while extra < len(parts) - 1:
        for size in range(min(3, len(parts) - extra - 1), 0, -1):
            text = " ".join(parts[extra : extra + size]).lower()
            if words.title_only(text.split()):
                break
        else:
            break
        extra += size
    return " ".join(parts[extra:]), extra


def organisation(mention: Mention, syntax: Syntax, lexicons: Tables) -> None:
    core = mention.core = _BASED.sub("", bare(mention.core))
    known = lexicons.countries.country(core) or lexicons.countries.capital(core)
    if known is not None or half(syntax, mention.head) is not None:
        place(mention, syntax, lexicons)
        return
    if lexicons.countries.adjectives.get(core) or core in lexicons.countries.peoples:
        people(mention, syntax, lexicons)
        return
    parts = core.lower().split()
    if parts[-1] in PLACES:
        mention.nature, mention.number = "place", "s"
        mention.label, mention.key = core, ("place", fold(core))
        return
    before = range(mention.first, syntax.name_tokens[mention.name][0])
    owned = any(syntax.tokens[i].upos != "DET" for i in before)
    if len(parts) == 1 and _plain_body(parts[0], lexicons.words, owned=owned):
        mention.form, mention.core = "nominal", parts[0]
        nominal(mention, syntax, lexicons)
        return
    if _crowd(parts[-1], lexicons.words) and not {"of", "for"} & {*parts}:
        mention.form, mention.core = "nominal", parts[-1].removesuffix("s")
        nominal(mention, syntax, lexicons)
        return
    if _holds_office(mention, parts, syntax, lexicons.words):
        mention.form = "nominal"
        nominal(mention, syntax, lexicons)
        if mention.kind == "person":
            return
        mention.form = "name"
    core = mention.core = _with_place(mention, core, syntax, lexicons)
    sort = _inner_sort(parts, lexicons.words) or lexicons.words.sort_of_name(parts)
    sort = None if sort is not None and sort.kind == "outlet" and _vessel(mention, syntax) else sort
    mention.sort = sort
    mention.nature, mention.number, mention.named = "group", "s", True
    mention.kind = sort.kind if sort is not None and sort.kind in _GROUPS else "other"
    mention.acts = acting(syntax, mention.head) or _employs(mention, syntax, lexicons.words)
    mention.sector = sort.sector if sort is not None and sort.kind in _GROUPS else None
    mention.country = lexicons.countries.within(core.split()) or lexicons.countries.within(
        modifiers(mention, syntax, before_name=True)
    )
    if mention.kind == "government" and mention.country is not None:
        mention.key, mention.label = ("gov", mention.country), core
        return
    if sort is not None and sort.name == "military" and mention.country is None:
        if parts[0] == "army" or parts[-1] == "army":  # no state's: "Army of the Free"
            mention.kind, mention.sector = "armed_group", "REB"
    mention.label = core
    left = syntax.name_tokens[mention.name][0] - 1
    if sort is not None and left >= mention.first:
        adjective = syntax.tokens[left]
        if adjective.upos == "ADJ" and lexicons.countries.of_word(adjective.text) is not None:
            mention.label = f"{adjective.text} {core}"
        elif sort.name in _SOLE and adjective.text in ("'s", "’s") and " " in core:
            of_land = lexicons.countries.adjective_of.get(mention.country or "")
            owner = lexicons.countries.country(syntax.tokens[left - 1].text)
            if of_land is not None and owner == mention.country:
                mention.label = f"{of_land} {core}"  # "Norway's | Foreign Ministry"
    inside = lexicons.countries.within(core.split())
    mention.key = ("org", lexicons.plain(core), inside or mention.country or "")


def _vessel(mention: Mention, syntax: Syntax) -> bool:
    """ "The tanker, | the Evening Star, | sank": a ship by its name, and no paper."""
    before = min(mention.first, syntax.name_tokens[mention.name][0]) - 1
    while before >= 0 and syntax.tokens[before].text in (",", "the", "The", '"', "“"):
        before -= 1
    near = before >= 0 and syntax.sent[before] == syntax.sent[mention.head]
    return near and syntax.tokens[before].lemma.lower() in _SHIPS


_SHIPS = frozenset(
    {"vessel", "ship", "tanker", "freighter", "ferry", "trawler", "boat", "yacht", "frigate",
     "destroyer", "submarine", "carrier", "warship", "cutter", "barge", "tug", "liner", "steamer"}
)  # fmt: skip


_SOLE = frozenset({"ministry", "court", "legislature"})
"""Sorts of which each country has one of that name."""


def _plain_body(word: str, words: Words, *, owned: bool) -> bool:
    """Whether a "name" is only a common noun with a capital: "the Army", "the Sheriff's Office"."""
    sort = words.nouns.get(word)
    if sort is None:
        return False
    return sort.name in ("military", "police", "government", "troops") or (
        owned and sort.name in ("ministry", "court", "hospital", "school", "company", "outlet")
    )


def _employs(mention: Mention, syntax: Syntax, words: Words) -> bool:
    """Whether somebody's office is the body's: "president of Harbour Lines"."""
    above = syntax.head[mention.head]
    if above < 0 or syntax.case(mention.head) not in ("of", "for", "at", "with", "from", None):
        return False
    head = syntax.tokens[above]
    return head.text.lower() in words.titles or head.lemma.lower() in words.nouns


def _crowd(word: str, words: Words) -> bool:
    """Whether a "body" is many of a kind with capitals: "Harbour Protesters"."""
    sort = words.nouns.get(word.removesuffix("s"))
    crowd = sort is not None and sort.kind in ("people", "armed_group")
    return crowd and word.endswith("s") and word not in words.endings


def _holds_office(mention: Mention, parts: list[str], syntax: Syntax, words: Words) -> bool:
    """Whether a "body's" name is an office: "Defence Secretary", "Minister for the South"."""
    head = syntax.tokens[mention.head].text.lower()
    if words.title_only(parts):
        return True
    for size in range(min(LONGEST, len(parts)), 0, -1):
        if parts[size - 1] == head and words.title_only(parts[:size]):
            return parts[size : size + 1] in ([], ["of"], ["for"], ["to"])
    modified = parts[-1] == head and syntax.deprel[mention.head] not in ("compound", "flat")
    return modified and any(words.title_only(parts[at:]) for at in range(1, len(parts)))


def _with_place(mention: Mention, core: str, syntax: Syntax, lexicons: Tables) -> str:
    """The name with a town's before it that tells it from others: "Bergen Police Command"."""
    before = syntax.name_tokens[mention.name][0] - 1
    name = syntax.name_of[before] if before >= mention.first else -1
    if name < 0 or syntax.name_kinds[name] not in ("GPE", "LOC"):
        return core
    text = syntax.name_text(name)
    return core if lexicons.countries.of_word(text) is not None else f"{text} {core}"


def _inner_sort(parts: list[str], words: Words) -> Sort | None:
    """The sort of a name by a word within it: "Ministry of Defence", "Army of Conquest"."""
    if "of" in parts[1:] and parts[-1] in _MEMBERS:
        return words.nouns.get("ngo")
    for binder in ("of", "for", "in", "on"):
        if binder in parts[1:]:
            return words.sort_of_name(parts[: parts.index(binder, 1)])
    return None


_MEMBERS = frozenset(
    {"unions", "workers", "journalists", "teachers", "writers", "lawyers", "doctors", "farmers",
     "employees", "churches", "students", "miners", "nurses", "physicians", "jurists", "editors"}
)  # fmt: skip
"""Last words of the name of a body that they have made: "Congress of Trade | Unions"."""


def untagged(mention: Mention, syntax: Syntax, lexicons: Tables) -> None:
    """A capitalised noun that no name covers: what the lexicons know, else a thing by that name."""
    text = syntax.text(mention.first, mention.last)
    behind = mention.head + 1
    if mention.last > behind and syntax.tokens[behind].text == "of":
        core = syntax.text(mention.head, mention.last)
        if syntax.tokens[mention.last].upos == "PROPN" and not lexicons.words.title_only(
            core.split()
        ):
            mention.core = core
            organisation(mention, syntax, lexicons)
            return
    half_ = half(syntax, mention.head)
    if half_ is not None or lexicons.countries.country(mention.core) is not None:
        place(mention, syntax, lexicons)
    elif mention.core in lexicons.countries.nationals or mention.core in lexicons.countries.peoples:
        people(mention, syntax, lexicons)
    else:
        nominal(mention, syntax, lexicons)
        ending = lexicons.words.endings.get(mention.core.lower())
        if mention.sort is None and ending is not None and mention.definite == "def":
            mention.sort, mention.kind, mention.nature = ending, ending.kind, "group"
        if mention.sort is None and mention.kind is None:
            mention.label = bare(text)
            mention.key = ("thing", fold(text))
            if mention.wanted:
                mention.kind, mention.nature, mention.named = "other", "group", True
