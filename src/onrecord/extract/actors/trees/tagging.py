"""Names as tagged, the tree that they stand in, and how far a name goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.extract.actors.trees.lexicon import Words
from onrecord.model.analysis import NameKind, Token

DASHES = ("-", "–", "‑")
WRITINGS = frozenset(
    {"book", "chapter", "resolution", "bible", "quran", "koran", "constitution", "convention",
     "conventions", "treaty", "charter", "protocol", "protocols", "communique", "communiqué"}
)  # fmt: skip
"""Words at either end of the name of something written."""
NUMBERED = frozenset(
    {"Channel", "Radio", "Studio", "Unit", "Brigade", "Battalion", "Division", "Regiment",
     "Squadron", "Sector", "Group", "Station", "News"}
)  # fmt: skip
"""Words behind which a number is part of a body's name."""
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june"
    " july august september october november december mon tue wed thu fri sat sun jan feb mar apr"
    " jun jul aug sept sep oct nov dec".split()
)


@dataclass(slots=True)
class Tagged:
    """A name: its first and last token, and its kind."""

    first: int
    last: int
    kind: NameKind


@dataclass(frozen=True, slots=True)
class Tree:
    """What is needed of the tokens: the words, their heads and relations, and their sentences."""

    text: str
    tokens: Sequence[Token]
    head: Sequence[int]
    deprel: Sequence[str]
    sent: Sequence[int]


def lost(tree: Tree) -> bool:
    """Whether the text has lost its apostrophes."""
    return "'" not in tree.text and "’" not in tree.text


def widen(name: Tagged, tree: Tree, taken: set[int], words: Words) -> None:
    """Take in the capitalised words that the tree makes part of the name."""
    while _joins(name.first - 1, name, tree, taken, before=True):
        name.first -= 1
        taken.add(name.first)
    while True:
        joined = _hyphened(name, tree, taken)
        if not joined and not _joins(name.last + 1, name, tree, taken, before=False):
            break
        if _wrote(name, tree, words):
            break
        name.last += 2 if joined else 1
        taken.update((name.last - 1, name.last))
    if name.kind == "ORG" and name.first == name.last:
        _of(name, tree, taken)
    if name.kind == "ORG":
        _numbered(name, tree, taken)


def _numbered(name: Tagged, tree: Tree, taken: set[int]) -> None:
    """ "Channel | 9", "Radio | One": with the number that tells it from the others."""
    after = name.last + 1
    if after >= len(tree.tokens) or after in taken or tree.sent[after] != tree.sent[name.last]:
        return
    if tree.tokens[name.last].text in NUMBERED and tree.tokens[after].upos == "NUM":
        name.last = after
        taken.add(after)


def _hyphened(name: Tagged, tree: Tree, taken: set[int]) -> bool:
    """Whether a name goes on behind its hyphen: "Agence | Sahel | -Info", no "UN-backed"."""
    after = name.last + 2
    if name.kind not in ("PER", "ORG") or after >= len(tree.tokens) or after in taken:
        return False
    last, dash, next_ = tree.tokens[name.last : after + 1]
    tight = (
        dash.text in DASHES
        and last.text[-1:] != "."
        and last.end == dash.start
        and dash.end == next_.start
    )
    proper = next_.upos == "PROPN" or name.kind == "PER"
    if tight and not next_.text[:1].isupper():  # "Harbour-e- | Tide", "Kim Jong- | min"
        return tree.deprel[after] == "flat" and next_.upos in ("PROPN", "X")
    return tight and proper and next_.text[:1].isupper()


def _wrote(name: Tagged, tree: Tree, words: Words) -> bool:
    """Whether what follows is a paper of a body that the lexicon knows: "Security Council
    Resolution"."""
    written = tree.tokens[name.last + 1].text.lower() in WRITINGS
    return written and words.listed(
        tree.text[tree.tokens[name.first].start : tree.tokens[name.last].end], lost=lost(tree)
    )


def _joins(index: int, name: Tagged, tree: Tree, taken: set[int], *, before: bool) -> bool:
    if not 0 <= index < len(tree.tokens) or index in taken:
        return False
    token = tree.tokens[index]
    if token.upos != "PROPN" or not token.text[:1].isupper() or token.text.lower() in CALENDAR:
        return False
    if tree.sent[index] != tree.sent[name.first]:
        return False
    inside = range(name.first, name.last + 1)
    if name.kind == "PER":
        return tree.deprel[index] == "flat" and tree.head[index] in inside and not before
    if before:
        return tree.deprel[index] in ("compound", "amod", "flat") and tree.head[index] in inside
    governs = (
        tree.deprel[name.last] in ("compound", "amod", "flat") and tree.head[name.last] == index
    )
    return governs or (tree.deprel[index] == "flat" and tree.head[index] in inside)


def _of(name: Tagged, tree: Tree, taken: set[int]) -> None:
    """ "Ministry" with "of Trade" behind it."""
    index = name.last + 1
    if index >= len(tree.tokens) or tree.tokens[index].text not in ("of", "for"):
        return
    end = index + 1
    while end < len(tree.tokens) and end not in taken and tree.sent[end] == tree.sent[index]:
        token = tree.tokens[end]
        joined = token.upos in ("CCONJ", "DET") and token.text.islower() and end > index + 1
        if token.upos != "PROPN" and not (joined and token.text == "and"):
            break
        end += 1
    while end > index + 1 and tree.tokens[end - 1].upos != "PROPN":
        end -= 1
    if end > index + 1:
        taken.update(range(index, end))
        name.last = end - 1
