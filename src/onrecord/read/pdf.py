"""PDF files with a text layer: one report a file."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import BinaryIO

from onrecord.errors import EmptyInput, FormatError, LimitError
from onrecord.read.items import Draft, OnNotice
from onrecord.read.options import ReadOptions
from onrecord.read.sources import Source, read_all

# Titles that a word processor or a scanner leaves in a file, which are none.
_NO_TITLE = re.compile(
    r"microsoft word|untitled|\.(?:docx?|pdf|indd|qxd|rtf|odt)\b|^\W*$|^[\d_-]+$", re.I
)


def drafts(source: Source, options: ReadOptions, notify: OnNotice) -> Iterator[Draft]:
    """The one report of a PDF file."""
    read_all(
        source, options.limits.max_whole_bytes, "max_whole_bytes", "Split it, or save its text"
    )
    source.stream.seek(0)
    yield pdf_of(source.stream, source.where, options)


def pdf_of(stream: BinaryIO, where: str, options: ReadOptions) -> Draft:
    """The text of a PDF, pages apart by a blank line, words broken at a line's end joined.

    Its own date is when the file was made, not when the report was published, and is left out;
    so is its author, who is as often the typist. EmptyInput where there is no text layer.
    """
    import pypdf  # here, because it takes a fifth of a second to load

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it warns of what it mends
    pages: list[str] = []
    length = 0
    try:
        reader = pypdf.PdfReader(stream)
        if reader.is_encrypted and not reader.decrypt(""):
            raise FormatError("it is locked with a password; save it unlocked", where=where)
        for page in reader.pages:
            pages.append(page.extract_text())
            length += len(pages[-1])
            if length > options.limits.max_text_chars:
                raise LimitError(
                    f"it holds more than {options.limits.max_text_chars:,} characters "
                    "(max_text_chars); split it",
                    where=where,
                )
        title = reader.metadata.title if reader.metadata else None
    except (FormatError, LimitError):
        raise
    except Exception as error:  # pypdf lets many kinds through on a broken file
        raise FormatError(
            f"it is a PDF that cannot be read ({error}); it may be cut off: fetch it again",
            where=where,
        ) from error
    text = "\n\n".join(filter(None, map(_flowing, pages)))
    if not text:
        raise EmptyInput(
            f"its {len(pages)} pages hold pictures and no text; put it through text recognition "
            "(OCR) first",
            where=where,
        )
    named = isinstance(title, str) and not _NO_TITLE.search(title)
    return Draft(where, text, title=" ".join(str(title).split()) if named else None)


def _flowing(page: str) -> str:
    """``page`` with lines joined to paragraphs: a line that is nearly as long as the longest and
    ends no sentence goes on in the next, as does a word broken by a hyphen."""
    lines = [line.strip() for line in page.replace("\0", "").splitlines()]
    longest = max(map(len, lines), default=0)
    out: list[str] = []
    goes_on = False
    for line in lines:
        if goes_on and line and re.search(r"[a-z]-$", out[-1]) and line[0].islower():
            out[-1] = out[-1][:-1] + line
        elif goes_on and line:
            out[-1] += " " + line
        else:
            out.append(line)
        ends = re.search(r"[.!?:][\"'”’)]*$", line) is not None
        goes_on = len(line) * 10 >= longest * (9 if ends else 6) and bool(line)
    return re.sub(r"\n{3,}", "\n\n", "\n".join(out)).strip()
