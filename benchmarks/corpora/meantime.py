"""MEANTIME: Wikinews with events, their factuality, entities, times and coreference."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import dataclass

from benchmarks.corpora import cat, corpus_path
from benchmarks.corpora.spans import CorpusSpan

SUBCORPORA = ("corpus_airbus", "corpus_gm")


@dataclass(frozen=True, slots=True)
class EventMention:
    """An event word. ``certainty``, ``polarity`` and ``time`` are FactBank's as MEANTIME has them:

    CERTAIN, PROBABLE, POSSIBLE, UNDERSPECIFIED; POS, NEG, UNDERSPECIFIED; FUTURE, NON_FUTURE,
    UNDERSPECIFIED. ``special`` is COND_IF_CLAUSE, COND_MAIN_CLAUSE, GEN or NONE. ``instance`` is
    the event that it refers to, "" where it refers to none; it is the same across reports for
    events of the corpus, and holds the report's name for events of one report only.
    """

    id: str
    spans: tuple[CorpusSpan, ...]
    pos: str
    tense: str
    certainty: str
    polarity: str
    time: str
    special: str
    instance: str


@dataclass(frozen=True, slots=True)
class EntityMention:
    """``type`` is PER, ORG, LOC, PRO, FIN or MIX, "" where it refers to nothing."""

    id: str
    spans: tuple[CorpusSpan, ...]
    syntactic_type: str
    type: str
    instance: str


@dataclass(frozen=True, slots=True)
class Timex:
    """``function`` is CREATION_TIME for the date of the report."""

    id: str
    spans: tuple[CorpusSpan, ...]
    type: str
    value: str
    function: str


@dataclass(frozen=True, slots=True)
class Document:
    """``annotated`` is how far the text is annotated: the end of its last marked word.

    In most reports only the first sentences are.
    """

    name: str
    subcorpus: str
    text: str
    events: tuple[EventMention, ...]
    entities: tuple[EntityMention, ...]
    timexes: tuple[Timex, ...]
    annotated: int


def documents(layer: str = "intra_cross-doc_annotation") -> list[Document]:
    """The reports with their annotation across reports, or with "intra-doc_annotation" only."""
    found = []
    for subcorpus in SUBCORPORA:
        for path in sorted(corpus_path("meantime", layer, subcorpus).glob("*.xml")):
            found.append(_document(cat.read(path), subcorpus))
    return found


def _document(file: cat.CatFile, subcorpus: str) -> Document:
    referents = file.referents("REFERS_TO")
    events, entities, timexes = [], [], []
    end = 0
    for id_, element in file.markables.items():
        spans = file.spans(element)
        if not spans:
            continue
        end = max(end, spans[-1].end)
        if element.tag == "EVENT_MENTION":
            events.append(_event(file, id_, element, spans, referents.get(id_)))
        elif element.tag == "ENTITY_MENTION":
            to = referents.get(id_)
            kind = to.get("ent_type", "") if to is not None else ""
            syntax = element.get("syntactic_type", "")
            entities.append(EntityMention(id_, spans, syntax, kind, _instance(file, to)))
        elif element.tag in ("TIMEX3", "TIMEX"):
            type_, value = element.get("type", ""), element.get("value", "")
            function = element.get("functionInDocument", "")
            timexes.append(Timex(id_, spans, type_, value, function))
    return Document(
        file.name,
        subcorpus,
        file.text,
        tuple(sorted(events, key=lambda e: (e.spans, e.id))),
        tuple(sorted(entities, key=lambda e: (e.spans, e.id))),
        tuple(sorted(timexes, key=lambda t: (t.spans, t.id))),
        end,
    )


def _event(
    file: cat.CatFile,
    id_: str,
    element: ET.Element,
    spans: tuple[CorpusSpan, ...],
    to: ET.Element | None,
) -> EventMention:
    return EventMention(
        id=id_,
        spans=spans,
        pos=element.get("pos", ""),
        tense=element.get("tense", ""),
        certainty=element.get("certainty", ""),
        polarity=element.get("polarity", ""),
        time=element.get("time", ""),
        special=element.get("special_cases", ""),
        instance=_instance(file, to),
    )


def _instance(file: cat.CatFile, to: ET.Element | None) -> str:
    """A name for an instance that is unique in the corpus."""
    if to is None:
        return ""
    return to.get("instance_id") or f"{file.name}:{to.get('m_id', '')}"
