"""Names that a tagger parts: 'Stanley "Duke" Holm', "the Ada and Ben Holm Foundation"."""

from __future__ import annotations

from onrecord.extract.actors.trees.lexicon import Words
from onrecord.extract.actors.trees.tagging import Tagged, Tree

_QUOTES = frozenset({'"', "“", "”", "``", "''", "'", "‘", "’"})
_CLOSING = 5
"""Tokens behind which a nickname's second mark stands, at most."""
_FOUNDERS = 7
"""Words of a body's name before its noun, at most."""


def with_nicknames(names: list[Tagged], tree: Tree) -> None:
    """Make one of a first name, a nickname between marks, and the surname behind them."""
    for one in list(names):
        if one.kind != "PER" or one not in names:
            continue
        last = _behind_nickname(one, names, tree)
        if last is not None:
            for other in [n for n in names if one.last < n.first <= last]:
                names.remove(other)
            one.last = last


def _behind_nickname(one: Tagged, names: list[Tagged], tree: Tree) -> int | None:
    """The last token of the surname behind a nickname; None where there is none."""
    opening = one.last + 1
    if opening + 3 > len(tree.tokens) or tree.tokens[opening].text not in _QUOTES:
        return None
    if tree.tokens[opening].start == tree.tokens[one.last].end:
        return None  # "Holm's": the mark of an owner, or the end of what is quoted
    for closing in range(opening + 2, min(opening + _CLOSING, len(tree.tokens) - 1)):
        if tree.sent[closing + 1] != tree.sent[one.first]:
            return None
        if tree.tokens[closing].text not in _QUOTES:
            continue
        token = tree.tokens[closing + 1]
        tight = tree.tokens[closing].start == tree.tokens[closing - 1].end
        if not tight or token.upos != "PROPN" or not token.text[:1].isupper():
            return None
        if (
            not tree.tokens[opening + 1].text[:1].isupper()
            and tree.tokens[opening + 1].text != "the"
        ):
            return None
        person = next((n for n in names if n.first <= closing + 1 <= n.last), None)
        flat = tree.deprel[closing + 1] == "flat" and tree.head[closing + 1] >= one.first
        if not flat and (person is None or person.kind != "PER"):
            return None
        return person.last if person is not None else closing + 1
    return None


def with_founders(names: list[Tagged], tree: Tree, words: Words) -> None:
    """Make one of "the Ada and Ben Holm | Foundation", whose founders are tagged apart from it."""
    for index, token in enumerate(tree.tokens):
        if not _body(token.text, words) or token.upos not in ("PROPN", "NOUN"):
            continue
        first = index
        while first > 0 and index - first < _FOUNDERS and _part(first - 1, tree, index):
            first -= 1
        inside = [tree.tokens[i].text.lower() for i in range(first, index)]
        article = first > 0 and tree.tokens[first - 1].text.lower() in ("the", "a", "an")
        if not article or "and" not in inside[1:-1] or tree.sent[first - 1] != tree.sent[index]:
            continue
        parts = [n for n in names if first <= n.first and n.last <= index]
        if not any(n.kind == "PER" for n in parts) or len(parts) < 2:
            continue
        for name in parts:
            names.remove(name)
        names.append(Tagged(first, index, "ORG"))
        names.sort(key=lambda n: n.first)


def _body(text: str, words: Words) -> bool:
    """Whether a word with a capital is what a founders' body is called."""
    sort = words.sort_of_name([text.lower()]) if text[:1].isupper() else None
    return sort is not None and sort.kind == "ngo"


def _part(index: int, tree: Tree, head: int) -> bool:
    """Whether a word is of the founders' names: with a capital, or the "and" between them."""
    token = tree.tokens[index]
    if tree.sent[index] != tree.sent[head]:
        return False
    return token.text in ("and", "&", ".") or (token.upos == "PROPN" and token.text[:1].isupper())
