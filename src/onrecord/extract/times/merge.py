"""What the reading model tagged, beside what the rules found.

The rules come first: they alone give values. The model adds expressions that no rule knows ("the
night of the raid"), with the value that TIMEX3 has for what cannot be resolved, and its parts of
speech take out months and seasons that are verbs.
"""

from __future__ import annotations

import re

from onrecord.extract.times.expressions import Fixed, Named
from onrecord.extract.times.grammar import Found
from onrecord.extract.times.lexer import lex
from onrecord.extract.times.rules import grammar
from onrecord.extract.times.tense import Tenses
from onrecord.model.analysis import TimeMention

_YEAR = re.compile(r"\d{4}")

_HARM = re.compile(r"\s+(?:others? |more )?(?:were )?(?:injured|wounded|hurt|dead|missing)\b")
_DATING = frozenset({"in", "since", "of", "by", "until", "till", "from", "before", "after", "the"})

TRUSTED = 0.93
"""The score from which a tagged expression that no rule knows is believed; measured on histories
not trained on, nine of ten such are right."""

_UNRESOLVED = {"DATE": "XXXX-XX-XX", "TIME": "XXXX-XX-XXTXX:XX", "DURATION": "PXX", "SET": "PXX"}


def added(found: list[Found], mentions: tuple[TimeMention, ...], text: str) -> list[Found]:
    """``found`` and the trusted ``mentions`` that overlap none of it, in the order of the text."""
    taken = sorted((one.start, one.end) for one in found)
    more = []
    for mention in mentions:
        if mention.score < TRUSTED or _overlaps(mention, taken):
            continue
        start, end = _trimmed(mention, text)
        if start < end and _speaks_of_time(text[start:end]):
            value = Fixed(_UNRESOLVED[mention.type])
            more.append(Found(start, end, value, (0, 0)))
            taken.append((start, end))
    return sorted([*found, *more], key=lambda one: one.start)


def _overlaps(mention: TimeMention, taken: list[tuple[int, int]]) -> bool:
    return any(start < mention.end and mention.start < end for start, end in taken)


def _trimmed(mention: TimeMention, text: str) -> tuple[int, int]:
    """The mention without white space and marks at its ends."""
    start, end = mention.start, min(mention.end, len(text))
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not text[end - 1].isalnum():
        end -= 1
    return start, end


def _speaks_of_time(quoted: str) -> bool:
    """Whether the last word is one of time: a tagged "two" or "Street" is not believed.

    Nor is a "today" that the rules left out as a name ("USA Today") or an age.
    """
    rules = grammar()
    last = lex(quoted, rules.vocabulary, rules.cores).words[-1:]
    if not last or last[0] is None or last[0].end != len(quoted):
        return False
    return "today" not in last[0].entry.values


def without_counts(found: list[Found], tenses: Tenses, text: str) -> list[Found]:
    """``found`` without the years that are numbers of something: "nearly 2000 air raids"."""
    return [one for one in found if not counted(one.start, one.end, tenses, text)]


def counted(start: int, end: int, tenses: Tenses, text: str) -> bool:
    """Whether what looks like a year says how many."""
    year = _YEAR.fullmatch(text, start, end)
    return year is not None and (tenses.counts(start) or _befallen(start, end, text))


def _befallen(start: int, end: int, text: str) -> bool:
    """ "and 1407 injured", "a 2000-year-old temple": how many, how old."""
    if text.startswith("-year", end):
        return True
    before = re.search(r"(\w+)\s*$", text[max(0, start - 20) : start])
    dated = before is not None and before[1].lower() in _DATING
    return bool(_HARM.match(text, end)) and not dated


_BEGUN = re.compile(r"\b(?:began|begin|begins|ended|entered|in|since|until|by|of) \Z")


def without_verbs(found: list[Found], tenses: Tenses, text: str) -> list[Found]:
    """``found`` without the months and seasons that are verbs: "may", "march", "spring".

    "Beginning in April" is none, nor is the "March" that something began.
    """
    return [
        one
        for one in found
        if not (
            isinstance(one.expression, Named)
            and one.expression.kind in ("month", "season")
            and tenses.upos(one.start) in ("VERB", "AUX")
            and text[one.start : one.end].isalpha()
            and not _BEGUN.search(text, max(0, one.start - 10), one.start)
        )
    ]
