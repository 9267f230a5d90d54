"""The list of links, what is said where nothing was found, and how the ledger puts it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import onrecord
from onrecord.model.network import WEIGHTS

from .conftest import Run

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)

FIRST = (
    "The Navorran army shelled the town of Ilvesk on Tuesday, the mayor, Petra Oldane, said. "
    "Twelve people were killed. The army denied that it had shelled Ilvesk.\n\n"
    "Foreign Minister Karel Vost warned that if Navorra did not withdraw by Friday, his country "
    "would close the border.\n"
)
LATER = "Talks on fishing began in the capital on Thursday, a clerk said.\n"


@pytest.fixture(scope="module")
def read_db(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of two reports that were read, the second of a later week."""
    folder = tmp_path_factory.mktemp("links")
    with onrecord.Record(folder / "record.db", write=True) as record:
        for name, day, text in (("a", "2031-05-14", FIRST), ("b", "2031-05-29", LATER)):
            (folder / f"{name}.txt").write_text(text, encoding="utf-8")
            record.add(folder / f"{name}.txt", published=day, outlet=f"Post {name}", workers=0)
    return folder / "record.db"


def test_a_link_is_shown_with_its_reason_and_both_ends(run: Run, read_db: Path) -> None:
    out = " ".join(run("links", "--kind", "denies", "--db", read_db).out.split())
    assert "denies: " in out
    assert "from " in out and "denied that it had shelled Ilvesk" in out
    assert "to " in out and "alleged by Petra Oldane" in out
    assert out.count("Post a, 2031-05-14") >= 2
    assert "claims: " not in out


def test_links_of_an_item_and_of_a_report(run: Run, read_db: Path) -> None:
    every = [json.loads(line) for line in run("links", "--json", "--db", read_db).out.splitlines()]
    assert {one["link"]["kind"] for one in every} >= {"denies", "claims"}
    report = every[0]["from_report"]["id"]
    denial = next(one["link"]["from"] for one in every if one["link"]["kind"] == "denies")
    of_report = run("links", report, "--json", "--db", read_db).out.splitlines()
    assert len(of_report) == sum(one["from_report"]["id"] == report for one in every) < len(every)
    printed = run("links", denial, "--json", "--db", read_db).out.splitlines()
    of_item = [json.loads(line) for line in printed]
    assert 0 < len(of_item) < len(every)
    assert all(denial in (one["link"]["from"], one["link"]["to"]) for one in of_item)
    assert len(run("links", "--json", "-n", "1", "--db", read_db).out.splitlines()) == 1


def test_a_kind_that_is_none_and_an_item_that_is_none(run: Run, read_db: Path) -> None:
    ended = run("links", "--kind", "hates", "--db", read_db)
    assert ended.status == 2 and "hates" in ended.err and "denies" in ended.err
    assert run("links", "ffff:s1", "--db", read_db).status == 2


def test_no_dispute_found_is_not_called_agreement(run: Run, read_db: Path) -> None:
    ended = run("disputes", "--about", "fishing", "--db", read_db)
    assert (ended.out, ended.status) == ("", 0)
    assert "no dispute" in ended.err and "does not say that the reports agree" in ended.err
    assert "no link" in run("links", "--kind", "copies", "--db", read_db).err


def test_a_deadline_that_passed_says_only_that_nothing_is_linked(run: Run, read_db: Path) -> None:
    out = " ".join(run("warnings", "--db", read_db).out.split())
    assert "deadline passed on 2031-05-16: nothing is linked to it" in out
    assert "lapsed" not in out


def test_who_is_accused_denies_it_in_other_words(run: Run, tmp_path: Path) -> None:
    texts = (
        ("a", "2031-05-14", "Ordavia says that the Lemva Front blew up the market itself.\n"),
        (
            "b",
            "2031-05-15",
            "The Lemva Front denied that it had any part in the explosions that killed at least 26 "
            "people at the market of Brasnik.\n",
        ),
    )
    db = tmp_path / "record.db"
    with onrecord.Record(db, write=True) as record:
        for name, day, text in texts:
            (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
            record.add(tmp_path / f"{name}.txt", published=day, outlet=f"Post {name}", workers=0)
    out = " ".join(run("disputes", "--db", db).out.split())
    assert "blew up the market" in out
    assert "disputed in 1 report, 1 origin: whether" in out
