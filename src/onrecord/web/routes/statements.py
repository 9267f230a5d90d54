"""Who said what: the list of statements, and each statement."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from onrecord.records import Statement
from onrecord.store import StatementFilter
from onrecord.store.rows import StatementRow
from onrecord.web import links
from onrecord.web.asked import filter_of, paging_of
from onrecord.web.evidence import passage_of
from onrecord.web.forms import controls
from onrecord.web.render import page
from onrecord.web.routes.common import looked_up, room_of

router = APIRouter()


@router.get("/statements")
def statements(request: Request) -> Response:
    """The statements, with what narrows them."""
    room = room_of(request)
    asked = filter_of(StatementFilter, request.query_params)
    paging = paging_of(request.query_params)
    with room.open() as store:
        found = store.statements_page(asked, paging)
        facets = room.remembered(asked, lambda: store.facets(asked))
    return page(
        request, "statements.html", title="Statements", found=found, paging=paging, facets=facets,
        asked=asked,
    )  # fmt: skip


@router.get("/statements/{item_id}")
def statement(request: Request, item_id: str) -> Response:
    """A statement: its words in their report, and its links to others."""
    with room_of(request).open() as store:
        found = looked_up(store.get, item_id)
        item, row = found.item, found.row
        if not isinstance(item, Statement) or not isinstance(row, StatementRow):
            return RedirectResponse(links.item(found.item.id), 303)
        joined = store.joined(item.id)
        actors = store.record(found.report.id).actors
        above = store.get(item.within).row if item.within else None
    return page(
        request, "statement.html", title=f"{row.speaker.name if row.speaker else 'Nobody named'}",
        found=found, row=row, joined=joined, above=above,
        passage=passage_of(found), controls=controls(item, actors),
    )  # fmt: skip
