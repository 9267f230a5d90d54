"""What speaks for and against a name's being a place, where it stands."""

from __future__ import annotations

import bisect
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.extract.gazetteer import layout
from onrecord.extract.places.scan import Match
from onrecord.extract.places.tagged import PLACE_KINDS
from onrecord.extract.places.tokens import Word
from onrecord.extract.places.words import Words
from onrecord.model.analysis import Name

SIGNS = (
    "bias", "size", "country", "admin1", "admin2", "capital", "region", "feature", "alternate",
    "unknown", "demonym", "words2", "words3", "capitals", "acronym", "opens", "cued", "after_the",
    "after_person", "after_capital", "before_capital", "before_level", "before_road", "before_site",
    "holds", "held", "owned", "speaks", "after_of", "dateline", "lower_too", "surname", "again",
    "part", "wraps", "is_place", "in_place", "over_place", "is_org", "in_org", "is_person",
    "in_person", "is_norp", "is_other", "toponym", "over_toponym",
)  # fmt: skip
"""The signs by name. Each is 0 or 1, but "size" (of the largest place so called, population on a
logarithmic scale) and from "is_place" on those of the model's names (how sure it is of them)."""

Signs = dict[str, float]
_CLEAR = ("cued", "holds", "held", "before_level", "dateline", "is_place")
_UNCLEAR = ("before_capital", "after_person", "in_person", "is_person")
_OPENS = re.compile(r"[.!?:\n“\"]")
_DATELINE = re.compile(r"(?:,[^.\n]{0,25})? ?(?:\([A-Z][\w ]+\) ?)?(?:--?|—|–) ")
_SPEECH = frozenset(
    "said says told added asked argued who was is has had believes thinks wrote recalled joined"
    " explained noted".split()
)


@dataclass(frozen=True, slots=True)
class Scene:
    """A text with its words, and what the model names in it."""

    text: str
    tokens: list[Word]
    names: Sequence[Name] = ()
    toponyms: Sequence[Name] = ()
    low: frozenset[str] = field(default_factory=frozenset)
    surnames: frozenset[str] = field(default_factory=frozenset)


def signs_of(words: Words, scene: Scene, matches: Sequence[Match]) -> list[Signs]:
    """The signs of each of ``matches``, which stand in the order of the text."""
    found = []
    for number, match in enumerate(matches):
        signs = _own(words, scene, match) | dict.fromkeys(_around(words, scene, match), 1.0)
        before = matches[number - 1] if number else None
        after = matches[number + 1] if number + 1 < len(matches) else None
        if after and re.fullmatch(r",\s", scene.text[match.end : after.start]):
            signs["holds"] = 1.0
        if before and re.fullmatch(r",\s", scene.text[before.end : match.start]):
            signs["held"] = 1.0
        if not match.meaning.entries and any(
            m.meaning.entries and match.start <= m.start and m.end <= match.end
            for m in matches[max(0, number - 4) : number + 5]
        ):
            signs["wraps"] = 1.0
        found.append(signs | _tagged(scene, match))
    clear = {
        scene.text[m.start : m.end]
        for m, s in zip(matches, found, strict=True)
        if any(c in s for c in _CLEAR) and not any(c in s for c in _UNCLEAR)
    }
    for match, signs in zip(matches, found, strict=True):
        if scene.text[match.start : match.end] in clear:
            signs["again"] = 1.0
    return found


def _own(words: Words, scene: Scene, match: Match) -> Signs:
    name, entries = scene.text[match.start : match.end], match.meaning.entries
    levels = {e.level for e in entries if e.kind == layout.MAIN}
    size = max((e.size - 40 * (e.kind != layout.MAIN) for e in entries), default=60)
    shown = levels & {"country", "admin1", "admin2", "capital", "region"}
    return {"bias": 1.0, "size": size / 100} | {
        sign: 1.0
        for sign, holds in (
            *((level, True) for level in sorted(shown)),
            ("alternate", bool(entries) and not levels),
            ("unknown", not entries),
            ("part", match.meaning.part),
            ("feature", match.meaning.feature is not None),
            ("demonym", name in words.demonyms),
            ("words2", match.last - match.first == 2),
            ("words3", match.last - match.first > 2),
            ("capitals", name.isupper() and len(name) > 3),
            ("acronym", name.isupper() and len(name) <= 5 and name not in words.countries),
            ("lower_too", name.lower() in scene.low),
            ("surname", name in scene.surnames),
        )
        if holds
    }


def _around(words: Words, scene: Scene, match: Match) -> Iterator[str]:
    """The signs of the words on either side."""
    text, tokens = scene.text, scene.tokens
    before = tokens[match.first - 1] if match.first else None
    gap = text[before.end : match.start] if before else ""
    opens = before is None or bool(_OPENS.search(gap))
    if opens:
        yield "opens"
    elif before and not gap.strip(" -–"):
        yield from _before(words, before)
    after = tokens[match.last] if match.last < len(tokens) else None
    if after and text[match.end : after.start] in (" ", "-", "–"):
        yield from _after(words, after)
    if text[match.end : match.end + 1] in ("'", "’"):
        yield "owned"
    if opens and _DATELINE.match(text, match.end):
        yield "dateline"


def _before(words: Words, before: Word) -> Iterator[str]:
    word = before.text.lower()
    if word in words.cues:
        yield "cued"
    elif word == "the":
        yield "after_the"
    elif word == "of":
        yield "after_of"
    elif word in words.people or f"{word}." in words.people:
        yield "after_person"
    elif before.capital:
        yield "after_capital"


def _after(words: Words, after: Word) -> Iterator[str]:
    word = after.text.lower()
    if word in words.roads:
        yield "before_road"
    elif word in words.levels:
        yield "before_level"
    elif after.capital:
        yield "before_capital"
    elif word in words.site_starts:
        yield "before_site"
    elif word in _SPEECH:
        yield "speaks"


def _tagged(scene: Scene, match: Match) -> Signs:
    """What the model's names say of the span."""
    found: Signs = {}
    for name in _overlapping(scene.names, match):
        found[_relation(name, match)] = _certainty(name.score)
    for name in _overlapping(scene.toponyms, match):
        found["toponym" if _same(name, match) else "over_toponym"] = _certainty(name.score)
    return found


def _certainty(score: float) -> float:
    """A probability's logit on a scale of 0 (even) to 1 (0.9933 or more)."""
    return min(1.0, max(0.0, math.log(score / (1 - score)) / 5)) if 0 < score < 1 else score


def _overlapping(names: Sequence[Name], match: Match) -> Iterator[Name]:
    """Those of ``names``, which are in order and apart, that share a letter with ``match``."""
    at = bisect.bisect_right(names, match.start, key=lambda n: n.end)
    while at < len(names) and names[at].start < match.end:
        yield names[at]
        at += 1


def _relation(name: Name, match: Match) -> str:
    same = _same(name, match)
    if name.kind in PLACE_KINDS:
        inner = name.start <= match.start and match.end <= name.end
        return "is_place" if same else "in_place" if inner else "over_place"
    if name.kind == "NORP":
        return "is_norp"
    whose = {"ORG": "org", "PER": "person"}.get(name.kind)
    return "is_other" if whose is None else f"is_{whose}" if same else f"in_{whose}"


def _same(name: Name, match: Match) -> bool:
    """Whether the two are one span but for what tagged names are trimmed of, or a full stop."""
    if name.start == match.start:
        return -1 <= name.end - match.end <= 2 or match.trimmed == (name.start, name.end)
    return match.trimmed == (name.start, name.end)
