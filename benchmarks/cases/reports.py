"""Whole reports, invented and coded by hand: the gold is read here, and every slip is an error.

``reports/NN-name.txt`` is the report, ``NN-name.toml`` its gold. Spans are quoted words that stand
once in the text; where they do not, "words#2" is their second place, and "he {said} that" marks
"said" where those three stand together. "first … last" runs from the one to the next place of the
other. Of a field with several right values all are listed; "" is none and "*" is whatever is found.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "reports"
PARTS = ("tune", "held")
ANY = "*"

Json = dict[str, Any]
Values = tuple[Any, ...]

_PLACE = re.compile(r"^(.+)#(\d+)$", re.DOTALL)
_MARKED = re.compile(r"\{(.+?)\}", re.DOTALL)
_STATEMENT: dict[str, Any] = {
    "act": None, "quote": "indirect", "addressee": "", "certainty": "certain",
    "polarity": "positive", "said": "", "channel": "", "within": "",
}  # fmt: skip
_EVENT: dict[str, Any] = {"type": None, "when": "", "where": "", "status": "happened",
                          "word": "reporter"}  # fmt: skip


class GoldError(ValueError):
    """A gold file says what its report does not: which one, where, and what was looked for."""


@dataclass(frozen=True, slots=True)
class Gold:
    """A report with its gold. Items are dicts whose spans are resolved and whose fields are tuples.

    A span is ``{"start", "end", "text"}``. In a field's tuple None stands for none.
    """

    name: str
    part: str
    published: str | None
    path: Path
    text: str
    actors: list[Json]
    statements: list[Json]
    events: list[Json]
    times: list[Json]
    links: list[tuple[str, str, str]]


def golds(folder: Path = FOLDER) -> Iterator[Gold]:
    """Every report with its gold, in the order of their names."""
    for path in sorted(folder.glob("*.toml")):
        try:
            yield _gold(path)
        except (GoldError, KeyError, tomllib.TOMLDecodeError) as error:
            raise GoldError(f"{path.name}: {error}") from error


def find(text: str, words: str) -> Json:
    """The span that quoted words mean; GoldError where they stand nowhere, or unclear where."""
    place = _PLACE.match(words)
    words, number = (place[1], int(place[2])) if place else (words, 0)
    first, _, last = words.partition(" … ")
    plain = first.replace("{", "").replace("}", "")
    starts = [match.start() for match in re.finditer(re.escape(plain), text)]
    # A word is sought as a word: "he" is not in "the".
    starts = [s for s in starts if _whole(text, s, s + len(plain))]
    if len(starts) < max(number, 1):
        raise GoldError(f"not in the report: {words!r}")
    if len(starts) > 1 and not number:
        raise GoldError(f"stands {len(starts)} times, say which: {words!r}")
    start = starts[number - 1 if number else 0]
    end = start + len(plain)
    marked = _MARKED.search(first)
    if marked:
        start, end = start + marked.start(), start + marked.start() + len(marked[1])
    if last:
        at = text.find(last, end)
        if at < 0:
            raise GoldError(f"not in the report after {first!r}: {last!r}")
        end = at + len(last)
    return {"start": start, "end": end, "text": text[start:end]}


def _whole(text: str, start: int, end: int) -> bool:
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    cuts_before = before.isalnum() and text[start].isalnum()
    return not cuts_before and not (after.isalnum() and text[end - 1].isalnum())


def _gold(path: Path) -> Gold:
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    given = tomllib.loads(path.read_text(encoding="utf-8"))
    if given["part"] not in PARTS:
        raise GoldError(f"part {given['part']!r} is none of {', '.join(PARTS)}")
    actors = [_actor(text, item) for item in given["actors"]]
    statements = [_statement(text, item, actors) for item in given["statements"]]
    events = [_event(text, item, actors) for item in given["events"]]
    times = [_time(text, item) for item in given["times"]]
    found = Gold(
        name=path.stem, part=given["part"], published=given.get("published"),
        path=path.with_suffix(".txt"), text=text, actors=actors, statements=statements,
        events=events, times=times, links=[(k, a, b) for k, a, b in given["links"]],
    )  # fmt: skip
    _check_ids(found)
    return found


def _check_ids(gold: Gold) -> None:
    """Every id once, and whatever is referred to is there."""
    ids = [item["id"] for item in [*gold.statements, *gold.events]]
    twice = sorted({i for i in ids if ids.count(i) > 1})
    wanted = [end for _, *ends in gold.links for end in ends]
    wanted += [i for s in gold.statements for i in s["within"] if i]
    wanted += [i for e in gold.events for i in e["word"] if i not in ("reporter", ANY)]
    unknown = sorted({i for i in wanted if i not in ids})
    if twice or unknown:
        raise GoldError(f"ids that stand twice: {twice}, that are unknown: {unknown}")


def _values(value: Any) -> Values:
    """A field's right values; "" is none."""
    return tuple(None if v == "" else v for v in (value if isinstance(value, list) else [value]))


def _spans(text: str, value: Any) -> tuple[Json | None, ...]:
    return tuple(None if words is None else find(text, words) for words in _values(value))


def _actor(text: str, item: Json) -> Json:
    for words in item["mentions"]:
        if words not in text:
            raise GoldError(f"actor {item['name']!r} is not called {words!r}")
    fields = {"named": True, **item}
    known = {key: _values(fields[key]) for key in ("kind", "country", "named")}
    return {"name": item["name"], "mentions": item["mentions"], **known}


def _statement(text: str, item: Json, actors: Sequence[Json]) -> Json:
    _known(item, {*_STATEMENT, "id", "source", "cue", "content", "who", "named", "optional",
                  "condition", "consequence"})  # fmt: skip
    found: Json = {"id": item["id"], "optional": item.get("optional", False)}
    for key in ("source", "cue", "condition", "consequence"):
        found[key] = _spans(text, item.get(key, ""))
    found["content"] = [find(text, words) for words in item["content"]]
    fields = {**_STATEMENT, **item}
    found |= {key: _values(fields[key]) for key in _STATEMENT}
    who = item.get("who") or _called(found["source"], actors)
    found["who"] = _values(who)
    known = [a for a in actors if a["name"] in found["who"]]
    if not known and found["source"] != (None,):
        raise GoldError(f"{item['id']}: no actor of the gold is called {who!r}")
    named = known[0]["named"] if known else (ANY,)
    found["named"] = _values(item["named"]) if "named" in item else named
    return found


def _called(sources: Sequence[Json | None], actors: Sequence[Json]) -> str:
    """The actor whom a source's words name; "" for no source or nobody known."""
    words = [source["text"] for source in sources if source]
    return next((a["name"] for w in words for a in actors if w in (a["name"], *a["mentions"])), "")


def _event(text: str, item: Json, actors: Sequence[Json]) -> Json:
    _known(item, {*_EVENT, "id", "trigger", "actor", "recipient", "counts", "optional"})
    fields = {**_EVENT, **item}
    found: Json = {key: _values(fields[key]) for key in _EVENT}
    found |= {"id": item["id"], "optional": item.get("optional", False)}
    found["trigger"] = find(text, item["trigger"])
    found["counts"] = [
        {"what": _values(c["what"]), "low": c["low"], "optional": c.get("optional", False)}
        for c in item.get("counts", ())
    ]
    for key in ("actor", "recipient"):
        found[key] = [_party(name) for name in item.get(key, ())]
    return found


def _party(name: str) -> Json:
    """Who takes part: "?" before what may be left out, "|" between names that are both right."""
    return {"names": name.removeprefix("?").split("|"), "optional": name.startswith("?")}


def _time(text: str, item: Json) -> Json:
    _known(item, {"words", "value", "optional"})
    found = {"value": _values(item["value"]), "optional": item.get("optional", False)}
    return find(text, item["words"]) | found


def _known(item: Json, keys: set[str]) -> None:
    """A misspelt field would be asked for by nobody."""
    if unknown := sorted(item.keys() - keys):
        raise GoldError(f"{item.get('id', item)}: unknown fields {', '.join(unknown)}")
