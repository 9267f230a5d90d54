"""Score a record's JSON against a hand-coded one, and say of every miss what was found instead.

A statement is found where its source, cue and content each share at least 0.8 of their words
with the gold's (Jaccard, by position) and the act is the same; "every field" asks for the rest
of record.md's table too. An event is found where its trigger overlaps the gold's and its type
and status are the same. A time is found where its span and its value are the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from benchmarks.score import seed_fields as fields
from benchmarks.score.spans import Span, covered, overlap

Json = Mapping[str, Any]

ENOUGH = 0.8
_ALSO = re.compile(r"\b([A-Z]+) also acceptable")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Options:
    """``dated`` is False where no publication date was told: dates are then asked not to be."""

    dated: bool = True


@dataclass(frozen=True, slots=True)
class Item:
    """One gold item: found, right in every field, and for the reader what was wrong."""

    kind: str
    id: str
    gold: str
    found: bool
    full: bool
    misses: tuple[str, ...] = ()


@dataclass(slots=True)
class SeedScore:
    """The items of one report; ``invented`` are dates that the undated text cannot give.

    ``to_gold`` maps the record's statements and events to the gold's, by their ids.
    """

    doc: str
    items: list[Item] = field(default_factory=list)
    extra: list[str] = field(default_factory=list)
    invented: list[str] = field(default_factory=list)
    to_gold: dict[str, str] = field(default_factory=dict)

    def count(self, kind: str, *, full: bool = False) -> tuple[int, int]:
        """How many gold items of a kind are found (or full), and how many there are."""
        items = [item for item in self.items if item.kind == kind]
        return sum(item.full if full else item.found for item in items), len(items)


def score(gold: Json, record: Json, options: Options | None = None) -> SeedScore:
    """Score one report's record (the object that ``onrecord read --json`` prints for it)."""
    opts = options or Options()
    text = str(record["report"]["text"])
    result = SeedScore(gold["doc"])
    actors = fields.Actors(gold, record)
    pairs, items = _statements(gold, record, text, actors, opts)
    result.items += items
    to_gold = {record["statements"][j]["id"]: gold["statements"][i]["id"] for i, j in pairs}
    mates = _event_pairs(gold, record)
    result.items += _events(gold, record, mates, actors, to_gold, opts)
    events = {record["events"][j]["id"]: gold["events"][i]["id"] for i, j in mates}
    result.to_gold = to_gold | events
    result.items += _times(gold, record, opts)
    result.items += [actors.group_item(group, Item) for group in gold.get("actors", ())]
    result.extra = _extra(gold, record, {j for _, j in pairs})
    if not opts.dated:
        result.invented = invented_dates(record)
    return result


def invented_dates(record: Json) -> list[str]:
    """Where a calendar year stands that no time expression of the text contains."""
    written = {
        year
        for time in record.get("times", ())
        for year in re.findall(r"(?<!\d)\d{4}(?!\d)", time["text"])
    }
    values = []
    for time in record.get("times", ()):
        for key in ("value", "from", "to"):
            values.append((f"time {time['text']!r} {key}", time.get(key)))
    for statement in record.get("statements", ()):
        values.append((f"statement {fields.quoted(statement.get('cue'))} said", statement["said"]))
    for event in record.get("events", ()):
        values.append((f"event {fields.quoted(event['trigger'])} when", event["when"]))
    return [
        f"{where} = {value}"
        for where, value in values
        if value and (year := re.match(r"\d{4}", value)) and year.group() not in written
    ]


def _statements(
    gold: Json, record: Json, text: str, actors: fields.Actors, opts: Options
) -> tuple[list[tuple[int, int]], list[Item]]:
    """The pairs of statements that mean each other, and an item for each gold one."""
    tokens = [match.span() for match in _WORD.finditer(text)]
    golds, found = gold["statements"], record.get("statements", ())
    likeness = {
        (i, j): _role_overlaps(tokens, g, p)
        for i, g in enumerate(golds)
        for j, p in enumerate(found)
    }
    ranked = sorted(likeness, key=lambda k: (-_pair_score(likeness[k], golds, found, k), k))
    pairs = _one_to_one([k for k in ranked if _pair_score(likeness[k], golds, found, k) >= 0.5])
    to_gold = {found[j]["id"]: golds[i]["id"] for i, j in pairs}
    mate = dict(pairs)
    items = []
    for i, g in enumerate(golds):
        label = f"{fields.quoted(g['source'])} | {fields.quoted(g['cue'])}"
        if i not in mate:
            near = max(likeness, key=lambda k: likeness[k]["content"] * (k[0] == i), default=None)
            told = "no statement here"
            if near and near[0] == i and likeness[near]["content"] > 0:
                told = f"only near it: {fields.describe_statement(found[near[1]])}"
            items.append(Item("statement", g["id"], label, False, False, (told,)))
            continue
        p = found[mate[i]]
        misses = _core_misses(g, p, likeness[i, mate[i]])
        rest = fields.statement_misses(g, p, actors, to_gold, tokens, dated=opts.dated)
        items.append(
            Item("statement", g["id"], label, not misses, not misses and not rest, (*misses, *rest))
        )
    return pairs, items


def _role_overlaps(tokens: Sequence[Span], gold: Json, found: Json) -> dict[str, float]:
    """The share of words that source, cue and content have in common."""
    return {
        role: jaccard(tokens, fields.spans_of(gold.get(role)), fields.spans_of(found.get(role)))
        for role in ("source", "cue", "content")
    }


def _pair_score(
    overlaps: Mapping[str, float],
    golds: Sequence[Json],
    found: Sequence[Json],
    key: tuple[int, int],
) -> float:
    """How strongly two statements ask to be paired; the cue and the content decide."""
    same_act = bool(golds[key[0]]["act"] == found[key[1]]["act"])
    return overlaps["content"] + overlaps["cue"] + 0.5 * overlaps["source"] + 0.1 * same_act


def _core_misses(gold: Json, found: Json, overlaps: Mapping[str, float]) -> tuple[str, ...]:
    """What keeps a statement from being found: a role's span or the act."""
    misses = [
        f"{role} {overlaps[role]:.2f}: want {fields.quoted(gold.get(role))}, "
        f"found {fields.quoted(found.get(role))}"
        for role in ("source", "cue", "content")
        if overlaps[role] < ENOUGH
    ]
    if gold["act"] != found["act"]:
        misses.append(f"act: want {gold['act']}, found {found['act']}")
    return tuple(misses)


def jaccard(tokens: Sequence[Span], one: Sequence[Span], other: Sequence[Span]) -> float:
    """The words that both cover, of the words that either covers; 1 where neither covers any."""
    a, b = covered(tokens, one), covered(tokens, other)
    return len(a & b) / len(a | b) if a | b else 1.0


def _one_to_one(ranked: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pairs in their rank, each index used once."""
    pairs: list[tuple[int, int]] = []
    for i, j in ranked:
        if all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return sorted(pairs)


def _event_pairs(gold: Json, record: Json) -> list[tuple[int, int]]:
    """The pairs of events whose triggers overlap; the right type and status decide first."""
    ranked = []
    for i, g in enumerate(gold["events"]):
        for j, p in enumerate(record.get("events", ())):
            shared = overlap(_span(g["trigger"]), _span(p["trigger"]))
            if shared:
                fit = (p["type"] in _types(g)) + (p["status"] == g["status"])
                ranked.append((-fit, -shared, i, j))
    return _one_to_one([(i, j) for _, _, i, j in sorted(ranked)])


def _events(
    gold: Json,
    record: Json,
    pairs: Sequence[tuple[int, int]],
    actors: fields.Actors,
    to_gold: Mapping[str, str],
    opts: Options,
) -> list[Item]:
    """An item for each gold event."""
    mate = dict(pairs)
    items = []
    for i, g in enumerate(gold["events"]):
        label = f"{g['type']} {fields.quoted(g['trigger'])} ({g['status']})"
        if i not in mate:
            items.append(Item("event", g["id"], label, False, False, ("no event here",)))
            continue
        p = record["events"][mate[i]]
        misses = []
        if p["type"] not in _types(g):
            misses.append(f"type: found {p['type']}")
        if p["status"] != g["status"]:
            misses.append(f"status: found {p['status']}")
        rest = fields.event_misses(g, p, actors, to_gold, record, dated=opts.dated)
        full = not misses and not rest
        items.append(Item("event", g["id"], label, not misses, full, (*misses, *rest)))
    return items


def _types(gold: Json) -> set[str]:
    """The types that the gold accepts: its own, and one that its note calls acceptable."""
    return {gold["type"], *_ALSO.findall(gold.get("note") or "")}


def _times(gold: Json, record: Json, opts: Options) -> list[Item]:
    """An item for each gold time. Undated, its value must only not be a calendar date."""
    items = []
    for n, g in enumerate(gold["times"], 1):
        near = [t for t in record.get("times", ()) if overlap(_span(g), _span(t))]
        same = [t for t in near if _span(t) == _span(g)]
        right = [t for t in same if fields.value_right(g["value"], t["value"], opts.dated)]
        told = tuple(f"found {t['text']!r} = {t['value']}" for t in near) or ("nothing here",)
        label = f"{g['text']!r} = {g['value'] if opts.dated else 'no calendar date'}"
        items.append(Item("time", f"t{n}", label, bool(right), bool(right), () if right else told))
    return items


def _extra(gold: Json, record: Json, used: set[int]) -> list[str]:
    """What the record has that the gold has not, for the reader to judge."""
    told = [
        "statement " + fields.describe_statement(s)
        for j, s in enumerate(record.get("statements", ()))
        if j not in used
    ]
    triggers = [_span(g["trigger"]) for g in gold["events"]]
    for event in record.get("events", ()):
        if not any(overlap(_span(event["trigger"]), t) for t in triggers):
            words = fields.quoted(event["trigger"])
            told.append(f"event {event['type']} {words} ({event['status']})")
    times = [_span(g) for g in gold["times"]]
    for time in record.get("times", ()):
        if not any(overlap(_span(time), t) for t in times):
            told.append(f"time {time['text']!r} = {time['value']}")
    return told


def _span(item: Json) -> Span:
    return item["start"], item["end"]
