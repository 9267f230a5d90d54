"""What happened, or is said to have: the list of events, and each with all its accounts."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from onrecord.records import Event
from onrecord.store import EventFilter
from onrecord.web import links
from onrecord.web.accounts import accounts_of
from onrecord.web.asked import filter_of, paging_of
from onrecord.web.evidence import passage_of
from onrecord.web.forms import controls
from onrecord.web.render import page
from onrecord.web.routes.common import enough, looked_up, part_of, room_of

router = APIRouter()


@router.get("/events")
def events(request: Request) -> Response:
    """The events, each once however many reports carry it, with what narrows them."""
    room = room_of(request)
    asked = filter_of(EventFilter, request.query_params)
    paging = paging_of(request.query_params)
    with room.open() as store:
        found = part_of(store.happenings(enough(asked, paging)), paging)
        facets = room.remembered(asked, lambda: store.facets(asked))
    return page(
        request, "events.html", title="Events", found=found, paging=paging, facets=facets,
    )  # fmt: skip


@router.get("/events/{item_id}")
def event(request: Request, item_id: str) -> Response:
    """An event: what every account says of it, whence they have it, and what is disputed."""
    with room_of(request).open() as store:
        found = looked_up(store.get, item_id)
        item = found.item
        if not isinstance(item, Event):
            return RedirectResponse(links.item(item.id), 303)
        about = store.happening(item.id)
        origins = store.origins(item.id)
        copies = [
            copy
            for origin in about.happening.origins
            if origin.copies
            for copy in store.copies(origin.report.id)
        ]
        actors = store.record(found.report.id).actors
    lead = about.happening.lead
    return page(
        request, "event.html", title=f"{lead.event.type.lower()}: {lead.event.trigger.text}",
        about=about, happening=about.happening, accounts=accounts_of(about.happening),
        chains=origins.chains, changed_words={copy.copy.id: copy for copy in copies}, found=found,
        passage=passage_of(found), controls=controls(item, actors),
    )  # fmt: skip
