"""Bytes to text, always by the same choice.

The order: an encoding told, a byte-order mark, UTF-16 or UTF-32 without one (by where the zero
bytes fall), UTF-8, UTF-8 with a little damage, the encoding that the document declares, and last
a one-byte or East Asian encoding by its letters. A byte-order mark is dropped and nothing else.
"""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO, TextIO

from onrecord.errors import DecodingError

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16 LE, whose mark is its first half
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SAMPLE = 256 * 1024
"""Bytes that a choice among legacy encodings looks at."""

_CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27, 0x1A, 8}) + b"\x7f"
_MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
# Quotation marks, dashes, the ellipsis, the euro and the no-break space of Windows.
_CP1252_MARKS = re.compile(rb"[\x80\x85\x91-\x97\x99\xa0\xa3\xab\xb0\xbb]")
_MAC_APOSTROPHE = re.compile(rb"[A-Za-z]\xd5(?:s|t|re|ve|ll|d)\b")
_LATIN = re.compile(rb"[A-Za-z]")
# Encodings that text in the wild comes in; a closed list keeps exotic guesses out.
_LATIN_SCRIPTS = ["cp1252", "cp1250", "cp1254", "cp1257", "mac_roman"]
_OTHER_SCRIPTS = [
    "cp1251", "koi8_r", "cp866", "iso8859_5", "cp1253", "cp1255", "cp1256", "cp874", "shift_jis",
    "euc_jp", "gb18030", "big5", "euc_kr", "cp1252",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Encoding:
    """``name`` is Python's; ``skip`` the bytes of the mark; ``errors`` is strict or replace."""

    name: str
    skip: int = 0
    errors: str = "strict"


def decode(data: bytes, *, told: str | None = None, declared: str | None = None) -> str:
    """``data`` as text. DecodingError where it is no text in any encoding that we know."""
    encoding = choose(data, told=told, declared=declared)
    try:
        return data[encoding.skip :].decode(encoding.name, encoding.errors)
    except UnicodeDecodeError as error:
        raise DecodingError(_undecodable(encoding.name, error)) from error


def choose(data: bytes, *, told: str | None = None, declared: str | None = None) -> Encoding:
    """The encoding of ``data``, which is all of it."""
    early = _told(told) or by_mark(data) or _wide(data[:4096])
    if early is not None:
        return early
    refuse_binary(data[:SAMPLE])
    try:
        data.decode("utf-8")
        return Encoding("utf-8")
    except UnicodeDecodeError:
        return _legacy(data, declared)


def choose_for_stream(stream: BinaryIO, *, told: str | None = None) -> Encoding:
    """The encoding of a seekable ``stream``, read through once and left at its start.

    Memory is bounded: UTF-8 is checked in pieces, and what is not UTF-8 is judged by the lines
    that hold bytes beyond ASCII, up to ``SAMPLE`` of them.
    """
    head = stream.read(4096)
    stream.seek(0)
    early = _told(told) or by_mark(head) or _wide(head)
    if early is not None:
        return early
    checker = codecs.getincrementaldecoder("utf-8")()
    valid, odd = True, bytearray()
    for piece in _pieces(stream):
        if valid:
            try:
                checker.decode(piece)
            except UnicodeDecodeError:
                valid = False
        if len(odd) < SAMPLE and not piece.isascii():
            odd += b"\n".join(line for line in piece.split(b"\n") if not line.isascii())[:SAMPLE]
    stream.seek(0)
    refuse_binary(head)
    if valid:
        try:
            checker.decode(b"", True)
            return Encoding("utf-8")
        except UnicodeDecodeError:
            pass
    return _legacy(bytes(odd), None)


@contextmanager
def text_stream(stream: BinaryIO, told: str | None, *, newline: str) -> Iterator[TextIO]:
    """``stream`` as text from its start, its encoding chosen; ``stream`` stays open after.

    DecodingError where bytes further on are no text in the encoding after all.
    """
    stream.seek(0)
    encoding = choose_for_stream(stream, told=told)
    stream.seek(encoding.skip)
    text = io.TextIOWrapper(stream, encoding.name, encoding.errors, newline=newline)
    try:
        yield text
    except UnicodeDecodeError as error:
        raise DecodingError(_undecodable(encoding.name, error)) from error
    finally:
        text.detach()


def by_mark(data: bytes) -> Encoding | None:
    """The encoding that a byte-order mark at the start of ``data`` names."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return Encoding(name, len(mark))
    return None


def refuse_binary(sample: bytes) -> None:
    """DecodingError where control bytes show that ``sample`` is no text."""
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    # Text has none; a stray one in a damaged file is let through (one byte in 200).
    if controls * 200 > len(sample):
        raise DecodingError(
            f"it is binary, not text ({controls} control bytes in the first {len(sample)}); "
            "give a text, HTML, Markdown, CSV, JSON, feed, WARC or PDF file"
        )


def _told(name: str | None) -> Encoding | None:
    if name is None:
        return None
    try:
        return Encoding(codecs.lookup(name).name)
    except LookupError:
        raise DecodingError(
            f"there is no encoding named {name!r}; names such as utf-8 or cp1252 are known"
        ) from None


def _wide(head: bytes) -> Encoding | None:
    """UTF-16 or UTF-32 without a mark: Latin letters leave zero bytes at fixed places."""
    if len(head) < 8 or b"\0" not in head:
        return None
    zeros = [head[i::4].count(0) / len(head[i::4]) for i in range(4)]
    if min(zeros[1:]) > 0.8 and zeros[0] < 0.1:
        return Encoding("utf-32-le")
    if min(zeros[:3]) > 0.8 and zeros[3] < 0.1:
        return Encoding("utf-32-be")
    even, odd = (zeros[0] + zeros[2]) / 2, (zeros[1] + zeros[3]) / 2
    if min(zeros[1], zeros[3]) > 0.4 and even < 0.02:
        return Encoding("utf-16-le")
    if min(zeros[0], zeros[2]) > 0.4 and odd < 0.02:
        return Encoding("utf-16-be")
    return None


def _legacy(data: bytes, declared: str | None) -> Encoding:
    """The encoding of bytes that are not UTF-8 throughout."""
    well_formed = len(_MULTIBYTE.findall(data))
    stray = len(_MULTIBYTE.sub(b"", data)) - len(_ascii(_MULTIBYTE.sub(b"", data)))
    # Whole UTF-8 characters hardly occur by chance: with ten for each stray byte, or at a cut
    # end, the file is UTF-8 and damaged; the strays show as U+FFFD rather than as wrong letters.
    if well_formed and (stray * 10 <= well_formed or _cut_at_end(data)):
        return Encoding("utf-8", errors="replace")
    if declared and (encoding := _declared(data, declared)):
        return encoding
    sample = data[:SAMPLE]
    high = len(sample) - len(_ascii(sample))
    if high * 2 > len(_LATIN.findall(sample)):
        return _by_letters(sample, data, _OTHER_SCRIPTS)
    # Latin letters with a few others: Windows, unless the apostrophes are the old Macintosh's or
    # the letters are clearly another language's.
    mac, windows = len(_MAC_APOSTROPHE.findall(sample)), len(_CP1252_MARKS.findall(sample))
    if mac and mac >= windows:
        return Encoding("mac-roman")
    return _windows(data) if windows * 2 >= high else _by_letters(sample, data, _LATIN_SCRIPTS)


def _by_letters(sample: bytes, data: bytes, candidates: list[str]) -> Encoding:
    # Here, because it takes 30 ms to load and few files need it.
    from charset_normalizer import from_bytes

    matches = list(from_bytes(sample, cp_isolation=candidates, preemptive_behaviour=False))
    best = matches[0] if matches else None
    if best is None or not _strictly(data, best.encoding):
        return _windows(data)
    for match in matches:
        near = match.coherence >= best.coherence - 0.03 and match.chaos <= best.chaos + 0.03
        if near and "cp1252" in match.could_be_from_charset:
            return _windows(data)  # by far the commonest, where the letters fit it as well
    return Encoding(codecs.lookup(best.encoding).name)


def _windows(data: bytes) -> Encoding:
    """cp1252, or latin-1 where the bytes that cp1252 leaves undefined occur."""
    return Encoding("cp1252" if _strictly(data, "cp1252") else "latin-1")


def _declared(data: bytes, name: str) -> Encoding | None:
    try:
        known = codecs.lookup(name).name
    except LookupError:
        return None
    if known in ("iso8859-1", "ascii", "utf-8"):
        # Browsers read these labels as cp1252, and so pages are written to it.
        return None if known == "utf-8" else _windows(data)
    return Encoding(known) if _strictly(data, known) else None


def _strictly(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return False
    return True


def _ascii(data: bytes) -> bytes:
    return data.translate(None, bytes(range(128, 256)))


def _cut_at_end(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.end >= len(data) and error.reason == "unexpected end of data"
    return False


def _pieces(stream: BinaryIO, size: int = 1 << 20) -> Iterator[bytes]:
    while piece := stream.read(size):
        yield piece


def _undecodable(name: str, error: UnicodeDecodeError) -> str:
    return (
        f"it looks like {name}, but holds bytes that are not ({error.reason}); it may be cut off, "
        "or its encoding another: name it with --encoding"
    )
