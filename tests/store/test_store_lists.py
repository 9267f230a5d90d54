"""Timelines, lists, search, and items found by their ids."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import QueryError
from onrecord.records import (
    Link,
    Span,
)
from onrecord.store import (
    ActorFilter,
    EventFilter,
    PlaceFilter,
    ReportFilter,
    StatementFilter,
    Store,
    TimeFilter,
    TimelineFilter,
    WarningFilter,
    open_store,
)
from onrecord.store.rows import EventRow, StatementRow
from tests.askedrecords import MOSCOW, moscow
from tests.recordmaking import TEXT, example


def ids(store: Store, **asked: Any) -> list[str]:
    """A timeline's entries, by id."""
    rows = list(store.timeline(TimelineFilter(**asked)))
    for row in rows:
        assert (row.day, row.basis) == (row.item.day, row.item.basis)
        assert isinstance(row.item, EventRow | StatementRow)
    return [r.item.event.id if isinstance(r.item, EventRow) else r.item.statement.id for r in rows]


def test_a_timeline_is_in_the_order_of_days_undated_last(store: Store) -> None:
    whole = ids(store)
    assert whole[:4] == ["aa11:s1", "aa11:e1", "aa11:s2", "aa11:s3"]
    assert whole[4] == "aa11:e2"
    assert whole[-2:] == ["dd44:s1", "dd44:e1"]
    assert len(whole) == 5 + 2 + 8 + 1 + 1
    assert ids(store, limit=3) == whole[:3]
    assert ids(store, dated=True) == ["aa11:s1", "aa11:e1"]
    assert ids(store, at="Brasnik") == ["aa11:e1", "aa11:e2"]
    assert ids(store, statements=False, until="2021-03-09") == ["aa11:e1"]
    assert ids(store, events=False, by="Russia", about="gas") == ["cc33:s1"]
    assert ids(store, since="2021-04-01") == [f"cc33:s{n}" for n in range(1, 9)]


def test_the_lists(store: Store) -> None:
    assert [row.report.id for row in store.reports()] == ["aa11", "cc33", "dd44"]
    (row,) = store.reports(ReportFilter(outlet="tovrin herald", until="2021-03"))
    assert (row.times, row.places, row.actors, row.statements, row.events) == (1, 3, 5, 5, 2)
    assert row.characters == len(TEXT)
    about = ReportFilter(about="Khan Sheikhoun")
    assert [row.report.id for row in store.reports(about)] == ["cc33", "dd44"]

    (town,) = store.places(PlaceFilter(name="Khan Sheikhoun"))
    assert (town.name, town.mentions, town.reports) == ("Khān Shaykhūn", 2, 2)
    assert town.spellings == ("Khan Shaykhun", "Khan Sheikhoun")
    assert (town.example.text, town.report.id) == ("Khan Shaykhun", "cc33")
    assert [place.name for place in store.places(PlaceFilter(country="XKM"))] == [
        "Brasnik",
        "Tovrin",
    ]

    actors = list(store.actors())
    assert (actors[0].name, actors[0].statements) == ("Ilan Toreck", 2)
    assert [a.name for a in store.actors(ActorFilter(kind=("outlet",)))] == ["RT"]
    assert {a.name for a in store.actors(ActorFilter(country="Syria", named=True))} == {
        "Bashar al-Assad", "Syria",
    }  # fmt: skip
    assert [a.named for a in store.actors(ActorFilter(named=False))] == [False] * 3

    (time,) = store.times(TimeFilter(since="2021-03-09", until="2021-03-09"))
    assert (time.time.value, time.report.id) == ("2021-03-09", "aa11")
    assert list(store.times(TimeFilter(since="2021-03-10"))) == []
    assert list(store.times(TimeFilter(report="cc33"))) == []


def test_search_marks_the_words_in_their_sentences(store: Store) -> None:
    hits = list(store.search("gas weapon"))
    assert [hit.report.id for hit in hits] == ["cc33"] * 3
    for hit in hits:
        assert MOSCOW[hit.sentence.start : hit.sentence.end] == hit.sentence.text
        for mark in hit.marks:
            assert MOSCOW[mark.start : mark.end] == mark.text
    assert [[mark.text for mark in hit.marks] for hit in hits] == [["gas"], ["weapons"], ["gas"]]
    assert {hit.report.id for hit in store.search("gas")} == {"aa11", "cc33"}
    assert len(list(store.search("gas", limit=1))) == 1
    (hit,) = store.search('"moscow speaks"')
    assert hit.marks == () and hit.sentence.text.startswith("The Kremlin denied")
    assert list(store.search("gas balloon")) == []


def test_an_item_is_found_by_its_id(store: Store) -> None:
    found = store.get("aa11:s1")
    assert found.item == example().statements[0]
    assert isinstance(found.row, StatementRow) and found.row.day == "2021-03-09"
    assert [link.kind for link in found.links] == ["denies"]
    assert found.report.id == "aa11"
    assert store.get("aa11:e1").item == example().events[0]
    assert store.get("aa11:a1").item == example().actors[0]
    assert store.get("aa11:p1").item == example().places[0]
    assert store.get("aa1:t1").item == example().times[0]
    assert store.get("c").item == store.get("cc33").report
    for wrong in ("aa11:s99", "zz", "zz:s1", "", ":", ":s1"):
        with pytest.raises(QueryError):
            store.get(wrong)
    with pytest.raises(QueryError, match="no report 'zz'"):
        store.record("zz")


def test_an_actor_of_the_record_is_found_in_its_first_report(tmp_path: Path) -> None:
    with open_store(tmp_path / "record.db", write=True) as store:
        store.add(example("bb22", title="Later", published="2021-04-01"))
        store.add(example("aa33"))
        (actor,) = store.actors(ActorFilter(name="Ilan Toreck"))
        assert store.get(actor.id).item == example("aa33").actors[1]
        assert store.get(actor.id).report.id == "aa33"
        for wrong in ("record:a00", "record:"):
            with pytest.raises(QueryError, match="is the id of no actor"):
                store.get(wrong)


def test_an_id_that_begins_several_is_told(tmp_path: Path) -> None:
    with open_store(tmp_path / "record.db", write=True) as store:
        store.add(example("aa11"))
        store.add(example("aa112", title="Another"))
        assert store.get("aa11").report.id == "aa11"
        with pytest.raises(QueryError, match="several reports, as aa11 and aa112"):
            store.get("aa1")


def test_a_correction_is_kept_and_undone(tmp_path: Path) -> None:
    with open_store(tmp_path / "record.db", write=True) as store:
        store.add(example())
        made = store.correct("aa11:s1", "act", '"accuse"', reason="misread", by="M. Reader")
        assert (made.number, made.item_id, made.value, made.undoes) == (
            1,
            "aa11:s1",
            '"accuse"',
            None,
        )
        undone = store.undo(1, reason="it was right", by="N. Reader")
        assert (undone.number, undone.undoes, undone.field) == (2, 1, "act")
        assert [(c.number, c.undone_by) for c in store.corrections()] == [(1, 2), (2, None)]
        assert [c.number for c in store.get("aa11:s1").corrections] == [1, 2]
        assert list(store.corrections("aa11:s2")) == []
        assert store.record("aa11").statements == example().statements
        for call in (
            lambda: store.undo(1, reason="r", by="b"),
            lambda: store.undo(9, reason="r", by="b"),
            lambda: store.correct("aa11:s1", "act", "accuse", reason="r", by="b"),
            lambda: store.correct("aa11:s1", "act", '"accuse"', reason=" ", by="b"),
            lambda: store.correct("aa11:s99", "act", '"accuse"', reason="r", by="b"),
        ):
            with pytest.raises(
                (QueryError, Exception), match=r"undone|no correction|JSON|reason|item"
            ):
                call()
        assert store.info().corrections == 2


def test_warnings_carry_their_links(tmp_path: Path) -> None:
    link = Link("fulfils", "cc33:s1", "aa11:s3", 0.4, "it came to pass")
    with open_store(tmp_path / "record.db", write=True) as store:
        store.add(example())
        store.add(moscow())
        store.add_links([link])
        found = {w.row.statement.id: w.links for w in store.warnings()}
    assert found == {"aa11:s3": (link,), "cc33:s8": ()}


@pytest.mark.parametrize(
    "make",
    [
        lambda: StatementFilter(act=("lie",)),
        lambda: StatementFilter(act="deny"),  # type: ignore[arg-type]
        lambda: StatementFilter(scope="page"),  # type: ignore[arg-type]
        lambda: StatementFilter(since="May"),
        lambda: StatementFilter(until="2021-13"),
        lambda: StatementFilter(since="2021-02-30"),
        lambda: StatementFilter(limit=0),
        lambda: EventFilter(type=("WAR",)),
        lambda: EventFilter(status=("maybe",)),
        lambda: ActorFilter(kind=("king",)),
        lambda: ReportFilter(versions="old"),  # type: ignore[arg-type]
        lambda: TimelineFilter(since="21"),
        lambda: WarningFilter(until="x"),
        lambda: PlaceFilter(limit=-1),
        lambda: TimeFilter(since="x"),
    ],
)
def test_a_filter_refuses_what_it_cannot_mean(make: Any) -> None:
    with pytest.raises(QueryError, match=r"is '.*'; |is -?\d+; "):
        make()


def test_what_is_in_a_statements_span_is_its_own(store: Store) -> None:
    for row in store.statements():
        text = store.record(row.report.id).report.text
        found = [span for span in dataclasses.astuple(row.statement) if isinstance(span, Span)]
        for span in [*row.statement.content, row.sentence, *found]:
            assert text[span.start : span.end] == span.text
