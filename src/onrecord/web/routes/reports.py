"""The reports: their list, and each with its items marked in its text."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from onrecord.records import Place, Report, ReportRecord, Statement, Time
from onrecord.store import EventFilter, ReportFilter, StatementFilter
from onrecord.store.rows import EventRow, StatementRow
from onrecord.web import links
from onrecord.web.asked import filter_of, paging_of
from onrecord.web.evidence import passage_of
from onrecord.web.forms import controls
from onrecord.web.marking import Block, blocks, item_of, record_marks
from onrecord.web.render import page
from onrecord.web.routes.common import looked_up, room_of

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Note:
    """What stands in the margin beside an item's words: who says what, in which act.

    ``depth`` counts the statements that report this one; ``elsewhere`` its links to other reports.
    """

    item: str
    row: EventRow | StatementRow
    depth: int
    elsewhere: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph with the notes of the items that begin in it."""

    block: Block
    notes: tuple[Note, ...]


@router.get("/reports")
def reports(request: Request) -> Response:
    """The reports, with what narrows them."""
    room = room_of(request)
    asked = filter_of(ReportFilter, request.query_params)
    paging = paging_of(request.query_params)
    with room.open() as store:
        found = store.reports_page(asked, paging)
        facets = room.remembered(asked, lambda: store.facets(asked))
    return page(
        request, "reports.html", title="Reports", found=found, paging=paging, facets=facets,
        asked=asked,
    )  # fmt: skip


@router.get("/reports/{report_id}")
def report(request: Request, report_id: str) -> Response:
    """A report's text as published, its items marked and told in the margin."""
    with room_of(request).open() as store:
        found = looked_up(store.get, report_id)
        if not isinstance(found.item, Report):
            return RedirectResponse(links.item(found.item.id), 303)
        whole = found.report
        record = store.record(whole.id)
        said = list(store.statements(StatementFilter(report=whole.id, versions="all")))
        done = list(store.events(EventFilter(report=whole.id, versions="all")))
        elsewhere = store.elsewhere(whole.id)
    notes = _notes(record, said, done, elsewhere)
    return page(
        request, "report.html", title=whole.title or "A report", report=whole, record=record,
        passages=_passages(record, notes), corrections=found.corrections, read=found.read,
        links_between=found.links, controls=controls(whole),
    )  # fmt: skip


@router.get("/places/{item_id}")
@router.get("/times/{item_id}")
def mention(request: Request, item_id: str) -> Response:
    """A place or a time as a report names it, and what the record takes it for."""
    with room_of(request).open() as store:
        found = looked_up(store.get, item_id)
    item = found.item
    if not isinstance(item, (Place, Time)):
        return RedirectResponse(links.item(item.id), 303)
    return page(
        request, "mention.html", title=item.span.text, found=found, item=item,
        kind="place" if isinstance(item, Place) else "time",
        passage=passage_of(found), controls=controls(item),
    )  # fmt: skip


def _notes(
    record: ReportRecord,
    said: list[StatementRow],
    done: list[EventRow],
    elsewhere: dict[str, int],
) -> list[Note]:
    """The items in the order of the text; a statement stands before what is within it."""
    depths = _depths(record.statements)
    placed: list[tuple[int, int, Note]] = []
    for row in said:
        s = row.statement
        spans = [s.source.span] if s.source else []
        spans += [span for span in (s.cue, *s.content) if span is not None]
        depth = depths[s.id]
        note = Note(item_of(s.id), row, depth, elsewhere.get(s.id, 0))
        placed.append((min(span.start for span in spans), depth, note))
    for event in done:
        e = event.event
        depth = depths.get(e.on_word_of, -1) + 1
        note = Note(item_of(e.id), event, depth, elsewhere.get(e.id, 0))
        placed.append((e.trigger.start, 99, note))
    placed.sort(key=lambda entry: entry[:2])
    return [note for _, _, note in placed]


def _depths(statements: tuple[Statement, ...]) -> dict[str, int]:
    """How many statements each is within. A ring, which nothing should make, counts as none."""
    within = {s.id: s.within for s in statements}
    depths = {}
    for item in within:
        seen: set[str] = set()
        above = within[item]
        while above is not None and above not in seen and above in within:
            seen.add(above)
            above = within[above]
        depths[item] = len(seen)
    return depths


def _passages(record: ReportRecord, notes: list[Note]) -> list[Passage]:
    shown = blocks(record.report.text, record_marks(record))
    where = {item: n for n, block in enumerate(shown) for p in block.pieces for item in p.first}
    beside: dict[int, list[Note]] = {}
    for note in notes:
        beside.setdefault(where.get(note.item, 0), []).append(note)
    return [Passage(block, tuple(beside.get(n, ()))) for n, block in enumerate(shown)]
