"""Decisions taken from one record to another of the same reports.

An item's id is the same in every record that the same program makes of a report. Another program
may number items otherwise, so a decision quotes the words of each item that it names, and is never
taken of an item of other words.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from onrecord.errors import RecordError
from onrecord.records import Actor, Event, Place, Report, ReportRecord, Span, Statement, Time
from onrecord.store.correcting import Decision, corrections, decide, undo
from onrecord.store.correcting_asked import Item, Json
from onrecord.store.correcting_check import StandsAlready
from onrecord.store.correcting_rows import Kept
from onrecord.store.correcting_standing import items_of
from onrecord.store.rereading import Rereading
from onrecord.store.rows import Correction, Decided, ItemWords

_ITEM = re.compile(r"[^\s:]+:[tpase]\d+")


def decided(db: sqlite3.Connection, found: list[Correction]) -> Iterator[Decided]:
    """These decisions with the words of the items that they name."""
    at_hand: dict[str, ReportRecord] = {}
    for c in found:
        value = json.loads(c.value)
        words = []
        for item_id in sorted({*_ids(c.item_id), *_ids(value)}):
            report = item_id.partition(":")[0]
            if report not in at_hand:
                at_hand[report] = _read(db, report)
            item = next((i for i in items_of(at_hand[report]) if i.id == item_id), None)
            if item is not None:
                span = _words(item)
                words.append(ItemWords(item_id, span.start, span.end, span.text))
        yield Decided(
            c.number, c.item_id, c.field, value, c.reason, c.by, c.at, c.undoes, c.undone_by,
            tuple(words),
        )  # fmt: skip


@dataclass(slots=True)
class Taking:
    """Takes the lines of a file in their order; ``numbers`` are the file's, by this record's."""

    reread: Rereading | None = None
    numbers: dict[int, int | None] = field(default_factory=dict)

    def take(self, db: sqlite3.Connection, line: Json) -> Correction | None:
        """Takes one decision, as ``decided`` gives it; None where it is there, or stands anyway.

        RecordError where it cannot be taken.
        """
        d = _Line(line)
        if d.undoes is not None:
            return self._undo(db, d)
        renamed = {words.id: _again(db, words) for words in d.words}
        item_id, value = renamed.get(d.item_id, d.item_id), _renamed(d.value, renamed)
        there = corrections(
            db,
            "c.item_id = ? AND c.field = ? AND c.value = ? AND c.reason = ? AND c.by_whom = ? "
            "AND c.at = ? AND c.undoes IS NULL",
            (item_id, d.field, json.dumps(value, ensure_ascii=False), d.reason, d.by, d.at),
        )
        if there:
            self.numbers[d.number] = there[0].number
            return None
        self.numbers[d.number] = None
        try:
            made = decide(db, Decision(item_id, d.field, value, d.reason, d.by, d.at), self.reread)
        except StandsAlready:
            return None
        self.numbers[d.number] = made.number
        return made

    def _undo(self, db: sqlite3.Connection, d: _Line) -> Correction | None:
        if d.undoes not in self.numbers:
            raise RecordError(f"it undoes {d.undoes}, which is not in the file before it")
        number = self.numbers[d.undoes]
        if number is None or corrections(db, "c.undoes = ?", (number,)):
            return None
        return undo(db, number, reason=d.reason, by=d.by, at=d.at, reread=self.reread)


class _Line:
    """A line's fields; RecordError names what is not as it should be."""

    def __init__(self, line: Json) -> None:
        if not isinstance(line, dict):
            raise RecordError("it is no JSON object")
        self.number: int = self._of(line, "number", int)
        self.item_id: str = self._of(line, "item_id", str)
        self.field: str = self._of(line, "field", str)
        self.reason: str = self._of(line, "reason", str)
        self.by: str = self._of(line, "by", str)
        self.at: str = self._of(line, "at", str)
        self.value: Json = line.get("value")
        self.undoes: int | None = line.get("undoes")
        self.words = [_item_words(words) for words in self._of({"words": []} | line, "words", list)]

    @staticmethod
    def _of(line: dict[str, Json], name: str, kind: type) -> Any:
        if not isinstance(line.get(name), kind):
            raise RecordError(f"{name} is {line.get(name)!r}; it must be a {kind.__name__}")
        return line[name]


def _item_words(words: Json) -> ItemWords:
    try:
        return ItemWords(words["id"], words["start"], words["end"], words["text"])
    except (TypeError, KeyError):
        raise RecordError("the words of an item are its id, start, end and text") from None


def _again(db: sqlite3.Connection, words: ItemWords) -> str:
    """The id of the item of the same kind that has these words."""
    report, _, own = words.id.partition(":")
    same = [
        item.id
        for item in items_of(_read(db, report))
        if item.id.rpartition(":")[2][0] == own[:1] and _is(_words(item), words)
    ]
    if words.id in same:
        return words.id
    if len(same) != 1:
        number = "several items" if same else "no item"
        raise RecordError(
            f"{words.id} was {words.text!r} at [{words.start}, {words.end}), of which this record "
            f"has {number}; decide it anew"
        )
    return same[0]


def _read(db: sqlite3.Connection, report_id: str) -> ReportRecord:
    row = db.execute("SELECT num FROM report WHERE id = ?", (report_id,)).fetchone()
    if row is None:
        raise RecordError(f"report {report_id} is not in this record; add it first")
    return Kept(db, row[0]).read


def _words(item: Item) -> Span:
    """The words by which an item is known again."""
    match item:
        case Time() | Place():
            return item.span
        case Actor():
            return item.mentions[0]
        case Event():
            return item.trigger
        case Statement():
            source = item.source.span if item.source else None
            shown = (*item.content, item.cue, source)
            return next(span for span in shown if span is not None)
        case Report():
            raise TypeError("a report is known by its id")


def _is(span: Span, words: ItemWords) -> bool:
    return (span.start, span.end, span.text) == (words.start, words.end, words.text)


def _ids(value: Json) -> list[str]:
    """The ids of items in a value."""
    match value:
        case str():
            return [value] if _ITEM.fullmatch(value) else []
        case list():
            return [found for one in value for found in _ids(one)]
        case dict():
            return [found for one in value.values() for found in _ids(one)]
        case _:
            return []


def _renamed(value: Json, renamed: dict[str, str]) -> Json:
    match value:
        case str():
            return renamed.get(value, value)
        case list():
            return [_renamed(one, renamed) for one in value]
        case dict():
            return {key: _renamed(one, renamed) for key, one in value.items()}
        case _:
            return value
