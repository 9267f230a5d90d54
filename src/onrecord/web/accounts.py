"""An event's accounts laid side by side: of each telling what it says in every slot."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from onrecord import words
from onrecord.store.rows import EventRow, ReportRef
from onrecord.store.viewrows import Happening

UNSAID = "not said"


@dataclass(frozen=True, slots=True)
class Cell:
    """What one telling says in a slot. ``differs`` from what most of the tellings say."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Account:
    """A telling, the report that its own copies (None: it is an origin), and its copies' tellings
    that say the same in every slot."""

    row: EventRow
    copied: ReportRef | None
    cells: tuple[Cell, ...]
    same: tuple[EventRow, ...]


@dataclass(frozen=True, slots=True)
class Accounts:
    """The columns of the table; ``slots`` names its rows."""

    slots: tuple[str, ...]
    columns: tuple[Account, ...]


def accounts_of(happening: Happening) -> Accounts:
    """The tellings by slot; a copy that changes nothing stands with its origin."""
    origin_of = {copy.id: origin.report for origin in happening.origins for copy in origin.copies}
    said = {row.event.id: _slots(row) for row in happening.tellings}
    usual = [
        _most_common([said[row.event.id][n][1] for row in happening.tellings])
        for n in range(len(_SLOTS))
    ]
    shown: dict[tuple[str, tuple[str, ...]], EventRow] = {}
    same: dict[str, list[EventRow]] = {}
    for row in sorted(happening.tellings, key=lambda row: row.report.id in origin_of):
        origin = origin_of.get(row.report.id)
        key = ((origin or row.report).id, tuple(text for _, text in said[row.event.id]))
        first = shown.setdefault(key, row)
        if first is not row:
            same.setdefault(first.event.id, []).append(row)
    columns = tuple(
        Account(
            row,
            origin_of.get(row.report.id),
            tuple(
                Cell(text, slot in _COMPARED and text not in (most, UNSAID) and not _bounded(text))
                for (slot, text), most in zip(said[row.event.id], usual, strict=True)
            ),
            tuple(same.get(row.event.id, ())),
        )
        for row in happening.tellings
        if row in shown.values()
    )
    return Accounts(_SLOTS, columns)


_COMPARED = frozenset({"who", "to whom", "when", "where", "how many"})
"""Slots in which tellings can differ of the same event; each has its own source anyway."""


def _bounded(text: str) -> bool:
    """Whether a day is only that of the report, which tells nothing of when it was."""
    return text.startswith("(")


_SLOTS = ("who", "what", "to whom", "when", "where", "how many", "said to be", "on whose word")


def _slots(row: EventRow) -> list[tuple[str, str]]:
    event = row.event
    if event.on_word_of == "reporter":
        word = "the report’s own"
    else:
        word = row.word_of.name if row.word_of else "not said whose"
    values = (
        ", ".join(actor.name for actor in row.actors),
        words.what_of(row),
        ", ".join(actor.name for actor in row.recipients),
        words.day_of(row.day, row.basis, event.when),
        row.place.name if row.place else event.where,
        words.counts_of(event.counts),
        event.status,
        word,
    )
    return [(slot, value or UNSAID) for slot, value in zip(_SLOTS, values, strict=True)]


def _most_common(values: list[str]) -> str:
    told = [value for value in values if value != UNSAID and not _bounded(value)]
    return Counter(told).most_common(1)[0][0] if told else UNSAID
