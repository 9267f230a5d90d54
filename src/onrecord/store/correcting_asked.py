"""A value that somebody wants a field to have, with all that it is judged by."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from onrecord.errors import RecordError
from onrecord.records import Actor, Event, Place, Report, ReportRecord, Statement, Time

Item = Report | Time | Place | Actor | Statement | Event
Json = Any


@dataclass(frozen=True, slots=True)
class Asked:
    """The value asked for of ``field`` of ``item``, which stands so in ``record``.

    ``read`` is the item as the program read it: numbers of an event are counted in it.
    """

    record: ReportRecord
    item: Item
    read: Item
    field: str
    value: Json

    def wrong(self, allowed: str) -> RecordError:
        """The error that tells what is allowed."""
        return RecordError(f"{self.field} cannot be {self.value!r}: {allowed}")


Rule = Callable[[Asked], Json]
