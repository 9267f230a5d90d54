"""What is told again by its bare noun, and who is put out of a country by being told to go."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_events_parted import event, names
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


def triggers(text: str) -> list[str]:
    return [e.trigger.text for e in record(text).events]


def test_an_act_is_told_again_in_another_sentence() -> None:
    text = "A drone strike hit the depot at Loma on Monday. The envoy condemned the strike."
    assert triggers(text).count("strike") == 1
    assert "drone strike" in triggers(text)


def test_an_act_is_told_once_in_its_own_sentence() -> None:
    text = "The raid on the port ended at dawn, and the raid, police said, was over."
    assert sum("raid" in told for told in triggers(text)) == 1


@pytest.mark.parametrize(
    ("text", "trigger", "type", "mode"),
    [
        (
            "Norway on Monday ordered two Russian diplomats to leave the country within a week.",
            "ordered",
            "SANCTION",
            "expel",
        ),
        ("Ten reporters were told to leave the country by Friday.", "told", "COERCE", "deport"),
        ("The governor ordered the miners to leave the pit.", "ordered", "REQUEST", None),
        ("The minister ordered his diplomats to leave the hall.", "ordered", "REQUEST", None),
    ],
)
def test_who_is_ordered_out_of_the_country_is_expelled(
    text: str, trigger: str, type: str, mode: str | None
) -> None:
    found = event(text, trigger)
    assert (found.type, found.mode) == (type, mode)


def test_who_expels_by_an_order_acts() -> None:
    text = "Norway on Monday ordered two Russian diplomats to leave the country within a week."
    assert names(text, event(text, "ordered").actor) == ["Norway"]


def test_a_headline_begins_with_its_event() -> None:
    text = "Minova shelling: army, rebels swap blame as toll rises\n\nShops were closed on Sunday."
    assert "shelling" in triggers(text)
