"""Two accounts of one thing in states that exclude each other: released and still held, open and
closed, an accident and done on purpose."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.compare.accounts.build import link
from onrecord.compare.accounts.facts import Said, View
from onrecord.compare.accounts.states import State, states
from onrecord.compare.inside.replies import elsewhere, names_of, others
from onrecord.compare.inside.tolls import elsewhere_told
from onrecord.compare.pairs.claims import AFFIRMS, alike
from onrecord.compare.pairs.denials import only_ahead
from onrecord.link.words import NEGATIONS, stem
from onrecord.records import Link

_NEXT = 2
"""Statements between two accounts that need no word in common to be of one thing."""
_NEAR = 4
"""The same, where they have one."""


def opposed(view: View) -> Iterator[Link]:
    """``contradicts`` from an account to the last one before that tells the opposite state."""
    common = names_of(view)
    told = [states(said) for said in view.ordered]
    for place, later in enumerate(view.ordered):
        if not told[place] or not _told(later, view):
            continue
        for behind, earlier in enumerate(reversed(view.ordered[max(0, place - _NEAR) : place])):
            pair = _clash(told[place - behind - 1], told[place])
            if pair is None or not others(earlier, later) or not _told(earlier, view):
                continue
            if elsewhere(earlier, later) or elsewhere_told(view, later):
                continue
            shared = (earlier.keys & later.keys) | alike(earlier.keys, later.keys)
            own = shared - common - {stem(word) for word in pair[0].split() + pair[1].split()}
            if own or behind < _NEXT:
                why = f"“{pair[1]}” against “{pair[0]}”"
                yield link("contradicts", later, earlier, 0.65 if own else 0.55, why, "whether")
                break


def _told(said: Said, view: View) -> bool:
    """Whether it tells what is or was: no plan, no condition."""
    statement = said.statement
    own = statement.act == "deny" and statement.quote == "direct"  # "We still hold them"
    if statement.act not in AFFIRMS and not own:
        return False
    if statement.condition or said.matter.open - NEGATIONS:
        return False
    return not only_ahead(said, view)


def _clash(one: frozenset[State], other: frozenset[State]) -> tuple[str, str] | None:
    """The words for the one state and for the other, where each account tells but one of a pair."""
    for pair, side, words in sorted(one):
        mine = {s for p, s, _ in one if p == pair}
        theirs = sorted((s, w) for p, s, w in other if p == pair)
        if len(mine) == 1 and len({s for s, _ in theirs}) == 1 and theirs[0][0] != side:
            return words, theirs[0][1]
    return None
