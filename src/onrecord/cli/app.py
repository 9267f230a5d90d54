"""The commands by their names. Each loads what it needs when it is run, so that help is quick."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord import __version__
from onrecord.cli import asking, comparing, correcting, dossiers, keeping, news, reading, serving
from onrecord.cli.out import EXITS, ending

TAKING, QUESTIONS, TOGETHER, RECORD = "Reading", "Asking", "Many reports together", "The record"
DECIDING = "Correcting"

EPILOG = "Exit status: " + "; ".join(f"{code} {what}" for code, what in EXITS.items()) + "."

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"onrecord {__version__}")
        raise typer.Exit


@app.callback()
def onrecord(
    version: Annotated[
        bool,
        typer.Option("--version", help="Print the version.", callback=_version, is_eager=True),
    ] = False,
) -> None:
    """Read news reports and keep the record: who said what, who did what to whom, when, where,
    and on whose word. Every answer shows the words that it rests on."""


for command in (reading.add, reading.read):
    app.command(rich_help_panel=TAKING)(ending(command))
for command in (asking.timeline, asking.statements, asking.events, asking.warnings, keeping.search):
    app.command(rich_help_panel=QUESTIONS)(ending(command))
for command in (
    comparing.disputes, comparing.origins, comparing.copies, comparing.silence, comparing.speaker,
    comparing.bounds, comparing.links,
):  # fmt: skip
    app.command(rich_help_panel=TOGETHER)(ending(command))
for command in (news.new, serving.serve):
    app.command(rich_help_panel=QUESTIONS)(ending(command))
for command in (dossiers.dossier, dossiers.verify):
    app.command(rich_help_panel=TOGETHER)(ending(command))
for command in (keeping.actors, keeping.reports, keeping.show, keeping.export, keeping.info):
    app.command(rich_help_panel=RECORD)(ending(command))
for command in (correcting.correct, correcting.undo, correcting.corrections):
    app.command(rich_help_panel=DECIDING)(ending(command))
