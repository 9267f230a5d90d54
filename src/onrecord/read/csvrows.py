"""The rows of a CSV or TSV stream, a broken one costing only itself.

Python's csv reader joins lines until a quotation mark closes, so one stray mark can swallow the
rows after it. Here a row that does not come out right gives up its first line only, and reading
goes on from the next.
"""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TextIO

_SAMPLE_ROWS = 50


@dataclass(frozen=True, slots=True)
class Shape:
    """How a table is written. ``escape`` is the sign before a quotation mark within quotes, where
    they are not doubled; ``quoted`` is false where quotation marks mean only themselves."""

    delimiter: str = ","
    quoted: bool = True
    escape: str | None = None

    def reader(self, lines: Iterator[str]) -> Iterator[list[str]]:
        """csv.reader over ``lines`` as this shape says; csv.Error at a row that does not fit."""
        return csv.reader(
            lines,
            delimiter=self.delimiter,
            quoting=csv.QUOTE_MINIMAL if self.quoted else csv.QUOTE_NONE,
            escapechar=self.escape,
            doublequote=self.escape is None,
            strict=True,
        )


@dataclass(frozen=True, slots=True)
class Row:
    """``cells`` of one row; ``number`` counts rows after the header from 1, ``line`` lines."""

    number: int
    line: int
    cells: list[str]


@dataclass(frozen=True, slots=True)
class Broken:
    """Lines ``first`` to ``last`` that are no row, and why."""

    first: int
    last: int
    reason: str


def shape_of(sample: str, *, tabs: bool = False) -> Shape:
    """The shape in which most rows of ``sample``, the start of a table, have the header's cells."""
    delimiters = "\t,;|" if tabs else ",;\t|"
    shapes = [Shape(d) for d in delimiters]
    if '\\"' in sample:
        # Only where it occurs: so read, a stray quotation mark passes for the end of a cell.
        shapes += [Shape(d, escape="\\") for d in delimiters]
    shapes.append(Shape("\t", quoted=False))
    lines = sample.splitlines(keepends=True)
    best, most = Shape("\t" if tabs else ","), 0.0
    for shape in shapes:
        rows = [r for r in rows_of(iter(lines), shape) if isinstance(r, Row)][:_SAMPLE_ROWS]
        if not rows or len(rows[0].cells) < 2:
            continue
        # The share of characters that fall in good rows: a wrong shape loses or joins rows.
        good = sum(len(r.cells) == len(rows[0].cells) for r in rows)
        if good > most:
            best, most = shape, float(good)
    return best


class _Lines:
    """Lines with those that the row in hand has used, which can be given back."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._back: deque[str] = deque()
        self.used: list[str] = []
        self.line = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._back.popleft() if self._back else next(self._lines)
        self.used.append(line)
        self.line += 1
        return line

    def give_back(self) -> None:
        """Give back all but the first line of the row in hand."""
        self._back.extendleft(reversed(self.used[1:]))
        self.line -= len(self.used) - 1
        self.used = self.used[:1]


def rows_of(lines: Iterator[str], shape: Shape) -> Iterator[Row | Broken]:
    """The header row (number 0), then the rows with as many cells, and what is broken between."""
    source = _Lines(lines)
    reader = shape.reader(source)
    width: int | None = None
    number = 0
    broken: Broken | None = None
    while True:
        source.used.clear()
        reason, cells = None, []
        try:
            cells = next(reader)
        except StopIteration:
            break
        except csv.Error as error:
            reason = _in_words(str(error))
        if reason is None and not cells:
            continue  # an empty line
        if reason is None and width is not None and len(cells) != width:
            reason = f"it has {len(cells)} cells where the header has {width}"
        if reason is None:
            if broken:
                yield broken
                broken = None
            width = len(cells) if width is None else width
            yield Row(number, source.line - len(source.used) + 1, cells)
            number += 1
            continue
        source.give_back()
        reader = shape.reader(source)
        if broken:
            broken = Broken(broken.first, source.line, broken.reason)
        else:
            broken = Broken(source.line, source.line, reason)
            number += 1
    if broken:
        yield broken


def text_lines(stream: TextIO, longest: int) -> Iterator[str]:
    """The lines of ``stream``; one longer than ``longest`` comes in pieces, to bound memory."""
    while line := stream.readline(longest):
        yield line


def _in_words(reason: str) -> str:
    if "unexpected end" in reason:
        return "a quotation mark opens and never closes"
    if "expected after" in reason:
        return "a quotation mark stands within a cell and is not doubled"
    if "field larger" in reason:
        return "a cell is longer than max_text_chars (or a quotation mark never closes)"
    return f"it is no row ({reason})"
