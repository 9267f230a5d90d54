"""OnRecord as the benchmarks see it: texts in, analyses and records out.

Everything is imported when it is first used, so that readers and scorers work without a model.
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.model.analysis import Analysis, Sentence
    from onrecord.model.reader import Reader
    from onrecord.records import ReportRecord

POOL = 32  # texts analysed at a time: enough to fill batches, few enough to keep memory flat


SENTENCES = 256  # single sentences parsed at a time


@dataclass(frozen=True, slots=True)
class Given:
    """A text and what is known of it beside: its date (ISO) and its outlet."""

    text: str
    published: str | None = None
    outlet: str | None = None


def analyses(texts: Sequence[str]) -> Iterator[Analysis]:
    """The model's analysis of each text, in order, a pool of them at a time."""
    for start in range(0, len(texts), POOL):
        yield from _reader(_weights.get()).analyse(texts[start : start + POOL])


def _alone(text: str) -> Analysis:
    """The analysis of one report; with others in a batch it would be quantised otherwise."""
    from onrecord.read.frontmatter import front

    return _reader(_weights.get()).analyse([text], breaks=[(front(text).body,)])[0]


def records(given: Sequence[Given]) -> Iterator[tuple[Analysis, ReportRecord]]:
    """Analysis and record of each text, in order, each read by itself as the program reads it.

    The analysis is of the text as it is given, traces of copying and all (``read.legible``).

    A text that trips the program over has a record of the report alone, and is told on standard
    error: the figures then hold the fault against the program.
    """
    from onrecord.extract import read_record
    from onrecord.read.frontmatter import front
    from onrecord.read.legible import legible
    from onrecord.records import Report, ReportRecord

    found = (_alone(one.text) for one in given)
    for one, analysis in zip(given, found, strict=True):
        digest = hashlib.sha256(one.text.encode("utf-8", "surrogatepass")).hexdigest()
        report = Report(
            id=digest[:16],
            text=one.text,
            sha256=digest,
            outlet=one.outlet,
            title=headline.text if (headline := front(one.text).headline) else None,
            published=one.published,
            published_basis="told" if one.published else None,
            language="en",
        )
        try:
            meant = legible(one.text).text
            record = read_record(report, analysis if meant == one.text else _alone(meant))
        except Exception as error:
            last = traceback.extract_tb(error.__traceback__)[-1]
            where = f"{Path(last.filename).name}:{last.lineno}"
            print(f"fault in {one.text[:40]!r}…: {error!r} at {where}", file=sys.stderr)
            record = ReportRecord(report)
        yield analysis, record


def read_files(paths: Sequence[Path], *, published: str | None = None) -> list[dict[str, Any]]:
    """What ``onrecord read PATH… --json`` prints, a date told or not; a problem is an error."""
    from onrecord.codec import record_to_dict
    from onrecord.pipeline import read_records
    from onrecord.read import Problem, ReadOptions

    found = []
    options = ReadOptions(published=published)
    for record in read_records([str(path) for path in paths], options=options):
        if isinstance(record, Problem):
            raise RuntimeError(str(record))
        found.append(record_to_dict(record))
    return found


def record_jsons(given: Sequence[Given]) -> Iterator[dict[str, Any]]:
    """The JSON object of each text's record."""
    from onrecord.codec import record_to_dict

    for _, record in records(given):
        yield record_to_dict(record)


def parse_words(
    texts: Sequence[str], spans: Sequence[Sequence[tuple[int, int]]]
) -> Iterator[Sentence]:
    """Tags and trees of single sentences whose words are given, for scoring on gold words.

    The reader's public door takes texts only; this goes in behind it, with the words in hand.
    """
    from onrecord.model import reader
    from onrecord.model.analysis import Sentence
    from onrecord.model.pieces import gaps_of

    read = _reader(_weights.get())
    for start in range(0, len(texts), SENTENCES):
        prepared = []
        for text, words in zip(texts[start:][:SENTENCES], spans[start:][:SENTENCES], strict=True):
            cut = read._nets.piecer.cut([text[a:b] for a, b in words], gaps_of(text, list(words)))
            prepared.append(reader._Text(text, list(words), [(0, len(words), 0)], cut, []))
        for found in read._sentences(prepared):
            yield found.sentences[0] if found.sentences else Sentence(0, 0, 0, ())


@contextmanager
def other_weights(folder: Path) -> Iterator[None]:
    """Within it, the networks of ``folder`` are used; what it lacks is the shipped one's.

    So the quantised networks can be measured against the ones that they were made from.
    """
    from onrecord.model.network import WEIGHTS

    with tempfile.TemporaryDirectory() as name:
        for path in WEIGHTS.iterdir():
            own = folder / path.name
            (Path(name) / path.name).symlink_to((own if own.exists() else path).resolve())
        token = _weights.set(Path(name))
        try:
            yield
        finally:
            _weights.reset(token)
            _reader.cache_clear()


_weights: ContextVar[Path | None] = ContextVar("weights", default=None)


@cache
def _reader(weights: Path | None) -> Reader:
    from onrecord.model.reader import Reader

    return Reader() if weights is None else Reader(weights=weights)
