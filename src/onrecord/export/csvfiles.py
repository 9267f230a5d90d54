"""CSV: a file for each kind of item, in UTF-8, with a header; lists are joined by " | "."""

from __future__ import annotations

import csv
from contextlib import ExitStack
from pathlib import Path
from typing import TextIO

from onrecord.export.columns import TABLES, Cell, Row
from onrecord.export.tables import files, write_tables
from onrecord.store import Store

JOIN = " | "


class _CsvTable:
    def __init__(self, table: str, out: TextIO) -> None:
        self._rows = csv.DictWriter(out, list(TABLES[table]))
        self._rows.writeheader()

    def write(self, row: Row) -> None:
        self._rows.writerow({column: _cell(cell) for column, cell in row.items()})

    def close(self) -> None:
        """Nothing is left: the file is closed by whoever opened it."""


def _cell(cell: Cell) -> str | int | float | None:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return JOIN.join(cell) if isinstance(cell, list) else cell


def write_csv(store: Store, folder: str | Path) -> int:
    """Writes reports.csv, statements.csv and the like; how many reports. OSError if it cannot."""
    with files(Path(folder), "csv") as parts, ExitStack() as stack:
        opened = {
            table: stack.enter_context(open(part, "w", encoding="utf-8", newline=""))
            for table, part in parts.items()
        }
        return write_tables(store, {t: _CsvTable(t, out) for t, out in opened.items()})
