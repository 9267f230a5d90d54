"""Nouns of events that are yet to be, by the verb beside them: "will attend a meeting"."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.extract.events.clauses.lexicon import listed
from onrecord.extract.events.clauses.mood import Mood
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.standing.foregoing import Own

_WILL = frozenset({"would", "could", "might", "may", "will", "'d", "'ll"})
_NEEDING = frozenset({"require", "need", "necessitate"})
_FACING = frozenset({"face", "risk"})
_CLOSING = frozenset({"conclude", "complete", "finish"})
_NEGOTIATING = frozenset(
    {"finalize", "finalise", "negotiate", "hammer", "thrash", "work", "discuss"}
)
_DEALS = frozenset(
    {"deal", "agreement", "accord", "pact", "treaty", "truce", "ceasefire", "cease-fire"}
)
_OVER = frozenset({"ended", "failed", "collapsed", "stalled", "broke", "finished", "concluded"})
_BILLS = frozenset({"bill", "amendment", "draft", "legislation", "resolution", "measure", "law"})
_BOUND = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her"})

_TO_EFFECT = 12
"""Words from a truce to when it takes effect."""
_COMING = frozenset({"come", "go", "enter"})
_FORCE = (("into", "force"), ("into", "effect"))
_APART = frozenset({",", ";", ":", "but", "when", "after", "before", "which", "who", "and"})
_SET_TO = frozenset({"due", "set", "scheduled", "expected", "slated", "supposed", "is", "are"})


class ToCome:
    """Reads in one text what verbs say of an event's noun that has not been."""

    def __init__(self, text: Text, mood: Mood) -> None:
        self._text = text
        self._mood = mood

    def of(self, noun: int, first: int, verb: Callable[[int, int], Own | None]) -> Own | None:
        """What the verb by which the noun stands says; ``verb`` reads a verb's own words."""
        if takes_effect(self._text, noun):
            return "planned"
        return (
            self._faced(noun, first)
            or self._attended(noun, first, verb)
            or self._copular(noun, first)
            or self._object(noun, first, verb)
            or self._thereafter(noun, first, verb)
            or self._in_a_bill(noun)
            or ("ongoing" if in_force(self._text, noun) else None)
        )

    def _thereafter(
        self, noun: int, first: int, verb: Callable[[int, int], Own | None]
    ) -> Own | None:
        """ "will leave after a meeting with the king", "will meet him before talks in Oslo"."""
        syntax, head = self._text.syntax, self._text.syntax.heads[noun]
        case = syntax.word(first - 1) if first else ""
        if case not in ("after", "following", "before") or head < 0 or head > noun:
            return None
        _, high = self._text.sentence(noun)
        if any(syntax.upos(i) == "VERB" and syntax.word(i) in _OVER for i in range(noun, high)):
            return None  # "will walk out after talks | ended", whatever a tree says
        new = first == noun or syntax.upos(first) == "ADJ" or syntax.word(first) in ("a", "an")
        if not new or syntax.lemmas[noun] not in listed("status", "held") | {"visit", "vote"}:
            return None
        told = syntax.upos(head) == "VERB" and syntax.deprel(noun) in ("obl", "advcl")
        if syntax.deprel(noun) == "nmod":  # "will meet the leaders | after talks", hung on them
            thing = head
            head = syntax.heads[thing]
            told = head >= 0 and syntax.deprel(thing) == "obj" and syntax.upos(head) == "VERB"
        return "planned" if told and verb(head, 0) == "planned" else None

    def _in_a_bill(self, noun: int) -> Own | None:
        """ "the ban is contained in a bill that has not yet been debated"."""
        syntax, head = self._text.syntax, self._text.syntax.heads[noun]
        if head < noun or not syntax.deprel(noun).startswith("nsubj"):
            return None
        parts = [head, *syntax.kids(head, "obl", "nmod", "obj")]
        held = syntax.lemmas[head] in ("contain", "include", "part", "propose")
        bill = next((k for k in parts if syntax.lemmas[k] in _BILLS and k > noun), None)
        if not held or bill is None:
            return None
        _, high = self._text.sentence(noun)
        behind = syntax.words[bill:high]
        yet = "yet" in behind and {"not", "has", "have", "n't"} & set(behind)
        drafted = {"draft", "proposed", "pending"} & set(syntax.words[head:bill])
        return "planned" if yet or drafted else None

    def _faced(self, noun: int, first: int) -> Own | None:
        """ "faces deportation": what may come of it."""
        syntax = self._text.syntax
        if syntax.lemmas[noun] not in listed("status", "faced"):
            return None
        facing = syntax.lemmas[first - 1] if first else ""
        above = syntax.heads[noun]
        if facing not in _FACING and syntax.deprel(noun) == "obj" and above >= 0:
            facing = syntax.lemmas[above]
        return "hypothetical" if facing in _FACING else None

    def _attended(
        self, noun: int, first: int, verb: Callable[[int, int], Own | None]
    ) -> Own | None:
        """ "will take part in an exercise", "is to attend the talks", "will visit Oslo for talks":
        to come, as going there is."""
        syntax = self._text.syntax
        above = syntax.heads[noun]
        case = syntax.word(first - 1) if first else ""
        if above >= 0 and case == "for" and syntax.has(above, "cop") and above < noun:
            there = above in self._text.place_of  # "is in Oslo for talks"
            there = there or syntax.word(above) == "due"  # "is due in Oslo on Monday for talks"
            return "planned" if there and syntax.lemmas[noun] in listed("status", "held") else None
        if above < 0 or syntax.upos(above) not in ("VERB", "NOUN"):
            return None
        if syntax.lemmas[above] == "part" and case == "in":  # "take | part in"
            above = syntax.heads[above]
        if above < 0 or syntax.upos(above) != "VERB" or above > noun:
            return None
        lemma = syntax.lemmas[above]
        goes = lemma in listed("status", "going_to") and case == "for"
        if not (goes or lemma in listed("status", "attending") or lemma == "take"):
            return None
        if lemma == "take" and case != "in":
            return None
        return "planned" if verb(above, 0) == "planned" else None

    def plotted(self, noun: int, first: int) -> bool:
        """ "a cell planning attacks": whatever a tree makes of the gerund."""
        index = noun - 1
        while index > first and self._text.syntax.upos(index) in ("ADJ", "NOUN"):
            index -= 1
        return index > first and self._text.syntax.word(index) in ("planning", "plotting")

    def scheduled(self, noun: int) -> bool:
        """ "the talks, scheduled to begin on Saturday", "a march planned for Monday"."""
        syntax = self._text.syntax
        if any(self._begins(k) for k in syntax.kids(noun, "acl:relcl")):
            return True
        return any(
            syntax.lemmas[k] in ("schedule", "plan", "slate", "due", "expect")
            and (self._text.after(k) == "to" or self._on_day(k))
            for k in syntax.kids(noun, "acl", "amod")
            if k > noun
        )

    def _begins(self, verb: int) -> bool:
        """ "the summit, which begins | on Monday": in the present, and on a day."""
        syntax = self._text.syntax
        lemma = syntax.lemmas[verb]
        if lemma not in ("begin", "start", "open", "convene") or self._mood.auxiliaries(verb):
            return False
        if syntax.word(verb) not in (lemma, f"{lemma}s"):
            return False
        day = verb + 1 + (self._text.after(verb) in ("on", "in"))
        return day in self._text.time_of

    def _on_day(self, index: int) -> bool:
        """ "planned | for Monday", and not "for months"."""
        behind = index + 1 + (self._text.after(index) in ("for", "on"))
        time = self._text.time_of.get(behind)
        return time is not None and time.type != "DURATION"

    def none(self, noun: int, verb: Callable[[int, int], Own | None]) -> bool:
        """ "is not taking part in any exercise": there is none, as far as it goes."""
        syntax = self._text.syntax
        head = syntax.heads[noun]
        if head >= 0 and syntax.lemmas[head] == "part":
            head = syntax.heads[head]
        if head < 0 or syntax.upos(head) != "VERB":
            return False
        occurs = syntax.lemmas[head] in ("take", "happen", "occur")
        return (head < noun or occurs) and verb(head, 0) == "negated"

    def _copular(self, noun: int, first: int) -> Own | None:
        """ "a nuclear test would be an act of defiance": one that is only thought of."""
        syntax = self._text.syntax
        head = syntax.heads[noun]
        if head < 0 or syntax.word(first) in _BOUND or not syntax.deprel(noun).startswith("nsubj"):
            return None
        if syntax.upos(head) == "VERB" or not syntax.has(head, "cop"):
            return None
        if syntax.word(head) in listed("status", "in_prospect"):
            return "hypothetical"  # "an attack is not imminent"
        if syntax.word(head) == "due":
            return "planned"  # "another march is due on Friday"
        return "hypothetical" if self._mood.auxiliaries(head) & _WILL else None

    def _object(self, noun: int, first: int, verb: Callable[[int, int], Own | None]) -> Own | None:
        """ "will require cooperation", "may discuss sanctions", "until it ends its inquiry"."""
        syntax = self._text.syntax
        head = syntax.heads[noun]
        relation = syntax.deprel(noun)
        if head < 0 or syntax.upos(head) != "VERB" or relation not in ("obj", "nsubj:pass"):
            return None
        lemma = syntax.lemmas[head]
        if relation == "nsubj:pass":  # "the withdrawal will be completed on Friday"
            closed = lemma in _CLOSING and verb(head, 0) in ("planned", "hypothetical")
            return "planned" if closed else None
        if lemma == "rule" and syntax.word(head + 1) == "out":
            return "hypothetical"  # "has not ruled out an attack"
        if lemma == "call" and syntax.word(head + 1) == "off":
            return "hypothetical"  # "called off an attack"
        if lemma == "call" and syntax.lemmas[noun] in listed("status", "called"):
            off = syntax.kid(head, "compound:prt") is not None
            return "hypothetical" if off else "planned"  # "called a strike for Monday"
        bare = first == noun or syntax.word(first) not in _BOUND
        owner = self._text.phrases.of(noun)
        owned = owner is not None and self._text.phrases.owner(owner) is not None
        if lemma in _NEEDING and bare and not owned:
            return "hypothetical"
        if lemma in _CLOSING and (owned or not bare):
            until = any(syntax.word(k) in ("until", "till") for k in syntax.kids(head, "mark"))
            told = "planned" if until else verb(head, 0)
            return "ongoing" if told in ("planned", "hypothetical") else None
        if lemma in _NEGOTIATING and syntax.lemmas[noun] in _DEALS and bare and not owned:
            return "planned"
        if lemma == "oppose" and first == noun and not owned:
            return "hypothetical"
        several = syntax.word(noun) != syntax.lemmas[noun] and first == noun
        if several and not owned and lemma in ("discuss", "consider", "debate"):
            return "hypothetical" if verb(head, 0) in ("hypothetical", "planned") else None
        return None

    def awaited(self, noun: int) -> Own | None:
        """ "the truce is due to begin on Friday", "flew to Oslo for talks": not yet."""
        syntax, head = self._text.syntax, self._text.syntax.heads[noun]
        if head < 0:
            return None
        if syntax.upos(head) == "ADJ" and syntax.deprel(noun).startswith("nsubj"):
            if any(self._mood.infinitive(k) for k in syntax.kids(head, "xcomp", "ccomp", "advcl")):
                return listed_as(syntax.lemmas[head])
            return None
        phrase = self._text.phrases.of(noun)
        sets_out = syntax.lemmas[head] in listed("status", "setting_out")
        if phrase is None or not sets_out or self._text.case(phrase) != "for":
            return None
        new = phrase.first == noun or syntax.word(phrase.first) in ("a", "an", "further", "more")
        new = new or syntax.lemmas[noun] in listed("status", "held")  # "for the annual meeting"
        return "planned" if new else None

    def kept_from(self, noun: int) -> Own | None:
        """ "to protect civilians from attack": from any that there may be."""
        syntax = self._text.syntax
        phrase = self._text.phrases.of(noun)
        if phrase is None or self._text.case(phrase) != "from" or syntax.heads[noun] < 0:
            return None
        keeps = syntax.lemmas[syntax.heads[noun]] in listed("status", "protecting")
        return "hypothetical" if keeps and phrase.first == noun else None


def in_force(text: Text, noun: int) -> bool:
    """ "the embargo, | in place since 1961, …": a measure that there is."""
    syntax = text.syntax
    _, high = text.sentence(noun)
    behind = syntax.words[noun + 1 : min(high, noun + 5)]
    behind = behind[1:] if behind[:1] == [","] else behind
    return behind[:1] == ["in"] and behind[1:3] in (
        ["place", "since"], ["force", "since"], ["effect", "since"],
    )  # fmt: skip


def takes_effect(text: Text, noun: int) -> bool:
    """ "the truce will take effect at midnight", "a ban is due to come into force": to come."""
    syntax = text.syntax
    _, high = text.sentence(noun)
    for index in range(noun + 2, min(high - 1, noun + _TO_EFFECT)):
        behind = tuple(syntax.words[index + 1 : index + 3])
        taking = syntax.word(index) == "take" and behind[:1] == ("effect",)
        if not (taking or (syntax.word(index) in _COMING and behind in _FORCE)):
            continue
        between = set(syntax.words[noun + 1 : index])
        if between & _APART:
            return False
        lead = syntax.word(index - 1)
        return lead in ("will", "would", "'ll") or (lead == "to" and bool(between & _SET_TO))
    return False


def listed_as(adjective: str) -> Own | None:
    """What an adjective makes of what it is said of: "due to begin", "likely to begin"."""
    if adjective in ("due", "set", "slated", "scheduled", "ready", "poised", "about"):
        return "planned"
    return "hypothetical" if adjective in ("likely", "unlikely", "possible", "bound") else None
