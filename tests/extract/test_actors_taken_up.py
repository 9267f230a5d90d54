"""Whom "they", "the diplomat" and "the group" take up, and whom they do not."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


def mentions(text: str, name: str) -> list[str]:
    """The words by which the one of that name is mentioned."""
    return next([m.text for m in a.mentions] for a in record(text).actors if name in a.name)


def test_those_who_are_told_are_not_those_of_whom() -> None:
    text = '"This was no accident," Ada Cole told reporters in Oslo. "They rammed us twice."'
    assert mentions(text, "reporters") == ["reporters"]


def test_reporters_may_be_told_of() -> None:
    text = '"Reporters were beaten," Ada Cole said. "They were taken away in a truck."'
    assert mentions(text, "reporters") == ["Reporters", "They"]


def test_the_diplomat_is_the_ambassador_just_named() -> None:
    text = (
        "Norway's ambassador, Ane Holm, dismissed the report as biased. "
        "The diplomat stressed that the port would stay open."
    )
    assert "The diplomat" in mentions(text, "Ane Holm")


def test_the_diplomat_is_the_one_without_a_name_who_spoke_before() -> None:
    text = (
        "A Western diplomat said the talks had failed. Norway's ambassador, Ane Holm, left. "
        "The diplomat said nobody was surprised."
    )
    assert "The diplomat" not in mentions(text, "Ane Holm")


def test_the_group_is_the_body_that_spoke() -> None:
    text = (
        "The UN Security Council must act, RightsAid said. "
        "Civilians are dying of hunger, the group said."
    )
    assert mentions(text, "RightsAid") == ["RightsAid", "the group"]
    assert "the group" not in mentions(text, "Security Council")


@pytest.mark.parametrize("word", ["statement", "letter"])
def test_its_statement_is_the_words_of_the_body_that_spoke(word: str) -> None:
    read = record(
        f'The border service said that soldiers shot first. "It was forced," its {word} reads. '
        "It added that the post had burned down."
    )
    said = {a.id: a.name for a in read.actors}
    sources = [said.get(s.source.actor or "") for s in read.statements if s.source is not None]
    assert sources == ["border service"] * 3


def test_its_statement_is_not_a_persons() -> None:
    read = record('The mayor said nine had died. The court sits on. "We wait," its letter said.')
    source = read.statements[-1].source
    assert source is not None
    assert source.actor is None or source.actor != read.statements[0].source.actor  # type: ignore[union-attr]
