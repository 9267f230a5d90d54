"""What can be observed of a pronoun and a candidate: the features that ``weights`` weighs."""

from __future__ import annotations

import math
from collections.abc import Mapping

from onrecord.extract.actors.mentions.entities import Entities, Entity
from onrecord.extract.actors.mentions.mention import Mention
from onrecord.extract.actors.reference.speech import Speech
from onrecord.extract.actors.trees.syntax import Syntax

_CLIMB = 8
"""Steps up the tree from a pronoun in which the clause of a candidate is looked for."""


class Observer:
    """Observations over one report; what a candidate shows by itself is worked out once."""

    def __init__(self, entities: Entities, syntax: Syntax, speech: Speech) -> None:
        self._entities, self._syntax, self._speech = entities, syntax, speech
        self._sources = {id(m) for m in speech.sources}
        self._alone: dict[int, tuple[str, int, bool, dict[str, float]]] = {}
        self._totals: dict[tuple[int, int], float] = {}

    def observe(
        self, mention: Mention, other: Mention, entity: Entity, *, order: int
    ) -> dict[str, float]:
        """All of them, by name; ``order`` is the entity's place among the nearest, from 1."""
        relation, verb, quoted, seen = self._itself(other)
        found = dict(seen)
        found.update(self.between(mention, other, order, (relation, verb, quoted)))
        found.update(self.of_entity(mention, entity))
        return found

    def score(
        self, mention: Mention, other: Mention, order: int, weights: Mapping[str, float]
    ) -> float:
        """The weighted sum of what does not depend on the entity; ``of_entity`` has the rest."""
        relation, verb, quoted, seen = self._itself(other)
        key = (id(other), id(weights))
        total = self._totals.get(key)
        if total is None:
            total = self._totals[key] = weigh(seen, weights)
        return total + weigh(self.between(mention, other, order, (relation, verb, quoted)), weights)

    def _itself(self, other: Mention) -> tuple[str, int, bool, dict[str, float]]:
        """The candidate's relation, the verb that it depends on, its voice, and what it shows."""
        known = self._alone.get(id(other))
        if known is not None:
            return known
        syntax = self._syntax
        index = syntax.first_of(other.head)
        relation, verb = syntax.deprel[index], syntax.head[index]
        seen = {_place(relation): 1.0}
        if relation.startswith("nsubj") and verb >= 0 and syntax.head[verb] < 0:
            seen["main"] = 1.0
        if other.form != "nominal":
            seen[other.form] = 1.0
        if other.form != "joint":
            seen[other.definite] = 1.0
        if other.kind is not None:
            seen["agent"] = 1.0
        known = (relation, verb, syntax.quoted(other.head), seen)
        self._alone[id(other)] = known
        return known

    def between(
        self, mention: Mention, other: Mention, order: int, known: tuple[str, int, bool]
    ) -> dict[str, float]:
        """What the two show together."""
        syntax = self._syntax
        relation, verb, quoted = known
        seen = {"near": float(min(mention.head - other.head, 60))}
        back = max(self._speech.sentence(mention) - syntax.sent[other.head], 0)
        if back:
            seen[f"back{min(back, 3)}"] = 1.0
        if _base(relation) == _base(syntax.deprel[mention.head]):
            seen["parallel"] = 1.0
        if other.core == mention.core:
            seen["same_word"] = 1.0
        if order == 1:
            seen["nearest"] = 1.0
        if quoted != self._speech.direct(mention):
            seen["other_voice"] = 1.0
        if mention.number == "p" and other.number == "p":
            seen["plural"] = 1.0
        if not back and relation.startswith("nsubj"):
            above = syntax.head[mention.head]
            steps = 0
            while above >= 0 and above != verb and steps < _CLIMB:
                above, steps = syntax.head[above], steps + 1
            if above == verb:
                seen["own_clause" if steps < 2 else "above_clause"] = 1.0
        return seen

    def of_entity(self, mention: Mention, entity: Entity) -> dict[str, float]:
        """What the candidate's actor shows."""
        earlier = sum(m.start < mention.start for m in entity.mentions)
        seen = {"often": math.log(max(earlier, 1))}
        if mention.gender in ("m", "f") and entity.gender == mention.gender:
            seen["gender"] = 1.0
        nature = entity.nature
        if nature != "group":
            seen[nature] = 1.0
        elif mention.number == "p" and entity.number != "p":
            seen["group_they"] = 1.0
        last = self._speech.before(mention)
        if last is not None and id(mention) in self._sources and self._entities.of(last) is entity:
            seen["last_source"] = 1.0
        around = self._speech.around(mention)
        if around is not None and self._entities.of(around) is entity:
            seen["speaker_direct" if self._speech.direct(mention) else "speaker_indirect"] = 1.0
        return seen


def weigh(seen: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The weighted sum of observations."""
    return sum(weights.get(name, 0.0) * value for name, value in seen.items())


def _base(relation: str) -> str:
    return relation.partition(":")[0]


def _place(relation: str) -> str:
    if relation.startswith("nsubj"):
        return "subject"
    if relation in ("obj", "iobj", "obl:agent"):
        return "object"
    return "owner" if relation == "nmod:poss" else "inner"
