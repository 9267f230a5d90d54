"""Corrections: the forms on the items, what was decided, and undoing it."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from onrecord import pipeline
from onrecord.errors import OnRecordError, RecordError
from onrecord.web import links
from onrecord.web.asked import paging_of
from onrecord.web.render import page
from onrecord.web.routes.common import part_of, room_of
from onrecord.web.routes.sent import Fields, back_to, by_of, fields_of

router = APIRouter()


@router.get("/decisions")
def decisions(request: Request) -> Response:
    """What persons decided, the latest first, undone or not."""
    paging = paging_of(request.query_params)
    with room_of(request).open() as store:
        found = part_of(reversed(list(store.corrections())), paging)
    return page(request, "decisions.html", title="Decisions", found=found, paging=paging)


@router.post("/corrections")
async def correct(request: Request) -> Response:
    """Keeps what a form changes of an item: each field that is not as it was, or its retraction."""
    fields = await fields_of(request)
    return await run_in_threadpool(_correct, request, fields)


@router.post("/corrections/{number}/undo")
async def undo(request: Request, number: int) -> Response:
    """Keeps the decision that an earlier one no longer holds."""
    fields = await fields_of(request)
    return await run_in_threadpool(_undo, request, number, fields)


def _correct(request: Request, fields: Fields) -> Response:
    item = fields.get("item", "")
    changes = _changes(fields)
    if not changes:
        raise RecordError("nothing was changed: the fields are as they were")
    by, reason = by_of(request, fields), fields.get("reason", "")
    done: list[str] = []
    with room_of(request).open(write=True) as store:
        for field, value in changes:
            try:
                pipeline.correct(store, item, field, value, reason=reason, by=by)
            except OnRecordError as error:
                kept = f" Kept before it: {', '.join(done)}." if done else ""
                raise RecordError(f"{error}{kept}") from error
            done.append(field)
        gone = any(field == "retracted" for field, _ in changes)
    return RedirectResponse("/decisions" if gone else back_to(fields, links.item(item)), 303)


def _changes(fields: Fields) -> list[tuple[str, object]]:
    """The fields that were changed with their new values, null for emptied ones."""
    if fields.get("retract"):
        return [("retracted", True)]
    for same in ("same_as", "not_same_as"):
        if fields.get(same, "").strip():
            return [(same, fields[same].strip())]
    return [
        (name.removeprefix("set."), value.strip() or None)
        for name, value in fields.items()
        if name.startswith("set.")
        and value.strip() != fields.get(f"was.{name.removeprefix('set.')}", "").strip()
    ]


def _undo(request: Request, number: int, fields: Fields) -> Response:
    reason = fields.get("reason", "").strip() or "undone in the reading room"
    with room_of(request).open(write=True) as store:
        pipeline.undo(store, number, reason=reason, by=by_of(request, fields))
    return RedirectResponse(back_to(fields, "/decisions"), 303)
