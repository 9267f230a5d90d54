"""Files that are one report: plain text and Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.errors import EmptyInput, LimitError
from onrecord.read.columns import normal
from onrecord.read.dates import UNKNOWN, parse_date
from onrecord.read.decoding import decode
from onrecord.read.items import Draft, Notice, OnNotice
from onrecord.read.options import ReadOptions
from onrecord.read.sources import Source, read_all

ADVICE = "If it holds many reports, give each its own file, or a row of CSV or JSONL"


def decoded(source: Source, options: ReadOptions, notify: OnNotice) -> str:
    """All of ``source`` as text; a notice tells of bytes that could not be decoded."""
    data = read_all(source, options.limits.max_document_bytes, "max_document_bytes", ADVICE)
    text = decode(data, told=options.encoding)
    lost = text.count("\ufffd") - data.count("\ufffd".encode())
    if lost > 0:
        notify(Notice(source.where, f"{lost} damaged bytes stand in its text as U+FFFD"))
    return text


def text_drafts(source: Source, options: ReadOptions, notify: OnNotice) -> Iterator[Draft]:
    """A plain-text file: its decoded content, code point for code point."""
    yield Draft(source.where, decoded(source, options, notify))


def markdown_drafts(source: Source, options: ReadOptions, notify: OnNotice) -> Iterator[Draft]:
    """A Markdown file: its words without the markup, which is kept beside them."""
    original = decoded(source, options, notify)
    limit = options.limits.max_text_chars
    if len(original) > limit:
        raise LimitError(
            f"it holds {len(original):,} characters; at most {limit:,} make one report "
            f"(max_text_chars). {ADVICE}",
            where=source.where,
        )
    fields, body = _front_matter(original)
    text = plain_of(body)
    if not text:
        raise EmptyInput("there is no text in it", where=source.where)
    heading = re.match(r"\s*#\s+(.+?)\s*#*\s*$", body, re.M)
    date = fields.get("date") or fields.get("published") or fields.get("publish_date")
    yield Draft(
        source.where,
        text,
        title=fields.get("title") or (plain_of(heading[1]) if heading else None),
        outlet=fields.get("outlet") or fields.get("source") or fields.get("publisher"),
        author=fields.get("author") or fields.get("byline"),
        url=fields.get("url") or fields.get("link"),
        date=(parse_date(date) if date else None) or UNKNOWN,
        original=original,
    )


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    """The simple ``key: value`` lines between ``---`` lines at the start, and what follows."""
    match = re.match(r"---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", text, re.S)
    if match is None:
        return {}, text
    fields = {}
    for line in match[1].splitlines():
        key, colon, value = line.partition(":")
        if colon and value.strip() and not line.startswith((" ", "\t", "#", "-")):
            fields[normal(key)] = value.strip().strip("\"'")
    return fields, text[match.end() :]


# Every run is bounded: an opening sign that nothing closes must not be searched to the end.
_LINK_TEXT = r"\[([^\]\n]{0,500})\]"
_TARGET = r"\([^)\s]{0,2000}(?:\s+\"[^\"\n]{0,500}\")?\)"
_MARKS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, flags), replacement)
    for pattern, replacement, flags in (
        (r"<!--.{0,5000}?-->", "", re.S),
        (r"^(?:```|~~~).*$\n?", "", re.M),  # fences; the lines within stay
        (r"^[ ]{0,3}\[[^\]\n]+\]:\s+\S+.*$\n?", "", re.M),  # link definitions
        (r"^[ ]{0,3}(?:[-*_][ \t]*){3,}$\n?", "", re.M),  # rules
        (r"^[ ]{0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$", r"\1", re.M),
        (r"^(?=.*\S)(.*)\n[ ]{0,3}(?:=+|-{2,})[ \t]*$", r"\1", re.M),  # underlined headings
        (r"^(?:[ ]{0,3}>[ \t]?)+", "", re.M),
        (r"^[ \t]*[-*+][ \t]+", "", re.M),
        (rf"!{_LINK_TEXT}{_TARGET}", "", 0),  # pictures
        (rf"{_LINK_TEXT}{_TARGET}", r"\1", 0),
        (rf"{_LINK_TEXT}\[[^\]\n]{{0,200}}\]", r"\1", 0),
        (r"<((?:https?://|mailto:)[^>\s]+)>", r"\1", 0),
        (r"</?[a-zA-Z][^<>\n]*>", "", 0),
        (r"(?<![\w\\*])(\*{1,3})(?=\S)(.{1,1000}?)(?<=[^\s\\])\1(?![\w*])", r"\2", 0),
        (r"(?<![\w\\_])(_{1,3})(?=\S)(.{1,1000}?)(?<=[^\s\\])\1(?![\w_])", r"\2", 0),
        (r"`([^`\n]+)`", r"\1", 0),
        (r"\\([\\`*_{}\[\]()#+.!>~-])", r"\1", 0),
    )
)


def plain_of(markdown: str) -> str:
    """The words of ``markdown``, its line breaks kept; blanks at the ends of lines are not."""
    for pattern, replacement in _MARKS:
        markdown = pattern.sub(replacement, markdown)
    return "\n".join(line.rstrip() for line in markdown.strip().split("\n"))
