"""Words of force that are none: "took over the presidency", "a rapporteur on torture"."""

from __future__ import annotations

from itertools import pairwise

from onrecord.extract.events.clauses.aims import Parties
from onrecord.extract.events.clauses.lexicon import listed, people, table
from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.senses.triggers import Trigger

_ON = frozenset({"on", "against", "for"})
_AS = frozenset({"as", "from"})
_UP = frozenset({"in", "into"})
_NOBODY = frozenset({"nobody", "none", "nothing", "one", "survivor", "survivors"})


def mild(text: Text, trigger: Trigger, thing: Phrase | None) -> bool:
    """Whether a verb with its particle does nobody harm: "took over as president"."""
    syntax = text.syntax
    words = [syntax.lemmas[trigger.head], *syntax.words[trigger.head + 1 : trigger.last + 1]]
    if words == ["tolerate"] and (thing is None or not _persons(text, thing)):
        return True
    if words[0] == "leave" and thing is not None and text.phrases.words(thing)[-1] in _NOBODY:
        return True  # "were told to leave | nobody"
    if words[0] == "pull" and (pulled := text.phrases.after(trigger.head)) is not None:
        if syntax.lemmas[pulled.head] in table("senses", "of_things")["pull"]:
            return True  # "pull bodies out of the wreckage"
    if words[0] in ("close", "shut") and thing is not None and _own(text, thing):
        return True
    if words == ["take", "over"] and thing is None and text.after(trigger.last) in _AS:
        return True
    if words == ["take", "over"] and thing is not None and _elected(text, trigger, thing):
        return True
    things = table("senses", "of_things").get(" ".join(words), frozenset())
    if thing is None or len(words) < 2:
        return False
    return syntax.lemmas[thing.head] in things or any(
        f"{one} {other}" in things for one, other in pairwise(text.phrases.words(thing))
    )


def _persons(text: Text, thing: Phrase) -> bool:
    actor = text.actor(thing.first, thing.last)
    return actor is not None or text.syntax.lemmas[thing.head] in people()


def _own(text: Text, thing: Phrase) -> bool:
    """ "will close | its plants": nobody is shut out; of its border others are."""
    if text.phrases.words(thing) == ["all"] and thing.last + 2 < len(text.syntax.tokens):
        thing = text.phrases.of(thing.last + 2) or thing  # "all | its | plants"
    owner = text.phrases.owner(thing)
    if owner is None or text.syntax.upos(owner.head) != "PRON":
        return False
    return text.syntax.lemmas[thing.head] in listed("senses", "premises")


def _elected(text: Text, trigger: Trigger, thing: Phrase) -> bool:
    """ "the party takes over | the legislature": whoever wins a vote; armed men seize it."""
    syntax = text.syntax
    if syntax.lemmas[thing.head] not in listed("senses", "chambers"):
        return False
    subject = syntax.kid(trigger.head, "nsubj")
    phrase = text.phrases.of(subject) if subject is not None else None
    actor = text.actor(phrase.first, phrase.last) if phrase is not None else None
    return actor is not None and actor.kind in ("other", "person")


def in_air(text: Text, trigger: Trigger, parties: Parties) -> bool:
    """ "fired shots | in the air", at nobody: unless by those who drive a crowd away."""
    syntax = text.syntax
    _, high = text.sentence(trigger.head)
    near = syntax.words[trigger.first : min(high, trigger.last + 7)]
    up = any(near[i : i + 2] == ["the", "air"] for i in range(1, len(near)) if near[i - 1] in _UP)
    if not up or any(syntax.word(p.head) != "air" for p in parties.recipients):
        return False
    found = [text.actor(p.first, p.last) for p in parties.actors]
    return not any(a is not None and (a.kind == "military" or a.sector == "COP") for a in found)


def of_nature(text: Text, phrase: Phrase) -> bool:
    """ "the onslaught | of the hurricane": no act of anybody's."""
    if text.syntax.lemmas[phrase.head] not in listed("senses", "ravages"):
        return False
    for case, other in text.following(phrase, 2):
        told = {word.lower() for word in text.phrases.words(other)}
        nature = listed("senses", "disasters") | listed("senses", "natures")
        if case in ("of", "by", "from") and not nature.isdisjoint(told):
            return True
    return False


def at_odds(text: Text, phrase: Phrase) -> bool:
    """ "the plan conflicts | with promises that it made", tagged as a noun: it is at odds."""
    if text.syntax.word(phrase.head) != "conflicts":
        return False
    behind = next(iter(text.following(phrase, 1)), None)
    if behind is None or behind[0] != "with":
        return False
    other = behind[1]
    return not listed("senses", "bound_by").isdisjoint(text.phrases.words(other))


def titled(text: Text, phrase: Phrase) -> bool:
    """ "the rapporteur | on torture", "a committee against torture": what an office is about."""
    syntax = text.syntax
    if text.case(phrase) not in _ON or phrase.owner is not None:
        return False
    if syntax.upos(phrase.first) == "DET":
        return False
    low, _ = text.sentence(phrase.first)
    office = text.phrases.of(phrase.first - 2) if phrase.first - 2 >= low else None
    if office is None or office.last != phrase.first - 2:
        return False
    return syntax.lemmas[office.head].lower() in listed("senses", "offices_on")


def in_return(text: Text, phrase: Phrase) -> bool:
    """ "in retaliation | for the ban", "as a reprisal": why something is done, and no more."""
    syntax = text.syntax
    if syntax.lemmas[phrase.head] not in listed("senses", "returns"):
        return False
    bare = phrase.first == phrase.head and text.case(phrase) in ("in", "as")
    return bare and text.after(phrase.last) in ("for", "to", "against", "over", ",", ".")


def rolled(text: Text, low: int, high: int) -> bool:
    """Whether words of a sentence tell of a crash: "when their vehicle rolled over"."""
    lemmas = text.syntax.lemmas[low:high]
    return any(f"{a} {b}" in listed("senses", "rolling") for a, b in pairwise(lemmas))
