"""Every page says what it is for, escapes what reports say, and holds at its edges."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from fastapi.testclient import TestClient

PAGES = (
    "/", "/?since=2020-01-01", "/events", "/events/aa11:e1", "/events/bb22:e2", "/statements",
    "/statements/aa11:s3", "/statements/ee55:s1", "/speakers/aa11:a1", "/speakers/aa11:a4",
    "/places/aa11:p1", "/times/aa11:t1",
    "/actors", "/warnings", "/disputes", "/silence", "/copies", "/places", "/reports",
    "/reports/aa11", "/reports/ee55", "/search", "/search?q=bombed", "/search?q=zebra",
    "/search?q=%22", "/search?q=alert", "/decisions",
)  # fmt: skip


class Page(HTMLParser):
    """The elements of a page, and what is wrong with them."""

    ALLOWED_SCRIPTS = ("/static/theme.js", "/static/room.js")

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.tags: list[str] = []
        self.text = ""
        self.faults: list[str] = []
        self._labelled: set[str] = set()
        self._fields: list[str] = []
        self.feed(html)
        self.faults += [f"no label: {name}" for name in self._fields if name not in self._labelled]
        self.faults += [f"id twice: {i}" for i in set(self.ids) if self.ids.count(i) > 1]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append(tag)
        if given.get("id"):
            self.ids.append(str(given["id"]))
        for name in given:
            if name.startswith("on") or name == "style":
                self.faults.append(f"{tag} {name}")
        if tag == "script" and given.get("src") not in self.ALLOWED_SCRIPTS:
            self.faults.append(f"script {given.get('src')}")
        for name in ("href", "src", "action"):
            if re.match(r"\s*(javascript|data|https?):|//", given.get(name) or ""):
                self.faults.append(f"{tag} {name} {given[name]}")
        if tag == "label" and given.get("for"):
            self._labelled.add(str(given["for"]))
        kind = given.get("type")
        if tag in ("input", "select") and kind not in ("hidden", "checkbox"):
            self._fields.append(str(given.get("id")))

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_whole(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text[:2000]
    page = Page(answer.text)
    assert page.faults == []
    for tag in ("main", "nav", "h1", "footer"):
        assert page.tags.count(tag) >= 1, tag
    assert page.tags.count("h1") == 1 and page.tags.count("main") == 1
    assert not {"img", "b onmouseover", "iframe", "object"} & set(page.tags)
    drawn = re.findall(r'<svg class="(?:timeline|map)"', answer.text)
    assert page.tags.count("svg") == len(drawn)
    assert not re.search(r"[\x00-\x08\x0b\x0e-\x1f]", answer.text)


def test_a_report_shows_its_text_as_published(client: TestClient) -> None:
    page = Page(client.get("/reports/ee55").text)
    assert (
        "<script>alert(1)</script> said <img src=x onerror=alert(2)> & that {{ 7*7 }}" in page.text
    )
    assert "x" * 10_000 in page.text and "שלום" in page.text and "\U0001f4a5" in page.text
    assert "\ufffd" in page.text, "what a browser would drop is shown as a mark"


def test_a_report_marks_its_items_and_tells_them_in_the_margin(client: TestClient) -> None:
    html = client.get("/reports/aa11").text
    assert re.search(r'<span class="m[^"]*\bsource\b[^"]*" data-in="[^"]*\bs1\b', html)
    assert 'id="s1"' in html and 'id="e1"' in html and 'id="p1"' in html
    notes = re.findall(r'data-of="(\w+)"', html)
    assert notes.index("s1") < notes.index("s2") < notes.index("s5")
    assert "elsewhere: 1" in html, "the event of another report is told of"
    assert re.search(r'note said in-1"\s+data-of="s4"', html), (
        "what is told within another is set in"
    )


def test_an_event_lays_its_accounts_side_by_side(client: TestClient) -> None:
    html = client.get("/events/aa11:e1").text
    page = Page(html)
    for slot in ("who", "what", "to whom", "when", "where", "how many", "on whose word"):
        assert f'<th scope="row">{slot}</th>' in html
    assert "24 or more killed" in page.text and "2021-03-09" in page.text
    assert 'href="/reports/aa11#e1"' in html, "each cell opens its evidence"
    assert "and 1 telling that says the same" in " ".join(page.text.split())
    assert "<del>denied</del> <ins>&lt;b&gt;rejected&lt;/b&gt;</ins>" in html
    assert "Denied" in page.text


def test_a_statement_shows_who_if_what_then_what(client: TestClient) -> None:
    text = Page(client.get("/statements/aa11:s3").text).text
    assert "Ilan Toreck" in text and "Mara Venn" in text and "threat" in text
    assert "Ordavia attacks Brasnick again" in text and "probable" in text


def test_a_day_that_only_the_report_bounds_is_in_brackets(client: TestClient) -> None:
    html = client.get("/statements/aa11:s2").text
    assert "(2021-03-10)" in html and "its own day bounds it" in html


def test_lists_are_narrowed_by_their_address(client: TestClient) -> None:
    html = client.get("/statements?act=deny&by=Toreck").text
    assert "2 statements<" in html and "We did not use gas" in html
    assert client.get("/statements?act=sing").status_code == 400
    assert "it may be assert" in client.get("/statements?act=sing").text
    assert client.get("/statements?since=soon").status_code == 400
    assert client.get("/statements?by=&about=").status_code == 200, "a form sends empty fields"
    assert client.get("/warnings?outcome=lost").status_code == 400
    assert client.get("/disputes?slot=number").status_code == 200


def test_facets_lead_to_the_narrowed_list_and_back(client: TestClient) -> None:
    html = client.get("/statements").text
    assert 'href="/statements?act=deny"' in html
    narrowed = client.get("/statements?act=deny").text
    assert 'href="/statements" aria-current="true"' in narrowed


def test_pages_of_a_list(client: TestClient) -> None:
    first = client.get("/statements?size=4").text
    assert "start=4" in first and 'rel="prev"' not in first
    second = client.get("/statements?size=4&start=4").text
    assert 'rel="prev"' in second and 'href="/statements?size=4"' in second
    assert client.get("/statements?size=0").status_code == 400
    assert client.get("/statements?start=-1").status_code == 400
    assert client.get("/events?size=1&start=1").text.count('class="row done"') == 1


@pytest.mark.parametrize(
    ("address", "where"),
    [
        ("/items/aa11:s1", "/statements/aa11:s1"),
        ("/items/aa11:e1", "/events/aa11:e1"),
        ("/items/aa11:a2", "/speakers/aa11:a2"),
        ("/items/aa11:p1", "/places/aa11:p1"),
        ("/items/aa:s1", "/statements/aa11:s1"),
        ("/items/aa11", "/reports/aa11"),
        ("/statements/aa11:e1", "/events/aa11:e1"),
        ("/events/aa11:s1", "/statements/aa11:s1"),
        ("/search?q=aa11:s1", "/statements/aa11:s1"),
    ],
)
def test_an_id_leads_to_its_page(client: TestClient, address: str, where: str) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.headers["location"]) == (303, where)


@pytest.mark.parametrize(
    "address", ["/reports/none", "/events/aa11:e9", "/speakers/record:a0", "/nothing", "/items/zz"]
)
def test_what_is_not_there_is_said_plainly(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert Page(answer.text).faults == []


def test_what_is_new_since_a_moment(client: TestClient) -> None:
    assert "Nothing came in since" in client.get("/?since=2999-01-01T00:00:00Z").text
    assert "Denial" in client.get("/?since=2001-01-01").text
    assert client.get("/?since=yesterday").status_code == 400
