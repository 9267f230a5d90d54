"""The forms by which a person corrects an item: its fields, as they stand, and what they may be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import get_args

from onrecord.records import (
    REPORTER,
    Act,
    Actor,
    ActorKind,
    Certainty,
    Event,
    EventType,
    Place,
    Polarity,
    Quote,
    Report,
    Statement,
    Status,
    Time,
)
from onrecord.web.marking import item_of

Item = Report | Time | Place | Actor | Statement | Event


@dataclass(frozen=True, slots=True)
class Control:
    """A field of a form. ``choices`` are its values and what they are called; free where empty."""

    field: str
    label: str
    value: str
    choices: tuple[tuple[str, str], ...] = ()
    hint: str = ""


def controls(item: Item, actors: tuple[Actor, ...] = ()) -> tuple[Control, ...]:
    """The fields of an item that can be corrected; ``actors`` are those of its report."""
    return tuple(_controls(item, actors))


def _controls(item: Item, actors: tuple[Actor, ...]) -> Iterator[Control]:
    people = (
        ("", "nobody"),
        *((actor.id, f"{actor.name} ({item_of(actor.id)})") for actor in actors),
    )
    match item:
        case Statement() as s:
            yield _choice("act", "Act", s.act, Act)
            yield Control("said", "Said when", s.said or "", hint="2017-04-04, or empty")
            yield Control("source", "Who", (s.source and s.source.actor) or "", people)
            yield Control("addressee", "To whom", s.addressee or "", people)
            yield _choice("certainty", "Certainty", s.certainty, Certainty)
            yield _choice("polarity", "Polarity", s.polarity, Polarity)
            yield _choice("quote", "Quoted", s.quote, Quote)
        case Event() as e:
            yield _choice("type", "Type", e.type, EventType)
            yield Control("mode", "Mode", e.mode or "", hint="as the PLOVER manual has them")
            yield _choice("status", "Status", e.status, Status)
            yield Control("when", "When", e.when or "", hint="2017-04-04, or empty")
            yield Control("where", "Where", e.where or "", hint="a place of the report")
            yield Control("actor", "Who", _several(e.actor), hint="a1, a2")
            yield Control("recipient", "To whom", _several(e.recipient), hint="a1, a2")
            word = e.on_word_of if e.on_word_of == REPORTER else item_of(e.on_word_of)
            yield Control("on_word_of", "On whose word", word, hint="s1, or reporter")
            for n, count in enumerate(e.counts, 1):
                high = "+" if count.high is None else f"-{count.high}"
                shown = f"{count.low}{high} {count.what}" if count.low is not None else ""
                yield Control(
                    f"count.{n}", f"Number ({count.span.text})", shown, hint="12-20 killed"
                )
        case Place() as p:
            yield Control("name", "Name", p.name)
            yield Control("country", "Country", p.country or "")
            at = f"{p.lat},{p.lon}" if p.lat is not None else ""
            yield Control("coordinates", "Coordinates", at, hint="36.2,37.1")
        case Actor() as a:
            yield Control("name", "Name", a.name)
            yield _choice("kind", "Kind", a.kind, ActorKind)
            yield Control("country", "Country", a.country or "")
            named = (("true", "yes"), ("false", "no"))
            yield Control("named", "Named", str(a.named).lower(), named)
        case Report() as r:
            yield Control("published", "Published", r.published or "", hint="2017-04-04")
            yield Control("outlet", "Outlet", r.outlet or "")
            yield Control("title", "Headline", r.title or "")
            yield Control("author", "Author", r.author or "")
            yield Control("url", "Address", r.url or "")
        case Time() as t:
            yield Control("value", "Value", t.value, hint="2017-04-04")


def _choice(field: str, label: str, value: str, literal: object) -> Control:
    return Control(field, label, value, tuple((v, v.lower()) for v in get_args(literal)))


def _several(ids: tuple[str, ...]) -> str:
    return ", ".join(item_of(one) for one in ids)
