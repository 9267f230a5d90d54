"""``correct``, ``undo`` and ``corrections``: what they print, and what then stands."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from .conftest import Run

S1 = "aaaaaaaa:s1"


@pytest.fixture
def own(db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the record, to be corrected."""
    monkeypatch.setenv("ONRECORD_DB", str(tmp_path / "own.db"))
    monkeypatch.setenv("ONRECORD_BY", "M. Reader")
    shutil.copy(db, tmp_path / "own.db")
    return tmp_path / "own.db"


def test_an_act_is_corrected_and_undone(run: Run, own: Path) -> None:
    done = run("correct", S1, "act", "warn", "--reason", "it looks ahead")
    assert (done.err, done.status) == ("correction 1: act of aaaaaaaa:s1 is warn\n", 0)
    assert "warning" in run("statements", "--by", "Oldane").out
    shown = " ".join(run("show", S1).out.split())
    assert "correction 1 act of aaaaaaaa:s1 is warn" in shown
    assert "M. Reader, " in shown and ": it looks ahead" in shown and "act as read accuse" in shown
    assert run("undo", "1", "--reason", "it does not").err == "correction 1 is undone, by 2\n"
    assert "warning" not in run("statements", "--by", "Oldane").out
    listed = " ".join(run("corrections").out.split())
    assert "undone by 2" in listed and "1 is undone" in listed and "it does not" in listed


def test_an_id_alone_lists_what_may_be_corrected(run: Run, own: Path) -> None:
    out = " ".join(run("correct", S1).out.split())
    assert "Stands as" in out and "certain, probable, possible, unknown" in out
    fields = [json.loads(line) for line in run("correct", S1, "--json").out.splitlines()]
    assert fields[0]["field"] == "act" and "warn" in fields[0]["choices"]


def test_what_is_retracted_is_told_by_show_alone(run: Run, own: Path) -> None:
    assert run("correct", "retract", S1, "-r", "never said").err.endswith("s1 is retracted\n")
    assert "shelled" not in run("timeline").out
    shown = " ".join(run("show", S1).out.split())
    assert "retracted it is in no answer, count or export" in shown and "act accuse" in shown
    assert "rests on" in " ".join(run("show", "aaaaaaaa:e1").out.split())
    assert "s1 is retracted" in run("corrections", "--retracted").out
    assert run("correct", S1, "act", "warn", "-r", "x").status == 2
    run("undo", "1", "-r", "it was")
    assert run("corrections", "--retracted").out == ""


def test_actors_are_renamed_merged_and_split(run: Run, own: Path) -> None:
    assert "is Petra Oldan" in run("correct", "rename", "aaaaaaaa:a1", "Petra Oldan", "-r", "x").err
    assert "Petra Oldan " in run("actors").out
    merged = run("correct", "merge", "aaaaaaaa:a1", "aaaaaaaa:a3", "-r", "one person")
    assert "aaaaaaaa:a1 is the same as aaaaaaaa:a3" in merged.err
    again = run("correct", "split", "aaaaaaaa:a3", "aaaaaaaa:a1", "-r", "two")
    assert again.status == 2 and "correction 2 says otherwise; undo that first" in again.err
    assert run("undo", "1-2", "-r", "no").status == 0


def test_the_decisions_are_taken_to_another_record(run: Run, own: Path, tmp_path: Path) -> None:
    run("correct", S1, "act", "warn", "--reason", "x", "--by", "N. Reader")
    run("correct", "aaaaaaaa:e1", "count.1", "12-20", "--reason", "y")
    run("undo", "1", "--reason", "z")
    lines = tmp_path / "decisions.jsonl"
    lines.write_text(run("corrections", "--json").out + "no json\n", encoding="utf-8")
    run("undo", "2", "--reason", "w")
    other = tmp_path / "other.db"
    from onrecord.store import open_store

    from .conftest import dated

    with open_store(other, write=True) as store:
        store.add(dated())
    done = run("correct", "--from", lines, "--db", other)
    assert done.status == 1
    assert "decisions.jsonl, line 4: it is no JSON object" in done.err
    assert done.err.endswith("3 decisions taken, 0 there already, 1 not taken\n")
    assert "12 to 20 killed" in run("events", "--db", other).out
    assert "0 decisions taken, 3 there" in run("correct", "--from", lines, "--db", other).err
    assert run("corrections", "--json", "--db", other).out.count("N. Reader") == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((S1, "act", "warn"), "a correction needs a reason; give it with --reason"),
        ((S1, "act", "lie", "-r", "x"), "it must be one of assert"),
        ((S1, "act", "-r", "x"), "an ID alone lists its fields"),
        (("merge", S1, "-r", "x"), "onrecord correct merge ID ID"),
        (("-r", "x"), "onrecord correct ID FIELD VALUE"),
        (("aaaaaaaa:e1", "where", "{", "-r", "x"), "is no JSON"),
        (("zz:s1", "act", "warn", "-r", "x"), "there is no report whose id begins"),
        (("--from", "nowhere.jsonl"), "it cannot be read"),
    ],
)
def test_what_cannot_be_done_is_told(
    run: Run, own: Path, words: tuple[str, ...], said: str
) -> None:
    done = run("correct", *words)
    assert done.status == 2 and said.lower() in done.err.lower()
    assert run("corrections").out == ""


def test_numbers_that_are_none_are_told(run: Run, own: Path) -> None:
    assert "`onrecord corrections` shows them" in run("undo", "first", "-r", "x").err
    assert "to undo a correction needs a reason" in run("undo", "1").err
    assert "there is no correction 1" in run("undo", "1", "-r", "x").err


def test_a_record_that_is_not_there_is_not_made(run: Run, tmp_path: Path) -> None:
    done = run("correct", S1, "act", "warn", "-r", "x", "--db", tmp_path / "none.db")
    assert done.status == 2 and not (tmp_path / "none.db").exists()
