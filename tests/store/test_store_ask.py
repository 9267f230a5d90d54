"""What a record answers: who said what, about what, to whom, and when."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from onrecord.errors import QueryError
from onrecord.records import (
    Actor,
    Place,
    ReportRecord,
    Source,
    Statement,
)
from onrecord.store import (
    ActorFilter,
    EventFilter,
    ReportFilter,
    StatementFilter,
    Store,
    TimelineFilter,
    WarningFilter,
    open_store,
)
from tests.askedrecords import MOSCOW
from tests.recordmaking import TEXT, at, example, report


def said(store: Store, **asked: Any) -> list[str]:
    """The statements that answer, by id."""
    return [row.statement.id for row in store.statements(StatementFilter(**asked))]


def happened(store: Store, **asked: Any) -> list[str]:
    """The events that answer, by id."""
    return [row.event.id for row in store.events(EventFilter(**asked))]


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        ("Russia", "cc33:s1 cc33:s2 cc33:s3"),
        ("RUS", "cc33:s1 cc33:s2 cc33:s3"),
        ("the kremlin", "cc33:s1"),
        ("Lavrov", "cc33:s2"),
        ("sergei LAVROV", "cc33:s2"),
        ("Russian defence ministry", "cc33:s3"),
        ("defence ministry", "cc33:s3"),
        ("MoD", "cc33:s3"),
        ("foreign ministry", "aa11:s2 aa11:s3 cc33:s2"),
        ("Assad", "cc33:s6"),
        ("Assad government", "cc33:s7"),
        ("Syria", "cc33:s6 cc33:s7"),
        ("White House", "cc33:s8"),
        ("U.S.", "cc33:s8"),
        ("Kalmeria", "aa11:s1"),
        ("cc33:a2", "cc33:s2"),
        ("Nobody Known", ""),
    ],
)
def test_by(store: Store, by: str, expected: str) -> None:
    assert said(store, by=by) == expected.split()


def test_by_the_records_actor(store: Store) -> None:
    (actor,) = store.actors(ActorFilter(name="Lavrov"))
    assert actor.id.startswith("record:a")
    assert said(store, by=actor.id) == ["cc33:s2"]


def test_a_country_of_ones_own_is_known_by_its_gazetteer(tmp_path: Path) -> None:
    text = "Kalmeria spoke in Kalmeria. The foreign minister agreed."
    span = at(text, "Kalmeria", 1)
    record = ReportRecord(
        report("ee55", text),
        places=(Place("ee55:p1", span, "Kalmeria", "XKM", -31.0, -19.0, None, "A"),),
        actors=(
            Actor("ee55:a1", "Kalmeria", "government", (at(text, "Kalmeria"),), "XKM", "GOV"),
            Actor("ee55:a2", "minister", "person", (at(text, "minister"),), "XKM", "GOV", False),
        ),
        statements=(
            Statement("ee55:s1", Source(at(text, "minister"), "ee55:a2", False),
                      at(text, "agreed"), (), "indirect", "confirm"),
        ),
    )  # fmt: skip
    with open_store(tmp_path / "record.db", write=True) as store:
        store.add(record)
        assert said(store, by="Kalmeria") == ["ee55:s1"]


def matched(store: Store, **asked: Any) -> dict[str, str]:
    """The statements that answer, with why."""
    rows = store.statements(StatementFilter(**asked))
    return {row.statement.id: " ".join(row.matched) for row in rows}


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"about": "using nerve gas"}, {"cc33:s1": "content"}),
        ({"about": "used nerve-gas"}, {"cc33:s1": "content"}),
        ({"about": '"nerve gas"'}, {"cc33:s1": "content"}),
        ({"about": '"gas nerve"'}, {}),
        ({"about": "the bombing"}, {"aa11:s1": "content"}),
        ({"about": "Khan Sheikhoun"}, {"cc33:s1": "content place", "dd44:s1": "content place"}),
        ({"about": "Khan Shaykhun"}, {"cc33:s1": "content place", "dd44:s1": "place"}),
        ({"about": "Mara Venn"}, {"aa11:s3": "sentence actor addressee"}),
        ({"about": "Kalmeria"}, {"aa11:s3": "content actor"}),
        ({"about": "Lavrov"}, {}),
        ({"about": "Lavrov", "scope": "report", "act": ("praise",)}, {"cc33:s4": "report"}),
        ({"about": "Tovrin"}, {}),
        ({"about": "reporters"}, {}),
        ({"about": "minister", "scope": "content"}, {}),
        ({"about": "minister"}, {"cc33:s2": "sentence"}),
        ({"about": "stag*"}, {"cc33:s2": "content"}),
        ({"about": "stag"}, {}),
    ],
    ids=str,
)
def test_about(store: Store, asked: dict[str, Any], expected: dict[str, str]) -> None:
    assert matched(store, **asked) == expected


@pytest.mark.parametrize("words", ["", "  ", '""', "*", "“”", "—", "!?"])
def test_about_nothing_is_a_query_error(store: Store, words: str) -> None:
    with pytest.raises(QueryError, match="no word"):
        said(store, about=words)
    with pytest.raises(QueryError, match="no word"):
        list(store.search(words))


@pytest.mark.parametrize(
    "words",
    ['a" OR NEAR(b', "content : x", "gas AND", "-gas", "NOT", "x*y", "\0", "it's (", "^a"],
)
def test_no_word_is_an_operator(store: Store, words: str) -> None:
    try:
        assert said(store, about=words) == said(store, about=words, scope="sentence")
        list(store.search(words))
        list(store.timeline(TimelineFilter(about=words)))
        list(store.reports(ReportFilter(about=words)))
    except QueryError as error:
        assert "no word" in str(error) or "no name" in str(error)


@pytest.mark.parametrize("name", ["", "—", " "])
def test_by_nobody_is_a_query_error(store: Store, name: str) -> None:
    with pytest.raises(QueryError, match="is no name"):
        said(store, by=name)


def test_the_questions_of_the_first_issue(store: Store) -> None:
    denied = store.statements(StatementFilter(act=("deny",), about="using gas"))
    assert [(row.speaker and row.speaker.name, row.statement.act) for row in denied] == [
        ("Ilan Toreck", "deny"),
        ("Kremlin", "deny"),
    ]
    (row,) = store.statements(StatementFilter(by="Russia", about="Khan Sheikhoun"))
    assert row.statement.content[0].text == "using nerve gas at Khan Shaykhun"
    assert row.report.title == "Moscow speaks" and row.report.published == "2021-04-06"
    assert row.sentence.text == "The Kremlin denied using nerve gas at Khan Shaykhun."
    (warning,) = store.warnings(WarningFilter(to="Syria"))
    assert warning.row.statement.id == "cc33:s8"
    assert warning.row.matched == ("condition",)
    assert warning.row.statement.consequence == at(MOSCOW, "Washington will strike")
    (warning,) = store.warnings(WarningFilter(to="Venn"))
    assert (warning.row.statement.id, warning.row.matched) == ("aa11:s3", ("addressee",))
    assert warning.row.addressee and warning.row.addressee.name == "Mara Venn"
    assert [w.row.statement.id for w in store.warnings()] == ["aa11:s3", "cc33:s8"]


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"named": False}, "aa11:s4 cc33:s8 dd44:s1"),
        ({"act": ("deny", "reject"), "named": True}, "aa11:s1 aa11:s2 cc33:s1 cc33:s2 cc33:s7"),
        ({"outlet": "el dia"}, "dd44:s1"),
        ({"outlet": "Nowhere Post"}, ""),
        ({"report": "aa11", "limit": 2}, "aa11:s1 aa11:s2"),
        ({"until": "2021-03-09"}, "aa11:s1"),
        ({"since": "2021-03-10", "until": "2021-03", "act": ("deny",)}, "aa11:s2"),
        ({"since": "2021", "until": "2021", "act": ("deny",)}, "aa11:s1 aa11:s2 cc33:s1"),
        ({"since": "2021-05"}, ""),
        ({"to": "Ordavia", "act": ("deny",)}, ""),
    ],
    ids=str,
)
def test_statements(store: Store, asked: dict[str, Any], expected: str) -> None:
    assert said(store, **asked) == expected.split()


def test_a_statements_row_carries_its_evidence(store: Store) -> None:
    row = next(iter(store.statements(StatementFilter(report="aa11"))))
    assert row.statement == example().statements[0]
    assert (row.day, row.basis) == ("2021-03-09", "stated")
    assert row.speaker and row.speaker.id == "aa11:a1" and row.speaker.country == "XKM"
    assert row.report.outlet == "Tovrin Herald"
    assert TEXT[row.sentence.start : row.sentence.end] == row.sentence.text
    later = list(store.statements(StatementFilter(report="aa11")))[1]
    assert (later.day, later.basis) == ("2021-03-10", "published")
    (undated,) = store.statements(StatementFilter(report="dd44"))
    assert (undated.day, undated.basis) == (None, None)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, "aa11:e1 aa11:e2 dd44:e1"),
        ({"by": "Kalmeria"}, "aa11:e1"),
        ({"to": "Kalmeria"}, ""),
        ({"to": "Venn"}, "aa11:e1"),
        ({"at": "Brasnik"}, "aa11:e1 aa11:e2"),
        ({"at": "brasnick"}, "aa11:e1 aa11:e2"),
        ({"at": "The Town"}, "dd44:e1"),
        ({"at": "Syria"}, ""),
        ({"about": "Khan Shaykhun"}, "dd44:e1"),
        ({"about": "Brasnik"}, "aa11:e1 aa11:e2"),
        ({"type": ("ASSAULT",), "status": ("hypothetical", "planned")}, "aa11:e2 dd44:e1"),
        ({"type": ("AID",)}, ""),
        ({"since": "2021-03-10"}, "aa11:e2"),
        ({"limit": 1}, "aa11:e1"),
    ],
    ids=str,
)
def test_events(store: Store, asked: dict[str, Any], expected: str) -> None:
    assert happened(store, **asked) == expected.split()


def test_an_events_row_names_all_who_are_in_it(store: Store) -> None:
    row = next(iter(store.events()))
    assert row.event == example().events[0]
    assert [actor.name for actor in row.actors] == ["Kalmeria"]
    assert [actor.name for actor in row.recipients] == ["Mara Venn"]
    assert row.place == example().places[0]
    assert row.word_of and row.word_of.name == "Kalmeria"
    assert row.sentence.text == "Kalmeria denied on Tuesday that its jets had bombed Brasnik."


def test_whoever_is_not_asked_for_is_unknown(store: Store) -> None:
    with pytest.raises(QueryError, match="is the id of no actor"):
        said(store, by="aa11:s1")
    with pytest.raises(QueryError, match="is the id of no actor"):
        said(store, by="record:a00")
    assert said(store, about="v:ace") == []
    assert said(store, about="cc33:a9") == ["cc33:s8"]
