"""Which names of a text are places."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.extract.gazetteer import Gazetteer
from onrecord.extract.places.candidates import Meaning
from onrecord.extract.places.scan import Match, known_names
from onrecord.extract.places.signs import Scene, Signs, signs_of
from onrecord.extract.places.tagged import joined_names, split_names, tagged_names
from onrecord.extract.places.tokens import Word, tokenize
from onrecord.extract.places.words import Words
from onrecord.model.analysis import Name

_DOTTED = re.compile(r"(?:[A-Z]\.)+[A-Z]\.?")

Weights = Mapping[str, float]
SURE, DOUBTFUL = 0.8, 0.05
"""Chances of a name of one word: what makes it a place, and what lets it be one again. Of nine such
names in 140 articles of the training parts of LGL and TR-News eight are places, and the ninth, a
road's, is told by its word."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of a place at ``[start, end)``. ``chance`` is that it is one, in [0, 1]."""

    start: int
    end: int
    meaning: Meaning
    chance: float


def candidates(
    gazetteer: Gazetteer,
    words: Words,
    text: str,
    names: Sequence[Name],
    toponyms: Sequence[Name],
) -> list[tuple[Match, Signs]]:
    """Every name of ``text`` that may be a place, with its signs. They may overlap."""
    tokens = tokenize(text)
    found = known_names(gazetteer, words, text, tokens)
    names, toponyms = (joined_names(words, some, found, text) for some in (names, toponyms))
    names = split_names(words, sorted(names, key=lambda n: n.start), found, tokens)
    toponyms = split_names(words, sorted(toponyms, key=lambda n: n.start), found, tokens)
    scene = Scene(
        text,
        tokens,
        names,
        toponyms,
        low=frozenset(t.text for t in tokens if not t.capital),
        surnames=_surnames(tokens, found, text),
    )
    by_span = {(m.start, m.end): m for m in found}
    for match in tagged_names(gazetteer, words, text, tokens, (*names, *toponyms)):
        by_span[match.start, match.end] = match
    matches = [by_span[span] for span in sorted(by_span) if not _letters(words, text[slice(*span)])]
    return list(zip(matches, signs_of(words, scene, matches), strict=True))


def _letters(words: Words, name: str) -> bool:
    """Whether ``name`` is letters that stand for other words than a place's: "U.N.", "E.U"."""
    places = words.countries.keys() | words.divisions.keys()
    return bool(_DOTTED.fullmatch(name)) and places.isdisjoint({name, f"{name}."})


def mentions(
    found: Sequence[tuple[Match, Signs]],
    weights: Weights,
    text: str,
    *,
    least: float,
    words: Words,
) -> list[Mention]:
    """The places among ``found``, in order: those of chance ``least`` or more, none overlapping.

    A name of several words that is a place in one sentence of ``text`` is that place in all, one of
    a single word where it is surely one there and not surely none here; a town of a country that
    the text names is one where its words say that it is reached or hit.
    """
    scored = [Mention(m.start, m.end, m.meaning, chance(signs, weights)) for m, signs in found]
    kept: list[Mention] = []
    for mention in sorted(scored, key=lambda m: (-m.chance, m.start, -m.end)):
        if mention.chance < least:
            break
        if not any(k.start < mention.end and mention.start < k.end for k in kept):
            kept.append(mention)
    signs = {(m.start, m.end): given for m, given in found}
    told = {name for k in kept if " " in (name := text[k.start : k.end]) or k.chance >= SURE}
    for mention in scored:
        again = text[mention.start : mention.end] in told
        if " " not in text[mention.start : mention.end]:
            again = again and mention.chance >= DOUBTFUL
            again = again and not signs[mention.start, mention.end].get("before_road")
        if again and not any(k.start < mention.end and mention.start < k.end for k in kept):
            kept.append(mention)
    lands = _lands(kept, signs, text, words) - _KNOWN
    for mention in sorted(scored, key=lambda m: (m.start, -m.end)):
        clear = not any(k.start < mention.end and mention.start < k.end for k in kept)
        if clear and signs[mention.start, mention.end].get("is_place"):
            opening, _, rest = text[mention.start : mention.end].partition(" ")
            if rest[:1].isupper() and opening in _SITES:
                kept.append(mention)
                continue
        if clear and _reached(mention, signs[mention.start, mention.end], text, lands, kept, words):
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)


_SITES = frozenset({"Camp", "Fort", "Mount", "Lake", "Lakes", "Port", "Cape", "Isle"})
"""First words of names that only places have, where the tagger says that it is one."""
_KNOWN = frozenset({"USA", "GBR", "CAN", "AUS", "IRL", "NZL"})
"""Countries whose towns the tagger has met, and whose towns are called as their people are."""


def _lands(
    kept: Sequence[Mention], signs: Mapping[tuple[int, int], Signs], text: str, words: Words
) -> frozenset[str]:
    """The countries that a text names by their names, adjectives or capitals (alpha-3 codes)."""
    found: set[str | None] = set()
    for mention in kept:
        found.add(words.demonyms.get(text[mention.start : mention.end]))
        first = mention.meaning.entries[0] if mention.meaning.entries else None
        capital = bool(signs[mention.start, mention.end].get("capital"))
        if first is not None and (first.level == "country" or capital):
            found.add(first.country)
    return frozenset(land for land in found if land is not None)


def _reached(
    mention: Mention,
    signs: Signs,
    text: str,
    lands: frozenset[str],
    kept: Sequence[Mention],
    words: Words,
) -> bool:
    """Whether a name is a town of one of the countries, in a place where only towns stand."""
    entries = mention.meaning.entries
    if not entries or entries[0].country not in lands:
        return False
    site = entries[0].level == "site" or signs.get("before_site")
    if site and signs.get("is_place") and signs.get("toponym"):
        return True  # "the Shayrat air base", "Hmeimim airfield"
    if entries[0].level not in _TOWNS:
        return False
    if signs.get("surname") or signs.get("before_capital") or signs.get("after_person"):
        return False
    before = text[max(0, mention.start - 24) : mention.start]
    last = before.split()[-1:] if before[-1:].isspace() else []
    if last and last[0].lower() in words.reached:
        return True
    # "Goma and Bukavu": beside one that is a place
    joined = before.rstrip().removesuffix("and").rstrip(" ,")
    end = mention.start - len(before) + len(joined)
    return len(joined) < len(before.rstrip()) and any(k.end == end for k in kept)


_TOWNS = frozenset({"town", "admin2", "admin3"})


def chance(signs: Signs, weights: Weights) -> float:
    """The logistic of the signs' weighted sum."""
    return 1 / (1 + math.exp(-sum(weights[sign] * value for sign, value in signs.items())))


def _surnames(tokens: list[Word], known: Sequence[Match], text: str) -> frozenset[str]:
    """Last words of runs of two or three capitalised words that name no place: people, mostly."""
    taken = {i for match in known for i in range(match.first, match.last)}
    found, run = set(), 0
    for i, token in enumerate(tokens):
        joined = i > 0 and text[tokens[i - 1].end : token.start] in (" ", ". ")
        run = (run + 1 if joined else 1) if token.capital else 0
        if 2 <= run <= 3 and i - 1 not in taken and len(token.text) > 2:
            found.add(token.text)
    return frozenset(found)
