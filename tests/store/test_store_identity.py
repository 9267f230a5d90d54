"""Who is who in a record, as reports come in whatever order, and as persons decide."""

from __future__ import annotations

import itertools
import random
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from onrecord.lexicons import ENVIRONMENT
from onrecord.records import Actor, ActorKind, ReportRecord, Role, Span
from onrecord.store import ActorFilter, Store, identify, open_store
from onrecord.store.connect import connect
from tests.recordmaking import at, report

Told = tuple[str, ActorKind, str | None, dict[str, Any]]


def told(name: str, kind: ActorKind = "person", country: str | None = None, **more: Any) -> Told:
    """An actor as a report tells of it; ``short`` names it again, ``title`` is its office."""
    return name, kind, country, more


def record(id: str, *actors: Told, published: str = "2021-03-10") -> ReportRecord:
    """A report that names these actors."""
    parts = [" ".join((m.get("title", ""), n, m.get("short", ""))) for n, _, _, m in actors]
    text = "; ".join(parts) + "."
    made = []
    for number, (name, kind, country, more) in enumerate(actors, 1):
        spans = [at(text, name)]
        if "short" in more:
            start = text.index(more["short"], spans[0].end)
            spans.append(Span.of(text, start, start + len(more["short"])))
        title = more.get("title")
        roles = (Role(title, None, None, None, at(text, title)),) if title else ()
        made.append(
            Actor(
                f"{id}:a{number}",
                name,
                kind,
                tuple(spans),
                country,
                named=more.get("named", True),
                roles=roles,
            )
        )
    return ReportRecord(report(id, text, title=id, published=published), actors=tuple(made))


def whose(store: Store) -> dict[str, str]:
    """By report's actor, the record's."""
    db = connect(store.path, write=False)  # type: ignore[attr-defined]
    found = db.execute(
        "SELECT item.id, r.id FROM actor_record r JOIN item ON item.num = r.actor"
    ).fetchall()
    db.close()
    return dict(found)


def kept(path: Path, records: Iterable[ReportRecord]) -> dict[str, str]:
    with open_store(path, write=True) as store:
        for given in records:
            store.add(given)
        return whose(store)


def sets(of: dict[str, str]) -> set[frozenset[str]]:
    return {frozenset(a for a in of if of[a] == id_) for id_ in of.values()}


DAL = told("Omar Dal", country="KAL", short="Dal")
CASES: list[tuple[str, list[list[Told]], set[str]]] = [
    # what it shows, the actors of each report, the sets of two and more
    ("one name", [[told("Omar Dal")], [told("Omar al-Dal")]], {"1.1 2.1"}),
    ("transliterations", [[told("Yevgeny Khalil")], [told("Evgeny Xelil")]], {"1.1 2.1"}),
    ("two names", [[told("Hassan Dal")], [told("Hussein Dal")]], set()),
    ("two countries", [[told("Omar Dal", "person", "KAL")], [told("Omar Dal", "person", "ORD")]],
     set()),
    ("a surname that reports use", [[DAL], [DAL], [told("Dal")]], {"1.1 2.1 3.1"}),
    ("a surname that one report uses", [[told("Omar Dal", short="Dal")], [told("Dal")]], set()),
    ("a surname of two", [[DAL], [DAL], [told("Olga Dal", country="KAL", short="Dal")],
                          [told("Dal")]], {"1.1 2.1"}),
    ("a surname of another country", [[DAL], [DAL], [told("Dal", country="ORD")]], {"1.1 2.1"}),
    ("a given name", [[told("Omar Ahmed", short="Ahmed")], [told("Omar Ahmed", short="Ahmed")],
                      [told("Ahmed")]], {"1.1 2.1"}),
    ("a surname alone", [[told("Dal")], [told("Dal")]], set()),
    ("an office with its surname", [[told("Dal", country="KAL", title="president")],
                                    [told("Dal", country="KAL", title="president")]], {"1.1 2.1"}),
    ("unnamed", [[told("officials", named=False)], [told("officials", named=False)]], set()),
    ("a government", [[told("Syria", "government", "SYR")],
                      [told("Syrian regime", "government", "SYR")]], {"1.1 2.1"}),
    ("two governments", [[told("Syria", "government", "SYR")],
                         [told("Russia", "government", "RUS")]], set()),
    ("forces", [[told("Syrian Arab Army", "military", "SYR")],
                [told("Syrian government forces", "military", "SYR")]], {"1.1 2.1"}),
    ("a branch", [[told("Syrian air force", "military", "SYR")],
                  [told("Syrian army", "military", "SYR")]], set()),
    ("forces and their state", [[told("Syrian army", "military", "SYR")],
                                [told("Syria", "government", "SYR")]], set()),
    ("a rule by its ruler", [[told("Omar Dal", "person", "SYR", title="President", short="Dal")],
                             [told("Omar Dal", "person", "SYR", title="President", short="Dal")],
                             [told("Dal regime", "government")],
                             [told("Syria", "government", "SYR")]], {"1.1 2.1", "3.1 4.1"}),
    ("a holder of an office", [[told("Omar Dal", "person", "SYR", title="President")],
                               [told("Syrian president", "person", "SYR")]], {"1.1 2.1"}),
    ("a body and its initials", [[told("Harbour Watch", "ngo", short="HW")],
                                 [told("HW", "ngo")]], {"1.1 2.1"}),
    ("ministries", [[told("Syrian Ministry of Defence", "office", "SYR")],
                    [told("Syrian defense ministry", "office", "SYR")]], {"1.1 2.1"}),
    ("ministries of two", [[told("Defence Ministry", "office", "RUS")],
                           [told("Defence Ministry", "office", "SYR")]], set()),
    ("a body that is no person", [[told("Sham", "person")], [told("Sham", "armed_group")]], set()),
    ("groups in other spellings", [[told("Jaysh al-Karam", "armed_group")],
                                   [told("Jaish al-Karam", "armed_group")]], {"1.1 2.1"}),
]  # fmt: skip


@pytest.mark.parametrize(("what", "reports", "same"), CASES, ids=[case[0] for case in CASES])
def test_who_is_who(tmp_path: Path, what: str, reports: list[list[Told]], same: set[str]) -> None:
    records = [record(f"r{n}", *actors) for n, actors in enumerate(reports, 1)]
    expected = {
        frozenset(f"r{one.split('.')[0]}:a{one.split('.')[1]}" for one in group.split())
        for group in same
    }
    seen = []
    for n, order in enumerate((records, records[::-1])):
        found = kept(tmp_path / f"{n}.db", order)
        assert {group for group in sets(found) if len(group) > 1} == expected
        seen.append(found)
    assert seen[0] == seen[1]


NAMES = ["Omar Dal", "Omar al-Dal", "Omar Karim Dal", "Omar Rafi Dal", "Olga Dal", "Dal", "Dals",
         "Ilan Khalil", "Elan Xelil", "Khalil", "Hassan Vess", "Hussein Vess", "Vess"]  # fmt: skip
BODIES = ["Harbour Watch", "HW", "Watch", "Jaysh al-Karam", "Jaish al Karam", "Dal regime"]


def at_random(seed: int, count: int) -> list[ReportRecord]:
    dice = random.Random(seed)
    made = []
    for n in range(count):
        actors = []
        for name in dice.sample(NAMES, 3):
            more = {"short": name.split()[-1]} if " " in name and dice.random() < 0.7 else {}
            if dice.random() < 0.3:
                more["title"] = "president"
            actors.append(told(name, "person", dice.choice([None, "SYR", "SYR", "RUS"]), **more))
        for name in dice.sample(BODIES, 2):
            kind: ActorKind = "government" if "regime" in name else "ngo"
            more = {"short": "HW"} if name == "Harbour Watch" and dice.random() < 0.5 else {}
            actors.append(told(name, kind, None, **more))
        actors.append(told("Syrian president", "person", "SYR"))
        made.append(record(f"r{n}", *actors, published=f"2021-0{dice.randint(1, 9)}-10"))
    return made


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_reports_does_not_matter(tmp_path: Path, seed: int) -> None:
    records = at_random(seed, 24)
    first = kept(tmp_path / "0.db", records)
    for n in (1, 2):
        random.Random(seed + n).shuffle(records)
        assert kept(tmp_path / f"{n}.db", records) == first
    # made anew in one go, it is what it was bit by bit
    db = connect(tmp_path / "0.db", write=True)
    before = db.execute("SELECT * FROM actor_group ORDER BY key").fetchall()
    db.execute("BEGIN")
    db.execute("DELETE FROM actor_group")
    db.execute("DELETE FROM actor_rules")
    identify.refresh(db)
    db.execute("COMMIT")
    assert db.execute("SELECT * FROM actor_group ORDER BY key").fetchall() == before
    assert db.execute("SELECT count(*) FROM actor_stale").fetchone() == (0,)
    db.close()


def test_a_surname_goes_back_to_nobody_when_it_is_of_two(tmp_path: Path) -> None:
    with open_store(tmp_path / "r.db", write=True) as store:
        for n in (1, 2):
            store.add(record(f"r{n}", DAL))
        store.add(record("r3", told("Dal")))
        assert len(set(whose(store).values())) == 1
        (row,) = store.actors(ActorFilter(name="Dal"))
        assert (row.name, row.reports) == ("Omar Dal", 3)
        store.add(record("r4", told("Olga Dal", short="Dal")))
        assert whose(store)["r3:a1"] == "r3:a1"
        assert whose(store)["r1:a1"] == whose(store)["r2:a1"] == row.id


def test_an_id_that_was_given_goes_on_to_be_answered(tmp_path: Path) -> None:
    with open_store(tmp_path / "r.db", write=True) as store:
        store.add(record("r1", told("Omar Khalil")))
        (before,) = store.actors()
        store.add(record("r2", told("Omar Chalil"), told("Omar Kalil"), told("Aomar Xelil")))
        store.add(record("r3", told("Omar Xelil")))
        assert store.get(before.id).report.id == "r1"
        assert {row.id for row in store.actors(ActorFilter(name=before.id))} <= set(
            whose(store).values()
        )


def decide(store: Store, one: str, field: str, other: str) -> int:
    return store.correct(one, field, f'"{other}"', reason="I asked", by="A. Editor").number


def test_what_persons_decide_comes_first_and_is_undone(tmp_path: Path) -> None:
    with open_store(tmp_path / "r.db", write=True) as store:
        for n, name in enumerate(("Omar Dal", "Omar Dal", "Ilan Vess"), 1):
            store.add(record(f"r{n}", told(name)))
        plain = whose(store)
        number = decide(store, "r3:a1", "same_as", "r1:a1")
        assert len(set(whose(store).values())) == 1
        # a report that comes later is of the same actor
        store.add(record("r4", told("Ilan Vess")))
        assert len(set(whose(store).values())) == 1
        store.undo(number, reason="a slip", by="A. Editor")
        now = whose(store)
        assert {actor: now[actor] for actor in plain} == plain
        number = decide(store, "r1:a1", "not_same_as", "r2:a1")
        assert whose(store)["r1:a1"] == "r1:a1" != whose(store)["r2:a1"] == plain["r2:a1"]
        store.add(record("r5", told("Omar Dal")))
        assert whose(store)["r1:a1"] == "r1:a1" != whose(store)["r5:a1"] == plain["r2:a1"]
        store.undo(number, reason="a slip", by="A. Editor")
        assert whose(store)["r1:a1"] == whose(store)["r5:a1"] == plain["r1:a1"]


def test_spellings_are_taken_apart_by_a_decision(tmp_path: Path) -> None:
    with open_store(tmp_path / "r.db", write=True) as store:
        for n, name in enumerate(("Omar Khalil", "Omar Xelil", "Omar Xelil"), 1):
            store.add(record(f"r{n}", told(name)))
        assert len(set(whose(store).values())) == 1
        decide(store, "r2:a1", "not_same_as", "r1:a1")
        now = whose(store)
        assert now["r1:a1"] != now["r2:a1"] == now["r3:a1"]


def test_users_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "words" / "actors"
    folder.mkdir(parents=True)
    (folder / "identity.toml").write_text(
        '[aliases]\n"Omar Dal" = ["The Falcon of Brasnik"]\n[apart]\n"Ilan Vess" = ["Elan Vess"]\n',
        encoding="utf-8",
    )
    records = [
        record(f"r{n}", told(name))
        for n, name in enumerate(("Omar Dal", "The Falcon of Brasnik", "Ilan Vess", "Elan Vess"), 1)
    ]
    plain = kept(tmp_path / "plain.db", records)
    assert plain["r1:a1"] != plain["r2:a1"] and plain["r3:a1"] == plain["r4:a1"]
    monkeypatch.setenv(ENVIRONMENT, str(tmp_path / "words"))
    for path in (tmp_path / "new.db", tmp_path / "plain.db"):
        # a record that is there follows the rules with the next report that is added
        found = kept(path, [*records, record("r5", told("Somebody Else"))])
        assert found["r1:a1"] == found["r2:a1"] and found["r3:a1"] != found["r4:a1"]


def test_a_decision_goes_before_a_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "words" / "actors"
    folder.mkdir(parents=True)
    text = '[apart]\n"Ilan Vess" = ["Elan Vess"]\n'
    (folder / "identity.toml").write_text(text, encoding="utf-8")
    monkeypatch.setenv(ENVIRONMENT, str(tmp_path / "words"))
    with open_store(tmp_path / "r.db", write=True) as store:
        for n, name in enumerate(("Ilan Vess", "Elan Vess"), 1):
            store.add(record(f"r{n}", told(name)))
        assert len(set(whose(store).values())) == 2
        decide(store, "r2:a1", "same_as", "r1:a1")
        assert len(set(whose(store).values())) == 1


def test_every_join_tells_why(tmp_path: Path) -> None:
    kept(tmp_path / "r.db", at_random(9, 12))
    db = sqlite3.connect(tmp_path / "r.db")
    whys = [why for (why,) in db.execute("SELECT why FROM actor_group")]
    db.close()
    assert all(whys) and len(set(whys)) > 3
    assert not any(a == "" for a in itertools.chain(whys))
