"""The door of the stage: what was given to read, as a stream of reports and problems."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from importlib import import_module

from onrecord.errors import FormatError, InputError
from onrecord.read.drafts import report_of
from onrecord.read.items import Draft, Notice, OnNotice, Problem, ignore
from onrecord.read.options import Format, ReadOptions
from onrecord.read.sniff import format_of
from onrecord.read.sources import Source, names, open_source
from onrecord.records import Report

Reader = Callable[[Source, ReadOptions, OnNotice], Iterator[Draft | Problem]]

# By name, so that a reader and the libraries it needs are loaded when a file calls for them.
_READERS: dict[Format, tuple[str, str]] = {
    "text": ("documents", "text_drafts"),
    "markdown": ("documents", "markdown_drafts"),
    "html": ("pages", "page_drafts"),
    "csv": ("tables", "drafts"),
    "tsv": ("tables", "drafts"),
    "json": ("objects", "whole_drafts"),
    "jsonl": ("objects", "line_drafts"),
    "feed": ("feeds", "drafts"),
    "warc": ("archives", "drafts"),
    "pdf": ("pdf", "drafts"),
}


def read_reports(
    inputs: Sequence[str],
    *,
    options: ReadOptions | None = None,
    on_notice: OnNotice = ignore,
) -> Iterator[Report | Problem]:
    """The reports in ``inputs``, in their order, and a ``Problem`` for whatever is none.

    Each input is a file, a folder (read whole, sorted by name), a pattern, or ``-`` for standard
    input. Reports come as they are read and memory stays bounded whatever the size of the input.
    Nothing raises for what is in a file: it is told as a problem and the rest is read.
    ``on_notice`` is called with what was guessed (the columns of a table) or passed over.
    """
    options = options or ReadOptions()
    for name in names(inputs):
        if isinstance(name, Problem):
            yield name
            continue
        try:
            source = open_source(name, options.limits)
        except InputError as error:
            yield Problem.of(error, name)
            continue
        with closing(source.stream):
            yield from _read(source, options, on_notice)


def read_text(
    text: str, *, options: ReadOptions | None = None, on_notice: OnNotice = ignore
) -> Report:
    """The report whose text is ``text``, which is kept as it is but for a byte-order mark.

    InputError where there is no text in it or it is over a limit.
    """
    draft = Draft("text", text.removeprefix("\ufeff"))
    return replace(report_of(draft, options or ReadOptions(), on_notice), path=None)


def _read(source: Source, options: ReadOptions, notify: OnNotice) -> Iterator[Report | Problem]:
    """The reports of one source; an error ends it, and is told."""
    doubts: list[Notice] = []  # the first of the dates that disagree, then only their number
    count = 0
    try:
        kind = format_of(source, options.format, options.encoding)
        module, function = _READERS[kind]
        reader: Reader = getattr(import_module(f"onrecord.read.{module}"), function)
        for item in reader(source, options, notify):
            if isinstance(item, Problem):
                yield item
                continue
            yield _report(item, options, doubts.append)
            count += len(doubts[1:])
            del doubts[1:]
    except InputError as error:
        yield Problem.of(error, source.where)
    except RecursionError:
        yield Problem(source.where, "it nests too deep to be read", FormatError)
    except OSError as error:
        reason = f"reading it failed: {error.strerror or error}; what came before it is read"
        yield Problem(source.where, reason, InputError)
    for doubt in doubts:
        more = f"; so in {count:,} more" if count else ""
        notify(Notice(doubt.where, doubt.message + more))


def _report(draft: Draft, options: ReadOptions, notify: OnNotice) -> Report | Problem:
    try:
        return report_of(draft, options, notify)
    except InputError as error:
        return Problem.of(error, draft.where)
