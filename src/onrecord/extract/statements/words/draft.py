"""A statement on its way: spans first, everything else later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.extract.statements.words.syntax import Offsets


@dataclass(frozen=True, slots=True)
class Draft:
    """The spans of an attribution. ``head`` is the token that the cue turns on, if it has one.

    What a set phrase alone tells of ("by his account") is ``by`` the phrase, and what the author of
    a paper says in it without a cue their ``own``; its source may stand anywhere.
    ``outer`` is the draft within whose content this one stands, ``score`` in [0, 1] the tagger's.
    """

    source: Offsets | None
    cue: Offsets | None
    content: tuple[Offsets, ...]
    head: int | None = None
    by: Literal["model", "rule", "phrase", "own"] = "model"
    outer: Draft | None = None
    score: float = 1.0

    def spans(self) -> list[Offsets]:
        """All of its spans."""
        return [span for span in (self.source, self.cue, *self.content) if span]

    def order(self) -> tuple[int, int, int]:
        """Where it begins, then where its cue stands; the longer first."""
        start = min(s for s, _ in (self.content if self.by == "own" else self.spans()))
        cue = self.cue[0] if self.cue else start
        return start, cue, -max(e for _, e in self.spans())

    def with_(
        self,
        *,
        source: Offsets | None = None,
        cue: Offsets | None = None,
        content: tuple[Offsets, ...] | None = None,
        head: int | None = None,
    ) -> Draft:
        """The same with the given spans in place of its own; what is not given stays."""
        return replace(
            self,
            source=source or self.source,
            cue=cue or self.cue,
            content=self.content if content is None else content,
            head=self.head if head is None else head,
        )


def relinked(before: Sequence[Draft], after: Sequence[Draft]) -> list[Draft]:
    """``after``, one for each of ``before``, each within what the one that it stood in became."""
    fresh = {id(old): new for old, new in zip(before, after, strict=True)}
    made: dict[int, Draft] = {}

    def link(key: int) -> Draft:
        if key not in made:
            draft = fresh[key]
            outer = id(draft.outer)
            made[key] = replace(draft, outer=link(outer)) if outer in fresh else draft
        return made[key]

    return [link(id(old)) for old in before]
