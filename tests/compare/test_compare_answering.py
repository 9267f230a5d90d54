"""What a denial answers where no rule tells: the trained scorer, and what it must leave alone."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.compare import within
from onrecord.compare.accounts.facts import view
from onrecord.compare.inside.answered import FEATURES, Answers
from onrecord.compare.inside.answering import WEIGHTS, answering, chances
from onrecord.compare.scored.retelling import network
from onrecord.model.network import WEIGHTS as READING
from onrecord.records import Link
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (READING / "analysis.onnx").exists() or not WEIGHTS.exists(),
    reason="no weights are shipped here",
)

ROW = (
    "Herders near Orlat said that soldiers had set fire to their granaries on Sunday night and had "
    "shot their cattle. The governor was in the capital for talks. The army denied that its "
    "soldiers had burned anything in the valley."
)
AHEAD = (
    "The governor said that a commission would visit the valley. An army spokesman denied that any "
    "unit had entered the valley."
)


def likely(text: str) -> list[Link]:
    """The links of the scorer alone, as if no rule had told anything."""
    return list(answering(view(record(text)), ()))


def test_features_are_as_many_as_their_names() -> None:
    pairs = Answers(view(record(ROW)))
    assert len(pairs.told) == 2
    assert len(pairs.features(0, 1)) == len(FEATURES) == len(network(WEIGHTS).mean)


def test_chances_are_chances_however_far_an_observation_is() -> None:
    found = chances(network(WEIGHTS), np.full((1, len(FEATURES)), 1e6))
    assert 0 <= found[0] <= 1


def test_a_denial_is_linked_to_what_it_answers() -> None:
    read = record(ROW)
    said = {s.id: s for s in read.statements}
    found = [said[x.to] for x in within(read) if x.kind == "denies" and x.to in said]
    assert ["granaries" in claim.content[0].text for claim in found] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "Police said that four people had died in the blast. Later police denied the report.",
        "Officers said that a bomb killed four in Sel. A nurse did not know how many had died.",
        "A monitor said that shells had killed four in Sel. A doctor could not tell the nature of "
        "the shells.",
        AHEAD,
    ],
)
def test_oneself_an_aspect_and_what_is_ahead_are_not_answered(text: str) -> None:
    assert likely(text) == []


def test_what_a_rule_has_answered_is_left_alone() -> None:
    read = record(ROW)
    every = {s.id for s in read.statements}
    assert list(answering(view(read), every)) == []
