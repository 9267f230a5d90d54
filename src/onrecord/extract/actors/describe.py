"""What a mention says, by itself, of the actor that it means.

Kind, country, sector, number, gender, titles, whether it names anybody, and a key that is equal for
mentions that mean the same whatever stands between them ("Damascus", "the Syrian government").
"""

from __future__ import annotations

from onrecord.extract.actors.countries import Countries, bare
from onrecord.extract.actors.lexicon import Institution, Sort, Words
from onrecord.extract.actors.mentions import Mention, Nature
from onrecord.extract.actors.roles import posts
from onrecord.extract.actors.syntax import Syntax
from onrecord.extract.actors.tables import Tables
from onrecord.extract.actors.tagged import PLACES
from onrecord.extract.actors.text import fold
from onrecord.records import ActorKind

_DEFINITE = {"the": "def", "this": "dem", "that": "dem", "these": "dem", "those": "dem"}
_ACTING = frozenset(
    {"nsubj", "nsubj:pass", "nsubj:outer", "obj", "iobj", "obl:agent", "appos", "vocative"}
)
_ACTING_CASES = frozenset(
    {"against", "by", "with", "between", "on", "upon", "towards", "toward", "among"}
)
# Verbs whose subject a city may be without standing for anybody.
_CITY_VERBS = frozenset(
    {"have", "be", "see", "witness", "host", "lie", "fall", "suffer", "experience", "face",
     "become", "remain", "need", "contain", "hold", "look", "wake", "burn", "include", "get",
     "border"}
)  # fmt: skip
_PARTS = frozenset(
    {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central",
     "north-western", "northwestern", "north-eastern", "northeastern", "southwestern",
     "southeastern", "south-western", "south-eastern", "upper", "lower", "rural", "inner"}
)  # fmt: skip
# Governments that are not a country's.
_LESSER = frozenset(
    {"regional", "local", "provincial", "municipal", "state", "city", "federal state", "district",
     "territorial", "shadow", "student", "interim regional", "autonomous", "foreign", "other"}
)  # fmt: skip
# Plurals that mean one side wherever a report has them: "rebels" are rebels throughout.
_SIDES = frozenset({"rebels", "paramilitary", "troops", "protesters", "opposition", "military"})
_GROUPS = frozenset(
    {"government", "office", "military", "armed_group", "igo", "ngo", "company", "outlet", "other"}
)


def describe(mention: Mention, syntax: Syntax, lexicons: Tables) -> None:
    """Fill in ``mention``. Pronouns are complete as they are found."""
    if mention.form == "pronoun":
        mention.nature = "person" if mention.gender in ("m", "f", "1", "2") else "thing"
        return
    mention.definite = _definiteness(mention, syntax)
    kind = syntax.name_kinds[mention.name] if mention.name >= 0 else None
    if mention.form == "name" and _institution(mention, syntax, lexicons):
        return
    if kind == "PER":
        _person(mention, syntax, lexicons)
    elif kind in ("GPE", "LOC", "FAC"):
        _place(mention, syntax, lexicons)
    elif kind == "NORP":
        _people(mention, syntax, lexicons)
    elif kind == "ORG":
        _organisation(mention, syntax, lexicons)
    elif mention.form == "name" and mention.name < 0:
        _untagged(mention, syntax, lexicons)
    else:
        _nominal(mention, syntax, lexicons)


def _definiteness(mention: Mention, syntax: Syntax) -> str:
    for kid in syntax.kids[mention.head]:
        if kid > mention.head:
            break
        if syntax.deprel[kid] in ("det", "det:predet"):
            return _DEFINITE.get(syntax.tokens[kid].text.lower(), "indef")
        if syntax.deprel[kid] == "nmod:poss":
            return "poss"
        if syntax.deprel[kid] == "nummod":
            return "indef"
    return "bare"


def _institution(mention: Mention, syntax: Syntax, lexicons: Tables) -> bool:
    """Names of the lexicon, unless another country stands before them ("Israel's Central Command").

    A tagged person is one only where the lexicon has an acronym or several words.
    """
    found = _known_name(mention, syntax, lexicons)
    if found is None:
        return False
    tagged = syntax.name_kinds[mention.name] if mention.name >= 0 else None
    if tagged == "PER" and not (mention.core.isupper() or " " in mention.core):
        return False
    before = _modifiers(mention, syntax, before_name=True)
    country = lexicons.countries.within(before)
    if country is not None and found.country not in (None, country):
        return False
    if mention.modifier and found.kind != "outlet" and mention.name < 0:
        return False
    mention.kind, mention.nature, mention.number = found.kind, "group", "s"
    mention.country, mention.sector = found.country, found.sector
    mention.named, mention.label = True, found.name
    mention.key = ("gov", found.country) if found.kind == "government" and found.country else (
        "institution", found.id)  # fmt: skip
    return True


def _known_name(mention: Mention, syntax: Syntax, lexicons: Tables) -> Institution | None:
    """The lexicon's institution of this name, or of it with the capitalised words before it."""
    known = lexicons.words.institution(bare(mention.core).replace(" - ", "-"))
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


def _modifiers(mention: Mention, syntax: Syntax, *, before_name: bool = False) -> list[str]:
    """The words before the head noun (or the name), as written."""
    stop = mention.head
    if before_name and mention.name >= 0:
        stop = syntax.name_tokens[mention.name][0]
    return [syntax.tokens[i].text for i in range(mention.first, stop)]


def _person(mention: Mention, syntax: Syntax, lexicons: Tables) -> None:
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
        mention.gender = mention.gender or _gender(post.key, lexicons.words)
        mention.country = mention.country or post.country
        mention.sector = "ELI" if post.past else post.sector
    if mention.country is None and mention.posts and mention.last > name_last:
        after = [syntax.tokens[i].text for i in range(name_last + 1, mention.last + 1)]
        mention.country = lexicons.countries.within(after)
    mention.label = mention.core


def _lost_apostrophe(mention: Mention, syntax: Syntax) -> bool:
    """Whether "Amins regime" is Amin's: an owner, in a text without a single apostrophe."""
    if not mention.core.endswith("s") or len(mention.core) < 4 or syntax.apostrophes:
        return False
    last = syntax.name_tokens[mention.name][1]
    after = syntax.tokens[last + 1] if last + 1 < len(syntax.tokens) else None
    owner = any(
        syntax.deprel[i] in ("nmod:poss", "compound", "nmod:desc", "amod")
        for i in (mention.head, last)
    )
    return owner and after is not None and after.upos in ("NOUN", "ADJ", "PROPN")


def _stripped(core: str, words: Words) -> tuple[str, int]:
    """A name without the titles that were tagged as part of it, and how many words they are."""
    parts = core.split()
    extra = 0
    while extra < len(parts) - 1:
        for size in range(min(3, len(parts) - extra - 1), 0, -1):
            text = " ".join(parts[extra : extra + size]).lower()
            if text in words.titles or text in words.address:
                break
        else:
            break
        extra += size
    return " ".join(parts[extra:]), extra


def _gender(phrase: str, words: Words) -> str | None:
    return words.gender.get(phrase) or words.gender.get(phrase.split()[-1] if phrase else "")


def _place(mention: Mention, syntax: Syntax, lexicons: Tables) -> None:
    mention.nature, mention.number, mention.label = "place", "s", bare(mention.core)
    country = lexicons.countries.country(mention.core)
    before = _modifiers(mention, syntax, before_name=True)
    if country is not None and before and before[-1].lower() in _PARTS:
        mention.key = ("place", fold(f"{before[-1]} {mention.core}"))
        return
    if country is not None:
        mention.country, mention.key = country, ("gov", country)
        mention.label = lexicons.countries.common.get(country, mention.label)
        acts = not mention.modifier and acting(syntax, mention.head)
        if mention.wanted or acts or _owns(mention, syntax, lexicons):
            mention.kind, mention.sector, mention.named = "government", "GOV", True
        return
    mention.key = ("place", fold(mention.core))
    capital = lexicons.countries.capitals.get(bare(mention.core))
    if capital is not None and (mention.wanted or _speaks(syntax, mention.head)):
        mention.kind, mention.sector, mention.named = "government", "GOV", True
        mention.country, mention.key = capital, ("gov", capital)
        mention.label = lexicons.countries.common.get(capital, mention.label)
    elif mention.wanted:
        mention.kind, mention.sector, mention.named = "government", "GOV", True


def acting(syntax: Syntax, head: int) -> bool:
    """Whether a country in this place of its sentence does something, or has it done to it."""
    relation = syntax.deprel[head]
    if relation == "conj" and syntax.head[head] >= 0:
        return acting(syntax, syntax.head[head])
    if relation in _ACTING:
        return True
    case = syntax.case(head)
    if case in ("to", "from", "for"):
        above = syntax.head[head]
        return relation == "nmod" and above >= 0 and syntax.tokens[above].upos == "NOUN"
    return relation in ("obl", "nmod") and case in _ACTING_CASES


def _speaks(syntax: Syntax, head: int) -> bool:
    """Whether a capital in this place stands for its government rather than for the city."""
    relation, above = syntax.deprel[head], syntax.head[head]
    if relation == "conj" and above >= 0:
        return _speaks(syntax, above)
    if above < 0:
        return False
    if relation == "nsubj" and syntax.tokens[above].upos == "VERB":
        if syntax.tokens[above].lemma in _CITY_VERBS:
            return False
        return bool(syntax.of(above, "ccomp", "xcomp", "obj", "parataxis"))
    return relation in ("nmod", "obl") and syntax.case(head) in ("between", "with", "by")


def _owns(mention: Mention, syntax: Syntax, lexicons: Tables) -> bool:
    """Whether a country is named as the owner of what only a state owns ("Syrian airfields")."""
    above = syntax.head[mention.head]
    if above < 0 or syntax.deprel[mention.head] not in ("amod", "compound", "nmod:poss"):
        return False
    after = syntax.tokens[mention.last + 1].text if mention.last + 1 < len(syntax.tokens) else ""
    return after != "-" and syntax.tokens[above].lemma.lower() in lexicons.words.possessions


def _people(mention: Mention, syntax: Syntax, lexicons: Tables) -> None:
    mention.nature, mention.kind = "group", "people"
    mention.number, mention.label = "p", bare(mention.core)
    word = bare(mention.core)
    mention.country = lexicons.countries.of_word(word)
    mention.key = ("class", fold(word))
    if mention.modifier:
        mention.kind, mention.key = None, None
        if mention.country is not None and _owns(mention, syntax, lexicons):
            mention.kind, mention.sector, mention.named = "government", "GOV", True
            mention.key, mention.modifier = ("gov", mention.country), False


def _organisation(mention: Mention, syntax: Syntax, lexicons: Tables) -> None:
    core = bare(mention.core)
    country = lexicons.countries.country(core)
    if country is not None:
        _place(mention, syntax, lexicons)
        return
    if lexicons.countries.adjectives.get(core) or core in lexicons.countries.peoples:
        _people(mention, syntax, lexicons)
        return
    parts = core.lower().split()
    if parts[-1] in PLACES and len(parts) > 1:
        mention.nature, mention.number = "place", "s"
        mention.label, mention.key = core, ("place", fold(core))
        return
    sort = _inner_sort(parts, lexicons.words) or lexicons.words.sort_of_name(parts)
    mention.sort = sort
    mention.nature, mention.number, mention.named = "group", "s", True
    mention.kind = sort.kind if sort is not None and sort.kind in _GROUPS else "other"
    mention.sector = sort.sector if sort is not None and sort.kind in _GROUPS else None
    mention.country = lexicons.countries.within(core.split()) or lexicons.countries.within(
        _modifiers(mention, syntax, before_name=True)
    )
    if mention.kind == "government" and mention.country is not None:
        mention.key, mention.label = ("gov", mention.country), core
        return
    mention.label = core
    place = syntax.name_tokens[mention.name][0] - 1
    if sort is not None and place >= mention.first:
        adjective = syntax.tokens[place]
        if adjective.upos == "ADJ" and lexicons.countries.of_word(adjective.text) is not None:
            mention.label = f"{adjective.text} {core}"
    inside = lexicons.countries.within(core.split())
    mention.key = ("org", lexicons.plain(core), inside or mention.country or "")


def _inner_sort(parts: list[str], words: Words) -> Sort | None:
    """The sort of a name by a word within it: "Ministry of Defence", "Army of Conquest"."""
    for binder in ("of", "for", "in", "on"):
        if binder in parts[1:]:
            return words.sort_of_name(parts[: parts.index(binder, 1)])
    return None


def _untagged(mention: Mention, syntax: Syntax, lexicons: Tables) -> None:
    """A capitalised noun that no name covers: what the lexicons know, else a thing by that name."""
    text = syntax.text(mention.first, mention.last)
    if lexicons.countries.country(mention.core) is not None:
        _place(mention, syntax, lexicons)
    elif mention.core in lexicons.countries.nationals or mention.core in lexicons.countries.peoples:
        _people(mention, syntax, lexicons)
    else:
        _nominal(mention, syntax, lexicons)
        if mention.sort is None and mention.kind is None:
            mention.label = bare(text)
            mention.key = ("thing", fold(text))
            if mention.wanted:
                mention.kind, mention.nature, mention.named = "other", "group", True


def _nominal(mention: Mention, syntax: Syntax, lexicons: Tables) -> None:
    head = syntax.tokens[mention.head]
    lower = head.text.lower()
    before = [w.lower() for w in _modifiers(mention, syntax)]
    lemma = head.lemma.lower()
    sort = lexicons.words.sort_of([*before, lower], lemma)
    mention.sort = sort
    mention.number = _number(mention, syntax, lexicons.words)
    mention.gender = _gender(lower, lexicons.words) or _gender(lemma, lexicons.words)
    mention.country = _country(mention, syntax, lexicons.countries)
    mention.label = label(mention, syntax, lexicons)
    document = lemma in lexicons.words.documents
    if sort is not None and not document:
        mention.kind, mention.sector = sort.kind, sort.sector
        mention.nature = _nature(sort.kind, mention.number)
        if sort.kind == "people" and mention.number == "s" and sort.name not in ("opposition",):
            mention.kind = _single(lower)
            mention.nature = "person" if mention.kind == "person" else "group"
        _title_nominal(mention, syntax, lexicons)
        _nominal_key(mention, lower, lexicons)
    elif mention.wanted:
        mention.kind = "other"


def _single(word: str) -> ActorKind:
    """One of a people is a person, but a crowd, a family or a community is people still."""
    groups = (
        "crowd", "family", "community", "population", "public", "nation", "tribe", "mob", "gang",
        "cartel", "mafia", "staff", "delegation", "household", "couple", "opposition", "clergy",
        "union", "group",
    )  # fmt: skip
    return "people" if word.split()[-1] in groups else "person"


def _nature(kind: ActorKind, number: str | None) -> Nature:
    if kind == "person" or (kind == "people" and number == "s"):
        return "person"
    return "group"


def _number(mention: Mention, syntax: Syntax, words: Words) -> str:
    token = syntax.tokens[mention.head]
    lower = token.text.lower()
    if lower in words.plural or (token.upos == "NOUN" and token.lemma.lower() != lower):
        return "p"
    for kid in syntax.of(mention.head, "nummod"):
        if syntax.tokens[kid].text.lower() not in ("one", "1"):
            return "p"
    return "s"


def _country(mention: Mention, syntax: Syntax, countries: Countries) -> str | None:
    """The country of a noun phrase: its modifiers', else that of an "of" behind it."""
    found = countries.within(_modifiers(mention, syntax))
    if found is None:
        for kid in syntax.of(mention.head, "nmod"):
            if syntax.case(kid) in ("of", "in", "from") and kid > mention.head:
                found = countries.within(
                    [syntax.tokens[i].text for i in range(syntax.lo[kid], kid + 1)]
                )
                break
    return found


def label(mention: Mention, syntax: Syntax, lexicons: Tables) -> str:
    """The phrase without articles, numbers and quantifiers, and without what follows its head."""
    skip = ("det", "det:predet", "nummod", "punct", "case")
    kept = mention.first
    while kept < mention.head and (
        syntax.deprel[kept] in skip
        or syntax.tokens[kept].text.lower() in _QUANTITIES
        or syntax.tokens[kept].upos in ("NUM", "DET", "PRON")
    ):
        kept += 1
    text = syntax.text(kept, mention.head)
    first = syntax.tokens[kept]
    opens = kept == 0 or syntax.sent[kept - 1] != syntax.sent[kept] or kept == mention.head
    if opens and first.upos in ("NOUN", "ADJ") and not lexicons.proper(first.text):
        return text[:1].lower() + text[1:]
    return text


_QUANTITIES = frozenset(
    {"several", "many", "some", "few", "more", "most", "other", "various", "dozens", "hundreds",
     "thousands", "multiple", "numerous", "at", "least", "than", "over", "about", "around",
     "nearly", "almost", "number", "of", "same", "such", "certain", "another", "fellow", "'s", "’s"}
)  # fmt: skip


def _title_nominal(mention: Mention, syntax: Syntax, lexicons: Tables) -> None:
    """A person meant by an office: "the Russian president" is named by it."""
    if mention.kind != "person":
        return
    found = [
        post
        for post in posts(syntax, mention.first, mention.last, lexicons)
        if post.first <= mention.head <= post.last
    ]
    if not found:
        return
    mention.posts = (found[0],)
    mention.country = mention.country or found[0].country
    mention.sector = found[0].sector or mention.sector
    whose = found[0].organisation or found[0].country
    if found[0].one and whose and not found[0].past and mention.definite != "indef":
        mention.named = True
        mention.key = ("post", found[0].key, fold(whose))


def _nominal_key(mention: Mention, word: str, lexicons: Tables) -> None:
    sort = mention.sort
    if sort is None or mention.key is not None or mention.definite == "indef":
        return
    body = sort.kind in ("office", "military", "igo", "outlet") and sort.one
    if sort.name == "government" and _LESSER & set(mention.label.lower().split()):
        return
    if sort.name == "government" and mention.country is not None and mention.number == "s":
        mention.key, mention.named = ("gov", mention.country), True
    elif word in ("military", "forces", "troops") and mention.country is not None:
        mention.key, mention.named = ("org", "forces", mention.country), True
    elif word.endswith(" forces") and sort.name == "military" and mention.country is not None:
        mention.key, mention.named = ("org", "forces", mention.country), True
    elif body and mention.country is not None:
        mention.key = ("org", lexicons.plain(mention.label), mention.country)
        mention.named = True
    elif mention.number == "p" and sort.name in _SIDES:
        mention.key = ("class", fold(mention.label))
