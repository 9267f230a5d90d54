"""Points that a text gives by their coordinates: "36.2021, 37.1343", "36°12′N 37°8′E"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.records import Place, Span

_NUMBER = r"\d(?:\.\d+)?"
_MINUTES = (
    rf"(?:(?P<{{0}}m>[0-5]?{_NUMBER})\s?[′'’]\s?"
    rf"(?:(?P<{{0}}s>[0-5]?{_NUMBER})\s?[″\"”]\s?)?)?"
)
_GAP = r"(?:\s?[,;/]\s?|\s)"
_WITH_LETTERS = re.compile(
    r"(?<![\w.])(?P<a>\d{1,2}(?:\.\d+)?)\s?°\s?"
    + _MINUTES.format("a")
    + r"(?P<ns>[NS])"
    + _GAP
    + r"(?P<b>\d{1,3}(?:\.\d+)?)\s?°\s?"
    + _MINUTES.format("b")
    + r"(?P<ew>[EW])(?!\w)"
)
_PLAIN = re.compile(
    r"(?<![\w.,;°-])(?P<a>-?\d{1,2}\.\d{4,})°?\s?[,;]\s?(?P<b>-?\d{1,3}\.\d{4,})°?(?![\w.°])"
)
"""Latitude and longitude to four decimals or more (some 10 m): fewer may be any two figures."""


def points(text: str) -> Iterator[Place]:
    """A place without an id for each point, in order; degrees north and east are positive.

    Nothing is known of it but where it lies: its name is what the text has.
    """
    found = [*_WITH_LETTERS.finditer(text), *_PLAIN.finditer(text)]
    for match in sorted(found, key=lambda m: m.start()):
        parts = match.groupdict()
        lat = _degrees(parts, "a") * (-1 if parts.get("ns") == "S" else 1)
        lon = _degrees(parts, "b") * (-1 if parts.get("ew") == "W" else 1)
        if abs(lat) <= 90 and abs(lon) <= 180:
            span = Span.of(text, match.start(), match.end())
            yield Place("", span, span.text, None, round(lat, 6), round(lon, 6), feature="S")


def _degrees(parts: dict[str, str | None], axis: str) -> float:
    whole = float(parts[axis] or 0)
    return whole + float(parts.get(f"{axis}m") or 0) / 60 + float(parts.get(f"{axis}s") or 0) / 3600
