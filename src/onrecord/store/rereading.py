"""What the store asks of the stages that read, which it does not know."""

from __future__ import annotations

from typing import Protocol

from onrecord.records import Link, Report, ReportRecord


class Rereading(Protocol):
    """What only the stages that read can tell of a report that a person corrected."""

    def links(self, record: ReportRecord) -> tuple[Link, ...]:
        """The links of the report's own record."""

    def again(self, report: Report) -> ReportRecord | None:
        """All that the report gives, read anew; None where it cannot be read."""
