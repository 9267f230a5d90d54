"""The numbers kept beside the rows are those that counting the rows gives."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.store import (
    ActorFilter,
    EventFilter,
    PlaceFilter,
    StatementFilter,
    Store,
    open_store,
    tally,
)
from tests.askedrecords import moscow, other
from tests.recordmaking import example

RULED = {"reason": "it is so", "by": "M. Reader"}


def numbers(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """All that the tables of numbers hold."""
    db = sqlite3.connect(path)
    found = {
        table: sorted(db.execute(f"SELECT * FROM {table}").fetchall(), key=repr)
        for table in tally.TABLES
    }
    db.close()
    return found


def counted(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """The same, counted anew; what is there stays."""
    db = sqlite3.connect(path, isolation_level=None)
    db.execute("PRAGMA recursive_triggers = ON")
    db.execute("BEGIN")
    tally.make(db)
    found = {
        table: sorted(db.execute(f"SELECT * FROM {table}").fetchall(), key=repr)
        for table in tally.TABLES
    }
    db.execute("ROLLBACK")
    db.close()
    return found


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "r.db"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with open_store(path, write=True) as made:
        made.add(example())
        made.add(moscow())
        made.add(other())
        yield made


def test_reports_that_are_added_are_counted(store: Store, path: Path) -> None:
    assert numbers(path) == counted(path)
    assert numbers(path)["facet_tally"]


def test_of_versions_the_last_is_counted(store: Store, path: Path) -> None:
    store.add(example("ff66", url="https://seldrin.example/1", published="2021-03-11"))
    store.add(example("ee55", url="https://seldrin.example/1", published="2021-03-12"))
    assert [row[0] for row in numbers(path)["past"]] == [4]
    assert numbers(path) == counted(path)
    retraction = store.correct("ee55", "retracted", "true", **RULED)
    assert [row[0] for row in numbers(path)["past"]] == [5]
    assert numbers(path) == counted(path)
    store.undo(retraction.number, **RULED)
    assert numbers(path) == counted(path)


@pytest.mark.parametrize(
    ("item", "field", "value"),
    [
        ("aa11:s1", "act", '"accuse"'),
        ("aa11:s1", "retracted", "true"),
        ("aa11:a1", "name", '"Somebody Else"'),
        ("aa11:a1", "kind", '"other"'),
        ("aa11:p1", "name", '"Elsewhere"'),
        ("aa11:e1", "status", '"alleged"'),
        ("aa11", "outlet", '"The Seldrin Post"'),
        ("aa11", "published", '"2020-01-02"'),
        ("aa11", "retracted", "true"),
        ("aa11:a1", "same_as", '"cc33:a1"'),
        ("aa11:a1", "not_same_as", '"cc33:a1"'),
    ],
)
def test_what_is_corrected_is_counted_as_it_stands(
    store: Store, path: Path, item: str, field: str, value: str
) -> None:
    made = store.correct(item, field, value, **RULED)
    assert numbers(path) == counted(path)
    assert_lists_agree(store, path)
    store.undo(made.number, **RULED)
    assert numbers(path) == counted(path)
    assert_lists_agree(store, path)


def assert_lists_agree(store: Store, path: Path) -> None:
    """The lists tell of each actor and place what the rows themselves do."""
    db = sqlite3.connect(path)
    said = dict(
        db.execute(
            "SELECT k.id, count(s.num) FROM actor a JOIN actor_record k ON k.actor = a.num "
            "LEFT JOIN statement s ON s.source_actor = a.num "
            "WHERE a.report NOT IN (SELECT report FROM past) GROUP BY 1"
        ).fetchall()
    )
    places = dict(
        db.execute(
            f"SELECT {tally.SAME}, count(*) FROM place p "
            "WHERE report NOT IN (SELECT report FROM past) GROUP BY 1"
        ).fetchall()
    )
    db.close()
    assert {row.id: row.statements for row in store.actors()} == said
    assert sorted(row.mentions for row in store.places()) == sorted(places.values())


@pytest.mark.parametrize(
    "asked",
    [
        StatementFilter(),
        StatementFilter(act=("deny",)),
        StatementFilter(named=True),
        StatementFilter(act=("assert", "deny"), named=False),
        StatementFilter(outlet="tovrin herald"),
        EventFilter(),
        EventFilter(type=("ASSAULT",), status=("happened", "alleged")),
    ],
)
def test_numbers_at_hand_are_those_of_the_rows(
    store: Store, monkeypatch: pytest.MonkeyPatch, asked: StatementFilter | EventFilter
) -> None:
    at_hand = store.facets(asked)
    monkeypatch.setattr("onrecord.store.facets.OF", {"statement": (), "event": ()})
    assert store.facets(asked) == at_hand


def test_a_country_narrows_the_lists(store: Store) -> None:
    everyone = list(store.actors())
    for country in {row.country for row in everyone if row.country}:
        some = list(store.actors(ActorFilter(country=country)))
        assert some
        assert {row.id for row in some} <= {row.id for row in everyone}
    for place in store.places():
        if place.country is not None:
            alike = list(store.places(PlaceFilter(country=place.country)))
            assert place in alike
