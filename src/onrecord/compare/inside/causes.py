"""Two accounts of what brought one harm about, by causes that shut each other out.

"The mayor was shot, police said. The family say that he was beaten to death."
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from onrecord import lexicons
from onrecord.compare.accounts.build import link
from onrecord.compare.accounts.facts import Said, View
from onrecord.compare.inside.replies import elsewhere, names_of, others
from onrecord.compare.inside.tolls import elsewhere_told
from onrecord.compare.pairs.claims import AFFIRMS
from onrecord.compare.pairs.denials import only_ahead
from onrecord.compare.scored.onematter import network
from onrecord.link.words import NEGATIONS, has_mark, tokens
from onrecord.records import Link

Cause = tuple[frozenset[str], str]
"""The kinds that a cause may be of, and the words that tell it."""

_OF_WAR = frozenset({"air", "shells", "mine", "planted", "shot", "grenade", "downed"})
"""Causes of which every day of a war has some: two of these may be of two deaths."""
_NEAR = 4
"""Statements before an account among which its rival is looked for."""
_NEXT = 2
"""Statements back to which a pronoun or a "but" may go."""
_BACK = re.compile(
    r"\W*(?:that )?(?:\S+ ){0,3}?(?:(?:it|they) (?:was|were|had been)|he|she|both|them)\b"
    r"|\W*(?:that )?(?:\S+ ){1,3}?it down\b"
    r"|.{0,60}\b(?:started|caused|lit|triggered|behind|set off) the"
    r" (?:fire|blaze|blast|explosion|crash|collapse|sinking|deaths?)\b"
)
_SELDOM = 3.5
"""How rare a word is in news by which two accounts are known to be of one thing."""


def rivals(view: View) -> Iterator[Link]:
    """``contradicts`` from an account to the last one before that tells another cause."""
    common = names_of(view)
    told = [_cause(said) for said in view.ordered]
    for place, later in enumerate(view.ordered):
        mine = told[place]
        if mine is None or not _accounts(later, view):
            continue
        for behind, earlier in enumerate(reversed(view.ordered[max(0, place - _NEAR) : place])):
            theirs = told[place - behind - 1]
            if theirs is None or theirs[0] & mine[0] or not _accounts(earlier, view):
                continue
            if not others(earlier, later) or elsewhere(earlier, later):
                continue
            if elsewhere_told(view, later):
                continue  # another death, in another jail
            least = 2 if mine[0] | theirs[0] <= _OF_WAR else 1
            if _of_one_thing(view, earlier, later, common, least, next_to=behind < _NEXT):
                why = f"“{mine[1]}” against “{theirs[1]}”"
                yield link("contradicts", later, earlier, 0.6, why, "whether")
                break


def _accounts(said: Said, view: View) -> bool:
    """Whether it tells what was: no plan, no condition."""
    statement = said.statement
    if statement.act not in AFFIRMS | {"accuse"} or statement.polarity == "negative":
        return False
    return not statement.condition and not said.matter.open and not only_ahead(said, view)


def _of_one_thing(
    view: View, earlier: Said, later: Said, common: frozenset[str], least: int, *, next_to: bool
) -> bool:
    """Whether both tell of one harm: by a word of it, by a pronoun, or set apart by "but"."""
    shared = earlier.matter.telling & later.matter.telling - common - _telling()
    if sum(network().rare(word) >= _SELDOM for word in shared) >= least:
        return True
    if not next_to:
        return False
    if _BACK.match(later.text):
        return True
    between = view.record.report.text[: later.start]
    told = tokens(between[-_SOURCE:])
    return any(has_mark("set_apart", [word]) or has_mark("against", [word]) for word in told)


_SOURCE = 60
"""Characters before an account within which stands who gives it, and a "but" before that."""


@cache
def _telling() -> frozenset[str]:
    """The words for the causes, which two accounts of two harms may share."""
    return frozenset(word for ways in _listed().values() for _, words in ways for word in words)


def _cause(said: Said) -> Cause | None:
    """The one cause that is told in what is said, with its words; None where it is none or two."""
    told = tokens(said.text)
    found: dict[str, set[str]] = {}
    for at, word in enumerate(told):
        for cause, words in _listed().get(word, ()):
            behind = told[at + len(words) : at + len(words) + 1]
            if tuple(told[at : at + len(words)]) != words or behind == ["down"]:
                continue  # "shot down" is what befell a plane
            if not NEGATIONS & set(told[:at]):
                found.setdefault(" ".join(words), set()).add(cause)
    kinds = frozenset.intersection(*map(frozenset, found.values())) if found else frozenset()
    return (kinds, next(iter(found))) if kinds else None


@cache
def _listed() -> dict[str, tuple[tuple[str, tuple[str, ...]], ...]]:
    """By its first word, each way to tell a cause."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for cause, listed in lexicons.load("compare/causes").items():
        for written in listed:
            words = tuple(tokens(written))
            found.setdefault(words[0], []).append((cause, words))
    return {first: tuple(ways) for first, ways in found.items()}
