"""Going through a record once, its rows handed to whatever writes each table."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Protocol

from onrecord.export.columns import TABLES, Row
from onrecord.export.flat import link_row, rows_of
from onrecord.store import Store


class TableWriter(Protocol):
    """Writes one table; ``close`` ends it."""

    def write(self, row: Row) -> None:
        """Writes a row, which has every column of the table."""

    def close(self) -> None:
        """Writes what is left."""


def write_tables(store: Store, writers: Mapping[str, TableWriter]) -> int:
    """Writes every row of the record, one report at a time; how many reports there were."""
    reports = 0
    for record in store.export():
        reports += 1
        for table, row in rows_of(record):
            writers[table].write(row)
    for link in store.links():
        writers["links"].write(link_row(link))
    for writer in writers.values():
        writer.close()
    return reports


@contextmanager
def files(folder: Path, ending: str) -> Iterator[dict[str, Path]]:
    """A path for each table, which becomes ``folder``/table.ending where the block ends well.

    The folder is made where there is none. A run that fails leaves earlier files as they were.
    """
    folder.mkdir(parents=True, exist_ok=True)
    parts = {table: folder / f".{table}.{ending}.part" for table in TABLES}
    with ExitStack() as stack:
        for part in parts.values():
            stack.callback(part.unlink, missing_ok=True)
        yield parts
        for table, part in parts.items():
            os.replace(part, folder / f"{table}.{ending}")
