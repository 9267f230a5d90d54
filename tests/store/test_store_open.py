"""Opening a record, and what can be wrong with the file; being killed while writing to it."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from onrecord.codec import to_json_line
from onrecord.errors import StoreError, StoreLocked, StoreVersionError
from onrecord.store import connect, open_store
from tests.recordmaking import example


def made(tmp_path: Path) -> Path:
    """A record of one report."""
    path = tmp_path / "record.db"
    with open_store(path, write=True) as store:
        store.add(example())
    return path


def test_a_record_is_made_where_there_is_none(tmp_path: Path) -> None:
    path = made(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["record.db"]
    with open_store(path) as store:
        assert store.info().reports == 1


def test_there_is_none_to_read(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"no record at .*none\.db; `onrecord add` makes"):
        open_store(tmp_path / "none.db")
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_becomes_a_record_only_for_writing(tmp_path: Path) -> None:
    path = tmp_path / "empty.db"
    path.touch()
    with pytest.raises(StoreError, match="is empty"):
        open_store(path)
    with open_store(path, write=True) as store:
        assert store.info().reports == 0


def test_a_folder_is_no_record(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="is a folder"):
        open_store(tmp_path, write=True)
    with pytest.raises(StoreError, match="does not exist; make it first"):
        open_store(tmp_path / "no" / "record.db", write=True)


@pytest.mark.parametrize("write", [True, False])
def test_a_text_is_no_record(tmp_path: Path, write: bool) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("These are notes. " * 200)
    with pytest.raises(StoreError, match="is not a database"):
        open_store(path, write=write)
    assert path.read_text() == "These are notes. " * 200


@pytest.mark.parametrize("write", [True, False])
def test_another_programs_database_is_left_alone(tmp_path: Path, write: bool) -> None:
    path = tmp_path / "other.db"
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE mine (x)")
    db.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="is a database, but not a record"):
        open_store(path, write=write)
    assert path.read_bytes() == before


@pytest.mark.parametrize("write", [True, False])
def test_a_newer_programs_record_is_left_alone(tmp_path: Path, write: bool) -> None:
    path = made(tmp_path)
    db = sqlite3.connect(path)
    db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(StoreVersionError, match=r"version 99.*install a newer onrecord"):
        open_store(path, write=write)


def test_a_damaged_record_says_so(tmp_path: Path) -> None:
    path = made(tmp_path)
    whole = path.read_bytes()
    path.write_bytes(whole[: 4096 * 3] + b"\xff" * (len(whole) - 4096 * 3))
    with pytest.raises(StoreError, match="damaged"), open_store(path) as store:
        list(store.statements())


def test_another_process_that_writes_is_waited_for_and_then_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connect, "WAIT_SECONDS", 0.05)
    path = made(tmp_path)
    other = sqlite3.connect(path, isolation_level=None)
    with open_store(path, write=True) as store:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreLocked, match="another process is writing"):
            store.add(example("bb22", title="Another"))
        # who only reads need not wait
        assert len(list(store.statements())) == 5
        other.execute("ROLLBACK")
        assert store.add(example("bb22", title="Another")).status == "new"
    other.close()


def test_two_may_add_in_turn(tmp_path: Path) -> None:
    path = made(tmp_path)
    with open_store(path, write=True) as one, open_store(path, write=True) as two:
        assert one.add(example("bb22", title="B")).status == "new"
        assert two.add(example("bb22", title="B")).status == "there"
        assert two.add(example("cc33", title="C")).status == "new"
        assert one.has("cc33")


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="there are no such rights here")
def test_a_record_that_may_not_be_written(tmp_path: Path) -> None:
    path = made(tmp_path)
    code = (
        "import os, onrecord.store.sqlite as s, onrecord.errors as e\n"
        # whoever may do everything is made nobody
        "if os.geteuid() == 0: os.setuid(65534)\n"
        f"with s.SqliteStore({str(path)!r}, write=False) as store: print(store.info().reports)\n"
        f"try: s.SqliteStore({str(path)!r}, write=True)\n"
        "except e.StoreError as error: print(error)\n"
    )
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o555 if folder == tmp_path else 0o755)
    path.chmod(0o444)
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment(), capture_output=True, text=True, check=False
    )
    tmp_path.chmod(0o755)
    assert done.stderr == ""
    assert done.stdout.splitlines()[0] == "1"
    assert "read-only" in done.stdout or "cannot be opened" in done.stdout


KILLED = """
import os, signal, sys
from onrecord.store import open_store, write
from tests.recordmaking import example

last, seen = int(sys.argv[2]), 0
insert = write.insert_link

def insert_link(*args):
    # within the transaction of a report, most of which has been written
    global seen
    seen += 1
    if seen == last:
        os.kill(os.getpid(), signal.SIGKILL)
    return insert(*args)

write.insert_link = insert_link
with open_store(sys.argv[1], write=True) as store:
    for n in range(6):
        store.add(example(f"aa{n}", title=f"Report {n}"))
"""


def environment() -> dict[str, str]:
    """Where a process of ours finds the program and these tests."""
    root = Path(__file__).parents[2]
    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(root / "src"), str(root)])}


def run(path: Path, last: int) -> int:
    """Adds six reports, killed in the midst of the ``last``; the exit status."""
    command = [sys.executable, "-c", KILLED, str(path), str(last)]
    return subprocess.run(command, env=environment(), check=False).returncode


def dump(path: Path) -> tuple[list[str], list[str]]:
    """All that the record holds, but for when reports were received."""
    with open_store(path) as store:
        lines = [to_json_line(record) for record in store.export()]
    db = sqlite3.connect(path)
    tables = [
        line
        for line in db.iterdump()
        if line.startswith("INSERT") and '"report"' not in line and "_fts" not in line
    ]
    db.close()
    return lines, tables


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no process is killed so here")
def test_a_killed_run_goes_on_to_the_same_record(tmp_path: Path) -> None:
    whole, killed = tmp_path / "whole.db", tmp_path / "killed.db"
    assert run(whole, 0) == 0
    assert run(killed, 4) == -signal.SIGKILL
    with open_store(killed) as store:
        assert store.info().reports == 3
        assert [hit.report.id for hit in store.search("gas", limit=None)] == ["aa0", "aa1", "aa2"]
    assert run(killed, 0) == 0
    assert dump(killed) == dump(whole)
    db = sqlite3.connect(killed)
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    db.close()


def test_leaving_the_block_by_an_error_leaves_a_sound_record(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    with pytest.raises(KeyboardInterrupt), open_store(path, write=True) as store:
        store.add(example())
        raise KeyboardInterrupt
    with open_store(path) as store:
        assert store.info().reports == 1
