"""Two accounts of one thing in states that exclude each other: released and still held, open and
closed, an accident and done on purpose."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from onrecord import lexicons
from onrecord.compare.build import link
from onrecord.compare.claims import AFFIRMS, alike
from onrecord.compare.denials import only_ahead
from onrecord.compare.facts import Said, View
from onrecord.compare.replies import elsewhere, names_of, others
from onrecord.link.words import NEGATIONS, stem, tokens
from onrecord.records import Link

_NEXT = 2
"""Statements between two accounts that need no word in common to be of one thing."""
_NEAR = 4
"""The same, where they have one."""
_REACH = 3
"""Words before one for a state within which a "not" turns it round."""

State = tuple[str, bool, str]
"""The pair, which of the two it is, and the words that tell it."""


def opposed(view: View) -> Iterator[Link]:
    """``contradicts`` from an account to the last one before that tells the opposite state."""
    common = names_of(view)
    states = [_states(said) for said in view.ordered]
    for place, later in enumerate(view.ordered):
        if not states[place] or not _told(later, view):
            continue
        for behind, earlier in enumerate(reversed(view.ordered[max(0, place - _NEAR) : place])):
            pair = _clash(states[place - behind - 1], states[place])
            if pair is None or not others(earlier, later) or not _told(earlier, view):
                continue
            if elsewhere(earlier, later):
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
    if (
        statement.act not in AFFIRMS | {"deny"}
        or statement.condition
        or said.matter.open - NEGATIONS
    ):
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


def _states(said: Said) -> frozenset[State]:
    told = tokens(said.text)
    found = set()
    for at in range(len(told)):
        for pair, side, words in _listed().get(told[at], ()):
            if tuple(told[at : at + len(words)]) != words:
                continue
            near = set(told[max(0, at - _REACH) : at]) | set(told[at + 1 : at + 2])
            turned = bool(near & (NEGATIONS | _NOBODY))
            found.add((pair, side != turned, " ".join(words)))
    return frozenset(found)


_NOBODY = frozenset({"nobody", "none", "nothing"})


@cache
def _listed() -> dict[str, tuple[tuple[str, bool, tuple[str, ...]], ...]]:
    """By its first word, each way to tell a state."""
    found: dict[str, list[tuple[str, bool, tuple[str, ...]]]] = {}
    for pair, sides in lexicons.load("compare/opposites").items():
        for side, listed in ((True, sides["one"]), (False, sides["other"])):
            for written in listed:
                words = tuple(tokens(written))
                found.setdefault(words[0], []).append((pair, side, words))
    return {first: tuple(ways) for first, ways in found.items()}
