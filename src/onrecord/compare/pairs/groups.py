"""Clusters of events in which nothing rules out that all are one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from onrecord.compare.accounts.facts import EventFacts
from onrecord.compare.pairs.sameness import by, conflict, targets

Edge = tuple[float, EventFacts, EventFacts, Any]
# Comparing all members of two clusters costs their product; beyond this the surest ones speak.
MOST = 40


def groups(told: Mapping[str, EventFacts], edges: Sequence[Edge]) -> list[list[EventFacts]]:
    """The clusters of two and more that ``edges``, the surest first, join.

    Two clusters are joined only where no member of one rules out a member of the other, so that
    one wrong pair cannot fuse two stories.
    """
    home: dict[str, str] = {}
    members: dict[str, list[EventFacts]] = {}
    for _, left, right, _ in edges:
        one = home.get(left.event.id, left.event.id)
        other = home.get(right.event.id, right.event.id)
        if one == other:
            continue
        ours = members.get(one, [told[left.event.id]])
        theirs = members.get(other, [told[right.event.id]])
        if any(_clash(a, b) for a in ours[:MOST] for b in theirs[:MOST]):
            continue
        joined = sorted([*ours, *theirs], key=lambda f: f.event.id)
        members.pop(other, None)
        members[one] = joined
        for facts in joined:
            home[facts.event.id] = one
    return [members[key] for key in sorted(members) if len(members[key]) > 1]


def _clash(left: EventFacts, right: EventFacts) -> bool:
    # Two tellings that a report keeps apart are two events, unless they are of one rare kind, or
    # by one side on what there are few of.
    rare = left.topics & right.topics or (by(left) & by(right) and targets(left) & targets(right))
    apart = left.report == right.report and not rare
    return apart or left.another or right.another or conflict(left, right)
