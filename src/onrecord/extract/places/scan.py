"""Names that the gazetteer knows, wherever they stand in a text.

This is how places are found where the model names none, how those are found that stand inside
other names ("Kentucky State Police"), and how the model's misses are mended.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.extract.gazetteer import Gazetteer, layout
from onrecord.extract.places.candidates import Meaning, meaning
from onrecord.extract.places.tokens import Word, joined_by_article, opens_with_article, reach
from onrecord.extract.places.words import Words

_KNOWN = ("country", "admin1", "capital")


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
        article = opens_with_article(text, tokens, at)
        if not tokens[at].capital and not article:
            at += 1
            continue
        if hit := _longest(gazetteer, words, text, tokens, at):
            found.append(hit)
            at = hit.last
        else:
            # Of "al-Maleh", unknown, "Maleh" is no name of its own; nor is "Maleh" in "Al Maleh".
            at += 2 if article else 1
        while at < len(tokens) and joined_by_article(text, tokens, at - 1):
            at += 2  # what follows is part of a longer name
    return found


def _longest(
    gazetteer: Gazetteer, words: Words, text: str, tokens: list[Word], first: int
) -> Match | None:
    start = tokens[first].start
    comma = text[max(0, start - 2) : start] == ", "
    for last in reversed(reach(text, tokens, first)):
        if joined_by_article(text, tokens, last) or _belongs_to_next(words, text, tokens, last):
            continue
        for end in sorted({tokens[last].dot, tokens[last].end}, reverse=True):
            name = text[start:end]
            if not _worth(words, name, last - first):
                continue
            means = meaning(gazetteer, words, name, after_comma=comma)
            if name[:4].lower() == "the " and not own_article(means, name):
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


def _belongs_to_next(words: Words, text: str, tokens: list[Word], last: int) -> bool:
    """Whether word ``last`` is a generic word that belongs to what follows ("Region Police")."""
    if tokens[last].text.lower() not in words.levels or last + 1 >= len(tokens):
        return False
    after = tokens[last + 1]
    if tokens[last].text.lower() in ("county", "parish", "borough"):
        return False
    return after.capital and text[tokens[last].end : after.start] == " "


def _worth(words: Words, name: str, more: int) -> bool:
    """Whether ``name`` is worth a look: a full stop belongs only to a known short form."""
    if name in words.never or name in words.peoples:
        return False
    if not more and name.lower() in words.limits:
        return False
    if name.endswith("."):
        return name in words.divisions or name in words.countries
    return more > 0 or len(name) > 2 or name in words.countries or name in words.postal


def own_article(means: Meaning, name: str) -> bool:
    """Whether "The" is part of the name ("The Hague")."""
    return any(e.name.lower() == name.lower() for e in means.entries)
