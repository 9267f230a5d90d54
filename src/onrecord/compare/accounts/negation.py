"""What a "not" turns round: the word behind it, and whether that is a fact at all.

"Flights were not suspended" says that there was no suspension; "does not favour a ban" and "did not
regret the murders" say how somebody takes what there is.
"""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.link.words import NEGATIONS, has_mark, keys, mark_keys, tokens, words

_CONTRACTED = frozenset(
    "isnt arent wasnt werent hasnt havent hadnt didnt doesnt dont wont wouldnt couldnt "
    "cannot".split()
)
_UNTIL = frozenset({"until", "till", "unless"})
_REACH = 6
"""Words behind a negation among which stands the one that it negates."""
_LACKING = re.compile(r"\b(?:out of|without|short of|free of|lack(?:s|ed|ing)?)\b", re.IGNORECASE)


def negates(told: list[str]) -> bool:
    """Whether one of the words is a "not", by itself or with its verb ("didn't")."""
    return not (NEGATIONS | _CONTRACTED).isdisjoint(told)


@lru_cache(maxsize=8192)
def pivot(text: str) -> frozenset[str]:
    """The keys of the first telling word behind the first negation: what there was not.

    Where that word says no more than that it did not come about, the word before it ("the raid did
    not take place"); where it needs an object to tell anything, that as well ("not used gas").
    """
    told = tokens(text)
    at = _first(told)
    if at is None:
        return frozenset()
    behind = _content(told[at + 1 : at + 1 + _REACH])
    if behind and behind[0] & mark_keys("occurring"):
        before = _content(told[max(0, at - _REACH) : at])
        return before[-1] if before else frozenset().union(*behind[1:2])
    wide = bool(behind) and bool(behind[0] & mark_keys("doing"))
    # "no prisoners had been exchanged": neither word by itself
    thing = told[at] == "no" and told[at + 1 : at + 2] != ["one"]
    return frozenset().union(*behind[: 1 + thing + 2 * wide])


def for_now(text: str) -> bool:
    """Whether it was not so only for a time, or but for something: "not before he had died"."""
    told = tokens(text)
    at = _first(told)
    return at is not None and not _UNTIL.isdisjoint(told[at:])


@lru_cache(maxsize=8192)
def attitude(text: str) -> bool:
    """Whether what is negated is what somebody minds, knows or means to do, and no fact."""
    told = tokens(text)
    at = _first(told)
    if at is None:
        return False
    behind = [word for word in told[at + 1 : at + 1 + _REACH] if word not in words().stop]
    felt = has_mark("minding", behind[:1]) or has_mark("feeling", behind[:1])
    return felt or has_mark("another", told[at + 1 : at + 2])  # "no other offer": this one was


def _first(told: list[str]) -> int | None:
    negative = NEGATIONS | _CONTRACTED
    return next((at for at, word in enumerate(told) if word in negative), None)


def _content(told: list[str]) -> list[frozenset[str]]:
    return [found for word in told if (found := keys(word))]


def lacks(text: str) -> bool:
    """Whether it says with no "no" that there is none: "the hospital is out of oxygen"."""
    return _LACKING.search(text) is not None
