"""How an answer is printed: row by row as it comes, as a ledger or as JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from onrecord.cli.options import LIMIT
from onrecord.cli.out import complain, console

if TYPE_CHECKING:
    from rich.console import RenderableType

    from onrecord.api import Record
    from onrecord.store.filters import Versions

Row = TypeVar("Row")


def open_record(db: Path) -> Record:
    """The record at ``db``, to be asked; StoreError where there is none."""
    from onrecord.api import Record

    return Record(db)


def versions(all_versions: bool) -> Versions:
    """Which versions of a report answer."""
    return "all" if all_versions else "latest"


def most(limit: int | None, json: bool) -> int | None:
    """How many rows to ask for: one more than are shown, to know whether there are more."""
    if json:
        return limit or None
    return None if limit == 0 else (limit or LIMIT) + 1


NONE = "The record holds no answer to that."


def answer(
    rows: Iterator[Row],
    show: Callable[[Row], RenderableType],
    limit: int | None,
    json: bool,
    none: str = NONE,
) -> None:
    """Print the rows as they come; say ``none`` where there are none, or that there are more."""
    if json:
        answer_json(rows)
        return
    out = console()
    shown = 0
    for row in _shown(rows, limit):
        out.print(show(row))
        shown += 1
    close(rows, shown, none)


def answer_table(
    rows: Iterator[Row], show: Callable[[list[Row]], RenderableType], limit: int | None, json: bool
) -> None:
    """Print the rows as one table, whose columns fit all of them."""
    if json:
        answer_json(rows)
        return
    shown = list(_shown(rows, limit))
    if shown:
        console().print(show(shown))
    close(rows, len(shown))


def answer_json(rows: Iterator[Row]) -> None:
    """Print the rows as JSON, one a line."""
    from onrecord.cli.rows import line_of

    for row in rows:
        print(line_of(row))


def close(rows: Iterator[Row], shown: int, none: str = NONE) -> None:
    """Say that there is no answer, or that there is more of it."""
    if not shown:
        complain(none)
    elif next(rows, None) is not None:
        complain(f"There are more than these {shown}; --limit 0 shows all.")


def _shown(rows: Iterator[Row], limit: int | None) -> Iterator[Row]:
    return rows if limit == 0 else islice(rows, limit or LIMIT)
