"""What an act of speech is: a threat, a request, or only a question or a word to the press."""

from __future__ import annotations

from onrecord.extract.events.clauses.aims import Parties
from onrecord.extract.events.clauses.clause import Clauses
from onrecord.extract.events.clauses.lexicon import listed
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.clauses.who import Who
from onrecord.extract.events.senses.triggers import Trigger
from onrecord.records import Statement

_POWERS = frozenset({"GOV", "MIL", "REB", "UAF", "PRM"})


class Speech:
    """Reads the statements that acts of speech make, in one text."""

    def __init__(self, text: Text, clauses: Clauses) -> None:
        self._text = text
        self._clauses = clauses
        self._who = Who(text)

    def withheld(self, trigger: Trigger) -> bool:
        """ "refused to hand over the file": what is declined is a deed, not a word to the press."""
        text, lemma = self._text, self._text.syntax.lemmas[trigger.head]
        if lemma not in ("refuse", "decline"):
            return False
        deeds = [k for k in text.syntax.kids(trigger.head, "xcomp") if text.before(k) == "to"]
        mute = listed("senses", "comments")
        if lemma == "refuse":
            mute = listed("senses", "remarks")
        return any(text.syntax.lemmas[deed] not in mute for deed in deeds)

    def warned_off(self, trigger: Trigger, said: Statement, parties: Parties) -> bool:
        """Whether a power warns of what it would do itself, or warns another not to do a thing."""
        if not self._who.political(parties.actors):
            return False
        text, syntax = self._text, self._text.syntax
        _, high = text.sentence(trigger.head)
        behind = syntax.words[trigger.last + 1 : min(high, trigger.last + 10)]
        against = any(behind[i : i + 2] == ["not", "to"] for i in range(len(behind)))
        if against and self._who.powerful(parties.actors):
            return True
        return self._own_deed(said) or self._retribution(said)

    def menaces(self, said: Statement) -> bool:
        """Whether a warning tells what a power would do itself."""
        return self._own_deed(said) or self._retribution(said)

    def _own_deed(self, said: Statement) -> bool:
        """ "warned that it would close the border": what its own side would do."""
        text, syntax = self._text, self._text.syntax
        source = said.source.actor if said.source is not None else None
        for part in said.content:
            for index in syntax.within(part.start, part.end):
                if syntax.word(index) not in listed("senses", "ahead"):
                    continue
                verb = index + 1 if syntax.heads[index] < 0 else syntax.heads[index]
                subject = self._clauses.subject(verb)
                own = text.actor(subject.first, subject.last) if subject is not None else None
                return own is not None and text.same_side(own.id, source)
        return False

    def _retribution(self, said: Statement) -> bool:
        """ "warned that a raid would be met with force": by a power, and what it would answer."""
        source = said.source
        actor = self._text.actors.get(source.actor) if source and source.actor else None
        if actor is None:
            return False
        found: set[str] = set()
        for part in said.content:
            inside = self._text.syntax.within(part.start, part.end)
            found |= {self._text.syntax.lemmas[i] for i in inside}
            found |= {self._text.syntax.word(i) for i in inside}
        if not found & listed("senses", "ahead"):
            return False
        power = actor.kind in ("government", "military", "armed_group") or actor.sector in _POWERS
        if actor.kind == "armed_group" or actor.sector in ("REB", "UAF"):
            return bool(found & (listed("senses", "answers") | listed("senses", "harming")))
        return power and bool(found & listed("senses", "answers"))

    def to_the_press(self, parties: Parties) -> bool:
        """ "who spoke by telephone from Lun": one person, and with nobody but who writes of it."""
        if parties.recipients or len(parties.actors) != 1:
            return False
        one = self._text.actor(parties.actors[0].first, parties.actors[0].last)
        return one is not None and one.kind == "person"

    def asks_to_know(self, trigger: Trigger, said: Statement) -> bool:
        """ "asked what he had seen", "“Who did it?” she asked": a question requests nothing."""
        if self._text.syntax.lemmas[trigger.head] != "ask" or not said.content:
            return False
        text = self._text.syntax.text
        parts = [text[part.start : part.end].strip(" \"'“”‘’") for part in said.content]
        first = parts[0].partition(" ")[0].lower()
        return parts[-1].endswith("?") or first in listed("senses", "asking")

    def unnamed(self, said: Statement) -> bool:
        """ "asking not to be named": how somebody speaks, and no demand of theirs."""
        found: set[str] = set()
        for part in said.content:
            inside = self._text.syntax.within(part.start, part.end)
            found |= {self._text.syntax.lemmas[i] for i in inside}
        return len(found) < 12 and (
            "anonymity" in found
            or bool(found & {"not", "n't"} and found & listed("senses", "naming"))
        )

    def turned_down(self, parties: Parties) -> bool:
        """Whether what is refused is a request or an offer, not a word to the press."""
        text, thing = self._text, parties.thing
        if thing is None or text.syntax.lemmas[thing.head] not in listed("senses", "offers"):
            return False
        _, high = text.sentence(thing.head)
        behind = text.syntax.lemmas[thing.last + 1 : high]
        return not set(behind) & {"comment", "interview", "answer"}
