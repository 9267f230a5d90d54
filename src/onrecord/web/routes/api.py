"""The record as JSON: what the pages show, for programs. Described at /api/openapi.json."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from types import GenericAlias
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from pydantic import BaseModel

from onrecord.codec import to_plain
from onrecord.records import ReportRecord
from onrecord.store import (
    ActorFilter,
    EventFilter,
    PlaceFilter,
    ReportFilter,
    StatementFilter,
    Store,
    TimelineFilter,
    WarningFilter,
)
from onrecord.store.pages import Facet, Paging
from onrecord.store.rows import (
    ActorRow,
    Correction,
    EventRow,
    Found,
    Info,
    PlaceRow,
    ReportRow,
    SearchHit,
    StatementRow,
    TimelineRow,
)
from onrecord.store.viewrows import (
    CopyRow,
    Dispute,
    Doubtful,
    DoubtKind,
    Happening,
    HappeningPage,
    LedgerRow,
    OriginsPage,
    SilenceRow,
)
from onrecord.web.routes.common import enough, looked_up, part_of, room_of
from onrecord.web.shapes import list_of, page_of, query_of, shape_of

PREFIX = "/api"


class Wrong(BaseModel):
    """Why there is no answer."""

    error: str


UNKNOWN: dict[int | str, dict[str, Any]] = {404: {"model": Wrong, "description": "No such item."}}
ASKED: dict[int | str, dict[str, Any]] = {
    400: {"model": Wrong, "description": "The question cannot be asked as put."}
}

router = APIRouter(prefix=PREFIX, tags=["record"])

Id = Annotated[str, Path(description="An id; the report's part may be shortened.", max_length=200)]


@dataclass(frozen=True, slots=True)
class Listed:
    """A list: its path, filter and row; ``paged`` is the store's method that counts and cuts it,
    ``rows`` the one that goes through it."""

    path: str
    filter: type
    row: type
    about: str
    paged: str | None = None
    rows: str | None = None
    ordered: bool = False


LISTS = (
    Listed("/reports", ReportFilter, ReportRow, "Reports", paged="reports_page", ordered=True),
    Listed(
        "/statements", StatementFilter, StatementRow, "Who said what", paged="statements_page",
        ordered=True,
    ),
    Listed(
        "/events", EventFilter, EventRow, "Every telling of an event", paged="events_page",
        ordered=True,
    ),
    Listed("/actors", ActorFilter, ActorRow, "Who appears", paged="actors_page"),
    Listed("/places", PlaceFilter, PlaceRow, "Where", paged="places_page"),
    Listed("/timeline", TimelineFilter, TimelineRow, "Events and statements", rows="timeline"),
    Listed("/happenings", EventFilter, Happening, "Each event once", rows="happenings"),
    Listed("/warnings", WarningFilter, LedgerRow, "Warnings and their outcome", rows="ledger"),
    Listed("/disputes", EventFilter, Dispute, "What is in dispute", rows="disputes"),
    Listed("/silences", StatementFilter, SilenceRow, "Who would not speak", rows="silences"),
)  # fmt: skip


def _question(listed: Listed, asked: BaseModel) -> tuple[Any, Paging]:
    """The filter and the part of the answer that an address asks for."""
    given = asked.model_dump()
    order = given.pop("order", "oldest")
    paging = Paging(start=given.pop("start"), size=given.pop("size"), order=order)
    # an empty field asks for nothing, as on the pages
    asks = {name: value for name, value in given.items() if value != ""}
    fields = {name: tuple(v) if isinstance(v, list) else v for name, v in asks.items()}
    return listed.filter(**fields), paging


def _named(
    endpoint: Callable[..., Any], listed: Listed, name: str, about: str
) -> Callable[..., Any]:
    """The endpoint as the description of the addresses shows it."""
    query = query_of(listed.filter, ordered=listed.ordered)
    endpoint.__annotations__ = {"request": Request, "asked": Annotated[query, Query()]}
    endpoint.__name__, endpoint.__doc__ = name, about
    return endpoint


def _listing(listed: Listed) -> Callable[..., Any]:
    """The endpoint of a list."""

    def endpoint(request: Request, asked: BaseModel) -> Any:
        question, paging = _question(listed, asked)
        with room_of(request).open() as store:
            if listed.paged is not None:
                return to_plain(getattr(store, listed.paged)(question, paging))
            rows = getattr(store, listed.rows or "")(enough(question, paging))
            return to_plain(part_of(rows, paging))

    return _named(endpoint, listed, listed.path.strip("/"), f"{listed.about}, a page at a time.")


for listed in LISTS:
    router.get(listed.path, response_model=page_of(listed.row), responses=ASKED)(_listing(listed))


@router.get("/info", response_model=shape_of(Info))
def info(request: Request) -> Any:
    """What the record holds, and how much."""
    with room_of(request).open() as store:
        return to_plain(store.info())


@router.get("/reports/{id}", response_model=shape_of(ReportRecord), responses=UNKNOWN)
def report(request: Request, id: Id) -> Any:
    """A report with everything that it gave, as `onrecord read --json` prints it."""
    with room_of(request).open() as store:
        return to_plain(store.record(looked_up(store.get, id).report.id))


@router.get("/items/{id}", response_model=shape_of(Found), responses=UNKNOWN)
def item(request: Request, id: Id) -> Any:
    """An item of any kind with its report, its links and its corrections."""
    with room_of(request).open() as store:
        return to_plain(looked_up(store.get, id))


@router.get("/happenings/{id}", response_model=shape_of(HappeningPage), responses=UNKNOWN)
def happening(request: Request, id: Id) -> Any:
    """All about the event that a telling is of."""
    return _of_event(request, id, lambda store, event: store.happening(event))


@router.get("/origins/{id}", response_model=shape_of(OriginsPage), responses=UNKNOWN)
def origins(request: Request, id: Id) -> Any:
    """How a claim or an event came into the record."""
    with room_of(request).open() as store:
        found = looked_up(store.get, id)
        return to_plain(looked_up(store.origins, found.item.id))


@router.get("/copies", response_model=page_of(CopyRow), responses=UNKNOWN)
def copies(
    request: Request,
    report: Annotated[str | None, Query(max_length=200)] = None,
    start: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
    size: Annotated[int, Query(ge=1, le=500)] = 50,
) -> Any:
    """Reports that copy others, with the words that they changed."""
    with room_of(request).open() as store:
        of = looked_up(store.get, report).report.id if report is not None else None
        return to_plain(part_of(store.copies(of), Paging(start=start, size=size)))


@router.get("/doubtful", response_model=page_of(Doubtful), responses=ASKED)
def doubtful(
    request: Request,
    kind: Annotated[list[DoubtKind] | None, Query(max_length=5)] = None,
    start: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
    size: Annotated[int, Query(ge=1, le=500)] = 50,
) -> Any:
    """What the record is least sure of, the most doubtful first."""
    with room_of(request).open() as store:
        found = store.doubtful(tuple(kind or ()), Paging(start=start, size=size))
        return to_plain(found.page)


@router.get("/search", response_model=page_of(SearchHit), responses=ASKED)
def search(
    request: Request,
    q: Annotated[str, Query(min_length=1, max_length=200)],
    start: Annotated[int, Query(ge=0, le=1_000)] = 0,
    size: Annotated[int, Query(ge=1, le=500)] = 50,
) -> Any:
    """Sentences that hold the words, the best first."""
    with room_of(request).open() as store:
        hits = store.search(q, limit=start + size + 1)
        return to_plain(part_of(hits, Paging(start=start, size=size)))


@router.get("/corrections", response_model=list_of(shape_of(Correction)))
def corrections(request: Request) -> Any:
    """Every decision of a person in the order taken, undone ones too."""
    with room_of(request).open() as store:
        return to_plain(list(store.corrections()))


def _faceting(listed: Listed) -> Callable[..., Any]:
    def endpoint(request: Request, asked: BaseModel) -> Any:
        question, _ = _question(listed, asked)
        with room_of(request).open() as store:
            return {name: to_plain(found) for name, found in store.facets(question).items()}

    about = "By what the list may be narrowed, and how many rows that would leave."
    return _named(endpoint, listed, f"facets_of_{listed.path.strip('/')}", about)


_FACETS = GenericAlias(dict, (str, list_of(shape_of(Facet))))
for listed in LISTS[:3]:
    router.get(f"/facets{listed.path}", response_model=_FACETS, responses=ASKED)(_faceting(listed))


def _of_event(request: Request, id: str, find: Callable[[Store, str], Any]) -> Any:
    with room_of(request).open() as store:
        found = looked_up(store.get, id)
        return to_plain(looked_up(lambda event: find(store, event), found.item.id))
