"""How many were killed, hurt, held or driven out, as the words say it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from onrecord import lexicons
from onrecord.extract.times.numerals import combined

_DIGITS = re.compile(r"\d{1,3}(?:[,.]\d{3})+|\d+")


@dataclass(frozen=True, slots=True)
class Found:
    """A number of ``what`` at ``[start, end)``; ``word`` is where the word for it stands."""

    what: str
    low: int | None
    high: int | None
    start: int
    end: int
    word: int


@cache
def _tables() -> tuple[dict[str, int], dict[str, int], dict[str, str], dict[str, str]]:
    data = lexicons.load("events/counts")
    numbers = {str(k): int(v) for k, v in data["numbers"].items()}
    vague = {str(k): int(v) for k, v in data["vague"].items()}
    bounds = {w: side for side in ("low", "high", "about") for w in data["bounds"][side]}
    what = {w: name for name, listed in data["what"].items() for w in listed}
    return numbers, vague, bounds, what


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    numbers, vague, bounds, what = _tables()
    simple = "|".join(sorted(numbers, key=len, reverse=True))
    number = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+|(?:{simple})(?:[- ](?:and )?(?:{simple}))*|a hundred|a thousand)"
    loose = "|".join(sorted(vague, key=len, reverse=True))
    bound = "|".join(re.escape(w) for w in sorted(bounds, key=len, reverse=True))
    quantity = (
        rf"(?P<bound>(?:{bound})\s+)?"
        rf"(?:(?P<one>{number})(?:\s*(?:to|-|–|and)\s*(?P<two>{number}))?(?P<mult>\s+(?:hundred|thousand|million))?"
        rf"|(?P<vague>{loose}))"
    )
    words = "|".join(sorted(what, key=len, reverse=True))
    filler = r"(?:\s+(?!and\b|but\b|or\b|in\b|on\b|at\b|after\b|who\b)[\w’'-]+){0,5}?"
    group = rf"(?P<group>\s+of{filler}|{filler})"
    after = re.compile(
        rf"\b{quantity}{group}(?:,? (?:who )?(?:were|was|are|have been|had been|has been|have|being|reported|had))?"
        rf"(?:\s+(?:also|reportedly|then|since|already|been|reported))*\s+(?P<what>{words})\b",
        re.IGNORECASE,
    )
    before = re.compile(
        rf"\b(?P<what>{words})\s+(?:and (?:injur|wound)\w+\s+)?(?:reportedly\s+)?{quantity}(?![\d,.-]*\s*(?:%|percent|per cent|years?|kilomet|miles|km|days|hours|dollars))",
        re.IGNORECASE,
    )
    toll = re.compile(
        rf"\b(?:death toll|toll)\b[^.;]{{0,40}}?\b(?:to|of|at|is|was|reached|stands at)\s+{quantity}",
        re.IGNORECASE,
    )
    return after, before, toll


def find_counts(text: str, start: int, end: int) -> list[Found]:
    """The counts of the stretch ``[start, end)`` of a text, in its order."""
    part = text[start:end]
    _, _, _, what = _tables()
    after, before, toll = _patterns()
    found: list[Found] = []
    for pattern in (before, after, toll):
        place = 0
        while (match := pattern.search(part, place)) is not None:
            place = (
                max(match.start() + 1, match.end("what") - 1)
                if "what" in match.groupdict()
                else match.end()
            )
            name = what[match["what"].lower()] if "what" in match.groupdict() else "killed"
            bounds = _bounds(match)
            if bounds is None:
                continue
            at = match.start("what") if "what" in match.groupdict() else match.start()
            span = _quantity_span(match)
            one = Found(name, *bounds, start + span[0], start + span[1], start + at)
            if not any(o.start < one.end and one.start < o.end and o.what == name for o in found):
                found.append(one)
    return sorted(found, key=lambda f: (f.start, f.end, f.what))


def _quantity_span(match: re.Match[str]) -> tuple[int, int]:
    starts = [match.start(n) for n in ("bound", "one", "vague") if match[n] is not None]
    ends = [match.end(n) for n in ("one", "two", "mult", "vague") if match[n] is not None]
    return min(starts), max(ends)


def _bounds(match: re.Match[str]) -> tuple[int | None, int | None] | None:
    """Low and high of a quantity: "at least 70", "70 to 80", "dozens", "up to 30"."""
    _, vague, bounds, _ = _tables()
    said = (match["bound"] or "").strip().lower()
    side = bounds.get(re.sub(r"\s+", " ", said), "")
    if match["vague"] is not None:
        low = vague[re.sub(r"\s+", " ", match["vague"].lower())]
        return (low, None)
    times = {"hundred": 100, "thousand": 1000, "million": 1_000_000}.get(
        (match["mult"] or "").strip().lower(), 1
    )
    first = _value(match["one"])
    if first is None:
        return None
    first *= times
    if match["two"] is not None:
        second = _value(match["two"])
        return (first, second * times) if second is not None and second * times >= first else None
    if side == "low":
        return first + (said in ("more than", "over", "above")), None
    if side == "high":
        return None, first
    if side == "about":
        return first, None
    return first, first


def _value(words: str) -> int | None:
    """The number that digits or words give; None where they give none."""
    if _DIGITS.fullmatch(words):
        return int(re.sub(r"[,.]", "", words))
    numbers, _, _, _ = _tables()
    parts = [w for w in re.split(r"[\s-]+", words.lower()) if w not in ("and", "a")]
    values = [numbers[w] for w in parts if w in numbers]
    if not values:
        return None
    groups = combined(values)
    return groups[0][1] if len(groups) == 1 else None
