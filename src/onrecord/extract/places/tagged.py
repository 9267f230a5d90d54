"""The model's names of places, made ready: trimmed, mended and told apart."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.extract.gazetteer import Gazetteer
from onrecord.extract.gazetteer.keys import key
from onrecord.extract.places.candidates import meaning
from onrecord.extract.places.scan import Match, own_article
from onrecord.extract.places.tokens import Word, joined_by_article
from onrecord.extract.places.words import Words
from onrecord.model.analysis import Name

PLACE_KINDS = ("GPE", "LOC", "FAC")


def tagged_names(
    gazetteer: Gazetteer, words: Words, text: str, tokens: list[Word], names: Iterable[Name]
) -> list[Match]:
    """The names of places among ``names``, with what the gazetteer says of each."""
    found, at = [], 0
    for name in sorted(names, key=lambda n: n.start):
        while at < len(tokens) and tokens[at].end <= name.start:
            at += 1
        last = at
        while last < len(tokens) and tokens[last].start < name.end:
            last += 1
        if name.kind in PLACE_KINDS and (cut := _trimmed(words, text, tokens, at, last)):
            match = _tagged(gazetteer, words, text, tokens, *cut)
            found.append(replace(match, trimmed=(name.start, name.end)))
    return found


def joined_names(
    words: Words, names: Sequence[Name], known: Sequence[Match], text: str
) -> list[Name]:
    """``names``, with those made one that are parts of a water's, a range's or a double land's:
    "Sea of | Japan"."""
    wholes = [m for m in known if key(text[m.start : m.end]) in words.features or _of_two(m, text)]
    found = list(names)
    for whole in wholes:
        inner = [n for n in found if whole.start <= n.start and n.end <= whole.end]
        if inner and (inner[0].start, inner[0].end) != (whole.start, whole.end):
            found = [n for n in found if n not in inner]
            found.append(replace(inner[-1], start=whole.start, end=whole.end))
    return found


def _of_two(match: Match, text: str) -> bool:
    """Whether a name is one of two lands that are one: "Jammu and | Kashmir"."""
    wide = any(e.level in ("country", "admin1") for e in match.meaning.entries)
    return wide and " and " in text[match.start : match.end]


def split_names(
    words: Words, names: Sequence[Name], known: Sequence[Match], tokens: list[Word]
) -> list[Name]:
    """``names``, with those told apart that are several known ones in a row ("Daraa Hama Idlib").

    So texts have it that lost their commas. A name that is known as a whole stays whole, and so
    does one with a word in it that says what sort of place it is: "Port Sorel", "Linden Street".
    """
    found: list[Name] = []
    for name in names:
        at = bisect.bisect_left(known, name.start, key=lambda m: m.start)
        inner = []
        while at < len(known) and known[at].end <= name.end:
            inner.append(known[at])
            at += 1
        parts = name.kind in PLACE_KINDS and len(inner) > 1 and _covered(name, inner, tokens)
        if parts and not any(_sort(words, tokens, m) for m in inner):
            found += [Name(m.start, m.end, name.kind, name.score) for m in inner]
        else:
            found.append(name)
    return found


def _sort(words: Words, tokens: list[Word], match: Match) -> bool:
    """Whether a "name" is one word for a sort of place: "Port", "Street"."""
    word = tokens[match.first].text.lower()
    kinds = (words.sites, words.roads, words.after, words.before, words.levels)
    return match.last - match.first == 1 and any(word in kind for kind in kinds)


def _covered(name: Name, inner: Sequence[Match], tokens: list[Word]) -> bool:
    """Whether every word of ``name`` is in one of ``inner``, which stand in it in order."""
    joined = all(a.last == b.first for a, b in pairwise(inner))
    first, last = inner[0].first, inner[-1].last
    before = first > 0 and tokens[first - 1].end > name.start
    after = last < len(tokens) and tokens[last].start < name.end
    return joined and not before and not after


def _trimmed(
    words: Words, text: str, tokens: list[Word], first: int, last: int
) -> tuple[int, int] | None:
    """The words of a tagged name without what limits it, and with what follows an article in it:
    "east London", "the Toronto area"; "Jisr" of "Jisr al-Shughour"."""
    while first < last and (
        tokens[first].text.lower() == "the"
        or (not tokens[first].capital and tokens[first].text in words.limits)
    ):
        first += 1
    while first < last and not tokens[last - 1].capital and tokens[last - 1].text in words.levels:
        last -= 1
    if first >= last:
        return None
    while joined_by_article(text, tokens, last - 1):
        last += 2
    while first > 1 and joined_by_article(text, tokens, first - 2):
        first -= 2
    only = tokens[first].text
    unfit = only.lower() in words.limits or only in words.peoples or only in words.never
    return None if last - first == 1 and unfit else (first, last)


def _tagged(
    gazetteer: Gazetteer, words: Words, text: str, tokens: list[Word], first: int, last: int
) -> Match:
    start, end = tokens[first].start, tokens[last - 1].end
    short = text[start : tokens[last - 1].dot]
    if short in words.divisions or short in words.countries:
        end = tokens[last - 1].dot
    if first and text[start - 4 : start] in ("The ", "the "):
        whole = meaning(gazetteer, words, text[start - 4 : end])
        if own_article(whole, text[start - 4 : end]):
            return Match(first - 1, last, start - 4, end, whole)
    comma = text[max(0, start - 2) : start] == ", "
    means = meaning(gazetteer, words, text[start:end], after_comma=comma)
    return Match(first, last, start, end, means)
