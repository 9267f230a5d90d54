"""Agencies that a report credits, and whether it is one itself."""

from __future__ import annotations

import re

from onrecord.link.signed import short_names
from onrecord.link.words import fold
from onrecord.read.dateline import AGENCIES
from onrecord.records import Report

_FULL = {
    "afp": "AFP", "agence france-presse": "AFP", "ap": "AP", "associated press": "AP",
    "the associated press": "AP", "dpa": "dpa", "reuters": "Reuters",
}  # fmt: skip
# "Agencies" names none.
_NOBODY = frozenset({"agencies", "news agencies"})
_NAMES = tuple(a for a in AGENCIES if fold(a) not in _NOBODY)
_LONGEST_FIRST = "|".join(re.escape(a) for a in sorted(_NAMES, key=len, reverse=True))
_ANY = re.compile(rf"(?<![\w’'-])(?:{_LONGEST_FIRST})(?!\w)")


def agency(name: str | None) -> str | None:
    """The agency that ``name`` is a name of, by one name for each, or None."""
    if name is None or fold(name) in _NOBODY:
        return None
    found = next((a for a in _NAMES if fold(a) == fold(name)), None)
    return None if found is None else _FULL.get(fold(found), found)


def credited(text: str) -> tuple[tuple[int, int, str], ...]:
    """Where agencies are named in ``text``, and the one name of each, in the order of the text."""
    found = []
    for match in _ANY.finditer(text):
        one = agency(match.group())
        if one is not None:
            found.append((*match.span(), one))
    return tuple(found)


def credits_of(report: Report) -> frozenset[str]:
    """The agencies that stand in a report's first words or its last, where credits do; one that is
    not known by the initials with which a dateline or a signature is written."""
    edges = f"{report.text[:300]} … {report.text[-120:]}"
    known = frozenset(name for _, _, name in credited(edges))
    return known | {agency(name) or name for name in short_names(report)}
