"""A real browser before the reading room: Debian's chromium, or whatever bears its name here."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from onrecord.linking import relink
from onrecord.store import EventFilter, StatementFilter, Store, open_store
from tests.store.test_doubtful import doubted
from tests.web.conftest import hostile

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

NAMES = ("chromium", "chromium-browser", "google-chrome")

PHONE, DESK = (390, 844), (1200, 900)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The browser; what needs it is skipped where there is none, or no playwright."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip(f"no browser here: none of {', '.join(NAMES)} is on the PATH")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        pytest.skip("playwright is not installed: it is among the development tools")
    with sync_playwright() as play:
        started = play.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()


@contextmanager
def serving(record: Path) -> Iterator[str]:
    """The reading room of a record, in a process of its own; its address without the last slash."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "onrecord", "serve", "--db", str(record), "--port", str(port)]
    server = subprocess.Popen(
        [*command, "--by", "Mara"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        _wait(f"http://127.0.0.1:{port}/api/info")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(20)


def _wait(address: str) -> None:
    for _ in range(300):
        try:
            urllib.request.urlopen(address, timeout=20).close()
            return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    pytest.fail(f"{address} does not answer")


@pytest.fixture(scope="session")
def record(example_db: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The examples, a report of hostile markup, and one with something of every doubt."""
    path = tmp_path_factory.mktemp("room") / "case.db"
    shutil.copy(example_db, path)
    with open_store(path, write=True) as store:
        store.add(hostile())
        store.add(doubted("dd44"))
        relink(store)
        store.correct("dd44:s2", "act", '"reject"', reason="it rejects <b>it</b>", by="Mara")
    return path


@pytest.fixture(scope="session")
def room(record: Path) -> Iterator[str]:
    with serving(record) as address:
        yield address


def addresses(store: Store) -> dict[str, str]:
    """Every kind of page of a record, by its name; of items the one with the most on it.

    Lists are short: their rows are alike, and each is looked at by axe.
    """
    event = max(store.happenings(EventFilter(limit=400)), key=lambda h: h.reports).id
    said = list(store.statements(StatementFilter(limit=400)))
    longest = max(store.reports(), key=lambda row: row.statements).report.id
    record = store.record(longest)
    conditional = next((r for r in said if r.statement.condition), said[0])
    speaker = next(store.actors()).id
    found = {
        "case": "/", "news": "/?since=2020-01-01", "timeline": "/timeline",
        "timeline by actor": "/timeline?lanes=actor", "events": "/events?size=8",
        "event": f"/events/{event}", "statements": "/statements?size=8",
        "statement": f"/statements/{conditional.statement.id}", "actors": "/actors?size=12",
        "speaker": f"/speakers/{speaker}", "warnings": "/warnings", "disputes": "/disputes?size=6",
        "silence": "/silence?size=6", "copies": "/copies", "places": "/places",
        "reports": "/reports",
        "report": f"/reports/{longest}", "search": "/search", "found": "/search?q=said&size=8",
        "doubtful": "/doubtful?size=4", "decisions": "/decisions", "nothing": "/no/such/page",
    }  # fmt: skip
    if record.places:
        found["place"] = f"/places/{record.places[0].id}"
    if record.times:
        found["time"] = f"/times/{record.times[0].id}"
    return found


@dataclass
class Watched:
    """A page with what went wrong on it."""

    page: Page
    faults: list[str] = field(default_factory=list)


@contextmanager
def watched(
    browser: Browser, size: tuple[int, int], *, scripts: bool = True, dark: bool = False
) -> Iterator[Watched]:
    """A new page in which errors, dialogs, and requests that leave this machine are faults."""
    context = browser.new_context(
        viewport={"width": size[0], "height": size[1]},
        java_script_enabled=scripts,
        color_scheme="dark" if dark else "light",
        reduced_motion="reduce",
    )
    try:
        yield watch(context)
    finally:
        context.close()


def watch(context: BrowserContext) -> Watched:
    """A page of the context, watched."""
    found = Watched(context.new_page())

    def left(address: str) -> None:
        if urlsplit(address).hostname not in ("127.0.0.1", "localhost", None):
            found.faults.append(f"asks {address}")

    def dialog(shown: object) -> None:
        found.faults.append("a dialog")
        shown.dismiss()  # type: ignore[attr-defined]

    page = found.page
    page.on("request", lambda request: left(request.url))
    page.on("dialog", dialog)
    page.on("pageerror", lambda error: found.faults.append(f"error: {error}"))
    page.on(
        "console",
        lambda told: (
            found.faults.append(f"console: {told.text}")
            if told.type == "error" and "404" not in told.text
            else None
        ),
    )
    return found


def too_wide(page: Page) -> list[str]:
    """What sticks out of the page to the right, so that it would have to be moved sideways."""
    if not page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        return []
    found: list[str] = page.evaluate(
        "[...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > "
        "innerWidth + 1).slice(0, 5).map(e => e.tagName + '.' + e.className)"
    )
    return found or ["the page itself"]
