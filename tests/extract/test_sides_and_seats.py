"""Where an event was by the words for a land, and for whom vessels and columns stand."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from onrecord.records import REPORTER
from tests.extract.test_accused import told
from tests.extract.test_events_parted import event

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    ("text", "trigger", "where"),
    [
        ("Nine people were killed in Norway's capital on Monday.", "killed", "Oslo"),
        ("Nine people were killed in the Norwegian capital.", "killed", "Oslo"),
        ("OSLO, May 3 (ANA) - Nine people were killed in the capital.", "killed", "Oslo"),
        ("Nine people were killed in the capital.", "killed", None),
        ("Nine people were killed in Bolivia's capital.", "killed", "Bolivia"),
        ("Soldiers seized Oslo's airport on Monday.", "seized", "Oslo"),
        ("Nine men were killed and two captured in the raid at Lagos.", "killed", "Lagos"),
        ("Nine men were wounded, a nurse at the Lagos hospital said.", "wounded", None),
        ("Nine men were wounded at the Lagos hospital, a nurse said.", "wounded", "Lagos"),
    ],
)
def test_where_it_was(text: str, trigger: str, where: str | None) -> None:
    assert event(text, trigger).where == where


@pytest.mark.parametrize(
    ("text", "trigger", "by", "on"),
    [
        (
            "A Danish boat was struck by a Norwegian coast guard cutter.",
            "struck",
            ["Norway"],
            ["Denmark"],
        ),
        ("The ramming of a Danish boat hurt nobody.", "ramming", [], ["Denmark"]),
        (
            "A column led by Captain Ben Lund attacked the palace.",
            "attacked",
            ["Ben Lund"],
            [],
        ),
        (
            "Two nurses were killed by grenades thrown by the army.",
            "killed",
            ["army"],
            ["unnamed nurses"],
        ),
        (
            "The rebels said the hostages would be killed if anybody came.",
            "killed",
            ["rebels"],
            ["hostages"],
        ),
    ],
)
def test_who_did_it_to_whom(text: str, trigger: str, by: list[str], on: list[str]) -> None:
    assert told(text, trigger)[1] == by
    assert set(on) <= set(told(text, trigger)[2])


def test_who_is_suspected_of_planning_an_attack_is_not_planning_it_now() -> None:
    text = "Four men were held on suspicion of helping to plan the Lagos attack."
    one = event(text, "attack")
    assert (one.status, one.on_word_of, one.actor) == ("happened", REPORTER, ())
