"""The timeline of a page: what is drawn of what is asked for, and how it leads closer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice
from typing import Any

from markupsafe import Markup

from onrecord import words
from onrecord.records import Actor
from onrecord.store import Store, TimelineFilter
from onrecord.store.density import OTHERS, DayCount, Lanes
from onrecord.store.viewrows import Happening, Said
from onrecord.web import draw, links
from onrecord.web.room import Room

SINGLE = 300
"""Items up to which each is drawn by itself."""

_CLOCK = re.compile(r"T(\d\d)(?::(\d\d))?")
_PARTS = {"TMO": 0.35, "TMI": 0.5, "TAF": 0.6, "TEV": 0.8, "TNI": 0.95}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A drawing, what it shows, and where a wider one is. ``items`` are drawn singly or not."""

    picture: Markup
    since: str
    until: str
    items: int
    single: bool
    wider: str | None
    whole: str


def timeline(room: Room, store: Store, asked: TimelineFilter, lanes: Lanes) -> Drawn | None:
    """The timeline of what is asked for; None where nothing of it has a day."""
    key = ("days", replace(asked, since=None, until=None), lanes)
    counts = room.remembered(key, lambda: list(store.days(key[1], lanes)))
    whole = draw.span_of(counts)
    if whole is None:
        return None
    days = _asked(asked, whole)
    first, end = days[0].isoformat(), days[1].isoformat()
    shown = [c for c in counts if c.day < end and c.day_end > first]
    inside = sum(c.items for c in shown)
    beyond = sum(c.items for c in counts) > inside
    names = _names(store, lanes, shown)

    given = {"about": asked.about, "by": asked.by, "to": asked.to, "at": asked.at,
             "outlet": asked.outlet, "lanes": None if lanes == "type" else lanes}  # fmt: skip
    all_of_it = links.listing("/timeline", **given)
    more = "&" if "?" in all_of_it else "?"

    def address(since: str, until: str) -> str:
        # of each of a thousand bars; days need no quoting
        return f"{all_of_it}{more}since={since}&until={until}"

    single = inside <= SINGLE and lanes == "type"
    if single:
        found = store.chronicle(
            replace(asked, since=days[0].isoformat(), until=_last(days[1]), dated=True)
        )
        marks = [m for one in islice(found, SINGLE) if (m := _mark(one)) is not None]
        picture = draw.marks(marks, days, names)
        inside = len(marks)
    else:
        picture = draw.density(counts, days, names, address)
    wide = _wider(days)
    return Drawn(
        picture,
        days[0].isoformat(),
        _last(days[1]),
        inside,
        single,
        address(wide[0].isoformat(), _last(wide[1])) if beyond else None,
        all_of_it,
    )


def _asked(asked: TimelineFilter, whole: tuple[date, date]) -> tuple[date, date]:
    """The half-open days to be drawn: those asked for, else those that hold nearly all."""
    start, end = whole
    if asked.since:
        start = date.fromisoformat(f"{asked.since}-01-01"[:10])
    if asked.until:
        end = _after(asked.until)
    return start, max(end, start + timedelta(days=1))


def _after(until: str) -> date:
    """The day after a year, a month or a day."""
    if len(until) == 4:
        return date(int(until) + 1, 1, 1)
    if len(until) == 7:
        return (date.fromisoformat(f"{until}-28") + timedelta(days=4)).replace(day=1)
    return date.fromisoformat(until) + timedelta(days=1)


def _last(end: date) -> str:
    return (end - timedelta(days=1)).isoformat()


def _wider(days: tuple[date, date]) -> tuple[date, date]:
    more = max((days[1] - days[0]).days, 2)
    return days[0] - timedelta(days=more), days[1] + timedelta(days=more)


def _names(store: Store, lanes: Lanes, shown: Iterable[DayCount]) -> Mapping[str, str]:
    """What people call the lanes: types and acts as words, actors by their names."""
    totals: Counter[str] = Counter()
    for one in shown:
        totals[one.lane] += one.items
    if lanes == "type":
        return {lane: words.ACTS.get(lane, lane).lower() for lane in totals}
    # the others stand together in one lane, and there are thousands of them
    ordered = sorted(totals.keys() - {OTHERS}, key=lambda lane: (-totals[lane], lane))
    return {lane: _name(store.get(lane).item) for lane in ordered[: draw.LANES]}


def _name(item: Any) -> str:
    return item.name if isinstance(item, Actor) else str(item.id)


def _mark(one: Happening | Said) -> draw.Mark | None:
    """An item as it is drawn; None where its day is not settled."""
    if isinstance(one, Happening):
        if one.day is None or one.day_end is None:
            return None
        event = one.lead.event
        told = f"{one.day} {words.parties_of(one.lead)}: {words.what_of(one.lead)}, {event.status}"
        more = f", {one.reports} reports" if one.reports > 1 else ""
        return draw.Mark(
            "event", event.type, one.day, one.day_end, links.event(one.id), told + more,
            event.status, _part(event.when),
        )  # fmt: skip
    row = one.row
    if row.day is None:
        return None
    statement = row.statement
    end = (date.fromisoformat(row.day) + timedelta(days=1)).isoformat()
    told = f"{row.day} {words.speaker_of(row)}: {words.ACTS[statement.act]}"
    return draw.Mark(
        "statement", statement.act, row.day, end, links.statement(statement.id), told,
        statement.certainty, _part(statement.said),
    )  # fmt: skip


def _part(value: str | None) -> float | None:
    """The part of the day that a TIMEX3 value tells."""
    found = _CLOCK.search(value or "")
    if found:
        return min((int(found[1]) + int(found[2] or 0) / 60) / 24, 0.99)
    return next((part for mark, part in _PARTS.items() if (value or "").endswith(mark)), None)
