"""The words that an item rests on, in as much of their report as makes them understood."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.records import Actor, Event, Place, Statement, Time
from onrecord.store.rows import Found
from onrecord.web.marking import (
    Mark,
    Piece,
    event_marks,
    item_of,
    paragraphs,
    pieces,
    statement_marks,
)

LONGEST = 2400
"""Characters around an item; paragraphs are cut to it, the item's own words never."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """``pieces`` of the text; whether words before and after them were left out."""

    pieces: tuple[Piece, ...]
    before: bool
    after: bool


def passage_of(found: Found) -> Evidence:
    """The paragraphs that hold the item's words, with those marked."""
    marks = marks_of(found)
    text = found.report.text
    if not marks:
        return Evidence((), False, bool(text))
    first, last = min(m.start for m in marks), max(m.end for m in marks)
    start, end = first, last
    for begin, stop in paragraphs(text):
        if begin <= first < stop:
            start = begin
        if begin < last <= stop:
            end = stop
    room = max(0, (LONGEST - (last - first)) // 2)
    start, end = max(start, first - room), min(end, last + room)
    return Evidence(tuple(pieces(text, start, end, marks)), start > 0, end < len(text))


def marks_of(found: Found) -> list[Mark]:
    """The words of the item, by the part they play in it."""
    match found.item:
        case Statement() as statement:
            return list(statement_marks(statement))
        case Event() as event:
            return list(event_marks(event))
        case Actor() as actor:
            return [Mark(s.start, s.end, "actor", item_of(actor.id)) for s in actor.mentions]
        case Place() as place:
            return [Mark(place.span.start, place.span.end, "place", item_of(place.id))]
        case Time() as time:
            return [Mark(time.span.start, time.span.end, "time", item_of(time.id))]
        case _:
            return []
