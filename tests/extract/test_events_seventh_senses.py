"""Events of invented sentences: words of force in other senses, and words written with a hyphen."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_events_parted import event, names
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    "text",
    [
        "Islanders prepared for the onslaught of Hurricane Nadia.",
        "The party takes over the legislature on Saturday.",
        "The plan conflicts with commitments Norway made in 2003.",
        "The marriage is sanctioned by some readings of the law.",
        "The treaty requires Norway to keep military forces in Denmark.",
        "Lawmakers introduced a bill to re-establish the Federal Flood Agency.",
        "Supporters held a victory celebration rally in Oslo.",
    ],
)
def test_no_force_is_meant(text: str) -> None:
    assert record(text).events == ()


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("Rebels continued their onslaught on the port.", "onslaught", "ASSAULT"),
        ("The rebels took over the parliament on Saturday.", "took over", "COERCE"),
        ("Armed conflicts with Norway cost many lives.", "conflicts", "ASSAULT"),
        ("Norway was sanctioned by Denmark over the war.", "sanctioned", "SANCTION"),
        ("Thousands held a rally against the law.", "held a rally", "PROTEST"),
        ("Norway and Denmark re-established relations.", "re-established relations",
         "COOPERATE"),
        ("Rebels are waging a bloody insurgency in Norway.", "waging a bloody insurgency",
         "ASSAULT"),
        ("Norway's highest court upheld his conviction last week.", "upheld his conviction",
         "SANCTION"),
        ("Students held a sit-in outside the palace.", "held a sit-in", "PROTEST"),
        ("The army answered with a counter-attack on the port.", "counter-attack", "ASSAULT"),
    ],
)  # fmt: skip
def test_force_is_meant(text: str, trigger: str, kind: str) -> None:
    assert event(text, trigger).type == kind


@pytest.mark.parametrize(
    ("text", "trigger", "kind"),
    [
        ("The rebels agreed to a cease-fire on Monday.", "cease-fire", "RETREAT"),
        ("The group broke a 10-year cease-fire with Norway.", "broke a 10-year cease-fire",
         "REJECT"),
        ("The sides signed a cease-fire.", "signed a cease-fire", "AGREE"),
    ],
)  # fmt: skip
def test_a_cease_fire_is_a_ceasefire(text: str, trigger: str, kind: str) -> None:
    assert event(text, trigger).type == kind


@pytest.mark.parametrize(
    ("text", "trigger", "kind", "on"),
    [
        ("Students were burning an effigy of President Ben Lund.", "burning an effigy", "PROTEST",
         []),
        ("Students burned pictures of the king.", "burned pictures", "PROTEST", []),
        ("Protesters burned the house of the king.", "burned", "ASSAULT", ["king"]),
    ],
)  # fmt: skip
def test_a_likeness_that_burns_hurts_nobody(
    text: str, trigger: str, kind: str, on: list[str]
) -> None:
    one = event(text, trigger)
    assert (one.type, names(text, one.recipient)) == (kind, on)


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Norway joined forces with Denmark.", ["Norway", "Denmark"]),
        ("The Red Lamp Army and the Blue Lamp Army have joined forces.",
         ["Red Lamp Army", "Blue Lamp Army"]),
    ],
)  # fmt: skip
def test_forces_that_are_joined_are_nobody(text: str, by: list[str]) -> None:
    assert names(text, event(text, "joined forces").actor) == by
