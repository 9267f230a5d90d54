"""A stored record in the formats of others: complete, evidenced, valid."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings

from onrecord.codec import load_schema, record_from_dict
from onrecord.export import write_csv, write_jsonl, write_parquet
from onrecord.export.columns import TABLES
from onrecord.export.flat import link_row, rows_of
from onrecord.records import Link, ReportRecord
from onrecord.store import Store, open_store
from tests.anyrecords import records
from tests.askedrecords import moscow, other
from tests.recordmaking import example

VALID = jsonschema.Draft202012Validator(load_schema())


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.db", write=True) as opened:
        for record in (other(), moscow(), example()):
            opened.add(record)
        opened.add_links([Link("repeats", "cc33:s1", "aa11:s1", 0.5, "says it again")])
        yield opened


def test_jsonl_is_valid_and_ends_with_the_links(store: Store) -> None:
    out = io.StringIO()
    assert write_jsonl(store, out) == 3
    lines = [json.loads(line) for line in out.getvalue().splitlines()]
    for line in lines:
        VALID.validate(line)
    assert [line["report"]["id"] for line in lines[:-1]] == ["aa11", "cc33", "dd44"]
    assert lines[-1] == {"links": [
        {"kind": "repeats", "from": "cc33:s1", "to": "aa11:s1", "score": 0.5,
         "why": "says it again", "slot": None, "spans": []}
    ]}  # fmt: skip
    for line in lines[:-1]:
        record = record_from_dict(line)
        actors = {actor.id for actor in record.actors}
        assert all(s.source is None or s.source.actor in actors for s in record.statements)


def test_jsonl_of_an_empty_record_is_empty(tmp_path: Path) -> None:
    out = io.StringIO()
    with open_store(tmp_path / "record.db", write=True) as store:
        assert write_jsonl(store, out) == 0
    assert out.getvalue() == ""


def test_ids_are_unique_in_the_record(store: Store) -> None:
    items = [
        item.id
        for record in store.export()
        for items in (record.times, record.places, record.statements, record.events)
        for item in items
    ]
    assert len(items) == len(set(items))
    for record in store.export():
        actors = [actor.id for actor in record.actors]
        assert len(actors) == len(set(actors))


def read_csv(folder: Path, table: str) -> list[dict[str, str]]:
    with open(folder / f"{table}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_parquet(folder: Path, table: str) -> list[dict[str, Any]]:
    from pyarrow import parquet

    rows: list[dict[str, Any]] = parquet.read_table(folder / f"{table}.parquet").to_pylist()
    return rows


Reader = Callable[[Path, str], list[dict[str, Any]]]


@pytest.mark.parametrize(("write", "read"), [(write_csv, read_csv), (write_parquet, read_parquet)])
def test_tables_hold_every_item_with_its_evidence(
    store: Store, tmp_path: Path, write: Callable[[Store, Path], int], read: Reader
) -> None:
    folder = tmp_path / "out" / "tables"
    assert write(store, folder) == 3
    assert len(list(folder.iterdir())) == len(TABLES)
    info = store.info()
    counts = {table: len(read(folder, table)) for table in TABLES}
    # two actors of a report that the record takes for one have one row
    assert len({row["id"] for row in read(folder, "actors")}) <= counts.pop("actors") <= info.actors
    assert counts == {
        "reports": 3, "statements": info.statements, "events": info.events,
        "places": info.places, "times": info.times, "links": info.links,
    }  # fmt: skip
    texts = {row["id"]: row["text"] for row in read(folder, "reports")}
    for table, columns in TABLES.items():
        starts = [column for column in columns if column.endswith("start")]
        for row in read(folder, table):
            assert list(row) == list(columns)
            for start in starts:
                end, quote = (start[:-5] + name for name in ("end", "text"))
                if row[start] not in (None, ""):
                    span = slice(int(row[start]), int(row[end]))
                    assert texts[row["report"]][span] == row[quote]


def test_a_csv_row_reads_by_itself(store: Store, tmp_path: Path) -> None:
    write_csv(store, tmp_path)
    rows = {row["id"]: row for row in read_csv(tmp_path, "statements")}
    threat = rows["aa11:s3"]
    assert (threat["source"], threat["source_text"]) == ("Ilan Toreck", "Toreck")
    assert (threat["addressee"], threat["act"]) == ("Mara Venn", "threaten")
    assert threat["condition_text"] == "Ordavia attacks Brasnick again"
    assert (threat["outlet"], threat["published"]) == ("Tovrin Herald", "2021-03-10")
    assert (rows["aa11:s1"]["said_from"], rows["aa11:s1"]["said_to"]) == (
        "2021-03-09",
        "2021-03-10",
    )
    assert (rows["aa11:s5"]["content"], rows["aa11:s5"]["source_named"]) == ("", "true")
    event = read_csv(tmp_path, "events")[0]
    assert (event["actors"], event["recipients"], event["source"]) == (
        "Kalmeria", "Mara Venn", "Kalmeria",
    )  # fmt: skip
    assert event["context"] == "military | cbrn"
    assert event["counts"] == "killed 24 or more (dozens)"
    assert (event["where"], event["lat"], event["country"]) == ("Brasnik", "-32.4", "XKM")


def test_parquet_keeps_types_and_lists(store: Store, tmp_path: Path) -> None:
    write_parquet(store, tmp_path)
    rows = {row["id"]: row for row in read_parquet(tmp_path, "statements")}
    assert rows["aa11:s5"]["content"] == [] and rows["aa11:s5"]["source_named"] is True
    assert rows["aa11:s1"]["channel"] is None
    event = read_parquet(tmp_path, "events")[0]
    assert event["context"] == ["military", "cbrn"] and event["lat"] == -32.4


@pytest.mark.parametrize("write", [write_csv, write_parquet])
def test_an_export_that_fails_leaves_the_earlier_as_it_was(
    store: Store,
    tmp_path: Path,
    write: Callable[[Store, Path], int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "out"
    write(store, folder)
    before = {file.name: file.read_bytes() for file in folder.iterdir()}

    def fail() -> Iterator[ReportRecord]:
        yield example()
        raise KeyboardInterrupt

    monkeypatch.setattr(store, "export", fail)
    with pytest.raises(KeyboardInterrupt):
        write(store, folder)
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before


def test_many_rows_are_written_in_groups(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pyarrow import parquet

    monkeypatch.setattr("onrecord.export.parquet.ROW_GROUP", 4)
    write_parquet(store, tmp_path)
    file = parquet.ParquetFile(tmp_path / "statements.parquet")
    assert file.metadata.num_row_groups == 4 and file.metadata.num_rows == 14


@settings(max_examples=30, deadline=None)
@given(records())
def test_rows_of_any_record_have_every_column(record: ReportRecord) -> None:
    kinds = {"text": str, "whole": int, "number": float, "flag": bool, "texts": list}
    rows = [*rows_of(record), *(("links", link_row(link)) for link in record.links)]
    for table, row in rows:
        assert list(row) == list(TABLES[table])
        for column, cell in row.items():
            assert cell is None or type(cell) is kinds[TABLES[table][column]], column


def test_pyarrow_is_loaded_only_to_write_parquet() -> None:
    import subprocess

    code = "import sys, onrecord.export; print('pyarrow' in sys.modules, 'sqlite3' in sys.modules)"
    path = str(Path(__file__).parents[2] / "src")
    done = subprocess.run(
        [sys.executable, "-c", code], env={"PYTHONPATH": path}, capture_output=True, text=True,
        check=True,
    )  # fmt: skip
    assert done.stdout.split() == ["False", "False"]
