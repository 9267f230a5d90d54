"""What is new in the record, and since when somebody was last told."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, islice
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli import options as o
from onrecord.cli.answers import answer_json, open_record
from onrecord.cli.out import NOTHING_NEW, complain, console, safe

if TYPE_CHECKING:
    from onrecord.store.viewrows import News

EACH = 12
"""Of a kind, where no --limit is given and the output is for people."""

LAST = "last"

Moment = Annotated[
    str,
    o.asking(
        "--since",
        metavar="DATE",
        help="What came in after this day, or moment in UTC as 2017-04-04T12:00:00Z; without it, "
        "or with last, since this was last asked of this record.",
    ),
]
Kinds = Annotated[
    o.Text,
    o.asking(
        "--kind",
        metavar="KIND,…",
        help="report, version, event, dispute, met, carried out, withdrawn.",
    ),
]
Each = Annotated[
    int | None,
    typer.Option(
        "--limit",
        "-n",
        min=0,
        metavar="N",
        help=f"At most so many of a kind; 0 for all. Without it {EACH}, and all with --json.",
        show_default=False,
        rich_help_panel=o.OUTPUT,
    ),
]
Keep = Annotated[
    bool,
    typer.Option("--keep", help="Do not remember that this was asked.", rich_help_panel=o.OUTPUT),
]

NAMES = {
    "report": "New reports",
    "version": "Reports that were changed",
    "event": "New events",
    "dispute": "New disputes",
    "met": "Warnings whose condition was met",
    "carried out": "Warnings that were carried out",
    "withdrawn": "Warnings that were taken back",
}


def new(
    db: o.Db = o.DB,
    since: Moment = LAST,
    kind: Kinds = None,
    limit: Each = None,
    keep: Keep = False,
    json: o.Json = False,
) -> None:
    """What came in since: new and changed reports, events, disputes, what came of warnings.

    Ends with status 3 where nothing did, so that a script can tell.
    """
    from onrecord.cli import seen

    with open_record(db) as record:
        asked = seen.moment()
        after = (seen.last(db) or "0001") if since == LAST else since
        each = EACH if limit is None and not json else limit or None
        # one more, to know whether there are more
        most = each + 1 if each and not json else each
        rows = record.news(after, kinds=o.words_of(kind), limit=most)
        shown = _counting(rows) if json else _print(rows, each)
    if since == LAST and not keep:
        seen.remember(db, asked)
    if not shown:
        if not json:
            since_when = "" if after == "0001" else f" since {after}"
            complain(f"Nothing is new{since_when}.")
        raise SystemExit(NOTHING_NEW)


def _counting(rows: Iterator[News]) -> int:
    """Prints the rows as JSON; how many there were."""
    shown = 0
    for row in rows:
        answer_json(iter([row]))
        shown += 1
    return shown


def _print(rows: Iterator[News], each: int | None) -> int:
    """Prints the rows under the names of their kinds, ``each`` at most; how many there were."""
    from onrecord.cli.comparecards import news_entry

    shown = 0
    out = console()
    for kind, found in groupby(rows, key=lambda row: row.kind):
        out.print(safe(NAMES[kind], "bold"))
        for row in islice(found, each):
            out.print(news_entry(row))
            shown += 1
        if next(found, None) is not None:
            complain(f"There is more of this; --limit 0 --kind '{kind}' shows all.")
    return shown
