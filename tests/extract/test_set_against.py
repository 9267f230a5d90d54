"""Who tells what where several differ, and what was done where something else is threatened."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from tests.extract.test_events_parted import event
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


def _told(text: str) -> list[tuple[str, str]]:
    """Each speaker with the first words of what he tells."""
    said = record(text).statements
    return [(s.source.span.text if s.source else "", s.content[0].text) for s in said]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Six miners died when the shaft collapsed, the company said, but the union put the "
            "number of dead at eleven.",
            [
                ("the company", "Six miners died when the shaft collapsed"),
                ("the union", "the number of dead at eleven"),
            ],
        ),
        (
            "The toll was in dispute, with the police acknowledging six deaths, the Lun Hospital "
            "reporting 13 and a rights group saying that at least 23 people had been shot dead.",
            [
                ("the police", "six deaths"),
                ("the Lun Hospital", "13"),
                ("a rights group", "that at least 23 people had been shot dead"),
            ],
        ),
        (
            "The union and the company said that two men had died.",
            [("The union and the company", "that two men had died")],
        ),
        ("Ada Cole commented on reports that the army was preparing a coup.", []),
        (
            "The general responded that his men had not fired.",
            [("The general", "that his men had not fired")],
        ),
    ],
)
def test_each_has_what_he_tells(text: str, told: list[tuple[str, str]]) -> None:
    assert _told(text) == told


@pytest.mark.parametrize(
    ("text", "trigger", "counts"),
    [
        (
            "At least 17 people were killed when rebels attacked a camp, an official said, but the "
            "army put the toll at nine.",
            "attacked",
            [("killed", 17)],
        ),
        (
            "The raid on Lun killed 12 people, and the mayor put the number of injured at 30.",
            "raid",
            [("killed", 12), ("injured", 30)],
        ),
    ],
)
def test_a_number_is_that_of_who_gives_it(
    text: str, trigger: str, counts: list[tuple[str, int]]
) -> None:
    assert [(c.what, c.low) for c in event(text, trigger).counts] == counts


@pytest.mark.parametrize(
    ("text", "consequence"),
    [
        (
            "A witness said soldiers burned her house and threatened to kill her children if she "
            "spoke.",
            "to kill her children",
        ),
        ("Rebels threatened to quit the talks if the shelling went on.", "to quit the talks"),
        ("The mayor said he would resign if the troops came.", "he would resign"),
    ],
)
def test_what_was_done_is_not_held_out(text: str, consequence: str) -> None:
    said = next(s for s in record(text).statements if s.condition is not None)
    assert said.consequence is not None and said.consequence.text == consequence


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("He promised that the hostages would not be harmed.", "harmed", "hypothetical"),
        ("The army pledged that it would not attack the town.", "attack", "hypothetical"),
        ("The army said it had not attacked the town.", "attacked", "denied"),
    ],
)
def test_what_is_promised_not_to_be_is_not_denied(text: str, trigger: str, status: str) -> None:
    assert event(text, trigger).status == status
