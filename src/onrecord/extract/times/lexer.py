"""A text as words of time: the stretches around words of time, one character a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.extract.times.numerals import combined
from onrecord.extract.times.vocabulary import Entry, Vocabulary

# White space is taken with the word behind it: a search that had to fail at every space would
# cost as much again. The commonest kind of word comes first.
_TOKEN = re.compile(
    r"""\s*(?:
       (?P<plain>[a-z]{2,}(?![^\W_]))
      |(?P<ampm>[ap]\.\s?m\.|(?<=[\d ])[AP]\.M\.)
      |(?P<era>B\.C\.E\.|B\.C\.|BCE\b|BC\b|A\.D\.|AD\b)
      |(?P<dotted>(?:Jan|Febr?|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?
          |OCT|NOV|DEC|Mon|Tues?|Weds?|Thurs?|Thu|Fri|Sat|Sun|ca)\.)
      |(?P<oclock>[oO]['’]clock\b)
      |(?P<word>[^\W\d_]+)
      |(?P<iso>\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?
          (?:\s?(?:Z\b|UTC\b|[+-]\d\d:?\d\d))?)?(?![\d-]))
      |(?P<slashed>\d{1,4}(?P<mark>[/.-])\d{1,2}(?P=mark)(?:\d{4}|\d\d)(?![\d/])
          |\d{1,2}/\d{1,2}(?![\d/]))
      |(?P<clock>\d{1,2}:\d\d(?::\d\d)?(?!\d))
      |(?P<decade>(?:\d{2,3}0|['’‘]?\d0)['’]?s\b)
      |(?P<ordn>\d{1,3}(?:st|nd|rd|th|ST|ND|RD|TH)\b)
      |(?P<number>\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)
      |(?P<shortyear>['’‘]\d\d\b)
      |(?P<possessive>['’][sS]?(?![^\W_]))
      |(?P<other>\S))""",
    re.VERBOSE,
)
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n|\r[^\S\n]*\r|\u2029")
_DASHES = frozenset("-–—‑")
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_SLASHED_FRACTIONS = {"1/2": 0.5, "1/4": 0.25, "3/4": 0.75, "1/3": 1 / 3, "2/3": 2 / 3}
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """A word in its place."""

    start: int
    end: int
    low: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class Words:
    """The words of time of a text and what stands around them.

    ``string`` has one character a word; ``words[i]`` is None where it has "x" for what was left
    out.
    """

    text: str
    string: str
    words: tuple[Word | None, ...]

    def bounds(self, first: int, last: int) -> tuple[int, int]:
        """The offsets of words ``first`` to ``last``, exclusive."""
        begin, end = self.words[first], self.words[last - 1]
        if begin is None or end is None:
            raise IndexError("a rule matched words that were left out")
        return begin.start, end.end


def lex(text: str, vocabulary: Vocabulary, cores: re.Pattern[str]) -> Words:
    """The words of ``text``; ``cores`` finds the stretches to keep in a string of signs."""
    words = list(_merged(_tokens(text, vocabulary), vocabulary))
    string = "".join(["x" if word is None else word.entry.sign for word in words])
    kept: list[Word | None] = []
    pieces = []
    for match in cores.finditer(string):
        pieces.append(match.group())
        kept.extend(words[match.start() : match.end()])
        kept.append(None)
    return Words(text, "x".join(pieces), tuple(kept[:-1]))


def _tokens(text: str, vocabulary: Vocabulary) -> list[Word | None]:
    """The words of ``text`` that the vocabulary knows; None for a stretch of others.

    A blank line also leaves a None: no expression goes across it.
    """
    words: list[Word | None] = [None]
    known = vocabulary.known
    nothing = vocabulary.nothing
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        if kind is None:  # white space at the end
            continue
        start, end = match.span(kind)
        gap = start - match.start()
        if gap > 1 and words[-1] is not None and _BLANK_LINE.search(text, match.start(), start):
            words.append(None)
        quoted = match[kind]
        if kind == "plain" or kind == "word":
            low = quoted if kind == "plain" else quoted.lower()
            entry = known.get(low, nothing)
            word = Word(start, end, low, entry) if entry is not nothing else None
            if low in ("am", "pm") and _after_figure(words[-1], start):
                word = Word(start, end, low, vocabulary.special("ampm", low))
        else:
            special = _special(text, start, end, kind, vocabulary)
            word = special if special.entry is not nothing else None
        if word is not None or words[-1] is not None:
            words.append(word)
    return words


def _after_figure(word: Word | None, start: int) -> bool:
    """Whether ``word`` is a number right before ``start``: "10 am"."""
    return (
        word is not None
        and start - word.end <= 1
        and not word.entry.values.keys().isdisjoint(("digits", "clock"))
    )


def _special(text: str, start: int, end: int, kind: str, vocabulary: Vocabulary) -> Word:
    """A token that is no plain word."""
    quoted = text[start:end]
    low = quoted.lower()
    entry: Entry
    if kind == "number":
        entry = vocabulary.number(float(quoted.replace(",", "")), words=False)
        if "," in quoted and "year" in entry.values:  # "1,998" is no year
            entry = vocabulary.number(0.5, words=False)
    elif kind == "ordn":
        entry = vocabulary.special(kind, int(low[:-2]))
    elif kind == "dotted":
        low = low[:-1]
        entry = vocabulary.word(low)
        if "mon" in entry.values:
            entry = vocabulary.word(_MONTHS[int(entry.values["mon"]) - 1])
    elif kind == "possessive":
        low = "'s"
        entry = vocabulary.word(low)
    elif kind == "oclock":
        entry = vocabulary.word(kind)
    elif kind == "other":
        if quoted in _DASHES:
            low = "-" if _glued(text, start, end) else "--"
        entry = vocabulary.word(low)
        if quoted in _FRACTIONS:
            entry = vocabulary.number(_FRACTIONS[quoted], words=False)
    else:
        entry = vocabulary.special(kind, low)
    return Word(start, end, low, entry)


def _glued(text: str, start: int, end: int) -> bool:
    """Whether no white space stands on either side."""
    return (
        0 < start and end < len(text) and not text[start - 1].isspace() and not text[end].isspace()
    )


def _merged(words: list[Word | None], vocabulary: Vocabulary) -> Iterator[Word | None]:
    """Numbers of several words as one word each: "twenty-three", "2 1/2"."""
    i = 0
    while i < len(words):
        word = words[i]
        if word is not None and "num0" in word.entry.values:
            taken = _spelled(words, i)
            yield from _numbers([w for w in words[i : i + taken] if w], vocabulary)
            i += taken
            continue
        mixed = _with_fraction(word, words[i + 1], vocabulary) if i + 1 < len(words) else None
        yield mixed or word
        i += 2 if mixed else 1


def _with_fraction(word: Word | None, after: Word | None, vocabulary: Vocabulary) -> Word | None:
    """ "2 1/2", "2½" as one number, None where it is none."""
    if word is None or after is None or "digits" not in word.entry.values:
        return None
    part = _FRACTIONS.get(after.low) or _SLASHED_FRACTIONS.get(after.low)
    if part is None or after.start - word.end > 1:
        return None
    number = vocabulary.number(float(word.entry.values["digits"]) + part, words=True)
    return Word(word.start, after.end, f"{word.low} {after.low}", number)


def _spelled(words: list[Word | None], i: int) -> int:
    """How many words from ``i`` on spell numbers: joined by hyphens, "and", or nothing."""
    last = j = i
    while (j := j + 1) < len(words):
        word, before = words[j], words[last]
        if word is None or before is None:
            break
        hundreds = before.entry.values.get("num0") in (100, 1000)
        if word.low == "-" or (word.low == "and" and hundreds):
            j += 1
        ahead = words[j] if j < len(words) else None
        if ahead is None or "num0" not in ahead.entry.values:
            break
        last = j
    return last - i + 1


def _numbers(words: list[Word], vocabulary: Vocabulary) -> Iterator[Word]:
    """The numbers that ``words`` spell, each one word."""
    parts = [k for k, word in enumerate(words) if "num0" in word.entry.values]
    values = [int(words[k].entry.values["num0"]) for k in parts]
    at = 0
    for taken, value in combined(values):
        first, last = parts[at], parts[at + taken - 1]
        if at and first > parts[at - 1] + 1:  # what stood between two numbers stays
            yield from words[parts[at - 1] + 1 : first]
        low = " ".join(word.low for word in words[first : last + 1])
        entry = vocabulary.number(value, words=True)
        yield Word(words[first].start, words[last].end, low, entry)
        at += taken
