"""Correcting in the reading room: a decision is kept, shown, and undone."""

from __future__ import annotations

import re

from fastapi.testclient import TestClient

from onrecord.store import open_store
from onrecord.web import Settings

from .conftest import SAME_ORIGIN


def send(client: TestClient, settings: Settings, address: str = "/corrections", **fields: str):
    given = {"csrf": settings.csrf, "item": "aa11:s1", "reason": "misread", "by": "Mara"}
    return client.post(address, data={**given, **fields}, headers=SAME_ORIGIN)


def test_only_what_was_changed_is_kept(client: TestClient, settings: Settings) -> None:
    fields = {"set.act": "reject", "was.act": "deny", "set.quote": "indirect"}
    answer = send(client, settings, **fields, **{"was.quote": "indirect"})
    assert answer.status_code == 303
    with open_store(settings.record) as store:
        kept = list(store.corrections())
    assert [(c.item_id, c.field, c.value, c.reason, c.by) for c in kept] == [
        ("aa11:s1", "act", '"reject"', "misread", "Mara")
    ]
    shown = client.get("/statements/aa11:s1").text
    assert "misread" in shown and "Decisions" in shown
    assert "read as deny" in shown, "what the program had read stands beside it"
    assert "misread" in client.get("/decisions").text


def test_a_decision_is_undone_with_one_click(client: TestClient, settings: Settings) -> None:
    send(client, settings, **{"set.act": "reject", "was.act": "deny"})
    page = client.get("/decisions").text
    where = re.findall(r'action="(/corrections/\d+/undo)"', page)
    assert len(where) == 1
    assert send(client, settings, where[0], reason="").headers["location"] == "/decisions"
    page = client.get("/decisions").text
    assert "Undid decision" in page and 'action="/corrections/1/undo"' not in page
    assert send(client, settings, where[0]).status_code == 400


def test_what_cannot_be_kept_is_told(client: TestClient, settings: Settings) -> None:
    none = send(client, settings)
    assert none.status_code == 400 and "nothing was changed" in none.text
    missing = send(client, settings, item="zz:s1", **{"set.act": "deny"})
    assert missing.status_code == 400
    no_reason = send(client, settings, reason=" ", **{"set.act": "reject", "was.act": "deny"})
    assert no_reason.status_code == 400 and "reason" in no_reason.text


def test_the_forms_show_what_stands_and_what_may(client: TestClient) -> None:
    for address, fields in (
        ("/statements/aa11:s3", {"act", "said", "source", "addressee", "certainty"}),
        ("/events/aa11:e1", {"type", "status", "when", "where", "actor", "count.1", "on_word_of"}),
        ("/speakers/aa11:a2", {"name", "kind", "country", "named"}),
        ("/reports/aa11", {"published", "outlet", "title", "author", "url"}),
    ):
        html = client.get(address).text
        assert set(re.findall(r'name="set\.([\w.]+)"', html)) >= fields, address
    assert '<option value="threaten" selected>' in client.get("/statements/aa11:s3").text
