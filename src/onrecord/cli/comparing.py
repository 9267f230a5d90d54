"""What many reports come to together: disputes, origins, copies, silence, speakers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import options as o
from onrecord.cli.answers import answer, answer_json, most, open_record, versions
from onrecord.cli.out import complain, console

if TYPE_CHECKING:
    from onrecord.store.rows import StatementRow
    from onrecord.store.viewrows import Said

Item = Annotated[
    str, typer.Argument(metavar="ID", help="A statement's or an event's id, as answers show it.")
]
Who = Annotated[
    str, typer.Argument(metavar="WHO", help="A name, or the id of an actor of the record.")
]
LinksOf = Annotated[
    str | None,
    typer.Argument(
        metavar="ID",
        help="A statement's, an event's or a report's id; without it the whole record's links.",
        show_default=False,
    ),
]
LinkKinds = Annotated[
    o.Text,
    o.asking("--kind", metavar="KIND,…", help="Only of these kinds, as denies; see docs/words.md."),
]
NO_DISPUTE = (
    "The program found no dispute there. That does not say that the reports agree: "
    "what they put in too different words it does not set against each other."
)
OfReport = Annotated[o.Text, o.asking("--report", metavar="ID", help="Only of this report.")]


def disputes(
    db: o.Db = o.DB,
    about: o.About = None,
    by: o.By = None,
    to: o.To = None,
    at: o.At = None,
    since: o.Since = None,
    until: o.Until = None,
    outlet: o.Outlet = None,
    report: o.InReport = None,
    all_versions: o.AllVersions = False,
    limit: o.Limit = None,
    json: o.Json = False,
) -> None:
    """What is denied, contradicted, or known nothing of, with both sides quoted."""
    from onrecord.cli.comparecards import dispute

    with open_record(db) as record:
        rows = record.disputes(
            about=about, by=by, to=to, at=at, since=since, until=until, outlet=outlet,
            report=report, versions=versions(all_versions), limit=most(limit, json),
        )  # fmt: skip
        answer(rows, dispute, limit, json, none=NO_DISPUTE)


def origins(item: Item, db: o.Db = o.DB, json: o.Json = False) -> None:
    """How a claim or an event came into the record: every telling, and how many origins."""
    from onrecord.cli.comparecards import origins_page

    with open_record(db) as record:
        page = record.origins(item)
        if json:
            answer_json(iter([page]))
            return
        for part in origins_page(page):
            console().print(part)


def links(
    item: LinksOf = None,
    db: o.Db = o.DB,
    kind: LinkKinds = None,
    limit: o.Limit = None,
    json: o.Json = False,
) -> None:
    """What is linked with what, and why: of an item, of a report and all in it, or of the record.

    Each with its kind, its reason, and the words and report at both ends.
    """
    from onrecord.cli.comparecards import link_entry

    with open_record(db) as record:
        rows = record.links(item, kinds=o.words_of(kind), limit=most(limit, json))
        answer(rows, link_entry, limit, json, none="The program found no link there.")


def copies(
    db: o.Db = o.DB, report: OfReport = None, limit: o.Limit = None, json: o.Json = False
) -> None:
    """Which reports copy which, wholly or in part, and what they changed."""
    from onrecord.cli.comparecards import copy

    with open_record(db) as record:
        answer(record.copies(report), copy, limit, json)


def silence(
    db: o.Db = o.DB,
    by: o.By = None,
    about: o.About = None,
    since: o.Since = None,
    until: o.Until = None,
    outlet: o.Outlet = None,
    report: o.InReport = None,
    all_versions: o.AllVersions = False,
    limit: o.Limit = None,
    json: o.Json = False,
) -> None:
    """Who declined to comment or knew of nothing, and who answered after all."""
    from onrecord.cli.comparecards import SilenceLedger

    with open_record(db) as record:
        rows = record.silences(
            by=by, about=about, since=since, until=until, outlet=outlet, report=report,
            versions=versions(all_versions), limit=most(limit, json),
        )  # fmt: skip
        answer(rows, SilenceLedger().entry, limit, json)


def speaker(who: Who, db: o.Db = o.DB, limit: o.Limit = None, json: o.Json = False) -> None:
    """Everything that one actor said, in order, with repeats and what became of it."""
    from onrecord.cli.comparecards import SpeakerLedger

    with open_record(db) as record:
        page = record.speaker(who)
        if json:
            answer_json(iter([page]))
            return
        ledger = SpeakerLedger()
        console().print(ledger.head(page))
        found: list[Said | StatementRow] = [*page.said, *page.silences]
        found.sort(key=lambda one: ledger.row_of(one).day or "~")
        answer(iter(found), ledger.entry, limit, json)


def bounds(db: o.Db = o.DB, json: o.Json = False) -> None:
    """Between which days undated reports must have come out, as far as others tell."""
    from onrecord.cli.comparecards import bound

    with open_record(db) as record:
        found = record.bounds()
        if json:
            answer_json(found)
            return
        shown = 0
        for one in found:
            console().print(bound(one))
            shown += 1
        if not shown:
            complain("No undated report is bounded by others.")
