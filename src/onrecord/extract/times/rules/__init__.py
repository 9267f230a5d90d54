"""The grammar of English expressions of time: one module a family of rules."""

from __future__ import annotations

import os
from functools import cache

from onrecord import lexicons
from onrecord.extract.times.grammar import Grammar, compiled
from onrecord.extract.times.rules import clock, dates, lengths, parts, relative
from onrecord.extract.times.rules.macros import MACROS

__all__ = ["grammar"]

_CORES = (
    "u", "month", "mon", "weekday", "weekdays", "wd", "season", "fall", "daypart", "dayparts",
    "today", "freq", "lasting", "decade", "decadew", "iso", "slashed", "clock", "year", "yearw",
    "era", "ordn", "shortyear", "ampm", "=oclock", "zone", "=tonight", "=q", "=period",
    "=while", "=time",
)  # fmt: skip
"""Classes of which a stretch of text must hold a word to be read at all."""


def grammar() -> Grammar:
    """The grammar, with the lexicon's holidays and references.

    Made once (0.1 s) for the package's lexicon, and once for each folder of a user's own.
    """
    return _grammar(os.environ.get(lexicons.ENVIRONMENT))


@cache
def _grammar(_folder: str | None) -> Grammar:
    rules = (
        *parts.rules(),
        *dates.RULES,
        *relative.rules(),
        *lengths.RULES,
        *clock.RULES,
    )
    named = {*relative.reference_cores(), *parts.holiday_cores()}
    return compiled(rules, MACROS, (*_CORES, *sorted("=" + word for word in named)))
