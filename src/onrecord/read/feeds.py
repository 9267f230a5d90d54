"""RSS and Atom feeds: one report an entry, with the content that the feed carries."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from onrecord.errors import EmptyInput, FormatError, InputError
from onrecord.read.dates import UNKNOWN, DateReading, parse_date
from onrecord.read.fragment import looks_like_markup, text_of
from onrecord.read.items import Draft, Notice, OnNotice, Problem
from onrecord.read.options import ReadOptions
from onrecord.read.sources import Source, read_all


def drafts(source: Source, options: ReadOptions, notify: OnNotice) -> Iterator[Draft | Problem]:
    """The entries of a feed in their order; a cut or broken feed gives those before the break."""
    import feedparser  # here, because it takes 50 ms to load

    data = read_all(
        source, options.limits.max_whole_bytes, "max_whole_bytes", "Split the feed in parts"
    )
    # A stream, not the bytes: those feedparser might take for an address. Its cleaning is left
    # out, for the text alone is taken from the markup and the original is to stay as it was.
    try:
        feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # it lets many kinds through on a broken feed
        raise FormatError(f"it is a feed that cannot be read ({error})") from error
    if not feed.entries:
        why = f" ({_words(feed)})" if feed.get("bozo") else ""
        raise FormatError(f"it is a feed without an entry{why}; fetch it again", where=source.where)
    name = feed.feed.get("title")
    for number, entry in enumerate(feed.entries, start=1):
        where = f"{source.where}, entry {number}"
        try:
            yield _draft(entry, name, where, options)
        except InputError as error:
            yield Problem.of(error, where)
    if feed.get("bozo") and not _harmless(feed):
        reason = (
            f"it is not well formed ({_words(feed)}), perhaps cut off: its {len(feed.entries)} "
            "whole entries are read; fetch it again for the rest"
        )
        yield Problem(source.where, reason, FormatError)
    if any(not entry.get("content") for entry in feed.entries):
        short = sum(not entry.get("content") for entry in feed.entries)
        notify(Notice(source.where, f"{short} entries carry a summary only, which is read"))


def _draft(entry: Any, feed_name: str | None, where: str, options: ReadOptions) -> Draft:
    contents = [c.get("value") or "" for c in entry.get("content", [])]
    value = max([*contents, entry.get("summary") or ""], key=len)
    if not value.strip():
        raise EmptyInput(
            "the entry carries no text, only a link; read the page itself", where=where
        )
    marked = looks_like_markup(value) or "<" in value or "&" in value
    origin = entry.get("source") or {}
    return Draft(
        where,
        text_of(value, options.limits) if marked else value.strip(),
        title=_line(text_of(entry["title"], options.limits) if entry.get("title") else None),
        outlet=_line(origin.get("title") or feed_name),
        author=_line(entry.get("author")),
        url=entry.get("link"),
        date=_date(entry),
        original=value if marked else None,
    )


def _date(entry: Any) -> DateReading | None:
    """The entry's date as written, its zone kept; else as feedparser reads it, which is in UTC."""
    written = entry.get("published")
    if not written:
        return None
    reading = parse_date(written)
    parsed = entry.get("published_parsed")
    if reading == UNKNOWN and parsed:
        reading = parse_date("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z".format(*parsed[:6]))
    return reading if reading != UNKNOWN else None


def _line(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None


def _harmless(feed: Any) -> bool:
    """Whether what feedparser objects to cost nothing: the encoding was not the declared one."""
    from feedparser import CharacterEncodingOverride, NonXMLContentType

    return isinstance(feed.get("bozo_exception"), CharacterEncodingOverride | NonXMLContentType)


def _words(feed: Any) -> str:
    error = feed.get("bozo_exception")
    reason = getattr(error, "getMessage", lambda: str(error))()
    line = getattr(error, "getLineNumber", lambda: None)()
    return f"{reason} at line {line}" if line else str(reason)
