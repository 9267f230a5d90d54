"""Ships by their names, members of parliament, arms that are given, roads that people block."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_events_parted import event, names
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("The vessel, the Amal Star, was boarded by the navy on Sunday.", False),
        ("The Amal Star reported on Sunday that the navy had boarded a boat.", True),
    ],
)
def test_a_ship_is_no_paper(text: str, outlet: bool) -> None:
    assert any(a.kind == "outlet" for a in record(text).actors) is outlet


def test_a_member_of_parliament_is_who_is_named_behind_it() -> None:
    read = record("The Member of Parliament, Hon. Kojo Acquah, condemned the raid.")
    said = read.statements[0]
    assert said.source is not None
    assert {a.name for a in read.actors if a.id == said.source.actor} == {"Kojo Acquah"}


@pytest.mark.parametrize(
    ("text", "somebody"),
    [
        ("Germany supplied air defences to Chad.", False),
        ("Russian air defences shot down nine drones.", True),
    ],
)
def test_air_defences_that_are_given_are_nobody(text: str, somebody: bool) -> None:
    assert any("air defences" in a.name for a in record(text).actors) is somebody


def test_those_over_whose_heads_shots_are_fired_have_no_chiefs() -> None:
    read = record("Officers fired over the heads of protesters.")
    assert all("heads" not in a.name for a in read.actors)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Villagers blocked the road to Lagos on Monday.", "PROTEST"),
        ("Some angry youth blocked the Lagos road and burned tyres.", "PROTEST"),
        ("Soldiers blocked the road to Lagos on Monday.", "COERCE"),
    ],
)
def test_who_blocks_a_road(text: str, type_: str) -> None:
    assert record(text).events[0].type == type_


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The White House imposed restrictions on seven Iranian firms.", "SANCTION"),
        ("The mayor imposed restrictions on travel.", "COERCE"),
    ],
)
def test_on_whom_restrictions_are_imposed(text: str, type_: str) -> None:
    assert event(text, "imposed restrictions").type == type_


def test_whom_they_are_imposed_on() -> None:
    text = "The White House imposed restrictions on seven Iranian firms."
    assert names(text, event(text, "imposed restrictions").recipient) == ["Iranian firms"]


def test_what_is_commented_on_is_no_channel() -> None:
    read = record("Commenting on the statement, Lund noted that the plan was dead.")
    assert [s.channel for s in read.statements] == [None, None]
