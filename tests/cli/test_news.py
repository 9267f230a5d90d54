"""What is new, since when it was last asked, and the status that tells a script."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.cli import seen

from .conftest import Run


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    return tmp_path / "onrecord" / "seen.json"


def test_all_is_new_once(run: Run, db: Path) -> None:
    first = run("new", "--db", db)
    assert first.status == 0
    assert "New reports" in first.out and "“Town shelled”" in first.out
    assert "New events" in first.out and "The Navorran army shelled" in first.out
    second = run("new", "--db", db)
    assert (second.status, second.out) == (3, "") and "Nothing is new since" in second.err


def test_it_may_be_asked_without_being_remembered(run: Run, db: Path, state: Path) -> None:
    assert run("new", "--keep", "--db", db).status == 0
    assert run("new", "--since", "2001", "--db", db).status == 0
    assert not state.exists()
    assert run("new", "--db", db).status == 0
    assert run("new", "--db", db).status == 3


def test_a_moment_of_ones_own(run: Run, db: Path) -> None:
    assert run("new", "--since", "2999-01-01", "--db", db).status == 3
    wrong = run("new", "--since", "soon", "--db", db)
    assert wrong.status == 2 and "give a day or a moment" in wrong.err
    wrong = run("new", "--since", "2001", "--kind", "gossip", "--db", db)
    assert wrong.status == 2 and "report, version, event" in wrong.err


def test_as_json_each_has_its_kind_and_evidence(run: Run, db: Path) -> None:
    lines = run("new", "--since", "2001", "--json", "--db", db).out.splitlines()
    rows = [json.loads(line) for line in lines]
    assert [row["kind"] for row in rows].count("report") == 2
    event = next(row for row in rows if row["kind"] == "event")
    assert event["row"]["event"]["trigger"]["text"] and event["report"]["id"]


def test_so_many_of_each(run: Run, db: Path) -> None:
    shown = run("new", "--since", "2001", "--limit", "1", "--db", db)
    assert shown.out.count("· aaaaaaaa") + shown.out.count("· bbbbbbbb") >= 2
    assert "--limit 0 --kind 'report' shows all" in shown.err


def test_what_was_kept_badly_is_as_if_it_were_not(run: Run, db: Path, state: Path) -> None:
    state.parent.mkdir(parents=True)
    for text in ("{", "[1]"):
        state.write_text(text)
        assert seen.last(db) is None
        assert run("new", "--keep", "--db", db).status == 0


def test_where_it_cannot_be_kept_it_is_told(
    run: Run, db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    ended = run("new", "--db", db)
    assert ended.status == 0 and "it cannot be kept that this was asked" in ended.err
