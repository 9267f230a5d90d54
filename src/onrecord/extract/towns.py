"""Towns that a tagger overlooks: "the army retook Menaka", "the Djibo attack".

Some verbs are said of places alone: nobody shells or recaptures a person. What stands as their
object under one name is a place wherever the report names it so; so is what it calls a place once.
An attack is called by its town, where the gazetteer knows one of that name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Set
from dataclasses import replace
from functools import cache

from onrecord import lexicons
from onrecord.extract.gazetteer import Gazetteer
from onrecord.extract.gazetteer.layout import MAIN, size_of
from onrecord.model.analysis import Analysis, Name, Sentence, Token

_TAKEN_FOR = ("PER", "MISC")
_CALLED_BY = ("PER", "MISC", "ORG", "GPE")
_CALLED = 0.7
"""The score of a name that an attack is called by."""
_SIZE, _LARGE = size_of(2000), size_of(15_000)


def with_towns(analysis: Analysis, gazetteer: Gazetteer) -> Analysis:
    """The analysis with such names as towns."""
    return _renamed(_added(analysis, gazetteer), gazetteer)


def _added(analysis: Analysis, gazetteer: Gazetteer) -> Analysis:
    """The analysis with the towns by which attacks are called: untagged, or tagged as others."""
    text = analysis.text
    called = [
        token
        for sentence in analysis.sentences
        for token in _before_attacks(sentence)
        if _town(token.text, gazetteer)
    ]
    if not called:
        return analysis
    tagged = Counter(text[n.start : n.end] for n in analysis.names)
    known = {part for name in tagged if " " in name for part in name.split()}
    at = {(t.start, t.end) for t in called if tagged[t.text] <= 1 and t.text not in known}
    at -= {(n.start, n.end) for n in analysis.names if n.kind not in _CALLED_BY}
    spans = [(n.start, n.end) for n in analysis.names]
    spans += [(t.start, t.end) for t in analysis.times]
    more = [
        Name(start, end, "GPE", _CALLED)
        for start, end in at
        if not any(first < end and start < last for first, last in spans)
    ]
    return _as_towns(analysis, at, more)


def _as_towns(analysis: Analysis, at: Set[tuple[int, int]], more: Iterable[Name] = ()) -> Analysis:
    """The analysis with the names of which ``at`` has the bounds, and with ``more``, as towns."""
    towns = [replace(n, kind="GPE") for n in analysis.names if (n.start, n.end) in at]
    others = [n for n in analysis.names if (n.start, n.end) not in at]
    towns += more
    held = {(n.start, n.end) for n in analysis.toponyms}
    new = [n for n in towns if (n.start, n.end) not in held]
    return replace(
        analysis,
        names=tuple(sorted([*others, *towns], key=lambda n: n.start)),
        toponyms=tuple(sorted([*analysis.toponyms, *new], key=lambda n: n.start)),
    )


def _before_attacks(sentence: Sentence) -> Iterator[Token]:
    """The capitalised words right before a noun for an attack, behind an article or the like."""
    tokens, nouns = sentence.tokens, _listed("called", "nouns")
    for index in range(1, len(tokens) - 1):
        before, token, noun = tokens[index - 1 : index + 2]
        small = index == 1 or before.text.islower()
        named = token.text.istitle() and token.upos == "PROPN" and noun.lemma in nouns
        if small and named and before.upos in ("DET", "ADP", "ADJ", "NUM"):
            yield token


def _town(name: str, gazetteer: Gazetteer, size: int = _SIZE) -> bool:
    """Whether the gazetteer's main name of a town of some size is this."""
    found = gazetteer.lookup(name)
    return any(e.level == "town" and e.kind == MAIN and e.size >= size for e in found)


def _renamed(analysis: Analysis, gazetteer: Gazetteer) -> Analysis:
    """The analysis with those as towns that were taken for somebody."""
    heads = {name.end: name for name in analysis.names if name.kind in (*_TAKEN_FOR, "ORG")}
    text = analysis.text
    known = {text[n.start : n.end] for n in analysis.names if _parted(analysis, n)}
    struck = {
        text[name.start : name.end]
        for sentence in analysis.sentences
        for name in _objects(sentence, heads, gazetteer)
    }
    found = struck | {text[n.start : n.end] for n in analysis.names if n.kind == "GPE"}
    found = {name for name in found if " " not in name}
    # "Kidal" beside "Ana Kidal" may be she.
    found = {name for name in found if not any(name in other.split() for other in known)}
    at = {
        (n.start, n.end)
        for n in analysis.names
        if (name := text[n.start : n.end]) in found
        and (n.kind in _TAKEN_FOR or (n.kind == "ORG" and name in struck))
        and not _titled(text, n)
    }
    return _as_towns(analysis, at) if at else analysis


def _objects(sentence: Sentence, heads: dict[int, Name], gazetteer: Gazetteer) -> Iterator[Name]:
    """The names of one word that are what such a verb is done to.

    What is hit or captured may be a body or a person: there the gazetteer must know the town.
    """
    tokens = sentence.tokens
    for token in tokens:
        name = heads.get(token.end)
        if name is None or name.start != token.start or token.head < 0:
            continue
        verb = tokens[token.head]
        if verb.upos != "VERB" or token.deprel not in ("obj", "nsubj:pass"):
            continue
        if verb.lemma in _listed("taken", "verbs") and name.kind in _TAKEN_FOR:
            yield name
        elif verb.lemma in _listed("taken", "either") and _town(token.text, gazetteer, _LARGE):
            yield name


@cache
def _listed(section: str, name: str) -> frozenset[str]:
    return frozenset(lexicons.load("places/towns")[section][name])


def _titled(text: str, name: Name) -> bool:
    """Whether a title may stand before it: "Mr. Menaka", "Gen. Menaka"."""
    before = text[max(0, name.start - 20) : name.start].split()
    return bool(before) and before[-1][:1].isupper() and before[-1].lower() not in _IN


_IN = frozenset({"in", "at", "from", "the", "of", "on", "to", "near", "and", "but", "as", "with"})


def _parted(analysis: Analysis, name: Name) -> bool:
    """Whether a name is of two words and more, and so tells by itself of whom."""
    return name.kind == "PER" and " " in analysis.text[name.start : name.end]
