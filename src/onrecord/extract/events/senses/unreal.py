"""What is one choice of several, or what whoever does it does: no deed that anybody has done."""

from __future__ import annotations

import re

from onrecord.extract.events.clauses.lexicon import listed
from onrecord.extract.events.clauses.mood import Mood
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.statements.words.promises import to_be_checked

_CHOICES = frozenset({"option", "alternative", "scenario", "choice", "possibility", "proposal"})
_RANGING = frozenset({"range", "include"})
_WILL = frozenset({"will", "would", "can", "may", "should", "must", "shall", "'ll"})
_ANYBODY = frozenset({"anyone", "anybody", "those", "whoever", "any", "all"})
_WHO_DOES = frozenset({"anyone", "anybody", "whoever", "everyone", "everybody"})
_WAYS = frozenset(
    {"as", "by", "deliberately", "intentionally", "accidentally", "because", "due", "from"}
)
_TOLD = frozenset(
    {"warn", "tell", "ask", "urge", "order", "advise", "caution", "beg", "call", "instruct", "want"}
)

_LONG, _TITLE = 4, 14
"""Letters of a word that has a capital in a title, and the most of such words in one."""


def optional(text: Text, index: int) -> bool:
    """ "options ranging from talks to a withdrawal", "the options include new sanctions"."""
    syntax = text.syntax
    low, _ = text.sentence(index)
    for place in range(index - 1, low, -1):
        if syntax.lemmas[place] not in _RANGING:
            if syntax.word(place) in (";", ":") or syntax.word(place) in ("but", "after", "since"):
                return False
            continue
        before = place - 1 - (syntax.word(place - 1) == ",")
        while before > low and syntax.upos(before) in ("AUX", "ADV"):
            before -= 1
        offers = _CHOICES if syntax.lemmas[place] == "range" else _CHOICES - {"proposal"}
        return before >= low and syntax.lemmas[before] in offers
    return False


def whoever(text: Text, mood: Mood, verb: int) -> bool:
    """ "fighters who surrender will be freed": what is said of whoever does it.

    "sanctions on anyone who seizes power", "those who continue to | fund | them will be punished".
    """
    syntax = text.syntax
    while syntax.deprel(verb) == "xcomp" and syntax.heads[verb] >= 0:
        verb = syntax.heads[verb]
    if syntax.deprel(verb) != "acl:relcl":
        return False
    subject, head = syntax.kid(verb, "nsubj"), syntax.heads[verb]
    if mood.auxiliaries(verb) or subject is None or syntax.word(verb).endswith(("ed", "ing")):
        return False
    if syntax.word(head) in _WHO_DOES and (syntax.word(subject) in ("who", "that")):
        now = (syntax.lemmas[verb], f"{syntax.lemmas[verb]}s", f"{syntax.lemmas[verb]}es")
        return syntax.word(verb) in now
    if syntax.word(verb) != syntax.lemmas[verb] or syntax.word(subject) not in ("who", "that"):
        return False
    phrase = text.phrases.of(head)
    above = syntax.heads[head]
    if phrase is None or above < 0 or syntax.upos(above) != "VERB" or phrase.owner is not None:
        return False
    first = syntax.word(phrase.first)
    several = syntax.word(head) != syntax.lemmas[head] and first not in ("the", "these")
    if not (several or first in _ANYBODY):
        return False
    return syntax.deprel(head) in ("nsubj", "nsubj:pass", "obj") and bool(
        mood.auxiliaries(above) & _WILL
    )


def asked(text: Text, verb: int) -> bool:
    """ "Did the police shoot?", "Is it true that they shot him?": what somebody wants to know.

    Likewise what somebody is to find out: "sent to verify that the rebels | had left |".
    """
    syntax, head = text.syntax, text.syntax.heads[verb]
    if syntax.deprel(verb) == "ccomp" and head >= 0 and to_be_checked(syntax, head):
        return True
    low, high = text.sentence(verb)
    if not any(syntax.tokens[i].text == "?" for i in range(verb, high)):
        return False
    root = verb
    if syntax.deprel(verb) in ("ccomp", "csubj") and syntax.heads[verb] >= 0:
        root = syntax.heads[verb]
        if syntax.lemmas[root] not in _OPEN:
            return False
    subject = max(syntax.kids(root, "nsubj", "nsubj:pass", "expl"), default=-1)
    helpers = [k for k in syntax.kids(root, "aux", "aux:pass", "cop") if k < subject]
    return (
        syntax.heads[root] < 0
        and bool(helpers)
        and not any(syntax.words[i] in _OPENS for i in range(low, helpers[0]))
    )


_OPEN = frozenset({"true", "confirm", "correct", "possible", "say", "deny"})
_OPENS = frozenset({"why", "how", "what", "who", "when", "where", "whose", "which", "whom"})
"""What is asked of a deed that is taken as known: "Why did they shoot?"."""


def either_way(text: Text, verb: int) -> bool:
    """ "whether the missiles were launched as a test or by mistake": they were, in some way."""
    syntax = text.syntax
    _, high = text.sentence(verb)
    marked = any(syntax.word(k) == "whether" for k in syntax.kids(verb, "mark"))
    if not marked or verb + 1 >= high or syntax.word(verb + 1) not in _WAYS:
        return False
    return "or" in syntax.words[verb + 1 : high] and syntax.has(verb, "aux:pass", "nsubj:pass")


def rather(text: Text, noun: int) -> bool:
    """ "it was | a protest, | not a coup": what it was, of which no more is denied."""
    syntax = text.syntax
    _, high = text.sentence(noun)
    phrase = text.phrases.of(noun)
    if phrase is None or not syntax.has(noun, "cop") or syntax.negated(noun):
        return False
    comma = next((i for i in range(phrase.last + 1, high) if syntax.word(i) == ","), high)
    return syntax.words[comma + 1 : comma + 3] in (["not", "a"], ["not", "an"])


def told_not_to(text: Text, verb: int) -> bool:
    """ "warned Norway | not to attack": what nobody is said to have done, or not to have."""
    syntax = text.syntax
    low, _ = text.sentence(verb)
    if verb - 2 < low or syntax.words[verb - 2 : verb] != ["not", "to"]:
        return False
    return any(
        syntax.lemmas[i] in _TOLD | listed("status", "asking_nouns") for i in range(low, verb - 2)
    )


def by_doing(text: Text, verb: int) -> bool:
    """ "not to play with fire | by threatening it": that they threaten it, is told."""
    syntax = text.syntax
    head = syntax.heads[verb]
    by = text.before(verb) == "by" or any(
        syntax.word(k) == "by" for k in syntax.kids(verb, "mark", "case")
    )
    return by and syntax.word(verb).endswith("ing") and head >= 0 and told_not_to(text, head)


_CALLING = frozenset({"telephone", "phone", "call", "write", "cable", "text"})
_EXPRESSING = frozenset(
    {"express", "voice", "thank", "congratulate", "condemn", "offer", "convey", "apologize",
     "apologise", "praise", "denounce", "protest", "complain", "reaffirm"}
)  # fmt: skip


def by_telling(text: Text, verb: int) -> bool:
    """ "telephoned the president | to express his support": by calling he did."""
    syntax = text.syntax
    head = syntax.heads[verb]
    return (
        head >= 0
        and syntax.lemmas[head] in _CALLING
        and syntax.lemmas[verb] in _EXPRESSING
        and syntax.upos(head) == "VERB"
    )


def only_thought_of(text: Text, mood: Mood, verb: int) -> bool:
    """ "recapturing the town would cut the road", "reaching a deal will take time"."""
    syntax = text.syntax
    head = syntax.heads[verb]
    if head < 0 or not syntax.deprel(verb).startswith("csubj"):
        return False
    return bool(mood.auxiliaries(head) & {"would", "could", "might", "may", "will"})


def purpose(text: Text, verb: int) -> bool:
    """Whether an infinitive says what for, not what was done ("managed to")."""
    syntax = text.syntax
    head = syntax.heads[verb]
    if head < 0:
        return True
    if by_telling(text, verb):
        return False
    marches = syntax.lemmas[head] in listed("status", "marching")
    if marches and syntax.lemmas[verb] in listed("status", "voicing"):
        return False  # "marched to demand his release": they did demand it
    named = syntax.upos(head) == "NOUN"  # "with the help of rebels to carry out attacks"
    return named or syntax.lemmas[head] not in listed("status", "actual")


def judged(text: Text, verb: int) -> bool:
    """ "it was a mistake to invade": who judges what was done says that it was."""
    syntax = text.syntax
    head = syntax.heads[verb]
    if head < 0 or text.before(verb) != "to" or head > verb:
        return False
    if syntax.lemmas[head] not in listed("status", "judging") or syntax.deprel(verb) == "acl":
        return False
    was = syntax.kid(head, "cop")
    return was is not None and syntax.word(was) in ("was", "were")


def in_title(text: Text, index: int) -> bool:
    """ "author of “Defying the Army”": a word of a book's or a film's name, by its capitals."""
    syntax = text.syntax
    at = syntax.tokens[index].start
    for start, end in text.quotations:
        if not start <= at < end:
            continue
        told = re.findall(r"[^\W\d_]+", syntax.text[start:end])
        long_ = [word for word in told if len(word) >= _LONG]
        return 1 < len(long_) <= _TITLE and all(word[0].isupper() for word in long_)
    return False
