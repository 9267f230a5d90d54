"""Names of several words that a tagger may split: lands, capitals, peoples ("Addis Ababa")."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from onrecord.extract.actors.trees.countries import countries
from onrecord.extract.actors.trees.tagging import Tagged, Tree
from onrecord.model.analysis import NameKind

_MOST = 5
"""Words in the longest of them."""


def with_lands(listed: Iterable[Tagged], tree: Tree) -> list[Tagged]:
    """The lexicon's names, with the capitals and peoples of several words beside them."""
    found = list(listed)
    taken = {index for name in found for index in range(name.first, name.last + 1)}
    known = _known()
    for index, token in enumerate(tree.tokens):
        for size in range(_MOST, 1, -1) if token.text in known else ():
            last = index + size - 1
            if last >= len(tree.tokens) or tree.sent[last] != tree.sent[index]:
                continue
            kind = known[token.text].get(" ".join(t.text for t in tree.tokens[index : last + 1]))
            if kind is not None and not taken & set(range(index, last + 1)):
                found.append(Tagged(index, last, kind))
                taken.update(range(index, last + 1))
                break
    return sorted(found, key=lambda name: name.first)


@lru_cache(maxsize=1)
def _known() -> dict[str, dict[str, NameKind]]:
    """The names by their first words."""
    table = countries()
    kinds: dict[str, NameKind] = dict.fromkeys([*table.capitals, *table.names], "GPE")
    kinds.update(dict.fromkeys([*table.adjectives, *table.nationals], "NORP"))
    found: dict[str, dict[str, NameKind]] = {}
    for name, kind in kinds.items():
        if 1 < len(name.split()) <= _MOST:
            found.setdefault(name.split()[0], {})[name] = kind
    return found
