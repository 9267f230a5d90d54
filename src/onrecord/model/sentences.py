"""Sentence bounds: rules over the words of a paragraph.

A blank line always ends a sentence, so does a line end after a finished one or before a short
line's capital (headlines). A full stop, question or exclamation mark ends one where what follows
can begin one; closing quotation marks and brackets stay with the sentence that they close.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from onrecord.model.words import TITLES

_ENDS = frozenset({".", "?", "!", "...", "…", "....", "!!", "??"})
_CLOSERS = frozenset("\"'”’)]»") | {"''"}
_OPENERS = frozenset("\"'“‘([«-–—•*") | {"``", "--"}
_EOL = r"(?:\r\n|\n|\r(?!\n)|\u2028)"
_BLANK_LINE = re.compile(rf"{_EOL}[^\S\r\n]*{_EOL}|\u2029")
_LINE = re.compile(r"[\n\r\u2028\u2029]")
MAX_WORDS = 160
"""A longer run without an end is cut at its last comma or semicolon: the parser is quadratic."""


def gap(between: str) -> int:
    """What separates two words: 0 nothing, 1 a space, 2 a line end, 3 a blank line."""
    if not between:
        return 0
    if not _LINE.search(between):
        return 1
    return 3 if _BLANK_LINE.search(between) else 2


def split_sentences(
    text: str, words: Sequence[tuple[int, int]], breaks: Collection[int] = ()
) -> list[tuple[int, int, int]]:
    """Sentences as ``(first word, one past its last, paragraph)``, covering all words.

    ``breaks`` are offsets at which a sentence must begin whatever stands before: where the body of
    a report begins after its date line, headline or dateline.
    """
    sentences: list[tuple[int, int, int]] = []
    first, paragraph, count = 0, 0, len(words)
    for i in range(count):
        if i + 1 == count:
            sentences.append((first, count, paragraph))
            break
        space = gap(text[words[i][1] : words[i + 1][0]])
        forced = any(words[i][1] <= b <= words[i + 1][0] for b in breaks)
        ends = _ends_after(text, words, i, space) and not _false_start(text, words, first, i)
        if forced or ends:
            sentences.append((first, i + 1, paragraph))
            first = i + 1
        elif i + 1 - first >= MAX_WORDS:
            cut = _long_cut(text, words, first, i)
            sentences.append((first, cut, paragraph))
            first = cut
        if space >= 2:
            paragraph += 1
    return sentences


def _ends_after(text: str, words: Sequence[tuple[int, int]], i: int, space: int) -> bool:
    if space == 3:
        return True
    following = text[words[i + 1][0] : words[i + 1][1]]
    j = i
    while j > 0 and i - j < 3 and text[words[j][0] : words[j][1]] in _CLOSERS:
        if words[j - 1][1] != words[j][0]:
            break  # after a space it opens what follows
        j -= 1
    last = text[words[j][0] : words[j][1]]
    if space == 2:
        return last in _ENDS or _line_is_unit(text, words[i][1], following)
    if following in _CLOSERS and (space == 0 or _closes(text, words, i + 1)):
        return False
    if last in _ENDS:
        if space == 0 and j == i and last not in ("?", "!"):
            # "end.Next" in texts that lost their spaces; never inside "a.b" of a name or number
            return following[:1].isupper() and len(following) > 1
        return _can_begin(text, words, i + 1, strict=last in ("...", "…"))
    if last.endswith(".") and j != i:
        return _can_begin(text, words, i + 1, strict=True)
    if last.endswith(".") and len(last) > 2:
        return _abbreviation_ends(last, text, words, i + 1)
    return False


def _false_start(text: str, words: Sequence[tuple[int, int]], first: int, i: int) -> bool:
    """Dots after the first word or two leave a thought open: "If... he goes, we stay"."""
    return i - first <= 2 and text[words[i][0] : words[i][1]] in ("...", "…")


def _line_is_unit(text: str, end: int, following: str) -> bool:
    """Whether a line end without a full stop ends a unit: a headline, a date line, a list item.

    Hard-wrapped text has long lines of like length; a unit's line is short, or what follows
    begins with a capital after a line that is far from the usual wrap.
    """
    begin = max(text.rfind("\n", 0, end), text.rfind("\r", 0, end)) + 1
    rest = text[end:].lstrip(" \t\r\n")
    tail = rest.find("\n")
    next_length = len(rest) if tail < 0 else tail
    starts = following[:1].isupper() or following[:1].isdigit() or following in _OPENERS
    wrapped = 55 <= end - begin <= 90 and next_length <= 90
    return starts and not wrapped


def _closes(text: str, words: Sequence[tuple[int, int]], i: int) -> bool:
    """Whether the mark at word ``i`` hugs what stands before it (a closing mark) or after."""
    start, end = words[i]
    before = start > 0 and not text[start - 1].isspace()
    after = end < len(text) and not text[end].isspace()
    return before and not after


def _can_begin(text: str, words: Sequence[tuple[int, int]], i: int, *, strict: bool) -> bool:
    for k in range(i, min(i + 3, len(words))):
        word = text[words[k][0] : words[k][1]]
        if word in _OPENERS:
            continue
        if word[:1].islower():
            # a report in lower case, or a name like "al-Assad", still begins a sentence after "."
            return not strict and k == i and word == "al"
        return word[:1].isupper() or (word[:1].isalnum() and not strict) or word[:1] in "@#$€£"
    return True


def _abbreviation_ends(
    last: str, text: str, words: Sequence[tuple[int, int]], following: int
) -> bool:
    """ "in the U.S. The president" ends a sentence; "U.S. President", "Mr. Assad" do not."""
    word = text[words[following][0] : words[following][1]]
    if last[:-1].lower() in TITLES or not word[:1].isupper():
        return False
    return word in _STARTERS


_STARTERS = frozenset(
    "The This That These Those It He She They We I You But And In On At As For After Before When "
    "While However Although If There A An His Her Their Its Some Many Most Several Both According "
    "Meanwhile Earlier Later Since By To With What Who Why How Not No Officials So Then Now".split()
)


def _long_cut(text: str, words: Sequence[tuple[int, int]], first: int, last: int) -> int:
    for i in range(last, first + 40, -1):
        if text[words[i][0] : words[i][1]] in (",", ";", ":", "—", "–", "--"):
            return i + 1
    return last + 1
