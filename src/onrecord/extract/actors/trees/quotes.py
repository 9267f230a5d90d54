"""Where words stand within quotation marks, in texts that have lost some of their marks."""

from __future__ import annotations

import re

_MARKS = re.compile(r'[“”"«»„]|\n\s*\n')
_OPENING = frozenset("“«„")
_BEFORE = frozenset("([-—–")


def quoted_stretches(text: str) -> list[tuple[int, int]]:
    """The stretches within quotation marks, in order; one left open ends with its paragraph.

    A straight mark that can only open opens, or goes on with what is open, and one that can only
    close closes: a mark that got lost must not turn all the rest inside out.
    """
    found: list[tuple[int, int]] = []
    opened = -1
    for match in _MARKS.finditer(text):
        mark = match.group()
        if mark in _OPENING:
            if opened >= 0:
                found.append((opened, match.start()))
            opened = match.end()
        elif opened >= 0 and not (mark == '"' and _opens(text, match.start())):
            found.append((opened, match.start()))
            opened = -1
        elif mark == '"' and opened < 0 and not _closes(text, match.start()):
            opened = match.end()
    if opened >= 0:
        found.append((opened, len(text)))
    return found


def _opens(text: str, at: int) -> bool:
    """Whether a straight mark leans on the word behind it alone."""
    before, after = text[at - 1 : at] if at else " ", text[at + 1 : at + 2] or " "
    return (before.isspace() or before in _BEFORE) and not after.isspace()


def _closes(text: str, at: int) -> bool:
    """Whether a straight mark leans on the word before it alone."""
    before, after = text[at - 1 : at] if at else " ", text[at + 1 : at + 2] or " "
    return not before.isspace() and before not in _BEFORE and not after.isalnum()
