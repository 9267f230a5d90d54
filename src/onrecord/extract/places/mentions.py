"""Which names of a text are places."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.extract.gazetteer import Gazetteer
from onrecord.extract.places.candidates import Meaning
from onrecord.extract.places.scan import Match, known_names
from onrecord.extract.places.signs import Scene, Signs, signs_of
from onrecord.extract.places.tagged import split_names, tagged_names
from onrecord.extract.places.tokens import Word, tokenize
from onrecord.extract.places.words import Words
from onrecord.model.analysis import Name

Weights = Mapping[str, float]


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
    names = split_names(sorted(names, key=lambda n: n.start), found, tokens)
    toponyms = split_names(sorted(toponyms, key=lambda n: n.start), found, tokens)
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
    matches = [by_span[span] for span in sorted(by_span)]
    return list(zip(matches, signs_of(words, scene, matches), strict=True))


def mentions(
    found: Sequence[tuple[Match, Signs]], weights: Weights, text: str, *, least: float
) -> list[Mention]:
    """The places among ``found``, in order: those of chance ``least`` or more, none overlapping.

    A name of several words that is a place in one sentence of ``text`` is that place in all.
    """
    scored = [Mention(m.start, m.end, m.meaning, chance(signs, weights)) for m, signs in found]
    kept: list[Mention] = []
    for mention in sorted(scored, key=lambda m: (-m.chance, m.start, -m.end)):
        if mention.chance < least:
            break
        if not any(k.start < mention.end and mention.start < k.end for k in kept):
            kept.append(mention)
    told = {name for k in kept if " " in (name := text[k.start : k.end])}
    for mention in scored:
        again = text[mention.start : mention.end] in told
        if again and not any(k.start < mention.end and mention.start < k.end for k in kept):
            kept.append(mention)
    return sorted(kept, key=lambda m: m.start)


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
