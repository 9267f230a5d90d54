"""What nobody has done: what a wave or unrest hit, what a drought threatens."""

from __future__ import annotations

from onrecord.extract.events.aims import Parties
from onrecord.extract.events.lexicon import listed
from onrecord.extract.events.people import country
from onrecord.extract.events.phrases import Phrase
from onrecord.extract.events.text import Text
from onrecord.extract.events.triggers import Trigger
from onrecord.extract.events.who import Who


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
    if phrase is None or syntax.upos(phrase.head) != "NOUN":
        return False
    actor = text.actor(phrase.first, phrase.last)
    if actor is not None:
        return actor.kind == "other" and not actor.named
    return not who.somebody(phrase)
