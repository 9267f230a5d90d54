"""Reports of an invented war as records, their items given by the words that show them."""

from __future__ import annotations

from typing import Any

from onrecord.records import (
    Actor,
    Count,
    Event,
    Place,
    Report,
    ReportRecord,
    Source,
    Span,
    Statement,
    Time,
)


class Account:
    """A record in the making. Items are named by their ids without the report's."""

    def __init__(self, id: str, text: str, published: str | None = "2021-03-10") -> None:
        basis = "told" if published else None
        self.report = Report(
            id, text, "0" * 64, outlet=id, published=published, published_basis=basis
        )
        self.actors: dict[str, Actor] = {}
        self.items: dict[str, list[Any]] = {"s": [], "e": [], "p": [], "t": []}

    def span(self, words: str) -> Span:
        """Where ``words`` stand; "words#2" is the second time that they do."""
        wanted, _, nth = words.partition("#")
        at = -1
        for _ in range(int(nth or 1)):
            at = self.report.text.index(wanted, at + 1)
        return Span.of(self.report.text, at, at + len(wanted))

    def actor(self, name: str, words: str, kind: str = "government", **fields: Any) -> str:
        id_ = f"{self.report.id}:a{len(self.actors) + 1}"
        mentions = tuple(self.span(w) for w in words.split("|"))
        self.actors[id_] = Actor(id_, name, kind, mentions, **fields)  # type: ignore[arg-type]
        return id_

    def said(self, act: str, actor: str | None, content: str, **fields: Any) -> str:
        for field in ("condition", "consequence", "cue"):
            if field in fields:
                fields[field] = self.span(fields[field])
        source = Source(self.actors[actor].mentions[0], actor, True) if actor else None
        fields = {"cue": None, "quote": "indirect", **fields}
        return self._add(
            "s", Statement, source=source, content=(self.span(content),), act=act, **fields
        )

    def event(self, trigger: str, **fields: Any) -> str:
        where = fields.pop("place", None)
        if where:
            id_ = self._place(*where)
            fields |= {"where": where[0], "where_place": id_}
        time = fields.pop("time", None)
        if time:
            fields["when_time"] = self._add(
                "t", Time, span=self.span(time[0]), type="DATE", value=time[1]
            )
        counts = fields.pop("killed", None)
        if counts:
            low, high, words = counts
            fields["counts"] = (Count("killed", low, high, self.span(words)),)
        fields = {"type": "ASSAULT", "status": "happened", **fields}
        return self._add("e", Event, trigger=self.span(trigger), **fields)

    def record(self) -> ReportRecord:
        return ReportRecord(
            self.report,
            times=tuple(self.items["t"]),
            places=tuple(self.items["p"]),
            actors=tuple(self.actors.values()),
            statements=tuple(self.items["s"]),
            events=tuple(self.items["e"]),
        )

    def _place(self, name: str, words: str, lat: float, lon: float, feature: str = "P") -> str:
        return self._add(
            "p", Place, span=self.span(words), name=name, country="ORD", lat=lat, lon=lon,
            geonameid=hash_free(name), feature=feature,
        )  # fmt: skip

    def _add(self, letter: str, kind: type, **fields: Any) -> str:
        items = self.items[letter]
        id_ = f"{self.report.id}:{letter}{len(items) + 1}"
        items.append(kind(id=id_, **fields))
        return id_


def hash_free(name: str) -> int:
    """A number of its own for a place's name, the same on every run."""
    return 900_000_000 + sum(ord(c) * (i + 1) for i, c in enumerate(name))
