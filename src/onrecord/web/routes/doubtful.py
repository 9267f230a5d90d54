"""What the record is least sure of, gone through item by item: right, wrong, another, or later."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from fastapi import APIRouter, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from onrecord import pipeline
from onrecord.errors import RecordError
from onrecord.records import Place
from onrecord.store import Store
from onrecord.store.rows import Correction
from onrecord.web.asked import paging_of
from onrecord.web.doubts import asked
from onrecord.web.render import page
from onrecord.web.routes.common import room_of
from onrecord.web.routes.sent import Fields, back_to, by_of, fields_of

router = APIRouter()

FEW = 8
"""Items of a page: each shows what it rests on in full."""

NAMES = {
    "link": "Links between reports",
    "actor": "Who is who",
    "place": "Places",
    "time": "Unsettled days",
    "speaker": "Whom a pronoun means",
}

_DONE = re.compile(r"(\d{1,9})-(\d{1,9})", re.ASCII)

Change = tuple[str, str, object]
"""An item, a field of it, and the value decided."""


@router.get("/doubtful")
def doubtful(request: Request) -> Response:
    """The doubtful items, the most doubtful first, each with what it rests on."""
    query = request.query_params
    kinds = tuple(kind for kind in query.getlist("kind") if kind)
    paging = paging_of(query, size=FEW)
    with room_of(request).open() as store:
        found = store.doubtful(kinds, paging)
        rows = [asked(store, row) for row in found.page.rows]
        last = _last(list(store.corrections()), query.get("done", ""))
    return page(
        request, "doubtful.html", title="Doubtful", found=found.page, counts=found.counts,
        rows=rows, paging=paging, kinds=kinds, names=NAMES, last=last,
    )  # fmt: skip


def _may_undo(correction: Correction) -> bool:
    return correction.undoes is None and correction.undone_by is None


def _last(made: list[Correction], done: str) -> list[Correction]:
    """The decisions of the answer just given, as the address numbers them ("5-6"), else the last
    one; those that hold."""
    held = [c for c in made if _may_undo(c)]
    if found := _DONE.fullmatch(done):
        return [c for c in held if int(found[1]) <= c.number <= int(found[2])]
    return held[-1:]


@router.post("/doubtful/undo")
async def undo(request: Request) -> Response:
    """Undoes an answer: all the decisions that it came to, the last of them first."""
    fields = await fields_of(request)
    return await run_in_threadpool(_undo, request, fields)


def _undo(request: Request, fields: Fields) -> Response:
    numbers = [int(n) for n in fields.get("numbers", "").split() if n.isascii() and n.isdigit()]
    with room_of(request).open(write=True) as store:
        for number in sorted(numbers, reverse=True):
            pipeline.undo(
                store, number, reason="undone while going through", by=by_of(request, fields)
            )
    return RedirectResponse(back_to(fields, "/doubtful"), 303)


@router.post("/doubtful")
async def decide(request: Request) -> Response:
    """Keeps what a person decided of a doubtful item."""
    fields = await fields_of(request)
    return await run_in_threadpool(_decide, request, fields)


def _decide(request: Request, fields: Fields) -> Response:
    by = by_of(request, fields)
    answer = fields.get("answer", "")
    reason = fields.get("reason", "").strip() or f"gone through: {answer or 'changed'}"
    made: list[int] = []
    with room_of(request).open(write=True) as store:
        for item, field, value in _changes(store, fields, answer):
            if not _stands(store, item, field, value):
                kept = pipeline.correct(store, item, field, value, reason=reason, by=by)
                made.append(kept.number)
    back = urlsplit(back_to(fields, "/doubtful"))
    query = [pair for pair in parse_qsl(back.query) if pair[0] != "done"]
    if made:
        query.append(("done", f"{made[0]}-{made[-1]}"))
    return RedirectResponse(urlunsplit(back._replace(query=urlencode(query))), 303)


def _stands(store: Store, item: str, field: str, value: object) -> bool:
    """Whether it was decided so before: a form may be sent twice."""
    told = [c for c in store.corrections(item) if _may_undo(c)]
    return any(c.field == field and json.loads(c.value) == value for c in told)


def _changes(store: Store, fields: Fields, answer: str) -> Iterator[Change]:
    """The corrections that an answer comes to."""
    items, right = fields.get("items", "").split(), answer == "right"
    if not items:
        raise RecordError("the form names no item")
    kind, other = fields.get("kind", ""), fields.get("other", "")
    link = fields.get("link", "")
    if kind == "actor" or link == "same_event":
        if answer not in ("right", "wrong"):
            raise RecordError(f"the answer is {answer!r}; it may be right or wrong")
        yield items[0], "same_as" if right else "not_same_as", other
    elif kind == "link":
        decided = {"kind": link, "to": other}
        yield items[0], "confirmed" if right else "not_linked", decided
    elif right:
        yield from ((item, "confirmed", True) for item in items)
    elif kind == "place":
        for item in items:
            yield from _place(store, item, answer)
    elif kind == "time" and fields.get("value", "").strip():
        yield items[0], "value", fields["value"].strip()
    elif kind == "speaker" and (answer == "wrong" or fields.get("source")):
        yield items[0], "source", None if answer == "wrong" else fields["source"]
    else:
        raise RecordError("nothing was decided: choose an answer, or give one")


def _place(store: Store, item: str, answer: str) -> Iterator[Change]:
    """Another of the runners-up, or none of them: where it is is then not known."""
    place = store.get(item).item
    if not isinstance(place, Place):
        raise RecordError(f"{item} is no place")
    _, _, number = answer.partition("choice.")
    if number.isdigit() and int(number) < len(place.others):
        chosen = place.others[int(number)]
        if chosen.geonameid is not None:
            yield item, "geonameid", chosen.geonameid
        else:
            yield item, "name", chosen.name
    elif answer == "wrong":
        yield item, "coordinates", None
        yield item, "confirmed", True
    else:
        raise RecordError(f"the answer is {answer!r}; choose one of the places")
