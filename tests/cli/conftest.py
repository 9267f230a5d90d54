"""A small record made by hand, so that the commands are tried without the reading model."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from onrecord.read.identity import sha256_of
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
from onrecord.store import open_store

TEXT = (
    "The Navorran army shelled the town of Ilvesk on Tuesday, the mayor, Petra Oldane, said.\n\n"
    "“At least 12 people were killed,” she told reporters. The army denied the attack.\n\n"
    "Foreign Minister Karel Vost warned Navorra that if it fired again, his country "
    "“will fire back”. Two officials declined to comment.\n"
)
UNDATED = "A plan to close the harbour of Ilvesk exists, a diplomat said on Friday.\n"


@dataclass(frozen=True)
class Ended:
    """What a command printed, and its exit status."""

    out: str
    err: str
    status: int


Run = Callable[..., Ended]


def quote(text: str, words: str) -> Span:
    """The span of the first place where ``words`` stand."""
    start = text.index(words)
    return Span.of(text, start, start + len(words))


def dated() -> ReportRecord:
    """A report with a claim, a denial, a conditional threat and a refusal to comment."""
    q = lambda words: quote(TEXT, words)  # noqa: E731
    report = Report(
        "aaaaaaaaaaaaaaaa", TEXT, sha256_of(TEXT), outlet="The Ilvesk Post", title="Town shelled",
        published="2031-05-14", published_basis="metadata", language="en",
    )  # fmt: skip
    i = report.id
    return ReportRecord(
        report,
        times=(Time(f"{i}:t1", q("Tuesday"), "DATE", "2031-05-13", "2031-05-13", "2031-05-14",
                    "published"),),
        places=(Place(f"{i}:p1", q("Ilvesk"), "Ilvesk", "XNV", 1.5, 2.5, None, "P"),),
        actors=(
            Actor(f"{i}:a1", "Petra Oldane", "person", (q("Petra Oldane"), q("she"))),
            Actor(f"{i}:a2", "Navorran army", "military", (q("The Navorran army"),), "XNV", "MIL"),
            Actor(f"{i}:a3", "Karel Vost", "person", (q("Karel Vost"),)),
            Actor(f"{i}:a4", "two officials", "person", (q("Two officials"),), named=False),
            Actor(f"{i}:a5", "Ilvesk", "people", (q("the town of Ilvesk"),)),
            Actor(f"{i}:a6", "Navorra", "government", (q("Navorra that"),), "XNV"),
        ),
        statements=(
            Statement(f"{i}:s1", Source(q("Petra Oldane"), f"{i}:a1", True), q("said"),
                      (q("The Navorran army shelled the town of Ilvesk on Tuesday"),),
                      "indirect", "accuse", said="2031-05-13", said_time=f"{i}:t1"),
            Statement(f"{i}:s2", Source(q("she"), f"{i}:a1", True), q("told"),
                      (q("“At least 12 people were killed,”"),), "direct", "assert"),
            Statement(f"{i}:s3", Source(q("The army"), f"{i}:a2", True), q("denied"),
                      (q("the attack"),), "indirect", "deny", polarity="negative"),
            Statement(f"{i}:s4", Source(q("Karel Vost"), f"{i}:a3", True), q("warned"),
                      (q("that if it fired again, his country “will fire back”"),),
                      "mixed", "threaten", addressee=f"{i}:a6", condition=q("it fired again"),
                      consequence=q("his country “will fire back”")),
            Statement(f"{i}:s5", Source(q("Two officials"), f"{i}:a4", False),
                      q("declined to comment"), (), "indirect", "decline"),
        ),
        events=(
            Event(f"{i}:e1", q("shelled"), "ASSAULT", "alleged", f"{i}:s1",
                  actor=(f"{i}:a2",), actor_spans=(q("The Navorran army"),),
                  recipient=(f"{i}:a5",), recipient_spans=(q("the town of Ilvesk"),),
                  when="2031-05-13", when_time=f"{i}:t1", where="Ilvesk", where_place=f"{i}:p1",
                  counts=(Count("killed", 12, None, q("12")),)),
            Event(f"{i}:e2", q("denied"), "REJECT", "happened", actor=(f"{i}:a2",),
                  actor_spans=(q("The army"),)),
        ),
    )  # fmt: skip


def undated() -> ReportRecord:
    """A report without a date, whose Friday is therefore no day."""
    report = Report("bbbbbbbbbbbbbbbb", UNDATED, sha256_of(UNDATED), language="en")
    i = report.id
    q = lambda words: quote(UNDATED, words)  # noqa: E731
    return ReportRecord(
        report,
        times=(Time(f"{i}:t1", q("Friday"), "DATE", "XXXX-WXX-5"),),
        actors=(Actor(f"{i}:a1", "a diplomat", "person", (q("a diplomat"),), named=False),),
        statements=(
            Statement(f"{i}:s1", Source(q("a diplomat"), f"{i}:a1", False), q("said"),
                      (q("A plan to close the harbour of Ilvesk exists"),), "indirect", "assert",
                      said="XXXX-WXX-5", said_time=f"{i}:t1"),
        ),
        events=(
            Event(f"{i}:e1", q("close"), "COERCE", "planned", f"{i}:s1"),
        ),
    )  # fmt: skip


@pytest.fixture(scope="session")
def db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record of both reports."""
    path = tmp_path_factory.mktemp("made") / "record.db"
    with open_store(path, write=True) as store:
        store.add(dated())
        store.add(undated())
    return path


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command line in this process: ``run("events", "--db", db)``."""

    def run_it(*words: object, columns: int = 100) -> Ended:
        from onrecord.cli import main

        monkeypatch.setattr(sys, "argv", ["onrecord", *map(str, words)])
        monkeypatch.setenv("COLUMNS", str(columns))
        capsys.readouterr()
        try:
            main()
            status = 0
        except SystemExit as end:
            status = end.code if isinstance(end.code, int) else 0
        shown = capsys.readouterr()
        return Ended(shown.out, shown.err, status)

    return run_it
