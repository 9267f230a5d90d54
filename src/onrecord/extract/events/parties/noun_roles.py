"""Who does it and to whom, where a noun names the event: from the phrases around it."""

from __future__ import annotations

from onrecord.extract.events.clauses.aims import Aims, Parties
from onrecord.extract.events.clauses.clause import Clauses
from onrecord.extract.events.clauses.lexicon import listed, table
from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.parties.charges import Charges
from onrecord.extract.events.parties.meetings import Meetings
from onrecord.extract.events.parties.noun_clauses import (
    BETWEEN,
    MANY,
    NounClauses,
    both_sides,
    right_behind,
    row_head,
    sides_named,
)
from onrecord.extract.events.parties.noun_targets import NounTargets
from onrecord.extract.events.parties.sufferers import yet_to_claim
from onrecord.extract.events.senses.triggers import Trigger
from onrecord.extract.places.words import words as places
from onrecord.records import EventType

FROM = frozenset({"from"})
_LOSSES = frozenset({"death", "casualty", "fatality", "killing", "massacre", "injury"})
_RANKED = frozenset({"first", "second", "third", "bad", "deadly", "big", "bloody", "late", "last"})
_WROUGHT = frozenset("carry launch conduct mount stage commit perpetrate order execute".split())
_ACTED_ON = frozenset(
    {"SUPPORT", "ACCUSE", "COERCE", "SANCTION", "ASSAULT", "AID", "RETREAT", "CONCEDE"}
)


class NounRoles:
    """Finds the parties of the nouns of one text."""

    def __init__(self, text: Text, clauses: Clauses) -> None:
        self._text = text
        self._clauses = clauses
        self._aims = Aims(text, clauses)
        self._around = NounClauses(text, clauses, self._aims)
        self._charges = Charges(text, clauses, self._aims)
        self._meetings = Meetings(text, clauses, self._aims)
        self._targets = NounTargets(text, clauses, self._aims)

    def find(self, trigger: Trigger) -> Parties:
        assert trigger.noun is not None
        text, type_ = self._text, trigger.senses[0].type
        parties = Parties()
        phrase = text.phrases.of(trigger.noun)
        if phrase is None:
            start = trigger.first
            phrase = Phrase(start, trigger.noun, trigger.noun)
        suffered = self._suffered(trigger.noun)
        self._behind(phrase, type_, suffered, parties)
        inside = self.inside(phrase, trigger.first)
        if self._linked(phrase, trigger.first):
            inside = None
        loose = inside if inside is not None and self._sort_of_deed(inside) else None
        inside = None if loose is not None else inside
        leader = self._led_by(phrase, trigger.first)
        if leader is not None:
            parties.actors, inside = [leader], None
        if not parties.actors and (both := sides_named(text, phrase, trigger)):
            parties.actors, inside = both, None
        owner = text.phrases.owner(phrase)
        if suffered and owner is not None and text.syntax.upos(owner.head) == "PRON":
            at = parties.recipients[:1]
            if at and text.case(at[0]) not in ("of", "by"):
                parties.recipients = []  # "ordered his arrest | on false charges"
        for found in (owner, inside):
            if found is None:
                continue
            if found is inside and type_ == "ASSAULT" and self._hit(found, trigger):
                parties.recipients = parties.recipients or [found]
                continue
            dealt = self._deals(found, trigger.noun) or (
                (found is owner or self._of_state(found)) and self._forces(found, trigger.noun)
            )
            if suffered and not parties.recipients and not dealt:
                parties.recipients = [found]
            elif (
                found not in parties.recipients
                and not parties.actors
                and self._acts(found, trigger.noun)
            ):
                parties.actors = [found]
        self._by_verb(trigger.noun, phrase, parties)
        if not parties.actors:
            parties.actors = self._charges.on(phrase, parties)
        if not parties.actors:
            parties.actors = self._around.doers(trigger, phrase)
        if type_ == "CONSULT" and not parties.actors and trigger.senses[0].mode != "visit":
            parties.actors = self._meetings.others(phrase, parties)
        if not parties.actors and loose is not None:
            parties.actors = [loose]
        if type_ == "ASSAULT" and not parties.recipients:
            parties.recipients = self._targets.of(phrase)
        return parties

    def _acts(self, phrase: Phrase, noun: int) -> bool:
        """Whether a phrase before the noun can be who does it: no place where it is."""
        own = self._text.syntax.upos(phrase.head) == "PRON"
        if own and self._text.syntax.lemmas[noun] in ("protest", "demonstration", "riot"):
            return True
        lemmas = self._text.syntax.lemmas
        if lemmas[noun] in listed("roles", "located_nouns"):
            return False
        ranked = lemmas[phrase.last + 2 : noun][:1]  # "the country's | first | car bombing"
        if lemmas[phrase.head] in listed("roles", "homelands") and set(ranked) & _RANKED:
            return False
        index = phrase.head
        if index in self._text.place_of and phrase.first == phrase.last:
            return self._text.syntax.tokens[index].text.isupper() or self._owner_of_next(phrase)
        return True

    def _owner_of_next(self, phrase: Phrase) -> bool:
        after = phrase.last + 1
        return after < len(self._text.syntax.tokens) and self._text.syntax.upos(after) == "PART"

    def _hit(self, phrase: Phrase, trigger: Trigger) -> bool:
        """ "the Norwegian embassy blasts": what stands right before it is what it hit."""
        last = trigger.first - 1
        targets = listed("roles", "targets")
        return phrase.first <= last and self._text.syntax.lemmas[last] in targets

    def _suffered(self, noun: int) -> bool:
        return self._text.syntax.lemmas[noun] in listed("roles", "suffered_nouns")

    def _deals(self, phrase: Phrase, noun: int) -> bool:
        """Whether those before the noun do what others suffer: "army shelling"."""
        lemmas = self._text.syntax.lemmas
        dealt = lemmas[noun] in listed("roles", "dealt_nouns")
        return dealt and lemmas[phrase.head] in listed("triggers", "doers")

    def _forces(self, phrase: Phrase, noun: int) -> bool:
        """ "Norway's shelling of the town": a state or its army does what others suffer."""
        actor = self._text.actor(phrase.first, phrase.last)
        dealt = self._text.syntax.lemmas[noun] in listed("roles", "dealt_nouns")
        kinds = ("government", "military", "armed_group")
        return dealt and actor is not None and actor.kind in kinds

    def _of_state(self, phrase: Phrase) -> bool:
        """ "Norwegian shelling", "U.S. hacking": by the adjective of a state."""
        word = self._text.syntax.tokens[phrase.head].text
        return word in places().demonyms or (word.isupper() and len(word.replace(".", "")) == 2)

    def _aimed_at_of(self, noun: int) -> bool:
        return self._text.syntax.lemmas[noun] in listed("roles", "aimed_nouns")

    def _behind(self, phrase: Phrase, type_: EventType, suffered: bool, parties: Parties) -> None:
        """Take the phrases behind the noun: by whom, on whom, between whom."""
        cases = table("roles", "recipients").get(type_, frozenset())
        hands = False
        behind = self._text.following(phrase)
        shared = [] if behind else self._shared_behind(phrase)
        for deep, (case, other) in enumerate(behind or shared):
            if case == "on" and not deep and self._laid(phrase):
                parties.actors, parties.charged = [other], True
                continue
            if hands and case == "of":  # "attacks at the hands of rebels"
                parties.actors = [other]
            elif case == "by" and not parties.actors:
                parties.actors = [other]
            elif case in ("among", "amongst") and self._text.syntax.lemmas[phrase.head] in _LOSSES:
                parties.recipients = both_sides(self._text, other)  # "deaths among civilians"
            elif case in BETWEEN:
                parties.actors = both_sides(self._text, other)
            elif case == "of" and (right_behind(self._text, phrase, other) or shared):
                if suffered or self._aimed_at_of(phrase.head):
                    parties.recipients = [self._aims.aimed(other, type_)]
                elif phrase.owner is not None and type_ in _ACTED_ON and self._aims.somebody(other):
                    parties.recipients = [other]  # "the tycoon's backing | of the opposition"
                elif not parties.actors and type_ not in ("THREATEN", "REQUEST"):
                    parties.actors = [other] if self._aims.somebody(other) else []
            elif case == "for" and self._text.syntax.lemmas[phrase.head] in ("manhunt", "hunt"):
                parties.recipients = [other]
            elif case == "with" and self._together(phrase, type_):
                continue  # "attacks with allied militiamen"
            elif case == "of" and deep:
                continue  # "a coup with the help | of Norway"
            elif case == "from" and self._moved(phrase):
                continue  # "the extradition of two men from Norway"
            elif case == "from" and self._targets.comes_from(phrase, other):
                parties.actors = parties.actors or [other]  # "a revolt from the left's deputies"
            elif (
                case in cases
                and not parties.recipients
                and not self._no_party(case, other, type_ == "CONSULT")
            ):
                parties.recipients = [self._aims.aimed(other, type_)]
            hands = self._hands(case, other)
            if case in ("without", "despite"):
                break  # "eavesdropping without permission | from the court"

    def _laid(self, phrase: Phrase) -> bool:
        """ "blamed the attack | on the rebels": they are said to have done it."""
        syntax = self._text.syntax
        verb = syntax.heads[phrase.head]
        told = verb >= 0 and syntax.lemmas[verb] in listed("roles", "laid_on")
        return told and syntax.deprel(phrase.head) in ("obj", "nsubj:pass")

    def _together(self, phrase: Phrase, type_: EventType) -> bool:
        """Whether those "with" whom it is done do it, too: a raid is made on others."""
        deed = self._text.syntax.lemmas[phrase.head] in listed("roles", "deeds")
        return type_ == "ASSAULT" and deed

    def _moved(self, phrase: Phrase) -> bool:
        return self._text.syntax.lemmas[phrase.head] in listed("roles", "moved")

    def _shared_behind(self, phrase: Phrase) -> list[tuple[str, Phrase]]:
        """ "the shelling | and destruction of the town": what stands behind both."""
        syntax = self._text.syntax
        _, high = self._text.sentence(phrase.last)
        if phrase.last + 2 >= high or syntax.word(phrase.last + 1) != "and":
            return []
        other = self._text.phrases.of(phrase.last + 2)
        if other is None or other.first != phrase.last + 2 or other.owner is not None:
            return []
        both = {syntax.lemmas[phrase.head], syntax.lemmas[other.head]}
        behind = self._text.following(other) if both <= listed("roles", "deeds") else []
        return behind[:1]

    def _no_party(self, case: str, phrase: Phrase, told: bool) -> bool:
        """ "at the hands of rebels", "denied the raid with the minister stressing that …"."""
        syntax, after = self._text.syntax, phrase.last + 1
        _, high = self._text.sentence(phrase.last)
        doing = after < high and syntax.upos(after) == "VERB" and syntax.word(after).endswith("ing")
        before = phrase.first - 2
        talks = before > 0 and syntax.lemmas[before] in listed("roles", "talks")
        talks = talks and not told  # "his discussions | with the mayor"
        return self._hands(case, phrase) or (case == "with" and (doing or talks))

    def _hands(self, case: str | None, phrase: Phrase) -> bool:
        return case == "at" and self._text.syntax.lemmas[phrase.head] == "hand"

    def laid_by(self, phrase: Phrase) -> Phrase | None:
        """ "a bomb | planted by rebels | killed nine": whose it was."""
        return self._around.launched_by(phrase)

    def inside(self, phrase: Phrase, first: int) -> Phrase | None:
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

    def _sort_of_deed(self, phrase: Phrase) -> bool:
        """ "a terrorist attack": of what sort it is, where the clause tells who makes it."""
        return self._text.syntax.words[phrase.first : phrase.last + 1] == ["terrorist"]

    def _led_by(self, phrase: Phrase, first: int) -> Phrase | None:
        """ "a rebel-led offensive", "an Ansar-orchestrated bombing": who leads it does it."""
        syntax = self._text.syntax
        low, _ = self._text.sentence(first)
        for verb in range(max(phrase.first, low + 2), first):
            hyphen = syntax.word(verb - 1) in ("-", "–")
            if hyphen and syntax.word(verb) in listed("roles", "leading"):
                return Phrase(verb - 2, verb - 2, verb - 2)
        return None

    def _linked(self, phrase: Phrase, first: int) -> bool:
        """ "al-Qaida-linked bombings", "a Danish-backed raid": whose they are, it does not say."""
        syntax = self._text.syntax
        return any(
            syntax.word(i - 1) in ("-", "–") and syntax.word(i) in listed("roles", "linking")
            for i in range(phrase.first + 1, first)
        )

    def _name_start(self, start: int, low: int) -> int:
        """Where a name's first part begins, a nationality or a capital before it included."""
        syntax = self._text.syntax
        while start > low and syntax.tokens[start - 1].text[0].isupper():
            start -= 1
        return start

    def _by_verb(self, noun: int, phrase: Phrase, parties: Parties) -> None:
        """Take the parties from the verb that the noun is object or subject of."""
        syntax = self._text.syntax
        if syntax.has(noun, "cop") and self._text.case(phrase) in ("under", "on"):
            kid = syntax.kid(noun, "nsubj")
            found = self._text.phrases.of(kid) if kid is not None else None
            if found is not None and self._text.case(phrase) == "under":
                parties.recipients = parties.recipients or [found]  # "is under investigation"
            elif found is not None and syntax.lemmas[noun] in listed("roles", "being_on"):
                parties.actors = parties.actors or [found]  # "is on a visit", "on hunger strike"
        verb = self._governor(noun, phrase)
        if verb is None:
            phrase = row_head(self._text, phrase)
            verb = self._governor(phrase.head, phrase)
        if verb is None:
            return
        lemma, passive = syntax.lemmas[verb], self._clauses.passive(verb)
        is_object = passive or syntax.deprel(phrase.head) != "nsubj"
        is_object = is_object and not yet_to_claim(self._text, verb)
        case = self._text.case(phrase)
        if case in ("to", "in", "under"):
            self._by_preposition(verb, case, parties)
            return
        if lemma in listed("roles", "coming") and not is_object and not parties.actors:
            found = self._clauses.oblique(verb, FROM)
            parties.actors = [found] if found is not None and self._aims.somebody(found) else []
            return
        if case == "on" and lemma == "go" and not parties.actors:  # "go on the offensive"
            found = self._clauses.subject(verb)
            parties.actors = [found] if found is not None else []
            return
        done = is_object  # "did not claim the attack"; "did not carry it out": who is said not to
        done = done and (not syntax.negated(verb) or lemma == "stop" or lemma in _WROUGHT)
        done = done and not self._anybodys(noun, phrase, lemma)
        if passive and done and verb > noun and not parties.recipients:
            parties.recipients = self._targets.meant(noun, verb)
        performed = lemma in listed("roles", "performing") or self._given_up(verb)
        burst = syntax.lemmas[noun] in listed("senses", "bursting")
        performed = performed or (burst and lemma in ("trigger", "cause", "detonate"))
        performed = performed or (lemma == "cause" and syntax.lemmas[noun] in _LOSSES)
        performed = performed or (lemma == "fight" and syntax.lemmas[noun] in ("war", "battle"))
        if performed and done and not parties.actors:
            found = self._clauses.agent(verb) if passive else self._clauses.subject(verb)
            if found is not None and found != phrase:
                parties.actors = [found]
        elif lemma in listed("roles", "suffering") and not parties.recipients and not passive:
            found = self._clauses.subject(verb)
            war = parties.actors and syntax.lemmas[noun] in listed("roles", "located_nouns")
            if found is not None and found != phrase and self._aims.somebody(found) and not war:
                parties.recipients = [found]

    def _given_up(self, verb: int) -> bool:
        """ "agreed to stop attacks", "told the rebels to end their raids": those who make them."""
        text, syntax = self._text, self._text.syntax
        if syntax.lemmas[verb] not in ("stop", "end", "renounce"):
            return False
        found = self._clauses.subject(verb)
        actor = text.actor(found.first, found.last) if found is not None else None
        if actor is None:
            return False
        above = syntax.heads[verb] if syntax.deprel(verb) in ("xcomp", "ccomp", "advcl") else -1
        lemma = syntax.lemmas[above] if above >= 0 else ""
        armed = actor.kind == "armed_group" or actor.sector == "REB"
        own = syntax.lemmas[verb] == "renounce" or bool(lemma) or syntax.negated(verb)
        ordered = lemma in ("order", "instruct", "command") and actor.kind == "military"
        return lemma in ("agree", "refuse") or ordered or (armed and own)

    def _anybodys(self, noun: int, phrase: Phrase, lemma: str) -> bool:
        """ "sent troops to halt the violence": others' violence."""
        syntax = self._text.syntax
        lasting = listed("roles", "located_nouns") | listed("roles", "fights")
        ended = lemma in ("halt", "suspend", "pause", "cease", "finish", "complete")
        return ended and syntax.lemmas[noun] in lasting and phrase.owner is None

    def _by_preposition(self, verb: int, case: str, parties: Parties) -> None:
        """ "resorted to shelling", "came under attack": who does it, whom it befalls."""
        lemma = self._text.syntax.lemmas[verb]
        found = self._clauses.subject(verb)
        if found is None:
            return
        if (
            case in ("to", "in")
            and lemma in listed("roles", "performing_in")
            and not parties.actors
        ):
            parties.actors = [found]
        elif case == "under" and lemma in listed("roles", "under") and not parties.recipients:
            parties.recipients = [found]

    def _governor(self, noun: int, phrase: Phrase) -> int | None:
        """The verb that the noun is the object of (right before it), or the tree's."""
        text, syntax = self._text, self._text.syntax
        low, _ = text.sentence(noun)
        index = text.fronted(phrase).first - 1  # "launched | a winter offensive"
        if index >= low and syntax.word(index) in ("out", "up") and index > low:
            index -= 1
        head = syntax.heads[noun]
        subject = syntax.deprel(noun) in ("nsubj", "nsubj:pass") and head > noun
        if index >= low and syntax.upos(index) == "VERB" and not subject:
            return index  # and no "they say | the attacks were plotted by …"
        if head >= 0 and syntax.lemmas[head] in MANY and text.case(phrase) == "of":
            noun, head = head, syntax.heads[head]  # "suffered a spate | of attacks"
        if head >= 0 and syntax.upos(head) == "VERB":
            if syntax.deprel(noun) in ("obj", "nsubj:pass", "nsubj"):
                return head
            if syntax.deprel(noun) == "obl" and self._text.case(phrase) in ("to", "in", "under"):
                return head
        return None
