"""Whether a "not" meets what another tells, and whether two tell of one who did it."""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.compare.accounts.facts import Said
from onrecord.compare.accounts.negation import attitude, for_now, pivot
from onrecord.compare.pairs.claims import alike
from onrecord.link.words import has_mark, mark_keys, stem, tokens, words

_LEADS = re.compile(r"^\W*(?:(?:that|how|the)\s+)+(?P<name>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)*)")
_TWO = re.compile(r"^\W*(?P<name>[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)+)")
_OWN = re.compile(r"^\W*(?:that\s+)?(?:he|she|it|they|we|I)\b", re.IGNORECASE)
_SENSED = 6
"""Words among which stands that the speaker saw or heard it."""


def met(negative: Said, claim: Said) -> frozenset[str]:
    """The keys that the one negates and the other tells, in the same words or near ones."""
    if attitude(negative.text) or for_now(negative.text) or _of_himself(negative, claim):
        return frozenset()
    meant = pivot(negative.text)
    return (meant & claim.keys) or alike(meant - mark_keys("firearms"), claim.keys)


def _of_himself(negative: Said, claim: Said) -> bool:
    """Whether somebody says what he did not do or suffer, and the claim does not name him: "we
    were not affected" where others were."""
    if _OWN.match(negative.text) is None:
        return False
    voice, told = negative.matter.voice, claim.matter
    if voice is not None and voice in told.sides | told.doers:
        return False
    return _subject(negative).isdisjoint(_stems(claim.text))


def other_doer(one: Said, other: Said) -> bool:
    """Whether the two begin with who did it, and it is another: "the Rovers made an offer", "the
    Angels made an offer". A pronoun is whoever speaks, unless he tells what he saw."""
    mine, theirs = _subject(one), _subject(other)
    if not mine or not theirs:
        return False
    return (
        mine.isdisjoint(_stems(other.text))
        and theirs.isdisjoint(_stems(one.text))
        and (mine.isdisjoint(theirs))
    )


def _subject(said: Said) -> frozenset[str]:
    match = _LEADS.match(said.text) or _TWO.match(said.text)
    if match is not None:
        return _stems(match["name"])
    if _OWN.match(said.text) is None or has_mark("sensing", tokens(said.text)[:_SENSED]):
        return frozenset()
    source = said.statement.source
    told = f"{source.span.text if source else ''} {said.who.label if said.who else ''}"
    return _stems(told)


@lru_cache(maxsize=8192)
def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in tokens(text) if word not in words().stop)
