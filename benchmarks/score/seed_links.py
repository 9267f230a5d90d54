"""The gold's links, looked for among a record's: same kind, between items that mean the gold's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Json = Mapping[str, Any]

SYMMETRIC = {"same_event", "restates", "repeats", "supports", "contradicts"}
ONE = {"same_event", "restates", "repeats"}
"""Kinds of which a chain may be told by any of its links: to the first telling, or to the last."""


def score_links(
    cross: Mapping[str, Sequence[Sequence[str]]],
    links: Sequence[Json],
    to_gold: Mapping[str, str],
) -> tuple[list[str], list[str]]:
    """The gold links that are there and those that are not, as "denies b7 → be3".

    A chain of one event or one saying is there whichever of its members each link goes to.
    ``to_gold`` maps the record's ids of statements and events to the gold's.
    """
    have = set()
    for link in links:
        ends = to_gold.get(link["from"]), to_gold.get(link["to"])
        have.add((link["kind"], *ends))
        if link["kind"] in SYMMETRIC:
            have.add((link["kind"], *reversed(ends)))
    chains = {kind: _chains(kind, links, to_gold) for kind in ONE}
    found: list[str] = []
    missing: list[str] = []
    for kind, pairs in cross.items():
        for one, other, *_ in pairs:
            is_there = (kind, one, other) in have
            if kind in ONE and not is_there:
                chain = chains[kind]
                is_there = one in chain and chain[one] == chain.get(other)
            (found if is_there else missing).append(f"{kind} {one} → {other}")
    return found, missing


def _chains(kind: str, links: Sequence[Json], to_gold: Mapping[str, str]) -> dict[str, str]:
    """Each gold item that links of a kind hold together, and what stands for its chain.

    The chains are the record's own: what the gold lacks may hold two of its items together.
    """
    parent: dict[str, str] = {}

    def root(item: str) -> str:
        while parent.setdefault(item, item) != item:
            item = parent[item]
        return item

    for link in links:
        if link["kind"] == kind:
            parent[root(link["from"])] = root(link["to"])
    return {to_gold[item]: root(item) for item in parent if item in to_gold}
