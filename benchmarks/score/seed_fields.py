"""The fields of statements and events, compared as leniently as a careful reader would."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from benchmarks.score.names import alike, any_alike, country_of, share_words, tokens
from benchmarks.score.spans import Span, covered

Json = Mapping[str, Any]

PARTLY = 0.5  # of the words: conditions, consequences and channels, whose edges are arguable
NAMES_ALIKE = 0.8  # of the letters: two spellings of one place
_STATES = ("government", "military", "office", "people", "other")


def quoted(span: Json | Sequence[Json] | None) -> str:
    """The words of a span or of several, shortened, or a dash for none."""
    if not span:
        return "—"
    spans = [span] if isinstance(span, Mapping) else span
    words = " … ".join(str(s["text"]) for s in spans)
    return f"“{words if len(words) <= 90 else words[:60] + ' … ' + words[-25:]}”"


def describe_statement(statement: Json) -> str:
    """A statement on one line."""
    parts = [quoted(statement.get(role)) for role in ("source", "cue", "content")]
    return f"{' | '.join(parts)} {statement['act']}"


def spans_of(item: Json | Sequence[Json] | None) -> list[Span]:
    """The spans of a field that holds one, several or none."""
    if not item:
        return []
    items = [item] if isinstance(item, Mapping) else item
    return [(s["start"], s["end"]) for s in items]


def value_right(gold: str | None, found: str | None, dated: bool) -> bool:
    """Whether a time's value is right; undated, whether it stays no calendar date."""
    if dated or gold is None or not re.match(r"\d{4}", gold):
        return gold == found
    return not (found and re.match(r"\d{4}", found))


class Actors:
    """Who is who in both records."""

    def __init__(self, gold: Json, record: Json) -> None:
        self._found = {actor["id"]: actor for actor in record.get("actors", ())}
        self._groups = [(g["name"], [g["name"], *g["mentions"]]) for g in gold.get("actors", ())]

    def names(self, id_: str | None) -> list[str]:
        """All that the record calls an actor."""
        actor = self._found.get(id_ or "")
        if actor is None:
            return []
        return [actor["name"], *actor["aliases"], *(m["text"] for m in actor["mentions"])]

    def called(self, id_: str | None) -> str:
        """The actor's name for a message."""
        actor = self._found.get(id_ or "")
        return repr(actor["name"]) if actor else "nobody"

    def same(self, gold: str | None, id_: str | None, *, named: bool = True) -> bool:
        """Whether the gold's name means the record's actor."""
        if gold is None or id_ is None:
            return gold is None and id_ is None
        names = self.names(id_)
        if not named or gold.startswith("unnamed "):
            return share_words(gold, names)
        wanted = [gold]
        for name, mentions in self._groups:
            if gold == name or gold in mentions:
                wanted += mentions
        if any_alike(wanted, names):
            return True
        code = country_of(gold)
        actor = self._found.get(id_)
        return (
            code is not None
            and actor is not None
            and actor["country"] == code
            and actor["kind"] in _STATES
        )

    def same_all(self, gold: Sequence[str], ids: Sequence[str]) -> bool:
        """Whether each of the gold's names means one of the actors, and none is left over."""
        reached = all(any(self.same(name, id_) for id_ in ids) for name in gold)
        return reached and all(any(self.same(name, id_) for name in gold) for id_ in ids)

    def group_item(self, group: Json, make: Callable[..., Any]) -> Any:
        """Whether one actor of the record has every mention of a gold group."""
        best: tuple[int, str, list[str]] | None = None
        for actor in self._found.values():
            mentions = [m["text"] for m in actor["mentions"]]
            missing = [
                words for words in group["mentions"] if not any(alike(words, m) for m in mentions)
            ]
            if best is None or len(missing) < best[0]:
                best = (len(missing), actor["name"], missing)
        told: tuple[str, ...] = ()
        if best is None:
            told = ("no actors at all",)
        elif best[0]:
            told = (f"nearest is {best[1]!r}, which lacks {', '.join(map(repr, best[2]))}",)
        label = f"{group['name']}: {len(group['mentions'])} ways of naming it"
        return make("actor", group["name"], label, not told, not told, told)


def statement_misses(
    gold: Json,
    found: Json,
    actors: Actors,
    to_gold: Mapping[str, str],
    words: Sequence[Span],
    *,
    dated: bool,
) -> tuple[str, ...]:
    """The fields behind source, cue, content and act that are wrong."""
    misses = []
    source = found.get("source") or {}
    actor, named = source.get("actor"), source.get("named")
    if not actors.same(gold["actor"], actor, named=bool(gold["named"])):
        misses.append(f"actor: want {gold['actor']!r}, found {actors.called(actor)}")
    if named != gold["named"]:
        misses.append(f"named: want {gold['named']}, found {named}")
    for key in ("quote", "certainty", "polarity"):
        if found[key] != gold[key]:
            misses.append(f"{key}: want {gold[key]}, found {found[key]}")
    for key in ("condition", "consequence"):
        if not _spans_alike(words, gold[key], found[key]):
            misses.append(f"{key}: want {quoted(gold[key])}, found {quoted(found[key])}")
    if not value_right(gold["said"], found["said"], dated):
        wanted = gold["said"] if dated else "no calendar date"
        misses.append(f"said: want {wanted}, found {found['said']}")
    if not _channels_alike(gold["channel"], found["channel"]):
        misses.append(f"channel: want {gold['channel']!r}, found {found['channel']!r}")
    if not actors.same(gold["addressee"], found["addressee"]):
        called = actors.called(found["addressee"])
        misses.append(f"addressee: want {gold['addressee']!r}, found {called}")
    within = to_gold.get(found["within"] or "", "another" if found["within"] else None)
    if within != gold["within"]:
        misses.append(f"within: want {gold['within']}, found {within}")
    return tuple(misses)


def _spans_alike(words: Sequence[Span], gold: Json | None, found: Json | None) -> bool:
    """Whether both are absent, or share enough words."""
    if gold is None or found is None:
        return gold is None and found is None
    a, b = covered(words, spans_of(gold)), covered(words, spans_of(found))
    return len(a & b) >= PARTLY * len(a | b)


def _channels_alike(gold: str | None, found: str | None) -> bool:
    """Whether both are absent, or one has all the words of the other."""
    if gold is None or found is None:
        return gold is None and found is None
    a, b = set(tokens(gold)), set(tokens(found))
    return bool(a and b) and (a <= b or b <= a)


def event_misses(
    gold: Json,
    found: Json,
    actors: Actors,
    to_gold: Mapping[str, str],
    record: Json,
    *,
    dated: bool,
) -> tuple[str, ...]:
    """The fields behind trigger, type and status that are wrong."""
    misses = []
    for key in ("actor", "recipient"):
        if not actors.same_all(gold[key], found[key]):
            called = ", ".join(actors.called(id_) for id_ in found[key]) or "nobody"
            misses.append(f"{key}: want {', '.join(gold[key]) or 'nobody'}, found {called}")
    if not value_right(gold["when"], found["when"], dated):
        wanted = gold["when"] if dated else "no calendar date"
        misses.append(f"when: want {wanted}, found {found['when']}")
    if not _places_alike(gold["where"], found, record):
        misses.append(f"where: want {gold['where']!r}, found {found['where']!r}")
    word = found["on_word_of"]
    word = word if word == "reporter" else to_gold.get(word, "another statement")
    if word != gold["on_word_of"]:
        misses.append(f"on_word_of: want {gold['on_word_of']}, found {word}")
    return tuple(misses)


def _places_alike(gold: str | None, event: Json, record: Json) -> bool:
    """Whether both are absent, or the place's name or its words in the text are spelt alike."""
    if gold is None or event["where"] is None:
        return gold is None and event["where"] is None
    names = [event["where"]]
    for place in record.get("places", ()):
        if place["id"] == event.get("where_place"):
            names += [place["name"], place["text"]]
    wanted = " ".join(tokens(gold))
    for name in names:
        words = " ".join(tokens(name))
        if set(wanted.split()) <= set(words.split()) or alike(gold, name):
            return True
        if difflib.SequenceMatcher(None, wanted, words).ratio() >= NAMES_ALIKE:
            return True
    return False
