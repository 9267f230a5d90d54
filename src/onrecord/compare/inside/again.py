"""What one source says again in one report: a threat repeated, a demand made on another day."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.compare.accounts.build import link, quote
from onrecord.compare.accounts.facts import Said, View
from onrecord.compare.inside.replies import names_of
from onrecord.compare.pairs.claims import alike
from onrecord.compare.pairs.sayings import other_day, repeated
from onrecord.link.identity import same_voice
from onrecord.link.words import has_mark, keys, stem, tokens, words, written
from onrecord.records import Link

_PERFORMED = frozenset({"threaten", "warn", "demand", "pledge"})
_HELD_OUT = frozenset({"threaten", "warn"})
_SHARED, _PART = 2, 0.3
"""Content words that two threats of one voice have in common, and what part of the shorter."""
_LONG = 30
"""Days before a report from which on what was said then is not what it tells as said now."""
_FEW = 5
"""Words that "repeated the threat" has at most beside its verb."""


def repeats(view: View) -> Iterator[Link]:
    """``repeats`` from what is said again to what the same source said before."""
    names = names_of(view)
    performed = [said for said in view.ordered if said.statement.act in _PERFORMED]
    for place, later in enumerate(performed):
        before = performed[:place]
        meant = _named(later, before)
        if meant is not None:
            yield link("repeats", later, meant, 0.75, f"says it again: {quote(meant.text)}")
            continue
        for earlier in before:
            if not (other_day(earlier, later) or _long_ago(earlier, later)):
                continue
            found = repeated(earlier, later) or _threat(earlier, later, names)
            if found is not None:
                # In the order of the days, not of the text: a report tells last year's threat last.
                first, second = sorted((earlier, later), key=_day)
                yield link("repeats", second, first, *found)
                break


def _threat(earlier: Said, later: Said, names: frozenset[str]) -> tuple[float, str] | None:
    """One threat made twice, in words that are in part its own."""
    acts = {earlier.statement.act, later.statement.act}
    if not acts <= _HELD_OUT or not same_voice(earlier.who, later.who):
        return None
    left, right = earlier.keys - names, later.keys - names
    shared = left & right
    shared |= alike(left - shared, right - shared)
    if len(shared) < _SHARED or len(shared) < _PART * min(len(left), len(right)):
        return None
    return 0.65, f"the same side held out the same: {written(shared, later.text)}"


def _long_ago(one: Said, other: Said) -> bool:
    """Whether one was said long before the report, and of the other no day is told."""
    dated, undated = (one, other) if one.days is not None else (other, one)
    if dated.days is None or undated.days is not None or dated.published is None:
        return False
    return dated.published.start - dated.days.end >= _LONG


def _day(said: Said) -> int:
    days = said.days or said.published
    return days.start if days is not None else 0


def _named(later: Said, before: list[Said]) -> Said | None:
    """What the words for it mean: "repeated the threat" is the last threat of the same voice."""
    cue = later.statement.cue
    told = tokens(later.text)
    if cue is None or not has_mark("repeating", tokens(cue.text)) or not told:
        return None
    if len(told) > _FEW or told[0] not in ("the", "that", "this", "his", "her", "its", "their"):
        return None
    noun = next((word for word in told if stem(word) in words().sayings), None)
    if noun is None:
        return None
    acts = words().sayings[stem(noun)]
    beside = keys(later.text) - keys(noun)
    found = [
        said
        for said in before
        if said.statement.act in acts
        and said.keys
        and same_voice(said.who, later.who)
        and beside <= said.keys
    ]
    return found[-1] if found else None
