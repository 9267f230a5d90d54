"""Sentences that were written and coded without sight of the program, and what is wrong with how it
reads them.

``sentences/statements_PART.csv`` are as the tables of statements. ``sentences/events_PART.jsonl``
have a text a line with all its events: each a dict with ``trigger``, ``type`` and ``status``, and,
where it is beyond argument, ``actor`` and ``recipient`` (lists of words of the text), ``when`` (a
TIMEX3 value or null), ``where`` (words or null) and ``by`` ("reporter", or words of the source).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from benchmarks import cases
from benchmarks.score.spans import Span, overlap

Json = Mapping[str, Any]
PARTS = ("tune", "held")
FOLDER = cases.FOLDER / "sentences"


@dataclass(slots=True)
class EventScore:
    """Counts over the events of a part."""

    gold: int = 0
    found: int = 0
    matched: int = 0
    whole: int = 0
    wrong: list[str] = field(default_factory=list)


def statement_rows(part: str) -> list[cases.Row]:
    """The rows of a part's table of statements."""
    return cases.rows_of("statements", [FOLDER / f"statements_{part}.csv"])


def event_cases(part: str) -> list[dict[str, Any]]:
    """The texts of a part with their events."""
    path = FOLDER / f"events_{part}.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def score(case: Json, record: Json, into: EventScore) -> None:
    """Add one text's events: an event is found where a trigger overlaps its own, one to one."""
    text, free = case["text"], list(record["events"])
    into.gold += len(case["events"])
    into.found += len(free)
    for event in case["events"]:
        at = _span(text, event["trigger"])
        near = [e for e in free if overlap(at, _of(e["trigger"]))]
        best = min(near, key=lambda e: e["type"] != event["type"], default=None)
        if best is None:
            into.wrong.append(f"no {event['type']} at {event['trigger']!r}: {text}")
            continue
        free.remove(best)
        into.matched += 1
        misses = list(_misses(text, event, best, record))
        into.whole += not misses
        if misses:
            into.wrong.append(f"{event['trigger']!r}: {'; '.join(misses)}: {text}")
    into.wrong += [f"too much, {e['type']} at {e['trigger']['text']!r}: {text}" for e in free]


def _misses(text: str, event: Json, found: Json, record: Json) -> Iterator[str]:
    for key in ("type", "status"):
        if found[key] != event[key]:
            yield f"{key} {found[key]}, not {event[key]}"
    for key in ("actor", "recipient"):
        if key in event and not _same(text, event[key], found, key, record):
            yield f"{key} not {event[key]}"
    if "when" in event and found["when"] != event["when"]:
        yield f"when {found['when']}, not {event['when']}"
    if "where" in event and not _place(event["where"], found["where"]):
        yield f"where {found['where']}, not {event['where']}"
    if "by" in event and not _by(event["by"], found["on_word_of"], record):
        yield f"on the word of {found['on_word_of']}, not {event['by']}"


def _same(text: str, wanted: list[str], found: Json, key: str, record: Json) -> bool:
    """Whether each that is wanted is mentioned there, and at most one more is."""
    if not wanted:
        return not found[key]
    spans = [_of(span) for span in found[f"{key}_spans"]]
    spans += [_of(m) for a in record["actors"] if a["id"] in found[key] for m in a["mentions"]]
    there = all(any(overlap(_span(text, words), span) for span in spans) for words in wanted)
    return there and len(found[key]) <= len(wanted) + 1


def _place(wanted: str | None, found: str | None) -> bool:
    if not wanted or not found:
        return not wanted and not found
    return wanted.lower() in found.lower() or found.lower() in wanted.lower()


def _by(wanted: str, found: str, record: Json) -> bool:
    if wanted == "reporter" or found == "reporter":
        return wanted == found
    statement = next(s for s in record["statements"] if s["id"] == found)
    source = (statement["source"] or {}).get("text", "").lower()
    return bool(source) and (wanted.lower() in source or source in wanted.lower())


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return start, start + len(words)


def _of(item: Json) -> Span:
    return item["start"], item["end"]
