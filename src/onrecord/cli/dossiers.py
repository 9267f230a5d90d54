"""``dossier`` and ``verify``: a part of the record as one file, and whether such a file holds."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import options as o
from onrecord.cli.answers import versions
from onrecord.cli.asking import From, Till
from onrecord.cli.out import SOME_UNREAD, complain, give_up

if TYPE_CHECKING:
    from onrecord.store import Store

Items = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[ID]…", help="Statements, events, actors or reports.", show_default=False
    ),
]
Out = Annotated[
    Path,
    typer.Option("--out", "-o", metavar="FILE", help="The file to be written.",
                 show_default=False),
]  # fmt: skip
Title = Annotated[o.Text, typer.Option("--title", metavar="TEXT", help="What it is called.")]
File = Annotated[Path, typer.Argument(metavar="FILE", help="A dossier.")]
Against = Annotated[
    Path | None,
    typer.Option("--db", envvar="ONRECORD_DB", metavar="FILE", show_default=False,
                 help="The record whose reports it is checked against, too."),
]  # fmt: skip


def dossier(
    out: Out,
    items: Items = None,
    db: o.Db = o.DB,
    title: Title = None,
    about: o.About = None,
    by: o.By = None,
    at: o.At = None,
    since: From = None,
    until: Till = None,
    outlet: o.Outlet = None,
    report: o.InReport = None,
    all_versions: o.AllVersions = False,
) -> None:
    """Write items, or what a question finds, into one HTML file that opens anywhere.

    Each quotation in it leads to its place in its report, which it holds in full.
    """
    from onrecord.dossier import of_items, of_question, to_html
    from onrecord.store import TimelineFilter, open_store

    with open_store(db) as store:
        if items:
            made = of_items(store, items)
        else:
            asked = TimelineFilter(
                about=about, by=by, at=at, since=since, until=until, outlet=outlet, report=report,
                versions=versions(all_versions),
            )  # fmt: skip
            made = of_question(store, asked, title=title)
    part = out.with_name(out.name + ".part")
    try:
        part.write_text(to_html(made), encoding="utf-8", newline="\n")
        part.replace(out)
    except OSError as error:
        give_up(f"{out} cannot be written: {error.strerror}")
    finally:
        part.unlink(missing_ok=True)
    if made.cut:
        complain(f"Cut after {len(made.entries)} entries; narrow the question for the rest.")
    print(f"{out}: {len(made.entries)} entries, {len(made.reports)} reports")


def _sha256(store: Store, report_id: str) -> str | None:
    return store.get(report_id).report.sha256 if store.has(report_id) else None


def verify(file: File, db: Against = None) -> None:
    """Check a dossier: its quotations against its reports, and those against the record."""
    from onrecord.dossier import verify as check
    from onrecord.store import open_store

    try:
        html = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        give_up(f"{file} cannot be read: {error}")
    if db is None:
        found = check(html)
        against = "its own reports; --db checks these against a record"
    else:
        with open_store(db) as store:
            found = check(html, lambda id_: _sha256(store, id_))
        against = f"its reports, and these the record {db}"
    for one in found:
        complain(f"{one.where}: {one.what}")
    if found:
        print(f"{file} does not hold: {len(found)} faults")
        raise typer.Exit(SOME_UNREAD)
    print(f"{file} holds: its quotations match {against}")
