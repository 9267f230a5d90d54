"""Days that are of something beside an event: of its end, of who is described, of who tells it."""

from __future__ import annotations

import re
from collections.abc import Set

from onrecord.extract.events.clauses.lexicon import listed, words
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.senses.triggers import Trigger
from onrecord.extract.times import is_dated
from onrecord.records import Time

_EARLIER = re.compile(r"\b(?:earlier|before|ago|previously|beforehand)$", re.IGNORECASE)
_ENDING = frozenset({"end", "finish", "conclude", "cease", "stop"})
_LASTING = frozenset({"ASSAULT", "PROTEST", "COERCE", "MOBILIZE"})
_TELLING = frozenset({"interview", "speak", "talk", "visit", "tell", "meet", "reach", "question"})
_AT_ONCE = frozenset({"minutes", "hours", "moments", "seconds"})
_MONTH = 7
"""Letters of a value that names a month or a year, at most."""


def of_described(text: Text, heads: Set[int], verb: int, index: int) -> bool:
    """ "freed a worker | kidnapped nine days earlier", "freed men it had been holding | for a
    week | on Sunday": the time of who is described, or of what was done to them."""
    syntax, time = text.syntax, text.time_of[index]
    if syntax.deprel(verb) == "acl:relcl" and verb < index:
        return behind_length(text, verb, index)
    if _EARLIER.search(time.span.text) is None:
        return False
    for one in range(verb + 1, index):
        described = one in heads and syntax.upos(one) == "VERB" and syntax.upos(one - 1) == "NOUN"
        past = not syntax.word(one).endswith("ing") and not syntax.has(one, "aux", "nsubj")
        if described and past and syntax.word(one) != syntax.lemmas[one]:
            return not any(syntax.word(i) in (",", ";") for i in range(one, index))
    return False


def behind_length(text: Text, clause: int, index: int) -> bool:
    """ "men it had been holding | for a week | on Sunday": a day behind how long it lasted, that
    closes the sentence, and so is the main verb's."""
    syntax = text.syntax
    before = [text.time_of.get(i) for i in range(clause + 1, index)]
    lasted = [one for one in before if one is not None and one.type == "DURATION"]
    verbs = any(syntax.upos(i) == "VERB" for i in range(clause + 1, index))
    subject = syntax.kid(clause, "nsubj")
    others = subject is not None and syntax.word(subject) not in ("who", "which", "that")
    return bool(lasted) and not verbs and others


def main_of(text: Text, verb: int, index: int) -> bool:
    """Whether a verb is the one above such a clause, of what it has for its object."""
    syntax = text.syntax
    for thing in syntax.kids(verb, "obj"):
        for clause in syntax.kids(thing, "acl:relcl"):
            if verb < clause < index and behind_length(text, clause, index):
                return True
    return False


def of_end(text: Text, trigger: Trigger, verb: int, time: Time | None) -> bool:
    """ "The mutiny | ended on Saturday": when it was over, and not when it was; a month or a year
    is that of both."""
    if time is None or len(time.value) <= _MONTH:
        return False
    ends = text.syntax.lemmas[verb] in _ENDING
    return ends and trigger.senses[0].type in _LASTING and text.syntax.subject(verb) == trigger.noun


def of_cause(text: Text, heads: Set[int], verb: int, index: int) -> bool:
    """ "struck it in revenge for | the killing of two men in August": when they were killed."""
    syntax = text.syntax
    for one in range(verb + 1, index):
        answers = syntax.lemmas[one] in listed("status", "answering")
        if answers and syntax.word(one + 1) in ("for", "to") and text.before(one) in ("in", "as"):
            return any(noun in heads for noun in range(one + 2, index))
    return False


def of_whole(text: Text, trigger: Trigger, time_of: Time | None, main: int) -> bool:
    """ "In 2014 a boat sank | after it was rammed": a year or a month is of both; "hours after
    rebels freed them", "minutes before it": so is a day."""
    syntax, verb = text.syntax, trigger.verb
    if verb is None or time_of is None or not is_dated(time_of) or main > verb:
        return False
    marks = [
        k for k in syntax.kids(verb, "mark", "advmod") if syntax.word(k) in ("after", "before")
    ]
    if not marks:
        return False
    if syntax.word(marks[0] - 1) in _AT_ONCE:
        return len(time_of.value.partition("T")[0]) > _MONTH
    return len(time_of.value) <= _MONTH and syntax.word(marks[0]) == "after"


def harmed_in(text: Text, noun: int) -> int | None:
    """ "were killed in 2019 in | demonstrations": the verb that tells what became of some."""
    syntax, verb = text.syntax, text.syntax.heads[noun]
    phrase = text.phrases.of(noun)
    if phrase is None or verb < 0 or syntax.deprel(noun) != "obl" or verb > noun:
        return None
    harmed = syntax.lemmas[verb] in words().harm | {"die", "arrest", "detain"}
    return verb if harmed and text.case(phrase) in ("in", "during") else None


def only_told(text: Text, trigger: Trigger, time: Time) -> bool:
    """ "They were interviewed on Tuesday. The boat was rammed | before midnight |, they said": an
    hour of another day than that on which it was told, and of which is not said."""
    if time.type != "TIME" or text.innermost(trigger.head) is None:
        return False
    anchor = next((t for t in text.times if t.id == time.anchor), None)
    own = text.syntax.at(time.span.start)
    at = text.syntax.at(anchor.span.start) if anchor is not None else None
    if at is None or own is None or text.syntax.sentences[at] == text.syntax.sentences[own]:
        return False
    above = list(text.syntax.up(at))[:3]
    return any(text.syntax.lemmas[i] in _TELLING for i in above)
