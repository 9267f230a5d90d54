"""What the linking stage finds out of single items, for the views."""

from __future__ import annotations

import json
from collections.abc import Iterator

from onrecord.compare.pairs.warnings import deadline
from onrecord.link import Step, chain
from onrecord.records import ReportRecord


def notes_of(record: ReportRecord) -> Iterator[tuple[str, str, str]]:
    """(item id, what, JSON) of what is worth noting of a report's items.

    ``deadline`` is the last ISO day on which what a warning wants would be in time; ``chain`` are
    the steps by which a claim or an event came into the report, without the outlet's own.
    """
    for id_ in [s.id for s in record.statements] + [e.id for e in record.events]:
        steps = [_step(step) for step in chain(record, id_) if step.role != "outlet"]
        if steps:
            yield id_, "chain", json.dumps(steps)
    for statement in record.statements:
        if statement.act in ("warn", "threaten"):
            found = deadline(record, statement)
            if found is not None and found.day is not None:
                yield statement.id, "deadline", json.dumps(found.day)


def _step(step: Step) -> dict[str, object]:
    span = step.span
    return {
        "role": step.role,
        "name": step.name,
        "named": step.named,
        "words": span.text if span else None,
        "start": span.start if span else None,
        "end": span.end if span else None,
    }
