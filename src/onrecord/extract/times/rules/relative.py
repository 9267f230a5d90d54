"""Rules for what is counted from the day of speaking, or from the time told last."""

from __future__ import annotations

import re
from typing import Literal

from onrecord import lexicons
from onrecord.extract.times.durations import length
from onrecord.extract.times.expressions import Around, Clock, Expression, Fixed, Offset
from onrecord.extract.times.grammar import Match, Rule
from onrecord.extract.times.periods import UNKNOWN, Unit
from onrecord.extract.times.rules.dates import which, year_of
from onrecord.extract.times.scene import QUARTER_REMEMBERED

UNITS: dict[str, Unit] = {
    "D": "day", "N": "day", "W": "week", "WE": "weekend", "M": "month", "Q": "quarter",
    "Y": "year", "DE": "decade", "CE": "century", "ML": "millennium",
}  # fmt: skip
"""Units of the calendar by their letter in the lexicon; nights count as days."""

Base = Literal["now", "told"]
STEPS: dict[str, tuple[int, Base]] = {
    "last": (-1, "now"), "this": (0, "now"), "next": (1, "now"),
    "that": (0, "told"), "following": (1, "told"), "previous": (-1, "told"),
}  # fmt: skip


def unit_of(match: Match) -> str:
    """The letter of the unit that the item "u" names; "" where it is not there."""
    return str(match.get("u", "u") or "")


def is_title(match: Match) -> bool:
    """Whether it is somebody's name: "This Week", "USA Today"."""
    before = match.report[: match.start].rstrip(" ")
    begins = not before or before[-1] in ".!?:\n\"“”'‘’`([-–—*"
    last = match.text.split()[-1]
    return last[:1].isupper() and not last.isupper() and not (begins and last == match.text)


_WHOSE = re.compile(r"['’]s? ([a-z]+)(?: ([a-z]+))?")
_BEFORE_OF = re.compile(r"([a-z]+) of \Z")


def _is_no_day(match: Match) -> bool:
    """Whether an age is meant rather than a day: "today's youth", "the leaders of tomorrow"."""
    nouns = lexicons.load("times/words")["not_a_day"]["of"]
    after = _WHOSE.match(match.report, match.end)
    before = _BEFORE_OF.search(match.report, max(0, match.start - 24), match.start)
    return any(word in nouns for found in (after, before) if found for word in found.groups())


def _today(match: Match) -> Expression | None:
    if is_title(match) or _is_no_day(match):
        return None
    return Offset("day", int(match.get("t", "today") or 0), "now")


def _beyond(match: Match) -> Expression:
    return Offset("day", 2 if match.low("t") == "tomorrow" else -2, "now")


def _period(match: Match) -> Expression | None:
    """ "last week", "this month", "the following year"."""
    letter = unit_of(match)
    unit = UNITS.get(letter)
    low = match.low("det")
    choice = which(low)
    if unit is None or choice is None or letter == "N" or is_title(match):
        return None
    so_long = match.before() in ("over", "within", "during", "for")
    calendar = unit == "weekend" or (unit == "week" and low != "the past" and not so_long)
    if low.startswith("the") and choice == "last" and not calendar:
        # "the last year", "the past decade": up to now, not the calendar's.
        return Fixed(length(1, letter))
    if low in ("the next", "the coming") and so_long:
        return Fixed(length(1, letter))
    step, base = STEPS[choice]
    if unit == "day":
        base = "told" if low == "the next" or base == "told" else "now"
    return Offset(unit, step, base, points=choice == "that")


def _the_period(match: Match) -> Expression | None:
    """ "the year", "the quarter", "the weekend"; "the year ended March 31" is a length."""
    unit = UNITS.get(unit_of(match))
    if unit is None or unit_of(match) == "N":
        return None
    if unit == "day":
        return (
            Offset(unit, 0, "told") if match.text.lower().startswith(("later", "earlier")) else None
        )
    if unit == "quarter" and match.report[match.end : match.end + 1] == "-":
        return None  # "the quarter-to-quarter comparison", "the quarter-century"
    ended = match.after() in ("ended", "ending", "through")
    if ended and unit in ("week", "month", "year"):
        return Fixed(length(1, unit_of(match)))
    if unit == "weekend":
        return Offset(unit, 0, "now", over=True)
    figures = unit == "year" and match.before() == "for"
    return Offset(unit, 0, "told" if unit == "quarter" else "now", quarterly=figures)


def _counted(match: Match, sign: int, base: Base) -> Expression | None:
    """So many units before or after."""
    letter = unit_of(match)
    count = _count(match)
    if match.after() == "than":
        return None  # "three days later than planned": how long, not when
    if letter == "Y" and count is None and (part := _part_of_years(match)):
        return Around("year", Offset("month", sign * part, base, counted=True))
    if match.has("half") and letter in ("DE", "CE"):
        letter, count = "Y", 5 if letter == "DE" else 50
    if letter == "F" and count is not None:
        letter, count = "W", count * 2
    unit = UNITS.get(letter)
    if unit is None or unit == "weekend" or count is None or count > 9999:
        return _some_way(letter, sign, base)
    if unit == "decade":
        unit, count = "year", count * 10
    quarterly = unit == "year" and sign < 0 and count == 1 and _compares(match)
    return Offset(unit, sign * count, base, counted=True, quarterly=quarterly)


_COMPARES = re.compile(
    r"(?:\b(?:from|than|with|to|of|below|above|over|[mb]illion|share|cents|percent|points)|%"
    r"|\A|[.!?;:\"”]|[$#£€][\d,.]*\d)[,)]?\s*\Z"
)


def _compares(match: Match) -> bool:
    """Whether a figure is compared: "$4 million a year ago", not "was named head a year ago"."""
    return bool(_COMPARES.search(match.report[max(0, match.start - 24) : match.start]))


def _part_of_years(match: Match) -> int:
    """The months of "three and a half years", 0 where it is not said how many."""
    half = match.has("half") or match.has("part")
    number = match.get("n", "num") or match.get("n2", "num")
    if match.has("few") or not (half or number):
        return 0  # "years ago"
    whole = float(number) if number else 0.0 if match.has("half") else 1.0
    months = round(12 * (whole + 0.5 * half))
    return months if months < 12000 else 0


def _some_way(letter: str, sign: int, base: Base) -> Expression:
    """An unknown way off: "a few days later" than a past day is not the future."""
    if sign < 0:
        return Fixed("PAST_REF")
    if base == "now":
        return Fixed("FUTURE_REF")
    unit = UNITS.get(letter)
    return Fixed(UNKNOWN[unit] if unit else UNKNOWN["day"] + "TXX:XX")


def _count(match: Match) -> int | None:
    """How many; None where it is not said in whole numbers."""
    if match.has("few"):
        return 2 if "couple" in match.low("few") else None
    if match.has("half") or match.has("part"):
        return None
    for name in ("n", "n2"):
        if match.has(name):
            number = match.get(name, "num")
            return number if isinstance(number, int) else None
    return 1 if match.has("u") and match.get("u", "unit") else None


def _day_beside(match: Match) -> Expression | None:
    """ "the day before": from the time told last, where nothing follows that it is before."""
    unit = UNITS.get(unit_of(match))
    if unit is None:
        return None
    sign = 1 if match.low("way") == "after" else -1
    text = match.report[match.end : match.end + 2].strip()
    return (
        Offset(unit, sign, "told", counted=True) if not text or text[0] in ".,;:)\"'”’—–" else None
    )


def _after_next(match: Match) -> Expression | None:
    """ "the week after next", "the year before last"."""
    unit = UNITS.get(unit_of(match))
    step = 2 if match.low("way").startswith("after") else -2
    if unit in (None, "day") or match.report[match.end : match.end + 2].strip().isupper():
        return None  # "the week before last Tuesday"
    return Offset(unit, step, "now")


_COUNTED = re.compile(r"\s+(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten|few|several)\b)")


def _reference(match: Match) -> Expression | None:
    if match.low("r") == "the past" and _COUNTED.match(match.report, match.end):
        return None  # "six of the past seven votes"
    return Fixed(lexicons.load("times/words")["references"][match.low("r")])


def _year_ago(match: Match) -> Expression:
    """ "the year-ago quarter", "year-earlier"; "the year-earlier month" is of the month told."""
    if match.has("month"):
        return Offset("month", -12, "told")
    return Offset("year", -1, "now", quarterly=True)


def _same_part(match: Match) -> Expression | None:
    """ "the quarter a year ago", "the same month last year"."""
    if unit_of(match) == "M":
        return Offset("month", -12, "told")
    same = Offset("year", -1, "now", quarterly=True, likewise=not unit_of(match))
    return same if unit_of(match) in ("", "Q") else None


def _current(match: Match) -> Expression | None:
    """ "the latest quarter", "the current fiscal year"; the latest year is over."""
    unit = UNITS.get(unit_of(match))
    if unit == "quarter":
        return Offset(unit, 0, "told")
    if unit not in ("year", "month", "week"):
        return None
    return Offset(unit, -1 if match.has("latest") else 0, "now")


def _latest_period(match: Match) -> Expression | None:
    """ "the latest period": in figures by quarters the quarter that they are for."""
    before = match.report[max(0, match.start - QUARTER_REMEMBERED) : match.start]
    return Offset("quarter", 0, "told") if "quarter" in before else None


def _before_it(match: Match) -> Expression | None:
    """ "more than the year previous"; "the year prior to the war" is another."""
    unit = UNITS.get(unit_of(match))
    return Offset(unit, -1, "told") if unit is not None and match.after() != "to" else None


def _end_of_it(match: Match) -> Expression | None:
    """ "by month's end"; "a week's end" is of any week."""
    unit = UNITS.get(unit_of(match))
    told = match.before() in ("by", "at", "until", "before", "through", "till")
    return Offset(unit, 0, "now") if unit in ("week", "month") and told else None


def _year_end(match: Match) -> Expression:
    year = year_of(match)
    if year is not None:
        return Fixed(f"{year:04d}")
    choice = which(match.low("det"))
    return Offset("year", STEPS[choice][0] if choice in ("last", "this", "next") else 0, "now")


def reference_pattern() -> str:
    """The lexicon's references as a pattern, the longer ones first."""
    names = lexicons.load("times/words")["references"]
    return "|".join(sorted(names, key=lambda name: (-len(name), name)))


def reference_cores() -> list[str]:
    """A word of each reference by which the lexer may know it: its longest."""
    return [max(name.split(), key=len) for name in lexicons.load("times/words")["references"]]


_DET = (
    "det:(this past|this coming|this same|this|the current|current|last|next"
    "|the (last|past|next|coming|following|previous|preceding|prior|ensuing|subsequent|same"
    "|upcoming)|that same|that|coming|previous|following)"
)
_SOMETIME = "((earlier|later|early|late|sometime|some time) (in|during)?)"
_HOW_MANY = (
    "<approx>? (<n> part:(and a half)?|<few>)? <adj>? {hyph}? {u:u} part:(and a half)?"
    " (or so|or more)?"
)


def rules() -> tuple[Rule, ...]:
    """The rules; the references among them come from the lexicon."""
    return (
        Rule("(early|late|earlier|later)? {today:t}", _today, "today"),
        Rule("(the day)? (before|after) {today:t}", _beyond, "today"),
        Rule("(earlier|later)? tonight", lambda _: Clock("TNI", Offset("day", 0, "now"))),
        Rule(
            f"{_SOMETIME}? <early>? {_DET} (fiscal|calendar)? {{hyph}}? {{unit:u}}", _period, "unit"
        ),
        Rule(f"(<early>|{_SOMETIME}) the {{unit:u}}", _the_period, "unit"),
        Rule("the (entire|whole|full)? {unit:u}", _the_period, "unit"),
        Rule(f"{_HOW_MANY} ago", lambda m: _counted(m, -1, "now"), "=ago"),
        Rule(
            "(a|an|{num}) {u:u} or {num} ago",
            lambda m: _some_way(unit_of(m), -1, "now"),
            "=ago",
        ),
        Rule(f"{_HOW_MANY} from now", lambda m: _counted(m, 1, "now"), "=now"),
        Rule(f"{_HOW_MANY} from today", lambda m: _counted(m, 1, "now"), "today"),
        Rule(f"{_HOW_MANY} hence", lambda m: _counted(m, 1, "now"), "=hence"),
        Rule(
            f"{_HOW_MANY} (later|afterward|afterwards|thereafter)", lambda m: _counted(m, 1, "told")
        ),
        Rule(f"{_HOW_MANY} (earlier|previously|beforehand)", lambda m: _counted(m, -1, "told")),
        Rule("the {unit:u} way:(before|after)", _day_beside, "unit"),
        Rule("the {unit:u} way:(before last|after next)", _after_next, "unit"),
        Rule("year {hyph} (ago|earlier)", _year_ago, "=year"),
        Rule(
            "the? (comparable)? year {hyph} (ago|earlier)"
            " (period|month:(month)|(fiscal)? {ord}? {hyph}? quarter)",
            _year_ago,
            "=year",
        ),
        Rule(
            "the (same|like|comparable|corresponding)? ({unit:u}|period)"
            " (of)? (a year (ago|earlier)|last year)",
            _same_part,
            "=year",
        ),
        Rule("the (latest|most recent) period", _latest_period, "=period"),
        Rule("the {unit:u} (previous|prior)", _before_it, "unit"),
        Rule(
            "the (latest:(latest|most recent)|current|fiscal) (fiscal)? {unit:u}", _current, "unit"
        ),
        Rule(
            "(the? end of)? det:((the|last|this|next)?) year ({hyph}|{poss})? end (of? <y>)?",
            _year_end,
        ),
        Rule("{unit:u} {poss} end", _end_of_it, "=end"),
        Rule(f"r:({reference_pattern()})", _reference),
    )
