"""A page of a long answer: some rows of it, and how many there are in all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from onrecord.errors import QueryError

T_co = TypeVar("T_co", covariant=True)

Order = Literal["oldest", "newest"]
"""Undated rows are last in both."""

SIZE = 50
LARGEST = 500
"""Rows of a page, where nothing is said of it, and at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paging:
    """Which part of an answer: ``size`` rows from the one numbered ``start``, counted from 0."""

    start: int = 0
    size: int = SIZE
    order: Order = "oldest"

    def __post_init__(self) -> None:
        if self.start < 0:
            raise QueryError(f"start is {self.start}; give 0 or more")
        if not 1 <= self.size <= LARGEST:
            raise QueryError(f"size is {self.size}; give 1 to {LARGEST}")
        if self.order not in ("oldest", "newest"):
            raise QueryError(f"order is {self.order!r}; it may be oldest, newest")


@dataclass(frozen=True, slots=True)
class Page(Generic[T_co]):
    """Rows of an answer from the one numbered ``start``; ``total`` is how many it has in all."""

    rows: tuple[T_co, ...]
    start: int
    total: int


@dataclass(frozen=True, slots=True)
class Facet:
    """A value by which an answer may be narrowed, and how many of its rows have it.

    ``value`` is what the filter takes, ``label`` what people are shown.
    """

    value: str
    label: str
    count: int


Facets = dict[str, tuple[Facet, ...]]
"""By the filter's field; of each field the most frequent values first, months in order."""
