"""The documentation names everything that there is, and what it says of it runs."""

from __future__ import annotations

import importlib.util
import re
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args

import pytest

from onrecord import records
from onrecord.cli.app import app
from onrecord.read.options import Format, Limits, ReadOptions
from onrecord.store import filters, rows

from .conftest import EXAMPLES, ROOT

DOCS = ROOT / "docs"
MADE = ("commands.md", "columns.md", "word-lists.md")


def _pages() -> Any:
    spec = importlib.util.spec_from_file_location("make_pages", DOCS / "make_pages.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def text_of(name: str) -> str:
    return (DOCS / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", MADE)
def test_the_made_pages_are_as_the_program_is(name: str) -> None:
    assert text_of(name) == _pages().page(name), "run python docs/make_pages.py"


def test_every_command_is_explained_beside_its_list_of_options() -> None:
    told = "".join(text_of(path.name) for path in DOCS.glob("*.md") if path.name not in MADE)
    for command in app.registered_commands:
        assert command.callback is not None
        assert f"onrecord {command.callback.__name__}" in told, command.callback.__name__


def test_every_option_is_explained_beside_its_list_of_options() -> None:
    told = "".join(text_of(path.name) for path in DOCS.glob("*.md") if path.name not in MADE)
    more = {"--name", "--kind", "--country", "--schema", "--out"}  # clear from their help
    for option in set(re.findall(r"`(--[\w-]+)", text_of("commands.md"))) - more:
        assert option in told, option


@pytest.mark.parametrize(
    "kind",
    [
        records.Report,
        records.Time,
        records.Place,
        records.Actor,
        records.Role,
        records.Source,
        records.Statement,
        records.Event,
        records.Count,
        records.Link,
    ],
)
def test_every_field_of_the_record_is_explained(kind: type) -> None:
    words = text_of("words.md")
    for field in fields(kind):
        name = {"from_": "from", "span": "text"}.get(field.name, field.name)
        assert f"`{name}`" in words, f"{kind.__name__}.{name}"


@pytest.mark.parametrize(
    "values",
    [
        records.PublishedBasis,
        records.TimeType,
        records.ActorKind,
        records.Quote,
        records.Act,
        records.Certainty,
        records.Polarity,
        records.EventType,
        records.Status,
        records.LinkKind,
        records.Slot,
    ],
)
def test_every_value_of_the_record_is_explained(values: object) -> None:
    for value in get_args(values):
        assert f"`{value}`" in text_of("words.md"), value


def test_every_setting_of_reading_is_explained() -> None:
    page = text_of("reading.md")
    for field in fields(Limits):
        value = getattr(Limits(), field.name)
        shown = f"{value:,}" if value < 2**20 or value % 2**20 else f"{value >> 20} MiB"
        shown = shown.replace("2048 MiB", "2 GiB")
        assert re.search(rf"`{field.name}` \| {re.escape(shown)}", page), (field.name, shown)
    for field in fields(ReadOptions):
        option = f"--{field.name.replace('_', '-')}"
        assert field.name == "limits" or option in page, option
    for value in get_args(Format):
        assert f"`{value}`" in page, value


def test_every_keyword_of_the_questions_is_explained() -> None:
    page = text_of("python.md")
    for name in filters.__dict__:
        if name.endswith("Filter") and name not in ("PlaceFilter", "TimeFilter"):
            for field in fields(getattr(filters, name)):
                assert f"`{field.name}`" in page, f"{name}.{field.name}"


def test_the_environment_is_explained() -> None:
    told = "".join(text_of(name) for name in ("reading.md", "lexicons.md", "asking.md"))
    for name in ("ONRECORD_DB", "ONRECORD_LEXICONS", "NO_COLOR", "COLUMNS"):
        assert f"`{name}`" in told, name


@pytest.mark.parametrize("page", sorted([*DOCS.rglob("*.md"), *ROOT.glob("*.md")]))
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        if "://" not in target:
            assert (page.parent / target).exists(), f"{page.name}: {target}"


def test_the_python_page_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "examples" / "reports").mkdir(parents=True)
    for name in ("gazetteer.csv", "reports/02-pelagia-brasnik.txt"):
        (tmp_path / "examples" / name).write_bytes((EXAMPLES / name).read_bytes())
    monkeypatch.chdir(tmp_path)
    for block in re.findall(r"```python\n(.*?)```", text_of("python.md"), re.S):
        exec(compile(block, "python.md", "exec"), {})
    assert "1 new reports, 0 could not be read" in capsys.readouterr().out


def test_every_row_that_the_python_page_names_is_there() -> None:
    named = re.findall(r"`(\w+Row|SearchHit|Found|Info)`", text_of("python.md"))
    assert len(named) >= 8
    for name in named:
        assert hasattr(rows, name)
