"""Words of a text, with their places in it: Universal Dependencies' conventions for English.

Clitics stand alone (do|n't, Assad|'s), hyphens between letters split (al|-|Assad), an
abbreviation keeps its full stop (Mr., U.S.), and numbers keep their commas and points.
"""

from __future__ import annotations

import re

# Abbreviations that keep their full stop wherever they stand. A full stop after any other
# word ends a sentence or is a word of its own.
TITLES = frozenset(
    "mr mrs ms dr prof gen lt col sgt capt cpl maj adm cmdr rear brig rep sen gov pres hon rev st "
    "fr sr jr mt ft messrs insp supt det amb pvt".split()
)
OTHER_ABBREVIATIONS = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat sun "
    "vs etc inc corp co ltd bros est approx no nos vol pp fig cf al dept univ assn".split()
)
_APOSTROPHE = "['’ʼ`]"
_PIECES = re.compile(
    rf"""
    (?P<link>(?:https?://|www\.)[^\s<>"“”]+[^\s<>"“”.,;:!?)\]'’]|[\w.+-]+@[\w-]+\.[\w.-]*\w)
  | (?P<tag>[@\#]\w+)
  | (?P<initials>(?:[A-Za-z]\.){{2,}}|[A-Z]\.(?=\s[A-Z]))
  | (?P<date>\d{{4}}-\d{{2}}-\d{{2}}\b)
  | (?P<number>\d+(?:[.,:]\d+)*(?:(?:st|nd|rd|th|s)\b)?)
  | (?P<word>[^\W\d_][^\W_]*(?:{_APOSTROPHE}[^\W\d_]+)*)
  | (?P<dots>\.{{2,}}|…)
  | (?P<dashes>-{{2,}}|—|–)
  | (?P<quotes>''|``)
  | (?P<mark>\S)
    """,
    re.VERBOSE,
)
_NOT = re.compile(rf"(?i)^(.+?)(n{_APOSTROPHE}t)$")
_CLITIC = re.compile(rf"(?i)^(.+?)({_APOSTROPHE}(?:s|re|ve|ll|d|m))$")


def _split_word(word: str) -> list[str]:
    """``don't`` → do, n't; ``Assad's`` → Assad, 's; ``O'Neill`` stays whole."""
    low = word.lower()
    if low == "cannot":
        return [word[:3], word[3:]]
    for pattern in (_NOT, _CLITIC):
        found = pattern.match(word)
        if found:
            return [found.group(1), found.group(2)]
    return [word]


def find_words(text: str) -> list[tuple[int, int]]:
    """The words of ``text`` as half-open offsets, in order; white space belongs to none."""
    spans: list[tuple[int, int]] = []
    for match in _PIECES.finditer(text):
        start, end = match.span()
        if match.lastgroup == "word":
            for piece in _split_word(match.group()):
                spans.append((start, start + len(piece)))
                start += len(piece)
            _join_full_stop(text, spans)
        elif match.group() == "." and spans and spans[-1][1] == end:
            continue  # taken by the abbreviation before it
        else:
            spans.append((start, end))
    return spans


def _join_full_stop(text: str, spans: list[tuple[int, int]]) -> None:
    start, end = spans[-1]
    if end < len(text) and text[end] == "." and not text.startswith("..", end):
        word = text[start:end].lower()
        if word in TITLES or (word in OTHER_ABBREVIATIONS and text[start].isupper()):
            spans[-1] = (start, end + 1)
