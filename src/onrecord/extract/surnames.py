"""Surnames that a tagger takes for verbs: "police held Yusuf Said" tells of a man, and no saying.

In a sentence that is not written as a title, a capitalised word right behind a person's name is
part of the name, whatever the tree makes of it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.model.analysis import Analysis, Attribution, Name, Sentence, Token

_LONG = 4
"""Letters of a word that shows whether a sentence is written as a title."""
_CLAUSES = ("ccomp", "xcomp", "parataxis", "advcl", "conj")
_HELD = ("parataxis", "ccomp", "advcl", "dep", "csubj")


def with_surnames(analysis: Analysis) -> Analysis:
    """The analysis with such words as names: in the tree, the names and what is said by whom."""
    ends = {name.end: name for name in analysis.names if name.kind == "PER"}
    sentences: list[Sentence] = []
    wider: dict[int, int] = {}
    for sentence in analysis.sentences:
        tokens = sentence.tokens
        for index in range(1, len(tokens)):
            name = ends.get(tokens[index - 1].end)
            if name is None or not _surname(tokens, index):
                continue
            mended = _mended(tokens, name, index)
            if mended is not None:
                tokens = type(sentence.tokens)(mended)
                wider[name.end] = tokens[index].end
        sentences.append(
            sentence if tokens is sentence.tokens else replace(sentence, tokens=tokens)
        )
    if not wider:
        return analysis
    added = [(start, end) for start, end in wider.items()]
    names = [replace(n, end=wider.get(n.end, n.end)) for n in analysis.names]
    told = [_told(one, wider, analysis.text) for one in analysis.attributions]
    return replace(
        analysis,
        sentences=type(analysis.sentences)(sentences),
        names=type(analysis.names)(names),
        triggers=type(analysis.triggers)(
            t for t in analysis.triggers if not any(s <= t.start < e for s, e in added)
        ),
        attributions=type(analysis.attributions)(one for one in told if one is not None),
    )


def _told(one: Attribution, wider: dict[int, int], text: str) -> Attribution | None:
    """An attribution whose source is the whole name; where its cue was the surname, the verb of
    saying behind it is the cue, or there is none."""
    cue, source = one.cue, one.source
    if source is not None and source[1] in wider:
        one = replace(one, source=(source[0], wider[source[1]]))
    end = next((e for s, e in wider.items() if cue is not None and s <= cue[0] < e), None)
    if end is None:
        return one
    verb = _SAYS.match(text, end)
    if verb is None or not one.content:
        return None
    first = max(one.content[0][0], verb.end() + 1)
    if first >= one.content[0][1]:
        return None
    return replace(one, cue=verb.span(1), content=((first, one.content[0][1]), *one.content[1:]))


_SAYS = re.compile(r"\s(said|says|told|added|denied|claimed|warned)\b")


def _surname(tokens: Sequence[Token], index: int) -> bool:
    """Whether a "verb" behind a person's name is part of it."""
    token = tokens[index]
    beside = tokens[index - 1].end + 1 == token.start
    if token.upos != "VERB" or not token.text.istitle() or not beside or not token.text.isalpha():
        return False
    plain = [t for n, t in enumerate(tokens) if n != index and t.upos != "PROPN"]
    long = [t.text for t in plain if len(t.text) >= _LONG and t.text.isalpha()]
    return sum(word[0].isupper() for word in long) * 2 < len(long)


def _mended(tokens: Sequence[Token], name: Name, index: int) -> list[Token] | None:
    """The tokens with the surname hung on its name, and what hung on it where the name hangs."""
    first = next(n for n, t in enumerate(tokens) if t.start >= name.start)
    inside = range(first, index)
    top = next((n for n in inside if tokens[n].head not in inside), index - 1)
    head = [t.head for t in tokens]
    relation = [t.deprel for t in tokens]
    heir = _heir(head, relation, top, index)
    for kid in range(len(tokens)):
        if head[kid] == index and kid not in (heir, top):
            head[kid] = heir if heir >= 0 else top
    if heir >= 0 and head[heir] == index:
        head[heir], relation[heir] = head[index], relation[index]
    if head[top] == index:
        if heir < 0:
            head[top], relation[top] = head[index], relation[index]
        else:
            passive = any(head[n] == heir and relation[n] == "aux:pass" for n in range(len(tokens)))
            before = "nsubj:pass" if passive else "nsubj"
            head[top], relation[top] = heir, before if heir > index else "obj"
    head[index], relation[index] = top, "flat"
    if not sound(head):
        return None
    mended = [replace(t, head=h, deprel=r) for t, h, r in zip(tokens, head, relation, strict=True)]
    mended[index] = replace(mended[index], upos="PROPN", lemma=tokens[index].text)
    return mended


def _heir(head: Sequence[int], relation: Sequence[str], top: int, index: int) -> int:
    """The word to which goes what hung on the surname; -1 where the name itself takes its place."""
    path = [top]
    while head[path[-1]] >= 0 and head[path[-1]] != index and len(path) <= len(head):
        path.append(head[path[-1]])
    if head[path[-1]] != index:
        return head[top]  # "led by Karim | Said": its verb, if any
    if path[-1] != top:
        return path[-1]  # "held Yusuf | Said"
    clauses = [k for k in range(len(head)) if head[k] == index and relation[k] in _CLAUSES]
    if clauses:
        return clauses[0]
    return head[index] if relation[index] in _HELD else -1


def sound(head: Sequence[int]) -> bool:
    """Whether the heads make a tree: one root, and no circle."""
    if sum(above < 0 for above in head) != 1:
        return False
    for start in range(len(head)):
        place, steps = start, 0
        while place >= 0:
            place, steps = head[place], steps + 1
            if steps > len(head):
                return False
    return True
