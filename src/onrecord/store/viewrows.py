"""What the views over many reports answer: one row an event, a dispute, a warning, a copy.

A row quotes its evidence through the statement and event rows that it is made of. Every number of
sources counts origins: reports that copy one another count once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from onrecord.records import Candidate, Link, LinkKind, Place, Slot
from onrecord.store.pages import Page
from onrecord.store.rows import ActorRef, ActorRow, Basis, EventRow, ReportRef, StatementRow

Item = EventRow | StatementRow

Outcome = Literal["open", "met", "carried out", "withdrawn", "lapsed"]
"""What became of a warning: ``met``: its condition was; ``carried out``: what it held out happened;
``withdrawn``: who made it took it back;
``lapsed``: the time that it set is over and neither is linked to it. That nothing came of
it, the record does not say: it may be told in words that were not recognised, or nowhere."""


@dataclass(frozen=True, slots=True)
class Origin:
    """One independent origin: a report and those that copy it.

    ``told`` is false where the texts do not settle which of them had it first. ``agencies`` are
    those that its reports credit.
    """

    report: ReportRef
    copies: tuple[ReportRef, ...]
    agencies: tuple[str, ...]
    told: bool


@dataclass(frozen=True, slots=True)
class Toll:
    """A number of one telling of an event. ``low`` and ``high`` as in ``Count``."""

    what: str
    low: int | None
    high: int | None
    words: str
    row: EventRow


@dataclass(frozen=True, slots=True)
class Joined:
    """A link with what stands at its ends. ``from_``/``to`` are None where an end is a report or
    an item without a row (a place, an actor)."""

    link: Link
    from_: Item | None
    to: Item | None


@dataclass(frozen=True, slots=True)
class Happening:
    """One event, however many reports carry it.

    ``id`` is that of the telling which stands for it, ``lead``; ``tellings`` are all of them, the
    earliest report first. ``day``/``day_end`` is the narrowest half-open interval of days that the
    tellings settle, ``whens`` every value told; ``place`` the most precise place. ``statuses`` are
    those of the tellings, most frequent first. ``merged`` are the links by which the tellings are
    one, with their reasons.
    """

    id: str
    lead: EventRow
    tellings: tuple[EventRow, ...]
    day: str | None
    day_end: str | None
    basis: Basis | None
    whens: tuple[str, ...]
    place: Place | None
    actors: tuple[ActorRef, ...]
    recipients: tuple[ActorRef, ...]
    statuses: tuple[str, ...]
    tolls: tuple[Toll, ...]
    reports: int
    origins: tuple[Origin, ...]
    merged: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class HappeningPage:
    """All about one event: what is said of it, denied, disputed, and what follows from it.

    ``claims`` are the statements that tell of it on somebody's word or speak about it,
    ``denials`` those that deny it or what is said of it, ``undercuts`` those that know nothing of
    it, ``conflicts`` where its tellings contradict each other, ``related`` every other link
    (includes, follows, meets a condition, carries out a threat).
    """

    happening: Happening
    claims: tuple[Joined, ...]
    denials: tuple[Joined, ...]
    undercuts: tuple[Joined, ...]
    conflicts: tuple[Joined, ...]
    related: tuple[Joined, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """Something told that is denied, contradicted or undercut.

    ``about`` is the event or the statement in dispute, ``sides`` the links that dispute it, the
    earliest first; ``slots`` what is in dispute (``whether`` for a denial). ``day`` is that of the
    latest side. ``origins`` counts those of the reports on each link's from-side. ``event`` is all
    that the tellings of an event come to.
    """

    id: str
    about: Item
    sides: tuple[Joined, ...]
    kinds: tuple[LinkKind, ...]
    slots: tuple[Slot, ...]
    day: str | None
    reports: int
    origins: int
    event: Happening | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the way by which a claim came into the record, from the outlet to the source.

    ``role`` is ``outlet``, ``agency``, ``speaker`` or ``cited``; ``words`` stand in the report.
    """

    role: Literal["outlet", "agency", "speaker", "cited"]
    name: str
    named: bool
    words: str | None
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Chain:
    """One telling of a claim, with the steps by which it came there; the outlet first."""

    row: Item
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class OriginsPage:
    """A claim's or an event's tellings by independent origin.

    ``chains`` has one entry for every telling, ``origins`` one for every independent origin of the
    reports that carry it: "12 reports, 2 origins". ``event`` is all that the tellings of an event
    come to.
    """

    about: Item
    chains: tuple[Chain, ...]
    origins: tuple[Origin, ...]
    reports: int
    event: Happening | None = None


@dataclass(frozen=True, slots=True)
class CopyRow:
    """Two reports of which one copies the other, wholly or in part; see the link's reason.

    Where that is not ``link.directed``, the texts do not settle which of them is the copy.
    """

    link: Link
    copy: ReportRef
    origin: ReportRef
    changed: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link with what stands at its ends, and the reports that those are in, or are."""

    link: Link
    from_: Item | None
    to: Item | None
    from_report: ReportRef
    to_report: ReportRef


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A warning or threat with what came of it, every step with its evidence.

    ``row`` is its first telling; ``retold`` the same utterance in other reports, ``repeated`` the
    same said again, ``met`` events that meet its condition, ``fulfilled`` events that carry it
    out, ``withdrawn`` what takes it back, ``answers`` denials and rejections of it. ``deadline`` is
    an ISO day.
    """

    row: StatementRow
    retold: tuple[Joined, ...]
    repeated: tuple[Joined, ...]
    met: tuple[Joined, ...]
    fulfilled: tuple[Joined, ...]
    withdrawn: tuple[Joined, ...]
    answers: tuple[Joined, ...]
    deadline: str | None
    outcome: Outcome
    reports: int
    origins: int

    @property
    def tellings(self) -> frozenset[str]:
        """The ids of the statements that tell of this one warning."""
        ends = (end for one in self.retold for end in (one.link.from_, one.link.to))
        return frozenset((self.row.statement.id, *ends))

    @property
    def before(self) -> tuple[Joined, ...]:
        """Of ``repeated`` the times that it had been said before: a repeat leads back to them."""
        return tuple(one for one in self.repeated if one.link.from_ in self.tellings)

    @property
    def again(self) -> tuple[Joined, ...]:
        """Of ``repeated`` the times that it was said again."""
        return tuple(one for one in self.repeated if one.link.from_ not in self.tellings)


@dataclass(frozen=True, slots=True)
class SilenceRow:
    """Somebody who declined to comment or said not to know; ``answered`` is the first statement on
    the matter by the same actor afterwards, where there is one."""

    row: StatementRow
    answered: StatementRow | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Said:
    """One utterance of a speaker, however many reports carry it. ``links`` are those that tell of
    repeats, reversals, denials and what came of it."""

    row: StatementRow
    tellings: tuple[StatementRow, ...]
    reports: int
    origins: int
    links: tuple[Joined, ...]


@dataclass(frozen=True, slots=True)
class Repeated:
    """An utterance on its first occasion, and on the later ones, by day."""

    said: Said
    again: tuple[Said, ...]


Turn = Literal["confirmed", "denied", "against itself"]
"""How an actor went back on its words: ``confirmed`` what it had denied, ``denied`` what it had
confirmed, or spoke ``against itself``."""


@dataclass(frozen=True, slots=True)
class Reversal:
    """Two statements of one actor, the later of which goes back on the earlier; and why so."""

    first: StatementRow
    later: StatementRow
    turn: Turn
    why: str


@dataclass(frozen=True, slots=True)
class SpeakerPage:
    """Everything that one actor said or would not say, by day.

    ``others`` were called by the same words and said something too: the first of them, if many.
    """

    actor: ActorRow
    said: tuple[Said, ...]
    silences: tuple[StatementRow, ...]
    others: tuple[ActorRow, ...]


@dataclass(frozen=True, slots=True)
class Bound:
    """Days between which an undated report must have come out, and why: never a date of its own.

    ``after``/``before`` are ISO days (either may be None), each with its reason and with the item
    of this report and that of the dated one which show it.
    """

    report: ReportRef
    after: str | None
    before: str | None
    reasons: tuple[str, ...]
    shown: tuple[tuple[str, str], ...]


DoubtKind = Literal["link", "actor", "place", "time", "speaker"]
"""What is doubtful: a link between reports, whether two actors are one, which place is meant, which
day is meant, whom a pronoun that speaks stands for."""


@dataclass(frozen=True, slots=True)
class Doubtful:
    """Something that the record holds and is not sure of.

    ``id`` is the item's, ``other`` that of the one that it is linked or joined with. ``alike`` are
    the items of its report about which the same is to be decided, itself among them. ``doubt``
    puts such rows in an order. ``why`` is the reason for a link or a join, empty of the others.
    ``choices`` are a place's runners-up.
    """

    kind: DoubtKind
    id: str
    other: str | None
    alike: tuple[str, ...]
    doubt: float
    why: str
    joined: Joined | None
    choices: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class Doubts:
    """A page of what is doubtful, and how many there are of each kind that was asked for."""

    page: Page[Doubtful]
    counts: Mapping[str, int]


NewsKind = Literal["report", "version", "event", "dispute", "met", "carried out", "withdrawn"]
"""What is new: a report; a later version of a report that was there; an event that only new reports
tell of; something denied, contradicted or undercut; a warning whose condition was met; one that was
carried out, or taken back by who made it."""


@dataclass(frozen=True, slots=True)
class News:
    """Something that came into the record.

    ``report`` is the one that brings it. ``row`` is the event, what is in dispute, or the warning;
    ``joined`` the link that tells what became of it.
    """

    kind: NewsKind
    report: ReportRef
    row: Item | None
    joined: Joined | None
