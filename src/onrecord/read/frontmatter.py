"""What stands before a report's first sentence: date line, headline, byline, credit, dateline.

``front`` marks these for what they are, so that a dateline's city is not read as a place of the
story and a run-in headline not as its first sentence. Only what is clear is marked: a headline
that runs into the text is known only by the title that came with the report, and a dateline by
its form ("MOSCOW, April 7 (Reuters) -").
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from onrecord.read.dateline import AGENCIES, Dateline, find_dateline
from onrecord.read.dates import CLOCK, DATE_RE, DateReading, read_match
from onrecord.records import Span

IsPlace = Callable[[str], bool]

_LABEL = re.compile(
    r"(?:(?:date of publication|publication date|publish(?:ed)? date|date published|first published"
    r"|last (?:updated|modified)|published|posted|updated|released|issued|dated|date)\b)"
    rf"(?:\s+(?:on|at)\b)?\s*[:|\-–—]?\s*(?:(?:at\s+)?{CLOCK}\s*[,|\-–—]?\s+(?:on\s+)?)?",
    re.IGNORECASE,
)
# Words of a date line that say no more than that the page was changed or how to share it.
_UPDATED = re.compile(
    r"\s*[(\[|,–—-]?\s*(?:last\s+)?updated:?\s+[\d:.,/ \-]*\d[)\]]?(?:\s*Get short URL)?"
    r"|\s*Get short URL",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    r"(?:by|By|BY)\s+[A-Z][\w.'’-]{1,30}(?:\s+(?:al-|de |van |von )?[A-Z][\w.'’-]{1,30}){0,4}"
    r"(?:(?:,\s+|\s+and\s+)[A-Z][\w.'’-]{1,30}(?:\s+[A-Z][\w.'’-]{1,30}){0,3}){0,3}"
    r"(?:\s+in\s+[A-Z][\w.'’-]{1,30}(?:\s+[A-Z][\w.'’-]{1,30}){0,2})?"
    r"(?:,\s+(?:[\w’'-]+\s+){0,4}(?:correspondents?|editor|reporters?|writers?|bureau chief"
    r"|columnist|analyst|contributor|staff)(?:\s+in\s+[A-Z][\w.'’-]{1,30}(?:\s+[A-Z][\w.'’-]{1,30})?)?)?"
    r"(?=\s*(?:\n|$))"
)
_AGENCY = r"(?:" + "|".join(re.escape(a) for a in sorted(AGENCIES, key=len, reverse=True)) + r")"
_CREDIT = re.compile(rf"[(\[]?{_AGENCY}(?:\s*(?:/|,|and|&)\s*{_AGENCY})*[)\]]?(?!\w)")
_END_CREDIT = re.compile(rf"(?:[-–—]+\s*|[(\[/]\s*)({_AGENCY}(?:\s*/\s*{_AGENCY})*)[)\]/.]*\s*$")
_SITE = re.compile(r"\s+[|–—-]\s+[^|–—]{2,40}$")
_CLOSING = re.compile(r"[\"'”’»)\]?!]*")
_MAX_HEADLINE = 200
_MAX_BYLINE = 120
_AHEAD = 8
"""Lines behind a headline that may be points in brief, credits and bylines before the text."""
_ENDS_QUOTED = re.compile(r"\s[“\"][^.,;:“”\"]+[”\"]$")
"""A headline's last word may be quoted: "calls claim “absurd”"."""


@dataclass(frozen=True, slots=True)
class DateLine:
    """A date that leads a report. ``span`` is the whole line with its label ("Posted on …") and
    time, ``date`` the date alone; ``reading`` is empty where the words settle no date."""

    span: Span
    date: Span
    reading: DateReading

    @property
    def value(self) -> str | None:
        """The ISO date, or null."""
        return self.reading.value


@dataclass(frozen=True, slots=True)
class Front:
    """The spans before the first sentence, each null where there is none.

    ``body`` is the offset of the first sentence. ``credits`` are agency names that stand alone
    before it or at the very end.
    """

    body: int
    date: DateLine | None = None
    headline: Span | None = None
    byline: Span | None = None
    credits: tuple[Span, ...] = ()
    dateline: Dateline | None = None

    @property
    def published(self) -> DateReading | None:
        """The date that the report gives itself: its date line's, or its dateline's if full."""
        if self.date is not None:
            return self.date.reading
        if self.dateline is not None and self.dateline.reading is not None:
            return self.dateline.reading
        return None

    def covers(self, start: int, end: int) -> bool:
        """Whether ``[start, end)`` touches the front matter or an end credit."""
        return start < self.body or any(start < c.end and c.start < end for c in self.credits)


_NOTE = re.compile(r"\([^()\n]+(?:\([^()\n]*\)[^()\n]*)*\)[ \t]*(?:\r?\n[ \t]*){2,}")
"""A paragraph in brackets, in which an editor says what is new: "(Corrects the date in …)". It is
part of what is told, and the dateline stands behind it."""


def front(text: str, *, title: str | None = None, is_place: IsPlace | None = None) -> Front:
    """The front matter of ``text``.

    ``title`` is the report's, if known: it tells a headline that runs into the text.
    ``is_place`` says whether a name is a place; with it, datelines that have lost their dash or
    capitals ("BEIRUT At least 70 …", "Beirut- Warplanes …") are told from other words.
    """
    at = _skip(text, 0)
    date: DateLine | None = None
    headline: Span | None = None
    byline: Span | None = None
    credits: list[Span] = []
    for _ in range(8):  # more parts than a front has
        if date is None and (date := _date_line(text, at)):
            at = _skip(text, date.span.end)
        elif headline is None and (headline := _told_headline(text, at, title)):
            at = _skip_stop(text, headline.end)
        elif byline is None and (byline := _byline(text, at, title)):
            at = _skip(text, byline.end)
        elif not credits and (credit := _credit(text, at)):
            credits.append(credit)
            at = _skip(text, credit.end)
        elif headline is None and (headline := _own_line(text, at, is_place)):
            at = _skip(text, headline.end)
        else:
            break
    dateline = find_dateline(text, at, is_place)
    if dateline is not None:
        at = _skip(text, dateline.span.end)
    elif (note := _NOTE.match(text, at)) is not None:
        dateline = find_dateline(text, note.end(), is_place)
    end = _END_CREDIT.search(text, max(at, len(text) - 80))
    if end:
        credits.append(Span.of(text, end.start(1), end.end(1)))
    return Front(min(at, len(text)), date, headline, byline, tuple(credits), dateline)


def _skip(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _skip_stop(text: str, at: int) -> int:
    """Past the full stop or dash that may follow a headline, to the next word."""
    match = re.compile(r"\s*[.|:–—-]?\s+").match(text, at)
    return match.end() if match else _skip(text, at)


def _date_line(text: str, at: int) -> DateLine | None:
    label = _LABEL.match(text, at)
    match = DATE_RE.match(text, label.end()) if label else None
    if match is None:
        label, match = None, DATE_RE.match(text, at)
    if match is None:
        return None
    end = match.end()
    while tail := _UPDATED.match(text, end):
        end = tail.end()
    if label is None and end == match.end() and not _stands_alone(text, end):
        return None
    end = at + len(text[at:end].rstrip())
    return DateLine(
        Span.of(text, at, end), Span.of(text, match.start(), match.end("end")), read_match(match)
    )


def _stands_alone(text: str, end: int) -> bool:
    """Whether a date that no label leads is apart from a sentence: "April 7, 2017 was …" is not."""
    rest = text[end : end + 60]
    if not rest.strip() or re.match(r"\s*[.|–—-]?\s*\n", rest):
        return True
    return bool(
        re.match(r"(?:\s+|\s*[.|–—-]\s+)[\"'“‘«(\[]?(?:[A-Z\d]|al-)", rest)
        or re.match(r"\s*,?\s+by\s+[A-Z]", rest)
    )


def _told_headline(text: str, at: int, title: str | None) -> Span | None:
    """The span at ``at`` that is the title, whatever its case, spacing and punctuation; a site's
    name after a bar or a dash in the title may be missing from the text."""
    for form in (title or "", _SITE.sub("", title or "")):
        words = re.findall(r"\w+", form)
        if len(words) < 2:
            continue
        opening = r"(?:(?:UPDATED?|BREAKING|EXCLUSIVE)\s*[:|–—-]?\s+)?[\"'“‘«(\[]?"
        pattern = re.compile(opening + r"[\W_]+".join(map(re.escape, words)), re.IGNORECASE)
        match = pattern.match(text, at)
        if match and not text[match.end() : match.end() + 1].isalnum():
            closing = _CLOSING.match(text, match.end())
            return Span.of(text, at, closing.end() if closing else match.end())
    return None


def _own_line(text: str, at: int, is_place: IsPlace | None) -> Span | None:
    """A first line that is clearly a headline: short, no full stop, apart from what follows."""
    line = re.compile(r"[^\r\n]*").match(text, at)
    if line is None:
        return None
    words = line[0].rstrip()
    rest = text[line.end() :]
    gap = re.match(r"\s*", rest)
    blank = gap is not None and len(re.findall(r"\r\n|\r|\n", gap[0])) > 1
    blank = blank or (gap is not None and _BYLINE.match(rest, gap.end()) is not None)
    following = re.split(r"\s*[\r\n]\s*", rest.strip(), maxsplit=_AHEAD)[:_AHEAD]
    longest = max(map(len, following if blank else following[:1]))
    if not 2 <= len(words.split()) or len(words) > _MAX_HEADLINE:
        return None
    if (words[-1] in '.,;:”"' and not _ENDS_QUOTED.search(words)) or not re.match(
        r"[\"“‘'A-Z\d]", words
    ):
        return None
    if find_dateline(text, at, is_place) or longest <= len(words):
        return None
    # Without a blank line between, only a paragraph too long to be a wrapped line's next.
    return Span.of(text, at, at + len(words)) if blank or longest > 150 else None


def _byline(text: str, at: int, title: str | None) -> Span | None:
    """A byline on its own line, or one that runs into the headline that the title tells."""
    match = _BYLINE.match(text, at)
    if match:
        return Span.of(text, at, match.end())
    if title and re.compile(r"by\s+[A-Z]", re.IGNORECASE).match(text, at):
        for word in re.compile(r"(?<=\s)\S").finditer(text, at, at + _MAX_BYLINE):
            if _told_headline(text, word.start(), title):
                return Span.of(text, at, at + len(text[at : word.start()].rstrip()))
    return None


def _credit(text: str, at: int) -> Span | None:
    """An agency's name that stands on its own line or before the date line."""
    match = _CREDIT.match(text, at)
    if match is None:
        return None
    after = text[match.end() : match.end() + 80]
    alone = not after.strip() or re.match(r"[ \t]*[\r\n]", after)
    return (
        Span.of(text, at, match.end())
        if alone or _date_line(text, _skip(text, match.end()))
        else None
    )
