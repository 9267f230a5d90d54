"""Parquet: a file for each kind of item, its columns typed; lists stay lists."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.export.columns import TABLES, Kind, Row
from onrecord.export.tables import files, write_tables
from onrecord.store import Store

if TYPE_CHECKING:
    import pyarrow

ROW_GROUP = 5000
"""Rows written at once. The reports' own texts are the largest: some 20 MB of them."""


class _ParquetTable:
    def __init__(self, table: str, path: Path) -> None:
        import pyarrow
        from pyarrow import parquet

        self._rows: list[Row] = []
        self._table: Any = pyarrow.Table
        self._schema = _schema(table)
        self._writer = parquet.ParquetWriter(path, self._schema, compression="zstd")

    def write(self, row: Row) -> None:
        self._rows.append(row)
        if len(self._rows) == ROW_GROUP:
            self._flush()

    def _flush(self) -> None:
        self._writer.write_table(self._table.from_pylist(self._rows, schema=self._schema))
        self._rows = []

    def close(self) -> None:
        if self._rows:
            self._flush()
        self._writer.close()

    def abandon(self) -> None:
        """Lets go of the file, whatever became of the rows."""
        self._writer.close()


def _schema(table: str) -> pyarrow.Schema:
    import pyarrow

    kinds: dict[Kind, Any] = {
        "text": pyarrow.string(),
        "whole": pyarrow.int64(),
        "number": pyarrow.float64(),
        "flag": pyarrow.bool_(),
        "texts": pyarrow.list_(pyarrow.string()),
    }
    return pyarrow.schema([(column, kinds[kind]) for column, kind in TABLES[table].items()])


def write_parquet(store: Store, folder: str | Path) -> int:
    """Writes reports.parquet and the like; how many reports. OSError where it cannot."""
    with files(Path(folder), "parquet") as parts, ExitStack() as stack:
        writers = {}
        for table, part in parts.items():
            writers[table] = _ParquetTable(table, part)
            stack.callback(writers[table].abandon)
        return write_tables(store, writers)
