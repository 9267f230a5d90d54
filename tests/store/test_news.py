"""What came in since a moment: by when reports were received, and what these brought."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.generate import records
from onrecord import pipeline
from onrecord.errors import QueryError
from onrecord.linking import relink
from onrecord.records import ReportRecord
from onrecord.store import Store, open_store

FIRST, SECOND = "2024-05-01T08:00:00Z", "2024-05-02T09:00:00Z"
BETWEEN = "2024-05-01T20:00:00Z"


def received(record: ReportRecord, at: str) -> ReportRecord:
    return replace(record, report=replace(record.report, received=at))


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hundred reports, of which the last thirty came a day later."""
    path = tmp_path_factory.mktemp("news") / "r.db"
    stock = list(records(100))
    with open_store(path, write=True) as store:
        for n, record in enumerate(stock):
            store.add(received(record, FIRST if n < 70 else SECOND))
        relink(store)
    return path


def news(store: Store, since: str, **more: object) -> Counter[str]:
    return Counter(row.kind for row in store.news(since, **more))  # type: ignore[arg-type]


def test_of_all_of_it_everything_is_new_and_of_none_nothing(path: Path) -> None:
    with open_store(path) as store:
        whole, later = news(store, "2020"), news(store, "2024-05-03")
        assert whole["report"] == 100 and whole["event"] and whole["dispute"]
        assert later == Counter()
        assert Counter(store.news_counts("2020")) == whole


def test_an_event_is_new_where_nobody_told_of_it_before(path: Path) -> None:
    with open_store(path) as store:
        found = [row.row for row in store.news(BETWEEN, kinds=("event",))]
        when = {row.report.id: row.received for row in store.reports()}
        new = {
            h.id for h in store.happenings() if all(when[t.report.id] == SECOND for t in h.tellings)
        }
        assert {row.event.id for row in found} == new and new  # type: ignore[union-attr]
        assert news(store, BETWEEN)["report"] == 30


def test_a_dispute_is_new_where_one_of_its_sides_is(path: Path) -> None:
    with open_store(path) as store:
        when = {row.report.id: row.received for row in store.reports()}
        for row in store.news(BETWEEN, kinds=("dispute",)):
            assert row.joined is not None
            ends = {id_.partition(":")[0] for id_ in (row.joined.link.from_, row.joined.link.to)}
            assert SECOND in {when[end] for end in ends}
            assert row.joined.link.kind in ("denies", "contradicts", "undercuts")


def test_a_moment_is_not_its_own_later(path: Path) -> None:
    with open_store(path) as store:
        assert news(store, SECOND) == Counter()
        assert news(store, FIRST)["report"] == 30
        assert news(store, "2024-05-02")["report"] == 30, "a day begins at its midnight"


def test_so_many_of_each_kind(path: Path) -> None:
    with open_store(path) as store:
        assert max(news(store, "2020", limit=3).values()) == 3
        assert set(news(store, "2020", kinds=("report", "event"))) == {"report", "event"}


def test_a_changed_report_is_a_version_and_its_events_are_not_new(tmp_path: Path) -> None:
    (record,) = records(1)
    first = replace(record, report=replace(record.report, url="https://example.org/a"))
    (other,) = [r for r in records(2) if r.report.id != record.report.id]
    again = replace(other, report=replace(other.report, url="https://example.org/a"))
    with open_store(tmp_path / "r.db", write=True) as store:
        store.add(received(first, FIRST))
        store.add(received(again, SECOND))
        relink(store)
        assert news(store, BETWEEN) - Counter(dispute=99) == Counter(version=1)
        pipeline.correct(store, again.report.id, "retracted", True, reason="withdrawn", by="Mara")
        assert news(store, BETWEEN) == Counter()


@pytest.mark.parametrize("wrong", ["yesterday", "", "2024-5-1", "last"])
def test_what_is_no_moment_is_refused(path: Path, wrong: str) -> None:
    with open_store(path) as store, pytest.raises(QueryError, match="give a day or a moment"):
        list(store.news(wrong))
