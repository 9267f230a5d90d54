"""The actors of a report, found by the place where they are mentioned."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from onrecord.extract.actors.trees.syntax import Syntax
from onrecord.records import Actor


class ActorIndex:
    """The actors of one report, and who is meant at a place in it.

    ``actors`` are in order of first mention. ``heads`` maps a token to the actor that a mention
    with that head means; ``joint`` maps the head of a coordination ("Russia and Iran said") to
    where it ends and the actor that stands for all of it, ``parts`` the head of a noun for several
    to each of them.
    """

    def __init__(
        self,
        actors: Iterable[Actor],
        syntax: Syntax,
        heads: Mapping[int, Actor],
        joint: Mapping[int, tuple[int, Actor]],
        possessions: Collection[str] = (),
        parts: Mapping[int, tuple[Actor, ...]] | None = None,
    ) -> None:
        self.actors: tuple[Actor, ...] = tuple(actors)
        self._syntax = syntax
        self._heads = heads
        self._joint = joint
        self._possessions = possessions
        self._parts = parts or {}
        self._ids = {actor.id: actor for actor in self.actors}

    def get(self, identity: str) -> Actor:
        """The actor with this id; KeyError where there is none."""
        return self._ids[identity]

    def at(self, start: int, end: int) -> Actor | None:
        """The actor that the words ``[start, end)`` mean; None where they mean nobody.

        The mention that heads the span decides; a thing that only a state owns ("Syrian
        airfields") is its owner.
        """
        first, last = self._syntax.between(start, end)
        if first > last:
            return None
        head = self._syntax.top(first, last)
        stop, together = self._joint.get(head, (0, None))
        if together is not None and stop <= end:
            return together
        return self._heads.get(head) or self._named(head) or self._owner(head)

    def all_at(self, start: int, end: int) -> tuple[Actor, ...]:
        """Everybody whom the span names side by side ("Russia and Iran"), left to right."""
        first, last = self._syntax.between(start, end)
        if first > last:
            return ()
        head = self._syntax.top(first, last)
        heads = [head, *(k for k in self._syntax.of(head, "conj") if first <= k <= last)]
        found: list[Actor] = list(self._parts.get(head, ()))
        for index in heads[1:] if found else heads:
            actor = self._heads.get(index) or self._named(index)
            if actor is not None and actor not in found:
                found.append(actor)
        return tuple(found)

    def each_at(self, start: int, end: int) -> tuple[Actor, ...]:
        """Those whom one noun means that are named apart: "two suspects, Ane Holm and Jon Reed".

        Empty where the span is no such noun.
        """
        first, last = self._syntax.between(start, end)
        return self._parts.get(self._syntax.top(first, last), ()) if first <= last else ()

    def _named(self, head: int) -> Actor | None:
        """The actor of the name that the token is part of."""
        name = self._syntax.name_of[head]
        return self._heads.get(self._syntax.name_heads[name]) if name >= 0 else None

    def _owner(self, head: int) -> Actor | None:
        """The state whose base, jet or territory the token is."""
        if self._syntax.tokens[head].lemma.lower() not in self._possessions:
            return None
        kids = self._syntax.of(head, "amod", "compound", "nmod:poss")
        inner = [i for k in kids for i in self._syntax.of(k, "amod", "compound")]
        for kid in (*kids, *inner):  # "a Danish | coast guard cutter"
            actor = self._heads.get(kid) or self._named(kid)
            if actor is not None and actor.kind in ("government", "military"):
                return actor
        return None
