"""Numbers beside a word of harm that count nobody: how old somebody is, of how many one is."""

from __future__ import annotations

import re
from functools import cache

from onrecord.extract.actors.trees.lexicon import words as actor_words
from onrecord.extract.events.numbers.quantities import any_of, tables

WERE = re.compile(r"\b(?:were|was|are|been|being|have|has|had|got)\b", re.IGNORECASE)
_BEFORE = re.compile(r"(?P<the>\b(?:[Tt]he|[Aa]n?) (?:[\w’'-]+ )?)?(?P<name>[^\W\d_][\w’'-]*),\s$")
_AGED = re.compile(r"\s?,\s")
_WHOLE = re.compile(
    r"\b(?:one|none|neither|some|most|many|few|two|three|four|five|six|seven|eight|nine|\d+|half)"
    r" of (?:the|its|their|his|her|those|these)\s+$",
    re.IGNORECASE,
)


@cache
def ages() -> re.Pattern[str]:
    """ "four men, | aged between 16 and 20, | were held", "20 people, | some as young as four, |
    were hurt": how old those who are counted are."""
    one = any_of(tables()[0])
    number = rf"(?:\d+|(?:{one})(?:-(?:{one}))?)"
    return re.compile(
        r",?\s+(?:age[ds]?\s+(?:between\s+|from\s+|about\s+|just\s+|only\s+)?"
        rf"|(?:(?:some|many|one|the youngest|the oldest)\s+)?as\s+(?:young|old)\s+as\s+){number}\b"
        r"(?:\s+(?:years|months|weeks)(?:\s+old)?)?"
        rf"(?:(?:,\s+|,?\s+and\s+|\s+to\s+|\s?[-–]\s?|\s+or\s+){number}\b)*,?",
        re.IGNORECASE,
    )


def aged(text: str, start: int, end: int) -> bool:
    """ "Yusuf Adan, | 21, | who was detained", "the boy, 14, was killed": how old he is."""
    if not text[start:end].isdigit() or _AGED.match(text, end) is None:
        return False
    before = _BEFORE.search(text, max(0, start - 40), start)
    if before is None:
        return False
    noun = before["name"].lower()
    sort = actor_words().sort_of([noun], noun)
    person = before["the"] is not None and sort is not None and sort.kind in ("person", "people")
    return before["name"][0].isupper() or (person and not noun.endswith("s"))


@cache
def _row() -> re.Pattern[str]:
    number = rf"(?:an?|\d+|{any_of(tables()[0])})"
    member = rf"{number}\s+(?:[\w’'-]+\s+){{0,2}}?[\w’'-]+"
    return re.compile(rf"\b{member},\s+{member},?\s+and\s+$", re.IGNORECASE)


def last_of_row(text: str, start: int, word: int) -> bool:
    """ "three Danes, a Swede and | two | Turks were hurt": how many the last ones of a row are."""
    return word > start and _row().search(text, max(0, start - 90), start) is not None


_BODIES = re.compile(
    r"\b(?:burn\w*|desecrat\w*|mutilat\w*|bur(?:y|ied|ying)|drag\w*|parad\w*|display\w*|return\w*"
    r"|hand\w* over|wash\w*|exhum\w*)\s+(?:the\s+)?(?:bodies|corpses|remains) of (?:the )?$",
    re.IGNORECASE,
)


def of_bodies(text: str, start: int) -> bool:
    """ "burning the bodies of | two dead rebels": they had been killed before."""
    return _BODIES.search(text, max(0, start - 60), start) is not None


def of_a_whole(text: str, start: int, end: int, word: int) -> bool:
    """ "one of | the four | gunmen was killed": of how many, and not how many.

    ``word`` is where the word for what befell them stands.
    """
    if _WHOLE.search(text, max(0, start - 40), start) is None:
        return False
    return WERE.search(text, end, max(end, word)) is not None


_NOT_SO = re.compile(r"\b(?:was|were|is|are|been|have|had|has|did)(?: not|n[’']t) (?!only\b)", re.I)
_NOT_LOST = re.compile(r"\w+ (?:was|were|(?:have|had|has) been) not (?:lost|taken|claimed)\b|"
                       r"\w+ (?:have|had|has) not been (?:lost|taken|claimed)\b", re.I)  # fmt: skip


def denied(text: str, end: int, word: int) -> bool:
    """ "sixteen lives were not lost", "nine men were not killed": how many it was not."""
    if word >= end and _NOT_SO.search(f"{text[end:word]} ") is not None:
        return re.search(r"[.;:]", text[end:word]) is None
    return _NOT_LOST.match(text, word) is not None
