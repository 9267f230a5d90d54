"""Where a report's headline ends, and what stands below it in brief."""

from __future__ import annotations

import re

from onrecord.read.legible import legible
from onrecord.records import Report

_POINTS = re.compile(r"(?:\s*\n[ \t]*[*•▪·‣–-]\s[^\n]*)+")
_LINES = re.compile(r"(?:\s*\n[^\n]{1,160}(?<![.!?:…,])(?<![.!?:…][”\"’»)])(?=\n)){1,2}")
"""One line or two below a headline which no full stop ends: its second part, a byline."""
_SLUG = 20
"""Characters before a headline that are none of it: "(LEAD)", "UPDATE 3-"."""


def headline_end(report: Report) -> int:
    """Where a headline ends in the stored text with the points in brief below it, or 0."""
    read, title = legible(report.text), report.title
    text = read.text
    start = len(text) - len(text.lstrip())
    if not title or not text.startswith(title, start):
        return 0
    points = _POINTS.match(text, start + len(title))
    return read.stored(0, points.end() if points else start + len(title))[1]


def lines_end(report: Report) -> int:
    """Where a headline ends with the line or two below it that no full stop ends, and the points
    in brief; 0 where the text does not begin with one."""
    text, title = report.text, report.title
    start = len(text) - len(text.lstrip())
    begin = text.find(title, start, start + _SLUG + len(title)) if title else -1
    if not title or begin < 0 or "\n" in text[start:begin]:
        return 0
    end = begin + len(title)
    for below in (_LINES, _POINTS):
        match = below.match(text, end)
        end = match.end() if match else end
    return end
