"""Whom a pronoun means.

Candidates are the actors (and things) named before it; grammar rules out some, and a weighted sum
of simple observations ranks the rest. A pronoun whose best two candidates lie close together is
left unresolved: a wrong name is worse than none.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from onrecord.extract.actors.entities import Entities, Entity
from onrecord.extract.actors.mentions import Mention
from onrecord.extract.actors.speech import Speech, speaker
from onrecord.extract.actors.syntax import CLAUSES, Syntax

WEIGHTS: Mapping[str, float] = {
    "back1": -0.9, "back2": -1.9, "back3": -2.8,
    "subject": 1.0, "object": 0.1, "owner": -0.1, "inner": -0.6, "main": 0.4,
    "parallel": 0.3, "name": 0.3, "pronoun": 0.5, "same_word": 0.8, "indefinite": -0.2,
    "often": 0.5, "nearest": 0.4, "gender": 1.2, "person": 0.5, "place": -0.5, "thing": -0.3,
    "last_source": 1.2, "speaker_indirect": 1.2, "speaker_direct": -3.0, "group_they": -0.6,
    "near": -0.02,
}  # fmt: skip
"""Weights of the observations that ``observe`` makes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PronounOptions:
    """``reach``: sentences back that are searched. ``margin``: by how much the best must lead.

    ``floor``: the least score of a candidate that is taken.
    """

    reach: int = 3
    margin: float = 0.35
    floor: float = -2.5


class Pronouns:
    """Resolves the pronouns of one report, left to right."""

    def __init__(
        self, entities: Entities, syntax: Syntax, speech: Speech, options: PronounOptions
    ) -> None:
        self._entities, self._syntax = entities, syntax
        self._speech, self._options = speech, options
        self._authors: dict[str, Mention] = {}
        self._sources = {id(m) for m in speech.sources}

    def resolve(self) -> None:
        """Merge each pronoun that is clear into its actor."""
        for mention in self._entities.mentions:
            if mention.form != "pronoun" or not self._entities.alone(mention):
                continue
            target = self.antecedent(mention)
            if target is None:
                continue
            entity = self._entities.merge(target, mention)
            if mention.gender in ("m", "f") and entity.gender is None:
                entity.gender = mention.gender

    def antecedent(self, mention: Mention) -> Mention | None:
        """The mention that the pronoun takes up; None where it is not clear."""
        if mention.gender == "1":
            return self._first_person(mention)
        if mention.gender in ("2", "r"):
            return None
        if mention.core.endswith(("self", "selves")):
            return self._reflexive(mention)
        ranked = self.ranked(mention)
        if not ranked or ranked[0][0] < self._options.floor:
            return None
        if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < self._options.margin:
            return None
        return ranked[0][1]

    def ranked(self, mention: Mention) -> list[tuple[float, Mention]]:
        """The last mention of each possible actor with its score, best first."""
        scored: dict[int, tuple[float, Mention]] = {}
        order = 0
        for other, entity in self.candidates(mention):
            if id(entity) not in scored:
                order += 1
            seen = self.observe(mention, other, entity, order)
            score = sum(WEIGHTS[name] * value for name, value in seen.items())
            if id(entity) not in scored or score > scored[id(entity)][0]:
                scored[id(entity)] = (score, other)
        return sorted(scored.values(), key=lambda pair: (-pair[0], -pair[1].start))

    def candidates(self, mention: Mention) -> list[tuple[Mention, Entity]]:
        """The mentions before the pronoun that grammar allows, nearest first."""
        place = self._entities.index(mention)
        sentence = self._syntax.sent[mention.head]
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
        if other.modifier and other.kind is None and other.nature != "place":
            return False
        if not self._agrees(mention, entity, wanted=mention.wanted or id(mention) in self._sources):
            return False
        return not self._bound(mention, other, entity)

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
            return None if self._speech.direct(mention) else self._author(mention)
        if mention.number == "s":
            return source if self._entities.of(source).nature in ("person", "thing") else None
        return source if speaker(self._entities.of(source)) else None

    def _author(self, mention: Mention) -> Mention | None:
        """Outside quotation marks "I" is whoever writes, and "we" is those who do."""
        found = self._authors.setdefault(mention.number or "", mention)
        if mention.number == "s":
            mention.kind, mention.sector, mention.label = "person", "JRN", "reporter"
        return found if found is not mention else None

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
                subject = next((m for m in self._entities.mentions if m.head == kid), None)
                if subject is not None and self._agrees(
                    mention, self._entities.of(subject), wanted=False
                ):
                    return subject
            above = syntax.head[above]
        return None

    def observe(
        self, mention: Mention, other: Mention, entity: Entity, order: int
    ) -> dict[str, float]:
        """What speaks for and against ``other`` as what the pronoun takes up."""
        syntax = self._syntax
        back = syntax.sent[mention.head] - syntax.sent[other.head]
        relation = syntax.deprel[other.head]
        seen: dict[str, float] = {}
        if back:
            seen[f"back{min(back, 3)}"] = 1.0
        seen[_place(relation, other, syntax)] = 1.0
        if relation.startswith("nsubj") and _main(syntax, other.head):
            seen["main"] = 1.0
        if relation.split(":")[0] == syntax.deprel[mention.head].split(":")[0]:
            seen["parallel"] = 1.0
        if other.form in ("name", "pronoun"):
            seen[other.form] = 1.0
        if other.core == mention.core:
            seen["same_word"] = 1.0
        if other.definite == "indef":
            seen["indefinite"] = 1.0
        earlier = sum(m.start < mention.start for m in entity.mentions)
        seen["often"] = math.log(max(earlier, 1))
        if order == 1:
            seen["nearest"] = 1.0
        seen["near"] = float(min(mention.head - other.head, 60))
        self._observe_entity(mention, entity, seen)
        return seen

    def _observe_entity(self, mention: Mention, entity: Entity, seen: dict[str, float]) -> None:
        if mention.gender in ("m", "f") and entity.gender == mention.gender:
            seen["gender"] = 1.0
        nature = entity.nature
        if nature in ("person", "place", "thing"):
            seen[nature] = 1.0
        if mention.number == "p" and nature == "group" and entity.number != "p":
            seen["group_they"] = 1.0
        last = self._speech.before(mention)
        if last is not None and id(mention) in self._sources and self._entities.of(last) is entity:
            seen["last_source"] = 1.0
        around = self._speech.around(mention)
        if around is not None and self._entities.of(around) is entity:
            direct = self._speech.direct(mention)
            seen["speaker_direct" if direct else "speaker_indirect"] = 1.0


def _place(relation: str, other: Mention, syntax: Syntax) -> str:
    if relation == "conj" and syntax.head[other.head] >= 0:
        relation = syntax.deprel[syntax.head[other.head]]
    if relation.startswith("nsubj"):
        return "subject"
    if relation in ("obj", "iobj", "obl:agent"):
        return "object"
    return "owner" if relation == "nmod:poss" else "inner"


def _main(syntax: Syntax, index: int) -> bool:
    """Whether the token is an argument of its sentence's root."""
    above = syntax.head[index]
    return above >= 0 and syntax.head[above] < 0
