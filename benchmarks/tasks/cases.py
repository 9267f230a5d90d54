"""The labelled cases in benchmarks/cases."""

from __future__ import annotations

from benchmarks import cases, system
from benchmarks.tasks.base import Options, Result, percent


def outcomes() -> list[cases.Outcome]:
    """Every case's outcome, in the order of the tables."""
    given = sorted(
        {
            (row["text"], row.get("published", ""))
            for kind in cases.CHECKS
            for row in cases.rows(kind)
        }
    )
    lines = system.record_jsons([system.Given(text, day or None) for text, day in given])
    records = dict(zip(given, lines, strict=True))
    return [outcome for kind in cases.CHECKS for outcome in cases.check(kind, records)]


def run(options: Options) -> list[Result]:
    """The share of each table that is right."""
    found = outcomes()
    rows = []
    for kind in cases.CHECKS:
        of = [o for o in found if o.kind == kind]
        share = percent(sum(not o.wrong for o in of) / len(of))
        rows.append(Result("cases", f"cases/{kind}*.csv", "right", share, "", f"of {len(of)}"))
    return rows
