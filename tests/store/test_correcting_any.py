"""Of any record and any decisions: undone, they leave no trace; some undone, the others hold."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.codec import to_json_line
from onrecord.errors import RecordError
from onrecord.records import ReportRecord
from onrecord.store import Store, open_store, schema
from onrecord.store.check import check_record
from tests.anyrecords import records
from tests.recordmaking import example

TIMES = ["2021-03-01", "2020", "XXXX-WXX-2", "2021-03-01/2021-03-04", None]
ACTORS = ["a0", "a1", "a2", "a1,a2", None]
VALUES: dict[str, list[Any]] = {
    "confirmed": [True, "yes", False, "denies aa11:s1"],
    "not_linked": ["denies aa11:s1", {"kind": "denies", "to": "x"}, None],
    "published": ["2021-04-02", "2021-04-02T10:00+02:00", None],
    "value": TIMES,
    "said": TIMES,
    "when": TIMES,
    "country": ["SYR", "Norway", None],
    "coordinates": ["36.5,37", [1, -2], None],
    "geonameid": ["17", None],
    "named": [True, False],
    "source": ACTORS,
    "addressee": ACTORS,
    "actor": ACTORS,
    "recipient": ACTORS,
    "mode": ["aerial", "arrest", None],
    "where": ["Tovrin", "p0", "p1", "Brasnick", None],
    "on_word_of": ["s0", "s1", "s2", "reporter"],
    "retracted": [True],
}
"""What somebody may write; of other fields without choices any words."""
WORDS = ["Ilan Toreck", "Brasnik", "the army", None]
COUNTS = ["12-20 killed", "3+ hurt", "5", None]

Decision = tuple[str, str, Any]


def ids_of(record: ReportRecord) -> list[str]:
    lists = (record.times, record.places, record.actors, record.statements, record.events)
    return [record.report.id, *(item.id for items in lists for item in items)]


@st.composite
def decisions(draw: st.DrawFn, store: Store, record: ReportRecord) -> Decision:
    """A decision about an item of the record, which may be refused."""
    item = draw(st.sampled_from(ids_of(record)))
    field = draw(st.sampled_from(store.correctable(item)))
    words = COUNTS if field.field.startswith("count.") else VALUES.get(field.field, WORDS)
    value = draw(st.sampled_from(field.choices or words))
    return item, field.field, value


def taken(store: Store, decision: Decision) -> int | None:
    """The number of the decision, where it could be taken."""
    item, field, value = decision
    try:
        return store.correct(item, field, json.dumps(value), reason="r", by="b").number
    except RecordError:
        return None


def undo_all(store: Store) -> None:
    """Undoes every decision; one that others rest on after those."""
    left = [c.number for c in store.corrections() if c.undoes is None and c.undone_by is None]
    for number in reversed(left):
        store.undo(number, reason="r", by="b")


def rows(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All rows that decisions may change, and whose each actor is."""
    db = sqlite3.connect(path)
    found = {
        table: sorted(db.execute(f"SELECT * FROM {table}").fetchall(), key=repr)
        for table in (*schema.FOLLOWING, "actor_record", "correcting")
    }
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    db.execute("INSERT INTO report_fts (report_fts) VALUES ('integrity-check')")
    db.close()
    return found


def answers(store: Store) -> list[Any]:
    """All that the record says, whatever the numbers of its rows."""
    return [
        *(to_json_line(record) for record in store.export()),
        *store.timeline(),
        *store.actors(),
        *store.places(),
        *store.reports(),
    ]


def sound(store: Store) -> None:
    for record in store.export():
        check_record(store.record(record.report.id))


ANY = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@ANY
@given(st.data())
def test_what_is_undone_leaves_no_trace(data: st.DataObject) -> None:
    record = data.draw(records(id="abcd") | st.just(example("abcd")))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "record.db")
        with open_store(path, write=True) as store:
            store.add(record)
            store.add(example("bb22", title="Another"))
            before, said = rows(path), answers(store)
            for _ in range(data.draw(st.integers(1, 5))):
                taken(store, data.draw(decisions(store, record)))
                sound(store)
                rows(path)
            undo_all(store)
            assert rows(path) == before
            assert answers(store) == said


@ANY
@given(st.data())
def test_the_others_hold_as_if_the_undone_had_never_been(data: st.DataObject) -> None:
    record = data.draw(records(id="abcd") | st.just(example("abcd")))
    with tempfile.TemporaryDirectory() as folder:
        with open_store(Path(folder, "one.db"), write=True) as store:
            store.add(record)
            made: dict[int, Decision] = {}
            for _ in range(data.draw(st.integers(2, 5))):
                decision = data.draw(decisions(store, record))
                number = taken(store, decision)
                if number is not None:
                    made[number] = decision
            for number in data.draw(st.permutations(sorted(made)))[: len(made) // 2]:
                try:
                    store.undo(number, reason="r", by="b")
                except RecordError as error:
                    assert "rests on it" in str(error)
                else:
                    del made[number]
            stands = answers(store)
        with open_store(Path(folder, "two.db"), write=True) as store:
            store.add(record)
            for decision in made.values():
                # what an undone decision had changed back may stand already
                taken(store, decision)
            assert _without_moments(answers(store)) == _without_moments(stands)


def _without_moments(answered: list[Any]) -> list[str]:
    """What depends on when the report came in is the same moment here, or nearly so."""
    return [repr(getattr(one, "report", one)) if hasattr(one, "received") else repr(one)
            for one in answered]  # fmt: skip
