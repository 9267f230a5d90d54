"""A report's record as rows of the tables, in the order of their columns."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from onrecord.identity import is_name_like
from onrecord.records import REPORTER, Actor, Event, Place, ReportRecord, Span, Statement, Time
from onrecord.store.actorforms import evidence
from onrecord.store.dates import Days, days_of, days_of_time
from onrecord.store.mentions import Mentions
from onrecord.store.names import normalise
from onrecord.store.sentences import Sentences

Row = tuple[Any, ...]

ORDER = (
    "item", "time", "place", "candidate", "actor", "alias", "role", "statement", "event", "context",
    "count", "event_actor", "span", "touches", "item_fts", "actor_short", "actor_post",
)  # fmt: skip
"""The tables that ``Flat`` fills, each after those that it refers to."""


class Flat:
    """The rows of one report's items. ``report`` is its number, ``first`` that of its first item.

    ``keys`` gives the number of each named actor's key; ``nums`` those of the items, where they
    have them already. ``rows`` are by table; ``names`` are (normalised name, item, what it is to
    the item), each once.
    """

    def __init__(
        self,
        record: ReportRecord,
        report: int,
        first: int,
        keys: Mapping[str, int],
        nums: Mapping[str, int] | None = None,
    ) -> None:
        self.rows: dict[str, list[Row]] = defaultdict(list)
        self.names: dict[tuple[str, int, str], None] = {}
        self._report = report
        self._text = record.report.text
        self._keys = keys
        self._told = record.report.published
        self._published = days_of((record.report.published or "")[:10])
        self._times = {time.id: time for time in record.times}
        self._sentences = Sentences(self._text)
        self._nums: dict[str, int] = {}
        for letter, items in (
            ("t", record.times),
            ("p", record.places),
            ("a", record.actors),
            ("s", record.statements),
            ("e", record.events),
        ):
            for item in items:
                num = nums[item.id] if nums else first + len(self._nums)
                self._nums[item.id] = num
                self.rows["item"].append((num, item.id, report, letter))
        self._mentions = Mentions(record, self._nums)
        for time in record.times:
            self._time(time)
        for place in record.places:
            self._place(place)
        for actor in record.actors:
            self._actor(actor)
        for statement in record.statements:
            self._statement(statement)
        for event in record.events:
            self._event(event)

    def _num(self, item_id: str | None) -> int | None:
        return None if item_id is None else self._nums[item_id]

    def _spans(self, item: int, role: str, spans: Iterable[Span | None]) -> None:
        for n, span in enumerate(spans):
            if span is not None:
                row = (item, self._report, role, n, span.start, span.end)
                self.rows["span"].append(row)

    def _name(self, name: str | None, item: int, what: str) -> None:
        norm = normalise(name) if name else ""
        if norm:
            self.names[norm, item, what] = None

    def _time(self, t: Time) -> None:
        num = self._nums[t.id]
        self.rows["time"].append((num, self._report, t.type, t.value, t.from_, t.to, t.anchor))
        self._spans(num, "self", [t.span])

    def _place(self, p: Place) -> None:
        num = self._nums[p.id]
        self.rows["place"].append(
            (num, self._report, p.name, p.country, p.lat, p.lon, p.geonameid, p.feature)
        )
        self._spans(num, "self", [p.span])
        for n, c in enumerate(p.others):
            self.rows["candidate"].append(
                (num, n, c.name, c.country, c.lat, c.lon, c.geonameid, c.feature, c.score)
            )
        self._name(p.name, num, "name")
        self._name(p.span.text, num, "mention")

    def _actor(self, a: Actor) -> None:
        num = self._nums[a.id]
        key = self._keys.get(a.id)
        self.rows["actor"].append(
            (num, self._report, a.name, a.kind, a.country, a.sector, a.named, key)
        )
        if key is not None:
            shorts, posts = evidence(a, num, key, self._told)
            self.rows["actor_short"] += shorts
            self.rows["actor_post"] += posts
        self._spans(num, "mention", a.mentions)
        self._spans(num, "role", [role.span for role in a.roles])
        self._name(a.name, num, "name")
        for n, alias in enumerate(a.aliases):
            self.rows["alias"].append((num, n, alias))
            self._name(alias, num, "alias")
        for n, role in enumerate(a.roles):
            self.rows["role"].append(
                (num, n, role.title, role.organisation, role.since, role.until)
            )
            self._name(role.organisation, num, "organisation")
        for mention in a.mentions:
            if is_name_like(mention.text):
                self._name(mention.text, num, "mention")

    def _statement(self, s: Statement) -> None:
        num = self._nums[s.id]
        source = s.source
        self.rows["statement"].append(
            (
                num,
                self._report,
                self._num(source.actor) if source else None,
                source.named if source else None,
                s.quote,
                s.act,
                self._num(s.addressee),
                s.certainty,
                s.polarity,
                s.said,
                self._num(s.said_time),
                s.channel,
                self._num(s.within),
                *self._day(s.said, s.said_time),
            )
        )
        self._spans(num, "source", [source.span if source else None])
        self._spans(num, "cue", [s.cue])
        self._spans(num, "content", s.content)
        self._spans(num, "condition", [s.condition])
        self._spans(num, "consequence", [s.consequence])
        self._spans(num, "channel", [s.channel_span])
        spoken = [*s.content, *(x for x in (s.condition, s.consequence) if x)]
        shown = [x for x in (source.span if source else None, s.cue, *spoken) if x]
        start, end = self._sentence(num, shown)
        # a statement is not about whoever makes it, nor about where it is made
        without = [x for x in (source.span if source else None, s.channel_span) if x]
        scopes = self._mentions.scopes(s.condition, spoken, (start, end), without)
        self.rows["touches"] += [(what, num, scope) for what, scope in scopes.items()]
        content = " … ".join(span.text for span in s.content)
        self.rows["item_fts"].append((num, content, self._cut(start, end, without)))

    def _event(self, e: Event) -> None:
        num = self._nums[e.id]
        word = None if e.on_word_of == REPORTER else self._nums[e.on_word_of]
        when, where = self._num(e.when_time), self._num(e.where_place)
        self.rows["event"].append(
            (num, self._report, e.type, e.mode, e.when, when, e.where, where, e.status, word,
             *self._day(e.when, e.when_time))
        )  # fmt: skip
        self.rows["context"] += [(num, n, context) for n, context in enumerate(e.context)]
        self.rows["count"] += [(num, n, c.what, c.low, c.high) for n, c in enumerate(e.counts)]
        for side, actors in (("actor", e.actor), ("recipient", e.recipient)):
            self.rows["event_actor"] += [
                (num, side, n, self._report, self._nums[actor]) for n, actor in enumerate(actors)
            ]
        self._spans(num, "trigger", [e.trigger])
        self._spans(num, "actor", e.actor_spans)
        self._spans(num, "recipient", e.recipient_spans)
        self._spans(num, "count", [count.span for count in e.counts])
        start, end = self._sentence(num, [e.trigger])
        scopes = self._mentions.scopes(None, [], (start, end), [])
        self.rows["touches"] += [(what, num, scope) for what, scope in scopes.items()]
        self.rows["item_fts"].append((num, "", self._text[start:end]))

    def _sentence(self, num: int, shown: list[Span]) -> tuple[int, int]:
        start, end = min(s.start for s in shown), max(s.end for s in shown)
        start, end = self._sentences.around(start, end)
        self.rows["span"].append((num, self._report, "sentence", 0, start, end))
        return start, end

    def _cut(self, start: int, end: int, without: list[Span]) -> str:
        """The words of a stretch but those of ``without``."""
        parts, at = [], start
        for span in sorted(without):
            parts.append(self._text[at : span.start])
            at = max(at, span.end)
        return " … ".join([*parts, self._text[at:end]])

    def _day(self, value: str | None, time_id: str | None) -> tuple[str | None, ...]:
        """Columns day, day_end, basis."""
        days: Days | None = days_of(value)
        if days is None and time_id is not None:
            days = days_of_time(self._times[time_id])
        if days is not None:
            return (*days, "stated")
        return (*self._published, "published") if self._published else (None, None, None)
