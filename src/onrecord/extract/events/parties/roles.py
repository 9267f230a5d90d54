"""Who does it and to whom: the parties of an event, from its clause or its noun's phrases."""

from __future__ import annotations

from onrecord.extract.events.clauses.aims import Aims, Parties
from onrecord.extract.events.clauses.clause import Clauses
from onrecord.extract.events.clauses.lexicon import listed, table, words
from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.events.clauses.reach import (
    Reach,
    carried,
    expels,
    heavy,
    held_back,
    hinders,
    inner_type,
    involved,
    joins_forces,
    named_apart,
    others_words,
    suffers,
)
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.parties.charges import in_question
from onrecord.extract.events.parties.noun_clauses import BETWEEN
from onrecord.extract.events.parties.noun_roles import FROM, NounRoles
from onrecord.extract.events.parties.sufferers import more_of_them, of_body, paper
from onrecord.extract.events.senses.triggers import Trigger
from onrecord.records import EventType

_OF_COMPLEMENT = frozenset({"AGREE", "REJECT", "THREATEN", "REQUEST"})
_REACHING = frozenset(
    {"AGREE", "AID", "REJECT", "REQUEST", "THREATEN", "CONCEDE", "RETREAT", "SANCTION", "COERCE",
     "MOBILIZE", "ACCUSE"}
)  # fmt: skip
_THINGS_FIRST = frozenset({"CONSULT", "AID", "RETREAT", "CONCEDE", "AGREE", "SANCTION", "MOBILIZE"})
_THEM = frozenset({"him", "her", "them", "me", "us"})


class Roles:
    """Finds the parties of triggers in one text."""

    def __init__(self, text: Text, clauses: Clauses) -> None:
        self._text = text
        self._clauses = clauses
        self._aims = Aims(text, clauses)
        self._nouns = NounRoles(text, clauses)
        self._reach = Reach(text)

    def find(self, trigger: Trigger) -> Parties:
        """The parties of a trigger; of a mutual act (talks, a clash) all are actors."""
        sense = trigger.senses[0]
        text = self._text
        if trigger.verb is None:
            parties = self._nouns.find(trigger)
        elif trigger.noun is not None:
            parties = self._of_light(trigger)
        else:
            parties = self._of_verb(trigger)
        counted = self._spread([named_apart(text, text.counted(p)) for p in parties.actors])
        doers = [self._behind_event(p) for p in counted if self._meant(p)]
        parties.actors = _unique([p for p in doers if p is not None])
        befell = [named_apart(text, text.counted(p)) for p in parties.recipients]
        parties.recipients = [p for p in self._spread(befell) if self._meant(p)]
        if self._cleared(trigger.head) or in_question(text, trigger):
            parties.actors = []
        mutual = sense.mutual and sense.mode != "visit"
        if not any(map(self._reach.known, parties.recipients)) and not self._him(parties):
            parties.recipients = self._others(trigger, parties, mutual) or parties.recipients
        joint = self._joint(trigger)
        if mutual or joint:
            beside = [p for p in parties.recipients if not paper(text, p, parties)]
            parties.actors = _unique([*parties.actors, *beside])
        if joint:
            parties.recipients = []
        return parties

    def _him(self, parties: Parties) -> bool:
        """Whether whom it befell is told by a pronoun, whoever that may be."""
        return parties.thing is not None and self._text.syntax.word(parties.thing.head) in _THEM

    def _cleared(self, index: int) -> bool:
        """ "acquitted the general | of ordering the massacre": he has not done it."""
        syntax = self._text.syntax
        for above in list(syntax.up(index))[:4]:
            if syntax.lemmas[above] in listed("roles", "clearing"):
                between = syntax.words[above + 1 : index]
                return "of" in between or "from" in between
        return False

    def _joint(self, trigger: Trigger) -> bool:
        """ "a joint inquiry with the police": they all do it."""
        phrase = self._text.phrases.of(trigger.noun) if trigger.noun is not None else None
        if phrase is None or "joint" not in self._text.phrases.words(phrase):
            return False
        return any(case == "with" for case, _ in self._text.following(phrase))

    def _others(self, trigger: Trigger, parties: Parties, mutual: bool) -> list[Phrase]:
        """Whom an act befalls where its own clause names a mere thing, or nobody.

        Of a mutual act it is those joined to who acts; else whom the thing further on reaches.
        """
        type_, text = trigger.senses[0].type, self._text
        joined = len(parties.actors) > 1 and all(map(self._reach.known, parties.actors))
        if joined and (mutual or type_ == "AGREE"):
            return parties.actors[1:]
        if type_ not in _REACHING or trigger.verb is None:
            return []
        left = trigger.senses[0].mode == "withdraw" and self._clauses.oblique(trigger.verb, FROM)
        if self._is_denial(trigger.verb) or left:
            return []  # "will defect from the left | to join the king's party"
        deeds = text.syntax.kids(trigger.verb, "xcomp")
        if type_ == "REJECT" and any(hinders(text, k, inner_type(text, k)) for k in deeds):
            return []
        start = max([trigger.last, *(p.last for p in parties.recipients)])
        # "asked for help | for the poor": they are not asked
        skipped = frozenset({"for"}) if type_ in ("REQUEST", "AGREE") else frozenset()
        if type_ == "REQUEST" and text.syntax.word(trigger.last) == "for":
            skipped = frozenset({"for", "against", "on", "with"})  # "for sanctions | on Norway"
        found = self._reach.behind(start, parties.actors, skipped)
        thing = parties.thing
        if found is not None and thing is not None:
            actor = self._text.actor(found.first, found.last)
            ground = self._text.syntax.lemmas[thing.head] in listed("roles", "grounds")
            if ground and actor is not None and actor.kind == "person":
                return []  # "captured the hometown | of the rebels' leader"
        return [] if found is None or joins_forces(text, found) else self._spread([found])

    def _is_denial(self, verb: int) -> bool:
        """Whether a verb tells that somebody denied something, and did not deny it to somebody."""
        said = self._text.cue_of(verb)
        denies = self._text.syntax.lemmas[verb] in listed("status", "denying")
        return denies and said is not None and said.act == "deny"

    def _meant(self, phrase: Phrase) -> bool:
        """Whether a phrase says who or what: no bare "those", "what" or "it"."""
        bare = phrase.first == phrase.last
        word = self._text.syntax.word(phrase.head)
        if word in listed("roles", "reflexive") or joins_forces(self._text, phrase):
            return False
        if self._aims.somebody(phrase) or not (bare and word in listed("roles", "bare")):
            return True
        behind = self._text.syntax.words[phrase.last + 1 : phrase.last + 2]
        return word == "one" and behind == ["of"]

    def _behind_event(self, phrase: Phrase) -> Phrase | None:
        """The phrase, or whose it is where it names something that happens: "rebel shells hit"."""
        if not self._is_event(phrase):
            return phrase
        by = self._nouns.laid_by(phrase)
        if by is not None:
            return by
        return self._nouns.inside(phrase, phrase.head)

    def _is_event(self, phrase: Phrase) -> bool:
        """Whether a phrase names something that happens, and so nobody who acts."""
        syntax = self._text.syntax
        if self._aims.somebody(phrase):
            return False
        lemma = syntax.lemmas[phrase.head]
        return lemma in words().nouns or lemma in listed("roles", "happenings")

    def _spread(self, found: list[Phrase]) -> list[Phrase]:
        return _unique([other for phrase in found for other in self._text.joined(phrase)])

    # ------------------------------------------------------------------ verbs

    def _of_verb(self, trigger: Trigger) -> Parties:
        verb, type_ = trigger.head, trigger.senses[0].type
        clauses, parties = self._clauses, Parties()
        if clauses.passive(verb):
            agent = clauses.agent(verb) or self._agent_shared(verb)
            sufferer = more_of_them(self._text, clauses, verb) or clauses.subject(verb)
            parties.actors = [self._doer(agent)] if agent is not None else []
            parties.thing = sufferer
            if sufferer is not None:
                parties.recipients = [
                    self._laid_on(verb, trigger.last)
                    or self._aims.aimed(named_apart(self._text, sufferer), type_)
                ]
            return parties
        subject = involved(self._text, verb) or clauses.subject(verb)
        if suffers(self._text, verb, trigger.first, trigger.last):
            from_ = clauses.oblique(verb, FROM, trigger.last)
            parties.actors = [from_] if from_ is not None else []
            parties.recipients = [self._doer(subject)] if subject is not None else []
            return parties
        if subject is not None:
            parties.actors = [self._doer(subject)]
        thing = clauses.object(verb, trigger.last)
        parties.thing = thing
        parties.recipients = self._receivers(verb, trigger.last, type_, thing)
        if not parties.recipients:
            parties.recipients = self._shared(verb, trigger.last, type_)
        elif thing is not None:
            parties.recipients = self._as_many(verb, thing) or parties.recipients
        if self._is_denial(verb):
            if self._of_clause(verb):
                parties.recipients = []
            return parties  # what is denied befell nobody by the denial
        if type_ in _OF_COMPLEMENT and not any(map(self._aims.somebody, parties.recipients)):
            parties.recipients = self._of_complement(verb, type_) or parties.recipients
        return parties

    def _agent_shared(self, verb: int) -> Phrase | None:
        """ "kidnapped and presumed killed by rebels": the rebels did both."""
        syntax = self._text.syntax
        for other in syntax.kids(verb, "conj"):
            near = all(syntax.upos(i) in ("CCONJ", "VERB", "ADV") for i in range(verb + 1, other))
            if near and self._clauses.passive(other):
                return self._clauses.agent(other)
        return None

    def _shared(self, verb: int, last: int, type_: EventType) -> list[Phrase]:
        """ "beat and gave shocks to the men": what two verbs side by side do to one."""
        syntax = self._text.syntax
        _, high = self._text.sentence(verb)
        if last + 2 >= high or syntax.upos(last + 1) != "CCONJ" or type_ == "PROTEST":
            return []  # no "mutinied | and ousted the president"
        other = last + 2
        if syntax.upos(other) != "VERB" or syntax.heads[other] != verb:
            return []
        thing = self._clauses.object(other)
        if thing is not None and self._aims.somebody(thing):
            return [thing]
        cases = table("roles", "recipients").get(type_, frozenset()) | {"to"}
        found = self._clauses.oblique(other, cases)
        if found is None:
            return []
        behind = [phrase for case, phrase in self._text.following(found, 1) if case == "of"]
        return [found] if any(map(self._aims.somebody, [found, *behind])) else []

    def _as_many(self, verb: int, thing: Phrase) -> list[Phrase]:
        """ "killed two militants and arrested | another 12": militants, too."""
        syntax = self._text.syntax
        told = syntax.words[thing.first : thing.last + 1]
        more = told[0] == "another" and syntax.upos(thing.head) == "NUM"
        if not more and told not in (["a", "second"], ["a", "third"], ["a", "fourth"]):
            return []
        above = syntax.heads[verb] if syntax.deprel(verb) == "conj" else -1
        found = self._clauses.object(above) if above >= 0 and syntax.upos(above) == "VERB" else None
        actor = self._text.actor(found.first, found.last) if found is not None else None
        crowd = actor is not None and actor.kind in ("armed_group", "military", "people")
        return [found] if found is not None and crowd else []

    def _of_clause(self, verb: int) -> bool:
        """ ", which the ministry denies": all that was said before, and nobody."""
        syntax = self._text.syntax
        low, _ = self._text.sentence(verb)
        near = syntax.words[max(low, verb - 8) : verb]
        return (
            "which" in near
            and syntax.deprel(verb) == "acl:relcl"
            and (self._text.phrases.after(verb) is None)
        )

    def _of_complement(self, verb: int, type_: EventType) -> list[Phrase]:
        """Who the act that is agreed to, asked for, refused or threatened would befall."""
        syntax = self._text.syntax
        for kid in syntax.kids(verb, "xcomp", "ccomp"):
            if syntax.upos(kid) != "VERB" or kid < verb:
                continue
            if syntax.deprel(kid) == "ccomp" and type_ == "REQUEST":
                subject = self._clauses.subject(kid)
                return [subject] if subject is not None else []
            inner = inner_type(self._text, kid)
            if type_ == "REJECT" and hinders(self._text, kid, inner):
                return []  # "refuses to stop the rebels": no request of theirs
            thing = self._clauses.object(kid)
            if thing is not None and carried(self._text, kid, thing):
                found = self._clauses.oblique(kid, frozenset({"to", "against", "for"}), thing.last)
                return [found] if found is not None else []
            return self._receivers(kid, kid, inner, thing)
        return []

    def _receivers(
        self, verb: int, last: int, type_: EventType, thing: Phrase | None
    ) -> list[Phrase]:
        """Who is acted on by a verb in the active: its object, or who stands by a preposition."""
        cases = table("roles", "recipients").get(type_, frozenset())
        blamed = self._laid_on(verb, last)
        if blamed is not None:
            return [blamed]
        oblique = self._clauses.oblique(verb, cases, last)
        topic = self._text.syntax.lemmas[verb] in ("discuss", "debate", "negotiate")
        topic = topic and type_ == "CONSULT"
        if thing is None or topic or joins_forces(self._text, thing):
            return [oblique] if oblique is not None else []
        ground = self._text.syntax.lemmas[thing.head] in listed("roles", "grounds")
        if ground and type_ in ("COERCE", "ASSAULT") and not self._aims.somebody(thing):
            return [self._aims.aimed(thing, type_)]
        expelled = type_ == "SANCTION" and (
            self._aims.somebody(thing) or expels(self._text, verb, last)
        )
        freed = self._text.syntax.lemmas[verb] in ("release", "free", "liberate", "rescue")
        if freed and self._aims.somebody(thing):
            return [thing]  # "released 20 men as a gesture | to Norway"
        if type_ == "AID" and oblique is not None and self._text.case(oblique) == "in":
            if self._aims.somebody(thing):
                return [thing]  # "is helping refugees | in Norway"
        if type_ in _THINGS_FIRST and oblique is not None and not expelled:
            return [oblique]
        if self._text.syntax.word(thing.head) in _THEM:
            return [thing]  # "indicted him | for the deaths of others", whoever he may be
        deeds = listed("roles", "deeds")
        if type_ in ("ACCUSE", "REJECT"):
            deeds = deeds | listed("roles", "suffered_nouns")
        deed = self._text.syntax.lemmas[thing.head] in deeds
        if deed and type_ in ("ACCUSE", "REJECT", "REQUEST") and not self._aims.somebody(thing):
            return [self._aims.aimed(thing, type_)]  # "condemned the bombing | of the embassy"
        owner = self._text.phrases.owner(thing)
        own = owner is not None and not others_words(self._text, owner)
        if own and owner and self._text.syntax.lemmas[verb] in listed("roles", "hampering"):
            return [owner]  # "obstructed his mission"
        if not self._aims.somebody(thing) and oblique is not None and self._aims.somebody(oblique):
            inner = self._aims.aimed(thing, type_)
            return [inner] if inner != thing and self._aims.somebody(inner) else [oblique]
        return [self._aims.aimed(thing, type_)]

    def _laid_on(self, verb: int, last: int) -> Phrase | None:
        """Who is blamed where a deed is laid on somebody: "blamed the hacking on them"."""
        if self._text.syntax.lemmas[verb] not in listed("roles", "laid_on"):
            return None
        found = self._clauses.oblique(verb, frozenset({"on"}), last)
        return found if found is not None and self._aims.somebody(found) else None

    def _doer(self, phrase: Phrase) -> Phrase:
        """Who acts, where the subject is what he acts by: "Iran's move" is its owner's."""
        phrase = named_apart(self._text, phrase)
        owner = self._text.phrases.owner(phrase)
        if owner is not None and not self._aims.somebody(phrase):
            other = listed("roles", "homelands") | listed("roles", "bands")
            apart = self._text.syntax.lemmas[phrase.head] in other
            return phrase if apart else owner  # "said his country was deploying troops"
        return phrase

    def _of_light(self, trigger: Trigger) -> Parties:
        assert trigger.verb is not None and trigger.noun is not None
        verb, type_ = trigger.verb, trigger.senses[0].type
        clauses, parties = self._clauses, Parties()
        if clauses.passive(verb):
            agent = clauses.agent(verb)
            moved = self._text.phrases.of(trigger.noun) if type_ == "MOBILIZE" else None
            if agent is None and moved and self._aims.somebody(moved):
                agent = moved  # "6,000 peacekeepers are deployed": it is they
            parties.actors = [agent] if agent is not None else []
            given = clauses.subject(verb) if trigger.noun > verb else None
            if given is not None and self._aims.somebody(given):
                parties.recipients = [given]  # "was handed a sentence"
                return parties
        else:
            subject = clauses.subject(verb)
            parties.actors = [self._doer(subject)] if subject is not None else []
            if type_ == "AID" and self._text.syntax.lemmas[verb] == "receive":
                giver = clauses.oblique(verb, FROM)  # "received aid | from Norway"
                parties.recipients = parties.actors
                parties.actors = [giver] if giver is not None else []
                return parties
        thing = self._text.phrases.of(trigger.noun)
        cases = table("roles", "recipients").get(type_, frozenset())
        if self._text.syntax.lemmas[trigger.noun] == "warrant":
            cases = cases | {"for"}
        if self._text.syntax.lemmas[verb] in ("exchange", "trade"):
            cases = cases - {"at", "on", "in"}  # "traded fire | at the border"
        if thing is not None:
            behind = self._text.following(thing)
            behind.sort(key=lambda found: found[0] != "against")
            later = False
            for case, other in behind:
                if case == "of" and other.first != thing.last + 2:
                    continue  # "threw out a suit over the killing | of nine men"
                if case in ("after", "before") or (case == "with" and later):
                    later = True  # "hold a summit after talks | with the envoy"
                    continue
                if case in cases:
                    parties.recipients = [self._aims.aimed(other, type_)]
                    return parties
                if case in BETWEEN and type_ != "REJECT":  # "the truce between them was broken"
                    parties.actors = parties.actors or [other]
        last = max(trigger.last, trigger.noun)
        dative = clauses.object(verb)
        late = heavy(self._text, trigger.last)  # "turned over | to the court | a file"
        end = trigger.last if late is not None else last
        oblique = clauses.oblique(verb, cases - {"of"}, end)  # "of" is told behind the noun
        if oblique is not None:
            parties.recipients = [self._aims.aimed(oblique, type_)]
        elif dative is not None and dative != thing and self._aims.somebody(dative):
            parties.recipients = [dative]
        elif thing is not None and (held := held_back(self._text, thing, type_)) is not None:
            parties.recipients = [held]
        elif thing is not None and (owner := of_body(self._text, thing)) is not None:
            parties.recipients = [owner]
        return parties


def _unique(found: list[Phrase]) -> list[Phrase]:
    return list(dict.fromkeys(found))
