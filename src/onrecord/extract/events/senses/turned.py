"""What object and subject make of a verb's sense: embassies are seized and nobody is arrested, who
is seized by kidnappers is abducted, who repatriates others deports them."""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract.events.clauses.aims import Parties
from onrecord.extract.events.clauses.extent import breadth
from onrecord.extract.events.clauses.lexicon import Sense, listed, table, words
from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.clauses.who import Who
from onrecord.extract.events.senses.triggers import Trigger

_HELD = ("weapon", "place", "ground", "vessel", "goods")
_LAND = 2
"""How wide a country is, or more than one."""
_GOES = frozenset({"return", "leave", "abandon"})


_SENDS = frozenset({"send", "dispatch", "scramble", "launch", "order"})
_BODIES = frozenset({"government", "military", "armed_group", "people"})


def flown_against(text: Text, trigger: Trigger, parties: Parties) -> Sense | None:
    """ "sent bombers | against the port": an attack from the air, where "to Chad" moves them."""
    syntax = text.syntax
    if trigger.verb is None or syntax.lemmas[trigger.verb] not in _SENDS:
        return None
    thing = syntax.kid(trigger.verb, "obj")
    phrase = text.phrases.of(thing) if thing is not None else None
    if phrase is None or syntax.lemmas[phrase.head] not in listed("senses", "airborne"):
        return None
    if syntax.word(phrase.last + 1) != "against":
        return None
    found = [(p, text.actor(p.first, p.last)) for p in parties.recipients]
    parties.recipients = [p for p, a in found if a is not None and a.kind in _BODIES]
    return Sense("ASSAULT", "aerial")


def unflown(
    text: Text, who: Who, trigger: Trigger, sense: Sense, parties: Parties, airborne: bool
) -> Sense:
    """A bombing of which no one says that it was flown; or somebody does, of some other one."""
    syntax = text.syntax
    if sense.mode != "aerial" or syntax.lemmas[trigger.head] not in listed("senses", "bombs"):
        return sense
    low, high = text.sentence(trigger.head)
    told = {*syntax.lemmas[low:high], *(w.removesuffix("s") for w in syntax.words[low:high])}
    if told & listed("senses", "airborne") or who.sends(parties.actors):
        return sense
    return replace(sense, mode=None if airborne else "explosives")


def by_parties(text: Text, trigger: Trigger, sense: Sense, parties: Parties) -> Sense:
    """ "Villagers | blocked the road" protest, where soldiers restrict; "imposed restrictions | on
    Norwegian banks" sanctions them, where a mayor's are on the town."""
    if sense.type != "COERCE" or not parties.actors:
        return sense
    inside = set(text.syntax.lemmas[trigger.first : trigger.last + 1])
    classes = table("frames", "classes")
    if sense.mode == "restrict" and inside & _BLOCKING and inside & classes["way"]:
        heads = {text.syntax.lemmas[p.head] for p in parties.actors}
        return Sense("PROTEST", "obstruct") if heads <= classes["civil"] else sense
    if sense.mode is None and "restriction" in inside:
        by = {a.country for p in parties.actors if (a := text.actor(p.first, p.last))}
        on = [a for p in parties.recipients if (a := text.actor(p.first, p.last))]
        abroad = [a for a in on if a.country is not None and a.country not in by]
        if abroad and all(a.kind in ("company", "government", "office", "person") for a in on):
            return Sense("SANCTION")
    return sense


_BLOCKING = frozenset({"block", "blockade", "barricade", "obstruct", "occupy"})


class Turned:
    """Turns senses in one text."""

    def __init__(self, text: Text, who: Who) -> None:
        self._text = text
        self._who = who

    def of(self, trigger: Trigger, sense: Sense, parties: Parties) -> Sense | None:
        """The sense that the verb has with these parties; None where it is no act."""
        lemma = self._text.syntax.lemmas[trigger.head]
        if lemma in ("hand", "turn", "surrender", "transfer") and sense.mode == "withdraw":
            if parties.thing is not None and self._who.person(parties.thing):
                delivered = self._delivered(trigger.head, parties)
                if delivered is not None or lemma in ("hand", "turn"):
                    return delivered
        if lemma == "silence" and self._guns(parties):
            return Sense("ASSAULT", "destroy")
        if lemma == "board" and self._who.civil(parties.actors):
            return None  # "tried to board a flight"
        if lemma == "arrive" and sense.mode == "visit" and self._who.armed(parties.actors):
            return Sense("MOBILIZE", "troops")
        if lemma == "cross" and sense.type == "ASSAULT" and not self._army(parties):
            return None  # "militants have crossed into the valley"
        if lemma in ("enter", "infiltrate") and sense.type == "ASSAULT" and self._abroad(parties):
            return None  # "insurgents entering Norway": no land is stormed by that
        if lemma == "retaliate" and self._trades(trigger):
            return Sense("SANCTION")
        if sense.type == "AGREE" and parties.thing is not None and self._harm(parties.thing):
            return Sense("THREATEN")  # "promised more attacks"
        sense = self._left(sense, parties)
        if sense.type == "COERCE" and sense.mode == "arrest" and lemma == "seize":
            return self._seized(sense, trigger, parties)
        if sense.type == "COERCE" and sense.mode == "arrest" and lemma == "capture":
            return self._captured(sense, parties)
        if sense.type == "RETREAT" and sense.mode == "withdraw":
            if lemma == "repatriate":
                return self._sent_home(sense, parties)
            ruling = self._who.rules(parties.actors)  # "the president left"
            if lemma in ("flee", "leave"):  # "fled | Norway": the land, and nobody of it
                place = self._text.place_of
                gone = parties.thing if parties.thing and parties.thing.head in place else None
                parties.recipients = [p for p in parties.recipients if p != gone]
            if lemma == "return" and self._came_back(trigger):
                return None
            if lemma in _GOES and self._who.civil(parties.actors) and not ruling:
                return None  # "the hostages returned to their families"
        if self._ruled(lemma, parties):
            return None
        if sense.type in ("SANCTION", "CONCEDE", "REJECT") and parties.thing is not None:
            return self._lessened(lemma, sense, parties)
        return sense

    def _seized(self, sense: Sense, trigger: Trigger, parties: Parties) -> Sense:
        """ "seized the embassy", "seized a rifle from a guard", "was seized by kidnappers"."""
        syntax = self._text.syntax
        objects = [*([parties.thing] if parties.thing is not None else []), *parties.recipients[:1]]
        held = set().union(*(table("frames", "classes")[name] for name in _HELD))
        for phrase in objects:
            if syntax.lemmas[phrase.head] in held and not self._who.person(phrase):
                if parties.thing is not None and phrase is parties.thing:
                    parties.recipients = [phrase]
                return Sense("COERCE", "seize")
        thing = parties.thing
        if thing is not None and not self._who.somebody(thing) and not self._who.known([thing]):
            return Sense("COERCE", "seize")  # "seized the laptops of two activists"
        persons = any(self._who.person(p) for p in parties.recipients)
        taken = self._by_captors(parties) or (not parties.actors and self._when_captors(trigger))
        return Sense("ASSAULT", "abduct") if taken and persons else sense

    def _captured(self, sense: Sense, parties: Parties) -> Sense:
        """ "rebels captured two nurses": abducted; of soldiers it is what happens in a war."""
        found = [self._text.actor(p.first, p.last) for p in parties.recipients]
        armed = any(a is None or a.kind in ("military", "armed_group") for a in found)
        civil = bool(found) and not armed and not self._who.armed(parties.recipients)
        return Sense("ASSAULT", "abduct") if civil and self._by_captors(parties) else sense

    def _by_captors(self, parties: Parties) -> bool:
        """ "gunmen", "masked men", a group in arms: who takes others, and no police."""
        captors, armed = listed("senses", "captors"), listed("senses", "captors_so_called")
        syntax = self._text.syntax
        so_called = any(
            syntax.lemmas[p.head] == "man" and armed & {*syntax.words[p.first : p.head]}
            for p in parties.actors
        )
        named = any(syntax.lemmas[p.head] in captors for p in parties.actors)
        return so_called or named or self._by_rebels(parties)

    def _when_captors(self, trigger: Trigger) -> bool:
        """ "were seized | when gunmen stopped their convoy": by the gunmen, as all can see."""
        syntax = self._text.syntax
        for clause in syntax.kids(trigger.head, "advcl"):
            who = syntax.kid(clause, "nsubj")
            marks = {syntax.word(k) for k in syntax.kids(clause, "mark", "advmod")}
            if who is None or not marks & {"when", "as", "after"}:
                continue
            actor = self._text.actor(who, who)
            if syntax.lemmas[who] in listed("senses", "captors") or (
                actor is not None and actor.kind == "armed_group"
            ):
                return True
        return False

    def _guns(self, parties: Parties) -> bool:
        """ "will silence the guns that fired it": by force, and no word is forbidden."""
        thing, guns = parties.thing, listed("senses", "launched") | listed("senses", "silenced")
        return thing is not None and self._text.syntax.lemmas[thing.head] in guns

    def _by_rebels(self, parties: Parties) -> bool:
        found = [self._text.actor(p.first, p.last) for p in parties.actors]
        return any(a is not None and a.kind == "armed_group" for a in found)

    def _came_back(self, trigger: Trigger) -> bool:
        """ "returned from a visit to Norway": home, and from no ground."""
        syntax = self._text.syntax
        _, high = self._text.sentence(trigger.head)
        for index in range(trigger.head + 1, min(high, trigger.head + 8)):
            behind = self._text.phrases.after(index) if syntax.word(index) == "from" else None
            if behind is not None:
                return syntax.lemmas[behind.head] in listed("senses", "journeys")
        return False

    def _trades(self, trigger: Trigger) -> bool:
        """ "will retaliate if tariffs are raised": by duties of its own."""
        low, high = self._text.sentence(trigger.head)
        told = set(self._text.syntax.lemmas[low:high])
        return bool(told & listed("senses", "trading")) and not told & listed("senses", "martial")

    def _harm(self, thing: Phrase) -> bool:
        sense = words().nouns.get(self._text.syntax.lemmas[thing.head])
        return sense is not None and sense.type == "ASSAULT"

    def _abroad(self, parties: Parties) -> bool:
        """Whether it is a whole land that others than an army enter."""
        if self._army(parties) or parties.thing is None:
            return False
        place = self._text.place_of.get(parties.thing.head)
        return place is not None and breadth(place) >= _LAND

    def _army(self, parties: Parties) -> bool:
        found = [self._text.actor(p.first, p.last) for p in parties.actors]
        return any(a is not None and (a.kind == "military" or a.sector == "MIL") for a in found)

    def _sent_home(self, sense: Sense, parties: Parties) -> Sense | None:
        """ "the coast guard repatriated 15 migrants": they did not go by themselves."""
        others = [p for p in parties.recipients if self._who.person(p)]
        if not others:
            return sense
        parties.recipients = others
        return Sense("COERCE", "deport")

    def _lessened(self, lemma: str, sense: Sense, parties: Parties) -> Sense | None:
        """ "suspended its offensive" is no sanction, "scaled back trade ties" no concession."""
        assert parties.thing is not None
        thing = self._text.syntax.lemmas[parties.thing.head]
        if lemma in listed("senses", "halting") and thing in listed("roles", "located_nouns"):
            return None  # "to halt the violence": others'
        if lemma in listed("senses", "halting") and thing in listed("senses", "halted"):
            return Sense("RETREAT", "ceasefire")
        deed = words().nouns.get(thing)
        if lemma in listed("senses", "halting") and deed is not None and deed.type == "COERCE":
            return None  # "to halt the evictions", which are told by themselves
        if sense.type == "CONCEDE" and thing in listed("senses", "bonds"):
            return Sense("SANCTION", "discontinue")
        return sense

    def _ruled(self, lemma: str, parties: Parties) -> bool:
        """ "the policy allows refugees to stay": what a rule says is no act of anybody."""
        syntax = self._text.syntax
        return lemma in listed("senses", "ruling_verbs") and any(
            syntax.lemmas[p.head].lower() in listed("senses", "rules") for p in parties.actors
        )

    def _delivered(self, verb: int, parties: Parties) -> Sense | None:
        """Who is handed over: to the police or a court, under arrest; by captors, let go; by a
        state, out."""
        to = [p for k in self._text.syntax.kids(verb, "obl") if (p := self._text.phrases.of(k))]
        to = [p for p in to if self._text.case(p) == "to"]
        found = [self._text.actor(p.first, p.last) for p in [*parties.recipients, *to]]
        custody = any(a is not None and a.sector in ("COP", "JUD") for a in found)
        thing = parties.thing
        assert thing is not None
        wanted = self._text.syntax.lemmas[thing.head] in table("frames", "classes")["wanted"]
        captors = self._who.armed(parties.actors)
        if not (custody or wanted or captors):
            return None
        parties.recipients = [thing]
        if captors and not custody:
            return Sense("RETREAT", "release")
        return Sense("COERCE", "arrest" if custody else "deport")

    def _left(self, sense: Sense, parties: Parties) -> Sense:
        """Who withdraws from a treaty retreats from no ground."""
        if sense.mode != "withdraw" or sense.type != "RETREAT" or not parties.recipients:
            return sense
        head = self._text.syntax.lemmas[parties.recipients[0].head]
        pact = head in listed("senses", "pacts")
        return replace(sense, type="SANCTION") if pact else sense
