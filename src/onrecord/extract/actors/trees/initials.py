"""Short names that a bracket has introduced: "the Board of Inquiry (BoI)", then "the BOI"."""

from __future__ import annotations

from onrecord.extract.actors.trees.tagging import Tagged, Tree

_SHORTEST = 3
"""Letters; two are an initial's or a state's as often."""


def with_short_names(names: list[Tagged], tree: Tree) -> list[Tagged]:
    """The names, with the words in capitals that are one of the bodies' and that no tag covers."""
    taken = {i for name in names for i in range(name.first, name.last + 1)}
    introduced = {
        tree.tokens[name.first].text.upper()
        for name in names
        if name.kind == "ORG"
        and name.first == name.last > 0
        and tree.tokens[name.first - 1].text == "("
    }
    found = [
        Tagged(index, index, "ORG")
        for index, token in enumerate(tree.tokens)
        if index not in taken and token.text in introduced and len(token.text) >= _SHORTEST
    ]
    return sorted([*names, *found], key=lambda name: name.first)
