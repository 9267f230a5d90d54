"""Rules for weekdays, seasons, quarters, halves, decades, centuries and holidays."""

from __future__ import annotations

import re

from onrecord import lexicons
from onrecord.extract.times.expressions import Around, Expression, Fixed, Named, Offset
from onrecord.extract.times.figures import decade, two_digit_year
from onrecord.extract.times.grammar import Match, Rule
from onrecord.extract.times.rules.dates import month_of, which, which_year, year_of

_DET = (
    "det:((the? (following|previous|preceding|subsequent|same|next)"
    "|last|this past|this coming|this|next|past|coming|that same|that)?)"
)
_DAY = "({weekday:w}|{wd:v}{dot}?)"


_NAMED_DAYS = frozenset("black bloody super cyber fat giving holy maundy spy".split())


def _weekday(match: Match) -> Expression | None:
    if match.before() in _NAMED_DAYS:
        return None  # "Bloody Sunday" names one day of history
    number = match.number("w", "weekday") if match.has("w") else match.number("v", "wd")
    low = match.low("det")
    if match.has("v") and not low and match.before() not in ("on", "by", "until", "from", "since"):
        return None
    year = _which_week(match.low("week"))
    return Named("weekday", number, which=which(low), year=year)


def _any_weekday(match: Match) -> Expression | None:
    """ "one Friday", "a Tuesday": which is not said."""
    if match.has("n") and match.number("n") != 1:
        return None
    if match.after() not in ("in", "of", "", ".", ",", ";", ")", "and", "or", "when", "at"):
        return None  # "a Sunday service": of a Sunday that is known
    return Fixed(f"XXXX-WXX-{match.number('w', 'weekday')}")


def _nth_weekday(match: Match) -> Expression | None:
    """ "the first Monday in March", "the last Friday of May 2017"."""
    count = match.number("o", "ord") if match.has("o") else -1
    month = month_of(match)
    if count > 5 or not month:
        return None
    rule = f"{month:02d}-{match.number('w', 'weekday')}-{count}"
    year = year_of(match)
    return Named("holiday", name=rule, year=Fixed(f"{year:04d}") if year else which_year(match))


def _weekday_on(match: Match) -> Expression | None:
    """The "Friday" of "Monday to Friday"."""
    return Named("weekday", match.number("w", "weekday"), which="following")


def _which_week(low: str) -> Offset | None:
    choice = which(low)
    step = {"last": -1, "this": 0, "next": 1}.get(choice or "")
    return Offset("week", step, "now") if step is not None else None


def _season(match: Match) -> Expression | None:
    """ "the summer of 1955", "last fall", "summer"."""
    word = match.word("s")
    if word is None:
        return None
    name = str(word.entry.values.get("season") or word.entry.values.get("fall"))
    year = year_of(match)
    era = "BC" if match.low("era").startswith("b") else ""
    if year is not None:
        return Fixed(f"{era}{year:04d}-{name}")
    if match.has("n"):
        return Fixed(f"{era}{match.number('n'):04d}-{name}")
    if _is_named_after(match, word.start):
        return None  # "the Arab Spring"
    if match.after() == "of":
        return None  # "a spring of water"
    return Named("season", name=name, which=which(match.low("det")), year=which_year(match))


_CAPITALISED = re.compile(r"\b[A-Z]\w+\s+$")


def _is_named_after(match: Match, season: int) -> bool:
    """Whether a season with a capital follows a word with one: "the Prague Spring"."""
    text = match.report
    return text[season].isupper() and bool(_CAPITALISED.search(text[max(0, season - 24) : season]))


def _quarter(match: Match) -> Expression | None:
    number = match.number("o", "ord")
    if not 1 <= number <= 4:
        return None
    return _part_of_year("quarter", "Q", number, match)


def _quarter_owned(match: Match) -> Expression | None:
    """ "1990's second quarter": of the year, not of the decade."""
    number, written = match.number("o", "ord"), match.low("d")
    owned = 1 <= number <= 4 and re.fullmatch(r"\d{4}['’]s", written)
    return Fixed(f"{written[:4]}-Q{number}") if owned else None


def _part_of_year(kind: str, letter: str, number: int, match: Match) -> Expression:
    year = year_of(match)
    if year is not None:
        return Fixed(f"{year:04d}-{letter}{number}")
    if kind == "quarter":
        return Named("quarter", number, which=which(match.low("det")), year=_owner(match))
    return Named("half", number, year=_owner(match))


def _owner(match: Match) -> Offset | None:
    """The year of "next year's first quarter", "the second half of the year"."""
    low = match.low("which")
    if not low:
        return which_year(match)
    return which_year(match) or Offset("year", 0, "told")


def _half(match: Match) -> Expression | None:
    number = match.number("o", "ord")
    return _part_of_year("half", "H", number, match) if number in (1, 2) else None


def _short_quarter(match: Match) -> Expression | None:
    """ "Q3", "Q3 2018"."""
    number = match.number("n")
    glued = match.text[:1] == "Q" and match.text[1:2].isdigit()
    return _part_of_year("quarter", "Q", number, match) if glued and 1 <= number <= 4 else None


def _decade(match: Match) -> Expression | None:
    if match.before() in ("his", "her", "their", "my", "our", "your", "whose"):
        return None  # "in her mid-30s": an age
    if match.has("w"):
        tens = match.number("w", "decadew")
        years = match.number("c") * 100 + tens if match.has("c") else two_digit_year(str(tens))
        return Fixed(f"{years // 10:03d}")
    era = "BC" if match.low("era").startswith("b") else ""
    written = match.low("d")
    if sum(c.isdigit() for c in written) == 3:
        return Fixed(f"BC{int(written[:3]) // 10:03d}") if era else None
    if (
        not written[0].isdigit()
        or len(written) > 4
        or match.before() in ("the", "mid", "early", "late", "in")
    ):
        return Fixed(era + decade(written))
    return Fixed(era + decade(written)) if match.first < match.last - 1 else None


def _further_decade(match: Match) -> Expression | None:
    """The "80s" of "the 70s and 80s"."""
    written = match.low("d")
    return Fixed(decade(written)) if sum(c.isdigit() for c in written) in (2, 4) else None


def _last_quarter(match: Match) -> Expression:
    """ "the final quarter of 2017"."""
    return _part_of_year("quarter", "Q", 4, match)


def _century(match: Match) -> Expression | None:
    number = match.number("o", "ord")
    if not 1 <= number <= 30:
        return None
    era = "BC" if match.low("era").startswith("b") else ""
    return Fixed(f"{era}{number - 1:02d}")


def _holiday(match: Match) -> Expression | None:
    word = match.word("h")
    if word is None or not match.report[word.start].isupper():
        return None
    name = match.low("h").replace(" 's", "'s").replace("s '", "s'")
    rule = lexicons.load("times/words")["holidays"].get(name)
    if rule is None:
        return None
    year = year_of(match)
    told = Fixed(f"{year:04d}") if year is not None else which_year(match)
    day = Named("holiday", name=rule, which=which(match.low("det")), year=told)
    if match.has("around"):
        return Around("weekend" if match.low("around").startswith("weekend") else "week", day)
    return day


def _names() -> list[list[str]]:
    """The names of holidays, word by word, the longer ones first."""
    names = [re.findall(r"[^\W\d_]+|'s|'", n) for n in lexicons.load("times/words")["holidays"]]
    return sorted(names, key=lambda words: (-len(words), words))


def holiday_cores() -> list[str]:
    """A word of each holiday by which the lexer may know it: its longest."""
    return [max(words, key=len) for words in _names()]


def _holidays() -> str:
    return "|".join(
        " ".join("{poss}" if word[0] == "'" else word for word in words) for words in _names()
    )


def rules() -> tuple[Rule, ...]:
    """The rules; the holidays among them come from the lexicon."""
    return (*_DAYS, *_SEASONS, *_QUARTERS, *_LONGER, _holiday_rule())


def _holiday_rule() -> Rule:
    return Rule(
        f"<early>? {_DET} h:({_holidays()}) around:((week|weekend)?)"
        " ({comma}? of? (<y>|<which>))?",
        _holiday,
    )


def _weekday_and_day(match: Match) -> Expression | None:
    """ "Friday the 13th"."""
    day = match.number("d", "dom")
    return Named("monthday", match.number("w", "weekday"), day) if day > 0 else None


def _day_of_month(match: Match) -> Expression | None:
    """ "on the 15th", where nothing follows that it counts ("the 15th attack")."""
    day = match.number("d", "dom")
    alone = match.after() in (
        "",
        ".",
        ",",
        ";",
        ")",
        "and",
        "or",
        "but",
        "at",
        "when",
        "after",
        "he",
        "she",
        "it",
        "they",
        "we",
        "the",
        "to",
    )
    return Named("monthday", 0, day) if alone and day > 0 else None


_DAYS = (
    Rule("{weekday:w} {comma}? the {ordn:d}", _weekday_and_day, "ordn"),
    Rule("(on|by|until|since|from|before|after) [the {ordn:d}]", _day_of_month, "ordn"),
    Rule("(a|an|{numw:n}|any|another) {weekday:w}", _any_weekday, "weekday"),
    Rule("the? ({ord:o}|last) {weekday:w} (of|in) <m> (of? {comma}? (<y>|<which>))?", _nth_weekday),
    Rule("{weekday} (to|through|until|{hyph}|{dash}) [{weekday:w}]", _weekday_on, "weekday"),
    Rule(f"(early|late)? {_DET} {_DAY}", _weekday),
    Rule(f"{_DAY} {{comma}}? (of)? week:((last|this|next) week)", _weekday),
    Rule(f"week:((last|this|next) week) (on)? {_DAY}", _weekday),
)
_SEASONS = (
    Rule(
        f"<early>? {_DET} the? <early>? {{season:s}} ({{comma}}|of)?"
        " (<y>|{shortyear:q}|{num:n} era:({era}))",
        _season,
        "season",
    ),
    Rule(
        f"((early|later) in)? <early>? {_DET} the? <early>? {{season:s}} (of? <which>)?",
        _season,
        "season",
    ),
    Rule(
        f"[<early>? {_DET} the? {{season:s}}] (and|or|to|through|{{slash}}|{{hyph}}) <early>? the?"
        " {season} of? <y>",
        _season,
        "season",
    ),
    Rule(f"<early>? {_DET} the? (early|late|mid)? {{hyph}}? {{fall:s}} of? <y>", _season, "fall"),
    Rule(
        "<early>? det:(last|this past|this|next|past|coming|that|the? (following|previous))"
        " (early|late|mid)? {fall:s}",
        _season,
        "fall",
    ),
    Rule("(early|late|mid) {hyph}? {fall:s}", _season, "fall"),
    Rule(f"[{_DET} the? {{fall:s}}] (and|or) {{season}}", _season, "fall"),
    Rule("{season} (and|or) [the? {fall:s}]", _season, "fall"),
)
_QUARTERS = (
    Rule(
        "<early>? (the|a)? det:((last|this|next)?) (fiscal {hyph}?|latest|current|flat|strong"
        "|weak|record|comparable)? {ord:o} (fiscal)? quarter"
        " (of? (fiscal)? (<y>|<which>|which:(the year)))?",
        _quarter,
        "ord",
    ),
    Rule("(fiscal {hyph}?)? {ord:o} {hyph} quarter (of? (<y>|<which>))?", _quarter, "ord"),
    Rule("which:((last|this|next) year) {poss} (fiscal)? {ord:o} {hyph}? quarter", _quarter, "ord"),
    Rule("(the|fiscal)? {decade:d} (fiscal)? {ord:o} {hyph}? quarter", _quarter_owned, "decade"),
    Rule("the? <y> {poss}? (fiscal)? {ord:o} {hyph}? quarter", _quarter, "ord"),
    Rule("the? <y> {poss}? (fiscal)? {ord:o} {hyph}? half", _half, "ord"),
    Rule("the? {ord:o} {hyph}? half of (fiscal)? (<y>|<which>|which:(the year))", _half, "ord"),
    Rule("q {digits:n} (of? <y>)?", _short_quarter),
    Rule(
        "the (fourth and)? (final|last) quarter (of|{comma})? (fiscal)?"
        " (<y>|<which>|which:(the year))",
        _last_quarter,
    ),
)
_LONGER = (
    Rule("[the? {ord:o}] (and|or|to) {ord} {hyph}? quarters", _quarter, "ord"),
    Rule("{ord} (and|or|to) [the? {ord:o} {hyph}? quarters]", _quarter, "ord"),
    Rule("<early>? the? {decade:d} era:({era})?", _decade, "decade"),
    Rule("the {decade} (and|or|to|{comma}) [{decade:d}] era:({era})", _decade, "decade"),
    Rule("the {decade} (and|or|to|{comma}) (the)? [{decade:d}]", _further_decade, "decade"),
    Rule("(<early>|the) {numw:c}? {hyph}? {decadew:w}", _decade, "decadew"),
    Rule("<early>? the? {ord:o} {hyph}? (century|centuries) era:({era})?", _century, "ord"),
    Rule(
        "[the? {ord:o}] (and|or|to|through|{hyph}) {ord} {hyph}? centuries era:({era})?",
        _century,
        "ord",
    ),
)
