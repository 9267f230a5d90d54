"""PolNeAR: who said what in political news, in brat's standoff format.

One report may have been annotated by several people, in files that end in the annotator's code.
Spans may be discontinuous ("1948 1958;1974 2071"). An attribution without a source has none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from benchmarks.corpora import corpus_path
from benchmarks.corpora.spans import CorpusSpan

ROLES = ("source", "cue", "content")
_PREFIX = "Attribution"


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution. Each role holds the spans annotated for it, in the order of the text."""

    id: str
    source: tuple[CorpusSpan, ...]
    cue: tuple[CorpusSpan, ...]
    content: tuple[CorpusSpan, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A report as one annotator read it.

    ``skipped`` counts annotated spans whose offsets do not quote the text; they are left out.
    """

    name: str
    text: str
    annotator: str
    attributions: tuple[Attribution, ...]
    skipped: int = 0


def documents(split: str, *, every_annotator: bool = False) -> list[Document]:
    """The documents of ``split`` ("train" or "dev"), by name.

    By default one annotator stands for each report, the first by name; ``every_annotator`` gives
    a document for each, for measuring how far people agree.
    """
    folder = corpus_path("polnear", split)
    files = defaultdict(list)
    for path in sorted((folder / "attributions").glob("*.ann")):
        name, _, annotator = path.stem.rpartition("_")
        files[name].append((annotator, path))
    found = []
    for name in sorted(files):
        with (folder / "text" / f"{name}.txt").open(encoding="utf-8", newline="") as handle:
            text = handle.read()
        chosen = files[name] if every_annotator else files[name][:1]
        for annotator, path in chosen:
            found.append(parse(name, text, annotator, path.read_text(encoding="utf-8")))
    return found


def annotated_twice(split: str) -> list[tuple[Document, Document]]:
    """Pairs of readings of the same report by different people: the human ceiling."""
    by_name: dict[str, list[Document]] = defaultdict(list)
    for document in documents(split, every_annotator=True):
        by_name[document.name].append(document)
    return [
        (first, second)
        for readings in by_name.values()
        for i, first in enumerate(readings)
        for second in readings[i + 1 :]
    ]


def parse(name: str, text: str, annotator: str, annotations: str) -> Document:
    """Read the standoff ``annotations`` of ``text``."""
    spans: dict[str, tuple[CorpusSpan, ...]] = {}
    groups: list[tuple[str, list[tuple[str, str]]]] = []
    skipped = 0
    for line in _lines(annotations):
        columns = line.split("\t")
        if line.startswith("T") and len(columns) >= 3:
            checked = _spans(text, columns[1], columns[2])
            skipped += checked is None
            spans[columns[0]] = checked or ()
        elif line.startswith("E") and len(columns) >= 2:
            pairs = [part.partition(":") for part in columns[1].split()]
            groups.append((columns[0], [(role, target) for role, _, target in pairs]))
    attributions = [
        attribution for id_, pairs in groups if (attribution := _group(id_, pairs, spans))
    ]
    attributions.sort(key=lambda a: min(a.source + a.cue + a.content))
    return Document(name, text, annotator, tuple(attributions), skipped)


def _lines(annotations: str) -> list[str]:
    """The lines of a standoff file; a quote that holds a line break is put back on one line."""
    lines: list[str] = []
    for line in annotations.split("\n"):
        if lines and not re.match(r"[A-Z#]\d+\t", line):
            lines[-1] += "\n" + line
        else:
            lines.append(line)
    return lines


def _group(
    id_: str, pairs: Iterable[tuple[str, str]], spans: dict[str, tuple[CorpusSpan, ...]]
) -> Attribution | None:
    """The attribution of one E line, or None where it names no role that has words."""
    roles: dict[str, list[CorpusSpan]] = {role: [] for role in ROLES}
    for role, target in pairs:
        plain = role.rstrip("0123456789").lower()
        if not role.startswith(_PREFIX) and plain in roles:
            roles[plain].extend(spans.get(target, ()))
    if not any(roles.values()):
        return None
    source, cue, content = (tuple(sorted(roles[role])) for role in ROLES)
    return Attribution(id_, source, cue, content)


def _spans(text: str, offsets: str, quoted: str) -> tuple[CorpusSpan, ...] | None:
    """The spans of "Role 10 14;20 31", or None where they do not quote the text.

    brat writes the parts of a discontinuous span with one space between them, and a line break
    within a span as a space.
    """
    pieces = [piece.split() for piece in offsets.partition(" ")[2].split(";")]
    spans = tuple(CorpusSpan(int(start), int(end)) for start, end in pieces)
    read = " ".join(text[start:end] for start, end in spans)
    if "".join(read.split()) != "".join(quoted.split()):
        return None
    return tuple(sorted(trimmed for span in spans if (trimmed := _trim(text, span))))


def _trim(text: str, span: CorpusSpan) -> CorpusSpan | None:
    """``span`` without white space at either end."""
    words = text[span.start : span.end]
    if not words.strip():
        return None
    start = span.start + len(words) - len(words.lstrip())
    return CorpusSpan(start, start + len(words.strip()))
