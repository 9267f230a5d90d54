"""Labelled pairs of tellings: one event or two, and whether several acts include a single one."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks import system
from benchmarks.cases import links
from benchmarks.corpora import corpus_path
from onrecord.compare import across, within
from onrecord.pipeline import read_records
from onrecord.records import Link, ReportRecord

FOLDER = Path(__file__).parent / "tellings"
PAIRS = Path(__file__).parent / "event_pairs.csv"
KINDS = ("same_event", "includes")

Row = dict[str, str]
Place = tuple[str, int, int]


def invented() -> Iterator[links.Verdict]:
    """The verdict on each label of the invented cases."""
    given = list(links.cases(FOLDER))
    texts = [report for case in given for report in case.reports.values()]
    records = iter([record for _, record in system.records(texts)])
    for case in given:
        mine = {letter: next(records) for letter in case.reports}
        joined = _joined(list(mine.values()))
        for label in case.labels:
            ends = []
            for mark in (label.from_, label.to):
                letter, start, end = case.marks[mark]
                ends.append(_events_at(mine[letter], start, end))
            found = any((label.kind, a, b) in joined for a in ends[0] for b in ends[1])
            text = f"{label.kind} {label.from_} {label.to}"
            yield links.Verdict(case, label.kind, found, label.holds == "yes", text)


def pairs() -> list[Row]:
    """The labelled pairs of FA-KES reports, each telling by its report, its place and its words."""
    with PAIRS.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def judged(rows: Sequence[Row]) -> Iterator[tuple[Row, bool | None]]:
    """Whether each pair was joined in a record of their reports; None where no event was read."""
    wanted = {row["report"] for row in rows} | {row["other_report"] for row in rows}
    path = str(corpus_path("fakes", "FA-KES-Dataset.csv"))
    found = read_records([path], known=lambda report: report.sha256[:16] not in wanted)
    read = [record for record in found if isinstance(record, ReportRecord)]
    records = {r.report.sha256[:16]: r for r in read if r.report.sha256[:16] in wanted}
    joined = _joined(list(records.values()))
    for row in rows:
        ends = []
        for side in ("", "other_"):
            start = int(row[f"{side}start"])
            end = start + len(row[f"{side}words"])
            ends.append(_events_at(records[row[f"{side}report"]], start, end))
        one = any(("same_event", a, b) in joined for a in ends[0] for b in ends[1])
        yield row, one if ends[0] and ends[1] else None


def _events_at(record: ReportRecord, start: int, end: int) -> list[str]:
    return [e.id for e in record.events if e.trigger.start < end and start < e.trigger.end]


def _joined(records: Sequence[ReportRecord]) -> set[tuple[str, str, str]]:
    """All pairs that links tie, those of one event each with each."""
    found: list[Link] = [*across(records)]
    found += [link for record in records for link in record.links or within(record)]
    home: dict[str, set[str]] = {}
    for link in found:
        if link.kind == "same_event":
            both = home.get(link.from_, {link.from_}) | home.get(link.to, {link.to})
            home.update(dict.fromkeys(both, both))
    joined = {("same_event", a, b) for group in home.values() for a in group for b in group}
    for link in found:
        if link.kind == "includes":
            for part in home.get(link.to, {link.to}):
                joined.add(("includes", link.from_, part))
    return joined
