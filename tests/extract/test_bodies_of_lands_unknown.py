"""Bodies of a land that no table knows, heads of bodies called generals, and who tells of whom."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


def test_the_army_of_a_land_unknown_is_not_that_of_the_one_named_at_the_end() -> None:
    read = record(
        "Shells fell on Vorland's capital on Sunday. The mayor of the town fled. Shops closed. "
        "A curfew was set. Few slept.\n\nThe army denied that it had fired on the crowd.\n\n"
        "Norway urged Norwegians to leave. Norway's king asked for calm, and Norwegian nurses fled."
    )
    denied = next(s for s in read.statements if s.act == "deny")
    army = next(a for a in read.actors if denied.source and a.id == denied.source.actor)
    assert army.country is None


def test_a_land_named_once_by_a_name_is_not_told_twice() -> None:
    read = record(
        "Troops have besieged Kutra for a year. The government stopped all convoys to Kutra. "
        "A rights group asked Norway to halt the sale of guns to the army of the land. "
        "Norway denied selling guns to it."
    )
    assert {a.country for a in read.actors if a.name != "Norway"} == {None}


def test_the_army_is_still_that_of_the_land_which_a_report_is_about() -> None:
    read = record(
        "The army shelled Lagos on Sunday. Nigeria's president said that Nigeria would not wait. "
        "Nigerian police closed the roads of Kano. The army denied it."
    )
    army = next(a for a in read.actors if a.kind == "military")
    assert army.country == "NGA"


@pytest.mark.parametrize("title", ["Secretary-General", "director-general"])
def test_a_head_of_a_body_holds_no_rank(title: str) -> None:
    read = record(
        f"The {title} condemned the attack. The ministers met. The {title} has sent a mission. "
        f"Has the {title} seen the mayor?"
    )
    found = [a for a in read.actors if title in a.name]
    assert found
    assert "MIL" not in {a.sector for a in found}


def test_a_general_does() -> None:
    read = record("A general said that the men would stay.")
    assert [a.sector for a in read.actors if "general" in a.name] == ["MIL"]


def test_his_spokesman_is_not_he() -> None:
    read = record("The minister will fly to Oslo next week, his spokesman said.")
    said = read.statements[0]
    assert said.source is not None
    source = next(a for a in read.actors if a.id == said.source.actor)
    assert "minister" not in source.name.split()[0]
    assert all(m.text != "The minister" for m in source.mentions)
