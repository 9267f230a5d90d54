"""Labelled cases in tables that anyone can edit, and the check of each kind."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.cases.statements import statement_wrong
from benchmarks.score.places import NEAR_KM, distance_km
from benchmarks.score.seed_fields import describe_statement, quoted, spans_of
from benchmarks.score.spans import Span, overlap

Row = Mapping[str, str]
Json = Mapping[str, Any]
FOLDER = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Outcome:
    """A case, the table and row where it stands, and what is wrong: "" where nothing is."""

    kind: str
    at: str
    case: str
    wrong: str


def rows(kind: str) -> list[Row]:
    """The cases of a kind, of all its tables (``times.csv``, ``times_more.csv`` …).

    A row without a text goes on with the text of the row before. Each comes with where it stands
    ("at") and its number within its text ("of_text", from 1). ValueError where a row quotes words
    that its text has not.
    """
    return rows_of(kind, sorted(FOLDER.glob(f"{kind}*.csv")))


def rows_of(kind: str, paths: Iterable[Path]) -> list[Row]:
    """The cases of a kind in the given tables; as ``rows``."""
    found: list[Row] = []
    for path in paths:
        text, published, of_text = "", "", 0
        with path.open(encoding="utf-8", newline="") as handle:
            for number, row in enumerate(csv.DictReader(handle), 2):
                if row["text"]:
                    text, published, of_text = row["text"], row.get("published", ""), 0
                of_text += 1
                at = f"{path.name}:{number}"
                told = {"text": text, "published": published, "at": at, "of_text": str(of_text)}
                found.append(row | told)
                for key in QUOTES[kind]:
                    for words_ in pieces(row.get(key, "")):
                        if words_ not in text:
                            raise ValueError(f"{at}: {key} {words_!r} is not in its text")
    return found


def pieces(field: str) -> list[str]:
    """The quoted words of a field; " … " stands between the parts of a broken span."""
    return field.split(" … ") if field else []


def check(kind: str, records: Mapping[tuple[str, str], Json]) -> Iterator[Outcome]:
    """The outcome of each case, given the records by (text, publication date or "")."""
    for row in rows(kind):
        wrong = CHECKS[kind](row, records[row["text"], row["published"]])
        yield Outcome(kind, row["at"], row["text"], wrong)


def _time(row: Row, record: Json) -> str:
    span = _at(row["text"], row["expression"])
    near = [t for t in record["times"] if overlap(span, (t["start"], t["end"]))]
    for t in near:
        if (t["start"], t["end"], t["type"], t["value"]) == (*span, row["type"], row["value"]):
            return ""
    told = ", ".join(f"{t['text']!r} {t['type']} {t['value']}" for t in near) or "nothing"
    return f"want {row['expression']!r} {row['type']} {row['value']}, found {told}"


def _statement(row: Row, record: Json) -> str:
    found = record["statements"]
    if not any(row.get(key) for key in ("source", "cue", "content")):
        return "; ".join(f"nothing is said here, found {describe_statement(s)}" for s in found)
    wrongs = [statement_wrong(row, statement, record) for statement in found]
    if not wrongs:
        return "no statement"
    best = min(wrongs, key=len)
    rest = "; ".join(describe_statement(s) for s in found) if len(found) > 1 else ""
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
