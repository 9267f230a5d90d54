"""re3d: entities in reports on Syria and Iraq, from governments, the EU and Wikipedia.

Entities may overlap and nest ("Minister for the Middle East" and "Middle East"). ``confidence``
is the share of annotators behind one; the makers keep all.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.corpora import corpus_path


@dataclass(frozen=True, slots=True)
class Entity:
    """``text[start:end]`` and one of re3d's types ("Person", "Organisation", "Location" …)."""

    start: int
    end: int
    type: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Document:
    """``skipped`` counts entities whose offsets do not quote the text; they are left out."""

    id: str
    source: str
    title: str
    text: str
    entities: tuple[Entity, ...]
    skipped: int = 0


def documents() -> list[Document]:
    """Every document, by source and then in the order of the files."""
    found = []
    for folder in sorted(path for path in corpus_path("re3d").iterdir() if path.is_dir()):
        found.extend(read(folder))
    return found


def read(folder: Path) -> list[Document]:
    """The documents of one source."""
    by_document = defaultdict(list)
    for row in _rows(folder / "entities.json"):
        by_document[row["documentId"]].append(row)
    return [
        _document(row, by_document[row["_id"]], folder.name)
        for row in _rows(folder / "documents.json")
    ]


def _document(row: dict[str, Any], entities: list[dict[str, Any]], source: str) -> Document:
    text = str(row["text"])
    good = []
    skipped = 0
    for e in entities:
        if e["begin"] < e["end"] and text[e["begin"] : e["end"]].split() == e["value"].split():
            good.append(Entity(e["begin"], e["end"], e["type"], float(e["confidence"])))
        else:
            skipped += 1
    good.sort(key=lambda e: (e.start, -e.end, e.type))
    title = str(row.get("title", ""))
    return Document(row["_id"], source, title, text, tuple(good), skipped)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file with one a line."""
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip():
            yield json.loads(line)
