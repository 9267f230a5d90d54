"""Adding to a record: whole or not at all, once, and as it was given."""

from __future__ import annotations

import dataclasses
import itertools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.codec import load_schema, to_json_line
from onrecord.errors import QueryError, RecordError, SpanError, StoreError
from onrecord.records import Actor, Link, Report, ReportRecord, Span, Statement
from onrecord.store import ReportFilter, Store, open_store
from tests.anyrecords import records
from tests.recordmaking import TEXT, at, example, report

VALID = jsonschema.Draft202012Validator(load_schema())


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(tmp_path / "record.db", write=True) as opened:
        yield opened


def kept(store: Store, record: ReportRecord) -> ReportRecord:
    """The record as the store gives it back, but for when it was received."""
    found = store.record(record.report.id)
    assert found.report.received is not None
    return dataclasses.replace(
        found, report=dataclasses.replace(found.report, received=record.report.received)
    )


def test_a_record_is_given_back_as_it_was(store: Store) -> None:
    record = example(path="in/a.html", original="<p>…</p>", language="en", readable=False)
    added = store.add(record)
    assert (added.report_id, added.status, added.version_of) == ("aa11", "new", None)
    assert kept(store, record) == record
    assert store.has("aa11") and not store.has("aa1")


def test_when_it_was_received_is_kept_as_told(store: Store) -> None:
    store.add(example(received="2021-03-11T08:00:00Z"))
    assert store.record("aa11").report.received == "2021-03-11T08:00:00Z"


@pytest.mark.parametrize(
    "text", ["a\0b Kalm", "\ufeffBOM", "𝔘𝔫𝔦 😀 e\u0301", "\r\n line\r", "\U0010ffff x"]
)
def test_odd_texts_are_kept_code_point_for_code_point(store: Store, text: str) -> None:
    last = Span.of(text, len(text) - 1, len(text))
    actor = Actor("aa11:a1", "x", "other", (Span.of(text, 0, len(text)), last))
    record = ReportRecord(report(text=text), actors=(actor,))
    store.add(record)
    assert kept(store, record) == record


@settings(max_examples=40, deadline=None)
@given(record=records())
def test_any_record_is_given_back_and_exported_validly(
    tmp_path_factory: pytest.TempPathFactory, record: ReportRecord
) -> None:
    with open_store(tmp_path_factory.mktemp("any") / "record.db", write=True) as store:
        store.add(record)
        assert kept(store, record) == record
        (exported,) = store.export()
    VALID.validate(json.loads(to_json_line(exported)))
    assert exported.report.text == record.report.text
    assert [s.content for s in exported.statements] == [s.content for s in record.statements]


def test_the_same_report_again_adds_nothing(store: Store) -> None:
    store.add(example())
    before = store.info()
    again = store.add(example(author="A. Writer", published="2021-03-12", title=None))
    assert (again.status, again.differs) == ("there", ("author", "published"))
    assert store.info() == before
    assert store.record("aa11").report.published == "2021-03-10"


def first(record: ReportRecord, kind: str, **changes: Any) -> ReportRecord:
    """``record`` with its first item of a kind changed."""
    items = getattr(record, kind)
    changed = (dataclasses.replace(items[0], **changes), *items[1:])
    return dataclasses.replace(record, **{kind: changed})


UNSOUND = [
    (first(example(), "statements", cue=Span(0, 3, "xyz")), "aa11:s1: cue quotes 'xyz'"),
    (first(example(), "statements", content=(Span(9999, 10002, "xyz"),)), "aa11:s1: content"),
    (first(example(), "events", trigger=Span(0, 3, "xyz")), "aa11:e1: trigger"),
    (first(example(), "actors", mentions=(Span(0, 3, "xyz"),)), "aa11:a1: a mention"),
    (first(example(), "times", span=Span(0, 3, "xyz")), "aa11:t1 quotes"),
    (first(example(), "places", span=Span(0, 3, "xyz")), "aa11:p1 quotes"),
    (first(example(), "links", spans=(("aa11", Span(0, 3, "xyz")),)), "link denies"),
    (first(example(), "links", spans=(("zz", Span(0, 3, "xyz")),)), "'zz', which is not"),
    (first(example(), "links", to="aa11:e77"), "'aa11:e77' is no item"),
    (first(example(), "statements", id="bb22:s1"), "'bb22:s1' is not aa11:s and a number"),
    (first(example(), "statements", id="aa11:s²"), "'aa11:s²' is not"),
    (first(example(), "statements", id="aa11:s2"), "'aa11:s2' is given twice"),
    (first(example(), "statements", addressee="aa11:p1"), "addressee is 'aa11:p1'"),
    (first(example(), "statements", said_time="aa11:t9"), "said_time is 'aa11:t9'"),
    (first(example(), "statements", within="aa11:s1"), "within is 'aa11:s1'"),
    (first(example(), "statements", within="aa11:s4"), "lies within itself"),
    (first(example(), "events", actor=("aa11:a9",)), "actor is 'aa11:a9'"),
    (first(example(), "events", recipient=("aa11:a9",)), "recipient is 'aa11:a9'"),
    (first(example(), "events", when_time="aa11:t9"), "when_time is 'aa11:t9'"),
    (first(example(), "events", where_place="aa11:a1"), "where_place is 'aa11:a1'"),
    (first(example(), "events", on_word_of="nobody"), "on_word_of is 'nobody'"),
    (first(example(), "places", country="Kalmeria"), "country GLOB"),
    (first(example(), "places", lat=99.0), "lat BETWEEN"),
    (first(example(), "actors", name="half \ud800"), "half a surrogate pair"),
    (ReportRecord(Report("a:b", "x", "00")), "id is 'a:b'"),
    (ReportRecord(Report("aa", "x", "00")), "sha256"),
    (ReportRecord(Report("aa", "x\ud800", "00")), "surrogate"),
    (ReportRecord(report(version_of="zz")), "which is not in the record; add that first"),
    (ReportRecord(report(version_of="aa11")), "a version of itself"),
    (ReportRecord(report(published="last May")), "published is 'last May'"),
    (ReportRecord(report(published="2021-02-30")), "published is '2021-02-30'"),
]


@pytest.mark.parametrize(("record", "message"), UNSOUND, ids=range(len(UNSOUND)))
def test_what_is_not_sound_is_refused_whole(
    store: Store, record: ReportRecord, message: str
) -> None:
    if "within itself" in message:
        fourth = dataclasses.replace(record.statements[3], within="aa11:s1")
        record = dataclasses.replace(
            record, statements=(*record.statements[:3], fourth, record.statements[4])
        )
    with pytest.raises(RecordError) as told:
        store.add(record)
    assert message in str(told.value)
    assert isinstance(told.value, SpanError) == ("quotes" in str(told.value))
    info = store.info()
    assert (info.reports, info.statements, info.links) == (0, 0, 0)
    assert list(store.search("Kalmeria")) == []
    store.add(example())
    assert store.info().reports == 1


def test_statements_may_lie_within_later_ones(store: Store) -> None:
    record = first(example(), "statements", within="aa11:s5")
    store.add(record)
    assert kept(store, record) == record


def test_a_changed_page_is_a_version_of_the_earlier(store: Store) -> None:
    url = "https://tovrin.example/denial"
    store.add(example("aa11", url=url))
    second = store.add(ReportRecord(report("bb22", TEXT + " Updated.", url=url, title="Denial 2")))
    assert (second.status, second.version_of) == ("version", "aa11")
    third = store.add(ReportRecord(report("cc33", TEXT + " Again.", url=url, title="Denial 2")))
    assert third.version_of == "bb22"
    assert [row.report.id for row in store.reports()] == ["cc33"]
    every = {row.report.id: row.newer for row in store.reports(ReportFilter(versions="all"))}
    assert every == {"aa11": "bb22", "bb22": "cc33", "cc33": None}
    assert store.record("aa11").report.text == TEXT
    assert list(store.statements()) == []
    assert store.info().versions == 2


@pytest.mark.parametrize(
    ("change", "version"),
    [
        ({}, True),
        ({"published": "2021-03-11"}, False),
        ({"title": "Another"}, False),
        ({"outlet": "Another"}, False),
        ({"title": None}, False),
    ],
)
def test_the_same_headline_of_the_same_day_is_a_version(
    store: Store, change: dict[str, Any], version: bool
) -> None:
    store.add(example())
    added = store.add(ReportRecord(report("bb22", TEXT + " Updated.", **change)))
    assert (added.version_of == "aa11") == version


def test_reports_of_which_nothing_is_known_are_no_versions(store: Store) -> None:
    bare = {"outlet": None, "title": None, "published": None}
    store.add(ReportRecord(report("aa11", "One text.", **bare)))
    assert store.add(ReportRecord(report("bb22", "Another.", **bare))).status == "new"


def test_a_source_is_passed_over_only_as_it_was(store: Store) -> None:
    store.add_source("a.csv", "00", 3)
    store.add_source("a.csv", "00", 3)
    assert store.has_source("a.csv", "00")
    assert not store.has_source("a.csv", "11") and not store.has_source("b.csv", "00")


def test_links_between_reports_are_kept_once(store: Store) -> None:
    store.add(example("aa11"))
    store.add(example("bb22", title="Another"))
    link = Link(
        "restates", "bb22:s1", "aa11:s1", 0.5, "same words", None,
        (("aa11", at(TEXT, "denied")), ("bb22", at(TEXT, "denied"))),
    )  # fmt: skip
    other = Link("copies", "bb22", "aa11", 1.0, "the same text")
    assert store.add_links([link, other]) == 2
    assert store.add_links([link]) == 0
    assert list(store.links()) == [other, link]
    with pytest.raises(RecordError, match="'cc33' is no item or report"):
        store.add_links(
            [Link("copies", "aa11", "bb22", 1.0, "x"), Link("copies", "cc33", "aa11", 1, "")]
        )
    assert len(list(store.links())) == 2
    with pytest.raises(RecordError, match="quotes 'xyz'"):
        store.add_links(
            [Link("copies", "aa11", "bb22", 1, "", None, (("aa11", Span(0, 3, "xyz")),))]
        )


def test_a_store_for_reading_takes_nothing(store: Store, tmp_path: Path) -> None:
    store.add(example())
    with open_store(tmp_path / "record.db") as reader:
        with pytest.raises(StoreError, match="reading only"):
            reader.add(example("bb22"))
        assert reader.has("aa11")


def test_a_closed_store_says_so(tmp_path: Path) -> None:
    store = open_store(tmp_path / "record.db", write=True)
    store.close()
    store.close()
    with pytest.raises(StoreError, match="is closed"):
        store.has("aa11")


def named(id: str, name: str, country: str | None, **fields: Any) -> ReportRecord:
    """A report in which an actor says something."""
    record = report(id, f"{name} said so to {name}.", title=id)
    span = Span.of(record.text, 0, len(name))
    given = {"kind": "person", "country": country, **fields}
    actor = Actor(f"{id}:a1", name, mentions=(span,), **given)
    said = at(record.text, "said")
    statement = Statement(f"{id}:s1", None, said, (), "indirect", "assert", f"{id}:a1")
    return ReportRecord(record, actors=(actor,), statements=(statement,))


REPORTS = [
    named("aa11", "The Omar Dal", None, aliases=("Dal",)),
    named("bb22", "Omar Dal", "SYR"),
    named("cc33", "OMAR DAL", "SYR", sector="GOV", aliases=("O. Dal",)),
    named("dd44", "Omar Dal", None, kind="government"),
    named("ee55", "Omar Dal", None, kind="military"),
    named("ff66", "officials", None, named=False),
    named("0077", "officials", None, named=False),
    named("0088", "the army", None, kind="military"),
    named("0099", "the army", None, kind="military"),
    named("1188", "Kal Vess", "SYR"),
    named("2299", "Kal Vess", "RUS"),
    named("33aa", "Kal Vess", None),
]


def test_the_export_is_the_same_in_whatever_order_it_was_added(tmp_path: Path) -> None:
    seen = set()
    for n, shift in enumerate(itertools.chain(range(0, 12, 4), [-1])):
        order = REPORTS[::-1] if shift == -1 else REPORTS[shift:] + REPORTS[:shift]
        with open_store(tmp_path / f"{n}.db", write=True) as store:
            for record in order:
                store.add(record)
            lines = [to_json_line(record) for record in store.export()]
            answers = [
                list(map(repr, rows))
                for rows in (store.actors(), store.statements(), store.places(), store.timeline())
            ]
        received = repr(answers)
        seen.add(("\n".join(lines), received))
    assert len(seen) == 1


def test_only_named_actors_of_one_name_are_one(store: Store) -> None:
    for record in REPORTS:
        store.add(record)
    actors = {record.report.id: record.actors[0] for record in store.export()}
    ids = {report_id: actor.id for report_id, actor in actors.items()}
    assert ids["aa11"] == ids["bb22"] == ids["cc33"]
    assert actors["aa11"].name == actors["bb22"].name == "Omar Dal"
    assert (actors["aa11"].country, actors["aa11"].sector) == ("SYR", "GOV")
    assert actors["aa11"].aliases == actors["bb22"].aliases
    assert actors["aa11"].aliases == ("Dal", "O. Dal", "OMAR DAL", "The Omar Dal")
    assert ids["dd44"] == ids["ee55"] != ids["aa11"]
    for alone in ("ff66", "0077", "0088", "0099"):
        assert ids[alone] == f"{alone}:a1"
    # three of a name, of two countries: of which the third is, nobody says
    assert len({ids["1188"], ids["2299"], ids["33aa"]}) == 3
    assert ids["33aa"] == "33aa:a1"
    assert all(record.statements[0].addressee == record.actors[0].id for record in store.export())
    assert store.record("aa11").actors[0].id == "aa11:a1"


@given(st.text(max_size=20))
@settings(max_examples=30, deadline=None)
def test_any_id_is_found_or_is_a_query_error(
    tmp_path_factory: pytest.TempPathFactory, asked: str
) -> None:
    with open_store(tmp_path_factory.mktemp("ids") / "record.db", write=True) as store:
        store.add(example())
        try:
            assert store.get(asked).report.id == "aa11"
        except QueryError:
            assert not "aa11".startswith(asked) or asked == ""
