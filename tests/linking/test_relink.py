"""Linking bit by bit: whatever the order and the batches, the record holds the same."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from benchmarks.generate import records
from onrecord.compare import across
from onrecord.linking import relink
from onrecord.records import Link, ReportRecord
from onrecord.store import open_store
from onrecord.store.rows import EventRow
from onrecord.store.viewrows import Dispute

STOCK = tuple(records(200))


def kept(path: Path, batches: Iterable[Sequence[ReportRecord]]) -> list[tuple[object, ...]]:
    """What a record holds, over all views, when its reports come in these batches."""
    with open_store(path, write=True) as store:
        for batch in batches:
            for record in batch:
                store.add(record)
            relink(store)
        return [
            tuple(store.links()),
            tuple((h.id, h.day, h.place and h.place.name, h.reports, h.origins, h.tellings)
                  for h in store.happenings()),
            tuple(store.ledger()),
            tuple(store.disputes()),
            tuple(a.id for a in store.actors()),
        ]  # fmt: skip


@pytest.fixture(scope="module")
def at_once(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[object, ...]]:
    return kept(tmp_path_factory.mktemp("once") / "r.db", [STOCK])


def test_the_order_of_200_reports_does_not_change_the_record(
    tmp_path: Path, at_once: list[tuple[object, ...]]
) -> None:
    shuffled = list(STOCK)
    random.Random(3).shuffle(shuffled)
    found = kept(tmp_path / "r.db", [shuffled[:7], shuffled[7:120], shuffled[120:]])
    for mine, theirs in zip(found, at_once, strict=True):
        assert mine == theirs


def test_what_is_kept_is_what_comparing_all_at_once_gives(
    at_once: list[tuple[object, ...]],
) -> None:
    links = [link for link in at_once[0] if isinstance(link, Link) and link.kind != "copies"]
    assert links == sorted(across(STOCK), key=lambda x: (x.kind, x.from_, x.to, x.slot or ""))
    assert {"same_event", "denies", "contradicts"} <= {link.kind for link in links}


def test_a_happening_of_several_reports_is_one_with_its_copies_as_one_origin(
    tmp_path: Path,
) -> None:
    with open_store(tmp_path / "r.db", write=True) as store:
        for record in STOCK[:60]:
            store.add(record)
        relink(store)
        found = [h for h in store.happenings() if h.reports == 3]
        assert found
        assert any(len(h.origins) == 2 for h in found)
        for h in found:
            assert sum(1 + len(o.copies) for o in h.origins) == h.reports
            assert {row.event.id for row in h.tellings} >= {link.from_ for link in h.merged}


def test_a_dispute_and_an_origin_tell_all_that_an_events_tellings_come_to(tmp_path: Path) -> None:
    with open_store(tmp_path / "r.db", write=True) as store:
        for record in STOCK:
            store.add(record)
        relink(store)
        disputes = list(store.disputes())
        of_events = [one for one in disputes if isinstance(one.about, EventRow)]
        assert of_events and len(of_events) < len(disputes)
        for one in disputes:
            assert (one.event is not None) == isinstance(one.about, EventRow)
        told = [one.event for one in of_events if one.event is not None]
        assert [one.id for one in told] == [one.id for one in of_events]
        happening = next(h for h in store.happenings() if h.reports == 3)
        page = store.origins(happening.tellings[-1].event.id)
        assert page.event is not None
        assert (page.event.id, page.event.tellings) == (happening.id, happening.tellings)


def test_keys_that_fill_up_change_nothing_with_the_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.linking.stage.LIMIT", 4)
    monkeypatch.setattr("onrecord.linking.stage.FEW", {"ever": 2, "voiced": 3})
    shuffled = list(STOCK[:90])
    random.Random(5).shuffle(shuffled)
    one = kept(tmp_path / "a.db", [STOCK[:90]])
    other = kept(tmp_path / "b.db", [shuffled[:11], shuffled[11:40], shuffled[40:]])
    assert one == other


def test_linking_goes_on_where_it_was_stopped(
    tmp_path: Path, at_once: list[tuple[object, ...]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.linking.stage.BATCH", 20)

    def stop(done: int, total: int) -> None:
        if done >= 60:
            raise KeyboardInterrupt

    with open_store(tmp_path / "r.db", write=True) as store:
        for record in STOCK:
            store.add(record)
        with pytest.raises(KeyboardInterrupt):
            relink(store, on_progress=stop)
        assert relink(store) == len(STOCK) - 60
        assert tuple(store.links()) == at_once[0]
        assert relink(store) == 0


def test_a_person_puts_events_together_and_takes_them_apart(tmp_path: Path) -> None:
    with open_store(tmp_path / "r.db", write=True) as store:
        for record in (*STOCK[0:9:3], *STOCK[9:12]):
            store.add(record)
        relink(store)
        one, other, *_ = (h.id for h in store.happenings() if h.reports == 1)
        done = store.correct(one, "same_as", f'"{other}"', reason="one raid, two names", by="M.")
        relink(store)
        page = store.happening(one)
        assert {row.event.id for row in page.happening.tellings} == {one, other}
        assert any("one raid, two names" in link.why for link in page.happening.merged)
        store.undo(done.number, reason="they were two", by="M.")
        relink(store)
        assert store.happening(one).happening.reports == 1

        whole = next(h for h in store.happenings() if h.reports == 3)
        last = whole.tellings[-1].event.id
        store.correct(
            last, "not_same_as", f'"{whole.tellings[0].event.id}"', reason="another day", by="M."
        )
        relink(store)
        assert store.happening(last).happening.reports == 1
        assert store.happening(whole.tellings[0].event.id).happening.reports == 2


def test_each_side_of_a_dispute_is_told_once_and_none_is_lost(
    at_once: list[tuple[object, ...]],
) -> None:
    shown: set[tuple[str, str]] = set()
    for dispute in at_once[3]:
        assert isinstance(dispute, Dispute)
        sides = [(x.link.kind, x.link.from_, x.link.slot or "whether") for x in dispute.sides]
        assert len(sides) == len(set(sides))
        shown |= {side[:2] for side in sides}
    kinds = ("denies", "contradicts", "undercuts")
    links = [link for link in at_once[0] if isinstance(link, Link)]
    again = {link.from_ for link in links if link.kind == "restates"}
    every = {(link.kind, link.from_) for link in links if link.kind in kinds}
    assert shown <= every and all(from_ in again for _, from_ in every - shown)
