import json

import pytest
from conftest import BODY, Read

from onrecord.errors import EmptyInput, FormatError
from onrecord.records import Report

ROW = {"title": "Talks fail", "body": BODY, "publishedAt": "2017-04-16T08:00:00Z",
       "source": {"id": None, "name": "Elden Times"}, "authors": ["Ana Dorel", "Jon Vey"],
       "url": "https://elden.example/1"}  # fmt: skip


def check(report: Report) -> None:
    assert report.text == BODY
    assert report.outlet == "Elden Times"
    assert report.author == "Ana Dorel, Jon Vey"
    assert report.published == "2017-04-16T08:00:00Z"


def test_jsonl(read: Read) -> None:
    reading = read("a.jsonl", json.dumps(ROW) + "\n\n" + json.dumps({**ROW, "title": "B"}) + "\n")
    assert [r.title for r in reading.reports] == ["Talks fail", "B"]
    check(reading.reports[0])
    assert "date from 'publishedAt'" in reading.notices[0].message


@pytest.mark.parametrize(
    "value", [[ROW], ROW, {"status": "ok", "articles": [ROW]}, {"response": {"docs": [ROW]}}]
)
def test_json_of_several_makes(read: Read, value: object) -> None:
    check(read("a.json", json.dumps(value, indent=1)).only)


def test_json_is_known_without_its_name(read: Read) -> None:
    check(read("a", json.dumps(ROW)).only)
    assert len(read("b", (json.dumps(ROW) + "\n") * 2).reports) == 2


def test_a_bad_line_costs_only_itself(read: Read) -> None:
    lines = [
        json.dumps(ROW),
        '{"title": "cut',
        "[1, 2]",
        json.dumps({"title": "x"}),
        json.dumps(ROW),
    ]
    reading = read("a.jsonl", "\n".join(lines))
    assert len(reading.reports) == 2
    assert [p.where.rpartition(", ")[2] for p in reading.problems] == ["line 2", "line 3", "line 4"]


def test_a_cut_json_file_is_told(read: Read) -> None:
    problem = read("a.json", json.dumps([ROW, ROW])[:-40]).problem
    assert problem.error is FormatError and "cut off" in problem.reason


def test_deep_json_does_not_break_the_reader(read: Read) -> None:
    assert "deep" in read("a.json", '{"a":' * 200_000 + "1" + "}" * 200_000).problem.reason


def test_json_that_holds_no_report(read: Read) -> None:
    assert read("a.json", "[]").problem.error is EmptyInput


def test_half_a_surrogate_pair_is_marked(read: Read) -> None:
    report = read("a.json", '[{"text": "He said \\ud83d and left the room in the evening."}]').only
    assert "\ufffd" in report.text
