"""The way by which a claim came into a report: outlet, agency, speaker, what the speaker cites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from onrecord.errors import RecordError
from onrecord.link.credits import agency, credited
from onrecord.link.words import tokens
from onrecord.records import REPORTER, Event, ReportRecord, Span, Statement

Role = Literal["outlet", "agency", "speaker", "cited"]

_HEAD, _TAIL = 300, 120
# Where a credit stands: in brackets, before a dash, at the very end.
_DATELINE = re.compile(r"\s*[)\]]|\s*[-–—]|\s*$")
# An agency takes the words here and is not spoken of.
_TAKES = re.compile(
    r"(?:\b(?:citing|quoting|according to|via|(?:cited|quoted|reported|carried|published) by)\s+"
    r"(?:the\s+|an?\s+)?(?:[\w’'-]+\s+){0,3}|[(/]\s*)$",
    re.IGNORECASE,
)
# Said to it, by the one whose cue stands right before.
_TOLD = re.compile(
    r"\b(?:told|tells|telling|interview (?:with|to)|speaking to|spoke to|statements? to|said to)"
    r"\s+(?:the\s+|an?\s+)?(?:[\w’'-]+\s+){0,3}$",
    re.IGNORECASE,
)
_NEAR = 40
_GIVES = re.compile(
    r"\s*(?:news\s+agency|agency|correspondent|reporter|reporters)?\s*(?:has\s+|have\s+)?"
    r"(?:reported|reports|said|says|quoted|quotes|cited|cites|citing|added|wrote)\b",
    re.IGNORECASE,
)
_CITES = re.compile(
    r"\b(?:citing|quoting|according to|on the basis of|based on|relying on|relies on|as told by)\s+"
    r"(?P<whom>[^.,;:!?\n“”\"()]{3,90})",
    re.IGNORECASE,
)
# A clause that begins behind whom is cited is none of it.
_ENDS = re.compile(
    r"\s+(?:who|which|that|as|and\s+(?:said|added)|said|says|told|has|have|were|was)\b"
)
_STOPS = (". ", "\n", "! ", "? ", '." ', ".” ", '" "')
_OUTLETS = frozenset({"news", "times", "post", "tv", "television", "radio", "newspaper", "daily"})


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a claim's way, from the outlet to the last source known.

    ``role``: the ``outlet`` itself, an ``agency`` or another outlet that it credits, the
    ``speaker``, or somebody ``cited`` by the one before. ``name`` is one name for an agency and an
    actor's name, else the report's words; ``named`` whether it tells who that is. ``span`` are the
    words that show it; None for an outlet that is known from beside the text.
    """

    role: Role
    name: str
    named: bool
    span: Span | None


def chain(record: ReportRecord, item_id: str) -> tuple[Step, ...]:
    """The steps by which a statement or an event came into its report, the outlet first.

    An event has those of the statement on whose word it stands. RecordError where ``record`` has
    no such statement or event.
    """
    item = _item(record, item_id)
    statement = _word_of(record, item)
    shown = _shown(item)
    steps = [_outlet(record)]
    steps += _agencies(record, shown, statement)
    taken = [step.span for step in steps if step.span is not None]
    steps += [step for step in _spoken(record, statement) if not _overlaps(step.span, taken)]
    taken = [step.span for step in steps if step.span is not None]
    steps += [step for step in _cited(record, shown, statement) if not _overlaps(step.span, taken)]
    return tuple(steps)


def _item(record: ReportRecord, item_id: str) -> Statement | Event:
    for statement in record.statements:
        if statement.id == item_id:
            return statement
    for event in record.events:
        if event.id == item_id:
            return event
    raise RecordError(f"{item_id!r} is no statement or event of report {record.report.id!r}")


def _word_of(record: ReportRecord, item: Statement | Event) -> Statement | None:
    if isinstance(item, Statement):
        return item
    word = item.on_word_of
    return next((s for s in record.statements if s.id == word != REPORTER), None)


def _shown(item: Statement | Event) -> Span:
    if isinstance(item, Event):
        return item.trigger
    spans = [*item.content, *([item.cue] if item.cue else [])]
    return min(spans) if spans else item.source.span if item.source else Span(0, 1, " ")


def _outlet(record: ReportRecord) -> Step:
    report = record.report
    return Step("outlet", report.outlet or report.title or report.id, bool(report.outlet), None)


def _agencies(record: ReportRecord, shown: Span, statement: Statement | None) -> Iterator[Step]:
    """Who is credited for this item: in its own sentence, else for the report as a whole."""
    text = record.report.text
    begin, end = _sentence(text, shown)
    own = list(_credits(text, begin, end, statement.cue if statement else None))
    line = _line(record, statement)
    told = next((step for one in line if (step := _told_to(record, one)) is not None), None)
    if told is not None and not any(step.span and _meet(step.span, told.span) for step in own):
        own.append(told)
    whole = [] if own else list(_whole(record))
    mine = agency(record.report.outlet)
    seen: set[str] = set()
    for step in own or whole:
        if step.name != mine and step.name not in seen:
            seen.add(step.name)
            yield step


def _credits(text: str, begin: int, end: int, cue: Span | None) -> Iterator[Step]:
    for start, stop, name in credited(text[begin:end]):
        before, after = text[begin : begin + start][-60:], text[begin + stop : end][:40]
        at = begin + start
        close = cue is not None and -_NEAR <= cue.start - at <= 0
        if _TAKES.search(before) or _GIVES.match(after) or (close and _TOLD.search(before)):
            yield Step("agency", name, True, Span.of(text, begin + start, begin + stop))


def _whole(record: ReportRecord) -> Iterator[Step]:
    """An agency in the dateline or behind the last sentence."""
    text = record.report.text
    for start, stop, name in credited(text[:_HEAD]):
        if _DATELINE.match(text[stop : stop + 12]):
            yield Step("agency", name, True, Span.of(text, start, stop))
    base = max(0, len(text) - _TAIL)
    for start, stop, name in credited(text[base:]):
        if not re.search(r"\w{3}", text[base + stop :]):
            yield Step("agency", name, True, Span.of(text, base + start, base + stop))


def _told_to(record: ReportRecord, statement: Statement) -> Step | None:
    """The outlet to which it was said, where that is one."""
    if statement.channel is None or statement.channel_span is None:
        return None
    span = statement.channel_span
    own = agency(statement.channel)
    if own is not None:
        return Step("agency", own, True, span)
    for actor in record.actors:
        if actor.kind == "outlet" and any(_meet(span, mention) for mention in actor.mentions):
            return Step("agency", actor.name, actor.named, span)
    capital = statement.channel[:1].isupper()
    if capital and _OUTLETS & set(tokens(statement.channel)):
        return Step("agency", statement.channel, True, span)
    return None


def _spoken(record: ReportRecord, statement: Statement | None) -> Iterator[Step]:
    """The outermost speaker, and those within whose words the next one is reported."""
    names = {actor.id: actor.name for actor in record.actors}
    role: Role = "speaker"
    for one in reversed(_line(record, statement)):
        if one.source is None:
            continue
        span, actor = one.source.span, one.source.actor
        wire = agency(span.text.removeprefix("the ").removesuffix(" news agency"))
        name = wire or (names.get(actor or "", span.text) if one.source.named else span.text)
        yield Step("agency" if wire else role, name, one.source.named or wire is not None, span)
        role = "cited" if wire is None else role


def _line(record: ReportRecord, statement: Statement | None) -> list[Statement]:
    """A statement and those within which it is reported, the innermost first."""
    known = {s.id: s for s in record.statements}
    line: list[Statement] = []
    while statement is not None and statement not in line:
        line.append(statement)
        statement = known.get(statement.within or "")
    return line


def _cited(record: ReportRecord, shown: Span, statement: Statement | None) -> Iterator[Step]:
    """Whom the sentence names as the source of what is told, beside the speaker."""
    text = record.report.text
    begin, end = _sentence(text, shown)
    own = statement.cue if statement is not None else None
    for match in _CITES.finditer(text, begin, end):
        if own is not None and own.start <= match.start() < own.end:
            continue  # that is the attribution itself
        words = match.group("whom")
        cut = _ENDS.search(words)
        stop = match.start("whom") + (cut.start() if cut else len(words.rstrip()))
        span = Span.of(text, match.start("whom"), stop)
        wire = credited(span.text)
        actor = next(
            (a for a in record.actors if a.named and any(_meet(span, m) for m in a.mentions)), None
        )
        if wire and wire[0][1] - wire[0][0] >= len(span.text) - 4:
            continue  # an agency, which is a step of its own
        yield Step("cited", actor.name if actor else span.text, actor is not None, span)


def _sentence(text: str, span: Span) -> tuple[int, int]:
    begin = max(text.rfind(stop, 0, span.start) for stop in _STOPS)
    ends = [at for stop in _STOPS if (at := text.find(stop, span.end)) >= 0]
    return max(begin + 1, span.start - 600, 0), min([*ends, len(text), span.end + 600])


def _meet(one: Span, other: Span | None) -> bool:
    return other is not None and one.start < other.end and other.start < one.end


def _overlaps(span: Span | None, others: list[Span]) -> bool:
    return span is not None and any(_meet(span, other) for other in others)
