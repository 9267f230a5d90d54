"""Events that the word lists do not settle: doubtful types, and verbs that they do not know.

What passes between two parties is judged by ``kinds``. Only what is sure is taken: few and right.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.extract.events.clauses.clause import Clauses
from onrecord.extract.events.clauses.lexicon import Sense, listed, words
from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.draft import Draft
from onrecord.extract.events.senses.kinds import (
    Floats,
    Kinds,
    Pair,
    States,
    Told,
    kind_of,
    observe,
    states_of,
)
from onrecord.extract.events.senses.triggers import Trigger
from onrecord.extract.statements.words.lexicon import words as said_words


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgeOptions:
    """How sure the classifier must be to choose among a word's own types, to name another one, to
    drop what is none, and to add a verb that no list has."""

    choose: float = 0.6
    rename: float = 0.75
    drop: float = 0.8
    add: float = 0.85


class Judge:
    """Judges pairs of parties in one text."""

    def __init__(
        self,
        text: Text,
        clauses: Clauses,
        told: Sequence[Told],
        *,
        kinds: Kinds,
        options: JudgeOptions | None = None,
    ) -> None:
        self._text = text
        self._clauses = clauses
        self._told = told
        self._kinds = kinds
        self._options = options or JudgeOptions()
        self._states: States | None = None

    def settled(self, draft: Draft) -> Sense | None:
        """The sense of a draft whose words leave it in doubt; None where it is no event."""
        sense = draft.sense
        if draft.said is not None or sense.frame is not None or not _doubtful(draft.trigger):
            return sense
        if sense.mode == "resign":
            return sense  # "will leave the ministry": by what is left
        if not any(self._party(p) or p.head in self._text.place_of for p in draft.recipients):
            return sense  # what is done to a thing passes between no parties
        pair = _pair(draft.actors, draft.recipients)
        if pair is None:
            return sense
        seen, odds = self._weighed(pair, self._told)
        kind = max(odds, key=lambda k: odds[k])
        if kind == "REJECT" and _harms(self._text, draft.trigger.head):
            return sense  # "would not harm them": whom it spares it turns down in nothing
        if kind == "NONE":
            return None if odds[kind] >= self._options.drop and draft.trigger.weak else sense
        if kind == kind_of(sense.type) or odds[kind] < self._options.choose:
            return sense
        for other in draft.trigger.senses:
            if kind_of(other.type) == kind:
                return other
        return sense if odds[kind] < self._options.rename else self._sense(kind, seen)

    def added(self) -> list[Trigger]:
        """Triggers among the verbs that the lists do not know and the model calls events."""
        text, found = self._text, []
        taken = {event.at for event in self._told}
        for index in sorted(text.tagged - taken):
            if self._unknown(index):
                sense = self._judged(index)
                if sense is not None:
                    found.append(Trigger(index, index, (sense,), verb=index))
        return found

    def _unknown(self, index: int) -> bool:
        """Whether a verb heads a clause of its own and stands in no list, nor as a cue."""
        syntax = self._text.syntax
        lemma = syntax.lemmas[index]
        if syntax.upos(index) != "VERB" or syntax.deprel(index) in ("amod", "compound", "case"):
            return False
        if lemma in words().verbs or lemma in words().light or lemma in listed("senses", "plain"):
            return False
        return self._text.cue_of(index) is None and not _harms(self._text, index)

    def _judged(self, verb: int) -> Sense | None:
        """What a verb's subject does to its object, where that is sure.

        Of 20 verbs in reports of war whose party stood further on, four were events of the two.
        """
        if self._clauses.passive(verb):
            subject, other = self._clauses.agent(verb), self._clauses.subject(verb)
        else:
            subject = self._clauses.subject(verb)
            other = self._clauses.object(verb)
        if subject is None or other is None or not (self._acting(subject) and self._party(other)):
            return None
        pair = _pair([subject], [other])
        if pair is None or self._already(verb, pair):
            return None
        # By its own words alone: the sentence's other events must not lend theirs.
        seen, odds = self._weighed(pair, ())
        kind = max(odds, key=lambda k: odds[k])
        if kind == "NONE" or odds[kind] < self._options.add:
            return None
        return self._sense(kind, seen)

    def _already(self, verb: int, pair: Pair) -> bool:
        """Whether the sentence's known events tell of this pair, or stand below this verb."""
        syntax = self._text.syntax
        below = set(syntax.subtree(verb))
        return any(
            event.at in below
            or verb in syntax.subtree(event.at)
            or bool(event.actor & pair.source)
            or bool(event.recipient & pair.target)
            for event in self._told
            if syntax.sentences[event.at] == syntax.sentences[verb]
        )

    def _acting(self, phrase: Phrase) -> bool:
        """Whether a phrase means a body or a person who can act as one, no crowd."""
        actor = self._text.actor(phrase.first, phrase.last)
        return actor is not None and actor.kind not in ("people", "outlet", "other")

    def _party(self, phrase: Phrase) -> bool:
        """Whether a phrase means somebody who is known."""
        return self._text.actor(phrase.first, phrase.last) is not None

    def _sense(self, kind: str, seen: Floats) -> Sense:
        return Sense(self._kinds.type_of(kind, seen))

    def _weighed(self, pair: Pair, told: Sequence[Told]) -> tuple[Floats, Mapping[str, float]]:
        if self._states is None:
            self._states = states_of(self._text)
        seen = observe(self._text, self._states, told, pair)
        return seen, self._kinds.weigh(seen)


def _harms(text: Text, verb: int) -> bool:
    """Whether a verb is one of those by whose denial somebody is spared: "would not touch them"."""
    return text.syntax.lemmas[verb] in said_words("harms", "sparing")


def _doubtful(trigger: Trigger) -> bool:
    """Whether its words may mean several things, or something only now and then."""
    return trigger.weak or len({kind_of(s.type) for s in trigger.senses}) > 1


def _pair(actors: Sequence[Phrase], recipients: Sequence[Phrase]) -> Pair | None:
    source, target = _tokens(actors), _tokens(recipients)
    return Pair(source, target) if source and target and not source & target else None


def _tokens(phrases: Sequence[Phrase]) -> frozenset[int]:
    return frozenset(i for p in phrases for i in range(p.first, p.last + 1))


def settle(judge: Judge, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with what is in doubt settled, without what is no event."""
    kept = []
    for draft in drafts:
        sense = judge.settled(draft)
        if sense is not None:
            draft.sense = sense if sense is draft.sense else replace(sense, weak=False)
            kept.append(draft)
    return kept
