"""Whom an act befell where its own words name less than that: a part of the body, a number."""

from __future__ import annotations

from onrecord.extract.events.clauses.aims import Parties
from onrecord.extract.events.clauses.clause import Clauses
from onrecord.extract.events.clauses.lexicon import listed
from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.events.clauses.text import Text


def of_body(text: Text, thing: Phrase) -> Phrase | None:
    """ "cut off | his | ear", "the hands | of two farmers": whose it was."""
    if text.syntax.lemmas[thing.head] not in listed("roles", "body_parts"):
        return None
    behind = [other for case, other in text.following(thing, 1) if case == "of"]
    return text.phrases.owner(thing) or next(iter(behind), None)


def more_of_them(text: Text, clauses: Clauses, verb: int) -> Phrase | None:
    """ "six rebels were killed and | 15 | arrested": rebels, too."""
    syntax = text.syntax
    number = syntax.kid(verb, "nsubj:pass", "nsubj")
    above = syntax.heads[verb]
    if number is None or syntax.upos(number) != "NUM" or number != verb - 1:
        return None
    if syntax.deprel(verb) != "conj" or not clauses.passive(above):
        return None
    return clauses.subject(above)


def paper(text: Text, phrase: Phrase, parties: Parties) -> bool:
    """ "signed | the plan, which calls for …": a thing that speaks, but signs nothing."""
    actor = text.actor(phrase.first, phrase.last)
    own = parties.thing is not None and phrase.head == parties.thing.head
    return own and actor is not None and actor.kind == "other"


def yet_to_claim(text: Text, verb: int) -> bool:
    """ "has yet to | claim | the raid": whose it was is open."""
    return text.syntax.lemmas[verb] == "claim" and text.syntax.words[verb - 2 : verb] == [
        "yet",
        "to",
    ]
