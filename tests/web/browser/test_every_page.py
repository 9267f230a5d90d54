"""Every page at both widths and in both themes: it fits, is calm, and can be used by everybody."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from onrecord.store import open_store

from .conftest import DESK, PHONE, Watched, addresses, too_wide, watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

KINDS = (
    "case", "news", "timeline", "timeline by actor", "events", "event", "statements", "statement",
    "actors", "speaker", "warnings", "disputes", "silence", "copies", "places", "reports",
    "report", "search", "found", "doubtful", "decisions", "nothing", "place", "time",
)  # fmt: skip

HOSTILE = ("/reports/ee55", "/statements/ee55:s1", "/statements?report=ee55", "/search?q=alert")


@pytest.fixture(scope="module")
def pages(record: Path) -> dict[str, str]:
    with open_store(record) as store:
        return addresses(store)


@pytest.fixture(scope="module", params=[PHONE, DESK], ids=["phone", "desk"])
def seen(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Watched]:
    with watched(browser, request.param) as found:
        yield found


def axe(page: Page) -> list[str]:
    """What is serious or critical, with what it is found in."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page, options={"resultTypes": ["violations"]})
    return [
        f"{wrong['id']} {[node['target'] for node in wrong['nodes']][:4]}"
        for wrong in found.response["violations"]
        if wrong["impact"] in ("serious", "critical")
    ]


def steps(page: Page) -> list[int]:
    """The levels of the headings, in the order of the page."""
    return list(
        page.evaluate(
            "[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]"
            ".filter(h => !h.closest('dialog')).map(h => Number(h.tagName[1]))"
        )
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_is_good_at_this_width_in_both_themes(
    kind: str, pages: dict[str, str], room: str, seen: Watched
) -> None:
    seen.faults.clear()
    page = seen.page
    page.emulate_media(color_scheme="light")
    page.goto(room + pages[kind])
    assert too_wide(page) == []
    page.emulate_media(color_scheme="dark")
    assert too_wide(page) == []
    levels = steps(page)
    assert levels.count(1) == 1 and levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    # what axe looks at costs a second a page, and a colour is the same at every width
    dark = page.viewport_size == {"width": DESK[0], "height": DESK[1]}
    page.emulate_media(color_scheme="dark" if dark else "light")
    assert too_wide(page) == []
    assert axe(page) == []
    assert seen.faults == []


@pytest.mark.parametrize("address", HOSTILE)
def test_hostile_words_are_words(address: str, room: str, seen: Watched) -> None:
    seen.faults.clear()
    page = seen.page
    page.emulate_media(color_scheme="light")
    page.goto(room + address)
    assert too_wide(page) == []
    text = page.inner_text("main")
    assert "<script>alert(1)</script>" in text, "markup is shown as it was written"
    page.hover("main h1")
    assert page.locator("main img, main script, main b[onmouseover], iframe").count() == 0
    assert seen.faults == []


def test_right_to_left_words_run_from_the_right(room: str, seen: Watched) -> None:
    page = seen.page
    page.goto(room + "/reports/ee55")
    directions = page.evaluate(
        "[...document.querySelectorAll('.published')].map(p => [p.dir, p.getBoundingClientRect()."
        "right <= innerWidth])"
    )
    assert directions and all(pair == ["auto", True] for pair in directions)


REACHABLE = "a[href], button, input:not([type=hidden]), select, summary, [tabindex='0']"


def tabbed(page: Page) -> tuple[int, int]:
    """How many things are reached with the Tab key, and how many there are to reach."""
    there = page.evaluate(
        "wanted => [...document.querySelectorAll(wanted)]"
        ".filter(e => e.tabIndex >= 0 && !e.disabled && e.checkVisibility())"
        ".map((e, n) => { e.dataset.nth = n; return n; }).length",
        REACHABLE,
    )
    page.evaluate("document.activeElement.blur()")
    reached = set()
    # the browser itself stops at what can be scrolled, too
    for _ in range(there + 20):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.dataset.nth ?? null"))
        if len(reached - {None}) == there:
            break
    return len(reached - {None}), there


@pytest.mark.parametrize("kind", ["report", "event", "doubtful"])
def test_everything_is_reached_by_the_keyboard(
    kind: str, pages: dict[str, str], room: str, browser: Browser
) -> None:
    with watched(browser, DESK) as seen:
        seen.page.goto(room + pages[kind])
        seen.page.keyboard.press("Tab")
        assert seen.page.inner_text(":focus") == "Skip to the page"
        reached, there = tabbed(seen.page)
        assert reached == there > 20


PAPER = ("event", "report", "statements", "case", "disputes")


def test_a_dossier_stands_by_itself(
    pages: dict[str, str], room: str, browser: Browser, tmp_path: Path
) -> None:
    with watched(browser, PHONE) as seen:
        page = seen.page
        page.goto(room + pages["event"])
        with page.expect_download() as saved:
            page.click("text=This page as a dossier")
        file = tmp_path / "dossier.html"
        saved.value.save_as(file)
        page.goto(file.as_uri())
        assert too_wide(page) == []
        assert axe(page) == []
        page.locator("blockquote a").first.click()
        quoted = page.locator(":target + mark, mark:has(> :target)").first
        assert quoted.is_visible(), "a quotation leads to its place in its report"
        page.emulate_media(media="print")
        assert len(page.pdf(format="A4")) > 1000 and too_wide(page) == []
        assert seen.faults == []


@pytest.mark.parametrize("kind", PAPER)
def test_paper_has_the_words_and_nothing_to_press(
    kind: str, pages: dict[str, str], room: str, browser: Browser
) -> None:
    # A4 less its margins, in CSS pixels
    with watched(browser, (672, 900), dark=True) as seen:
        page = seen.page
        page.goto(room + pages[kind])
        page.emulate_media(media="print")
        for gone in (".top nav", ".find", "form", "button", ".correct", ".pager", "dialog"):
            assert not page.locator(f"{gone}:visible").count(), gone
        assert too_wide(page) == []
        cut = page.evaluate(
            "[...document.querySelectorAll('main table, main .published, main .evidence')]"
            ".filter(e => e.getBoundingClientRect().right > innerWidth + 1).length"
        )
        assert cut == 0
        shown = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert shown == "rgb(255, 255, 255)", "a dark theme stays on the screen"
