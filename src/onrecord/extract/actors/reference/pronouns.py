"""Whom a pronoun means.

Candidates are the actors (and things) named before it; grammar rules out some, and a weighted sum
of simple observations gives each of the rest, and "none of these", a probability. A pronoun whose
best candidate is not likelier than all else is left unresolved: a wrong name is worse than none.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from onrecord.extract.actors.mentions.entities import Entities, Entity
from onrecord.extract.actors.mentions.mention import Mention
from onrecord.extract.actors.reference.authored import Authored
from onrecord.extract.actors.reference.kin import whose_body
from onrecord.extract.actors.reference.observe import Observer, weigh
from onrecord.extract.actors.reference.ownclause import OwnClause
from onrecord.extract.actors.reference.speech import Speech, speaker
from onrecord.extract.actors.reference.tellers import told_of
from onrecord.extract.actors.reference.weights import weights
from onrecord.extract.actors.trees.syntax import CLAUSES, Syntax

_CENTER = 0.08
"""The least probability at which whom the sentence before is about goes before all others."""
_DOING = frozenset(
    {"launch", "start", "begin", "continue", "resume", "halt", "suspend", "stop", "end", "step",
     "escalate", "intensify", "increase", "reduce", "scale", "expand", "press", "pursue", "renew",
     "conduct", "wage", "mount", "complete", "extend", "widen", "ramp", "pause", "cease", "delay",
     "cancel", "lift", "ease", "tighten", "withdraw", "express", "announce", "reiterate"}
)  # fmt: skip
"""Verbs whose object by "its" or "their" is their subject's own."""
_CLASS = {"m": "he", "f": "he", "n": "it"}


_SPEAKING = frozenset({"government", "office", "military", "armed_group", "igo", "ngo", "company"})
"""Bodies for which those who hold a post in them say "we"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PronounOptions:
    """``reach``: sentences back that are searched.

    ``sure``: the least probability, of 1, at which a candidate is taken for "he" and "she";
    ``surer``: for "it" and "they", of which more of those taken are wrong.
    """

    reach: int = 3
    sure: float = 0.5
    surer: float = 0.6


_SPOKE = 2
"""Sentences back in which a body must have spoken that "it" goes on from."""


class Pronouns:
    """Resolves the pronouns of one report, left to right."""

    def __init__(
        self,
        entities: Entities,
        syntax: Syntax,
        speech: Speech,
        options: PronounOptions,
        authored: Authored,
    ) -> None:
        self._entities, self._syntax = entities, syntax
        self._speech, self._options = speech, options
        self._weights = weights()
        self._authored = authored
        self._clause = OwnClause(entities, syntax, speech)
        self.observer = Observer(entities, syntax, speech)
        self._named: dict[int, set[int]] = {}
        self._authors: dict[str, Mention] = {}
        self._sides: dict[int, Mention] = {}
        self._sources = {id(m) for m in speech.sources}

    def resolve(self) -> None:
        """Merge each pronoun that is clear into its actor."""
        pronouns = [m for m in self._entities.mentions if m.form == "pronoun"]
        # Who "I" is follows from who speaks, which a "he said" behind the words may have to tell.
        for mention in sorted(pronouns, key=lambda m: m.gender in ("1", "2")):
            if not self._entities.alone(mention):
                continue
            target = self.antecedent(mention) or self._speaks_on(mention)
            if target is None:
                continue
            entity = self._entities.merge(target, mention)
            if mention.gender in ("m", "f") and entity.gender is None:
                entity.gender = mention.gender

    def antecedent(self, mention: Mention) -> Mention | None:
        """The mention that the pronoun takes up; None where it is not clear."""
        if mention.gender == "1":
            return self._first_person(mention)
        if mention.gender == "r":
            return None
        if mention.gender == "2":
            voice = "quoted" if self._speech.direct(mention) else "written"
            found = self._authors.setdefault(voice, mention)
            return found if found is not mention and voice == "written" else None
        if mention.core.endswith(("self", "selves")):
            return self._reflexive(mention)
        own = self._clause.meant(mention)
        if own is not None and self._fits(mention, own, self._entities.of(own)):
            return own
        state = whose_body(self._entities, self._syntax, mention)
        if state is not None:
            return state
        suffering = self._subject_above(mention)
        if suffering is not None:
            return suffering
        ranked = self.ranked(mention)
        single = mention.gender in ("m", "f")
        oneself = self._of_oneself(mention) if single else None
        if oneself is not None:
            return oneself
        center = self._center(mention) if single else None
        if center is not None:
            mine = next((p for p, other in ranked if self._one(other, center)), 0.0)
            if mine >= _CENTER:
                return center
        floor = self._options.sure if single else self._options.surer
        told = not ranked or ranked[0][0] < floor or self._is_teller(ranked[0][1], mention)
        if told or self._own_doing(mention):
            owner = self._owner(mention)
            if owner is not None:
                return owner
        if not ranked or ranked[0][0] < floor:
            return None
        if not single and self._silent(ranked[0][1], mention):
            return None
        rivals = {other.head for _, other in ranked[1:]}
        return None if self._side_by_side(ranked[0][1], rivals) else ranked[0][1]

    def _speaks_on(self, mention: Mention) -> Mention | None:
        """ "A bulletin from the bureau says …. | It | warns that …": the body, or the press, that
        spoke last, where nobody else is clear."""
        last = self._speech.before(mention) if id(mention) in self._sources else None
        if last is None or mention.core not in ("it", "they") or not self._leads(mention.head):
            return None
        entity = self._entities.of(last)
        near = self._syntax.sent[mention.head] - self._syntax.sent[last.head] <= _SPOKE
        press = entity.kind == "outlet" and entity.number == "p"
        body = entity.nature == "group" and entity.number != "p"
        fits = body if mention.core == "it" else press
        return last if near and fits and self._fits(mention, last, entity) else None

    def _subject_above(self, mention: Mention) -> Mention | None:
        """ "31 farmers were killed as they fled": of plain people, not of who tells it."""
        syntax = self._syntax
        verb = syntax.head[mention.head]
        if mention.core != "they" or verb < 0 or syntax.deprel[verb] != "advcl":
            return None
        above = syntax.head[verb]
        if above < 0 or not syntax.of(verb, "mark") or syntax.deprel[mention.head] != "nsubj":
            return None
        subjects = {*syntax.of(above, "nsubj"), *syntax.of(above, "nsubj:pass")}
        for other in self._entities.mentions:
            entity = self._entities.of(other)
            if other.head in subjects and entity.number == "p" and entity.nature != "thing":
                return other if self._fits(mention, other, entity) else None
        return None

    def _of_oneself(self, mention: Mention) -> Mention | None:
        """ "Reed said | he had ordered …": a person named who tells of their own doing, whoever was
        spoken of before."""
        syntax, told = self._syntax, self._syntax.head[mention.head]
        teller = self._speech.around(mention)
        if told < 0 or syntax.deprel[mention.head] != "nsubj" or syntax.deprel[told] != "ccomp":
            return None
        if teller is None or teller.form != "name" or teller.head > mention.head:
            return None
        subjects = syntax.of(syntax.head[told], "nsubj", "nsubj:pass")
        between = syntax.text(teller.head, mention.head)
        if (subjects and teller.head not in subjects) or any(mark in between for mark in '"“”'):
            return None
        entity = self._entities.of(teller)
        right = entity.nature == "person" and self._fits(mention, teller, entity)
        return teller if right else None

    def _one(self, mention: Mention, other: Mention) -> bool:
        return self._entities.of(mention) is self._entities.of(other)

    def _center(self, mention: Mention) -> Mention | None:
        """Whom the sentence before is about, where the pronoun's is about the pronoun: "Castro came
        to power in 1959. He defied …"."""
        syntax = self._syntax
        if not self._leads(mention.head) or self._speech.direct(mention):
            return None
        before = syntax.sent[mention.head] - 1
        for other in self._entities.mentions:
            if syntax.sent[other.head] == before and self._leads(other.head):
                entity = self._entities.of(other)
                person = entity.nature == "person" and other.number != "p"
                return other if person and self._fits(mention, other, entity) else None
        return None

    def _is_teller(self, best: Mention, mention: Mention) -> bool:
        """Whether the best candidate is who says the words in which the pronoun stands."""
        around = self._speech.around(mention)
        return around is not None and self._one(best, around)

    def _silent(self, best: Mention, mention: Mention) -> bool:
        """ "The union said that troops had left. They added …": of two, the one who spoke before
        may be meant, and troops that have said nothing yet are not taken for the speaker."""
        last = self._speech.before(mention) if id(mention) in self._sources else None
        if last is None or self._one(best, last):
            return False
        entity = self._entities.of(last)
        spoke = any(id(m) in self._sources for m in self._entities.of(best).mentions)
        return not spoke and entity.nature == "group" and self._fits(mention, last, entity)

    def _own_doing(self, mention: Mention) -> bool:
        """ "has escalated | its attacks": what one does with one's own deeds."""
        syntax = self._syntax
        above = syntax.head[mention.head]
        verb = syntax.head[above] if above >= 0 and syntax.deprel[above] == "obj" else -1
        return verb >= 0 and syntax.tokens[verb].lemma.lower() in _DOING

    def _owner(self, mention: Mention) -> Mention | None:
        """ "X said that Norway had halted | its raids": its own clause's subject, not X."""
        syntax = self._syntax
        text = syntax.tokens[mention.head].text.lower()
        if text not in ("its", "their") or syntax.deprel[mention.head] != "nmod:poss":
            return None
        verb = syntax.head[mention.head]
        while verb >= 0 and syntax.tokens[verb].upos != "VERB":
            if syntax.deprel[verb] not in ("obj", "obl", "nmod", "conj", "compound"):
                return None
            verb = syntax.head[verb]
        subjects = set(syntax.of(verb, "nsubj")) if verb >= 0 else set()
        for other in self._entities.mentions:
            if other.head in subjects and other.head < mention.head and other.form != "pronoun":
                entity = self._entities.of(other)
                return other if self._fits(mention, other, entity) else None
        return None

    def _leads(self, token: int) -> bool:
        """Whether a token is the subject of its sentence's main verb."""
        above = self._syntax.head[token]
        subject = self._syntax.deprel[token] in ("nsubj", "nsubj:pass")
        return subject and above >= 0 and self._syntax.deprel[above] == "root"

    def _side_by_side(self, best: Mention, rivals: set[int]) -> bool:
        """Whether the best is named beside another who may be meant: "Lund and Berg. He …"."""
        beside = {best.head, *self._syntax.of(best.head, "conj")}
        if self._syntax.deprel[best.head] == "conj":
            above = self._syntax.head[best.head]
            beside |= {above, *self._syntax.of(above, "conj")}
        return bool((beside - {best.head}) & rivals)

    def ranked(self, mention: Mention) -> list[tuple[float, Mention]]:
        """The nearest mention of each possible actor with its probability, best first."""
        worth = self._weights[_CLASS.get(mention.gender or "", "they")]
        odds: dict[int, float] = {}
        nearest: dict[int, tuple[Mention, float]] = {}
        for other, entity in self.candidates(mention):
            key = id(entity)
            if key not in nearest:
                whose = weigh(self.observer.of_entity(mention, entity), worth)
                nearest[key] = (other, whose)
            order = 1 if len(nearest) == 1 else 2
            score = self.observer.score(mention, other, order, worth) + nearest[key][1]
            odds[key] = odds.get(key, 0.0) + math.exp(score)
        source = mention.wanted or id(mention) in self._sources
        nobody = worth["none"] + (worth["none_source"] if source else 0.0)
        total = math.exp(nobody) + sum(odds.values())
        ranked = [(odds[key] / total, nearest[key][0]) for key in odds]
        return sorted(ranked, key=lambda pair: (-pair[0], -pair[1].start))

    def candidates(self, mention: Mention) -> list[tuple[Mention, Entity]]:
        """The mentions before the pronoun that grammar allows, nearest first."""
        place = self._entities.index(mention)
        sentence = self._speech.sentence(mention)
        found: list[tuple[Mention, Entity]] = []
        for back in range(place - 1, -1, -1):
            other = self._entities.mentions[back]
            if sentence - self._syntax.sent[other.head] > self._options.reach:
                break
            entity = self._entities.of(other)
            if (
                other.form == "pronoun"
                and len(entity.mentions) == 1
                and other.gender != mention.gender
            ):
                continue
            if self._fits(mention, other, entity):
                found.append((other, entity))
        return found

    def _fits(self, mention: Mention, other: Mention, entity: Entity) -> bool:
        if other.first <= mention.head <= other.last and other.form != "pronoun":
            return False
        if other.label == "nobody" or other.core in ("nobody", "none", "no-one"):
            return False
        if id(entity) in self._quoted_by(mention) or self._clause.excluded(mention, entity):
            return False
        if other.form != "pronoun" and self._speech.tells(mention, other):
            return False  # "a child was among the dead, he added"
        if other.modifier and other.kind is None and other.nature != "place":
            return False
        if not self._agrees(mention, entity, wanted=mention.wanted or id(mention) in self._sources):
            return False
        return not self._bound(mention, other, entity)

    def _quoted_by(self, mention: Mention) -> set[int]:
        """The actors whom the words that the pronoun utters call by name: not itself."""
        known = self._named.get(id(mention))
        if known is None:
            known = {
                id(self._entities.of(other))
                for start, end in self._speech.utters(mention)
                for other in self._entities.mentions
                if start <= other.start and other.end <= end
                if other.form == "name" or told_of(other)
            }
            self._named[id(mention)] = known
        return known

    def _agrees(self, mention: Mention, entity: Entity, *, wanted: bool) -> bool:
        nature = entity.nature
        if all(m.form == "pronoun" for m in entity.mentions):
            return entity.mentions[0].gender == mention.gender and mention.number == entity.number
        if mention.gender in ("m", "f"):
            right = entity.gender in (None, mention.gender)
            return nature == "person" and entity.number != "p" and right
        if wanted and nature not in ("person", "group") and entity.kind is None:
            return False
        if mention.gender == "n":
            return nature != "person" and entity.number != "p"
        return entity.number == "p" or nature == "group"

    def _bound(self, mention: Mention, other: Mention, entity: Entity) -> bool:
        """Whether both are arguments of one verb: "he told him" is about two."""
        syntax = self._syntax
        if mention.core in ("his", "its", "their", "her") and (
            syntax.deprel[mention.head] == "nmod:poss"
        ):
            return False
        verb = syntax.head[mention.head]
        if verb < 0 or syntax.sent[other.head] != syntax.sent[mention.head]:
            return False
        return (
            any(syntax.head[m.head] == verb for m in entity.mentions)
            and syntax.deprel[mention.head] not in CLAUSES
        )

    def _first_person(self, mention: Mention) -> Mention | None:
        source = self._speech.around(mention)
        if source is None:
            return None if self._speech.direct(mention) else self._authored.writer(mention)
        if mention.number == "s":
            return source if self._entities.of(source).nature in ("person", "thing") else None
        return source if speaker(self._entities.of(source)) else self._side(mention, source)

    def _side(self, mention: Mention, source: Mention) -> Mention | None:
        """ "We" of one person: the body that they speak for ("the army's spokesman"), else they and
        others, who are the same whenever that person says it."""
        body = self._spoken_for(source)
        if body is not None:
            return body
        first = self._sides.setdefault(self._entities.of(source).order, mention)
        mention.kind = "people"
        return first if first is not mention else None

    def _spoken_for(self, source: Mention) -> Mention | None:
        """The body named in the words for somebody's post, if it is one."""
        found: list[Mention] = []
        for mine in self._entities.of(source).mentions:
            for other in self._entities.mentions:
                if not mine.first <= other.head <= mine.last or other.head == mine.head:
                    continue
                entity = self._entities.of(other)
                if other.form == "name" and entity.nature == "group" and entity.kind in _SPEAKING:
                    found.append(other)
        ours = {self._entities.of(one).order for one in found}
        return found[0] if len(ours) == 1 else None

    def _reflexive(self, mention: Mention) -> Mention | None:
        syntax, place = self._syntax, self._entities.index(mention)
        before = self._entities.mentions[place - 1] if place else None
        if (
            before is not None
            and before.last == mention.head - 1
            and self._agrees(mention, self._entities.of(before), wanted=False)
        ):
            return before
        above = syntax.head[mention.head]
        for _ in range(4):
            if above < 0:
                return None
            for kid in syntax.of(above, "nsubj", "nsubj:pass"):
                subject = self._entities.headed(kid)
                if subject is not None:
                    fits = self._agrees(mention, self._entities.of(subject), wanted=False)
                    return subject if fits else None
            above = syntax.head[above]
        return None
