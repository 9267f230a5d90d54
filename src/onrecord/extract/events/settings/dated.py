"""Days that stand within another noun's phrase: "the July 22 incident in which two were shot"."""

from __future__ import annotations

import re

from onrecord.extract.events.clauses.lexicon import listed, words
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.senses.triggers import Trigger
from onrecord.extract.events.standing.to_come import in_force
from onrecord.extract.times import is_dated
from onrecord.records import Time

_HAPPENINGS = frozenset(
    {"incident", "violence", "unrest", "event", "disaster", "crash", "tragedy", "operation",
     "episode", "case", "accident", "summit", "election", "vote", "war", "offensive", "protest"}
)  # fmt: skip
_MODIFIERS = ("NOUN", "PROPN", "CCONJ", "ADJ", "PUNCT")


def of_incident(text: Text, verb: int) -> Time | None:
    """ "the July 22 incident | in which two were shot", "to kill him | during the 2000 summit"."""
    syntax = text.syntax
    low, high = text.sentence(verb)
    which = next((i for i in range(verb - 1, max(low, verb - 7), -1) if text.before(i) in
                  ("in", "during") and syntax.word(i) == "which"), None)  # fmt: skip
    if which is not None and syntax.deprel(verb) == "acl:relcl":
        return _within(text, which - 2 - (syntax.word(which - 2) == ","))
    for index in range(verb + 1, high):
        if syntax.upos(index) == "VERB":
            return None
        if syntax.word(index) in ("for", "over") and _answered(text, verb):
            return None  # "was criticized for his conduct | during last summer's war"
        named = _HAPPENINGS if syntax.word(index) == "during" else {"war"}
        if syntax.word(index) in ("during", "in"):
            near = range(index + 1, min(index + 8, high))
            noun = next((i for i in near if syntax.lemmas[i].lower() in named), None)
            time = _within(text, noun) if noun is not None else None
            if time is not None or syntax.word(index) == "during":
                return time
    return None


def _answered(text: Text, verb: int) -> bool:
    """Whether a verb only says what somebody has to answer for, which was before."""
    lemma = text.syntax.lemmas[verb]
    return lemma in listed("status", "answered_for") | listed("status", "recalling")


def _within(text: Text, noun: int) -> Time | None:
    """The day that a noun's own phrase has before it."""
    syntax = text.syntax
    phrase = text.phrases.of(noun)
    if phrase is None or syntax.lemmas[phrase.head].lower() not in _HAPPENINGS:
        return None
    low, _ = text.sentence(noun)
    index = phrase.first - 1
    while index > low and (syntax.upos(index) in ("ADJ", "PART") or syntax.word(index) == "'s"):
        index -= 1
    time = text.time_of.get(index) if index >= low else None
    return time if time is not None and is_dated(time) else None


def opening(text: Text, verb: int) -> Time | None:
    """ "In Monday's violence, | a bomb killed two": the day of what the sentence opens with."""
    syntax = text.syntax
    low, _ = text.sentence(verb)
    if syntax.word(low) != "in" or syntax.deprel(verb) not in ("root", "ccomp"):
        return None
    time = text.time_of.get(low + 1)
    if time is None or not is_dated(time):
        return None
    index = low + 1
    while text.time_of.get(index) is time:
        index += 1
    owned = syntax.word(index) in ("'s", "’s") or time.span.text.endswith(("'s", "’s"))
    phrase = text.phrases.of(index + (syntax.word(index) in ("'s", "’s")))
    if not owned or phrase is None or text.after(phrase.last) != ",":
        return None
    lemma = syntax.lemmas[phrase.head]
    told = lemma in _HAPPENINGS or lemma in words().nouns
    return time if told and phrase.last < verb else None


def before_list(text: Text, noun: int, first: int) -> Time | None:
    """ "the July 7 | bus and subway bombings": a day before the kinds that are joined."""
    syntax = text.syntax
    low, _ = text.sentence(noun)
    index = first - 1
    if index <= low or syntax.word(index) not in ("and", ","):
        return None
    while index > low and index not in text.time_of and syntax.upos(index) in _MODIFIERS:
        index -= 1
    time = text.time_of.get(index)
    start = index
    while start > low and text.time_of.get(start - 1) is time:
        start -= 1
    several = syntax.word(noun) != syntax.lemmas[noun]
    if time is None or not is_dated(time) or not several or start <= low:
        return None
    return time if syntax.word(start - 1) in ("the", "its", "their") else None


def included(text: Text, noun: int) -> Time | None:
    """ "saw several attacks in 2027, including | a raid and a bombing": when all of them were."""
    syntax = text.syntax
    if (lasting := since_when(text, noun)) is not None:
        return lasting
    low, _ = text.sentence(noun)
    for index in range(noun - 1, low + 1, -1):
        if syntax.upos(index) in ("VERB", "AUX") and syntax.word(index) != "including":
            return None
        if syntax.word(index) == "including":
            before = index - 1 - (syntax.word(index - 1) == ",")
            time = text.time_of.get(before)
            return time if time is not None and is_dated(time) else None
    return None


def since_when(text: Text, noun: int) -> Time | None:
    """ "the embargo, in place | since 1961": from when on there is one."""
    index = noun + 1 + (text.after(noun) == ",") + 3
    time = text.time_of.get(index) if in_force(text, noun) else None
    return time if time is not None and is_dated(time) else None


def range_of(text: Text, time: Time) -> str:
    """ "from | 1992 | - 97", "the July-| August | war": the whole of a range of which a time is one
    end; else what the time says."""
    words = text.syntax.text
    behind = _YEAR_BEHIND.match(words, time.span.end)
    if _YEAR.fullmatch(time.span.text) and time.value == time.span.text and behind is not None:
        first, last = time.value, behind[1]
        last = last if len(last) == _YEAR_LETTERS else first[:2] + last
        return f"{first}/{last}" if first < last else first
    for other in text.times:
        joined = other.span.end + 1 == time.span.start and words[other.span.end] in "-–"
        if joined and len(other.value) == len(time.value) == _MONTH_LETTERS:
            return f"{other.value}/{time.value}"
    return time.value


def value_of(text: Text, time: Time) -> str:
    """What a time says of an event's day: "before dawn on Thursday" is that day's."""
    if time.type != "TIME":
        return range_of(text, time)
    inside = text.syntax.within(time.span.start, time.span.end)
    if inside and text.before(inside[0]) in ("before", "after"):
        return time.value.partition("T")[0] or time.value
    return time.value


def several(text: Text, trigger: Trigger, time: Time) -> bool:
    """ "fought two wars in | 1971 | and 1984": which of them, it does not say."""
    syntax, noun = text.syntax, trigger.noun
    if noun is None or syntax.word(noun) == syntax.lemmas[noun]:
        return False
    inside = syntax.within(time.span.start, time.span.end)
    index = inside[-1] + 1 if inside else len(syntax.tokens)
    if syntax.words[index : index + 1] in (["-"], ["–"]):
        index += 2  # "in 1947 | - 48 | and 1965"
    return syntax.words[index : index + 1] == ["and"] and index + 1 in text.time_of


_YEAR = re.compile(r"\d{4}")
_YEAR_BEHIND = re.compile(r"\s?[-–]\s?(\d{4}|\d\d)\b(?![-\d])")
_YEAR_LETTERS = 4
_MONTH_LETTERS = 7


def of_paper(text: Text, index: int) -> bool:
    """ "under a March 2027 law | it is banned": the law's own date."""
    syntax, time = text.syntax, text.time_of[index]
    _, high = text.sentence(index)
    end = index
    while end + 1 < high and text.time_of.get(end + 1) is time:
        end += 1
    phrase = text.phrases.of(end + 1) if end + 1 < high else None
    if phrase is None or phrase.first > end + 1:
        return False
    return syntax.lemmas[phrase.head] in _PAPERS


_PAPERS = frozenset(
    {"law", "act", "decree", "treaty", "agreement", "accord", "constitution", "resolution", "ban",
     "deal", "pact", "convention", "ruling", "amendment", "plan", "census", "report"}
)  # fmt: skip


def among_phrases(text: Text, noun: int) -> tuple[int, Time] | None:
    """ "a summit with the premier | on June 21 | in Lun": a day between what hangs on the noun."""
    syntax, phrase = text.syntax, text.phrases.of(noun)
    last = noun
    for _, other in text.following(phrase) if phrase is not None else ():
        start = last + 1
        last = text.last_of(other)
        for index in range(start, other.first):
            time = text.time_of.get(index)
            on = syntax.word(index - 1) == "on" and text.time_of.get(index - 1) is not time
            if time is not None and on and is_dated(time) and not attributive(text, index):
                return index, time
    return None


def day_of_deed(text: Text, trigger: Trigger) -> Time | None:
    """ "the killing | on Monday | of two men": the day before whom it befell."""
    phrase = text.phrases.of(trigger.noun) if trigger.noun is not None else None
    if phrase is None or phrase.head != trigger.noun:
        return None
    for index in range(
        phrase.last + 2, min(phrase.last + _DAY_WORDS, text.sentence(phrase.last)[1])
    ):
        time = text.time_of.get(index - 1)
        if text.syntax.word(index) == "of" and text.day_between(phrase, index):
            return time if time is not None and is_dated(time) else None
    return None


_DAY_WORDS = 9
"""Tokens behind a deed's noun within which the "of" stands, a day between."""


def attributive(text: Text, index: int) -> bool:
    """ "an inquiry into the | July 22 | incident": a day that is of the noun behind it."""
    syntax, time = text.syntax, text.time_of[index]
    start = end = index
    low, high = text.sentence(index)
    while start > low and text.time_of.get(start - 1) is time:
        start -= 1
    while end + 1 < high and text.time_of.get(end + 1) is time:
        end += 1
    if end + 1 < high and syntax.word(end + 1) in ("'s", "’s"):
        return True  # "protests over | last month's | vote"
    named = end + 1 < high and syntax.upos(end + 1) in ("NOUN", "ADJ", "PROPN")
    return named and start > low and syntax.upos(start - 1) in ("DET", "ADJ")


def mooted(text: Text, verb: int) -> bool:
    """ "suggested holding talks on Monday", "ruled out talking": the day of one or other.

    Likewise "found his | beheaded | body on Friday": when it was found.
    """
    syntax = text.syntax
    head = syntax.heads[verb]
    first = head if syntax.deprel(verb) == "conj" and head >= 0 else verb
    if syntax.deprel(first) == "amod" and syntax.heads[first] > verb:
        return True
    if (
        not 0 <= head < verb
        or not syntax.word(verb).endswith("ing")
        or syntax.has(verb, "mark", "case")
    ):
        return False
    ruled = syntax.lemmas[head] == "rule" and syntax.word(head + 1) == "out"
    mooted = ruled or syntax.lemmas[head] in ("suggest", "propose", "recommend", "reject")
    return mooted and syntax.deprel(verb) in ("xcomp", "ccomp", "advcl", "obj")


def set_for(text: Text, index: int, verb: int) -> bool:
    """ "is scheduled | for November", "will leave | by the end of the year": its day, or the
    last that it may have."""
    syntax = text.syntax
    start, time = index, text.time_of[index]
    while start and text.time_of.get(start - 1) is time:
        start -= 1
    case = syntax.word(start - 1) if start else ""
    if case == "for":
        fixed = syntax.lemmas[verb] in ("schedule", "set", "slate", "plan", "call")
        return fixed and time.type != "DURATION"
    ahead = {syntax.word(k) for k in syntax.kids(verb, "aux", "mark")}
    if case != "by" or not ahead & {"will", "would", "'ll", "to", "must", "should"}:
        return False
    return not any(syntax.upos(i) in ("VERB", "AUX") for i in range(verb + 1, start))
