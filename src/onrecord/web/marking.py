"""A report's text cut into pieces that know which items they belong to.

Spans of items nest and cross as they like, and markup may only nest. So the text is cut wherever
any span begins or ends, and each piece lists the items and the parts that it plays in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from onrecord.records import Event, ReportRecord, Span, Statement

_BLANK = re.compile(r"(?:[^\S\n]*\n){2,}[^\S\n]*|\s*\Z")
"""What stands between two blocks: a line break and an empty line, or the end of the text."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that play a part in an item. ``item`` is the item's id within its report ("s3")."""

    start: int
    end: int
    part: str
    item: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Words marked alike: ``parts`` that they play, of which ``items``; ``depth`` tells how many
    statements one within another they are said in. ``first`` are items that begin here."""

    text: str
    parts: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    depth: int = 0
    first: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: ``[start, end)`` of the text, as pieces."""

    start: int
    end: int
    pieces: tuple[Piece, ...]


def item_of(item_id: str) -> str:
    """An item's id within its report: "s3" of "9f2c:s3"."""
    return item_id.rpartition(":")[2]


def statement_marks(statement: Statement) -> Iterator[Mark]:
    """The words of a statement, by the part they play in it."""
    item = item_of(statement.id)
    if statement.source is not None:
        yield _mark(statement.source.span, "source", item)
    parts = [(statement.cue, "cue"), (statement.channel_span, "channel")]
    parts += [(statement.condition, "condition"), (statement.consequence, "consequence")]
    parts += [(span, "content") for span in statement.content]
    for span, part in parts:
        if span is not None:
            yield _mark(span, part, item)


def event_marks(event: Event) -> Iterator[Mark]:
    """The words of an event, by the part they play in it."""
    item = item_of(event.id)
    yield _mark(event.trigger, "trigger", item)
    for span in event.actor_spans:
        yield _mark(span, "doer", item)
    for span in event.recipient_spans:
        yield _mark(span, "done-to", item)
    for count in event.counts:
        yield _mark(count.span, "count", item)


def record_marks(record: ReportRecord) -> list[Mark]:
    """Every marked word of a report."""
    marks: list[Mark] = []
    for statement in record.statements:
        marks += statement_marks(statement)
    for event in record.events:
        marks += event_marks(event)
    marks += [_mark(time.span, "time", item_of(time.id)) for time in record.times]
    marks += [_mark(place.span, "place", item_of(place.id)) for place in record.places]
    for actor in record.actors:
        marks += [_mark(span, "actor", item_of(actor.id)) for span in actor.mentions]
    return marks


def _mark(span: Span, part: str, item: str) -> Mark:
    return Mark(span.start, span.end, part, item)


def blocks(text: str, marks: Iterable[Mark]) -> list[Block]:
    """The paragraphs of a report with its marks; empty lines between them are left out."""
    ordered = sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.item))
    begun: set[str] = set()
    found = []
    for start, end in paragraphs(text):
        inside = [mark for mark in ordered if mark.start < end and mark.end > start]
        found.append(Block(start, end, tuple(_pieces(text, start, end, inside, begun))))
    return found


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where the paragraphs of a text stand: what empty lines set apart."""
    start = 0
    for gap in _BLANK.finditer(text):
        if text[start : gap.start()].strip():
            yield start, gap.start()
        start = gap.end()


def pieces(text: str, start: int, end: int, marks: Iterable[Mark]) -> list[Piece]:
    """``text[start:end]`` with those of the marks that touch it."""
    inside = [mark for mark in marks if mark.start < end and mark.end > start]
    return list(_pieces(text, start, end, inside, set()))


def _pieces(text: str, start: int, end: int, marks: list[Mark], begun: set[str]) -> Iterator[Piece]:
    cuts = {start, end}
    for mark in marks:
        cuts |= {max(mark.start, start), min(mark.end, end)}
    points = sorted(cuts)
    opening: dict[int, list[Mark]] = {}
    for mark in marks:
        opening.setdefault(max(mark.start, start), []).append(mark)
    active: list[Mark] = []
    for at, until in pairwise(points):
        active = [mark for mark in active if mark.end > at] + opening.get(at, [])
        items = tuple(dict.fromkeys(mark.item for mark in active))
        first = tuple(item for item in items if item not in begun)
        begun.update(first)
        yield Piece(
            text[at:until],
            tuple(sorted({mark.part for mark in active})),
            items,
            sum(mark.part == "content" for mark in active),
            first,
        )
