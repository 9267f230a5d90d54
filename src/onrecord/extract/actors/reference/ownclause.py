"""Whom a pronoun means by its own clause, whoever tells of it or was spoken of before.

"The spokesman said Cole was held as he was about to leave": Cole, and not the spokesman.
"""

from __future__ import annotations

from onrecord.extract.actors.mentions.entities import Entities, Entity, named_person
from onrecord.extract.actors.mentions.mention import Mention
from onrecord.extract.actors.reference.set_free import others_release, whose_release
from onrecord.extract.actors.reference.speech import Speech
from onrecord.extract.actors.reference.talked_of import talked_of
from onrecord.extract.actors.reference.tellers import as_they, excluded, of_itself, principal
from onrecord.extract.actors.reference.warned import threatened
from onrecord.extract.actors.trees.syntax import Syntax

_SUBJECTS = ("nsubj", "nsubj:pass")
_PHRASES = ("obj", "iobj", "obl", "nmod", "conj", "compound", "nsubj:pass", "nmod:poss")
_STEPS = 6
_DOES = frozenset(
    {"lose", "submit", "tender", "leave", "quit", "keep", "break", "spend", "hide", "change",
     "sell", "serve", "finish", "pack", "wear", "drive", "park", "abandon", "enter", "fulfil",
     "fulfill", "resume", "withdraw", "express", "announce", "raise", "sign"}
)  # fmt: skip
"""Verbs whose object by "his" is their subject's own."""
_OWN = frozenset(
    {"home", "house", "car", "apartment", "flat", "bed", "cell", "room", "hotel", "job", "life",
     "career", "sleep", "vehicle", "truck"}
)  # fmt: skip
"""What is, beside a verb, its subject's own."""
_BEFELL = frozenset(
    {"capture", "arrest", "detention", "abduction", "kidnapping", "captivity", "imprisonment",
     "disappearance", "release", "trial", "conviction", "transfer", "deportation"}
)  # fmt: skip
"""What befell those to whom something else was done."""
_DEATHS = frozenset(
    {"death", "killing", "murder", "assassination", "funeral", "burial", "body", "corpse",
     "autopsy", "suicide", "grave", "disappearance", "abduction", "kidnapping"}
)  # fmt: skip
"""What those have who tell nothing more."""
_KILLED = frozenset({"kill", "murder", "behead", "execute", "assassinate", "bury", "lynch"})
_MOURNED = frozenset({"avenge", "mourn", "bury", "eulogize", "eulogise"})
_MAYBE = frozenset(
    {"will", "would", "could", "can", "may", "might", "shall", "should", "must", "if", "almost",
     "nearly", "not"}
)  # fmt: skip
_CHARGES = frozenset(
    {"accuse", "charge", "convict", "arrest", "sentence", "jail", "imprison", "detain", "acquit",
     "hang", "suspect", "wound", "injure", "kidnap", "abduct", "free", "release", "extradite"}
)  # fmt: skip
"""What is done to persons, of whom a report may say "they"."""
_NEVER_HELD = frozenset({"office", "government", "igo", "outlet"})
_GOING = frozenset({"resignation", "removal", "dismissal", "ouster", "departure", "arrest",
                    "extradition", "impeachment"})  # fmt: skip
_FAULTED = frozenset({"accuse", "blame", "criticise", "criticize", "condemn", "denounce", "charge"})
"""What is said of him whose resignation is then called for."""
MEMBERS = frozenset(
    {"member", "supporter", "follower", "fighter", "gunman", "militant", "commander", "worker",
     "employee", "soldier", "guerrilla"}
)  # fmt: skip
"""Those whom a body has."""
_BODIES = frozenset({"armed_group", "ngo", "company", "igo", "outlet", "other"})
_ASKS = frozenset({"call", "urge", "ask", "order", "tell", "press", "beg", "appeal", "implore"})
_ROLES = frozenset(
    {"ally", "rival", "opponent", "critic", "supporter", "backer", "friend", "foe", "partner",
     "successor", "predecessor", "deputy"}
)  # fmt: skip
"""Nouns for what somebody is to another."""


class OwnClause:
    """Looks up whom the clause of a pronoun makes it mean, and whom it cannot mean."""

    def __init__(self, entities: Entities, syntax: Syntax, speech: Speech) -> None:
        self._entities, self._syntax, self._speech = entities, syntax, speech

    def meant(self, mention: Mention) -> Mention | None:
        """Who is meant; None where the clause does not tell."""
        freed = whose_release(self._entities, self._syntax, mention)
        if freed is not None:
            return freed
        if mention.gender in ("m", "f"):
            found = self._also(mention) or self._to_go(mention)
            found = found or principal(self._entities, self._syntax, self._speech, mention)
            found = found or talked_of(self._entities, self._syntax, self._speech, mention)
            found = found or self._when(mention)
            return found or self._whose(mention) or self._his(mention) or self._freed(mention)
        if mention.core == "them":
            return self._one_of(mention)
        if mention.core == "they":
            found = self._pair(mention) or as_they(self._entities, self._syntax, mention)
            return found or threatened(self._entities, self._syntax, mention)
        if mention.core == "it":
            found = of_itself(self._entities, self._syntax, self._speech, mention)
            return found or threatened(self._entities, self._syntax, mention)
        if mention.core in ("its", "their"):
            return self._told_to_do(mention) or self._of_body(mention)
        return None

    def excluded(self, mention: Mention, entity: Entity) -> bool:
        """Whether "his death" would be that of who tells of it, "his ally" his own."""
        syntax = self._syntax
        if excluded(self._entities, syntax, self._speech, mention, entity):
            return True
        if others_release(self._entities, syntax, mention, entity):
            return True
        if self._charged(mention) and entity.nature == "group" and entity.number != "p":
            return entity.kind in _NEVER_HELD
        if self._dead(mention):
            teller = self._speech.around(mention)
            return teller is not None and self._entities.of(teller) is entity
        if syntax.deprel[mention.head] != "nmod:poss" or mention.gender not in ("m", "f"):
            return False
        verb = self._verb(syntax.head[mention.head])
        if verb < 0 or syntax.deprel[verb] != "acl:relcl":
            return False
        role = syntax.head[verb]
        if syntax.tokens[role].lemma.lower() not in _ROLES:
            return False
        return any(m.head == role for m in entity.mentions)

    def _charged(self, mention: Mention) -> bool:
        """Whether "they" were arrested or are accused: persons, and not the court that says so."""
        syntax, above = self._syntax, self._syntax.head[mention.head]
        if above < 0 or mention.core != "they" or syntax.deprel[mention.head] != "nsubj:pass":
            return False
        return syntax.tokens[above].lemma.lower() in _CHARGES

    def _to_go(self, mention: Mention) -> Mention | None:
        """ "accused Reed of it and called for | his resignation": his who is accused."""
        syntax = self._syntax
        owned = syntax.head[mention.head]
        if syntax.deprel[mention.head] != "nmod:poss" or owned < 0:
            return None
        verb = self._verb(owned)
        if syntax.tokens[owned].lemma.lower() not in _GOING or verb < 0:
            return None
        first = syntax.head[verb]
        if syntax.deprel[verb] != "conj" or first < 0:
            return None
        if syntax.tokens[first].lemma.lower() not in _FAULTED or syntax.of(verb, *_SUBJECTS):
            return None
        # some trees take whom the verb accuses for a second subject, behind it
        whom = [*syntax.of(first, "obj"), *(k for k in syntax.of(first, "nsubj") if k > first)]
        other = self._entities.headed(next(iter(whom), -1))
        if other is None or other.head > mention.head or other.form == "pronoun":
            return None
        entity = self._entities.of(other)
        return other if entity.nature == "person" and entity.number != "p" else None

    def _dead(self, mention: Mention) -> bool:
        """Whether "they" have been killed, or "his" is a death: they tell of nothing."""
        syntax = self._syntax
        above, relation = syntax.head[mention.head], syntax.deprel[mention.head]
        if above < 0 or mention.gender in ("1", "2", "r"):
            return False
        lemma = syntax.tokens[above].lemma.lower()
        if relation == "nmod:poss":
            return lemma in _DEATHS
        if relation == "obj" and lemma in _MOURNED:
            return True
        done = (lemma in _KILLED and relation == "nsubj:pass") or lemma == "die"
        helped = [syntax.tokens[k].lemma.lower() for k in syntax.of(above, "aux", "mark", "advmod")]
        return done and relation in _SUBJECTS and not _MAYBE & set(helped)

    def _when(self, mention: Mention) -> Mention | None:
        """ "Cole was arrested as | he left": the subject of what happened then."""
        syntax = self._syntax
        verb = syntax.head[mention.head]
        if verb < 0 or syntax.deprel[mention.head] not in _SUBJECTS:
            return None
        if syntax.deprel[verb] != "advcl":
            return None
        above = syntax.head[verb]
        if not syntax.of(verb, "mark"):
            return self._at_that_time(above, verb, mention)
        if above >= 0 and syntax.deprel[above] == "acl:relcl":
            above = self._verb(syntax.head[above])  # "gave a report that was wrong as | he was ill"
        return self._subject(above, mention)

    def _at_that_time(self, above: int, verb: int, mention: Mention) -> Mention | None:
        """ "Cole is expected to ask for help when | he meets Reed": Cole, no other named before."""
        syntax = self._syntax
        if not any(syntax.tokens[k].text.lower() == "when" for k in syntax.of(verb, "advmod")):
            return None
        while above >= 0 and syntax.deprel[above] == "xcomp" and not syntax.of(above, *_SUBJECTS):
            above = syntax.head[above]
        found = self._subject(above, mention)
        if found is None or self._another(found, mention):
            return None
        return found

    def _another(self, found: Mention, mention: Mention) -> bool:
        """Whether another single person stands between somebody and a pronoun."""
        between = range(found.last + 1, mention.head)
        near = [m for m in self._entities.mentions if m.head in between and m.form != "pronoun"]
        others = [self._entities.of(m) for m in near if m.nature == "person" and m.number != "p"]
        return any(other is not self._entities.of(found) for other in others)

    def _also(self, mention: Mention) -> Mention | None:
        """ "The visit came after Reed said …. | He | also said": who spoke just before."""
        syntax = self._syntax
        verb = syntax.head[mention.head]
        if not self._leads(mention.head) or mention not in self._speech.sources:
            return None
        if not any(syntax.tokens[k].text == "also" for k in syntax.of(verb, "advmod")):
            return None
        last = self._speech.before(mention)
        near = last is not None and syntax.sent[mention.head] - syntax.sent[last.head] == 1
        return last if near and last is not None and self._single(last, mention) else None

    def _his(self, mention: Mention) -> Mention | None:
        """ "He saw three towns during | his visit": the same "he", where it is the clause's own."""
        syntax = self._syntax
        if syntax.deprel[mention.head] != "nmod:poss":
            return None
        verb = self._verb(syntax.head[mention.head])
        for kid in syntax.of(verb, *_SUBJECTS) if verb >= 0 else ():
            other = self._entities.headed(kid)
            if other is None or other.form != "pronoun" or kid > mention.head:
                continue
            known = not self._entities.alone(other)
            return other if known and other.gender == mention.gender else None
        return None

    def _freed(self, mention: Mention) -> Mention | None:
        """ "Berg called on the captors of a nurse to free | her": not Berg, who asks for it."""
        syntax = self._syntax
        done, steps = syntax.head[mention.head], 0
        if done < 0 or syntax.deprel[mention.head] != "obj":
            return None
        asks = done
        while asks >= 0 and syntax.tokens[asks].lemma.lower() not in _ASKS and steps < _STEPS:
            asks, steps = syntax.head[asks], steps + 1
        if asks < 0 or steps in (0, _STEPS) or not syntax.of(done, "mark"):
            return None
        between = {
            id(self._entities.of(m)): m
            for m in self._entities.mentions
            if asks < m.head < mention.head and m.form in ("name", "nominal")
        }
        able = [m for m in between.values() if self._single(m, mention)]
        return able[0] if len(able) == 1 else None

    def _single(self, other: Mention, mention: Mention) -> bool:
        entity = self._entities.of(other)
        person = entity.nature == "person" and entity.number != "p"
        named = other.gender is not None or named_person(entity)
        return person and named and entity.gender in (None, mention.gender)

    def _whose(self, mention: Mention) -> Mention | None:
        """ "He said Cole had lost | his job": the own clause's subject, and not who says so."""
        syntax = self._syntax
        if syntax.deprel[mention.head] != "nmod:poss" or self._speech.around(mention) is None:
            return None
        owned = syntax.head[mention.head]
        verb = self._verb(owned)
        does = verb >= 0 and syntax.tokens[verb].lemma.lower() in _DOES
        lemma = syntax.tokens[owned].lemma.lower()
        befell = lemma in _BEFELL and verb >= 0 and bool(syntax.of(verb, "nsubj:pass"))
        if not does and lemma not in _OWN and not befell:
            return None
        return self._subject(verb, mention)

    def _one_of(self, mention: Mention) -> Mention | None:
        """ "Doctors were warned that one of | them might be shot": those who were told."""
        syntax = self._syntax
        part = syntax.head[mention.head]
        if part < 0 or syntax.case(mention.head) != "of":
            return None
        verb = syntax.head[part]
        if verb < 0 or syntax.deprel[part] not in _SUBJECTS or syntax.deprel[verb] != "ccomp":
            return None
        above = syntax.head[verb]
        told = next(iter(syntax.of(above, "nsubj:pass", "obj", "iobj")), -1)
        return self._many(told, mention)

    def _of_body(self, mention: Mention) -> Mention | None:
        """ "The union said the raid had killed two of | its members": the body that tells of it."""
        syntax, teller = self._syntax, self._speech.around(mention)
        if teller is None or syntax.deprel[mention.head] != "nmod:poss":
            return None
        if syntax.tokens[syntax.head[mention.head]].lemma.lower() not in MEMBERS:
            return None
        if self._entities.of(teller).kind not in _BODIES or teller.head > mention.head:
            return None
        told = (m for m in self._entities.mentions if teller.last < m.first < mention.first)
        others = (self._entities.of(m).kind for m in told if self._within(mention, m))
        return None if any(kind in _BODIES for kind in others) else teller

    def _pair(self, mention: Mention) -> Mention | None:
        """ "Lund and Holm met on Monday. | They urged": the two of whom the sentence before is."""
        syntax = self._syntax
        if not self._leads(mention.head):
            return None
        before = syntax.sent[mention.head] - 1
        for other in self._entities.mentions:
            if other.form == "joint" and syntax.sent[other.head] == before:
                about = self._leads(other.head) or (self._charged(mention) and self._persons(other))
                return other if about and len(other.parts) > 1 else None
        return None

    def _persons(self, joint: Mention) -> bool:
        """Whether those joined are persons by name: "ordered the arrest of Lund and Holm"."""
        parts = [self._entities.headed(head) for head in joint.parts]
        return all(part is not None and part.nature == "person" for part in parts)

    def _leads(self, token: int) -> bool:
        """Whether a token is the subject of its sentence's main verb."""
        above = self._syntax.head[token]
        subject = self._syntax.deprel[token] in _SUBJECTS
        return subject and above >= 0 and self._syntax.deprel[above] == "root"

    def _told_to_do(self, mention: Mention) -> Mention | None:
        """ "Urged its people to keep up | their own strikes": those who are urged."""
        syntax = self._syntax
        behind = syntax.tokens[mention.head + 1 : mention.head + 2]
        if not behind or behind[0].text.lower() != "own":
            return None
        verb = self._verb(syntax.head[mention.head])
        if verb < 0 or syntax.deprel[verb] != "xcomp":
            return None
        told = next(iter(syntax.of(syntax.head[verb], "obj", "iobj")), -1)
        return self._many(told, mention)

    def _many(self, token: int, mention: Mention) -> Mention | None:
        other = self._entities.headed(token) if token >= 0 else None
        if other is None or other.head > mention.head or other.form == "pronoun":
            return None
        return other if self._entities.of(other).number == "p" else None

    def _subject(self, verb: int, mention: Mention) -> Mention | None:
        """The one person who is the subject of a verb before the pronoun."""
        syntax = self._syntax
        if verb < 0 or syntax.sent[verb] != syntax.sent[mention.head]:
            return None
        for kid in syntax.of(verb, *_SUBJECTS):
            other = self._entities.headed(kid)
            if other is None or other.nature == "thing":  # "the rapporteur, | Ane Holm|,"
                named = next(iter(syntax.of(kid, "appos")), -1)
                other = self._entities.headed(named) if named > kid else other
            if other is None or kid > mention.head or syntax.of(kid, "conj"):
                continue
            entity = self._entities.of(other)
            single = entity.nature == "person" and entity.number != "p"
            if single and other.form != "pronoun" and self._within(mention, other):
                return other
        return None

    def _within(self, mention: Mention, other: Mention) -> bool:
        """Whether both stand in the same words told, or in none."""
        one, two = self._speech.around(mention), self._speech.around(other)
        return one is two

    def _verb(self, noun: int) -> int:
        """The verb of the clause in which a noun stands; -1 where the tree does not say."""
        syntax, above = self._syntax, noun
        for _ in range(_STEPS):
            if above < 0 or syntax.tokens[above].upos in ("VERB", "AUX"):
                return above
            if syntax.deprel[above] not in _PHRASES:
                return -1
            above = syntax.head[above]
        return -1
