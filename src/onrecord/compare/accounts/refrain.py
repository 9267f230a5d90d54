"""Words that a report keeps coming back to, and that tell none of its accounts from another.

In twenty reports on a law for polar bears each account has "polar bear" and "species": what two
have in common beside these tells whether they are of one thing.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from onrecord.compare.accounts.facts import Said
from onrecord.link.words import keys
from onrecord.records import Report

_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+|\n+")
_TIMES = 3
"""Sentences in which a word must stand to be one that the report keeps coming back to."""
_SHARE = 0.12
"""The part of a report's sentences that these must be at least."""


def refrain(report: Report) -> frozenset[str]:
    """The keys that stand in one sentence in eight and in three at least."""
    sentences = [part for part in _SENTENCE.split(report.text) if part.strip()]
    told = Counter(key for part in sentences for key in keys(part))
    least = max(_TIMES, _SHARE * len(sentences))
    return frozenset(key for key, times in told.items() if times >= least)


def own(said: Said, other: Said) -> Said:
    """``said`` with those words alone that neither report keeps coming back to."""
    worn = said.worn | other.worn
    if not worn & said.matter.keys:
        return said
    return replace(said, matter=replace(said.matter, keys=said.matter.keys - worn))
