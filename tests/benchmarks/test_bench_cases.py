"""The labelled cases are well formed, and their checks tell right from wrong."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks import cases


@pytest.mark.parametrize("kind", list(cases.CHECKS))
def test_every_case_quotes_its_text(kind: str) -> None:
    assert len(cases.rows(kind)) >= 10


def _span(text: str, words: str) -> dict[str, Any]:
    start = text.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def _record(kind: str, row: cases.Row) -> dict[str, list[Any]]:
    """A record that has just what the case asks for."""
    text = row["text"]
    record: dict[str, list[Any]] = {"times": [], "places": [], "statements": [], "events": []}
    if kind == "times":
        item = {**_span(text, row["expression"]), "type": row["type"], "value": row["value"]}
    elif kind == "places":
        item = {**_span(text, row["place"]), "name": row["place"], "country": row["country"],
                "lat": float(row["lat"]) + 1, "lon": float(row["lon"])}  # fmt: skip
    elif kind == "events":
        item = {"type": row["type"], "status": row["status"],
                "trigger": _span(text, row["trigger"])}  # fmt: skip
        for key in ("actor", "recipient"):
            item[f"{key}_spans"] = [_span(text, row[key])] if row[key] else []
    elif not (row["cue"] or row["content"]):
        return record
    else:
        item = {key: row.get(key) or "?" for key in ("act", "quote", "certainty", "polarity")}
        item |= {key: row.get(key) for key in ("said", "channel", "addressee", "within")}
        for key in ("cue", "condition", "consequence"):
            item[key] = _span(text, row[key]) if row[key] else None
        item["source"] = _span(text, row["source"]) if row["source"] else {}
        item["source"]["named"] = row.get("named") == "yes"
        item["source"] = item["source"] if row["source"] else None
        item["content"] = [_span(text, words) for words in cases.pieces(row["content"])]
        name = row.get("addressee") or "nobody"
        record["actors"] = [{"id": name, "name": name, "aliases": [], "mentions": []}]
    record[kind] = [item]
    return record


@pytest.mark.parametrize("kind", list(cases.CHECKS))
def test_what_the_case_asks_for_is_right_and_nothing_is_wrong(kind: str) -> None:
    rows = cases.rows(kind)
    keys = [(row["text"], row["published"]) for row in rows]
    for row, key in zip(rows, keys, strict=True):
        assert cases.CHECKS[kind](row, _record(kind, row)) == "", key
    empty: dict[str, list[Any]] = {"times": [], "places": [], "statements": [], "events": []}
    silent = {row["at"] for row in rows if kind == "statements" and not row["cue"]}
    outcomes = list(cases.check(kind, dict.fromkeys(keys, empty)))
    assert {o.at for o in outcomes if not o.wrong} == silent


def test_a_place_too_far_and_a_wrong_status_are_told() -> None:
    row = cases.rows("places")[0]
    record = _record("places", row)
    record["places"][0]["lat"] += 2
    assert cases.CHECKS["places"](row, record).startswith("334 km away")
    row = cases.rows("events")[0]
    record = _record("events", row)
    record["events"][0]["status"] = "alleged"
    assert cases.CHECKS["events"](row, record) == "status: want happened, found alleged"
