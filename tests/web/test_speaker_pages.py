"""A speaker's page: its whole story, each part with its evidence."""

from __future__ import annotations

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from onrecord.store import open_store
from onrecord.web import Settings, create_app
from tests.spokenrecords import links, spoken

from .conftest import BASE


@pytest.fixture
def page(tmp_path: Path) -> tuple[TestClient, str]:
    path = tmp_path / "spoken.db"
    with open_store(path, write=True) as store:
        for record in spoken():
            store.add(record)
        store.add_links(links())
        who = next(iter(store.actors())).id
    client = TestClient(create_app(Settings(record=path)), base_url=BASE)
    return client, f"/speakers/{who}"


def test_it_tells_the_story(page: tuple[TestClient, str]) -> None:
    client, address = page
    html = client.get(address).text
    for told in (
        "Went back on what it had said",
        "spoke against it later",
        "Warned of, and what came of it",
        "bridges might fall",
        "Would not say, or did not know",
        "to speak of the bridges",
        "Said again",
        "Told in 2 reports",
        "Its words on 1 later occasion",
        "Denies (1)",
    ):
        assert told in html
    for item in ("d1:s1", "d3:s1", "d4:s1", "d5:s1", "d6:s1"):
        assert f'href="/statements/{item}"' in html
    assert "6 statements" in html


def test_narrowed_it_shows_what_was_asked_for_alone(page: tuple[TestClient, str]) -> None:
    client, address = page
    html = client.get(f"{address}?act=warn").text
    assert "bridges might fall" in html
    assert "Went back on" not in html
    assert "confirmed that" not in html


def test_it_goes_on_where_it_ends(page: tuple[TestClient, str]) -> None:
    client, address = page
    html = client.get(f"{address}?size=2").text
    assert "Further on" in html
    assert "Warned of" in html
    assert "Warned of" not in client.get(f"{address}?size=2&start=2").text
