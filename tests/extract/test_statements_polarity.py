"""Whether a source says that it is so or that it is not."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The general said that not one of his men lost his life in the raid.", "negative"),
        ("The general said the state had lost not a single aircraft.", "negative"),
        ("A doctor said that neither boy had been hurt.", "negative"),
        ("A doctor said that nobody had been hurt.", "negative"),
        ("The group said that none of its fighters had been killed.", "negative"),
        ("A witness said the crowd had been given no warning.", "negative"),
        ("A witness said the soldiers had shown no mercy.", "negative"),
        ("The mayor said that no fewer than nine people had died in the fire.", "positive"),
        ("The mayor said that no less than a ton of powder had been found.", "positive"),
        ("The minister said there was no doubt that the rebels had mined the road.", "positive"),
        ("“This was not an accident. This was an act of war,” the minister said.", "positive"),
        ("“This was not an accident,” the minister said.", "negative"),
        (
            "If her troops are not out of the north by dawn, he said, the army will march.",
            "positive",
        ),
    ],
)
def test_polarity(text: str, polarity: str) -> None:
    (one,) = record(text).statements
    assert one.polarity == polarity


def test_a_condition_before_the_speaker_has_its_consequence_behind() -> None:
    text = "If her troops are not out of the north by dawn, he said, the army will march."
    (one,) = record(text).statements
    assert one.condition is not None and one.consequence is not None
    assert one.condition.text == "her troops are not out of the north by dawn"
    assert one.consequence.text == "the army will march"


@pytest.mark.parametrize(
    "text",
    [
        "The foreign minister of Chad warned Sudan that any repetition would invite “a response "
        "of an altogether different order”.",
        "The foreign ministry of Chad said that a response “will not be long in coming.”",
    ],
)
def test_an_answer_to_come_is_a_threat(text: str) -> None:
    (one,) = record(text).statements
    assert one.act == "threaten"


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("“They were lying on the floor of the ward,” a nurse said.", "assert"),
        ("“They were lying where they fell,” a nurse said.", "assert"),
        ("“The colonel's men were lying,” a nurse said.", "deny"),
        ("“There is no reason not to let the inspectors in,” the minister said.", "assert"),
        ("“The charge is rejected in its entirety,” the foreign ministry of Chad said.", "deny"),
        ("The charge is rejected by the port's owners, the foreign ministry of Chad said.",
         "assert"),
        ("Chad's embassy repudiated the claim that its agents had wiped the register.", "deny"),
    ],
)  # fmt: skip
def test_what_is_a_denial_and_what_only_sounds_like_one(text: str, act: str) -> None:
    assert record(text).statements[0].act == act


def test_who_calls_it_so_is_not_who_was_in_it() -> None:
    first = record("Miners from what engineers say is a gas blast sit in a school.")
    source = first.statements[0].source
    assert source is not None and source.span.text == "engineers"
