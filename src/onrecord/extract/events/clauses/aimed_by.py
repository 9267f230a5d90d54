"""Whose aim or guilt a deed is: "its failure to stop them", "responsibility for killing nine"."""

from __future__ import annotations

from onrecord.extract.events.clauses.lexicon import listed
from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.events.clauses.text import Text

_CHARGED = frozenset({"accuse", "suspect", "charge", "convict", "indict", "want"})

_ON = frozenset({"on", "upon", "to", "for"})
_BY = frozenset({"by", "of", "from"})
_HAVING = frozenset(
    {"express", "voice", "have", "show", "hold", "pursue", "adopt", "abandon", "announce", "begin",
     "start", "end", "launch", "drop", "harbor", "harbour", "declare", "signal",
     "face", "encounter"}
)  # fmt: skip
_BEARING = frozenset({"bear", "share", "have", "acknowledge", "deny", "reject", "face"})


def whose(text: Text, verb: int, noun: int) -> Phrase | None:
    """Who is to do what the infinitive behind a noun says, where the noun's own words tell it."""
    lemma = text.syntax.lemmas[noun]
    phrase = text.phrases.of(noun)
    if phrase is None:
        return None
    if lemma in listed("roles", "urgings"):
        return _behind(text, phrase, verb, _ON) or _under(text, phrase)
    if lemma not in listed("roles", "own_aims"):
        return None
    others = _behind(text, phrase, verb, frozenset({"for"}))
    if others is not None:
        return others  # "renewed his push | for Norway to leave"
    owner = text.phrases.owner(phrase)
    return owner if owner is not None else _behind(text, phrase, verb, _BY)


def _under(text: Text, phrase: Phrase) -> Phrase | None:
    """ "the two are | under pressure | to quit", "came under pressure to": those who are."""
    syntax, noun = text.syntax, phrase.head
    if text.case(phrase) != "under":
        return None
    top = noun if syntax.has(noun, "cop") else syntax.heads[noun]
    kid = syntax.kid(top, "nsubj") if top >= 0 else None
    return text.phrases.of(kid) if kid is not None and kid < noun else None


def having(text: Text, verb: int, noun: int) -> Phrase | int | None:
    """Who does what a gerund says that a noun is of: the noun's owner, or the verb whose subject
    has it: "the junta's policy | of jailing critics", "expressed hope | at reaching a deal"."""
    syntax = text.syntax
    if syntax.lemmas[noun] not in listed("roles", "held") or not syntax.word(verb).endswith("ing"):
        return None
    if text.before(verb) not in ("of", "in", "at", "about", "for"):
        return None
    phrase = text.phrases.of(noun)
    owner = text.phrases.owner(phrase) if phrase is not None else None
    if owner is not None:
        return owner
    above = syntax.heads[noun]
    had = above >= 0 and syntax.deprel(noun) == "obj" and syntax.lemmas[above] in _HAVING
    return above if had else None


def _behind(text: Text, phrase: Phrase, verb: int, cases: frozenset[str]) -> Phrase | None:
    """The party that a preposition ties to the noun, before the infinitive."""
    for case, other in text.following(phrase, 2):
        if other.first > verb:
            return None
        if case in cases:
            return other
    return None


def guilty(text: Text, verb: int, noun: int) -> int | None:
    """ "acknowledged responsibility | for killing nine": the verb whose subject did it."""
    syntax = text.syntax
    if syntax.lemmas[noun] not in ("responsibility", "blame", "credit", "guilt"):
        return None
    if not syntax.word(verb).endswith("ing") or text.before(verb) not in ("for", "have"):
        return None
    above = syntax.heads[noun]
    if above < 0 or syntax.upos(above) != "VERB" or syntax.deprel(noun) != "obj":
        return None
    owns = syntax.lemmas[above] in listed("roles", "owning") | _BEARING
    return above if owns else None


def moves(text: Text, verb: int, head: int) -> bool:
    """Whether who does what an infinitive says is the object of the verb above: "ordered the troops
    | to fire", "raised birds | to be freed"."""
    syntax = text.syntax
    relation = syntax.deprel(verb)
    if relation == "xcomp" and syntax.lemmas[head] in listed("roles", "make_others"):
        return True
    passive = (
        relation in ("xcomp", "advcl")
        and verb > 2
        and syntax.words[verb - 2 : verb] == ["to", "be"]
    )
    before = text.phrases.of(verb - 3) if passive else None
    return before is not None and head < before.first and syntax.deprel(before.head) == "obj"


def led_by(text: Text, verb: int, by: int) -> bool:
    """ "killed during an operation | by the army": whose operation it was, and not who killed."""
    syntax = text.syntax
    for index in range(verb + 1, by):
        if syntax.word(index) == "during":
            behind = text.phrases.after(index)
            noun = behind.head if behind is not None else by
            return noun < by and syntax.lemmas[noun] in listed("roles", "undertakings")
    return False


def taken_as(text: Text, verb: int, head: int) -> bool:
    """ "arrested two men on Monday, | suspected of the raid": they, and not who arrested them."""
    syntax = text.syntax
    charged = syntax.lemmas[verb] in _CHARGED and syntax.word(verb).endswith("ed")
    taken = syntax.lemmas[head] in listed("roles", "punishing") and not syntax.has(head, "aux:pass")
    return charged and taken and any(head < k < verb for k in syntax.kids(head, "obj", "nsubj"))
