"""Every rule that the tables hold, broken by hand and refused."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any, get_args

import pytest

from onrecord import records as r
from onrecord.records import Link
from onrecord.store import open_store, schema
from onrecord.store.connect import connect
from tests.recordmaking import TEXT, example, sha

HASH = sha("x")
SQL = "".join(
    (resources.files("onrecord.store") / "sql" / file).read_text("utf-8") for file in schema.FILES
)


@pytest.fixture
def db(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A record of two reports, with a row in every table, open as the program opens it."""
    path = tmp_path / "record.db"
    with open_store(path, write=True) as store:
        store.add(example("aa11"))
        store.add(example("bb22", title="Another", published="2021-03-11"))
        store.add_links([Link("restates", "bb22:s1", "aa11:s1", 0.5, "same words")])
        store.correct("aa11:s1", "act", '"accuse"', reason="misread", by="M. Reader")
        store.add_source("a.txt", HASH, 1)
    found = connect(path, write=True)
    found.execute("INSERT INTO as_read VALUES ('zz:s1', 800, 1, 's', '{}', 1)")
    found.execute("INSERT INTO redated VALUES (1, '2021-03-12', '{}')")
    yield found
    found.close()


REPORT = (
    "INSERT INTO report (id, length, sha256, published, published_basis, version_of, readable, "
    "received, text) VALUES "
)
KEY, FROM_KEY = "INSERT INTO actor_key SELECT", "FROM actor_key LIMIT 1"
# A statement that breaks one rule, and the rule as SQLite names it.
BROKEN = [
    (f"{REPORT} ('aa11', 1, '{HASH}', NULL, NULL, NULL, 1, 't', 'x')", "there already"),
    (f"REPLACE{REPORT[6:]} ('aa11', 1, '{HASH}', NULL, NULL, NULL, 1, 't', 'x')", "there already"),
    (f"{REPORT} ('', 1, '{HASH}', NULL, NULL, NULL, 1, 't', 'x')", "id <> ''"),
    (f"{REPORT} ('a:b', 1, '{HASH}', NULL, NULL, NULL, 1, 't', 'x')", "id <> ''"),
    (f"{REPORT} ('cc', 0, '{HASH}', NULL, NULL, NULL, 1, 't', '')", "length > 0"),
    (f"{REPORT} ('cc', 2, '{HASH}', NULL, NULL, NULL, 1, 't', 'x')", "length(text) = length"),
    (f"{REPORT} ('cc', 1, 'abc', NULL, NULL, NULL, 1, 't', 'x')", "length(sha256)"),
    (f"{REPORT} ('cc', 1, '{HASH.upper()}', NULL, NULL, NULL, 1, 't', 'x')", "length(sha256)"),
    (f"{REPORT} ('cc', 1, '{HASH}', 'May 2', 'told', NULL, 1, 't', 'x')", "published GLOB"),
    (f"{REPORT} ('cc', 1, '{HASH}', '2021-03-01', 'guess', NULL, 1, 't', 'x')", "_basis IN"),
    (f"{REPORT} ('cc', 1, '{HASH}', '2021-03-01', NULL, NULL, 1, 't', 'x')", "published IS NULL"),
    (f"{REPORT} ('cc', 1, '{HASH}', NULL, NULL, 'cc', 1, 't', 'x')", "version_of <> id"),
    (f"{REPORT} ('cc', 1, '{HASH}', NULL, NULL, 'zz', 1, 't', 'x')", "FOREIGN KEY"),
    (f"{REPORT} ('cc', 1, '{HASH}', NULL, NULL, NULL, 2, 't', 'x')", "readable IN"),
    (f"{REPORT} ('cc', 'one', '{HASH}', NULL, NULL, NULL, 1, 't', 'x')", "cannot store TEXT"),
    ("INSERT INTO item VALUES (900, 'aa11:s1', 1, 's')", "there already"),
    ("REPLACE INTO item VALUES (900, 'aa11:s1', 1, 's')", "there already"),
    ("INSERT INTO item VALUES (900, 'bb22:s99', 1, 's')", "not one of its report"),
    ("INSERT INTO item VALUES (900, 'aa11:e99', 1, 's')", "not one of its report"),
    ("INSERT INTO item VALUES (900, 'aa11:sx', 1, 's')", "not one of its report"),
    ("INSERT INTO item VALUES (900, 'aa11:s', 1, 's')", "not one of its report"),
    ("INSERT INTO item VALUES (900, 'aa11:x9', 1, 'x')", "kind IN"),
    ("INSERT INTO item VALUES (900, 'aa11:s99', 77, 's')", "not one of its report"),
    (f"INSERT INTO span VALUES (1, 1, 'cue', 0, 5, {len(TEXT) + 1})", "beyond the end"),
    ("INSERT INTO span VALUES (1, 1, 'cue', 0, 5, 5)", "stop > start"),
    ("INSERT INTO span VALUES (1, 1, 'cue', 0, -1, 5)", "start >= 0"),
    ("INSERT INTO span VALUES (1, 1, 'cue', -1, 1, 5)", "n >= 0"),
    ("INSERT INTO span VALUES (1, 1, 'tail', 0, 1, 5)", "role IN"),
    ("INSERT INTO span VALUES (1, 1, 'self', 0, 1, 5)", "UNIQUE"),
    ("INSERT INTO span VALUES (1, 2, 'cue', 0, 1, 5)", "FOREIGN KEY"),
    ("INSERT INTO span VALUES (999, 1, 'cue', 0, 1, 5)", "FOREIGN KEY"),
    ("INSERT INTO time VALUES ({i}, 1, 'HOUR', 'x', NULL, NULL, NULL)", "type IN"),
    ("INSERT INTO time VALUES (999, 1, 'DATE', 'x', NULL, NULL, NULL)", "FOREIGN KEY"),
    ("INSERT INTO place VALUES ({i}, 1, 'A', 'Syria', NULL, NULL, NULL, NULL)", "country GLOB"),
    ("INSERT INTO place VALUES ({i}, 1, 'A', NULL, 91, 0, NULL, NULL)", "lat BETWEEN"),
    ("INSERT INTO place VALUES ({i}, 1, 'A', NULL, 0, 181, NULL, NULL)", "lon BETWEEN"),
    ("INSERT INTO place VALUES ({i}, 1, 'A', NULL, 0, NULL, NULL, NULL)", "lat IS NULL"),
    ("INSERT INTO place VALUES (999, 1, 'A', NULL, NULL, NULL, NULL, NULL)", "FOREIGN KEY"),
    ("INSERT INTO candidate VALUES (999, 0, 'A', NULL, 0, 0, NULL, NULL, 0.5)", "FOREIGN KEY"),
    ("INSERT INTO candidate VALUES (2, 5, 'A', 'xx', 0, 0, NULL, NULL, 0.5)", "country GLOB"),
    ("INSERT INTO candidate VALUES (2, 5, 'A', NULL, 91, 0, NULL, NULL, 0.5)", "lat BETWEEN"),
    ("INSERT INTO candidate VALUES (2, 5, 'A', NULL, 0, 200, NULL, NULL, 0.5)", "lon BETWEEN"),
    ("INSERT INTO candidate VALUES (2, 5, 'A', NULL, 0, 0, NULL, NULL, 1.5)", "score BETWEEN"),
    ("INSERT INTO candidate VALUES (2, -1, 'A', NULL, 0, 0, NULL, NULL, 1)", "n >= 0"),
    ("INSERT INTO actor_key VALUES (99, 'king', 'x', '', '', '', 'b', '', 'y')", "sort IN"),
    ("INSERT INTO actor_key VALUES (99, 'body', '', '', '', '', 'b', '', 'y')", "norm <> ''"),
    (f"{KEY} 99, sort, norm, country, office, month, block, family, 'y' {FROM_KEY}", "UNIQUE"),
    (f"{KEY} 99, sort, 'y', country, office, month, block, family, id {FROM_KEY}", "UNIQUE"),
    ("INSERT INTO actor_short VALUES (999, 'x', 1)", "FOREIGN KEY"),
    ("INSERT INTO actor_short VALUES ({a}, '', 1)", "short <> ''"),
    ("INSERT INTO actor_short VALUES ({a}, 'x', 999)", "FOREIGN KEY"),
    ("INSERT INTO actor_post VALUES (999, 'x', '', '', 1)", "FOREIGN KEY"),
    ("INSERT INTO actor_post VALUES ({a}, '', '', '', 1)", "office <> ''"),
    ("INSERT INTO actor_tally VALUES (1, -1)", "n >= 0"),
    ("INSERT INTO actor_use VALUES ('x', 1, -1)", "n >= 0"),
    ("INSERT INTO actor_tenure VALUES (1, '', '', '', -1)", "n >= 0"),
    ("INSERT INTO actor_group VALUES (999, 'x', 'y')", "FOREIGN KEY"),
    ("INSERT INTO actor_parted VALUES (999, 'x', 'y')", "FOREIGN KEY"),
    ("INSERT INTO actor_own VALUES (999, 'x', 'y')", "FOREIGN KEY"),
    ("INSERT INTO actor VALUES ({i}, 1, 'A', 'king', NULL, NULL, 1, NULL)", "kind IN"),
    ("INSERT INTO actor VALUES ({i}, 1, '', 'igo', NULL, NULL, 1, NULL)", "name <> ''"),
    ("INSERT INTO actor VALUES ({i}, 1, 'A', 'igo', 'xx', NULL, 1, NULL)", "country GLOB"),
    ("INSERT INTO actor VALUES ({i}, 1, 'A', 'igo', NULL, NULL, 2, NULL)", "named IN"),
    ("INSERT INTO actor VALUES ({i}, 1, 'A', 'igo', NULL, NULL, 0, 1)", "key IS NULL OR named"),
    ("INSERT INTO actor VALUES ({i}, 1, 'A', 'igo', NULL, NULL, 1, 999)", "FOREIGN KEY"),
    ("INSERT INTO actor VALUES (999, 1, 'A', 'igo', NULL, NULL, 1, NULL)", "FOREIGN KEY"),
    ("INSERT INTO alias VALUES (999, 0, 'A')", "FOREIGN KEY"),
    ("INSERT INTO alias VALUES ({a}, -1, 'A')", "n >= 0"),
    ("INSERT INTO role VALUES (999, 0, 'A', NULL, NULL, NULL)", "FOREIGN KEY"),
    ("INSERT INTO role VALUES ({a}, -1, 'A', NULL, NULL, NULL)", "n >= 0"),
    ("INSERT INTO context VALUES (999, 0, 'A')", "FOREIGN KEY"),
    ("INSERT INTO context VALUES ({e}, -1, 'A')", "n >= 0"),
    ("INSERT INTO count VALUES (999, 0, 'killed', 1, 2)", "FOREIGN KEY"),
    ("INSERT INTO count VALUES ({e}, -1, 'killed', 1, 2)", "n >= 0"),
    ("INSERT INTO count VALUES ({e}, 5, 'killed', 3, 2)", "high >= low"),
    ("INSERT INTO count VALUES ({e}, 5, 'killed', -3, 2)", "low >= 0"),
    ("INSERT INTO event_actor VALUES ({e}, 'actor', 5, 1, {b})", "FOREIGN KEY"),
    ("INSERT INTO event_actor VALUES ({e}, 'victim', 5, 1, {a})", "side IN"),
    ("INSERT INTO event_actor VALUES ({e}, 'actor', -1, 1, {a})", "n >= 0"),
    ("INSERT INTO link VALUES (9, 1, 'likes', 'aa11', 'bb22', 1.0, 'x', NULL)", "kind IN"),
    ("INSERT INTO link VALUES (9, 1, 'copies', 'aa11', 'bb22', 1.0, 'x', 'mood')", "slot IN"),
    ("INSERT INTO link VALUES (9, 1, 'copies', 'aa11:s77', 'bb22', 1.0, 'x', NULL)", "an end"),
    ("INSERT INTO link VALUES (9, 1, 'copies', 'aa11', 'zz', 1.0, 'x', NULL)", "an end"),
    ("INSERT INTO link VALUES (9, 77, 'copies', 'aa11', 'bb22', 1.0, 'x', NULL)", "FOREIGN KEY"),
    ("INSERT INTO link VALUES (9, NULL, 'restates', 'bb22:s1', 'aa11:s1', 1, 'x', NULL)", "UNIQUE"),
    (f"INSERT INTO link_span VALUES (1, 5, 1, 0, {len(TEXT) + 1})", "beyond the end"),
    ("INSERT INTO link_span VALUES (1, 5, 1, 3, 3)", "stop > start"),
    ("INSERT INTO link_span VALUES (1, 5, 1, -1, 3)", "start >= 0"),
    ("INSERT INTO link_span VALUES (1, -1, 1, 1, 3)", "n >= 0"),
    ("INSERT INTO link_span VALUES (99, 5, 1, 1, 3)", "FOREIGN KEY"),
    ("INSERT INTO correction VALUES (9, 'aa11:s77', 'act', '1', 'r', 'b', 't', NULL)", "item_id"),
    ("INSERT INTO correction VALUES (9, 'aa11:s1', '', '1', 'r', 'b', 't', NULL)", "field <> ''"),
    ("INSERT INTO correction VALUES (9, 'aa11:s1', 'act', '{{', 'r', 'b', 't', NULL)", "json"),
    ("INSERT INTO correction VALUES (9, 'aa11:s1', 'act', '1', ' ', 'b', 't', NULL)", "(reason)"),
    ("INSERT INTO correction VALUES (9, 'aa11:s1', 'act', '1', 'r', '', 't', NULL)", "(by_whom"),
    ("INSERT INTO correction VALUES (9, 'aa11:s1', 'act', '1', 'r', 'b', 't', 9)", "undoes < num"),
    ("INSERT INTO as_read VALUES ('zz', 9, 1, 'x', '{{}}', 1)", "kind IN"),
    ("INSERT INTO as_read VALUES ('zz', 9, 1, 's', '{{', 1)", "json_valid(data)"),
    ("INSERT INTO as_read VALUES ('zz', 9, 1, 's', '{{}}', 2)", "retracted IN"),
    ("INSERT INTO as_read VALUES ('zz', 9, 77, 's', '{{}}', 1)", "FOREIGN KEY"),
    ("INSERT INTO redated VALUES (1, '2021-03-13', '{{')", "json_valid(data)"),
    ("INSERT INTO redated VALUES (77, '2021-03-13', '{{}}')", "FOREIGN KEY"),
    ("INSERT INTO correcting VALUES (77)", "FOREIGN KEY"),
    ("INSERT INTO source VALUES ('a.txt', 'x', -1, 't')", "reports >= 0"),
    (f"INSERT INTO source VALUES ('a.txt', '{HASH}', 1, 't')", "UNIQUE"),
    ("INSERT INTO name VALUES (999, '')", "norm <> ''"),
    ("INSERT INTO name SELECT 999, norm FROM name LIMIT 1", "UNIQUE"),
    ("INSERT INTO item_name VALUES (9999, 1, 'name')", "FOREIGN KEY"),
    ("INSERT INTO item_name VALUES (1, 9999, 'name')", "FOREIGN KEY"),
    ("INSERT INTO item_name VALUES (1, 1, 'nick')", "what IN"),
    ("INSERT INTO touches VALUES (9999, 1, 'content')", "FOREIGN KEY"),
    ("INSERT INTO touches VALUES (1, 9999, 'content')", "FOREIGN KEY"),
    ("INSERT INTO touches VALUES (1, 1, 'page')", "scope IN"),
]  # fmt: skip

STATEMENT = {
    "num": "{i}", "report": "1", "source_actor": "NULL", "source_named": "NULL",
    "quote": "'direct'", "act": "'assert'", "addressee": "NULL", "certainty": "'certain'",
    "polarity": "'positive'",
    "said": "NULL", "said_time": "NULL", "channel": "NULL", "within": "NULL", "day": "NULL",
    "day_end": "NULL", "basis": "NULL",
}  # fmt: skip
EVENT = {
    "num": "{i}", "report": "1", "type": "'AID'", "mode": "NULL", "when_": "NULL",
    "when_time": "NULL", "where_": "NULL", "where_place": "NULL", "status": "'planned'",
    "on_word_of": "NULL", "day": "NULL", "day_end": "NULL", "basis": "NULL",
}  # fmt: skip
DAYS = {"day": "'2021-01-02'", "day_end": "'2021-01-03'", "basis": "'stated'"}
BROKEN_ITEMS: list[tuple[str, dict[str, str], dict[str, str], str]] = [
    ("statement", STATEMENT, {"quote": "'loud'"}, "quote IN"),
    ("statement", STATEMENT, {"act": "'lie'"}, "act IN"),
    ("statement", STATEMENT, {"certainty": "'sure'"}, "certainty IN"),
    ("statement", STATEMENT, {"polarity": "'none'"}, "polarity IN"),
    ("statement", STATEMENT, {"source_named": "2"}, "source_named IN"),
    ("statement", STATEMENT, {"source_actor": "{a}"}, "source_actor IS NULL"),
    ("statement", STATEMENT, {"source_actor": "{b}", "source_named": "1"}, "FOREIGN KEY"),
    ("statement", STATEMENT, {"source_actor": "{e}", "source_named": "1"}, "FOREIGN KEY"),
    ("statement", STATEMENT, {"addressee": "{b}"}, "FOREIGN KEY"),
    ("statement", STATEMENT, {"said_time": "{a}"}, "FOREIGN KEY"),
    ("statement", STATEMENT, {"within": "{i}"}, "within <> num"),
    ("statement", STATEMENT, {"within": "{e}"}, "FOREIGN KEY"),
    ("statement", STATEMENT, {"num": "999"}, "FOREIGN KEY"),
    ("statement", STATEMENT, {**DAYS, "basis": "'guess'"}, "basis IN"),
    ("statement", STATEMENT, {**DAYS, "basis": "NULL"}, "day IS NULL"),
    ("statement", STATEMENT, {**DAYS, "day_end": "NULL"}, "day IS NULL"),
    ("statement", STATEMENT, {**DAYS, "day_end": "'2021-01-02'"}, "day_end > day"),
    ("event", EVENT, {"type": "'WAR'"}, "type IN"),
    ("event", EVENT, {"status": "'maybe'"}, "status IN"),
    ("event", EVENT, {"when_time": "{a}"}, "FOREIGN KEY"),
    ("event", EVENT, {"where_place": "{a}"}, "FOREIGN KEY"),
    ("event", EVENT, {"on_word_of": "{a}"}, "FOREIGN KEY"),
    ("event", EVENT, {"num": "999"}, "FOREIGN KEY"),
    ("event", EVENT, {**DAYS, "basis": "'guess'"}, "basis IN"),
    ("event", EVENT, {**DAYS, "basis": "NULL"}, "day IS NULL"),
    ("event", EVENT, {**DAYS, "day_end": "'2021-01-01'"}, "day_end > day"),
]


def numbers(db: sqlite3.Connection) -> dict[str, int]:
    """A free item's number of the first report, and those of items that are there."""
    db.execute("INSERT INTO item VALUES (900, 'aa11:s900', 1, 's')")

    def of(item_id: str) -> int:
        found: int = db.execute("SELECT num FROM item WHERE id = ?", (item_id,)).fetchone()[0]
        return found

    return {"i": 900, "a": of("aa11:a1"), "b": of("bb22:a1"), "e": of("aa11:e1")}


@pytest.mark.parametrize(("sql", "rule"), BROKEN, ids=range(len(BROKEN)))
def test_the_tables_refuse(db: sqlite3.Connection, sql: str, rule: str) -> None:
    sql = sql.format(**numbers(db))
    with pytest.raises(sqlite3.IntegrityError, match=re.escape(rule)):
        db.execute(sql)


@pytest.mark.parametrize(
    ("table", "sound", "change", "rule"), BROKEN_ITEMS, ids=range(len(BROKEN_ITEMS))
)
def test_the_tables_refuse_unsound_items(
    db: sqlite3.Connection, table: str, sound: dict[str, str], change: dict[str, str], rule: str
) -> None:
    nums = numbers(db)

    def insert(row: dict[str, str]) -> None:
        sql = f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join(row.values())})"
        db.execute("BEGIN")
        db.execute(sql.format(**nums))
        # "within" may refer to a statement that comes later, so it is looked at here
        db.execute("COMMIT")

    with pytest.raises(sqlite3.IntegrityError, match=re.escape(rule)):
        insert({**sound, **change})
    if db.in_transaction:
        db.execute("ROLLBACK")
    insert(sound)


def checks() -> set[tuple[str, str]]:
    """Every CHECK of the schema, with its table."""
    found = set()
    for block in re.findall(r"CREATE TABLE \w+ \(.*?\) STRICT", SQL, re.DOTALL):
        table = block.split()[2]
        for start in (match.end() for match in re.finditer(r"CHECK \(", block)):
            depth, end = 1, start
            while depth:
                depth += {"(": 1, ")": -1}.get(block[end], 0)
                end += 1
            found.add((table, " ".join(block[start : end - 1].split())))
    return found


def test_every_check_is_broken_above(db: sqlite3.Connection) -> None:
    nums = numbers(db)
    broken = [sql for sql, _ in BROKEN]
    for table, sound, change, _ in BROKEN_ITEMS:
        row = {**sound, **change}
        broken.append(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join(row.values())})")
    seen = set()
    for sql in broken:
        db.execute("BEGIN")
        try:
            db.execute(sql.format(**nums))
        except sqlite3.IntegrityError as error:
            rule = str(error).removeprefix("CHECK constraint failed: ")
            seen.add((sql.split(" INTO ")[1].split()[0], " ".join(rule.split())))
        db.execute("ROLLBACK")
    assert len(checks()) > 60
    assert checks() - seen == set()


@pytest.mark.parametrize("table", schema.TABLES)
def test_nothing_is_overwritten(db: sqlite3.Connection, table: str) -> None:
    column = db.execute(f"SELECT name FROM pragma_table_info('{table}')").fetchone()[0]
    before = db.execute(f"SELECT * FROM {table}").fetchall()
    assert before
    for sql in (
        f"UPDATE {table} SET {column} = {column}",
        f"DELETE FROM {table}",
        f"REPLACE INTO {table} SELECT * FROM {table}",
    ):
        with pytest.raises(sqlite3.IntegrityError, match=r"overwritten|already"):
            db.execute(sql)
    assert db.execute(f"SELECT * FROM {table}").fetchall() == before


def test_every_table_is_kept_from_being_overwritten(db: sqlite3.Connection) -> None:
    found = db.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
        "AND name NOT LIKE 'sqlite_%'"
    )
    # what opens the others has nothing of its own to keep, and what is derived is made anew
    kept = {name for (name,) in found} - {"correcting", *schema.DERIVED}
    assert kept == set(schema.TABLES)
    lax = db.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
        "AND name NOT LIKE 'sqlite_%' AND NOT strict"
    )
    assert lax.fetchall() == []


@pytest.mark.parametrize(
    ("column", "literal"),
    [
        ("published_basis", r.PublishedBasis),
        ("type", r.TimeType),
        ("kind", r.ActorKind),
        ("quote", r.Quote),
        ("act", r.Act),
        ("certainty", r.Certainty),
        ("polarity", r.Polarity),
        ("type", r.EventType),
        ("status", r.Status),
        ("kind", r.LinkKind),
        ("slot", r.Slot),
    ],
)
def test_the_tables_allow_what_the_records_allow(column: str, literal: Any) -> None:
    lists = re.findall(rf"\b{column} IN \(([^)]*)\)", SQL)
    allowed = [re.findall(r"'(\w+)'", found) for found in lists]
    assert list(get_args(literal)) in allowed


def test_the_words_of_a_span_can_be_read_with_any_tool(db: sqlite3.Connection) -> None:
    sql = "SELECT quote FROM quoted WHERE id = 'aa11:s2' AND role = 'content'"
    assert db.execute(sql).fetchall() == [("“We did not use gas.”",)]
