"""WARC archives of the web: one report a page that was fetched."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from onrecord.errors import FormatError, InputError, LimitError
from onrecord.read.decoding import decode
from onrecord.read.items import Draft, Notice, OnNotice, Problem
from onrecord.read.options import ReadOptions
from onrecord.read.pages import page_of
from onrecord.read.pdf import pdf_of
from onrecord.read.sources import Source


def drafts(source: Source, options: ReadOptions, notify: OnNotice) -> Iterator[Draft | Problem]:
    """The pages, texts and PDFs of an archive, a record at a time; the rest is passed over."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    passed: Counter[str] = Counter()
    number = 0
    try:
        for record in ArchiveIterator(source.stream):
            number += 1
            where = f"{source.where}, record {number}"
            kind = _kind(record)
            if kind not in _READ:
                passed[kind or "no page"] += 1
                continue
            try:
                yield _draft(record, kind, where, options)
            except InputError as error:
                yield Problem.of(error, where)
    except (ArchiveLoadFailed, EOFError, OSError, ValueError) as error:
        raise FormatError(
            f"the archive breaks after record {number} ({error}), perhaps cut off: what came "
            "before is read; fetch it again for the rest",
            where=source.where,
        ) from error
    if passed:
        listed = ", ".join(f"{count} {kind}" for kind, count in sorted(passed.items()))
        notify(Notice(source.where, f"passed over records that hold no page: {listed}"))


_READ = frozenset({"text/html", "application/xhtml+xml", "text/plain", "application/pdf"})


def _kind(record: Any) -> str | None:
    """The media type of a page that was fetched whole; else what the record is instead."""
    if record.rec_type not in ("response", "resource"):
        return str(record.rec_type)
    headers = record.http_headers
    if headers is not None and headers.get_statuscode() != "200":
        return f"answers with status {headers.get_statuscode()}"
    header = headers.get_header("Content-Type") if headers is not None else record.content_type
    return (header or "").partition(";")[0].strip().lower() or None


def _draft(record: Any, kind: str, where: str, options: ReadOptions) -> Draft:
    limit = options.limits.max_document_bytes
    data = record.content_stream().read(limit + 1)
    if len(data) > limit:
        raise LimitError(
            f"its page holds more than {limit:,} bytes (max_document_bytes)", where=where
        )
    if getattr(record.raw_stream, "limit", 0) > 0:  # bytes promised and not there
        raise FormatError("its record is cut off; fetch the archive again", where=where)
    url = record.rec_headers.get_header("WARC-Target-URI")
    headers = record.http_headers
    header = (headers.get_header("Content-Type") if headers is not None else None) or ""
    named = re.search(r"charset=[\"']?([\w-]+)", header, re.I)
    charset = named[1] if named else None
    if kind == "application/pdf":
        draft = pdf_of(io.BytesIO(data), where, options)
        return Draft(where, draft.text, title=draft.title, url=url)
    if kind == "text/plain":
        return Draft(where, decode(data, told=options.encoding, declared=charset), url=url)
    return page_of(data, where, options, url=url, charset=charset)
