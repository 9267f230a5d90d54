"""Two more reports, with what questions are asked of."""

from __future__ import annotations

from typing import Any

from onrecord.records import Actor, Event, Place, ReportRecord, Role, Source, Statement
from tests.recordmaking import at, report

MOSCOW = (
    "The Kremlin denied using nerve gas at Khan Shaykhun. Sergei Lavrov, the foreign minister, "
    "called the claims staged. The Russian Defence Ministry said rebels held a depot. "
    "A Russian lawyer, Anna Belova, praised the inquiry. RT said nothing of the use of weapons. "
    "President Assad told a paper the town was empty. The Assad government rejected the findings. "
    "If Damascus uses gas again, Washington will strike, warned a White House aide."
)


def moscow(id: str = "cc33", **fields: Any) -> ReportRecord:
    """A report with speakers of every kind for one country, and others of it."""

    def actor(n: int, name: str, kind: Any, words: str, **given: Any) -> Actor:
        return Actor(f"{id}:a{n}", name, kind, (at(MOSCOW, words),), **given)

    def said(
        n: int, who: int, source: str, cue: str, content: str, act: Any, **more: Any
    ) -> Statement:
        spans = (at(MOSCOW, content),) if content else ()
        named = Source(at(MOSCOW, source), f"{id}:a{who}", who != 8)
        return Statement(f"{id}:s{n}", named, at(MOSCOW, cue), spans, "indirect", act, **more)

    return ReportRecord(
        report(id, MOSCOW, **{"title": "Moscow speaks", "published": "2021-04-06", **fields}),
        places=(
            Place(f"{id}:p1", at(MOSCOW, "Khan Shaykhun"), "Khān Shaykhūn", "SYR", 35.4, 36.6, 5),
        ),
        actors=(
            actor(1, "Kremlin", "office", "The Kremlin", country="RUS", sector="GOV"),
            actor(2, "Sergei Lavrov", "person", "Sergei Lavrov", country="RUS", sector="GOV",
                  roles=(Role("foreign minister", "Foreign Ministry", None, None,
                              at(MOSCOW, "foreign minister")),)),
            actor(3, "Russian Defence Ministry", "military", "The Russian Defence Ministry",
                  country="RUS", sector="MIL", aliases=("MoD",)),
            actor(4, "Anna Belova", "person", "Anna Belova", country="RUS", sector="LEG"),
            actor(5, "RT", "outlet", "RT", country="RUS", sector="MED"),
            actor(6, "Bashar al-Assad", "person", "President Assad", country="SYR", sector="GOV",
                  aliases=("Assad",)),
            actor(7, "Syrian government", "government", "The Assad government", country="SYR",
                  sector="GOV"),
            actor(8, "White House aide", "person", "a White House aide", country="USA",
                  sector="GOV", named=False),
            Actor(f"{id}:a9", "Syria", "government", (at(MOSCOW, "Damascus"),), "SYR", "GOV"),
        ),
        statements=(
            said(1, 1, "The Kremlin", "denied", "using nerve gas at Khan Shaykhun", "deny"),
            said(2, 2, "Sergei Lavrov", "called", "the claims staged", "reject"),
            said(3, 3, "The Russian Defence Ministry", "said", "rebels held a depot", "assert"),
            said(4, 4, "Anna Belova", "praised", "the inquiry", "praise"),
            said(5, 5, "RT", "said nothing", "of the use of weapons", "decline"),
            said(6, 6, "President Assad", "told", "the town was empty", "assert"),
            said(7, 7, "The Assad government", "rejected", "the findings", "reject"),
            said(8, 8, "a White House aide", "warned",
                 "If Damascus uses gas again, Washington will strike", "threaten",
                 condition=at(MOSCOW, "Damascus uses gas again"),
                 consequence=at(MOSCOW, "Washington will strike")),
        ),
    )  # fmt: skip


OTHER = "Officials said the raid on Khan Sheikhoun was planned. No date was given."


def other(id: str = "dd44", **fields: Any) -> ReportRecord:
    """An undated report, with the same town in another spelling."""
    place = Place(f"{id}:p1", at(OTHER, "Khan Sheikhoun"), "Khān Shaykhūn", "SYR", 35.4, 36.6, 5)
    who = Actor(f"{id}:a1", "officials", "person", (at(OTHER, "Officials"),), named=False)
    source = Source(at(OTHER, "Officials"), f"{id}:a1", False)
    content = (at(OTHER, "the raid on Khan Sheikhoun was planned"),)
    said = Statement(f"{id}:s1", source, at(OTHER, "said"), content, "indirect", "assert")
    raid = Event(f"{id}:e1", at(OTHER, "raid"), "ASSAULT", "planned", f"{id}:s1", where="the town")
    undated = {"published": None, "title": None, "outlet": "El Día", **fields}
    return ReportRecord(report(id, OTHER, **undated), (), (place,), (who,), (said,), (raid,))
