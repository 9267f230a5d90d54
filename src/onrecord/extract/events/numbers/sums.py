"""Those who stand in a row behind a word of harm, added up: "killed a mayor and two guards"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from onrecord import lexicons
from onrecord.extract.actors.mentions.nouns import COLLECTIVES
from onrecord.extract.actors.trees.lexicon import words as actor_words
from onrecord.extract.actors.trees.tagging import CALENDAR
from onrecord.extract.events.numbers.besides import PERSONS
from onrecord.extract.events.numbers.counts import Found, value
from onrecord.extract.events.numbers.quantities import any_of, befell, tables
from onrecord.extract.places.words import words as place_words

_ONE = frozenset({"a", "an", "one", "another", "his", "her", "their", "its"})
_ANYBODY = frozenset({"people", "persons", "others", "victims", "men", "suspects", "civilians"})
_NO_COUNT = frozenset({"displaced", "missing"})


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """The word of harm; one member of the row; what joins the next one."""
    forms = lexicons.load("events/counts")["forms"]
    acts = any_of(
        word
        for word, what in tables()[3].items()
        if " " not in word
        and word not in (*forms["nouns"], "dead", "died", "fled", "perished", "homeless")
        and what not in _NO_COUNT
    )
    number = rf"\d+|{any_of(tables()[0])}"
    next_ = (
        r"in|on|at|near|outside|inside|who|when|while|after|before|as|during|from|by|with|for"
        r"|\w+ing|accused|suspected|this|last|earlier"
    )
    word = r"(?:(?:[a-z]\.){2,}|[\w’'-]+)"
    more = rf"an?|another|one|(?:his|her|their|its)(?:\s+(?:{number}))?|{number}"
    besides = r"(?:as well as|along with|together with)\b"
    member = (
        rf"(?P<least>at least\s+)?(?P<more>{more})\s+(?P<who>{word}(?:\s+{word}){{0,3}}?)"
        rf"(?=\s*[.,;:”\"]|\s*$|\s+(?:and|{next_})\b|\s+{besides})"
    )
    joint = r",?\s+and\s+|,?\s+as well as\s+|,?\s+(?:along|together) with\s+|,\s+"
    return (
        re.compile(rf"\b(?P<what>{acts})\s+(?={member})", re.IGNORECASE),
        re.compile(member, re.IGNORECASE),
        re.compile(joint, re.IGNORECASE),
    )


def sums(text: str, start: int, end: int) -> Iterator[Found]:
    """The rows of two and more members in ``[start, end)``, each as one number.

    "killed two people, a teacher and a pupil" names the two; where words leave it open whether the
    first are the others, it is not added up.
    """
    acts, member, joint = _patterns()
    for act in acts.finditer(text, start, end):
        place, low, numbers, joints, whos = act.end(), False, [], [""], []
        while (one := member.match(text, place, end)) is not None:
            number = _number(one["more"])
            if number is None or not _persons(one["who"]):
                break
            low = low or one["least"] is not None
            numbers.append(number)
            whos.append(one["who"].split()[-1].lower())
            last = one.end()
            between = joint.match(text, last, end)
            if between is None:
                break
            joints.append(between[0].strip())
            place = between.end()
        if len(numbers) < 2 or _same(numbers, whos):
            continue
        if joints[len(numbers) - 1] == ",":
            continue  # "killed two soldiers, a spokesman …": who says so
        total = sum(numbers)
        what = tables()[3][act["what"].lower()]
        yield Found(what, total, None if low else total, act.end(), last, act.start("what"))


_ADVERBS = r"(?:later|also|reportedly|then|since|already|been|seriously|badly|slightly)"
_NO_ROW = frozenset(
    {"hit", "shot", "struck", "left", "took", "held", "with", "by", "to", "from", "against", "for",
     "at", "on", "in", "and", "of", "or", "about", "around", "some", "nearly", "almost", "over",
     "than", "up", "roughly", "approximately"}
)  # fmt: skip
"""Words before one who stands in no row by that: "shot | a guard and two officers were hurt"."""


@cache
def _suffered() -> re.Pattern[str]:
    """What a row of people suffered, behind it."""
    among = r"(?:among\s+(?:the\s+|those\s+)?)?"
    were = rf",?\s+(?:were|have|had|are)(?:\s+{_ADVERBS})*\s+{among}(?P<what>{befell()})\b"
    return re.compile(were, re.IGNORECASE)


def _begins(text: str, start: int, place: int) -> bool:
    """Whether a row begins there: nobody stands before it, and nothing has it for its object."""
    before = text[start:place].rstrip()
    if before.endswith(","):
        last = (before[:-1].split() or [""])[-1]
        day = last.lower() in CALENDAR
        return day or (last[:1].islower() and not _persons(last))
    word = re.findall(r"[\w’'-]+$", before.lower())
    told = word[0] if word else ""
    return not (told in _NO_ROW or told in tables()[3] or told.endswith(("ed", "ing")))


def rows_before(text: str, start: int, end: int) -> Iterator[Found]:
    """The rows before what befell them: "a baby, her mother and two women were hurt"."""
    _, member, _ = _patterns()
    for suffered in _suffered().finditer(text, start, end):
        for first in member.finditer(text, start, suffered.start()):
            if not _begins(text, start, first.start()):
                continue
            found = _row(text, first, suffered)
            if found is not None:
                yield found
                break


def _row(text: str, first: re.Match[str], suffered: re.Match[str]) -> Found | None:
    """The row that begins with a member and ends where what befell it is told, added up."""
    _, member, joint = _patterns()
    numbers: list[int] = []
    whos: list[str] = []
    joints = [""]
    one: re.Match[str] | None = first
    low, end = False, suffered.start()
    while one is not None:
        number, who = _number(one["more"]), one["who"].partition(" of ")[0]  # "a driver of a truck"
        if number is None or not _persons(who):
            return None
        low = low or one["least"] is not None
        numbers.append(number)
        whos.append(who.split()[-1].lower())
        last = one.end()
        if last == end:
            break
        between = joint.match(text, last, end)
        if between is None:
            return None
        joints.append(between[0].strip())
        one = member.match(text, between.end(), end)
    named = len(numbers) > 2 and numbers[0] == sum(numbers[1:]) and whos[0] in _ANYBODY
    if one is None or len(numbers) < 2 or joints[-1] == ",":
        return None
    if _same(numbers, whos) and not named:
        return None
    total = numbers[0] if named else sum(numbers)  # "two people, a man and a boy, were hurt"
    what = tables()[3][suffered["what"].lower()]
    return Found(what, total, None if low else total, first.start(), end, suffered.start("what"))


def _number(told: str) -> int | None:
    """The number of one member; "his two guards" are two."""
    parts = told.lower().split()
    if parts[0] in ("his", "her", "their", "its") and len(parts) > 1:
        parts = parts[1:]
    return 1 if parts[0] in _ONE else value(" ".join(parts), 1)


def _same(numbers: list[int], whos: list[str]) -> bool:
    """Whether those who follow may be those who stand first: "two people, a man and a boy"."""
    anybody = whos[0] in _ANYBODY or numbers[0] == sum(numbers[1:])
    return len(numbers) > 2 and anybody


def _persons(who: str) -> bool:
    """Whether a member's noun means persons: no car, no crowd."""
    told = [word.lower() for word in who.split()]
    last, lemma = told[-1], told[-1].removesuffix("s")
    if last in COLLECTIVES:
        return False
    sort = actor_words().sort_of([last], lemma)
    if sort is not None:
        return sort.kind in PERSONS
    name = who.split()[-1]
    lands = place_words().demonyms
    return name[0].isupper() and (name in lands or name.removesuffix("s") in lands)
