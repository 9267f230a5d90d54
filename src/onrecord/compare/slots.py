"""Where accounts of one event differ: how many, and who did it."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf

from onrecord.compare.build import End, link
from onrecord.compare.facts import EventFacts
from onrecord.compare.units import Unit
from onrecord.records import Count, Link

# What a toll grows from: killed and injured rise as bodies are found.
_GROWS = frozenset({"killed", "injured", "missing", "displaced", "detained"})


def contradictions(cluster: Sequence[Unit]) -> list[Link]:
    """``contradicts`` with slot ``number``: two tellings of one event whose tolls exclude each
    other; a later and higher toll is an update and none. ``cluster`` is in the reports' order."""
    links: list[Link] = []
    for at, later in enumerate(cluster):
        for earlier in cluster[:at]:
            if later.event is None or earlier.event is None or later.report == earlier.report:
                continue
            found = _tolls(earlier.event, later.event)
            if found is None:
                continue
            ends: tuple[End, End] = (later.word or later.event, earlier.word or earlier.event)
            links.append(link("contradicts", *ends, 0.7, found, "number"))
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
