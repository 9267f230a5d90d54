"""A reading room on a record made by hand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from onrecord.records import Link, Report, ReportRecord, Source, Span, Statement
from onrecord.store import open_store
from onrecord.store.viewrows import CopyRow
from onrecord.web import Settings, create_app
from tests.askedrecords import moscow
from tests.recordmaking import example, sha

from .fakes import FakeRoom, ref

BASE = "http://127.0.0.1:8650"
SAME_ORIGIN = {"Sec-Fetch-Site": "same-origin"}

HOSTILE = (
    "<script>alert(1)</script> said <img src=x onerror=alert(2)> & that {{ 7*7 }} \u202e was & so. "
    "\u05e9\u05dc\u05d5\u05dd \u0639\u0631\u0628\u064a \U0001f4a5 "
    + "x"
    * 10_000
    + "\x07\x1b[31m\n\n"
    "javascript:alert(3) \"'><b onmouseover=alert(4)>"
)


def hostile() -> ReportRecord:
    """A report every field of which would be markup."""
    name = "<script>alert(1)</script>"
    said = Statement(
        "ee55:s1",
        Source(Span(0, len(name), name), None, False),
        Span(26, 30, HOSTILE[26:30]),
        (Span(31, len(HOSTILE) - 2, HOSTILE[31:-2]),),
        "direct",
        "accuse",
        channel="<b>channel</b>",
    )
    report = Report(
        id="ee55", text=HOSTILE, sha256=sha(HOSTILE), outlet="<i>Outlet</i>",
        title="</title><script>alert(5)</script>", author="\"><svg/onload=alert(6)>",
        url="javascript:alert(7)", published="2021-03-12", published_basis="told",
    )  # fmt: skip
    return ReportRecord(report=report, statements=(said,))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A record of four reports, one of them hostile; statement s1 denies event e1 in two."""
    path = tmp_path / "case.db"
    with open_store(path, write=True) as store:
        store.add(example())
        store.add(example("bb22", outlet="Seldrin Post"))
        store.add(moscow())
        store.add(hostile())
        why = "the same event: same day, same place"
        store.add_links([Link("same_event", "bb22:e1", "aa11:e1", 0.9, why)])
    return path


@pytest.fixture
def room(path: Path) -> FakeRoom:
    room = FakeRoom(path)
    with open_store(path) as store:
        link = Link("copies", "bb22", "aa11", 0.97, "nearly all of its words, in their order")
        changed = (("denied", "<b>rejected</b>"),)
        room.given_copies = (CopyRow(link, ref(store, "bb22"), ref(store, "aa11"), changed),)
    return room


@pytest.fixture
def settings(path: Path) -> Settings:
    return Settings(record=path, by="Mara")


@pytest.fixture
def client(settings: Settings, room: FakeRoom) -> Iterator[TestClient]:
    with TestClient(create_app(settings, room), base_url=BASE, follow_redirects=False) as client:
        yield client
