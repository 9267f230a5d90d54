"""Pairs of mentions in FA-KES: the same actor of the record or not.

All reports are read and kept in one record, as `onrecord add` would, and each mention is whosever
actor's mention it coincides with best. One that the program takes for no actor joins nobody.
"""

from __future__ import annotations

import csv
import re
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import system
from benchmarks.corpora import fakes
from benchmarks.tasks.base import Options, Result, percent
from onrecord.records import Actor, ReportRecord

PAIRS = Path(__file__).parents[1] / "cases" / "actor_pairs.csv"


@dataclass(frozen=True, slots=True)
class Mention:
    """The ``nth`` place, from 0, where ``words`` stand in the text of a row of the corpus."""

    row: int
    words: str
    nth: int


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions; ``part`` is "dev", or "held" out of all that was looked at."""

    part: str
    one: Mention
    other: Mention
    same: bool


def pairs(path: Path = PAIRS) -> list[Pair]:
    """The labelled pairs, in the order of the file."""
    with path.open(encoding="utf-8", newline="") as handle:
        return [
            Pair(
                row["part"],
                Mention(int(row["row"]), row["words"], int(row["occurrence"])),
                Mention(int(row["other_row"]), row["other_words"], int(row["other_occurrence"])),
                row["same"] == "yes",
            )
            for row in csv.DictReader(handle)
        ]


def actor_of(record: ReportRecord, mention: Mention) -> Actor | None:
    """The actor of whose mentions one covers half the words at least, the closest to them."""
    found = list(re.finditer(re.escape(mention.words), record.report.text))
    start, end = found[mention.nth].span()
    best: tuple[float, Actor] | None = None
    for actor in record.actors:
        for span in actor.mentions:
            shared = min(end, span.end) - max(start, span.start)
            score = shared / (max(end, span.end) - min(start, span.start))
            if 2 * shared >= end - start and (best is None or score > best[0]):
                best = score, actor
    return best[1] if best else None


def whose(records: Sequence[ReportRecord]) -> dict[str, str]:
    """By report's actor the record's, of a record that holds all of these."""
    from onrecord.store import open_store
    from onrecord.store.connect import connect

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "record.db"
        with open_store(path, write=True) as store:
            for record in records:
                store.add(record)
        db = connect(path, write=False)
        found = db.execute(
            "SELECT item.id, r.id FROM actor_record r JOIN item ON item.num = r.actor"
        ).fetchall()
        db.close()
        return dict(found)


def joined(records: Mapping[int, ReportRecord], ids: Mapping[str, str], pair: Pair) -> bool:
    """Whether the program takes the two mentions of a pair for one actor."""
    actors = [actor_of(records[mention.row], mention) for mention in (pair.one, pair.other)]
    found = {ids[actor.id] for actor in actors if actor is not None}
    return None not in actors and len(found) == 1


def score(outcomes: Sequence[tuple[bool, bool]]) -> tuple[float, float]:
    """Precision and recall, in [0, 1], of (joined, same)."""
    both = sum(found and same for found, same in outcomes)
    found, same = (sum(pair[n] for pair in outcomes) for n in (0, 1))
    return both / max(1, found), both / max(1, same)


def run(options: Options) -> list[Result]:
    """Precision and recall of joining, of the pairs that were looked at and of those held out.

    With a limit the record holds the reports of the pairs alone.
    """
    cases = pairs()
    reports = fakes.reports()
    own = sorted({mention.row for pair in cases for mention in (pair.one, pair.other)})
    rows = range(len(reports)) if options.limit is None else own
    given = [
        system.Given(reports[row].text, reports[row].published, reports[row].outlet) for row in rows
    ]
    records = {row: record for row, (_, record) in zip(rows, system.records(given), strict=True)}
    ids = whose(list(records.values()))
    results = []
    for part, corpus in (("dev", "fakes pairs"), ("held", "fakes pairs, held out")):
        outcomes = [(joined(records, ids, p), p.same) for p in cases if p.part == part]
        of = f"of {len(outcomes)} pairs, {sum(same for _, same in outcomes)} the same"
        for metric, share in zip(("precision", "recall"), score(outcomes), strict=True):
            results.append(Result("actors", corpus, metric, percent(share), "", of))
    return results
