"""Whether two items of a report can be of one happening, where it tells of several.

Round-ups, live pages and updates tell of an attack here, one there, and of all together: a number
of the one is none of the other, and "the raid" of the third entry is not that of the first.
"""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.compare.accounts.facts import EventFacts, Said, View
from onrecord.compare.accounts.figures import Figure
from onrecord.compare.pairs.sameness import places
from onrecord.extract.times.entries import entries
from onrecord.link.words import has_mark, tokens
from onrecord.records import Place

_STOP = re.compile(r"[.!?][”\"’)]?\s+(?=[A-Z“\"(])|\n")
_MANY = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|several|multiple|separate|a series of|"
    r"a string of|a wave of|coordinated|simultaneous)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:attacks|strikes|airstrikes|raids|bombings|bombs|blasts|explosions|shootings|ambushes|"
    r"assaults|clashes|massacres|incidents)\b",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"\b(?:this (?:year|month)|so far|in total|altogether|in all|to date|"
    r"since (?:the (?:start|beginning)|last|January|February|March|April|May|June|July|August|"
    r"September|October|November|December|(?:19|20)\d\d|\w+ (?:began|started|broke out))|"
    r"(?:over|in|during) the (?:past|last) (?:\w+ )?(?:weeks?|months?|years?)|"
    r"in recent (?:weeks|months|years)|"
    r"(?:weeks?|months?|years?|days) of (?:fighting|violence|war))\b",
    re.IGNORECASE,
)
_PERFECT = re.compile(
    r"\b(?:have|has)\s+(?:been\s+)?$|\b(?:have|has)\s+(?:\w+\s+)?(?:been\s+)?\w*$"
)
_OWN_DEAD = re.compile(
    r"\b(?:its|their|our|his|her)\s+(?:own\s+)?(?:war\s+)?(?:dead|losses|casualties|fallen)\b",
    re.IGNORECASE,
)
_BEFORE_WORD = 24


def two_counts(view: View, earlier: Said, one: Figure, later: Said, other: Figure) -> bool:
    """Whether two numbers are not of the same: one of all attacks and the other of one of them, of
    two places, or each of a side's own dead."""
    whole = [_MANY.search(said.text) is not None for said in (earlier, later)]
    if whole[0] != whole[1]:
        part, told = (earlier, one) if whole[1] else (later, other)
        if not told.bare or _scene(view, part) is not None:
            return True  # "the number of dead at 24" is of the one told of right before
    if any(_OWN_DEAD.search(_sentence(view, said)) for said in (earlier, later)):
        return True
    scenes = _scene(view, earlier), _scene(view, later)
    return scenes[0] is not None and scenes[1] is not None and _two_towns(scenes[0], scenes[1])


def _sentence(view: View, said: Said) -> str:
    """The sentence that a statement stands in, up to its end."""
    text = view.record.report.text
    begin = max((found.end() for found in _STOP.finditer(text, 0, said.start)), default=0)
    return text[begin : max(span.end for span in said.statement.content)]


def _scene(view: View, said: Said) -> Place | None:
    """Where the paragraph was before a statement's end: at its last deed with a town of its own."""
    text = view.record.report.text
    end = max((span.end for span in said.statement.content), default=said.start)
    begin = text.rfind("\n", 0, said.start) + 1
    near = [
        event
        for event in view.events.values()
        if begin <= event.event.trigger.start < end
        and event.place is not None
        and event.event.type == "ASSAULT"
        and (event.event.trigger.start < said.start or event.event.on_word_of == said.statement.id)
    ]
    last = max(near, key=lambda event: event.event.trigger.start, default=None)
    return last.place if last is not None else None


def _two_towns(one: Place, other: Place) -> bool:
    towns = all(not (place.feature or "").startswith(("A", "L")) for place in (one, other))
    return towns and one.name != other.name


def apart_told(view: View, earlier: EventFacts, later: EventFacts) -> bool:
    """Whether a report tells two acts apart by how it tells them: one sums up what the other is one
    of, one was flown and the other is of a band that has no aircraft, or each stands in an entry of
    its own and nothing says that they were in one place."""
    if _sums(view, earlier) != _sums(view, later):
        return True
    if (_flown(earlier) and _band(view, later)) or (_flown(later) and _band(view, earlier)):
        return True
    marks = _entries(view.record.report.text)
    if not marks:
        return False
    at = [sum(mark <= e.event.trigger.start for mark in marks) for e in (earlier, later)]
    return at[0] != at[1] and places(earlier, later) < 2


@lru_cache(maxsize=8)
def _entries(text: str) -> tuple[int, ...]:
    """Where the entries of a live page begin; none where the text is no such page."""
    return tuple(entry.clock[0] for entry in entries(text))


def _sums(view: View, event: EventFacts) -> bool:
    """ "At least 40 have been killed across the province this year": many acts in one number."""
    if event.event.type != "ASSAULT" or not event.event.counts:
        return False
    return _summed(view.record.report.text, event.event.trigger.start)


@lru_cache(maxsize=256)
def _summed(text: str, start: int) -> bool:
    """Whether the clause of a word tells what has been done over a time."""
    if _PERFECT.search(text, max(0, start - _BEFORE_WORD), start) is None:
        return False
    begin = max((found.end() for found in _STOP.finditer(text, 0, start)), default=0)
    stop = _STOP.search(text, start)
    return _ALL.search(text, begin, stop.start() if stop else len(text)) is not None


def _flown(event: EventFacts) -> bool:
    """Whether aircraft did it: "an air strike", and no drone, which bands have too."""
    told = tokens(event.event.trigger.text)
    return event.event.mode == "aerial" and bool({"air", "airstrike", "airstrikes"} & set(told))


def _band(view: View, event: EventFacts) -> bool:
    """Whether all who did it are armed groups, or a group says that it was its own doing."""
    doers = [view.who[one] for one in event.event.actor if one in view.who]
    teller = view.said.get(event.event.on_word_of)
    claims = (
        teller is not None
        and teller.statement.cue is not None
        and ("claim" in teller.statement.cue.text)
    )
    bands = {"armed_group", "other"} if claims else {"armed_group"}
    return bool(doers) and all(doer.kind in bands for doer in doers)


def one_of_several(said: Said, near: int) -> bool:
    """ "Could not confirm any figure", after more than one: of which is not told."""
    told = tokens(said.text)
    return near > 1 and "any" in told and has_mark("counting", told)
