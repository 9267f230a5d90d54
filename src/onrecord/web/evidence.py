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
    return passage(found.report.text, marks_of(found))


def passage(text: str, marks: list[Mark], longest: int = LONGEST) -> Evidence:
    """The paragraphs that hold the marked words, cut to ``longest`` beside these."""
    if not marks:
        return Evidence((), False, bool(text))
    first, last = min(m.start for m in marks), max(m.end for m in marks)
    start, end = first, last
    for begin, stop in paragraphs(text):
        if begin <= first < stop:
            start = begin
        if begin < last <= stop:
            end = stop
    room = max(0, (longest - (last - first)) // 2)
    start = _word(text, max(start, first - room), start, first)
    end = min(end, last + room)
    while last < end < len(text) and not (text[end - 1].isspace() or text[end].isspace()):
        end -= 1
    return Evidence(tuple(pieces(text, start, end, marks)), start > 0, end < len(text))


def _word(text: str, at: int, whole: int, first: int) -> int:
    """Where a word begins, at ``at`` or after; ``at`` where it is ``whole``, nothing cut off."""
    begins = at
    while whole < begins < first and not text[begins - 1].isspace():
        begins += 1
    return begins


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
