"""What the questions print: the standing of everything, its quote, its report and date."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import TEXT, Run


def test_an_alleged_event_is_shown_as_alleged_and_by_whom(run: Run, db: Path) -> None:
    out = " ".join(run("events", "--type", "assault", "--db", db).out.split())
    assert "Navorran army → Ilvesk" in out
    assert "alleged by Petra Oldane" in out
    assert "happened" not in out
    assert "at Ilvesk, 12 or more killed" in out
    assert "The Navorran army shelled the town of Ilvesk" in out
    assert "The Ilvesk Post, 2031-05-14 · aaaaaaaa:e1" in out


def test_a_planned_event_says_on_whose_word(run: Run, db: Path) -> None:
    out = run("events", "--status", "planned", "--db", db).out
    assert "planned, says a diplomat" in out
    assert out.startswith("undated")


def test_statements_are_narrowed_by_speaker_and_act(run: Run, db: Path) -> None:
    out = run("statements", "--by", "Oldane", "--db", db).out
    assert "accusation  paraphrased" in out and "statement  quoted" in out
    assert "denial" not in out
    assert "denial" in run("statements", "--act", "deny,threaten", "--db", db).out
    assert "two officials  no comment" in run("statements", "--unnamed", "--db", db).out


def test_a_weekday_of_an_undated_report_gets_no_date(run: Run, db: Path) -> None:
    out = run("statements", "--by", "diplomat", "--db", db).out
    assert out.startswith("a Friday")
    assert "2031" not in out


def test_a_day_that_only_the_report_gives_stands_in_brackets(run: Run, db: Path) -> None:
    out = run("timeline", "--by", "Vost", "--db", db).out
    assert out.startswith("(2031-05-14)")
    assert run("timeline", "--dated", "--by", "Vost", "--db", db).out == ""


def test_the_timeline_gives_each_day_once(run: Run, db: Path) -> None:
    out = run("timeline", "--db", db).out
    assert out.count("\n2031-05-13") + out.startswith("2031-05-13") == 1
    assert out.index("alleged by Petra Oldane") < out.index("a Friday")


def test_the_timeline_shows_a_saying_once_and_events_shows_it_too(run: Run, db: Path) -> None:
    out = run("timeline", "--by", "Navorran army", "--db", db).out
    assert "denial" in out and "reject" not in out
    assert "reject  happened, says the report" in run("events", "--db", db).out
    lines = run("timeline", "--by", "Navorran army", "--json", "--db", db).out.splitlines()
    assert len(lines) == 3


def test_timeline_from_and_to_are_dates(run: Run, db: Path) -> None:
    assert "Oldane" in run("timeline", "--from", "2031-05", "--to", "2031", "--db", db).out
    assert "Oldane" not in run("timeline", "--to", "2030", "--db", db).out
    assert run("timeline", "--from", "Tuesday", "--db", db).status == 2


def test_a_warning_is_set_as_if_and_then(run: Run, db: Path) -> None:
    out = run("warnings", "--db", db).out
    assert "Karel Vost → Navorra  threat  partly quoted" in out
    assert "if   it fired again\n" in out
    assert "then his country “will fire back”\n" in out


def test_actors_reports_search_info(run: Run, db: Path) -> None:
    assert "Petra Oldane" in run("actors", "--db", db).out
    assert "Vost" not in run("actors", "--kind", "military", "--db", db).out
    reports = run("reports", "--db", db).out
    assert "Town shelled" in reports and "undated" in reports
    assert "The army denied the attack." in run("search", "denied", "--db", db).out
    assert "Reports      2" in run("info", "--db", db).out


@pytest.mark.parametrize("columns", [60, 80, 120])
@pytest.mark.parametrize(
    "command", ["timeline", "statements", "events", "warnings", "reports", "actors", "info"]
)
def test_nothing_is_wider_than_the_terminal(run: Run, db: Path, command: str, columns: int) -> None:
    ended = run(command, "--db", db, columns=columns)
    assert ended.out
    if command != "info":  # its path may be longer than any terminal
        assert max(len(line) for line in ended.out.splitlines()) <= columns


def test_a_pipe_gets_no_colours(run: Run, db: Path) -> None:
    assert "\x1b" not in run("timeline", "--db", db).out


def test_colours_are_forced_and_refused(
    run: Run, db: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    assert "\x1b[36m" in run("timeline", "--db", db).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[36m" not in run("timeline", "--db", db).out


def test_show_marks_the_evidence(run: Run, db: Path) -> None:
    out = run("show", "aaaaaaaa:s4", "--db", db).out
    assert "[source: Karel Vost] [cue: warned] Navorra [content: that if [condition: it " in out
    assert "Foreign Minister" in out and "The army denied" not in out
    assert "The army denied" in run("show", "aaaaaaaa:s4", "--full", "--db", db).out
    assert "[trigger: shelled]" in run("show", "aaaa:e1", "--db", db).out
    assert "[actor: Petra Oldane]" in run("show", "aaaa:a1", "--db", db).out
    assert "[place: Ilvesk]" in run("show", "aaaa:p1", "--db", db).out
    assert "XXXX-WXX-5" in run("show", "bbbb:t1", "--db", db).out


def test_show_of_a_report_is_its_text(run: Run, db: Path) -> None:
    out = run("show", "aaaa", "--db", db, columns=500).out
    assert TEXT.strip() in out
    assert "2031-05-14 (from its metadata)" in out


def test_show_says_what_it_cannot_find(run: Run, db: Path) -> None:
    for item in ("cccc", "aaaa:s99", "aaaa:x"):
        ended = run("show", item, "--db", db)
        assert ended.status == 2 and item.split(":")[-1] in ended.err


@pytest.mark.parametrize(
    ("command", "field"),
    [
        (["timeline"], "tellings"),
        (["statements"], "statement"),
        (["events"], "event"),
        (["warnings"], "row"),
        (["actors"], "aliases"),
        (["reports"], "characters"),
        (["search", "Ilvesk"], "marks"),
        (["show", "aaaa:s1"], "links"),
        (["info"], "schema_version"),
    ],
)
def test_json_is_one_object_a_line(run: Run, db: Path, command: list[str], field: str) -> None:
    lines = run(*command, "--json", "--db", db).out.splitlines()
    assert lines
    for line in lines:
        assert field in json.loads(line)


def test_json_items_are_those_of_the_format(run: Run, db: Path) -> None:
    line = run("statements", "--by", "Vost", "--json", "--db", db).out
    statement = json.loads(line)["statement"]
    start, end = statement["condition"]["start"], statement["condition"]["end"]
    assert TEXT[start:end] == statement["condition"]["text"] == "it fired again"
    assert statement["source"]["actor"] == "aaaaaaaaaaaaaaaa:a3"


def test_more_than_the_limit_is_told_on_standard_error(run: Run, db: Path) -> None:
    ended = run("statements", "--limit", "2", "--db", db)
    assert "more than these 2" in ended.err
    assert ended.out.count("· aaaaaaaa:s") == 2
    assert "more than" not in run("statements", "--limit", "0", "--db", db).err
    assert len(run("statements", "-n", "2", "--json", "--db", db).out.splitlines()) == 2


def test_no_answer_is_no_failure(run: Run, db: Path) -> None:
    ended = run("events", "--at", "Atlantis", "--db", db)
    assert (ended.out, ended.status) == ("", 0)
    assert "no answer" in ended.err


def test_wrong_usage_ends_with_2(run: Run, db: Path) -> None:
    assert run("statements", "--act", "shout", "--db", db).status == 2
    assert "shout" in run("statements", "--act", "shout", "--db", db).err
    assert run("statements", "--no-such-option").status == 2
    assert run("nonsense").status == 2
    missing = run("timeline", "--db", db.parent / "none.db")
    assert missing.status == 2 and "none.db" in missing.err
    assert not (db.parent / "none.db").exists()
