"""Writes the pages that are made from the program itself: python docs/make_pages.py

commands.md is made from the commands' names, options and help, not from what --help prints, which
differs from one version of the command line's library to another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import typer

from onrecord.cli.app import app
from onrecord.cli.out import EXITS
from onrecord.export.columns import TABLES

HERE = Path(__file__).parent
MADE = "This page is made by `python docs/make_pages.py`; a test keeps it true."


def commands() -> Iterator[str]:
    """Every command with its options."""
    group: Any = typer.main.get_command(app)
    yield "# The commands"
    yield ""
    yield MADE
    yield ""
    yield "| exit status | what it says |"
    yield "|---|---|"
    for status, meaning in EXITS.items():
        yield f"| {status} | {meaning} |"
    for name, command in group.commands.items():
        yield ""
        yield f"## onrecord {name}"
        yield ""
        yield from _paragraphs(command.help)
        yield ""
        yield "| | |"
        yield "|---|---|"
        for parameter in command.params:
            if parameter.name != "help":
                yield f"| {_names(parameter)} | {_help(parameter)} |"


def _paragraphs(text: str) -> Iterator[str]:
    yield from text.strip().splitlines()


def _names(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return f"`{(parameter.metavar or parameter.name).upper()}`"
    value = f" {parameter.metavar}" if parameter.metavar and not parameter.is_flag else ""
    return ", ".join(f"`{name}{value}`" for name in (*parameter.opts, *parameter.secondary_opts))


def _help(parameter: Any) -> str:
    text = (parameter.help or "").replace("|", "\\|")
    if getattr(parameter, "envvar", None):
        text += f" Also `{parameter.envvar}` in the environment."
    return text


def columns() -> Iterator[str]:
    """Every table of the exports with its columns."""
    kinds = {"text": "", "whole": "whole number", "number": "number", "flag": "true or false"}
    yield "# The columns of the exported tables"
    yield ""
    yield MADE
    for table, named in TABLES.items():
        yield ""
        yield f"## {table}"
        yield ""
        yield "| column | |"
        yield "|---|---|"
        for name, kind in named.items():
            yield f"| `{name}` | {kinds.get(kind, 'list')} |"


def word_lists() -> Iterator[str]:
    """Every lexicon with the first sentence of the comment that it begins with."""
    yield "# The word lists"
    yield ""
    yield MADE
    yield ""
    yield "| file | what it holds |"
    yield "|---|---|"
    folder = Path(str(resources.files("onrecord.lexicons")))
    for path in sorted(folder.glob("*/*.toml")):
        lines = path.read_text(encoding="utf-8").splitlines()
        comment = []
        for line in lines:
            if not line.startswith("#"):
                break
            comment.append(line.lstrip("# "))
        first = re.split(r"(?<=[.:]) ", " ".join(comment) + " ")[0].strip().rstrip(":.")
        yield f"| `{path.relative_to(folder).as_posix()}` | {first} |"


PAGES: dict[str, Callable[[], Iterator[str]]] = {
    "commands.md": commands,
    "columns.md": columns,
    "word-lists.md": word_lists,
}


def page(name: str) -> str:
    """The text of the page."""
    return "\n".join(PAGES[name]()) + "\n"


if __name__ == "__main__":
    for name in PAGES:
        (HERE / name).write_text(page(name), encoding="utf-8")
