"""Rules for days, months and years, with a year or without."""

from __future__ import annotations

import re

from onrecord import lexicons
from onrecord.extract.times.expressions import Expression, Fixed, Named, Offset, Range, Which
from onrecord.extract.times.figures import iso, slashed, two_digit_year
from onrecord.extract.times.grammar import Match, Rule
from onrecord.extract.times.periods import Period, value

_WHICH: dict[str, Which] = {
    "last": "last", "past": "last", "this": "this", "current": "this", "next": "next",
    "coming": "next", "upcoming": "next", "that": "that", "same": "that",
    "following": "following", "subsequent": "following", "ensuing": "following",
    "previous": "previous", "preceding": "previous", "prior": "previous",
}  # fmt: skip


def which(low: str) -> Which:
    """How the determiners ``low`` choose a period; the last word that says so counts."""
    found: Which = None
    for word in low.split():
        found = _WHICH.get(word, found)
    return found


def which_year(match: Match) -> Offset | None:
    """The year of "June last year"."""
    choice = which(match.low("which"))
    if choice in ("last", "this", "next"):
        return Offset("year", {"last": -1, "this": 0, "next": 1}[choice], "now")
    steps = {"that": 0, "following": 1, "previous": -1}
    return Offset("year", steps[choice], "told") if choice else None


def month_of(match: Match) -> int:
    """The month that the items "m" or "k" name; 0 where they are not there."""
    return int(match.get("m", "month") or match.get("k", "mon") or 0)


def year_of(match: Match) -> int | None:
    """The year that the items "y", "z" (in words) or "q" ("'98") give."""
    if match.has("q"):
        return two_digit_year(match.low("q"))
    for name, cls in (("y", "year"), ("z", "yearw")):
        if match.has(name):
            return match.number(name, cls)
    return None


def _day(year: int, month: int, day: int) -> Fixed | None:
    period = Period("day", year, month, day)
    try:
        period.first()
    except ValueError:
        return None
    return Fixed(value(period))


def _full(match: Match) -> Expression | None:
    year, day = year_of(match), match.number("d", "dom")
    if year is None:
        return None
    return _day(year, month_of(match), day if day > 0 else match.number("o", "ord"))


def _without_year(match: Match) -> Expression | None:
    day = match.number("d", "dom")
    day = day if day > 0 else match.number("o", "ord")
    fits = 1 <= day <= 31 and _clear_of_verbs(match)
    known = lexicons.load("times/words")["named_days"].get(f"{month_of(match):02d}-{day:02d}")
    if known and match.after() in known["what"]:
        return Fixed(known["date"])
    chosen = which(match.low("det"))
    year = which_year(match)
    told = _WEEKDAYS.get(match.text[:3].lower(), 0)
    if not fits:
        return None
    return Named("date", month_of(match), day, which=chosen, year=year, weekday=told)


_WEEKDAYS = {"mon": 1, "tue": 2, "wed": 3, "thu": 4, "fri": 5, "sat": 6, "sun": 7}


def _range(match: Match) -> Expression | None:
    """ "June 5-7", "5 to 7 June 2017", "June 28 - July 3"."""
    first, last = match.number("d", "dom"), match.number("e", "dom")
    month = month_of(match)
    later = match.number("n", "month") if match.has("n") else month
    if first >= last and month == later:
        return None
    year = year_of(match)
    if year is None:
        return Range(Named("date", month, first), Named("date", later, last))
    begin, end = _day(year, month, first), _day(year, later, last)
    return Range(begin, end) if begin and end else None


def _further_day(match: Match) -> Expression | None:
    """The "25" of "April 24 and 25", the "24" of "24 and 25 April"."""
    year, day = year_of(match), match.number("e", "dom")
    month = month_of(match)
    return Named("date", month, day) if year is None else _day(year, month, day)


def _month_and_year(match: Match) -> Expression | None:
    year = year_of(match)
    if year is None:
        return None
    return Fixed(f"{year:04d}-{month_of(match):02d}")


def _month_before_christ(match: Match) -> Expression | None:
    year = _before_christ(match)
    return Fixed(f"{year.value}-{month_of(match):02d}") if isinstance(year, Fixed) else None


_SURNAME = re.compile(r"\s(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)[A-Z][a-zà-ÿ’'-]+")


def _given_name(match: Match) -> bool:
    """Whether a month is somebody's name: "Jan Egeland", "April Ryan"."""
    word = match.word("m")
    if word is None or word.low not in ("jan", "april", "june", "may", "august"):
        return False
    return _SURNAME.match(match.report, word.end) is not None and match.before() not in _BEFORE_MAY


def _month_alone(match: Match) -> Expression | None:
    if not _clear_of_verbs(match) or _given_name(match):
        return None
    return Named("month", month_of(match), which=which(match.low("det")), year=which_year(match))


def _date_on(match: Match) -> Expression | None:
    """The "March 31" of "Jan. 1 through March 31"."""
    return Named("date", month_of(match), match.number("d", "dom"), which="following")


def _month_on(match: Match) -> Expression | None:
    """The "March" of "from October to March"."""
    if not _clear_of_verbs(match):
        return None
    return Named("month", month_of(match), which="following")


_BEFORE_MAY = frozenset(
    "in of by since until till from to through between and or before after during last next this "
    "early late mid for as , ( - -- the that each every around about previous following his her "
    "its their our 's".split()
)


def _clear_of_verbs(match: Match) -> bool:
    """Whether a month is one: "may", "march" and "august" are other words in lower case."""
    word = match.word("m")
    if word is None or word.low not in ("may", "march", "august"):
        return True
    if not match.report[word.start].isupper():
        return False
    numbered = any(match.has(name) for name in ("d", "o", "which"))
    modified = match.start < word.start
    return numbered or modified or word.low == "august" or match.before() in _BEFORE_MAY


def _range_of_years(match: Match) -> Expression | None:
    """ "1960-63"; where both years are complete they are two expressions."""
    first = match.number("y", "year")
    last = first // 100 * 100 + match.number("e")
    return Range(Fixed(f"{first:04d}"), Fixed(f"{last:04d}")) if first < last < 2100 else None


def _year_of_two(match: Match) -> Expression | None:
    """The "1955" or the "1963" of "1955-1963"."""
    year = match.number("y", "year")
    return Fixed(f"{year:04d}") if 1000 <= year < 2100 else None


def _before_christ(match: Match) -> Expression | None:
    year = match.number("n")
    if not 1 <= year <= 9999:
        return None
    return Fixed(f"BC{year:04d}" if match.low("era").startswith("b") else f"{year:04d}")


_CERTAIN = frozenset("in since until till during circa ca year years mid early late fiscal".split())
_LIKELY = _CERTAIN | frozenset(
    "by of from to before after between through the and or ( - --".split()
)
_WORD_AFTER = re.compile(r"['’]?\s?-?([^\W\d_]+)")
_WORD_BEFORE = re.compile(r"([^\W\d_]+|\S)\.?\s*$")


_AFTER_A_YEAR = re.compile(r"\b1\d{3}, ?\Z")
"""In a list: "in 1777, 1779 and 1780"."""
_FIGURES_FOLLOW = re.compile(r"\s\d{1,2}[./-]\d{1,2}[./-]\d\d")
"""A date in figures: the number before it is a time of day ("1924 16.05.2017")."""


def _year_alone(match: Match) -> Expression | None:
    """A number of four digits that the words around it let be a year."""
    year = match.number("y", "year")
    text, word = match.report, match.word("y")
    if word is None:
        return None
    if text[word.start - 1 : word.start].isalpha():
        return None  # a name, such as "Expo2020"
    after = _WORD_AFTER.match(text, word.end)
    before = _WORD_BEFORE.search(text, max(0, word.start - 24), word.start)
    told = before[1].lower() if before else ""
    lists = lexicons.load("times/words")["not_a_year"]
    if told in lists["before"] or told in ("$", "£", "€", "#", "%", ".", "/", "+", "@", "at"):
        return None
    if text[word.end : word.end + 1] in ("%", "/", "°") or _FIGURES_FOLLOW.match(text, word.end):
        return None
    if after is not None and text[word.end] == " ":
        noun = after[1]
        round_plural = year % 100 == 0 and noun.islower() and noun.endswith("s")
        if noun in lists["after"] and (told not in _CERTAIN or year % 100 == 0):
            return None
        if round_plural and told not in _CERTAIN and noun not in ("was", "has", "is"):
            return None
    if 1900 <= year <= 2050:
        return Fixed(f"{year:04d}")
    listed = told == "," and _AFTER_A_YEAR.search(text, max(0, word.start - 8), word.start)
    if (
        told in _CERTAIN
        or (listed and year < 2100)
        or (told in _LIKELY and year % 100 and year < 2100)
    ):
        return Fixed(f"{year:04d}")
    return None


def _spoken_year(match: Match) -> Expression | None:
    """ "nineteen ninety-six"; "twelve hundred" is a number."""
    year = match.number("z", "yearw")
    return Fixed(f"{year:04d}") if year % 100 and year >= 1600 else None


def _quarter_of(match: Match) -> Expression | None:
    """ "the 1988 period": in figures by quarters the quarter of that year."""
    return Named("quarter", 0, year=Fixed(f"{match.number('y', 'year'):04d}"))


def _figures(match: Match) -> Expression | None:
    word = match.word("i")
    return iso(word.low) if word else None


def _slashed(match: Match) -> Expression | None:
    word = match.word("s")
    if word is None:
        return None
    name = lexicons.load("times/words")["names"].get(word.low)
    return Fixed(name) if name else slashed(word.low)


def _short_year(match: Match) -> Expression | None:
    """ "'98": with a word before it that wants a year, or a month."""
    return Fixed(f"{year_of(match):04d}") if match.low("q") and match.before() in _LIKELY else None


RULES = (
    Rule("{iso:i}", _figures, "iso"),
    Rule("{slashed:s}", _slashed, "slashed"),
    # Day, month and year.
    Rule("<wd>? {dom:d} of? <m> (of|{comma})? (<y>|{shortyear:q})", _full),
    Rule("<wd>? <m> the? {dom:d} {comma}? (<y>|{shortyear:q})", _full),
    Rule("<wd>? the? {ord:o} of? <m> {comma}? <y>", _full, "ord"),
    Rule(
        "(the night (of|from))? <wd>? {dom:d} ({hyph}|{dash}|to|through) {dom:e} of? <m> "
        "{comma}? <y>?",
        _range,
    ),
    Rule(
        "(the night (of|from))? <m> {dom:d} ({hyph}|{dash}|to|through) {dom:e} ({comma}? <y>)?",
        _range,
    ),
    Rule("<m> {dom:d} ({hyph}|{dash}) {month:n} {dom:e} ({comma}? <y>)?", _range),
    Rule("<m> {dom} (and|or|{comma}) [{dom:e}] ({comma}? <y>)?", _further_day),
    Rule("<m> {dom} {comma} {dom} {comma}? and [{dom:e}] ({comma}? <y>)?", _further_day),
    Rule("[{dom:e}] (and|or|to) {dom} <m> {comma}? <y>?", _further_day),
    Rule("[<m> {dom:d}] (to|and|or|through|until|{hyph}|{dash}) {month} {dom} {comma}? <y>", _full),
    Rule("[{dom:d} <m>] (to|and|or|through|until|{hyph}|{dash}) {dom} {month} {comma}? <y>", _full),
    Rule("{month} {dom} (to|through|until) [<m> {dom:d}]", _date_on),
    Rule("{dom} {month} (to|through|until) [{dom:d} <m>]", _date_on),
    Rule("{month} (to|through|until|{hyph}|{dash}) [<early>? {month:m}]", _month_on, "month"),
    # A month, with its year or without.
    Rule("<early>? <m> (of|{comma})? (<y>|{shortyear:q})", _month_and_year),
    Rule("<early>? <m> (of|{comma})? {num:n} era:({era})", _month_before_christ, "era"),
    Rule(
        "[<early>? <m>] (to|and|or|through|until|{hyph}|{dash}|{slash}) <early>? {month}"
        " {comma}? <y>",
        _month_and_year,
    ),
    Rule(
        "((early|later) in)? <early>? det:((the? (following|previous|preceding|subsequent|same)"
        "|last|this past|this|next|past|coming|that same|that)?) <early>? {month:m}"
        " (of? {comma}? <which>)?",
        _month_alone,
        "month",
    ),
    Rule(
        "det:((this coming|this|next|last)?) <wd>? <m> the? {dom:d} (of? {comma}? <which>)?",
        _without_year,
    ),
    Rule("<wd>? {dom:d} of? <m> (of? {comma}? <which>)?", _without_year),
    Rule("det:((this coming|this|next|last)?) <wd>? <m> the? {ord:o}", _without_year, "ord"),
    Rule("<wd>? the {ord:o} of? <m>", _without_year, "ord"),
    # A year.
    Rule("{year:y} {hyph} {yy:e}", _range_of_years, "year"),
    Rule("[{year:y}] {hyph} {year}", _year_of_two, "year"),
    Rule("{year} {hyph} [{year:y}]", _year_of_two, "year"),
    Rule(
        "<early>? (the (year|years)|the? (fiscal|calendar|full) (year)?)? {year:y}",
        _year_alone,
        "year",
    ),
    Rule("the {year:y} (period|quarter)", _quarter_of, "year"),
    Rule("<early>? (the year)? {yearw:z}", _spoken_year, "yearw"),
    Rule("<early>? (ca {dot}?|circa|about|around)? {num:n} era:({era})", _before_christ, "era"),
    Rule(
        "era:({era}) {num:n}",
        lambda m: None if m.low("era")[0] == "b" else _before_christ(m),
        "era",
    ),
    Rule("[{num:n}] ({hyph}|{dash}|to|and|or) {num} era:({era})", _before_christ, "era"),
    Rule("<early>? {shortyear:q}", _short_year, "shortyear"),
)
