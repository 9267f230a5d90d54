"""The record's words in plain English, never saying more than the record does."""

from __future__ import annotations

import json
import re
from datetime import date

from onrecord.records import REPORTER, Count, Event, Statement
from onrecord.store.rows import Basis, EventRow, ReportRef, StatementRow
from onrecord.store.viewrows import LedgerRow

ACTS = {
    "assert": "statement",
    "accuse": "accusation",
    "deny": "denial",
    "confirm": "confirmation",
    "warn": "warning",
    "threaten": "threat",
    "demand": "demand",
    "pledge": "pledge",
    "reject": "rejection",
    "praise": "praise",
    "condemn": "condemnation",
    "predict": "prediction",
    "decline": "no comment",
    "disclaim": "no knowledge",
}
"""Nouns, which fit one speaker and many, and any time."""
QUOTES = {"direct": "quoted", "mixed": "partly quoted", "indirect": "paraphrased"}
CLAIMED = ("alleged", "denied")
"""States of an event that are somebody's saying, and nothing more."""
NOBODY = "nobody named"
UNKNOWN = "unknown"

_SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}
_PARTS = {"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night"}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LOOSE = {
    "PAST_REF": "some time before",
    "PRESENT_REF": "at that time",
    "FUTURE_REF": "some time after",
}
_REPORT_ID = 8
_ITEM = re.compile(r"[^\s:]+:[tpase]\d+")


def short_id(item_id: str) -> str:
    """The id as shown: enough of the report's part to find it again with ``show``."""
    report, colon, item = item_id.partition(":")
    return report[:_REPORT_ID] + colon + item


def day_of(day: str | None, basis: Basis | None, value: str | None) -> str:
    """When, in a few words: a day, in brackets the day of the report, or what is unsettled."""
    if value is not None and basis != "published":
        return time_in_words(value)
    if day is not None:
        return f"({day})"
    return "undated"


def time_in_words(value: str) -> str:
    """A TIMEX3 value for people; one that has no plain words is shown as it is."""
    value = value.replace("XXXX-", "X-", 1)
    if value in _LOOSE:
        return _LOOSE[value]
    if found := re.fullmatch(r"X-WXX-([1-7])(?:T.*)?", value):
        return f"a {_WEEKDAYS[int(found[1]) - 1]}"
    if found := re.fullmatch(r"(\d{4})-W(\d\d)", value):
        return f"week of {date.fromisocalendar(int(found[1]), int(found[2]), 1).isoformat()}"
    if re.fullmatch(r"\d{3}", value):
        return f"the {value}0s"
    if found := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI)", value):
        return f"{_SEASONS[found[2]]} {found[1]}"
    if found := re.fullmatch(r"(\d{4}-\d\d-\d\d)T(MO|MI|AF|EV|NI)", value):
        return f"{found[1]} {_PARTS[found[2]]}"
    if re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:]+(Z|[+-][\d:]+)?", value):
        return value.replace("T", " ")
    if value.startswith("X-"):
        return f"undated ({value.replace('X-', 'XXXX-', 1)})"
    return value


def speaker_of(row: StatementRow) -> str:
    """Who says it."""
    if row.speaker is not None:
        return row.speaker.name
    if row.statement.source is not None:
        return row.statement.source.span.text
    return NOBODY


def parties_of(row: EventRow | StatementRow) -> str:
    """Who → whom, as far as the report says it."""
    if isinstance(row, StatementRow):
        to = f" → {row.addressee.name}" if row.addressee else ""
        return speaker_of(row) + to
    actors = ", ".join(actor.name for actor in row.actors)
    recipients = ", ".join(actor.name for actor in row.recipients)
    if not actors and not recipients:
        return UNKNOWN
    return f"{actors or UNKNOWN} → {recipients}" if recipients else actors


def status_of(row: EventRow) -> str:
    """What an event is said to be, and on whose word."""
    status = row.event.status
    word = {"ongoing": "going on", "hypothetical": "only supposed"}.get(status, status)
    if row.event.on_word_of == REPORTER:
        return word if status in CLAIMED else f"{word}, says the report"
    if row.word_of is None:
        return f"{word}, not said by whom"
    return (
        f"{word} by {row.word_of.name}" if status in CLAIMED else f"{word}, says {row.word_of.name}"
    )


def manner_of(statement: Statement) -> str:
    """How the report gives a statement, and how sure its source is of it."""
    words = [QUOTES[statement.quote]]
    if statement.certainty in ("probable", "possible"):
        words.append(f"as {statement.certainty}")
    if statement.channel:
        words.append(f"via {statement.channel}")
    return ", ".join(words)


def what_of(row: EventRow | StatementRow) -> str:
    """The act of a statement, or the type of an event with its mode and contexts."""
    if isinstance(row, StatementRow):
        return ACTS[row.statement.act]
    event: Event = row.event
    more = [word for word in (event.mode, *event.context) if word]
    return event.type.lower() + (f" ({', '.join(more)})" if more else "")


def outcome_of(row: LedgerRow) -> str:
    """What came of a warning as far as the record knows, and the deadline that it set."""
    by = row.deadline
    match row.outcome:
        case "open":
            return f"open{f', deadline {by}' if by else ''}: nothing is linked to it"
        case "lapsed":
            return f"deadline passed{f' on {by}' if by else ''}: nothing is linked to it"
        case "met":
            return "condition met" + (f"; its deadline was {by}" if by else "")
        case "withdrawn":
            return "withdrawn" + (f"; its deadline was {by}" if by else "")
        case "carried out":
            return "carried out" + (f"; its deadline was {by}" if by else "")


def counts_of(counts: tuple[Count, ...]) -> str:
    """Numbers with what they count: "17 killed, 24 or more injured"."""
    return ", ".join(f"{_number(count)} {count.what}" for count in counts)


def _number(count: Count) -> str:
    low, high = count.low, count.high
    if low is None:
        return f"at most {high}" if high is not None else "an unknown number of"
    if high is None:
        return f"{low} or more"
    return str(low) if low == high else f"{low} to {high}"


def reference(report: ReportRef) -> str:
    """Where the words stand: the outlet, or else the headline, and the date of the report."""
    day = report.published[:10] if report.published else "undated"
    return f"{report.outlet or headline(report, 34)}, {day}"


def headline(report: ReportRef, most: int) -> str:
    """The headline in quotation marks, cut after a word where it is longer than ``most``."""
    title = " ".join((report.title or "").split())
    if not title:
        return "a report without a title"
    if len(title) > most:
        title = title[:most].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"
    return f"“{title}”"


def value_words(value: object) -> str:
    """A value that a person decided on, or that was read in its place."""
    match value:
        case None:
            return "not known"
        case str():
            return short_id(value) if _ITEM.fullmatch(value) else value
        case bool():
            return "yes" if value else "no"
        case {"name": name}:
            return str(name)
        case {"kind": kind, "to": to}:
            return f"{kind} {short_id(str(to))}"
        case {"what": what, "low": low, "high": high}:
            return _range(str(what), low, high)
        case list():
            return ", ".join(value_words(one) for one in value) or "nobody"
        case _:
            return json.dumps(value, ensure_ascii=False)


def _range(what: str, low: object, high: object) -> str:
    if low is None:
        return f"at most {high} {what}"
    if high is None:
        return f"{low} or more {what}"
    return f"{low} {what}" if low == high else f"{low} to {high} {what}"
