"""A page or a selection as one file to be sent and kept."""

from __future__ import annotations

import re

from fastapi import APIRouter, Request
from starlette.responses import Response

from onrecord.dossier import of_items, of_question, to_html
from onrecord.errors import QueryError
from onrecord.store import TimelineFilter
from onrecord.web.asked import filter_of
from onrecord.web.routes.common import looked_up, room_of

router = APIRouter()

MOST = 200
"""Items of a selection at most."""


@router.get("/dossier")
def dossier(request: Request) -> Response:
    """The items named by ``item``, or what the question finds, as a file to be downloaded."""
    query = request.query_params
    ids = list(dict.fromkeys(id_.strip() for id_ in query.getlist("item") if id_.strip()))
    if len(ids) > MOST:
        raise QueryError(f"{len(ids)} items are too many for one dossier; choose {MOST} at most")
    with room_of(request).open() as store:
        if ids:
            made = looked_up(lambda _: of_items(store, ids), ids[0])
        else:
            made = of_question(store, filter_of(TimelineFilter, query))
    name = re.sub(r"[^\w-]+", "-", made.title.lower(), flags=re.ASCII).strip("-")[:60] or "dossier"
    headers = {"Content-Disposition": f'attachment; filename="{name}.html"'}
    return Response(to_html(made), media_type="text/html; charset=utf-8", headers=headers)
