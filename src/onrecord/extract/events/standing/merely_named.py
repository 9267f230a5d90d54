"""Deeds that a text only names: what is talked over, what a treaty is about, what is in doubt.

"The ministers discussed new sanctions", "the treaty covers attacks on ships", "it is too early to
speak of a war", "the court was not convinced that he ordered the killing": no more is said of them.
"""

from __future__ import annotations

from onrecord.extract.events.clauses.lexicon import listed
from onrecord.extract.events.clauses.mood import Mood
from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.standing.foregoing import Own
from onrecord.extract.statements.words.syntax import Syntax
from onrecord.records import EventType

_BOUND = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "our"})
_COMING: frozenset[EventType] = frozenset({"SANCTION", "COERCE", "MOBILIZE"})
_FORCE: frozenset[EventType] = frozenset({"ASSAULT", "MOBILIZE"})
_TALKED_OF = frozenset({"on", "about", "over", "of"})
_UP = 6
"""Steps of the tree from a deed to the word that leaves it open."""


def merely_named(text: Text, noun: int, first: int, type_: EventType) -> bool:
    """Whether the deed of a noun, whose phrase begins at ``first``, is no more than spoken of."""
    phrase = text.phrases.of(noun)
    if phrase is None or text.syntax.word(first) in _BOUND:
        return False
    if text.phrases.owner(phrase) is not None:
        return False
    return _weighed(text, phrase, first, type_) or _ruled_on(text, phrase) or _too_early(text, noun)


def permitted(text: Text, noun: int, type_: EventType) -> bool:
    """ "approved | the use of force", "a resolution authorising strikes": it may be done now, and
    nothing says that it was; "approved the strike that killed 40" is of what has been."""
    syntax = text.syntax
    verb = syntax.heads[noun]
    if type_ not in _FORCE or verb < 0 or verb > noun or syntax.upos(verb) != "VERB":
        return False
    if syntax.deprel(noun) != "obj" or syntax.lemmas[verb] not in listed("status", "permitting"):
        return False
    if syntax.word(verb).endswith("ing") and syntax.deprel(verb) != "acl":
        return False  # "accused of authorising the shelling"
    behind = syntax.kids(noun, "acl:relcl", "acl") + syntax.kids(verb, "advcl")
    return not any(syntax.word(kid) != syntax.lemmas[kid] for kid in behind)


def packed(text: Text, noun: int) -> Phrase | None:
    """ "a fifth package of | sanctions": the noun that stands for the deeds, and has their verb."""
    syntax, phrase = text.syntax, text.phrases.of(noun)
    head = syntax.heads[noun]
    if phrase is None or head < 0 or head > noun or text.case(phrase) != "of":
        return None
    return text.phrases.of(head) if syntax.lemmas[head] in listed("status", "packages") else None


def _weighed(text: Text, phrase: Phrase, first: int, type_: EventType) -> bool:
    """ "are discussing | new sanctions", "is weighing an attack", "should back a ban"."""
    syntax = text.syntax
    head = syntax.heads[phrase.head]
    if head < 0 or head > phrase.head:
        return False
    new = bool(listed("status", "yet_to_come") & set(syntax.words[first : phrase.head]))
    lemma = syntax.lemmas[head]
    if syntax.upos(head) == "VERB" and syntax.deprel(phrase.head) in ("obj", "obl"):
        if lemma in listed("status", "thinking_over"):
            return True
        one = syntax.word(first) in ("a", "an")
        weighed = listed("status", "weighing") | listed("status", "backing")
        return lemma in weighed and type_ in _COMING and (new or one)
    before = syntax.lemmas[max(first - 2, 0)]
    talked = before in listed("status", "talked_over") and text.case(phrase) in _TALKED_OF
    return talked and new and type_ in _COMING


def _ruled_on(text: Text, phrase: Phrase) -> bool:
    """ "the treaty covers | armed attacks", "the law applies to killings": any there may be."""
    syntax = text.syntax
    for verb in _verbs_above(syntax, phrase.head):
        if syntax.lemmas[verb] not in listed("status", "applying"):
            continue
        subject = syntax.kid(verb, "nsubj")
        return subject is not None and syntax.lemmas[subject] in listed("status", "laws")
    return False


def _too_early(text: Text, noun: int) -> bool:
    """ "it is too early to speak of | an attack": whether it is one, is left open."""
    syntax = text.syntax
    for verb in _verbs_above(syntax, noun):
        if text.before(verb) != "to" or syntax.lemmas[verb] not in listed("status", "calling_it"):
            continue
        low, _ = text.sentence(verb)
        before = syntax.words[max(low, verb - 3) : verb - 1]
        return before[-1:] == ["premature"] or before in (["too", "early"], ["too", "soon"])
    return False


def _verbs_above(syntax: Syntax, noun: int) -> list[int]:
    """The verb by which a noun stands, and the one above it."""
    head = syntax.heads[noun]
    near = syntax.deprel(noun) in ("obj", "obl", "xcomp", "nmod", "conj", "ccomp")
    return [head] if near and head >= 0 and syntax.upos(head) == "VERB" and head < noun else []


def unconvinced(text: Text, head: int, *, noun: bool) -> bool:
    """Whether a deed is what somebody is not convinced of, or has not proved.

    "The judges were not satisfied that he | ordered | the killing", "failed to prove that they shot
    him". A noun counts only with a verb that does it: "not sure that they reported | the raid|".
    """
    syntax = text.syntax
    index = syntax.heads[head] if noun else head
    if noun and (index < 0 or syntax.lemmas[index] not in listed("roles", "performing")):
        return False
    for step, above in enumerate(syntax.up(index)):
        if step >= _UP:
            return False
        if above < index and syntax.lemmas[above] in listed("status", "convincing"):
            inside = "that" in syntax.words[above + 1 : index]
            return inside and _not(syntax, above)
    return False


def _not(syntax: Syntax, index: int) -> bool:
    """ "not satisfied", "did not establish", "failed to prove", "unable to show"."""
    if syntax.negated(index):
        return True
    before = syntax.lemmas[max(index - 3, 0) : index]
    return before[-1:] == ["to"] and bool({"fail", "unable", "failure"} & set(before))


def supposed(text: Text, mood: Mood, noun: int, first: int) -> Own | None:
    """ "an attack on the grid could trigger the clause": one that is only thought of."""
    syntax = text.syntax
    if syntax.word(first) in ("the", "this", "that", "these", "those", "its", "their", "his"):
        return None
    top = noun
    above = syntax.heads[top]
    if above >= 0 and syntax.lemmas[above] in listed("status", "renewals"):
        top = above
    verb = syntax.heads[top]
    if verb < 0 or syntax.upos(verb) != "VERB" or syntax.deprel(top) != "nsubj":
        return None
    auxiliaries = mood.auxiliaries(verb)
    return "hypothetical" if auxiliaries & {"would", "could", "might", "may", "will"} else None
