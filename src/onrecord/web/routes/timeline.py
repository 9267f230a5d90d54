"""The timeline by itself: any stretch of it, from years to hours, of any question."""

from __future__ import annotations

from typing import cast

from fastapi import APIRouter, Request
from starlette.responses import Response

from onrecord.errors import QueryError
from onrecord.store import TimelineFilter
from onrecord.store.density import Lanes
from onrecord.web.asked import filter_of
from onrecord.web.render import page
from onrecord.web.routes.common import room_of
from onrecord.web.timelines import timeline

router = APIRouter()


@router.get("/timeline")
def timeline_page(request: Request) -> Response:
    """Events and statements drawn to scale in time, by type or by actor."""
    room = room_of(request)
    asked = filter_of(TimelineFilter, request.query_params)
    lanes = request.query_params.get("lanes") or "type"
    if lanes not in ("type", "actor"):
        raise QueryError(f"lanes is {lanes!r}; it may be type or actor")
    with room.open() as store:
        drawn = timeline(room, store, asked, cast(Lanes, lanes))
    return page(request, "timeline.html", title="Timeline", drawn=drawn, asked=asked, lanes=lanes)
