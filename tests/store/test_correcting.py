"""Decisions take effect in every answer, are refused where they say nothing, and are taken on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from onrecord.codec import to_plain
from onrecord.errors import QueryError, RecordError
from onrecord.records import Link, Report, ReportRecord, Span
from onrecord.store import EventFilter, ReportFilter, StatementFilter, Store, open_store
from onrecord.store.correcting_links import Links
from onrecord.store.rows import Correction
from tests.recordmaking import example


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.db", write=True) as opened:
        opened.add(example())
        opened.add(example("bb22", title="Another", published="2021-03-11"))
        yield opened


def decide(store: Store, item: str, field: str, value: Any, **more: Any) -> Correction:
    return store.correct(item, field, json.dumps(value), reason="looked", by="M. Reader", **more)


def said(store: Store, **asked: Any) -> list[str]:
    return [row.statement.id for row in store.statements(StatementFilter(**asked))]


def happened(store: Store, **asked: Any) -> list[str]:
    return [row.event.id for row in store.events(EventFilter(**asked))]


def test_an_act_answers_as_it_stands(store: Store) -> None:
    decide(store, "aa11:s1", "act", "accuse")
    assert said(store, act=("accuse",)) == ["aa11:s1"]
    assert "aa11:s1" not in said(store, act=("deny",))
    found = store.get("aa11:s1")
    assert (found.item.act, found.read.act) == ("accuse", "deny")  # type: ignore[union-attr]
    assert [r.statements[0].act for r in store.export()] == ["accuse", "deny"]


def test_a_day_moves_its_item(store: Store) -> None:
    decide(store, "aa11:s1", "said", "2020-01-05")
    assert said(store, until="2020") == ["aa11:s1"]
    assert store.record("aa11").statements[0].said_time is None
    decide(store, "aa11:s1", "said", None)
    (row,) = (r for r in store.statements() if r.statement.id == "aa11:s1")
    assert (row.day, row.basis) == ("2021-03-10", "published")


def test_a_source_is_somebody_else(store: Store) -> None:
    decide(store, "aa11:s1", "source", "Ilan Toreck")
    assert "aa11:s1" in said(store, by="Toreck", report="aa11")
    decide(store, "aa11:s1", "source", None)
    assert store.record("aa11").statements[0].source is None
    decide(store, "aa11:s1", "source", "a3")
    source = store.record("aa11").statements[0].source
    assert source is not None and source.span.text == "President Mara Venn"


def test_an_actor_renamed_is_found_by_both_names(store: Store) -> None:
    decide(store, "aa11:a3", "name", "Lena Orsk")
    assert "aa11:s3" in said(store, to="Lena Orsk")
    assert "aa11:s3" in said(store, to="Mara Venn")
    assert {"Lena Orsk", "Mara Venn"} <= {row.name for row in store.actors()}
    store.undo(1, reason="no", by="b")
    assert "Lena Orsk" not in {row.name for row in store.actors()}


def test_an_actor_of_the_record_is_corrected_in_all_its_reports(store: Store) -> None:
    (record_id,) = (row.id for row in store.actors() if row.name == "Ilan Toreck")
    assert record_id.startswith("record:")
    decide(store, record_id, "country", "XOR")
    countries = {a.country for r in store.export() for a in r.actors if a.name == "Ilan Toreck"}
    assert countries == {"XOR"}
    assert [c.item_id for c in store.corrections()] == ["aa11:a2", "bb22:a2"]


def test_an_event_is_elsewhere_by_others_of_more(store: Store) -> None:
    decide(store, "aa11:e1", "where", "Tovrin")
    assert "aa11:e1" in happened(store, at="Tovrin")
    decide(store, "aa11:e1", "type", "COERCE")
    decide(store, "aa11:e1", "mode", "arrest")
    decide(store, "aa11:e1", "status", "happened")
    decide(store, "aa11:e1", "when", "2021-03")
    decide(store, "aa11:e1", "actor", "a2,a5")
    decide(store, "aa11:e1", "recipient", [])
    decide(store, "aa11:e1", "count.1", "12-20")
    event = store.record("aa11").events[0]
    assert (event.type, event.mode, event.status) == ("COERCE", "arrest", "happened")
    assert (event.actor, event.recipient, event.recipient_spans) == (("aa11:a2", "aa11:a5"), (), ())
    assert (event.when, event.where, event.where_place) == ("2021-03", "Tovrin", "aa11:p3")
    assert [(c.what, c.low, c.high) for c in event.counts] == [("killed", 12, 20)]
    decide(store, "aa11:e1", "count.1", None)
    assert store.record("aa11").events[0].counts == ()


def test_a_mode_goes_with_its_type(store: Store) -> None:
    decide(store, "aa11:e1", "type", "AID")
    assert store.record("aa11").events[0].mode is None


def test_a_place_renamed_takes_its_events_and_not_its_old_coordinates(store: Store) -> None:
    decide(store, "aa11:p1", "name", "Karsk")
    place, event = store.record("aa11").places[0], store.record("aa11").events[0]
    assert (place.name, place.lat, place.geonameid, place.country) == ("Karsk", None, None, None)
    assert event.where == "Karsk" and "aa11:e1" in happened(store, at="Karsk")
    decide(store, "aa11:p1", "coordinates", "10.5, -3")
    decide(store, "aa11:p1", "country", "Norway")
    place = store.record("aa11").places[0]
    assert (place.lat, place.lon, place.country) == (10.5, -3.0, "NOR")


def test_a_name_that_is_decided_back_leaves_the_place_as_it_was_read(store: Store) -> None:
    before = store.record("aa11").places[0]
    first = decide(store, "aa11:p1", "name", "Karsk")
    decide(store, "aa11:p1", "name", before.name)
    store.undo(first.number, reason="r", by="b")
    assert store.record("aa11").places[0] == before


def test_a_runner_up_that_is_chosen_brings_what_it_has(store: Store) -> None:
    read = example("cc33", title="Third")
    first = replace(read.places[0], others=(replace(read.places[0].others[0], name="Old Brasnik"),))
    store.add(replace(read, places=(first, *read.places[1:])))
    decide(store, "cc33:p1", "name", "Old Brasnik")
    place = store.record("cc33").places[0]
    assert (place.country, place.lat, place.lon, place.others) == ("XOR", 1.0, 2.0, ())


def test_a_retracted_item_is_in_no_answer(store: Store) -> None:
    info = store.info()
    decide(store, "aa11:s1", "retracted", True)
    assert "aa11:s1" not in said(store)
    # it was told of on that statement's word, and is not the reporter's own
    assert "aa11:e1" not in happened(store)
    assert store.info().statements == info.statements - 1
    assert store.info().events == info.events - 1
    assert all(link.from_ != "aa11:s1" for r in store.export() for link in r.links)
    found = store.get("aa11:s1")
    assert found.retracted and found.item.id == "aa11:s1"
    with pytest.raises(RecordError, match="retracted, by correction 1; undo that first"):
        decide(store, "aa11:s1", "act", "warn")
    store.undo(1, reason="it was said", by="b")
    assert store.info().statements == info.statements
    assert store.record("aa11") == replace(example(), report=store.record("aa11").report)


def test_what_rested_on_a_retracted_place_actor_or_time_is_not_known(store: Store) -> None:
    for item in ("t1", "p1", "a2"):
        decide(store, f"aa11:{item}", "retracted", True)
    record = store.record("aa11")
    assert (record.statements[0].said, record.events[0].when) == (None, None)
    assert (record.events[0].where, record.events[0].where_place) == (None, None)
    source = record.statements[1].source
    assert source is not None and source.actor is None
    assert source.span.text == "Foreign Minister Ilan Toreck"


def test_a_retracted_statement_leaves_what_lay_within_it_in_the_next(store: Store) -> None:
    decide(store, "aa11:s3", "retracted", True)
    assert [s.within for s in store.record("aa11").statements] == [None] * 4


def test_a_retracted_report_is_gone_and_supersedes_nothing(store: Store) -> None:
    later = example("cc33", title="Denial", version_of="aa11")
    store.add(later)
    last = example("dd44", title="Denial", version_of="cc33")
    assert said(store, report="aa11") == []
    decide(store, "cc33", "retracted", True)
    assert len(said(store, report="aa11")) == 5
    assert said(store, versions="all", report="cc33") == []
    assert [row.report.id for row in store.reports(ReportFilter(versions="all"))] == [
        "aa11",
        "bb22",
    ]
    assert [r.report.id for r in store.export()] == ["aa11", "bb22"]
    assert store.info().reports == 2
    assert {hit.report.id for hit in store.search("gas")} == {"aa11", "bb22"}
    # one that follows it stands, and supersedes the first
    store.add(last)
    assert said(store, report="aa11") == []
    assert len(said(store, report="dd44")) == 5
    assert store.add(later).status == "there"


def test_numbers_of_the_retracted_are_not_given_to_others(store: Store) -> None:
    decide(store, "bb22", "retracted", True)
    store.add(example("cc33", title="Third"))
    before = store.record("cc33")
    store.undo(1, reason="r", by="b")
    assert store.record("cc33") == before
    assert len(said(store)) == 15


class Again:
    """What the stages that read would tell: the same items, of another day."""

    def links(self, record: ReportRecord) -> tuple[Link, ...]:
        return (Link("about", f"{record.report.id}:s2", f"{record.report.id}:e1", 1.0, "anew"),)

    def again(self, report: Report) -> ReportRecord | None:
        read = example(report.id)
        (time,) = read.times
        time = replace(time, value="2021-04-06", from_="2021-04-06", to="2021-04-07")
        statements = tuple(replace(s, said=s.said and "2021-04-06") for s in read.statements)
        # another reading may number them otherwise
        (first, *others) = statements
        renumbered = (replace(first, id=f"{report.id}:s9"), *others)
        return replace(read, report=report, times=(time,), statements=renumbered, events=())


def test_another_date_of_publication_moves_what_rests_on_it(store: Store) -> None:
    decide(store, "aa11", "published", "2021-04-07", reread=Again())
    record = store.record("aa11")
    assert (record.report.published, record.report.published_basis) == ("2021-04-07", "told")
    assert record.times[0].value == record.statements[0].said == "2021-04-06"
    days = {row.day for row in store.statements(StatementFilter(report="aa11"))}
    assert days == {"2021-04-06", "2021-04-07"}
    assert [link.kind for link in record.links] == ["about"]
    # what another reading did not find again has no day of the old date's
    assert record.events[0].when == "2021-04-06"
    store.undo(1, reason="r", by="b")
    assert store.record("aa11").times == example().times
    assert store.record("aa11").links == example().links


def test_without_another_reading_such_days_are_unsettled(store: Store) -> None:
    decide(store, "aa11", "published", None)
    record = store.record("aa11")
    assert (record.report.published, record.report.published_basis) == (None, None)
    assert record.times[0].value == "XXXX-XX-XX" and record.times[0].from_ is None
    assert {row.day for row in store.statements(StatementFilter(report="aa11"))} == {None}


def test_the_headline_is_searched_as_it_stands(store: Store) -> None:
    decide(store, "aa11", "title", "Aeroplanes over the strait")
    assert [hit.report.id for hit in store.search("aeroplanes")] == ["aa11"]
    store.undo(1, reason="r", by="b")
    assert list(store.search("aeroplanes")) == []


def test_a_report_fetched_again_is_known_by_what_was_read_of_it(store: Store) -> None:
    decide(store, "aa11", "title", "Another headline")
    assert store.add(example()).differs == ()
    changed = example("cc33", text=example().report.text + " ")
    assert store.add(changed).version_of == "aa11"


def test_who_is_who_is_decided(store: Store) -> None:
    rows = {row.statement.id: row for row in store.statements()}
    toreck, venn = rows["aa11:s2"].speaker, rows["bb22:s3"].addressee
    assert toreck is not None and venn is not None and toreck.record_id != venn.record_id
    decide(store, "aa11:a2", "same_as", "bb22:a3")
    rows = {row.statement.id: row for row in store.statements()}
    toreck, venn = rows["aa11:s2"].speaker, rows["bb22:s3"].addressee
    assert toreck is not None and venn is not None and toreck.record_id == venn.record_id
    for other in ("bb22:a3", "aa11:e1", "aa11:a2"):
        with pytest.raises(RecordError, match=r"already|cannot be"):
            decide(store, "aa11:a2", "same_as", other)
    with pytest.raises(RecordError, match="correction 1 says otherwise"):
        decide(store, "bb22:a3", "not_same_as", "aa11:a2")


@pytest.mark.parametrize(
    ("item", "field", "value", "said"),
    [
        ("aa11:s1", "act", "lie", "it must be one of assert, accuse"),
        ("aa11:s1", "act", "deny", "is \"deny\" already"),
        ("aa11:s1", "mood", "x", "what can is act, said"),
        ("aa11:s1", "said", "Tuesday", "give a day as 2017-04-04"),
        ("aa11:s1", "said", "2021-02-30", "give a day"),
        ("aa11:s1", "said", "2021-03-04/2021-03-01", "ends before it begins"),
        ("aa11:s1", "source", "bb22:a1", "give one of the actors of its report: a1 Kalmeria"),
        ("aa11:s1", "source", "a99", "has no a99"),
        ("aa11:s1", "retracted", False, "undo the correction"),
        ("aa11:e1", "mode", "phone", "ASSAULT has"),
        ("aa11:e1", "where", {"name": "X", "lat": 3}, "correct that"),
        ("aa11:e1", "where", " ", "give the name of a place"),
        ("aa11:e1", "on_word_of", "a1", "id of a statement"),
        ("aa11:e1", "count.1", "many", "give a number"),
        ("aa11:e1", "count.1", "20-12", "is no range"),
        ("aa11:e1", "count.2", "3", "what can is"),
        ("aa11:p1", "coordinates", "200,3", "latitude is between"),
        ("aa11:p1", "country", "Atlantis of old", "country's name"),
        ("aa11:a1", "named", "perhaps", "true or false"),
        ("aa11:a1", "name", " ", "give its words"),
        ("aa11", "published", "2021-03-10T10:00", "with its zone"),
        ("aa11", "published", "March", "give a date"),
        ("aa11:e1", "same_as", "aa11:s1", "only two actors can, or two events"),
    ],
)  # fmt: skip
def test_what_says_nothing_is_refused(
    store: Store, item: str, field: str, value: Any, said: str
) -> None:
    with pytest.raises(RecordError, match=said.replace("(", r"\(")):
        decide(store, item, field, value)
    assert list(store.corrections()) == []
    assert store.record("aa11") == replace(example(), report=store.record("aa11").report)


def test_an_undoing_is_refused_where_it_cannot_be(store: Store) -> None:
    decide(store, "aa11:e1", "type", "COERCE")
    decide(store, "aa11:e1", "mode", "arrest")
    with pytest.raises(RecordError, match="correction 2 rests on it, so undo that first"):
        store.undo(1, reason="r", by="b")
    store.undo(2, reason="r", by="b")
    for number, said in ((2, "already, by 3"), (3, "undoes 2; decide that again"), (9, "no corr")):
        with pytest.raises(RecordError, match=said):
            store.undo(number, reason="r", by="b")
    with pytest.raises(RecordError, match="needs a reason"):
        store.undo(1, reason=" ", by="b")


def lines(store: Store) -> list[Any]:
    return [json.loads(json.dumps(to_plain(row))) for row in store.decided()]


def test_decisions_are_taken_to_another_record(store: Store, tmp_path: Path) -> None:
    decide(store, "aa11:s1", "act", "accuse")
    decide(store, "aa11:s1", "source", "a3")
    decide(store, "bb22:e1", "retracted", True)
    store.undo(1, reason="no", by="N. Reader")
    with open_store(tmp_path / "new.db", write=True) as new:
        # in another order, and read by a program that numbers its statements otherwise
        read = example()
        shifted = tuple(
            replace(s, id=f"aa11:s{n}", within="aa11:s13" if s.within else None)
            for n, s in enumerate(read.statements, 11)
        )
        events = (replace(read.events[0], on_word_of="aa11:s11"), read.events[1])
        new.add(example("bb22", title="Another", published="2021-03-11"))
        new.add(replace(read, statements=shifted, events=events, links=()))
        taken = list(new.take(lines(store)))
        assert [t.problem for t in taken] == [None] * 4
        (first,) = (s for s in new.record("aa11").statements if s.id == "aa11:s11")
        assert first.act == "deny"
        assert first.source is not None and first.source.actor == "aa11:a3"
        assert [(c.by, c.at) for c in new.corrections()] == [
            (c.by, c.at) for c in store.corrections()
        ]
        assert [t.correction for t in new.take(lines(store))] == [None] * 4


def test_a_decision_about_other_words_is_not_taken(store: Store, tmp_path: Path) -> None:
    decide(store, "aa11:s1", "act", "accuse")
    (line,) = lines(store)
    with open_store(tmp_path / "new.db", write=True) as new:
        read = example()
        moved = replace(read.statements[0], content=(Span(0, 8, "Kalmeria"),))
        new.add(replace(read, statements=(moved, *read.statements[1:])))
        bad = [
            line,
            {**line, "item_id": 3},
            None,
            {**line, "undoes": 7},
            {**line, "words": [{"id": "aa11:s1"}]},
            {**line, "item_id": "zz:s1", "words": []},
        ]
        said = [str(taken.problem) for taken in new.take(bad)]
        assert [
            any(word in one for word in ("decide it anew", "must be", "no JSON object",
                                         "not in the file", "start, end", "no report"))
            for one in said
        ] == [True] * 6  # fmt: skip
        assert list(new.corrections()) == []


def test_what_may_be_corrected_is_told(store: Store) -> None:
    decide(store, "aa11:s1", "act", "accuse")
    fields = {row.field: row for row in store.correctable("aa11:s1")}
    assert (fields["act"].value, fields["act"].read) == ("accuse", "deny")
    assert "warn" in fields["act"].choices
    assert {row.field for row in store.correctable("aa11")} >= {"published", "retracted"}
    with pytest.raises(QueryError):
        store.correctable("aa11:s99")


def test_a_reader_sees_what_another_decides(store: Store, tmp_path: Path) -> None:
    with open_store(tmp_path / "record.db") as reader:
        assert reader.record("aa11").statements[0].act == "deny"
        decide(store, "aa11:s1", "act", "accuse")
        assert reader.record("aa11").statements[0].act == "accuse"


def test_links_that_stand_twice_keep_both_their_numbers() -> None:
    twice = Link("copies", "abcd", "abcd", 0.5, "the same words")
    kept = Links(((4, twice), (7, twice)))
    assert kept.of([twice, twice, twice], frozenset()).numbered == (
        (4, twice), (7, twice), (None, twice)
    )  # fmt: skip
