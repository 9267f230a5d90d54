"""The application: the pages, the data beside them, and what stands before both."""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.staticfiles import StaticFiles

from onrecord import __version__
from onrecord.errors import OnRecordError, QueryError, RecordError, StoreLocked
from onrecord.web.guard import Guard
from onrecord.web.render import page
from onrecord.web.room import Room
from onrecord.web.routes import (
    api,
    case,
    decisions,
    dossier,
    doubtful,
    events,
    ledger,
    lists,
    reports,
    speakers,
    statements,
    timeline,
)  # fmt: skip
from onrecord.web.settings import Settings

ABOUT = """The record behind the reading room, as JSON. Items have the form that
`onrecord read --json` prints; every row carries its evidence: its report, and the exact words."""


def create_app(settings: Settings, room: Room | None = None) -> FastAPI:
    """The reading room of a record, or of the ``room`` given. StoreError where there is none."""
    room = room or Room(settings.record)
    room.open().close()
    app = FastAPI(
        title="OnRecord",
        version=__version__,
        description=ABOUT,
        openapi_url="/api/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    app.state.settings = settings
    app.state.room = room
    pages = (
        case, timeline, events, statements, speakers, ledger, lists, reports, decisions, doubtful,
        dossier,
    )  # fmt: skip
    for part in pages:
        app.include_router(part.router, include_in_schema=False)
    app.include_router(api.router)
    app.mount("/static", StaticFiles(packages=[("onrecord.web", "static")]))
    app.add_exception_handler(OnRecordError, _told)
    app.add_exception_handler(HTTPException, _refused)
    app.add_middleware(Guard, settings=settings)
    return app


def _told(request: Request, error: Exception) -> Response:
    """An error raised on purpose, in its own words."""
    if isinstance(error, (QueryError, RecordError)):
        status = 400
    else:
        status = 503 if isinstance(error, StoreLocked) else 500
    return _answer(request, status, str(error))


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    detail = str(error.detail)
    if error.status_code == 404 and detail == "Not Found":  # the framework's, of an address
        detail = f"The reading room has no page {request.url.path}."
    return _answer(request, error.status_code, detail, error.headers)


def _answer(request: Request, status: int, message: str, headers: object | None = None) -> Response:
    if request.url.path.startswith("/api/"):
        answer: Response = JSONResponse({"error": message}, status)
    else:
        title = "Not found" if status == 404 else "This cannot be shown"
        answer = page(request, "error.html", title=title, status=status, message=message)
    if isinstance(headers, dict):
        answer.headers.update(headers)
    return answer
