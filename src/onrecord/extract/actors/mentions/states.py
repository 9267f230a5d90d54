"""Countries, capitals and peoples: when a place acts, and when it is only where."""

from __future__ import annotations

from onrecord.extract.actors.mentions.mention import Mention
from onrecord.extract.actors.mentions.phrases import modifiers
from onrecord.extract.actors.trees.countries import bare
from onrecord.extract.actors.trees.syntax import Syntax
from onrecord.extract.actors.trees.tables import Tables
from onrecord.extract.actors.trees.tagged import PLACES
from onrecord.extract.actors.trees.text import fold

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


# Verbs whose object is somebody who can be told or made to do something, and no city.
_TOLD = frozenset(
    {"urge", "warn", "accuse", "blame", "tell", "ask", "condemn", "press", "pressure", "threaten",
     "assure", "criticise", "criticize", "denounce", "persuade", "convince", "remind", "notify",
     "inform", "sanction", "punish", "provoke", "deter", "defy", "anger", "reassure", "isolate",
     "invite", "caution", "rebuke", "thank", "implore", "chide", "lobby"}
)  # fmt: skip


DIRECTIONS = frozenset(
    {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central",
     "north-western", "northwestern", "north-eastern", "northeastern", "southwestern",
     "southeastern", "south-western", "south-eastern", "upper", "lower", "rural", "inner"}
)  # fmt: skip


def place(mention: Mention, syntax: Syntax, lexicons: Tables) -> None:
    mention.nature, mention.number, mention.label = "place", "s", bare(mention.core)
    country = lexicons.countries.country(mention.core) or half(syntax, mention.head)
    before = modifiers(mention, syntax, before_name=True)
    if country is not None and before and before[-1].lower() in DIRECTIONS:
        mention.key = ("place", fold(f"{before[-1]} {mention.core}"))
        return
    if country is not None:
        mention.country, mention.key = country, ("gov", country)
        mention.label = lexicons.countries.common.get(country, mention.label)
        acts = not mention.modifier and acting(syntax, mention.head)
        acts = acts and not dateline(mention, syntax)
        acts = acts and not _topic(mention, syntax, lexicons) and not _beside(mention, syntax)
        acts = acts and mention.definite != "indef"  # "a new Norway": there is none yet
        owns = _owns(mention, syntax, lexicons) or _pursues(mention, syntax, lexicons)
        if mention.wanted or acts or owns:
            mention.kind, mention.sector, mention.named = "government", "GOV", True
            mention.modifier = mention.modifier and not owns
        return
    mention.key = ("place", fold(mention.core))
    capital = lexicons.countries.capital(mention.core)
    speaks = _speaks(syntax, mention.head) or _paired(syntax, mention.head, lexicons)
    speaks = speaks and not dateline(mention, syntax)
    if capital is not None and (mention.wanted or speaks):
        mention.kind, mention.sector, mention.named = "government", "GOV", True
        mention.country, mention.key = capital, ("gov", capital)
        mention.label = lexicons.countries.common.get(capital, mention.label)
    elif mention.wanted:
        mention.kind, mention.sector, mention.named = "government", "GOV", True


# Two states of one land that a report calls by where they lie, and the direction of each.
_HALVES = {"North": ("PRK", "KOR"), "South": ("KOR", "PRK")}


def half(syntax: Syntax, token: int) -> str | None:
    """The state that "the North" or "the South" is, in a report that names the other or itself."""
    states = _HALVES.get(syntax.tokens[token].text)
    if states is None or token == 0 or "PRK" not in syntax.countries:
        return None
    after = syntax.tokens[token + 1].text if token + 1 < len(syntax.tokens) else ""
    alone = syntax.tokens[token - 1].text.lower() == "the" and after not in ("Korea", "Korean")
    if not alone or after[:1].isupper() or syntax.case(token) in ("in", "to", "from", "into"):
        return None
    return states[0]


def dateline(mention: Mention, syntax: Syntax) -> bool:
    """Whether a name in capitals opens a sentence that is not: "OSLO (AP) The minister said"."""
    first, after = mention.first, mention.last + 1
    opens = first == 0 or syntax.sent[first - 1] != syntax.sent[first]
    if not opens or not mention.core.isupper() or len(mention.core) < 4:
        return False
    words = [t.text for t in syntax.tokens[after : after + 6] if t.text.isalpha()]
    return any(not word.isupper() for word in words)


def acting(syntax: Syntax, head: int) -> bool:
    """Whether a country in this place of its sentence does something, or has it done to it."""
    head = syntax.first_of(head)
    relation = syntax.deprel[head]
    if relation in _ACTING:
        return True
    case = syntax.case(head)
    if case in ("to", "from", "for"):
        above = syntax.head[head]
        return relation == "nmod" and above >= 0 and syntax.tokens[above].upos == "NOUN"
    return relation in ("obl", "nmod") and case in _ACTING_CASES


def _topic(mention: Mention, syntax: Syntax, lexicons: Tables) -> bool:
    """Whether a country is only what something is about: "a conference on Syria".

    "On" behind a noun has somebody hit or pressed only where the noun says so: "sanctions on".
    """
    head = syntax.first_of(mention.head)
    relation, above = syntax.deprel[head], syntax.head[head]
    if above < 0:
        return False
    lemma = syntax.tokens[above].lemma.lower()
    if relation == "obj":
        return lemma in _ABOUT
    if relation != "nmod" or syntax.case(head) not in ("on", "upon"):
        return False
    return lemma not in lexicons.words.deeds | _UPON


# Verbs whose object is talked of or lies beside, and does nothing.
_ABOUT = frozenset({"discuss", "debate", "border", "adjoin", "abut", "neighbour", "neighbor"})


# Nouns that somebody suffers, or leans on, where "on" follows.
_UPON = frozenset(
    {"attack", "assault", "war", "pressure", "ban", "embargo", "sanctions", "restriction", "curb",
     "tariff", "duty", "crackdown", "clampdown", "siege", "ambush", "bombing", "hit", "move",
     "penalty", "punishment", "measure", "limit", "tax", "hold", "grip", "influence", "dependence",
     "reliance", "demand", "ultimatum", "call", "blame", "onus", "burden", "cyberattack", "hack",
     "spy", "squeeze", "cost", "loss", "defeat", "declaration", "march", "freeze", "boycott"}
)  # fmt: skip


def _beside(mention: Mention, syntax: Syntax) -> bool:
    """Whether a country only says where the town before it is: "in Bergen, Norway"."""
    above = syntax.head[mention.head]
    if syntax.deprel[mention.head] != "appos" or above < 0 or above > mention.head:
        return False
    comma = mention.first > 0 and syntax.tokens[mention.first - 1].text == ","
    name = syntax.name_of[above]
    town = name >= 0 and syntax.name_kinds[name] in ("GPE", "LOC", "FAC")
    return comma and (town or syntax.tokens[above].text.lower() in PLACES)


def _speaks(syntax: Syntax, head: int) -> bool:
    """Whether a capital in this place stands for its government rather than for the city."""
    head = syntax.first_of(head)
    relation, above = syntax.deprel[head], syntax.head[head]
    if above < 0:
        return False
    if relation == "nsubj" and syntax.tokens[above].upos == "VERB":
        if syntax.tokens[above].lemma in _CITY_VERBS:
            return False
        return bool(syntax.of(above, "ccomp", "xcomp", "obj", "parataxis"))
    if relation in ("obj", "iobj", "nsubj:pass") and syntax.tokens[above].lemma in _TOLD:
        return True
    if relation == "iobj" and syntax.tokens[above].lemma in ("give", "grant", "offer", "deny"):
        return bool(syntax.of(above, "obj", "advcl"))  # "gave Athens 48 hours to leave"
    if relation == "obl" and syntax.case(head) == "on" and syntax.tokens[above].lemma == "call":
        return True
    return relation in ("nmod", "obl") and syntax.case(head) in ("between", "with", "by")


def _paired(syntax: Syntax, head: int, lexicons: Tables) -> bool:
    """Whether two capitals are named together, and not for where they are: "put Oslo and Paris at
    odds"."""
    first = syntax.head[head] if syntax.deprel[head] == "conj" else head
    if first < 0 or syntax.case(first) in _WHERE:
        return False
    both = [first, *syntax.of(first, "conj")]
    states = [lexicons.countries.capital(syntax.tokens[token].text) for token in both]
    return len(both) == 2 and None not in states and states[0] != states[1]


_WHERE = frozenset(
    {"in", "at", "to", "from", "near", "for", "of", "outside", "into", "via", "through", "around"}
)


def _owns(mention: Mention, syntax: Syntax, lexicons: Tables) -> bool:
    """Whether a country is named as the owner of what only a state owns or does.

    "Syrian airfields", "Russian air strikes".
    """
    above = syntax.head[mention.head]
    if above < 0 or syntax.deprel[mention.head] not in ("amod", "compound", "nmod:poss"):
        return False
    if syntax.tokens[above].lemma == "strike" and not _of_arms(syntax, above):
        return False
    own = lexicons.words.possessions | lexicons.words.deeds
    while syntax.tokens[above].lemma.lower() not in own and syntax.deprel[above] == "compound":
        above = syntax.head[above]  # "a Danish coast guard | cutter"
    after = [token.text for token in syntax.tokens[mention.last + 1 : mention.last + 3]]
    lemma = syntax.tokens[above].lemma
    if after[:1] == ["-"]:
        return after[1:] == ["led"] and lemma.lower() in lexicons.words.deeds | _LED
    if lemma.lower() == "attack" and _ARMS & {syntax.tokens[k].lemma for k in
                                              syntax.of(above, "compound")}:  # fmt: skip
        return True  # "U.S. missile attacks"; "the Syria attack" only says where
    if lemma.lower() == "attack" and _on_others(syntax, above):
        return True
    return lemma.lower() in own


def _on_others(syntax: Syntax, attack: int) -> bool:
    """ "a Danish attack | on its port": whose it is, as it is told whom it is on."""
    after = [token.text for token in syntax.tokens[attack + 1 : attack + 2]]
    single = syntax.tokens[attack].text == syntax.tokens[attack].lemma
    return single and after in (["on"], ["against"])


_LED = frozenset({"campaign", "operation", "war", "attack", "bombing", "assault"})
"""What a state leads, where no alliance is named for it."""


def _pursues(mention: Mention, syntax: Syntax, lexicons: Tables) -> bool:
    """Whether a country's name stands before what its government does: "reiterates UK support"."""
    above = syntax.head[mention.head]
    if above < 0 or syntax.deprel[mention.head] not in ("amod", "compound", "nmod:poss"):
        return False
    return syntax.tokens[above].lemma.lower() in lexicons.words.policies


def _of_arms(syntax: Syntax, strike: int) -> bool:
    """Whether a strike is one of arms: "drone strike", not "rail strike"."""
    kinds = [syntax.tokens[k].lemma for k in syntax.of(strike, "compound")]
    return not kinds or bool(_ARMS & set(kinds))


_ARMS = frozenset(
    {"air", "drone", "missile", "rocket", "artillery", "cruise", "bomb", "jet", "nuclear", "night",
     "army", "navy", "force", "retaliation", "tank", "commando"}
)  # fmt: skip


def _one_of_them(mention: Mention, syntax: Syntax) -> bool:
    """ "a Turk and | a Bosnian | were held", "the Iraqi was shot": one person, no adjective."""
    head = mention.head
    before = syntax.tokens[head - 1].text.lower() if head else ""
    single = before == "the" and syntax.tokens[head].text.endswith(("an", "i"))
    if before not in ("a", "an", "one", "another") and not single:
        return False
    after = syntax.tokens[head + 1] if head + 1 < len(syntax.tokens) else None
    alone = after is None or (after.upos not in ("NOUN", "PROPN", "ADJ") and after.text not in "-–")
    return alone and syntax.deprel[head] not in ("amod", "compound")


def people(mention: Mention, syntax: Syntax, lexicons: Tables) -> None:
    mention.nature, mention.kind = "group", "people"
    mention.number, mention.label = "p", bare(mention.core)
    word = bare(mention.core)
    mention.country = lexicons.countries.of_word(word)
    mention.key = ("class", fold(word))
    token = syntax.tokens[mention.head]
    plural = word in lexicons.countries.nationals and word not in lexicons.countries.adjectives
    plural = plural or _one_of_them(mention, syntax)
    if not mention.modifier and token.upos == "ADJ" and not mention.wanted and not plural:
        mention.kind, mention.key = None, None
    if mention.modifier:
        mention.kind, mention.key = None, None
        pursues = word in lexicons.countries.names and _pursues(mention, syntax, lexicons)
        if mention.country is not None and (pursues or _owns(mention, syntax, lexicons)):
            mention.kind, mention.sector, mention.named = "government", "GOV", True
            mention.key, mention.modifier = ("gov", mention.country), False
