"""What stands behind somebody's words in a parenthesis, what a denial leaves alone, who is taken."""

from __future__ import annotations

import pytest

from onrecord.model.network import WEIGHTS
from onrecord.records import REPORTER
from tests.extract.test_events_parted import event, names
from tests.extract.test_statements_read import record

pytestmark = pytest.mark.skipif(
    not (WEIGHTS / "analysis.onnx").exists(), reason="no weights are shipped here"
)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "They marched to the square, where police fired tear gas and, witnesses said, live "
            "rounds.",
            ["live rounds"],
        ),
        ("Soldiers burned houses and, residents said, killed a farmer.", ["killed a farmer"]),
        (
            "Talks began on Monday but, the envoy said, the rebels walked out.",
            ["the rebels walked out"],
        ),
        (
            "The mayor, residents said, left the town and joined the rebels.",
            ["The mayor", "left the town and joined the rebels"],
        ),
    ],
)
def test_who_is_set_in_behind_an_and_tells_the_rest(text: str, content: list[str]) -> None:
    (statement,) = record(text).statements
    assert [part.text for part in statement.content] == content


def test_who_did_it_is_told_before_the_parenthesis() -> None:
    text = "Soldiers burned houses and, residents said, killed a farmer."
    assert event(text, "burned").on_word_of == REPORTER
    killed = event(text, "killed")
    assert names(text, killed.actor) == ["soldiers"]
    assert (killed.status, killed.on_word_of) == ("alleged", "r:s1")


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        (
            "He rejected claims that a car had left shortly before the shooting.",
            "shooting",
            "happened",
        ),
        ("Police denied that officers had fired during the protest.", "protest", "happened"),
        ("Police denied that officers had fired during the protest.", "fired", "denied"),
        ("The army denied that there had been an attack before noon.", "attack", "denied"),
        ("Peru renounced the use of force against Chile.", "use of force", "hypothetical"),
        ("Peru condemned the use of force against Chile.", "use of force", "happened"),
    ],
)
def test_what_a_denial_and_a_renunciation_leave_alone(text: str, trigger: str, status: str) -> None:
    assert event(text, trigger).status == status


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("The minister, who was refused entry to Eritrea, called it a disgrace.", ["The minister"]),
        ("Two journalists were refused permission to visit the camp.", []),
        ("The wounded men were denied treatment at the clinic.", []),
        ("The minister refused to visit the camp.", ["The minister"]),
    ],
)
def test_who_is_refused_something_refuses_nothing(text: str, speakers: list[str]) -> None:
    found = record(text).statements
    assert [s.source.span.text for s in found if s.source is not None] == speakers


@pytest.mark.parametrize(
    ("text", "trigger", "mode"),
    [
        ("Six engineers were seized when gunmen stopped their convoy.", "seized", "abduct"),
        ("Six engineers were seized when police stopped their convoy.", "seized", "arrest"),
        ("The crew had seen a drone before the strike.", "strike", None),
        ("The crew came home early because of the strike.", "strike", "strike"),
        ("A guard was shot dead in the kidnapping of the engineers.", "shot dead", "firearms"),
    ],
)
def test_who_is_taken_and_what_strikes(text: str, trigger: str, mode: str | None) -> None:
    assert event(text, trigger).mode == mode
