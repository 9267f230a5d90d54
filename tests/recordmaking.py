"""Records for tests, small ones by hand."""

from __future__ import annotations

import hashlib
from typing import Any

from onrecord.records import (
    Actor,
    Candidate,
    Count,
    Event,
    Link,
    Place,
    Report,
    ReportRecord,
    Role,
    Source,
    Span,
    Statement,
    Time,
)

TEXT = (
    "Kalmeria denied on Tuesday that its jets had bombed Brasnik. Foreign Minister Ilan Toreck "
    "told reporters in Tovrin: “We did not use gas.” If Ordavia attacks Brasnick again, Kalmeria "
    "will respond, Toreck warned President Mara Venn. An official who asked not to be named said "
    "dozens were killed. Ordavia’s army had no comment."
)


def sha(text: str) -> str:
    """The sha256 that a report of ``text`` carries."""
    return hashlib.sha256(text.encode()).hexdigest()


def report(id: str = "aa11", text: str = TEXT, **fields: Any) -> Report:
    """A report, dated unless told otherwise."""
    fields = {"published": "2021-03-10", "outlet": "Tovrin Herald", "title": "Denial", **fields}
    fields.setdefault("published_basis", "told" if fields["published"] else None)
    return Report(id=id, text=text, sha256=sha(text), **fields)


def at(text: str, words: str, nth: int = 0) -> Span:
    """The ``nth`` place where ``words`` stand in ``text``."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Span(start, start + len(words), words)


def example(id: str = "aa11", **fields: Any) -> ReportRecord:
    """A report of ``TEXT`` with an item of every kind, and most of their fields set."""

    def s(words: str, nth: int = 0) -> Span:
        return at(TEXT, words, nth)

    def i(item: str) -> str:
        return f"{id}:{item}"

    return ReportRecord(
        report=report(id, **fields),
        times=(
            Time(
                i("t1"), s("Tuesday"), "DATE", "2021-03-09", "2021-03-09", "2021-03-10", "published"
            ),
        ),
        places=(
            Place(
                i("p1"),
                s("Brasnik"),
                "Brasnik",
                "XKM",
                -32.4,
                -19.3,
                901,
                "P",
                (Candidate("Brasnik", "XOR", 1.0, 2.0, None, None, 0.25),),
            ),
            Place(i("p2"), s("Brasnick"), "Brasnik", "XKM", -32.4, -19.3, 901, "P"),
            Place(i("p3"), s("Tovrin"), "Tovrin", "XKM"),
        ),
        actors=(
            Actor(
                i("a1"), "Kalmeria", "government", (s("Kalmeria"), s("Kalmeria", 1)), "XKM", "GOV"
            ),
            Actor(
                i("a2"),
                "Ilan Toreck",
                "person",
                (s("Ilan Toreck"), s("Toreck", 1)),
                "XKM",
                "GOV",
                aliases=("Toreck",),
                roles=(
                    Role(
                        "Foreign Minister", "Foreign Ministry", "2019", None, s("Foreign Minister")
                    ),
                ),
            ),
            Actor(i("a3"), "Mara Venn", "person", (s("President Mara Venn"),), "XOR", "GOV"),
            Actor(
                i("a4"),
                "official",
                "person",
                (s("An official who asked not to be named"),),
                None,
                "GOV",
                False,
            ),
            Actor(i("a5"), "Ordavian army", "military", (s("Ordavia’s army"),), "XOR", "MIL"),
        ),
        statements=(
            Statement(
                i("s1"),
                Source(s("Kalmeria"), i("a1"), True),
                s("denied"),
                (s("that its jets had bombed Brasnik"),),
                "indirect",
                "deny",
                said="2021-03-09",
                said_time=i("t1"),
            ),
            Statement(
                i("s2"),
                Source(s("Foreign Minister Ilan Toreck"), i("a2"), True),
                s("told"),
                (s("“We did not use gas.”"),),
                "direct",
                "deny",
                polarity="negative",
                channel="reporters in Tovrin",
                channel_span=s("reporters in Tovrin"),
            ),
            Statement(
                i("s3"),
                Source(s("Toreck", 1), i("a2"), True),
                s("warned"),
                (s("If Ordavia attacks Brasnick again, Kalmeria will respond"),),
                "indirect",
                "threaten",
                addressee=i("a3"),
                condition=s("Ordavia attacks Brasnick again"),
                consequence=s("Kalmeria will respond"),
                certainty="probable",
            ),
            Statement(
                i("s4"),
                Source(s("An official who asked not to be named"), i("a4"), False),
                s("said"),
                (s("dozens were killed"),),
                "indirect",
                "assert",
                within=i("s3"),
            ),
            Statement(
                i("s5"),
                Source(s("Ordavia’s army"), i("a5"), True),
                s("had no comment"),
                (),
                "indirect",
                "decline",
            ),
        ),
        events=(
            Event(
                i("e1"),
                s("bombed"),
                "ASSAULT",
                "denied",
                i("s1"),
                "aerial",
                ("military", "cbrn"),
                (i("a1"),),
                (s("its jets"),),
                (i("a3"),),
                (s("Brasnik"),),
                "2021-03-09",
                i("t1"),
                "Brasnik",
                i("p1"),
                (Count("killed", 24, None, s("dozens")),),
            ),
            Event(
                i("e2"),
                s("attacks"),
                "ASSAULT",
                "hypothetical",
                where="Brasnik",
                where_place=i("p2"),
            ),
        ),
        links=(
            Link("denies", i("s1"), i("e1"), 0.75, "it says so", "whether", ((id, s("denied")),)),
        ),
    )
