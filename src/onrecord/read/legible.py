"""A report's text as it was meant to be read, where copying it has left traces.

What is stored stays as it is, code point for code point. For reading alone, the marks of mail and
markdown, entities, characters that a wrong encoding left, typesetters' ligatures, hyphens that
nobody sees and wrapped lines are undone, and a page's buttons and lists of other reports left out;
every place of what is read is known in what is stored.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import lru_cache
from typing import Any, cast

from onrecord.read.furniture import furniture
from onrecord.read.wrapping import unwrapped
from onrecord.records import Report, ReportRecord, Span

_UNSEEN = "\u00ad\u200b-\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069"
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_ENTITY = r"&(?:[a-zA-Z]{2,8}|#\d{2,5}|#[xX][\da-fA-F]{2,5});"
_CP1252 = "".join(bytes([b]).decode("cp1252", "ignore") for b in range(0x80, 0xA0))
_TAIL = f"[\u0080-\u00bf{re.escape(_CP1252)}]"
# Letters of UTF-8 that were read as Windows-1252 or Latin-1: "â€™" for an apostrophe.
_MISREAD = rf"[\u00c2-\u00df]{_TAIL}|[\u00e0-\u00ef]{_TAIL}{{2}}"

_TRACES: tuple[tuple[str, str], ...] = (
    ("unseen", f"[{_UNSEEN}]"),
    ("line", r"\r\n?|[\u2028\x0b\x0c]"),
    ("paragraph", "\u2029"),
    ("ligature", "[\ufb00-\ufb06]"),
    ("entity", _ENTITY),
    ("misread", _MISREAD),
    ("control", "[\u0080-\u009f]"),
    ("lost", "\ufffd+"),
    ("asked", r"(?<=[a-z])\?(?=(?:s|t|re|ll|ve|d|m)\b)"),
    ("open", "(?<!\\S)«[\u00a0\u202f ]|[«„]|``"),
    ("close", "[\u00a0\u202f ]»(?![^\\s.,;:!?)])|»|(?<!')''(?!')"),
    ("high", "(?<=\\S)\u201c(?!\\w)"),
    ("hyphen", "[\u2010\u2011]"),
    ("space", rf"(?<!\d)[{_SPACES}]|[{_SPACES}](?!\d{{3}}\b)"),
    ("note", r"(?<=[\w.,;:”\"’')])\[(?:\d{1,3}|note \d+|citation needed)\]"),
)
_ANY = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _TRACES))
# What a trace can begin with: a text is looked through for these, which is soon done.
_MAYBE = re.compile(
    f"[{_UNSEEN}{_SPACES}\u0080-\u009f\ufb00-\ufb06\ufffd\u2010\u2011\u2028\u2029\r\x0b\x0c«»„]"
    rf"|[\u00c2-\u00ef]{_TAIL}|[&\u201c]|[\u00a0\u202f ](?=»)|``|''|\?[strlvdm]|\[[\dnc]"
)
_LOST_OPEN = re.compile(r"(?<![\w.,!?\ufffd])\ufffd+(?=\w)")
_LOST_CLOSE = re.compile(r"(?<=[\w.,!?])\ufffd+(?![\w\ufffd])")
_APOSTROPHE = re.compile(r"(?:s|t|re|ll|ve|d|m)\b")

_LINK = r"!?\[(?P<told>[^\]\n]+)\]\((?:https?:|mailto:|/|#)[^)\s]*\)"
_HEADING = r"^#{1,6}[ \t]+"
_STRONG = r"(?<!\w)(?:\*\*|__)(?=\S)|(?<=\S)(?:\*\*|__)(?!\w)"
_SLANT = r"(?<![\w*_])[*_](?=[\w“\"'‘])|(?<=[\w.,;!?”\"’'])[*_](?![\w*_])"
_MARKDOWN = re.compile(f"{_LINK}|{_HEADING}|{_STRONG}|{_SLANT}", re.MULTILINE)
_MARKED = re.compile(rf"{_LINK}|{_HEADING}\w|\*\*\S[^*\n]*\S\*\*|__\S[^_\n]*\S__", re.MULTILINE)
_REPLY = re.compile(r"^(?:[ \t]*>)+ ?", re.MULTILINE)
_LINE = re.compile(r"^.*\S", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Legible:
    """``text`` to be read, and where each of its code points starts and ends in what is stored."""

    text: str
    starts: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None

    def stored(self, start: int, end: int) -> tuple[int, int]:
        """The half-open place in the stored text of ``[start, end)`` of ``text``."""
        if self.starts is None or self.ends is None:
            return start, end
        return self.starts[start], self.ends[end - 1]

    def with_(
        self, matches: Iterable[re.Match[str]], meant: Callable[[re.Match[str]], str]
    ) -> Legible:
        """The same with ``meant`` in place of each match; what it keeps of it stays placed."""
        found = [(match, new) for match in matches if (new := meant(match)) != match[0]]
        if not found:
            return self
        size = len(self.text)
        starts, ends = self.starts or tuple(range(size)), self.ends or tuple(range(1, size + 1))
        text: list[str] = []
        begins: list[int] = []
        stops: list[int] = []
        at = 0
        for match, new in found:
            a, b = match.span()
            text.append(self.text[at:a])
            begins += starts[at:a]
            stops += ends[at:a]
            text.append(new)
            told = match[0].find(new) if new else -1
            if told >= 0:
                begins += starts[a + told : a + told + len(new)]
                stops += ends[a + told : a + told + len(new)]
            else:
                begins += [starts[a]] * len(new)
                stops += [ends[b - 1]] * len(new)
            at = b
        text.append(self.text[at:])
        return Legible("".join(text), (*begins, *starts[at:]), (*stops, *ends[at:]))


@lru_cache(maxsize=4)
def legible(text: str) -> Legible:
    """``text`` without the traces of copying; itself, at little cost, where there are none."""
    found = Legible(text)
    lines = len(_LINE.findall(text)) if ">" in text else 0
    if lines > 1 and 5 * len(_REPLY.findall(text)) >= 4 * lines:
        found = found.with_(_REPLY.finditer(text), lambda match: "")
    found = found.with_(_traces(found.text), _meant)
    if _MARKED.search(found.text):
        found = found.with_(_MARKDOWN.finditer(found.text), lambda match: match["told"] or "")
    found = found.with_(furniture(found.text), lambda match: "")
    if not found.text.strip():
        return Legible(text)
    return replace(found, text=unwrapped(found.text))


def meant(text: str) -> str:
    """Some words of a report with the characters that were meant, for comparing them to others."""
    return Legible(text).with_(_traces(text), _meant).text


def _traces(text: str) -> Iterator[re.Match[str]]:
    """The traces in ``text``, in order, none within another."""
    at = 0
    for begin in _MAYBE.finditer(text):
        found = _ANY.match(text, begin.start()) if begin.start() >= at else None
        if found is not None:
            at = found.end()
            yield found


def as_read(report: Report) -> Report:
    """``report`` with its text and title as they are to be read; itself where nothing differs."""
    text = legible(report.text).text
    if text == report.text:
        return report
    title = report.title and legible(report.title).text
    return replace(report, text=text, title=title)


def as_stored(record: ReportRecord, report: Report) -> ReportRecord:
    """``record``, read from ``as_read(report)``, with every span where it is stored."""
    if record.report is report:
        return record
    stored: ReportRecord = _placed(record, legible(report.text), report.text)
    return replace(stored, report=report)


def _placed(item: Any, read: Legible, text: str) -> Any:
    """``item`` with every span in it quoting ``text``, whatever holds it."""
    if isinstance(item, Span):
        return Span.of(text, *read.stored(item.start, item.end))
    if isinstance(item, tuple):
        return tuple(_placed(part, read, text) for part in item)
    if isinstance(item, Report) or not is_dataclass(item):
        return item
    parts = {part.name: _placed(getattr(item, part.name), read, text) for part in fields(item)}
    return replace(cast(Any, item), **parts)


def _meant(match: re.Match[str]) -> str:
    """What a trace stands for."""
    kind, found = match.lastgroup or "", match[0]
    known = _FIXED.get(kind)
    if known is not None:
        return known
    if kind == "ligature":
        return unicodedata.normalize("NFKC", found)
    if kind == "entity":
        return html.unescape(found).replace("\u00a0", " ")
    if kind == "misread":
        return _decoded(found)
    if kind == "control":
        return found.encode("latin-1").decode("cp1252", "ignore") or found
    if kind == "lost":
        return _lost(match)
    if kind == "high":
        return "\u201d" if "\u201e" in match.string else found
    return _quotation(match)


_FIXED = {
    "unseen": "", "line": "\n", "paragraph": "\n\n", "asked": "’", "hyphen": "-", "space": " ",
    "note": "",
}  # fmt: skip


def _decoded(found: str) -> str:
    """Characters of one letter of UTF-8 as that letter; themselves where they are none."""
    try:
        octets = b"".join(c.encode("latin-1" if ord(c) < 256 else "cp1252") for c in found)
        return octets.decode("utf-8")
    except UnicodeError:
        return found


def _lost(match: re.Match[str]) -> str:
    """What a lost character was, by what stands beside it: an apostrophe, a quotation mark.

    Marks are put back only where a paragraph lost as many closing ones as opening ones: one that
    opens and does not close would make all that follows a quotation.
    """
    before, after = _beside(match)
    if before.isalnum() and after.isalnum():
        short = _APOSTROPHE.match(match.string, match.end())
        return "’" if short else match[0]  # a letter that nobody can tell
    text = match.string
    begin, end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
    paragraph = text[begin : end if end >= 0 else len(text)]
    if len(_LOST_OPEN.findall(paragraph)) != len(_LOST_CLOSE.findall(paragraph)):
        return match[0]
    if _LOST_OPEN.match(text, match.start()):
        return "“"
    return "”" if _LOST_CLOSE.match(text, match.start()) else match[0]


def _quotation(match: re.Match[str]) -> str:
    """A foreign or typed quotation mark as an English one, opening or closing as it stands."""
    before, after = _beside(match)
    opens = not before or before.isspace() or before in "([—–-"
    closes = not after or after.isspace() or after in ").,;:!?]—–-"
    if opens == closes:
        opens = match.lastgroup == "open"
    return "“" if opens else "”"


def _beside(match: re.Match[str]) -> tuple[str, str]:
    text = match.string
    return text[max(match.start() - 1, 0) : match.start()], text[match.end() : match.end() + 1]
