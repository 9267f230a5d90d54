"""What separates two words of a text."""

from __future__ import annotations

import re

_EOL = r"(?:\r\n|\n|\r(?!\n)|\u2028)"
_BLANK_LINE = re.compile(rf"{_EOL}[^\S\r\n]*{_EOL}|\u2029")
_LINE = re.compile(r"[\n\r\u2028\u2029]")


def gap(between: str) -> int:
    """What separates two words: 0 nothing, 1 a space, 2 a line end, 3 a blank line."""
    if not between:
        return 0
    if between == " " or not _LINE.search(between):
        return 1
    return 3 if _BLANK_LINE.search(between) else 2
