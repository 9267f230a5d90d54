"""WARC archives of the web: one report a page that was fetched."""

from __future__ import annotations

import contextlib
import gzip
import io
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import Any, BinaryIO

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
    # Unpacked here, so that records packed one by one and a file packed whole read the same.
    stream = _Unpacked(source.stream) if source.unpacked else source.stream
    records = ArchiveIterator(stream)
    number, cut = 0, False
    broken: str | None = None
    try:
        while (record := _next(records)) is not None:
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
            if cut := _is_cut(record):
                break
    except ArchiveLoadFailed as error:
        broken = str(error)
    broken = broken or getattr(stream, "broken", None)
    if broken and not cut:
        raise FormatError(
            f"the archive breaks after record {number} ({broken}), perhaps cut off: what came "
            "before is read; fetch it again for the rest",
            where=source.where,
        )
    if records.err_count:
        reason = (
            f"{records.err_count} of its records are not as long as they say, so that others may "
            "be missed; fetch it again"
        )
        yield Problem(source.where, reason, FormatError)
    if passed:
        listed = ", ".join(f"{count} {kind}" for kind, count in sorted(passed.items()))
        notify(Notice(source.where, f"passed over records that hold no page: {listed}"))


def _next(records: Any) -> Any:
    """The next record or None; what warcio would print of a bad length is told at the end."""
    from warcio.exceptions import ArchiveLoadFailed

    try:
        with contextlib.redirect_stderr(io.StringIO()):
            return next(records, None)
    except Exception as error:  # warcio lets many kinds through on a broken archive
        raise ArchiveLoadFailed(str(error)) from error


def _is_cut(record: Any) -> bool:
    """Whether bytes that the record promised are not there, once it is read to its end."""
    return bool(getattr(record.raw_stream, "limit", 0) > 0 and not record.raw_stream.read(1))


class _Unpacked:
    """The bytes of a gzip stream up to where it breaks; ``broken`` then says how."""

    def __init__(self, stream: BinaryIO) -> None:
        self._packed = gzip.GzipFile(fileobj=stream)
        self._read = 0
        self.broken: str | None = None

    def read(self, size: int = -1) -> bytes:
        try:
            data = self._packed.read1(size)
        except (EOFError, OSError, zlib.error) as error:
            self.broken = str(error)
            return b""
        self._read += len(data)
        return data

    def tell(self) -> int:
        return self._read


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
    if _is_cut(record):
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
