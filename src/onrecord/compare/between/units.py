"""What is compared across reports: each event and each utterance of a report, once.

A unit is made of one report alone and holds all that comparing it takes, so that a record of a
million reports compares by reading the few units that share a key, never the reports.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.compare.accounts.facts import REAL, EventFacts, Said, View, view
from onrecord.compare.accounts.refrain import refrain
from onrecord.compare.inside.within import within
from onrecord.compare.pairs.sameness import TYPES
from onrecord.compare.pairs.withdrawals import TakenBack, merged, taken_back
from onrecord.records import REPORTER, Link, ReportRecord


@dataclass(frozen=True, slots=True)
class Answer:
    """What a statement of the same report says to an event: it denies it, or knows nothing."""

    kind: Literal["denies", "undercuts"]
    said: Said
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Follower:
    """Another event of the same report that it tells to have come after this one."""

    event: EventFacts
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class Unit:
    """An event by its first telling in a report, or an utterance by its fullest one.

    ``tellings`` are the ids of all tellings in the report, ``id`` among them. Of an event ``word``
    is the statement it rests on (None: the reporter's), ``answers`` what the report answers to it,
    ``followers`` what it tells to have followed it. ``fullest`` is the telling of an event that
    tells most of it, where that is not the first: a headline says "closes border", the lead which.
    ``back`` is what an event takes back that was threatened before.
    """

    id: str
    report: str
    tellings: tuple[str, ...]
    event: EventFacts | None = None
    said: Said | None = None
    word: Said | None = None
    answers: tuple[Answer, ...] = ()
    followers: tuple[Follower, ...] = ()
    fullest: EventFacts | None = None
    back: TakenBack | None = None

    def order(self) -> tuple[int, str, int, str]:
        """By publication, the undated last; then by report and by where in it."""
        facts = self.event or self.said
        published = facts.published if facts else None
        start = self.event.event.trigger.start if self.event else 0
        start = self.said.start if self.said else start
        return (published.start if published else 10**7, self.report, start, self.id)


def units(record: ReportRecord) -> tuple[Unit, ...]:
    """The units of a report, with the links within it taken into account."""
    if not record.statements and not record.events:
        return ()
    seen = view(record)
    links = record.links or within(record)
    return (*_events(seen, links), *_sayings(seen, links))


def _events(seen: View, links: Iterable[Link]) -> Iterator[Unit]:
    root = _roots(links, "same_event")
    told: dict[str, EventFacts] = {}
    tellings: dict[str, list[str]] = {}
    fullest: dict[str, EventFacts] = {}
    for id_, facts in seen.events.items():
        top = root.get(id_, id_)
        tellings.setdefault(top, []).append(id_)
        fullest[top] = max(fullest.get(top, facts), facts, key=_fullness)
        if top in told:
            told[top] = _with(told[top], facts, first=top == facts.event.id)
        else:
            told[top] = facts
    answers: dict[str, list[Answer]] = {}
    followers: dict[str, list[Follower]] = {}
    for one in links:
        if one.kind in ("denies", "undercuts") and one.from_ in seen.said:
            said = seen.said[one.from_]
            answer = Answer(one.kind, said, one.score, one.why)
            answers.setdefault(root.get(one.to, one.to), []).append(answer)
        elif one.kind == "follows":
            follower = Follower(seen.events[one.from_], one.score, one.why)
            followers.setdefault(root.get(one.to, one.to), []).append(follower)
    for top in sorted(told):
        back = merged([taken_back(seen, seen.events[id_]) for id_ in sorted(tellings[top])])
        if told[top].event.type in TYPES or back is not None:
            yield Unit(
                top,
                seen.record.report.id,
                tuple(sorted(tellings[top])),
                event=told[top],
                word=_word(seen, told[top]),
                answers=tuple(answers.get(top, ())),
                followers=tuple(followers.get(top, ())),
                fullest=_completed(fullest[top], told[top]),
                back=back,
            )


def _word(seen: View, facts: EventFacts) -> Said | None:
    word = facts.event.on_word_of
    return None if word == REPORTER else seen.said.get(word)


def _fullness(facts: EventFacts) -> tuple[bool, int, int]:
    """How much a telling tells: that it was, where and whose it was, and in how many words."""
    return (
        facts.event.status in REAL,
        len(facts.matter.keys | facts.matter.names),
        -facts.event.trigger.start,
    )


def _completed(fullest: EventFacts, told: EventFacts) -> EventFacts | None:
    """The fullest telling with what the others add; None where it is the first."""
    if fullest.event.id == told.event.id:
        return None
    return replace(
        fullest, actors=told.actors, recipients=told.recipients, days=told.days, place=told.place
    )


def _with(one: EventFacts, other: EventFacts, *, first: bool) -> EventFacts:
    """A telling with what another of the same event in the same report adds."""
    lead, more = (other, one) if first else (one, other)
    return replace(
        lead,
        topics=lead.topics or more.topics,
        actors=lead.actors or more.actors,
        recipients=lead.recipients or more.recipients,
        days=lead.days or more.days,
        place=more.place if lead.place is None else lead.place,
        where=more.where if lead.place is None and more.place else lead.where,
        ground=lead.ground or more.ground,
        persons=lead.persons or more.persons,
        deadly=lead.deadly or more.deadly,
        troops=lead.troops or more.troops,
    )


def _roots(links: Iterable[Link], kind: str) -> dict[str, str]:
    return {one.from_: one.to for one in links if one.kind == kind}


def _sayings(seen: View, links: Iterable[Link]) -> Iterator[Unit]:
    root = _roots(links, "restates")
    tellings: dict[str, list[Said]] = {}
    worn = refrain(seen.record.report)
    for id_ in sorted(seen.said):
        tellings.setdefault(root.get(id_, id_), []).append(seen.said[id_])
    for top in sorted(tellings):
        told = tellings[top]
        best = max(told, key=lambda s: (s.statement.quote == "direct", len(s.text)))
        ids = tuple(sorted(s.statement.id for s in told))
        best = replace(best, worn=worn & best.matter.keys)
        yield Unit(best.statement.id, seen.record.report.id, ids, said=best)
