"""What has been, whatever is refused or owned up to: "dismissed charges over the raid"."""

from __future__ import annotations

from onrecord.extract.events.clauses.lexicon import listed
from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.senses.triggers import Trigger
from onrecord.records import Statement

_BOUND = frozenset({"the", "this", "that", "these", "those", "last"})
_ABOUT = frozenset({"for", "against", "over", "in", "to", "with", "from", "on", "into", "about"})
_TYING = frozenset({"related", "relating", "connected", "linked", "tied", "stemming", "arising"})
_DURING = frozenset({"during", "amid", "despite"})
_OWNING = frozenset({"reject", "deny", "confirm", "accuse", "condemn", "demand"})
_FAR = 14
"""Words from "an arrest warrant" to the deed for which it was asked."""


def beneath(text: Text, trigger: Trigger, statement: Statement) -> bool:
    """Whether what is said leaves an event as it was, whatever it says of something else."""
    if statement.quote == "direct":
        return False
    if _opens(text, trigger, statement) or _rumoured(text, trigger):
        return True
    ruled = _ruled(text, trigger, statement)
    if ruled or statement.act not in _OWNING:
        return ruled
    if trigger.verb is not None and trigger.noun is None:
        return statement.act == "demand" and _described(text, trigger.verb)
    phrase = text.phrases.of(trigger.noun) if trigger.noun is not None else None
    if phrase is None or trigger.verb is not None or not known(text, phrase):
        return False
    if text.case(phrase) in _DURING:
        return not _clause(text, phrase, statement)
    if statement.act == "confirm":
        return False
    return _answered(text, phrase)


def _opens(text: Text, trigger: Trigger, statement: Statement) -> bool:
    """ "agreed | during talks in Oslo to free them": when it was said, cut into what was."""
    phrase = text.phrases.of(trigger.noun) if trigger.noun is not None else None
    if phrase is None or trigger.verb is not None or not statement.content:
        return False
    start = min(part.start for part in statement.content)
    first = next(iter(text.syntax.within(start, start + 1)), -1)
    return text.syntax.word(first) == "during" and text.case(phrase) == "during" and (
        first in (phrase.first - 1, text.fronted(phrase).first - 1)
    )  # fmt: skip


def _rumoured(text: Text, trigger: Trigger) -> bool:
    """ "called it a threat | after the rebels reportedly shelled a port": so the reporter says."""
    syntax, verb = text.syntax, trigger.verb
    if verb is None or syntax.deprel(verb) != "advcl":
        return False
    marks = {syntax.word(k) for k in syntax.kids(verb, "mark", "advmod")}
    return "reportedly" in marks and bool(marks & {"after", "since", "before", "when"})


def _ruled(text: Text, trigger: Trigger, statement: Statement) -> bool:
    """ "upheld the conviction of two men for the murder": what a court rules on has been."""
    phrase = text.phrases.of(trigger.noun) if trigger.noun is not None else None
    cue = statement.cue
    if phrase is None or trigger.verb is not None or cue is None:
        return False
    rules = {text.syntax.lemmas[i] for i in text.syntax.within(cue.start, cue.end)}
    return not rules.isdisjoint(listed("status", "ruling_on")) and known(text, phrase)


def known(text: Text, phrase: Phrase) -> bool:
    """Whether a phrase names a deed as one that has been: "his conviction", "the 1971 killings"."""
    syntax = text.syntax
    inside = {syntax.word(i) for i in range(phrase.first, phrase.last + 1)}
    if inside & (listed("status", "planned_modifiers") | {"any", "possible", "alleged"}):
        return False
    if text.phrases.owner(phrase) is not None:
        return True
    whole = text.fronted(phrase)
    low, _ = text.sentence(phrase.first)
    bound = syntax.word(whole.first) in _BOUND
    return bound or (whole.first - 1 >= low and whole.first - 1 in text.time_of) or (
        text.case(phrase) in _DURING and syntax.word(whole.first) in ("a", "an")
    )  # fmt: skip


def _clause(text: Text, phrase: Phrase, statement: Statement) -> bool:
    """Whether the content is a clause, which tells of the deed itself: "that he fled during it"."""
    syntax = text.syntax
    start = min(part.start for part in statement.content)
    opening = next(iter(syntax.within(start, start + 1)), phrase.first)
    return any(
        syntax.upos(i) in ("VERB", "AUX") and syntax.has(i, "nsubj", "nsubj:pass")
        for i in range(opening, phrase.first)
    )


def _answered(text: Text, phrase: Phrase) -> bool:
    """ "an appeal | against his conviction", "charges | related to the killings", "a warrant for
    two men | for the massacre": a deed that a court or an office is asked about."""
    syntax = text.syntax
    first = (text.phrases.owner(phrase) or text.fronted(phrase)).first
    low, _ = text.sentence(first)
    while first > low and first - 1 in text.time_of:
        first -= 1
    while first > low and syntax.word(first - 1) in ("the", "a"):
        first -= 1
    if first <= low or syntax.word(first - 1) not in _ABOUT:
        return False
    if syntax.word(first - 2) in _TYING:
        return True  # "the arrest of officers linked to | the coup"
    for index in range(first - 2, max(low, first - _FAR) - 1, -1):
        if syntax.lemmas[index] in listed("status", "proceedings") and syntax.upos(index) == "NOUN":
            return True
        if syntax.upos(index) in ("VERB", "AUX") and syntax.word(index) not in _TYING:
            return False
        if syntax.word(index) in (";", ":"):
            return False
    return False


def _described(text: Text, verb: int) -> bool:
    """ "called on the captors of a man | seized in Lun | to free him": how he is described."""
    syntax = text.syntax
    word, lemma = syntax.word(verb), syntax.lemmas[verb]
    if syntax.deprel(verb) != "acl" or word == lemma or word.endswith("ing"):
        return False
    if syntax.has(verb, "aux", "aux:pass", "mark", "nsubj"):
        return False
    phrase = text.phrases.of(verb - 1)
    if phrase is None or phrase.last != verb - 1:
        return False
    _, high = text.sentence(verb)
    asked = any(syntax.word(i) == "to" and syntax.upos(i) == "PART" for i in range(verb + 1, high))
    above = syntax.heads[verb - 1]
    freed = above >= 0 and syntax.deprel(verb - 1) == "obj" and text.before(above) == "to"
    return asked or freed or text.case(phrase) == "of"


def tied_to(text: Text, first: int) -> bool:
    """ "denied a link between the raid and | the arrest": there were both."""
    syntax = text.syntax
    low, _ = text.sentence(first)
    at = next((i for i in range(first - 1, low, -1) if syntax.word(i) == "between"), None)
    if at is None or syntax.lemmas[at - 1] not in listed("status", "ties"):
        return False
    return all(syntax.upos(i) not in ("VERB", "AUX", "SCONJ") for i in range(at, first))
