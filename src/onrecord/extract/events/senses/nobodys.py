"""What nobody has done: what a wave or unrest hit, what a drought threatens."""

from __future__ import annotations

from onrecord.extract.events.clauses.aims import Parties
from onrecord.extract.events.clauses.clause import Clauses
from onrecord.extract.events.clauses.lexicon import listed, people
from onrecord.extract.events.clauses.people import country
from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.clauses.who import Who
from onrecord.extract.events.senses.triggers import Trigger


def of_nobody(text: Text, phrase: Phrase) -> bool:
    """ "No group has said that | it | carried out the attack": nobody is said to have."""
    syntax = text.syntax
    actor = text.actor(phrase.first, phrase.last)
    if actor is None or syntax.upos(phrase.head) != "PRON":
        return False
    low, _ = text.sentence(phrase.head)
    for mention in actor.mentions:
        inside = syntax.within(mention.start, mention.end)
        if inside and low <= inside[0] < phrase.first:
            first = text.phrases.of(inside[-1])
            opening = syntax.word(first.first) if first is not None else ""
            return opening in ("no", "neither", "none", "nobody")
    return False


def suspected(text: Text, verb: int) -> bool:
    """ "on suspicion of helping to | plan | the attack": somebody is held to have had a part."""
    return _charge(text, verb) != ""


def _charge(text: Text, verb: int) -> str:
    """The word by which somebody is held to have planned it, or ""."""
    syntax = text.syntax
    if syntax.lemmas[verb] not in listed("status", "masterminding"):
        return ""
    while text.before(verb) == "to" and syntax.lemmas[verb - 2] == "help":
        verb -= 2
    low, _ = text.sentence(verb)
    if verb - 2 < low or not syntax.word(verb).endswith("ing"):
        return ""
    charges = listed("status", f"charged_{syntax.word(verb - 1)}")
    told = syntax.word(verb - 1) in ("of", "for", "with") and syntax.word(verb - 2) in charges
    return syntax.word(verb - 2) if told else ""


def plotters(text: Text, trigger: Trigger) -> bool:
    """Whether who is named for its doer is only suspected of having planned it."""
    verb = text.syntax.heads[trigger.noun] if trigger.noun is not None else -1
    return trigger.verb is None and verb >= 0 and _charge(text, verb).startswith("suspic")


def befallen(text: Text, verb: int) -> bool:
    """ "was hit by the unrest", "by a wave of strikes": by nobody."""
    syntax = text.syntax
    agents = syntax.kids(verb, "obl:agent")
    if any(syntax.lemmas[k] in ("wave", "spate", "lack") for k in agents):
        return True
    found = [text.phrases.of(k) for k in agents if syntax.lemmas[k] in listed("senses", "nobody")]
    return any(phrase is None or not shots(text, phrase) for phrase in found)


def shots(text: Text, phrase: Phrase) -> bool:
    """ "army fire", "mortar fire": of guns, and none that burns."""
    lemmas = text.syntax.lemmas
    if phrase.first == phrase.head or text.syntax.word(phrase.head) != "fire":
        return False
    named = text.actor(phrase.first, phrase.head - 1) is not None
    named = named or country(text, phrase) is not None  # "Israeli fire"
    return named or lemmas[phrase.head - 1] in listed("senses", "gunnery")


def at_stake(text: Text, who: Who, trigger: Trigger, parties: Parties) -> bool:
    """ "fresh fighting threatens the truce": nobody has threatened anybody."""
    syntax = text.syntax
    subject = syntax.kid(trigger.head, "nsubj")
    phrase = parties.actors[0] if parties.actors else None
    if phrase is None and subject is not None:
        phrase = text.phrases.of(subject)
    thing = parties.thing
    risked = thing is not None and syntax.lemmas[thing.head] in listed("status", "endangered")
    if phrase is None or syntax.upos(phrase.head) != "NOUN":
        return risked and phrase is None
    if risked:
        who_acts = people() | listed("triggers", "doers")
        return syntax.lemmas[phrase.head] not in who_acts  # "Danish plans could threaten peace"
    actor = text.actor(phrase.first, phrase.last)
    if actor is not None:
        return actor.kind == "other" and not actor.named
    return not who.somebody(phrase)


def by_chance(text: Text, clauses: Clauses, trigger: Trigger, parties: Parties) -> bool:
    """Whether what does it is no one who could: a storm, a gas explosion."""
    if parties.actors:
        return _idle(text, parties.actors[0])
    if trigger.verb is None or clauses.passive(trigger.verb):
        return False
    subject = clauses.subject(trigger.verb)
    bursts = subject is not None and (
        text.syntax.lemmas[subject.head] in listed("senses", "bursting")
    )
    return subject is not None and bursts and _idle(text, subject)


def _idle(text: Text, phrase: Phrase) -> bool:
    """Whether the subject is no one who could act: weather, markets, a disease."""
    syntax = text.syntax
    if syntax.lemmas[phrase.head] in listed("senses", "nobody"):
        return not shots(text, phrase)
    if syntax.lemmas[phrase.head] in listed("senses", "bursting"):
        before = {syntax.lemmas[i] for i in range(phrase.first, phrase.head)}
        return bool(before & listed("senses", "bursting_of"))  # "a gas explosion killed two"
    named = {syntax.word(i) for i in range(phrase.first, phrase.last + 1)}
    return bool(named & listed("senses", "disasters"))  # "Cyclone Ada"
