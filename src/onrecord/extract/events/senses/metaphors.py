"""Words of force for what is won, taken or silenced without any: "she beat him" in a vote."""

from __future__ import annotations

from onrecord.extract.events.clauses.aims import Parties
from onrecord.extract.events.clauses.lexicon import listed
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.senses.triggers import Trigger
from onrecord.records import Actor

_POINTING = frozenset({"it", "this", "that", "what", "which"})
_WINNING = frozenset({"beat", "defeat", "thrash", "trounce", "rout", "crush"})
_BODILY = frozenset(
    {"up", "custody", "detention", "cell", "prison", "jail", "stick", "club", "baton", "truncheon",
     "death", "unconscious", "severely", "badly", "fist", "rifle", "butt", "bruise", "bruised",
     "injure", "injury", "wound", "blood", "hospital", "torture", "head", "face"}
)  # fmt: skip


def figure_of_speech(text: Text, trigger: Trigger, parties: Parties) -> bool:
    """Whether a word of force names no deed of force here."""
    if trigger.verb is None:
        return trigger.noun is not None and _likened(text, trigger.noun)
    return _no_body(text, trigger, parties) or _outvoted(text, trigger, parties)


def _likened(text: Text, noun: int) -> bool:
    """ "This election | is a robbery", "it was theft": what somebody calls what was done."""
    syntax = text.syntax
    if syntax.lemmas[noun] not in listed("senses", "likened") or not syntax.has(noun, "cop"):
        return False
    subject = syntax.kid(noun, "nsubj", "nsubj:outer")
    if subject is None:
        return False
    said = listed("senses", "contests") | listed("senses", "counted_out") | _POINTING
    return syntax.lemmas[subject] in said


def _no_body(text: Text, trigger: Trigger, parties: Parties) -> bool:
    """ "to behead | the opposition": what has no head of its own."""
    things = [*parties.recipients, *([parties.thing] if parties.thing is not None else [])]
    if text.syntax.lemmas[trigger.head] not in ("behead", "decapitate", "strangle"):
        return False
    return bool(things) and all(
        text.syntax.lemmas[p.head] in listed("senses", "bodies_politic") for p in things
    )


def _outvoted(text: Text, trigger: Trigger, parties: Parties) -> bool:
    """ "the woman who says she | beat | him", in a report of a vote: one candidate another."""
    syntax = text.syntax
    verb = trigger.head
    if syntax.lemmas[verb] not in _WINNING or syntax.has(verb, "aux:pass", "nsubj:pass"):
        return False
    if not (_voted(text) and parties.actors and parties.recipients):
        return False
    if not all(_candidate(text.actor(p.first, p.last)) for p in parties.recipients):
        return False
    if not all(_candidate(text.actor(p.first, p.last)) for p in parties.actors):
        return False
    low, high = text.sentence(verb)
    return not bodily(text, verb) and not set(syntax.lemmas[low:high]) & listed("senses", "martial")


def bodily(text: Text, verb: int) -> bool:
    """ "beat him in custody", "beat him with a stick": whatever vote there was, it was no vote."""
    low, high = text.sentence(verb)
    return not _BODILY.isdisjoint(text.syntax.lemmas[low:high])


def _voted(text: Text) -> bool:
    """Whether the report tells of a vote."""
    return not {"election", "ballot", "runoff", "run-off", "voter", "vote"}.isdisjoint(
        text.syntax.lemmas
    )


def _candidate(actor: Actor | None) -> bool:
    """Whether an actor is one person who might stand in a vote: no officer, no crowd."""
    if actor is None or actor.kind != "person":
        return False
    return actor.sector not in ("MIL", "COP", "REB", "CRM", "UAF", "PRM")
