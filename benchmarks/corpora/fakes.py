"""FA-KES: reports of the Syrian war by outlets of every side; nothing in it is to be scored."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import datetime

from benchmarks.corpora import corpus_path


@dataclass(frozen=True, slots=True)
class FakesReport:
    """``published`` is an ISO date. ``credible`` is whether an independent count bears it out."""

    id: str
    title: str
    text: str
    outlet: str
    published: str
    location: str
    credible: bool


def reports() -> list[FakesReport]:
    """All 804, in the order of the file."""
    path = corpus_path("fakes", "FA-KES-Dataset.csv")
    with path.open(encoding="utf-8", errors="replace", newline="") as handle:
        return [
            FakesReport(
                id=row["unit_id"],
                title=row["article_title"],
                text=row["article_content"],
                outlet=row["source"],
                published=datetime.strptime(row["date"], "%m/%d/%Y").date().isoformat(),
                location=row["location"],
                credible=row["labels"] == "1",
            )
            for row in csv.DictReader(handle)
        ]
