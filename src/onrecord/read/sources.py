"""What was given to read, as a run of seekable byte streams in a fixed order.

A directory is read whole, its files sorted by name at every level; hidden ones and a record's own
files are left out. A name with ``*``, ``?`` or ``[`` is a pattern unless a file has that very
name. ``-`` is standard input.
"""

from __future__ import annotations

import glob
import gzip
import io
import os
import stat
import sys
import tempfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, BinaryIO

from onrecord.errors import EmptyInput, FormatError, InputError, LimitError
from onrecord.read.items import Problem
from onrecord.read.options import Limits
from onrecord.records import RECORD_MARK

STDIN = "-"
_IN_MEMORY = 16 * 1024 * 1024
_PIECE = 1 << 20
_SQLITE, _MARKED_AT = b"SQLite format 3\0", 68
"""How a database begins, and where in it its ``application_id`` stands (SQLite's file format)."""


@dataclass(frozen=True, slots=True)
class Source:
    """A stream to read reports from. ``where`` is what a message calls it, ``name`` the file name
    that its extension is taken from (without .gz)."""

    where: str
    name: str
    stream: BinaryIO
    unpacked: bool = False

    @property
    def extension(self) -> str:
        """The extension in lower case without its dot; empty where there is none."""
        return Path(self.name).suffix.lower().lstrip(".")

    def size(self) -> int:
        """Bytes in the stream, which is left at its start."""
        size = self.stream.seek(0, io.SEEK_END)
        self.stream.seek(0)
        return size


def names(inputs: Sequence[str]) -> Iterator[str | Problem]:
    """The files that ``inputs`` name, each once for every time that it is named."""
    for given in inputs:
        if given == STDIN:
            yield STDIN
        elif os.path.isdir(given):
            yield from _walk(given)
        elif os.path.lexists(given):
            yield given
        elif glob.has_magic(given):
            found = sorted(glob.glob(given, recursive=True))
            if not found:
                yield Problem(given, "no file fits this pattern; check its folder", InputError)
            for name in found:
                yield from _walk(name) if os.path.isdir(name) else iter([name])
        else:
            yield Problem(
                given, "there is no file or folder of this name; check its spelling", InputError
            )


def _walk(folder: str) -> Iterator[str | Problem]:
    """The files below ``folder``; links to folders are not followed, so no loop can arise."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Problem(folder, _os_reason(error), InputError)
        return
    if not entries:
        yield Problem(folder, "the folder is empty; give one that holds reports", EmptyInput)
    own = _files_of_records(entries)
    for entry in entries:
        if entry.name.startswith(".") or entry.name in own:
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path)
        else:
            yield entry.path


def _files_of_records(entries: Sequence[os.DirEntry[str]]) -> set[str]:
    """The names of those that are records, and of the files that SQLite keeps beside each.

    A record is made where its reports lie more often than not, and is none of them. Whoever names
    one outright is told what it is.
    """
    own: set[str] = set()
    for entry in entries:
        try:
            if entry.stat().st_size < _MARKED_AT + 4 or not entry.is_file():
                continue
            with open(entry.path, "rb") as file:
                head = file.read(_MARKED_AT + 4)
        except OSError:
            continue  # told when it is read
        if head.startswith(_SQLITE) and head[_MARKED_AT:] == RECORD_MARK.to_bytes(4, "big"):
            own.update(entry.name + beside for beside in ("", "-wal", "-shm", "-journal"))
    return own


def open_source(name: str, limits: Limits) -> Source:
    """The source named ``name``; InputError where it cannot be opened. The caller closes it."""
    if name == STDIN:
        return _unpacked(
            Source("standard input", "", _spooled(sys.stdin.buffer, "standard input", limits)),
            limits,
        )
    try:
        mode = os.stat(name).st_mode
        if stat.S_ISDIR(mode):
            raise InputError("it is a link to a folder; give the folder itself", where=name)
        stream: BinaryIO = open(name, "rb")
    except OSError as error:
        raise InputError(_os_reason(error), where=name) from error
    if not stat.S_ISREG(mode):  # a pipe, such as <(…) in a shell
        with stream:
            return _unpacked(Source(name, "", _spooled(stream, name, limits)), limits)
    return _unpacked(Source(name, os.path.basename(name), stream), limits)


def _unpacked(source: Source, limits: Limits) -> Source:
    """``source``, decompressed if it is gzip; a WARC stays packed, for its records are members."""
    head = source.stream.read(2)
    source.stream.seek(0)
    if head != b"\x1f\x8b":
        return source
    name = source.name[:-3] if source.name.lower().endswith(".gz") else source.name
    try:
        return _unzipped(source, name, limits)
    except InputError:
        source.stream.close()
        raise


def _unzipped(source: Source, name: str, limits: Limits) -> Source:
    with gzip.GzipFile(fileobj=source.stream) as packed:
        try:
            start = packed.read(5)
            if start == b"WARC/":
                source.stream.seek(0)
                return Source(source.where, name, source.stream, True)
            packed.seek(0)
            stream = _spooled(packed, source.where, limits)
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise FormatError(
                f"it is gzip that cannot be unpacked ({error}); it may be cut off: fetch it again",
                where=source.where,
            ) from error
    source.stream.close()
    return Source(source.where, name, stream, True)


def _spooled(stream: IO[bytes] | gzip.GzipFile, where: str, limits: Limits) -> BinaryIO:
    """A seekable copy of ``stream``: in memory while small, then in a temporary file."""
    copy = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)
    try:
        total = 0
        while piece := stream.read(_PIECE):
            total += len(piece)
            if total > limits.max_unpacked_bytes:
                raise LimitError(
                    f"it unpacks to more than {limits.max_unpacked_bytes:,} bytes "
                    "(max_unpacked_bytes); split it",
                    where=where,
                )
            copy.write(piece)
    except BaseException:
        copy.close()
        raise
    copy.seek(0)
    return copy  # type: ignore[return-value]  # it has every method of a binary stream


def read_all(source: Source, limit: int, name: str, advice: str) -> bytes:
    """All bytes of ``source``; LimitError above ``limit``, the limit called ``name``."""
    size = source.size()
    if size > limit:
        raise LimitError(
            f"it holds {size:,} bytes; at most {limit:,} are read from one such file ({name}). "
            + advice,
            where=source.where,
        )
    return source.stream.read()


def _os_reason(error: OSError) -> str:
    if isinstance(error, PermissionError):
        return "you may not read it; change its permissions or leave it out"
    if isinstance(error, FileNotFoundError):
        return "there is no file of this name (a broken link?); check its spelling"
    return f"the system cannot open it: {error.strerror or error}"
