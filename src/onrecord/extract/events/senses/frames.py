"""Everyday verbs that name an event by their parties: "troops took the town", "a shell hit it"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.extract.events.clauses.clause import Clauses
from onrecord.extract.events.clauses.lexicon import Frame, Sense, people, table
from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.events.clauses.text import Text

_ARMS = frozenset({"MIL", "REB", "COP", "PRM", "UAF", "CRM", "SPY"})
_ORDER = frozenset({"COP", "GOV", "MIL", "SPY"})
_STEPS = 7


@dataclass(frozen=True, slots=True)
class Fit:
    """A frame's sense where it fits, with what the act reached by a preposition."""

    sense: Sense
    reached: Phrase | None = None


class Frames:
    """Tries frames on the clauses of one text."""

    def __init__(self, text: Text, clauses: Clauses) -> None:
        self._text = text
        self._clauses = clauses

    def fit(self, verb: int, last: int, sense: Sense) -> Fit | None:
        """The sense where the verb's parties are of the classes that its frame asks for."""
        frame = sense.frame
        if frame is None or not self._acted(verb, frame) or self._meanwhile(verb, sense):
            return None
        if not frame.objects:
            return Fit(sense)
        if self._clauses.passive(verb):
            found = self._clauses.subject(verb)
            fits = "" in frame.by and found is not None and self._any(found, frame.objects)
            return Fit(sense) if fits and self._with(last, frame) else None
        if "" in frame.by:
            thing = self._clauses.object(verb, last)
            if thing is not None and self._any(thing, frame.objects) and self._with(last, frame):
                return Fit(sense)
        for case, other in self._behind(last):
            if case in frame.by and self._any(other, frame.objects):
                return Fit(sense, other)
        return None

    def _meanwhile(self, verb: int, sense: Sense) -> bool:
        """ "killed 32 rebels as they were entering the town": what they were about, no attack."""
        syntax = self._text.syntax
        under_way = syntax.word(verb).endswith("ing") and syntax.deprel(verb) == "advcl"
        marked = any(syntax.word(k) in ("as", "while", "when") for k in syntax.kids(verb, "mark"))
        return sense.type == "ASSAULT" and under_way and marked and syntax.has(verb, "aux")

    def is_weapon(self, phrase: Phrase) -> bool:
        """Whether a phrase is what is fired or laid, and so nobody whom it befalls."""
        return self._any(phrase, ("weapon", "charge"))

    def _acted(self, verb: int, frame: Frame) -> bool:
        """Whether who does it is of the frame's classes, or may stay untold."""
        passive = self._clauses.passive(verb)
        actor = self._clauses.agent(verb) if passive else self._clauses.subject(verb)
        if actor is None:
            return passive and frame.agentless
        if not frame.actors:
            return True
        return any(self._any(one, frame.actors) for one in self._text.joined(actor))

    def _with(self, last: int, frame: Frame) -> bool:
        """Whether the words that a frame asks for besides stand behind: "prevented … from"."""
        if not frame.beside:
            return True
        syntax = self._text.syntax
        _, high = self._text.sentence(last)
        near = syntax.words[last + 1 : min(high, last + 12)]
        said = f" {' '.join(near)} "
        return any(f" {words} " in said for words in frame.beside)

    def _behind(self, last: int) -> Iterator[tuple[str, Phrase]]:
        """The phrases by prepositions behind a verb, as far as its clause goes."""
        text, syntax = self._text, self._text.syntax
        _, high = text.sentence(last)
        for index in range(last + 1, min(high, last + 2 * _STEPS)):
            if syntax.upos(index) in ("VERB", "SCONJ") or syntax.word(index) in (";", ":"):
                return
            if syntax.upos(index) == "ADP" and index + 1 not in text.time_of:
                behind = text.phrases.after(index)
                if behind is not None:
                    yield syntax.word(index), text.whole(behind)

    def _any(self, phrase: Phrase, classes: tuple[str, ...]) -> bool:
        return any(self._is(phrase, name) for name in classes)

    def _to(self, access: Phrase, listed: frozenset[str]) -> bool:
        """ "access | to the internet", "access to social networks"."""
        syntax = self._text.syntax
        first = access.head + 1
        if first >= len(syntax.tokens) or syntax.word(first) != "to":
            return False
        behind = self._text.phrases.after(first)
        return behind is not None and syntax.lemmas[behind.head] in listed

    def _is(self, phrase: Phrase, name: str) -> bool:
        """Whether a phrase is of a class: by what the report knows of it, or by its noun."""
        text = self._text
        phrase = text.counted(phrase)
        lemma = text.syntax.lemmas[phrase.head]
        listed = table("frames", "classes").get(name, frozenset())
        if lemma in listed or (name == "wires" and lemma == "access" and self._to(phrase, listed)):
            return True
        actor = text.actor(phrase.first, phrase.last)
        if name == "town":
            place = text.place_of.get(phrase.head)
            return place is not None and not (place.feature or "").startswith("H")
        if name == "person":
            return lemma in people() or (actor is not None and actor.kind in ("person", "people"))
        if actor is None:
            return False
        if name == "armed":
            return actor.kind in ("military", "armed_group") or actor.sector in _ARMS
        if name == "police":
            return actor.kind == "military" or actor.sector in _ORDER
        if name == "state":
            return actor.kind in ("government", "office", "military", "armed_group")
        return name == "people" and actor.kind == "people"
