"""Which event the text says came after which: in answer to it, or so long after it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from onrecord.compare.accounts.build import link, quote
from onrecord.compare.accounts.facts import REAL, EventFacts, View
from onrecord.compare.pairs.sameness import TYPES
from onrecord.records import Link

REACH = 70
"""Characters between the words that tell the order and the event that they lead to."""
_TOLD = TYPES | {"CONCEDE", "COOPERATE"}
_STOP = re.compile(r"[.;!?\n“”\"]")
_LONG = r"(?:(?:just|only|less than|more than|nearly|almost|about|some|a few|several)\s+)*"
_LENGTH = (
    rf"(?:{_LONG}(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+)?\s*"
    r"(?:minute|hour|day|night|week|month)s?\s+)"
)
# Left of it stands what came after, right of it what came before.
_AFTER = re.compile(
    r"\b(?:in (?:direct |apparent )?(?:retaliation|response|reprisal|revenge|reaction|answer) "
    r"(?:for|to)|in the wake of|to avenge|avenging|(?:as )?(?:a )?punishment for|"
    r"retaliating for|responding to|prompted by|provoked by|triggered by|"
    rf"{_LENGTH}?(?:shortly |soon |right |immediately )?(?:after|following)|"
    r"(?:was|were) in (?:retaliation|response|reprisal|revenge) (?:for|to)|followed(?! by\b)|"
    r"follows)\b",
    re.IGNORECASE,
)
# Left of it stands what came before, right of it what came after.
_BEFORE = re.compile(
    rf"\b(?:{_LENGTH}?(?:shortly |just )?before|(?:was |were )?followed by|prompting|"
    r"prompted(?! by)|leading to|led to|triggering|triggered(?! by)|provoking|provoked(?! by)|"
    r"sparking|sparked(?! by))\b",
    re.IGNORECASE,
)
# "Not after", "looked after", "the square named after", "one after another": no order of events.
_NO_ORDER = re.compile(
    r"\b(?:not|never|nor|n[’']t|nothing to do|without|named|look\w*|tak\w+|ask\w*|call\w*|one|day|"
    r"time|rather than|unlike)\s+$",
    re.IGNORECASE,
)
_OTHER = re.compile(r"\s+(?:all|that|this|which|another|being)\b", re.IGNORECASE)
# Words by which one who speaks of two events comes in between: what he says is another clause.
_CLAUSE = re.compile(r"\b(?:who|which|whose|said|says|that|but|while|although)\b", re.IGNORECASE)


def following(view: View, same: Iterable[Link]) -> list[Link]:
    """``follows``: from each event to the one before that its sentence sets it after.

    ``same`` are the report's ``same_event`` links: no event comes after itself.
    """
    links = []
    first = {one.from_: one.to for one in same}
    for later, earlier, cue in _pairs(view):
        if len({first.get(e.event.id, e.event.id) for e in (later, earlier)}) == 1:
            continue
        if later.days and earlier.days and later.days.end <= earlier.days.start:
            continue  # the days tell otherwise
        said = "in answer" if re.search(r"[rR]eta|resp|repr|reven|aveng|punish", cue) else "after"
        why = (
            f"“{cue}”: the {quote(_word(later))} is told to come {said} the {quote(_word(earlier))}"
        )
        links.append(link("follows", later, earlier, 0.8, why))
    return links


def _pairs(view: View) -> Iterator[tuple[EventFacts, EventFacts, str]]:
    text = view.record.report.text
    told = sorted(
        (e for e in view.events.values() if e.event.type in _TOLD and e.event.status in REAL),
        key=lambda e: (e.event.trigger.start, e.event.id),
    )
    for pattern, turned in ((_AFTER, False), (_BEFORE, True)):
        for cue in pattern.finditer(text):
            begin, end = cue.span()
            if _NO_ORDER.search(text[max(0, begin - 20) : begin]) or _OTHER.match(text[end:]):
                continue
            if any(t.span.start == end + 1 and t.type != "DURATION" for t in view.record.times):
                continue  # after midnight, after Sunday
            right = _right(text, told, end)
            left = right and (_left(text, told, begin) or _fronted(text, told, begin, right))
            if not left or not right or left.event.id == right.event.id:
                continue
            words = " ".join(cue.group().split())
            yield (right, left, words) if turned else (left, right, words)


def _right(text: str, told: list[EventFacts], at: int) -> EventFacts | None:
    """The first event behind the cue, in its clause."""
    found = next((e for e in told if e.event.trigger.start >= at), None)
    if found is None or found.event.trigger.start - at > REACH:
        return None
    between = text[at : found.event.trigger.start]
    return None if _STOP.search(between) or "," in between or _and(between) else found


def _and(between: str) -> bool:
    """Whether what follows is joined on and no part of the cue's clause: "after dark and shot"."""
    return re.search(r"\band\s+(?:\w+ly\s+)?$", between) is not None


def _left(text: str, told: list[EventFacts], at: int) -> EventFacts | None:
    """The last event before the cue in its sentence, no other clause between."""
    found = next((e for e in reversed(told) if e.event.trigger.end <= at), None)
    if found is None:
        return None
    between = text[found.event.trigger.end : at]
    return None if _STOP.search(between) or _CLAUSE.search(between) else found


def _fronted(text: str, told: list[EventFacts], at: int, before: EventFacts) -> EventFacts | None:
    """Where the cue opens the sentence: the first event behind the comma that closes its clause."""
    opening = _STOP.split(text[max(0, at - 60) : at])[-1]
    if len(opening.split()) > 2:
        return None
    end = before.event.trigger.end
    for event in told:
        between = text[end : event.event.trigger.start]
        if event.event.trigger.start > end and "," in between:
            return None if _STOP.search(between) or len(between) > 160 else event
    return None


def _word(event: EventFacts) -> str:
    return event.event.trigger.text
