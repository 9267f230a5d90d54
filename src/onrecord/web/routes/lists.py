"""Actors, places, and the search of the reports' words."""

from __future__ import annotations

from typing import get_args

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from onrecord.errors import QueryError
from onrecord.records import ActorKind
from onrecord.store import ActorFilter, PlaceFilter
from onrecord.web import draw, links
from onrecord.web.asked import filter_of, paging_of
from onrecord.web.render import page
from onrecord.web.routes.common import looked_up, part_of, room_of

router = APIRouter()


@router.get("/actors")
def actors(request: Request) -> Response:
    """Who appears, those of most statements first."""
    room = room_of(request)
    asked = filter_of(ActorFilter, request.query_params)
    paging = paging_of(request.query_params)
    with room.open() as store:
        found = room.remembered(("actors", asked, paging), lambda: store.actors_page(asked, paging))
    return page(
        request, "actors.html", title="Actors", found=found, paging=paging, asked=asked,
        kinds=get_args(ActorKind),
    )  # fmt: skip


@router.get("/places")
def places(request: Request) -> Response:
    """Where it happened, the most often mentioned first."""
    room = room_of(request)
    asked = filter_of(PlaceFilter, request.query_params)
    paging = paging_of(request.query_params)
    with room.open() as store:
        found = room.remembered(("places", asked, paging), lambda: store.places_page(asked, paging))
    return page(
        request, "places.html", title="Places", found=found, paging=paging, asked=asked,
        drawn=draw.map_(row for row in found.rows if row.lat is not None),
    )  # fmt: skip


@router.get("/search")
def search(request: Request) -> Response:
    """Sentences that hold the words, the best first; an id leads to its item."""
    words = request.query_params.get("q", "").strip()
    paging = paging_of(request.query_params)
    if not words:
        return page(request, "search.html", title="Search", words="", found=None, wrong=None)
    with room_of(request).open() as store:
        if ":" in words and " " not in words:
            try:
                return RedirectResponse(links.item(store.get(words).item.id), 303)
            except QueryError:
                pass  # words with a colon in them, then
        try:
            most = paging.start + paging.size + 1
            found, wrong = part_of(store.search(words, limit=most), paging), None
        except QueryError as error:
            found, wrong = None, str(error)
    return page(
        request, "search.html", title=f"Search: {words}", words=words, found=found, wrong=wrong,
        paging=paging,
    )  # fmt: skip


@router.get("/items/{item_id}")
def item(request: Request, item_id: str) -> Response:
    """The page of whatever bears the id, which may be shortened as `show` takes it."""
    with room_of(request).open() as store:
        found = looked_up(store.get, item_id)
    where = item_id if item_id.startswith("record:") else found.item.id
    return RedirectResponse(links.item(where), 303)
