"""Times that stand beside an event and are another's: of the claim to it, of what it avenges."""

from __future__ import annotations

import re

from onrecord import lexicons
from onrecord.extract.events.clauses.lexicon import listed
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.senses.triggers import Trigger
from onrecord.records import Statement, Time

_OWNING = re.compile(r"\b(?:responsibility|credit)\b")
_AVENGED = re.compile(
    r"\b(?:revenge|vengeance|retaliation|reprisal|retribution|response|answer)\s+(?:for|to)\b", re.I
)

_CHARGE = 5
"""Words from who is charged to the name of the crime: "convicted | him on Friday of | murder"."""


def of_claim(statement: Statement, time: Time) -> bool:
    """ "claimed responsibility for the abduction | last Thursday": the day of the claim."""
    cue = statement.cue
    return cue is not None and statement.said_time == time.id and bool(_OWNING.search(cue.text))


def of_what_is_avenged(text: Text, deed: Trigger, time: Time) -> bool:
    """ "carried out the strike in revenge for the killing of two men | in August": of the killing,
    whose telling a comma ends."""
    between = text.syntax.text[text.syntax.tokens[deed.last].end : time.span.start]
    found = _AVENGED.search(between)
    return found is not None and "," not in between[found.end() :] and "\n" not in between


def of_feast(text: Text, trigger: Trigger, time: Time) -> bool:
    """ "bombed a | Christmas | market": what a thing is for, and no day of what befell it."""
    if time.span.text.lower() not in lexicons.load("times/words")["holidays"]:
        return False
    inside = text.syntax.within(time.span.start, time.span.end)
    if not inside or text.syntax.deprel(inside[-1]) != "compound":
        return False
    thing = text.syntax.heads[inside[-1]]
    return thing not in (trigger.head, trigger.noun) and text.syntax.upos(thing) == "NOUN"


def of_charge(text: Text, trigger: Trigger, time: Time) -> bool:
    """ "was convicted of | murder | in 2019": when he was, and not when somebody was killed."""
    phrase = text.phrases.of(trigger.noun) if trigger.noun is not None else None
    if phrase is None or trigger.verb is not None:
        return False
    syntax, low = text.syntax, text.sentence(phrase.first)[0]
    bare = phrase.first == phrase.last and text.phrases.owner(phrase) is None
    joint = syntax.word(phrase.first - 1)
    if not bare or joint not in ("of", "with", "for") or phrase.first - 2 < low:
        return False
    charges = listed("status", "charging") | listed("roles", "clearing")
    near = range(max(low, phrase.first - _CHARGE), phrase.first - 1)
    charged = any(syntax.lemmas[i] in charges and syntax.upos(i) == "VERB" for i in near)
    return charged and time.span.start >= syntax.tokens[phrase.first - 1].start


_AS_BEFORE = re.compile(
    r"\b(?:just |much )?as (?:it|he|she|they|we|[A-Z]\w+|(?:the|its|their) \w+)"
    r" (?:did|had|has|have|was|were)"
    r"(?: (?:so|it|there|once|also|before|back|in|on|during|the))*\s*$"
)


def as_before(text: Text, trigger: Trigger, time: Time) -> bool:
    """ "could seize the hills, as it did | in 2022": when it did, and not when it would."""
    after = text.syntax.tokens[trigger.last].end
    return _AS_BEFORE.search(text.syntax.text[after : time.span.start]) is not None


OTHERS = (of_what_is_avenged, of_feast, of_charge, as_before)
"""Whether a time is of something else than the event that it stands by."""
