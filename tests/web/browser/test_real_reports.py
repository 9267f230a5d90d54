"""Reports of a war by outlets of every side, as they come, in a real browser."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import onrecord
from benchmarks.corpora import CorpusMissing
from benchmarks.corpora.fakes import reports
from onrecord.store import open_store

from .conftest import DESK, PHONE, addresses, serving, too_wide, watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SOME = 24
"""Of the 804 reports: enough for every page to have its lists, read in half a minute."""

PAGES = (
    "case", "timeline", "events", "event", "statements", "statement", "actors", "speaker",
    "disputes", "copies", "places", "reports", "report", "found", "doubtful",
)  # fmt: skip


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    try:
        given = reports()[:SOME]
    except CorpusMissing as missing:
        pytest.skip(str(missing))
    folder = tmp_path_factory.mktemp("fakes")
    lines = [
        json.dumps({"title": r.title, "text": r.text, "outlet": r.outlet, "published": r.published})
        for r in given
    ]
    (folder / "reports.jsonl").write_text("\n".join(lines), encoding="utf-8")
    with onrecord.Record(folder / "fakes.db", write=True) as record:
        record.add(folder / "reports.jsonl")
    return folder / "fakes.db"


@pytest.fixture(scope="module")
def room(browser: Browser, path: Path) -> Iterator[str]:
    with serving(path) as address:
        yield address


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_every_page_fits_and_is_calm(
    browser: Browser, room: str, path: Path, size: tuple[int, int]
) -> None:
    with open_store(path) as store:
        pages = addresses(store)
    with watched(browser, size, dark=size == PHONE) as seen:
        for kind in PAGES:
            seen.page.goto(room + pages[kind])
            assert too_wide(seen.page) == [], kind
            assert seen.page.locator("h1").count() == 1, kind
            assert seen.faults == [], kind
