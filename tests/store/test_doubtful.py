"""What the record is least sure of is found, put in order, decided, and then gone from the list."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.generate import records
from onrecord import pipeline
from onrecord.errors import QueryError, RecordError
from onrecord.linking import relink
from onrecord.records import Candidate, ReportRecord, Source, Time
from onrecord.store import Store, open_store
from onrecord.store.pages import Paging
from onrecord.store.viewrows import Doubtful
from tests.recordmaking import TEXT, at, example

BY = {"reason": "looked at", "by": "Mara"}


def doubted(id: str = "aa11") -> ReportRecord:
    """A report with a place whose runner-up is close, told of twice, a day without a date, and a
    statement whose speaker is a pronoun."""
    record = example(id)
    other = Candidate("Brasnik", "XOR", 1.0, 2.0, 902, "P", 0.45)
    places = tuple(replace(place, others=(other,)) for place in record.places[:2])
    loose = Time(f"{id}:t9", at(TEXT, "Tuesday"), "DATE", "XXXX-WXX-2")
    said = replace(record.statements[0], source=Source(at(TEXT, "its"), f"{id}:a1", True))
    return replace(
        record,
        places=(*places, *record.places[2:]),
        times=(*record.times, loose),
        statements=(said, *record.statements[1:]),
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("doubt") / "r.db"
    with open_store(path, write=True) as store:
        store.add(doubted())
        for record in records(120):
            store.add(record)
        relink(store)
    db = sqlite3.connect(path)  # the made-up reports tell of their events alike
    db.execute("UPDATE cross_link SET score = 0.6 WHERE kind = 'same_event'")
    db.commit()
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    db.close()
    return path.read_bytes()


@pytest.fixture
def store(made: bytes, tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / "r.db"
    path.write_bytes(made)
    with open_store(path, write=True) as store:
        yield store


def listed(store: Store, *kinds: str) -> list[Doubtful]:
    return list(store.doubtful(kinds, Paging(size=500)).page.rows)


def a_link(store: Store, *kinds: str) -> Doubtful:
    return next(d for d in listed(store, "link") if d.joined and d.joined.link.kind in kinds)


def test_the_most_doubtful_comes_first_and_all_are_counted(store: Store) -> None:
    found = store.doubtful((), Paging(size=500))
    doubts = [row.doubt for row in found.page.rows]
    assert doubts == sorted(doubts, reverse=True) and len(doubts) == min(500, found.page.total)
    assert sum(found.counts.values()) == found.page.total
    assert {"link", "place", "time"} <= {row.kind for row in found.page.rows}


def test_pages_follow_on_one_another(store: Store) -> None:
    whole = [(d.kind, d.id, d.other) for d in listed(store)]
    parts = [
        (d.kind, d.id, d.other)
        for start in range(0, len(whole), 7)
        for d in store.doubtful((), Paging(start=start, size=7)).page.rows
    ]
    assert parts == whole
    with pytest.raises(QueryError, match="link, actor"):
        store.doubtful(("sure",), Paging())


def test_a_place_with_a_close_runner_up_stands_for_all_like_it(store: Store) -> None:
    (row,) = (d for d in listed(store, "place") if d.id.startswith("aa11:"))
    assert row.alike == ("aa11:p1", "aa11:p2") and row.choices[0].geonameid == 902
    pipeline.correct(store, "aa11:p1", "confirmed", True, **BY)
    (row,) = (d for d in listed(store, "place") if d.id.startswith("aa11:"))
    assert row.alike == ("aa11:p2",)
    pipeline.correct(store, "aa11:p2", "geonameid", 902, **BY)
    assert not [d for d in listed(store, "place") if d.id.startswith("aa11:")]


def test_a_day_that_is_confirmed_or_given_is_gone_and_comes_back_when_undone(store: Store) -> None:
    (row,) = (d for d in listed(store, "time") if d.id.startswith("aa11:"))
    made = pipeline.correct(store, row.id, "confirmed", True, **BY)
    assert row not in listed(store, "time")
    pipeline.undo(store, made.number, **BY)
    assert row in listed(store, "time")
    pipeline.correct(store, row.id, "value", "2021-03-02", **BY)
    assert row.id not in {d.id for d in listed(store, "time")}


def test_who_a_pronoun_means_is_asked_until_it_is_told(store: Store) -> None:
    (row,) = (d for d in listed(store, "speaker") if d.id.startswith("aa11:"))
    assert row.id == "aa11:s1"
    pipeline.correct(store, row.id, "source", None, **BY)
    assert not [d for d in listed(store, "speaker") if d.id.startswith("aa11:")]


def test_a_link_that_is_none_goes_and_stays_away(store: Store) -> None:
    row = a_link(store, "contradicts", "denies", "supports", "restates", "repeats")
    assert row.joined is not None
    link = row.joined.link
    value = {"kind": link.kind, "to": link.to}
    made = pipeline.correct(store, link.from_, "not_linked", value, **BY)

    def there() -> bool:
        return (link.kind, link.from_, link.to) in {(x.kind, x.from_, x.to) for x in store.links()}

    assert not there() and row.id != a_link(store, link.kind).id
    with store.linking(limit=400) as index:
        index.prepare("another version")
    relink(store)
    assert not there(), "linking it all anew does not bring it back"
    pipeline.undo(store, made.number, **BY)
    assert there()


def test_one_event_that_is_two_is_two(store: Store) -> None:
    row = a_link(store, "same_event")
    assert row.other is not None
    pipeline.correct(store, row.id, "not_same_as", row.other, **BY)
    left = {(d.id, d.other) for d in listed(store, "link")}
    assert (row.id, row.other) not in left


def test_a_link_that_is_right_is_not_asked_about_again(store: Store) -> None:
    row = a_link(store, "contradicts", "denies", "supports", "restates", "repeats")
    assert row.joined is not None
    link = row.joined.link
    pipeline.correct(store, row.id, "confirmed", f"{link.kind} {row.other}", **BY)
    assert (row.id, row.other) not in {(d.id, d.other) for d in listed(store, "link")}
    assert link in store.links()


def test_only_links_that_are_there_can_be_decided_on(store: Store) -> None:
    for value in ("denies aa11:s2", {"kind": "denies", "to": "aa11:s2"}):
        with pytest.raises(RecordError, match="no link of kind 'denies'"):
            pipeline.correct(store, "aa11:s1", "not_linked", value, **BY)
    with pytest.raises(RecordError, match="give a link"):
        pipeline.correct(store, "aa11:s1", "not_linked", "denies", **BY)
