"""Whose claim a denial says that it denies: "the harbour master's complaint that …"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from onrecord.compare.accounts.facts import Said
from onrecord.compare.accounts.parties import named_sides
from onrecord.link.words import mark_stems, stem, tokens, words

_WORD = re.compile(r"[^\W\d_][\w-]*")
_POSSESSED = re.compile(r"(?P<owner>[\w ’'-]*\w)(?:['’]s?)\s+(?:[\w-]+\s+){0,2}$")
_BY = re.compile(r"\s+(?:by|from)\s+(?P<owner>[\w ’'-]+?)(?:\s+(?:that|of|about|as)\b|[,.;:]|$)")
_DETERMINER = re.compile(r"\b(?:the|an?|all|any|its|his|her|their|this|that)\s", re.IGNORECASE)
_START = 12
"""Words of a denial among which stands what it calls the claim."""


@dataclass(frozen=True, slots=True)
class Owner:
    """By what words a claim's source is called (stems), and the states that these name."""

    called: frozenset[str]
    sides: frozenset[str]

    def is_source(self, claim: Said) -> bool:
        """Whether the claim is told by whom these words name."""
        if self.sides:
            return claim.matter.voice in self.sides
        source = claim.statement.source
        theirs = tokens(source.span.text) if source else []
        theirs += tokens(claim.who.label) if claim.who else []
        return bool(self.called) and self.called <= {stem(word) for word in theirs}

    def is_another(self, claim: Said) -> bool:
        """Whether the claim is told by somebody known to be another."""
        voice = claim.matter.voice
        return bool(self.sides) and voice is not None and voice not in self.sides


def owner(denial: Said) -> Owner | None:
    """Whose claim it says that it denies; None where it does not say."""
    return _owner(denial.text)


@lru_cache(maxsize=4096)
def _owner(text: str) -> Owner | None:
    claiming = mark_stems("claiming")
    for at, word in enumerate(_WORD.finditer(text)):
        if at >= _START or word.group().lower() == "that":
            return None
        if stem(word.group().lower()) in claiming:
            return _of(_before(text[: word.start()]) or _behind(text[word.end() :]))
    return None


def _before(text: str) -> str:
    match = _POSSESSED.search(text)
    phrase = match["owner"] if match else text
    last = _DETERMINER.split(phrase)[-1]
    if match:
        return last
    return last if any(named_sides(last, at_place=False)) else ""  # "the Estonian claim"


def _behind(text: str) -> str:
    match = _BY.match(text)
    return _DETERMINER.sub("", match["owner"]) if match else ""


def _of(phrase: str) -> Owner | None:
    sides = frozenset(code for _, _, code in named_sides(phrase, at_place=False))
    called = frozenset(stem(w) for w in tokens(phrase) if w not in words().stop)
    return Owner(called, sides) if called else None
