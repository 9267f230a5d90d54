"""Sentences around an item, for showing it and for finding what is said beside it.

The reading model's own sentences are not kept with a record; these need only be good to read. They
always hold the item whole.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

_END = re.compile(r"[.!?…]+[\"'”’»)\]]*\s+|\n\s*\n\s*|\n\s*")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(“\"'‘])(?:[^\W\d_]|(?:[^\W\d_]\.)+[^\W\d_]|"
    r"Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Adm|Brig|Sen|Rep|Gov|Pres|Rev|St|Jr|Sr|No|vs|etc|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.\s+$"
)
_BEFORE = 12
"""How far back an abbreviation may begin before the full stop that belongs to it."""


class Sentences:
    """The sentences of one text; offsets are code points of it."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0]
        for found in _END.finditer(text):
            if found.end() < len(text) and _ends_sentence(text, found):
                self._starts.append(found.end())

    def around(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of whole sentences that holds ``[start, end)``, blanks at its ends aside."""
        first = self._starts[max(bisect_right(self._starts, start) - 1, 0)]
        after = bisect_left(self._starts, end)
        last = self._starts[after] if after < len(self._starts) else len(self._text)
        stretch = self._text[first:last]
        left = first + len(stretch) - len(stretch.lstrip())
        right = first + len(stretch.rstrip())
        return min(left, start), max(right, end)


def _ends_sentence(text: str, found: re.Match[str]) -> bool:
    gap = found.group()
    following = text[found.end()]
    if gap.startswith("\n") or "\n" in gap:
        # a blank line always ends one; a line's end may be a wrapped line's
        return gap.count("\n") > 1 or not following.islower()
    # an ellipsis leaves something out of a sentence more often than it ends one
    if following.islower() or gap.startswith(("..", "…")):
        return False
    before = text[max(found.start() - _BEFORE, 0) : found.end()]
    return not (gap.startswith(". ") and _ABBREVIATED.search(before))
