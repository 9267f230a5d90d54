"""Persons' decisions in plain words, and as tables."""

from __future__ import annotations

from collections.abc import Iterable

from rich import box
from rich.table import Table

from onrecord.cli.out import safe
from onrecord.store.rows import Correctable, Decided
from onrecord.words import short_id, value_words


def decision_words(item_id: str, field: str, value: object) -> str:
    """What is decided of an item."""
    item = short_id(item_id)
    match field:
        case "retracted":
            return f"{item} is retracted"
        case "same_as":
            return f"{item} is the same as {short_id(str(value))}"
        case "not_same_as":
            return f"{item} is not the same as {short_id(str(value))}"
        case "confirmed":
            return f"{item} stands" if value is True else f"{item} {value_words(value)}: it stands"
        case "not_linked":
            return f"{item} {value_words(value)}: it does not"
        case _:
            return f"{field} of {item} is {value_words(value)}"


def corrections_table(rows: Iterable[Decided]) -> Table:
    """One decision a row; what is undone is struck through."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True, header_style="bold")
    table.add_column("", justify="right", no_wrap=True)
    table.add_column("Decision", ratio=3, overflow="fold")
    table.add_column("Why", ratio=3, overflow="fold")
    table.add_column("By", ratio=1, overflow="fold")
    table.add_column("On", no_wrap=True)
    for row in rows:
        decision = safe(decision_words(row.item_id, row.field, row.value))
        if row.undoes is not None:
            decision = safe(f"{row.undoes} is undone")
        if row.undone_by is not None:
            decision.stylize("strike")
            decision.append(f"\nundone by {row.undone_by}", style="dim")
        for words in row.words:
            if words.id == row.item_id:
                decision.append_text(safe(f"\n“{' '.join(words.text.split())}”", style="dim"))
        reason = safe(row.reason)
        table.add_row(str(row.number), decision, reason, safe(row.by), row.at[:10])
    return table


def fields_table(fields: Iterable[Correctable]) -> Table:
    """The fields of an item that may be corrected, as they stand."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True, header_style="bold")
    table.add_column("Field", no_wrap=True, style="cyan")
    table.add_column("Stands as", ratio=2, overflow="fold")
    table.add_column("Read as", ratio=2, overflow="fold", style="dim")
    table.add_column("May be", ratio=3, overflow="fold", style="dim")
    for row in fields:
        read = "" if row.read == row.value else value_words(row.read)
        table.add_row(row.field, safe(value_words(row.value)), safe(read), ", ".join(row.choices))
    return table
