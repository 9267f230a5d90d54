"""Sentence bounds: what the layout settles, and a small network for the rest.

A blank line always ends a sentence, so does a line end after a finished one or before a short
line's capital (headlines). Elsewhere ``bounds`` judges where one begins; closing quotation marks
and brackets stay with the sentence that they close, a name with its title.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Collection, Sequence

from onrecord.model.bounds import shipped_finder
from onrecord.model.layout import gap
from onrecord.model.words import TITLES

_ENDS = frozenset({".", "?", "!", "...", "…", "....", "!!", "??"})
_CLOSERS = frozenset("\"'”’)]»") | {"''"}
_OPENERS = frozenset("\"'“‘([«-–—•*") | {"``", "--"}
MAX_WORDS = 160
"""A longer run without an end is cut where one is likeliest: the parser is quadratic."""
_LEAST_WORDS = 40
_OPEN_WORDS = 3
_SPEAKER_WORDS = 7
_BEGINS = frozenset({"A", "An", "The", "He", "She", "They", "We", "It", "This", "These", "There"})
_LETTERED = frozenset(
    {"vitamin", "hepatitis", "influenza", "type", "group", "plan", "class", "grade", "category",
     "schedule", "annex", "appendix", "terminal", "section", "level", "exhibit", "series", "part",
     "league", "serie", "block", "zone", "route", "option", "variant", "strain", "team", "tier"}
)  # fmt: skip
"""What a letter stands behind."""
_OF_CLOCKS = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday EST EDT GMT BST CET PST PDT CST CDT "
    "UTC MST IST JST Eastern Pacific Central Moscow Beijing London".split()
)
"""What goes on behind "10 p.m."."""
_SPOKE = frozenset(
    "said says asked asks wrote writes tweeted shouted demanded wondered told added replied "
    "responded exclaimed yelled".split()
)


def split_sentences(
    text: str, words: Sequence[tuple[int, int]], breaks: Collection[int] = ()
) -> list[tuple[int, int, int]]:
    """Sentences as ``(first word, one past its last, paragraph)``, covering all words.

    ``breaks`` are offsets at which a sentence must begin whatever stands before: where the body of
    a report begins after its date line, headline or dateline.
    """
    if not words:
        return []
    spaces = [3, *(gap(text[a[1] : b[0]]) for a, b in itertools.pairwise(words))]
    broken = _broken(words, breaks)
    forms = [text[a:b] for a, b in words]
    known = [
        space == 3
        or i in broken
        or (space == 2 and _line_ends(text, words, i))
        or (space == 1 and _runs_on(forms, i))
        for i, space in enumerate(spaces)
    ]
    gaps = [3 if k else min(space, 1) for k, space in zip(known, spaces, strict=True)]
    scores = shipped_finder().scores(forms, gaps).tolist()
    sentences: list[tuple[int, int, int]] = []
    first, paragraph, following = 0, 0, 0
    for i in range(1, len(words)):
        following += spaces[i] >= 2
        begins = known[i] or (scores[i] > 0 and not _held(text, words, first, i, spaces[i]))
        if begins or i - first >= MAX_WORDS:
            if not begins:
                cut = max(range(first + _LEAST_WORDS, i + 1), key=lambda k: scores[k])
                sentences.append((first, cut, paragraph))
                first = cut
            else:
                sentences.append((first, i, paragraph))
                first = i
            paragraph = following
    sentences.append((first, len(words), paragraph))
    return sentences


def _broken(words: Sequence[tuple[int, int]], breaks: Collection[int]) -> set[int]:
    """The words that stand first behind each break; a break inside a word is none."""
    starts = [start for start, _ in words]
    found = ((bisect_left(starts, offset), offset) for offset in breaks)
    return {i for i, at in found if 0 < i < len(words) and words[i - 1][1] <= at}


def _runs_on(forms: Sequence[str], i: int) -> bool:
    """Whether a sentence begins with a small word's capital behind a line that lost its end.

    "Tags: raids Lun Harbour | A bomber struck …", "PHOTO/Ada Cole | The advance …". Prose has such
    a capital nowhere else; headlines, in which all words have one, are left alone.
    """
    word = forms[i]
    if word not in _BEGINS or not forms[i - 1][-1:].isalnum() or i + 1 >= len(forms):
        return False
    following, before = forms[i + 1], forms[i - 1].lower()
    capital = following[1:].islower() or (len(following) > 1 and following.isupper())
    if not following[:1].islower() and not (word in ("A", "An") and capital):
        return False  # "A K Lund", "two A-10 jets"
    if before in _SPOKE or (word == "A" and before in _LETTERED):
        return False
    behind = [form for form in forms[i + 1 : i + 11] if form.isalpha() and len(form) > 3]
    small = [form for form in behind if form.islower()]
    return len(small) >= 3 and 2 * len(small) > len(behind)


def _line_ends(text: str, words: Sequence[tuple[int, int]], i: int) -> bool:
    """Whether a sentence ends with the line before word ``i``."""
    before, after = words[i - 1][1], words[i][0]
    j = i - 1
    while j > 0 and i - j < 4 and text[slice(*words[j])] in _CLOSERS:
        if words[j - 1][1] != words[j][0]:
            break  # after a space it opens what follows
        j -= 1
    return text[slice(*words[j])] in _ENDS or _line_is_unit(text, before, text[after : words[i][1]])


def _held(text: str, words: Sequence[tuple[int, int]], first: int, i: int, space: int) -> bool:
    """Whether word ``i`` belongs to what stands before it: a closing mark, a title's name, what
    dots after a first word or two leave open ("If... he goes, we stay")."""
    last = text[slice(*words[i - 1])]
    if i - first <= _OPEN_WORDS and last in ("...", "…"):
        return True
    if last in _CLOSERS and i > 1 and text[slice(*words[i - 2])] in ("?", "!"):
        if _names_speaker([text[a:b] for a, b in words[i : i + _SPEAKER_WORDS]]):
            return True
    if last.endswith(".") and last[:-1].lower() in TITLES and last[:1].isupper():
        return True
    if last.lower() in ("a.m.", "p.m.") and text[slice(*words[i])].rstrip(".") in _OF_CLOCKS:
        return True
    return text[slice(*words[i])] in _CLOSERS and (space == 0 or _closes(text, words[i]))


def _names_speaker(words: Sequence[str]) -> bool:
    """Whether the words behind a question in quotation marks say who put it: "Mr. Oren asked"."""
    for word in words:
        if word in _SPOKE:
            return True
        if not (word[:1].isupper() or word in ("the", "of", "for")):
            return False
    return False


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


def _closes(text: str, word: tuple[int, int]) -> bool:
    """Whether a mark hugs what stands before it (a closing mark) and not what stands after."""
    start, end = word
    before = start > 0 and not text[start - 1].isspace()
    after = end < len(text) and not text[end].isspace()
    return before and not after
