"""Going through what is doubtful: each answer is a decision, and the item is gone from the list."""

from __future__ import annotations

import html
import re

import pytest
from fastapi.testclient import TestClient
from httpx import Response

from onrecord.store import open_store
from onrecord.web import Settings
from tests.store.test_doubtful import doubted

from .conftest import SAME_ORIGIN


@pytest.fixture
def client(client: TestClient, settings: Settings) -> TestClient:
    """The room on a record with a doubtful place, told of twice, a day and a speaker."""
    with open_store(settings.record, write=True) as store:
        store.add(doubted("dd44"))
    return client


def forms(client: TestClient, address: str = "/doubtful") -> list[dict[str, str]]:
    """The fields of each item's form."""
    page = client.get(address).text
    parts = re.findall(r'<form method="post" action="/doubtful".*?</form>', page, re.S)
    return [
        {
            name: html.unescape(value)
            for name, value in re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', part)
        }
        for part in parts
    ]


def sent(client: TestClient, settings: Settings, kind: str, **given: str) -> Response:
    """What sending the first form of the kind with what is ``given`` is answered with."""
    form = next(f for f in forms(client, f"/doubtful?kind={kind}") if f["kind"] == kind)
    fields = {**form, "csrf": settings.csrf, **given}
    return client.post("/doubtful", data=fields, headers=SAME_ORIGIN)


def answer(client: TestClient, settings: Settings, kind: str, **given: str) -> int:
    return sent(client, settings, kind, **given).status_code


def kept(settings: Settings) -> list[tuple[str, str, str]]:
    with open_store(settings.record) as store:
        return [(c.item_id, c.field, c.value) for c in store.corrections()]


def test_each_item_is_a_question_with_its_words_and_answers(client: TestClient) -> None:
    page = client.get("/doubtful").text
    assert "Is “Brasnik” Brasnik (XKM town at -32.4, -19.3)?" in page
    assert "Brasnik (XOR town at 1.0, 2.0)" in page and "So 2 times in this report" in page
    assert "Which day is “Tuesday”?" in page and "Does “its” stand for Kalmeria?" in page
    assert 'aria-keyshortcuts="r"' in page and 'aria-keyshortcuts="1"' in page
    assert client.get("/doubtful?kind=sure").status_code == 400
    assert "Nothing that is doubtful" in client.get("/doubtful?kind=link").text


def test_right_is_kept_for_all_that_are_alike(client: TestClient, settings: Settings) -> None:
    assert answer(client, settings, "place", answer="right") == 303
    assert kept(settings) == [
        ("dd44:p1", "confirmed", "true"), ("dd44:p2", "confirmed", "true"),
    ]  # fmt: skip
    assert forms(client, "/doubtful?kind=place") == []


def test_another_place_is_chosen(client: TestClient, settings: Settings) -> None:
    assert answer(client, settings, "place", answer="choice.0", reason="the one by the sea") == 303
    assert kept(settings)[0] == ("dd44:p1", "geonameid", "902")
    assert "the one by the sea" in client.get("/places/dd44:p1").text


def test_none_of_the_places_leaves_it_open(client: TestClient, settings: Settings) -> None:
    assert answer(client, settings, "place", answer="wrong") == 303
    assert "not settled" in client.get("/places/dd44:p1").text
    assert forms(client, "/doubtful?kind=place") == []


def test_a_day_is_given_or_left_open(client: TestClient, settings: Settings) -> None:
    assert answer(client, settings, "time", value="2021-03-02") == 303
    assert kept(settings) == [("dd44:t9", "value", '"2021-03-02"')]


def test_a_speaker_is_told_or_not_known(client: TestClient, settings: Settings) -> None:
    assert answer(client, settings, "speaker", source="dd44:a2") == 303
    assert kept(settings) == [("dd44:s1", "source", '"dd44:a2"')]


def test_what_is_no_answer_is_refused(client: TestClient, settings: Settings) -> None:
    for kind, wrong in (("place", "choice.7"), ("place", ""), ("time", ""), ("speaker", "maybe")):
        assert answer(client, settings, kind, answer=wrong) == 400, (kind, wrong)
    assert answer(client, settings, "place", csrf="guessed") == 403
    assert answer(client, settings, "place", items="") == 400
    assert kept(settings) == []


def test_a_form_that_is_sent_twice_is_kept_once(client: TestClient, settings: Settings) -> None:
    (form,) = forms(client, "/doubtful?kind=time")
    fields = {**form, "csrf": settings.csrf, "answer": "right"}
    for _ in range(2):
        assert client.post("/doubtful", data=fields, headers=SAME_ORIGIN).status_code == 303
    assert len(kept(settings)) == 1


def test_an_answer_is_undone_as_a_whole(client: TestClient, settings: Settings) -> None:
    where = sent(client, settings, "place", answer="right").headers["location"]
    assert where == "/doubtful?kind=place&done=1-2#d1"
    page = client.get(where).text
    assert "Last decided" in page and "and 1 more alike" in page
    (numbers,) = re.findall(r'name="numbers" value="([\d ]+)"', page)
    fields = {"csrf": settings.csrf, "numbers": numbers, "back": "/doubtful"}
    undone = client.post("/doubtful/undo", data=fields, headers=SAME_ORIGIN)
    assert undone.headers["location"] == "/doubtful"
    assert len(forms(client, "/doubtful?kind=place")) == 1
    assert "Last decided" not in client.get("/doubtful").text
    assert client.post("/doubtful/undo", data=fields, headers=SAME_ORIGIN).status_code == 400
