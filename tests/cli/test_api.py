"""The Python API on the same record as the commands."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

import onrecord
from onrecord.errors import InputError, QueryError, StoreError
from onrecord.model import Analysis
from onrecord.read.items import Problem


@pytest.fixture(autouse=True)
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "onrecord.model.analyse", lambda texts, **_: [Analysis(text) for text in texts]
    )


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text("March 3, 2031\n\nThe bridge at Ilvesk was closed on Monday.\n")
    return path


def test_read_gives_records(report: Path) -> None:
    (record,) = onrecord.read(report, outlet="The Post")
    assert (record.report.published, record.report.outlet) == ("2031-03-03", "The Post")


def test_read_raises_or_tells_what_it_cannot_read(report: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.txt"):
        list(onrecord.read(tmp_path / "none.txt", report))
    problems: list[Problem] = []
    records = list(onrecord.read(tmp_path / "none.txt", report, on_problem=problems.append))
    assert len(records) == len(problems) == 1


def test_a_word_that_cannot_be_told_is_refused(report: Path) -> None:
    with pytest.raises(TypeError):
        list(onrecord.read(report, publisher="The Post"))  # type: ignore[call-arg]


def test_adding_sums_up_and_tells(report: Path, tmp_path: Path) -> None:
    kept = []
    with onrecord.Record(tmp_path / "r.db", write=True) as record:
        first = record.add(report, on_report=lambda r, added: kept.append(added.status))
        again = record.add(report, on_report=lambda r, added: kept.append(added.status))
    assert (first.new, first.there, again.new, again.there) == (1, 0, 0, 1)
    assert kept == ["new", "there"]


def test_questions_take_the_fields_of_their_filters(db: Path) -> None:
    with onrecord.Record(db) as record:
        (denial,) = record.statements(act=("deny",))
        assert denial.speaker is not None and denial.speaker.name == "Navorran army"
        assert [row.event.status for row in record.events(at="Ilvesk")] == ["alleged"]
        assert len(list(record.timeline(events=False))) == 6
        (warning,) = record.warnings(by="Vost")
        assert warning.row.statement.act == "threaten"
        assert {row.name for row in record.actors(kind=("military",))} == {"Navorran army"}
        assert len(list(record.reports(limit=1))) == 1
        assert record.info().statements == 6
        with pytest.raises(TypeError):
            record.events(where="Ilvesk")  # type: ignore[call-arg]
        with pytest.raises(QueryError):
            record.statements(act="deny")  # type: ignore[arg-type]


def test_ids_may_be_shortened(db: Path) -> None:
    with onrecord.Record(db) as record:
        assert record.get("aaaa:s3").row is not None
        assert record.get("bb").report.id == "b" * 16
        assert len(record.record("aaaa").statements) == 5
        with pytest.raises(QueryError):
            record.get("aaaa:s33")


def test_export_to_a_stream_and_to_files(db: Path, tmp_path: Path) -> None:
    out = io.StringIO()
    with onrecord.Record(db) as record:
        assert record.export(out) == 2
        assert record.export(tmp_path / "r.jsonl") == 2
        assert record.export(tmp_path / "tables", format="csv") == 2
        with pytest.raises(QueryError):
            record.export(out, format="csv")
    assert (tmp_path / "r.jsonl").read_text(encoding="utf-8") == out.getvalue()
    assert not (tmp_path / "r.jsonl.part").exists()
    assert len([json.loads(line) for line in out.getvalue().splitlines()]) == 2


def test_a_record_opened_to_be_asked_is_not_written(db: Path, report: Path) -> None:
    with onrecord.Record(db) as record, pytest.raises(StoreError):
        record.add(report)


def test_a_closed_record_says_so(db: Path) -> None:
    record = onrecord.Record(db)
    record.close()
    with pytest.raises(StoreError, match="closed"):
        list(record.statements())
