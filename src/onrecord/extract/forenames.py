"""First names that a tagger takes for places: "The mayor of Stord, | Håkon | Lervik, said"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.extract.actors.trees.lexicon import words
from onrecord.model.analysis import Analysis, Name, Token

_NO_PERSON = frozenset({"GPE", "LOC", "ORG", "MISC", "NORP"})


def with_forenames(analysis: Analysis) -> Analysis:
    """The analysis with such names whole, where the tree takes both words for one name."""
    tokens = {t.start: (t, s.tokens) for s in analysis.sentences for t in s.tokens}
    ends = {n.end: n for n in analysis.names if n.kind in _NO_PERSON}
    wider = {n.start: replace(n, kind="PER") for n in analysis.names if _holder(n, tokens)}
    gone: set[int] = set()
    for name in analysis.names:
        before = ends.get(name.start - 1)
        if name.kind != "PER" or before is None or not _one(before, name, tokens):
            continue
        wider[name.start] = replace(name, start=before.start)
        gone.add(before.start)
    if not wider:
        return analysis
    return replace(
        analysis,
        names=tuple(wider.get(n.start, n) for n in analysis.names if n.start not in gone),
        toponyms=tuple(n for n in analysis.toponyms if n.start not in gone | set(wider)),
    )


def _holder(name: Name, tokens: dict[int, tuple[Token, tuple[Token, ...]]]) -> bool:
    """ "The mayor of Stord, | Håkon Lervik|, said": who holds the post, and no second town."""
    first = tokens.get(name.start)
    if name.kind not in ("GPE", "LOC") or first is None or first[0].deprel != "appos":
        return False
    sentence = first[1]
    place, post = sentence.index(first[0]), sentence[first[0].head]
    inside = [t for t in sentence if name.start <= t.start and t.end <= name.end]
    whole = len(inside) > 1 and all(t.deprel == "flat" and t.head == place for t in inside[1:])
    set_off = place > 0 and sentence[place - 1].text == ","
    return whole and set_off and words().title_only([post.lemma])


def _one(before: Name, name: Name, tokens: dict[int, tuple[Token, tuple[Token, ...]]]) -> bool:
    """Whether two names side by side are a first name and a surname: flat in the tree, set off."""
    first, second = tokens.get(before.start), tokens.get(name.start)
    if first is None or second is None or first[0].end != before.end or first[1] is not second[1]:
        return False
    sentence = first[1]
    place = sentence.index(first[0])
    if second[0].deprel != "flat" or second[0].head != place or place == 0:
        return False
    return sentence[place - 1].text in (",", "(") or first[0].deprel == "appos"
