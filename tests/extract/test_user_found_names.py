"""Bodies called by whom they are for, names that somebody goes by, first names alone."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_accused import told
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


def mentions(text: str, name: str) -> list[str]:
    """How the actor of a name is called in a text; nothing where nobody has it."""
    return [m.text for a in record(text).actors if a.name == name for m in a.mentions]


@pytest.mark.parametrize(
    ("text", "name", "called"),
    [
        ("Physicians for the Lakes (PfL) said on Monday that the ward was full. PfL said more "
         "would come.", "Physicians for the Lakes", ["Physicians for the Lakes", "PfL", "PfL"]),
        ("A charity, Lawyers for Justice (LfJ), said on Monday that two men were held.",
         "Lawyers for Justice", ["A charity", "Lawyers for Justice", "LfJ"]),
        ("Its spokesman, known as Commander Rusan, said the men had left. Rusan said more would "
         "come.", "Rusan", ["Its spokesman", "Commander Rusan", "Rusan"]),
        ("Its leader, better known as Abu Tala, said that they had left.", "Abu Tala",
         ["Its leader", "Abu Tala"]),
    ],
)  # fmt: skip
def test_one_by_every_name(text: str, name: str, called: list[str]) -> None:
    assert mentions(text, name) == called


def test_doctors_of_an_army_and_a_judge_named_by_another_are_unnamed() -> None:
    (one,) = record("Doctors for the army said he was well.").statements
    assert one.source is not None
    assert not one.source.named
    text = "A judge, named by Ben Lund, said that it was over."
    assert mentions(text, "Ben Lund") == ["Ben Lund"]


def test_no_building_tells_reporters() -> None:
    text = (
        "Oren said the army had killed 20 rebels. On Sunday his headquarters had said that no "
        'soldiers were there. "That was an error," he told reporters.'
    )
    assert mentions(text, "Oren") == ["Oren", "his", "he"]
    kinds = {a.kind for a in record(text).actors if a.name == "headquarters"}
    assert kinds == {"office"}


def test_a_first_name_alone_is_the_one_persons_who_has_it() -> None:
    text = (
        "Prime Minister Yonas Tadesse spoke on Friday. On Sunday the mayor, Mulu Kidane, met him. "
        "Yonas had warned on Wednesday that the army would not leave."
    )
    assert mentions(text, "Yonas Tadesse") == ["Prime Minister Yonas Tadesse", "him", "Yonas"]
    text = "Yonas Tadesse met Yonas Kebede. Yonas said that he had left."
    assert mentions(text, "Yonas Tadesse") == ["Yonas Tadesse"]


def test_it_right_behind_a_state_that_nobody_knows_is_that_state() -> None:
    text = (
        "Ruria recalled its ambassador on Monday after Tamark accused it of sending weapons to the "
        "rebels. It has always denied doing so."
    )
    assert mentions(text, "Ruria") == ["Ruria", "its", "it", "It"]
    read = record("Boris recalled his ambassador on Monday.")
    assert [a.kind for a in read.actors if a.name == "Boris"] == ["person"]


def test_the_governments_of_two_states_are_both() -> None:
    text = (
        "Chad said the road was open. Norway said it was closed. The charity calls on the "
        "governments of Chad and Norway to stop firing into the town."
    )
    assert told(text, "firing into")[1] == ["Chad", "Norway"]
    assert told(text, "calls")[2] == ["Chad", "Norway"]
    alone = "Norway said it was closed. The charity calls on the government of Norway to stop."
    assert told(alone, "calls")[2] == ["Norwegian government"]
