"""Whether a dossier says what its reports say: every quote and hash, and nothing changed since."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from onrecord.dossier.write import FORMAT, shown
from onrecord.errors import RecordError


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not hold: where, and what is wrong with it."""

    where: str
    what: str


def verify(html: str, known: Callable[[str], str | None] | None = None) -> list[Finding]:
    """What does not hold of a dossier; nothing where all of it does.

    ``known`` gives the sha256 of a report of the record that it is checked against, by id.
    RecordError where ``html`` is no dossier, or one of a newer program.
    """
    from lxml import etree
    from lxml import html as parser

    try:
        page = parser.document_fromstring(html)
        (script,) = page.xpath("//script[@id='manifest']")
        manifest = json.loads(script.text_content())
        reports: dict[str, dict[str, Any]] = manifest["reports"]
        listed = {tuple(quote) for quote in manifest["quotes"]}
        version = int(manifest["format"])
    except (etree.ParserError, ValueError, KeyError, TypeError):
        raise RecordError("this is no dossier, or its manifest is damaged") from None
    if version > FORMAT:
        raise RecordError("this dossier was made by a newer program; install a newer onrecord")
    found = list(_of_reports(reports, known))
    for source in page.xpath("//article[@class='source']"):
        found += _of_source(source, reports)
    texts = {id_: str(report.get("text", "")) for id_, report in reports.items()}
    told = []
    for link in page.xpath("//blockquote/a[@data-report]"):
        id_ = str(link.get("data-report"))
        span = (id_, int(link.get("data-start")), int(link.get("data-end")))
        told.append(span)
        words = texts.get(id_, "")[span[1] : span[2]]
        if span not in listed or not words or shown(words) != shown(link.text_content()):
            found.append(Finding(f"{id_} [{span[1]}, {span[2]})", "the quotation is not there so"))
    if set(told) != listed:
        found.append(Finding("quotations", "some that were there have been left out"))
    if _seal(page) != manifest.get("seal"):
        found.append(Finding("entries", "what they say was changed after they were made"))
    return found


def _of_reports(
    reports: dict[str, dict[str, Any]], known: Callable[[str], str | None] | None
) -> list[Finding]:
    found = []
    for id_, report in sorted(reports.items()):
        text = str(report.get("text", ""))
        own = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        if own != report.get("sha256"):
            found.append(Finding(id_, "the text is not the one that its hash was made of"))
        elif known is not None:
            sha256 = known(id_)
            if sha256 is None:
                found.append(Finding(id_, "the record does not hold this report"))
            elif sha256 != own:
                found.append(Finding(id_, "the record holds another text of this report"))
    return found


def _of_source(source: Any, reports: dict[str, dict[str, Any]]) -> list[Finding]:
    """Whether the text that is shown is the report's."""
    id_ = str(source.get("id", "")).removeprefix("r-")
    (text,) = source.xpath("./div[@class='text']") or [None]
    if id_ not in reports or text is None:
        return [Finding(id_, "a source that the manifest does not know")]
    if shown(text.text_content()) != shown(str(reports[id_]["text"])):
        return [Finding(id_, "the text that is shown is not the report's")]
    return []


def _seal(page: Any) -> str:
    """The hash of all that the entries say, as they stand on the page."""
    entries = [_told(e) for e in page.xpath("//main/article[@class='entry']")]
    told = json.dumps(entries, ensure_ascii=False)
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def _told(entry: Any) -> list[Any]:
    (day,) = entry.xpath("./p[@class='day']")
    (head,) = entry.xpath("./div/*[self::h2 or self::h3]/bdi")
    (what,) = entry.xpath("./div/*[self::h2 or self::h3]/span")
    notes = entry.xpath("./div/p[@class='note']")
    quotes = [
        [a.get("data-report"), int(a.get("data-start")), int(a.get("data-end"))]
        for a in entry.xpath("./div/blockquote/a[@data-report]")
    ]
    said = [shown(part.text_content()) for part in (day, head, what, *notes)]
    beside = [_told(one) for one in entry.xpath("./div/article[@class='entry']")]
    return [*said, quotes, beside]
