"""Where a noun phrase begins, by its words, and whether it is one of its own."""

from __future__ import annotations

from onrecord.extract.actors.trees.lexicon import words
from onrecord.extract.actors.trees.syntax import Syntax


def unstrung(syntax: Syntax, first: int, head: int) -> int:
    """Where a phrase begins of which the names before belong to nobody in it.

    "… gas Observatory Grenn | warplanes": keywords, captions and bylines that run on into the
    text. Two names side by side of which the first is no place are no name of one.
    """
    index = head - 1
    while index > first:
        name = syntax.name_of[index]
        if name < 0:
            index -= 1
            continue
        begin = syntax.name_tokens[name][0]
        before = syntax.name_of[begin - 1] if begin > first else -1
        if before >= 0 and syntax.name_kinds[before] in ("PER", "ORG"):
            return begin
        index = begin - 1
    return first


def one_more(syntax: Syntax, first: int) -> int:
    """Where "one Norwegian and | one Polish soldier" begins, whatever the tree joins by "and"."""
    words = [t.text.lower() for t in syntax.tokens[max(0, first - 3) : first + 1]]
    both = len(words) == 4 and {words[0], words[3]} <= {"one", "a", "an"} and words[2] == "and"
    return first - 3 if both and syntax.tokens[first - 2].upos == "ADJ" else first


def tells_sort(syntax: Syntax, first: int, index: int) -> bool:
    """Whether an owner only tells of what sort something is: "a | women's clinic"."""
    token = syntax.tokens[index]
    inside = [t.text.lower() for t in syntax.tokens[first:index]]
    single = bool(inside) and inside[0] in ("a", "an", "another", "every")
    many = token.text.lower() != token.lemma.lower() or token.text in words().plural
    return single and many and not _SEVERAL & set(inside)


_SEVERAL = frozenset(
    {"few", "dozen", "hundred", "thousand", "million", "couple", "number", "lot", "group", "of"}
)
