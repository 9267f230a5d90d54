"""The gold's links, looked for among a record's: same kind, between items that mean the gold's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

Json = Mapping[str, Any]

SYMMETRIC = {"same_event", "restates", "repeats", "supports", "contradicts"}


def score_links(
    cross: Mapping[str, Sequence[Sequence[str]]],
    links: Sequence[Json],
    to_gold: Mapping[str, str],
) -> tuple[list[str], list[str]]:
    """The gold links that are there and those that are not, as "denies b7 → be3".

    ``to_gold`` maps the record's ids of statements and events to the gold's.
    """
    have = set()
    for link in links:
        ends = to_gold.get(link["from"]), to_gold.get(link["to"])
        have.add((link["kind"], *ends))
        if link["kind"] in SYMMETRIC:
            have.add((link["kind"], *reversed(ends)))
    found: list[str] = []
    missing: list[str] = []
    for kind, pairs in cross.items():
        for pair in pairs:
            label = f"{kind} {pair[0]} → {pair[1]}"
            (found if (kind, pair[0], pair[1]) in have else missing).append(label)
    return found, missing
