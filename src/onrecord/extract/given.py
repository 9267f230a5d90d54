"""What somebody put at a number: "The ministry put the dead at 31, down from 45 announced on …"."""

from __future__ import annotations

from dataclasses import replace

from onrecord.model.analysis import Analysis, Attribution

_LATE = frozenset({"announced", "reported", "given", "put", "claimed", "stated", "quoted"})
"""Participles behind what is said that are of an earlier telling, and not of this."""


def with_given(analysis: Analysis) -> Analysis:
    """The analysis with the verb behind a source as its cue, where a participle was taken for it.

    The networks tag both verbs; the one that stands between the source and what is said is its.
    """
    bare = [one for one in analysis.attributions if one.cue and not one.content]
    if not bare:
        return analysis
    mended, taken = [], set()
    for one in analysis.attributions:
        verb = next((other for other in bare if _is_its(one, other, analysis.text)), None)
        mended.append(one if verb is None else replace(one, cue=verb.cue))
        if verb is not None:
            taken.add(id(verb))
    kept = (m for m, one in zip(mended, analysis.attributions, strict=True) if id(one) not in taken)
    return replace(analysis, attributions=tuple(kept))


def _is_its(one: Attribution, other: Attribution, text: str) -> bool:
    """Whether ``other``'s cue stands between the source and the content of ``one``, whose own is a
    participle behind them."""
    if not (one.source and one.cue and one.content and other.cue) or other is one:
        return False
    late = one.cue[0] >= one.content[-1][1] and text[slice(*one.cue)] in _LATE
    between = one.source[1] <= other.cue[0] and other.cue[1] <= one.content[0][0]
    return late and between and text[one.source[1] : one.content[0][0]].count(" ") <= 4
