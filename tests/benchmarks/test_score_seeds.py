"""The seeds' scorer on an invented report: all right, then one thing wrong at a time."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from benchmarks.score.names import alike
from benchmarks.score.seed_links import score_links
from benchmarks.score.seeds import Options, SeedScore, invented_dates, score

TEXT = (
    "Arvenia's defence minister Ana Roe on Monday warned Besk that if its ships cross the line, "
    '"we will sink them". Two officials told the Courier they knew of no such order. '
    "The port of Lun was shelled last week."
)


def span(words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def gold() -> dict[str, Any]:
    first = {
        "id": "a1", "source": span("Arvenia's defence minister Ana Roe"), "actor": "Ana Roe",
        "named": True, "cue": span("warned"),
        "content": [span('that if its ships cross the line, "we will sink them"')],
        "act": "threaten", "quote": "mixed", "condition": span("its ships cross the line"),
        "consequence": span('"we will sink them"'), "said": "2031-05-05", "channel": None,
        "addressee": "Besk", "certainty": "certain", "polarity": "positive", "within": None,
    }  # fmt: skip
    second = {
        **first, "id": "a2", "source": span("Two officials"), "actor": "unnamed officials",
        "named": False, "cue": span("told"), "content": [span("they knew of no such order")],
        "act": "disclaim", "quote": "indirect", "condition": None, "consequence": None,
        "said": None, "channel": "the Courier", "addressee": None,
    }  # fmt: skip
    event = {
        "id": "e1", "trigger": span("shelled"), "type": "ASSAULT", "actor": [],
        "recipient": ["Lun"], "when": "2031-W18", "where": "Lun", "status": "happened",
        "on_word_of": "reporter", "note": "COERCE also acceptable",
    }  # fmt: skip
    times = [{**span("Monday"), "value": "2031-05-05"}, {**span("last week"), "value": "2031-W18"}]
    groups = [{"name": "Ana Roe", "mentions": ["Arvenia's defence minister Ana Roe"]}]
    return {
        "doc": "invented", "statements": [first, second], "events": [event], "times": times,
        "actors": groups,
    }  # fmt: skip


def record() -> dict[str, Any]:
    """A record that says what the gold says."""
    people = [
        ("Ana Roe", "Arvenia's defence minister Ana Roe", True),
        ("officials", "Two officials", False),
        ("Besk", "Besk", True),
        ("Lun", "The port of Lun", True),
    ]
    actors = [
        {"id": f"r:a{n}", "name": name, "kind": "other", "country": None, "aliases": [],
         "named": named, "mentions": [span(words)]}
        for n, (name, words, named) in enumerate(people, 1)
    ]  # fmt: skip
    statements = []
    for n, g in enumerate(gold()["statements"], 1):
        found = {k: v for k, v in g.items() if k not in ("actor", "named")}
        found["id"] = f"r:s{n}"
        found["source"] = {**g["source"], "actor": f"r:a{n}", "named": g["named"]}
        found["addressee"] = "r:a3" if g["addressee"] else None
        statements.append(found)
    event = {**gold()["events"][0], "id": "r:e1", "recipient": ["r:a4"], "where_place": None}
    times = [{**t, "from": None, "to": None} for t in gold()["times"]]
    return {
        "report": {"text": TEXT}, "times": times, "places": [], "actors": actors,
        "statements": statements, "events": [event], "links": [],
    }  # fmt: skip


def counts(result: SeedScore) -> list[tuple[int, int]]:
    return [result.count(kind, full=True) for kind in ("statement", "event", "time", "actor")]


def test_the_gold_itself_is_right_in_everything() -> None:
    result = score(gold(), record())
    assert [item.misses for item in result.items if item.misses] == []
    assert counts(result) == [(2, 2), (1, 1), (2, 2), (1, 1)]
    assert result.extra == []
    assert result.to_gold == {"r:s1": "a1", "r:s2": "a2", "r:e1": "e1"}


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("quote", "direct", "quote: want mixed, found direct"),
        ("condition", None, "condition: want “its ships cross the line”, found —"),
        ("said", None, "said: want 2031-05-05, found None"),
        ("addressee", "r:a2", "addressee: want 'Besk', found 'officials'"),
        ("certainty", "possible", "certainty: want certain, found possible"),
        ("channel", "a tweet", "channel: want None, found 'a tweet'"),
        ("within", "r:s2", "within: want None, found a2"),
    ],
)
def test_a_wrong_field_leaves_it_found_but_not_full(field: str, value: object, says: str) -> None:
    wrong = record()
    wrong["statements"][0][field] = value
    result = score(gold(), wrong)
    assert result.count("statement") == (2, 2)
    assert result.count("statement", full=True) == (1, 2)
    assert result.items[0].misses == (says,)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("act", "warn"),
        ("cue", span("Monday warned Besk")),
        ("content", [span('"we will sink them"')]),
        ("source", None),
    ],
)
def test_a_wrong_core_is_not_found(field: str, value: object) -> None:
    wrong = record()
    wrong["statements"][0][field] = value
    result = score(gold(), wrong)
    assert result.count("statement") == (1, 2)
    assert result.items[0].misses[0].startswith(field)


def test_a_named_source_in_place_of_an_unnamed_is_not_full() -> None:
    wrong = record()
    wrong["statements"][1]["source"]["named"] = True
    result = score(gold(), wrong)
    assert result.items[1].misses == ("named: want False, found True",)


def test_events_types_status_and_roles() -> None:
    also = record()
    also["events"][0]["type"] = "COERCE"
    assert score(gold(), also).count("event") == (1, 1)
    alleged = record()
    alleged["events"][0]["status"] = "alleged"
    assert score(gold(), alleged).count("event") == (0, 1)
    blamed = record()
    blamed["events"][0]["actor"] = ["r:a3"]
    result = score(gold(), blamed)
    assert result.count("event") == (1, 1)
    assert result.count("event", full=True) == (0, 1)


def test_undated_a_calendar_date_is_invented_and_an_open_one_is_right() -> None:
    dated = score(gold(), record(), Options(dated=False))
    assert dated.count("time") == (0, 2)
    assert len(dated.invented) == 4  # two times, a statement and an event
    open_ = copy.deepcopy(record())
    open_["times"][0]["value"], open_["times"][1]["value"] = "XXXX-WXX-1", "XXXX-WXX"
    open_["statements"][0]["said"] = "XXXX-WXX-1"
    open_["events"][0]["when"] = None
    result = score(gold(), open_, Options(dated=False))
    assert result.invented == []
    assert counts(result)[:3] == [(2, 2), (1, 1), (2, 2)]


def test_a_year_that_is_written_is_not_invented() -> None:
    time = {"text": "May 2031", "value": "2031-05", "from": "2031-05-01", "to": "2031-06-01"}
    assert invented_dates({"times": [time]}) == []


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ana Roe", "Arvenian minister Ana Roe", True),
        ("Ana Roe", "Roe", True),
        ("Ana Roe", "Ben Roe", False),
        ("White House", "the White House press secretary", False),
        ("president", "The president of Arvenia", True),
        ("United States", "the US", True),
        ("France", "Germany", False),
    ],
)
def test_names(one: str, other: str, same: bool) -> None:
    assert alike(one, other) is same


def test_links_between_items_that_mean_the_golds() -> None:
    link = {"kind": "restates", "from": "r:s2", "to": "r:s1"}
    to_gold = {"r:s1": "a1", "r:s2": "a2"}
    found, missing = score_links({"restates": [["a1", "a2"]], "denies": []}, [link], to_gold)
    assert (found, missing) == (["restates a1 → a2"], [])
