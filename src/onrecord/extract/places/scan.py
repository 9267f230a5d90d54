"""Names in a text that may be places: what the model took for one, and what the gazetteer knows.

The gazetteer's share is how places are found where the model names none, how those are found
that stand inside other names ("Kentucky State Police"), and how the model's misses are mended.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.extract.gazetteer import Gazetteer, layout
from onrecord.extract.places.candidates import Meaning, meaning
from onrecord.extract.places.tokens import Word, reach
from onrecord.extract.places.words import Words
from onrecord.model.analysis import Name

_KNOWN = ("country", "admin1", "capital")
PLACE_KINDS = ("GPE", "LOC", "FAC")


@dataclass(frozen=True, slots=True)
class Match:
    """A name from word ``first`` up to word ``last``, which stands at ``[start, end)``.

    ``trimmed`` is the model's span that it was trimmed from, null where the model has none.
    """

    first: int
    last: int
    start: int
    end: int
    meaning: Meaning
    trimmed: tuple[int, int] | None = None


def known_names(gazetteer: Gazetteer, words: Words, text: str, tokens: list[Word]) -> list[Match]:
    """The longest capitalised names that the gazetteer or a word list knows, left to right."""
    found: list[Match] = []
    at = 0
    while at < len(tokens):
        hit = _longest(gazetteer, words, text, tokens, at) if tokens[at].capital else None
        if hit:
            found.append(hit)
        at = hit.last if hit else at + 1
    return found


def tagged_names(
    gazetteer: Gazetteer,
    words: Words,
    text: str,
    tokens: list[Word],
    names: Sequence[Name],
) -> list[Match]:
    """The model's names of places, with what the gazetteer says of each."""
    found, at = [], 0
    for name in sorted(names, key=lambda n: n.start):
        while at < len(tokens) and tokens[at].end <= name.start:
            at += 1
        last = at
        while last < len(tokens) and tokens[last].start < name.end:
            last += 1
        if name.kind in PLACE_KINDS and (trimmed := _trimmed(words, text, tokens, at, last)):
            match = _tagged(gazetteer, words, text, tokens, *trimmed)
            found.append(replace(match, trimmed=(name.start, name.end)))
    return found


def _trimmed(
    words: Words, text: str, tokens: list[Word], first: int, last: int
) -> tuple[int, int] | None:
    """The words of a tagged name without what limits it: "east London", "the Toronto area"."""
    while first < last and (
        tokens[first].text.lower() == "the"
        or (not tokens[first].capital and tokens[first].text in words.limits)
    ):
        first += 1
    while first < last and not tokens[last - 1].capital and tokens[last - 1].text in words.levels:
        last -= 1
    return (first, last) if first < last else None


def _tagged(
    gazetteer: Gazetteer, words: Words, text: str, tokens: list[Word], first: int, last: int
) -> Match:
    start, end = tokens[first].start, tokens[last - 1].end
    short = text[start : tokens[last - 1].dot]
    if short in words.divisions or short in words.countries:
        end = tokens[last - 1].dot
    if text[start - 4 : start] in ("The ", "the "):
        whole = meaning(gazetteer, words, text[start - 4 : end])
        if _own_article(whole, text[start - 4 : end]):
            return Match(first - 1, last, start - 4, end, whole)
    comma = text[max(0, start - 2) : start] == ", "
    means = meaning(gazetteer, words, text[start:end], after_comma=comma)
    return Match(first, last, start, end, means)


def _longest(
    gazetteer: Gazetteer, words: Words, text: str, tokens: list[Word], first: int
) -> Match | None:
    start = tokens[first].start
    comma = text[max(0, start - 2) : start] == ", "
    for last in reversed(reach(text, tokens, first)):
        if last > first and _generic_of_longer(words, text, tokens, last):
            continue
        for end in sorted({tokens[last].dot, tokens[last].end}, reverse=True):
            name = text[start:end]
            if not _worth(words, name, last - first):
                continue
            means = meaning(gazetteer, words, name, after_comma=comma)
            if name[:4].lower() == "the " and not _own_article(means, name):
                continue
            if not means.part and (means.entries or means.feature or name in words.demonyms):
                return Match(first, last + 1, start, end, means)
    return _lost_apostrophe(gazetteer, words, tokens, first)


def _lost_apostrophe(
    gazetteer: Gazetteer, words: Words, tokens: list[Word], first: int
) -> Match | None:
    """ "Syrias" for "Syria's", as texts have it that lost their apostrophes."""
    token = tokens[first]
    name = token.text[:-1]
    if token.text[-1:] != "s" or len(name) <= 3 or token.text in words.demonyms:
        return None
    means = meaning(gazetteer, words, name)
    if any(e.level in _KNOWN and e.kind == layout.MAIN for e in means.entries):
        return Match(first, first + 1, token.start, token.end - 1, means)
    return None


def _generic_of_longer(words: Words, text: str, tokens: list[Word], last: int) -> bool:
    """Whether word ``last`` is a generic word that belongs to what follows ("Region Police")."""
    if tokens[last].text.lower() not in words.levels or last + 1 >= len(tokens):
        return False
    after = tokens[last + 1]
    if tokens[last].text.lower() in ("county", "parish", "borough"):
        return False
    return after.capital and text[tokens[last].end : after.start] == " "


def _worth(words: Words, name: str, more: int) -> bool:
    """Whether ``name`` is worth a look: a full stop belongs only to a known short form."""
    if name in words.never or (not more and name.lower() in words.limits):
        return False
    if name.endswith("."):
        return name in words.divisions or name in words.countries
    return more > 0 or len(name) > 2 or name in words.countries or name in words.postal


def _own_article(means: Meaning, name: str) -> bool:
    """Whether "The" is part of the name ("The Hague")."""
    return any(e.name.lower() == name.lower() for e in means.entries)
