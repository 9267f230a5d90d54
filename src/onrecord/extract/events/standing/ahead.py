"""What is told in the present and is still to come: "will be raised when the two meet"."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.senses.triggers import Trigger
from onrecord.extract.events.standing.background import held_for
from onrecord.extract.events.standing.foregoing import Own
from onrecord.records import Time

_WHEN = frozenset({"when", "once", "after", "before", "until", "till"})
_HOPING = frozenset({"hope", "wish", "pray", "dream", "fear", "dread", "worry", "afraid"})
_HOPES = frozenset({"hope", "wish", "expectation", "fear", "dream", "worry"})
_GOING = frozenset({"going", "heading", "travelling", "traveling", "flying", "coming", "preparing"})
_SPANS = frozenset({"day", "week", "month", "hour", "year", "minute", "time"})


def when_it_comes(text: Text, verb: int, verb_of: Callable[[int], Own | None]) -> bool:
    """ "will be raised when the two | meet", "comes weeks before a council | meets".

    ``verb_of`` reads what the clause above says of its own verb.
    """
    syntax = text.syntax
    word, lemma, head = syntax.word(verb), syntax.lemmas[verb], syntax.heads[verb]
    present = word in (lemma, f"{lemma}s", f"{lemma}es") and syntax.has(verb, "nsubj", "nsubj:pass")
    if head < 0 or not present or syntax.has(verb, "aux", "aux:pass"):
        return False
    if syntax.deprel(verb) not in ("advcl", "acl", "ccomp", "acl:relcl"):
        return False
    subject = syntax.kid(verb, "nsubj", "nsubj:pass")
    hung = syntax.kids(subject, "case", "mark") if subject is not None else []
    near = [*syntax.kids(verb, "mark", "advmod"), *hung]  # "before a council, of all, | meets"
    marks = [k for k in near if syntax.word(k) in _WHEN and k < verb]
    if not marks:
        return False
    if syntax.word(marks[0]) == "before" and _span(text, marks[0] - 1):
        return True
    if syntax.word(marks[0]) in ("when", "once") and _later(text, verb):
        return True  # "when the army | pulls out | later this year"
    if syntax.deprel(head) == "acl" and syntax.heads[head] >= 0:
        head = syntax.heads[head]  # "will be an issue raised | when the two meet"
    if syntax.has(head, "cop"):
        return any(syntax.word(k) in ("will", "'ll") for k in syntax.kids(head, "aux"))
    return syntax.upos(head) == "VERB" and verb_of(head) in ("planned", "threatened")


def _later(text: Text, verb: int) -> bool:
    """Whether a time to come stands behind a verb: "later this year", "next month"."""
    syntax = text.syntax
    _, high = text.sentence(verb)
    for index in range(verb + 1, min(high, verb + 10)):
        if syntax.upos(index) in ("VERB", "AUX") or syntax.word(index) in (",", ";"):
            return False
        pair = syntax.words[index : index + 2]
        if pair == ["later", "this"] or (pair[:1] == ["next"] and index in text.time_of):
            return True
    return False


def _span(text: Text, index: int) -> bool:
    """ "weeks | before", "just days | before"."""
    low, _ = text.sentence(index + 1)
    return index >= low and text.syntax.lemmas[index] in _SPANS


_THINKING = frozenset({"think", "believe", "expect", "suppose", "imagine", "foresee", "see"})


def hoped(text: Text, verb: int) -> bool:
    """ "fear that the army will attack", "in the hope it will end the siege and | open the road":
    what somebody only hopes or fears."""
    syntax = text.syntax
    while syntax.deprel(verb) == "conj" and 0 <= syntax.heads[verb] < verb:
        verb = syntax.heads[verb]
    above = syntax.heads[verb]
    if above < 0 or syntax.deprel(verb) not in ("ccomp", "acl", "acl:relcl"):
        return False
    if syntax.lemmas[above] in _THINKING and syntax.deprel(verb) == "ccomp":
        subject = syntax.kid(above, "nsubj")
        nobody = subject is not None and syntax.word(subject) in ("nobody", "none", "no-one")
        return nobody or syntax.negated(above)  # "does not believe that it will attack"
    nouns = _HOPES if syntax.upos(above) == "NOUN" else _HOPING
    return syntax.lemmas[above] in nouns


def after_which(text: Text, verb: int) -> bool:
    """ "agreed to help | after reaching a deal": by the word that opens its clause."""
    syntax = text.syntax
    marks = {syntax.word(k) for k in syntax.kids(verb, "mark", "case") if k < verb}
    return bool(marks & {"after", "since", "following"})


def setting_out(text: Text, head: int) -> bool:
    """ "are going to Oslo | to protest": they have not begun."""
    syntax = text.syntax
    now = {syntax.word(k) for k in syntax.kids(head, "aux")} & {"is", "are", "'re", "am", "'s"}
    asked = any(syntax.word(k) in ("who", "what") for k in syntax.kids(head, "nsubj"))
    return bool(now) and syntax.word(head) in _GOING and not asked


def its_day_to_come(text: Text, trigger: Trigger, time: Time) -> bool:
    """ "next week's talks", "the two meet on Friday": what a day to come is the day of."""
    syntax = text.syntax
    if trigger.noun is not None:
        if held_for(text, trigger.noun):
            return False  # "anyone involved in the March bombing": the last March
        phrase = text.phrases.of(trigger.noun)
        inside = syntax.within(time.span.start, time.span.end)
        first = phrase.first if phrase is not None else trigger.first
        return bool(inside) and first - 2 <= inside[-1] <= trigger.noun
    lemma = syntax.lemmas[trigger.head]
    return syntax.word(trigger.head) in (lemma, f"{lemma}s", f"{lemma}es")
