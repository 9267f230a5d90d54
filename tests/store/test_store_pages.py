"""Pages of the answers, and by what they may be narrowed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.errors import QueryError
from onrecord.store import (
    ActorFilter,
    EventFilter,
    PlaceFilter,
    ReportFilter,
    StatementFilter,
    Store,
    open_store,
)
from onrecord.store.pages import Facet, Paging
from tests.askedrecords import moscow
from tests.recordmaking import example


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "r.db", write=True) as made:
        made.add(example())
        made.add(example("bb22", outlet="Seldrin Post", published=None))
        made.add(moscow())
        yield made


@pytest.mark.parametrize("order", ["oldest", "newest"])
def test_pages_laid_together_are_the_whole_answer(store: Store, order: str) -> None:
    found, total = [], 1
    while len(found) < total:
        page = store.statements_page(
            StatementFilter(), Paging(start=len(found), size=4, order=order)
        )
        assert page.start == len(found) and 1 <= len(page.rows) <= 4
        found += page.rows
        total = page.total
    whole = list(store.statements())
    assert total == len(whole)
    assert {r.statement.id for r in found} == {r.statement.id for r in whole}
    days = [row.day for row in found if row.day is not None]
    assert days == sorted(days, reverse=order == "newest")
    assert [row.day for row in found][len(days) :] == [None] * (total - len(days))


def test_every_kind_has_pages(store: Store) -> None:
    two = Paging(start=1, size=2)
    whole = [list(store.events()), list(store.reports()), list(store.actors())]
    whole.append(list(store.places()))
    pages = [
        store.events_page(EventFilter(), two),
        store.reports_page(ReportFilter(), two),
        store.actors_page(ActorFilter(), two),
        store.places_page(PlaceFilter(), two),
    ]
    for rows, page in zip(whole, pages, strict=True):
        assert page.total == len(rows)
        assert list(page.rows) == rows[1:3]


def test_a_page_beyond_the_end_is_empty(store: Store) -> None:
    page = store.reports_page(ReportFilter(), Paging(start=100))
    assert page.rows == () and page.total == 3


def test_facets_count_what_narrowing_would_leave(store: Store) -> None:
    facets = store.facets(StatementFilter())
    for field in ("act", "outlet"):
        for facet in facets[field]:
            value = (facet.value,) if field == "act" else facet.value
            narrowed = StatementFilter(**{field: value})
            assert facet.count == len(list(store.statements(narrowed))), facet
    for facet in facets["by"]:
        assert facet.count == len(list(store.statements(StatementFilter(by=facet.value)))), facet


def test_one_speaker_of_two_reports_is_counted_once(store: Store) -> None:
    facets = store.facets(StatementFilter(about="Brasnik"))["by"]
    kalmeria = [facet for facet in facets if facet.label == "Kalmeria"]
    assert [facet.count for facet in kalmeria] == [2]
    officials = [facet for facet in facets if facet.label == "official"]
    assert [facet.count for facet in officials] == [1] * len(officials)


def test_facets_of_events_and_reports(store: Store) -> None:
    assert store.facets(EventFilter(status=("denied",)))["type"] == (
        Facet("ASSAULT", "ASSAULT", 2),
    )
    outlets = {facet.value: facet.count for facet in store.facets(ReportFilter())["outlet"]}
    assert outlets["Seldrin Post"] == 1 and sum(outlets.values()) == 3


@pytest.mark.parametrize("given", [{"start": -1}, {"size": 0}, {"size": 501}, {"order": "best"}])
def test_what_is_no_page_is_refused(given: dict[str, int]) -> None:
    with pytest.raises(QueryError):
        Paging(**given)
