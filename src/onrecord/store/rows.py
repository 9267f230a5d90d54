"""What a record answers: rows that carry their evidence, so that nothing need be looked up again.

Every span in a row stands in the text of the report whose ``ReportRef`` the row carries.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from onrecord.records import (
    Actor,
    ActorKind,
    Event,
    Link,
    Place,
    PublishedBasis,
    Report,
    Span,
    Statement,
    Time,
)

AddStatus = Literal["new", "there", "version"]
"""``new``; ``there``: the record held this report already and nothing was added; ``version``: new,
and a later version of a report that the record holds."""

Match = Literal["content", "sentence", "report", "place", "actor", "addressee", "condition"]
"""Why a row answers ``about`` or ``to``. ``content``: the words stand in what was said;
``sentence``: in the sentences that hold the statement or event; ``report``: in its report;
``place``, ``actor``: it mentions that place or actor, in whatever words; ``addressee``: it was said
to them; ``condition``: they are in the "if" of a warning that names no addressee."""

Basis = Literal["stated", "published"]
"""Where a row's day comes from: the report says when, or only the report's own date bounds it."""


@dataclass(frozen=True, slots=True)
class Added:
    """What adding a report did. ``differs`` names the fields in which a report already there was
    given differently this time (they were left as they are)."""

    report_id: str
    status: AddStatus
    version_of: str | None = None
    differs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportRef:
    """The report that a row's evidence stands in."""

    id: str
    outlet: str | None
    title: str | None
    published: str | None
    published_basis: PublishedBasis | None
    url: str | None
    language: str | None
    version_of: str | None


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A report, with how many items it gave. ``newer`` is the id of its next version."""

    report: ReportRef
    characters: int
    received: str | None
    path: str | None
    readable: bool
    times: int
    places: int
    actors: int
    statements: int
    events: int
    newer: str | None


@dataclass(frozen=True, slots=True)
class ActorRef:
    """An actor as a row names it: ``id`` is the report's own, ``record_id`` the record's."""

    id: str
    record_id: str
    name: str
    kind: ActorKind
    country: str | None
    sector: str | None
    named: bool


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement with its speaker and addressee named.

    ``sentence`` is the stretch of whole sentences that holds the statement. ``day`` is the first
    day of what ``said`` denotes, or else the day its report was published, as ``basis`` says.
    ``matched`` says why it answers ``about`` or ``to``.
    """

    statement: Statement
    report: ReportRef
    speaker: ActorRef | None
    addressee: ActorRef | None
    sentence: Span
    day: str | None
    basis: Basis | None
    matched: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event with its actors named, its place, and whose word it rests on.

    ``word_of`` is the source of the statement that reports it, None where that is the reporter
    (``event.on_word_of``) or a statement without a source.
    """

    event: Event
    report: ReportRef
    actors: tuple[ActorRef, ...]
    recipients: tuple[ActorRef, ...]
    place: Place | None
    word_of: ActorRef | None
    sentence: Span
    day: str | None
    basis: Basis | None
    matched: tuple[Match, ...] = ()


@dataclass(frozen=True, slots=True)
class TimelineRow:
    """One entry of a timeline: an event or a statement, and its day."""

    day: str | None
    basis: Basis | None
    item: EventRow | StatementRow


@dataclass(frozen=True, slots=True)
class WarningRow:
    """A warning or a threat, with the links that tell what became of it (repeated, fulfilled)."""

    row: StatementRow
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ActorRow:
    """An actor of the record. ``id`` is the record's; ``example`` a mention, and its report."""

    id: str
    name: str
    kind: ActorKind
    country: str | None
    sector: str | None
    named: bool
    aliases: tuple[str, ...]
    reports: int
    statements: int
    events: int
    example: Span
    report: ReportRef


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place of the record; ``spellings`` are how reports write it, the most frequent first."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    geonameid: int | None
    feature: str | None
    spellings: tuple[str, ...]
    mentions: int
    reports: int
    example: Span
    report: ReportRef


@dataclass(frozen=True, slots=True)
class TimeRow:
    """A time expression and its report."""

    time: Time
    report: ReportRef


@dataclass(frozen=True, slots=True)
class SearchHit:
    """A sentence that holds words searched for; ``marks`` are where they stand, in order."""

    report: ReportRef
    sentence: Span
    marks: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """A person's decision about an item's field; ``value`` is JSON. Undone by a later one."""

    number: int
    item_id: str
    field: str
    value: str
    reason: str
    by: str
    at: str
    undoes: int | None = None
    undone_by: int | None = None


@dataclass(frozen=True, slots=True)
class ItemWords:
    """The words of the report, at ``[start, end)``, by which an item is known."""

    id: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Decided:
    """A correction as it is taken to another record of the same reports.

    ``value`` is what the JSON of the correction says. ``words`` quotes each item that is named in
    it, so that it is known again where another reading numbers it otherwise.
    """

    number: int
    item_id: str
    field: str
    value: Any
    reason: str
    by: str
    at: str
    undoes: int | None
    undone_by: int | None
    words: tuple[ItemWords, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of the ``line``-th of some decisions: ``correction`` is None where it was there
    or stood anyway, and where it could not be taken, for the reason in ``problem``."""

    line: int
    correction: Correction | None
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Correctable:
    """A field of an item that may be corrected: as it stands, and as the program read it.

    ``choices`` are the values that it may have, where they are few.
    """

    field: str
    value: Any
    read: Any
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """An item of the record, found by its id, in its report.

    ``item`` is the record's own; ``row`` the same with its names resolved where it is a statement
    or an event. For a report's id ``item`` is the report. ``read`` is the item as the program read
    it, where persons' ``corrections`` make it stand otherwise. What is ``retracted`` is in no other
    answer.
    """

    item: Report | Time | Place | Actor | Statement | Event
    report: Report
    row: StatementRow | EventRow | None
    links: tuple[Link, ...]
    corrections: tuple[Correction, ...]
    read: Report | Time | Place | Actor | Statement | Event | None = None
    retracted: bool = False


@dataclass(frozen=True, slots=True)
class Info:
    """What a record holds. ``size`` is in bytes; ``first``/``last`` are publication dates."""

    path: str
    schema_version: int
    size: int
    reports: int
    versions: int
    unread: int
    outlets: int
    times: int
    places: int
    actors: int
    statements: int
    events: int
    links: int
    corrections: int
    first: str | None
    last: str | None
