"""Which places and actors stand within a stretch of a report's text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from onrecord.records import ReportRecord, Span


class Mentions:
    """The mentions of one report's places and actors in the order of the text.

    Found by bisection: a long report has thousands of them and of statements.
    """

    def __init__(self, record: ReportRecord, nums: Mapping[str, int]) -> None:
        found = [(p.span.start, p.span.end, nums[p.id]) for p in record.places]
        found += [(m.start, m.end, nums[a.id]) for a in record.actors for m in a.mentions]
        self._all = sorted(found)
        self._starts = [start for start, _, _ in self._all]

    def _within(self, start: int, end: int) -> list[tuple[int, int, int]]:
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [mention for mention in self._all[first:last] if mention[1] <= end]

    def scopes(
        self,
        condition: Span | None,
        content: Sequence[Span],
        sentence: tuple[int, int],
        without: Sequence[Span],
    ) -> dict[int, str]:
        """Item number to the narrowest scope that mentions it, mentions in ``without`` aside."""
        found: dict[int, str] = {}
        stretches = [("condition", condition.start, condition.end)] if condition else []
        stretches += [("content", span.start, span.end) for span in content]
        stretches.append(("sentence", *sentence))
        for scope, start, end in stretches:
            for left, right, num in self._within(start, end):
                if not any(w.start <= left and right <= w.end for w in without):
                    found.setdefault(num, scope)
        return found
