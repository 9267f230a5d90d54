"""Where accounts of one event differ: how many, and who did it."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from onrecord.compare.build import End, link
from onrecord.compare.facts import EventFacts, View
from onrecord.records import REPORTER, Count, Link

# What a toll grows from: killed and injured rise as bodies are found.
_GROWS = frozenset({"killed", "injured", "missing", "displaced", "detained"})


def contradictions(clusters: Sequence[Sequence[EventFacts]], views: Sequence[View]) -> list[Link]:
    """``contradicts`` with slot ``number``: two tellings of one event whose tolls exclude each
    other; a later and higher toll is an update and none."""
    said = {id_: s for seen in views for id_, s in seen.said.items()}
    links: list[Link] = []
    for cluster in clusters:
        for at, later in enumerate(cluster):
            for earlier in cluster[:at]:
                found = _tolls(earlier, later)
                if found is None:
                    continue
                ends: list[End] = [
                    said[e.event.on_word_of]
                    if e.event.on_word_of != REPORTER and e.event.on_word_of in said
                    else e
                    for e in (later, earlier)
                ]
                links.append(link("contradicts", ends[0], ends[1], 0.7, found, "number"))
                break
    return links


def _tolls(earlier: EventFacts, later: EventFacts) -> str | None:
    for one in earlier.event.counts:
        for other in later.event.counts:
            if one.what == other.what and _exclude(one, other):
                if one.what in _GROWS and (other.low or 0) > (one.low or 0):
                    continue
                return f"{_told(one)} {one.what} against {_told(other)}"
    return None


def _exclude(one: Count, other: Count) -> bool:
    """Whether no number is in both ranges."""
    low, high = _range(one)
    low2, high2 = _range(other)
    return high < low2 or high2 < low


def _range(count: Count) -> tuple[float, float]:
    low = float(count.low or 0)
    return low, float(count.high) if count.high is not None else inf


def _told(count: Count) -> str:
    return f"“{count.span.text}”"
