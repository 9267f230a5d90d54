"""The country that a report is about, where one is clear: "the government" there is its own."""

from __future__ import annotations

from collections import Counter

from onrecord.extract.actors.entities import Entities
from onrecord.extract.actors.mentions import Mention

SHARE, LEAST = 0.6, 3
"""The part of all mentions of countries that the report's own must have, and how many."""

_OWN = frozenset({"government", "military", "troops", "police", "legislature", "court"})
_BARE = frozenset({"government", "regime", "army", "military", "forces", "parliament", "police"})


class Home:
    """Resolves bodies of which a country has one, said without saying whose."""

    def __init__(self, entities: Entities) -> None:
        self._entities = entities
        counts = Counter(m.country for m in entities.mentions if m.country is not None)
        total = sum(counts.values())
        top = max(counts.items(), key=lambda item: (item[1], item[0]), default=(None, 0))
        self.country = top[0] if top[1] >= LEAST and top[1] >= SHARE * total else None

    def of(self, mention: Mention) -> Mention | None:
        """The earlier mention of the body that ``mention`` means; None where that is not clear."""
        sort = mention.sort
        if sort is None or sort.name not in _OWN or mention.country is not None:
            return None
        if mention.definite == "indef" or not self._entities.alone(mention):
            return None
        if sort.name == "government":
            return self._government(mention)
        return self._body(mention)

    def _government(self, mention: Mention) -> Mention | None:
        if mention.definite not in ("def", "dem") or " " in mention.label:
            return None
        place = self._entities.index(mention)
        for back in range(place - 1, -1, -1):
            other = self._entities.mentions[back]
            key = other.key
            same = other.form == "nominal" and other.core == mention.core
            if key is not None and key[0] == "gov" and same:
                return other
        return self._known(("gov", self.country)) if self.country is not None else None

    def _body(self, mention: Mention) -> Mention | None:
        if self.country is None:
            return None
        head = "forces" if mention.core in ("force", "troop", "military") else mention.core
        return self._known(("org", head, self.country))

    def _known(self, key: tuple[str, ...]) -> Mention | None:
        return next((m for m in self._entities.mentions if m.key == key), None)
