"""Towns that a tagger takes for somebody: "the army retook Menaka" tells of a town.

Some verbs are said of places alone: nobody shells or recaptures a person. What stands as their
object under one name is a place wherever the report names it so; so is what it calls a place once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from onrecord import lexicons
from onrecord.model.analysis import Analysis, Name, Sentence

_TAKEN_FOR = ("PER", "MISC")


def with_towns(analysis: Analysis) -> Analysis:
    """The analysis with such names as towns."""
    heads = {name.end: name for name in analysis.names if name.kind in _TAKEN_FOR}
    text = analysis.text
    known = {text[n.start : n.end] for n in analysis.names if _parted(analysis, n)}
    found = {
        text[name.start : name.end]
        for sentence in analysis.sentences
        for name in _objects(sentence, heads)
    } | {text[n.start : n.end] for n in analysis.names if n.kind == "GPE"}
    found = {name for name in found if " " not in name}
    # "Kidal" beside "Ana Kidal" may be she.
    found = {name for name in found if not any(name in other.split() for other in known)}
    if not found:
        return analysis
    towns = [
        n.kind in _TAKEN_FOR and text[n.start : n.end] in found and not _titled(text, n)
        for n in analysis.names
    ]
    if not any(towns):
        return analysis
    names = [
        replace(n, kind="GPE") if town else n for n, town in zip(analysis.names, towns, strict=True)
    ]
    held = {(n.start, n.end) for n in analysis.toponyms}
    more = [
        Name(n.start, n.end, "GPE", n.score)
        for n, town in zip(names, towns, strict=True)
        if town and (n.start, n.end) not in held
    ]
    toponyms = sorted([*analysis.toponyms, *more], key=lambda n: n.start)
    return replace(analysis, names=tuple(names), toponyms=tuple(toponyms))


def _objects(sentence: Sentence, heads: dict[int, Name]) -> Iterator[Name]:
    """The names of one word that are what such a verb is done to."""
    tokens = sentence.tokens
    verbs = _verbs()
    for token in tokens:
        name = heads.get(token.end)
        if name is None or name.start != token.start or token.head < 0:
            continue
        verb = tokens[token.head]
        if verb.lemma in verbs and verb.upos == "VERB" and token.deprel in ("obj", "nsubj:pass"):
            yield name


@cache
def _verbs() -> frozenset[str]:
    return frozenset(lexicons.load("places/towns")["taken"]["verbs"])


def _titled(text: str, name: Name) -> bool:
    """Whether a title may stand before it: "Mr. Menaka", "Gen. Menaka"."""
    before = text[max(0, name.start - 20) : name.start].split()
    return bool(before) and before[-1][:1].isupper() and before[-1].lower() not in _IN


_IN = frozenset({"in", "at", "from", "the", "of", "on", "to", "near", "and", "but", "as", "with"})


def _parted(analysis: Analysis, name: Name) -> bool:
    """Whether a name is of two words and more, and so tells by itself of whom."""
    return name.kind == "PER" and " " in analysis.text[name.start : name.end]
