"""A speaker: everything that one actor said or would not say, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from onrecord.records import Actor
from onrecord.store import EventFilter, StatementFilter, Store, WarningFilter
from onrecord.store.pages import Paging
from onrecord.store.viewrows import LedgerRow, Reversal, SilenceRow
from onrecord.web import links
from onrecord.web.asked import filter_of, paging_of
from onrecord.web.forms import controls
from onrecord.web.render import page
from onrecord.web.routes.common import looked_up, room_of
from onrecord.web.sayings import sayings_of

router = APIRouter()

FEW = Paging(size=8, order="newest")
"""Of an actor's deeds, beside what it said."""

SHOWN = 20
"""Utterances of a page: each brings along where it was said again, and what came of it."""

FIRST = 5
"""Warnings and silences shown; their own pages have the rest."""


@dataclass(frozen=True, slots=True)
class Story:
    """What stands before an actor's utterances: where it went back on its word, what it warned
    of, where it would not speak. ``more_…`` tells whether there are more than are shown."""

    reversals: tuple[Reversal, ...]
    warnings: tuple[LedgerRow, ...]
    more_warnings: bool
    silences: tuple[SilenceRow, ...]
    more_silences: bool


@router.get("/speakers/{actor_id}")
def speaker(request: Request, actor_id: str) -> Response:
    """Everything that one actor said and refused to say, did and had done to it."""
    room = room_of(request)
    query = request.query_params
    paging = paging_of(query, size=SHOWN)
    with room.open() as store:
        whole = looked_up(store.get, actor_id)
        actor = whole.item
        if not isinstance(actor, Actor):
            return RedirectResponse(links.item(actor.id), 303)
        asked = filter_of(StatementFilter, query, by=actor_id)
        found = room.remembered(("said", asked, paging), lambda: store.said(asked, paging))
        facets = room.remembered(asked, lambda: store.facets(asked))
        story = None
        if asked == StatementFilter(by=actor_id) and not paging.start:
            story = room.remembered(("story", actor_id), lambda: _story(store, actor_id))
        by, to = EventFilter(by=actor_id), EventFilter(to=actor_id)
        did = room.remembered((by, FEW), lambda: store.events_page(by, FEW))
        done = room.remembered((to, FEW), lambda: store.events_page(to, FEW))
    return page(
        request, "speaker.html", title=actor.name, actor=actor, actor_id=actor_id,
        controls=controls(actor), corrections=whole.corrections, found=found,
        # every statement has a certainty, of which there are few
        total=sum(one.count for one in facets["certainty"]),
        sayings=sayings_of(found.rows),
        facets=facets, paging=paging, did=did, done=done, story=story,
    )  # fmt: skip


def _story(store: Store, actor_id: str) -> Story:
    warned = tuple(islice(store.ledger(WarningFilter(by=actor_id)), FIRST + 1))
    silent = tuple(islice(store.silences(StatementFilter(by=actor_id)), FIRST + 1))
    return Story(
        store.reversals(actor_id),
        warned[:FIRST], len(warned) > FIRST, silent[:FIRST], len(silent) > FIRST,
    )  # fmt: skip
