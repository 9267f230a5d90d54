"""The dateline that opens a report: where, when and by which agency it was filed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from onrecord.read.dates import DATE_RE, MONTH, WEEKDAY, DateReading, read_match
from onrecord.records import Span

# Bounded, so that a text of one endless word costs no more than another.
_CAPS = r"[A-ZÀ-Þ][A-ZÀ-Þ'’.]{1,30}"
_CAPS_PLACE = rf"{_CAPS}(?:[ /-](?:AL-|al-|EL-|DE |LA )?{_CAPS}){{0,4}}"
_NAME = r"(?:(?:St|Ste|Mt|Ft)\. ?)?[A-ZÀ-Þ][\w'’]{1,30}"
_NAME_PLACE = rf"{_NAME}(?:[ /-](?:al-|el-|de |la |ez-|es-|and |au-|sur-)?{_NAME}){{0,3}}"
_REGION = rf",\s+(?:(?:[A-Z]\.){{2,}}|{_NAME}\.?(?:\s+{_NAME}\.?){{0,3}})"
_YEARLESS = rf"(?:{WEEKDAY}\b[.,]?\s*)?(?:{MONTH}\b\.?\s+\d{{1,2}}|\d{{1,2}}\s+{MONTH}\b\.?)(?!\d)"
_DATE = rf"(?:{_YEARLESS}(?:,?\s*(?:19|20)\d\d)?|{WEEKDAY}\b)"
_PARENS = r"\((?P<{0}>(?:dpa|[A-Z])[^()\n]{{0,40}}?)\)"
_DASH = r"(?:\s*[–—]+|\s*_+(?=\s)|\s*--+|\s+-|-(?=\s)|\s*:(?=\s))"
_SENTENCE = r"\s*(?=[\"'“‘«(\[]?(?:[A-ZÀ-Þ\d]|al-))"

AGENCIES = (
    "AAP", "AFP", "ANSA", "AP", "APA", "Agence France-Presse", "Agencies", "Anadolu Agency",
    "Associated Press", "Bloomberg", "DPA", "dpa", "EFE", "IANS", "IRNA", "Interfax", "KUNA",
    "Kyodo", "MENA", "News Agencies", "PA", "PTI", "RIA Novosti", "Reuters", "REUTERS", "SANA",
    "SPA", "Sputnik", "TASS", "The Associated Press", "UNI", "UPI", "WAM", "Xinhua", "Yonhap",
)  # fmt: skip
"""News agencies, as credits write them. A word here is a credit only where a credit stands."""

# A full dateline ends in a dash; TASS puts its name between slashes instead.
_WHEN_AND_WHO = (
    rf"(?:[,.]?\s*\(?(?P<date>(?i:{_DATE}))\)?)?[,.]?"
    rf"(?:\s*(?:{_PARENS.format('a1')}|/(?P<a2>[A-Z][\w .-]{{1,30}})/\.?"
    rf"|[,.]?\s*(?P<a3>[A-Z]{{2,6}})(?=\s*[–—-])))?"
)
_SEPARATOR = rf"(?P<dash>{_DASH}|(?<=/\.)|(?<=/))"
_FORMS = tuple(
    (re.compile(rf"(?P<place>{place})(?P<region>{_REGION})?{_WHEN_AND_WHO}{dash}{_SENTENCE}"), caps)
    for place, caps, dash in (
        (rf"{_CAPS_PLACE}|[A-Z]{{2,30}}", True, _SEPARATOR),
        (_NAME_PLACE, False, _SEPARATOR),
        (_CAPS_PLACE, True, r"(?P<dash>(?=\s))"),  # the dash is lost
    )
)
_AGENCY = "|".join(re.escape(name) for name in sorted(AGENCIES, key=len, reverse=True))
_PLACE_AGENCY = re.compile(
    rf"(?P<place>{_NAME}(?:[ -](?:al-|ez-)?{_NAME}){{0,2}}?|{_CAPS_PLACE}),?"
    rf"\s+(?P<a1>{_AGENCY})\s*[–—-]+{_SENTENCE}"
)
# On a line of its own, "Brussels, 28 February 2031", or closed by a full stop.
_OWN_LINE = re.compile(
    rf"(?P<place>{_NAME_PLACE}|{_CAPS_PLACE})(?P<region>{_REGION})?,\s+"
    rf"(?P<date>(?i:{_YEARLESS},?\s+(?:19|20)\d\d))"
    r"(?:\.?[ \t]*(?=\r?\n)|\.(?=\s+[\"“‘]?[A-ZÀ-Þ]))"
)
_BARE_AGENCY = re.compile(rf"{_PARENS.format('a1')}\s*[–—-]+{_SENTENCE}")
# Words that head a report in capitals and are no place.
_LABELS = frozenset(
    """ANALYSIS BREAKING CORRECTED CORRECTION COMMENT EDITORIAL EXCLUSIVE EXPLAINED EXPLAINER
    FACTBOX FEATURE FLASH INSIGHT INTERVIEW LATEST LIVE NEWS NOTE OPINION PHOTOS PICTURES PROFILE
    QUOTE REFILE REPORT REVIEW SPECIAL SUMMARY TIMELINE TOP UPDATE UPDATED URGENT VIDEO VIEW WATCH
    WRAPUP ALERT""".split()
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """``span`` is the whole, its dash included. ``place`` is the city as written, ``region`` the
    state or country after it, ``date`` the date as written, ``agency`` who filed it. ``reading``
    is the date's where it is written in full; a day without its year settles nothing."""

    span: Span
    place: Span | None
    region: Span | None = None
    date: Span | None = None
    agency: Span | None = None
    reading: DateReading | None = None


def find_dateline(text: str, at: int, is_place: Callable[[str], bool] | None) -> Dateline | None:
    """The dateline that begins at ``at``, or None where none clearly does."""
    match = _BARE_AGENCY.match(text, at) or _PLACE_AGENCY.match(text, at)
    match = match or _OWN_LINE.match(text, at)
    if match:
        return _built(text, at, match)
    for form, capitals in _FORMS:
        match = form.match(text, at)
        if match and _is_clear(text, match, capitals, is_place):
            return _built(text, at, match)
    return None


def _is_clear(
    text: str, match: re.Match[str], capitals: bool, is_place: Callable[[str], bool] | None
) -> bool:
    """Whether the form alone, or the form and the gazetteer, make it a dateline."""
    if match["place"].split()[0].rstrip(".") in _LABELS:
        return False
    rest = re.compile(r"[^\r\n]*").match(text, match.end())
    if rest is None or len(rest[0]) < 20 or re.match(r"\W*[A-Z]{2,} [A-Z]{2,}", rest[0]):
        return False  # a headline in capitals, or a slug on its own line
    agency = match["a1"] or match["a2"] or match["a3"]
    known = is_place is not None and is_place(match["place"])
    if not match["dash"] and not match["a2"]:
        # The separator is lost: a known agency, or a place that the gazetteer knows, must say so;
        # there is a town of nearly every acronym ("NATO").
        known = known and not match["region"] and len(match["place"]) > 4
        return agency in AGENCIES if agency else known
    if ":" in match["dash"]:
        return known or bool(agency and match["date"])
    if agency or match["date"] or (match["region"] or "").lstrip(", ") in AGENCIES:
        return True
    # In capitals alone it may be an institution's acronym, as those of up to four letters are.
    return known or (capitals and len(match["place"]) > 4)


def _built(text: str, at: int, match: re.Match[str]) -> Dateline:
    groups = match.groupdict()

    def span(name: str) -> Span | None:
        if not groups.get(name):
            return None
        start, end = match.span(name)
        lead = len(match[name]) - len(match[name].lstrip(", "))
        return Span.of(text, start + lead, end)

    region, agency = span("region"), span("a1") or span("a2") or span("a3")
    if agency is None and region is not None and region.text in AGENCIES:
        region, agency = None, region  # "Damascus, SANA-"
    date = span("date")
    full = DATE_RE.fullmatch(date.text) if date else None
    return Dateline(
        Span.of(text, at, at + len(match[0].rstrip())),
        span("place"), region, date, agency,
        read_match(full) if full else None,
    )  # fmt: skip
