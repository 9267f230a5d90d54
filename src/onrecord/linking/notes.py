"""What the linking stage finds out of single items, for the views."""

from __future__ import annotations

import json
from collections.abc import Iterator

from onrecord.compare.warnings import deadline
from onrecord.records import ReportRecord


def notes_of(record: ReportRecord) -> Iterator[tuple[str, str, str]]:
    """(item id, what, JSON) of what is worth noting of a report's items.

    ``deadline`` is the last ISO day on which what a warning wants would be in time.
    """
    for statement in record.statements:
        if statement.act in ("warn", "threaten"):
            found = deadline(record, statement)
            if found is not None and found.day is not None:
                yield statement.id, "deadline", json.dumps(found.day)
