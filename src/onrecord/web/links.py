"""The addresses of the pages, in one place, so that one sent to a colleague stays good."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, urlencode

from onrecord.store.names import RECORD


def report(report_id: str, item: str | None = None) -> str:
    """A report's page; with ``item`` ("s3") at that item's words."""
    return f"/reports/{_part(report_id)}" + (f"#{_part(item)}" if item else "")


def in_report(item_id: str) -> str:
    """An item's words in its report."""
    report_id, _, item = item_id.rpartition(":")
    return report(report_id, item)


def statement(item_id: str) -> str:
    """A statement's page."""
    return f"/statements/{_part(item_id)}"


def event(item_id: str) -> str:
    """The page of the event that this telling is of."""
    return f"/events/{_part(item_id)}"


def speaker(actor_id: str) -> str:
    """The page of an actor, of a report or of the record."""
    return f"/speakers/{_part(actor_id)}"


def place(item_id: str) -> str:
    """The page of a place as a report names it."""
    return f"/places/{_part(item_id)}"


def time(item_id: str) -> str:
    """The page of a time as a report names it."""
    return f"/times/{_part(item_id)}"


def item(item_id: str) -> str:
    """The page of whatever bears this id."""
    before, colon, own = item_id.rpartition(":")
    if not colon:
        return report(item_id)
    if before == RECORD:
        return speaker(item_id)
    made = {"s": statement, "e": event, "a": speaker, "p": place, "t": time}.get(own[:1], in_report)
    return made(item_id)


def listing(path: str, **asked: Any) -> str:
    """A list, narrowed; what is None, empty or false is left out."""
    pairs = [
        (name, value)
        for name, given in asked.items()
        for value in (given if isinstance(given, (tuple, list)) else (given,))
        if value not in (None, "", False)
    ]
    return path + (f"?{urlencode(pairs)}" if pairs else "")


def statements(**asked: Any) -> str:
    """The list of statements, narrowed."""
    return listing("/statements", **asked)


def events(**asked: Any) -> str:
    """The list of events, narrowed."""
    return listing("/events", **asked)


def _part(value: str) -> str:
    return quote(value, safe=":")
