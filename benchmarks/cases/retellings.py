"""Which events of one report are one happening: reports whose events were grouped by hand."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks import system
from benchmarks.corpora import ecbplus, fakes, geo, timeml
from onrecord.records import Event, ReportRecord

FILE = Path(__file__).parent / "retellings.csv"
SHOWN = 4500
"""Code points of the longer reports that were shown to who grouped their events."""


@dataclass(frozen=True, slots=True)
class Grouped:
    """A report's record with each event's group, None where it stands alone, and the pairs of
    events, by ids, of which it was left open whether they are one."""

    record: ReportRecord
    group: dict[str, str | None]
    doubtful: frozenset[frozenset[str]]

    def same(self, one: str, other: str) -> bool | None:
        """Whether two events are one; None where that is not known."""
        if frozenset((one, other)) in self.doubtful:
            return None
        if one not in self.group or other not in self.group:
            return None
        return self.group[one] is not None and self.group[one] == self.group[other]


def labelled() -> Iterator[Grouped]:
    """Reports of FA-KES, TR-News and TimeML as ``retellings.csv`` groups their events."""
    rows = defaultdict(list)
    with FILE.open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            rows[row["corpus"], row["name"]].append(row)
    records = system.records(_given(list(rows)))
    for (_, record), mine in zip(records, rows.values(), strict=True):
        groups: dict[str, str | None] = {event.id: None for event in record.events}
        open_: dict[str, set[str]] = defaultdict(set)
        for row in mine:
            event = _at(record, row["start"])
            if event is not None and row["group"].startswith("?"):
                open_[row["group"]].add(event.id)
            elif event is not None:
                groups[event.id] = row["group"]
        yield Grouped(record, groups, frozenset(frozenset(one) for one in open_.values()))


def stories(part: str) -> Iterator[Grouped]:
    """ECB+'s reports, with what is known of the events that its annotators marked."""
    found = ecbplus.documents(part)
    records = system.records([system.Given(document.text) for document in found])
    for document, (_, record) in zip(found, records, strict=True):
        groups: dict[str, str | None] = {}
        for event in record.events:
            for mention in document.events():
                start, end = event.trigger.start, event.trigger.end
                if any(s.start < end and start < s.end for s in mention.spans):
                    groups.setdefault(event.id, mention.instance)
        yield Grouped(record, groups, frozenset())


def _given(keys: Sequence[tuple[str, str]]) -> list[system.Given]:
    """The reports by their corpora and names, each corpus being read once."""
    news = {report.id: report for report in fakes.reports()}
    geographic = geo.articles("trnews")
    timed = {document.name: document for document in timeml.documents()}
    found = []
    for corpus, name in keys:
        if corpus == "fakes":
            report = news[name]
            found.append(system.Given(report.text, report.published, report.outlet))
        elif corpus == "trnews":
            text = geographic[int(name)].text
            found.append(system.Given(re.sub(r"[ \t]+", " ", text.strip())[:SHOWN]))
        else:
            document = timed[name]
            found.append(system.Given(document.text.strip()[:SHOWN], document.dct[:10] or None))
    return found


def _at(record: ReportRecord, start: str) -> Event | None:
    if not start:
        return None
    at = int(start)
    return next((e for e in record.events if e.trigger.start <= at < e.trigger.end), None)
