"""Quotation marks: where words are quoted, and how much of a statement is.

An apostrophe is no quotation mark. A text that has lost some of its marks (scraped copy does) must
not turn inside out: a mark without a partner in its paragraph quotes nothing, unless the next
paragraph opens with the same mark, which is how a long quotation goes on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.extract.statements.words.syntax import Offsets, covers, overlap
from onrecord.records import Quote

OPENING = "“\"„«‘'"
CLOSING = "”\"“»’'"
_PAIRS = {"“": "”", "„": "”", "«": "»", "‘": "’", '"': '"', "'": "'", "''": "''"}
_MARK = re.compile(r"''|[“”„«»\"‘’']")
_PARAGRAPH = re.compile(r"[^\n]+")
_WORD = re.compile(r"\w+")


def quotations(text: str) -> list[Offsets]:
    """The outermost quotations of a text, marks included, in order; half-open offsets."""
    found: list[Offsets] = []
    carried: str | None = None
    paragraphs = list(_PARAGRAPH.finditer(text))
    for number, paragraph in enumerate(paragraphs):
        following = paragraphs[number + 1].group().lstrip() if number + 1 < len(paragraphs) else ""
        inside, carried = _paragraph(text, paragraph.span(), following, carried)
        found.extend(inside)
    return found


def _paragraph(
    text: str, bounds: Offsets, following: str, carried: str | None
) -> tuple[list[Offsets], str | None]:
    """The quotations of a paragraph, and the mark that the next one is to go on with."""
    start, end = bounds
    found: list[Offsets] = []
    opened: tuple[int, str] | None = None
    for match in _MARK.finditer(text, start, end):
        mark, at = match.group(), match.start()
        if opened is None:
            if mark in _PAIRS and _can_open(text, at, mark):
                opened = (at, mark)
        elif _closes(text, match, opened):
            found.append((opened[0], match.end()))
            opened = None
        elif mark == opened[1] and mark in "“„«" and _can_open(text, at, mark):
            # The first was never closed: its partner is lost. Count from the second.
            opened = (at, mark)
    if opened is not None and following.startswith(opened[1]):
        return [*found, (opened[0], end)], opened[1]
    return found, None


def _can_open(text: str, at: int, mark: str) -> bool:
    """A mark that may open one stands before a word, and not after one."""
    before = text[at - 1] if at else " "
    after = text[at + len(mark)] if at + len(mark) < len(text) else " "
    if mark in "“„«":
        return True
    if mark in "‘'":
        # "the US’ role", "’90s", "rock ’n’ roll": an apostrophe far more often than a quotation.
        return not before.isalnum() and before not in ".,!?" and after.isalpha()
    return not before.isalnum() and not after.isspace()


def _closes(text: str, match: re.Match[str], opened: tuple[int, str]) -> bool:
    mark, wanted = match.group(), _PAIRS[opened[1]]
    if mark == '"' and opened[1] == "“" and text[match.start() - 1] in ".,!?…":
        return True  # opened by one hand, closed by another
    if mark != wanted and not (opened[1] == "„" and mark == "“"):
        return False
    before, after = text[match.start() - 1], text[match.end() : match.end() + 1]
    if mark in "’'":
        # "don’t", "the allies’ plan": closing only after a word's end, and best after a stop.
        return not after.isalnum() and (before in ".,!?" or not _possessive(text, match.start()))
    if mark == '"':
        return not before.isspace() or not after.isalnum()
    return True


def _possessive(text: str, at: int) -> bool:
    return text[at - 1] in "sS" and re.match(r".\s+[a-z]", text[at:]) is not None


def quoted(start: int, end: int, marks: Sequence[Offsets]) -> list[Offsets]:
    """The quotations that share words with ``[start, end)``."""
    return [mark for mark in marks if overlap(mark, (start, end)) > 0]


def kind(text: str, content: Sequence[Offsets], marks: Sequence[Offsets]) -> Quote:
    """How a statement gives its words: all quoted, none, or some.

    What stands whole within a quotation whose marks lie outside it is somebody's words quoted by
    somebody else ("the statement noted that he “has warned that …”"): neither.
    """
    if not content:
        return "indirect"
    if all(any(m[0] < s and e < m[1] for m in marks) for s, e in content):
        return "mixed"
    words = [m.span() for s, e in content for m in _WORD.finditer(text, s, e)]
    inside = sum(1 for word in words if covers(marks, word))
    if not inside:
        return "indirect"
    return "direct" if inside == len(words) else "mixed"
