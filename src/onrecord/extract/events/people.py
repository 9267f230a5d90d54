"""From phrases to the actors that they mean."""

from __future__ import annotations

from onrecord.extract.events.phrases import Phrase
from onrecord.extract.events.text import Text


class People:
    """Finds the actors of phrases in one text."""

    def __init__(self, text: Text) -> None:
        self._text = text

    def ids(self, phrases: list[Phrase]) -> list[str]:
        """The actors' ids, each once, in the order of the phrases."""
        found: list[str] = []
        for phrase in phrases:
            for id_ in self._of(phrase):
                if id_ not in found:
                    found.append(id_)
        return found

    def _of(self, phrase: Phrase) -> list[str]:
        text = self._text
        whole = text.actor(phrase.first, phrase.last)
        if whole is not None:
            return [whole.id]
        owner = text.phrases.owner(phrase)
        if owner is not None:
            return self._of(owner)
        return self._inside(phrase)

    def _inside(self, phrase: Phrase) -> list[str]:
        """Whose it is, by the words before the head: "the opposition stronghold"."""
        text = self._text
        for start in range(phrase.first, phrase.head):
            if text.syntax.upos(start) == "DET":
                continue
            for end in range(phrase.head - 1, start - 1, -1):
                actor = text.actor(start, end)
                if actor is not None and end not in text.place_of:
                    return [actor.id]
        for case, other in text.following(phrase, 1):
            actor = text.actor(other.first, other.last)
            if case == "of" and actor is not None and not self._town(other):
                return [actor.id]
        return []

    def _town(self, phrase: Phrase) -> bool:
        return phrase.head in self._text.place_of
