"""An event before it is written: what is gathered about one trigger."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.extract.events.clauses.lexicon import Sense
from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.numbers.counts import Found
from onrecord.extract.events.senses.contexts import contexts, with_mode
from onrecord.extract.events.senses.triggers import Trigger
from onrecord.extract.events.standing.status import Standing
from onrecord.records import Count, Event, Span, Statement


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


def event_of(identity: str, text: Text, draft: Draft) -> Event:
    """The event that a draft has become, its words quoted from ``text``."""
    near = [(p.first, p.last) for p in draft.recipients]
    if draft.trigger.noun is not None:
        phrase = text.phrases.of(draft.trigger.noun)
        near += [(phrase.first, phrase.last)] if phrase is not None else []
    about = contexts(text, draft.trigger, near)
    own = contexts(text, draft.trigger, [])
    sense = with_mode(draft.sense, own)
    return Event(
        id=identity,
        trigger=text.quote(draft.trigger.first, draft.trigger.last),
        type=sense.type,
        mode=sense.mode,
        context=about,
        actor=tuple(draft.actor),
        actor_spans=tuple(text.quote(p.first, p.last) for p in draft.actors),
        recipient=tuple(draft.recipient),
        recipient_spans=tuple(text.quote(p.first, p.last) for p in draft.recipients),
        when=draft.when,
        when_time=draft.when_time,
        where=draft.where,
        where_place=draft.where_place,
        status=draft.standing.status,
        on_word_of=draft.standing.on_word_of,
        counts=tuple(
            Count(c.what, c.low, c.high, Span.of(text.syntax.text, c.start, c.end))
            for c in draft.counts
        ),
    )
