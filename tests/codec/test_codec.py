"""The JSON of a record: as documented, valid, and the same record when read again."""

from __future__ import annotations

import copy
import json
from typing import Any, get_args

import jsonschema
import pytest
from hypothesis import given, settings

from onrecord import records as r
from onrecord.codec import (
    links_line,
    load_schema,
    record_from_dict,
    record_to_dict,
    to_json_line,
)
from onrecord.errors import RecordError, SpanError
from onrecord.records import ReportRecord, Span
from tests.anyrecords import records
from tests.recordmaking import example, report

SCHEMA = load_schema()
VALID = jsonschema.Draft202012Validator(SCHEMA)


def spans(value: Any) -> list[dict[str, Any]]:
    """Every object of the JSON that quotes its report."""
    found = []
    if isinstance(value, dict):
        if {"start", "end", "text"} <= set(value):
            found.append(value)
        for inner in value.values():
            found += spans(inner)
    elif isinstance(value, list):
        for inner in value:
            found += spans(inner)
    return found


@settings(max_examples=60, deadline=None)
@given(records())
def test_any_record_comes_back_from_its_line(record: ReportRecord) -> None:
    line = to_json_line(record)
    assert line.splitlines() == [line]
    value = json.loads(line)
    VALID.validate(value)
    assert record_from_dict(value) == record
    for span in spans({**value, "report": None}):
        assert record.report.text[span["start"] : span["end"]] == span["text"]


def test_keys_stand_in_the_documented_order() -> None:
    value = record_to_dict(example())
    assert list(value) == ["report", "times", "places", "actors", "statements", "events", "links"]
    assert (
        list(value["report"])
        == (
            "id outlet title author url published published_basis language sha256 version_of text"
        ).split()
    )
    assert list(value["times"][0]) == "id start end text type value from to anchor".split()
    assert list(value["places"][0]) == (
        "id start end text name country lat lon geonameid feature others".split()
    )
    assert list(value["actors"][0]) == (
        "id name kind country sector named aliases roles mentions".split()
    )
    assert (
        list(value["statements"][0])
        == (
            "id source cue content quote act addressee condition consequence certainty polarity "
            "said said_time channel channel_span within"
        ).split()
    )
    assert list(value["statements"][0]["source"]) == "start end text actor named".split()
    assert (
        list(value["events"][0])
        == (
            "id trigger type mode context actor actor_spans recipient recipient_spans when "
            "when_time where where_place status on_word_of counts"
        ).split()
    )
    assert list(value["events"][0]["counts"][0]) == "what low high start end text".split()
    assert list(value["links"][0]) == "kind from to score why slot spans".split()
    assert list(value["links"][0]["spans"][0]) == "report start end text".split()


def test_a_line_of_links_is_valid() -> None:
    VALID.validate(json.loads(links_line(example().links)))


def test_a_line_holds_no_break_that_unicode_would_split_at() -> None:
    line = to_json_line(ReportRecord(report(text="one\u2028two\u2029three\u0085four")))
    assert len(line.splitlines()) == 1
    assert json.loads(line)["report"]["text"] == "one\u2028two\u2029three\u0085four"


@pytest.mark.parametrize(
    ("literal", "path"),
    [
        (r.TimeType, "time/type"),
        (r.ActorKind, "actor/kind"),
        (r.Quote, "statement/quote"),
        (r.Act, "statement/act"),
        (r.Certainty, "statement/certainty"),
        (r.Polarity, "statement/polarity"),
        (r.EventType, "event/type"),
        (r.Status, "event/status"),
        (r.LinkKind, "link/kind"),
        (r.Slot, "link/slot"),
        (r.PublishedBasis, "report/published_basis"),
    ],
)
def test_the_schema_allows_what_the_records_allow(literal: Any, path: str) -> None:
    kind, field = path.split("/")
    allowed = SCHEMA["$defs"][kind]["properties"][field]["enum"]
    assert [value for value in allowed if value is not None] == list(get_args(literal))


def changed(path: str, value: Any) -> dict[str, Any]:
    """The example's JSON with one value changed; ``...`` takes the key away."""
    whole = copy.deepcopy(record_to_dict(example()))
    *steps, last = [int(step) if step.isdigit() else step for step in path.split("/")]
    inner: Any = whole
    for step in steps:
        inner = inner[step]
    if value is ...:
        del inner[last]
    else:
        inner[last] = value
    return whole


# What is wrong, and what the message must name.
WRONG = [
    ("report/text", ..., "report.text is missing"),
    ("events", ..., "events is missing"),
    ("extra", 1, "extra is no field"),
    ("statements/0/extra", 1, "statements[0].extra is no field"),
    ("statements/0/source/extra", 1, "statements[0].source.extra is no field"),
    ("times/0/start", "6", "times[0].start is str '6'; it must be a whole number"),
    ("times/0/start", True, "times[0].start is bool True"),
    ("times/0/text", "Monday!", "times[0] quotes 'Monday!'"),
    ("times/0/end", 5, "times[0]: a span from"),
    ("actors/0/named", None, "actors[0].named is null; it must be true or false"),
    ("actors/0/kind", "king", "actors[0]: kind is 'king'"),
    ("actors/0/mentions", [], "actors[0]: actor 'Kalmeria' has no mention"),
    ("actors/1/aliases/0", 3, "actors[1].aliases[0] is int 3"),
    ("statements/2/condition/text", "never", "statements[2].condition"),
    ("statements/0/act", "lie", "statements[0]: act is 'lie'"),
    ("events/0/counts", {}, "events[0].counts is dict"),
    ("events/0/trigger", None, "events[0].trigger is null; it must be an object"),
    ("places/0/lat", "x", "places[0].lat is str"),
    ("places/0/geonameid", 1.5, "places[0].geonameid is float"),
    ("links/0/spans/0/report", ..., "links[0].spans[0].report is missing"),
    ("links/0/kind", "likes", "links[0]: kind is 'likes'"),
]


@pytest.mark.parametrize(("path", "value", "message"), WRONG)
def test_what_is_wrong_is_named(path: str, value: Any, message: str) -> None:
    with pytest.raises(RecordError) as told:
        record_from_dict(changed(path, value))
    assert message in str(told.value)


def test_a_misquote_is_a_span_error() -> None:
    value = changed("statements/0/cue", {"start": 0, "end": 3, "text": "xyz"})
    with pytest.raises(SpanError, match=r"statements\[0\].cue quotes 'xyz', but"):
        record_from_dict(value)


@pytest.mark.parametrize("value", [None, [], "report", 3])
def test_a_line_is_an_object(value: Any) -> None:
    with pytest.raises(RecordError, match="must be an object"):
        record_from_dict(value)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("extra", 1),
        ("report/extra", 1),
        ("report/id", "a:b"),
        ("report/sha256", "00"),
        ("report/published", "yesterday"),
        ("times/0/type", "HOUR"),
        ("times/0/id", "aa11:x1"),
        ("places/0/country", "Syria"),
        ("places/0/lat", 91),
        ("places/0/others/0/score", 2),
        ("actors/0/kind", "king"),
        ("actors/0/mentions", []),
        ("statements/0/act", "lie"),
        ("statements/0/source/extra", 1),
        ("statements/0/within", "aa11:e1"),
        ("statements/0/cue/start", -1),
        ("events/0/status", "maybe"),
        ("events/0/on_word_of", "nobody"),
        ("links/0/slot", "when"),
        ("events", ...),
    ],
)
def test_the_schema_refuses(path: str, value: Any) -> None:
    assert not VALID.is_valid(changed(path, value))
    assert VALID.is_valid(record_to_dict(example()))


def test_the_schema_refuses_a_line_of_no_links() -> None:
    assert not VALID.is_valid({"links": []})
    assert not VALID.is_valid({"links": [{}]})


def test_the_schema_is_strict_throughout() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    for name, definition in SCHEMA["$defs"].items():
        if definition.get("type") == "object":
            assert definition["additionalProperties"] is False, name
            assert definition["required"] == list(definition["properties"]), name


def test_numbers_that_json_does_not_have_are_refused() -> None:
    record = example()
    link = r.Link("about", "aa11:s1", "aa11:e1", float("nan"), "why")
    with pytest.raises(ValueError, match="Out of range"):
        to_json_line(ReportRecord(record.report, links=(link,)))


def test_link_spans_may_stand_in_another_report() -> None:
    value = changed("links/0/spans/0", {"report": "bb22", "start": 900, "end": 903, "text": "far"})
    assert record_from_dict(value).links[0].spans == (("bb22", Span(900, 903, "far")),)
