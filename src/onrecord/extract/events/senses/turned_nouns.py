"""What a noun of an act is of makes of it: "the evacuation of settlers", "a withdrawal of aid"."""

from __future__ import annotations

from onrecord.extract.events.clauses.lexicon import Sense, listed, table
from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.senses.triggers import Trigger


def noun_turned(text: Text, trigger: Trigger, sense: Sense) -> Sense:
    """The sense that an event's noun has with what stands behind its "of" or "from"."""
    lemma = text.syntax.lemmas[trigger.head]
    phrase = text.phrases.of(trigger.head)
    if phrase is None:
        return sense
    whose = _whose(text, phrase)
    if lemma == "evacuation" and whose & listed("senses", "moved_out"):
        return Sense("RETREAT", "withdraw")  # no relief to settlers and troops
    if lemma in ("withdrawal", "pullback") and whose & listed("senses", "withheld"):
        return Sense("SANCTION", "discontinue")
    if sense.type == "PROTEST" and lemma in ("revolt", "rebellion", "mutiny"):
        if whose & listed("senses", "members"):
            return Sense("REJECT")  # "a revolt of deputies": by votes, in no street
    return sense


def _whose(text: Text, phrase: Phrase) -> set[str]:
    """The lemmas of what a noun is of, from or by, and of what stands right before it."""
    lemmas, found = text.syntax.lemmas, set(text.phrases.words(phrase))
    for case, other in text.following(phrase, 2):
        if case in ("of", "from", "by", "among"):
            if lemmas[other.head] in table("frames", "classes")["place"]:
                break
            found.add(lemmas[other.head])
    owner = text.phrases.owner(phrase)
    return found | ({lemmas[owner.head]} if owner is not None else set())
