"""The steps from a report's words to its events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.extract.actors import ActorIndex
from onrecord.extract.events.clauses.aims import Parties
from onrecord.extract.events.clauses.clause import Clauses
from onrecord.extract.events.clauses.control import by_leave
from onrecord.extract.events.clauses.lexicon import Sense, listed
from onrecord.extract.events.clauses.people import People, holding_out, led
from onrecord.extract.events.clauses.phrases import Phrase
from onrecord.extract.events.clauses.text import Text
from onrecord.extract.events.draft import Draft, event_of
from onrecord.extract.events.judge import Judge, settle
from onrecord.extract.events.merge import merge
from onrecord.extract.events.parties.parted import asks_for_another, mended, spoken, took_ground
from onrecord.extract.events.parties.roles import Roles
from onrecord.extract.events.senses.kinds import Kinds, Told
from onrecord.extract.events.senses.kinds import kinds as shipped
from onrecord.extract.events.senses.nobodys import of_nobody, plotters
from onrecord.extract.events.senses.sense import Senses
from onrecord.extract.events.senses.triggers import Finder, Trigger
from onrecord.extract.events.settings.dated import value_of
from onrecord.extract.events.settings.scene import on_trial
from onrecord.extract.events.settings.setting import Settings
from onrecord.extract.events.settings.where import Whereabouts
from onrecord.extract.events.standing.ahead import its_day_to_come
from onrecord.extract.events.standing.status import Standing, Statuses
from onrecord.extract.events.theirs import give_theirs
from onrecord.extract.events.toll import attach_counts
from onrecord.extract.events.tolls import placed, told_as_numbers
from onrecord.extract.times import lies_ahead
from onrecord.model.analysis import Analysis
from onrecord.records import REPORTER, Event, EventType, Place, Report, Span, Statement, Time

# What PLOVER calls an act of cooperation that is still to come.
_FUTURE: dict[EventType, EventType] = {
    "SUPPORT": "AGREE",
    "COOPERATE": "AGREE",
    "AID": "AGREE",
    "RETREAT": "CONCEDE",
}

# What a head of state does through the state's forces, not by hand.
_ARMED = frozenset({"ASSAULT", "MOBILIZE"})
_FORCES = frozenset(
    {None, "heavy-weapons", "aerial", "drone", "unconventional", "troops", "weapons"}
)

# What takes force, which those who tell of it have not.
_FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})

# What has been, on whoever's word.
_BEEN = frozenset({"happened", "ongoing", "alleged", "denied"})

# What it is a refusal not to do.
_COOPERATING = frozenset({*_FUTURE, "CONSULT"})
_WITHHELD = frozenset({*_COOPERATING, "CONCEDE", "AGREE"})


def find_events(
    report: Report,
    analysis: Analysis,
    times: Sequence[Time],
    places: Sequence[Place],
    actors: ActorIndex,
    statements: Sequence[Statement],
    *,
    kinds: Kinds | None = None,
) -> tuple[Event, ...]:
    """The events of a report in the order of its text, with ids ``<report.id>:e1`` …

    The other arguments are what was found in the same report; ``kinds`` judges where another
    classifier than the shipped one is to. LexiconError where a lexicon cannot be used.
    """
    if not analysis.sentences:
        return ()
    text = Text(analysis, times, places, actors, statements, report.published)
    triggers = Finder(text).find()
    drafter = _Drafter(text, triggers)
    drafts = drafter.drafts(kinds or shipped())
    attach_counts(text, drafts)
    drafts += drafter.tolls(drafts)
    kept = sorted(merge(text, drafts), key=lambda d: (d.trigger.first, d.trigger.last))
    give_theirs(text, kept)
    return tuple(
        event_of(f"{report.id}:e{number}", text, draft) for number, draft in enumerate(kept, 1)
    )


def told_in(text: Text) -> list[Told]:
    """What the word lists find in a text, before anything is joined: what ``kinds`` goes by."""
    return told(_Drafter(text, Finder(text).find()).listed())


class _Drafter:
    """Gathers what the text says of each trigger."""

    def __init__(self, text: Text, triggers: list[Trigger]) -> None:
        self._text = text
        self._triggers = triggers
        self._clauses = Clauses(text)
        self._roles = Roles(text, self._clauses)
        self._statuses = Statuses(text)
        self._settings = Settings(text, triggers)
        self._whereabouts = Whereabouts(text, triggers)
        self._senses = Senses(text, self._clauses)
        self._people = People(text)
        self._tellers = {s.source.actor for s in text.statements if s.source is not None}

    def drafts(self, kinds: Kinds) -> list[Draft]:
        """A draft of each event: what the lists name, where it is in doubt judged, and more."""
        found = self.listed()
        judge = Judge(self._text, self._clauses, told(found), kinds=kinds)
        more = [self._draft(trigger) for trigger in judge.added()]
        return [*settle(judge, found), *(d for d in more if d is not None)]

    def listed(self) -> list[Draft]:
        """A draft of each trigger of the word lists that names an event."""
        drafts = [self._draft(trigger) for trigger in self._triggers]
        return [draft for draft in drafts if draft is not None]

    def tolls(self, drafts: list[Draft]) -> list[Draft]:
        """A draft of each number of dead or held that none of the drafts tells."""
        found = told_as_numbers(self._text, drafts, self._statuses.find)
        for draft in found:
            draft.actor = self._people.ids(draft.actors)
            draft.recipient = self._people.ids(draft.recipients)
            self._set(draft)
        return [draft for draft in found if draft.trigger.verb or draft.actor or placed(draft)]

    def _draft(self, trigger: Trigger) -> Draft | None:
        text = self._text
        said = spoken(text, trigger, self._triggers)
        parties = self._roles.find(trigger)
        mended(text, trigger, parties)
        sense = self._senses.choose(trigger, said, parties)
        if sense is None:
            return None
        told = self._stands(trigger, sense, parties)
        if told is None:
            return None
        sense, standing = told
        draft = Draft(trigger, sense, standing, parties.actors, parties.recipients, said=said)
        acting = [p for p in parties.actors if self._within(p, trigger, standing)]
        draft.actors = self._people.settled([led(text, phrase) for phrase in acting])
        draft.actor = self._people.ids(draft.actors)
        if sense.type in _FORCE:
            self._tell_only(draft)
        draft.actors = self._people.named(draft.actors)
        if sense.type in _ARMED and sense.mode in _FORCES:
            draft.actor = self._people.commanded(draft.actor)
        helped = self._people.ids(parties.recipients) if sense.type == "AID" else []
        if helped and set(helped) <= set(draft.actor):
            return None  # "used ropes to help them wade": who helps himself aids nobody
        hit = [
            p
            for p in parties.recipients
            if not (self._credit(p) or asks_for_another(text, trigger, p))
            and not self._people.of_matter(p, sense.type)
        ]
        draft.recipient = [id_ for id_ in self._people.ids(hit) if id_ not in draft.actor]
        if sense.mode == "arrest" and (not draft.recipient or took_ground(text, trigger)):
            draft.sense = self._seized(draft)
        if sense.mutual and sense.mode != "visit":
            draft.recipient = []
        if standing.status == "threatened" and not draft.actor:
            passive = trigger.verb is not None and self._clauses.passive(trigger.verb)
            draft.actor = holding_out(text, trigger.head, draft.recipient) if passive else []
        if said is not None:
            if sense.type == "AGREE" and said.act == "threaten":
                draft.sense = replace(sense, type="THREATEN")  # "is promising more attacks"
            self._from_statement(draft, said)
        self._set(draft)
        return draft

    def _stands(
        self, trigger: Trigger, sense: Sense, parties: Parties
    ) -> tuple[Sense, Standing] | None:
        """What the act is as it stands: an aid that ends, or is refused, is another; None for one
        that is no event. Who refuses it does not act in ``parties``."""
        standing = self._statuses.find(trigger)
        if sense.type in _WITHHELD and (ended := self._statuses.ceased(trigger)) is not None:
            stops = Sense("SANCTION", "discontinue") if sense.type == "AID" else Sense("REJECT")
            sense, standing = stops, ended
        elif sense.type in _WITHHELD and self._statuses.refused(trigger):
            sense, refused = Sense("REJECT"), parties.recipients
            parties.actors = [p for p in parties.actors if p not in refused] or parties.actors
            standing = (
                Standing("happened", REPORTER)
                if standing is None
                else replace(standing, status="alleged")
            )
        if standing is None:
            return None
        if standing.status == "planned" and trigger.verb is not None:
            if sense.type in _COOPERATING and self._agreed(trigger.verb):
                return None
            sense = replace(sense, type=_FUTURE.get(sense.type, sense.type))
        if parties.charged and standing.status in ("happened", "ongoing"):
            standing = replace(standing, status="alleged")
        if self._senses.reply(trigger):
            standing = replace(standing, status="threatened")
        return sense, standing

    def _tell_only(self, draft: Draft) -> None:
        """Take those out who only tell of it: no monitor or newsroom shells a town or seizes one,
        though "it" or a headline may seem to say so; and names that are several's."""
        for id_ in list(draft.actor):
            kind = self._text.actors.get(id_).kind
            tells = kind == "outlet" or (kind == "ngo" and id_ in self._tellers)
            if tells or self._people.strung(id_):
                draft.actor.remove(id_)
                draft.actors = [p for p in draft.actors if self._people.ids([p]) != [id_]]

    def _credit(self, phrase: Phrase) -> bool:
        """ "kills nine | AFP | Monday 2 May 2016": who tells it, where a headline ends."""
        actor = self._text.actor(phrase.first, phrase.last)
        outlet = actor is not None and actor.kind == "outlet"
        return outlet and phrase.last + 1 in self._text.time_of

    def _seized(self, draft: Draft) -> Sense:
        """Who takes a town arrests nobody."""
        lemma = self._text.syntax.lemmas[draft.trigger.head]
        other = lemma in listed("senses", "taking") and replace(draft.sense, mode="seize")
        return other or draft.sense

    def _within(self, phrase: Phrase, trigger: Trigger, standing: Standing) -> bool:
        """Whether who acts stands in the same statement as the act.

        What somebody says of others is not what they did, though a tree may say so; only what
        begins with its verb ("denied using …") has the speaker for its subject.
        """
        text = self._text
        if text.syntax.words[phrase.head] == "others":
            return False  # "20 were killed and 60 others wounded in two blasts": they did nothing
        if of_nobody(text, phrase) or plotters(text, trigger):
            return False
        nobody = standing.status != "denied"
        if nobody and text.syntax.words[phrase.first] in ("no", "neither", "none", "nobody"):
            return False  # "no group has admitted the attack"
        befell = text.syntax.lemmas[phrase.head] in listed("roles", "befallen")
        if trigger.senses[0].type == "ASSAULT" and befell:
            return False  # "tests on victims of an attack which killed …": those whom it befell
        if standing.on_word_of == REPORTER:
            return True
        statement = text.innermost(trigger.head)
        if statement is None:
            return True
        if _cited(statement) and self._run_together(phrase, trigger, statement):
            return False
        if text.innermost(phrase.head) is not None:
            return True
        if self._speaks(phrase, statement):
            if statement.act == "confirm" or self._announced(trigger, statement):
                return True  # "claimed the attack": who says that it was his own
            if by_leave(text, trigger.verb):
                return True  # "asked the court for permission to march"
        start = min(part.start for part in statement.content)
        first = text.syntax.within(start, start + 1)
        head = trigger.verb if trigger.verb is not None else trigger.first
        opening = text.syntax.tokens[first[0]] if first else None
        return (
            opening is None
            or opening.upos in ("VERB", "PART", "ADP", "AUX")
            or opening.text in ("whom", "who", "which")  # "the rebels, | whom it accused of it"
            or (opening.text == "for" and statement.act in ("praise", "condemn"))
            or (head - first[0] <= 2 and opening.upos not in ("PRON", "DET", "PROPN", "SCONJ"))
        )

    def _announced(self, trigger: Trigger, statement: Statement) -> bool:
        """ "police announced | the arrest of two men": who makes arrests tells of his own;
        "announced | plans for a summit with the king": who tells of it will be there."""
        if trigger.noun is None or statement.cue is None or statement.source is None:
            return False
        id_ = statement.source.actor
        own = id_ is not None and self._text.actors.get(id_).sector in ("COP", "MIL", "REB")
        inside = self._text.syntax.within(statement.cue.start, statement.cue.end)
        meets = trigger.senses[0].type == "CONSULT"
        if meets and any(self._text.syntax.lemmas[i] == "announce" for i in inside):
            return True
        cue = self._text.syntax.at(statement.cue.start)
        verb = self._text.syntax.heads[trigger.noun]
        told = self._text.syntax.lemmas[trigger.noun] in listed("roles", "announced")
        return own and told and verb == cue and self._text.syntax.lemmas[verb] == "announce"

    def _run_together(self, phrase: Phrase, trigger: Trigger, statement: Statement) -> bool:
        """ "According to the observatory | heavy shelling has hit the port": with no comma."""
        source = statement.source
        if source is None or not self._speaks(phrase, statement):
            return False
        start, end = self._text.offsets(phrase.head, phrase.head)
        inside = source.span.start <= start and end <= source.span.end
        if inside:
            return trigger.verb is None
        return self._text.actor(phrase.head, phrase.head) is None

    def _speaks(self, phrase: Phrase, statement: Statement) -> bool:
        source = statement.source
        if source is None:
            return False
        start, end = self._text.offsets(phrase.first, phrase.last)
        return source.span.start < end and start < source.span.end

    def _agreed(self, verb: int) -> bool:
        """Whether the verb above is an event that already says so: "agreed to send"."""
        head = self._text.syntax.heads[verb]
        if self._text.syntax.deprel(verb) in ("ccomp", "advcl", "acl:relcl", "parataxis"):
            return False  # "vowed that the girls would be freed": by others
        return any(
            t.verb == head and t.senses[0].type in ("AGREE", "THREATEN") for t in self._triggers
        )

    def _from_statement(self, draft: Draft, said: Statement) -> None:
        """What is said has its statement's source, addressee and day."""
        source = said.source
        if source is not None and source.actor is not None:
            several = self._text.actors.all_at(source.span.start, source.span.end)
            named = [actor.id for actor in several]
            draft.actor = named if len(named) > 1 else [source.actor]
            draft.actors = [phrase for phrase in [self._phrase(source.span)] if phrase is not None]
            if set(draft.actor) & set(draft.recipient) and self._clauses.passive(
                draft.trigger.head
            ):  # "were arrested and ordered held": they gave no order
                draft.actor, draft.actors = [], []
        if not draft.recipient and said.addressee is not None and said.addressee not in draft.actor:
            draft.recipient = [said.addressee]
        draft.when, draft.when_time = said.said, said.said_time

    def _phrase(self, span: Span) -> Phrase | None:
        inside = self._text.syntax.within(span.start, span.end)
        if not inside:
            return None
        head = self._text.syntax.top(span.start, span.end)
        return Phrase(inside[0], inside[-1], inside[-1] if head is None else head)

    def _set(self, draft: Draft) -> None:
        """Time and place, where the words attach them."""
        if draft.when is None:
            time = self._settings.when(draft.trigger)
            told = draft.said.content if draft.said is not None else ()
            if time is not None and draft.standing.status in _BEEN:
                if lies_ahead(time, self._text.published):
                    if its_day_to_come(self._text, draft.trigger, time):
                        draft.standing = replace(draft.standing, status="planned")
                    else:
                        time = None  # "invited them to a dinner on March 12"
            if time is not None and not any(
                part.start <= time.span.start < part.end for part in told
            ):  # "called for | a strike on Thursday": the strike's day
                draft.when, draft.when_time = value_of(self._text, time), time.id
        tried = draft.sense.speech and on_trial(self._text, draft.trigger)
        if draft.said is None and (tried or not draft.sense.speech):
            where = self._whereabouts.where(draft.trigger, draft.recipients, draft.actors)
            if where is not None:
                draft.where, draft.where_place = where


def _cited(statement: Statement) -> bool:
    """ "according to X": by no verb, of which X would be the subject."""
    return statement.cue is not None and statement.cue.text.lower().startswith("according")


def told(drafts: Sequence[Draft]) -> list[Told]:
    """Drafts as the classifier sees them."""
    return [
        Told(
            draft.sense.type,
            draft.trigger.head,
            frozenset(i for p in draft.actors for i in range(p.first, p.last + 1)),
            frozenset(i for p in draft.recipients for i in range(p.first, p.last + 1)),
            draft.standing.status,
        )
        for draft in drafts
    ]
