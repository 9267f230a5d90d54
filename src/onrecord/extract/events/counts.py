"""How many were killed, hurt, held or driven out, as the words say it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from onrecord import lexicons
from onrecord.extract.actors.lexicon import words as actor_words
from onrecord.extract.times.numerals import combined

_NAMED = 3
"""Words behind a number among which the one for those it counts stands."""
PERSONS = frozenset({"people", "military", "armed_group", "person"})
_FORCES = ("soldiers", "troops", "fighters", "servicemen", "militants", "policemen", "officers")
_DIGITS = re.compile(r"\d{1,3}(?:,\d\d)*(?:[,.]\d{3})+|\d+")
_TIMES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 1_000_000}
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
def tables() -> tuple[dict[str, int], dict[str, int], dict[str, str], dict[str, str]]:
    """Numbers, loose numbers, which bound a word is, and what befell those that are counted."""
    data = lexicons.load("events/counts")
    numbers = {str(k): int(v) for k, v in data["numbers"].items()}
    vague = {str(k): int(v) for k, v in data["vague"].items()}
    bounds = {w: side for side in ("low", "high", "about") for w in data["bounds"][side]}
    what = {
        w: name for sort in ("what", "of_people") for name in data[sort] for w in data[sort][name]
    }
    return numbers, vague, bounds, what


@cache
def _of_people() -> frozenset[str]:
    """Words that tell what befell people only where a word for people stands by them."""
    listed = lexicons.load("events/counts")["of_people"].values()
    return frozenset(word for words in listed for word in words)


@cache
def _nouns_of() -> dict[str, str]:
    """Nouns for what befell those who stand behind them, each with what it was."""
    listed = lexicons.load("events/counts")["of"]
    return {word: what for what, words in listed.items() for word in words}


def befallen() -> tuple[str, ...]:
    """The words that say what befell those who are counted, in the order of the lexicon."""
    return tuple(tables()[3])


def any_of(listed: Iterable[str]) -> str:
    """A pattern of any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(listed, key=lambda w: (-len(w), w)))


def _quantity() -> str:
    """The pattern of a quantity: its bound, one number or two, or a loose one."""
    numbers, vague, bounds, _ = tables()
    simple, times = any_of(numbers), any_of(_TIMES)
    number = (
        rf"(?:\d+\.\d+(?=\s+(?:{times}))|(?<!\d[.,])(?:\d{{1,3}}(?:,\d\d)*(?:,\d{{3}})+|\d+)"
        rf"|(?:{simple})(?:[- ](?:and )?(?:{simple}))*|a hundred|a thousand)"
    )
    return (
        rf"(?P<bound>(?:{any_of(bounds)})\s+)?"
        rf"(?:(?P<one>{number})(?:\s*(?:to|-|–|and|or)\s*(?P<two>{number}))?"
        rf"(?P<mult>\s+(?:{times}))?|(?P<vague>{any_of(vague)}))"
    )


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """A word of harm before its number, a number before its word, and a toll."""
    quantity, what = _quantity(), any_of(tables()[3])
    forms = lexicons.load("events/counts")["forms"]
    nouns = any_of(forms["nouns"])
    befell = any_of(word for word in tables()[3] if word not in (*forms["active"], *forms["nouns"]))
    # "five of the injured are in critical condition" tells how many are, not how many were hurt.
    stop = r"(?:and|but|or|in|on|at|after|who|by|to|with|over|leaving|an?)"
    filler = rf"(?:\s+(?!{stop}\b|\d)[\w’'“”\"-]+){{0,5}}?"
    verbs = r"(?:were|was|are|is|have been|had been|has been|have|being|reported|had|left)"
    adverbs = r"(?:also|reportedly|then|since|already|been|reported|now|feared|believed)"
    no_people = r"(?:%|per ?cent|years?|kilomet|miles|km|days|hours|dollars|weeks|months|times)"
    the, said = r"(?:the|those|its|their)", rf"\s+{verbs}(?:\s+{adverbs})*"
    said_more = rf"(?:\s+{adverbs})*"
    number = rf"\d+|{any_of(tables()[0])}|{any_of(tables()[1])}"
    after = (
        # … unless it is they who were killed: "three of the detained were killed".
        rf"\b{quantity}(?!\s+years? old)(?!\s+of\s+{the}\s+(?:{what})\b(?!{said}\s+(?:{what})\b))"
        rf"(?P<group>\s+of\s+{the}\s+(?:{what})(?={said}\s)|\s+of{filler}|{filler})"
        rf"(?:,? (?:who )?{verbs})?(?:\s+{adverbs})*\s+(?P<what>{befell})\b"
    )
    themselves = (  # "twelve civilian deaths", and no "hundreds were seen watching the killings"
        rf"\b{quantity}(?:\s+(?!(?:{stop}|{verbs}|the|his|her|its|their)\b|\d)[\w’'-]+){{0,3}}?"
        rf"\s+(?P<what>{nouns})\b"
    )
    of_them = (  # "the arrest and beating of more than 200 workers"
        rf"\b(?P<of>{any_of(_nouns_of())})(?:\s+and\s+[\w-]+)?\s+of\s+(?:the\s+)?{quantity}\b"
        rf"(?![\d,.-]*\s*{no_people})"
    )
    before = (
        rf"\b(?P<what>{what})\s+(?:reportedly\s+)?(?:another\s+)?"
        r"(?:a (?:further|confirmed|reported|total of)\s+)?"
        rf"{quantity}\b(?![\d,.-]*\s*{no_people})(?!\s+(?:(?:others?|more|people)\s+)?(?:{what})\b)"
    )
    beside = (  # "two soldiers and a policeman were killed"
        rf"\b{quantity}{filler}\s+and\s+(?P<more>an?|one|{number})(?:\s+(?!and\b)[\w’'-]+){{1,6}}?"
        rf"\s+(?:were|are|had been|have been){said_more}\s+(?P<what>{befell})\b"
    )
    no_more = rf"(?!\s+(?:{verbs}|{what})\b)"
    both = (  # "killed two officers and a driver"
        rf"\b(?P<what>{any_of(forms['active'])})\s+{quantity}"
        rf"(?:\s+(?!(?:{stop}|{what})\b|\d)[\w’'-]+){{1,3}}?\s+and\s+(?:at least\s+)?"
        rf"(?P<more>an?|one|{number})(?:\s+(?!(?:{stop}|{what}|{verbs}|others?|more)\b|\d)[\w’'-]+)"
        rf"{{1,3}}(?=[.,;]|\s+(?:in|on|at|when|after|near|and)\b|$){no_more}"
    )
    whole = (  # "30 people including 24 civilians were killed", "38 men of both sides were killed"
        rf"\b{quantity}{filler},?\s+(?:including|among them|from|of)(?:\s+[\w’'-]+){{1,8}}?"
        rf",?\s+(?:were|are|had been|have been){said_more}\s+(?P<what>{befell})\b"
    )
    counting = (  # "four people, one of them a child, killed", and no "700, including 47 wounded"
        rf"\b{quantity}{filler},?\s+(?:including|among them|one of (?:them|whom))"
        rf"(?:\s+(?!(?:and|but|or|who|by|to|with)\b)[\w’'-]+){{0,3}}?\s+(?!(?:{number})\b)[\w’'-]+"
        rf"(?:\s+-|,)?(?:\s+{verbs})?\s+(?P<what>{befell})\b"
    )
    to_death = (  # "stabbed eleven pupils to death"
        rf"\b(?:stab|beat|hack|burn|stone|crush|tortur|starv|tramp|club|knif)\w*\s+{quantity}"
        rf"(?:\s+[\w’'-]+){{0,4}}?\s+(?P<what>to death)\b"
    )
    lives = (  # "claimed the lives of 30 people"
        rf"\b(?:claim|cost|tak|took)\w*\s+the\s+(?P<what>lives)\s+of\s+{quantity}\b"
    )
    toll = (
        rf"\b(?P<toll>(?:death )?toll)\b[^.;\d]{{0,100}}?"
        rf"\b(?:(?:to|of|at|is|was|reached|reaches|hits|passed|passes|stands at)\s+"
        rf"|(?=(?:at least|more than|over)\s)){quantity}"
    )
    patterns = (
        to_death,
        lives,
        both,
        before,
        of_them,
        themselves,
        beside,
        after,
        whole,
        counting,
        toll,
    )
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


def find_counts(text: str, start: int, end: int) -> list[Found]:
    """The counts of the stretch ``[start, end)`` of a text, in its order."""
    part = text[start:end]
    found: list[Found] = []
    for pattern in _patterns():
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
    found = [one for one in found if not _OF_ONE_HOUSE.match(text, max(0, one.start - 3))]
    return [one for n, one in enumerate(found) if not _counted(text, found[:n], one)]


_AMONG = re.compile(r"\b(?:including|among|from|of (?:them|whom))\b", re.IGNORECASE)

_OF_ONE_HOUSE = re.compile(
    r"of (?:one|the same|a single) (?:family|household|clan)\b", re.IGNORECASE
)
"""What is one here is no person: "five civilians of one family"."""


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
    """A number that stands for what it counts ("the number of dead as nine", "the figure at 48"),
    bodies, nobody ("none of its fighters had died"), those whom a side lost, and a number alone.
    """
    what = any_of(tables()[3])
    bodies = re.compile(rf"\b{_quantity()}\s+(?:\w+\s+)?(?P<toll>bodies|corpses)\b", re.IGNORECASE)
    bodies_of = re.compile(rf"\b(?P<toll>bodies|corpses) of (?:the )?{_quantity()}\b", re.I)
    alone = re.compile(
        rf"^\W*(?:that (?:it|there) (?:was|were) )?(?P<toll>){_quantity()}\W*$", re.I
    )
    grown = re.compile(
        r"\b(?P<toll>number) of (?:the )?(?P<of>[^.;:\d“”\"]{0,140}?)\s(?:has |had |have )?"
        r"(?:rose|rises|risen|climbed|climbs|grew|grown|stood|stands|reached|reaches)"
        rf"(?: to| at)?\s+{_quantity()}",
        re.IGNORECASE,
    )
    named = re.compile(
        r"\b(?P<toll>toll|number|figure|count|losses|casualties|dead|deaths)\b(?:\s+of\s+(?:the\s+)?(?P<of>[^.,;:\d]{0,40}?))?"
        rf"\s+(?:\w+\s+){{0,2}}?(?:at|as|to|is|was)\s+{_quantity()}(?!\s*(?:{what}|of)\b)",
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
    lost = re.compile(rf"\blost\s+{_quantity()}\s+(?:\w+\s+)?(?P<toll>{any_of(_FORCES)})\b", re.I)
    there = re.compile(
        rf"\bthere (?P<toll>were|are|had been)\W+{_quantity()}(?=\W*(?:at most)?\W*$)", re.I
    )
    unlost = re.compile(
        rf"\blost (?P<none>any|a single)(?: [\w’'-]+)?\s+(?P<what>{any_of(_FORCES)}|men)\b", re.I
    )
    return named, bodies, none, lost, there, bodies_of, alone, grown, unlost


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
        dead = {
            "toll",
            "bodies",
            "corpses",
            "dead",
            "deaths",
            "losses",
            "casualties",
            *_FORCES,
        } & set(told)
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
    if named.get("of"):
        what, word = _nouns_of()[named["of"].lower()], match.start("of")
        told = _people(match)
    elif "what" in named:
        what, word = tables()[3][named["what"].lower()], match.start("what")
        told = named["what"].lower() not in _of_people() or _people(match)
    else:
        what, word, told = "killed", match.start("toll"), True
    if not told:
        return None
    low, high = _quantity_span(match)
    if named.get("more") and not _AMONG.search(match.string, match.start(), match.start("more")):
        bounds = _together(bounds, named["more"].lower())
        high = match.end("more")
    return Found(what, *bounds, offset + low, offset + high, offset + word)


def _asked(match: re.Match[str]) -> bool:
    """ "how many of them were killed": no number."""
    return match.string[: _quantity_span(match)[0]].lower().endswith("how ")


def _together(bounds: tuple[int | None, int | None], more: str) -> tuple[int | None, int | None]:
    """ "two soldiers and a guard": three; and at least so many, where one number is loose."""
    added = 1 if more in ("a", "an") else value(more, 1)
    first = bounds[0]
    if added is None or first is None or first != bounds[1]:
        return first, None
    return first + added, first + added


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
    behind = rf"\s+(?:(?:and|or)\s+)?(?:{harm})\b(?!\s+(?:\w+\s+)?{_quantity()}\b)"
    return re.compile(behind, re.I), re.compile(rf"\b(?:{harm})(?:\s+(?:and|or))?\s+$", re.I)


def _people(match: re.Match[str]) -> bool:
    """Whether the words right behind the number name people: "seven officers are held"."""
    after = match.string[_quantity_span(match)[1] :]
    told = re.findall(r"[\w’'-]+", re.split(r"[.,;:()]", after)[0].lower())[:_NAMED]
    return "others" in told or any(
        (sort := actor_words().sort_of([word], word.removesuffix("s"))) is not None
        and sort.kind in PERSONS
        for word in told
    )


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
    times = _TIMES.get((match["mult"] or "").strip().lower(), 1)
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
    numbers, _, _, _ = tables()
    parts = [w for w in re.split(r"[\s-]+", words.lower()) if w not in ("and", "a")]
    values = [numbers[w] for w in parts if w in numbers]
    if not values:
        return None
    groups = combined(values)
    return groups[0][1] * times if len(groups) == 1 else None
