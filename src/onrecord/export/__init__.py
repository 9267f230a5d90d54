"""The record in the formats of others, one file each."""

from __future__ import annotations

from onrecord.export.csvfiles import write_csv
from onrecord.export.jsonl import write_jsonl
from onrecord.export.parquet import write_parquet

__all__ = ["write_csv", "write_jsonl", "write_parquet"]
