"""How many independent origins stand behind a number of reports."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.records import Link


def origins(
    reports: Iterable[str], links: Iterable[Link], *, least: float = 0.8
) -> tuple[tuple[str, ...], ...]:
    """The report ids by origin: each group is one origin and its copies, the origin first.

    Only ``copies`` of at least ``least`` count: a report with a paragraph of a wire among its own
    words has an origin of its own. Of a group whose first origin cannot be told, the smallest id
    leads.
    """
    parent = {report: report for report in sorted(reports)}

    def top(report: str) -> str:
        while parent[report] != report:
            report = parent[report]
        return report

    copied: set[str] = set()
    for link in links:
        if link.kind != "copies" or link.score < least:
            continue
        if link.from_ not in parent or link.to not in parent:
            continue
        copied.add(link.from_)
        one, other = sorted((top(link.from_), top(link.to)))
        parent[other] = one
    grouped: dict[str, list[str]] = {}
    for report in parent:
        grouped.setdefault(top(report), []).append(report)
    return tuple(
        tuple(sorted(group, key=lambda report: (report in copied, report)))
        for _, group in sorted(grouped.items())
    )
