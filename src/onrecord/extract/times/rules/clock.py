"""Rules for times of day: clocks, mornings, nights."""

from __future__ import annotations

from onrecord import lexicons
from onrecord.extract.times.expressions import Clock, Expression, Offset
from onrecord.extract.times.grammar import Match, Rule
from onrecord.extract.times.rules.dates import which
from onrecord.extract.times.rules.relative import STEPS


def _clock(match: Match) -> Expression | None:
    """ "2:30 p.m.", "14:00 GMT", "10 a.m.", "4 o'clock", "0735 GMT"."""
    hour, minute, second = _figures(match)
    half = match.low("a").replace(".", "").replace(" ", "") or _half_of_day(match)
    if half and not 0 <= hour <= 12:
        return None
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    if not (0 <= hour <= 24 and 0 <= minute < 60 and (hour < 24 or minute == 0)):
        return None
    if match.after() in ("+", "−") or match.report[match.end : match.end + 2].strip()[:1] == "-":
        match_zone = ""  # "GMT+8": not the zone that it begins with
    else:
        match_zone = match.low("zone")
    zone = lexicons.load("times/words")["zones"].get(match_zone, "")
    return Clock(f"T{hour:02d}:{minute:02d}" + (f":{second:02d}" if second else "") + zone)


def _figures(match: Match) -> tuple[int, int, int]:
    """Hour, minute and second; the hour is -1 where the figures give none."""
    if match.has("c"):
        parts = [int(part) for part in match.low("c").split(":")]
        return parts[0], parts[1], parts[2] if len(parts) > 2 else 0
    if match.has("four"):
        written = match.low("four")
        fits = len(written) == 4 and written.isdigit()
        return (int(written[:2]), int(written[2:]), 0) if fits else (-1, 0, 0)
    written = match.low("n")
    hour, dot, minute = written.partition(".")
    if dot:  # "2.30pm"
        return (int(hour), int(minute), 0) if len(minute) == 2 else (-1, 0, 0)
    return match.number("n"), 0, 0


def _half_of_day(match: Match) -> str:
    part = match.low("part")
    if not part:
        return ""
    return "am" if part.endswith("morning") else "pm"


def _part(match: Match) -> Expression | None:
    """ "this morning", "last night", "that evening", "the next morning"."""
    time = _daypart(match)
    low = match.low("det")
    choice = which(low)
    if choice is None or time is None:
        return None
    step, base = STEPS[choice]
    if low == "the next":
        base = "told"
    if choice in ("last", "next") and time not in ("TNI", "TEV") and base == "now":
        return None
    return Clock(time, Offset("day", step, base))


def _daypart(match: Match) -> str | None:
    value = match.get("p", "daypart")
    if value is None:
        return None
    return str(value) if str(value).startswith("T") else f"T{value}"


def _beside_a_day(match: Match) -> Expression | None:
    """A part of the day that is an expression only together with a day: "Friday morning"."""
    time = _daypart(match)
    return Clock(time, bare=True) if time else None


def _alone(match: Match) -> Expression | None:
    time = _daypart(match)
    return Clock(time) if time else None


def _early_hours(match: Match) -> Expression:
    """ "In the early hours", "the early hours of Thursday"."""
    return Clock("TMO", bare=match.before() != "in")


def _point(match: Match) -> Expression | None:
    """ "at noon", "until midnight": a point of the day, not a part of it."""
    time = _daypart(match)
    zone = lexicons.load("times/words")["zones"].get(match.low("zone"), "")
    return Clock(time + zone) if time and ":" in time else None


def _military(match: Match) -> Expression | None:
    """ "1400 hours"; "1400 hours of work" is a length."""
    return _clock(match) if match.before() in ("at", "by", "around", "about", "from") else None


_DET = "det:(this|that same|that|the (next|following|same|previous|preceding)|last|next)"

RULES = (
    Rule("{clock:c} a:({ampm})? ({open} zone:({zone}) {close}|zone:({zone}))?", _clock, "clock"),
    Rule("{digits:n} a:({ampm}) zone:({zone})?", _clock, "ampm"),
    Rule("[{digits:n}] (and|to|or|{hyph}|{dash}) ({digits}|{clock}) a:({ampm})", _clock, "ampm"),
    Rule("{num:n} oclock a:({ampm})? (in the part:(morning|afternoon|evening))?", _clock),
    Rule("({clock:c}|{digits:n}) in the part:(morning|afternoon|evening)", _clock),
    Rule("{digits:four} (hours|hrs)? zone:({zone})", _clock, "zone"),
    Rule("{digits:four} (hours|hrs)", _military),
    Rule(f"(early|late|later|earlier)? {_DET} (early|late|mid)? {{hyph}}? {{daypart:p}}", _part),
    Rule("in [the (early|late)? {hyph}? {daypart:p} (hours)?]", _alone, "daypart"),
    Rule("mid {hyph}? {daypart:p}", _alone, "daypart"),
    Rule("the? (very)? (early|small) hours", _early_hours, "=hours"),
    Rule(
        "(at|by|until|till|to|from|past|before|after|around|about) [{daypart:p} zone:({zone})?]",
        _point,
        "daypart",
    ),
    Rule(
        "(early in the|late in the|the|early|late|mid)? (early|late|mid)? {hyph}? {daypart:p}"
        " (hours)?",
        _beside_a_day,
        "daypart",
    ),
)
