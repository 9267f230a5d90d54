"""The times of a report: found, put together, resolved in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.extract.times import merge
from onrecord.extract.times.dotted import with_dotted
from onrecord.extract.times.entries import entries, on_the_day
from onrecord.extract.times.expressions import (
    Around,
    Beside,
    Clock,
    Expression,
    Fixed,
    Named,
    Offset,
)
from onrecord.extract.times.filed import filed
from onrecord.extract.times.grammar import Found
from onrecord.extract.times.intervals import day_of, interval, type_of
from onrecord.extract.times.lexer import lex
from onrecord.extract.times.remember import remember
from onrecord.extract.times.resolution import resolve
from onrecord.extract.times.rules import grammar
from onrecord.extract.times.scene import Scene, is_narrative
from onrecord.extract.times.tense import Direction, Tenses
from onrecord.model.analysis import Analysis
from onrecord.records import Report, Span, Time

_DAY_THEN_TIME = re.compile(r"[ -]|, ")
_WHOLE_DAY = re.compile(r"(BC)?\d{4}-\d\d-\d\d")
_TIME_THEN_DAY = re.compile(r"(?: local time)?,? (?:on |of )?")


def find_times(report: Report, analysis: Analysis) -> tuple[Time, ...]:
    """The time expressions of ``report`` in the order of its text, with their values.

    Works without an analysis: it helps to tell verbs from months and what is past from what is to
    come, and adds expressions that the rules do not know. Ids are ``<report.id>:t1`` and so on.
    Without a publication date nothing is given a calendar date that the text itself does not
    settle. The day that the report itself says it was written on (``filed``) goes before the one
    that its metadata give, not before one that a person told.
    """
    text = report.text
    tenses = Tenses(text, analysis)
    tagged = tuple(t for t in analysis.times if not merge.counted(t.start, t.end, tenses, text))
    found = merge.added(expressions(text, tenses), tagged, text)
    found = on_the_day(found, entries(text))
    written = None if report.published_basis == "told" else filed(text, found)
    now, by = day_of(report.published), "published"
    if written is not None and written[0] != now:
        now, by = written[0], f"{report.id}:t{written[1] + 1}"
    scene = Scene(now, now_by=by, narrative=is_narrative([one.expression for one in found], now))
    times: list[Time] = []
    for one in found:
        identifier = f"{report.id}:t{len(times) + 1}"
        scene.at, scene.sentence = one.start, tenses.sentence(one.start)[0]
        scene.on_calendar = tenses.on_calendar(one.end)
        resolved = resolve(one.expression, scene, _direction(one, text, tenses))
        remember(scene, one, resolved, identifier, text)
        span = Span.of(text, one.start, one.end)
        from_, to = interval(resolved.value)
        kind = (one.expression.type if isinstance(one.expression, Fixed) else None) or type_of(
            resolved.value
        )
        times.append(Time(identifier, span, kind, resolved.value, from_, to, resolved.anchor))
    return tuple(times)


def expressions(text: str, tenses: Tenses) -> list[Found]:
    """What the rules find in ``text``, none across another, in order."""
    rules = grammar()
    found = rules.find(lex(text, rules.vocabulary, rules.cores))
    found = with_dotted(merge.without_counts(found, tenses, text), text)
    return composed(merge.without_verbs(found, tenses, text), text)


def _direction(one: Found, text: str, tenses: Tenses) -> Direction:
    if _owned(one, text):
        return tenses.owned(one.start, one.end)
    return tenses.direction(one.start, one.end)


def _owned(one: Found, text: str) -> bool:
    """Whether something belongs to the weekday ("Tuesday's attack"): mostly it is over."""
    expression = one.expression
    if isinstance(expression, Clock):
        expression = expression.on or expression  # "Thursday night's debate"
    if not isinstance(expression, Named) or expression.kind != "weekday":
        return False
    theirs = _THEIRS.search(text, max(0, one.start - 12), one.start)
    if theirs and _NOUN.match(text, one.end):
        return True  # "his Tuesday win"
    return expression.owner or text[one.end : one.end + 2] in ("'s", "’s")


_THEIRS = re.compile(r"(?:\b(?:his|her|its|their|our|my)|\w['’]s) \Z", re.IGNORECASE)
_NOUN = re.compile(r" [a-z]{3,}")


def composed(found: list[Found], text: str) -> list[Found]:
    """A time of day and the day beside it as one expression: "Friday morning", "noon Thursday"."""
    out: list[Found] = []
    for one in _beside(found, text):
        joined = _joined(out[-1], one, text) if out else None
        if joined is not None:
            out[-1] = joined
        else:
            out.append(one)
    return [one for one in out if not (isinstance(one.expression, Clock) and one.expression.bare)]


_DAY_BESIDE = re.compile(r"\b(?:the )?day (before|after) \Z", re.IGNORECASE)


def _beside(found: list[Found], text: str) -> Iterator[Found]:
    """``found``, "the day before" with the day that follows it: "the day after Christmas"."""
    for one in found:
        day = _day(one.expression)
        before = _DAY_BESIDE.search(text, max(0, one.start - 16), one.start) if day else None
        if before is None or day is None:
            yield one
        else:
            step = 1 if before[1].lower() == "after" else -1
            yield Found(before.start(), one.end, Beside(step, day), one.rank)


def _joined(first: Found, second: Found, text: str) -> Found | None:
    between = text[first.end : second.start]
    a, b = first.expression, second.expression
    if between == " of " and isinstance(a, Offset) and a.n == 0 and isinstance(b, Fixed | Named):
        words = text[first.start : first.end].lower()
        if words in ("the week", "the weekend", "the month"):
            return Found(first.start, second.end, Around(a.unit, b), first.rank)
    day = _day(a)
    if day and isinstance(b, Clock) and b.on is None and _DAY_THEN_TIME.fullmatch(between):
        if between == ", " and b.bare:
            return None
        whole: Expression = replace(b, on=day, bare=False)
        return Found(first.start, second.end, whole, first.rank)
    if isinstance(a, Clock) and isinstance(b, Clock) and a.time == b.time:
        if a.on is not None and b.bare and between == " ":  # "the early hours of Friday morning"
            return Found(first.start, second.end, a, first.rank)
    if isinstance(a, Clock) and a.on is None and isinstance(b, Clock) and b.on is not None:
        if between == " " and text[second.start : second.end].lower() == "tonight":
            time = "T24:00" if a.time == "T00:00" else _past_noon(a.time)
            return Found(first.start, second.end, Clock(time, b.on), first.rank)
    day = _day(b)
    if day and isinstance(a, Clock) and a.on is None and _TIME_THEN_DAY.fullmatch(between):
        whole = replace(a, on=day, bare=False)
        return Found(first.start, second.end, whole, first.rank)
    return None


def _past_noon(time: str) -> str:
    """A clock time as one of the evening: "9:30 tonight"."""
    hour = int(time[1:3]) if time[1:3].isdigit() else 0
    return f"T{hour + 12}{time[3:]}" if 4 <= hour < 12 else time


def _day(expression: Expression) -> Fixed | Offset | Named | None:
    """The expression where it names a day, else None."""
    if isinstance(expression, Fixed):
        return expression if _WHOLE_DAY.fullmatch(expression.value) else None
    if isinstance(expression, Offset):
        return expression if expression.unit == "day" else None
    if isinstance(expression, Named) and expression.kind in (
        "date",
        "weekday",
        "holiday",
        "monthday",
    ):
        return expression
    return None
