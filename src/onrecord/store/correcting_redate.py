"""A report's times under another date of publication.

What a report says of "Tuesday" depends on the day on which it came out. Where it was read again
with the new date, each time takes the value that it has there, known by its words; where it was
not, a time that the old date settled is unsettled again: a wrong day is worse than none.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from onrecord.records import Event, ReportRecord, Span, Statement, Time

T = TypeVar("T", Time, Statement, Event)


@dataclass(frozen=True, slots=True)
class Redated:
    """By id: value, from, to and anchor of the times; value and time of statements and events."""

    times: dict[str, tuple[str, str | None, str | None, str | None]]
    said: dict[str, tuple[str | None, str | None]]
    when: dict[str, tuple[str | None, str | None]]

    def to_json(self) -> str:
        """As it is kept in the table ``redated``."""
        return json.dumps({"times": self.times, "said": self.said, "when": self.when})

    @classmethod
    def from_json(cls, data: str) -> Redated:
        """What ``to_json`` gave."""
        found = json.loads(data)
        return cls(
            times={key: tuple(value) for key, value in found["times"].items()},
            said={key: tuple(value) for key, value in found["said"].items()},
            when={key: tuple(value) for key, value in found["when"].items()},
        )


def compared(read: ReportRecord, again: ReportRecord) -> Redated:
    """What the items of ``read`` come to in ``again``, the same text read with another date.

    Items are known by their words: reading with another date may number them otherwise.
    """
    times = _pairs(read.times, again.times, lambda t: (t.span,))
    own = {other.id: time.id for time, other in times}
    return Redated(
        times={
            t.id: (o.value, o.from_, o.to, own.get(o.anchor or "", _plain(o.anchor)))
            for t, o in times
        },
        said={
            s.id: (o.said, own.get(o.said_time or ""))
            for s, o in _pairs(read.statements, again.statements, _of_statement)
        },
        when={
            e.id: (o.when, own.get(o.when_time or ""))
            for e, o in _pairs(read.events, again.events, lambda e: (e.trigger, e.type))
        },
    )


def _of_statement(s: Statement) -> tuple[object, ...]:
    source: Span | None = s.source.span if s.source else None
    return (source, s.cue, s.content)


def _plain(anchor: str | None) -> str | None:
    """An anchor that is no item's id ("published", "text"), which is the same in every reading."""
    return None if anchor is None or ":" in anchor else anchor


def _pairs(
    ours: Iterable[T], theirs: Iterable[T], words: Callable[[T], tuple[object, ...]]
) -> list[tuple[T, T]]:
    there = {words(item): item for item in theirs}
    return [(item, there[words(item)]) for item in ours if words(item) in there]


def redate(record: ReportRecord, known: Redated | None) -> ReportRecord:
    """``record``, of which the date of publication is another than that it was read with."""
    loose = _resting_on_publication(record.times)
    times = {time.id: _time(time, known, time.id in loose) for time in record.times}

    def settled(
        item_id: str,
        value: str | None,
        time_id: str | None,
        found: dict[str, tuple[str | None, str | None]],
    ) -> tuple[str | None, str | None]:
        if item_id in found:
            return found[item_id]
        if time_id in times:
            return times[time_id].value if time_id in loose else value, time_id
        # without a time of its own it follows from the publication, or from what does
        return None, None

    said = known.said if known else {}
    when = known.when if known else {}
    statements, events = [], []
    for s in record.statements:
        value, time = settled(s.id, s.said, s.said_time, said)
        statements.append(replace(s, said=value, said_time=time))
    for e in record.events:
        value, time = settled(e.id, e.when, e.when_time, when)
        events.append(replace(e, when=value, when_time=time))
    return replace(
        record,
        times=tuple(times.values()),
        statements=tuple(statements),
        events=tuple(events),
    )


def _time(time: Time, known: Redated | None, loose: bool) -> Time:
    if known and time.id in known.times:
        value, from_, to, anchor = known.times[time.id]
        kind = time.type if time.type in ("DURATION", "SET") else "TIME" if "T" in value else "DATE"
        return replace(time, type=kind, value=value, from_=from_, to=to, anchor=anchor)
    if not loose:
        return time
    day, mark, clock = time.value.partition("T")
    value = re.sub(r"\d", "X", day) + mark + clock
    return replace(time, value=value, from_=None, to=None, anchor=None)


def _resting_on_publication(times: Iterable[Time]) -> set[str]:
    """The times that were resolved against the date of publication, or against such a time."""
    anchors = {time.id: time.anchor for time in times}
    found = {time for time, anchor in anchors.items() if anchor == "published"}
    while more := {t for t, anchor in anchors.items() if anchor in found} - found:
        found |= more
    return found
