"""Two who blame each other for one thing: "the army blamed the rebels for the fire", "the rebels
said the army was responsible for it".
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.compare.accounts.build import link
from onrecord.compare.accounts.facts import Said, View
from onrecord.compare.pairs.claims import affirms, meet, tie
from onrecord.compare.pairs.denials import accused
from onrecord.link.words import keys, mark_stems, written
from onrecord.records import Link

_NEAR = 8
"""Statements between two who blame each other, at most."""
_MUCH = 0.4
"""How much of what the shorter one tells both must tell."""


def blames(view: View) -> Iterator[Link]:
    """``contradicts``, slot ``who``, from who blames those who blamed him."""
    blaming = [
        (place, said) for place, said in enumerate(view.ordered)
        if said.statement.act == "accuse" and affirms(said)
    ]  # fmt: skip
    own = frozenset(
        k for a in view.record.actors if a.named for m in a.mentions for k in keys(m.text)
    )
    for number, (place, later) in enumerate(blaming):
        for before, earlier in reversed(blaming[:number]):
            near = place - before <= _NEAR
            shared = _for_one_thing(earlier, later, view, own) if near else None
            if shared:
                what = written(shared, later.text)
                why = f"each blames the other for it: {what}"
                yield link("contradicts", later, earlier, 0.65, why, "who")
                break


def _for_one_thing(earlier: Said, later: Said, view: View, own: frozenset[str]) -> frozenset[str]:
    """What both tell of, where each is accused by the other and of one thing; ``own`` are the words
    of the names in the report."""
    if not meet(earlier, later):
        return frozenset()
    if not accused(earlier, later, view) or not accused(later, earlier, view):
        return frozenset()
    own |= frozenset(k for m in (earlier.matter, later.matter) for k in m.names | m.where)
    shared = tie(earlier, later).shared - own - mark_stems("accusing")
    least = min(len(said.matter.keys - own) for said in (earlier, later))
    return shared if len(shared) >= _MUCH * least else frozenset()
