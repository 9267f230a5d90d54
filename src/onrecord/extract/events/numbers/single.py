"""One who was killed or hurt beside others that are counted: "killed a woman and injured 25"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from onrecord import lexicons
from onrecord.extract.actors.mentions.nouns import COLLECTIVES
from onrecord.extract.actors.trees.lexicon import words as actor_words
from onrecord.extract.events.numbers.besides import PERSONS
from onrecord.extract.events.numbers.counts import Found, find_counts, find_figures, value
from onrecord.extract.events.numbers.quantities import any_of, tables
from onrecord.extract.events.numbers.sums import rows_before, sums

_CALLED = re.compile(
    r"\b(?:Flight|Route|Highway|Unit|Division|Battalion|Regiment|Boeing|Airbus|MiG|Su|Mi|An|Il|No\.?"
    r"|Article|Resolution|Bus|Train)[ -]$"
)
"""Before a number that is a name: "Flight 103 killed"."""
_SUFFERING = frozenset({"were", "was", "been", "being", "are", "is", "reported"})


_MARKED = re.compile(r"[“\"‘']((?:\w+ ){0,2}(?:dozens?|scores?|hundreds?|\d+))[”\"’'](?= \w)")
"""A number that is somebody's words: “several dozen” fighters."""


@lru_cache(maxsize=2)
def _unmarked(text: str) -> str:
    """The text, as long as it was, with no marks around such numbers."""
    return _MARKED.sub(lambda found: f" {found[1]} ", text)


def all_counts(text: str, start: int, end: int) -> list[Found]:
    """The counts of the stretch ``[start, end)``, in its order, and what befell one beside them."""
    text = _unmarked(text)
    counted = find_counts(text, start, end)
    counted = [one for one in counted if not _CALLED.search(text, start, one.start)]
    for one in _grown(text, start, end):
        counted += [one] if not _overlaps(one, counted) else []
    rows = [*sums(text, start, end), *rows_before(text, start, end)]
    found = [
        _with_more(text, one, end)
        for one in counted
        if not _does(text, one, counted) and not any(_held(one, row) for row in rows)
    ] + rows
    if not found:
        return found
    found += [other for one in found if (other := _elsewhere(text, one, end)) is not None]
    told = {one.what for one in found}
    more = [one for one in _single(text, start, end) if one.what not in told]
    return sorted([*found, *more], key=lambda f: (f.start, f.end, f.what))


def _grown(text: str, start: int, end: int) -> Iterator[Found]:
    """ "The number of people | killed by the army since May has risen to | 31"."""
    for one in find_figures(text, start, end):
        between = re.search(r"\bnumber of\b.*?\b(killed|wounded|injured|detained|arrested)\b",
                            text[one.word : one.start], re.I | re.S)  # fmt: skip
        if between is not None and one.low is not None and one.what:
            yield replace(one, word=one.word + between.start(1))


def _overlaps(one: Found, others: Sequence[Found]) -> bool:
    return any(o.start < one.end and one.start < o.end for o in others)


def _held(one: Found, row: Found) -> bool:
    """Whether a number is of one member of a row that is added up."""
    return one.what == row.what and row.start <= one.start < row.end


def _with_more(text: str, one: Found, end: int) -> Found:
    """ "killing three guards and a cleaner", "killed 247 in Besk and 10 in Lun": all of them."""
    if one.low is None or one.low != one.high or one.word > one.start:
        return one
    sides, others = _more()
    match = sides.match(text, one.end, end)
    if match is not None:
        told = [word.lower() for word in match["who"].split()]
        sort = actor_words().sort_of([told[-1]], told[-1].removesuffix("s"))
        if sort is None or sort.kind not in PERSONS or told[-1] in COLLECTIVES:
            match = None
    match = match or others.match(text, one.end, end)
    if match is None or _harmed(text[one.end : match.end()]):
        return one
    number = match["more"].lower()
    added = 1 if number in ("a", "an", "another") else value(number, 1)
    if added is None:
        return one
    total = one.low + added
    return replace(one, low=total, high=total, end=match.end("last"))


def _elsewhere(text: str, one: Found, end: int) -> Found | None:
    """ "killed about 1,200 people in Norway and | about 160 | Danes": as many more, where both are
    rough."""
    if one.low is None or one.high is not None or one.word > one.start:
        return None
    match = _and_others().match(text, one.end, end)
    if match is None or _harmed(text[one.end : match.end()]):
        return None
    number = value(match["more"], 1)
    return None if number is None else replace(
        one, low=number, start=match.start("last"), end=match.end("more")
    )  # fmt: skip


@cache
def _and_others() -> re.Pattern[str]:
    rough = r"(?:about|around|some|more than|at least|over|roughly|an estimated)"
    return re.compile(
        rf"(?:\s+[\w’'-]+){{1,2}}?\s+in(?:\s+[\w’'-]+){{1,3}}?\s+and\s+(?P<last>{rough}\s+"
        r"(?P<more>\d[\d,]*))\s+[A-Z][\w’'-]+(?=\s*[.,;]|\s*$|\s+(?:in|on)\b)"
    )


def _harmed(told: str) -> bool:
    """Whether a word of harm stands there: "killing three and injuring a boy" are two matters."""
    found = set(re.findall(r"[\w’'-]+", told.lower()))
    return bool(found & {*tables()[3], *_SUFFERING, "including", "among", "who", "which", "that"})


@cache
def _more() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Others beside those counted: by their noun, and at another place."""
    number = rf"\d+|{any_of(tables()[0])}"
    next_ = r"in|on|at|near|who|when|while|after|before|as|during|\w+ing"
    behind = rf"(?=\s*[.,;”\"]|\s*$|\s+(?:{next_})\b)"
    sides = (
        rf"(?:\s+[\w’'-]+){{1,6}}?\s+and\s+(?P<more>an?|another|{number})\s+"
        rf"(?P<last>(?P<who>(?:[\w’'-]+\s+){{0,2}}?[\w’'-]+)){behind}"
    )
    others = (
        rf"(?:\s+[\w’'-]+){{0,3}}?\s+(?:in|on|at)(?:\s+[\w’'-]+){{1,3}}?\s+and\s+"
        rf"(?P<last>(?P<more>{number}))\s+(?:more\s+|others\s+)?(?=(?:in|on|at)\b)"
    )
    return re.compile(sides, re.IGNORECASE), re.compile(others, re.IGNORECASE)


def _does(text: str, one: Found, counted: Sequence[Found]) -> bool:
    """ "three bombers killed two people": the three did it, they did not die of it."""
    between = re.findall(r"[\w’'-]+", text[one.end : one.word].lower())
    if not between or set(between) & _SUFFERING:
        return False
    return any(
        other.word == one.word and one.end <= one.word < other.start and other is not one
        for other in counted
    )


def _single(text: str, start: int, end: int) -> list[Found]:
    found = []
    for match in (one for pattern in _one() for one in pattern.finditer(text, start, end)):
        told = [word.lower() for word in match["who"].split()]
        sort = actor_words().sort_of([told[-1]])
        if sort is None or sort.kind not in PERSONS or told[-1] in COLLECTIVES:
            continue
        what = tables()[3][match["what"].lower()]
        found.append(Found(what, 1, 1, *match.span("one"), match.start("what")))
    return found


@cache
def _one() -> tuple[re.Pattern[str], ...]:
    """A word of harm before one person, and behind one."""
    listed = lexicons.load("events/counts")
    forms = listed["forms"]
    harm = [w for what in ("killed", "injured") for w in listed["what"][what] if " " not in w]
    befell = any_of(w for w in harm if w not in (*forms["active"], *forms["nouns"]))
    acts = any_of(w for w in harm if w not in forms["nouns"])
    one = r"(?P<one>an?|another)\s+(?P<who>(?:[\w’'-]+\s+){0,2}?[\w’'-]+)"
    behind = r"(?=\s*[.,;]|\s+(?:and|in|on|at|as|who|when|while)\b)"
    return (
        re.compile(rf"\b(?P<what>{acts})\s+{one}{behind}", re.IGNORECASE),
        re.compile(rf"\b{one}\s+(?:was|has been|had been)\s+(?P<what>{befell})\b", re.IGNORECASE),
    )
