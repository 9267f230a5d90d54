"""Whose account a link is of, where one person's words tell of another's: "RUIZ: The mayor told me
that five were killed". What differs from it differs from the mayor's account."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from onrecord.compare.accounts.facts import View
from onrecord.records import Link

_ACCOUNTS = frozenset({"contradicts", "denies", "supports", "undercuts"})


def to_inner(view: View, links: Iterable[Link]) -> list[Link]:
    """The links, each of an account that only tells another's, to and from that other's.

    Only words without a cue are such a frame, and only where they tell one other's and no more.
    """
    inner: dict[str, list[str]] = {}
    for said in view.ordered:
        if said.statement.within is not None:
            inner.setdefault(said.statement.within, []).append(said.statement.id)
    frames = {
        said.statement.id: inner[said.statement.id][0]
        for said in view.ordered
        if said.statement.cue is None and len(inner.get(said.statement.id, ())) == 1
    }
    if not frames:
        return list(links)
    kept: dict[tuple[str, str, str], Link] = {}
    for link in links:
        from_, to = link.from_, link.to
        if link.kind in _ACCOUNTS:
            from_, to = frames.get(from_, from_), frames.get(to, to)
        if from_ == to:
            from_, to = link.from_, link.to
        if (link.kind, from_, to) not in kept or from_ == link.from_:
            moved = link if (from_, to) == (link.from_, link.to) else None
            kept[link.kind, from_, to] = moved or replace(link, from_=from_, to=to)
    return list(kept.values())
