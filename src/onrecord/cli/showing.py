"""``show``: an item with its fields, and its evidence marked in the words of its report."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.table import Table
from rich.text import Text

from onrecord import words
from onrecord.cli.deciding import decision_words
from onrecord.cli.out import safe
from onrecord.records import Actor, Event, Place, Report, Span, Statement, Time
from onrecord.store.rows import EventRow, StatementRow

if TYPE_CHECKING:
    from onrecord.store.rows import Correctable, Found

Mark = tuple[Span, str]
Field = tuple[str, str]

STYLES = {
    "source": "bold magenta",
    "cue": "bold cyan",
    "content": "green",
    "condition": "underline",
    "consequence": "underline2",
    "channel": "blue",
    "trigger": "bold red",
    "actor": "bold magenta",
    "recipient": "bold blue",
    "count": "bold yellow",
    "place": "cyan",
    "time": "bold cyan",
}

BASES = {
    "told": "told by whoever added it",
    "metadata": "from its metadata",
    "text": "from its text",
    "bounded": "bounded by other reports",
}


def marks_of(found: Found) -> list[Mark]:
    """The spans that the item rests on, each with the part it plays."""
    match found.item:
        case Statement() as s:
            parts = [(s.source.span if s.source else None, "source"), (s.cue, "cue")]
            parts += [(span, "content") for span in s.content]
            parts += [(s.condition, "condition"), (s.consequence, "consequence")]
            parts += [(s.channel_span, "channel")]
            return [(span, role) for span, role in parts if span is not None]
        case Event() as e:
            marks = [(e.trigger, "trigger")]
            marks += [(span, "actor") for span in e.actor_spans]
            marks += [(span, "recipient") for span in e.recipient_spans]
            marks += [(count.span, "count") for count in e.counts]
            if isinstance(found.row, EventRow) and found.row.place:
                marks.append((found.row.place.span, "place"))
            return marks
        case Actor() as a:
            return [(span, "actor") for span in a.mentions]
        case Place() as p:
            return [(p.span, "place")]
        case Time() as t:
            return [(t.span, "time")]
        case _:
            return []


def fields_of(found: Found) -> list[Field]:
    """What the record says of the item, field by field; what is not known is left out."""
    match found.item:
        case Statement():
            fields = list(_statement_fields(found))
        case Event():
            fields = list(_event_fields(found))
        case Actor() as a:
            roles = "; ".join(role.span.text for role in a.roles)
            fields = [("actor", a.name), ("kind", a.kind), ("country", a.country or "")]
            fields += [("named", "yes" if a.named else "no"), ("roles", roles)]
            fields += [("also called", ", ".join(a.aliases))]
        case Place() as p:
            where = f"{p.lat:.4f}, {p.lon:.4f}" if p.lat is not None and p.lon is not None else ""
            others = "; ".join(f"{o.name}, {o.country} ({o.score:.2f})" for o in p.others)
            fields = [("place", p.name), ("country", p.country or ""), ("where", where)]
            fields += [("or", others)]
        case Time() as t:
            fields = [("time", t.span.text), ("value", t.value), ("type", t.type.lower())]
            fields += [("from", t.from_ or ""), ("before", t.to or ""), ("anchor", t.anchor or "")]
        case Report():
            fields = []
    fields += [(link.kind.replace("_", " "), link.why) for link in found.links]
    return [(name, value) for name, value in fields if value]


def read_fields(correctable: Iterable[Correctable]) -> list[Field]:
    """What the program had read of an item that is retracted."""
    return [(one.field, words.value_words(one.read)) for one in correctable if one.read]


def decisions_of(found: Found, correctable: Iterable[Correctable]) -> list[Field]:
    """What persons decided of the item, and what the program had read where that is otherwise."""
    fields = []
    if found.retracted:
        own = any(c.field == "retracted" and c.undone_by is None for c in found.corrections)
        with_ = "" if own else ", with the report or the statement that it rests on"
        fields.append(("retracted", f"it is in no answer, count or export{with_}"))
    for c in found.corrections:
        if c.undoes is not None:
            decision = f"correction {c.undoes} is undone"
        else:
            decision = decision_words(c.item_id, c.field, json.loads(c.value))
        undone = f" (undone by {c.undone_by})" if c.undone_by is not None else ""
        fields.append((f"correction {c.number}", f"{decision}{undone}"))
        fields.append(("", f"{c.by}, {c.at[:10]}: {c.reason}"))
    for one in correctable:
        if one.value != one.read:
            fields.append((f"{one.field} as read", words.value_words(one.read)))
    return fields


def _statement_fields(found: Found) -> Iterator[Field]:
    row = found.row
    if not isinstance(row, StatementRow):
        return
    s = row.statement
    named = "" if s.source is None or s.source.named else " (unnamed)"
    yield "who", words.speaker_of(row) + named
    yield "to", row.addressee.name if row.addressee else ""
    yield "act", f"{words.ACTS[s.act]} ({s.act})"
    yield "words", words.QUOTES[s.quote]
    yield "content", f"{s.certainty}, {s.polarity}"
    yield "said", words.day_of(row.day, row.basis, s.said)
    yield "via", s.channel or ""
    yield "within", words.short_id(s.within) if s.within else ""


def _event_fields(found: Found) -> Iterator[Field]:
    row = found.row
    if not isinstance(row, EventRow):
        return
    e = row.event
    yield "event", words.what_of(row)
    yield "who", ", ".join(actor.name for actor in row.actors)
    yield "to whom", ", ".join(actor.name for actor in row.recipients)
    yield "status", words.status_of(row)
    yield "on word of", "" if e.on_word_of == "reporter" else words.short_id(e.on_word_of)
    yield "when", words.day_of(row.day, row.basis, e.when)
    yield "where", e.where or ""
    yield "numbers", words.counts_of(e.counts)


def report_fields(report: Report) -> list[Field]:
    """Where the words come from."""
    basis = f" ({BASES[report.published_basis]})" if report.published_basis else ""
    fields = [
        ("report", report.title or ""),
        ("outlet", report.outlet or ""),
        ("author", report.author or ""),
        ("published", (report.published or "undated") + basis),
        ("url", report.url or ""),
        ("file", report.path or ""),
        ("version of", words.short_id(report.version_of) if report.version_of else ""),
        ("id", report.id),
    ]
    return [(name, value) for name, value in fields if value]


def fields_table(fields: list[Field], *, struck: bool = False) -> Table:
    """Fields one below the other; ``struck`` through where none of it stands."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(style="cyan", no_wrap=True)
    table.add_column(style="strike" if struck else "")
    for name, value in fields:
        table.add_row(name, safe(value))
    return table


def passages(text: str, marks: list[Mark], *, whole: bool) -> Iterator[tuple[int, int]]:
    """The paragraphs that hold a mark, as ``(start, end)``; or the whole text."""
    if whole or not marks:
        yield 0, len(text)
        return
    start = 0
    for line in text.splitlines(keepends=True):
        stop = start + len(line)
        if any(span.start < stop and span.end > start for span, _ in marks):
            yield start, start + len(line.rstrip())
        start = stop


def marked(text: str, start: int, stop: int, marks: list[Mark], *, plain: bool) -> Text:
    """The passage with its marks: in colours, or where there are none in brackets."""
    inside = [
        (max(span.start, start) - start, min(span.end, stop) - start, role)
        for span, role in marks
        if span.start < stop and span.end > start
    ]
    if plain:
        return safe(_bracketed(text[start:stop], inside))
    shown = safe(text[start:stop])
    # Longer spans first, so that what lies within them keeps its own colour.
    for begin, end, role in sorted(inside, key=lambda m: m[0] - m[1]):
        shown.stylize(STYLES[role], begin, end)
    return shown


def _bracketed(text: str, marks: list[tuple[int, int, str]]) -> str:
    opening: dict[int, list[str]] = {}
    closing: dict[int, int] = {}
    for begin, end, role in sorted(marks, key=lambda m: m[0] - m[1]):
        opening.setdefault(begin, []).append(f"[{role}: ")
        closing[end] = closing.get(end, 0) + 1
    pieces = []
    for at in range(len(text) + 1):
        pieces.append("]" * closing.get(at, 0) + "".join(opening.get(at, [])))
        pieces.append(text[at : at + 1])
    return "".join(pieces)


def legend(marks: list[Mark]) -> Text:
    """Which colour is what."""
    roles = list(dict.fromkeys(role for _, role in marks))
    return Text("  ").join(Text(role, style=STYLES[role]) for role in roles)
