"""Bodies called by whom they are for: "Physicians for the Lakes (PfL)", "the charity, PfL"."""

from __future__ import annotations

from onrecord.extract.actors.trees.tagging import CALENDAR, Tagged, Tree

_JOINTS = frozenset({"for", "without", "against"})
_SMALL = frozenset({"for", "without", "against", "the", "of", "and", "in"})
_LONG = 5
"""Letters from which on a headline's words have capitals."""
_TITLED = 0.6
_LONGEST = 4
"""Words from the first of such a name to what was tagged of it, at most."""


def with_beginnings(names: list[Tagged], tree: Tree) -> None:
    """Let each name that was tagged from its "for" on begin where it does: "Doctors | for Peace".

    At the start of a sentence any noun has a capital; there the short name in brackets must tell.
    """
    known: set[tuple[str, ...]] = set()
    for sure in (True, False):
        for number, name in enumerate(names):
            if name.kind not in ("ORG", "MISC", "GPE", "LOC"):
                continue
            low = names[number - 1].last + 1 if number else 0
            first = _beginning(name, tree, low)
            if first is None:
                continue
            words = tuple(t.text for t in tree.tokens[first : name.last + 1])
            # "The UN envoy for Syria" is a person's post: of one such noun the bracket must tell.
            many = _plural(words[0]) and _inside(first, tree)
            if words in known or (sure and (_short_for(name, first, tree) or many)):
                name.first, name.kind = first, "ORG"
                known.add(words)


def _beginning(name: Tagged, tree: Tree, low: int) -> int | None:
    """The capitalised plural before "for the" and what was tagged."""
    index = name.first
    while index > low and tree.tokens[index].text in _SMALL and index <= name.last:
        index += 1
    if index > name.last or not tree.tokens[index].text[:1].isupper():
        return None
    joint = index - 1
    while joint > low and tree.tokens[joint].text in ("the", "a"):
        joint -= 1
    first = joint - 1
    if joint <= low or first < low or tree.tokens[joint].text not in _JOINTS:
        return None
    token = tree.tokens[first]
    capital = token.text[:1].isupper() and token.text.lower() not in CALENDAR
    named = _plural(token.text) or token.upos == "PROPN"
    if not capital or not named or tree.sent[first] != tree.sent[index]:
        return None
    return first if index - first <= _LONGEST else None


def _plural(word: str) -> bool:
    return word.endswith("s") or word in ("People", "Women", "Men", "Children")


def _inside(first: int, tree: Tree) -> bool:
    """Whether the word has its capital though no sentence begins with it, and no headline gives
    one to every word: "Holm Calls for UN Action"."""
    before = first - 1
    if before < 0 or tree.sent[before] != tree.sent[first] or _titled(first, tree):
        return False
    lower = tree.tokens[before].text
    return lower[:1].isalnum() or lower == ","


def _titled(index: int, tree: Tree) -> bool:
    """Whether the sentence gives a capital to its verbs and common nouns, too."""
    words = [
        token.text
        for token, sentence in zip(tree.tokens, tree.sent, strict=True)
        if sentence == tree.sent[index] and len(token.text) >= _LONG and token.text.isalpha()
    ]
    return sum(word[0].isupper() for word in words) > _TITLED * len(words)


def _short_for(name: Tagged, first: int, tree: Tree) -> bool:
    """Whether a bracket behind has its initials: "(PfL)"."""
    behind = [t.text for t in tree.tokens[name.last + 1 : name.last + 3]]
    if len(behind) < 2 or behind[0] != "(":
        return False
    capitals = "".join(c for c in behind[1] if c.isupper())
    words = [t.text for t in tree.tokens[first : name.last + 1]]
    return capitals == "".join(w[0] for w in words if w[:1].isupper()) and len(capitals) > 1
