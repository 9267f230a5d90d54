"""What format a source is in: by what it holds first, by its extension where that is silent."""

from __future__ import annotations

import json
import re

from onrecord.errors import EmptyInput, FormatError
from onrecord.read.columns import looks_like_header
from onrecord.read.csvrows import Row, rows_of, shape_of
from onrecord.read.decoding import choose, refuse_binary
from onrecord.read.options import Format
from onrecord.read.sources import Source

HEAD = 64 * 1024

_EXTENSIONS: dict[str, Format] = {
    "txt": "text", "text": "text", "md": "markdown", "markdown": "markdown", "mdown": "markdown",
    "html": "html", "htm": "html", "xhtml": "html", "csv": "csv", "tsv": "tsv", "tab": "tsv",
    "json": "json", "jsonl": "jsonl", "ndjson": "jsonl", "rss": "feed", "atom": "feed",
    "warc": "warc", "pdf": "pdf",
}  # fmt: skip
# The first bytes of files that are no reports, and what to do about them.
_FOREIGN = (
    (b"PK\x03\x04", "a zip archive or an office document", "unpack it, or save it as text or PDF"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "save it as text or PDF"),
    (b"{\\rtf", "rich text (RTF)", "save it as text or HTML"),
    (b"\x89PNG", "a picture", "give the text itself"),
    (b"\xff\xd8\xff", "a picture", "give the text itself"),
    (b"GIF8", "a picture", "give the text itself"),
    (b"RIFF", "a sound, film or picture", "give the text itself"),
    (b"ID3", "a sound", "give its transcript"),
    (b"\x7fELF", "a program", "leave it out"),
    (b"SQLite format 3\0", "a database", "export its rows as CSV or JSONL"),
    (b"PAR1", "a Parquet table", "export its rows as CSV or JSONL"),
    (b"BZh", "a bzip2 archive", "unpack it"),
    (b"\xfd7zXZ\0", "an xz archive", "unpack it"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive", "unpack it"),
    (b"7z\xbc\xaf", "a 7z archive", "unpack it"),
    (b"Rar!", "a rar archive", "unpack it"),
)
_XML_ROOT = re.compile(r"<(?![?!])(?:\w+:)?(\w+)[\s>/]")
_PROLOGUE = re.compile(r"(?:\s|<\?.*?\?>|<!--.*?-->)*", re.S)
_FRONT_MATTER = re.compile(r"---\r?\n(?:[\w-]+:.*\r?\n)+", re.M)


def format_of(source: Source, told: Format | None, encoding: str | None) -> Format:
    """The format of ``source``, whose stream is left at its start.

    EmptyInput where there is nothing in it; FormatError where it is known to be something else;
    DecodingError where it is binary and not known.
    """
    head = source.stream.read(HEAD)
    source.stream.seek(0)
    if not head.strip():
        raise EmptyInput("the file is empty", where=source.where)
    if told is not None:
        return told
    if head[:5] == b"WARC/" or head[:2] == b"\x1f\x8b":
        return "warc"
    if b"%PDF-" in head[:1024]:
        return "pdf"
    for magic, what, advice in _FOREIGN:
        if head.startswith(magic):
            raise FormatError(f"it is {what}; {advice}", where=source.where)
    named = _EXTENSIONS.get(source.extension)
    if named in ("pdf", "warc"):
        refuse_binary(head)
        raise FormatError(
            f"its name ends in .{source.extension}, but it is none: it does not begin as one. "
            "Fetch it again, or rename it for what it is",
            where=source.where,
        )
    chosen = choose(_cut(head), told=encoding)
    return _of_text(head[chosen.skip :].decode(chosen.name, "replace"), named, source)


def _of_text(head: str, named: Format | None, source: Source) -> Format:
    body = head[_match_end(_PROLOGUE, head) :]
    lower = body[:200].lower()
    if lower.startswith(("<!doctype html", "<html", "<head", "<body")):
        return "html"
    if body.startswith("<") and (found := _by_root(body, head, named, source)):
        return found
    if named in ("json", "jsonl") or (named in (None, "text") and _is_json(body)):
        return _json_kind(body, named)
    if named in (None, "text"):
        if _FRONT_MATTER.match(head):
            return "markdown"
        if named is None and _is_table(head):
            return "csv"
    return named or "text"


def _by_root(body: str, head: str, named: Format | None, source: Source) -> Format | None:
    """The format that the first element tells, if any does."""
    body = re.sub(r"\A<!DOCTYPE[^>]*>\s*", "", body, flags=re.I)
    match = _XML_ROOT.match(body)
    root = match[1].lower() if match else ""
    if root in ("rss", "feed", "rdf"):
        return "feed"
    if root in ("div", "p", "article", "section", "main", "table", "h1", "meta", "title", "span"):
        return "html"
    if head.lstrip().startswith("<?xml") and named != "html":
        raise FormatError(
            f"it is XML whose first element is <{root}>; RSS, Atom and XHTML are read. "
            "Save its text, or give CSV or JSONL",
            where=source.where,
        )
    return None


def _is_json(body: str) -> bool:
    """Whether ``body`` begins as a JSON object or a list of them: text may begin with a brace."""
    return bool(re.match(r"(?:\[\s*)?\{\s*(?:\"[^\"\n]{1,80}\"\s*:|\}\s*$)", body))


def _json_kind(body: str, named: Format | None) -> Format:
    """JSONL where the first line is a whole object and another follows, or the name says it."""
    if named == "jsonl":
        return "jsonl"
    first, _, rest = body.partition("\n")
    if not rest.lstrip().startswith("{"):
        return "json"
    try:
        json.loads(first)
    except (json.JSONDecodeError, RecursionError):
        return "json"
    return "jsonl"


def _is_table(head: str) -> bool:
    """Whether text without a telling name begins with a header that names a text column."""
    if not re.match(r"[^\n]{3,500}\n", head):
        return False
    rows = [r for r in rows_of(iter(head.splitlines(keepends=True)[:50]), shape_of(head[:8192]))]
    return bool(rows) and isinstance(rows[0], Row) and looks_like_header(rows[0].cells)


def _cut(head: bytes) -> bytes:
    """``head`` without a character that its end may have cut."""
    if len(head) < HEAD:
        return head
    line = head.rfind(b"\n")
    return head[: line + 1] if line > 0 and b"\0" not in head[:64] else head[: HEAD - HEAD % 4]


def _match_end(pattern: re.Pattern[str], text: str) -> int:
    match = pattern.match(text)
    return match.end() if match else 0
