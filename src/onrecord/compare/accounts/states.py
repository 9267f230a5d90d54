"""The states that an account tells, of pairs of which one or the other holds."""

from __future__ import annotations

from functools import cache

from onrecord import lexicons
from onrecord.compare.accounts.facts import Said
from onrecord.link.words import NEGATIONS, has_mark, tokens

_REACH = 3
"""Words before one for a state within which a "not" turns it round."""
_MAIN = frozenset({"held", "open", "ours", "gone", "outcome", "meant"})
"""Pairs whose word is what an account is about, and no detail of it."""

State = tuple[str, bool, str]
"""The pair, which of the two it is, and the words that tell it."""


def other_news(left: Said, right: Said) -> bool:
    """Whether one tells of a state of which the other says nothing: that the hostages were freed,
    and that they had been kidnapped."""
    one, other = ({pair for pair, _, _ in states(said)} & _MAIN for said in (left, right))
    return one != other


def states(said: Said) -> frozenset[State]:
    """The states that are told in what is said, turned round where they are negated."""
    told = tokens(said.text)
    found = set()
    for at in range(len(told)):
        for pair, side, words in _listed().get(told[at], ()):
            if tuple(told[at : at + len(words)]) != words:
                continue
            if pair == "alive" and (_toll(told[:at]) or (side and has_mark("deadly", told))):
                continue  # who tells of the killed, and of what kept them alive, tells both
            near = set(told[max(0, at - _REACH) : at]) | set(told[at + 1 : at + 2])
            turned = bool(near & (NEGATIONS | _NOBODY))
            found.add((pair, side != turned, " ".join(words)))
    return frozenset(found)


def _toll(before: list[str]) -> bool:
    """ "spoke of 60 | dead", "bodies of the | dead": a toll or people, and no state."""
    last = before[-1:]
    return bool(last) and (last[0] == "the" or last[0].isdigit() or last[0] in _NUMBERS)


_NUMBERS = frozenset(
    {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
     "dozens", "scores", "hundreds", "many", "several"}
)  # fmt: skip
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
