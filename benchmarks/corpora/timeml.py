"""TimeML as TempEval-3 gives it: TimeBank and AQUAINT, time expressions and events.

A document's text is the content of its TEXT element. What stands around it (title, document
identifiers, the creation time) is not part of the text and is not scored.

In 23 of AQUAINT's reports, those of the year 2000, polarity is turned round: 91 % and more of
their events are NEG, and the few that are POS stand behind "not". It is turned back here.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.corpora import corpus_path

CORPORA = ("AQUAINT", "TimeBank")
HELD_OUT_EVERY = 5


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression. ``type`` is DATE, TIME, DURATION or SET, ``value`` is TIMEX3's."""

    id: str
    start: int
    end: int
    type: str
    value: str
    mod: str | None = None
    function: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """An event word and one instance of it; a word with two instances appears as two events.

    ``tense``, ``aspect``, ``polarity`` ("POS", "NEG") and ``pos`` are the instance's; ``modality``
    holds the modal word in small letters ("could"), None where there is none.
    """

    eid: str
    eiid: str
    start: int
    end: int
    cls: str
    tense: str
    aspect: str
    modality: str | None
    polarity: str
    pos: str


@dataclass(frozen=True, slots=True)
class Relation:
    """A TLINK or SLINK as annotated, between the ids of events' instances or times."""

    kind: str
    from_: str
    to: str
    relation: str


@dataclass(frozen=True, slots=True)
class Document:
    """``dct`` is the value of the creation time, ``title`` the headline where one is marked."""

    name: str
    corpus: str
    text: str
    dct: str
    timexes: tuple[Timex, ...]
    events: tuple[Event, ...]
    relations: tuple[Relation, ...]
    title: str | None = None


def documents(corpus: str | None = None) -> list[Document]:
    """The documents of one corpus ("TimeBank" or "AQUAINT") or of both, by name."""
    found = []
    for name in (corpus,) if corpus else CORPORA:
        for path in sorted(corpus_path("timeml", name).glob("*.tml")):
            found.append(read(path, name))
    return found


def split(part: str, corpus: str | None = None) -> list[Document]:
    """The "train" or "heldout" part: within each corpus every fifth document by name is held out.

    The first document of each corpus is held out, then the sixth, and so on.
    """
    if part not in ("train", "heldout"):
        raise ValueError(f"part is {part!r}; it must be 'train' or 'heldout'")
    chosen = []
    for name in (corpus,) if corpus else CORPORA:
        for i, document in enumerate(documents(name)):
            if (i % HELD_OUT_EVERY == 0) == (part == "heldout"):
                chosen.append(document)
    return chosen


def read(path: Path, corpus: str = "") -> Document:
    """One TimeML file."""
    root = ET.parse(path).getroot()
    body = root.find("TEXT")
    if body is None:
        raise ValueError(f"{path} has no TEXT element")
    pieces: list[str] = []
    marked: list[tuple[ET.Element, int, int]] = []
    _walk(body, pieces, marked, 0)
    text = "".join(pieces)
    dct = root.find("DCT/TIMEX3")
    title = root.findtext("TITLE")
    return Document(
        name=path.stem,
        corpus=corpus,
        text=text,
        dct=dct.get("value", "") if dct is not None else "",
        timexes=tuple(_timex(e, s, t) for e, s, t in marked if e.tag == "TIMEX3" and s < t),
        events=_turned_back(_events(root, marked)),
        relations=tuple(_relations(root)),
        title=title.strip() if title else None,
    )


def _walk(
    node: ET.Element, pieces: list[str], marked: list[tuple[ET.Element, int, int]], at: int
) -> int:
    """Append the text of ``node`` to ``pieces`` and its elements with their offsets to ``marked``.

    Returns the offset behind it.
    """
    pieces.append(node.text or "")
    at += len(node.text or "")
    for child in node:
        start = at
        place = len(marked)
        at = _walk(child, pieces, marked, at)
        marked.insert(place, (child, *_trim("".join(pieces), start, at)))
        pieces.append(child.tail or "")
        at += len(child.tail or "")
    return at


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space at either end."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def _timex(element: ET.Element, start: int, end: int) -> Timex:
    return Timex(
        element.get("tid", ""),
        start,
        end,
        element.get("type", "DATE"),
        element.get("value", ""),
        element.get("mod"),
        element.get("functionInDocument"),
    )


def _events(root: ET.Element, marked: list[tuple[ET.Element, int, int]]) -> list[Event]:
    """The marked events with their instances, in the order of the text."""
    instances: dict[str, list[ET.Element]] = {}
    for element in root.iter("MAKEINSTANCE"):
        instances.setdefault(element.get("eventID", ""), []).append(element)
    found = []
    for element, start, end in marked:
        if element.tag != "EVENT" or start == end:
            continue
        eid = element.get("eid", "")
        for made in instances.get(eid) or [ET.Element("MAKEINSTANCE")]:
            found.append(
                Event(
                    eid=eid,
                    eiid=made.get("eiid", ""),
                    start=start,
                    end=end,
                    cls=element.get("class", ""),
                    tense=made.get("tense", "NONE"),
                    aspect=made.get("aspect", "NONE"),
                    modality=(made.get("modality") or "").lower() or None,
                    polarity=made.get("polarity", "POS"),
                    pos=made.get("pos", "UNKNOWN"),
                )
            )
    return found


def _turned_back(events: list[Event]) -> tuple[Event, ...]:
    """``events``, their polarity turned round where most are NEG: no text denies so much."""
    if 2 * sum(event.polarity == "NEG" for event in events) <= len(events):
        return tuple(events)
    other = {"NEG": "POS", "POS": "NEG"}
    return tuple(replace(e, polarity=other.get(e.polarity, e.polarity)) for e in events)


def _relations(root: ET.Element) -> list[Relation]:
    """The TLINKs and SLINKs."""
    found = []
    for element in root:
        if element.tag in ("TLINK", "SLINK"):
            from_ = element.get("eventInstanceID") or element.get("timeID") or ""
            to = (
                element.get("relatedToEventInstance")
                or element.get("relatedToTime")
                or element.get("subordinatedEventInstance")
                or ""
            )
            found.append(Relation(element.tag, from_, to, element.get("relType", "")))
    return found
