"""Who is meant, and when values are right, where a gold field may have several right values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from benchmarks.cases.reports import ANY, Gold
from benchmarks.score.names import alike
from benchmarks.score.seed_fields import PARTLY, Actors, spans_of
from benchmarks.score.spans import Span, covered

Json = Mapping[str, Any]

_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i", "both", "who", "which"})


class People:
    """The gold's actors and the record's; a gold name is met by whoever is called like it.

    Only names join a gold actor's mentions: "the ministry" may be anybody's.
    """

    def __init__(self, gold: Gold, record: Json) -> None:
        groups = [{"name": a["name"], "mentions": [m for m in a["mentions"] if _is_name(m)]}
                  for a in gold.actors]  # fmt: skip
        self._actors = Actors({"actors": groups}, record)
        self._gold = {a["name"]: a for a in gold.actors}
        self.record = record

    def is_one(self, names: Sequence[str | None], id_: str | None) -> bool:
        """Whether the record's actor is one of those who are called ``names``."""
        return any(self._same(name, id_) for name in names)

    def _same(self, name: str | None, id_: str | None) -> bool:
        known = self._gold.get(name or "")
        unnamed = known is not None and False in known["named"]
        return self._actors.same(name, id_, named=not unnamed)

    def are(self, parties: Sequence[Json], ids: Sequence[str]) -> bool:
        """Whether all who must take part do, and nobody else does."""
        must = [p for p in parties if not p["optional"]]
        reached = all(any(self.is_one(p["names"], i) for i in ids) for p in must)
        return reached and all(any(self.is_one(p["names"], i) for p in parties) for i in ids)

    def called(self, id_: str | None) -> str:
        """The actor's name, for a message."""
        return self._actors.called(id_)

    def meant(self, actor: Json) -> tuple[Json | None, list[str]]:
        """The record's actor who bears most of a gold actor's names, and the names he lacks."""
        wanted = [m for m in actor["mentions"] if m.casefold() not in _PRONOUNS]
        best: Json | None = None
        lacks = wanted
        for found in self.record.get("actors", ()):
            texts = [m["text"] for m in found["mentions"]]
            missing = [w for w in wanted if not any(alike(w, text) for text in texts)]
            if len(missing) < len(lacks):
                best, lacks = found, missing
        return best, lacks


def _is_name(mention: str) -> bool:
    words = mention.removeprefix("The ").removeprefix("A ").split()
    capital = any(word[0].isupper() for word in words)
    return capital and mention.casefold() not in _PRONOUNS


def right(values: Sequence[Any], found: Any) -> bool:
    """Whether a value is one of the right ones."""
    return ANY in values or found in values


def likest(tokens: Sequence[Span], wanted: Sequence[Json | None], found: Any) -> float:
    """The share of words that a span has in common with the likest of those that are right."""
    mine = covered(tokens, spans_of(found))
    shares = []
    for span in wanted:
        other = covered(tokens, spans_of(span))
        shares.append(len(mine & other) / len(mine | other) if mine | other else 1.0)
    return max(shares)


def partly(tokens: Sequence[Span], wanted: Sequence[Json | None], found: Json | None) -> bool:
    """Whether a span is absent where it may be, or shares enough words with a right one."""
    if found is None:
        return None in wanted
    return likest(tokens, [w for w in wanted if w], found) >= PARTLY if any(wanted) else False
