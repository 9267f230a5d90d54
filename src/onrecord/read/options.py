"""What a caller may tell the reading stage, and the limits that it keeps to.

Everything told here wins over what the input says of itself. Every limit has a name and a
default; a message that says that a limit was passed names the limit.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

from onrecord.errors import InputError
from onrecord.read.dates import parse_told

Format = Literal["text", "html", "markdown", "csv", "tsv", "json", "jsonl", "feed", "warc", "pdf"]
Role = Literal["text", "title", "outlet", "author", "url", "date", "id"]
ROLES: tuple[Role, ...] = get_args(Role)

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How large and how deep an input may be. Streams (CSV, JSONL, WARC) have no limit of size.

    ``max_text_chars``: code points of one report's text; 2 million are a shelf of novels, and
    keep the reading of one report within the program's memory.
    ``max_document_bytes``: a file or page that is one report (text, Markdown, HTML).
    ``max_whole_bytes``: a file that can only be read whole (JSON, feed, PDF).
    ``max_unpacked_bytes``: what a .gz file or standard input may unpack to, on disk.
    ``max_html_depth``: elements within elements; the parser drops what lies below 256.
    """

    max_text_chars: int = 2_000_000
    max_document_bytes: int = 20 * MIB
    max_whole_bytes: int = 64 * MIB
    max_unpacked_bytes: int = 2048 * MIB
    max_html_depth: int = 250


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """What the caller tells. ``None`` means: find out, or leave unknown.

    ``published`` is a date or a date-time with its zone, in ISO 8601 or written out with its
    year ("7 April 2017"); InputError where it is not. ``day_first`` settles dates such as
    03/04/2017. ``format`` and ``encoding`` override what is found by looking.
    """

    published: str | None = None
    outlet: str | None = None
    title: str | None = None
    author: str | None = None
    url: str | None = None
    language: str | None = None
    text_column: str | None = None
    title_column: str | None = None
    outlet_column: str | None = None
    author_column: str | None = None
    url_column: str | None = None
    date_column: str | None = None
    id_column: str | None = None
    day_first: bool | None = None
    format: Format | None = None
    encoding: str | None = None
    limits: Limits = field(default_factory=Limits)

    def __post_init__(self) -> None:
        if self.published is not None:
            object.__setattr__(self, "published", parse_told(self.published))
        if self.format is not None and self.format not in get_args(Format):
            raise InputError(
                f"{self.format!r} is no format; it must be one of {', '.join(get_args(Format))}"
            )

    def told_column(self, role: Role) -> str | None:
        """The column that the caller named for ``role``."""
        value: str | None = getattr(self, f"{role}_column")
        return value
