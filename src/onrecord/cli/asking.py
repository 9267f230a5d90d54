"""The questions: what the record answers to, and how the answers are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, cast

import typer

from onrecord.cli import options as o
from onrecord.cli.answers import answer, most, open_record, versions

if TYPE_CHECKING:
    from onrecord.store.filters import Scope

Acts = Annotated[
    o.Text,
    o.asking(
        "--act",
        metavar="ACT,…",
        help="assert, accuse, deny, confirm, warn, threaten, demand, pledge, reject, praise, "
        "condemn, predict, decline, disclaim.",
    ),
]
Types = Annotated[
    o.Text,
    o.asking(
        "--type",
        metavar="TYPE,…",
        help="agree, consult, support, concede, cooperate, aid, retreat, request, accuse, reject, "
        "threaten, protest, sanction, mobilize, coerce, assault.",
    ),
]
Statuses = Annotated[
    o.Text,
    o.asking(
        "--status",
        metavar="STATUS,…",
        help="happened, ongoing, planned, threatened, alleged, denied, hypothetical.",
    ),
]
InScope = Annotated[
    str,
    o.asking(
        "--in",
        metavar="WHERE",
        help="Where a statement must have the words of --about: in its content, its sentence "
        "(as without this), or its report.",
    ),
]
Named = Annotated[
    bool | None,
    typer.Option(
        "--named/--unnamed",
        help="Only named, or only unnamed, sources.",
        show_default=False,
        rich_help_panel=o.ASKING,
    ),
]
# In a timeline --from and --to are dates, as everybody expects of one.
From = Annotated[
    o.Text, o.asking("--from", "--since", metavar="DATE", help="From this year, month or day on.")
]
Till = Annotated[
    o.Text, o.asking("--to", "--until", metavar="DATE", help="Up to and with this date.")
]
Dated = Annotated[
    bool,
    typer.Option("--dated", help="Only what the report itself dates.", rich_help_panel=o.ASKING),
]


def timeline(
    db: o.Db = o.DB,
    about: o.About = None,
    by: o.By = None,
    at: o.At = None,
    since: From = None,
    until: Till = None,
    dated: Dated = False,
    outlet: o.Outlet = None,
    report: o.InReport = None,
    all_versions: o.AllVersions = False,
    limit: o.Limit = None,
    json: o.Json = False,
) -> None:
    """What happened and what was said, day by day: one entry an event or utterance, however many
    reports carry it, with how many independent origins stand behind it."""
    from onrecord.cli.cards import without_echoes
    from onrecord.cli.comparecards import Timeline

    with open_record(db) as record:
        rows = record.chronicle(
            about=about, by=by, at=at, since=since, until=until, dated=dated, outlet=outlet,
            report=report, versions=versions(all_versions), limit=limit or None if json else None,
        )  # fmt: skip
        answer(rows if json else without_echoes(rows), Timeline().entry, limit, json)


def statements(
    db: o.Db = o.DB,
    by: o.By = None,
    to: o.To = None,
    about: o.About = None,
    scope: InScope = "sentence",
    act: Acts = None,
    named: Named = None,
    since: o.Since = None,
    until: o.Until = None,
    outlet: o.Outlet = None,
    report: o.InReport = None,
    all_versions: o.AllVersions = False,
    limit: o.Limit = None,
    json: o.Json = False,
) -> None:
    """Who said what, quoted."""
    from onrecord.cli.cards import Ledger

    with open_record(db) as record:
        rows = record.statements(
            by=by, to=to, about=about, scope=cast("Scope", scope), act=o.words_of(act), named=named,
            since=since, until=until, outlet=outlet, report=report,
            versions=versions(all_versions), limit=most(limit, json),
        )  # fmt: skip
        answer(rows, Ledger().entry, limit, json)


def events(
    db: o.Db = o.DB,
    type: Types = None,
    by: o.By = None,
    to: o.To = None,
    about: o.About = None,
    at: o.At = None,
    status: Statuses = None,
    since: o.Since = None,
    until: o.Until = None,
    outlet: o.Outlet = None,
    report: o.InReport = None,
    all_versions: o.AllVersions = False,
    limit: o.Limit = None,
    json: o.Json = False,
) -> None:
    """Who did what to whom, and on whose word: alleged, denied, planned, happened."""
    from onrecord.cli.cards import Ledger

    with open_record(db) as record:
        rows = record.events(
            type=o.words_of(type, upper=True), by=by, to=to, about=about, at=at,
            status=o.words_of(status), since=since, until=until, outlet=outlet, report=report,
            versions=versions(all_versions), limit=most(limit, json),
        )  # fmt: skip
        answer(rows, Ledger().entry, limit, json)


def warnings(
    db: o.Db = o.DB,
    by: o.By = None,
    to: o.To = None,
    about: o.About = None,
    since: o.Since = None,
    until: o.Until = None,
    outlet: o.Outlet = None,
    report: o.InReport = None,
    all_versions: o.AllVersions = False,
    limit: o.Limit = None,
    json: o.Json = False,
) -> None:
    """Who warned or threatened whom: if what, then what, how often, and what came of it."""
    from onrecord.cli.comparecards import WarningLedger

    with open_record(db) as record:
        rows = record.ledger(
            by=by, to=to, about=about, since=since, until=until, outlet=outlet, report=report,
            versions=versions(all_versions), limit=most(limit, json),
        )  # fmt: skip
        answer(rows, WarningLedger().entry, limit, json)
