"""The record as JSON: every answer has the shape that its description says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from schemathesis import GenerationMode
from schemathesis.config import SchemathesisConfig

from onrecord.codec import to_plain
from onrecord.store import open_store
from onrecord.web import Settings, create_app

from .fakes import FakeRoom

EXAMPLES = {GenerationMode.POSITIVE: 12, GenerationMode.NEGATIVE: 2}
"""Questions made up for every address."""

REAL = 5
"""The same of a record that was read, whose views are costlier."""

MODES = (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)


@pytest.mark.parametrize("mode", MODES, ids=["fitting", "unfitting"])
def test_any_question_is_answered_as_described(room: FakeRoom, mode: GenerationMode) -> None:
    tried = _answered(Settings(record=room.path), room, mode, EXAMPLES[mode])
    assert tried >= 18


def _answered(
    settings_: Settings, room: FakeRoom | None, mode: GenerationMode, examples: int
) -> int:
    """Asks questions that are made up of the description; how many addresses were asked."""
    app = create_app(settings_, room)
    # a string may be one and still no word, no day, nobody's name: then 400 says what is wrong
    checks = {"positive_data_acceptance": {"expected-statuses": ["2xx", "400", "404"]}}
    config = SchemathesisConfig.from_dict({"headers": {"Host": "127.0.0.1"}, "checks": checks})
    described = schemathesis.openapi.from_asgi(
        "/api/openapi.json", app, config=config, headers={"Host": "127.0.0.1"}
    )
    tried = 0
    for found in described.get_all_operations():
        operation = found.ok()
        if mode is GenerationMode.NEGATIVE and not (operation.query or operation.path_parameters):
            continue
        tried += 1

        @settings(
            max_examples=examples,
            deadline=None,
            database=None,
            derandomize=True,
            suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow],
        )
        @given(case=operation.as_strategy(generation_mode=mode))
        def answered(case: Any) -> None:
            case.call_and_validate()

        answered()
    return tried


def test_any_question_about_a_record_that_was_read_is_answered_as_described(
    example_db: Path,
) -> None:
    _answered(Settings(record=example_db), None, GenerationMode.POSITIVE, REAL)


def test_an_item_is_as_read_prints_it(client: TestClient, room: FakeRoom) -> None:
    given = client.get("/api/reports/aa11").json()
    with open_store(room.path) as store:
        assert given == json.loads(json.dumps(to_plain(store.record("aa11"))))


def test_lists_are_narrowed_and_cut(client: TestClient) -> None:
    answer = client.get("/api/statements", params={"act": ["deny", "threaten"], "size": 2}).json()
    assert answer["total"] == 8 and len(answer["rows"]) == 2
    rest = client.get("/api/statements?act=deny&act=threaten&size=2&start=4").json()
    assert len(rest["rows"]) == 2 and rest["start"] == 4
    assert client.get("/api/statements?act=sing").status_code == 422
    wrong = client.get("/api/statements?since=2021-13")
    assert wrong.status_code == 400 and "2021-13" in wrong.json()["error"]


def test_a_row_carries_its_evidence(client: TestClient) -> None:
    row = client.get("/api/statements?by=Toreck&act=threaten").json()["rows"][0]
    text = client.get(f"/api/reports/{row['report']['id']}").json()["report"]["text"]
    for span in (row["sentence"], row["statement"]["cue"], *row["statement"]["content"]):
        assert text[span["start"] : span["end"]] == span["text"]


def test_links_and_views(client: TestClient) -> None:
    page = client.get("/api/happenings/bb22:e1").json()
    assert (
        page["happening"]["id"] == "bb22:e1" and page["related"][0]["link"]["kind"] == "same_event"
    )
    copy = client.get("/api/copies?report=bb22").json()["rows"][0]
    assert copy["copy"]["id"] == "bb22" and copy["changed"] == [["denied", "<b>rejected</b>"]]
    assert client.get("/api/facets/statements").json()["act"][0]["count"] > 0


def test_what_is_not_there(client: TestClient) -> None:
    for address in ("/api/items/zz", "/api/reports/zz", "/api/happenings/aa11:s1"):
        assert client.get(address).status_code == 404, address
    assert set(client.get("/api/nothing").json()) == {"error"}
