"""A dossier as one HTML file: nothing is loaded, no script runs, and it can be checked."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from functools import cache
from importlib import metadata, resources
from itertools import pairwise
from typing import Any

from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from onrecord import words
from onrecord.dossier.gather import Dossier, Entry, Quote
from onrecord.records import Report

FORMAT = 1
"""Of the manifest. Raised when what ``verify`` reads of it changes."""

# A browser drops or obeys these; each stands for one character.
_CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32), *range(127, 160)], "\ufffd")


def to_html(dossier: Dossier) -> str:
    """The file. It holds the whole text of every report that it quotes."""
    quotes = _quotes(dossier.entries)
    template = _environment().from_string(_file("dossier.html"))
    return template.render(
        dossier=dossier,
        version=metadata.version("onrecord"),
        anchor=anchor,
        shown=shown,
        reference=words.reference,
        texts={id_: marked(report, quotes[id_]) for id_, report in dossier.reports.items()},
        style=Markup(_file("dossier.css")),
        manifest=Markup(_escaped(manifest(dossier, quotes))),
        seal=seal(dossier),
    )


def manifest(dossier: Dossier, quotes: dict[str, list[Quote]]) -> dict[str, Any]:
    """What ``verify`` checks: every report's exact text and hash, and where each quote stands."""
    return {
        "format": FORMAT,
        "program": f"onrecord {metadata.version('onrecord')}",
        "seal": seal(dossier),
        "reports": {
            id_: {
                "sha256": report.sha256, "outlet": report.outlet, "title": report.title,
                "published": report.published, "url": report.url, "text": report.text,
            }
            for id_, report in sorted(dossier.reports.items())
        },
        "quotes": [
            [id_, quote.span.start, quote.span.end]
            for id_ in sorted(quotes)
            for quote in quotes[id_]
        ],
    }  # fmt: skip


def seal(dossier: Dossier) -> str:
    """A hash of all that the entries say, in their order: who sends a dossier can send it apart."""
    told = json.dumps([_told(entry) for entry in dossier.entries], ensure_ascii=False)
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def _told(entry: Entry) -> list[Any]:
    quotes = [[q.report, q.span.start, q.span.end] for q in entry.quotes]
    said = [shown(part) for part in (entry.day, entry.head, entry.what, *entry.notes)]
    return [*said, quotes, [_told(one) for one in entry.beside]]


def anchor(quote: Quote) -> str:
    """The id of a quote's place in the sources."""
    return f"q-{quote.report}-{quote.span.start}-{quote.span.end}"


def shown(text: str) -> str:
    """Words without what a browser would obey or drop, blanks and breaks as one."""
    return " ".join(text.translate(_CONTROLS).split())


def marked(report: Report, quotes: list[Quote]) -> Markup:
    """A report's text with the quoted words marked, and an anchor where each quote begins."""
    text = report.text
    cuts = sorted({0, len(text), *(x for q in quotes for x in (q.span.start, q.span.end))})
    out = Markup("")
    for start, end in pairwise(cuts):
        for quote in quotes:
            if quote.span.start == start:
                out += Markup('<a class="at" id="{}"></a>').format(anchor(quote))
        piece = text[start:end].translate(_CONTROLS)
        inside = any(q.span.start <= start and end <= q.span.end for q in quotes)
        out += Markup("<mark>{}</mark>").format(piece) if inside else Markup("{}").format(piece)
    return out


def _quotes(entries: tuple[Entry, ...]) -> dict[str, list[Quote]]:
    found: dict[str, dict[Quote, None]] = defaultdict(dict)

    def walk(some: tuple[Entry, ...]) -> None:
        for entry in some:
            for quote in entry.quotes:
                found[quote.report][quote] = None
            walk(entry.beside)

    walk(entries)
    return {id_: sorted(kept, key=lambda q: q.span) for id_, kept in found.items()}


def _escaped(value: dict[str, Any]) -> str:
    """JSON that cannot end the element that it stands in."""
    told = json.dumps(value, ensure_ascii=True)
    return told.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


@cache
def _environment() -> Environment:
    return Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True)


def _file(name: str) -> str:
    return (resources.files("onrecord.dossier") / name).read_text("utf-8")
