"""Reading, correcting and going through doubtful items as people do it: by keys, by hand, and with
scripts off."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from onrecord.store import open_store

from .conftest import DESK, PHONE, Watched, serving, watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def own(record: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record that may be corrected."""
    path = tmp_path_factory.mktemp("own") / "case.db"
    shutil.copy(record, path)
    return path


@pytest.fixture(scope="module")
def room(own: Path) -> Iterator[str]:
    with serving(own) as address:
        yield address


@pytest.fixture
def seen(browser: Browser) -> Iterator[Watched]:
    with watched(browser, DESK) as found:
        yield found
        assert found.faults == []


@pytest.fixture
def page(seen: Watched) -> Page:
    return seen.page


def kept(own: Path) -> list[tuple[str, str, str, str]]:
    """The decisions that hold."""
    with open_store(own) as store:
        return [
            (c.item_id, c.field, c.value, c.reason)
            for c in store.corrections()
            if c.undoes is None and c.undone_by is None
        ]


def longest(own: Path) -> str:
    with open_store(own) as store:
        return max(store.reports(), key=lambda row: row.statements).report.id


def test_keys_go_through_the_items_of_a_report(page: Page, room: str, own: Path) -> None:
    page.goto(f"{room}/reports/{longest(own)}")
    first = page.locator(".note a.go").first.get_attribute("href")
    for key, here in (("j", 0), ("j", 1), ("j", 2), ("k", 1), ("k", 0), ("k", 0)):
        page.keyboard.press(key)
        assert page.locator(".note").nth(here).get_attribute("class").split().count("here") == 1
        assert page.locator(".m.lit").count() > 0, "its words are lit in the text"
    page.keyboard.press("Enter")
    page.wait_for_url(f"{room}{first}")
    page.keyboard.press("o")
    page.wait_for_url("**/reports/*#*")
    assert page.locator(".m.lit").first.is_visible()
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "q"
    page.keyboard.press("Escape")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("?")
    assert page.locator("#key-list").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#key-list").is_visible()


def test_words_lead_to_the_note_that_says_whose_they_are(page: Page, room: str, own: Path) -> None:
    page.goto(f"{room}/reports/{longest(own)}")
    words = page.locator(".published .m.content").first
    item = words.get_attribute("data-in").split()
    words.click()
    assert page.evaluate("document.activeElement.closest('.note')?.dataset.of") in item


def test_what_is_told_within_another_is_set_in_and_deeper(page: Page, room: str, own: Path) -> None:
    with open_store(own) as store:
        inner = next(row for row in store.statements() if row.statement.within)
    page.goto(f"{room}/reports/{inner.report.id}")
    own_note = page.locator(f'.note[data-of="{inner.statement.id.partition(":")[2]}"]')
    outer = page.locator(f'.note[data-of="{(inner.statement.within or "").partition(":")[2]}"]')
    assert own_note.bounding_box()["x"] > outer.bounding_box()["x"] + 10
    assert "as told by another" in own_note.inner_text()
    page.goto(f"{room}/statements/{inner.statement.id}")
    assert "As told by" in page.inner_text("main")


def test_evidence_opens_at_its_words(page: Page, room: str) -> None:
    page.goto(f"{room}/statements?size=8")
    page.locator(".row .from a").nth(2).click()
    page.wait_for_url("**/reports/*#*")
    item = page.url.partition("#")[2]
    words = page.locator(f'.m[data-in~="{item}"]').first
    box = words.bounding_box()
    assert 0 <= box["y"] < DESK[1], "the words are in sight"
    assert page.locator(f'.m.lit[data-in~="{item}"]').count() > 0


def test_the_switch_of_theme_is_remembered(page: Page, room: str) -> None:
    page.goto(room)
    page.locator("#theme").click()
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.goto(f"{room}/events?size=2")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark
    assert page.locator("#theme").inner_text() == "Light"


def test_a_statement_is_corrected_and_the_correction_undone(
    page: Page, room: str, own: Path
) -> None:
    page.goto(f"{room}/statements/dd44:s3")
    before = kept(own)
    page.keyboard.press("c")
    assert page.evaluate("document.activeElement.name") == "set.act"
    page.select_option("#c-act", "demand")
    page.fill("#c-reason", "it asks, it does not threaten")
    page.click("text=Keep the correction")
    assert "demand" in page.inner_text("h1")
    assert "it asks, it does not threaten" in page.inner_text(".decided")
    assert kept(own) == [
        *before, ("dd44:s3", "act", '"demand"', "it asks, it does not threaten"),
    ]  # fmt: skip
    page.click(".decided >> text=Undo")
    assert "threat" in page.inner_text("h1")
    assert kept(own) == before


def test_doubtful_items_are_gone_through_by_keys(page: Page, room: str, own: Path) -> None:
    page.goto(f"{room}/doubtful?kind=place")
    before = kept(own)
    question = page.inner_text(".doubt h2")
    page.keyboard.press("r")
    page.wait_for_url("**/doubtful?kind=place&done=*#d1")
    assert [found[1] for found in kept(own)[len(before) :]] == ["confirmed", "confirmed"]
    assert page.locator(".doubt h2", has_text=question).count() == 0
    page.keyboard.press("u")
    page.wait_for_selector(f'.doubt h2:has-text("{question}")')
    page.wait_for_load_state("load")  # a key that is pressed before the page's script is lost
    page.keyboard.press("1")
    page.wait_for_function(
        "q => ![...document.querySelectorAll('.doubt h2')].some(h => h.innerText === q)",
        arg=question,
    )
    assert kept(own)[-1][1:3] == ("geonameid", "902")


def test_keys_go_on_and_put_off(page: Page, room: str) -> None:
    page.goto(f"{room}/doubtful?kind=speaker&size=5")
    second = page.locator(".doubt").nth(1).get_attribute("data-item")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.closest('.doubt').id") == "d2"
    page.keyboard.press("k")
    page.keyboard.press("l")
    page.wait_for_url("**start=1*")
    assert page.locator(".doubt").first.get_attribute("data-item") == second


HOURS_AGO = """hours => {
  const kept = JSON.parse(localStorage.getItem("onrecord-visits"));
  for (const visit of Object.values(kept)) visit.last -= hours * 3600000;
  localStorage.setItem("onrecord-visits", JSON.stringify(kept));
}"""


def test_what_is_new_since_the_last_visit(page: Page, room: str) -> None:
    page.goto(f"{room}/reports")
    page.goto(room)
    assert not page.locator("#since-last").is_visible(), "the first visit has none before it"
    page.evaluate(HOURS_AGO, 2)
    page.goto(f"{room}/events?size=2")  # any page begins the next visit
    page.goto(room)
    page.click("#since-last")
    page.wait_for_url("**/?since=*#new")
    assert page.locator("#new").inner_text().startswith("New since")
    asked = page.input_value("#since")
    page.evaluate(HOURS_AGO, 0.25)
    page.goto(room)
    again = page.locator("#since-last").get_attribute("href")
    assert asked.replace(":", "%3A") in (again or ""), "a quarter of an hour is the same visit"


def test_a_page_that_nobody_sees_is_no_visit(browser: Browser, room: str) -> None:
    with watched(browser, DESK) as seen:
        hidden = "Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' })"
        seen.page.add_init_script(hidden)
        seen.page.goto(room)
        assert seen.page.evaluate("localStorage.getItem('onrecord-visits')") is None


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_all_of_it_works_with_scripts_off(
    browser: Browser, room: str, own: Path, size: tuple[int, int]
) -> None:
    with watched(browser, size, scripts=False) as seen:
        page = seen.page
        page.goto(room)
        with page.expect_navigation():
            page.click("nav >> text=Statements")
        page.fill("#f-about", "gas") if size == DESK else None
        with page.expect_navigation():
            page.locator(".words a.go, .sentence a.go").first.click()
        assert page.locator("h1").count() == 1
        page.fill("#q", "denied")
        with page.expect_navigation():
            page.click(".find button")
        assert page.locator("mark").count() > 0
        page.goto(f"{room}/doubtful?kind=time")
        asked = page.locator(".doubt").count()
        with page.expect_navigation():
            page.locator(".doubt button").first.click()
        assert page.url.startswith(f"{room}/doubtful") and kept(own)[-1][1] == "confirmed"
        with page.expect_navigation():
            page.locator(".lately button").click()
        page.locator(".doubt").nth(asked - 1).wait_for()  # the page may still be coming in
        assert page.locator(".doubt").count() == asked
        page.goto(f"{room}/statements/dd44:s4")
        page.locator(".correct summary").click()
        page.fill("#c-reason", "no scripts here")
        page.select_option("#c-certainty", "unknown")
        with page.expect_navigation():
            page.click("text=Keep the correction")
        assert kept(own)[-1] == ("dd44:s4", "certainty", '"unknown"', "no scripts here")
        page.locator(".decided button").first.click()
        assert seen.faults == []
