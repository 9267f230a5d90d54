"""Score one report's record against its gold: what is found, which fields are right, every miss.

A statement is found where source, cue and content each share a word with the gold's. An event is
found where its trigger shares a letter with the gold's. Optional gold items take part in the
pairing, so that who finds them is not blamed; they count nowhere.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from benchmarks.cases.reports import ANY, Gold
from benchmarks.score.counts import Counts
from benchmarks.score.report_parts import People, likest, partly, right
from benchmarks.score.seed_fields import _channels_alike, _places_alike, quoted
from benchmarks.score.seed_links import score_links
from benchmarks.score.seeds import ENOUGH
from benchmarks.score.spans import Span, overlap

Json = Mapping[str, Any]
Verdict = tuple[str, bool, Any, Any]

ROLES = ("source", "cue", "content")
FILLED = ("addressee", "said", "channel", "condition", "consequence", "within", "when", "where")
"""Fields that are mostly empty: scored by F1 over those that are not."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Miss:
    """What is wrong with one item, or that it is missing, or that it is not in the gold."""

    kind: str
    id: str
    what: str
    wrong: tuple[str, ...]


@dataclass(slots=True)
class Scored:
    """The counts of one report by what was counted ("statements", "statement act"), and misses."""

    gold: Gold
    counts: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counts))
    misses: list[Miss] = field(default_factory=list)

    def add(self, what: str, is_right: bool, found: int = 1, gold: int = 1) -> None:
        """Count one item."""
        self.counts[what] += Counts(int(is_right), found, gold)


def score(gold: Gold, record: Json) -> Scored:
    """All counts and misses of one report (the object that ``onrecord read --json`` prints)."""
    scored = Scored(gold)
    people = People(gold, record)
    tokens = [match.span() for match in _WORD.finditer(gold.text)]
    said = statement_pairs(gold, record, tokens)
    to_gold = {record["statements"][j]["id"]: gold.statements[i]["id"] for i, j in said.items()}
    _items(scored, "statement", gold.statements, record["statements"], said,
           lambda g, p: _statement(g, p, people, tokens, to_gold))  # fmt: skip
    done = _event_pairs(gold, record)
    _items(scored, "event", gold.events, record["events"], done,
           lambda g, p: _event(g, p, people, record, to_gold))  # fmt: skip
    to_gold |= {record["events"][j]["id"]: gold.events[i]["id"] for i, j in done.items()}
    _times(scored, record)
    _actors(scored, people)
    _links(scored, record, to_gold)
    return scored


def _items(
    scored: Scored,
    kind: str,
    golds: Sequence[Json],
    found: Sequence[Json],
    pairs: Mapping[int, int],
    fields: Callable[[Json, Json], Iterator[Verdict]],
) -> None:
    """Count what is found of a kind, and the fields of what is found."""
    for i, g in enumerate(golds):
        if g["optional"]:
            continue
        mate = pairs.get(i)
        scored.add(f"{kind}s", mate is not None, int(mate is not None))
        wrong = ["not found"]
        if mate is not None:
            verdicts = list(fields(g, found[mate]))
            wrong = [f"{key}: want {_told(w)}, found {_told(f)}" for key, ok, w, f in verdicts
                     if not ok]  # fmt: skip
            for key, ok, wanted, given in verdicts:
                _count_field(scored, f"{kind} {key}", key, ok, wanted, given)
        scored.add(f"{kind}s right in every field", not wrong)
        if wrong:
            scored.misses.append(Miss(kind, g["id"], _describe(g), tuple(wrong)))
    for j, p in enumerate(found):
        if j not in pairs.values():
            scored.add(f"{kind}s", False, gold=0)
            scored.misses.append(Miss(kind, p["id"].partition(":")[2], _describe(p), ("too much",)))


def _count_field(
    scored: Scored, what: str, key: str, ok: bool, wanted: Sequence[Any], given: Any
) -> None:
    """A field that is mostly empty counts only where either side fills it."""
    if key not in FILLED:
        scored.add(what, ok)
    elif ANY not in wanted:
        must = None not in wanted
        filled = given is not None
        scored.add(what, ok and filled, int(filled), int(must or (ok and filled)))


def statement_pairs(gold: Gold, record: Json, tokens: Sequence[Span]) -> dict[int, int]:
    """The statement of the record that means each of the gold's, where there is one."""
    ranked = []
    for i, g in enumerate(gold.statements):
        for j, p in enumerate(record["statements"]):
            shares = [_likeness(tokens, g, p, role) for role in ROLES]
            if all(shares):
                act = 0.1 * right(g["act"], p["act"])
                ranked.append((-(shares[0] / 2 + shares[1] + shares[2] + act), i, j))
    return _one_to_one(ranked)


def _likeness(tokens: Sequence[Span], g: Json, p: Json, role: str) -> float:
    """The share of common words; what a refusal refused may be told in the cue as well."""
    if role == "content":
        share = likest(tokens, [g["content"]], p["content"])
        return max(share, 0.01) if "decline" in g["act"] or p["act"] == "decline" else share
    return likest(tokens, g[role], p[role])


def _one_to_one(ranked: list[tuple[float, int, int]]) -> dict[int, int]:
    pairs: dict[int, int] = {}
    for _, i, j in sorted(ranked):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _statement(
    g: Json, p: Json, people: People, tokens: Sequence[Span], to_gold: Mapping[str, str]
) -> Iterator[Verdict]:
    """Each field of a statement: its name, whether it is right, what is wanted and found."""
    for role in ROLES:
        wanted = [g["content"]] if role == "content" else g[role]
        yield role, _likeness(tokens, g, p, role) >= ENOUGH, wanted, p[role]
    yield "act", right(g["act"], p["act"]), g["act"], p["act"]
    source = p["source"] or {}
    actor = source.get("actor")
    is_one = people.is_one(g["who"], actor) if g["source"] != (None,) else True
    yield "actor", is_one, g["who"], people.called(actor)
    yield "named", right(g["named"], source.get("named")), g["named"], source.get("named")
    for key in ("quote", "certainty", "polarity", "said"):
        yield key, right(g[key], p[key]), g[key], p[key]
    for key in ("condition", "consequence"):
        yield key, partly(tokens, g[key], p[key]), g[key], p[key]
    channel = ANY in g["channel"] or any(_channels_alike(c, p["channel"]) for c in g["channel"])
    yield "channel", channel, g["channel"], p["channel"]
    named = None if p["addressee"] is None else people.called(p["addressee"])
    meant = right(g["addressee"], None) if named is None else False
    meant = meant or any(people.is_one([a], p["addressee"]) for a in g["addressee"] if a)
    yield "addressee", meant, g["addressee"], named
    within = to_gold.get(p["within"], "another") if p["within"] else None
    yield "within", right(g["within"], within), g["within"], within


def _event_pairs(gold: Gold, record: Json) -> dict[int, int]:
    """The event of the record that means each of the gold's; type and status decide first."""
    ranked = []
    for i, g in enumerate(gold.events):
        for j, p in enumerate(record["events"]):
            shared = overlap(_span(g["trigger"]), _span(p["trigger"]))
            if shared:
                fit = right(g["type"], p["type"]) + right(g["status"], p["status"])
                ranked.append((-fit - shared / 1000, i, j))
    return _one_to_one(ranked)


def _event(
    g: Json, p: Json, people: People, record: Json, to_gold: Mapping[str, str]
) -> Iterator[Verdict]:
    """Each field of an event: its name, whether it is right, what is wanted and found."""
    for key in ("type", "status", "when"):
        yield key, right(g[key], p[key]), g[key], p[key]
    for key in ("actor", "recipient"):
        called = ", ".join(people.called(id_) for id_ in p[key]) or None
        wanted = ["?" * w["optional"] + "|".join(w["names"]) for w in g[key]] or [None]
        yield key, people.are(g[key], p[key]), wanted, called
    where = ANY in g["where"] or any(_places_alike(place, p, record) for place in g["where"])
    yield "where", where, g["where"], p["where"]
    word = p["on_word_of"]
    word = word if word == "reporter" else to_gold.get(word, "another statement")
    yield "on_word_of", right(g["word"], word), g["word"], word
    wanted = [c for c in g["counts"] if not c["optional"]]
    if wanted:
        found = [(c["what"], c["low"]) for c in p["counts"]]
        ok = all(any(w in c["what"] and low == c["low"] for w, low in found) for c in wanted)
        yield "counts", ok, [f"{'/'.join(c['what'])} {c['low']}" for c in wanted], found


def _times(scored: Scored, record: Json) -> None:
    """Times with the right value, of those that are found by overlap."""
    used = set()
    for g in scored.gold.times:
        near = [t for t in record["times"] if overlap(_span(g), _span(t))]
        used |= {t["id"] for t in near}
        if g["optional"]:
            continue
        ok = any(right(g["value"], t["value"]) for t in near)
        scored.add("times, value", ok, len(near))
        if not ok:
            told = ", ".join(f"{t['text']!r} = {t['value']}" for t in near) or "nothing here"
            what = f"{g['text']!r} = {_told(g['value'])}"
            scored.misses.append(Miss("time", "", what, (f"found {told}",)))
    for t in record["times"]:
        if t["id"] not in used:
            scored.add("times, value", False, gold=0)
            what = f"{t['text']!r} = {t['value']}"
            scored.misses.append(Miss("time", "", what, ("too much",)))


def _actors(scored: Scored, people: People) -> None:
    """Of the gold's actors: found, under all their names, and their kind, country and named."""
    for actor in scored.gold.actors:
        found, lacks = people.meant(actor)
        scored.add("actors found", found is not None)
        scored.add("actors under all their names", not lacks)
        wrong = (
            [f"{found['name'] if found else 'nobody'} lacks {', '.join(lacks)}"] if lacks else []
        )
        if found is not None:
            for key in ("kind", "country", "named"):
                ok = right(actor[key], found[key])
                scored.add(f"actor {key}", ok)
                if not ok:
                    wrong.append(f"{key}: want {_told(actor[key])}, found {found[key]}")
        if wrong:
            scored.misses.append(Miss("actor", "", actor["name"], tuple(wrong)))


def _links(scored: Scored, record: Json, to_gold: Mapping[str, str]) -> None:
    """The gold's links; it does not list all that may hold, so that none is too much."""
    wanted: dict[str, list[list[str]]] = defaultdict(list)
    for kind, one, other in scored.gold.links:
        wanted[kind].append([one, other])
    found, missing = score_links(wanted, record.get("links", ()), to_gold)
    for label in found:
        scored.add(f"links {label.split()[0]}", True)
    for label in missing:
        scored.add(f"links {label.split()[0]}", False)
        scored.misses.append(Miss("link", "", label, ("not found",)))


def _span(item: Json) -> Span:
    return item["start"], item["end"]


def _told(value: Any) -> str:
    """A value or the right values, for a message."""
    if isinstance(value, Mapping):
        return quoted(value)
    if isinstance(value, (list, tuple)):
        if value and all(isinstance(v, Mapping) for v in value):
            return quoted(value)
        return " / ".join(_told(v) for v in value) or "—"
    return "—" if value is None else str(value)


def _describe(item: Json) -> str:
    """An item of the gold or of the record on one line."""
    if "trigger" in item:
        return f"{quoted(item['trigger'])} {_told(item['type'])} ({_told(item['status'])})"
    first = {r: item[r][0] if isinstance(item[r], tuple) else item[r] for r in ("source", "cue")}
    roles = [quoted(first["source"]), quoted(first["cue"]), quoted(item["content"])]
    return f"{' | '.join(roles)} {_told(item['act'])}"
