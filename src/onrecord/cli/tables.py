"""Reports, actors and the record itself as tables: the column that matters most comes first."""

from __future__ import annotations

from collections.abc import Iterable

from rich import box
from rich.table import Table

from onrecord import words
from onrecord.cli.out import safe
from onrecord.store.rows import ActorRow, Info, ReportRow

KINDS = {"armed_group": "armed group", "igo": "intergovernmental", "ngo": "NGO"}


def reports_table(rows: Iterable[ReportRow]) -> Table:
    """One report a row."""
    table = _table()
    table.add_column("Report", ratio=1, overflow="fold")
    table.add_column("Published", no_wrap=True)
    table.add_column("Statements", justify="right", no_wrap=True)
    table.add_column("Events", justify="right", no_wrap=True)
    table.add_column("Id", no_wrap=True, style="dim")
    for row in rows:
        report = row.report
        name = safe(report.title or report.outlet or row.path or "a report without a title")
        notes = [report.outlet] if report.outlet and report.title else []
        notes += ["a later version"] if report.version_of else []
        notes += [] if row.readable else [f"not read: language {report.language or 'unknown'}"]
        if notes:
            name.append("\n" + ", ".join(notes), style="dim")
        table.add_row(
            name,
            published(row),
            str(row.statements),
            str(row.events),
            words.short_id(report.id),
        )
    return table


def published(row: ReportRow) -> str:
    """The report's day, and in a word how it is known where the report does not say it itself."""
    report = row.report
    if report.published is None:
        return "undated"
    basis = {"told": " (told)", "bounded": " (bounded)"}.get(report.published_basis or "", "")
    return report.published[:10] + basis


def actors_table(rows: Iterable[ActorRow]) -> Table:
    """One actor a row."""
    table = _table()
    table.add_column("Actor", ratio=2, overflow="fold")
    table.add_column("Kind", no_wrap=True)
    table.add_column("Country", no_wrap=True)
    table.add_column("Said", justify="right", no_wrap=True)
    table.add_column("In events", justify="right", no_wrap=True)
    table.add_column("Reports", justify="right", no_wrap=True)
    table.add_column("Also called", ratio=2, style="dim", overflow="fold")
    for row in rows:
        table.add_row(
            safe(row.name, style="" if row.named else "dim"),
            KINDS.get(row.kind, row.kind),
            row.country or "",
            str(row.statements),
            str(row.events),
            str(row.reports),
            safe(", ".join(alias for alias in row.aliases if alias != row.name)),
        )
    return table


def info_table(info: Info) -> Table:
    """What the record holds, one number a row."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="cyan")
    table.add_column()
    period = f", {info.first[:10]} to {info.last[:10]}" if info.first and info.last else ""
    notes = [f"{info.versions:,} of them later versions"] if info.versions else []
    notes += [f"{info.unread:,} not read, for their language"] if info.unread else []
    rows = (
        ("Record", f"{info.path}, {info.size / 1e6:.1f} MB, format {info.schema_version}"),
        ("Reports", f"{info.reports:,}{period}" + (f" ({'; '.join(notes)})" if notes else "")),
        ("Outlets", f"{info.outlets:,}"),
        ("Statements", f"{info.statements:,}"),
        ("Events", f"{info.events:,}"),
        ("Actors", f"{info.actors:,}"),
        ("Places", f"{info.places:,}"),
        ("Times", f"{info.times:,}"),
        ("Links", f"{info.links:,}"),
        ("Corrections", f"{info.corrections:,}"),
    )
    for name, value in rows:
        table.add_row(name, safe(value))
    return table


def _table() -> Table:
    return Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True, header_style="bold")
