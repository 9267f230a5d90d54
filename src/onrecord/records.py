"""What OnRecord keeps: the items of a record, frozen and typed.

No behaviour lives here beyond each item's own invariants. Offsets are half-open and count
Unicode code points of the report's stored text, so that ``report.text[s.start:s.end] == s.text``
for every span ``s``. Ids are ``<report id>:<item>``, e.g. ``9f2c…:s3``; the item letters are
t (time), p (place), a (actor), s (statement) and e (event).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from onrecord.errors import RecordError, SpanError

PublishedBasis = Literal["told", "metadata", "text", "bounded"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
ActorKind = Literal[
    "person", "government", "office", "military", "armed_group", "igo", "ngo", "company",
    "outlet", "people", "other",
]  # fmt: skip
Quote = Literal["direct", "indirect", "mixed"]
Act = Literal[
    "assert", "accuse", "deny", "confirm", "warn", "threaten", "demand", "pledge", "reject",
    "praise", "condemn", "predict", "decline", "disclaim",
]  # fmt: skip
Certainty = Literal["certain", "probable", "possible", "unknown"]
Polarity = Literal["positive", "negative"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE",
    "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Status = Literal[
    "happened", "ongoing", "planned", "threatened", "alleged", "denied", "hypothetical"
]
LinkKind = Literal[
    "copies", "revises", "same_event", "includes", "follows", "restates", "repeats", "supports",
    "contradicts", "denies", "undercuts", "about", "claims", "threatens", "fulfils",
    "meets_condition",
]  # fmt: skip
Slot = Literal["number", "time", "place", "who", "whether"]

UNTOLD = "which copied which the texts do not tell"
"""What the reason of a ``copies`` link says where it has no direction."""
WITHDRAWN = "takes back"
"""How the reason of a ``contradicts`` link begins where a threat is withdrawn by who made it."""
RECORD_MARK = 0x4F4E5243
"""``PRAGMA application_id`` of a record's file: "ONRC" in ASCII, by which it is known for one."""
REPORTER = "reporter"
"""The value of ``Event.on_word_of`` where the report itself states the event."""


def _one_of(value: str, allowed: object, field: str) -> None:
    choices = get_args(allowed)
    if value not in choices:
        raise RecordError(f"{field} is {value!r}; it must be one of {', '.join(choices)}")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Words of a report: ``text`` stands at ``[start, end)`` of it. Ordered by position."""

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise SpanError(f"a span from {self.start} to {self.end} holds no text")
        if len(self.text) != self.end - self.start:
            raise SpanError(
                f"a span from {self.start} to {self.end} quotes {len(self.text)} code points"
            )

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span of ``text`` from ``start`` to ``end``; SpanError where it runs out of it."""
        if end > len(text):
            raise SpanError(f"a span ends at {end} in a text of {len(text)} code points")
        return cls(start, end, text[start:end])


@dataclass(frozen=True, slots=True)
class Report:
    """One report as it was read. ``text`` is never altered after reading.

    ``id`` comes from the content (see ``read.identity``), ``sha256`` is of the text in UTF-8,
    ``published`` is an ISO date or date-time with its zone. ``version_of`` is the id of the report
    that this one is a later version of. ``path`` and ``received`` say where and when it came from;
    ``original`` is the HTML that the text was extracted from. ``readable`` is False where the
    language is not one that the model reads: such a report is stored and not analysed.
    """

    id: str
    text: str
    sha256: str
    outlet: str | None = None
    title: str | None = None
    author: str | None = None
    url: str | None = None
    published: str | None = None
    published_basis: PublishedBasis | None = None
    language: str | None = None
    version_of: str | None = None
    readable: bool = True
    path: str | None = None
    received: str | None = None
    original: str | None = None

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise RecordError("a report has no text")
        if self.published_basis is not None:
            _one_of(self.published_basis, PublishedBasis, "published_basis")
        if (self.published is None) != (self.published_basis is None):
            raise RecordError("published and published_basis are given together or not at all")


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression. ``from_``/``to`` are the half-open interval that ``value`` denotes."""

    id: str
    span: Span
    type: TimeType
    value: str
    from_: str | None = None
    to: str | None = None
    anchor: str | None = None

    def __post_init__(self) -> None:
        _one_of(self.type, TimeType, "type")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may also mean. ``score`` is in [0, 1]."""

    name: str
    country: str | None
    lat: float
    lon: float
    geonameid: int | None
    feature: str | None
    score: float


@dataclass(frozen=True, slots=True)
class Place:
    """One mention of a place; the coordinates are null where the name could not be settled."""

    id: str
    span: Span
    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None
    feature: str | None = None
    others: tuple[Candidate, ...] = ()


@dataclass(frozen=True, slots=True)
class Role:
    """A title that a report gives to somebody, with the words that give it."""

    title: str
    organisation: str | None
    since: str | None
    until: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who says or does something. ``mentions`` are in the order of the text."""

    id: str
    name: str
    kind: ActorKind
    mentions: tuple[Span, ...]
    country: str | None = None
    sector: str | None = None
    named: bool = True
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()

    def __post_init__(self) -> None:
        _one_of(self.kind, ActorKind, "kind")
        if not self.mentions:
            raise RecordError(f"actor {self.name!r} has no mention in its report")


@dataclass(frozen=True, slots=True)
class Source:
    """Whose words they are: the span that names them and the actor that it means."""

    span: Span
    actor: str | None
    named: bool


@dataclass(frozen=True, slots=True)
class Statement:
    """One source saying one thing in one place."""

    id: str
    source: Source | None
    cue: Span | None
    content: tuple[Span, ...]
    quote: Quote
    act: Act
    addressee: str | None = None
    condition: Span | None = None
    consequence: Span | None = None
    certainty: Certainty = "certain"
    polarity: Polarity = "positive"
    said: str | None = None
    said_time: str | None = None
    channel: str | None = None
    channel_span: Span | None = None
    within: str | None = None

    def __post_init__(self) -> None:
        _one_of(self.quote, Quote, "quote")
        _one_of(self.act, Act, "act")
        _one_of(self.certainty, Certainty, "certainty")
        _one_of(self.polarity, Polarity, "polarity")
        if self.cue is None and not self.content and self.source is None:
            raise RecordError("a statement shows no words of its report")


@dataclass(frozen=True, slots=True)
class Count:
    """How many, of what. ``high`` is null where no upper bound is given ("dozens": 24, null)."""

    what: str
    low: int | None
    high: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, or is said to have, to be about to, or not to have."""

    id: str
    trigger: Span
    type: EventType
    status: Status
    on_word_of: str = REPORTER
    mode: str | None = None
    context: tuple[str, ...] = ()
    actor: tuple[str, ...] = ()
    actor_spans: tuple[Span, ...] = ()
    recipient: tuple[str, ...] = ()
    recipient_spans: tuple[Span, ...] = ()
    when: str | None = None
    when_time: str | None = None
    where: str | None = None
    where_place: str | None = None
    counts: tuple[Count, ...] = ()

    def __post_init__(self) -> None:
        _one_of(self.type, EventType, "type")
        _one_of(self.status, Status, "status")


@dataclass(frozen=True, slots=True)
class Link:
    """Something that holds between two items; ``why`` says it in words, ``spans`` show it.

    Each of ``spans`` is ``(report id, span)``, since a link may rest on two reports.
    """

    kind: LinkKind
    from_: str
    to: str
    score: float
    why: str
    slot: Slot | None = None
    spans: tuple[tuple[str, Span], ...] = ()

    @property
    def directed(self) -> bool:
        """Whether it is known from which end it goes: of copies, which had the words first."""
        return UNTOLD not in self.why

    @property
    def withdraws(self) -> bool:
        """Whether it takes back a threat, by whoever made that."""
        return self.kind == "contradicts" and self.why.startswith(WITHDRAWN)

    def __post_init__(self) -> None:
        _one_of(self.kind, LinkKind, "kind")
        if self.slot is not None:
            _one_of(self.slot, Slot, "slot")


@dataclass(frozen=True, slots=True)
class ReportRecord:
    """Everything that one report gives: what ``onrecord read --json`` prints as one line."""

    report: Report
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    actors: tuple[Actor, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    links: tuple[Link, ...] = ()
