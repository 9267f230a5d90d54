"""What the pages have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import islice
from typing import TypeVar

from fastapi import Request
from starlette.exceptions import HTTPException

from onrecord.errors import QueryError
from onrecord.store import EventFilter, StatementFilter, TimelineFilter, WarningFilter
from onrecord.store.pages import Page, Paging
from onrecord.web.room import Room

T = TypeVar("T")
F = TypeVar("F", EventFilter, StatementFilter, TimelineFilter, WarningFilter)


def room_of(request: Request) -> Room:
    """The record that the application shows."""
    room: Room = request.app.state.room
    return room


def looked_up(find: Callable[[str], T], item_id: str) -> T:
    """What ``find`` gives for an id of the address; where it gives nothing, there is no page."""
    try:
        return find(item_id)
    except QueryError as error:
        raise HTTPException(404, str(error)) from None


def enough(asked: F, paging: Paging) -> F:
    """The question for no more rows than the page needs, and one to tell whether there are more."""
    return replace(asked, limit=paging.start + paging.size + 1)


def part_of(rows: Iterable[T], paging: Paging) -> Page[T]:
    """A page of an answer that is not counted beforehand.

    ``total`` is then of the rows gone through: one more than are shown where there are more.
    """
    end = paging.start + paging.size
    found = tuple(islice(rows, paging.start, end + 1))
    return Page(found[: paging.size], paging.start, paging.start + len(found))
