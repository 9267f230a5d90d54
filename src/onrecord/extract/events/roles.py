"""Who does it and to whom: the parties of an event, from its clause or its noun's phrases."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.extract.events.clause import Clauses
from onrecord.extract.events.lexicon import listed, people, table, words
from onrecord.extract.events.phrases import Phrase
from onrecord.extract.events.reach import Reach
from onrecord.extract.events.text import Text
from onrecord.extract.events.triggers import Trigger
from onrecord.records import EventType

_OF_COMPLEMENT = frozenset({"AGREE", "REJECT", "THREATEN", "REQUEST"})
_REACHING = frozenset(
    {"AGREE", "AID", "REJECT", "REQUEST", "THREATEN", "CONCEDE", "RETREAT", "SANCTION", "COERCE",
     "MOBILIZE", "ACCUSE"}
)  # fmt: skip
_THINGS_FIRST = frozenset({"CONSULT", "AID", "RETREAT", "CONCEDE", "AGREE", "SANCTION", "MOBILIZE"})


@dataclass(slots=True)
class Parties:
    """The phrases of those who act and of those acted on; ``thing`` is a verb's object itself."""

    actors: list[Phrase] = field(default_factory=list)
    recipients: list[Phrase] = field(default_factory=list)
    thing: Phrase | None = None


class Roles:
    """Finds the parties of triggers in one text."""

    def __init__(self, text: Text, clauses: Clauses) -> None:
        self._text = text
        self._clauses = clauses
        self._reach = Reach(text)

    def find(self, trigger: Trigger) -> Parties:
        """The parties of a trigger; of a mutual act (talks, a clash) all are actors."""
        sense = trigger.senses[0]
        if trigger.verb is None:
            parties = self._of_noun(trigger)
        elif trigger.noun is not None:
            parties = self._of_light(trigger)
        else:
            parties = self._of_verb(trigger)
        doers = [self._behind_event(p) for p in self._spread(parties.actors) if self._meant(p)]
        parties.actors = _unique([p for p in doers if p is not None])
        parties.recipients = [p for p in self._spread(parties.recipients) if self._meant(p)]
        mutual = sense.mutual and sense.mode != "visit"
        if not any(map(self._reach.known, parties.recipients)):
            parties.recipients = self._others(trigger, parties, mutual) or parties.recipients
        if mutual:
            parties.actors = _unique([*parties.actors, *parties.recipients])
        return parties

    def _others(self, trigger: Trigger, parties: Parties, mutual: bool) -> list[Phrase]:
        """Whom an act befalls where its own clause names a mere thing, or nobody.

        Of a mutual act it is those joined to who acts; else whom the thing further on reaches.
        """
        type_ = trigger.senses[0].type
        joined = len(parties.actors) > 1 and all(map(self._reach.known, parties.actors))
        if joined and (mutual or type_ == "AGREE"):
            return parties.actors[1:]
        if type_ not in _REACHING or trigger.verb is None:
            return []
        if self._is_denial(trigger.verb):
            return []
        start = max([trigger.last, *(p.last for p in parties.recipients)])
        found = self._reach.behind(start, parties.actors)
        return self._spread([found]) if found is not None else []

    def _is_denial(self, verb: int) -> bool:
        """Whether a verb tells that somebody denied something, and did not deny it to somebody."""
        said = self._text.cue_of(verb)
        denies = self._text.syntax.lemmas[verb] in listed("status", "denying")
        return denies and said is not None and said.act == "deny"

    def _meant(self, phrase: Phrase) -> bool:
        """Whether a phrase says who or what: no bare "those", "what" or "it"."""
        bare = phrase.first == phrase.last
        word = self._text.syntax.word(phrase.head)
        if word in listed("roles", "reflexive"):
            return False
        return self._somebody(phrase) or not (bare and word in listed("roles", "bare"))

    def _behind_event(self, phrase: Phrase) -> Phrase | None:
        """The phrase, or whose it is where it names something that happens: "rebel shells hit"."""
        if not self._is_event(phrase):
            return phrase
        return self._inside(phrase, phrase.head)

    def _is_event(self, phrase: Phrase) -> bool:
        """Whether a phrase names something that happens, and so nobody who acts."""
        syntax = self._text.syntax
        if self._somebody(phrase):
            return False
        lemma = syntax.lemmas[phrase.head]
        sense = words().nouns.get(lemma)
        return sense is not None or lemma in listed("roles", "happenings")

    def _spread(self, found: list[Phrase]) -> list[Phrase]:
        return _unique([other for phrase in found for other in self._text.joined(phrase)])

    # ------------------------------------------------------------------ verbs

    def _of_verb(self, trigger: Trigger) -> Parties:
        verb, type_ = trigger.head, trigger.senses[0].type
        clauses, parties = self._clauses, Parties()
        if clauses.passive(verb):
            agent, sufferer = clauses.agent(verb), clauses.subject(verb)
            parties.actors = [agent] if agent is not None else []
            parties.thing = sufferer
            if sufferer is not None:
                parties.recipients = [
                    self._laid_on(verb, trigger.last) or self._aimed(sufferer, type_)
                ]
            return parties
        subject = clauses.subject(verb)
        if subject is not None:
            parties.actors = [self._doer(subject)]
        thing = clauses.object(verb, trigger.last)
        parties.thing = thing
        parties.recipients = self._receivers(verb, trigger.last, type_, thing)
        if self._is_denial(verb):
            return parties  # what is denied befell nobody by the denial
        if type_ in _OF_COMPLEMENT and not any(map(self._somebody, parties.recipients)):
            parties.recipients = self._of_complement(verb, type_) or parties.recipients
        return parties

    def _of_complement(self, verb: int, type_: EventType) -> list[Phrase]:
        """Who the act that is agreed to, asked for, refused or threatened would befall."""
        syntax = self._text.syntax
        for kid in syntax.kids(verb, "xcomp", "ccomp"):
            if syntax.upos(kid) != "VERB" or kid < verb:
                continue
            if syntax.deprel(kid) == "ccomp" and type_ == "REQUEST":
                subject = self._clauses.subject(kid)
                return [subject] if subject is not None else []
            inner = self._inner_type(kid)
            return self._receivers(kid, kid, inner, self._clauses.object(kid))
        return []

    def _inner_type(self, verb: int) -> EventType:
        """The type of a complement's verb; where it has none, what it gives goes to somebody."""
        lemma = self._text.syntax.lemmas[verb]
        senses = words().verbs.get(lemma)
        if senses:
            return senses[0].type
        lights = words().light.get(lemma)
        return lights[0].sense.type if lights else "AID"

    def _receivers(
        self, verb: int, last: int, type_: EventType, thing: Phrase | None
    ) -> list[Phrase]:
        """Who is acted on by a verb in the active: its object, or who stands by a preposition."""
        cases = table("roles", "recipients").get(type_, frozenset())
        blamed = self._laid_on(verb, last)
        if blamed is not None:
            return [blamed]
        oblique = self._clauses.oblique(verb, cases, last)
        if thing is None:
            return [oblique] if oblique is not None else []
        ground = self._text.syntax.lemmas[thing.head] in listed("roles", "grounds")
        if ground and type_ in ("COERCE", "ASSAULT") and not self._somebody(thing):
            return [self._aimed(thing, type_)]
        expelled = type_ == "SANCTION" and self._somebody(thing)
        if type_ in _THINGS_FIRST and oblique is not None and not expelled:
            return [oblique]
        if not self._somebody(thing) and oblique is not None and self._somebody(oblique):
            inner = self._aimed(thing, type_)
            return [inner] if inner != thing and self._somebody(inner) else [oblique]
        return [self._aimed(thing, type_)]

    def _laid_on(self, verb: int, last: int) -> Phrase | None:
        """Who is blamed where a deed is laid on somebody: "blamed the hacking on them"."""
        if self._text.syntax.lemmas[verb] not in listed("roles", "laid_on"):
            return None
        found = self._clauses.oblique(verb, frozenset({"on"}), last)
        return found if found is not None and self._somebody(found) else None

    def _aimed(self, phrase: Phrase, type_: EventType) -> Phrase:
        """Whom an act on a thing is aimed at: its owner, or who it is of, by or from.

        "rejected the union's plan", "welcomed the decision of the court": the union, the court.
        """
        text = self._text
        if self._somebody(phrase):
            return phrase
        owner = text.phrases.owner(phrase)
        if owner is not None and type_ != "RETREAT" and text.syntax.upos(owner.head) != "PRON":
            return owner
        cases = table("roles", "recipients").get(type_, frozenset())
        inner = listed("roles", "of_things") | cases
        if type_ in ("COERCE", "ASSAULT") and phrase.head + 1 < len(text.syntax.tokens):
            if text.syntax.lemmas[phrase.head] in listed("roles", "grounds"):
                inner = inner & {"from"}  # "seized the city with …"
        for case, other in text.following(phrase, 2):
            if case in inner and self._somebody(other):
                return other
        held = self._held(phrase)
        return held if held is not None else phrase

    def _held(self, phrase: Phrase) -> Phrase | None:
        """Who holds an area: "villages held by rebels"."""
        text, syntax = self._text, self._text.syntax
        _, high = text.sentence(phrase.last)
        verb = phrase.last + 1
        if verb + 2 >= high or syntax.lemmas[verb] not in listed("roles", "holding"):
            return None
        behind = text.phrases.after(verb + 1) if syntax.word(verb + 1) == "by" else None
        return text.whole(behind) if behind is not None else None

    def _doer(self, phrase: Phrase) -> Phrase:
        """Who acts, where the subject is what he acts by: "Iran's move" is its owner's."""
        owner = self._text.phrases.owner(phrase)
        if owner is not None and not self._somebody(phrase):
            return owner
        return phrase

    def _somebody(self, phrase: Phrase) -> bool:
        """Whether a phrase means an actor, or persons by its noun ("the top diplomat")."""
        if self._text.actor(phrase.first, phrase.last) is not None:
            return True
        return self._text.syntax.lemmas[phrase.head] in people()

    # ------------------------------------------------------------------ nouns

    def _of_light(self, trigger: Trigger) -> Parties:
        assert trigger.verb is not None and trigger.noun is not None
        verb, type_ = trigger.verb, trigger.senses[0].type
        clauses, parties = self._clauses, Parties()
        if clauses.passive(verb):
            agent = clauses.agent(verb)
            parties.actors = [agent] if agent is not None else []
        else:
            subject = clauses.subject(verb)
            parties.actors = [self._doer(subject)] if subject is not None else []
        thing = self._text.phrases.of(trigger.noun)
        cases = table("roles", "recipients").get(type_, frozenset())
        if thing is not None:
            behind = self._text.following(thing)
            behind.sort(key=lambda found: found[0] != "against")
            for case, other in behind:
                if case in cases:
                    parties.recipients = [self._aimed(other, type_)]
                    return parties
                if case == "between":
                    parties.actors = parties.actors or [other]
        last = max(trigger.last, trigger.noun)
        dative = clauses.object(verb)
        oblique = clauses.oblique(verb, cases, last)
        if oblique is not None:
            parties.recipients = [self._aimed(oblique, type_)]
        elif dative is not None and dative != thing and self._somebody(dative):
            parties.recipients = [dative]
        elif thing is not None and self._held_back(thing, type_):
            parties.recipients = [thing]
        return parties

    def _held_back(self, thing: Phrase, type_: EventType) -> bool:
        actor = self._text.actor(thing.first, thing.last)
        if actor is None or type_ not in ("RETREAT", "AID", "ACCUSE"):
            return False
        return type_ in ("RETREAT", "ACCUSE") or actor.kind in ("people", "person")

    def _of_noun(self, trigger: Trigger) -> Parties:
        assert trigger.noun is not None
        text, type_ = self._text, trigger.senses[0].type
        parties = Parties()
        phrase = text.phrases.of(trigger.noun)
        if phrase is None:
            start = trigger.first
            phrase = Phrase(start, trigger.noun, trigger.noun)
        suffered = self._suffered(trigger.noun)
        self._behind(phrase, type_, suffered, parties)
        inside = self._inside(phrase, trigger.first)
        owner = text.phrases.owner(phrase)
        for found in (owner, inside):
            if found is None:
                continue
            if suffered and not parties.recipients and not self._deals(found, trigger.noun):
                parties.recipients = [found]
            elif (
                found not in parties.recipients
                and not parties.actors
                and self._acts(found, trigger.noun)
            ):
                parties.actors = [found]
        self._by_verb(trigger.noun, phrase, parties)
        if not parties.actors:
            parties.actors = self._by_clause(trigger, phrase)
        if type_ == "ASSAULT" and not parties.recipients:
            parties.recipients = self._holders(phrase)
        return parties

    def _by_clause(self, trigger: Trigger, phrase: Phrase) -> list[Phrase]:
        """ "said during a visit", "answered with tear gas": who does what the clause tells of."""
        syntax = self._text.syntax
        case = self._text.case(phrase)
        verb = next((i for i in syntax.up(phrase.head) if syntax.upos(i) == "VERB"), None)
        if verb is None or syntax.deprel(phrase.head) not in ("obl", "nmod"):
            return []
        visits = trigger.senses[0].mode == "visit" and case in ("during", "on")
        answers = case == "with" and syntax.lemmas[verb] in listed("roles", "answering")
        if not (visits or answers) or self._clauses.passive(verb):
            return []
        found = self._clauses.subject(verb)
        return [found] if found is not None and self._somebody(found) else []

    def _holders(self, phrase: Phrase) -> list[Phrase]:
        """Who holds the ground of an attack: "an offensive in areas held by rebels"."""
        for _, other in self._text.following(phrase):
            for one in self._text.joined(other):
                held = self._held(one)
                if held is not None:
                    return [held]
        return []

    def _acts(self, phrase: Phrase, noun: int) -> bool:
        """Whether a phrase before the noun can be who does it: no place where it is."""
        if self._text.syntax.lemmas[noun] in listed("roles", "located_nouns"):
            return False
        index = phrase.head
        if index in self._text.place_of and phrase.first == phrase.last:
            return self._text.syntax.tokens[index].text.isupper() or self._owner_of_next(phrase)
        return True

    def _owner_of_next(self, phrase: Phrase) -> bool:
        after = phrase.last + 1
        return after < len(self._text.syntax.tokens) and self._text.syntax.upos(after) == "PART"

    def _suffered(self, noun: int) -> bool:
        return self._text.syntax.lemmas[noun] in listed("roles", "suffered_nouns")

    def _deals(self, phrase: Phrase, noun: int) -> bool:
        """Whether those before the noun do what others suffer: "army shelling"."""
        lemmas = self._text.syntax.lemmas
        dealt = lemmas[noun] in listed("roles", "dealt_nouns")
        return dealt and lemmas[phrase.head] in listed("triggers", "doers")

    def _aimed_at_of(self, noun: int) -> bool:
        return self._text.syntax.lemmas[noun] in listed("roles", "aimed_nouns")

    def _behind(self, phrase: Phrase, type_: EventType, suffered: bool, parties: Parties) -> None:
        """Take the phrases behind the noun: by whom, on whom, between whom."""
        cases = table("roles", "recipients").get(type_, frozenset())
        hands = False
        for case, other in self._text.following(phrase):
            if hands and case == "of":  # "attacks at the hands of rebels"
                parties.actors = [other]
            elif case == "by" and not parties.actors:
                parties.actors = [other]
            elif case == "between":
                parties.actors = [other]
            elif case == "of" and other.first == phrase.last + 2:
                if suffered or self._aimed_at_of(phrase.head):
                    parties.recipients = [self._aimed(other, type_)]
                elif not parties.actors and type_ not in ("THREATEN", "REQUEST"):
                    parties.actors = [other] if self._somebody(other) else []
            elif case in cases and not parties.recipients and not self._hands(case, other):
                parties.recipients = [self._aimed(other, type_)]
            hands = self._hands(case, other)

    def _hands(self, case: str | None, phrase: Phrase) -> bool:
        return case == "at" and self._text.syntax.lemmas[phrase.head] == "hand"

    def _inside(self, phrase: Phrase, first: int) -> Phrase | None:
        """The actor named by the words before the event's own: "Syrian government offensive"."""
        text = self._text
        low = phrase.first
        while low < first and text.syntax.upos(low) in ("DET", "NUM", "ADV"):
            low += 1
        for start in range(low, first):
            for end in range(first - 1, start - 1, -1):
                found = text.actor(start, end)
                if found is None or end in text.time_of:
                    continue
                while start < end and text.actor(start + 1, end) is found:
                    start += 1  # without "expected", "alleged"
                return Phrase(self._name_start(start, low), end, end)
        for end in range(first - 1, low - 1, -1):  # those who shell, though no actor is known
            if text.syntax.lemmas[end] in listed("triggers", "doers"):
                while low < end and text.syntax.upos(low) == "VERB":  # without "expected"
                    low += 1
                return Phrase(low, end, end)
        return None

    def _name_start(self, start: int, low: int) -> int:
        """Where a name's first part begins, a nationality or a capital before it included."""
        syntax = self._text.syntax
        while start > low and syntax.tokens[start - 1].text[0].isupper():
            start -= 1
        return start

    def _by_verb(self, noun: int, phrase: Phrase, parties: Parties) -> None:
        """Take the parties from the verb that the noun is object or subject of."""
        syntax = self._text.syntax
        verb = self._governor(noun, phrase)
        if verb is None:
            return
        lemma = syntax.lemmas[verb]
        passive = self._clauses.passive(verb)
        is_object = passive or syntax.deprel(phrase.head) != "nsubj"
        if lemma in listed("roles", "performing") and is_object and not parties.actors:
            found = self._clauses.agent(verb) if passive else self._clauses.subject(verb)
            if found is not None and found != phrase:
                parties.actors = [found]
        elif lemma in listed("roles", "suffering") and not parties.recipients and not passive:
            found = self._clauses.subject(verb)
            if found is not None and found != phrase and self._somebody(found):
                parties.recipients = [found]

    def _governor(self, noun: int, phrase: Phrase) -> int | None:
        """The verb that the noun is the object of (right before it), or the tree's."""
        text, syntax = self._text, self._text.syntax
        low, _ = text.sentence(noun)
        index = phrase.first - 1
        if index >= low and syntax.word(index) in ("out", "up") and index > low:
            index -= 1
        if index >= low and syntax.upos(index) == "VERB":
            return index
        head = syntax.heads[noun]
        if head >= 0 and syntax.upos(head) == "VERB":
            if syntax.deprel(noun) in ("obj", "nsubj:pass", "nsubj"):
                return head
        return None


def _unique(found: list[Phrase]) -> list[Phrase]:
    return list(dict.fromkeys(found))
