"""What a person may decide of an item: its fields, and the values that they may have.

A value comes from a form, a file or a command line, so it may be written loosely ("a2" for an
actor's id, "yes", "12-20 killed"); ``canonical`` gives it as it is kept and applied, or says what
is allowed.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import get_args

from onrecord import lexicons
from onrecord.errors import RecordError
from onrecord.records import (
    Act,
    Actor,
    ActorKind,
    Certainty,
    Count,
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
from onrecord.store.correcting_asked import Asked, Item, Json, Rule
from onrecord.store.correcting_looked import CONFIRMED, NOT_LINKED, a_link, confirmation
from onrecord.store.correcting_refs import actor, actors, source, where, word
from onrecord.store.countries import find_country
from onrecord.store.dates import days_of

_COUNTRY = re.compile(r"[A-Z]{3}")
_LOOSE_TIME = re.compile(
    r"(PAST|PRESENT|FUTURE)_REF"
    r"|[\dX]{4}-(SP|SU|FA|WI)"
    r"|(?=.*X)[\dX]{4}(-(\d\d|XX|W\d\d|WXX)(-(\d\d|XX|[1-7X]|WE))?)?(T(\d\d(:\d\d)?|MO|MI|AF|EV|NI))?"
)
_TIMES = "a day as 2017-04-04, a month, a year, a week as 2018-W35, a range as a/b, or null"
_COUNT = re.compile(r"(?P<what>[^\d]*?)\s*(?P<low>\d+)\s*(?P<more>\+|[-–]\s*\d+)?\s*(?P<after>\D*)")


def text(asked: Asked) -> str:
    """Words that are not blank."""
    if not isinstance(asked.value, str) or not asked.value.strip():
        raise asked.wrong("give its words")
    return asked.value.strip()


def optional(rule: Rule) -> Rule:
    """What ``rule`` allows, or null for what is not known."""
    return lambda asked: None if asked.value in (None, "") else rule(asked)


class OneOf:
    """One of the values of the record's vocabulary, however it is capitalised."""

    def __init__(self, literal: object) -> None:
        self.choices: tuple[str, ...] = get_args(literal)

    def __call__(self, asked: Asked) -> str:
        for choice in self.choices:
            if choice.lower() == str(asked.value).lower():
                return choice
        raise asked.wrong(f"it must be one of {', '.join(self.choices)}")


def flag(asked: Asked) -> bool:
    """Yes or no."""
    known = {"true": True, "yes": True, "false": False, "no": False}
    found = known.get(str(asked.value).lower())
    if found is None:
        raise asked.wrong("it must be true or false")
    return found


def retraction(asked: Asked) -> bool:
    """True: a retraction is taken back by undoing it."""
    if flag(asked) is not True:
        raise asked.wrong("undo the correction that retracted it")
    return True


def date_or_moment(asked: Asked) -> str:
    """An ISO date, or a date-time with its zone."""
    value = str(asked.value)
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        moment = None
    if moment is None or days_of(value) is None or ("T" in value) != (moment.tzinfo is not None):
        raise asked.wrong("give a date as 2017-04-04, or a date-time with its zone, or null")
    return str(value)


def timex(asked: Asked) -> str:
    """A TIMEX3 value of a date or a time of day, or of a range of them."""
    value = str(asked.value)
    parts = value.split("/")
    if not all(_is_time(part) for part in parts) or len(parts) > 2:
        raise asked.wrong(f"give {_TIMES}")
    if len(parts) == 2 and all(map(days_of, parts)) and days_of(value) is None:
        raise asked.wrong("the range ends before it begins")
    return value


def _is_time(value: str) -> bool:
    # what has the form of a calendar date has to be one
    return days_of(value) is not None or _LOOSE_TIME.fullmatch(value) is not None


def country(asked: Asked) -> str:
    """The three letters of a country, given as they are or by its name."""
    value = str(asked.value).strip()
    found = value if _COUNTRY.fullmatch(value) else find_country(value)
    if found is None:
        raise asked.wrong("give a country's name or its three letters (ISO 3166-1 alpha-3)")
    return found


def whole(asked: Asked) -> int:
    """A number of GeoNames."""
    if isinstance(asked.value, bool) or not re.fullmatch(r"\d+", str(asked.value)):
        raise asked.wrong("give a whole number, or null")
    return int(asked.value)


def coordinates(asked: Asked) -> list[float]:
    """Latitude and longitude in degrees, as a list or as "36.2,37.1"."""
    value = asked.value.split(",") if isinstance(asked.value, str) else asked.value
    try:
        lat, lon = (float(part) for part in value)
    except (TypeError, ValueError):
        raise asked.wrong("give latitude and longitude, as 36.2,37.1, or null") from None
    if not (abs(lat) <= 90 and abs(lon) <= 180):
        raise asked.wrong("latitude is between -90 and 90, longitude between -180 and 180")
    return [lat, lon]


def mode(asked: Asked) -> str:
    """A mode that PLOVER has for the event's type."""
    item = asked.item
    assert isinstance(item, Event)
    entries = lexicons.load("events/plover")["entry"]
    known = sorted({e["mode"] for e in entries if e["type"] == item.type and "mode" in e})
    value = str(asked.value).lower()
    if value not in known:
        allowed = f"{item.type} has {', '.join(known)}, or null" if known else "it must be null"
        raise asked.wrong(allowed)
    return value


def count(asked: Asked) -> dict[str, Json]:
    """How many, of what: "killed 12", "12-20 killed", "24+ injured", or with its fields named."""
    before = _read_count(asked)
    value = asked.value
    if isinstance(value, dict):
        what, low, high = (value.get(name) for name in ("what", "low", "high"))
    else:
        found = _COUNT.fullmatch(str(value).strip())
        if found is None:
            raise asked.wrong("give a number and what it counts, as 12-20 killed, or null")
        what, low = found["what"] or found["after"], int(found["low"])
        more = found["more"]
        high = low if not more else None if more == "+" else int(re.sub(r"\D", "", more))
    what = (what or before.what).strip()
    limits = [n for n in (low, high) if n is not None]
    if any(not isinstance(n, int) or isinstance(n, bool) or n < 0 for n in limits) or not limits:
        raise asked.wrong("low and high are whole numbers; at least one of them is known")
    if limits != sorted(limits):
        raise asked.wrong(f"from {low} to {high} is no range")
    return {"what": what, "low": low, "high": high}


FIELDS: dict[type, dict[str, Rule]] = {
    Report: {
        "published": optional(date_or_moment),
        "outlet": optional(text),
        "title": optional(text),
        "author": optional(text),
        "url": optional(text),
    },
    Time: {"value": timex},
    Place: {
        "name": text,
        "country": optional(country),
        "coordinates": optional(coordinates),
        "geonameid": optional(whole),
    },
    Actor: {
        "name": text,
        "kind": OneOf(ActorKind),
        "country": optional(country),
        "named": flag,
    },
    Statement: {
        "act": OneOf(Act),
        "said": optional(timex),
        "source": source,
        "addressee": optional(actor),
        "certainty": OneOf(Certainty),
        "polarity": OneOf(Polarity),
        "quote": OneOf(Quote),
    },
    Event: {
        "type": OneOf(EventType),
        "mode": optional(mode),
        "status": OneOf(Status),
        "when": optional(timex),
        "where": optional(where),
        "actor": actors,
        "recipient": actors,
        "on_word_of": word,
    },
}
"""By kind of item the fields that a person may decide, beside ``retracted`` and events' counts."""

RETRACTED = "retracted"
SAME, NOT_SAME = "same_as", "not_same_as"


def fields_of(item: Item) -> dict[str, Rule]:
    """The fields that a person may decide of ``item``, as read, with the rules for their values."""
    found = dict(FIELDS[type(item)])
    if isinstance(item, Event):
        found |= {f"count.{n}": optional(count) for n in range(1, len(item.counts) + 1)}
    if isinstance(item, Report | Statement | Event):
        found[NOT_LINKED] = a_link
    return found | {CONFIRMED: confirmation, RETRACTED: retraction}


def canonical(asked: Asked) -> Json:
    """The value as it is kept; RecordError where there is no such field, or it no such value."""
    item, field = asked.item, asked.field
    rules = fields_of(asked.read)
    if field not in rules:
        kind = type(item).__name__.lower()
        raise RecordError(
            f"{field!r} cannot be corrected in {_an(kind)}; what can is {', '.join(rules)}"
        )
    return rules[field](asked)


def _an(noun: str) -> str:
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def stands(asked: Asked) -> Json:
    """The value of the field as it stands, in the form in which a decision is kept."""
    item, field = asked.item, asked.field
    if field in (CONFIRMED, NOT_LINKED):
        return None  # each is a decision of its own, of which an item may have several
    match item:
        case Place() if field == "coordinates":
            return None if item.lat is None else [item.lat, item.lon]
        case Statement() if field == "source":
            return item.source.actor if item.source else None
        case Event() if field == "where":
            return None if item.where is None else {"name": item.where, "place": item.where_place}
        case Event() if field.startswith("count."):
            span = _read_count(asked).span
            found = next((c for c in item.counts if c.span == span), None)
            return found and {"what": found.what, "low": found.low, "high": found.high}
        case Event() if field in ("actor", "recipient"):
            return list(getattr(item, field))
        case _:
            return False if field == RETRACTED else getattr(item, field)


def _read_count(asked: Asked) -> Count:
    """The number, as read, that a field such as "count.1" is about."""
    assert isinstance(asked.read, Event)
    return asked.read.counts[int(asked.field.partition(".")[2]) - 1]
