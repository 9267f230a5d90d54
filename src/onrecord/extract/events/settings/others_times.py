"""Times that stand beside an event and are another's: of the claim to it, of what it avenges."""

from __future__ import annotations

import re

from onrecord import lexicons
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.senses.triggers import Trigger
from onrecord.records import Statement, Time

_OWNING = re.compile(r"\b(?:responsibility|credit)\b")
_AVENGED = re.compile(
    r"\b(?:revenge|vengeance|retaliation|reprisal|retribution|response|answer)\s+(?:for|to)\b", re.I
)


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
