"""Who else meets where only one side stands beside the noun: "spoke after a meeting with X"."""

from __future__ import annotations

from onrecord.extract.events.clauses.aims import Aims, Parties
from onrecord.extract.events.clauses.clause import Clauses
from onrecord.extract.events.clauses.lexicon import listed
from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.events.clauses.text import Text

_AFTER = frozenset({"after", "following", "before"})
_KINDS = frozenset({"person", "government", "office"})
_TO_COME = frozenset({"announce", "make", "unveil", "cancel", "confirm", "finalize", "finalise",
                      "drop", "abandon", "set", "propose", "reveal"})  # fmt: skip
_HEADING = frozenset({"head", "lead", "chair", "conduct", "pursue", "supervise"})
_FAR = 6
"""Words from a verb to "between" whom it says that talks go on or stall."""


class Meetings:
    """Reads the clauses around the meetings of one text."""

    def __init__(self, text: Text, clauses: Clauses, aims: Aims) -> None:
        self._text = text
        self._clauses = clauses
        self._aims = aims

    def others(self, phrase: Phrase, parties: Parties) -> list[Phrase]:
        """Those who meet, besides whom "with" tells, by the clause in which the noun stands."""
        if not parties.recipients:
            between = self._stalled(phrase)
            return [between] if between is not None else []
        if self._text.phrases.owner(phrase) is not None:
            return []
        verb = self._verb(phrase)
        found = self._clauses.subject(verb) if verb is not None else None
        if found is None or found in parties.recipients or not self._aims.somebody(found):
            return []
        actor = self._text.actor(found.first, found.last)
        if self._text.syntax.lemmas[found.head] in ("delegation", "mission", "team"):
            return [found]
        return [found] if actor is None or actor.kind in _KINDS else []

    def _verb(self, phrase: Phrase) -> int | None:
        """The verb whose subject meets those with whom the meeting is."""
        text, syntax = self._text, self._text.syntax
        noun, first = phrase.head, text.fronted(phrase).first
        low, _ = text.sentence(noun)
        if first <= low:
            return None
        before, above = syntax.word(first - 1), syntax.heads[noun]
        if above < 0:
            return None
        spoke = text.cue_of(above) is not None
        if before in _AFTER or (before == "during" and spoke):
            active = syntax.upos(above) == "VERB" and not self._clauses.passive(above)
            return above if active and syntax.lemmas[above] not in _BEFALLING else None
        if syntax.deprel(noun) == "obj" and syntax.lemmas[above] in _HEADING:
            return above  # "heads | the talks with Norway"
        if before in ("for", "of") and syntax.lemmas[above] in listed("status", "plan_nouns"):
            verb = syntax.heads[above]  # "announced plans for | a summit with the king"
            told = verb >= 0 and syntax.deprel(above) == "obj" and syntax.lemmas[verb] in _TO_COME
            return verb if told else None
        return None

    def _stalled(self, phrase: Phrase) -> Phrase | None:
        """ "talks remain stalled | between the army and rebels"."""
        syntax, verb = self._text.syntax, self._text.syntax.heads[phrase.head]
        if verb < 0 or syntax.deprel(phrase.head) != "nsubj" or verb < phrase.head:
            return None
        _, high = self._text.sentence(verb)
        for index in range(verb + 1, min(high, verb + _FAR)):
            if syntax.word(index) == "between":
                found = self._text.phrases.after(index)
                return self._text.whole(found) if found is not None else None
            if syntax.upos(index) in ("NOUN", "PROPN", "PUNCT") and index not in self._text.time_of:
                return None
        return None


_BEFALLING = frozenset({"die", "happen", "occur", "come", "rise", "fall"})
