"""Who said what, as PolNeAR is scored: spans per role, words per role, and linked wholes.

A span is compared by the words that it covers, so that a stray space decides nothing; a
discontinuous content counts a span for each part. Only outermost attributions take part.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from benchmarks.score.counts import Counts
from benchmarks.score.spans import Span, as_tokens, covered, words

ROLES = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Roles:
    """One attribution: the spans of each role."""

    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()

    def of(self, role: str) -> tuple[Span, ...]:
        """The spans of "source", "cue" or "content"."""
        return {"source": self.source, "cue": self.cue, "content": self.content}[role]


@dataclass(slots=True)
class AttributionScore:
    """Counts per role, and of attributions whose every role meets its like."""

    exact: dict[str, Counts] = field(default_factory=lambda: dict.fromkeys(ROLES, Counts()))
    token: dict[str, Counts] = field(default_factory=lambda: dict.fromkeys(ROLES, Counts()))
    linked: Counts = field(default_factory=Counts)

    def add(self, text: str, gold: Sequence[Roles], predicted: Sequence[Roles]) -> None:
        """Count one document in."""
        tokens = words(text)
        for role in ROLES:
            golds = _ranges(tokens, gold, role)
            predictions = _ranges(tokens, predicted, role)
            self.exact[role] += Counts(len(golds & predictions), len(predictions), len(golds))
            one = covered(tokens, [s for a in gold for s in a.of(role)])
            other = covered(tokens, [s for a in predicted for s in a.of(role)])
            self.token[role] += Counts(len(one & other), len(other), len(one))
        self.linked += Counts(_linked(tokens, gold, predicted), len(predicted), len(gold))


def _ranges(tokens: Sequence[Span], found: Sequence[Roles], role: str) -> set[tuple[int, int]]:
    """The spans of a role as ranges of tokens; parts with no token between them are one."""
    ranges: set[tuple[int, int]] = set()
    for attribution in found:
        joined: list[tuple[int, int]] = []
        for span in sorted(attribution.of(role)):
            part = as_tokens(tokens, span)
            if part is None:
                continue
            if joined and part[0] <= joined[-1][1] + 1:
                joined[-1] = joined[-1][0], max(part[1], joined[-1][1])
            else:
                joined.append(part)
        ranges.update(joined)
    return ranges


def _linked(tokens: Sequence[Span], gold: Sequence[Roles], predicted: Sequence[Roles]) -> int:
    """How many attributions meet one to one in every role.

    They meet in a role where they share a word, or where both lack it.
    """
    golds = [{role: covered(tokens, a.of(role)) for role in ROLES} for a in gold]
    predictions = [{role: covered(tokens, a.of(role)) for role in ROLES} for a in predicted]
    candidates = []
    for i, g in enumerate(golds):
        for j, p in enumerate(predictions):
            if all(g[r] & p[r] or (not g[r] and not p[r]) for r in ROLES):
                shared = sum(len(g[r] & p[r]) for r in ROLES)
                candidates.append((-shared, i, j))
    used: tuple[set[int], set[int]] = (set(), set())
    right = 0
    for _, i, j in sorted(candidates):
        if i not in used[0] and j not in used[1]:
            right += 1
            used[0].add(i)
            used[1].add(j)
    return right
