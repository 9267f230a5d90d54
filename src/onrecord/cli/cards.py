"""Answers as a ledger: the day on the left, beside it who, what, on whose word, and the quote.

A row is set as soon as it is known, so that the first of many answers shows at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING

from rich.text import Text

from onrecord import words
from onrecord.cli.out import safe
from onrecord.compare.accounts.conditions import labelled
from onrecord.records import Span, Statement
from onrecord.store.rows import EventRow, ReportRef, SearchHit, StatementRow
from onrecord.store.viewrows import Happening, Said

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult

DAY_WIDTH, GAP = 13, 2
QUOTE, SENTENCE, SHORT = 320, 220, 60
"""Characters shown of what was said, and of a sentence around the words that it is shown for;
what is shorter than ``SHORT`` is shown in its sentence."""

STATUS_STYLES = {
    "happened": "default",
    "ongoing": "default",
    "planned": "blue",
    "threatened": "magenta",
    "alleged": "yellow",
    "denied": "red",
    "hypothetical": "blue",
}
DIM, MARK, WHO, WHAT = "dim", "bold underline", "bold", "cyan"


class Ledger:
    """Sets one entry after the other; a day stands once where entries share it."""

    def __init__(self) -> None:
        self._day = ""

    def entry(self, row: EventRow | StatementRow) -> Entry:
        """Day, head, quote, and the report that the quote stands in."""
        return Entry(self._left(row), [head(row), quote_of(row), source_of(row)])

    def _left(self, row: EventRow | StatementRow) -> str:
        day = day_words(row)
        left = "" if day == self._day else day
        self._day = day
        return left


def condition_of(statement: Statement) -> Iterator[Text]:
    """If what, or unless what, then what."""
    first = labelled(statement)
    then = ("then", statement.consequence) if statement.consequence else None
    wide = 7 if first and first[0] == "unless" else 5
    for label, span in filter(None, (first, then)):
        yield Text.assemble((f"{label:<{wide}}", WHAT), passage(span, ()))


def without_echoes(rows: Iterable[Happening | Said]) -> Iterator[Happening | Said]:
    """The rows but for events that are a statement's own saying ("accused", "demanded").

    Such an event and its statement are the same words on the same day; a timeline shows them once.
    """

    def day(one: Happening | Said) -> str | None:
        return one.day if isinstance(one, Happening) else one.row.day

    for _, group in groupby(rows, key=day):
        beside = list(group)
        cues = {
            (row.report.id, row.statement.cue)
            for one in beside
            if isinstance(one, Said)
            for row in one.tellings
        }
        for one in beside:
            if not (isinstance(one, Happening) and _echoes(one.lead, cues)):
                yield one


def _echoes(row: EventRow, cues: set[tuple[str, Span | None]]) -> bool:
    trigger = row.event.trigger
    return any(
        report == row.report.id and cue and cue.start < trigger.end and trigger.start < cue.end
        for report, cue in cues
    )


def day_words(row: EventRow | StatementRow) -> str:
    """When it happened or was said, as far as the record knows."""
    value = row.statement.said if isinstance(row, StatementRow) else row.event.when
    return words.day_of(row.day, row.basis, value)


class Entry:
    """A row of the ledger: what stands on the left in its own column, the body beside it.

    The body's first line is its head; the others are set in.
    """

    def __init__(self, left: str, body: Iterable[Text]) -> None:
        self._left = safe(left, style=WHAT)
        self._body = [text for text in body if text.plain]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = max(options.max_width - DAY_WIDTH - GAP, 20)
        left = self._left.wrap(console, DAY_WIDTH)
        right = self._body[0].wrap(console, width)
        for text in self._body[1:]:
            for line in text.wrap(console, width - GAP):
                line.pad_left(GAP)
                right.append(line)
        for day, line in zip_longest(left, right, fillvalue=Text()):
            day.rstrip()
            day.pad_right(DAY_WIDTH + GAP - len(day))
            line.rstrip()
            yield Text.assemble(day, line)


def head(row: EventRow | StatementRow) -> Text:
    """Who → whom, what, and what standing it has."""
    parts = [safe(words.parties_of(row), WHO), safe(words.what_of(row), WHAT)]
    if isinstance(row, StatementRow):
        parts.append(safe(words.manner_of(row.statement)))
    else:
        parts.append(safe(words.status_of(row), STATUS_STYLES[row.event.status]))
        where = row.event.where or (row.place.name if row.place else None)
        more = [f"at {where}"] if where else []
        more += [words.counts_of(row.event.counts)] if row.event.counts else []
        parts += [safe(", ".join(more))] if more else []
    return Text("  ").join(parts)


def quote_of(row: EventRow | StatementRow) -> Text:
    """The evidence: what was said, or the sentence of an event with its words marked."""
    if isinstance(row, EventRow):
        event = row.event
        marks = (event.trigger, *event.actor_spans, *event.recipient_spans)
        return passage(row.sentence, marks, middle=event.trigger)
    statement = row.statement
    spoken = sum(span.end - span.start for span in statement.content)
    if (statement.quote != "direct" and spoken < SHORT) or not spoken:
        # "denied it": little is said, and the sentence tells more than the content.
        marks = statement.content or ((statement.cue,) if statement.cue else ())
        return passage(row.sentence, marks, middle=statement.cue)
    text = Text(" … ").join(passage(span, ()) for span in statement.content)
    if len(text.plain) > QUOTE:
        text.truncate(QUOTE, overflow="ellipsis")
    return text


def passage(whole: Span, marks: Iterable[Span], *, middle: Span | None = None) -> Text:
    """The words of ``whole``, those of ``marks`` set off, cut to what fits around ``middle``."""
    text = safe(whole.text)
    for mark in marks:
        if whole.start <= mark.start and mark.end <= whole.end:
            text.stylize(MARK, mark.start - whole.start, mark.end - whole.start)
    most = SENTENCE if middle else QUOTE
    if len(text) > most:
        centre = (middle.start - whole.start) if middle else 0
        text = _cut(text, max(0, min(centre - most // 2, len(text) - most)), most)
    return _on_one_line(text)


def _cut(text: Text, start: int, most: int) -> Text:
    """``most`` characters from ``start``, widened to whole words, with marks of omission."""
    stop = start + most
    while start > 0 and not text.plain[start - 1].isspace():
        start -= 1
    while stop < len(text) and not text.plain[stop].isspace():
        stop += 1
    piece = text[start:stop]
    return Text.assemble("… " if start else "", piece, " …" if stop < len(text) else "")


def _on_one_line(text: Text) -> Text:
    """Line breaks and runs of blanks as one blank; the marks stay where they were."""
    pieces = text.split("\n", allow_blank=True)
    return Text(" ").join(piece for piece in pieces if piece.plain.strip())


def source_of(row: EventRow | StatementRow) -> Text:
    """The report that the words stand in, and the id that ``show`` takes."""
    item = row.statement.id if isinstance(row, StatementRow) else row.event.id
    return source_line(row.report, item)


def source_line(report: ReportRef, item_id: str) -> Text:
    """A report, and the id of it or of an item in it."""
    return safe(f"{words.reference(report)} · {words.short_id(item_id)}", style=DIM)


def hit_card(hit: SearchHit) -> Entry:
    """A sentence found by its words, which are marked."""
    middle = hit.marks[0] if hit.marks else None
    body = [passage(hit.sentence, hit.marks, middle=middle), source_line(hit.report, hit.report.id)]
    day = hit.report.published
    return Entry(day[:10] if day else "undated", body)
