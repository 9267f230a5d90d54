"""Whom an attack was on, or from, where its noun does not say so: "an offensive in areas held by
rebels", "invasions in later centuries from the Danes"."""

from __future__ import annotations

from onrecord.extract.events.clauses.aims import Aims
from onrecord.extract.events.clauses.clause import Clauses
from onrecord.extract.events.clauses.lexicon import listed
from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.events.clauses.text import Text

_UPON = frozenset({"on", "against", "upon"})


class NounTargets:
    """Finds the targets of attacks in one text."""

    def __init__(self, text: Text, clauses: Clauses, aims: Aims) -> None:
        self._text = text
        self._clauses = clauses
        self._aims = aims

    def of(self, phrase: Phrase) -> list[Phrase]:
        """Those whom the attack that a phrase names was on; none where nothing tells it."""
        ways = (self._holders, self._defended, self._sought)
        return next((p for way in ways if (p := way(phrase))), [])

    def meant(self, noun: int, verb: int) -> list[Phrase]:
        """ "attacks were planned | on aid workers": behind the verb that parts them."""
        if self._text.syntax.lemmas[noun] not in listed("roles", "deeds"):
            return []
        on = self._clauses.oblique(verb, _UPON)
        return [on] if on is not None and self._aims.somebody(on) else []

    def comes_from(self, phrase: Phrase, other: Phrase) -> bool:
        """ "invasions | from the Danes": who comes, and no place from which it is."""
        made = self._text.syntax.lemmas[phrase.head] in listed("roles", "made_by_others")
        return made and other.head not in self._text.place_of and self._aims.somebody(other)

    def _holders(self, phrase: Phrase) -> list[Phrase]:
        """Who holds the ground of an attack: "an offensive in areas held by rebels"."""
        for _, other in self._text.following(phrase):
            for one in self._text.joined(other):
                held = self._aims.held(one)
                if held is not None:
                    return [held]
        return []

    def _sought(self, phrase: Phrase) -> list[Phrase]:
        """ "an operation to flush out | militants": against whom it is."""
        syntax = self._text.syntax
        if syntax.lemmas[phrase.head] not in listed("roles", "pushes"):
            return []
        _, high = self._text.sentence(phrase.last)
        verb = phrase.last + 2
        seeks = verb < high and syntax.lemmas[verb] in listed("roles", "seeking_out")
        if not seeks or syntax.word(verb - 1) != "to":
            return []
        particle = syntax.word(verb + 1) in ("out", "down", "off", "up")
        thing = self._clauses.object(verb, verb + particle)
        return [thing] if thing is not None and self._aims.somebody(thing) else []

    def _defended(self, phrase: Phrase) -> list[Phrase]:
        """ "defended the town | from rebel attacks", "were defending their positions from them"."""
        syntax = self._text.syntax
        verb = next((i for i in syntax.up(phrase.head) if syntax.upos(i) == "VERB"), None)
        if self._text.case(phrase) not in ("from", "against") or verb is None:
            return []
        if syntax.lemmas[verb] not in ("defend", "protect", "shield", "guard", "save"):
            return []
        if syntax.deprel(phrase.head) not in ("obl", "nmod"):
            return []
        thing = self._clauses.object(verb)
        owner = self._text.phrases.owner(thing) if thing is not None else None
        if owner is not None and syntax.upos(owner.head) == "PRON":
            thing = self._clauses.subject(verb)
        return [thing] if thing is not None and self._aims.somebody(thing) else []
