"""Rules for how long and how often: durations and sets."""

from __future__ import annotations

import re

from onrecord.extract.times.durations import length
from onrecord.extract.times.expressions import Expression, Fixed, Named, Offset
from onrecord.extract.times.grammar import Match, Rule
from onrecord.extract.times.rules.relative import UNITS, is_title, unit_of


def _number(match: Match) -> float | None:
    """How many; None where it is vague."""
    if match.has("few"):
        return 2 if "couple" in match.low("few") else None
    for name in ("n", "n2"):
        value = match.get(name, "num")
        if value is not None:
            return float(value)
    return 1


def _counted(match: Match) -> Expression | None:
    letter = unit_of(match)
    number = _number(match)
    if _is_age(match) or _YEARS.search(match.report, max(0, match.start - 5), match.start):
        return None
    one = bool(match.get("u", "unit"))
    if _OF_EACH.match(match.report, match.end):
        return None
    if number is None:
        in_parts = letter == "Q" and match.low("few").startswith(("some", "many"))
        return None if one or in_parts else Fixed(length(None, letter))  # "in some quarters"
    if number == 1 and letter in ("D", "N") and match.before() not in _LASTING:
        return None  # "one day they left": no length
    if number > 99999 or (one and number > 1 and (letter == "TS" or 1900 <= number <= 2100)):
        return None  # "the 1998 second …"
    if letter == "Q" and (match.after() in ("of", "final", "finals") or number == 1):
        return None  # "three quarters of the city"
    return Fixed(length(number + 0.5 if match.has("and") else number, letter))


_LASTING = frozenset(
    "for in within after than least only about just over under by a takes took lasted every each"
    " all last past next first more".split()
)


def _is_age(match: Match) -> bool:
    """Whether it is how old somebody is: no time of anything that a report tells."""
    return match.report[match.end : match.end + 4].lstrip(" -–").lower().startswith("old")


_YEARS = re.compile(r"\d{4}[-–]\Z")
"""What stands before a figure that is no count: "the 1988-89 school year"."""
_OF_EACH = re.compile(r"\s(?:an?|per)\s(?:day|week|month|year)\b")
"""What makes a length a rate: "24 hours a day", "five days a week"."""
_RATE = re.compile(r"(?:\d|illion|%|\bpercent|\btimes|\bcents|\bdays|[a-z]{3}[^sui\W]s) \Z")


_KIND_OF_YEAR = re.compile(r"\b(?:fiscal|calendar|school) year\b", re.IGNORECASE)


def _is_rate(match: Match) -> bool:
    """ "$1 billion a year", "seats a week": how much, not how long."""
    start = match.start
    article = match.report[start : start + 2].lower() in ("a ", "an")
    return article and bool(_RATE.search(match.report[max(0, start - 12) : start]))


def _one(match: Match) -> Expression | None:
    """ "a year", "half an hour": "a second" and "a quarter" are seldom times."""
    letter = unit_of(match)
    if letter in ("TS", "Q", "WE", "N") or _is_age(match) or _is_rate(match):
        return None
    if _KIND_OF_YEAR.search(match.text) and match.before() not in _LASTING:
        return None  # "changed from a fiscal year to a calendar year"
    number = 0.5 if match.has("half") else 1.5 if match.has("and") else 1
    return Fixed(length(number, letter))


_TO_COME = re.compile(
    r"(?:\b(?:will|shall|won['’]t|would)|['’]ll|\b(?:expected|scheduled|due|set|slated) to)\b"
    r"(?:(?!\b(?:first|last|only|(?!inter|for|w)[a-z]+est)\b)[^.;!?\n])*\Z"
)


def _in_so_many(match: Match) -> Expression | None:
    """ "Will return in two days": the day on which; of what is over it is a length."""
    unit = UNITS.get(unit_of(match))
    count = match.number("n") if match.has("n") else 1
    number = match.get("n", "num") if match.has("n") else 1
    before = match.report[max(0, match.start - 80) : match.start]
    if unit is None or number != count or count > 999:
        return None
    if not match.has("time") and not _TO_COME.search(before):
        return None
    if match.after() in ("of", "or", "to", "and", "-", "–", "'", "’", "after", "before"):
        return None
    said = length(float(count), unit_of(match))
    return Offset(unit, count, "now", counted=True, length=said)


def _least(match: Match) -> Expression | None:
    """The "60" of "between 60 and 90 days"."""
    number = match.get("n", "num")
    return None if number is None else Fixed(length(float(number), unit_of(match)))


def _spread(match: Match) -> Expression | None:
    """ "two to three weeks"; "between two and three weeks" are two."""
    if match.before() == "between":
        return None
    letter = unit_of(match)
    first, last = match.get("n", "num"), match.get("k", "num")
    if first is None or last is None or float(first) >= float(last) or _is_age(match):
        return None
    return Fixed(f"{length(float(first), letter)}/{length(float(last), letter)}")


def _or_two(match: Match) -> Expression | None:
    """ "the next day or two", "the past year or so"."""
    letter = unit_of(match)
    more = match.get("k", "num")
    if more is not None and float(more) <= 1:
        return None
    last = f"/{length(float(more), letter)}" if more is not None else ""
    return Fixed(length(1, letter) + last)


def _some(match: Match) -> Expression | None:
    if match.text.lower().endswith(("early hours", "small hours")):
        return None  # a time of day
    if match.report[max(0, match.start - 10) : match.start].lower().endswith("matter of "):
        return None  # soon
    return Fixed(length(None, unit_of(match)))


_FILLED = re.compile(
    r"\s+of\s+(?:the\s+)?(?!(?:year|month|week|day|morning|age|operation)s?\b)[a-z]"
)


def _filled(match: Match) -> Expression | None:
    """ "months of fighting"; not "hours of Thursday", "days of the week", "years of age"."""
    filled = _FILLED.match(match.report, match.end)
    parted = unit_of(match) == "Q" or match.before() in ("the", "-", "–")
    return _some(match) if filled and not parted else None  # "three quarters of the city"


def _a_while(_: Match) -> Expression:
    """ "for some time": nobody knows how long."""
    return Fixed("PXX")


def _quarter_century(match: Match) -> Expression | None:
    return Fixed(length(25, "Y")) if unit_of(match) == "CE" and not _is_age(match) else None


_YEARLY_RATE = re.compile(r"(?:\d|illion|%|\bpercent|\w\w[^sui\W]s) \Z")
_COUNTED_RATE = re.compile(r"\b\d[\d,.]*(?: ?%| percent| [mb]illion)?(?: [a-z]+)? \Z")


def _frequency(match: Match) -> Expression | None:
    if is_title(match):
        return None  # "the China Daily"
    before = match.report[max(0, match.start - 40) : match.start]
    rate = _YEARLY_RATE if match.low("f") in ("annually", "yearly") else _COUNTED_RATE
    if rate.search(before) or before.endswith("average "):
        return None  # "10,000 units annually": how much, not how often
    return Fixed(str(match.get("f", "freq")), "SET")


def _lasting(match: Match) -> Expression:
    """ "weeklong"."""
    return Fixed(str(match.get("l", "lasting")))


def _every(match: Match) -> Expression | None:
    """ "every day", "every two weeks", "each Monday", "every morning", "Mondays"."""
    day = match.get("w", "weekday") or match.get("w", "weekdays")
    part = match.get("p", "daypart") or match.get("p", "dayparts")
    if part and len(str(part)) != 2:
        return None
    if day:
        return Fixed(f"XXXX-WXX-{day}" + (f"T{part}" if part else ""), "SET")
    if part:
        return Fixed(f"XXXX-XX-XXT{part}", "SET")
    if match.has("m"):
        return Fixed(f"XXXX-{match.number('m', 'month'):02d}", "SET")
    if match.has("s"):
        return Fixed(f"XXXX-{match.get('s', 'season')}", "SET")
    number = float(match.number("n")) if match.has("n") else 2.0 if match.has("other") else 1.0
    return Fixed(length(number, unit_of(match)), "SET")


def _per(match: Match) -> Expression | None:
    """ "per day"; "per second" is a speed."""
    return None if unit_of(match).startswith("T") else _every(match)


def _lost_apostrophe(match: Match) -> Expression:
    """ "Tuesdays bombardment": texts that lost their apostrophes are common."""
    day = match.number("w", "weekdays")
    if match.before() in ("and", "or", ",") or match.after() in ("and", "or", ",", ".", ";"):
        return Fixed(f"XXXX-WXX-{day}", "SET")
    return Named("weekday", day, owner=True)


_SINCE = (
    "(last|past|next|previous|first|final|coming|recent|preceding|following|subsequent|ensuing"
    "|other|remaining|latest|succeeding|intervening)"
)
_BARE = (
    "(for|within|after|over|in|of|during|take|took|takes|taken|last|lasted|spend|spent|by|since"
    "|through|follow|follows|followed|following|despite)"
)

RULES = (
    Rule(
        "<approx>? {num:n} and:({hyph}? and {hyph}? a {hyph}? half)? <adj>? {hyph}? {u:u}"
        " ({hyph}? long|or so|or more)?",
        _counted,
        "u",
    ),
    Rule("{num:n} or (more|fewer|less) {units:u}", _counted, "=or"),
    Rule("<approx>? (a|an|{num:n}) {unit:u} and:(and a half)", _counted, "u"),
    Rule(
        "<approx>? (a|one|the (past|last|next)) quarter {hyph} {unit:u}",
        _quarter_century,
        "=quarter",
    ),
    Rule("<approx>? (a|an) <adj>? {unit:u} ({hyph}? long|or so|or more)?", _one, "unit"),
    Rule("<approx>? half:(half) {hyph}? (an|a)? {hyph}? {unit:u}", _one, "unit"),
    Rule("<approx>? a half:(half) {hyph} {unit:u}", _one, "unit"),
    Rule("in [<approx>? ({num:n}|a) {u:u}]", _in_so_many, "u"),
    Rule("in [<approx>? ({num:n}|a) {u:u} {poss} time:(time)]", _in_so_many, "=time"),
    Rule("<few> <adj>? {units:u}", _counted, "units"),
    Rule("several {hyph} {unit:u}", _some, "unit"),
    Rule(
        "<approx>? {num:n} ({hyph}|{dash})? (to|or|{hyph}) {hyph}? {num:k} <adj>? {hyph}? {u:u}",
        _spread,
        "u",
    ),
    Rule(f"the {_SINCE} {{unit:u}} or ({{num:k}}|so)", _or_two, "unit"),
    Rule(f"the {_SINCE} {{unit:u}} and:(and a half)", _one, "unit"),
    Rule(f"the {_SINCE} {{num:n}} (to|or|{{hyph}}) {{num:k}} <adj>? {{units:u}}", _spread, "u"),
    Rule(
        f"(the|these|those)? {_SINCE} <approx>? ({{num:n}} and:(and a half)?|<few>) <adj>? {{u:u}}",
        _counted,
        "u",
    ),
    Rule("the {num:n} <adj>? {units:u}", _counted, "units"),
    Rule(f"(the|these|those) {_SINCE} <adj>? {{units:u}}", _some, "units"),
    Rule(
        "(recent|coming|past|previous|following|subsequent|ensuing|succeeding|intervening|latest)"
        " <adj>? {units:u}",
        _some,
        "units",
    ),
    Rule(f"{_BARE} [<adj>? {{units:u}}]", _some, "units"),
    Rule("[{units:u}] (before|after)", _some, "units"),
    Rule("[{units:u}] of", _filled, "units"),
    Rule("(for|after|in|within|over) [quite? (some time|a long time|a while)]", _a_while),
    Rule("between [{num:n}] (and|to) {num} <adj>? {units:u}", _least, "units"),
    Rule("(over|throughout|through|in) [the (early|later|intervening)? {units:u}]", _some, "units"),
    Rule("{units:u} {hyph} long", _some, "units"),
    Rule("{unit:u} {hyph} long", _one, "unit"),
    Rule("{freq:f}", _frequency, "freq"),
    Rule("{lasting:l}", _lasting, "lasting"),
    Rule(
        "(every|each) other:(other)? {num:n}? (fiscal|calendar|school|business)? {u:u}", _every, "u"
    ),
    Rule("(once|twice|{num} times|several times) (a|an|each|every|per) {unit:u}", _every, "unit"),
    Rule("per {unit:u}", _per, "unit"),
    Rule("{units:u} or {units}", _some, "units"),
    Rule("(every|each) ({weekday:w}|{daypart:p}|{month:m}|{season:s})", _every),
    Rule("(every|each) {weekday:w} {daypart:p}", _every),
    Rule("on [{weekdays:w}]", _every, "weekdays"),
    Rule("{weekdays:w}", _lost_apostrophe, "weekdays"),
    Rule("({weekday:w}|{weekdays:w2}) {dayparts:p}", _every, "dayparts"),
    Rule("[{weekday:w}] (and|or|to|through) {weekday} {dayparts:p}", _every, "dayparts"),
)
