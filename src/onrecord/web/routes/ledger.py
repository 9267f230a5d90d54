"""Warnings, disputes, silence and copies: the views that look across many reports."""

from __future__ import annotations

from typing import get_args

from fastapi import APIRouter, Request
from starlette.responses import Response

from onrecord.errors import QueryError
from onrecord.records import Slot
from onrecord.store import EventFilter, StatementFilter, WarningFilter
from onrecord.store.viewrows import Outcome
from onrecord.web.asked import filter_of, paging_of
from onrecord.web.render import page
from onrecord.web.routes.common import enough, looked_up, part_of, room_of

router = APIRouter()

FEW = 20
"""Rows of a page, where nothing is said of it: each brings what came of it along."""


@router.get("/warnings")
def warnings(request: Request) -> Response:
    """Warnings and threats: by whom, to whom, if what, then what, and what came of it."""
    query = request.query_params
    asked, paging = filter_of(WarningFilter, query), paging_of(query, size=FEW)
    outcome = _one_of(query.get("outcome"), get_args(Outcome), "outcome")
    with room_of(request).open() as store:
        if outcome is None:
            asked = enough(asked, paging)
        rows = (row for row in store.ledger(asked) if outcome in (None, row.outcome))
        found = part_of(rows, paging)
    return page(
        request, "warnings.html", title="Warnings", found=found, paging=paging,
        outcomes=get_args(Outcome), items=[row.row.statement.id for row in found.rows],
    )  # fmt: skip


@router.get("/disputes")
def disputes(request: Request) -> Response:
    """What is denied, contradicted or undercut, the latest first."""
    query = request.query_params
    asked, paging = filter_of(EventFilter, query), paging_of(query, size=FEW)
    slot = _one_of(query.get("slot"), get_args(Slot), "slot")
    with room_of(request).open() as store:
        if slot is None:
            asked = enough(asked, paging)
        rows = (row for row in store.disputes(asked) if slot is None or slot in row.slots)
        found = part_of(rows, paging)
    return page(
        request, "disputes.html", title="Disputes", found=found, paging=paging,
        slots=get_args(Slot), items=[row.id for row in found.rows],
    )  # fmt: skip


@router.get("/silence")
def silence(request: Request) -> Response:
    """Who declined to speak or said not to know, and who spoke after all."""
    query = request.query_params
    asked, paging = filter_of(StatementFilter, query), paging_of(query, size=FEW)
    room = room_of(request)
    with room.open() as store:
        found = room.remembered(
            ("silence", asked, paging),
            lambda: part_of(store.silences(enough(asked, paging)), paging),
        )
    return page(
        request, "silence.html", title="Silence", found=found, paging=paging,
        items=[row.row.statement.id for row in found.rows],
    )  # fmt: skip


@router.get("/copies")
def copies(request: Request) -> Response:
    """Reports that copy others, with the words that they changed."""
    query = request.query_params
    paging, of = paging_of(query), query.get("report", "").strip() or None
    with room_of(request).open() as store:
        if of is not None:
            of = looked_up(store.get, of).report.id
        found = part_of(store.copies(of), paging)
    return page(request, "copies.html", title="Copies", found=found, paging=paging)


def _one_of(given: str | None, allowed: tuple[str, ...], field: str) -> str | None:
    """A value of the query that no filter has; QueryError where it is none of those allowed."""
    if not given:
        return None
    if given not in allowed:
        raise QueryError(f"{field} is {given!r}; it may be {', '.join(allowed)}")
    return given
