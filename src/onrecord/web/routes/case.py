"""The case: what the record holds, at a glance."""

from __future__ import annotations

import re
from itertools import islice

from fastapi import APIRouter, Request
from starlette.responses import Response

from onrecord.errors import QueryError
from onrecord.store import EventFilter, PlaceFilter, TimelineFilter, WarningFilter
from onrecord.store.viewrows import News
from onrecord.web import draw
from onrecord.web.render import page
from onrecord.web.routes.common import room_of
from onrecord.web.timelines import timeline

router = APIRouter()

PLACES = 80
NEW = 12
"""Of each kind of what is new."""

LIVE = 5
"""Disputes and warnings shown; their own pages have the rest."""

_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}Z)?")


@router.get("/")
def case(request: Request) -> Response:
    """The record's numbers, its timeline and map, what is new, open and disputed."""
    room = room_of(request)
    since = request.query_params.get("since", "").strip() or None
    if since and not _MOMENT.fullmatch(since):
        raise QueryError(f"since is {since!r}; give a day or a moment, as 2017-04-04T12:00:00Z")
    with room.open() as store:
        info = room.remembered("info", store.info)
        new: list[News] = []
        counts: dict[str, int] = {}
        if since:
            new = room.remembered(("news", since), lambda: list(store.news(since, limit=NEW)))
            counts = room.remembered(("counts", since), lambda: store.news_counts(since))
        drawn = room.remembered("timeline", lambda: timeline(room, store, TimelineFilter(), "type"))
        where = PlaceFilter(limit=PLACES)
        places = room.remembered("places", lambda: list(store.places(where)))
        open_ = room.remembered(
            "warnings",
            lambda: list(
                islice((w for w in store.ledger(WarningFilter()) if w.outcome == "open"), LIVE)
            ),
        )
        live = room.remembered("disputes", lambda: list(store.disputes(EventFilter(limit=LIVE))))
    return page(
        request, "case.html", title="The case", info=info, since=since, new=new, open_=open_,
        counts=counts, each=NEW,
        live=live, drawn=drawn,
        map_=room.remembered("map", lambda: draw.map_(p for p in places if p.lat is not None)),
    )  # fmt: skip
