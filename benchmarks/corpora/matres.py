"""MATRES: which of two verbal events of TimeBank and AQUAINT begins first."""

from __future__ import annotations

from dataclasses import dataclass

from benchmarks.corpora import corpus_path, timeml

FILES = {"TimeBank": "timebank.txt", "AQUAINT": "aquaint.txt"}


@dataclass(frozen=True, slots=True)
class Pair:
    """``first`` and ``second`` are events of the document; ``relation`` holds from one to other.

    BEFORE, AFTER, EQUAL or VAGUE, of the events' starts.
    """

    document: str
    first: timeml.Event
    second: timeml.Event
    relation: str


def pairs(corpus: str) -> tuple[list[Pair], int]:
    """The pairs of "TimeBank" or "AQUAINT", and how many name an event that is not there."""
    events = {
        (document.name, event.eiid): event
        for document in timeml.documents(corpus)
        for event in document.events
        if event.eiid
    }
    found, skipped = [], 0
    for line in corpus_path("matres", FILES[corpus]).read_text(encoding="utf-8").splitlines():
        name, _, _, first, second, relation = line.split("\t")
        one, other = events.get((name, f"ei{first}")), events.get((name, f"ei{second}"))
        if one is None or other is None:
            skipped += 1
        else:
            found.append(Pair(name, one, other, relation))
    return found, skipped
