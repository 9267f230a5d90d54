"""The stages together: order, independence of reports, and what is held back."""

from __future__ import annotations

import json
import multiprocessing
import pickle
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord import pipeline
from onrecord.codec import to_json_line
from onrecord.extract.gazetteer import load_gazetteer
from onrecord.model import Analysis
from onrecord.read.items import Problem
from onrecord.records import Report, ReportRecord
from onrecord.workers import Work

from .conftest import EXAMPLES

SOME = [str(EXAMPLES / "reports" / name) for name in ("08-posts.jsonl", "11-briefs.csv")]


def lines(inputs: list[str]) -> list[str]:
    return [
        to_json_line(item)
        for item in pipeline.read_records(inputs)
        if isinstance(item, ReportRecord)
    ]


def test_a_report_reads_the_same_whatever_is_read_with_it() -> None:
    """A run that was stopped must give the record of one that was not."""
    together = lines(SOME)
    assert len(together) == 5
    assert together == [line for name in SOME for line in lines([name])]
    assert sorted(together) == sorted(lines(SOME[::-1]))


def test_other_processes_read_the_same_in_the_same_order() -> None:
    # Another process reads with the word lists as they are told to it, this one as it first was.
    read = [sys.executable, "-m", "onrecord", "read", "--json", "--workers", "0", *SOME]
    done = subprocess.run(read, capture_output=True, text=True, check=True)
    apart = pipeline.read_records(SOME, work=Work(processes=2, few=0))
    found = [to_json_line(item) for item in apart if isinstance(item, ReportRecord)]
    assert found == done.stdout.splitlines()


def test_what_a_lost_process_had_in_hand_is_read_all_the_same() -> None:
    found = []
    for item in pipeline.read_records(SOME, work=Work(processes=2, few=0, ahead=0)):
        assert isinstance(item, ReportRecord) and item.statements
        found.append(item.report.id)
        for process in multiprocessing.active_children():
            process.kill()
    assert found == [json.loads(line)["report"]["id"] for line in lines(SOME)]


def test_a_gazetteer_goes_to_another_process_with_the_places_of_its_user(tmp_path: Path) -> None:
    places = tmp_path / "places.csv"
    places.write_text("name,lat,lon,feature,country\nOrl,1.5,2.5,P,RUS\n", encoding="utf-8")
    own = load_gazetteer(places)
    there = pickle.loads(pickle.dumps(own))
    assert own.lookup("Orl") and there.lookup("Orl") == own.lookup("Orl")
    assert there.lookup("Paris") == own.lookup("Paris")


def test_order_is_kept_and_memory_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    read, analysed = [], []

    def reports(inputs: list[str], **_: object) -> Iterator[Report | Problem]:
        for n in range(100):
            read.append(n)
            if n % 10 == 3:
                yield Problem(f"{n}", "no", ValueError)  # type: ignore[arg-type]
            else:
                yield Report(f"{n:016x}", f"The bridge was closed on day {n}.", "0" * 64)

    def analyse(texts: list[str], **_: object) -> list[Analysis]:
        analysed.extend(texts)
        return [Analysis(text) for text in texts]

    # By its module: ``onrecord.read`` is the function of the API.
    monkeypatch.setattr(sys.modules["onrecord.read"], "read_reports", reports)
    monkeypatch.setattr("onrecord.model.analyse", analyse)
    work = Work(threads=2, ahead=4)
    known = "The bridge was closed on day 5."
    records = pipeline.read_records(["x"], known=lambda r: r.text == known, work=work)
    for n, item in enumerate(records):
        assert len(read) <= n + 1 + 2 + 4
        where = item.where if isinstance(item, Problem) else str(int(item.report.id, 16))
        assert where == str(n)
    assert len(analysed) == 100 - 10 - 1 and known not in analysed


def test_a_language_that_is_not_read_is_kept_whole(tmp_path: Path) -> None:
    text = "Le maire a déclaré lundi que le pont était fermé depuis une semaine aux camions. " * 4
    (tmp_path / "fr.txt").write_text(text, encoding="utf-8")
    (item,) = pipeline.read_records([str(tmp_path / "fr.txt")])
    assert isinstance(item, ReportRecord)
    assert item.report.text == text and item.report.language == "fr"
    assert not item.report.readable and item.statements == ()
