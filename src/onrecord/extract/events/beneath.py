"""What has been, whatever is refused or owned up to: "dismissed charges over the raid"."""

from __future__ import annotations

from onrecord.extract.events.lexicon import listed
from onrecord.extract.events.phrases import Phrase
from onrecord.extract.events.text import Text
from onrecord.extract.events.triggers import Trigger
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
    if statement.act not in _OWNING or statement.quote == "direct":
        return False
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
    return asked or text.case(phrase) == "of"
