"""What the linking stage finds out of single items, for the views: chains and deadlines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from onrecord.compare.units import Unit
from onrecord.records import ReportRecord


def notes_of(record: ReportRecord, units: Iterable[Unit]) -> Iterator[tuple[str, str, str]]:
    """(item id, what, JSON) of what is worth noting of a report's items."""
    return iter(())
