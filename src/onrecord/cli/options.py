"""The options that several commands have, declared once."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from onrecord.read.options import ReadOptions

ASKING = "What to ask for"
TELLING = "What to tell of the reports"
OUTPUT = "Output"

DB = Path("record.db")
LIMIT = 50
"""Answers shown where no --limit is given and the output is for people."""

Paths = Annotated[
    list[str],
    typer.Argument(help="Files, folders, patterns, or - for standard input.", show_default=False),
]
Db = Annotated[
    Path, typer.Option("--db", envvar="ONRECORD_DB", help="The record's file.", metavar="FILE")
]
Json = Annotated[
    bool, typer.Option("--json", help="One JSON object a line.", rich_help_panel=OUTPUT)
]
Quiet = Annotated[
    bool,
    typer.Option(
        "--quiet", "-q", help="Nothing but the answer and errors.", rich_help_panel=OUTPUT
    ),
]
Workers = Annotated[
    int | None,
    typer.Option(
        "--workers",
        min=0,
        metavar="N",
        help="Read in so many processes; 0 in this one. Without it one a core, at most 4.",
        show_default=False,
    ),
]
Limit = Annotated[
    int | None,
    typer.Option(
        "--limit",
        "-n",
        min=0,
        metavar="N",
        help=f"At most so many; 0 for all. Without it {LIMIT}, and all with --json.",
        show_default=False,
        rich_help_panel=OUTPUT,
    ),
]


def asking(*names: str, help: str, metavar: str) -> typer.models.OptionInfo:
    """An option that narrows a question."""
    option: typer.models.OptionInfo = typer.Option(
        *names, help=help, metavar=metavar, show_default=False, rich_help_panel=ASKING
    )
    return option


def telling(*names: str, help: str, metavar: str | None = None) -> typer.models.OptionInfo:
    """An option that tells something of the reports to be read."""
    option: typer.models.OptionInfo = typer.Option(
        *names, help=help, metavar=metavar, show_default=False, rich_help_panel=TELLING
    )
    return option


Text = str | None
By = Annotated[Text, asking("--by", metavar="WHO", help="A name, or a country.")]
To = Annotated[Text, asking("--to", metavar="WHO", help="To whom, or to whom it was done.")]
About = Annotated[
    Text,
    asking("--about", metavar="WORDS", help='Words, a "phrase", a begin*, or somebody\'s name.'),
]
At = Annotated[Text, asking("--at", metavar="PLACE", help="A place, or a country.")]
Outlet = Annotated[Text, asking("--outlet", metavar="NAME", help="Only in this outlet's reports.")]
InReport = Annotated[Text, asking("--report", metavar="ID", help="Only in this report.")]
Since = Annotated[Text, asking("--since", metavar="DATE", help="From this year, month or day on.")]
Until = Annotated[
    Text, asking("--until", metavar="DATE", help="Up to and with this year, month or day.")
]
AllVersions = Annotated[
    bool,
    typer.Option("--all-versions", help="Superseded versions too.", rich_help_panel=ASKING),
]

Gazetteer = Annotated[
    Path | None,
    telling("--gazetteer", metavar="CSV", help="Your own places; see docs/lexicons.md."),
]
Lexicons = Annotated[
    Path | None,
    typer.Option(
        "--lexicons",
        envvar="ONRECORD_LEXICONS",
        metavar="FOLDER",
        help="Your additions to the word lists; see docs/lexicons.md.",
        show_default=False,
        rich_help_panel=TELLING,
    ),
]
Published = Annotated[
    Text, telling("--published", metavar="DATE", help="When they were published.")
]
ToldOutlet = Annotated[Text, telling("--outlet", metavar="NAME", help="Who published them.")]
Title = Annotated[Text, telling("--title", metavar="TEXT", help="Their headline.")]
Author = Annotated[Text, telling("--author", metavar="NAME", help="Who wrote them.")]
Url = Annotated[Text, telling("--url", metavar="URL", help="Where they stood.")]
Language = Annotated[Text, telling("--language", metavar="CODE", help="Their language, as en.")]
Format = Annotated[
    Text,
    telling(
        "--format",
        metavar="KIND",
        help="text, html, markdown, csv, tsv, json, jsonl, feed, warc or pdf.",
    ),
]
Encoding = Annotated[Text, telling("--encoding", metavar="NAME", help="Their encoding, as cp1251.")]
DayFirst = Annotated[
    bool | None,
    typer.Option(
        "--day-first/--month-first",
        help="How to read 03/04/2017.",
        show_default=False,
        rich_help_panel=TELLING,
    ),
]


def column(role: str, what: str) -> typer.models.OptionInfo:
    """The option that names a table's column."""
    return telling(f"--{role}-column", metavar="NAME", help=f"The column of {what}.")


TextColumn = Annotated[Text, column("text", "the text")]
TitleColumn = Annotated[Text, column("title", "the headline")]
OutletColumn = Annotated[Text, column("outlet", "the outlet")]
AuthorColumn = Annotated[Text, column("author", "the author")]
UrlColumn = Annotated[Text, column("url", "the address")]
DateColumn = Annotated[Text, column("date", "the date of publication")]
IdColumn = Annotated[Text, column("id", "the row's own number, for messages")]


TOLD: dict[str, Any] = {
    "published": Published,
    "outlet": ToldOutlet,
    "title": Title,
    "author": Author,
    "url": Url,
    "language": Language,
    "text_column": TextColumn,
    "title_column": TitleColumn,
    "outlet_column": OutletColumn,
    "author_column": AuthorColumn,
    "url_column": UrlColumn,
    "date_column": DateColumn,
    "id_column": IdColumn,
    "day_first": DayFirst,
    "format": Format,
    "encoding": Encoding,
}
"""The options of a command that reads, named as the fields of ReadOptions are."""


def reading(command: Callable[..., None]) -> Callable[..., None]:
    """``command`` with all of ``TOLD``, which it is given as ``told``, a ReadOptions."""

    @functools.wraps(command)
    def with_told(**given: Any) -> None:
        told = {name: given.pop(name) for name in TOLD}
        command(**given, told=_read_options(told))

    own = [p for p in inspect.signature(command).parameters.values() if p.name != "told"]
    parameters = [p.replace(annotation=eval(p.annotation, command.__globals__)) for p in own]
    parameters += [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=kind)
        for name, kind in TOLD.items()
    ]
    with_told.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    with_told.__annotations__ = {p.name: p.annotation for p in parameters}
    return with_told


def _read_options(told: dict[str, Any]) -> ReadOptions:
    from onrecord.read.options import ReadOptions

    return ReadOptions(**told)


def words_of(value: str | None, *, upper: bool = False) -> tuple[str, ...]:
    """The words of a comma-separated option."""
    words = (word.strip() for word in (value or "").split(","))
    return tuple(word.upper() if upper else word.lower() for word in words if word)
