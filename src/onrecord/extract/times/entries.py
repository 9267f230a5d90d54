"""Entries of a live page: paragraphs that open with the clock ("16:30 The minister has resigned").

The clock is when the entry was written, on the page's own day, and no word of anybody's.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.extract.times.expressions import Clock, Offset
from onrecord.extract.times.grammar import Found

_CLOCK = re.compile(
    r"(?:^|\n)[ \t]*(?P<clock>[(\[]?\d{1,2}[:.]\d\d(?!\d)(?:\s?[ap]\.?m\.?)?"
    r"(?:\s?(?:GMT|UTC|BST|CES?T|EES?T|E[SD]T|P[SD]T|hrs|h|local time))?[)\]]?)"
    r"\s*(?:[-–—:|]\s*)?(?=[A-Z“\"‘'(])"
)
_LEAST = 2
"""Entries that a live page has, at least; "8.30 People were …" may open any paragraph once."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry: its ``clock`` with what stands between it and the words, and where it ends.

    ``inline``: the words stand beside the clock, and not under it as under a heading.
    """

    clock: tuple[int, int]
    end: int
    inline: bool = True


def entries(text: str) -> tuple[Entry, ...]:
    """The entries of a live page, in order; none where the text is no such page."""
    marks = list(_CLOCK.finditer(text))
    if len(marks) < _LEAST:
        return ()
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    return tuple(
        Entry(
            (mark.start("clock"), mark.end()), end, "\n" not in text[mark.end("clock") : mark.end()]
        )
        for mark, end in zip(marks, ends, strict=True)
    )


def on_the_day(found: Sequence[Found], pages: Sequence[Entry]) -> list[Found]:
    """The expressions, the clock that opens an entry being one of the day of the page."""
    opens = {place for entry in pages for place in range(entry.clock[0], entry.clock[0] + 2)}
    today = Offset("day", 0, "now")
    return [
        replace(one, expression=replace(one.expression, on=today))
        if one.start in opens and isinstance(one.expression, Clock)
        else one
        for one in found
    ]
