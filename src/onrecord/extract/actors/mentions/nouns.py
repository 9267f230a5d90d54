"""What a noun phrase says of whom it means: sort, number, country, title, key."""

from __future__ import annotations

from onrecord.extract.actors.mentions.mention import Mention, Nature
from onrecord.extract.actors.mentions.phrases import gender_of, modifiers
from onrecord.extract.actors.mentions.roles import posts
from onrecord.extract.actors.mentions.states import acting, half
from onrecord.extract.actors.trees.countries import Countries
from onrecord.extract.actors.trees.lexicon import Sort, Words
from onrecord.extract.actors.trees.syntax import Syntax
from onrecord.extract.actors.trees.tables import Tables
from onrecord.extract.actors.trees.text import fold
from onrecord.records import ActorKind

# Governments that are not a country's.
_LESSER = frozenset(
    {"regional", "local", "provincial", "municipal", "state", "city", "federal state", "district",
     "territorial", "shadow", "student", "interim regional", "autonomous", "foreign", "other"}
)  # fmt: skip


_FORCES = frozenset({"military", "forces", "troops"})


# Plurals that mean one side wherever a report has them: "rebels" are rebels throughout.
_SIDES = frozenset({"rebels", "paramilitary", "troops", "protesters", "opposition", "military"})


_ORDER = frozenset({"first", "second", "third", "fourth", "fifth", "latter", "former", "last"})
_EITHER = frozenset({"side", "party"})
_GRAMMAR = frozenset({"first", "second", "third"})
_QUANTITIES = frozenset(
    {"several", "many", "some", "few", "more", "most", "other", "various", "dozens", "hundreds",
     "thousands", "multiple", "numerous", "at", "least", "than", "over", "about", "around",
     "nearly", "almost", "number", "of", "same", "such", "certain", "another", "fellow", "'s", "’s",
     "unnamed", "unidentified", "anonymous", "so-called"}
)  # fmt: skip


def nominal(mention: Mention, syntax: Syntax, lexicons: Tables) -> None:
    head = syntax.tokens[mention.head]
    lower = head.text.lower()
    before = [w.lower() for w in modifiers(mention, syntax)]
    lemma = head.lemma.lower()
    sort = lexicons.words.sort_of([*before, lower], lemma)
    of = [t.text for t in syntax.tokens[mention.head + 1 : mention.head + 2]] == ["of"]
    heads = lower == "heads" and (not of or syntax.case(mention.head) == "over")
    if (lower in ("source", "sources") and of) or heads or _given(mention, before, syntax):
        sort = None  # a source of income, over their heads, air defences that were supplied
    mention.number = mention.doing or _number(mention, syntax, lexicons.words)
    mention.gender = gender_of(lower, lexicons.words) or gender_of(lemma, lexicons.words)
    abroad = sort is not None and sort.kind in ("military", "armed_group")
    mention.country = _country(mention, syntax, lexicons.countries, abroad=abroad)
    mention.label = label(mention, syntax, lexicons)
    if mention.doing == "p" and not mention.label.endswith("s"):
        mention.label += "s"  # "rebel fire"
    _plain_number(mention, syntax)
    if lower == "head" and not of and not mention.wanted and len(before) < 2:
        if syntax.deprel[mention.head] not in ("nsubj", "appos", "obl:agent"):
            sort = None  # hit in the head
    if lower == "person" and before[-1:] and before[-1] in _GRAMMAR:
        sort = None if syntax.case(mention.head) == "in" else sort  # told in the first person
    if lower == "paper" and mention.wanted and mention.definite == "def":
        sort = lexicons.words.nouns.get("newspaper")  # that says something
    if lower == "state" and sort is None and _of_country(mention, syntax, lexicons):
        sort = lexicons.words.nouns.get("government")
    epithet = lexicons.countries.epithets.get(mention.label.lower())
    if epithet is not None and mention.definite == "def":
        mention.country, sort = epithet, lexicons.words.nouns.get("government")
    mention.sort = sort
    mention.acts = mention.doing is not None or acting(syntax, mention.head)
    if sort is not None and lower in lexicons.words.loose and not _body(mention, syntax):
        sort = mention.sort = None  # "a foundation for talks"
    _classed(mention, before, syntax, lexicons)


def _classed(mention: Mention, before: list[str], syntax: Syntax, lexicons: Tables) -> None:
    """Give a mention the kind that its sort, its office or its standing alone makes it."""
    head, sort = syntax.tokens[mention.head], mention.sort
    lower = head.text.lower()
    document = head.lemma.lower() in lexicons.words.documents
    if sort is not None and not document:
        mention.kind, mention.sector = sort.kind, sort.sector
        mention.nature = _nature(sort.kind, mention.number)
        if (mention.number == "s" and sort.name in _PERSONS) or sort.kind == "people":
            mention.kind = _single(sort, lower) if mention.number == "s" else sort.kind
            mention.nature = "person" if mention.kind == "person" else "group"
        epithet = lexicons.countries.epithets.get(mention.label.lower())
        _title_nominal(mention, syntax, lexicons)
        if sort.name != "government" or not _of_region(mention, syntax, lexicons):
            _nominal_key(mention, syntax, lower, lexicons)
        if epithet is not None and mention.country == epithet:
            mention.key, mention.named, mention.sort = ("gov", epithet), True, None
    elif not document and _office(mention, lower, lexicons):
        mention.kind, mention.nature = "person", "person"
        _title_nominal(mention, syntax, lexicons)
    elif mention.wanted and not document:
        _somebody(mention, head.upos, lower)
        if before[-1:] == ["no"] and lower == "one":
            mention.label = "nobody"
    elif mention.wanted:
        mention.kind = "other"


def _given(mention: Mention, before: list[str], syntax: Syntax) -> bool:
    """ "supplied | air defences": guns and missiles, and not those who man them."""
    verb = syntax.head[mention.head]
    arms = before[-1:] == ["air"] and syntax.tokens[mention.head].lemma.lower().startswith("defen")
    given = verb >= 0 and syntax.tokens[verb].lemma in _GIVING
    return arms and given and syntax.deprel[mention.head] in ("obj", "nsubj:pass")


_GIVING = frozenset(
    {"supply", "send", "deliver", "provide", "give", "sell", "buy", "need", "get", "receive",
     "promise", "request", "want", "obtain", "acquire", "offer", "donate", "transfer", "ship"}
)  # fmt: skip


_REGIONS = {
    "region": "regional", "province": "provincial", "territory": "territorial",
    "district": "district", "enclave": "enclave", "canton": "cantonal", "prefecture": "prefectural",
}  # fmt: skip
"""Parts of a country that have a government of their own, and what it is called."""


def _of_region(mention: Mention, syntax: Syntax, lexicons: Tables) -> bool:
    """ "The government in Spain's Basque region": a body of its own, and not its country's."""
    found = _region(mention, syntax)
    if found is not None:
        mention.label = f"{found[0]} {found[1]} government".strip()
    elif not _LESSER & set(mention.label.lower().split()[:-1]):
        return False
    mention.country = None
    words = [word for word in mention.label.split() if word[:1].isupper()]
    if any(lexicons.countries.of_word(word) is None for word in words):
        mention.key, mention.named = ("org", lexicons.plain(mention.label), ""), True
    return True


def _region(mention: Mention, syntax: Syntax) -> tuple[str, str] | None:
    """ "Basque", "regional": whose a lesser government is, by the words behind it."""
    for kid in syntax.of(mention.head, "nmod"):
        kind = _REGIONS.get(syntax.tokens[kid].lemma.lower())
        if kid < mention.head or kind is None or syntax.case(kid) not in ("in", "of"):
            continue
        first = kid
        while first - 1 > mention.head and syntax.tokens[first - 1].text[:1].isupper():
            first -= 1
        return (syntax.text(first, kid - 1) if first < kid else ""), kind
    return None


def _of_country(mention: Mention, syntax: Syntax, lexicons: Tables) -> bool:
    """Whether "the Norwegian state" is Norway, and no part of it: "the Indian state of Kerala"."""
    if mention.definite != "def" or mention.number != "s" or mention.head == 0:
        return False
    before = syntax.tokens[mention.head - 1].text
    behind = syntax.tokens[mention.head + 1 : mention.head + 2]
    if before not in lexicons.countries.adjectives or (behind and behind[0].text == "of"):
        return False
    named = bool(behind) and behind[0].upos == "PROPN"
    return not named and syntax.case(mention.head) not in ("in", "across", "inside", "within")


def _body(mention: Mention, syntax: Syntax) -> bool:
    """Whether a noun that means bodies and other things is a body here: it acts, or is named."""
    if mention.wanted:
        return True
    behind = syntax.tokens[mention.head + 1 : mention.head + 2]
    if mention.definite in ("def", "dem", "poss"):
        return not behind or behind[0].text not in ("to", "over")
    relation = syntax.deprel[mention.head]
    named = any(syntax.name_of[i] >= 0 for i in range(mention.first, mention.head))
    return named or relation in ("nsubj", "nsubj:pass", "obl:agent")


def _office(mention: Mention, word: str, lexicons: Tables) -> bool:
    """Whether an office's title stands alone: "its chair", "the speaker"."""
    title = lexicons.words.titles.get(word)
    return title is not None and title.one and mention.definite in ("def", "poss")


def _somebody(mention: Mention, upos: str, word: str) -> None:
    """A source that no lexicon knows: "brokers" and "one of them" are people, "data" is not."""
    if upos not in ("NOUN", "PROPN") or word in ("one", "ones"):
        single = word in ("one", "another", "anyone", "someone", "everyone", "nobody", "none")
        mention.kind = "person" if single else "people"
        mention.nature, mention.number = ("person", "s") if single else ("group", "p")
        mention.label = "" if word not in ("nobody", "none", "nothing") else word
        return
    stem = word.removesuffix("s")
    if word in _BUILDINGS:
        mention.kind, mention.nature = "office", "group"
        return  # "his headquarters said": those in it, and no man
    if upos == "NOUN" and stem.endswith(_DOERS) and len(stem) > 5:
        single = mention.number == "s"
        mention.kind, mention.nature = ("person", "person") if single else ("people", "group")
    else:
        mention.kind = "other"


_BUILDINGS = frozenset(
    {"headquarters", "hq", "quarters", "barracks", "centre", "center", "chamber", "tower"}
)
_DOERS = ("er", "or", "ist", "ian", "eer", "ee", "man", "woman")


def _single(sort: Sort, word: str) -> ActorKind:
    """One of a people is a person, but a crowd, a family or a community is people still."""
    return sort.kind if word in COLLECTIVES else "person"


# Sorts whose singular is one man or woman: "a rebel", "a soldier".
_PERSONS = frozenset({"troops", "rebels", "paramilitary", "gunmen", "criminals"})
COLLECTIVES = frozenset(
    {"crowd", "family", "community", "population", "public", "nation", "tribe", "mob", "gang",
     "cartel", "mafia", "staff", "delegation", "household", "couple", "opposition", "clergy",
     "union", "group", "faction", "movement", "alliance", "organisation", "organization",
     "insurgency", "militia", "committee", "force", "warplane", "jet", "warship", "gunship",
     "audience", "crew", "folk", "workforce", "faculty", "humankind", "mankind", "townspeople",
     "townsfolk", "elderly", "wounded", "coalition"}
)  # fmt: skip


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


def _country(mention: Mention, syntax: Syntax, countries: Countries, *, abroad: bool) -> str | None:
    """The country of a noun phrase: its modifiers', else that of an "of" behind it.

    "In" a country is of it too, but for those who may be ``abroad``: troops in Norway.
    """
    cases = ("of",) if abroad else ("of", "in", "from")
    inside = modifiers(mention, syntax)
    if mention.core in _RELATED:  # "Syria's southern neighbour" is none of Syria's own
        inside = [word for word in inside if word in countries.adjectives]
    found = countries.within(inside)
    if found is None:
        halves = (half(syntax, i) for i in range(max(0, mention.first - 2), mention.head))
        found = next((one for one in halves if one is not None), None)
    if found is None:
        for kid in syntax.of(mention.head, "nmod"):
            if syntax.case(kid) in cases and kid > mention.head:
                found = countries.within(
                    [syntax.tokens[i].text for i in range(syntax.phrase(kid)[0], kid + 1)]
                )
                others = [countries.within([syntax.tokens[i].text]) for i in syntax.of(kid, "conj")]
                if found is not None and any(one not in (None, found) for one in others):
                    return None  # "officials in Norway and Poland": of neither alone
                break
    after = mention.head + 1
    if found is None and after < len(syntax.tokens) and syntax.tokens[after].text == "of":
        # "the administration of U.S. President Lund said": whatever the tree hangs on "said"
        behind = [t.text for t in syntax.tokens[after + 1 : after + 4]]
        titled = any(word in ("President", "Prime", "King", "Chancellor") for word in behind)
        found = countries.within(behind[:2]) if titled else None
    return found


_RELATED = frozenset(
    {"neighbor", "neighbour", "ally", "rival", "enemy", "foe", "partner", "backer"}
)


def label(mention: Mention, syntax: Syntax, lexicons: Tables) -> str:
    """The phrase without articles, numbers and quantifiers, and without what follows its head."""
    skip = ("det", "det:predet", "nummod", "punct", "case")
    kept = mention.first
    while (
        kept < mention.head
        and not _hyphened(kept, syntax)
        and (
            (syntax.deprel[kept] in skip and not _within(kept, mention, syntax))
            or syntax.tokens[kept].text.lower() in _QUANTITIES | _ORDER | {"and"}  # "… and fifty"
            or syntax.tokens[kept].upos in ("NUM", "DET", "PRON")
        )
    ):
        kept += 1
    if syntax.tokens[kept].upos == "NUM" and kept + 3 <= mention.head:
        kept += 3  # "a 20-member team"
        if syntax.tokens[kept].text in ("-", "–") and kept + 2 <= mention.head:
            kept += 2  # "a 5-year-old child"
    if mention.core in _EITHER and syntax.tokens[mention.head - 1].text.lower() == "both":
        return syntax.text(mention.head - 1, mention.head).lower()  # whoever they are: the two
    inner = [i for i in range(kept, mention.head) if syntax.tokens[i].upos == "DET"]
    kept = inner[-1] + 1 if inner else kept
    text = syntax.text(kept, mention.head)
    first = syntax.tokens[kept]
    opens = kept == 0 or syntax.sent[kept - 1] != syntax.sent[kept] or kept == mention.head
    named = syntax.name_of[kept] >= 0 or lexicons.proper(first.text)
    named = named or (kept < mention.head and syntax.tokens[kept + 1].text in ("-", "–"))
    titled = kept < mention.head and syntax.tokens[kept + 1].text.istitle()  # "Prime Minister"
    if opens and first.upos in ("NOUN", "ADJ") and not named and not titled:
        return text[:1].lower() + text[1:]
    return text


def _within(index: int, mention: Mention, syntax: Syntax) -> bool:
    """Whether a preposition is part of what stands before the head: "an | off duty officer"."""
    return syntax.deprel[index] == "case" and mention.first < index < syntax.head[index]


def _plain_number(mention: Mention, syntax: Syntax) -> None:
    """ "12 others" are other people; "one Norwegian and one Polish soldier" are two."""
    if mention.label.lower() == "others":
        mention.label = "other people"
    one = ("one", "a", "an")
    inside = range(mention.first + 1, mention.head - 1)
    each = [i for i in inside if syntax.tokens[i].upos == "CCONJ"
            and syntax.tokens[i + 1].text.lower() in one]  # fmt: skip
    if not each or syntax.tokens[mention.first].text.lower() not in one:
        return
    words = [syntax.tokens[i].text for i in range(mention.first + 1, mention.head)]
    words = [word for word in words if word.lower() not in one]
    noun = syntax.tokens[mention.head].text
    plural = noun[:-3] + "men" if noun.endswith("man") else noun + "s"
    mention.label, mention.number, mention.country = " ".join([*words, plural]), "p", None


def _hyphened(index: int, syntax: Syntax) -> bool:
    """Whether a hyphen ties the word to the next: "first-time"."""
    after = syntax.tokens[index + 1 : index + 2]
    return (
        bool(after) and after[0].text in ("-", "–") and after[0].start == syntax.tokens[index].end
    )


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
    elif found[0].one and not found[0].past and mention.definite == "def":
        # "the prime minister", "the interior minister": of a country there is one
        title = found[0].title.split()
        told = found[0].lead or (len(title) > 1 and "of" not in title)
        mention.named = told and mention.number == "s"


_SOLE = frozenset({"government", "ministry", "police", "military", "legislature"})
"""Sorts of body of which a country has one, so that "the" tells which."""


def _capitals(mention: Mention, syntax: Syntax) -> bool:
    """Whether a phrase is written as a name: every word with a capital, one before the last."""
    inside = [syntax.tokens[i] for i in range(mention.first, mention.head + 1)]
    words = [t for t in inside if t.upos not in ("DET", "PUNCT", "ADP", "PART")]
    return len(words) > 1 and all(t.text[:1].isupper() for t in words)


def _nominal_key(mention: Mention, syntax: Syntax, word: str, lexicons: Tables) -> None:
    sort = mention.sort
    if sort is None or mention.key is not None or mention.definite == "indef":
        return
    body = sort.kind in ("office", "military", "igo", "outlet") and sort.one
    if sort.name == "government" and _LESSER & set(mention.label.lower().split()):
        return
    if sort.name == "government" and mention.country is not None and mention.number == "s":
        mention.key, mention.named = ("gov", mention.country), True
    elif sort.kind == "military" and word in _FORCES and mention.country is not None:
        mention.key, mention.named = ("org", "forces", mention.country), True
    elif body and mention.country is not None:
        mention.key = ("org", lexicons.plain(mention.label), mention.country)
        mention.named = True
    elif body and mention.head > mention.first and _capitals(mention, syntax):
        mention.named = True  # "South Harbour Police": a name that was tagged as none
    elif sort.name in _SOLE and mention.definite == "def" and mention.number == "s":
        mention.named = True  # "the interior ministry": of a country there is one
    elif sort.name == "coalition" and ("-led" in mention.label or "international" in mention.label):
        mention.named = True
    elif mention.number == "p" and sort.name in _SIDES:
        mention.key = ("class", fold(mention.label))
