"""What somebody professes not to know: the thing itself, or one aspect of what is granted.

"Was not aware of any raid" knows of no raid; "did not know why the raid was ordered" takes the raid
for granted; "knew of no grudge against the bank" says nothing of what befell the bank.
"""

from __future__ import annotations

import re

from onrecord.compare.accounts.facts import Said
from onrecord.compare.accounts.negation import negates
from onrecord.link.words import capitals, has_mark, keys, mark_keys, stem, tokens, words

_WORDS = 2
"""Words of the thing itself, of which one must be told: "chemical attack", "police raid"."""
_KNOWING = (
    r"(?:know|knows|knew|known|aware|sure|certain|clear|idea|knowledge|information|heard|hear|record|"
    r"records|report|reports|evidence|sign|signs|indication|indications|confirmation|awareness|details)"
)
_ASPECT = re.compile(
    rf"\b(?:{_KNOWING}|say|said|tell|explain|specify)\b(?:\s+(?:of|about|as\s+to|on|exactly))?\s+"
    r"(?:why|how|who|whom|whose|when|where|which)\b",
    re.IGNORECASE,
)
_GRANTED = re.compile(
    rf"\b(?:{_KNOWING}|say|said|tell|explain|specify)\b(?:\s+(?:of|about|as\s+to|on|exactly))?\s+"
    r"(?:why|how|when|where)\b",
    re.IGNORECASE,
)
_HAPPENED = re.compile(
    rf"\b{_KNOWING}\b[^.;]{{0,12}}\bwhat\s+(?:(?:had|has)\s+)?(?:was\s+happening|happened|caused|occurred)"
    r"|\b(?:know|knows|knew)\s+(?:that\s+)?(?:he|she|it|they|we|I)\s+(?:could|should|might)\b",
    re.IGNORECASE,
)
"""What it was that happened, or what one was free to do: that it did is granted."""
_CLAUSE = re.compile(r"[;,]?\s+(?:but|although|though)\s+", re.IGNORECASE)
_BEHIND = re.compile(
    r"[,;:.]|\b(?:against|at|by|for|from|in|inside|near|of|on|over|that|to|with|which|who)\b", re.I
)
"""Where the thing itself is told, and what it is of, for or against begins."""
_THING = re.compile(
    rf"\b{_KNOWING}\b\s+(?:of|about|on|regarding|concerning)\s+"
    r"|\b(?:if|whether)\s+there\s+(?:is|was|were|had\s+been|has\s+been)\s+",
    re.IGNORECASE,
)


def unaware_of(doubt: Said, claim: Said) -> bool:
    """Whether what ``doubt`` professes not to know may be what ``claim`` tells.

    Where the words do not say what is unknown ("knew nothing"), it may be.
    """
    text = _unknown(doubt.text)
    if _ASPECT.search(text) or _HAPPENED.search(text):
        return False
    after = _THING.search(text)
    if after is None:
        return True
    told = _BEHIND.split(text[after.end() :])[0]
    thing = [w for w in tokens(told) if w not in words().stop][:_WORDS]
    if (
        thing
        and has_mark("aspects", thing[-1:])
        and re.match(r"\s*of\b", text[after.end() + len(told) :])
    ):
        return False  # "the whereabouts of the kidnappers": that there are some is granted
    of_it = frozenset(key for word in thing for key in keys(word))
    if tie := of_it & mark_keys("relations"):
        # "a connection between the fire and the bank": each by itself is granted
        return bool(tie & claim.keys)
    if not of_it or of_it & claim.keys or _kin(thing) & _kin(tokens(claim.text)):
        return True
    # "no withdrawal of troops from Lun" where they pulled out; a name by itself tells nothing
    return bool((keys(text) & claim.keys) - capitals(doubt.text) - capitals(claim.text))


def _unknown(text: str) -> str:
    """The clause that tells what is not known, of two: "it is treated as arson, but he did not
    know of any threats"."""
    parts = _CLAUSE.split(text)
    return next((part for part in reversed(parts) if negates(tokens(part))), text)


def grants(doubt: Said) -> bool:
    """Whether what is not known is only why, how or when: the thing itself is granted."""
    return _GRANTED.search(doubt.text) is not None


def of_aspect(doubt: Said) -> bool:
    """Whether it is one aspect, or how it came about, that is not known: "the nature of the gas",
    "did not know what was happening"."""
    first = tokens(doubt.text)[:3]
    return has_mark("aspects", first) or _HAPPENED.search(doubt.text) is not None


def _kin(found: list[str]) -> frozenset[str]:
    """What the words may name: "explosion" is what "exploded" tells."""
    groups = words().kin_of
    return frozenset(group for word in found for group in groups.get(stem(word), ()))
