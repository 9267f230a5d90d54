"""What storms, plagues and beasts do, and what is done to beasts: no act between people."""

from __future__ import annotations

from onrecord.extract.events.clauses.aims import Parties
from onrecord.extract.events.clauses.clause import Clauses
from onrecord.extract.events.clauses.lexicon import listed
from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.senses.nobodys import by_chance
from onrecord.extract.events.senses.triggers import Trigger

_FORCE = frozenset({"ASSAULT", "COERCE", "RETREAT"})
_PARTS = frozenset({"some", "half", "most", "many", "all", "none", "one", "several", "rest"})
_KEPT = frozenset({"dog", "horse", "camel"})
_REST = frozenset({"others", "other", "rest", "remainder"})


class Nature:
    """Tells in one text what nobody does, or does to anybody."""

    def __init__(self, text: Text, clauses: Clauses) -> None:
        self._text = text
        self._clauses = clauses
        self._storms = frozenset(self._named())

    def of(self, trigger: Trigger, parties: Parties) -> bool:
        """Whether it is done by a storm, a plague, a beast or by chance, or to beasts alone."""
        if by_chance(self._text, self._clauses, trigger, parties):
            return True
        if trigger.senses[0].type not in _FORCE:
            return False
        if any(self._plague(phrase) for phrase in parties.actors):
            return True
        befell = parties.recipients or ([parties.thing] if parties.thing is not None else [])
        return bool(befell) and all(self._beasts(phrase) for phrase in befell)

    def _named(self) -> list[str]:
        """ "Typhoon | Ketna": the names that the report gives to its storms."""
        syntax, names = self._text.syntax, []
        for index, lemma in enumerate(syntax.lemmas[:-1]):
            after = syntax.tokens[index + 1]
            if lemma.lower() in listed("senses", "named_storms") and after.upos == "PROPN":
                if after.text[:1].isupper() and index + 1 not in self._text.place_of:
                    names.append(after.text.lower())
        return names

    def _plague(self, phrase: Phrase) -> bool:
        """Whether what acts is a storm by its name, a disease, or a beast."""
        syntax = self._text.syntax
        if syntax.word(phrase.head) in self._storms:
            return phrase.first == phrase.head or syntax.word(phrase.head - 1) not in ("of", "by")
        if syntax.lemmas[phrase.head].lower() in listed("senses", "plagues"):
            return True
        kept = syntax.lemmas[phrase.head] in _KEPT  # police dogs, a mounted guard
        return self._beast(phrase.head) and not kept

    def _beast(self, index: int) -> bool:
        """Whether a word is of beasts: "tigers", and no "Tigers" who fight."""
        syntax = self._text.syntax
        if syntax.upos(index) != "NOUN" or not syntax.tokens[index].text.islower():
            return False
        return syntax.lemmas[index] in listed("senses", "beasts")

    def _beasts(self, phrase: Phrase) -> bool:
        """ "nine elephants", "some of the birds", "others", where the beasts are told of before."""
        syntax = self._text.syntax
        if self._beast(phrase.head):
            return True
        word = syntax.word(phrase.head)
        if word in _PARTS or phrase.head in self._text.time_of:
            behind = next(iter(self._text.following(phrase, 1)), None)
            if behind is not None and behind[0] == "of":
                return self._beast(behind[1].head)
            near = self._text.phrases.after(phrase.last)  # "half | the birds"
            if near is not None and near.first == phrase.last + 1:
                return self._beast(near.head)
        if word not in _REST:
            return False
        low, _ = self._text.sentence(phrase.head)
        return any(self._beast(i) for i in range(low, phrase.first))
