"""Which of its senses a trigger has here, and whether it names an event at all."""

from __future__ import annotations

from onrecord.extract.events.clauses.aims import Parties
from onrecord.extract.events.clauses.clause import Clauses
from onrecord.extract.events.clauses.lexicon import Sense, listed, table, words
from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.events.clauses.reach import charged_with
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.clauses.who import Who
from onrecord.extract.events.senses.everyday import Everyday
from onrecord.extract.events.senses.figures import Figures
from onrecord.extract.events.senses.frames import Frames
from onrecord.extract.events.senses.harmless import in_air
from onrecord.extract.events.senses.metaphors import figure_of_speech
from onrecord.extract.events.senses.nature import Nature
from onrecord.extract.events.senses.nobodys import at_stake, befallen
from onrecord.extract.events.senses.noun_kinds import NounKinds
from onrecord.extract.events.senses.posts import given_up, letter
from onrecord.extract.events.senses.speech import Speech
from onrecord.extract.events.senses.triggers import Trigger
from onrecord.extract.events.senses.turned import Turned, by_parties, flown_against, unflown
from onrecord.extract.events.senses.turned_nouns import noun_turned
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


_OF_WAR = frozenset({"prisoner", "veteran", "wound", "widow", "relic", "minister", "ministry"})


class Senses:
    """Chooses senses in one text."""

    def __init__(self, text: Text, clauses: Clauses) -> None:
        self._text = text
        self._clauses = clauses
        self._frames = Frames(text, clauses)
        self._speech = Speech(text, clauses)
        self._who = Who(text)
        self._figures = Figures(text, clauses)
        self._kinds = NounKinds(text)
        self._everyday = Everyday(text)
        self._turned = Turned(text, self._who)
        self._nature = Nature(text, clauses)
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
        verb = trigger.verb
        if verb is not None and self._of_nature(trigger) and befallen(self._text, verb):
            return None
        if verb is not None and self._kinds.of_policy(verb):
            return None
        if figure_of_speech(self._text, trigger, parties):
            return None
        sense = flown_against(self._text, trigger, parties) or self._chosen(trigger, said, parties)
        if sense is None or self._everyday.accidental(trigger, parties):
            return None
        if sense.mode == "firearms" and in_air(self._text, trigger, parties):
            return None
        return unflown(self._text, self._who, trigger, sense, parties, self._airborne)

    def _of_nature(self, trigger: Trigger) -> bool:
        """Whether a word tells what a disaster did, as anything in its report may."""
        if trigger.verb is None:
            return self._lemma(trigger) in listed("senses", "outcome_nouns")
        return self._lemma(trigger) in words().harm | listed("senses", "natural")

    def _chosen(self, trigger: Trigger, said: Statement | None, parties: Parties) -> Sense | None:
        if self._lemma(trigger) in ("threaten", "menace") and at_stake(
            self._text, self._who, trigger, parties
        ):
            return None
        if said is not None and trigger.verb is not None and trigger.noun is None:
            return self._spoken(trigger, said, parties)
        sense = trigger.senses[0]
        if trigger.verb is not None and trigger.noun is None:
            return self._verb(trigger, parties)
        feast = sense.type == "PROTEST" and self._kinds.modified(trigger.noun, "not_events")
        if feast or self._figures.posted(trigger.head):
            return None  # "held a victory rally"
        if trigger.verb is None:
            if self._labour(trigger):
                return Sense("PROTEST", "strike")
            fits = self._noun_fits(trigger, sense, parties)
            return noun_turned(self._text, trigger, sense) if fits else None
        if self._nature.of(trigger, parties):
            return None  # "the storm cut power"
        if letter(self._text, trigger, parties):
            return Sense("RETREAT", "resign")
        if sense.type == "COOPERATE" and self._lemma(trigger) in ("hand", "turn"):
            return sense if parties.recipients else None  # "will not hand over the documents"
        if sense.type == "MOBILIZE" and sense.mode == "weapons" and self._aimed(trigger):
            return Sense("ASSAULT", "heavy-weapons")
        if (
            sense.type == "ASSAULT"
            and self._kinds.tested(trigger.noun)
            and not self._aimed(trigger)
        ):
            return Sense("MOBILIZE", "weapons")
        if sense.type == "THREATEN" and not self._who.political(parties.recipients):
            return sense if said is not None and said.act == "threaten" else None
        return by_parties(self._text, trigger, sense, parties)

    def _aimed(self, trigger: Trigger) -> bool:
        """ "fired a missile at the port": no test, as one "into the sea" is."""
        phrases = self._text.phrases
        behind = phrases.after(trigger.last + 1)
        if behind is not None and not listed("senses", "waters").isdisjoint(phrases.words(behind)):
            return False
        return self._next(trigger) in ("at", "into", "against", "on", "onto")

    def _spoken(self, trigger: Trigger, said: Statement, parties: Parties) -> Sense | None:
        """The sense of a verb that attributes: its statement's act decides."""
        if self._speech.asks_to_know(trigger, said) or self._speech.unnamed(said):
            return None
        if self._lemma(trigger) == "plead" and self._next(trigger) in ("guilty", "not", "innocent"):
            return None  # "pleaded guilty": he asked for nothing
        for sense in trigger.senses:
            if sense.frame is not None and sense.frame.beside:
                if self._framed(trigger, sense, parties):
                    return sense  # "ordered the envoy to leave the country": done by being said
        if said.act in ("decline", "disclaim") and not self._speech.turned_down(parties):
            return Sense("REJECT") if self._speech.withheld(trigger) else None
        if trigger.senses[0].type == "PROTEST" and not self._who.political(parties.actors):
            return trigger.senses[0]  # a crowd that protests against a law marches
        wanted = _TYPE_OF_ACT.get(said.act)
        fitting = [sense for sense in trigger.senses if sense.type == wanted]
        if fitting:
            return fitting[0]
        first = trigger.senses[0]
        if first.type == "THREATEN" and self._lemma(trigger) not in ("threaten", "menace"):
            return first if self._speech.warned_off(trigger, said, parties) else None
        if not first.speech or first.weak:
            return self._verb(trigger, parties) if not first.speech else None
        return first

    def _verb(self, trigger: Trigger, parties: Parties) -> Sense | None:
        """The sense of a verb that does not attribute, by its parties."""
        lemma = self._lemma(trigger)
        if lemma == "receive" and trigger.senses[0].type == "CONSULT":
            guest = self._clauses.object(trigger.verb) if trigger.verb is not None else None
            if guest is not None and not self._who.somebody(guest):
                return None  # "received ammunition from the coalition"
        if (given := given_up(self._text, self._who, trigger, parties)) is not None:
            return given
        if self._everyday.hacked(lemma, parties):
            return Sense("COERCE", "cyber")
        alone = trigger.first == trigger.head and self._text.before(trigger.head) != "-"
        if lemma == "fire" and alone and parties.thing is not None and self._loosed(trigger):
            _, high = self._text.sentence(trigger.head)
            behind = self._text.syntax.words[trigger.last + 1 : min(high, trigger.last + 10)]
            if not listed("senses", "waters").isdisjoint(behind):
                return Sense("MOBILIZE", "weapons")
            return Sense("ASSAULT", "heavy-weapons")
        if lemma == "fire" and self._shoots(trigger, parties):
            return Sense("ASSAULT", "heavy-weapons" if self._loosed(trigger) else "firearms")
        if trigger.senses[0].type == "ASSAULT" and lemma == "come" and self._blamed(trigger):
            return Sense("ACCUSE", "disapprove")  # "came under fire for the delay"
        if self.reply(trigger):
            return trigger.senses[0] if self._menaced(trigger) else None
        if lemma in listed("senses", "worded_verbs") and self._worded(parties):
            return Sense("ACCUSE", "disapprove")
        for sense in trigger.senses:
            if self._verb_fits(lemma, trigger, sense, parties):
                return self._turned.of(trigger, sense, parties)
        return None

    def reply(self, trigger: Trigger) -> bool:
        """Whether a trigger names what is threatened in return."""
        return trigger.weak and trigger.senses[0].type == "ASSAULT" and self._replies(trigger)

    def _replies(self, trigger: Trigger) -> bool:
        lemma = self._lemma(trigger)
        if lemma in ("hit", "strike"):
            return self._text.syntax.word(trigger.last) == "back"
        return lemma in listed("senses", "replies")

    def _shoots(self, trigger: Trigger, parties: Parties) -> bool:
        """ "police fired into the air", "they fired from the roof": nobody loses his post."""
        if self._clauses.passive(trigger.head):
            return False
        if parties.thing is None and self._who.armed(parties.actors):
            return True
        if self._next(trigger) not in listed("senses", "fired_by") or not parties.actors:
            return False
        if self._next(trigger) == "in":  # "fired in self-defence"
            _, high = self._text.sentence(trigger.head)
            near = self._text.syntax.lemmas[trigger.last + 2 : min(high, trigger.last + 4)]
            return bool(set(near) & listed("senses", "fired_in"))
        if self._next(trigger) == "from":
            parties.recipients = []  # "fired from a car"
        return True

    def _loosed(self, trigger: Trigger) -> bool:
        """ "fired dozens of cruise missiles": whatever counts them."""
        behind = self._text.syntax.lemmas[trigger.last + 1 : trigger.last + 6]
        return not listed("senses", "launched").isdisjoint(behind)

    def _blamed(self, trigger: Trigger) -> bool:
        if self._next(trigger) in ("for", "over"):
            return True
        low, high = self._text.sentence(trigger.head)
        return bool({"criticism", "critic"} & set(self._text.syntax.lemmas[low:high]))

    def _worded(self, parties: Parties) -> bool:
        """ "attacked the proposal": by words."""
        thing, worded = parties.thing, listed("senses", "worded")
        return thing is not None and self._text.syntax.lemmas[thing.head] in worded

    def _verb_fits(self, lemma: str, trigger: Trigger, sense: Sense, parties: Parties) -> bool:
        text = self._text
        if sense.frame is not None:
            return self._framed(trigger, sense, parties)
        if self._figures.figurative(lemma, trigger, parties):
            return False
        if self._everyday.verb(lemma, trigger, parties):
            return False
        if lemma in listed("senses", "needs_warned") and not self._warned(parties):
            return False
        if parties.thing is not None and self._is_thing(parties.thing, lemma):
            return False
        if lemma == "leave" and self._tells_outcome(trigger):
            return False
        if lemma in listed("senses", "needs_recipient") and not parties.recipients:
            return False
        if self._nature.of(trigger, parties):
            return False
        if self._figures.idle_word(lemma, trigger, parties):
            return False
        if parties.thing is not None and text.syntax.lemmas[parties.thing.head] == "anonymity":
            return False
        if sense.mode == "phone" and lemma == "speak" and self._speech.to_the_press(parties):
            return False
        if not sense.weak:
            return bool(parties.actors or parties.recipients) or trigger.head in text.tagged
        if self._who.known(parties.actors) and self._who.known(parties.recipients):
            return True
        if lemma == "demonstrate" and self._figures.marches(trigger, parties):
            return True
        if lemma == "fight" and self._figures.in_arms(trigger, parties):
            return True
        if lemma == "charge" and charged_with(text, trigger.head):
            return any(self._who.somebody(p) for p in parties.recipients)
        if trigger.head not in text.tagged:
            return False
        return self._done(lemma, parties) or self._suffered(lemma, trigger.head, parties)

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
        if not any(self._who.somebody(p) for p in parties.actors):
            return False
        befallen = [p for p in parties.recipients if self._who.somebody(p) or self._who.known([p])]
        if not befallen and parties.thing is None:
            return False
        parties.recipients = befallen  # a mere thing is nobody whom it befalls
        return True

    def _suffered(self, lemma: str, verb: int, parties: Parties) -> bool:
        """Whether somebody, or what is theirs, suffers a force that nobody is said to use."""
        text_ = self._text.syntax
        if lemma not in listed("senses", "sufferable"):
            return False
        if lemma == "harm" and not self._clauses.passive(verb):
            return False  # "the risk of harming civilians"
        if self._who.known(parties.recipients):
            return True
        if lemma in words().harm | {"harm"} and any(
            text_.word(p.head) in listed("status", "nobodies") for p in parties.recipients
        ):
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
        return self._who.political(parties.recipients)

    def _is_thing(self, phrase: Phrase, lemma: str) -> bool:
        """Whether the object gives a verb another sense: "met demands", "struck a deal"."""
        head = self._text.syntax.lemmas[phrase.head]
        met = lemma == "meet" or head not in listed("senses", "press")  # reporters may be killed
        abstract = head in listed("senses", "abstract_objects")
        if lemma == "seize" and head in table("frames", "classes")["goods"]:
            return False  # "seized documents"
        return met and abstract and lemma in listed("senses", "bodily_verbs")

    def _noun_fits(self, trigger: Trigger, sense: Sense, parties: Parties) -> bool:
        text = self._text
        assert trigger.noun is not None
        known = self._who.known(parties.actors) or self._who.known(parties.recipients)
        if self._kinds.modified(trigger.noun, "not_events") or self._unarmed(trigger.noun):
            return False
        if self._kinds.named_by(trigger, sense) or self._everyday.noun(trigger):
            return False
        lemma = text.syntax.lemmas[trigger.noun]
        words_ = text.syntax.lemmas[max(trigger.noun - 2, 0) : trigger.noun]
        if lemma == "war" and words_[-1:] == ["of"] and words_[0] in _OF_WAR:
            return False  # "prisoners of war"
        if lemma in listed("senses", "replies"):
            return self._menaced(trigger)
        if (
            lemma == "request"
            and text.before(trigger.first) in ("own", "'s")
            and (text.case(text.phrases.of(trigger.noun) or Phrase(0, 0, 0)) == "at")
        ):
            return False  # "at his own request"
        if trigger.weak and self._kinds.of_arms(trigger.noun):
            return True
        if trigger.weak and lemma in listed("senses", "arms_nouns"):
            return False
        if lemma == "shot" and sense.weak:
            verb = text.syntax.heads[trigger.noun]
            several = text.syntax.word(trigger.noun) == "shots"
            return (
                several and verb >= 0 and text.syntax.lemmas[verb] in listed("senses", "shot_verbs")
            )
        if lemma == "trial" and known and self._kinds.breaks_out(trigger.noun):
            return True
        if sense.speech:
            told = sense.type == "THREATEN" or lemma in ("reprimand", "censure", "rebuke")
            received = told and self._who.known(parties.recipients)
            return self._who.known(parties.actors) or received
        if not sense.weak or self._kinds.breaks_out(trigger.noun):
            return True
        among = self._next(trigger) in ("among", "amongst")  # "deaths among civilians"
        return known and (trigger.noun in text.tagged or bool(parties.actors) or among)

    def _menaced(self, trigger: Trigger) -> bool:
        """Whether a word of a reply stands in a threat, whose deed it names."""
        said = self._text.innermost(trigger.head)
        if said is None or said.act not in ("threaten", "warn"):
            return False
        return said.act == "threaten" or self._speech.menaces(said)

    def _unarmed(self, noun: int) -> bool:
        """Whether a campaign or an operation is none of arms, a battle one of votes."""
        syntax = self._text.syntax
        lemma = syntax.lemmas[noun]
        if lemma in listed("senses", "armed_only"):
            low, high = self._text.sentence(noun)
            return not set(syntax.lemmas[low:high]) & listed("senses", "martial")
        return lemma in listed("senses", "contested_nouns") and self._figures.contest(noun)

    def _labour(self, trigger: Trigger) -> bool:
        """Whether a strike is one of workers: the sentence speaks of them or of pay."""
        return trigger.noun is not None and self._kinds.of_labour(trigger.first, trigger.noun)

    def _next(self, trigger: Trigger) -> str:
        syntax = self._text.syntax
        after = trigger.last + 1
        return syntax.word(after) if after < len(syntax.tokens) else ""

    def _lemma(self, trigger: Trigger) -> str:
        return self._text.syntax.lemmas[trigger.head]
