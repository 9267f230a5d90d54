"""Who gives up a post, a party or a seat at the table: "quit the cabinet", "left the summit"."""

from __future__ import annotations

from onrecord.extract.events.clauses.aims import Parties
from onrecord.extract.events.clauses.lexicon import Sense, listed
from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.clauses.who import Who
from onrecord.extract.events.senses.triggers import Trigger

_RESIGN = Sense("RETREAT", "resign")
_WALK_OUT = Sense("SANCTION", "withdraw")
_ARMED = frozenset({"military", "armed_group"})
_IN_PROTEST = frozenset({"protest", "anger", "early", "abruptly", "fury", "disgust"})


def given_up(text: Text, who: Who, trigger: Trigger, parties: Parties) -> Sense | None:
    """What it is to quit or leave somebody or something; None where that is not told so."""
    lemma, thing = text.syntax.lemmas[trigger.head], parties.thing
    if thing is None and trigger.senses[0] == Sense("SANCTION", "withdraw", weak=lemma == "quit"):
        low, high = text.sentence(trigger.head)
        if set(text.syntax.lemmas[low:high]) & listed("senses", "labour"):
            return Sense("PROTEST", "strike")  # workers who walk out
    if lemma not in ("quit", "leave") or trigger.last != trigger.head:
        return None
    if lemma == "leave" and thing is not None and _in_protest(text, trigger, thing):
        return _WALK_OUT
    if not _in_office(text, who, parties):
        return None
    if thing is None:
        if lemma == "leave":
            return None
        parties.recipients = []  # "would quit to allow | the mayor | to fill the post"
        return _RESIGN
    calls = {text.syntax.lemmas[p.head] for p in parties.actors} & listed("senses", "visitors")
    if not _post(text, lemma, thing) or (lemma == "leave" and calls):
        return None
    parties.recipients = [p for p in parties.recipients if p == thing]
    return _RESIGN


def letter(text: Text, trigger: Trigger, parties: Parties) -> bool:
    """ "sent | his resignation letter", "handed in a letter of resignation": he resigns."""
    if trigger.noun is None or trigger.verb is None:
        return False
    phrase = text.phrases.of(trigger.noun)
    if phrase is None or text.syntax.lemmas[phrase.head] != "letter":
        return False
    behind = next(iter(text.following(phrase, 1)), None)
    of = behind is not None and behind[0] == "of" and behind[1].head - phrase.head == 2
    told = "resignation" in text.phrases.words(phrase) or (
        of and behind is not None and text.syntax.lemmas[behind[1].head] == "resignation"
    )
    parties.recipients = [] if told else parties.recipients
    return told


def _in_office(text: Text, who: Who, parties: Parties) -> bool:
    """Whether those who act are persons, and no soldiers: "the minister", "Ada Lund", "she"."""
    found = [text.actor(p.first, p.last) for p in parties.actors]
    return bool(found) and all(
        a is not None and a.kind == "person" and a.kind not in _ARMED and a.sector != "MIL"
        for a in found
    )


def _in_protest(text: Text, trigger: Trigger, thing: Phrase) -> bool:
    """ "is leaving the summit early to protest against it": who only goes home is not told."""
    if text.syntax.lemmas[thing.head] not in listed("senses", "gatherings"):
        return False
    _, high = text.sentence(trigger.head)
    behind = text.syntax.words[thing.last + 1 : min(high, thing.last + 9)]
    return not _IN_PROTEST.isdisjoint(behind)


def _post(text: Text, lemma: str, thing: Phrase) -> bool:
    """Whether it is an office or a party, and for "leave" none that one walks out of at night."""
    syntax = text.syntax
    head, owner = syntax.lemmas[thing.head], text.phrases.owner(thing)
    if head in listed("senses", "offices_left"):
        return True
    if head == "office":
        return lemma == "quit" or thing.first == thing.last
    modified = any(syntax.upos(i) in ("PROPN", "ADJ") for i in range(thing.first, thing.head))
    if head.lower() == "party":
        return lemma == "quit" or owner is not None or modified
    if lemma != "quit" or thing.head in text.place_of:
        return False
    named = syntax.upos(thing.head) == "PROPN" and thing.owner is None
    return named or head in ("job", "position", "role")
