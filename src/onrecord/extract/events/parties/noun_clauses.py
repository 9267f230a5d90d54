"""Who does what a noun names, where the clause around it tells: "captured two towns in a raid"."""

from __future__ import annotations

from onrecord.extract.events.clauses.aims import Aims
from onrecord.extract.events.clauses.clause import Clauses
from onrecord.extract.events.clauses.lexicon import listed, words
from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.events.clauses.relatives import carried_out
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.senses.triggers import Trigger
from onrecord.extract.places.words import words as words_of_places
from onrecord.records import Actor

BETWEEN = frozenset({"between", "among", "amongst"})
MANY = frozenset(
    {"spate", "series", "string", "wave", "number", "spree", "rash", "succession", "set", "round"}
)
_WITHIN = frozenset({"in", "during"})
_ARMED = frozenset({"military", "armed_group", "government"})


class NounClauses:
    """Reads the clauses around the event nouns of one text."""

    def __init__(self, text: Text, clauses: Clauses, aims: Aims) -> None:
        self._text = text
        self._clauses = clauses
        self._aims = aims

    def doers(self, trigger: Trigger, phrase: Phrase) -> list[Phrase]:
        """ "said during a visit", "answered with tear gas", "took a town in an offensive", "an
        offensive launched by the army": who does what the clause tells of."""
        by = self.launched_by(phrase)
        if by is not None:
            return [by]
        between = self._broke_out(phrase)
        if between is not None:
            return [between]
        syntax = self._text.syntax
        phrase = self._all_of(row_head(self._text, phrase))
        case = self._text.case(phrase)
        verb = next((i for i in syntax.up(phrase.head) if syntax.upos(i) == "VERB"), None)
        if verb is None or syntax.deprel(phrase.head) not in ("obl", "nmod", "advcl"):
            return []
        if self._on_parting(trigger, phrase, case):
            met = self._clauses.subject(verb)
            return [met] if met is not None and self._aims.somebody(met) else []
        if self._clauses.passive(verb):
            taken = case == "in" and self._taken(trigger, verb, case)
            by = self._clauses.agent(verb) if taken else None
            return [by] if by is not None and self._armed(by) else []
        visits = trigger.senses[0].mode == "visit" and case in ("during", "on")
        told = visits or (case == "with" and self._answers(verb)) or self._went_on(verb, phrase)
        told = told or self._came_for(trigger, verb, case) or self._means_to(trigger, verb, case)
        found = self._clauses.subject(verb) if told or self._taken(trigger, verb, case) else None
        if found is None or not self._aims.somebody(found):
            return []
        return [found] if told or self._armed(found) else []

    def _on_parting(self, trigger: Trigger, phrase: Phrase, case: str) -> bool:
        """ "spoke after | meeting with the envoy", tagged as a noun: who spoke met him."""
        bare = trigger.noun == phrase.first == phrase.last and case in ("after", "before", "while")
        gerund = self._text.syntax.word(phrase.head) == "meeting"
        return bare and gerund and trigger.senses[0].type == "CONSULT"

    def _all_of(self, phrase: Phrase) -> Phrase:
        """ "during a series | of raids": the phrase that says that there were many."""
        syntax = self._text.syntax
        above = syntax.heads[phrase.head]
        if self._text.case(phrase) != "of" or above < 0 or syntax.lemmas[above] not in MANY:
            return phrase
        return self._text.phrases.of(above) or phrase

    def launched_by(self, phrase: Phrase) -> Phrase | None:
        """ "an offensive | launched by the army", "the raid | that the army made": the agent."""
        syntax = self._text.syntax
        for verb in syntax.kids(phrase.head, "acl"):
            made = listed("roles", "performing") | listed("roles", "laying")
            if syntax.lemmas[verb] in made and verb == phrase.last + 1:
                if syntax.words[verb].endswith(("ed", "en", "un")):
                    return self._clauses.agent(verb)
        for verb in syntax.kids(phrase.head, "acl:relcl"):
            if carried_out(self._text, verb):
                return self._clauses.subject(verb)
        return None

    def _broke_out(self, phrase: Phrase) -> Phrase | None:
        """ "clashes erupted on Monday | between the army and rebels": those who fought."""
        syntax, verb = self._text.syntax, self._text.syntax.heads[phrase.head]
        if verb < 0 or syntax.deprel(phrase.head) != "nsubj" or verb < phrase.head:
            return None
        if syntax.lemmas[verb] not in listed("roles", "breaking_out"):
            return None
        found = self._clauses.oblique(verb, BETWEEN)
        if found is None or not self._aims.somebody(found):
            return None
        stepped = self._text.time_of.keys() | self._text.place_of.keys()
        other = any(  # "erupted after talks | between the two"
            syntax.upos(i) in ("NOUN", "PRON", "PROPN") and syntax.word(i) != "place"
            for i in range(verb + 1, found.first)
            if i not in stepped
        )
        return None if other else found

    def _answers(self, verb: int) -> bool:
        """ "retaliated with strikes", "took action with strikes"."""
        syntax = self._text.syntax
        if syntax.lemmas[verb] in listed("roles", "answering"):
            return True
        taken = syntax.kid(verb, "obj")
        return taken is not None and syntax.lemmas[verb] == "take" and (
            syntax.lemmas[taken] in ("action", "revenge", "step", "measure")
        )  # fmt: skip

    def _went_on(self, verb: int, phrase: Phrase) -> bool:
        """ "continued | on Tuesday | raids": the object behind a day, whatever the tree says."""
        syntax = self._text.syntax
        if syntax.lemmas[verb] not in listed("roles", "performing") or self._text.case(phrase):
            return False
        between = range(verb + 1, phrase.first)
        return bool(between) and all(
            i in self._text.time_of or syntax.upos(i) == "ADP" for i in between
        )

    def _taken(self, trigger: Trigger, verb: int, case: str | None) -> bool:
        """ "captured a town in an offensive", "took it after clashes with rebels": what armed men
        do to the ground is done by their attack."""
        syntax, noun = self._text.syntax, trigger.noun
        if noun is None or trigger.senses[0].type != "ASSAULT":
            return False
        if syntax.lemmas[verb] not in listed("roles", "advancing") | listed("roles", "raiding"):
            return False
        if case == "during" and syntax.lemmas[verb] in ("attack", "target", "bomb", "burn"):
            return False  # "rebels attacked soldiers during an operation": the soldiers', perhaps
        fight = case == "after" and syntax.lemmas[noun] in listed("roles", "fights")
        return fight or (case in _WITHIN and syntax.lemmas[noun] in listed("roles", "pushes"))

    def _means_to(self, trigger: Trigger, verb: int, case: str | None) -> bool:
        """ "is preparing for an offensive", "live by kidnapping": one does both."""
        syntax, noun = self._text.syntax, trigger.noun
        if noun is None:
            return False
        if case == "for" and syntax.lemmas[verb] in ("prepare", "ready", "train", "mobilize"):
            return syntax.lemmas[noun] in listed("roles", "prepared")
        found = self._clauses.subject(verb) if case in ("through", "by", "with") else None
        actor = self._text.actor(found.first, found.last) if found is not None else None
        lives = syntax.lemmas[verb] in ("fund", "finance", "live", "support", "survive", "sustain")
        return lives and actor is not None and actor.kind == "armed_group"

    def _came_for(self, trigger: Trigger, verb: int, case: str | None) -> bool:
        """ "flew to Besk for talks with the king": who came talks."""
        talks = trigger.senses[0].type == "CONSULT" and case == "for"
        return talks and self._text.syntax.lemmas[verb] in listed("roles", "coming_for")

    def _armed(self, phrase: Phrase) -> bool:
        actor: Actor | None = self._text.actor(phrase.first, phrase.last)
        return actor is not None and (actor.kind in _ARMED or actor.sector in ("COP", "MIL", "REB"))


def both_sides(text: Text, one: Phrase) -> list[Phrase]:
    """ "between | the army | and | rebels": the second as well, wherever a tree hangs it."""
    if len(text.joined(one)) > 1 or text.after(one.last) != "and":
        return [one]
    other = text.phrases.of(one.last + 2) if one.last + 2 < len(text.syntax.tokens) else None
    if other is None or other.first != one.last + 2:
        return [one]
    return [one, text.whole(other)]


def right_behind(text: Text, phrase: Phrase, other: Phrase) -> bool:
    """ "the killing of | more than | 140 villagers": with no more between than how many."""
    start = phrase.last + 1
    behind = range(start, other.first)
    days = next(
        (i for i in behind if text.syntax.words[i] == "of" and text.day_between(phrase, i)), start
    )
    if other.first == days + 1:
        return True
    between = text.syntax.words[days + 1 : other.first]
    many = bool(between) and text.syntax.words[days] == "of"
    return other.first == phrase.last + 2 or (many and set(between) <= listed("roles", "how_many"))


def sides_named(text: Text, phrase: Phrase, trigger: Trigger) -> list[Phrase]:
    """ "the Israeli-Palestinian talks", "Norway-Denmark clashes": the two states."""
    syntax = text.syntax
    noun = syntax.lemmas[phrase.head]
    if trigger.senses[0].type != "CONSULT" and noun not in listed("roles", "fights"):
        return []
    lands = words_of_places().demonyms
    for index in range(phrase.first + 1, trigger.first - 1):
        if syntax.word(index) in ("-", "–"):
            pair = (index - 1, index + 1)
            if all(syntax.tokens[i].text in lands or i in text.place_of for i in pair):
                return [Phrase(i, i, i) for i in pair]
    return []


def row_head(text: Text, phrase: Phrase) -> Phrase:
    """ "used ambushes, | abductions | and bombings": the first, which the verb takes."""
    syntax = text.syntax
    head = phrase.head
    first = head
    while syntax.deprel(first) == "conj" and 0 <= syntax.heads[first] < first:
        first = syntax.heads[first]
    own = text.case(phrase) or phrase.owner is not None
    used = syntax.heads[first] >= 0 and syntax.lemmas[syntax.heads[first]] == "use"
    if first == head or own or not (used or syntax.lemmas[first] in words().nouns):
        return phrase
    return text.phrases.of(first) or phrase
