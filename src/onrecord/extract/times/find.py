"""The times of a report: found, put together, resolved in the order of the text."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.extract.times.expressions import Clock, Expression, Fixed, Named, Offset
from onrecord.extract.times.grammar import Found
from onrecord.extract.times.intervals import interval, period_of
from onrecord.extract.times.lexer import lex
from onrecord.extract.times.resolve import Resolved, resolve
from onrecord.extract.times.rules import grammar
from onrecord.extract.times.scene import Scene, Told, is_narrative
from onrecord.extract.times.tense import Tenses
from onrecord.model.analysis import Analysis
from onrecord.records import Report, Span, Time, TimeType

_DAY_THEN_TIME = re.compile(r"[ -]|, ")
_TIME_THEN_DAY = re.compile(r",? (?:on |of )?")


def find_times(report: Report, analysis: Analysis) -> tuple[Time, ...]:
    """The time expressions of ``report`` in the order of its text, with their values.

    Works without an analysis: its words only help to tell verbs from months and past from future.
    Ids are ``<report.id>:t1`` and so on.
    """
    text = report.text
    rules = grammar()
    found = composed(rules.find(lex(text, rules.vocabulary, rules.cores)), text)
    tenses = Tenses(text, analysis)
    now = period_of((report.published or "")[:10])
    scene = Scene(now, narrative=is_narrative([one.expression for one in found], now))
    times: list[Time] = []
    for one in found:
        identifier = f"{report.id}:t{len(times) + 1}"
        direction = tenses.direction(one.start, one.end)
        if _owned(one, text):
            direction = -1
        scene.at = one.start
        resolved = resolve(one.expression, scene, direction)
        if resolved.period is not None:
            ago = isinstance(one.expression, Offset) and one.expression.quarterly
            scene.tell(Told(resolved.period, one.start, identifier, ago))
        times.append(_time(identifier, Span.of(text, one.start, one.end), resolved))
    return tuple(times)


def _owned(one: Found, text: str) -> bool:
    """Whether something belongs to the weekday ("Tuesday's attack"): mostly it is over."""
    named = isinstance(one.expression, Named) and one.expression.kind == "weekday"
    return named and text[one.end : one.end + 2] in ("'s", "’s")


def _time(identifier: str, span: Span, resolved: Resolved) -> Time:
    from_, to = interval(resolved.value)
    return Time(
        identifier, span, type_of(resolved.value), resolved.value, from_, to, resolved.anchor
    )


def type_of(value: str) -> TimeType:
    """The TIMEX3 type of a value."""
    if value.startswith("P") and not value.endswith("_REF"):
        return "DURATION"
    return "TIME" if "T" in value.partition("REF")[0] and "_REF" not in value else "DATE"


def composed(found: list[Found], text: str) -> list[Found]:
    """A time of day and the day beside it as one expression: "Friday morning", "noon Thursday"."""
    out: list[Found] = []
    for one in found:
        joined = _joined(out[-1], one, text) if out else None
        if joined is not None:
            out[-1] = joined
        else:
            out.append(one)
    return [one for one in out if not (isinstance(one.expression, Clock) and one.expression.bare)]


def _joined(first: Found, second: Found, text: str) -> Found | None:
    between = text[first.end : second.start]
    a, b = first.expression, second.expression
    if _is_day(a) and isinstance(b, Clock) and b.on is None and _DAY_THEN_TIME.fullmatch(between):
        if between == ", " and b.bare:
            return None
        clock, day = b, a
    elif isinstance(a, Clock) and a.on is None and _is_day(b) and _TIME_THEN_DAY.fullmatch(between):
        clock, day = a, b
    else:
        return None
    whole: Expression = replace(clock, on=day, bare=False)
    return Found(first.start, second.end, whole, first.rank)


def _is_day(expression: Expression) -> bool:
    if isinstance(expression, Fixed):
        return bool(re.fullmatch(r"(BC)?\d{4}-\d\d-\d\d", expression.value))
    if isinstance(expression, Offset):
        return expression.unit == "day"
    return isinstance(expression, Named) and expression.kind in (
        "date",
        "weekday",
        "holiday",
        "day",
    )
