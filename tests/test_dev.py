"""dev.py: what it does before there is anything to rely on."""

from __future__ import annotations

import ast
import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

from .conftest import ROOT


@pytest.fixture
def dev(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """dev.py, loaded afresh, with its .venv in a folder of its own."""
    spec = importlib.util.spec_from_file_location("dev", ROOT / "dev.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name in ("ROOT", "VENV", "BIN", "PYTHON", "STAMP", "LOG"):
        path = Path(getattr(module, name))
        monkeypatch.setattr(module, name, str(tmp_path / path.relative_to(ROOT)))
    (tmp_path / "pyproject.toml").write_text("[project]\n")
    monkeypatch.chdir(tmp_path)
    return module


def test_old_pythons_can_parse_it_and_nothing_else_is_needed() -> None:
    tree = ast.parse((ROOT / "dev.py").read_text(encoding="utf-8"), feature_version=(3, 7))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            assert {name.name for name in node.names} <= sys.stdlib_module_names
        assert not isinstance(node, ast.ImportFrom)


def test_without_a_command_it_explains_itself(
    dev: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main([]) == 2 and dev.main(["fly"]) == 2
    assert dev.main(["--help"]) == 0
    assert "python3 dev.py run" in capsys.readouterr().out


def test_an_old_python_hands_over_or_says_what_to_do(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(dev.shutil, "which", lambda name: None)
    assert dev.main(["run"]) == 1
    assert "needs Python 3.11 or newer" in capsys.readouterr().err
    calls = []
    monkeypatch.setattr(dev.shutil, "which", lambda n: "/py12" if n == "python3.12" else None)
    monkeypatch.setattr(dev.subprocess, "call", lambda words: calls.append(words) or 7)
    assert dev.main(["test", "-k", "x"]) == 7
    assert calls[0][0] == "/py12" and calls[0][2:] == ["test", "-k", "x"]


def test_a_python_without_venv_is_told_what_to_install(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def no_venv(words: list[str], **_: object) -> SimpleNamespace:
        return SimpleNamespace(returncode=1, stdout=b"ensurepip is not available")

    monkeypatch.setattr(dev.subprocess, "run", no_venv)
    assert dev.main(["run"]) == 1
    err = capsys.readouterr().err
    assert "ensurepip is not available" in err and "apt install python3." in err
    assert not Path(dev.VENV).exists()


def test_a_failed_installation_shows_its_end(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fake_venv(words: list[str], **_: object) -> SimpleNamespace:
        Path(dev.PYTHON).parent.mkdir(parents=True)
        Path(dev.PYTHON).symlink_to("/bin/false")
        Path(dev.LOG).write_text("")
        return SimpleNamespace(returncode=0, stdout=b"")

    class Failing(subprocess.Popen):  # type: ignore[type-arg]
        def __init__(self, words: list[str], **options: object) -> None:
            super().__init__(["sh", "-c", "echo no such package; exit 1"], **options)  # type: ignore[call-overload]

    monkeypatch.setattr(dev.subprocess, "run", fake_venv)
    monkeypatch.setattr(dev.subprocess, "Popen", Failing)
    assert dev.main(["run"]) == 1
    assert "no such package" in capsys.readouterr().err
    assert not Path(dev.STAMP).exists()


def test_it_installs_again_only_when_the_project_changed(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    installs: list[int] = []
    Path(dev.PYTHON).parent.mkdir(parents=True)
    Path(dev.PYTHON).touch()
    monkeypatch.setattr(dev, "make_venv", lambda version: None)
    monkeypatch.setattr(dev, "install", lambda: installs.append(1))
    dev.set_up()
    dev.set_up()
    assert len(installs) == 1
    Path("pyproject.toml").write_text("[project]\nname = 'changed'\n")
    dev.set_up()
    assert len(installs) == 2


def test_test_runs_every_check_and_tells_which_failed(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran: list[list[str]] = []

    def call(words: list[str]) -> int:
        ran.append(words)
        return int(words[0].endswith("mypy"))

    monkeypatch.setattr(dev.subprocess, "call", call)
    assert dev.test(["-k", "x"]) == 1
    assert len(ran) == 5 and ran[-1][-2:] == ["-k", "x"]
    out = capsys.readouterr().out
    assert out.count("passed") == 4 and "types      FAILED" in out


def test_ci_runs_the_tests() -> None:
    run = ROOT / ".ci" / "run"
    assert run.stat().st_mode & 0o111
    assert "exec python3 dev.py test" in run.read_text()
