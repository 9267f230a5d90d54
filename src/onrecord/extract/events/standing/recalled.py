"""Events that others only answer: "was arrested over the bombings in Lun last year"."""

from __future__ import annotations

from collections.abc import Set

from onrecord.extract.events.clauses.lexicon import listed, words
from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.senses.triggers import Trigger
from onrecord.records import Place

_OVER = frozenset({"over", "into", "about", "regarding", "concerning"})
_DAY = 8
"""Letters of a value that names a day or a week, at least."""


def of_another(text: Text, heads: Set[int], verb: int, index: int) -> bool:
    """Whether a time or a place behind a verb is of an event between that the verb only answers.

    ``heads`` are the words that name events. Who was arrested over a bombing was arrested later,
    and perhaps elsewhere; who was killed in one was killed then and there.
    """
    syntax = text.syntax
    low, _ = text.sentence(verb)
    for noun in range(verb + 1, index):
        if noun not in heads or syntax.upos(noun) not in ("NOUN", "PROPN"):
            continue
        phrase = text.phrases.of(noun)
        if phrase is None or any(syntax.upos(i) == "VERB" for i in range(noun + 1, index)):
            continue
        first = (text.phrases.owner(phrase) or text.fronted(phrase)).first
        before = [syntax.lemmas[i] for i in range(max(low, first - 2), first)]
        if not _OVER.isdisjoint(before[-1:]) or before == ["connection", "with"]:
            return True
        lemma = syntax.lemmas[verb]
        harmed = lemma in words().harm or lemma in ("die", "explode", "erupt", "begin", "start")
        time = text.time_of.get(index)
        wide = time is not None and len(time.value) < _DAY  # "arrested after protests in March"
        lasting = wide and any(syntax.word(k) in ("has", "have") for k in syntax.kids(verb, "aux"))
        if before[-1:] in (["after"], ["following"], ["follow"], ["before"]) and (
            lasting or not (harmed or wide)
        ):  # and "has been sealed since, following | a coup last year"
            return True  # "arrested three days after | the bombing on March 3"
        if before[-1:] == ["for"] and lemma in listed("status", "answered_for"):
            return True  # "was sentenced on Sunday for | bombings in Lun"
        if before[-1:] == ["in"] and lemma in listed("status", "charging"):
            return True  # "was indicted in | the killing of nine earlier this month"
        part = before[-1:] == ["in"] and not listed("status", "parts_in").isdisjoint(before)
        if part and lemma in listed("status", "answered_for") | listed("status", "charging"):
            return True  # "was arrested for his role in | the massacre in Lun"
        if lemma in listed("status", "looking_into") or lemma in listed("status", "recalling"):
            if first == verb + 1 or syntax.heads[noun] == verb:
                return True
    return False


def only_known(phrase: Phrase, trigger: Trigger | None) -> bool:
    """ "handed over | a suspect | in the Lun bombing": whom an act befell for a deed, wherever that
    was done."""
    if trigger is None or trigger.senses[0].type == "ASSAULT":
        return False
    return not phrase.first <= trigger.head <= phrase.last


def told_in(text: Text, place: Place) -> bool:
    """ "told reporters in | Lun | that …": where somebody spoke, which "there" hardly means."""
    for one in text.statements:
        if one.cue is None or not one.content:
            continue
        first = min(part.start for part in one.content)
        if one.cue.end <= place.span.start < first:
            return True
    return False
