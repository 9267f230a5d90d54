"""The ledger of warnings: which telling stands for one, and what was said before and after."""

from __future__ import annotations

from pathlib import Path

from onrecord.records import WITHDRAWN, Actor, Link, ReportRecord, Source, Statement
from onrecord.store import open_store
from tests.recordmaking import at, report

HEADLINE = "Norway threatens Sweden over dam."
WHOLE = "Norway warned that it would close the pass if the dam was opened."


def told(id: str, day: str, *texts: str) -> ReportRecord:
    """A report in which Norway threatens in each of the sentences."""
    text = "\n\n".join(texts)
    norway = Actor(f"{id}:a1", "Norway", "government", (at(text, "Norway"),), "NOR", "GOV")
    statements = []
    for n, one in enumerate(texts, 1):
        start = text.index(one)
        cue = "warned" if "warned" in one else "threatens"
        whole = "if the dam" in one
        statements.append(
            Statement(
                f"{id}:s{n}",
                Source(at(text, "Norway"), f"{id}:a1", True),
                at(text, cue),
                (at(text, text[start + len("Norway ") : start + len(one) - 1]),),
                "indirect",
                "threaten",
                condition=at(text, "the dam was opened") if whole else None,
                consequence=at(text, "it would close the pass") if whole else None,
            )
        )
    made = report(id, text, published=day, title=f"Of {day}", outlet="Osterby Post")
    return ReportRecord(made, actors=(norway,), statements=tuple(statements))


def test_the_telling_with_its_condition_stands_and_repeats_have_their_side(tmp_path: Path) -> None:
    with open_store(tmp_path / "case", write=True) as store:
        store.add(told("d1", "2021-05-01", WHOLE))
        store.add(told("d2", "2021-05-09", HEADLINE, WHOLE))
        store.add(told("d3", "2021-05-20", WHOLE))
        store.add_links(
            [
                Link("restates", "d2:s2", "d2:s1", 0.9, "the headline tells it in brief"),
                Link("repeats", "d2:s2", "d1:s1", 0.8, "the same again"),
                Link("repeats", "d3:s1", "d2:s2", 0.8, "the same again"),
            ]
        )
        rows = {row.row.statement.id: row for row in store.ledger()}
    assert set(rows) == {"d1:s1", "d2:s2", "d3:s1"}  # not the headline, which has no condition
    sides = {id_: (len(row.before), len(row.again)) for id_, row in rows.items()}
    assert sides == {"d1:s1": (0, 1), "d2:s2": (1, 1), "d3:s1": (1, 0)}


def test_a_threat_that_is_taken_back_is_withdrawn_and_not_in_dispute(tmp_path: Path) -> None:
    with open_store(tmp_path / "case", write=True) as store:
        store.add(told("d1", "2021-05-01", WHOLE))
        store.add(told("d2", "2021-05-09", WHOLE))
        store.add_links(
            [Link("contradicts", "d2:s1", "d1:s1", 0.8, f"{WITHDRAWN} what was threatened: close")]
        )
        rows = {row.row.statement.id: row for row in store.ledger()}
        found = [row.kind for row in store.news("2020", kinds=("dispute", "withdrawn"))]
        assert list(store.disputes()) == []
    assert (rows["d1:s1"].outcome, len(rows["d1:s1"].withdrawn)) == ("withdrawn", 1)
    assert (rows["d2:s1"].outcome, rows["d2:s1"].answers) == ("open", ())
    assert found == ["withdrawn"]


def test_what_the_accused_says_against_a_threat_does_not_withdraw_it(tmp_path: Path) -> None:
    with open_store(tmp_path / "case", write=True) as store:
        store.add(told("d1", "2021-05-01", WHOLE))
        store.add(told("d2", "2021-05-09", WHOLE))
        store.add_links([Link("contradicts", "d2:s1", "d1:s1", 0.8, "one says that it was not")])
        row = next(row for row in store.ledger() if row.row.statement.id == "d1:s1")
        found = [row.kind for row in store.news("2020", kinds=("dispute", "withdrawn"))]
    assert (row.outcome, len(row.answers), row.withdrawn) == ("open", 1, ())
    assert found == ["dispute"]
