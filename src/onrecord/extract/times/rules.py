"""The grammar of English expressions of time, made once and kept."""

from __future__ import annotations

from functools import cache

from onrecord.extract.times import (
    rules_clock,
    rules_dates,
    rules_lengths,
    rules_parts,
    rules_relative,
)
from onrecord.extract.times.grammar import Grammar, compiled
from onrecord.extract.times.macros import MACROS

_CORES = (
    "u", "month", "mon", "weekday", "weekdays", "wd", "season", "fall", "daypart", "dayparts",
    "today", "freq", "decade", "decadew", "iso", "slashed", "clock", "year", "yearw", "era",
    "shortyear", "ampm", "=oclock", "zone", "=tonight", "=q",
)  # fmt: skip


@cache
def grammar() -> Grammar:
    """The grammar, with the lexicon's holidays and references."""
    rules = (
        *rules_dates.RULES,
        *rules_parts.rules(),
        *rules_relative.rules(),
        *rules_lengths.RULES,
        *rules_clock.RULES,
    )
    references = set(rules_relative.reference_cores())
    holidays = set(rules_parts.holiday_cores())
    cores = (*_CORES, *sorted("=" + word for word in references | holidays))
    return compiled(rules, MACROS, cores)
