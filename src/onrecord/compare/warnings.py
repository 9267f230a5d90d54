"""What came of warnings: later events that meet the condition or carry out the consequence."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.compare.build import link, quote
from onrecord.compare.facts import EventFacts, Said, View
from onrecord.link.words import keys
from onrecord.records import Link, Span


def conditions_met(views: Sequence[View]) -> list[Link]:
    """``meets_condition``: from an event to the earlier warning whose condition it meets.

    Only what is told as done, by the one who was warned, on a day after the warning, and in at
    least two of the condition's own words.
    """
    warnings = [
        said
        for seen in views
        for said in seen.said.values()
        if said.statement.act in ("warn", "threaten") and said.statement.condition and said.days
    ]
    if not warnings:
        return []
    links = []
    events = [e for seen in views for e in seen.events.values()]
    for event in events:
        for warning in warnings:
            found = met(event, warning)
            if found is not None:
                links.append(link("meets_condition", event, warning, *found))
    return links


def met(event: EventFacts, warning: Said) -> tuple[float, str] | None:
    """How surely an event is what the condition of a warning named."""
    condition = warning.statement.condition
    if warning.statement.act not in ("warn", "threaten") or condition is None:
        return None
    if event.event.status != "happened" or not _met(event, warning):
        return None
    return 0.7, f"{quote(event.event.trigger.text)} is what {quote(condition.text)} named"


def _met(event: EventFacts, warning: Said) -> frozenset[str]:
    condition: Span | None = warning.statement.condition
    none = frozenset[str]()
    if condition is None or event.days is None or warning.days is None or warning.to is None:
        return none
    if event.days.start < warning.days.end:
        return none
    if not warning.to.side or warning.to.side not in event.actors:
        return none
    shared = keys(condition.text) & (keys(event.event.trigger.text) | event.modifiers)
    return shared if len(shared) >= 2 else none
