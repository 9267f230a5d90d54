"""Templates made into pages. Whatever is not ``Markup`` of our own is escaped, always."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date as Date
from datetime import timedelta
from functools import lru_cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse

from onrecord import __version__, words
from onrecord.compare.accounts.conditions import labelled
from onrecord.records import REPORTER, Span
from onrecord.store.rows import ActorRef, EventRow, StatementRow
from onrecord.store.viewrows import Happening
from onrecord.web import asked, links, marking
from onrecord.web.settings import Settings

NAV = (
    ("/", "The case"),
    ("/timeline", "Timeline"),
    ("/events", "Events"),
    ("/statements", "Statements"),
    ("/actors", "Actors"),
    ("/warnings", "Warnings"),
    ("/disputes", "Disputes"),
    ("/silence", "Silence"),
    ("/copies", "Copies"),
    ("/places", "Places"),
    ("/reports", "Reports"),
    ("/doubtful", "Doubtful"),
    ("/decisions", "Decisions"),
)

# A browser drops or obeys these; each stands for one character.
_CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32), *range(127, 160)], "\ufffd")

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?)?)?")
SNIPPET = 320
"""Characters of a quotation in a list; the whole of it is on its own page."""


def _finalize(value: Any) -> Any:
    if value is None:
        return ""
    if type(value) is str:
        return value.translate(_CONTROLS)
    return value


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The templates, with what all of them use."""
    env = Environment(
        loader=PackageLoader("onrecord.web"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    env.globals.update(
        links=links, words=words, nav=NAV, version=__version__, REPORTER=REPORTER,
        is_event=lambda row: isinstance(row, EventRow), item_of=marking.item_of,
        labelled=labelled,
    )  # fmt: skip
    env.filters.update(
        when=when, when_of=when_of, date=date, snippet=snippet, number=number, actors=actors,
        plain=plain,
        quoted=quoted, source=words.reference, short=words.short_id, spaced=spaced,
        plural=plural, hit=hit, decided_on=decided_on, read_as=read_as,
    )  # fmt: skip
    return env


def page(
    request: Request, name: str, /, *, title: str, status: int = 200, **context: Any
) -> HTMLResponse:
    """The page that the template ``name`` makes of ``context``."""
    settings: Settings = request.app.state.settings
    path = request.url.path

    def changed(**changes: Any) -> str:
        return asked.changed(path, request.query_params, **changes)

    html = (
        environment()
        .get_template(name)
        .render(
            title=title,
            settings=settings,
            record_name=settings.record.name,
            path=path,
            section="/" + path.lstrip("/").partition("/")[0],
            query=request.query_params,
            changed=changed,
            **context,
        )
    )
    return HTMLResponse(html, status)


def date(value: str | None) -> Markup:
    """A day or a moment as ``<time>``; other words as they are."""
    if value is None:
        return Markup("<span class='unknown'>undated</span>")
    if not _DATE.fullmatch(value):
        return escape(value)
    day, _, clock = value.partition("T")
    # seconds tell a reader nothing, and the zone is not to be taken for a part of the hour
    found = re.match(r"(\d\d:\d\d)(?::\d\d)?(.*)", clock)
    zone = {"Z": "UTC"}.get(found[2], found[2]) if found else ""
    shown = f"{day} {found[1]} {zone}".rstrip() if found else day
    return Markup("<time datetime='{}'>{}</time>").format(value, shown)


def when(row: EventRow | StatementRow) -> Markup:
    """When it happened or was said, and whether it is the report's own day that says so.

    A day that only bounds it, that of its report, stands in brackets.
    """
    value = row.statement.said if isinstance(row, StatementRow) else row.event.when
    shown = words.day_of(row.day, row.basis, value)
    if row.day is None:
        return Markup("<span class='unknown'>{}</span>").format(plain(shown))
    if row.basis == "published":
        return Markup(
            "<time class='bounded' datetime='{}' title='only the day of its report'>{}</time>"
        ).format(row.day, shown)
    return Markup("<time datetime='{}'>{}</time>").format(row.day, plain(shown))


def when_of(event: Happening) -> Markup:
    """When an event was, as narrowly as its tellings settle it together."""
    if event.day is None or event.basis == "published" or len(event.whens) == 1:
        return when(event.lead)
    if event.day_end is None or event.day_end == _after(event.day):
        return date(event.day)
    last = (Date.fromisoformat(event.day_end) - timedelta(days=1)).isoformat()
    return date(event.day) + Markup("–") + date(last)


def _after(day: str) -> str:
    return (Date.fromisoformat(day) + timedelta(days=1)).isoformat()


def plain(text: str | None) -> str:
    """Words of a report without what a browser would obey or drop, blanks and breaks as one."""
    return " ".join((text or "").translate(_CONTROLS).split())


def snippet(text: str, most: int = SNIPPET) -> str:
    """The words on one line, cut after a word where they are longer than ``most``."""
    text = plain(text)
    if len(text) <= most:
        return text
    cut = text[:most]
    # a line without blanks is cut where it must be
    return (cut.rpartition(" ")[0] if " " in cut[most // 2 :] else cut).rstrip(" ,;:–—-") + " …"


def quoted(row: EventRow | StatementRow) -> Markup:
    """The evidence of a row: what was said, or the sentence of an event with its words marked."""
    if isinstance(row, StatementRow):
        content = row.statement.content
        if content:
            return escape(snippet(" … ".join(span.text for span in content)))
        marks = [row.statement.cue] if row.statement.cue else []
    else:
        marks = [row.event.trigger]
    return marked(row.sentence, marks)


def marked(whole: Span, marks: Iterable[Span], most: int = SNIPPET) -> Markup:
    """The words of ``whole`` with ``marks`` set off, cut to ``most`` around the first of them."""
    inside = sorted(m for m in marks if whole.start <= m.start and m.end <= whole.end)
    start, end = whole.start, whole.end
    if end - start > most:
        middle = inside[0].start if inside else start
        start = max(whole.start, min(middle - most // 3, whole.end - most))
        end = min(whole.end, start + most)
    out = Markup("… " if start > whole.start else "")
    at = start
    for mark in inside:
        if mark.start < at or mark.end > end:
            continue
        out += _on_a_line(whole, at, mark.start)
        out += Markup("<mark>{}</mark>").format(_on_a_line(whole, mark.start, mark.end))
        at = mark.end
    out += _on_a_line(whole, at, end)
    return out + (" …" if end < whole.end else "")


def _on_a_line(whole: Span, start: int, end: int) -> str:
    """Characters of the span; breaks are blanks, blanks at the edges stay."""
    text = whole.text[start - whole.start : end - whole.start].translate(_CONTROLS)
    return re.sub(r"\s+", " ", text)


def hit(found: Any) -> Markup:
    """A sentence that was searched for, its hits marked."""
    return marked(found.sentence, found.marks, most=2 * SNIPPET)


def number(value: int) -> str:
    """A whole number with its thousands set apart."""
    return f"{value:,}".replace(",", "\u202f")


def plural(count: int, one: str, many: str | None = None) -> str:
    """``3 reports``: the number and the right form of the noun."""
    return f"{number(count)} {one if count == 1 else many or one + 's'}"


def spaced(value: str) -> str:
    """A name of the vocabulary as words: ``same_event`` gives "same event"."""
    return value.replace("_", " ")


def actors(found: Iterable[ActorRef]) -> Markup:
    """Actors, each leading to its page."""
    return Markup(", ").join(
        Markup("<a class='actor{}' href='{}'>{}</a>").format(
            "" if actor.named else " unnamed", links.speaker(actor.record_id), actor.name
        )
        for actor in found
    )


def decided_on(value: str) -> str:
    """What was decided, which a correction keeps as JSON, in words."""
    return words.value_words(json.loads(value))


def read_as(item: Any, field: str) -> str:
    """What the program had read of an item where a person decided otherwise."""
    if field.startswith("count."):
        return str(item.counts[int(field.removeprefix("count.")) - 1].span.text)
    if field == "coordinates":
        return f"{item.lat}, {item.lon}" if item.lat is not None else words.value_words(None)
    if field == "source":
        return str(item.source.span.text) if item.source else words.NOBODY
    value = getattr(item, field, None)
    return words.value_words(list(value) if isinstance(value, tuple) else value)
