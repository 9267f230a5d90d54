import io
import os
import sys
from pathlib import Path

import pytest
from conftest import BODY, Reading

from onrecord.errors import InputError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "sub/c.txt", "sub/.hidden.txt", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"{name}. {BODY}")
    return tmp_path


def paths(reading: Reading, folder: Path) -> list[str]:
    return [os.path.relpath(r.path or "", folder) for r in reading.reports]


def test_a_folder_is_read_whole_and_sorted(folder: Path) -> None:
    assert paths(Reading([str(folder)], None), folder) == ["a.txt", "b.txt", "sub/c.txt"]


@pytest.mark.parametrize(("mark", "told"), [(b"ONRC", 0), (b"ABCD", 2)])
def test_only_a_record_and_what_lies_beside_it_is_left_out(
    folder: Path, mark: bytes, told: int
) -> None:
    (folder / "some.db").write_bytes(b"SQLite format 3\0" + bytes(52) + mark + bytes(100))
    (folder / "some.db-wal").write_bytes(b"\x37\x7f\x06\x82" + bytes(100))
    reading = Reading([str(folder)], None)
    assert paths(reading, folder) == ["a.txt", "b.txt", "sub/c.txt"]
    assert len(reading.problems) == told


def test_patterns(folder: Path) -> None:
    assert paths(Reading([f"{folder}/*.txt"], None), folder) == ["a.txt", "b.txt"]
    assert paths(Reading([f"{folder}/**/c*"], None), folder) == ["sub/c.txt"]
    (folder / "odd[1].txt").write_text(BODY)
    assert paths(Reading([f"{folder}/odd[1].txt"], None), folder) == ["odd[1].txt"]


@pytest.mark.parametrize("name", ["nothing.txt", "no*.txt"])
def test_what_is_not_there_is_told_and_the_rest_read(folder: Path, name: str) -> None:
    reading = Reading([f"{folder}/{name}", f"{folder}/a.txt"], None)
    assert len(reading.reports) == 1
    assert reading.problem.error is InputError and name in reading.problem.where


def test_an_empty_folder_and_a_broken_link_are_told(tmp_path: Path) -> None:
    assert "empty" in Reading([str(tmp_path)], None).problem.reason
    (tmp_path / "link.txt").symlink_to(tmp_path / "gone.txt")
    assert "broken link" in Reading([str(tmp_path)], None).problem.reason


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_folder_that_may_not_be_read(folder: Path) -> None:
    (folder / "sub").chmod(0)
    try:
        reading = Reading([str(folder)], None)
    finally:
        (folder / "sub").chmod(0o755)
    assert len(reading.reports) == 2
    assert "permissions" in reading.problem.reason


def test_a_refusal_of_the_system_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.scandir

    def refusing(path: str) -> object:
        if str(path).endswith("sub"):
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", refusing)
    reading = Reading([str(folder)], None)
    assert len(reading.reports) == 2
    assert "permissions" in reading.problem.reason


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(f'id,text\n1,"{BODY}"\n'.encode())

    monkeypatch.setattr(sys, "stdin", Stdin())
    report = Reading(["-"], None).only
    assert report.text == BODY
    assert report.path == "standard input, row 1"
