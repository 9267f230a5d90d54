"""How many were killed, hurt, held or driven out, as the words say it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from onrecord import lexicons
from onrecord.extract.actors.trees.lexicon import words as actor_words
from onrecord.extract.events.numbers.besides import PERSONS, listed_one, one_more
from onrecord.extract.events.numbers.no_counts import (
    WERE,
    aged,
    ages,
    denied,
    last_of_row,
    of_a_whole,
    of_bodies,
)
from onrecord.extract.events.numbers.quantities import (
    TIMES,
    any_number,
    any_of,
    nouns_of,
    patterns,
    quantity_pattern,
    tables,
)
from onrecord.extract.times.numerals import combined

_NAMED = 3
"""Words behind a number among which the one for those it counts stands."""
_FORCES = ("soldiers", "troops", "fighters", "servicemen", "militants", "policemen", "officers")
_DIGITS = re.compile(r"\d{1,3}(?:,\d\d)*(?:[,.]\d{3})+|\d+")
_PART = re.compile(
    r"^[^.;:]{0,80}?\b(?:including|among (?:them|whom)|of (?:them|whom)),?\s(?:[\w’'-]+,?\s){0,6}$",
    re.I,
)
"""What stands before the numbers of those who are counted already."""

_OF_THEM = re.compile(r"\s+of\s+(?:them|whom)\b", re.IGNORECASE)
_ONE_SENTENCE = re.compile(r"[^.;:!?]{0,60}")


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
def _of_people() -> frozenset[str]:
    """Words that tell what befell people only where a word for people stands by them."""
    listed = lexicons.load("events/counts")["of_people"].values()
    return frozenset(word for words in listed for word in words)


def befallen() -> tuple[str, ...]:
    """The words that say what befell those who are counted, in the order of the lexicon."""
    return tuple(tables()[3])


def find_counts(text: str, start: int, end: int) -> list[Found]:
    """The counts of the stretch ``[start, end)`` of a text, in its order."""
    part = text[start:end]
    if any_number().search(part) is None:
        return []
    part = ages().sub(lambda match: " " * len(match[0]), part)
    found: list[Found] = []
    for pattern in patterns():
        place = 0
        while (match := pattern.search(part, place)) is not None:
            place = match.start() + 1
            one = _read(match, start)
            if one is None:
                continue
            place = max(place, one.end - start)
            if not any(o.start < one.end and one.start < o.end for o in found):
                found.append(one)
    found.sort(key=lambda f: (f.start, f.end, f.what))
    found = [
        one
        for one in found
        if not _OF_ONE_HOUSE.match(text, max(0, one.start - 3))
        and not aged(text, one.start, one.end)
        and not of_a_whole(text, one.start, one.end, one.word)
        and not of_bodies(text, one.start)
        and not last_of_row(text, one.start, one.word)
        and not denied(text, one.end, one.word)
        and _OF_TIME.match(text, one.end) is None
        and _SO_FAR.search(text, max(0, one.start - 30), one.start) is None
    ]
    return [one for n, one in enumerate(found) if not _counted(text, found[:n], one)]


_AMONG = re.compile(r"\b(?:including|among|from|of (?:them|whom))\b", re.IGNORECASE)
_OF_ONE_HOUSE = re.compile(
    r"of (?:one|the same|a single) (?:family|household|clan)\b", re.IGNORECASE
)
"""What is one here is no person: "five civilians of one family"."""


_OF_TIME = re.compile(r"[\s-]+(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?)\b", re.I)
"""Behind a number of no people: "watched for five hours as inmates were killed"."""


_SO_FAR = re.compile(
    r"\b(?:bring|brings|bringing|brought|raise|raises|raising|raised)\sto\s$", re.I
)
"""Before a number of all so far: "a second arrest brought to nine the number of people held"."""


def _counted(text: str, before: list[Found], part: Found) -> bool:
    """Whether those counted are among those of a number before: "seven, including two children"."""
    of_them = _OF_THEM.match(text, part.end) is not None
    return any(
        whole.what == part.what
        and (whole.low or whole.high or 0) >= (part.low or 0)
        and (
            _PART.search(text[whole.end : part.start]) is not None
            or (of_them and _ONE_SENTENCE.fullmatch(text, whole.end, part.start) is not None)
        )
        for whole in before
    )


@cache
def _figures() -> tuple[re.Pattern[str], ...]:
    """A number that stands for what it counts ("the number of dead as nine", "had counted 112"),
    bodies, nobody ("none of its fighters had died"), those whom a side lost, and a number alone.
    """
    what = any_of(tables()[3])
    bodies = re.compile(
        rf"\b{quantity_pattern()}\s+(?:\w+\s+)?(?P<toll>bodies|corpses|burials)\b", re.IGNORECASE
    )
    bodies_of = re.compile(rf"\b(?P<toll>bodies|corpses) of (?:the )?{quantity_pattern()}\b", re.I)
    alone = re.compile(
        rf"^\W*(?:that (?:it|there) (?:was|were) )?(?P<toll>){quantity_pattern()}\W*$", re.I
    )
    taken_up = re.compile(rf"^\W*(?P<toll>it)\s+at\s+{quantity_pattern()}\W*$", re.I)
    grown = re.compile(
        r"\b(?P<toll>number) of (?:the )?(?P<of>[^.;:\d“”\"]{0,140}?)\s(?:has |had |have )?"
        r"(?:rose|rises|risen|climbed|climbs|grew|grown|stood|stands|reached|reaches)"
        rf"(?: to| at)?\s+{quantity_pattern()}",
        re.IGNORECASE,
    )
    named = re.compile(
        r"\b(?P<toll>toll|number|figure|count|losses|casualties|dead|deaths)\b(?:\s+of\s+(?:the\s+)?(?P<of>[^.,;:\d]{0,40}?))?"
        rf"\s+(?:\w+\s+){{0,2}}?(?:at|as|to|is|was)\s+{quantity_pattern()}(?!\s*(?:{what}|of)\b)",
        re.IGNORECASE,
    )
    none = re.compile(
        rf"\b(?P<none>(?:none|not (?:one|a single one))(?: of (?:the|its|our|their|his) [\w’'-]+"
        rf"(?: [\w’'-]+)?)?|nobody|no[- ]one|not (?:one|a single)(?: [\w’'-]+){{1,2}}"
        rf"|(?:any(?:one|body)?|a single)(?: [\w’'-]+){{0,2}}|no [\w’'-]+(?: [\w’'-]+)?)"
        rf"\s+(?:(?:was|were|is|are|had|has|have)(?: been)?\s+|lost (?:his|her|their|its) )"
        rf"(?P<what>{what}|life|harmed)\b",
        re.IGNORECASE,
    )
    lost = re.compile(
        rf"\blost\s+{quantity_pattern()}\s+(?:\w+\s+)?(?P<toll>{any_of(_FORCES)})\b", re.I
    )
    there = re.compile(
        rf"\bthere (?P<toll>were|are|had been)\W+{quantity_pattern()}(?=\W*(?:at most)?\W*$)", re.I
    )
    unlost = re.compile(
        rf"\blost (?P<none>any|a single)(?: [\w’'-]+)?\s+(?P<what>{any_of(_FORCES)}|men)\b", re.I
    )
    counted = re.compile(rf"\b(?P<toll>count(?:ed|s)?) {quantity_pattern()}\W*$", re.I)
    nil = re.compile(
        r"\b(?P<none>no|zero|without(?: any)?)\s+(?:reported |confirmed |civilian )?"
        r"(?P<what>deaths|fatalities|casualties|injuries)\b",
        re.IGNORECASE,
    )
    return named, bodies, none, lost, there, bodies_of, alone, grown, unlost, nil, counted, taken_up


def find_figures(text: str, start: int, end: int) -> list[Found]:
    """The numbers of ``[start, end)`` that a word for number brings, of what it says they are; how
    many bodies there are; and nought, where nobody was.

    ``what`` is empty where it does not say ("put the number at 48").
    """
    found = []
    for match in (one for pattern in _figures() for one in pattern.finditer(text[start:end])):
        if match.groupdict().get("none"):
            what = "injured" if match["what"].lower() == "harmed" else "killed"
            what = tables()[3].get(match["what"].lower(), what)
            low, high = match.span("none")
            found.append(Found(what, 0, 0, start + low, start + high, start + match.start("what")))
            continue
        bounds = _bounds(match)
        if bounds is None:
            continue
        told = re.findall(
            r"[\w’'-]+", f"{match.groupdict().get('of') or ''} {match['toll']}".lower()
        )
        kinds = [tables()[3][word] for word in told if word in tables()[3]]
        dead = {"toll", "bodies", "corpses", "burials", "dead", "deaths", "losses", "casualties"}
        dead = (dead | set(_FORCES)) & set(told)
        what = kinds[0] if kinds else ("killed" if dead else "")
        low, high = _quantity_span(match)
        found.append(Found(what, *bounds, start + low, start + high, start + match.start("toll")))
    return found


def _read(match: re.Match[str], offset: int) -> Found | None:
    """What a match says; None where its words are no number."""
    named = match.groupdict()
    bounds = _bounds(match)
    if bounds is None or _asked(match) or _of_both(match) or _two_clauses(match):
        return None
    if _of_those(match):
        return None
    if named.get("of"):
        what, word = nouns_of()[named["of"].lower()], match.start("of")
        told = _people(match)
    elif "what" in named:
        what, word = tables()[3][named["what"].lower()], match.start("what")
        told = named["what"].lower() not in _of_people() or _people(match)
    elif named.get("homeless"):
        what, word, told = "displaced", match.start("homeless"), True
    else:
        what, word, told = "killed", match.start("toll"), True
    if not told or _condemned(match):
        return None
    low, high = _quantity_span(match)
    if named.get("more") and _BETWEEN.search(match.string, 0, _quantity_span(match)[0]):
        return None  # "between 20 and 30 were killed" are not both together
    if named.get("more") and _UNTOLD.match(match.string, match.end("more")):
        bounds = (bounds[0], None)  # "three soldiers and an unknown number of rebels"
    elif named.get("more") and not _AMONG.search(match.string, match.start(), match.start("more")):
        bounds = _together(bounds, named["more"].lower())
        high = match.end("more")
        if bounds[0] is not None and bounds[0] == bounds[1] and listed_one(match.string, low):
            bounds = (bounds[0] + 1, bounds[0] + 1)
    elif bounds[0] is not None and bounds[0] == bounds[1] and one_more(match.string, low, high):
        bounds = (bounds[0] + 1, bounds[0] + 1)
    return Found(what, *bounds, offset + low, offset + high, offset + word)


_UNTOLD = re.compile(r"\s(?:unknown|undisclosed|unspecified|untold|unconfirmed) number\b", re.I)
_BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)


def _condemned(match: re.Match[str]) -> bool:
    """ "sentenced | 12 men to death": they live."""
    if (match.groupdict().get("what") or "").lower() != "to death":
        return False
    before = match.string[max(0, _quantity_span(match)[0] - 40) : match.end()].lower()
    return re.search(r"\b(?:sentenc|condemn)\w*\b", before) is not None


def _asked(match: re.Match[str]) -> bool:
    """ "how many of them were killed", "no one was hurt": no number."""
    return match.string[: _quantity_span(match)[0]].lower().endswith(("how ", "no "))


def _together(bounds: tuple[int | None, int | None], more: str) -> tuple[int | None, int | None]:
    """ "two soldiers and a guard": three; and at least so many, where one number is loose."""
    added = 1 if more in ("a", "an") else value(more, 1)
    first = bounds[0]
    if added is None or first is None or first != bounds[1]:
        return first, None
    return first + added, first + added


_THOSE = re.compile(r"\s+of\s+(?:the|those|these|its|their)\s", re.IGNORECASE)


def _of_those(match: re.Match[str]) -> bool:
    """ "freed 15 of the girls kidnapped in Lun": how many of those who were, and not how many."""
    named = match.groupdict()
    if named.get("group") is None or tables()[3].get(named["what"].lower()) in (
        "killed",
        "injured",
    ):
        return False
    between = match.string[_quantity_span(match)[1] : match.start("what")]
    return _THOSE.match(between) is not None and WERE.search(between) is None


def _two_clauses(match: re.Match[str]) -> bool:
    """ "three were killed and 14 were hurt": not both numbers are of those who were hurt."""
    if match.groupdict().get("more") is None:
        return False
    before = match.string[: _quantity_span(match)[0]].lower().split()[-2:]
    if "including" in before:
        return True  # "nine, including two boys, and ten others were hurt"
    between = match.string[_quantity_span(match)[1] : match.start("more")].lower()
    told = set(re.findall(r"[\w’'-]+", between))
    return bool(told & {*tables()[3], "was", "were", "are", "been"})


def _of_both(match: re.Match[str]) -> bool:
    """ "killed and wounded five", "17 killed injured": how many of either, it does not say."""
    if match.groupdict().get("what") is None:
        return False
    before, behind = match.string[: match.start("what")], match.string[match.end("what") :]
    if _quantity_span(match)[0] < match.start("what"):
        return _both()[0].match(behind) is not None
    return _both()[1].search(before) is not None


@cache
def _both() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Another word of harm without a number of its own, behind one and before one."""
    nouns = lexicons.load("events/counts")["forms"]["nouns"]
    harm = any_of(
        word for word, what in tables()[3].items()
        if what in ("killed", "injured") and " " not in word and word not in nouns
    )  # fmt: skip
    behind = rf"\s+(?:(?:and|or)\s+)?(?:{harm})\b(?!\s+(?:\w+\s+)?{quantity_pattern()}\b)"
    return re.compile(behind, re.I), re.compile(rf"\b(?:{harm})(?:\s+(?:and|or))?\s+$", re.I)


def _people(match: re.Match[str]) -> bool:
    """Whether the words right behind the number name people: "seven officers are held"."""
    if _AS_WELL.search(match.string, 0, _quantity_span(match)[0]) is not None:
        return True
    after = match.string[_quantity_span(match)[1] :]
    told = re.findall(r"[\w’'-]+", re.split(r"[.,;:()]", after)[0].lower())[:_NAMED]
    return "others" in told or any(
        (sort := actor_words().sort_of([word], word.removesuffix("s"))) is not None
        and sort.kind in PERSONS
        for word in told
    )


_AS_WELL = re.compile(r"\b(?:killed|wounded|injured|arrested|hurt),? and $", re.IGNORECASE)
"""Before a number of others who suffered as well: "five men were killed and two captured"."""


def _quantity_span(match: re.Match[str]) -> tuple[int, int]:
    starts = [match.start(n) for n in ("bound", "one", "vague") if match[n] is not None]
    ends = [match.end(n) for n in ("one", "two", "mult", "vague") if match[n] is not None]
    return min(starts), max(ends)


def _bounds(match: re.Match[str]) -> tuple[int | None, int | None] | None:
    """Low and high of a quantity: "at least 70", "70 to 80", "dozens", "up to 30"."""
    _, vague, bounds, _ = tables()
    said = (match["bound"] or "").strip().lower()
    side = bounds.get(re.sub(r"\s+", " ", said), "")
    if match["vague"] is not None:
        low = vague[re.sub(r"\s+", " ", match["vague"].lower())]
        return (low, None)
    times = TIMES.get((match["mult"] or "").strip().lower(), 1)
    first = value(match["one"], times)
    if first is None:
        return None
    if match["two"] is not None:
        second = value(match["two"], times)
        return (first, second) if second is not None and second >= first else None
    if side == "low":
        return first, None
    if side == "high":
        return None, first
    if side == "about":
        return first, None
    return first, first


def value(words: str, times: int) -> int | None:
    """The number that digits or words give, so many ``times``; None where they give none."""
    if times > 1 and re.fullmatch(r"\d+\.\d+", words):
        return round(float(words) * times)
    if _DIGITS.fullmatch(words):
        return int(re.sub(r"[,.]", "", words)) * times
    if (told := words.lower()).endswith("a million"):
        if "quarter" in told:
            return 750_000 if told.startswith("three") else 250_000
        return 500_000 if told.startswith("half") else 1_000_000
    numbers, _, _, _ = tables()
    parts = [w for w in re.split(r"[\s-]+", words.lower()) if w not in ("and", "a")]
    values = [numbers[w] for w in parts if w in numbers]
    if not values:
        return None
    groups = combined(values)
    return groups[0][1] * times if len(groups) == 1 else None


def quantity(text: str, start: int, end: int, what: str, word: int) -> Found | None:
    """The quantity with which ``[start, end)`` opens, of ``what`` the word at ``word`` tells."""
    match = re.compile(quantity_pattern(), re.IGNORECASE).match(text, start, end)
    bounds = _bounds(match) if match is not None else None
    if match is None or bounds is None or bounds == (None, None):
        return None
    return Found(what, *bounds, *_quantity_span(match), word)
