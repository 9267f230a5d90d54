"""Doubtful items as they are put to a person: a question, what shows it, what may be decided."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord import words
from onrecord.records import Actor, Candidate, Place, Statement, Time
from onrecord.store import Store
from onrecord.store.rows import Found, StatementRow
from onrecord.store.viewrows import Doubtful
from onrecord.web.evidence import Evidence, marks_of, passage
from onrecord.web.marking import Mark, item_of

AROUND = 600
"""Characters of the report that are shown around the words."""

LINKS = {
    "same_event": "Do both tell of one event?",
    "includes": "Is the one part of the other?",
    "follows": "Does the one follow from the other?",
    "restates": "Is it one utterance, reported twice?",
    "repeats": "Does the same source say it again?",
    "supports": "Do two sources say the same?",
    "contradicts": "Do they contradict each other?",
    "denies": "Does it deny this?",
    "undercuts": "Does it say that nothing is known of this?",
    "fulfils": "Does this carry out what was held out?",
    "meets_condition": "Is this what was named as the condition?",
    "copies": "Is the one copied from the other?",
    "revises": "Is the one a later version of the other?",
}
"""What is asked of a link, by its kind."""

PLACES = 9
"""Runners-up that are offered: as many as there are digits to choose by."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer: what the button says, its key, and what the form sends."""

    label: str
    key: str
    value: str


@dataclass(frozen=True, slots=True)
class Shown:
    """One side of a doubtful item: its words in their report."""

    found: Found
    passage: Evidence


@dataclass(frozen=True, slots=True)
class Asked:
    """A doubtful item with its question. ``sides`` is empty of a link between statements or events,
    which has its rows; ``speakers`` are those that a statement may be of (id, name); ``free`` is
    the name of what may be written in place of a choice."""

    row: Doubtful
    question: str
    choices: tuple[Choice, ...]
    sides: tuple[Shown, ...] = ()
    speakers: tuple[tuple[str, str], ...] = ()
    free: str = ""


RIGHT = Choice("Right", "r", "right")
WRONG = Choice("Wrong", "w", "wrong")


def asked(store: Store, row: Doubtful) -> Asked:
    """The question about a doubtful item of the record."""
    if row.joined is not None:
        link = row.joined.link
        rows = row.joined.from_ and row.joined.to
        sides = () if rows else tuple(_shown(store, end) for end in (link.from_, link.to))
        return Asked(row, LINKS[link.kind], (RIGHT, WRONG), sides)
    here = _shown(store, row.id)
    item = here.found.item
    match item:
        case Actor():
            other = _shown(store, row.other or row.id)
            named = other.found.item.name if isinstance(other.found.item, Actor) else ""
            choices = (Choice("One", "r", "right"), Choice("Two", "w", "wrong"))
            return Asked(row, f"Are “{item.name}” and “{named}” one?", choices, (here, other))
        case Place():
            told = f"Is “{item.span.text}” {_place(item)}?"
            return Asked(row, told, tuple(_places(item)), (here,))
        case Time():
            told = f"Which day is “{item.span.text}”?"
            unsettled = Choice("The text does not tell", "r", "right")
            return Asked(row, told, (unsettled,), (here,), free="Its day")
        case Statement() if isinstance(here.found.row, StatementRow):
            span = item.source.span.text if item.source else "it"
            told = f"Does “{span}” stand for {words.speaker_of(here.found.row)}?"
            actors = store.record(here.found.report.id).actors
            speakers = tuple((a.id, f"{a.name} ({item_of(a.id)})") for a in actors)
            wrong = Choice("Wrong, and not known who", "w", "wrong")
            return Asked(row, told, (RIGHT, wrong), (here,), speakers)
        case _:
            return Asked(row, "Is it so?", (RIGHT,), (here,))


def _places(place: Place) -> list[Choice]:
    found = [RIGHT]
    for n, other in enumerate(place.others[:PLACES]):
        found.append(Choice(_place(other), str(n + 1), f"choice.{n}"))
    return [*found, Choice("None of these", "w", "wrong")]


_FEATURES = {"P": "town", "A": "area", "L": "area", "S": "site", "H": "water", "T": "mountain"}


def _place(place: Place | Candidate) -> str:
    """Its name and what tells it from a namesake."""
    at = "" if place.lat is None else f"at {place.lat:.1f}, {place.lon:.1f}"
    feature = _FEATURES.get((place.feature or "")[:1])
    more = " ".join(part for part in (place.country, feature, at) if part)
    return f"{place.name} ({more})" if more else place.name


def _shown(store: Store, item_id: str) -> Shown:
    found = store.get(item_id)
    marks = marks_of(found)
    if isinstance(found.item, Actor):
        # its first mention alone: the others may be pages away
        first = found.item.mentions[0]
        marks = [Mark(first.start, first.end, "actor", item_of(item_id))]
    return Shown(found, passage(found.report.text, marks, AROUND))
