"""What the parties of an event are: states, armed people, office holders, plain people."""

from __future__ import annotations

from onrecord.extract.events.clauses.lexicon import people
from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.events.clauses.text import Text


class Who:
    """Asks what phrases mean in one text."""

    def __init__(self, text: Text) -> None:
        self._text = text

    def powerful(self, phrases: list[Phrase]) -> bool:
        """Whether a party can do harm: a state, its forces, an armed group."""
        found = [self._text.actor(p.first, p.last) for p in phrases]
        return any(
            a is not None and a.kind in ("government", "office", "military", "armed_group")
            for a in found
        )

    def sends(self, phrases: list[Phrase]) -> bool:
        """Whether a party is a state or its forces, who bomb from the air."""
        found = [self._text.actor(p.first, p.last) for p in phrases]
        return any(a is not None and a.kind in ("military", "government") for a in found)

    def armed(self, phrases: list[Phrase]) -> bool:
        """Whether those who act bear arms: "police fired into the air"."""
        found = [self._text.actor(p.first, p.last) for p in phrases]
        return any(
            a is not None
            and (a.kind in ("military", "armed_group") or a.sector in ("MIL", "COP", "REB"))
            for a in found
        )

    def civil(self, phrases: list[Phrase]) -> bool:
        """Whether all who act are private persons: who leaves then gives up no ground."""
        found = [self._text.actor(p.first, p.last) for p in phrases]
        return bool(found) and all(
            a is not None
            and a.kind in ("person", "people")
            and not a.roles
            and a.sector not in ("MIL", "REB", "UAF")
            for a in found
        )

    def rules(self, phrases: list[Phrase]) -> bool:
        """Whether a party is of a government."""
        found = [self._text.actor(p.first, p.last) for p in phrases]
        return any(a is not None and a.sector == "GOV" for a in found)

    def in_office(self, phrases: list[Phrase]) -> bool:
        """Whether a party is a state, a body, or a person who stands for one."""
        found = [self._text.actor(p.first, p.last) for p in phrases]
        return any(
            a is not None
            and (a.kind not in ("person", "people", "outlet", "other", "ngo") or bool(a.roles))
            for a in found
        )

    def known(self, phrases: list[Phrase]) -> bool:
        """Whether one of the phrases means an actor, or names a place where somebody is."""
        text = self._text
        return any(
            text.actor(p.first, p.last) is not None or p.head in text.place_of for p in phrases
        )

    def somebody(self, phrase: Phrase) -> bool:
        """Whether a phrase means an actor, or persons by its noun."""
        text = self._text
        if text.actor(phrase.first, phrase.last) is not None:
            return True
        return text.syntax.lemmas[phrase.head] in people()

    def person(self, phrase: Phrase) -> bool:
        """Whether a phrase means somebody in the flesh, no state and no body."""
        actor = self._text.actor(phrase.first, phrase.last)
        if actor is not None:
            return actor.kind in ("person", "people")
        return self._text.syntax.lemmas[phrase.head] in people()

    def political(self, phrases: list[Phrase]) -> bool:
        """Whether a party is a state, an armed group, a person: no crowd, no reader."""
        for phrase in phrases:
            actor = self._text.actor(phrase.first, phrase.last)
            if actor is not None and actor.kind not in ("people", "outlet", "other"):
                return True
        return False

    def named(self, phrases: list[Phrase]) -> bool:
        """Whether a party is somebody known, or of an office: no patient, no guest."""
        found = [self._text.actor(p.first, p.last) for p in phrases]
        return any(a is not None and (a.named or a.country or a.roles) for a in found)
