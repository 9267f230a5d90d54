"""LGL and TR-News: toponyms in news with their coordinates."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass

from benchmarks.corpora import corpus_path

FILES = {"lgl": "lgl.xml", "trnews": "TR-News.xml"}
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_SEARCH = 200  # code points; how far from its stated offsets a toponym is looked for


@dataclass(frozen=True, slots=True)
class Toponym:
    """``text[start:end]`` with degrees and the GeoNames id; None where it was not resolved."""

    start: int
    end: int
    lat: float | None
    lon: float | None
    geonameid: int | None
    country: str | None


@dataclass(frozen=True, slots=True)
class Article:
    """``published`` is an ISO date, "" where the article gives none in that form.

    ``moved`` counts toponyms found beside their stated offsets, ``skipped`` those not
    found.
    """

    id: str
    text: str
    title: str
    published: str
    domain: str
    toponyms: tuple[Toponym, ...]
    moved: int = 0
    skipped: int = 0


def articles(corpus: str) -> list[Article]:
    """The articles of "lgl" or "trnews", in the order of the file."""
    if corpus not in FILES:
        raise ValueError(f"corpus is {corpus!r}; it must be one of {', '.join(FILES)}")
    root = ET.parse(corpus_path("geo", FILES[corpus])).getroot()
    return [_article(element) for element in root.iter("article")]


def _article(element: ET.Element) -> Article:
    text = element.findtext("text") or ""
    found, moved, skipped = [], 0, 0
    for toponym in element.iter("toponym"):
        start, end = int(_text(toponym, "start")), int(_text(toponym, "end"))
        phrase = _text(toponym, "phrase")
        at = _find(text, phrase, start, end)
        if at is None:
            skipped += 1
            continue
        moved += at != start
        found.append(_toponym(toponym, at, at + len(phrase)))
    return Article(
        id=element.get("docid", ""),
        text=text,
        title=_text(element, "title"),
        published=date.group() if (date := _DATE.match(_text(element, "dltime"))) else "",
        domain=_text(element, "domain"),
        toponyms=tuple(sorted(found, key=lambda t: (t.start, t.end))),
        moved=moved,
        skipped=skipped,
    )


def _find(text: str, phrase: str, start: int, end: int) -> int | None:
    """Where ``phrase`` stands: at ``start``, or else at its nearest place within reach.

    Some of TR-News was annotated with two characters a line end, and has one now.
    """
    if not phrase:
        return None
    if text[start:end] == phrase:
        return start
    start -= text.count("\n", 0, start - text.count("\n", 0, start))
    places = []
    at = text.find(phrase, max(0, start - _SEARCH))
    while 0 <= at <= start + _SEARCH:
        places.append(at)
        at = text.find(phrase, at + 1)
    return min(places, key=lambda p: (abs(p - start), p), default=None)


def _toponym(element: ET.Element, start: int, end: int) -> Toponym:
    tag = element.find("gaztag")
    where = tag if tag is not None else element
    lat, lon = _text(where, "lat"), _text(where, "lon")
    id_ = tag.get("geonameid", "") if tag is not None else ""
    return Toponym(
        start,
        end,
        float(lat) if lat and lon else None,
        float(lon) if lat and lon else None,
        int(id_) if id_.isdigit() else None,
        _text(where, "country") or None,
    )


def _text(element: ET.Element, tag: str) -> str:
    return (element.findtext(tag) or "").strip()
