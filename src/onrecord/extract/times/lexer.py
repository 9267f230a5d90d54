"""A text as words of time: the stretches around words of time, one character a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.extract.times.numerals import combined
from onrecord.extract.times.vocabulary import Entry, Vocabulary

_BREAK = re.compile(r"\n[^\S\n]*\n|\r\n[^\S\n]*\r\n|\u2029")
_TOKEN = re.compile(
    r"""(?P<ampm>[ap]\.\s?m\.|(?<=[\d ])(?:[ap]m|[AP]M)\b|(?<=[\d ])[AP]\.M\.)
      |(?P<era>B\.C\.E\.|B\.C\.|BCE\b|BC\b|A\.D\.|AD\b)
      |(?P<dotted>(?:Jan|Febr?|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEPT?
          |OCT|NOV|DEC|Mon|Tues?|Weds?|Thurs?|Thu|Fri|Sat|Sun|hrs?|mins?|yrs?|secs?|ca)\.)
      |(?P<oclock>[oO]['’]clock\b)
      |(?P<word>[^\W\d_]+)
      |(?P<iso>\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:\s?(?:Z\b|UTC\b|[+-]\d\d:?\d\d))?)?
          (?![\d-]))
      |(?P<slashed>\d{1,4}(?P<mark>[/.-])\d{1,2}(?P=mark)(?:\d{4}|\d\d)(?![\d/])|\d{1,2}/\d{1,2}(?![\d/]))
      |(?P<clock>\d{1,2}:\d\d(?::\d\d)?(?!\d))
      |(?P<decade>(?:\d{3}0|['’‘]?\d0)['’]?s\b)
      |(?P<ordn>\d{1,3}(?:st|nd|rd|th|ST|ND|RD|TH)\b)
      |(?P<number>\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)
      |(?P<shortyear>['’‘]\d\d\b)
      |(?P<possessive>['’][sS]?(?![^\W_]))
      |(?P<other>\S)""",
    re.VERBOSE,
)
_DASHES = frozenset("-–—‑")
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}


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
    string = "".join([word.entry.sign for word in words])
    kept: list[Word | None] = []
    pieces = []
    for match in cores.finditer(string):
        pieces.append(match.group())
        kept.extend(words[match.start() : match.end()])
        kept.append(None)
    return Words(text, "x".join(pieces), tuple(kept[:-1]))


def _tokens(text: str, vocabulary: Vocabulary) -> list[Word]:
    words = []
    last = 0
    breaks = [match.start() for match in _BREAK.finditer(text)]
    breaks.reverse()
    stop = vocabulary.special("break", 0)
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        while breaks and breaks[-1] < start:
            at = breaks.pop()
            words.append(Word(at, at, "\n", stop))
        kind = match.lastgroup
        if kind == "word":
            low = match.group().lower()
            words.append(Word(start, end, low, vocabulary.word(low)))
        else:
            words.append(_special(text, start, end, str(kind), vocabulary))
        last = end
    assert last <= len(text)
    return words


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
        entry = vocabulary.word("'s")
        low = "'s"
    elif kind == "oclock":
        entry = vocabulary.word(kind)
    elif kind == "other":
        if quoted in _DASHES:
            glued = start > 0 and end < len(text) and not (text[start - 1] + text[end]).isspace()
            glued = glued and not text[start - 1].isspace() and not text[end].isspace()
            low = "-" if glued else "--"
        entry = vocabulary.word(low)
        if quoted in _FRACTIONS:
            entry = vocabulary.number(_FRACTIONS[quoted], words=False)
    else:
        entry = vocabulary.special(kind, low)
    return Word(start, end, low, entry)


_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip


def _merged(words: list[Word], vocabulary: Vocabulary) -> Iterator[Word]:
    """Numbers of several words as one word each: "twenty-three", "2 1/2"."""
    i = 0
    while i < len(words):
        word = words[i]
        if "num0" in word.entry.values:
            taken = _spelled(words, i)
            yield from _numbers(words[i : i + taken], vocabulary)
            i += taken
            continue
        if "digits" in word.entry.values and i + 1 < len(words):
            fraction = words[i + 1]
            part = _FRACTIONS.get(fraction.low) or _slash_fraction(fraction.low)
            if part and fraction.start - word.end <= 1:
                value = float(word.entry.values["digits"]) + part
                low = f"{word.low} {fraction.low}"
                yield Word(word.start, fraction.end, low, vocabulary.number(value, words=True))
                i += 2
                continue
        yield word
        i += 1


def _slash_fraction(low: str) -> float | None:
    return {"1/2": 0.5, "1/4": 0.25, "3/4": 0.75, "1/3": 1 / 3, "2/3": 2 / 3}.get(low)


def _spelled(words: list[Word], i: int) -> int:
    """How many words from ``i`` on spell numbers: joined by hyphens, "and", or nothing."""
    last = i
    j = i + 1
    while j < len(words):
        joined = words[j].low == "-" or (
            words[j].low == "and" and words[last].entry.values.get("num0") in (100, 1000)
        )
        ahead = j + 1 if joined else j
        if ahead >= len(words) or "num0" not in words[ahead].entry.values:
            break
        last, j = ahead, ahead + 1
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
