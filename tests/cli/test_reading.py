"""``add`` and ``read``: what is kept, what is told, and how they end."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import jsonschema
import pytest

from onrecord.codec import load_schema
from onrecord.model import Analysis
from onrecord.store import open_store

from .conftest import Run

REPORT = "March {n}, 2031\n\nThe mayor of Ilvesk said on Monday that the bridge was closed ({n}).\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Twelve reports."""
    folder = tmp_path / "reports"
    folder.mkdir()
    for n in range(1, 13):
        (folder / f"{n:02}.txt").write_text(REPORT.format(n=n), encoding="utf-8")
    return folder


@pytest.fixture(autouse=True)
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands are tried here, not the model: its analysis is empty."""
    monkeypatch.setenv("ONRECORD_LEXICONS", "")  # what --lexicons sets ends with the test
    monkeypatch.setattr(
        "onrecord.model.analyse", lambda texts, **_: [Analysis(text) for text in texts]
    )


def ids(db: Path) -> list[str]:
    with open_store(db) as store:
        return [row.report.id for row in store.reports()]


def test_add_makes_a_record_and_sums_up(run: Run, folder: Path, tmp_path: Path) -> None:
    ended = run("add", folder, "--db", tmp_path / "r.db")
    assert ended.status == 0
    assert "12 new reports" in ended.out
    assert len(ids(tmp_path / "r.db")) == 12


def test_a_record_among_its_reports_is_none_of_them(run: Run, folder: Path) -> None:
    record = folder / "record.db"
    for told in ("12 new reports", "0 new reports"):
        ended = run("add", folder, "--db", record)
        assert ended.status == 0 and told in ended.out, ended
    assert run("add", record, "--db", record).status != 0  # named outright, it is told of


def test_the_same_again_adds_nothing(run: Run, folder: Path, tmp_path: Path) -> None:
    db = tmp_path / "r.db"
    run("add", folder, "--db", db)
    before = ids(db)
    ended = run("add", folder, "--db", db)
    assert "0 new reports" in ended.out and "12 there already" in ended.out
    assert ids(db) == before


def test_a_date_told_later_is_told_to_be_left(run: Run, folder: Path, tmp_path: Path) -> None:
    db = tmp_path / "r.db"
    run("add", folder / "01.txt", "--db", db)
    ended = run("add", folder / "01.txt", "--published", "2030-01-01", "--db", db)
    assert "published" in ended.err and "left as it is" in ended.err


def test_what_is_told_wins(run: Run, folder: Path, tmp_path: Path) -> None:
    db = tmp_path / "r.db"
    run("add", folder / "01.txt", "--db", db, "--published", "2030-01-02", "--outlet", "A B")
    with open_store(db) as store:
        (row,) = store.reports()
    assert (row.report.published, row.report.published_basis) == ("2030-01-02", "told")
    assert row.report.outlet == "A B"


def test_some_unread_ends_with_1_and_the_rest_is_kept(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    (folder / "05.txt").write_bytes(b"")
    (folder / "06.txt").write_bytes(b"\x7fELF\x00\x01\x02")
    ended = run("add", folder, "--db", tmp_path / "r.db")
    assert ended.status == 1
    assert "05.txt" in ended.err and "06.txt" in ended.err and "Traceback" not in ended.err
    assert "2 could not be read" in ended.out
    assert len(ids(tmp_path / "r.db")) == 10


def test_nothing_read_ends_with_2(run: Run, tmp_path: Path) -> None:
    ended = run("add", tmp_path / "nothing-here", "--db", tmp_path / "r.db")
    assert ended.status == 2
    assert "nothing-here" in ended.err


def test_wrong_words_end_with_2(run: Run, folder: Path, tmp_path: Path) -> None:
    for words in (
        ["--published", "soon"],
        ["--format", "docx"],
        ["--gazetteer", tmp_path / "none.csv"],
        ["--lexicons", tmp_path / "none"],
    ):
        ended = run("add", folder, "--db", tmp_path / "r.db", *words)
        assert ended.status == 2 and "Traceback" not in ended.err, words


def test_quiet_says_nothing_but_problems(run: Run, folder: Path, tmp_path: Path) -> None:
    ended = run("add", folder, "--quiet", "--db", tmp_path / "r.db")
    assert (ended.out, ended.err) == ("", "")
    table = tmp_path / "t.csv"
    table.write_text("body,date\nThe bridge at Ilvesk was closed for a day.,2031-03-04\n")
    assert "text from 'body'" in run("add", table, "--db", tmp_path / "r.db").err
    assert run("add", table, "-q", "--db", tmp_path / "r.db").err == ""


def test_one_report_that_trips_the_extractors_costs_no_other(
    run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import onrecord.extract as extract

    sound = extract.read_record

    def faulty(report, analysis, **options):  # type: ignore[no-untyped-def]
        if "(7)" in report.text:
            raise ValueError("a fault")
        return sound(report, analysis, **options)

    monkeypatch.setattr(extract, "read_record", faulty)
    ended = run("add", folder, "--db", tmp_path / "r.db")
    assert ended.status == 1 and "07.txt" in ended.err and "a fault" in ended.err
    assert len(ids(tmp_path / "r.db")) == 11


def test_interrupted_it_keeps_what_it_had_and_goes_on(
    run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import onrecord.extract as extract

    sound, calls = extract.read_record, []

    def interrupted(report, analysis, **options):  # type: ignore[no-untyped-def]
        calls.append(report.id)
        if len(calls) == 5:
            raise KeyboardInterrupt
        return sound(report, analysis, **options)

    db = tmp_path / "r.db"
    monkeypatch.setattr(extract, "read_record", interrupted)
    ended = run("add", folder, "--db", db)
    assert ended.status == 130 and "interrupted" in ended.err
    assert len(ids(db)) == 4
    assert run("add", folder, "--db", db).status == 0
    assert len(ids(db)) == 12
    assert len(calls) == 5 + 8  # none of those kept was read again


STUCK = """
import signal, sys, time
import onrecord.extract, onrecord.model
from onrecord.cli import main
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background ignores it
sound, begun = onrecord.extract.read_record, []
def stuck(report, analysis, **options):
    begun.append(report)
    if len(begun) > 5:
        time.sleep(600)  # until it is stopped: it can't end before, however busy the machine is
    return sound(report, analysis, **options)
onrecord.extract.read_record = stuck
onrecord.model.analyse = lambda texts, **_: [onrecord.model.Analysis(text) for text in texts]
main()
"""


def _start(words: Sequence[object]) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", STUCK, *map(str, words)]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=dict(os.environ)
    )


@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGINT])
def test_stopped_in_mid_run_then_run_again_is_the_same_record(
    run: Run, folder: Path, tmp_path: Path, sign: signal.Signals
) -> None:
    db, whole = tmp_path / "killed.db", tmp_path / "whole.db"
    process = _start(["add", folder, "--db", db])
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not (db.exists() and _kept(db) >= 2):
        time.sleep(0.02)
    process.send_signal(sign)
    _, err = process.communicate(timeout=60)
    assert process.returncode == (-9 if sign == signal.SIGKILL else 130), err
    assert "Traceback" not in err
    assert 2 <= len(ids(db)) < 12
    assert run("add", folder, "--db", db).status == 0
    assert run("add", folder, "--db", whole).status == 0
    exported = [run("export", "--db", path).out for path in (db, whole)]
    assert exported[0] == exported[1] and exported[0].count('\n{"report"') == 11


def _kept(db: Path) -> int:
    from onrecord.errors import StoreError

    try:
        return len(ids(db))
    except StoreError:  # not made yet
        return 0


def test_read_prints_valid_json_in_the_order_given(run: Run, folder: Path) -> None:
    ended = run("read", folder / "03.txt", folder / "none.txt", folder / "01.txt", "--json")
    lines = [json.loads(line) for line in ended.out.splitlines()]
    assert ["(3)" in line["report"]["text"] for line in lines] == [True, False]
    for line in lines:
        jsonschema.validate(line, load_schema())
    assert ended.status == 1 and "none.txt" in ended.err


def test_read_without_json_is_for_people(run: Run, folder: Path) -> None:
    ended = run("read", folder / "03.txt")
    assert ended.status == 0 and "2031-03-03" in ended.out


def test_read_takes_standard_input(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    import io

    given = io.TextIOWrapper(io.BytesIO(REPORT.format(n=9).encode()))
    monkeypatch.setattr(sys, "stdin", given)
    assert json.loads(run("read", "-", "--json").out)["report"]["published"] == "2031-03-09"


def test_export_to_files(run: Run, db: Path, tmp_path: Path) -> None:
    out = run("export", "--db", db).out
    assert run("export", "--db", db, "--out", tmp_path / "r.jsonl").status == 0
    assert (tmp_path / "r.jsonl").read_text(encoding="utf-8") == out
    for kind in ("csv", "parquet"):
        assert run("export", "--format", kind, "--db", db, "-o", tmp_path / kind).status == 0
        assert (tmp_path / kind / f"statements.{kind}").stat().st_size > 100
        assert run("export", "--format", kind, "--db", db).status == 2
    assert run("export", "--format", "xml", "--db", db).status == 2
    assert run("export", "--db", db, "-o", tmp_path / "no" / "r.jsonl").status == 2


def test_info_prints_the_schema(run: Run) -> None:
    assert json.loads(run("info", "--schema").out) == load_schema()
