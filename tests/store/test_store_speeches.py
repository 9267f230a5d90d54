"""What one actor said, as its page tells it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.store import ActorFilter, StatementFilter, Store, open_store
from onrecord.store.pages import Paging
from tests.spokenrecords import links, spoken, spoken_by


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "r.db", write=True) as made:
        for record in spoken():
            made.add(record)
        made.add_links(links())
        yield made


@pytest.fixture
def who(store: Store) -> str:
    return next(iter(store.actors(ActorFilter(name="Ada Venn")))).id


def test_each_utterance_is_told_once_with_its_later_occasions(store: Store, who: str) -> None:
    page = store.said(StatementFilter(by=who), Paging(size=10))
    assert [one.said.row.statement.id for one in page.rows] == ["d1:s1", "d3:s1", "d5:s1", "d6:s1"]
    first = page.rows[0]
    assert [row.statement.id for row in first.said.tellings] == ["d1:s1", "d2:s1"]
    assert first.said.reports == 2
    assert [said.row.statement.id for said in first.again] == ["d4:s1"]
    assert {joined.link.kind for joined in first.said.links} == {"denies", "contradicts"}


def test_pages_of_utterances_follow_on_each_other(store: Store, who: str) -> None:
    found = []
    for start in range(4):
        page = store.said(StatementFilter(by=who), Paging(start=start, size=1))
        found += [one.said.row.statement.id for one in page.rows]
        assert page.total == start + (2 if start < 3 else 1)
    assert found == ["d1:s1", "d3:s1", "d5:s1", "d6:s1"]


def test_the_newest_may_come_first(store: Store, who: str) -> None:
    page = store.said(StatementFilter(by=who), Paging(size=10, order="newest"))
    assert [one.said.row.statement.id for one in page.rows] == ["d6:s1", "d5:s1", "d1:s1", "d3:s1"]


def test_an_utterance_answers_where_any_telling_does(store: Store, who: str) -> None:
    page = store.said(StatementFilter(by=who, since="2021-05-04", act=("deny",)), Paging())
    assert [one.said.row.statement.id for one in page.rows] == ["d1:s1"]


def test_who_confirms_what_was_denied_went_back_on_it(store: Store, who: str) -> None:
    (turned,) = store.reversals(who)
    assert (turned.first.statement.id, turned.later.statement.id) == ("d1:s1", "d6:s1")
    assert turned.turn == "against itself"
    assert turned.why == "whether it was"


def test_the_same_matter_is_enough(tmp_path: Path) -> None:
    with open_store(tmp_path / "r.db", write=True) as store:
        for record in spoken():
            store.add(record)
        store.add_links([link for link in links() if link.kind != "contradicts"])
        (turned,) = store.reversals(next(iter(store.actors())).id)
    assert turned.turn == "confirmed"
    assert (turned.first.statement.id, turned.later.statement.id) == ("d1:s1", "d6:s1")


def test_who_asks_for_a_speaker_is_told_who_else_is_called_so(store: Store, who: str) -> None:
    assert store.speaker("Venn").others == ()
    text = "Minister Oda Venn denied that the bridges were hers."
    store.add(spoken_by("Oda Venn", "d7", "2021-05-10", "deny", text))
    page = store.speaker("Venn")
    assert page.actor.id == who
    (other,) = page.others
    assert (other.name, other.statements) == ("Oda Venn", 1)
    alone = store.speaker(other.id)
    assert [one.row.statement.id for one in alone.said] == ["d7:s1"] and alone.others == ()
