"""What "the raid" says of itself beside its noun: of what it is, by whom, and when."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.compare.accounts.facts import EventFacts, View
from onrecord.compare.accounts.matter import other_towns
from onrecord.link.words import fold, has_mark, keys, tokens

_FRESH = 7
"""Days from a day told to the report in which what is told is its own news."""
_NAME = re.compile(r"(?:[a-z-]+\s+){0,4}?((?:[A-Z][\w’'-]+\s?|al-[A-Z][\w’'-]+\s?)+)")
_OF_WHAT = re.compile(
    r"(?:\s+and\s+\w+)?\s+(of|on|against|at|near|in|targeting)\s+([^.,;:()\n“”\"]{1,60})"
)
_ENDS = re.compile(
    r"\b(?:by|through|via|after|before|when|while|where|which|who|whose|that|as|since|during|because"
    r"|if|and|but|to|could|would|had|has|have|was|were|is|are|will|may|might)\b"
)
"""Words behind which a noun's own phrase has ended."""
_BLAMING = re.compile(r"\bblam(?:e|es|ed|ing)\b[^.;:]*$")
_CLAUSE = 60
_SENTENCE = 200
_THAT = re.compile(r"\b(that|those)\s+(?:[a-z-]+\s+)?$", re.IGNORECASE)
OBJECT = re.compile(r"\s+(?:the|an?|its|their|his|her|this|that)\b")
"""Behind a verb: "units of the army hit the gatherings"."""
_DAYS = re.compile(
    r"\b(?:\w+day|today|week|weekend|month|night|morning|evening)[’']s\s+(?:[a-z-]+\s+)?$",
    re.IGNORECASE,
)
_HEADS = 4
"""Words behind "in" among which the one that it is in stands: "in a long televised speech"."""


def fits(seen: View, later: EventFacts, of: frozenset[str], group: Sequence[EventFacts]) -> bool:
    """Whether what a noun is of, whose it is and when do not tell of another event."""
    return (
        _of_it(of, group)
        and _of_name(seen, later, group)
        and _in_its_days(later, group)
        and _as_many(seen, later, group)
        and _by_whom(seen, later, group)
    )


def of_what(seen: View, later: EventFacts) -> frozenset[str]:
    """Keys of what a noun is of ("the bombing of a convoy"), without the words for a time."""
    behind = _phrase(seen, later)
    if behind is None:
        return frozenset()
    start, text = behind
    timing = frozenset(
        key
        for time in seen.record.times
        if start <= time.span.start < start + len(text)
        for key in keys(time.span.text)
    )
    return keys(text) - timing


def _phrase(seen: View, later: EventFacts) -> tuple[int, str] | None:
    """What a noun is of, and where that begins: not "in a statement", "in advance", nor what it is
    blamed on."""
    text, start = seen.record.report.text, later.event.trigger.start
    behind = _OF_WHAT.match(text, later.event.trigger.end)
    if behind is None:
        return None
    case, what = behind[1], _ENDS.split(behind[2], maxsplit=1)[0]
    told = tokens(what)
    if case == "on" and _BLAMING.search(text[max(0, start - _CLAUSE) : start]):
        return None
    if case in ("in", "at", "on"):
        determined = has_mark("determiners", told[:1])
        if not (determined or any(c.isupper() for c in what)):
            return None  # "in advance", "at dawn"
        if has_mark("channels", told[:_HEADS]):
            return None
    return behind.start(2), what


def _of_name(seen: View, later: EventFacts, group: Sequence[EventFacts]) -> bool:
    """ "The capture of Lun", "the death of Amin": what befalls each by itself is told by name."""
    if later.event.type != "COERCE" and not has_mark("of_one", tokens(later.event.trigger.text)):
        return True
    behind = _phrase(seen, later)
    name = _NAME.match(behind[1]) if behind is not None else None
    if name is None:
        return True
    named = keys(name[1])
    return any(named & (one.matter.keys | one.matter.where | one.matter.names) for one in group)


def _of_it(of: frozenset[str], group: Sequence[EventFacts]) -> bool:
    """Whether what a noun is of is told of the event too."""
    told = (one.matter.keys | one.matter.where | one.matter.names for one in group)
    return not of or any(of & keys_ for keys_ in told)


def _in_its_days(later: EventFacts, group: Sequence[EventFacts]) -> bool:
    """Whether "the December raid" may be one told before: dated so too, or fresh news itself."""
    days, published = later.days, later.published
    if days is None or any(one.days is not None and one.days.meets(days) for one in group):
        return True
    return published is not None and days.start - 1 <= published.start <= days.end + _FRESH


def _as_many(seen: View, later: EventFacts, group: Sequence[EventFacts]) -> bool:
    """Whether as many died as are told behind "the deaths of": the toll of a war is none of a
    day's."""
    phrase = _phrase(seen, later)
    if phrase is None or not has_mark("deadly", [later.head]):
        return True
    start, end = phrase[0], phrase[0] + len(phrase[1])
    own = {(c.what, c.low) for c in later.event.counts if start <= c.span.start < end}
    told = {(c.what, c.low) for one in group for c in one.event.counts}
    return not own or bool(own & told)


def _by_whom(seen: View, later: EventFacts, group: Sequence[EventFacts]) -> bool:
    """Whether who is told behind "by" is who did it: "the raid by marines" is not just any."""
    behind = seen.record.report.text[later.event.trigger.end :][:5]
    if not behind.startswith(" by ") or not later.actors:
        return True
    return any(later.actors & one.actors for one in group)


def elsewhere(seen: View, later: EventFacts, group: Sequence[EventFacts]) -> bool:
    """Whether a noun is told of another town than an event was: by what it is of, or by a town
    before it in its sentence. "The raid could wreck talks in Lun" was not in Lun."""
    if not any(other_towns(one.matter, later.matter) for one in group):
        return False
    if later.place is not None:
        return True
    start, phrase = later.event.trigger.start, _phrase(seen, later)
    end = phrase[0] + len(phrase[1]) if phrase else start
    begin = start - _SENTENCE
    return any(
        begin <= place.span.start < end and fold(place.name) in later.matter.spots
        for place in seen.record.places
    )


def pointing(seen: View, later: EventFacts) -> bool:
    """Whether it is called "that raid", which is the one told of last."""
    start = later.event.trigger.start
    text = seen.record.report.text
    found = _THAT.search(text[max(0, start - _CLAUSE) : start])
    if found is None or not later.definite or later.event.trigger.text.endswith("ing"):
        return False  # "said that shelling went on"
    behind = tokens(text[later.event.trigger.end :][:20])[:2]
    if behind == ["after", tokens(later.event.trigger.text)[-1]]:
        return False  # "said that raid after raid …"
    if OBJECT.match(text, later.event.trigger.end) or has_mark("determiners", tokens(found[0])[1:]):
        return False  # "a drone that hit the mosque", "said that a raid"
    return (found[1].lower() == "those") == later.plural


def dated(seen: View, later: EventFacts) -> bool:
    """Whether it is called by its day: "Tuesday's raid", "last week's talks"."""
    start = later.event.trigger.start
    return _DAYS.search(seen.record.report.text[max(0, start - _CLAUSE) : start]) is not None
