"""Who is charged with what a noun names, or punished for it: "blamed the rebels for the raid"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract.events.clauses.aims import Aims, Parties
from onrecord.extract.events.clauses.clause import Clauses
from onrecord.extract.events.clauses.control import held_on
from onrecord.extract.events.clauses.lexicon import listed, table
from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.senses.triggers import Trigger

_UP = 4
"""Words above a deed among which its clause's own is."""
_LAID = frozenset({"charge", "count", "accusation", "allegation", "indictment"})


class Charges:
    """Reads charges in one text."""

    def __init__(self, text: Text, clauses: Clauses, aims: Aims) -> None:
        self._text = text
        self._clauses = clauses
        self._aims = aims

    def on(self, phrase: Phrase, parties: Parties) -> list[Phrase]:
        """Who is charged with it: "accused | the rebels | of the raid", "was responsible for"."""
        text, syntax = self._text, self._text.syntax
        phrase = self._dated(text.fronted(phrase))
        if phrase.first and syntax.word(phrase.first - 1) in ("both", "all"):
            phrase = replace(phrase, first=phrase.first - 1)  # "behind | both attacks"
        case = text.case(phrase)
        low, _ = text.sentence(phrase.first)
        at = next((i for i in range(phrase.first - 1, low, -1) if syntax.word(i) == case), low)
        if at == low:
            return []
        before = at - 1
        while before > low and (syntax.upos(before) == "ADV" or before in text.time_of):
            before -= 1
        found: Phrase | None = None
        verbs = table("roles", "charging").get(case, frozenset())
        party = text.phrases.of(before)
        if case == "behind" and syntax.has(phrase.head, "cop"):
            kid = syntax.kid(phrase.head, "nsubj")  # "the rebels were behind the attack"
            found = text.phrases.of(kid) if kid is not None else self._accused(phrase)
            parties.charged = kid is None
        elif case == "of" and (laid := self._against(phrase, before)) is not None:
            found, parties.charged = laid, True
            parties.recipients = [p for p in parties.recipients if p != laid]
        elif case == "of" and (held := held_on(text, before)) is not None:
            passive = self._clauses.passive(held)
            found = self._clauses.subject(held) if passive else self._clauses.object(held)
            parties.charged = syntax.lemmas[held] in listed("roles", "suspecting") | {"charge"}
        elif case == "for" and (punished := self._punished(phrase)) is not None:
            found = punished
            parties.charged = syntax.lemmas[syntax.heads[phrase.head]] in listed(
                "roles", "suspecting"
            )
        elif case == "for" and syntax.word(before) == "responsible":
            found = self._clauses.subject(before)
        elif case == "for" and syntax.word(before) == "responsibility":
            taken = syntax.lemmas[before - 1] in listed("roles", "owning")
            found = self._clauses.subject(before - 1) if taken else None
        elif syntax.lemmas[before] in verbs and self._clauses.passive(before):
            found = self._clauses.subject(before)
            parties.charged = syntax.lemmas[before] != "convict"
        elif party is not None and party.last == before:
            first = text.listed_from(party) - 1
            while first > low and syntax.upos(first) == "ADV":
                first -= 1
            if syntax.lemmas[first] in verbs and not self._clauses.passive(first):
                whole = text.phrases.of(text.listed_from(party)) or party
                found = text.whole(whole)
                parties.charged = syntax.lemmas[first] != "convict"
        if found is None or self._nobody(found) or self._cleared(phrase, before):
            return []
        return [found] if self._aims.somebody(found) else []

    def _dated(self, phrase: Phrase) -> Phrase:
        """ "responsible for | last week's | violence": the phrase with when it was."""
        text, first = self._text, phrase.first
        low, _ = text.sentence(first)
        if text.before(first) not in ("'s", "’s") or first - 2 not in text.time_of:
            return phrase
        first -= 1
        while first > low and first - 1 in text.time_of:
            first -= 1
        return Phrase(first, phrase.last, phrase.head)

    def _against(self, phrase: Phrase, before: int) -> Phrase | None:
        """ "charges of genocide | against Mr. Lund": one man is accused, a crowd has suffered."""
        if self._text.syntax.lemmas[before] not in _LAID:
            return None
        for case, other in self._text.following(phrase, 2):
            actor = self._text.actor(other.first, other.last)
            if case == "against" and actor is not None and actor.kind == "person" and actor.named:
                return other
        return None

    def _cleared(self, phrase: Phrase, before: int) -> bool:
        """ "was not behind the raid", "are not responsible for it": by somebody else."""
        syntax = self._text.syntax
        told = syntax.word(before) if syntax.word(before) == "responsible" else ""
        head = before if told else phrase.head
        copula = bool(told) or self._text.case(phrase) == "behind"
        return copula and syntax.negated(head)

    def _punished(self, phrase: Phrase) -> Phrase | None:
        """ "were jailed | for the bombings", "deported two men | for spying": they did it."""
        syntax, verb = self._text.syntax, self._text.syntax.heads[phrase.head]
        if (
            verb < 0
            or syntax.lemmas[verb] not in listed("roles", "punishing")
            or syntax.deprel(phrase.head) != "obl"
        ):
            return None
        custody = syntax.lemmas[verb] not in ("thank", "praise", "criticize", "criticise", "blame")
        if custody and syntax.lemmas[phrase.head] in listed("roles", "awaiting"):
            return None  # "is held | for trial"
        if self._clauses.passive(verb):
            return self._clauses.subject(verb)
        thing = self._clauses.object(verb)
        return thing if thing is not None and thing.last < phrase.first else None

    def _accused(self, phrase: Phrase) -> Phrase | None:
        """ "accused the army of being behind | the abductions"."""
        syntax = self._text.syntax
        above = syntax.heads[phrase.head]
        if above < 0 or syntax.lemmas[above] not in listed("status", "alleging"):
            return None
        if self._clauses.passive(above):
            return self._clauses.subject(above)
        return self._clauses.object(above)

    def _nobody(self, phrase: Phrase) -> bool:
        """ "no group", "nobody", "none of them"; or the verb is denied, "has not claimed"."""
        syntax = self._text.syntax
        verb = syntax.heads[phrase.head]
        told = syntax.words[phrase.first : phrase.last + 1]
        denied = verb >= 0 and syntax.upos(verb) in ("VERB", "ADJ") and syntax.negated(verb)
        none = syntax.negated(phrase.head) or {"no", "none", "nobody", "neither"} & set(told)
        return bool(none) or denied


def in_question(text: Text, trigger: Trigger) -> bool:
    """ "asked whether the army was behind | the raid": a deed that is known, and not whose it is.

    A verb that is itself asked about ("whether the army had shelled it") is no fact as a whole.
    """
    syntax = text.syntax
    if trigger.noun is None:
        return False
    for above in [trigger.head, *list(syntax.up(trigger.head))[:_UP]]:
        for mark in syntax.kids(above, "mark"):
            word = syntax.word(mark)
            holder = syntax.heads[above]
            asked = holder >= 0 and syntax.lemmas[holder] in listed("status", "wondering")
            if word == "whether" or (word == "if" and asked and holder < mark):
                return True
    return False
