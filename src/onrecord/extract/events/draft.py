"""An event before it is written: what is gathered about one trigger."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.extract.events.clauses.lexicon import Sense
from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.events.numbers.counts import Found
from onrecord.extract.events.senses.triggers import Trigger
from onrecord.extract.events.standing.status import Standing
from onrecord.records import Statement


@dataclass(slots=True)
class Draft:
    """One event in the making. ``said`` is the statement whose cue the trigger is, if it is one.

    ``actor`` and ``recipient`` are actors' ids, ``actors`` and ``recipients`` their phrases.
    """

    trigger: Trigger
    sense: Sense
    standing: Standing
    actors: list[Phrase] = field(default_factory=list)
    recipients: list[Phrase] = field(default_factory=list)
    actor: list[str] = field(default_factory=list)
    recipient: list[str] = field(default_factory=list)
    said: Statement | None = None
    when: str | None = None
    when_time: str | None = None
    where: str | None = None
    where_place: str | None = None
    counts: list[Found] = field(default_factory=list)
