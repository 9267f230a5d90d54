"""JSON and JSONL: one report an object."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TextIO

from onrecord.errors import ColumnError, EmptyInput, FormatError, InputError, LimitError
from onrecord.read.columns import Columns, choose
from onrecord.read.dates import numbers_order
from onrecord.read.decoding import decode, text_stream
from onrecord.read.items import Draft, Notice, OnNotice, Problem
from onrecord.read.options import ReadOptions
from onrecord.read.rows import draft_of, short
from onrecord.read.sources import Source, read_all

_SAMPLE_ROWS = 50
_LISTS = ("articles", "reports", "items", "documents", "docs", "results", "entries", "data", "news")
"""Keys that the list of reports stands under where a file is one object, best first."""

Entry = tuple[str, Mapping[str, object]]


def line_drafts(
    source: Source, options: ReadOptions, notify: OnNotice
) -> Iterator[Draft | Problem]:
    """The objects of a JSONL file, a line at a time."""
    sample = [
        e[1] for e in _lines(source, options, limit=_SAMPLE_ROWS) if not isinstance(e, Problem)
    ]
    if not sample:
        first = next(iter(_lines(source, options)), None)
        if isinstance(first, Problem):
            raise FormatError(first.reason, where=first.where)
        raise EmptyInput("it holds no JSON object", where=source.where)
    yield from _drafted(source, _lines(source, options), sample, options, notify)


def whole_drafts(
    source: Source, options: ReadOptions, notify: OnNotice
) -> Iterator[Draft | Problem]:
    """The objects of a JSON file: a list, an object that holds one, or a single report."""
    data = read_all(
        source, options.limits.max_whole_bytes, "max_whole_bytes",
        "Write it as JSONL, one object a line, which is read at any size",
    )  # fmt: skip
    try:
        value = json.loads(decode(data, told=options.encoding))
    except RecursionError as error:
        raise LimitError("its JSON nests too deep to read", where=source.where) from error
    except json.JSONDecodeError as error:
        cut = error.pos >= len(error.doc.rstrip()) - 1 or "Unterminated" in error.msg
        raise FormatError(
            f"it is no whole JSON: {error.msg} at line {error.lineno}, column {error.colno}; "
            + ("it is cut off: fetch it again" if cut else "mend it there"),
            where=source.where,
        ) from error
    found = _listed(value)
    entries = [
        (f"{source.where}, item {n}", item)
        if isinstance(item, Mapping)
        else Problem(f"{source.where}, item {n}", "it is no JSON object", FormatError)
        for n, item in enumerate(found, start=1)
    ]
    if isinstance(value, Mapping) and found == [value]:
        entries = [(source.where, value)]
    sample = [e[1] for e in entries[:_SAMPLE_ROWS] if not isinstance(e, Problem)]
    if not sample:
        raise EmptyInput("it holds no JSON object with a report", where=source.where)
    yield from _drafted(source, iter(entries), sample, options, notify)


def _listed(value: object) -> list[object]:
    """The reports in a parsed file."""
    if isinstance(value, list):
        return value
    if isinstance(value, Mapping):
        for key in _LISTS:
            inner = value.get(key)
            if isinstance(inner, Mapping):  # {"response": …} and the like, one level down
                inner = next((inner[k] for k in _LISTS if isinstance(inner.get(k), list)), None)
            if isinstance(inner, list) and any(isinstance(item, Mapping) for item in inner):
                return inner
        inner = value.get("response")
        return _listed(inner) if isinstance(inner, Mapping) else [value]
    return []


def _lines(
    source: Source, options: ReadOptions, limit: int | None = None
) -> Iterator[Entry | Problem]:
    found = 0
    # An escaped code point takes up to 12 signs, and a report has other keys too.
    longest = options.limits.max_text_chars * 12 + 65536
    with text_stream(source.stream, options.encoding, newline="\n") as stream:
        for number, line in enumerate(_split(stream, longest), start=1):
            where = f"{source.where}, line {number}"
            if line is None:
                yield Problem(where, f"the line is longer than {longest:,} characters", LimitError)
                continue
            if not line.strip():
                continue
            try:
                value = json.loads(line)
            except (json.JSONDecodeError, RecursionError) as error:
                reason = f"it is no JSON object ({_in_words(error)}); mend it"
                yield Problem(where, reason, FormatError)
                continue
            if not isinstance(value, dict):
                reason = "it is JSON but no object; give one object a line"
                yield Problem(where, reason, FormatError)
                continue
            yield where, value
            found += 1
            if limit is not None and found >= limit:
                return


def _split(stream: TextIO, longest: int) -> Iterator[str | None]:
    """The lines of ``stream``; None for one longer than ``longest`` code points."""
    while line := stream.readline(longest):
        if len(line) == longest and not line.endswith("\n"):
            while (rest := stream.readline(longest)) and not rest.endswith("\n"):
                pass
            yield None
        else:
            yield line


def _drafted(
    source: Source,
    entries: Iterator[Entry | Problem],
    sample: list[Mapping[str, object]],
    options: ReadOptions,
    notify: OnNotice,
) -> Iterator[Draft | Problem]:
    present = list(dict.fromkeys(key for row in sample for key in row))
    try:
        columns, guessed = choose(present, sample, options)
    except InputError as error:
        raise type(error)(error.reason, where=source.where) from error
    if guessed:
        notify(Notice(source.where, f"took {guessed}"))
    day_first = options.day_first if options.day_first is not None else _order(sample, columns)
    for entry in entries:
        if isinstance(entry, Problem):
            yield entry
            continue
        where, row = entry
        if columns["text"] not in row:
            reason = (
                f"it has no {columns['text']!r}; its keys are {', '.join(map(repr, row))[:200]}"
            )
            yield Problem(where, reason, ColumnError)
            continue
        try:
            yield draft_of(row, columns, where, limits=options.limits, day_first=day_first)
        except InputError as error:
            yield Problem.of(error, where)


def _order(sample: list[Mapping[str, object]], columns: Columns) -> bool | None:
    """How the first objects write all-number dates, where they agree."""
    seen = {numbers_order(short(row, columns, "date") or "") for row in sample} - {None}
    return next(iter(seen)) if len(seen) == 1 else None


def _in_words(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} at column {error.colno}"
    return "it nests too deep"
