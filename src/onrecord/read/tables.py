"""CSV and TSV files: one report a row, read as a stream."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.errors import ColumnError, EmptyInput, FormatError, InputError
from onrecord.read.columns import Columns, choose
from onrecord.read.csvrows import Broken, Row, Shape, rows_of, shape_of, text_lines
from onrecord.read.dates import numbers_order
from onrecord.read.decoding import text_stream
from onrecord.read.items import Draft, Notice, OnNotice, Problem
from onrecord.read.options import ReadOptions
from onrecord.read.rows import draft_of, short
from onrecord.read.sources import Source

_SAMPLE = 256 * 1024
_SAMPLE_ROWS = 50


@dataclass(slots=True)
class _Orders:
    """What the rows show of how all-number dates are written: which orders must be.

    An order holds for a column, or for the texts of one outlet, only where no row speaks against.
    """

    column: set[bool] = field(default_factory=set)
    leads: dict[str, set[bool]] = field(default_factory=lambda: defaultdict(set))

    def settled(self, seen: set[bool], told: bool | None) -> bool | None:
        """The one order that was seen, or what the caller told."""
        return told if told is not None else next(iter(seen)) if len(seen) == 1 else None


def drafts(source: Source, options: ReadOptions, notify: OnNotice) -> Iterator[Draft | Problem]:
    """The rows of a table as drafts. Two passes: the first finds the shape and how dates are
    written, which one row alone cannot settle; memory holds one row at a time."""
    csv.field_size_limit(max(csv.field_size_limit(), options.limits.max_text_chars))
    shape, columns = _opened(source, options, notify)
    orders = _orders(source, options, shape, columns)
    yield from _rows(source, options, shape, columns, orders)


def _entries(source: Source, options: ReadOptions, shape: Shape) -> Iterator[Row | Broken]:
    with text_stream(source.stream, options.encoding, newline="") as stream:
        yield from rows_of(text_lines(stream, options.limits.max_text_chars), shape)


def _opened(source: Source, options: ReadOptions, notify: OnNotice) -> tuple[Shape, Columns]:
    with text_stream(source.stream, options.encoding, newline="") as stream:
        sample = stream.read(_SAMPLE)
    shape = shape_of(sample, tabs=source.extension in ("tsv", "tab") or options.format == "tsv")
    header: list[str] = []
    rows: list[dict[str, object]] = []
    for entry in _entries(source, options, shape):
        if isinstance(entry, Row) and not header:
            header = [cell.strip() for cell in entry.cells]
        elif isinstance(entry, Row):
            rows.append(dict(zip(header, entry.cells, strict=True)))
        if len(rows) >= _SAMPLE_ROWS:
            break
    if not header:
        raise EmptyInput("the table has no rows", where=source.where)
    if len(set(header)) < len(header):
        twice = next(name for name in header if header.count(name) > 1)
        raise ColumnError(
            f"its header names {twice!r} twice; rename one of the columns", where=source.where
        )
    try:
        columns, guessed = choose(header, rows, options)
    except InputError as error:
        raise type(error)(error.reason, where=source.where) from error
    if guessed:
        notify(Notice(source.where, f"took {guessed}"))
    return shape, columns


def _orders(source: Source, options: ReadOptions, shape: Shape, columns: Columns) -> _Orders:
    orders = _Orders()
    if options.day_first is not None:
        return orders
    for row in _named(source, options, shape):
        if isinstance(row, Broken):
            continue
        cells = row[1]
        order = numbers_order(short(cells, columns, "date") or "")
        if order is not None:
            orders.column.add(order)
        lead = numbers_order(str(cells.get(columns["text"], ""))[:60])
        if lead is not None:
            orders.leads[short(cells, columns, "outlet") or ""].add(lead)
    return orders


def _named(
    source: Source, options: ReadOptions, shape: Shape
) -> Iterator[tuple[Row, dict[str, object]] | Broken]:
    """The rows after the header, their cells by column."""
    header: list[str] = []
    for entry in _entries(source, options, shape):
        if isinstance(entry, Broken):
            yield entry
        elif not header:
            header = [cell.strip() for cell in entry.cells]
        else:
            yield entry, dict(zip(header, entry.cells, strict=True))


def _rows(
    source: Source, options: ReadOptions, shape: Shape, columns: Columns, orders: _Orders
) -> Iterator[Draft | Problem]:
    day_first = orders.settled(orders.column, options.day_first)
    for item in _named(source, options, shape):
        if isinstance(item, Broken):
            lines = f"line {item.first}" + (f" to {item.last}" if item.last > item.first else "")
            reason = f"{item.reason}; mend it and read the file again, the other rows are read"
            yield Problem(f"{source.where}, {lines}", reason, FormatError)
            continue
        row, cells = item
        where = f"{source.where}, row {row.number}"
        leads = orders.leads.get(short(cells, columns, "outlet") or "", set())
        try:
            yield draft_of(
                cells, columns, where,
                limits=options.limits,
                day_first=day_first,
                lead_day_first=orders.settled(leads, options.day_first),
            )  # fmt: skip
        except InputError as error:
            yield Problem.of(error, where)
