"""Which of its senses a trigger has here, and whether it names an event at all."""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract.events.clause import Clauses
from onrecord.extract.events.frames import Frames
from onrecord.extract.events.lexicon import Sense, listed, people, words
from onrecord.extract.events.phrases import Phrase
from onrecord.extract.events.roles import Parties
from onrecord.extract.events.text import Text
from onrecord.extract.events.triggers import Trigger
from onrecord.records import Act, EventType, Statement

_TYPE_OF_ACT: dict[Act, EventType] = {
    "threaten": "THREATEN",
    "accuse": "ACCUSE",
    "condemn": "ACCUSE",
    "deny": "REJECT",
    "reject": "REJECT",
    "demand": "REQUEST",
    "pledge": "AGREE",
    "praise": "SUPPORT",
}


class Senses:
    """Chooses senses in one text."""

    def __init__(self, text: Text, clauses: Clauses) -> None:
        self._text = text
        self._frames = Frames(text, clauses)
        lemmas = set(text.syntax.lemmas)
        self._airborne = bool(lemmas & listed("senses", "airborne")) or any(
            text.syntax.word(i) in ("air", "airborne") for i in range(len(text.syntax.tokens))
        )
        attacks = {n for n, sense in words().nouns.items() if sense.type == "ASSAULT"}
        nouns = {
            lemma
            for lemma, token in zip(text.syntax.lemmas, text.syntax.tokens, strict=True)
            if token.upos in ("NOUN", "PROPN")
        }
        self._disaster = bool(nouns & listed("senses", "disasters")) and not (
            nouns & (attacks - listed("senses", "outcome_nouns"))
        )

    def choose(self, trigger: Trigger, said: Statement | None, parties: Parties) -> Sense | None:
        """The sense of a trigger in its clause; None where it names no event."""
        if self._disaster and not parties.actors and self._of_nature(trigger):
            return None
        sense = self._chosen(trigger, said, parties)
        if sense is None or sense.mode != "aerial" or self._airborne:
            return sense
        if self._lemma(trigger) not in listed("senses", "bombs") or self._by_state(parties):
            return sense
        return replace(sense, mode="explosives")  # a bombing of which no one says that it was flown

    def _of_nature(self, trigger: Trigger) -> bool:
        """Whether a word tells what a disaster did, as anything in its report may."""
        if trigger.verb is None:
            return self._lemma(trigger) in listed("senses", "outcome_nouns")
        return self._lemma(trigger) in words().harm | listed("senses", "natural")

    def _by_state(self, parties: Parties) -> bool:
        found = [self._text.actor(p.first, p.last) for p in parties.actors]
        return any(a is not None and a.kind in ("military", "government") for a in found)

    def _chosen(self, trigger: Trigger, said: Statement | None, parties: Parties) -> Sense | None:
        if said is not None and trigger.verb is not None and trigger.noun is None:
            return self._spoken(trigger, said, parties)
        sense = trigger.senses[0]
        if trigger.verb is not None and trigger.noun is None:
            return self._verb(trigger, parties)
        if trigger.verb is None:
            if self._labour(trigger):
                return Sense("PROTEST", "strike")
            return sense if self._noun_fits(trigger, sense, parties) else None
        if sense.type == "MOBILIZE" and sense.mode == "weapons" and self._aimed(trigger):
            return Sense("ASSAULT", "heavy-weapons")
        if sense.type == "THREATEN" and not self._political(parties.recipients):
            return sense if said is not None and said.act == "threaten" else None
        return sense

    def _aimed(self, trigger: Trigger) -> bool:
        """ "fired a missile at the port": no test."""
        return self._next(trigger) in ("at", "into", "against", "on", "onto")

    def _spoken(self, trigger: Trigger, said: Statement, parties: Parties) -> Sense | None:
        """The sense of a verb that attributes: its statement's act decides."""
        if said.act in ("decline", "disclaim") and not self._turned_down(parties):
            return Sense("REJECT") if self._withheld(trigger) else None
        if trigger.senses[0].type == "PROTEST" and not self._political(parties.actors):
            return trigger.senses[0]  # a crowd that protests against a law marches
        wanted = _TYPE_OF_ACT.get(said.act)
        fitting = [sense for sense in trigger.senses if sense.type == wanted]
        if fitting:
            return fitting[0]
        first = trigger.senses[0]
        if first.type == "THREATEN" and self._lemma(trigger) not in ("threaten", "menace"):
            return first if self._warned_off(trigger, said, parties) else None
        if not first.speech or first.weak:
            return self._verb(trigger, parties) if not first.speech else None
        return first

    def _withheld(self, trigger: Trigger) -> bool:
        """ "refused to hand over the file": what is declined is a deed, not a word to the press."""
        text, lemma = self._text, self._lemma(trigger)
        if lemma not in ("refuse", "decline"):
            return False
        deeds = [k for k in text.syntax.kids(trigger.head, "xcomp") if text.before(k) == "to"]
        mute = listed("senses", "comments")
        if lemma == "refuse":
            mute = listed("senses", "remarks")
        return any(text.syntax.lemmas[deed] not in mute for deed in deeds)

    def _warned_off(self, trigger: Trigger, said: Statement, parties: Parties) -> bool:
        """Whether a power warns of what it would do itself, or warns another not to do a thing."""
        if not self._political(parties.actors):
            return False
        text, syntax = self._text, self._text.syntax
        _, high = text.sentence(trigger.head)
        behind = syntax.words[trigger.last + 1 : min(high, trigger.last + 10)]
        against = any(behind[i : i + 2] == ["not", "to"] for i in range(len(behind)))
        if against and self._powerful(parties.actors):
            return True
        for part in said.content:
            inside = syntax.within(part.start, part.end)
            for index in inside[:3]:
                after = syntax.word(index + 1) if index + 1 < len(syntax.tokens) else ""
                if syntax.upos(index) != "PRON" or after not in listed("senses", "ahead"):
                    continue
                own = text.actor(index, index)
                source = said.source.actor if said.source is not None else None
                if own is not None and text.same_side(own.id, source):
                    return True
        return False

    def _powerful(self, phrases: list[Phrase]) -> bool:
        """Whether a party can do harm: a state, its forces, an armed group."""
        found = [self._text.actor(p.first, p.last) for p in phrases]
        return any(
            a is not None and a.kind in ("government", "office", "military", "armed_group")
            for a in found
        )

    def _turned_down(self, parties: Parties) -> bool:
        """Whether what is refused is a request or an offer, not a word to the press."""
        text, thing = self._text, parties.thing
        if thing is None or text.syntax.lemmas[thing.head] not in listed("senses", "offers"):
            return False
        _, high = text.sentence(thing.head)
        behind = text.syntax.lemmas[thing.last + 1 : high]
        return not set(behind) & {"comment", "interview", "answer"}

    def _verb(self, trigger: Trigger, parties: Parties) -> Sense | None:
        """The sense of a verb that does not attribute, by its parties."""
        lemma = self._lemma(trigger)
        if trigger.senses[0].mode == "withdraw" and trigger.senses[0].type == "SANCTION":
            low, high = self._text.sentence(trigger.head)
            if set(self._text.syntax.lemmas[low:high]) & listed("senses", "labour"):
                return Sense("PROTEST", "strike")  # workers who walk out
        if lemma == "fire" and parties.thing is None and self._armed(parties.actors):
            return Sense("ASSAULT", "firearms")
        if lemma in listed("senses", "worded_verbs") and self._worded(parties):
            return Sense("ACCUSE", "disapprove")
        for sense in trigger.senses:
            if self._verb_fits(lemma, trigger, sense, parties):
                return self._left(sense, parties)
        return None

    def _left(self, sense: Sense, parties: Parties) -> Sense:
        """Who withdraws from a treaty retreats from no ground."""
        if sense.mode != "withdraw" or sense.type != "RETREAT" or not parties.recipients:
            return sense
        head = self._text.syntax.lemmas[parties.recipients[0].head]
        pact = head in listed("senses", "pacts")
        return replace(sense, type="SANCTION") if pact else sense

    def _armed(self, phrases: list[Phrase]) -> bool:
        """Whether those who act bear arms: "police fired into the air"."""
        found = [self._text.actor(p.first, p.last) for p in phrases]
        return any(
            a is not None
            and (a.kind in ("military", "armed_group") or a.sector in ("MIL", "COP", "REB"))
            for a in found
        )

    def _worded(self, parties: Parties) -> bool:
        """ "attacked the proposal": by words."""
        thing = parties.thing
        return thing is not None and self._text.syntax.lemmas[thing.head] in listed(
            "senses", "worded"
        )

    def _figurative(self, lemma: str, trigger: Trigger, parties: Parties) -> bool:
        """Whether a verb means something else: "slammed into", "beat" in a vote, "left office"."""
        syntax, after = self._text.syntax, self._next(trigger)
        if lemma in listed("senses", "contested") and self._contest(trigger.head):
            return True
        thing = parties.thing
        if syntax.words[max(0, trigger.head - 2) : trigger.head] == ["dead", "and"]:
            return lemma in words().harm  # "the dead and wounded": people
        if lemma in words().harm and self._people_hurt(trigger.head):
            return True
        if lemma == "strike" and syntax.deprel(trigger.head) == "amod":
            return True  # "striking miners"
        if lemma in ("offer", "provide", "give") and thing is not None:
            return syntax.lemmas[thing.head] in listed("senses", "offered")
        if lemma in ("receive", "host") and not self._named(parties.recipients):
            return True
        if lemma in ("leave", "quit") and thing is not None:
            return syntax.lemmas[thing.head] in listed("senses", "posts") or self._person(thing)
        if lemma == "plead":
            return after in ("guilty", "not", "innocent", "no")
        return lemma in ("slam", "blast") and after in ("into", "through", "against")

    def _people_hurt(self, index: int) -> bool:
        """ "the number of injured", "wished the wounded well": those whom it befell."""
        text, syntax = self._text, self._text.syntax
        if syntax.word(index) not in ("injured", "wounded", "hurt", "killed"):
            return False
        low, high = text.sentence(index)
        if index == low or syntax.has(index, "aux:pass", "nsubj:pass", "nsubj"):
            return False
        after = syntax.upos(index + 1) if index + 1 < high else "PUNCT"
        return text.before(index) in ("the", "of", "many") and after not in ("NOUN", "ADJ", "PROPN")

    def _contest(self, index: int) -> bool:
        """Whether the sentence is of a vote or a match and of no arms."""
        low, high = self._text.sentence(index)
        found = set(self._text.syntax.lemmas[low:high])
        return bool(found & listed("senses", "contests")) and not (
            found & listed("senses", "martial")
        )

    def _verb_fits(self, lemma: str, trigger: Trigger, sense: Sense, parties: Parties) -> bool:
        text = self._text
        if sense.frame is not None:
            return self._framed(trigger, sense, parties)
        if self._figurative(lemma, trigger, parties):
            return False
        if lemma in listed("senses", "needs_warned") and not self._warned(parties):
            return False
        if parties.thing is not None and self._is_thing(parties.thing, lemma):
            return False
        if lemma == "leave" and self._tells_outcome(trigger):
            return False
        if lemma in listed("senses", "needs_recipient") and not parties.recipients:
            return False
        if parties.actors and self._idle(parties.actors[0]):
            return False
        if lemma == "ask" and self._next(trigger) in ("about", "whether", "if", "how", "why"):
            return False
        if not sense.weak:
            return bool(parties.actors or parties.recipients) or trigger.head in text.tagged
        if self._known(parties.actors) and self._known(parties.recipients):
            return True
        if trigger.head not in text.tagged:
            return False
        return self._done(lemma, parties) or self._suffered(lemma, sense, parties)

    def _framed(self, trigger: Trigger, sense: Sense, parties: Parties) -> bool:
        """Whether an everyday verb's parties make an event of it, tagged as one by the network."""
        if trigger.head not in self._text.tagged:
            return False
        fit = self._frames.fit(trigger.head, trigger.last, sense)
        if fit is None:
            return False
        if fit.reached is not None and not parties.recipients:
            parties.recipients = [fit.reached]
        parties.recipients = [p for p in parties.recipients if not self._frames.is_weapon(p)]
        return True

    def _done(self, lemma: str, parties: Parties) -> bool:
        """Whether somebody who can act does it to a thing that is there: "ignored our warnings"."""
        if lemma in listed("senses", "needs_both"):
            return False
        if not any(self._somebody(p) for p in parties.actors):
            return False
        befallen = [p for p in parties.recipients if self._somebody(p) or self._known([p])]
        if not befallen and parties.thing is None:
            return False
        parties.recipients = befallen  # a mere thing is nobody whom it befalls
        return True

    def _suffered(self, lemma: str, sense: Sense, parties: Parties) -> bool:
        """Whether somebody, or what is theirs, suffers a force that nobody is said to use."""
        if lemma not in listed("senses", "sufferable"):
            return False
        if self._known(parties.recipients):
            return True
        heads = {self._text.syntax.lemmas[p.head] for p in parties.recipients}
        return bool(heads & listed("senses", "property"))

    def _tells_outcome(self, trigger: Trigger) -> bool:
        """ "leaving 12 people dead": what came of it, and nobody who goes."""
        _, high = self._text.sentence(trigger.head)
        near = self._text.syntax.lemmas[trigger.last + 1 : min(high, trigger.last + 12)]
        return bool(set(near) & listed("senses", "outcomes"))

    def _warned(self, parties: Parties) -> bool:
        """Whether somebody is threatened, which must be where no statement says that it is so."""
        return self._political(parties.recipients)

    def _is_thing(self, phrase: Phrase, lemma: str) -> bool:
        """Whether the object gives a verb another sense: "met demands", "struck a deal"."""
        head = self._text.syntax.lemmas[phrase.head]
        return head in listed("senses", "abstract_objects") and lemma in listed(
            "senses", "bodily_verbs"
        )

    def _idle(self, phrase: Phrase) -> bool:
        """Whether the subject is no one who could act: weather, markets, a disease."""
        lemma = self._text.syntax.lemmas[phrase.head]
        return lemma in listed("senses", "nobody") or lemma in listed("senses", "disasters")

    def _noun_fits(self, trigger: Trigger, sense: Sense, parties: Parties) -> bool:
        text = self._text
        assert trigger.noun is not None
        known = self._known(parties.actors) or self._known(parties.recipients)
        if self._modified(trigger.noun, "not_events") or self._unarmed(trigger.noun):
            return False
        if sense.speech:
            return self._known(parties.actors)
        if not sense.weak:
            return True
        return known and (trigger.noun in text.tagged or bool(parties.actors))

    def _modified(self, noun: int, name: str) -> bool:
        """Whether a word before the noun makes something else of it: "heart attack"."""
        syntax = self._text.syntax
        phrase = self._text.phrases.of(noun)
        if phrase is None:
            return False
        pairs = {f"{syntax.lemmas[i]} {syntax.lemmas[noun]}" for i in range(phrase.first, noun)}
        return bool(pairs & listed("senses", name))

    def _unarmed(self, noun: int) -> bool:
        """Whether a campaign or an operation is none of arms, a battle one of votes."""
        syntax = self._text.syntax
        lemma = syntax.lemmas[noun]
        if lemma in listed("senses", "armed_only"):
            low, high = self._text.sentence(noun)
            return not set(syntax.lemmas[low:high]) & listed("senses", "martial")
        return lemma in listed("senses", "contested_nouns") and self._contest(noun)

    def _labour(self, trigger: Trigger) -> bool:
        """Whether a strike is one of workers: the sentence speaks of them or of pay."""
        syntax = self._text.syntax
        if trigger.noun is None or syntax.lemmas[trigger.noun] not in ("strike", "walkout"):
            return False
        labour = listed("senses", "labour")
        if trigger.first != trigger.noun:
            return bool(set(syntax.lemmas[trigger.first : trigger.noun]) & labour)
        low, high = self._text.sentence(trigger.noun)
        return bool(set(syntax.lemmas[low:high]) & labour)

    def _known(self, phrases: list[Phrase]) -> bool:
        """Whether one of the phrases means an actor, or names a place where somebody is."""
        text = self._text
        return any(
            text.actor(p.first, p.last) is not None or p.head in text.place_of for p in phrases
        )

    def _somebody(self, phrase: Phrase) -> bool:
        """Whether a phrase means an actor, or persons by its noun."""
        text = self._text
        if text.actor(phrase.first, phrase.last) is not None:
            return True
        return text.syntax.lemmas[phrase.head] in people()

    def _person(self, phrase: Phrase) -> bool:
        """Whether a phrase means somebody in the flesh, no state and no body."""
        actor = self._text.actor(phrase.first, phrase.last)
        if actor is not None:
            return actor.kind in ("person", "people")
        return self._text.syntax.lemmas[phrase.head] in people()

    def _political(self, phrases: list[Phrase]) -> bool:
        """Whether a party is a state, an armed group, a person: no crowd, no reader."""
        for phrase in phrases:
            actor = self._text.actor(phrase.first, phrase.last)
            if actor is not None and actor.kind not in ("people", "outlet", "other"):
                return True
        return False

    def _named(self, phrases: list[Phrase]) -> bool:
        """Whether a party is somebody known, or of an office: no patient, no guest."""
        found = [self._text.actor(p.first, p.last) for p in phrases]
        return any(a is not None and (a.named or a.country or a.roles) for a in found)

    def _next(self, trigger: Trigger) -> str:
        syntax = self._text.syntax
        after = trigger.last + 1
        return syntax.word(after) if after < len(syntax.tokens) else ""

    def _lemma(self, trigger: Trigger) -> str:
        return self._text.syntax.lemmas[trigger.head]


def with_mode(sense: Sense, contexts: tuple[str, ...]) -> Sense:
    """The sense with the mode that its words give: an attack by gas is unconventional."""
    if sense.type == "ASSAULT" and sense.mode is None and "cbrn" in contexts:
        return replace(sense, mode="unconventional")
    return sense
