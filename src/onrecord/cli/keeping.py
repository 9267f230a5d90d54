"""The record itself: its reports and actors, its words, one item of it, its contents."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast, get_args

import typer

from onrecord.cli import options as o
from onrecord.cli.answers import answer, answer_json, answer_table, most, open_record, versions
from onrecord.cli.out import complain, console, give_up

if TYPE_CHECKING:
    from onrecord.api import ExportFormat

Name = Annotated[o.Text, o.asking("--name", metavar="NAME", help="Whose name has these words.")]
Kinds = Annotated[
    o.Text,
    o.asking(
        "--kind",
        metavar="KIND,…",
        help="person, government, office, military, armed_group, igo, ngo, company, outlet, "
        "people, other.",
    ),
]
Country = Annotated[
    o.Text, o.asking("--country", metavar="COUNTRY", help="A country's name or its three letters.")
]
InLanguage = Annotated[o.Text, o.asking("--language", metavar="CODE", help="As en.")]
NamedActors = Annotated[
    bool | None,
    typer.Option(
        "--named/--unnamed",
        help="Only those that a report identifies, or only the others.",
        show_default=False,
        rich_help_panel=o.ASKING,
    ),
]
Whole = Annotated[
    bool,
    typer.Option("--full", help="The whole report around it.", rich_help_panel=o.OUTPUT),
]
ExportAs = Annotated[str, typer.Option("--format", metavar="KIND", help="jsonl, csv or parquet.")]
Target = Annotated[
    Path | None,
    typer.Option(
        "--out",
        "-o",
        metavar="PATH",
        help="For jsonl a file, or standard output without it; else a folder.",
        show_default=False,
    ),
]
Schema = Annotated[
    bool, typer.Option("--schema", help="Print the JSON Schema of what read --json prints.")
]


def reports(
    db: o.Db = o.DB,
    about: o.About = None,
    outlet: o.Outlet = None,
    language: InLanguage = None,
    since: o.Since = None,
    until: o.Until = None,
    all_versions: o.AllVersions = False,
    limit: o.Limit = None,
    json: o.Json = False,
) -> None:
    """The reports in the record, by date."""
    from onrecord.cli.tables import reports_table

    with open_record(db) as record:
        rows = record.reports(
            about=about, outlet=outlet, language=language, since=since, until=until,
            versions=versions(all_versions), limit=most(limit, json),
        )  # fmt: skip
        answer_table(rows, reports_table, limit, json)


def actors(
    db: o.Db = o.DB,
    name: Name = None,
    kind: Kinds = None,
    country: Country = None,
    named: NamedActors = None,
    limit: o.Limit = None,
    json: o.Json = False,
) -> None:
    """Who appears in the record, those of most statements first."""
    from onrecord.cli.tables import actors_table

    with open_record(db) as record:
        rows = record.actors(
            name=name, kind=o.words_of(kind), country=country, named=named, limit=most(limit, json)
        )
        answer_table(rows, actors_table, limit, json)


def search(
    words: Annotated[list[str], typer.Argument(help='Words, a "phrase", a begin*.')],
    db: o.Db = o.DB,
    limit: o.Limit = None,
    json: o.Json = False,
) -> None:
    """Sentences of the reports that hold the words, the best first."""
    from onrecord.cli.cards import hit_card

    with open_record(db) as record:
        answer(record.search(" ".join(words), limit=most(limit, json)), hit_card, limit, json)


def show(
    item: Annotated[
        str, typer.Argument(metavar="ID", help="As the answers show it: 2f0a91c4 or 2f0a91c4:s3.")
    ],
    db: o.Db = o.DB,
    full: Whole = False,
    json: o.Json = False,
) -> None:
    """An item in its report, its evidence marked; or a whole report."""
    from onrecord.cli import showing

    with open_record(db) as record:
        found = record.get(item)
        if json:
            answer_json(iter([found]))
            return
        out = console()
        text, marks = found.report.text, showing.marks_of(found)
        plain = out.no_color or not out.is_terminal
        correctable = record.correctable(found.item.id)
        gone = found.retracted
        fields = showing.read_fields(correctable) if gone else showing.fields_of(found)
        if fields:
            out.print(showing.fields_table(fields, struck=gone))
            out.print()
        decisions = showing.decisions_of(found, correctable)
        if decisions:
            out.print(showing.fields_table(decisions))
            out.print()
        if marks and not plain:
            out.print(showing.legend(marks))
        for start, stop in showing.passages(text, marks, whole=full):
            out.print(showing.marked(text, start, stop, marks, plain=plain))
            out.print()
        out.print(showing.fields_table(showing.report_fields(found.report)))


def info(db: o.Db = o.DB, json: o.Json = False, schema: Schema = False) -> None:
    """What the record holds, and how much of it."""
    if schema:
        from json import dumps

        from onrecord.codec import load_schema

        print(dumps(load_schema(), indent=2, ensure_ascii=False))
        return
    from onrecord.cli.tables import info_table

    with open_record(db) as record:
        if json:
            answer_json(iter([record.info()]))
        else:
            console().print(info_table(record.info()))


def export(
    db: o.Db = o.DB, format: ExportAs = "jsonl", out: Target = None, quiet: o.Quiet = False
) -> None:
    """The whole record for other programs.

    JSON Lines as `onrecord read --json` prints them, to a file or standard output; CSV and
    Parquet into a folder, a file for each kind of item.
    """
    from onrecord import api

    if format not in get_args(api.ExportFormat):
        give_up(f"--format is {format}; it must be jsonl, csv or parquet")
    if out is None and format != "jsonl":
        give_up(f"{format} is written into a folder; name it with --out")
    with open_record(db) as record:
        try:
            reports = record.export(
                sys.stdout if out is None else out, format=cast("ExportFormat", format)
            )
        except OSError as error:
            if isinstance(error, BrokenPipeError):
                raise
            give_up(f"{error.filename or out}: it cannot be written: {error.strerror or error}")
    if out is not None and not quiet:
        complain(f"{reports:,} reports written to {out}")
