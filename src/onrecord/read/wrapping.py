"""Lines that a typewriter's width ended: text as it is read on, the stored text untouched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from onrecord.records import Report

NARROW, WIDE = 40, 130
"""Code points of a line between which text is wrapped by hand or by a mail program."""
_FEWEST = 2
"""Wrapped lines that must run on in a small letter before a text counts as wrapped."""
_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_LINE_END = re.compile(r"(?:\r\n|[\n\r\u2028])[^\S\n\r\u2028\u2029]*")
_BLANK = re.compile(r"(?:\r\n|[\n\r\u2028])[^\S\n\r]*(?:\r\n|[\n\r\u2028])|\u2029")
_ITEM = re.compile(r"[•*·▪◦►>|#]|[-–—]\s|\(?\w{1,2}[.)]\s|\d{1,2}[:.]\d\d\b")
"""What a list's next item or a live page's next entry begins with."""
_ENDS = re.compile(r"[.!?:][\"'”’)\]]*$")


@dataclass(frozen=True, slots=True)
class _Turn:
    """The end of a line before another: where, how long the line, the next one's first word."""

    start: int
    end: int
    length: int
    word: int
    small: bool
    ended: bool
    item: bool
    first: bool

    def full(self, width: int) -> bool:
        """Whether the next word had no room left on a line of ``width``."""
        return self.length <= width < self.length + 1 + self.word


def flowing(report: Report) -> Report:
    """``report`` with the ends of wrapped lines as spaces, itself where no line is wrapped."""
    text = unwrapped(report.text)
    return report if text == report.text else replace(report, text=text)


@lru_cache(maxsize=4)
def unwrapped(text: str) -> str:
    """``text`` with each end of a wrapped line as spaces: as many code points, at the same places.

    A line is wrapped where the next line's first word would not have fitted the width that most
    lines of the text keep to. Ends of paragraphs, headlines, list items and verses stay.
    """
    turns = list(_turns(text))
    width = _width(turns)
    if not width:
        return text
    # Where no blank line parts paragraphs, a full line that ends a sentence may end one of them.
    spaced = len(_BLANK.findall(text.strip())) >= sum(not turn.full(width) for turn in turns)
    out, at = [], 0
    for turn in turns:
        if _runs_on(turn, width, spaced=spaced):
            out += [text[at : turn.start], " " * (turn.end - turn.start)]
            at = turn.end
    return "".join([*out, text[at:]])


def _turns(text: str) -> Iterator[_Turn]:
    """The line ends between two lines of one block; a blank line ends a block."""
    number = 0
    for line in _LINE.finditer(text):
        words = line[0].strip()
        number += bool(words)
        end = _LINE_END.match(text, line.end())
        following = _LINE.match(text, end.end()) if end and words else None
        if end is None or following is None or not following[0].strip():
            continue
        word = following[0].split(None, 1)[0]
        after = _LINE_END.match(text, following.end())
        alone = after is None or text[after.end() : after.end() + 1] in "\n\r\u2028"
        stop = line.start() + len(line[0].rstrip())
        yield _Turn(
            start=stop, end=end.end(), length=len(words), word=len(word), small=word[0].islower(),
            ended=_ENDS.search(words) is not None, item=_ITEM.match(following[0]) is not None,
            first=number == 1 and not alone,
        )  # fmt: skip


def _width(turns: list[_Turn]) -> int:
    """The width that the lines keep to; 0 where they keep to none."""
    open_ = [turn for turn in turns if turn.small and not turn.ended]
    if len(open_) < _FEWEST or max(turn.length for turn in turns) > 2 * WIDE:
        return 0
    widths = {turn.length for turn in turns if NARROW <= turn.length <= WIDE}
    kept = {width: sum(turn.full(width) for turn in open_) for width in widths}
    filled = {width: sum(turn.full(width) for turn in turns) for width in widths}
    width = max(kept, key=lambda width: (kept[width], filled[width], -width), default=0)
    if kept.get(width, 0) < max(_FEWEST, 0.6 * len(open_)):
        return 0
    full = [turn for turn in turns if turn.full(width)]
    # In wrapped prose most lines run on in a small letter; below one another stand capitals.
    return width if 3 * sum(turn.small for turn in full) >= len(full) else 0


def _runs_on(turn: _Turn, width: int, *, spaced: bool) -> bool:
    """Whether a line goes on in the next: no list item, no headline right above its report."""
    if turn.small and not turn.ended:
        return True
    if not turn.full(width) or turn.first or turn.item:
        return False
    return spaced or not turn.ended
