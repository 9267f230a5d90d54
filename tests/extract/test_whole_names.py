"""Names that stay whole, and words that are no names."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize("branch", ["Central Africa", "West Africa", "Khorasan"])
def test_a_branch_keeps_its_whole_name(branch: str) -> None:
    name = f"Islamic State {branch} Province"
    found = record(f"Hours later gunmen stormed a post. The {name} claimed the raid on Friday.")
    kinds = {actor.name: actor.kind for actor in found.actors}
    assert kinds[name] == "armed_group"
    assert not {place.span.text for place in found.places} & {"Africa", "Islamic State West Africa"}


def test_us_is_the_country_only_in_capitals() -> None:
    assert not record("The Russians abandoned us.").places
    assert {actor.country for actor in record("The US abandoned the plan.").actors} >= {"USA"}


@pytest.mark.parametrize("adjective", ["pro-Russian", "opposition", "Telegram"])
def test_a_channel_is_what_it_is_called(adjective: str) -> None:
    found = record(f"The {adjective} channel Tarik said that two tanks were destroyed.")
    (actor,) = [a for a in found.actors if a.id == found.statements[0].source.actor]  # type: ignore[union-attr]
    assert (actor.name, actor.named) == ("Tarik", True)


def test_a_party_is_no_place_anywhere() -> None:
    found = record(
        "The ruling Frelimo party said that it would stay in office. Police fired at a crowd in "
        "front of a Frelimo office in Nampula."
    )
    assert {place.span.text for place in found.places} == {"Nampula"}


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Governor of Belgorod Region Vyacheslav Gladkov", "Vyacheslav Gladkov"),
        ("The governor of Kobo Province Ana Roe", "Ana Roe"),
    ],
)
def test_an_office_its_region_and_its_holder_are_three(source: str, name: str) -> None:
    found = record(f"{source} said that two people were wounded.")
    (actor,) = [a for a in found.actors if a.id == found.statements[0].source.actor]  # type: ignore[union-attr]
    assert (actor.name, actor.named) == (name, True)
