"""Values that refer to other items of the same report: actors, places, statements."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from onrecord.records import REPORTER, Actor, Event, Place, Statement
from onrecord.store.correcting_asked import Asked, Json
from onrecord.store.names import normalise


def actor(asked: Asked) -> str:
    """The id of an actor of the same report, given as it is, shortened, or by its name."""
    found = _own(asked, asked.value, "a")
    if found is not None:
        return found
    norm = normalise(str(asked.value))
    named = [
        one.id
        for one in asked.record.actors
        if norm and norm in map(normalise, (one.name, *one.aliases))
    ]
    if len(named) != 1:
        known = "; ".join(f"{one.id.partition(':')[2]} {one.name}" for one in asked.record.actors)
        several = "several of its actors are so called; " if named else ""
        raise asked.wrong(
            f"{several}give one of the actors of its report: {known or 'it has none'}"
        )
    return named[0]


def actors(asked: Asked) -> list[str]:
    """Ids of actors of the same report, as a list or with commas; none is an empty list."""
    value = asked.value
    if value is None:
        return []
    given = value.split(",") if isinstance(value, str) else value
    if not isinstance(given, list):
        raise asked.wrong("give a list of actors")
    found = [actor(replace(asked, value=_stripped(one))) for one in given]
    return list(dict.fromkeys(found))


def source(asked: Asked) -> str | None:
    """An actor of the report; null, for nobody named, only where other words show the statement."""
    item = asked.item
    assert isinstance(item, Statement)
    if asked.value in (None, ""):
        if item.cue is None and not item.content:
            raise asked.wrong("no other words show the statement; retract it instead")
        return None
    return actor(asked)


def word(asked: Asked) -> str:
    """The statement that tells of an event, or "reporter"."""
    if asked.value == REPORTER:
        return REPORTER
    found = _own(asked, asked.value, "s")
    if found is None:
        raise asked.wrong("give the id of a statement of its report, or reporter")
    return found


def where(asked: Asked) -> dict[str, str | None]:
    """A place by its name, and the mention of it in the report where there is one.

    The nearest mention of that name is taken, unless an id says which. Coordinates belong to the
    mention: they are corrected there.
    """
    item = asked.item
    assert isinstance(item, Event)
    value = asked.value
    given: Mapping[str, Json] = value if isinstance(value, dict) else {"name": value}
    if unknown := sorted(set(given) - {"name", "place"}):
        raise asked.wrong(
            f"{unknown[0]} belongs to a mention of a place; correct that, as in "
            "`onrecord correct 2f0a91c4:p1 coordinates 36.2,37.1`"
        )
    if own := _own(asked, given.get("place") or given.get("name"), "p"):
        place = next(place for place in asked.record.places if place.id == own)
        name = given.get("name") if "place" in given else None
        return {"name": name or place.name, "place": own}
    name = given.get("name")
    if not isinstance(name, str) or not name.strip():
        raise asked.wrong("give the name of a place, or the id of its mention in the report")
    norm = normalise(name)
    same = [
        place
        for place in asked.record.places
        if norm and norm in (normalise(place.name), normalise(place.span.text))
    ]
    near = min(same, key=lambda p: abs(p.span.start - item.trigger.start), default=None)
    return {"name": name.strip(), "place": near.id if near else None}


def _own(asked: Asked, value: Json, kind: str) -> str | None:
    """The id of an item of the same report that ``value`` is, "s3" or "2f0a:s3"; else None."""
    items: tuple[Place | Actor | Statement, ...] = {
        "p": asked.record.places,
        "a": asked.record.actors,
        "s": asked.record.statements,
    }[kind]  # type: ignore[assignment]
    report, _, own = str(value).strip().rpartition(":")
    if not re.fullmatch(kind + r"\d+", own) or not asked.record.report.id.startswith(report):
        return None
    whole_id = f"{asked.record.report.id}:{own}"
    if all(one.id != whole_id for one in items):
        raise asked.wrong(f"report {asked.record.report.id} has no {own} that stands")
    return whole_id


def _stripped(value: Json) -> Json:
    return value.strip() if isinstance(value, str) else value
