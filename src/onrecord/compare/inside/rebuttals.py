"""A report that is said to be false, by the paper it was in: "the announcement published by the
agency was false" denies what the agency tells, wherever that is told.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.compare.accounts.build import link, quote
from onrecord.compare.accounts.facts import Said, View
from onrecord.compare.pairs.claims import AFFIRMS
from onrecord.compare.pairs.references import refers
from onrecord.link.words import keys, stem, tokens
from onrecord.records import Link

_FALSE = frozenset({"false", "untrue", "unfounded", "baseless", "fabricated", "groundless"})
_NEAR = 4
"""Statements before and behind a denial among which what it denies is looked for."""
_STEM, _LEAST = 5, 3
"""Letters by which "resignation" is what "resigned" tells, and those that a word must have."""


def rebuttals(view: View) -> Iterator[Link]:
    """``denies``: from who calls a paper's report false to what the paper tells."""
    for place, denial in enumerate(view.ordered):
        if denial.statement.act != "deny" or refers(denial) is not None:
            continue
        if not _FALSE & set(tokens(denial.text)):
            continue
        papers = _papers(view, denial)
        for claim in view.ordered[max(0, place - _NEAR) : place + _NEAR + 1]:
            if claim is denial or claim.statement.act not in AFFIRMS or claim.statement.within:
                continue
            source = claim.statement.source
            if source is None or source.actor not in papers or not _alike(denial, claim):
                continue
            told = quote(claim.text)
            yield link("denies", denial, claim, 0.7, f"what is called false there: {told}")


def _papers(view: View, denial: Said) -> frozenset[str]:
    """The papers and agencies that a denial names."""
    spans = denial.statement.content
    return frozenset(
        actor.id
        for actor in view.record.actors
        if actor.kind == "outlet" and actor.named
        for mention in actor.mentions
        if any(span.start <= mention.start < span.end for span in spans)
    )


def _alike(denial: Said, claim: Said) -> bool:
    """Whether both tell of one thing: "the resignation", "he has resigned"."""
    mine = {word[:_STEM] for word in map(stem, keys(denial.text)) if len(word) >= _LEAST}
    return any(word[:_STEM] in mine for word in map(stem, keys(claim.text)))
