"""The unseen reports' gold stands in their texts, and the scorer tells right from wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from benchmarks.cases import reports
from benchmarks.score.report_scores import score

GOLDS = list(reports.golds())


def test_enough_of_the_reports_are_held() -> None:
    parts = [gold.part for gold in GOLDS]
    assert parts.count("tune") >= parts.count("held") >= 3


@pytest.mark.parametrize("gold", GOLDS, ids=[gold.name for gold in GOLDS])
def test_a_gold_is_a_whole_report(gold: reports.Gold) -> None:
    assert 120 <= len(gold.text.split()) <= 700
    assert len(gold.statements) >= 8 and len(gold.events) >= 5
    for item in (*gold.statements, *gold.events):
        for span in (item.get("trigger"), *item.get("source", ()), *item.get("content", ())):
            if span:
                assert gold.text[span["start"] : span["end"]] == span["text"]


TEXT = "He said so. The mayor said no, and he left."


def test_words_are_found_where_they_stand() -> None:
    assert reports.find(TEXT, "The mayor")["start"] == 12
    assert reports.find(TEXT, "said#2")["start"] == 22
    assert reports.find(TEXT, "mayor {said}")["start"] == 22
    assert reports.find(TEXT, "he")["start"] == 35
    assert reports.find(TEXT, "The … no")["text"] == "The mayor said no"


@pytest.mark.parametrize("words", ["said", "yes", "said#3", "The … yes", "ayor"])
def test_words_that_stand_nowhere_or_twice_are_an_error(words: str) -> None:
    with pytest.raises(reports.GoldError):
        reports.find(TEXT, words)


GOLD = """
part = "tune"
actors = [{name = "the mayor", kind = "person", country = "", mentions = ["The mayor"]}]
statements = [
  {id = "s1", source = "The mayor", cue = "mayor {said}", content = ["no"], act = "deny"},
]
events = [{id = "e1", trigger = "left", type = "RETREAT", actor = ["the mayor"]}]
times = []
links = []
"""


def _gold(folder: Path, toml: str) -> reports.Gold:
    (folder / "01-no.txt").write_text(TEXT, encoding="utf-8")
    (folder / "01-no.toml").write_text(toml, encoding="utf-8")
    (gold,) = reports.golds(folder)
    return gold


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('act = "deny', 'akt = "deny'),
        ('source = "The mayor"', 'source = "He"'),
        ('mentions = ["The mayor"]', 'mentions = ["The king"]'),
        ("links = []", 'links = [["denies", "s1", "s9"]]'),
        ('part = "tune"', 'part = "other"'),
    ],
)
def test_a_slip_in_a_gold_is_an_error(tmp_path: Path, right: str, wrong: str) -> None:
    with pytest.raises(reports.GoldError):
        _gold(tmp_path, GOLD.replace(right, wrong))


def _record() -> dict[str, Any]:
    """What the gold asks for, as a record."""

    def span(words: str) -> dict[str, Any]:
        return reports.find(TEXT, words)

    statement = {
        "id": "r:s1", "source": {**span("The mayor"), "actor": "r:a1", "named": True},
        "cue": span("said#2"), "content": [span("no")], "act": "deny", "quote": "indirect",
        "certainty": "certain", "polarity": "positive",
    }  # fmt: skip
    empty = ("said", "condition", "consequence", "channel", "addressee", "within")
    event = {"id": "r:e1", "trigger": span("left"), "type": "RETREAT", "status": "happened",
             "actor": ["r:a1"], "recipient": [], "when": None, "where": None,
             "on_word_of": "reporter", "counts": []}  # fmt: skip
    actor = {"id": "r:a1", "name": "mayor", "aliases": [], "mentions": [span("The mayor")],
             "kind": "person", "country": None, "named": True}  # fmt: skip
    return {"statements": [statement | dict.fromkeys(empty)], "events": [event],
            "times": [], "places": [], "actors": [actor], "links": []}  # fmt: skip


def test_a_right_record_is_all_right(tmp_path: Path) -> None:
    scored = score(_gold(tmp_path, GOLD), _record())
    assert scored.misses == []
    assert all(counts.f1 in (0, 1) for counts in scored.counts.values())
    assert scored.counts["statements right in every field"].right == 1


def test_what_is_wrong_is_told(tmp_path: Path) -> None:
    record = _record()
    record["statements"][0]["act"] = "assert"
    record["events"][0]["trigger"] = reports.find(TEXT, "so")
    scored = score(_gold(tmp_path, GOLD), record)
    assert [(m.kind, m.id) for m in scored.misses] == [
        ("statement", "s1"), ("event", "e1"), ("event", "e1"),
    ]  # fmt: skip
    assert scored.misses[0].wrong == ("act: want deny, found assert",)
    assert scored.counts["statements"].f1 == 1
    assert scored.counts["events"].f1 == 0
