"""An event and a statement as they can be compared: a fast internal shape of a record's items."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from onrecord.compare.accounts.dates import Days, days_of
from onrecord.compare.accounts.ground import capital, grounded
from onrecord.compare.accounts.headed import headline_end, lines_end
from onrecord.compare.accounts.matter import NOTHING, Matter, matter_around, matter_of, unplaced
from onrecord.compare.accounts.matter import spot as is_spot
from onrecord.compare.accounts.voices import Called, callings, said_before
from onrecord.link.identity import Who, sides, state_forms, whos
from onrecord.link.words import fold, has_mark, keys, stem, tokens, topics, words
from onrecord.read.legible import meant
from onrecord.read.wrapping import flowing
from onrecord.records import Event, Place, ReportRecord, Span, Statement

REAL = frozenset({"happened", "ongoing", "alleged", "denied"})
AHEAD = frozenset({"planned", "threatened"})
_DETERMINERS = frozenset(
    {"the", "a", "an", "this", "that", "its", "their", "his", "her", "another", "such"}
)
_VERBAL = frozenset(
    {"to", "not", "will", "would", "could", "can", "may", "might", "must", "should", "did"}
)
_LATE = re.compile(r"late (?:on )?\w+", re.IGNORECASE)
_STOP = re.compile(r"[.;:()\n]")
_CLOSE = 90
"""Characters from a trigger to the words for what it was done with."""
_USED = 5
"""Words from a word for using to what is used."""
# Forms that the lexicon explains and that are nouns.
_GROUPS = frozenset({"armed_group", "ngo", "company"})
_NOUNS = frozenset({"airstrike", "airstrikes", "death", "deaths", "hit", "shots"})


@dataclass(frozen=True, slots=True)
class EventFacts:
    """What an event is known by. ``words`` are the folded words of its trigger and of its
    modifiers, ``head`` the stem of its last; ``definite``, ``another`` and ``several`` tell how
    the report speaks of it; ``means`` that it tells only what was used, which may have been at any
    time. Sides are states (ISO 3166-1 alpha-3) or names. ``ground`` is the town that the rest of
    the report gives to an act of a rare kind that is told without one. ``persons`` are those whom
    it befell, by their names; ``deadly`` tells that they died of it, ``troops`` that it befell some
    who fight. ``beside`` are the keys of its sentence and of whom it befell, without the names of
    persons and outlets that are no party to it; ``story`` the names by which its report's story is
    known."""

    report: str
    published: Days | None
    event: Event
    head: str
    modifiers: frozenset[str]
    topics: frozenset[str]
    actors: frozenset[str]
    recipients: frozenset[str]
    days: Days | None
    place: Place | None
    where: str | None
    definite: bool
    another: bool
    several: bool
    plural: bool
    matter: Matter = NOTHING
    ground: Place | None = None
    means: bool = False
    persons: frozenset[str] = frozenset()
    deadly: bool = False
    troops: bool = False
    beside: frozenset[str] = frozenset()
    story: frozenset[str] = frozenset()

    @property
    def spot(self) -> Place | None:
        """Where it was: as told, or as the rest of the report tells it (``ground``)."""
        return self.ground or self.place

    @property
    def kin(self) -> frozenset[str]:
        """The groups of words that may name one happening with this."""
        found = words().kin_of.get(self.head, frozenset())
        # "Shells fired over the border" are a shelling, whatever the verb.
        heavy = self.event.type == "ASSAULT" and self.event.mode in ("heavy-weapons", "aerial")
        return found | {"strike"} if heavy else found

    @property
    def general(self) -> bool:
        """Whether the word names an assault of any kind."""
        return has_mark("general", [self.head])


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with who speaks, to whom, when, the keys of what is said, and its matter.

    ``line`` are the words of its source, its cue and its content; ``worn`` those of the keys of its
    matter that the report keeps coming back to; ``called`` how the report calls its source,
    ``again`` whether it tells that this was said before.
    """

    report: str
    published: Days | None
    statement: Statement
    who: Who | None
    to: Who | None
    text: str
    keys: frozenset[str]
    days: Days | None
    matter: Matter = NOTHING
    line: frozenset[str] = frozenset()
    worn: frozenset[str] = frozenset()
    called: Called | None = None
    again: bool = False

    @property
    def start(self) -> int:
        """Where its words begin in the report."""
        return min(span.start for span in shown(self.statement))


@dataclass(frozen=True, slots=True)
class View:
    """A record with its actors known and its items made comparable, each by its id.

    ``ordered`` are the statements in the order of the text; ``headline`` is where the headline ends
    in it, and the points in brief below it: 0 where the text does not begin with one. ``lines`` is
    where the further lines of the headline end.
    """

    record: ReportRecord
    who: Mapping[str, Who]
    events: Mapping[str, EventFacts]
    said: Mapping[str, Said]
    ordered: tuple[Said, ...]
    headline: int
    lines: int


def view(record: ReportRecord) -> View:
    """``record`` as it can be compared; wrapped lines are no paragraphs."""
    record = replace(record, report=flowing(record.report))
    who = whos(record)
    forms = state_forms(record)
    published = days_of(record.report.published)
    names, story = _names(record), _story(record)
    times = {time.id: time for time in record.times}
    places = {place.id: place for place in record.places}
    facts = {}
    for event in record.events:
        time = times.get(event.when_time or "")
        days = _night(event.when) or _night(time.value if time else None)
        if (
            days is not None
            and days.length == 1
            and time is not None
            and _LATE.match(time.span.text)
        ):
            days = Days(days.start, days.end + 1)
        place = places.get(event.where_place or "")
        told = _facts(record, event, who, published, days, place, forms, names)
        facts[event.id] = replace(told, story=story)
    called = callings(record, who)
    said = {s.id: _said(record, s, who, called, published) for s in record.statements}
    ordered = tuple(sorted(said.values(), key=lambda one: (one.start, one.statement.id)))
    end = headline_end(record.report)
    return View(record, who, grounded(record, facts), said, ordered, end, lines_end(record.report))


def _night(value: str | None) -> Days | None:
    """The days of a TIMEX3 value; a night runs into the day after."""
    days = days_of(value)
    night = days is not None and value is not None and value.endswith("TNI")
    return Days(days.start, days.end + 1) if days is not None and night else days


def shown(statement: Statement) -> tuple[Span, ...]:
    """The spans that show a statement: its content, else its cue, else its source."""
    source = (statement.source.span,) if statement.source else ()
    return statement.content or ((statement.cue,) if statement.cue else source)


def _said(
    record: ReportRecord,
    statement: Statement,
    who: Mapping[str, Who],
    called: Mapping[str, Called],
    published: Days | None,
) -> Said:
    text = meant(" ".join(span.text for span in statement.content))
    source = statement.source.actor if statement.source else None
    return Said(
        report=record.report.id,
        published=published,
        statement=statement,
        who=who.get(source or ""),
        to=who.get(statement.addressee or ""),
        text=text,
        keys=keys(text),
        days=days_of(statement.said),
        matter=matter_of(record, statement, who, record.events),
        line=_line(statement),
        called=called.get(source or ""),
        again=said_before(record.report.text, statement),
    )


def _line(statement: Statement) -> frozenset[str]:
    source = statement.source
    spans = (source.span if source else None, statement.cue, *statement.content)
    return frozenset(word for span in spans if span is not None for word in tokens(span.text))


def _facts(
    record: ReportRecord,
    event: Event,
    who: Mapping[str, Who],
    published: Days | None,
    days: Days | None,
    place: Place | None,
    forms: Mapping[str, set[str]],
    names: Mapping[str, frozenset[str]],
) -> EventFacts:
    text = record.report.text
    none = frozenset[str]()
    trigger = tokens(event.trigger.text)
    before = _near(text[max(0, event.trigger.start - 60) : event.trigger.start], ahead=False)
    after = _near(text[event.trigger.end : event.trigger.end + 40], ahead=True)[:4]
    head = _head(event.trigger.text)
    near = before[-4:]
    verbal = not _nominal(trigger, near)
    matter = keys(event.trigger.text) | (keys(" ".join(near[-2:])) if not verbal else none)
    means = _means(text, event)
    around = matter_around(record, event, who)
    parties = {*event.actor, *event.recipient}
    others = (own for id_, own in names.items() if id_ not in parties)
    persons = _persons(event, who)
    return EventFacts(
        report=record.report.id,
        published=published,
        event=event,
        head=head,
        modifiers=frozenset(matter - {head} - (_own(trigger) if head not in matter else none)),
        topics=topics(matter) or means,
        means=_gerund(trigger) or (not topics(matter) and bool(means)),
        actors=sides(event.actor, who),
        recipients=sides(event.recipient, who) or (_object(text, event, forms) if verbal else none),
        days=days,
        place=place,
        where=event.where,
        definite=not verbal and has_mark("definite", near),
        another=not verbal and has_mark("another", near),
        several=has_mark("often", before[-2:] + after) if verbal else _times(before[-2:]),
        plural=not verbal
        and not _counted(trigger)
        and not _loosed(trigger)
        and _plural(trigger[-1]),
        matter=around,
        persons=persons,
        deadly=_deadly(event, trigger, before),
        troops=any(
            who[id_].kind in ("armed_group", "military") for id_ in event.recipient if id_ in who
        ),
        beside=around.keys.difference(*others) | keys(" ".join(persons)),
    )


def _story(record: ReportRecord) -> frozenset[str]:
    """The names in a report that its country's other news need not have: towns, persons, groups.

    A capital stands in all of it, and so does who governs.
    """
    people = {a.name.split()[-1] for a in record.actors if a.named and a.kind == "person"}
    groups = {a.name for a in record.actors if a.named and a.kind in _GROUPS}
    spots = {p.name for p in record.places if (is_spot(p) or unplaced(p)) and not capital(p)}
    return frozenset(fold(name) for name in people | groups | spots)


def _names(record: ReportRecord) -> dict[str, frozenset[str]]:
    """The words of the names of persons and outlets, by their ids."""
    return {
        actor.id: keys(" ".join((actor.name, *(mention.text for mention in actor.mentions))))
        for actor in record.actors
        if actor.named and actor.kind in ("person", "outlet")
    }


def _persons(event: Event, who: Mapping[str, Who]) -> frozenset[str]:
    """The names of the persons whom it befell."""
    found = (who[id_] for id_ in event.recipient if id_ in who)
    return frozenset(one.name for one in found if one.kind == "person" and one.name is not None)


def _deadly(event: Event, trigger: list[str], before: list[str]) -> bool:
    """Whether those died whom it befell: nobody does so twice."""
    if event.type != "ASSAULT" or event.status not in REAL:
        return False
    return has_mark("deadly", trigger) and not has_mark("attempted", [*before[-4:], *trigger])


def _object(text: str, event: Event, forms: Mapping[str, set[str]]) -> frozenset[str]:
    """The state named right behind a verb: "struck Syrian bases" is aimed at Syria."""
    behind = _near(text[event.trigger.end : event.trigger.end + 40], ahead=True)
    words_ = [word for word in behind[:2] if word not in _DETERMINERS]
    return frozenset(forms.get(words_[0], ())) if words_ else frozenset()


def _own(trigger: list[str]) -> frozenset[str]:
    """The words of a trigger that name the act together: "blew themselves up"."""
    return frozenset(stem(word) for word in trigger)


@lru_cache(maxsize=16384)
def _head(trigger: str) -> str:
    """The stem of the word that names the act: the last of a compound, the noun of "using X"; what
    a verb and its particle name together ("went off")."""
    found = [word for word in tokens(trigger) if not word.endswith(("self", "selves"))]
    if len(found) > 1 and (phrase := words().phrases.get((stem(found[-2]), found[-1]))):
        return phrase
    return stem(found[-1]) if found else ""


def _loosed(trigger: list[str]) -> bool:
    """ "launched cruise missiles": many missiles, and one act."""
    return has_mark("loosing", trigger[:1]) and has_mark("munitions", trigger[-1:])


def _plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith("ss") and not has_mark("always_plural", [word])


def _means(text: str, event: Event) -> frozenset[str]:
    """What an act was done with, where that is of a rare kind: "a raid that released sarin".

    Told by a word for using beside the trigger, and what was used right behind it.
    """
    if event.type != "ASSAULT":
        return frozenset()
    start, end = event.trigger.start, event.trigger.end
    behind = tokens(_STOP.split(text[end : end + _CLOSE])[0])
    before = tokens(_STOP.split(text[max(0, start - _CLOSE) : start])[-1])[-_USED:]
    for told in (behind, before):
        for index, word in enumerate(told):
            if has_mark("using", [word]):
                used = topics(keys(" ".join(told[index + 1 : index + 1 + _USED])))
                if used & words().marks["arms"]:
                    return used & words().marks["arms"]
    return frozenset()


def _armed(trigger: list[str]) -> bool:
    """ "launched 59 missiles", "using shells": by its first word done with something."""
    return len(trigger) > 1 and has_mark("using", trigger[:1])


def _counted(trigger: list[str]) -> bool:
    """ "launched 59 missiles": how many missiles it was tells of one act."""
    return _armed(trigger) and any(word.isdigit() for word in trigger)


def _times(before: list[str]) -> bool:
    """ "Two raids"; a "two-day raid" is one."""
    return has_mark("times", before) and not has_mark("lasting", before[-1:])


def _gerund(trigger: list[str]) -> bool:
    """ "releasing gas", "using shells": an act of which it is not told that it was one."""
    return _armed(trigger) and trigger[0].endswith("ing")


def _near(text: str, *, ahead: bool) -> list[str]:
    """The folded words of ``text`` on this side of the next stop."""
    parts = re.split(r"[.,;:()\n“”\"]|\s[-–—]\s", text)
    return tokens(parts[0] if ahead else parts[-1])


def _nominal(trigger: list[str], near: list[str]) -> bool:
    """Whether a trigger stands as a noun, by its ending and the words just before it."""
    word = trigger[-1] if trigger else ""
    if len(trigger) > 1 and not trigger[0].endswith(("ing", "ed")):
        return True
    before = near[-1] if near else ""
    irregular = word in words().irregular and not word.endswith("ing")  # "the shelling"
    if word.endswith("ed") or (irregular and word not in _NOUNS):
        return False
    if (before in _VERBAL and not _plural(word)) or before.endswith("ly"):
        return False
    return not word.endswith("ing") or bool(_DETERMINERS & set(near[-2:]))
