"""WikiWars: the courses of wars from Wikipedia, with TIMEX2 expressions.

TIMEX2 has no type; one is read off its value. A text has no date of its own: it is history, and
``reference`` is only the day on which it was downloaded. The text is the content of TEXT in the
inline files, so that spans need no stand-off arithmetic (the stand-off files count differently).
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from pathlib import Path

from benchmarks.corpora import corpus_path

_TAG = re.compile(r"<(/?)TIMEX2([^>]*)>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"(\w+)\s*=\s*\"([^\"]*)\"")


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression; ``value`` is TIMEX2's VAL, "" where it has none.

    ``set`` is true of a recurring time; ``mod`` is TIMEX2's MOD.
    """

    start: int
    end: int
    type: str
    value: str
    mod: str | None = None
    set: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """One war. Nested expressions are all kept; ``outermost`` leaves out the inner ones."""

    name: str
    text: str
    reference: str
    timexes: tuple[Timex, ...]

    def outermost(self) -> tuple[Timex, ...]:
        """The expressions that stand in no other."""
        return tuple(
            t
            for t in self.timexes
            if not any(
                o.start <= t.start and t.end <= o.end and (o.start, o.end) != (t.start, t.end)
                for o in self.timexes
            )
        )


def documents() -> list[Document]:
    """The wars that are here, by name."""
    return [read(path) for path in sorted(corpus_path("wikiwars", "keyinline").glob("*.xml"))]


def read(path: Path) -> Document:
    """One inline file."""
    content = path.read_text(encoding="utf-8")
    dated = re.search(r"<DATETIME>(.*?)</DATETIME>", content, re.S)
    body = re.search(r"<TEXT>(.*?)</TEXT>", content, re.S)
    if body is None:
        raise ValueError(f"{path} has no TEXT element")
    text, timexes = _strip(body.group(1))
    reference = _TAG.sub("", dated.group(1)).strip()[:10] if dated else ""
    return Document(path.name.partition(".")[0], text, reference, timexes)


def _strip(body: str) -> tuple[str, tuple[Timex, ...]]:
    """The text without its tags, and what they marked."""
    text, cursor = "", 0
    opened: list[tuple[int, dict[str, str]]] = []
    found = []
    for match in _TAG.finditer(body):
        text += html.unescape(body[cursor : match.start()])
        cursor = match.end()
        if not match.group(1):
            attributes = {k.lower(): v for k, v in _ATTRIBUTE.findall(match.group(2))}
            opened.append((len(text), attributes))
            continue
        start, attributes = opened.pop()
        value = attributes.get("val", "")
        is_set = attributes.get("set", "").upper() == "YES"
        if text[start:].strip():
            kind = "SET" if is_set else _type(value)
            found.append(Timex(start, len(text), kind, value, attributes.get("mod"), is_set))
    text += html.unescape(body[cursor:])
    return text, tuple(sorted(found, key=lambda t: (t.start, -t.end)))


def _type(value: str) -> str:
    """The TIMEX3 type of a TIMEX2 value."""
    if re.match(r"P(T?[\dX])", value):
        return "DURATION"
    return "TIME" if "T" in value else "DATE"
