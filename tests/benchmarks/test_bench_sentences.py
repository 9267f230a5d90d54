"""The sentences coded unseen are well formed, and their score tells right from wrong."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.cases import sentences


@pytest.mark.parametrize("part", sentences.PARTS)
def test_every_sentence_quotes_its_text(part: str) -> None:
    assert len(sentences.statement_rows(part)) >= 100
    cases = sentences.event_cases(part)
    assert len(cases) >= 100
    for case in cases:
        for event in case["events"]:
            named = [event["trigger"], *event.get("actor", []), *event.get("recipient", [])]
            assert all(words in case["text"] for words in named)


TEXT = "Rebels shelled the port on Monday."
CASE = {
    "text": TEXT,
    "published": None,
    "events": [
        {
            "trigger": "shelled",
            "type": "ASSAULT",
            "status": "happened",
            "actor": ["Rebels"],
            "recipient": [],
            "when": "XXXX-WXX-1",
            "where": None,
            "by": "reporter",
        }
    ],
}


def _read(**changed: Any) -> dict[str, Any]:
    event = {
        "trigger": {"start": 7, "end": 14, "text": "shelled"},
        "type": "ASSAULT",
        "status": "happened",
        "actor": ["r:a1"],
        "actor_spans": [{"start": 0, "end": 6}],
        "recipient": [],
        "recipient_spans": [],
        "when": "XXXX-WXX-1",
        "where": None,
        "on_word_of": "reporter",
    }
    actors = [{"id": "r:a1", "mentions": [{"start": 0, "end": 6}]}]
    return {"events": [event | changed], "actors": actors, "statements": []}


def test_an_event_that_is_all_right_counts_as_whole() -> None:
    score = sentences.EventScore()
    sentences.score(CASE, _read(), score)
    assert (score.gold, score.found, score.matched, score.whole) == (1, 1, 1, 1)
    assert score.wrong == []


@pytest.mark.parametrize(
    "changed",
    [
        {"type": "COERCE"},
        {"status": "alleged"},
        {"actor": [], "actor_spans": []},
        {"recipient": ["r:a1"]},
        {"when": None},
        {"where": "Lun"},
    ],
)
def test_each_wrong_field_is_told(changed: dict[str, Any]) -> None:
    score = sentences.EventScore()
    sentences.score(CASE, _read(**changed), score)
    assert (score.matched, score.whole, len(score.wrong)) == (1, 0, 1)


def test_events_without_a_partner_are_told() -> None:
    score = sentences.EventScore()
    sentences.score(CASE, _read(trigger={"start": 19, "end": 23, "text": "port"}), score)
    assert (score.gold, score.found, score.matched) == (1, 1, 0)
    assert [one.split(":")[0] for one in score.wrong] == [
        "no ASSAULT at 'shelled'",
        "too much, ASSAULT at 'port'",
    ]
