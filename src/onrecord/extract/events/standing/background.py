"""What a promise, a demand or a threat tells besides: "agreed to see the man who was jailed"."""

from __future__ import annotations

from onrecord.extract.events.clauses.lexicon import listed
from onrecord.extract.events.clauses.mood import Mood
from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.senses.triggers import Trigger
from onrecord.extract.events.standing.beneath import known
from onrecord.extract.events.standing.to_come import in_force
from onrecord.records import Statement

_OF_DEEDS = frozenset({"pledge", "demand", "threaten", "reject", "praise"})
_ANYBODY = frozenset({"anyone", "anybody", "whoever", "any", "all", "someone", "everyone"})
_JOINTS = (
    ("suspect", "in"),
    ("involve", "in"),
    ("implicate", "in"),
    ("responsible", "for"),
    ("blame", "for"),
)
_WAKES = ("wake of", "aftermath of", "after", "follow", "following", "since")
_SAID = frozenset({"said", "says", "say", "told", "added", "adding", "saying", "stated"})
_DASHES = frozenset({"--", "-", "–", "—"})
_UP = 8
"""Words from a trigger up to the relative clause in which it stands."""


def background(text: Text, mood: Mood, trigger: Trigger, statement: Statement) -> bool:
    """Whether the reporter tells an event, who says who somebody is of whom another speaks.

    "promised to punish those behind the March bombing", "demanded access to the man, whose appeal
    was rejected": of what is a whole clause ("said that …"), all is on the word of who says it.
    """
    if statement.quote == "direct" or not statement.content:
        return False
    if behind_dash(text, trigger, statement) or _suspects_in(text, trigger, statement):
        return True
    if in_wake(text, trigger, statement):
        return True
    if trigger.noun is not None and in_force(text, trigger.noun):
        return True
    if statement.act not in _OF_DEEDS and not _means_to(text, statement):
        return False
    if _tells(text, statement):
        return False
    if trigger.noun is not None and trigger.verb is None and held_for(text, trigger.noun):
        return True
    return _describes(text, mood, trigger, statement)


def in_wake(text: Text, trigger: Trigger, statement: Statement) -> bool:
    """ "urged them to leave | in the wake of the recent raid", "to help the army in its fight":
    what is asked for or refused comes after what has been, or is part of what goes on."""
    phrase = text.phrases.of(trigger.noun) if trigger.noun is not None else None
    if phrase is None or trigger.verb is not None or statement.act not in _OF_DEEDS:
        return False
    if trigger.senses[0].type not in ("ASSAULT", "COERCE", "PROTEST", "SANCTION"):
        return False
    cue = statement.cue.text.lower().split() if statement.cue is not None else []
    if not _SAID.isdisjoint(cue):
        return False  # "said that they must answer the raid": so he says
    first = _opening(text, phrase)
    owned = text.phrases.owner(phrase) is not None or first != text.fronted(phrase).first
    if not (owned or known(text, phrase)):
        return False
    low, _ = text.sentence(first)
    before = " ".join(text.syntax.lemmas[max(low, first - 4) : first])
    fights = owned and text.syntax.lemmas[phrase.head] in ("fight", "struggle", "war", "battle")
    if fights and before.split(" ")[-1] == "in":
        return True
    return any(f" {before}".endswith(f" {wake}") for wake in _WAKES)


def _opening(text: Text, phrase: Phrase) -> int:
    """Where a phrase begins with whose or of when it is: "last week's bombing"."""
    low, _ = text.sentence(phrase.first)
    first = (text.phrases.owner(phrase) or text.fronted(phrase)).first
    while first > low and (first - 1 in text.time_of or text.before(first) in ("'s", "’s")):
        first -= 1
    return first


def behind_dash(text: Text, trigger: Trigger, statement: Statement) -> bool:
    """ "want the whole valley -- land | seized in the last war": the reporter says what it is."""
    syntax, verb = text.syntax, trigger.verb
    if verb is None or syntax.deprel(verb) not in ("acl", "acl:relcl"):
        return False
    low, _ = text.sentence(verb)
    inside = text.innermost(verb)
    dash = next((i for i in range(verb - 1, low, -1) if syntax.word(i) in _DASHES), None)
    if dash is None or inside is not statement or text.innermost(dash) is not statement:
        return False
    if syntax.tokens[dash - 1].end == syntax.tokens[dash].start and len(syntax.word(dash)) == 1:
        return False  # a hyphen within a word
    noun = syntax.heads[verb]
    phrase = text.phrases.of(noun)
    quoted = any(mark in syntax.words[dash:verb] for mark in ("“", '"', "”"))
    return phrase is not None and dash < phrase.first <= dash + 2 and not quoted


def _suspects_in(text: Text, trigger: Trigger, statement: Statement) -> bool:
    """ "is said to include a court for suspects in last year's murder", which nobody has told."""
    noun = trigger.noun
    told = noun is not None and trigger.verb is None and statement.source is None
    phrase = text.phrases.of(noun) if told and noun is not None else None
    if phrase is None:
        return False
    low, _ = text.sentence(phrase.first)
    first = _opening(text, phrase)
    joint = tuple(text.syntax.lemmas[max(low, first - 2) : first])
    bound = first < text.fronted(phrase).first or known(text, phrase)
    return bound and (joint in _JOINTS or joint[-1:] == ("behind",))


def _means_to(text: Text, statement: Statement) -> bool:
    """ "plans | to sue the firm that armed the rebels": what somebody only means to do."""
    syntax, cue = text.syntax, statement.cue
    if cue is None or not statement.content[0].text.lower().startswith("to "):
        return False
    told = {syntax.lemmas[i] for i in syntax.within(cue.start, cue.end)}
    return bool(told & (listed("status", "planning") | listed("status", "demanding")))


def _tells(text: Text, statement: Statement) -> bool:
    """Whether the content is a clause with a subject, and no infinitive or thing."""
    syntax = text.syntax
    inside = {i for part in statement.content for i in syntax.within(part.start, part.end)}
    if not inside or syntax.word(min(inside)) in ("that", "if", "whether"):
        return bool(inside)
    top = next((i for i in sorted(inside) if syntax.heads[i] not in inside), min(inside))
    top = syntax.heads[top] if syntax.word(top) == "to" and syntax.heads[top] in inside else top
    if syntax.upos(top) not in ("VERB", "AUX") and not syntax.has(top, "cop"):
        return False
    subject = syntax.kid(top, "nsubj", "nsubj:pass")
    return subject is not None and subject in inside and text.before(top) != "to"


def held_for(text: Text, noun: int) -> bool:
    """ "anyone involved in | the March bombing", "the men behind | the 2027 raid"."""
    syntax = text.syntax
    phrase = text.phrases.of(noun)
    if phrase is None or not known(text, phrase):
        return False
    first = (text.phrases.owner(phrase) or text.fronted(phrase)).first
    low, _ = text.sentence(first)
    before = tuple(syntax.lemmas[max(low, first - 2) : first])
    return before in _JOINTS or (before[-1:] == ("behind",))


def _describes(text: Text, mood: Mood, trigger: Trigger, statement: Statement) -> bool:
    """Whether it stands in a relative clause of what has been: "the men | who shelled it"."""
    syntax = text.syntax
    chain = [trigger.head, *list(syntax.up(trigger.head))[:_UP]]
    for verb in chain:
        start, end = text.offsets(verb, verb)
        if not any(part.start <= start and end <= part.end for part in statement.content):
            return False
        relation = syntax.deprel(verb)
        if relation == "acl:relcl":
            return _been(text, mood, verb) and not _anybodys(text, syntax.heads[verb])
        if relation == "acl" and verb == syntax.heads[verb] + 1:
            word, bare = syntax.word(verb), syntax.lemmas[verb]
            done = word != bare and not word.endswith("ing")
            above = syntax.heads[syntax.heads[verb]]
            if above >= 0 and syntax.lemmas[above] in ("order", "want", "have", "see", "get"):
                return False  # "ordered four men | detained"
            return done and _bound(text, syntax.heads[verb])
        if relation == "advcl" and _after(text, verb):
            return syntax.word(verb).endswith("ing") or _been(text, mood, verb)
        if relation in ("ccomp", "xcomp") and verb != trigger.head:
            return False
    return False


def _been(text: Text, mood: Mood, verb: int) -> bool:
    """Whether a relative clause tells of what has been or is, and of nothing to come."""
    unreal = listed("status", "hypothetical_auxiliaries") | listed("status", "future_auxiliaries")
    told = mood.auxiliaries(verb)
    if told & unreal:
        return False
    now = bool(told & {"is", "are"}) and text.syntax.word(verb).endswith("ing")
    word, lemma = text.syntax.word(verb), text.syntax.lemmas[verb]
    past = bool(told) or (word != lemma and not word.endswith(("ing", "s")))
    return now or (past and mood.finite_past(verb))  # no "those who renounce violence"


def _after(text: Text, verb: int) -> bool:
    """ "threatened to strike back | after police shot a man"."""
    syntax = text.syntax
    return any(syntax.word(k) in ("after", "since") for k in syntax.kids(verb, "mark") if k < verb)


def _anybodys(text: Text, head: int) -> bool:
    """ "anyone | who attacks them": nobody who has."""
    syntax = text.syntax
    phrase = text.phrases.of(head)
    first = syntax.word(phrase.first) if phrase is not None else syntax.word(head)
    return first in _ANYBODY or syntax.word(head) in _ANYBODY


def _bound(text: Text, head: int) -> bool:
    """ "the men | captured in Lun", and no "people | convicted of murder"."""
    syntax = text.syntax
    phrase = text.phrases.of(head)
    if phrase is None or _anybodys(text, head):
        return False
    known_one = syntax.upos(phrase.first) in ("DET", "NUM") or phrase.owner is not None
    return known_one or syntax.upos(head) == "PROPN"
