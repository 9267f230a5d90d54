"""Labelled cases in tables that anyone can edit, and the check of each kind."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.score.places import NEAR_KM, distance_km
from benchmarks.score.seed_fields import describe_statement, quoted, spans_of
from benchmarks.score.seeds import ENOUGH, jaccard
from benchmarks.score.spans import Span, overlap, words

Row = Mapping[str, str]
Json = Mapping[str, Any]
FOLDER = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Outcome:
    """A case and what is wrong with what was found for it; "" where nothing is."""

    kind: str
    row: int
    case: str
    wrong: str


def rows(kind: str) -> list[dict[str, str]]:
    """The cases of a table; ValueError where a row quotes words that its text has not."""
    with (FOLDER / f"{kind}.csv").open(encoding="utf-8", newline="") as handle:
        found = list(csv.DictReader(handle))
    for number, row in enumerate(found, 2):
        for key in QUOTES[kind]:
            if row[key] not in row["text"]:
                raise ValueError(f"{kind}.csv, row {number}: {key} {row[key]!r} is not in its text")
    return found


def check(kind: str, records: Mapping[tuple[str, str], Json]) -> Iterator[Outcome]:
    """The outcome of each case, given the records by (text, publication date or "")."""
    for number, row in enumerate(rows(kind), 2):
        record = records[row["text"], row.get("published", "")]
        wrong = CHECKS[kind](row, record)
        yield Outcome(kind, number, row["text"], wrong)


def _time(row: Row, record: Json) -> str:
    span = _at(row["text"], row["expression"])
    near = [t for t in record["times"] if overlap(span, (t["start"], t["end"]))]
    for t in near:
        if (t["start"], t["end"], t["type"], t["value"]) == (*span, row["type"], row["value"]):
            return ""
    told = ", ".join(f"{t['text']!r} {t['type']} {t['value']}" for t in near) or "nothing"
    return f"want {row['expression']!r} {row['type']} {row['value']}, found {told}"


def _statement(row: Row, record: Json) -> str:
    tokens = words(row["text"])
    best: list[str] | None = None
    for found in record["statements"]:
        wrong = []
        for key in ("source", "cue", "content", "condition", "consequence"):
            wanted = [_at(row["text"], row[key])] if row[key] else []
            if jaccard(tokens, wanted, spans_of(found[key])) < ENOUGH:
                wrong.append(f"{key}: want {row[key]!r}, found {quoted(found[key])}")
        for key in ("act", "quote", "certainty", "polarity"):
            if row[key] and found[key] != row[key]:
                wrong.append(f"{key}: want {row[key]}, found {found[key]}")
        if best is None or len(wrong) < len(best):
            best = wrong
    if best is None:
        return "no statement"
    several = len(record["statements"]) > 1
    rest = "; ".join(describe_statement(s) for s in record["statements"]) if several else ""
    return "; ".join(best) + (f" (found in all: {rest})" if best and rest else "")


def _event(row: Row, record: Json) -> str:
    trigger = _at(row["text"], row["trigger"])
    near = [e for e in record["events"] if overlap(trigger, _span(e["trigger"]))]
    told = []
    for event in near:
        wrong = []
        for key in ("type", "status"):
            if event[key] != row[key]:
                wrong.append(f"{key}: want {row[key]}, found {event[key]}")
        for key in ("actor", "recipient"):
            found = spans_of(event[f"{key}_spans"])
            wanted = [_at(row["text"], row[key])] if row[key] else []
            if wanted and not any(overlap(wanted[0], span) for span in found):
                wrong.append(f"{key}: want {row[key]!r}, found {quoted(event[f'{key}_spans'])}")
        if not wrong:
            return ""
        told.append("; ".join(wrong))
    others = ", ".join(f"{e['type']} {quoted(e['trigger'])}" for e in record["events"])
    return " / ".join(told) or f"no event at {row['trigger']!r}, found {others or 'none'}"


def _place(row: Row, record: Json) -> str:
    span = _at(row["text"], row["place"])
    for place in record["places"]:
        if not overlap(span, (place["start"], place["end"])):
            continue
        found = f"found {place['name']!r} {place['country']} {place['lat']}, {place['lon']}"
        if place["lat"] is None:
            return f"unresolved: {found}"
        far = distance_km(float(row["lat"]), float(row["lon"]), place["lat"], place["lon"])
        if far > NEAR_KM or (row["country"] and place["country"] != row["country"]):
            return f"{far:.0f} km away: {found}"
        return ""
    return "no place found"


def _at(text: str, quoted_words: str) -> Span:
    start = text.index(quoted_words)
    return start, start + len(quoted_words)


def _span(item: Json) -> Span:
    return item["start"], item["end"]


CHECKS: dict[str, Callable[[Row, Json], str]] = {
    "times": _time,
    "statements": _statement,
    "events": _event,
    "places": _place,
}
QUOTES = {
    "times": ("expression",),
    "statements": ("source", "cue", "content", "condition", "consequence"),
    "events": ("trigger", "actor", "recipient"),
    "places": ("place",),
}
