"""``add`` and ``read``: the commands that take reports in."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from onrecord.cli.options import DB, Db, Gazetteer, Json, Lexicons, Paths, Quiet, Workers, reading
from onrecord.cli.out import NOTHING_DONE, SOME_UNREAD, complain

if TYPE_CHECKING:
    from onrecord.api import Summary
    from onrecord.extract.gazetteer import Gazetteer as LoadedGazetteer
    from onrecord.read.items import Notice, OnNotice, Problem
    from onrecord.read.options import ReadOptions
    from onrecord.workers import Work


@reading
def add(
    paths: Paths,
    db: Db = DB,
    gazetteer: Gazetteer = None,
    lexicons: Lexicons = None,
    workers: Workers = None,
    quiet: Quiet = False,
    *,
    told: ReadOptions,
) -> None:
    """Read reports into the record, which is made where there is none.

    What the record holds already is passed over, so a run that was stopped goes on where it was
    when it is given again.
    """
    from onrecord import pipeline
    from onrecord.api import Summary
    from onrecord.cli.progress import count_ahead, meter
    from onrecord.linking import relink
    from onrecord.read.items import Problem
    from onrecord.store import open_store

    _use(lexicons)
    places = _load(gazetteer)
    summary = Summary()
    with open_store(db, write=True) as store, meter("Reading", quiet=quiet) as shown:
        count_ahead(paths, told, shown)
        for item in pipeline.add(
            store,
            paths,
            options=told,
            gazetteer=places,
            on_notice=_notices(quiet),
            work=_work(workers),
        ):
            if isinstance(item, Problem):
                summary.failed += 1
                _tell(item)
                continue
            record, added = item
            summary.count(record, added)
            shown.step()
            if added.differs and not quiet:
                complain(
                    f"note: {record.report.path}: in the record already; its "
                    f"{', '.join(added.differs)} there is another and was left as it is"
                )
    seconds = shown.seconds()
    with open_store(db, write=True) as store, meter("Linking", quiet=quiet) as shown:
        relink(store, on_progress=shown.at)
    if not quiet:
        print(_sum_up(summary, db, seconds + shown.seconds()))
    _end(summary.reports, summary.failed)


@reading
def read(
    paths: Paths,
    json: Json = False,
    gazetteer: Gazetteer = None,
    lexicons: Lexicons = None,
    workers: Workers = None,
    quiet: Quiet = False,
    *,
    told: ReadOptions,
) -> None:
    """Read reports without keeping them, and print what they say.

    With --json one line a report, in the order given, each valid against the schema that
    `onrecord info --schema` prints.
    """
    from onrecord import pipeline
    from onrecord.cli.progress import count_ahead, meter
    from onrecord.codec import to_json_line
    from onrecord.read.items import Problem

    _use(lexicons)
    places = _load(gazetteer)
    failed = 0
    with meter("Reading", quiet=quiet or not json) as shown:
        count_ahead(paths, told, shown)
        for item in pipeline.read_records(
            paths,
            options=told,
            gazetteer=places,
            on_notice=_notices(quiet),
            work=_work(workers),
        ):
            if isinstance(item, Problem):
                failed += 1
                _tell(item)
                continue
            shown.step()
            if json:
                print(to_json_line(item), flush=True)
            else:
                from onrecord.cli.digest import print_digest

                print_digest(item)
    _end(shown.done, failed)


def _use(lexicons: Path | None) -> None:
    """The extractors find the user's lexicons by the environment, as in the Python API."""
    if lexicons is not None:
        os.environ["ONRECORD_LEXICONS"] = str(lexicons)


def _load(gazetteer: Path | None) -> LoadedGazetteer | None:
    if gazetteer is None:
        return None
    from onrecord.extract.gazetteer import load_gazetteer

    return load_gazetteer(gazetteer)


def _work(processes: int | None) -> Work:
    from onrecord.workers import Work, processes_here

    return Work(processes=processes_here() if processes is None else processes)


def _notices(quiet: bool) -> OnNotice:
    def tell(notice: Notice) -> None:
        if not quiet:
            complain(f"note: {notice.where}: {notice.message}")

    return tell


def _tell(problem: Problem) -> None:
    complain(f"could not read {problem.where}: {problem.reason}")


def _sum_up(summary: Summary, db: Path, seconds: float) -> str:
    parts = [f"{_count(summary.new, 'new report')} in {db}"]
    parts += [f"{summary.versions} of them later versions"] if summary.versions else []
    parts += [f"{summary.unread} in a language that is not read"] if summary.unread else []
    parts += [f"{summary.there} there already"] if summary.there else []
    parts += [f"{summary.failed} could not be read"] if summary.failed else []
    found = f"{_count(summary.statements, 'statement')}, {_count(summary.events, 'event')}"
    rate = f", {summary.new / max(seconds, 0.1):.1f} reports a second" if summary.new else ""
    return f"{', '.join(parts)}: {found} ({seconds:.1f} s{rate})."


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}" + ("" if number == 1 else "s")


def _end(reports: int, failed: int) -> None:
    if failed:
        raise typer.Exit(SOME_UNREAD if reports else NOTHING_DONE)
