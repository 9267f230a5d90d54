"""A minister's words over some days: denied, said again, warned, not answered, confirmed."""

from __future__ import annotations

from onrecord.records import Actor, Event, Link, ReportRecord, Source, Statement
from tests.recordmaking import at, report

SPOKEN = (
    ("d1", "2021-05-01", "deny", "Minister Ada Venn denied that troops had entered Osterby."),
    ("d2", "2021-05-02", "deny", "Minister Ada Venn denied that troops had entered Osterby."),
    ("d3", "2021-05-03", "decline", "Minister Ada Venn declined to speak of the bridges."),
    ("d4", "2021-05-04", "deny", "Again Minister Ada Venn denied that troops were there."),
    ("d5", "2021-05-05", "warn", "Minister Ada Venn warned that bridges might fall."),
    ("d6", "2021-05-09", "confirm", "Minister Ada Venn confirmed that troops entered Osterby."),
)
"""Of each report its id, its day, the act and its text."""

_CUES = {"deny": "denied", "decline": "declined", "warn": "warned", "confirm": "confirmed"}


def spoken() -> list[ReportRecord]:
    """A report for each of ``SPOKEN``; two tell of one denial, two of the event in question."""
    return [spoken_by("Ada Venn", *one) for one in SPOKEN]


def links() -> list[Link]:
    """What the reports have to do with each other."""
    return [
        Link("restates", "d2:s1", "d1:s1", 0.9, "the same words"),
        Link("repeats", "d4:s1", "d2:s1", 0.8, "the same source on the same"),
        Link("denies", "d1:s1", "d1:e1", 0.9, "denies it"),
        Link("about", "d6:s1", "d6:e1", 0.9, "speaks of it"),
        Link("about", "d6:s1", "d1:e1", 0.9, "speaks of it"),
        Link("contradicts", "d6:s1", "d1:s1", 0.7, "whether it was", "whether"),
    ]


def spoken_by(name: str, id: str, day: str, act: str, text: str) -> ReportRecord:
    """A report in which the minister of that name said one thing."""
    minister = Actor(f"{id}:a1", name, "person", (at(text, name),), "NOR", "GOV")
    cue = at(text, _CUES[act])
    content = (at(text, text[cue.end + 1 : -1]),)
    source = Source(at(text, f"Minister {name}"), f"{id}:a1", True)
    said = Statement(f"{id}:s1", source, cue, content, "indirect", act)  # type: ignore[arg-type]
    events = ()
    if "entered" in text:
        events = (Event(f"{id}:e1", at(text, "entered"), "MOBILIZE", "alleged", f"{id}:s1"),)
    made = report(id, text, published=day, title=f"Of {day}", outlet="Osterby Post")
    return ReportRecord(made, actors=(minister,), statements=(said,), events=events)
